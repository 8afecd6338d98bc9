"""The numbers of an article as they are told: each is read in the light of those before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..clauses import STOPS, Marked
from ..counting.counted import Counted
from ..records import Chunks, Sentence
from ..words.wording import is_a, is_noun, nouns
from .belonging import Case
from .choosing import is_whole
from .durations import duration
from .events import events
from .goods import goods
from .governing import Place, Scene, place_of
from .mood import Status
from .people import people_measure
from .sides import Side, Sides
from .status import mood_of_clause, status
from .wholes import SIDED, Reading

TIMES = frozenset(("second", "minute", "hour", "day", "night", "weekend", "week", "month", "year"))
PERSONS = frozenset(("people", "share", "percent"))
WEAK_RULES = frozenset(("noun", "default", "default forces", "told before"))
TELLING = 12
LIST = 3
AMONG = 8


@dataclass(frozen=True, slots=True)
class Counting:
    """A number with what it counts, in its sentence: `quantity` is its index in `Chunks.quantities`."""

    quantity: int
    sentence: Sentence
    counted: Counted


@dataclass(slots=True)
class Story:
    """The readings of an article’s numbers by quantity and by value, the last one told, and its paragraph.

    `dead` is whether the last numbers were those of the dead, with or without the injured.
    """

    chunks: Chunks
    known: Sides
    readings: dict[int, Reading] = field(default_factory=dict)
    values: dict[float, Reading] = field(default_factory=dict)
    told: Reading | None = None
    dead: bool = False
    paragraph: int = -1

    def tell(self, group: Sequence[Counting], marked: Marked) -> None:
        """Read the numbers of one sentence; a whole that follows its part is read before it."""
        scene = _scene(marked, group)
        here = {one.quantity: index for index, one in enumerate(group)}
        previous: Reading | None = None
        for index, counting in enumerate(group):
            whole = here.get(counting.counted.parent) if counting.counted.parent is not None else None
            order = [index] if whole is None or whole <= index else [whole, index]
            for one in order:
                if group[one].quantity not in self.readings:
                    reading = self._read(group[one], self._place(scene, group[one], one), previous)
                    previous = reading if group[one].counted.unit not in TIMES else previous
        _resolve_backwards(group, scene, self.readings)

    def _place(self, scene: Scene, counting: Counting, index: int) -> Place:
        tokens, first = scene.marked.sentence.tokens, scene.numbers[index][0]
        start = self.chunks.quantities[counting.quantity].number_start
        number = bisect_right(tokens, start, key=lambda token: token.end)
        return place_of(scene, index, min(max(number, first), len(tokens) - 1))

    def _read(self, counting: Counting, place: Place, previous: Reading | None) -> Reading:
        value = self.chunks.quantities[counting.quantity].low
        reading = self._measure(counting, place, previous)
        if reading.rule in WEAK_RULES and self._is_known(counting, place):
            known = self.values[value]
            done = mood_of_clause(place, far=False) == "actual"
            reading = replace(known, mood="actual" if done else known.mood)
        mood = reading.mood or status(place, reading.measure, reading.event, governs=reading.governs)
        if reading.rule == "noun" and reading.measure.endswith("_held"):
            reading, mood = _bargained(reading, place)
        reading = replace(reading, mood=mood or self._mood_told(reading), event=None)
        self.readings[counting.quantity] = reading
        if counting.counted.unit == "people":
            self.values.setdefault(value, reading)
            self.dead = reading.measure == "killed" or (self.dead and reading.measure == "injured")
            self.told, self.paragraph = reading, place.marked.sentence.paragraph
        return reading

    def _measure(self, counting: Counting, place: Place, previous: Reading | None) -> Reading:
        counted = counting.counted
        text = tuple((counted.text or "").lower().replace("’", "'").split())
        if counted.unit in TIMES:
            return Reading(*duration(place, text))
        voted = "by" in place.words[max(place.first - 4, 0) : place.first]
        if counted.unit == "vote" and (counted.text is None or voted):
            return Reading("other", "vote", mood="actual")
        if counted.unit not in PERSONS:
            return Reading(*goods(place, counted.unit, text, counted.head))
        serving = (*text, *place.words[place.last : place.last + 4])
        if "serving" in serving and any(is_noun(word, "sentence") for word in serving):
            text = (*text, "prisoner")
        parent = self.readings.get(counted.parent) if counted.parent is not None else None
        if parent is not None and parent.measure in ("aid", "truce_duration", "war_duration"):
            return Reading(parent.measure, "part", mood=parent.mood)
        near = self.told if place.marked.sentence.paragraph - self.paragraph <= 1 else None
        last = previous or near
        case = Case(
            place,
            text,
            counted.head,
            counted.unit,
            self.known,
            exchanging=last is not None and last.measure.endswith("_released"),
            before=_side_told(previous),
            bare=_is_bare(place, counted),
            told=near.measure if near and self._carries_on(counting, place) else None,
            seized=parent is not None and parent.measure.startswith("captives"),
            lately=_side_told(near),
            toll=self.told is not None and self.dead,
            bodies=last is not None and last.measure == "remains",
        )
        return people_measure(case, parent, previous)

    def _is_known(self, counting: Counting, place: Place) -> bool:
        """Whether the number was told of before: "*those* 602 at last walked out"."""
        quantity, head = self.chunks.quantities[counting.quantity], counting.counted.head
        if quantity.low <= TELLING or quantity.modifier != "exact" or quantity.low not in self.values:
            return False
        pointed = place.first > 0 and place.words[place.first - 1] in ("the", "those", "these", "all")
        known = head is not None and is_noun(head, "captive", "prisoner", "trooper")
        return pointed or known or _is_bare(place, counting.counted)

    def _carries_on(self, counting: Counting, place: Place) -> bool:
        """Whether a bare number goes on with what its paragraph tells: "the agency writes of *150* and *1,100*"."""
        exact = any(character.isdigit() for character in place.words[place.number])
        return exact and counting.counted.unit == "people" and place.marked.sentence.paragraph == self.paragraph

    def _mood_told(self, reading: Reading) -> Status:
        """The mood of a number whose clause has none: that of the bargain told before it, else a fact."""
        if self.told is not None and reading.measure.endswith("_released") and self.told.measure.endswith("_released"):
            return self.told.mood or "actual"
        return "actual"


def _scene(marked: Marked, group: Sequence[Counting]) -> Scene:
    tokens = marked.sentence.tokens
    spans = []
    for one in group:
        first = bisect_right(tokens, one.counted.start, key=lambda token: token.end)
        last = bisect_left(tokens, one.counted.end, key=lambda token: token.start)
        spans.append((min(first, len(tokens) - 1), max(last, first + 1)))
    deeds = events(marked)
    return Scene(
        marked,
        deeds,
        tuple(spans),
        captives=not nouns("captive").isdisjoint(marked.words),
        swaps=not nouns("swap").isdisjoint(marked.words),
        relief=not nouns("aid_word").isdisjoint(marked.words),
        releases=any(deed.kind == "release" for deed in deeds),
    )


def _bargained(reading: Reading, place: Place) -> tuple[Reading, Status]:
    """Captives told of in a bargain are to be released: "28 days of calm and *eight captives*"."""
    mood = mood_of_clause(place)
    left = "remaining" in place.words[max(place.first - 2, 0) : place.last]
    if mood == "prospective" and not left and not is_whole(place):
        return replace(reading, measure=reading.measure.replace("_held", "_released")), mood
    return reading, "actual"


def _side_told(previous: Reading | None) -> Side | None:
    stem = previous.measure.partition("_")[0] if previous else ""
    return "captives" if stem == "captives" else "prisoners" if stem == "prisoners" else None


def _is_bare(place: Place, counted: Counted) -> bool:
    """Whether the noun counted is left out beside the number: "another four", "the toll is *29,606*"."""
    return counted.text is None or counted.text.split()[-1].lower() not in place.words[place.first : place.last]


def _resolve_backwards(group: Sequence[Counting], scene: Scene, readings: dict[int, Reading]) -> None:
    """A number that only a list joins to the next shares its measure: "12 women and *8 men* were freed"."""
    spans, words = scene.numbers, scene.marked.words
    for at in range(len(group) - 2, -1, -1):
        mine = readings[group[at].quantity]
        if group[at].counted.unit not in PERSONS or not _is_open(mine):
            continue
        for following in range(at + 1, min(at + 4, len(group))):
            told = readings[group[following].quantity]
            if told.measure == "remains" or group[following].counted.parent == group[at].quantity:
                continue
            between = words[max(spans[following - 1][1], spans[at][1]) : spans[following][0]]
            apart = (
                any(word in STOPS or is_a(word, "be", "have", "modal") for word in between) and "among" not in between
            )
            near = not apart and (len(between) <= LIST or (len(between) <= AMONG and "among" in between))
            if near and group[following].counted.unit in PERSONS and not _is_open(told):
                for one in group[at:following]:
                    if one.quantity == group[at].quantity or one.counted.parent == group[at].quantity:
                        readings[one.quantity] = _shared(mine, told)
            break


def _is_open(reading: Reading) -> bool:
    return reading.rule == "noun" or (reading.measure == "other" and reading.rule in ("default", "list", "part"))


def _shared(mine: Reading, told: Reading) -> Reading:
    """What befalls the next in the list befalls one’s own: "24 *hostages* and 985 prisoners have been freed"."""
    if mine.rule != "noun":
        own = mine.side if told.measure in SIDED else None
        return replace(told, measure=f"{own}_{told.measure.partition('_')[2]}" if own else told.measure, rule="list")
    if told.governs or told.rule not in ("release", "homecoming") or not told.measure.endswith("_released"):
        return mine
    return replace(told, measure=f"{mine.measure.partition('_')[0]}_released", rule="list")
