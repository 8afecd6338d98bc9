"""Guards that a misread sentence costs its own claim, on record, and neither another row nor the package."""

from dataclasses import replace
from datetime import date

import pytest

from build.reconcile import reconcile
from build.reconcile.admission import admit, exchange_fault, figure_fault, meeting_fault
from build.records import FigureClaim, Participant, Span

from .claims import exchange, figure, meeting, source

TEXT = "- Envoys of Spain met the Front in Geneva. The Front freed 39 prisoners and 12 soldiers."
THIRTY_NINE, TWELVE = figure(TEXT, "39 prisoners", 39.0), figure(TEXT, "12 soldiers", 12.0)
MEETING = meeting(TEXT, ["ES", "Front"], place="Geneva", country="CH")
EXCHANGE = exchange(TEXT, captives=39, figures=(0, 1))


def own(**claims):
    return source("envoys", TEXT, date(2022, 9, 20), **claims)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"value_low": 40.0}, "no span of numbers"),
        ({"value_low": -1.0}, "no span of numbers"),
        ({"value_high": float("inf")}, "no span of numbers"),
        ({"unit": "share", "value_low": 0.5}, "a share above one"),
        ({"value_high": 39.5}, "people are whole"),
        ({"value_high": 2.0**53}, "a number too great for readers to hold"),
        ({"unit": ""}, "no unit"),
        ({"end": THIRTY_NINE.start}, "no passage"),
    ],
)
def test_figures_that_are_none(cells, why):
    assert figure_fault(THIRTY_NINE) is None
    assert figure_fault(replace(THIRTY_NINE, **cells)) == why


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"participants": ()}, "no party"),
        ({"evidence": ()}, "no passage"),
        ({"start_date": date(2022, 9, 2), "end_date": date(2022, 9, 1)}, "it ends before it starts"),
    ],
)
def test_meetings_that_are_none(cells, why):
    assert meeting_fault(MEETING) is None
    assert meeting_fault(replace(MEETING, **cells)) == why


def test_a_time_that_nothing_fixes_is_a_time():
    assert meeting_fault(replace(MEETING, place=None, country=None)) is None


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"captives_low": None, "captives_high": None}, "no number of people"),
        ({"captives_low": None}, "no number of people"),
        ({"captives_low": 40}, "no span of numbers"),
        ({"prisoners_low": 3}, "no span of numbers"),
        ({"captives_high": 2**53}, "a number too great for readers to hold"),
        ({"evidence": ()}, "no passage"),
        ({"start_date": date(2022, 9, 2), "end_date": date(2022, 9, 1)}, "it ends before it starts"),
    ],
)
def test_exchanges_that_are_none(cells, why):
    assert exchange_fault(EXCHANGE) is None
    assert exchange_fault(replace(EXCHANGE, **cells)) == why


def test_what_is_left_out_is_on_record_and_the_rest_stays():
    broken = replace(THIRTY_NINE, value_low=40.0)
    claims = own(figures=[broken, TWELVE], meetings=[MEETING], exchanges=[EXCHANGE])
    admitted, log = admit(claims)
    assert admitted.figures == (TWELVE,)
    assert admitted.exchanges[0].figures == (0,)
    assert admitted.meetings == (replace(MEETING, evidence=(Span(2, 8),)),)
    start = TEXT.index("39")
    assert log == [f'envoys: left out figure "39 prisoners" at {start}: no span of numbers']
    assert log[0] in reconcile([claims]).log


def test_claims_that_are_rows_are_admitted_as_they_are():
    claims = own(figures=[THIRTY_NINE, TWELVE], exchanges=[replace(EXCHANGE, evidence=(Span(2, 8),))])
    assert admit(claims) == (claims, [])


@pytest.mark.parametrize("mark", ["-", "=", "+", "@", "\t", "- ", "-- "])
def test_texts_begin_as_cells_may(mark):
    text = f"{mark}39 prisoners of the Front"
    claim = FigureClaim(
        0, len(text), 39.0, 39.0, "exact", "people", "other", f"{mark}prisoners", "actual", f"{mark}Spain", "test"
    )
    admitted, log = admit(source("envoys", text, figures=[claim]))
    assert log == []
    only = admitted.figures[0]
    assert (only.counted, only.claimed_by) == ("prisoners", "Spain")
    assert text[only.start : only.end] == "39 prisoners of the Front"


def test_a_text_that_is_nothing_but_marks_is_missing():
    claim = replace(THIRTY_NINE, counted="- ", claimed_by="@")
    only = admit(own(figures=[claim]))[0].figures[0]
    assert (only.counted, only.claimed_by) == (None, None)


def test_a_passage_that_is_nothing_but_marks_is_none():
    assert admit(own(meetings=[replace(MEETING, evidence=(Span(0, 2),))]))[0].meetings == ()


def test_what_is_admitted_keeps_the_rules_of_the_tables():
    from build.tabulate import tabulate
    from build.validate import validate

    seats = (Participant("ES", None, "delegation"), Participant("Front", None, "delegation"))
    claims = own(
        figures=[THIRTY_NINE, replace(TWELVE, value_high=12.5), replace(TWELVE, counted="-soldiers")],
        meetings=[
            replace(MEETING, participants=seats),
            replace(MEETING, participants=()),
            replace(MEETING, start_date=date(2022, 9, 2), end_date=date(2022, 9, 1)),
        ],
        exchanges=[EXCHANGE, replace(EXCHANGE, captives_low=None, captives_high=None, figures=())],
    )
    known = reconcile([claims])
    assert (len(known.tables.figures), len(known.tables.meetings), len(known.tables.exchanges)) == (2, 1, 1)
    validate(tabulate(known.tables), {"envoys": TEXT})
