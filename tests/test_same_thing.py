"""Guards the promise that reports of one meeting or exchange become one row, and that doubt leaves two."""

from datetime import date

import pytest

from build.reconcile import reconcile
from build.reconcile.dates import Dates
from build.reconcile.seats import Holders
from build.tables import PersonRow

from .claims import GENEVA, MAY, SIDES, exchange, figure, meeting, met, released, source

# -- meetings -----------------------------------------------------------------------------------------


def meetings(*claims):
    return {row.meeting_id: row for row in reconcile(claims).tables.meetings}


def test_same_place_and_day_and_a_shared_guest_are_one_meeting():
    rows = meetings(met("a", "YE", "Houthis", "CH", **GENEVA), met("b", "Houthis", "UN", **GENEVA))
    assert list(rows) == ["2022-09-21-geneva"]
    assert rows["2022-09-21-geneva"].parties == "CH; Houthis; UN; YE"
    assert rows["2022-09-21-geneva"].sources == 2


def test_the_log_says_what_was_joined_and_why():
    log = reconcile([met("a", "YE", "Houthis", **GENEVA), met("b", "Houthis", "UN", **GENEVA)]).log
    assert log == ("meeting 2022-09-21-geneva: a and b joined: same place, days overlap, share Houthis",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (met("a", "YE", "CH", **GENEVA), met("b", "RU", "CH", **GENEVA)),
        (met("a", "YE", "UN", **GENEVA), met("b", "YE", "UN", place="Bern", country="CH", day=date(2022, 9, 21))),
        (met("a", "YE", "UN", **GENEVA), met("b", "YE", "UN", place="Geneva", country="CH", day=date(2022, 9, 29))),
        (met("a", "YE", "UN", **GENEVA), met("b", "YE", "UN", country="OM", day=date(2022, 9, 21))),
        (met("a", "YE", "UN", **GENEVA), met("b", "YE", "UN", day=date(2022, 9, 21))),
        (
            met("a", "YE", "UN", **GENEVA),
            met("b", "YE", "UN", place="Geneva", country="CH", published_on=date(2022, 11, 1)),
        ),
        (
            met("a", ("US", 0, "name"), "CH", people=["Jane Roe"], **GENEVA),
            met("b", ("US", 0, "name"), "CH", people=["Rick Poe"], **GENEVA),
        ),
    ],
    ids=[
        "only the host shared",
        "other city",
        "other day",
        "other country",
        "no place",
        "months apart",
        "other envoys",
    ],
)
def test_in_doubt_two_meetings(one, other):
    assert len(meetings(one, other)) == 2


@pytest.mark.parametrize(
    "other",
    [
        met("b", "YE", "UN", country="CH"),
        met("b", "YE", "UN", place="Geneva", country="CH"),
        met("b", "YE", "UN", country="CH", day=date(2022, 9, 19), end=date(2022, 9, 25), precision="week"),
        met("b", "YE", "UN", status="planned", published_on=date(2022, 9, 18), country="CH"),
    ],
    ids=["country alone, no day", "no day", "week", "planned before"],
)
def test_a_vaguer_report_joins_and_takes_nothing_away(other):
    rows = meetings(met("a", "YE", "UN", **GENEVA), other)
    (row,) = rows.values()
    assert (row.meeting_id, row.start_date, row.date_precision, row.place) == (
        "2022-09-21-geneva",
        date(2022, 9, 21),
        "day",
        "Geneva",
    )
    assert row.status == "held"


def test_what_is_still_planned_afterwards_is_another_meeting():
    rows = meetings(
        met("a", "YE", "UN", **GENEVA),
        met("b", "YE", "UN", status="planned", published_on=date(2022, 9, 23), country="CH"),
    )
    assert len(rows) == 2


def test_two_meetings_that_fit_equally_leave_a_vague_report_apart():
    first = met("a", "YE", "UN", place="Geneva", country="CH", day=date(2022, 9, 21))
    second = met("b", "YE", "UN", place="Geneva", country="CH", day=date(2022, 9, 23))
    vague = met("c", "YE", "UN", place="Geneva", country="CH", published_on=date(2022, 9, 24))
    result = reconcile([first, second, vague])
    assert len(result.tables.meetings) == 3
    assert result.log == ("meeting geneva-un-ye: c stays apart: 2022-09-21-geneva and 2022-09-23-geneva fit equally",)


def test_two_meetings_of_one_article_stay_two():
    text = "Talks in Geneva, and more talks"
    both = source("a", text, meetings=[meeting(text, ["YE", "UN"], **GENEVA), meeting(text, ["YE", "RU"], **GENEVA)])
    assert set(meetings(both)) == {"2022-09-21-geneva", "2022-09-21-geneva-ru-ye"}


def test_a_party_that_is_named_has_no_seat_for_unnamed_officials():
    claims = [
        met("a", ("UN", 0, "name"), "YE", people=["Hans Holm"], **GENEVA),
        met("b", "UN", ("YE", None, "delegation"), "Houthis", **GENEVA),
    ]
    seats = {(row.participant_id, row.identified_by) for row in reconcile(claims).tables.participants}
    assert seats == {("hans-holm", "name"), ("ye", "delegation"), ("houthis", "delegation")}


@pytest.mark.parametrize(
    ("day", "people", "expected"),
    [
        (date(2022, 9, 21), ("Jane Roe",), "jane-roe"),
        (date(2022, 9, 21), ("Rick Poe",), None),
        (date(2021, 9, 21), ("Jane Roe",), None),
        (None, ("Jane Roe",), None),
    ],
    ids=["named by some source", "not named", "before her term", "day unknown"],
)
def test_an_office_resolves_to_its_holder_on_the_day(day, people, expected):
    rows = [PersonRow(name.lower().replace(" ", "-"), name, name, None, None, None, None, 1) for name in people]
    terms = [{"office": "head_of_intelligence", "party": "US", "name": "Jane Roe", "start": "2022-01-01", "end": ""}]
    assert Holders(rows, terms).on("head_of_intelligence", "US", Dates(day, day, "day")) == expected


# -- exchanges ----------------------------------------------------------------------------------------


def exchanges(*claims):
    return {row.exchange_id: row for row in reconcile(claims).tables.exchanges}


def test_a_shared_number_joins_and_the_other_spans():
    rows = exchanges(
        released("a", captives=82, prisoners=5, holders=SIDES, days=MAY),
        released("b", captives=80, prisoners=5, holders=SIDES),
    )
    (row,) = rows.values()
    assert row.exchange_id == "2022-05-03-boko-haram-ng"
    assert (row.captives_low, row.captives_high, row.prisoners_low, row.sources) == (80, 82, 5, 2)


def test_a_period_precise_to_the_day_joins_without_a_shared_number():
    rows = exchanges(
        released("a", captives=82, holders=SIDES, days=MAY), released("b", captives=80, holders=SIDES, days=MAY)
    )
    assert len(rows) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"captives": 82, "days": (date(2022, 5, 1), date(2022, 5, 9))},
        {"captives": 82, "days": (date(2022, 5, 4), date(2022, 5, 4))},
        {"captives": 82, "holders": ("Ansaru", "NG"), "days": MAY},
        {"captives": 21},
        {"captives": 82, "prisoners": 50, "holders": SIDES, "days": MAY},
        {"captives": 82, "published_on": date(2022, 8, 1)},
        {"captives": 60, "prisoners": 5, "status": "proposed"},
    ],
    ids=[
        "containing period",
        "other day",
        "other holder",
        "other number",
        "far from it",
        "months later",
        "rival proposal",
    ],
)
def test_in_doubt_two_exchanges(other):
    assert len(exchanges(released("a", captives=82, prisoners=5, holders=SIDES, days=MAY), released("b", **other))) == 2


def test_a_swap_told_from_the_other_side_is_one_row():
    days = (date(2024, 1, 3), date(2024, 1, 3))
    rows = exchanges(
        released("a", captives=248, prisoners=230, holders=("RU", "UA"), days=days),
        released("b", captives=230, prisoners=248, holders=("UA", "RU"), days=days),
    )
    (row,) = rows.values()
    assert {(row.captives_holder, row.captives_low), (row.prisoners_holder, row.prisoners_low)} == {
        ("RU", 248),
        ("UA", 230),
    }


def test_a_vague_number_that_an_exact_one_satisfies_does_not_widen_the_span():
    text = "over 80 girls were freed"
    vague = source(
        "b",
        text,
        date(2022, 5, 5),
        figures=[figure(text, "over 80 girls", 80, "at_least")],
        exchanges=[exchange(text, 80, holders=SIDES, days=MAY, figures=(0,))],
    )
    result = reconcile([released("a", captives=82, holders=SIDES, days=MAY), vague]).tables
    assert (result.exchanges[0].captives_low, result.exchanges[0].captives_high) == (82, 82)
    assert result.figures[0].exchange_id == "2022-05-03-boko-haram-ng"


def test_the_latest_report_says_how_far_it_got():
    before = released("a", date(2022, 5, 1), captives=82, prisoners=5, holders=SIDES, status="agreed")
    after = released("b", date(2022, 5, 4), captives=82, prisoners=5, holders=SIDES, days=MAY)
    assert [row.status for row in exchanges(before, after).values()] == ["completed"]


def test_an_undated_exchange_is_named_after_its_first_source():
    assert set(exchanges(released("a", captives=82, status="proposed"))) == {"a-captives"}
