"""What a number of people measures: freed, held, seized, killed, driven out (codebook, "Measures")."""

from dataclasses import dataclass

from .clauses import MARKS, Marked, is_a
from .durations import is_noun
from .events import Event
from .governing import Governor, Place, governor_left, governors_right
from .mood import Status
from .sides import Side, Sides, side_of_holder, side_of_people, side_of_words

PARTITIVES = frozenset(("including", "among", "of", "comprising", "counting"))
EXCHANGED = frozenset(("for", "against", "versus"))
WEAK = frozenset(
    (
        "return",
        "deport",
        "transfer",
        "deliver",
        "exile",
        "banish",
        "emerge",
        "surrender",
        "exit",
        "cross",
        "pass",
        "come",
    )
)
NEAR = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """The measure of a number, the rule that read it, the deed that governs it and the mood, where known."""

    measure: str
    rule: str
    event: Event | None = None
    mood: Status | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A number of people: its place, what it counts, and the readings that it may share."""

    place: Place
    counted: tuple[str, ...]
    head: str | None
    parent: Reading | None
    previous: Reading | None
    known: Sides

    def counts(self, *kinds: str) -> bool:
        """Whether the noun counted, or a word beside it, is of one of these classes."""
        nouns = (self.head,) if self.head else ()
        return any(is_noun(word, kind) for word in (*nouns, *self.counted) for kind in kinds)


def people_measure(case: Case) -> Reading:
    """The measure of a number of people, by its noun, its verb, its whole, or the list that it stands in."""
    if case.parent is not None and _is_part(case.place):
        return Reading(case.parent.measure, "part", mood=case.parent.mood)
    if case.counts("body") or _whose_bodies(case.place):
        return Reading("remains", "bodies")
    governor = _governor(case)
    if case.counts("dead"):
        return Reading("killed", "dead")
    if case.counts("injured"):
        return Reading("injured", "injured")
    if case.counts("displaced") and not (governor and governor.event.kind == "homecoming"):
        return Reading("displaced", "displaced")
    if governor is not None:
        measure = _measure_of(case, governor)
        if measure is not None:
            return Reading(measure, governor.event.kind, governor.event)
    if _tolled(case):
        return Reading("killed", "toll")
    if _is_exchanged(case):
        return Reading(_released(case, None), "exchanged for")
    if case.parent is not None:
        return Reading(case.parent.measure, "part", mood=case.parent.mood)
    if case.previous is not None and _continues(case):
        return _resided(case, case.previous)
    return _by_noun(case)


def _is_part(place: Place) -> bool:
    """Whether the number is told as a part: "including 117 children", "34 of whom", "69 of them women"."""
    words = place.marked.words
    before = words[max(place.first - 2, 0) : place.first]
    inside = words[place.first : place.last + 3]
    if any(word in PARTITIVES for word in before) and not (before[-1:] == ("of",)):
        return True
    return any(
        pair in (("of", "whom"), ("of", "which"), ("of", "them"), ("of", "these"), ("of", "those"))
        for pair in zip(inside, inside[1:], strict=False)
    ) or (before == ("of", "whom") or before == ("among", "them"))


def _whose_bodies(place: Place) -> bool:
    """ "six hostages whose bodies were found", "the bodies of a father and five others"."""
    words = place.marked.words
    if words[place.last : place.last + 1] == ("whose",) and is_noun(words[min(place.last + 1, len(words) - 1)], "body"):
        return True
    for at in range(place.first - 1, max(place.first - NEAR, 0), -1):
        if words[at] in MARKS - {","} or is_a(words[at], "be", "have", "modal", "relative"):
            return False
        if words[at] == "of" and is_noun(words[at - 1], "body"):
            return True
    return False


def _governor(case: Case) -> Governor | None:
    """The deed that governs the number: its verb before it, else the verb of which it is the subject."""
    left = governor_left(case.place)
    if left is not None and left.direct and not left.agent:
        return left
    right = [one for one in governors_right(case.place) if not one.agent]
    finite = next((one for one in right if not one.event.reduced or one.event.passive), None)
    chosen = finite or (right[0] if right else None)
    if chosen is not None and (left is None or left.agent or chosen.direct or left.listed or left.link):
        return chosen
    if left is None or left.agent:
        return None
    if left.listed or left.link in ("with", "to", "back", "into", *EXCHANGED):
        return left
    return chosen


def _measure_of(case: Case, governor: Governor) -> str | None:
    event = governor.event
    match event.kind:
        case "release":
            return _of_release(case, governor)
        case "homecoming":
            if case.counts("captive", "prisoner") or _in_exchange(case):
                return _released(case, governor)
            return "other"
        case "take":
            return "detained" if _by_state(case, event) else "captives_taken"
        case "hold":
            return _held(case, governor)
        case "detain":
            return "prisoners_held" if _near_jail(case) else "detained"
        case "rescue":
            return "captives_rescued" if _among_captives(case) else "other"
        case "kill":
            return "killed"
        case "injure":
            return "injured"
        case "displace":
            return "displaced"
        case "missing":
            return "captives_held" if case.counts("captive") else "missing"
        case "deploy":
            return "forces"


def _of_release(case: Case, governor: Governor) -> str | None:
    words = case.place.marked.words
    if governor.event.negated:
        return _held(case, governor)
    verb = words[governor.event.first]
    weak = any(verb.startswith(stem[:-1]) for stem in WEAK)
    if weak and not (_among_captives(case) or case.counts("prisoner") or _in_exchange(case) or _near_jail(case)):
        return None
    if governor.event.noun and verb.startswith(("exchange", "swap")) and not case.counts("captive"):
        return "prisoners_released"
    return _released(case, governor)


def _released(case: Case, governor: Governor | None) -> str:
    return "prisoners_released" if _side(case, governor) == "prisoners" else "captives_released"


def _held(case: Case, governor: Governor) -> str | None:
    told = case.counts("captive", "prisoner") or governor.event.passive or _among_captives(case) or _near_jail(case)
    if not told and _named_holder(case, governor) is None:
        return None
    return "prisoners_held" if _side(case, governor) == "prisoners" else "captives_held"


def _side(case: Case, governor: Governor | None) -> Side:
    """The side that the people belong to, by their noun, the jail, their nation, who holds them, the exchange."""
    if _of_both_sides(case.place):
        return "prisoners"
    told = side_of_words((case.head, *case.counted) if case.head else case.counted)
    if told and not case.known.between_states:
        return told
    if _near_jail(case):
        return "prisoners"
    nation = side_of_people(case.place.marked, case.place.first, case.place.last, case.known)
    if nation is None and governor is not None and governor.listed and governor.event.reduced:
        before = governor.event.first
        nation = side_of_people(case.place.marked, max(before - 3, 0), before, case.known)
    if nation:
        return nation
    holder = _named_holder(case, governor)
    if holder:
        return holder
    if _after_exchange_word(case.place) and case.previous is not None:
        return "captives" if case.previous.measure.startswith("prisoners") else "prisoners"
    if told:
        return told
    if case.previous is not None and case.previous.measure.startswith("prisoners"):
        return "prisoners"
    if case.counts("fighter"):
        return "prisoners"
    return "captives"


def _of_both_sides(place: Place) -> bool:
    words = place.marked.words[max(place.first - 6, 0) : place.last + 2]
    return any(
        pair in (("each", "side"), ("both", "sides"), ("each", "party"), ("both", "parties"))
        for pair in zip(words, words[1:], strict=False)
    )


def _named_holder(case: Case, governor: Governor | None) -> Side | None:
    """The side told by who frees or holds: "let go *by Israel*", "*Hamas* freed", "held *by the Houthis*"."""
    marked, place = case.place.marked, case.place
    end = governor.event.last if governor else place.last
    for at in range(place.last, min(max(end, place.last) + 6, len(marked.words))):
        if marked.words[at] == "by":
            head = next((h for h in marked.heads[at + 1 : at + 5] if h is not None and h.party), None)
            if head is not None:
                return side_of_holder(head, case.known)
        if marked.words[at] in MARKS:
            break
    if governor is None or governor.event.passive or governor.event.noun or governor.event.own:
        return None
    for at in range(governor.event.first - 1, max(governor.event.first - 8, -1), -1):
        head = marked.heads[at]
        if marked.words[at] in MARKS:
            break
        if head is not None and head.party and head.kind != "adjective":
            return side_of_holder(head, case.known)
    return None


def _near_jail(case: Case) -> bool:
    """Whether the clause speaks of jails: "walked out of Israeli *jails*", "behind *bars*"."""
    words, place = case.place.marked.words, case.place
    for at in range(place.last, min(place.last + NEAR, len(words))):
        if words[at] in MARKS or (at > place.last and any(first == at for first, _ in place.others)):
            break
        if is_noun(words[at], "jail"):
            return True
    return False


def _among_captives(case: Case) -> bool:
    """Whether captives are spoken of around the number."""
    if case.counts("captive"):
        return True
    return any(is_noun(word, "captive") for word in case.place.marked.words)


def _in_exchange(case: Case) -> bool:
    return case.previous is not None and case.previous.measure.endswith("_released")


def _by_state(case: Case, event: Event) -> bool:
    """Whether a state’s forces take the people: "the army captured 30 militants"."""
    if not case.known.armed or not case.counts("fighter", "suspect"):
        return False
    return True


def _tolled(case: Case) -> bool:
    """Whether a toll or the dead lead up to the number: "the *toll* passed 40,000", "put the *dead* at 14,854"."""
    words, place = case.place.marked.words, case.place
    if any(is_noun(word, "toll") for word in words[place.first : place.last]):
        return True
    if case.head is not None and not is_noun(case.head, "toll"):
        return False
    for at in range(place.first - 1, max(place.first - NEAR - 2, -1), -1):
        if words[at] in MARKS - {","}:
            return False
        if is_noun(words[at], "toll") or (is_noun(words[at], "dead") and words[at - 1] in ("the", "of")):
            return True
    return False


def _is_exchanged(case: Case) -> bool:
    """Whether the number is one side of a bargain: "40 hostages *for* 900", "a truce *for* 40 hostages"."""
    words, place = case.place.marked.words, case.place
    if _after_exchange_word(place):
        return (
            case.counts("captive", "prisoner")
            or _in_exchange(case)
            or _among_captives(case)
            or any(end == place.first - 1 for _, end in place.others)
        )
    for at in range(place.last, min(place.last + 4, len(words))):
        if words[at] in EXCHANGED:
            return any(at < first <= at + 4 for first, _ in place.others)
    return False


def _after_exchange_word(place: Place) -> bool:
    words = place.marked.words
    return place.first > 0 and words[place.first - 1] in EXCHANGED


def _continues(case: Case) -> bool:
    """Whether only a list stands between the previous number and this one."""
    place = case.place
    before = [end for _, end in place.others if end <= place.first]
    if not before or place.first - before[-1] > NEAR:
        return False
    between = place.marked.words[before[-1] : place.first]
    return not any(
        word in MARKS - {","} or is_a(word, "be", "have", "do", "modal", "relative", "subordinator") for word in between
    )


def _resided(case: Case, previous: Reading) -> Reading:
    """The previous number’s measure, on the side of its own people."""
    stem, _, ending = previous.measure.partition("_")
    if stem in ("captives", "prisoners") and ending in ("released", "held"):
        return Reading(f"{_side(case, None)}_{ending}", "list", mood=previous.mood)
    return Reading(previous.measure, "list", mood=previous.mood)


def _by_noun(case: Case) -> Reading:
    """What the noun alone tells: captives whom nothing befalls are still held."""
    for kind, measure in (
        ("captive", "captives_held"),
        ("prisoner", "prisoners_held"),
        ("missing_noun", "missing"),
        ("population", "population"),
    ):
        if case.counts(kind):
            return Reading(measure, f"noun {kind}")
    if case.head is not None and (is_noun(case.head, "trooper") or is_noun(case.head, "fighter")):
        return Reading("forces", "noun forces")
    return Reading("other", "default")
