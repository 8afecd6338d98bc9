"""Promise: meetings are read from what stands around them: who speaks, who led a side, the day they were put off to."""

import pytest

from .test_meetings import FRIDAY, MONDAY, SATURDAY, SUNDAY, THURSDAY, TUESDAY, Row, rows

NEXT_MONDAY, NEXT_TUESDAY, NEXT_THURSDAY = "2024-03-11", "2024-03-12", "2024-03-14"


def held(place: str | None, day: str | None, *parties: str) -> Row:
    return place, day, day, "held", set(parties)


def planned(place: str | None, day: str | None, *parties: str) -> Row:
    return place, day, day, "planned", set(parties)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            '"We met the Omani foreign minister in Muscat on Monday," Houthi spokesman Mohammed Abdulsalam said.',
            held("Muscat", MONDAY, "Houthis", "OM"),
        ),
        (
            '"I met the Kenyan president in Nairobi on Tuesday," US envoy Tom Perriello told reporters.',
            held("Nairobi", TUESDAY, "US", "KE"),
        ),
        (
            'Venezuelan minister Yvan Gil said: "Our delegation met Norwegian diplomats in Oslo on Thursday."',
            held("Oslo", THURSDAY, "VE", "NO"),
        ),
    ],
)
def test_who_speaks_in_a_quotation_was_there(text: str, row: Row) -> None:
    assert rows(text) == [row]


def test_a_quotation_about_something_else_is_no_meeting() -> None:
    assert rows('"We met our own goals in Oslo on Monday," Norwegian minister Espen Barth Eide said.') == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The Houthis said on Friday that they had met Saudi officials in Sanaa on Tuesday.",
            held("Sana'a", TUESDAY, "Houthis", "SA"),
        ),
        (
            "Chad said they would meet the Sudanese foreign minister in Abuja on Tuesday.",
            planned("Abuja", NEXT_TUESDAY, "TD", "SD"),
        ),
        (
            "Hezbollah denied a report but said they met Iran's ambassador in Beirut on Monday.",
            held("Beirut", MONDAY, "Hezbollah", "IR"),
        ),
    ],
)
def test_they_are_those_who_open_the_sentence(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Envoys of Kenya and Chad met in Nairobi on Monday with Sudan's foreign minister present.",
            held("Nairobi", MONDAY, "KE", "TD", "SD"),
        ),
        (
            "The next round is to be held in Geneva on Tuesday, with Ethiopia and Eritrea invited, US officials said.",
            planned("Geneva", NEXT_TUESDAY, "ET", "ER"),
        ),
        (
            "Talks were held in Oslo on Friday between Colombia and the ELN, with Cuban and Chilean envoys also "
            "taking part.",
            held("Oslo", FRIDAY, "CO", "ELN", "CU", "CL"),
        ),
    ],
)
def test_those_in_attendance(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Negotiations on ending the war will begin in Riyadh on Monday between American and Russian officials.",
            ("Riyadh", NEXT_MONDAY, None, "planned", {"US", "RU"}),
        ),
        (
            "There was no progress in the talks that were held in Vienna on Tuesday between Iran and French officials.",
            held("Vienna", TUESDAY, "IR", "FR"),
        ),
        (
            "The meeting in Rome on Sunday of Libyan, Maltese and Italian officials drew little notice.",
            held("Rome", SUNDAY, "LY", "MT", "IT"),
        ),
    ],
)
def test_topics_and_settings_do_not_hide_who_met(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Kenya's president, William Ruto, told US Secretary of State Antony Blinken at a meeting in Nairobi on "
            "Tuesday that the fighting must stop.",
            held("Nairobi", TUESDAY, "KE", "US"),
        ),
        (
            "Turkish Foreign Minister Hakan Fidan assured Iranian Foreign Minister Abbas Araghchi of his support "
            "during talks in Ankara on Monday.",
            held("Ankara", MONDAY, "TR", "IR"),
        ),
        (
            "French President Emmanuel Macron pressed Rwandan President Paul Kagame at talks in Paris on Friday.",
            held("Paris", FRIDAY, "FR", "RW"),
        ),
    ],
)
def test_whom_someone_addresses_at_a_meeting(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Kenyan President William Ruto will visit Kampala on Tuesday and meet Ugandan President Yoweri Museveni.",
            planned("Kampala", NEXT_TUESDAY, "KE", "UG"),
        ),
        (
            "Turkish President Recep Tayyip Erdogan held talks with King Abdullah on Thursday during a visit to Amman.",
            held("Amman", THURSDAY, "TR", "JO"),
        ),
        (
            "A Congolese delegation arrived in Luanda on Thursday and met Angolan officials on Friday.",
            held("Luanda", FRIDAY, "CD", "AO"),
        ),
        (
            "Norway is sending a delegation to Caracas on Thursday for talks with Venezuelan officials.",
            planned("Caracas", NEXT_THURSDAY, "NO", "VE"),
        ),
    ],
)
def test_what_a_visit_tells_of_its_meetings(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "A meeting between Russian and Ukrainian officials in Abu Dhabi has been postponed from Sunday to Tuesday.",
            planned("Abu Dhabi", NEXT_TUESDAY, "RU", "UA"),
        ),
        (
            "Chadian and Sudanese officials had been due to meet in Abuja on Thursday. It has been put off until "
            "Monday.",
            planned("Abuja", NEXT_MONDAY, "TD", "SD"),
        ),
        (
            "The talks in Geneva between Armenia and Azerbaijan, first set for March 3, were moved to March 14.",
            planned("Geneva", NEXT_THURSDAY, "AM", "AZ"),
        ),
    ],
)
def test_the_day_to_which_a_meeting_is_put_off(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Iranian and Omani officials met in Muscat on Monday. Abbas Araghchi led the Iranian side.",
            {"IR", "OM"},
        ),
        (
            "The talks in Muscat on Monday were brief. The Omani side was led by the foreign minister of Oman, the "
            "Iranian by Abbas Araghchi, Iran's foreign minister.",
            {"OM", "IR"},
        ),
        (
            "Envoys from Iran, Iraq and Oman met in Muscat on Monday. Iraqi minister Fuad Hussein headed the Iraqi "
            "delegation.",
            {"IR", "IQ", "OM"},
        ),
    ],
)
def test_who_led_a_side(text: str, parties: set[str]) -> None:
    assert rows(text) == [held("Muscat", MONDAY, *parties)]


def test_meetings_reported_by_others_are_not_one_phrase() -> None:
    text = "A source said US and Qatari officials would meet Oman's foreign minister in Muscat on Tuesday."
    assert rows(text, SATURDAY) == [planned("Muscat", NEXT_TUESDAY, "US", "QA", "OM")]
