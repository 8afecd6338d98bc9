"""Parts of a whole: those of whom something else befell, and those told with the rest (codebook, "Measures")."""

from dataclasses import dataclass
from itertools import pairwise

from ..words.wording import is_a, is_noun
from .belonging import Case, counts, side_by_origin, speaks_of_captives
from .choosing import governor, left_event
from .events import Event
from .fates import measure_of
from .governing import Place
from .mood import Status
from .sides import Side

NEAR = 12
PARTS = frozenset(
    (("of", "whom"), ("of", "which"), ("of", "them"), ("of", "these"), ("of", "those"), ("among", "them"))
)
LOOSE = ("captives_taken", "captives_held", "population", "other", "forces")
SIDED = ("captives_released", "prisoners_released", "captives_held", "prisoners_held")


@dataclass(frozen=True, slots=True)
class Reading:
    """The measure of a number, the rule that read it, the deed that governs it and the mood, where known.

    `governs` is whether the number is the deed’s direct object, `side` whose people an open reading counts.
    """

    measure: str
    rule: str
    event: Event | None = None
    mood: Status | None = None
    governs: bool = False
    side: Side | None = None


def is_part(place: Place) -> bool:
    """Whether the number is told as a part: "including 117 children", "34 of whom", "69 of them women"."""
    before, inside = place.words[max(place.number - 2, 0) : place.number], place.words[place.number : place.last]
    before = place.words[max(place.first - 2, 0) : place.first] if place.first < place.number else before
    if before in PARTS or (any(is_a(word, "partitive") for word in before) and not _is_among(place)):
        return True
    return any(pair in PARTS for pair in pairwise(inside))


def opens_with_part(place: Place) -> bool:
    """Whether the sentence breaks down a number told before it: "*Of these*, 250 had been serving life terms"."""
    return place.words[:2] in PARTS


def _is_among(place: Place) -> bool:
    """Whether others are said to be among those counted: "three Americans will be among the *50*"."""
    return "be" in place.words[max(place.number - 4, 0) : place.number]


def measure_of_part(case: Case, whole: Reading) -> Reading:
    """The measure of a part: its own fate where one is told, else that of its whole.

    In "46,000 killed and 110,000 hurt, including 38 on Monday" the 38 are dead.
    """
    if whole.measure == "injured" and case.toll and case.bare:
        return Reading("killed", "part", mood="actual")
    return _own_fate(case, whole) or of_whole(case, whole)


def _own_fate(case: Case, whole: Reading) -> Reading | None:
    """What befell a part of those seized, held or merely counted: "of 251 seized, 117 *have come home*".

    The living and the dead among captives are told as those still held.
    """
    told = governor(case.place) if whole.measure in LOOSE else None
    if told is None or told.agent or told.event.noun or told.event.first < case.place.number:
        return None
    if told.event.kind in ("kill", "missing") and whole.measure.startswith("captives"):
        return None
    beside = told.event.first >= case.place.last or told.event.kind == "injure"
    if told.event.reduced and beside and whole.measure.startswith("captives"):
        return None
    measure = measure_of(case, told)
    return Reading(measure, told.event.kind, told.event) if measure else None


def of_whole(case: Case, parent: Reading) -> Reading:
    """A part is coded like its whole; the living and the dead of those seized are told as those still held."""
    words = case.place.words[case.place.number : case.place.last + 8]
    if parent.measure == "captives_taken" and any(is_noun(word, "alive") for word in words):
        return Reading("captives_held", "part", mood="actual")
    if parent.measure == "population" and case.unit != "people":
        return Reading("other", "share")
    own = side_by_origin(case) if parent.measure in SIDED else None
    measure = f"{own}_{parent.measure.partition('_')[2]}" if own else parent.measure
    return Reading(measure, "part", mood=parent.mood)


def dead_captives(case: Case, whole: Reading | None) -> Reading | None:
    """The dead among captives are bodies to hand over, or told as held with the rest.

    "28 *deceased hostages*" and "returned 27 of the 28 *dead*" are `remains`, "115 hostages, *of whom 41 dead*" held.
    """
    place = case.place
    before = place.words[max(place.first - NEAR, 0) : place.number]
    if (
        whole is not None
        and whole.measure in ("captives_held", "captives_taken")
        and any(pair in PARTS for pair in pairwise(before))
    ):
        return Reading("captives_held", "part")
    event = left_event(place)
    given = event is not None and event.kind == "release" and (speaks_of_captives(case) or case.known.captives)
    if counts(case, "captive") or given:
        return Reading("remains", "bodies", event if given else None)
    return None
