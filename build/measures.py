"""What a number measures, and whether it is so or is planned (codebook, "Measures" and `status`)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from .clauses import Marked, mark
from .counted import Counted
from .durations import duration, things
from .events import events
from .governing import Place
from .mood import Status
from .belonging import Case
from .people import Reading, people_measure
from .records import Chunks, Sentence
from .sides import Side, Sides, sides
from .status import status

TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
PERSONS = frozenset(("people", "share", "percent"))
LIST = 3


@dataclass(frozen=True, slots=True)
class Counting:
    """A number with what it counts, in its sentence: `quantity` is its index in `Chunks.quantities`."""

    quantity: int
    sentence: Sentence
    counted: Counted


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure and status of one number; `rule` names what decided."""

    measure: str
    status: Status
    rule: str


def measures(chunks: Chunks, countings: Sequence[Counting]) -> tuple[Measured, ...]:
    """One reading for each of `countings`, which are all figures of the article in text order.

    "Hamas freed 50 of the 240 hostages that it had seized": `captives_released` and `captives_taken`.
    """
    sentences = mark(chunks)
    known = sides(chunks, sentences)
    marks = {marked.sentence.start: marked for marked in sentences}
    readings: dict[int, Reading] = {}
    told: Reading | None = None
    for group in _by_sentence(countings):
        marked = marks[group[0].sentence.start]
        deeds = events(marked)
        spans = tuple(_tokens(marked, one.counted.start, one.counted.end) for one in group)
        previous: Reading | None = None
        for counting, (first, last) in zip(group, spans, strict=True):
            number = _number(marked, chunks, counting, first)
            place = Place(marked, first, last, number, deeds, tuple(span for span in spans if span != (first, last)))
            reading = _reading(place, counting.counted, readings, previous, known)
            mood = reading.mood or status(place, reading.measure, reading.event) or _told_before(reading, told)
            reading = replace(reading, mood=mood)
            readings[counting.quantity] = reading
            if counting.counted.unit not in TIMES:
                previous = told = reading
        _resolve_backwards(group, spans, readings)
    found = (readings[counting.quantity] for counting in countings)
    return tuple(Measured(reading.measure, reading.mood or "actual", reading.rule) for reading in found)


def _told_before(reading: Reading, told: Reading | None) -> Status:
    """The mood of a number whose clause has none: that of the bargain told before it, else a fact."""
    if told is not None and reading.measure.endswith("_released") and told.measure.endswith("_released"):
        return told.mood or "actual"
    return "actual"


def _resolve_backwards(
    group: Sequence[Counting], spans: Sequence[tuple[int, int]], readings: dict[int, Reading]
) -> None:
    """A number that only a list joins to the next shares its measure: "12 women and *8 men* were freed"."""
    for at in range(len(group) - 2, -1, -1):
        mine, following = readings[group[at].quantity], readings[group[at + 1].quantity]
        if mine.rule == "default" and group[at].counted.unit in PERSONS and group[at + 1].counted.unit in PERSONS:
            if spans[at + 1][0] - spans[at][1] <= LIST and following.rule not in ("default", "list"):
                readings[group[at].quantity] = replace(following, rule="list")


def _by_sentence(countings: Sequence[Counting]) -> list[list[Counting]]:
    groups: list[list[Counting]] = []
    for counting in countings:
        if groups and groups[-1][0].sentence.start == counting.sentence.start:
            groups[-1].append(counting)
        else:
            groups.append([counting])
    return groups


def _tokens(marked: Marked, start: int, end: int) -> tuple[int, int]:
    """The tokens that a span of text covers."""
    tokens = marked.sentence.tokens
    inside = [i for i, token in enumerate(tokens) if token.end > start and token.start < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 1)


def _number(marked: Marked, chunks: Chunks, counting: Counting, first: int) -> int:
    """The token of the number itself, which may stand after what it counts."""
    start = chunks.quantities[counting.quantity].number_start
    return next((i for i in range(first, len(marked.words)) if marked.sentence.tokens[i].end > start), first)


def _reading(
    place: Place, counted: Counted, readings: dict[int, Reading], previous: Reading | None, known: Sides
) -> Reading:
    text = tuple((counted.text or "").lower().replace("’", "'").split())
    if counted.unit in TIMES:
        return Reading(*duration(place, text))
    parent = readings.get(counted.parent) if counted.parent is not None else None
    if counted.unit not in PERSONS:
        return Reading(*things(place, counted.unit, text, counted.head))
    exchanging = previous is not None and previous.measure.endswith("_released")
    before = _side_before(previous)
    return people_measure(Case(place, text, counted.head, counted.unit, known, exchanging, before), parent, previous)


def _side_before(previous: Reading | None) -> Side | None:
    stem = previous.measure.partition("_")[0] if previous else ""
    return "captives" if stem == "captives" else "prisoners" if stem == "prisoners" else None
