"""What a number measures, and whether it is so or is planned (codebook, "Measures" and `status`)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .belonging import Case
from .clauses import Marked, mark
from .counted import Counted
from .durations import duration, things
from .events import events, is_noun
from .governing import Place
from .mood import Status
from .people import Reading, people_measure
from .records import Chunks, Sentence
from .sides import Side, Sides, sides
from .status import mood_of_clause, status

TIMES = frozenset(("second", "minute", "hour", "day", "night", "weekend", "week", "month", "year"))
PERSONS = frozenset(("people", "share", "percent"))
LIST = 3
TELLING = 12


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
    story = Story(chunks, known)
    for group in _by_sentence(countings):
        story.tell(group, marks[group[0].sentence.start])
    found = (story.readings[counting.quantity] for counting in countings)
    return tuple(Measured(reading.measure, reading.mood or "actual", reading.rule) for reading in found)


def _by_sentence(countings: Sequence[Counting]) -> Iterator[list[Counting]]:
    group: list[Counting] = []
    for counting in countings:
        if group and group[0].sentence.start != counting.sentence.start:
            yield group
            group = []
        group.append(counting)
    if group:
        yield group


@dataclass(slots=True)
class Story:
    """The readings of an article’s numbers as they are told: by quantity, by value, and the last one told."""

    chunks: Chunks
    known: Sides
    readings: dict[int, Reading] = field(default_factory=dict)
    values: dict[float, Reading] = field(default_factory=dict)
    told: Reading | None = None
    paragraph: int = -1

    def tell(self, group: list[Counting], marked: Marked) -> None:
        """Read the numbers of one sentence; a whole that follows its part is read before it."""
        deeds = events(marked)
        spans = [_tokens(marked, one.counted.start, one.counted.end) for one in group]
        here = {one.quantity for one in group}
        previous: Reading | None = None
        waiting: list[tuple[Counting, tuple[int, int]]] = []
        for counting, span in zip(group, spans, strict=True):
            parent = counting.counted.parent
            if parent in here and parent not in self.readings and not waiting:
                waiting.append((counting, span))
                continue
            for one, (first, last) in ((counting, span), *waiting):
                others = tuple(other for other in spans if other != (first, last))
                place = Place(marked, first, last, _number(marked, self.chunks, one, first), deeds, others)
                reading = self.read(one, place, previous)
                if one.counted.unit not in TIMES:
                    previous = reading
            waiting = []
        for one, (first, last) in waiting:
            others = tuple(other for other in spans if other != (first, last))
            self.read(one, Place(marked, first, last, first, deeds, others), previous)
        _resolve_backwards(group, spans, self.readings)

    def read(self, counting: Counting, place: Place, previous: Reading | None) -> Reading:
        """The reading of one number, which the numbers after it may lean on."""
        quantity = self.chunks.quantities[counting.quantity]
        reading = self._measure(counting, place, previous)
        if reading.rule in ("noun", "default", "default forces", "told before") and self._is_known(counting, place):
            reading = self.values[quantity.low]
        mood = reading.mood or status(place, reading.measure, reading.event, governs=reading.governs)
        mood = mood or self._mood_told(reading)
        if reading.rule == "noun" and reading.measure.endswith("_held"):
            reading, mood = self._bargained(reading, place)
        reading = replace(reading, mood=mood, event=None)
        self.readings[counting.quantity] = reading
        if counting.counted.unit == "people":
            self.values.setdefault(quantity.low, reading)
            self.told, self.paragraph = reading, place.marked.sentence.paragraph
        return reading

    def _is_known(self, counting: Counting, place: Place) -> bool:
        """Whether the number was told of before: "*those* 602 at last walked out"."""
        quantity = self.chunks.quantities[counting.quantity]
        if quantity.low <= TELLING or quantity.modifier != "exact" or quantity.low not in self.values:
            return False
        pointed = place.first > 0 and place.marked.words[place.first - 1] in ("the", "those", "these", "all")
        known = counting.counted.head is not None and any(
            is_noun(counting.counted.head, kind) for kind in ("captive", "prisoner", "trooper")
        )
        return pointed or known or _is_bare(place, counting.counted)

    def _measure(self, counting: Counting, place: Place, previous: Reading | None) -> Reading:
        counted = counting.counted
        text = tuple((counted.text or "").lower().replace("’", "'").split())
        if counted.unit in TIMES:
            return Reading(*duration(place, text))
        parent = self.readings.get(counted.parent) if counted.parent is not None else None
        if counted.unit not in PERSONS:
            return Reading(*things(place, counted.unit, text, counted.head))
        if parent is not None and not parent.measure.startswith(PEOPLE):
            return Reading(parent.measure, "part", mood=parent.mood)
        near = self.told if self.told and place.marked.sentence.paragraph - self.paragraph <= 1 else None
        last = previous or near
        case = Case(
            place,
            text,
            counted.head,
            counted.unit,
            self.known,
            exchanging=last is not None and last.measure.endswith("_released"),
            before=_side_before(previous),
            bare=_is_bare(place, counted),
            told=near.measure if near and self._carries_on(counting, place) else None,
        )
        return people_measure(case, parent, previous)

    def _carries_on(self, counting: Counting, place: Place) -> bool:
        """Whether a bare number goes on with what its paragraph tells: "the agency writes of *150* and *1,100*"."""
        exact = any(character.isdigit() for character in place.marked.words[place.number])
        return exact and counting.counted.unit == "people" and place.marked.sentence.paragraph == self.paragraph

    def _mood_told(self, reading: Reading) -> Status:
        """The mood of a number whose clause has none: that of the bargain told before it, else a fact."""
        if self.told is not None and reading.measure.endswith("_released") == self.told.measure.endswith("_released"):
            return self.told.mood or "actual"
        return "actual"

    def _bargained(self, reading: Reading, place: Place) -> tuple[Reading, Status]:
        """Captives told of in a bargain are to be released: "28 days of calm and *eight captives*"."""
        mood = mood_of_clause(place)
        if mood == "prospective" and "remaining" not in place.marked.words[place.first : place.last]:
            return replace(reading, measure=reading.measure.replace("_held", "_released")), mood
        return reading, "actual"


PEOPLE = (
    "captives",
    "prisoners",
    "killed",
    "injured",
    "detained",
    "displaced",
    "missing",
    "population",
    "remains",
    "other",
    "forces",
)


def _side_before(previous: Reading | None) -> Side | None:
    stem = previous.measure.partition("_")[0] if previous else ""
    return "captives" if stem == "captives" else "prisoners" if stem == "prisoners" else None


def _is_bare(place: Place, counted: Counted) -> bool:
    """Whether the noun counted is left out beside the number: "another four", "the toll is *29,606*"."""
    if counted.text is None:
        return True
    inside = place.marked.words[place.first : place.last]
    return counted.text.split()[-1].lower() not in inside


def _tokens(marked: Marked, start: int, end: int) -> tuple[int, int]:
    """The tokens that a span of text covers."""
    tokens = marked.sentence.tokens
    inside = [i for i, token in enumerate(tokens) if token.end > start and token.start < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 1)


def _number(marked: Marked, chunks: Chunks, counting: Counting, first: int) -> int:
    """The token of the number itself, which may stand after what it counts."""
    start = chunks.quantities[counting.quantity].number_start
    return next((i for i in range(first, len(marked.words)) if marked.sentence.tokens[i].end > start), first)


def _resolve_backwards(
    group: Sequence[Counting], spans: Sequence[tuple[int, int]], readings: dict[int, Reading]
) -> None:
    """A number that only a list joins to the next shares its measure: "12 women and *8 men* were freed"."""
    for at in range(len(group) - 2, -1, -1):
        if group[at].counted.unit not in PERSONS or not _unresolved(readings[group[at].quantity]):
            continue
        for following in range(at + 1, min(at + 4, len(group))):
            told, part = readings[group[following].quantity], group[following].counted.parent == group[at].quantity
            if part or told.measure == "remains":
                continue
            near = spans[following][0] - max(spans[following - 1][1], spans[at][1]) <= LIST
            if near and group[following].counted.unit in PERSONS and not _unresolved(told):
                shared = replace(told, rule="list")
                if readings[group[at].quantity].rule == "noun":
                    shared = _own_side(readings[group[at].quantity], told)
                for one in group[at:following]:
                    if one.quantity == group[at].quantity or one.counted.parent == group[at].quantity:
                        readings[one.quantity] = shared
            break


def _own_side(mine: Reading, told: Reading) -> Reading:
    """What befalls the next in the list befalls one’s own: "24 *hostages* and 985 prisoners have been freed"."""
    ending = told.measure.partition("_")[2]
    if told.governs or told.rule not in ("release", "homecoming") or ending != "released":
        return mine
    return replace(told, measure=f"{mine.measure.partition('_')[0]}_released", rule="list")


def _unresolved(reading: Reading) -> bool:
    return reading.rule == "noun" or (reading.measure == "other" and reading.rule in ("default", "list", "part"))
