"""What a number of people measures: freed, held, seized, killed, driven out (codebook, "Measures")."""

from dataclasses import dataclass
from itertools import pairwise

from .belonging import Case, counts_any, holding_party, near_jail, side_by_origin, side_of, speaks_of_captives
from .clauses import MARKS, is_a
from .events import Event, is_noun
from .governing import Governor, Place, event_over, governor_left, governors_right
from .mood import Status, is_past_form

NUMBERS = frozenset(["number", "total", "tally", "count", "figure", "toll"])
EXCHANGED = frozenset(("for", "against", "versus"))
FORCE = frozenset(["operation", "raid", "mission", "commandos", "commando", "force", "rescue", "rescuers"])
NEAR = 12
TOLL = 20
WHOLE = 7
PARTS = (("of", "whom"), ("of", "which"), ("of", "them"), ("of", "these"), ("of", "those"))
WEAK = tuple(
    "return receive deport transfer deliver exile banish emerge surrender exit cross pass come hand get got".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The measure of a number, the rule that read it, the deed that governs it and the mood, where known.

    `governs` is whether the number is the deed’s direct object.
    """

    measure: str
    rule: str
    event: Event | None = None
    mood: Status | None = None
    governs: bool = False


def people_measure(case: Case, parent: Reading | None, previous: Reading | None) -> Reading:
    """The measure of a number of people, by its noun, its verb, its whole, or the list that it stands in.

    "Hamas freed 50 of the 240 hostages that it had seized": 50 `captives_released`, 240 `captives_taken`.
    """
    place = case.place
    if _is_part(place) and (parent or previous) is not None:
        return _of_whole(case, parent or previous)
    if counts_any(case, "body") or _bodies(place):
        return Reading("remains", "bodies", _left(place))
    noun = _by_deadly_noun(case)
    governor = _governor(case) or (_numbered(place) if case.bare else None)
    if noun and not (noun == "displaced" and governor and governor.event.kind == "homecoming"):
        return Reading(noun, noun)
    if governor is not None and previous is not None and _outlists(place, governor, previous):
        return _in_list(case, previous)
    if governor is not None and parent is not None and parent.measure.endswith("_held") and _tells_dead(case, governor):
        return _of_whole(case, parent)
    if governor is not None:
        measure = _measure_of(case, governor)
        if measure is not None:
            return Reading(
                measure,
                governor.event.kind,
                governor.event,
                governs=governor.direct and governor.event.first < place.number,
            )
    if _tolled(case):
        return Reading("killed", "toll")
    if _is_exchanged(case):
        return Reading(_released(case, None), "exchanged for")
    if parent is not None:
        return _of_whole(case, parent)
    if previous is not None and continues(place):
        return _in_list(case, previous)
    left = governor_left(place)
    if left is not None and left.listed and not left.agent and _apposed(place, left):
        measure = _measure_of(case, left)
        if measure is not None:
            return Reading(measure, left.event.kind, left.event)
    return _by_noun(case)


def _of_whole(case: Case, parent: Reading) -> Reading:
    """A part is coded like its whole; the living and the dead of those seized are told as those still held."""
    words = case.place.marked.words[case.place.number : case.place.last + 8]
    if parent.measure == "captives_taken" and any(is_noun(word, "alive") for word in words):
        return Reading("captives_held", "part", mood="actual")
    stem, _, ending = parent.measure.partition("_")
    if parent.measure == "population" and case.unit != "people":
        return Reading("other", "share")
    own = side_by_origin(case) if stem in ("captives", "prisoners") and ending in ("released", "held") else None
    return Reading(f"{own}_{ending}" if own else parent.measure, "part", mood=parent.mood)


def _outlists(place: Place, governor: Governor, previous: Reading) -> bool:
    """Whether the list outweighs a participle: "accepted 125 prisoners and 1,200 people *detained* in the war"."""
    beside = governor.event.reduced or governor.relative
    kind = governor.event.kind in ("detain", "hold", "take", "injure")
    return beside and kind and previous.measure.endswith("_released") and continues(place)


def _tells_dead(case: Case, governor: Governor) -> bool:
    return governor.event.kind == "kill" and governor.event.own and "dead" in _words(case, governor.event)


def _apposed(place: Place, left: Governor) -> bool:
    """Whether the number only explains those of whom the deed is told: "the men let go, *24 sailors*, …"."""
    between = place.marked.words[left.event.last : place.number]
    joined = any(is_a(word, "coordinator") for word in between)
    return (left.event.reduced and len(between) <= 2) or (joined and not _has_own_verb(place))


def _has_own_verb(place: Place) -> bool:
    """Whether a verb follows of which the number is the subject: "tens of thousands *marched*"."""
    following = place.marked.words[place.last : place.last + 1]
    return any(is_past_form(word) or is_a(word, "be", "have", "modal") for word in following)


def _is_part(place: Place) -> bool:
    """Whether the number is told as a part: "including 117 children", "34 of whom", "69 of them women"."""
    words = place.marked.words
    before, inside = words[max(place.number - 2, 0) : place.number], words[place.number : place.last]
    if "including" in before or "among" in before or before in PARTS:
        return True
    return any(pair in PARTS for pair in pairwise(inside))


def _bodies(place: Place) -> bool:
    """ "six hostages whose *bodies* were found", "the *bodies* of a father and five others", "eight *in coffins*"."""
    words = place.marked.words
    after = words[place.number : place.last + 2]
    if any(is_noun(word, "body") for word in after) and ("whose" in after or "in" in after):
        return True
    for at in range(place.number - 1, max(place.number - NEAR, 0), -1):
        event = event_over(place.events, at)
        if words[at] in MARKS - {","} or is_a(words[at], "be", "have", "modal", "relative"):
            return False
        if event is not None and not event.noun:
            return False
        if words[at] == "of" and is_noun(words[at - 1], "body"):
            return True
    return False


def _left(place: Place) -> Event | None:
    left = governor_left(place)
    return left.event if left else None


def _by_deadly_noun(case: Case) -> str | None:
    for kind, measure in (("dead", "killed"), ("injured", "injured"), ("displaced", "displaced")):
        if counts_any(case, kind):
            return measure
    return None


def _governor(case: Case) -> Governor | None:
    """The deed that governs the number: its verb before it, else the verb of which it is the subject.

    The whole of "69 of the more than 200 hostages it captured" is governed only by what is told of itself.
    """
    place = case.place
    left = None if _is_whole(place) else governor_left(place)
    right = [one for one in governors_right(place) if not one.agent]
    held = next((one for one in right if one.direct and one.event.kind == "hold" and _still(place, one)), None)
    if held is not None and not (left is not None and left.direct and left.event.passive):
        return held
    if left is not None and left.direct and not left.agent:
        return left
    if _is_whole(place):
        return next((one for one in right if one.direct and (one.relative or one.event.reduced)), None) or _inside(
            place
        )
    if left is not None and left.link in EXCHANGED and left.event.kind == "release":
        return left
    finite = next((one for one in right if not one.event.reduced and not one.relative), None)
    chosen = finite or next((one for one in right if not one.event.reduced), None) or (right[0] if right else None)
    if chosen is not None and (left is None or left.agent or left.listed or left.link or chosen.direct):
        return chosen
    if left is not None and not left.agent and not left.listed and _ties(left):
        return left
    return chosen or _inside(place)


def _ties(left: Governor) -> bool:
    """Whether a preposition still leads from the deed to the number: "killed along *with* two aides"."""
    return left.link in ("to", "back", "into") or (
        left.link == "with" and left.event.kind in ("kill", "injure", "take")
    )


def _numbered(place: Place) -> Governor | None:
    """The deed told of those whose number is given: "the *number of* captives *freed* rose to 4,181"."""
    words = place.marked.words
    for at in range(place.number - 2, max(place.number - TOLL, -1), -1):
        if words[at] in MARKS:
            return None
        if words[at] in NUMBERS and words[at + 1] == "of":
            named = [
                event for event in place.events if at < event.first < place.number and not event.noun and not event.bare
            ]
            return Governor(named[0], False, relative=True) if named else None
    return None


def _inside(place: Place) -> Governor | None:
    """A deed within what is counted: "101 who have not been *freed*", "those *held* by the rebels"."""
    inside = [event for event in place.events if place.number < event.first < place.last and not event.noun]
    return Governor(inside[0], True, relative=True) if inside else None


def _still(place: Place, governor: Governor) -> bool:
    words = place.marked.words[place.number : governor.event.last]
    return "still" in words or any(word.startswith("remain") for word in words)


def _is_whole(place: Place) -> bool:
    """Whether the number is the whole of a share told before it: "half of the *59* captives"."""
    words = place.marked.words
    for at in range(place.number - 1, max(place.number - WHOLE, 0), -1):
        if words[at] == "of":
            return any(first < at <= last for first, last in place.others)
        if words[at] in MARKS or words[at] == "to" or event_over(place.events, at) is not None:
            return False
        if is_a(words[at], "be", "have", "modal", "relative", "coordinator"):
            return False
    return False


def _measure_of(case: Case, governor: Governor) -> str | None:
    event = governor.event
    match event.kind:
        case "release":
            return _of_release(case, governor)
        case "homecoming":
            moved = counts_any(case, "displaced", "population")
            given = governor.direct and not event.own and case.exchanging and not moved
            bound = counts_any(case, "captive", "prisoner") or given
            return _released(case, governor) if bound else "other"
        case "take":
            return "detained" if case.known.armed and counts_any(case, "fighter", "suspect") else "captives_taken"
        case "hold":
            return _held(case, governor)
        case "detain":
            return "prisoners_held" if near_jail(case) else "detained"
        case "rescue":
            return "captives_rescued" if speaks_of_captives(case) else "other"
        case "kill":
            return "captives_held" if counts_any(case, "captive") and _tells_dead(case, governor) else "killed"
        case "injure":
            return "injured"
        case "displace":
            return "displaced"
        case "missing":
            return "captives_held" if counts_any(case, "captive") else "missing"
        case "deploy":
            return "forces"


def _words(case: Case, event: Event) -> tuple[str, ...]:
    return case.place.marked.words[event.first : event.last]


def _of_release(case: Case, governor: Governor) -> str | None:
    words = case.place.marked.words
    if governor.event.negated:
        return _held(case, governor)
    verb = words[governor.event.first]
    weak = verb.startswith(WEAK) and (governor.event.last - governor.event.first == 1 or governor.event.own)
    bound = (
        counts_any(case, "captive", "prisoner", "trooper")
        or case.exchanging
        or near_jail(case)
        or _speaks_of_swap(case)
    )
    bound = bound or (case.known.captives and (governor.event.passive or governor.direct))
    if weak and not bound:
        return None
    if governor.event.noun and verb.startswith(("exchange", "swap")) and not counts_any(case, "captive"):
        return "prisoners_released"
    after = words[governor.event.last : case.place.last + NEAR]
    if FORCE.intersection(after) and not counts_any(case, "prisoner"):
        return "captives_rescued"
    return _released(case, governor)


def _speaks_of_swap(case: Case) -> bool:
    words = case.place.marked.words
    return speaks_of_captives(case) or any(is_noun(word, "swap") for word in words)


def _released(case: Case, governor: Governor | None) -> str:
    return "prisoners_released" if side_of(case, governor) == "prisoners" else "captives_released"


def _held(case: Case, governor: Governor) -> str | None:
    told = counts_any(case, "captive", "prisoner") or speaks_of_captives(case) or _by_party(case, governor)
    active = governor.event.first < case.place.number and "keep" not in _words(case, governor.event)
    known = governor.direct and case.unit == "people" and (case.known.captives or active)
    if not (told or known or governor.event.passive or governor.event.negated):
        side = side_of(case, governor) if near_jail(case) else None
        return f"{side}_held" if side else None
    return "prisoners_held" if side_of(case, governor) == "prisoners" else "captives_held"


def _by_party(case: Case, governor: Governor) -> bool:
    """Whether a party is said to hold the people: "Baku still *holds* 23 Armenians"."""
    left = governor.event.first < case.place.number and governor.direct
    return left and (holding_party(case, governor) is not None or counts_any(case, "trooper", "civilian"))


def _tolled(case: Case) -> bool:
    """Whether a toll or the dead lead up to the number: "the *toll* passed 40,000", "put the *dead* at 14,854"."""
    words, place = case.place.marked.words, case.place
    if any(is_noun(word, "toll") for word in words[place.first : place.last]):
        return True
    if not case.bare:
        return False
    for at in range(place.number - 1, max(place.number - TOLL, -1), -1):
        if words[at] in MARKS - {","}:
            return False
        if is_noun(words[at], "toll") or (is_noun(words[at], "dead") and words[at - 1] in ("the", "of")):
            return True
    return False


def _is_exchanged(case: Case) -> bool:
    """Whether the number is one side of a bargain: "40 hostages *for* 900", "a truce *for* 40 hostages"."""
    words, place = case.place.marked.words, case.place
    if place.first and words[place.first - 1] in EXCHANGED:
        bound = counts_any(case, "captive", "prisoner") or case.exchanging or speaks_of_captives(case)
        return bound or any(place.first - 3 <= end < place.first for _, end in place.others)
    for at in range(place.last, min(place.last + 4, len(words))):
        if words[at] in EXCHANGED:
            return any(at < first <= at + 4 for first, _ in place.others)
    return False


def continues(place: Place) -> bool:
    """Whether only a list stands between the previous number and this one."""
    before = [end for _, end in place.others if end <= place.number]
    if not before or place.number - before[-1] > NEAR:
        return False
    between = place.marked.words[before[-1] : place.number]
    if _has_own_verb(place) and ("," in between or not any(is_a(word, "coordinator") for word in between)):
        return False
    verbs = ("be", "have", "do", "modal", "relative", "subordinator")
    return not any(word in MARKS - {","} or (is_a(word, *verbs) and word != "being") for word in between)


def _in_list(case: Case, previous: Reading) -> Reading:
    """The previous number’s measure, on the side of its own people."""
    stem, _, ending = previous.measure.partition("_")
    measure = previous.measure
    if stem in ("captives", "prisoners") and ending in ("released", "held"):
        measure = f"{side_of(case, None)}_{ending}"
    return Reading(measure, "list", mood=previous.mood)


def _by_noun(case: Case) -> Reading:
    """What the noun alone tells: captives whom nothing befalls are still held."""
    for kind, measure in (
        ("captive", "captives_held"),
        ("prisoner", "prisoners_held"),
        ("missing_noun", "missing"),
        ("victim", "killed"),
    ):
        if counts_any(case, kind):
            return Reading(measure, "noun")
    if case.bare and (case.head is None or case.counted) and case.told is not None:
        return Reading(case.told, "told before")
    if counts_any(case, "population"):
        return Reading("population" if case.unit == "people" else "other", "population")
    if case.head is not None and (is_noun(case.head, "trooper") or is_noun(case.head, "fighter")):
        return Reading("forces", "default forces")
    return Reading("other", "default")
