"""The sides of a conflict in an article: armed groups and the states that they fight, or two states."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..authority import table
from ..clauses import Marked
from ..records import Chunks
from ..words.wording import is_noun, nouns
from .events import Event, events

Side = Literal["captives", "prisoners"]

# Palestinians face a state through armed groups, whichever of them an article names.
STATELESS = frozenset(("PS",))
NEAR = 25


@dataclass(frozen=True, slots=True)
class Sides:
    """The armed groups that an article names with the peoples that they come from, else the two states.

    `first` is the state whose release of the other’s people is told first; `captives` whether the article
    speaks of hostages or prisoners at all.
    """

    armed: frozenset[str]
    kin: frozenset[str]
    states: tuple[str, ...]
    first: str | None
    captives: bool

    @property
    def between_states(self) -> bool:
        """Whether two states face each other and no armed group stands between."""
        return not self.armed and len(self.states) == 2

    def opponent(self, state: str | None) -> str | None:
        """The other of the two states."""
        return next((other for other in self.states if other != state), None)


@cache
def _armed_groups() -> dict[str, str]:
    return {row["party"]: row["country"] for row in table("organizations") if row["kind"] == "armed_group"}


def is_state(party: str | None) -> bool:
    """Whether the party is a state by its code."""
    return party is not None and len(party) == 2 and party.isupper() and party not in ("UN", "EU")


def sides(chunks: Chunks, sentences: Sequence[Marked]) -> Sides:
    """The sides of the conflict that an article tells of."""
    groups = _armed_groups()
    parties = [mention.party for mention in chunks.parties]
    armed = Counter(party for party in parties if party in groups)
    states = Counter(party for party in parties if is_state(party) and party not in STATELESS)
    leading = frozenset(party for party, _ in armed.most_common(2))
    two = tuple(party for party, _ in states.most_common(2))
    kin = frozenset(groups[party] for party in leading if groups[party]) | STATELESS
    first = _first_releaser(sentences, two) if not leading and len(two) == 2 else None
    captives = any(not nouns("captive", "prisoner").isdisjoint(marked.words) for marked in sentences)
    return Sides(leading, kin, two, first, captives)


def _first_releaser(sentences: Sequence[Marked], states: tuple[str, ...]) -> str | None:
    """The state that the first tale of a release names as releasing, or whose opponent’s people it frees."""
    for marked in sentences:
        for event in events(marked):
            told = event.kind == "release" and not (event.noun or event.bare)
            releasing = _releaser(marked, event, states) if told else None
            if releasing is not None:
                return releasing
    return None


def _releaser(marked: Marked, event: Event, states: tuple[str, ...]) -> str | None:
    if marked.words[event.last : event.last + 1] == ("by",):
        agents = (head.party for head in marked.heads[event.last + 1 : event.last + 4] if head is not None)
        return next((party for party in agents if party in states), None)
    for place in range(event.first - 1, max(event.first - NEAR, -1), -1):
        head = marked.heads[place]
        if head is None or head.party not in states:
            continue
        freed = event.passive or event.own or is_noun(marked.words[event.first], "getting")
        return next(state for state in states if state != head.party) if freed else head.party
    return None


def side_of_words(words: Sequence[str]) -> Side | None:
    """The side that the noun itself tells: "hostages", "detainees"."""
    for word in words:
        if is_noun(word, "captive"):
            return "captives"
        if is_noun(word, "prisoner", "jail"):
            return "prisoners"
    return None


def side_of_holder(party: str) -> Side | None:
    """The side that a releasing or holding party tells: an armed group holds captives, a state prisoners."""
    if party in _armed_groups():
        return "captives"
    return "prisoners" if is_state(party) else None


def side_of_people(marked: Marked, first: int, last: int, known: Sides) -> Side | None:
    """The side that people’s nation tells: an armed group’s own are prisoners, all others captives."""
    soldiers = any(is_noun(word, "trooper") for word in marked.words[first:last])
    for head in marked.heads[first:last]:
        if head is None or head.party is None or head.kind == "person":
            continue
        if head.party in _armed_groups() or (head.party in known.kin and not soldiers):
            return "prisoners"
        if is_state(head.party):
            return "captives"
    return None


def state_of(marked: Marked, first: int, last: int) -> str | None:
    """The state whose people a phrase names: "303 *Ukrainian* servicemen"."""
    heads = marked.heads[first:last]
    return next((head.party for head in heads if head is not None and is_state(head.party)), None)
