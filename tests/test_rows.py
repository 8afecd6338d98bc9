"""Guards that reconciling carries every fact of a claim into its row, and how numbers and dates of reports agree."""

from dataclasses import astuple, replace
from datetime import date

import pytest

from build.reconcile import reconcile
from build.reconcile.counts import Count, differ, share, span
from build.reconcile.dates import Dates, combine, months, near, overlap, window
from build.reconcile.people import name_key, same_person
from build.reconcile.seats import Term
from build.records import Claims, ExchangeClaim, FigureClaim, Modifier, Participant, Span
from build.tables import ExchangeRow, FigureRow, MeetingRow, MentionRow, ParticipantRow, SourceRow, Tables

from .claims import GENEVA, SIDES, exchange, met, named, person, released, source

D = date(2022, 9, 21)
TEXT = "Envoys of Spain met the Front in Geneva. Some 30 to 39 prisoners were freed for 12 soldiers."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def everything() -> Claims:
    """One article with every fact that a claim can state."""
    own = source("a", TEXT, date(2022, 9, 22))
    article = replace(
        own.article, title="Envoys meet", publisher="Courier", url="https://courier.example/a", dateline="GENEVA",
        published_on_basis="supplied", language="en", words=17, sha256="0" * 64,
    )  # fmt: skip
    figures = (
        FigureClaim(*at("Some 30 to 39 prisoners"), 30, 39, "about", "people", "prisoners_released", "prisoners",
                    "prospective", "UN", "test"),
        FigureClaim(*at("12 soldiers"), 12, 12, "exact", "people", "captives_released", None, "actual", None, "test"),
    )  # fmt: skip
    meetings = met("a", "ES", "Front", place="Geneva", country="CH", day=D, end=date(2022, 9, 23), status="planned")
    (meeting,) = meetings.meetings
    freed = ExchangeClaim(
        "agreed", D, date(2022, 9, 23), "day", 12, 12, "Front", 30, 39, "ES", (0, 1), (at("Some 30"), at("12")), "test"
    )
    return Claims(article, (), (replace(meeting, evidence=(at(TEXT[:40]),)),), (freed,), figures)


def test_every_fact_of_a_claim_is_in_its_row() -> None:
    tables = reconcile([everything()]).tables
    place, freed = "2022-09-21-geneva", "2022-09-21-2022-09-23-front-es"
    assert tables == Tables(
        sources=(
            SourceRow("a", "a.txt", "Envoys meet", "Courier", "https://courier.example/a", date(2022, 9, 22),
                      "supplied", "GENEVA", "en", 17, "0" * 64),
        ),
        meetings=(
            MeetingRow(place, D, date(2022, 9, 23), "day", "Geneva", "CH", None, "planned", "ES; Front", 1),
        ),
        participants=(
            ParticipantRow(place, "es", None, "ES", "delegation"),
            ParticipantRow(place, "front", None, "Front", "delegation"),
        ),
        exchanges=(ExchangeRow(freed, "agreed", D, date(2022, 9, 23), "day", 12, 12, "Front", 30, 39, "ES", 1),),
        figures=(
            FigureRow("a-41", "a", 30, 39, "about", "people", "prisoners_released", "prisoners", "prospective", "UN",
                      freed, "Some 30 to 39 prisoners", 41, 64),
            FigureRow("a-80", "a", 12, 12, "exact", "people", "captives_released", None, "actual", None, freed,
                      "12 soldiers", 80, 91),
        ),
        mentions=(
            MentionRow(f"a-0-meeting-{place}", "a", TEXT[:40], 0, 40, None, place, None),
            MentionRow(f"a-41-exchange-{freed}", "a", "Some 30", 41, 48, None, None, freed),
            MentionRow(f"a-80-exchange-{freed}", "a", "12", 80, 82, None, None, freed),
        ),
    )  # fmt: skip


def test_figures_that_begin_at_one_place_are_told_apart_by_their_end() -> None:
    own = everything()
    longer = replace(own.figures[1], end=len(TEXT) - 1)
    ids = [row.figure_id for row in reconcile([replace(own, figures=(own.figures[1], longer))]).tables.figures]
    assert ids == ["a-80", "a-80-91"]


def test_one_passage_of_two_spans_that_begin_together_is_the_longer_one() -> None:
    own = everything()
    (freed,) = own.exchanges
    doubled = replace(own, meetings=(), exchanges=(replace(freed, evidence=(at("Some"), at("Some 30"), at("Some 3"))),))
    assert [row.quote for row in reconcile([doubled]).tables.mentions] == ["Some 30"]


def test_what_is_dated_nowhere_says_so_in_its_row() -> None:
    claims = [met("a", "ES", "Front", place="Geneva", country="CH"), released("b", captives=3, prisoners=4)]
    tables = reconcile(claims).tables
    assert [row.date_precision for row in tables.meetings] == ["unknown"]
    assert [row.date_precision for row in tables.exchanges] == ["unknown"]
    assert [row.exchange_id for row in tables.exchanges] == ["b-captives-prisoners"]


def test_a_person_of_two_forms_has_a_passage_for_each() -> None:
    text = "Dana Levy spoke. Levy left; Dana Levy stayed away."
    (row,) = (
        tables := reconcile([source("a", text, people=[person(text, "Dana Levy", "Dana Levy", "Levy")])]).tables
    ).people
    assert [mention.quote for mention in tables.mentions] == ["Dana Levy", "Levy"]
    assert {mention.person_id for mention in tables.mentions} == {row.person_id}


def test_the_commoner_fact_wins_and_of_equal_ones_the_first_in_the_alphabet() -> None:
    facts = [("a", "FR", "Quai"), ("b", "FR", "Bureau"), ("c", "CH", "Agency"), ("d", "CH", "Bureau")]
    claims = [named(i, "Dana Levy", country=country, organization=home) for i, country, home in facts]
    (row,) = reconcile(claims).tables.people
    assert (row.country, row.organization) == ("CH", "Bureau")


def test_the_authority_names_the_person_and_the_log_says_who_joined() -> None:
    claims = [named("a", "Dana Levy-Katz Junior"), named("b", "Dana Levy", wikidata_id="Q1"), named("c", "Levy")]
    result = reconcile(claims)
    assert {(row.name, row.wikidata_id) for row in result.tables.people} == {
        ("Dana Levy-Katz Junior", None), ("Dana Levy", "Q1"),
    }  # fmt: skip
    assert result.log == ("person Dana Levy: “Levy” of c joined: no other fits",)


def test_a_name_that_fits_two_stays_apart_on_record() -> None:
    log = reconcile([named("a", "Dana Levy"), named("b", "Rami Levy"), named("c", "Levy")]).log
    assert log == ("person Levy: c stays apart: Dana Levy and Rami Levy fit equally",)


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("levy", "dana levy", True),
        ("dana levy", "dana ruth levy", True),
        ("dana levy", "dana levy", True),
        ("ruth levy", "dana ruth levy", False),
        ("dana sara levy", "dana ruth rose levy", False),
        ("dana", "dana levy", False),
        ("dana levy", "rami levy", False),
        ("", "dana levy", False),
    ],
)
def test_a_shorter_form_of_a_name(short: str, full: str, same: bool) -> None:
    assert same_person(tuple(short.split()), tuple(full.split())) is same


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Al El", ("al", "el")),
        ("Althani", ("thani",)),
        ("Alami", ("alami",)),
        ("Elbaum", ("baum",)),
        ("Levyan", ("levyan",)),
    ],
)
def test_the_article_of_a_name_does_not_count(name: str, key: tuple[str, ...]) -> None:
    assert name_key(name) == key


# -- numbers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("modifier", "value", "met"),
    [
        ("at_least", 99, False), ("at_least", 100, True), ("at_least", 101, True),
        ("at_most", 99, True), ("at_most", 100, True), ("at_most", 101, False),
        ("about", 89, False), ("about", 90, True), ("about", 110, True), ("about", 111, False),
        ("exact", 100, True), ("exact", 101, False),
    ],
)  # fmt: skip
def test_what_meets_a_vague_number(modifier: Modifier, value: int, met: bool) -> None:
    assert Count(100, modifier).met_by(value) is met


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (Count(100, "exact"), Count(100, "about"), True),
        (Count(100, "exact"), Count(101, "exact"), False),
        (Count(100, "at_least"), Count(110, "exact"), True),
        (Count(110, "exact"), Count(100, "at_least"), True),
        (Count(100, "at_least"), Count(111, "exact"), False),
        (Count(100, "at_least"), Count(99, "exact"), False),
        (Count(100, "at_least"), Count(105, "about"), False),
    ],
)
def test_two_numbers_may_be_one(one: Count, other: Count, agree: bool) -> None:
    assert one.agrees(other) is agree


def test_an_exact_number_is_shared_rather_than_the_vague_one_that_it_meets() -> None:
    vague, exact = Count(100, "at_least"), Count(105, "exact")
    assert share(frozenset({vague}), frozenset({exact})) == share(frozenset({exact}), frozenset({vague})) == [105]
    assert span([vague, exact]) == (105, 105)
    assert span([vague]) == (100, 100)
    assert span([]) == (None, None)


@pytest.mark.parametrize(
    ("one", "other", "expected"), [(100, 150, False), (100, 151, True), (151, 100, True), (100, 100, False)]
)
def test_numbers_half_as_high_again_are_of_other_people(one: int, other: int, expected: bool) -> None:
    assert differ(frozenset({Count(one, "exact")}), frozenset({Count(other, "exact")})) is expected
    assert differ(frozenset(), frozenset({Count(other, "exact")})) is False


def test_a_modifier_is_taken_from_the_figure_of_that_side_alone() -> None:
    text = "over 80 girls and 80 men were freed for about 80 trucks"
    figures = (
        FigureClaim(0, 13, 80, 80, "at_least", "people", "captives_released", None, "actual", None, "test"),
        FigureClaim(18, 24, 80, 80, "exact", "people", "prisoners_released", None, "actual", None, "test"),
        FigureClaim(40, 55, 80, 80, "about", "truck", "captives_released", None, "actual", None, "test"),
    )
    vague = source("b", text, date(2022, 5, 5), figures=figures, exchanges=[exchange(text, 80, figures=(0, 1, 2))])
    (row,) = reconcile([vague, released("a", captives=85)]).tables.exchanges
    assert (row.captives_low, row.captives_high, row.sources) == (85, 85, 2)


# -- dates --------------------------------------------------------------------------------------------

UNKNOWN = Dates(None, None, "unknown")


def days(first: int | None, last: int | None, precision: str = "day") -> Dates:
    """Days of September 2022."""
    start, end = (date(2022, 9, day) if day else None for day in (first, last))
    return Dates(start, end, precision)  # type: ignore[arg-type]


def test_an_open_end_is_a_week_away_but_for_the_ends_of_the_calendar() -> None:
    assert window(days(8, None)) == (date(2022, 9, 8), date(2022, 9, 15))
    assert window(days(None, 8)) == (date(2022, 9, 1), date(2022, 9, 8))
    assert window(days(8, 9)) == (date(2022, 9, 8), date(2022, 9, 9))
    assert window(UNKNOWN) is None
    assert window(Dates(date(9999, 12, 28), None, "day")) == (date(9999, 12, 28), date.max)
    assert window(Dates(None, date(1, 1, 3), "day")) == (date.min, date(1, 1, 3))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (days(8, 9), days(9, 10), True),
        (days(8, 9), days(10, 11), False),
        (days(8, 20), days(10, 11), True),
        (days(8, None), days(15, 15), True),
        (days(8, None), days(16, 16), False),
        (days(8, 9), UNKNOWN, False),
    ],
)
def test_days_in_common(one: Dates, other: Dates, expected: bool) -> None:
    assert overlap(one, other) is overlap(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (days(8, 9), UNKNOWN, days(8, 9)),
        (UNKNOWN, days(8, 9), days(8, 9)),
        (days(1, 30, "month"), days(8, 9), days(8, 9)),
        (days(8, 9), days(5, 11, "week"), days(8, 9)),
        (days(8, 9), days(9, 11), days(8, 11)),
        (days(8, None), days(9, None), days(8, None)),
        (days(None, 8), days(None, 9), days(None, 9)),
        (days(5, 11, "week"), days(12, 18, "week"), days(5, 18, "week")),
    ],
)
def test_the_finer_date_or_all_days(one: Dates, other: Dates, both: Dates) -> None:
    assert combine(one, other) == combine(other, one) == both


def test_published_within_a_week() -> None:
    assert near([None, date(2022, 9, 1)], [date(2022, 9, 8)])
    assert not near([date(2022, 9, 1)], [date(2022, 9, 9), None])
    assert not near([None], [None])


def test_the_months_in_which_a_thing_may_lie() -> None:
    assert list(months(Dates(date(2022, 12, 30), date(2023, 1, 2), "day"), None)) == [(2022, 11), (2023, 0)]
    assert list(months(UNKNOWN, date(2022, 9, 27))) == [(2022, 8), (2022, 9), (2022, 8)]
    assert list(months(UNKNOWN, date(2022, 9, 3))) == [(2022, 8), (2022, 7), (2022, 8)]


# -- who sat there, and where -------------------------------------------------------------------------


def test_a_term_of_office_holds_its_first_and_its_last_day() -> None:
    term = Term("Jane Roe", date(2022, 9, 8), date(2022, 9, 20))
    assert [term.covers(days(day, day)) for day in (7, 8, 20, 21)] == [False, True, True, False]
    assert not term.covers(days(8, 21))
    assert term.covers(days(8, None))
    assert not term.covers(UNKNOWN)


def test_an_office_of_the_day_is_seated_by_the_name_of_its_holder(monkeypatch: pytest.MonkeyPatch) -> None:
    terms = [
        {"office": "envoy", "party": "UN", "name": "Jane Roe", "start": "2022-01-01", "end": "2022-12-31"},
        {"office": "envoy", "party": "UN", "name": "Rick Poe", "start": "", "end": "2021-12-31"},
        {"office": "envoy", "party": "US", "name": "Rick Poe", "start": "", "end": ""},
    ]
    monkeypatch.setattr("build.reconcile.table", lambda name: terms)
    own = met("a", "YE", **GENEVA)
    (meeting,) = own.meetings
    seats = (
        *meeting.participants,
        Participant("UN", None, "office", "envoy"),
        Participant("US", None, "office", "aide"),
    )
    claims = [replace(own, meetings=(replace(meeting, participants=seats),)), named("b", "Jane Roe", "Rick Poe")]
    place = "2022-09-21-geneva"
    assert [astuple(row) for row in reconcile(claims).tables.participants] == [
        (place, "ye", None, "YE", "delegation"),
        (place, "jane-roe", "jane-roe", "UN", "office"),
        (place, "us", None, "US", "delegation"),
    ]


def test_a_person_named_in_one_report_and_by_office_in_another_sits_by_name() -> None:
    by_office = met("a", ("UN", 0, "office"), "YE", people=["Hans Holm"], **GENEVA)
    by_name = met("b", ("UN", 0, "name"), "YE", people=["Hans Holm"], **GENEVA)
    delegate = met("c", ("UN", 0, "delegation"), "YE", people=["Hans Holm"], **GENEVA)
    for claims, told in (([by_office], "office"), ([by_office, by_name], "name"), ([delegate], "name")):
        rows = reconcile(claims).tables.participants
        assert {row.participant_id: row.identified_by for row in rows} == {"hans-holm": told, "ye": "delegation"}


def region(own: Claims, name: str | None) -> Claims:
    (meeting,) = own.meetings
    return replace(own, meetings=(replace(meeting, region=name),))


def test_places_of_two_reports() -> None:
    gulf = region(met("a", "YE", "UN", day=D), "Gulf")
    assert [row.region for row in reconcile([gulf, region(met("b", "YE", "UN", day=D), "Gulf")]).tables.meetings] == [
        "Gulf"
    ]
    assert len(reconcile([gulf, region(met("b", "YE", "UN", day=D), "Sahel")]).tables.meetings) == 2
    (row,) = reconcile([gulf]).tables.meetings
    assert (row.meeting_id, row.region, row.country) == ("2022-09-21-gulf", "Gulf", None)
    unplaced = met("b", ("UN", 0, "name"), "YE", people=["Hans Holm"], day=D)
    placed = met("a", ("UN", 0, "name"), "YE", people=["Hans Holm"], country="OM", day=D)
    result = reconcile([region(unplaced, None), placed])
    assert [(row.country, row.sources) for row in result.tables.meetings] == [("OM", 2)]
    assert result.log == (
        "meeting 2022-09-21-om: a and b joined: one place not stated, days overlap, share hans-holm, UN, YE",
    )
    joined = reconcile([region(unplaced, None), region(replace(unplaced, article=placed.article), "Gulf")])
    assert [(row.region, row.sources) for row in joined.tables.meetings] == [("Gulf", 2)]


def test_the_log_tells_by_which_facts_reports_were_joined() -> None:
    country = [met("a", "YE", "UN", country="OM", day=D), met("b", "YE", "UN", country="OM")]
    nowhen = [met("a", "YE", "UN", place="Muscat", country="OM"), met("b", "YE", "UN", place="Muscat", country="OM")]
    day = (D, D)
    sides = [released("a", captives=8, prisoners=5, holders=SIDES, days=day), released("b", captives=8, days=(D, None))]
    alone = [
        released("a", captives=8, prisoners=5, days=day),
        released("b", captives=8, published_on=date(2022, 9, 23)),
    ]
    both = [released("a", captives=8, prisoners=5), released("b", date(2023, 1, 1), captives=8, prisoners=5)]
    week = replace(sides[1].exchanges[0], date_precision="week", end_date=date(2022, 9, 25))
    alone[0] = replace(alone[0], article=replace(alone[0].article, published_on=date(2022, 9, 22)))
    unknown = "one day unknown, published within a week"
    for claims, thing, told in (
        (country, "meeting 2022-09-21-om", f"same country, {unknown}, share UN, YE"),
        (nowhen, "meeting muscat-un-ye", "same place, day unknown, published within a week, share UN, YE"),
        (sides, "exchange 2022-09-21-boko-haram-ng", "same days, share 8"),
        (
            [sides[0], replace(sides[1], exchanges=(week,))],
            "exchange 2022-09-21-boko-haram-ng",
            "days overlap, share 8",
        ),
        (alone, "exchange 2022-09-21-captives-prisoners", f"{unknown}, share 8"),
        (both, "exchange a-captives-prisoners", "one day unknown, both numbers the same, share 8, share 5"),
    ):
        assert reconcile(claims).log == (f"{thing}: a and b joined: {told}",)


def test_an_exchange_that_fits_two_stays_apart_on_record() -> None:
    first = released("a", captives=8, holders=SIDES, days=(D, D))
    second = released("b", captives=8, holders=SIDES, days=(date(2022, 9, 23),) * 2)
    vague = released("c", date(2022, 5, 6), captives=8)
    assert reconcile([first, second, vague]).log == (
        "exchange c-captives: c stays apart: 2022-09-21-boko-haram-ng and 2022-09-23-boko-haram-ng fit equally",
    )


def test_the_later_word_on_whether_a_meeting_was_held_counts() -> None:
    for one, other, status in (("planned", "held", "held"), ("held", "planned", "held")):
        claims = [met("a", "YE", "UN", status=one, **GENEVA), met("b", "YE", "UN", status=other, **GENEVA)]
        assert [row.status for row in reconcile(claims).tables.meetings] == [status]
    undated = met("a", "YE", "UN", status="held", published_on=None, **GENEVA)
    planned = met("b", "YE", "UN", status="planned", published_on=date(2022, 9, 20), **GENEVA)
    assert [row.status for row in reconcile([undated, planned]).tables.meetings] == ["planned"]
