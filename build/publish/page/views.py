"""What each part of the page shows, table by table."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from schemas.base import SEPARATOR

from . import scales
from .records import Evidence, Records, Source, address
from .wording import Days, code, days, parties, party, place

SIDES = ("captives", "prisoners")
OVER_TIME = ("killed", "displaced", "captives_held", "captives_released", "prisoners_held", "prisoners_released")
"""The measures that are drawn over time, for people."""


ITSELF = "the article itself"
"""Who claims a number that an article gives in its own voice."""


UNDATED = date.max
"""Where what has no date is sorted."""


class Participant(NamedTuple):
    """One seat at a meeting."""

    address: str
    name: str | None
    person: str | None
    party: str
    identified_by: str


class Meeting(NamedTuple):
    """A meeting, who took part, and what the sources say of it; `begin` and `end` are its place in the timeline."""

    address: str
    row: Any
    days: Days
    place: str
    parties: str
    participants: Sequence[Participant]
    evidence: Sequence[Evidence]


class Person(NamedTuple):
    """A person, the meetings they were in, and where they are named."""

    address: str
    row: Any
    country: str | None
    names: Sequence[str]
    meetings: Sequence[tuple[str, str]]
    evidence: Sequence[Evidence]


class Figure(NamedTuple):
    """A number that an article states."""

    address: str
    row: Any
    source: Source
    evidence: Evidence
    exchange: str | None
    mark: str | None


class Side(NamedTuple):
    """The numbers of one side of an exchange as the sources state them, low to high, and where they differ."""

    name: str
    low: int | None
    high: int | None
    holder: str | None
    figures: Sequence[Figure]
    axis: scales.Numbers
    disagreement: Any | None


class Exchange(NamedTuple):
    """A release, its sides, the other numbers that belong to it, and what the sources say of it."""

    address: str
    row: Any
    days: Days
    sides: Sequence[Side]
    others: Sequence[Figure]
    evidence: Sequence[Evidence]


class Panel(NamedTuple):
    """One measure over time: its points, each the figures of one day with one number."""

    measure: str
    points: Sequence["Point"]
    axis: scales.Numbers
    figures: int
    undated: int


class Point(NamedTuple):
    """A number on a day."""

    address: str
    published: date
    row: Any
    times: int


def meetings(records: Records) -> list[Meeting]:
    """The meetings, each with its seats and passages."""
    seats = records.grouped("participants", "meeting_id")
    people = {row.person_id: row.name for row in records.tables["people"]}
    at = records.addresses["people"]
    return [
        Meeting(
            address=address("meetings", row),
            row=row,
            days=days(row),
            place=place(row),
            parties=parties(row.parties),
            participants=[
                Participant(
                    address("participants", seat), people.get(seat.person_id), at.get(seat.person_id),
                    party(seat.party), seat.identified_by,
                )
                for seat in seats.get(row.meeting_id, ())
            ],
            evidence=records.passages("meeting_id", row.meeting_id),
        )
        for row in sorted(records.tables["meetings"], key=_begin)
    ]  # fmt: skip


def _begin(row: Any) -> date:
    return row.start_date or row.end_date or UNDATED


def timeline(shown: Sequence[Meeting]) -> scales.Days | None:
    """The axis of the timeline of meetings."""
    return scales.days([day for meeting in shown for day in (meeting.days.first, meeting.days.last) if day])


def people(records: Records) -> list[Person]:
    """The people, each with their meetings and passages."""
    seats = records.grouped("participants", "person_id")
    known = {row.meeting_id: row for row in records.tables["meetings"]}
    return [
        Person(
            address=address("people", row),
            row=row,
            country=party(row.country) if row.country else None,
            names=row.names_reported.split(SEPARATOR),
            meetings=[
                (address("meetings", meeting), f"{place(meeting)}, {days(meeting).text}")
                for seat in seats.get(row.person_id, ())
                if (meeting := known.get(seat.meeting_id))
            ],
            evidence=records.passages("person_id", row.person_id),
        )
        for row in records.tables["people"]
    ]


def figures(records: Records) -> list[Figure]:
    """The figures in the order of the table."""
    return [shown for row in records.tables["figures"] if (shown := figure(row, records))]


def figure(row: Any, records: Records, disagreement: Any | None = None) -> Figure | None:
    """A figure; `mark` says of one that sources differ on whether it is the lowest or the highest."""
    evidence = records.evidence(row)
    if evidence is None:
        return None
    mark = None
    if disagreement and row.figure_id in disagreement.figures.split(SEPARATOR):
        marks = {disagreement.lowest: "lowest", disagreement.highest: "highest"}
        mark = marks.get(row.value_low, marks.get(row.value_high, "between"))
    exchange = records.addresses["exchanges"].get(row.exchange_id)
    return Figure(address("figures", row), row, evidence.source, evidence, exchange, mark)


def filters(shown: Sequence[Figure]) -> list[tuple[str, int, list[tuple[str, str]]]]:
    """The filters of the figures: a name, the column of the page's table that it reads, and its options."""
    measures = sorted({code(figure.row.measure) for figure in shown})
    claimants = sorted({figure.row.claimed_by or ITSELF for figure in shown}, key=str.casefold)
    sources = {f"#{figure.source.address}": figure.source for figure in shown}
    named = [(place, f"{source.label}, {source.published or 'no date'}") for place, source in sources.items()]
    return [
        ("Measure", 3, [(measure, measure) for measure in measures]),
        ("Claimed by", 5, [(claimant, claimant) for claimant in claimants]),
        ("Source", 6, named),
    ]


def exchanges(records: Records) -> list[Exchange]:
    """The exchanges, each with its numbers side by side."""
    stated = records.grouped("figures", "exchange_id")
    disputed = {(row.exchange_id, row.quantity): row for row in records.tables["disagreements"]}
    found = []
    for row in sorted(records.tables["exchanges"], key=_begin):
        own = sorted(stated.get(row.exchange_id, ()), key=lambda one: (one.value_low, one.value_high, one.figure_id))
        sides = [_side(name, row, own, disputed.get((row.exchange_id, name)), records) for name in SIDES]
        told = [figure(one, records) for one in own if _side_of(one) is None]
        found.append(
            Exchange(
                address=address("exchanges", row),
                row=row,
                days=days(row),
                sides=[side for side in sides if side.figures or side.low is not None or side.holder],
                others=[one for one in told if one],
                evidence=records.passages("exchange_id", row.exchange_id),
            )
        )
    return found


def _side_of(row: Any) -> str | None:
    side = row.measure.partition("_")[0]
    return side if side in SIDES and row.unit == "people" else None


def _side(name: str, row: Any, own: Sequence[Any], disagreement: Any | None, records: Records) -> Side:
    told = [figure(one, records, disagreement) for one in own if _side_of(one) == name]
    shown = [one for one in told if one]
    return Side(
        name=name,
        low=getattr(row, f"{name}_low"),
        high=getattr(row, f"{name}_high"),
        holder=party(holder) if (holder := getattr(row, f"{name}_holder")) else None,
        figures=shown,
        axis=scales.numbers([one.row.value_high for one in shown]),
        disagreement=disagreement,
    )


def over_time(records: Records) -> tuple[scales.Days | None, list[Panel]]:
    """The numbers of people by measure, each on the day its article was published, on one axis of days."""
    published = {row.source_id: row.published_on for row in records.tables["sources"]}
    own = {
        measure: [row for row in records.tables["figures"] if (row.measure, row.unit) == (measure, "people")]
        for measure in OVER_TIME
    }
    panels = [_panel(measure, rows, published) for measure, rows in own.items() if rows]
    return scales.days([point.published for panel in panels for point in panel.points]), panels


def _panel(measure: str, rows: Sequence[Any], published: Mapping[str, date | None]) -> Panel:
    points: dict[Any, Point] = {}
    for row in rows:
        if day := published.get(row.source_id):
            key = (day, row.value_low, row.value_high, row.modifier, row.status)
            before = points.get(key)
            points[key] = (
                before._replace(times=before.times + 1) if before else Point(address("figures", row), day, row, 1)
            )
    return Panel(
        measure=measure,
        points=list(points.values()),
        axis=scales.numbers([point.row.value_high for point in points.values()]),
        figures=len(rows),
        undated=len(rows) - sum(point.times for point in points.values()),
    )
