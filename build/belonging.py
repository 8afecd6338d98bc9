"""Whose people a number counts: captives of an armed group, or prisoners of a state."""

from dataclasses import dataclass

from .clauses import MARKS, is_a
from .events import is_noun
from .governing import Governor, Place
from .sides import GETTING, Side, Sides, side_of_holder, side_of_people, side_of_words, state_of

EXCHANGED = frozenset(("for", "against", "versus"))
NEAR = 12
BOTH = (
    ("each", "side"),
    ("both", "sides"),
    ("each", "party"),
    ("both", "parties"),
    ("each", "country"),
    ("both", "countries"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A number of people: its place, what it counts, and the side and measure told before it.

    `exchanging` is whether the number told before it is one of people released, `before` their side; `bare`
    whether its noun is left out, `told` then the measure that its paragraph tells of.
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


def counts_any(case: Case, *kinds: str) -> bool:
    """Whether the noun counted, or a word beside it, is of one of these classes."""
    nouns = (case.head,) if case.head else ()
    return any(is_noun(word, kind) for word in (*nouns, *case.counted) for kind in kinds)


def speaks_of_captives(case: Case) -> bool:
    """Whether captives are spoken of around the number."""
    return counts_any(case, "captive") or any(is_noun(word, "captive") for word in case.place.marked.words)


def near_jail(case: Case) -> bool:
    """Whether the clause speaks of jails: "walked out of Israeli *jails*", "behind *bars*"."""
    words, place = case.place.marked.words, case.place
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
    told = side_of_words((case.head, *case.counted) if case.head else case.counted)
    if case.known.between_states:
        return _side_between_states(case, governor) or _across(case) or told or case.before or "captives"
    return (
        told
        or ("prisoners" if near_jail(case) else None)
        or _by_nation(case, governor)
        or ("prisoners" if counts_any(case, "fighter") else None)
        or _by_holder(case, governor)
        or _across(case)
        or case.before
        or "captives"
    )


def side_by_origin(case: Case) -> Side | None:
    """The side that nation or holder tell of a part: "318 men, 249 *Houthis* and 69 whom *the Houthis had held*"."""
    return None if case.known.between_states else _by_holder(case, None) or _by_nation(case, None)


def _of_both_sides(place: Place) -> bool:
    words = place.marked.words[max(place.first - 6, 0) : place.last + 2]
    return any(pair in BOTH for pair in zip(words, words[1:], strict=False))


def _by_nation(case: Case, governor: Governor | None) -> Side | None:
    marked, place = case.place.marked, case.place
    end = next(
        (at for at in range(place.number, place.last) if is_a(marked.words[at], "preposition", "relative")), place.last
    )
    inside = [event.first for event in place.events if place.number < event.first < end]
    nation = side_of_people(marked, place.number, min([end, *inside]), case.known)
    if nation is None and governor is not None and governor.listed and governor.event.reduced:
        nation = side_of_people(marked, max(governor.event.first - 3, 0), governor.event.first, case.known)
    return nation


def _by_holder(case: Case, governor: Governor | None) -> Side | None:
    """The side told by who frees or holds: "let go *by Israel*", "*the rebels* freed", "held *by the army*"."""
    holder = holding_party(case, governor)
    return side_of_holder(holder) if holder else ("captives" if _held_by_fighters(case, governor) else None)


def _held_by_fighters(case: Case, governor: Governor | None) -> bool:
    """Whether armed men without a name hold or free the people: "the *rebels* hold at least 60 foreigners"."""
    if governor is None or governor.event.first > case.place.number:
        return False
    before = case.place.marked.words[max(governor.event.first - 6, 0) : governor.event.first]
    return any(is_noun(word, "fighter") for word in before)


def holding_party(case: Case, governor: Governor | None) -> str | None:
    """The party that frees, holds or seizes the people, where the clause names it."""
    marked, place = case.place.marked, case.place
    end = max(governor.event.last if governor else place.last, place.last)
    for at in range(place.number, min(end + 6, len(marked.words))):
        if at >= place.last and marked.words[at] in MARKS:
            break
        if marked.words[at] == "by":
            head = next((one for one in marked.heads[at + 1 : at + 5] if one is not None and one.party), None)
            if head is not None:
                return head.party
        if marked.words[at] in ("whom", "that") and at - place.number <= 3:
            head = next((one for one in marked.heads[at + 1 : at + 4] if one is not None and one.party), None)
            if head is not None:
                return head.party
    if governor is None or governor.event.passive or governor.event.noun or governor.event.own:
        return None
    if governor.event.first > place.number or marked.words[governor.event.first] in GETTING:
        return None
    for at in range(governor.event.first - 1, max(governor.event.first - 8, -1), -1):
        head = marked.heads[at]
        if marked.words[at] in MARKS:
            break
        if head is not None and head.party and head.kind != "adjective":
            return head.party
    return None


def _across(case: Case) -> Side | None:
    """The other side of the exchange from the number told before: "30 prisoners *for* two soldiers"."""
    words, at = case.place.marked.words, case.place.first - 1
    if at < 0 or words[at] not in EXCHANGED or case.before is None:
        return None
    return "captives" if case.before == "prisoners" else "prisoners"


def _side_between_states(case: Case, governor: Governor | None) -> Side | None:
    """Between two states, the captives are those whom the side named first releases."""
    marked, place, known = case.place.marked, case.place, case.known
    nation = state_of(marked, place.number, place.last)
    holder = holding_party(case, governor)
    releasing = known.opponent(nation) if nation in known.states else holder
    if releasing not in known.states or known.first is None:
        return None
    return "captives" if releasing == known.first else "prisoners"
