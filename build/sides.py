"""Which side of an exchange people belong to: captives of the non-state side, or prisoners of a state."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal

from .authority import table
from .clauses import Head, Marked, singulars
from .events import nouns
from .records import Chunks

Side = Literal["captives", "prisoners"]


@dataclass(frozen=True, slots=True)
class Sides:
    """Who holds whom in an article: the armed groups that it names and the peoples that they come from.

    Where none is named and two states swap, `first` is the state whose release is told first.
    """

    armed: frozenset[str]
    kin: frozenset[str]
    states: tuple[str, ...]

    @property
    def between_states(self) -> bool:
        return not self.armed and len(self.states) > 1


@cache
def _armed_groups() -> dict[str, str]:
    return {row["party"]: row["country"] for row in table("organizations") if row["kind"] == "armed_group"}


def sides(chunks: Chunks) -> Sides:
    """The sides of the conflict that an article tells of."""
    groups = _armed_groups()
    armed = Counter(mention.party for mention in chunks.parties if mention.party in groups)
    states = Counter(m.party for m in chunks.parties if len(m.party) == 2 and m.party.isupper())
    leading = frozenset(party for party, _ in armed.most_common(2))
    kin = frozenset(groups[party] for party in leading if groups[party])
    return Sides(leading, kin, tuple(party for party, _ in states.most_common(2)))


def side_of_words(words: tuple[str, ...]) -> Side | None:
    """The side that the noun itself tells: "hostages", "detainees"."""
    for word in words:
        for form in singulars(word):
            if form in nouns("captive"):
                return "captives"
            if form in nouns("prisoner") or form in nouns("jail"):
                return "prisoners"
    return None


def side_of_holder(head: Head, known: Sides) -> Side | None:
    """The side that a releasing or holding party tells: an armed group holds captives, a state prisoners."""
    if head.party is None:
        return None
    if head.party in _armed_groups():
        return "captives"
    if len(head.party) == 2 and head.party.isupper():
        return "prisoners"
    return None


def side_of_people(marked: Marked, first: int, last: int, known: Sides) -> Side | None:
    """The side that people’s nation tells: an armed group’s own are prisoners, all others captives."""
    for head in marked.heads[first:last]:
        if head is None or head.party is None or head.kind not in ("adjective", "party", "state"):
            continue
        if head.party in _armed_groups() or head.party in known.kin:
            return "prisoners"
        if len(head.party) == 2:
            return "captives"
    return None
