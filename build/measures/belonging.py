"""Whose people a number counts: captives of an armed group, or prisoners of a state."""

from dataclasses import dataclass
from itertools import pairwise

from ..clauses import MARKS
from ..numbers.units import time_units
from ..words.wording import is_a, is_noun
from .events import Event
from .governing import Governor, Place, event_over
from .sides import Side, Sides, side_of_holder, side_of_people, side_of_words, state_of

NEAR = 12
RETURN = 5
BOTH = frozenset(
    (all_, sides)
    for all_, sides in (
        ("each", "side"),
        ("both", "sides"),
        ("each", "party"),
        ("both", "parties"),
        ("each", "country"),
        ("both", "countries"),
    )
)


@dataclass(frozen=True, slots=True)
class Case:
    """A number of people: its place, what it counts, and the side and measure told before it.

    `exchanging` is whether the number told before it is one of people released, `before` their side; `bare`
    whether its noun is left out, `told` then the measure that its paragraph tells of. `seized` is whether it is
    a part of captives, `bodies` whether the number told before it counts bodies; `lately` is the side last told of,
    `toll` whether the sentence tells of dead before its injured.
    """

    place: Place
    counted: tuple[str, ...]
    head: str | None
    unit: str
    known: Sides
    exchanging: bool = False
    before: Side | None = None
    bare: bool = False
    told: str | None = None
    lately: Side | None = None
    seized: bool = False
    bodies: bool = False
    toll: bool = False


def counts(case: Case, *kinds: str) -> bool:
    """Whether the noun counted, or a word beside it, is of one of these classes."""
    return any(is_noun(word, *kinds) for word in case.counted) or (case.head is not None and is_noun(case.head, *kinds))


def speaks_of_captives(case: Case) -> bool:
    """Whether captives are spoken of around the number."""
    return case.seized or case.place.scene.captives or counts(case, "captive", "take")


def near_jail(case: Case) -> bool:
    """Whether the clause speaks of jails: "walked out of Israeli *jails*", "behind *bars*"."""
    words, place = case.place.words, case.place
    for at in range(place.number, min(place.last + NEAR, len(words))):
        if at >= place.last and (words[at] in MARKS or any(first == at for first, _ in place.others)):
            break
        if is_noun(words[at], "jail"):
            return True
    return False


def side_of(case: Case, governor: Governor | None) -> Side:
    """The side that the people belong to, by their noun, the jail, their nation, who holds them, the exchange.

    "Thirty-nine *Palestinians* walked out of Israeli *jails*": prisoners; "50 freed by *the rebels*": captives.
    """
    if _of_both_sides(case.place):
        return "prisoners"
    tied = governor is not None and governor.link is not None and is_a(governor.link, "exchanged")
    told = side_of_words((case.head, *case.counted) if case.head else case.counted)
    if told == "prisoners" and governor is not None and _by_armed_group(case, governor):
        return "captives"
    if case.known.between_states:
        if (
            tied
            and state_of(case.place.marked, case.place.number, case.place.last) is None
            and (other := _across(case))
        ):
            return other
        return _between_states(case, governor) or _across(case) or told or case.before or "captives"
    return (
        told
        or ("prisoners" if near_jail(case) else None)
        or _by_nation(case, governor)
        or ("prisoners" if counts(case, "fighter") else None)
        or (_across(case) if tied else None)
        or _by_holder(case, governor)
        or _across(case)
        or case.before
        or (case.lately if case.bare or "those" in case.counted else None)
        or "captives"
    )


def side_by_origin(case: Case) -> Side | None:
    """The side that nation or holder tell of a part: "318 men, 249 *Houthis* and 69 whom *the Houthis had held*"."""
    return None if case.known.between_states else _by_holder(case, None) or _by_nation(case, None)


def _of_both_sides(place: Place) -> bool:
    words = place.words[max(place.first - 6, 0) : place.last + 5]
    near = place.words[max(place.number - 4, 0) : place.last + 1]
    return (
        any(word == "each" and following not in time_units() for word, following in pairwise((*near, "")))
        or (place.words[place.last : place.last + 5] == ("-", "of", "-", "war", "each"))
        or any(pair in BOTH for pair in pairwise(words))
    )


def _by_nation(case: Case, governor: Governor | None) -> Side | None:
    marked, place = case.place.marked, case.place
    end = place.number
    while end < place.last and (
        place.words[end] == "of" or not is_a(place.words[end], "preposition", "relative") or end == place.number
    ):
        event = event_over(place.scene.events, end)
        if end > place.number and event is not None and not _is_adjective(place, event):
            break
        end += 1
    nation = side_of_people(marked, place.number, end, case.known)
    listed = governor is not None and governor.link is None and governor.event.reduced and governor.listed
    subject = marked.heads[governor.event.first - 1] if governor is not None and governor.event.first else None
    doer = subject is not None and subject.kind in ("party", "person", "office", "noun")
    if nation is None and governor is not None and listed and not doer:
        nation = side_of_people(marked, max(governor.event.first - 3, 0), governor.event.first, case.known)
    return nation


def _by_armed_group(case: Case, governor: Governor) -> bool:
    """Whether those called prisoners are let go by an armed group: "*the Houthis* released 153 detainees"."""
    marked, event = case.place.marked, governor.event
    if not governor.direct or event.noun or event.passive or event.own or event.first > case.place.number:
        return False
    at = event.first - 1
    while at > 0 and is_a(marked.words[at], "have", "modal", "adverb"):
        at -= 1
    head = marked.heads[at] if at >= 0 else None
    return head is not None and head.kind == "party" and head.party in case.known.armed


def _is_adjective(place: Place, event: Event) -> bool:
    """Whether the deed stands before the noun that is counted: "110 *freed* Palestinians"."""
    inside = event.reduced and event.last < place.last
    return inside and not is_a(place.words[event.last], "preposition", "adverb")


def _by_holder(case: Case, governor: Governor | None) -> Side | None:
    """The side told by who frees or holds: "let go *by Israel*", "*the rebels* freed", "held *by the army*"."""
    holder = holding_party(case, governor)
    return side_of_holder(holder) if holder else _held_by_nameless(case, governor)


def _held_by_nameless(case: Case, governor: Governor | None) -> Side | None:
    """The side told by those without a name who hold or free: "the *rebels* hold 60", "the *government* freed 706"."""
    if governor is None or governor.event.first > case.place.number:
        return None
    words = case.place.words
    for at in range(governor.event.first - 1, max(governor.event.first - 7, -1), -1):
        if is_noun(words[at], "fighter"):
            return "captives"
        if is_noun(words[at], "state_actor"):
            return "prisoners" if _lets_go(case, governor) else None
    return None


def _lets_go(case: Case, governor: Governor) -> bool:
    """Whether a state is told to let go its own prisoners, not to win anybody back: no "held *by bandits*"."""
    words, event = case.place.words, governor.event
    if event.noun or event.passive or event.own or is_noun(words[event.first], "getting"):
        return False
    brought = words[event.last - 1] in ("home", "back") or words[event.first].startswith(("br", "secur", "win", "won"))
    return not brought and not any(is_noun(word, "fighter") for word in words[case.place.last : case.place.last + NEAR])


def holding_party(case: Case, governor: Governor | None) -> str | None:
    """The party that frees, holds or seizes the people, where the clause names it."""
    return _named_after(case, governor) or _named_before(case, governor)


def _named_after(case: Case, governor: Governor | None) -> str | None:
    """The party in "freed *by the rebels*", "whom *Hamas* let go"."""
    marked, place = case.place.marked, case.place
    end = max(governor.event.last if governor else place.last, place.last)
    for at in range(place.number, min(end + 6, len(place.words))):
        if at >= place.last and place.words[at] in MARKS:
            break
        if place.words[at] == "by" or (place.words[at] in ("whom", "that") and at - place.number <= 3):
            head = next((one for one in marked.heads[at + 1 : at + 5] if one is not None and one.party), None)
            if head is not None:
                return head.party
    return None


def _named_before(case: Case, governor: Governor | None) -> str | None:
    """The party in "*Hamas* freed 50", the subject of an active verb."""
    if governor is None or governor.event.passive or governor.event.noun or governor.event.own:
        return None
    marked, verb = case.place.marked, governor.event.first
    brought = marked.words[governor.event.last - 1] in ("home", "back")
    if verb > case.place.number or is_noun(marked.words[verb], "getting") or brought:
        return None
    for at in range(verb - 1, max(verb - 8, -1), -1):
        head = marked.heads[at]
        if marked.words[at] in MARKS or (marked.words[at] == "and" and _is_named_by_noun(marked.words[at + 1 : verb])):
            break
        if head is not None and head.party and head.kind != "adjective":
            return head.party
    return None


def _is_named_by_noun(words: tuple[str, ...]) -> bool:
    """Whether the verb has a subject of its own that names no party: "and the *army* released"."""
    return any(is_noun(word, "state_actor", "fighter") for word in words)


def _across(case: Case) -> Side | None:
    """The other side of the exchange from the number told before: "30 prisoners *for* two soldiers"."""
    if case.before is None or not _is_across(case.place):
        return None
    return "captives" if case.before == "prisoners" else "prisoners"


def _is_across(place: Place) -> bool:
    """Whether an exchange ties the number to the one before it: "for two", "in exchange for the freedom of 82"."""
    if place.first and is_a(place.words[place.first - 1], "exchanged"):
        return True
    after = place.words[place.last : place.last + RETURN + 1]
    if any(pair in (("in", "return"), ("in", "exchange")) for pair in pairwise(after[:RETURN])):
        return "for" not in after
    before = max((last for _, last in place.others if last <= place.number), default=place.number)
    return any(
        pair in (("exchange", "for"), ("return", "for")) for pair in pairwise(place.words[before : place.number])
    )


def _between_states(case: Case, governor: Governor | None) -> Side | None:
    """Between two states, the captives are those whom the side named first releases."""
    place, known = case.place, case.known
    nation = state_of(place.marked, place.number, place.last)
    releasing = known.opponent(nation) if nation in known.states else holding_party(case, governor)
    if releasing not in known.states or known.first is None:
        return None
    return "captives" if releasing == known.first else "prisoners"
