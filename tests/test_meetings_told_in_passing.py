"""Promise: meetings told in passing are read too: guests, calls, days of talks, talks that name nobody."""

import pytest

from .test_meetings import FRIDAY, MONDAY, THURSDAY, TUESDAY, rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Norway's minister Espen Barth Eide hosted officials from Colombia, Chile and Cuba in Oslo on Monday.",
            ("Oslo", MONDAY, MONDAY, "held", {"NO", "CO", "CL", "CU"}),
        ),
        (
            "Armenian Prime Minister Nikol Pashinyan saw European Union envoys in Yerevan on Tuesday.",
            ("Yerevan", TUESDAY, TUESDAY, "held", {"AM", "EU"}),
        ),
        (
            "Omani Foreign Minister Badr Albusaidi received diplomats from Iran in Muscat on Thursday.",
            ("Muscat", THURSDAY, THURSDAY, "held", {"OM", "IR"}),
        ),
    ],
)
def test_guests_are_officials_of_several_states(text, row):
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "French President Emmanuel Macron thanked Kenyan President William Ruto in a phone call on Monday.",
            {"FR", "KE"},
        ),
        (
            "On Monday, hours after the vote, Emmanuel Macron telephoned the president of Kenya, William Ruto.",
            {"FR", "KE"},
        ),
        ("Emmanuel Macron, who spoke to Kenyan President William Ruto by phone on Monday, welcomed it.", {"FR", "KE"}),
    ],
)
def test_what_is_said_on_the_telephone(text, parties):
    assert rows(text) == [(None, MONDAY, MONDAY, "held", parties)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Sudanese and South Sudanese delegations ended a third day of talks in Juba on Friday.",
            ("Juba", None, FRIDAY, "held", {"SD", "SS"}),
        ),
        (
            "Russian and Ukrainian negotiators began a new round of indirect talks in Riyadh on Monday.",
            ("Riyadh", MONDAY, None, "held", {"RU", "UA"}),
        ),
        (
            "Houthi and Saudi envoys held two days of talks in Muscat last week.",
            ("Muscat", "2024-02-26", "2024-03-03", "held", {"Houthis", "SA"}),
        ),
    ],
)
def test_days_and_rounds_of_talks(text, row):
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Mediators from Oman and Norway presented a plan.\nIt followed two days of talks in Muscat.",
        "Omani and Norwegian mediators are drafting a text.\nBoth saw it after a round of talks in Muscat.",
        "Oman and Norway, which mediate, are patient.\nAfter three days of talks in Muscat a draft was ready.",
    ],
)
def test_talks_that_name_nobody_are_those_of_the_mediators(text):
    assert [(row[0], row[4]) for row in rows(text)] == [("Muscat", {"OM", "NO"})]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron will not meet with William Ruto during his visit to New York next week.",
        "The Kenyan delegation did not meet the Sudanese generals during its trip to Addis Ababa for talks.",
        "After his meetings in Norway, Emmanuel Macron was silent.",
    ],
)
def test_what_is_denied_or_one_sided_is_none(text):
    assert rows(text) == []


def test_a_place_before_a_matter_is_not_where_the_talks_are():
    assert rows("Kenya's president William Ruto met Sudan truce mediators from Egypt on Monday.")[0][0] is None
