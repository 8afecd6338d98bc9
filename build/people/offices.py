"""Office phrases: an office with whom it serves and the body it belongs to, from first modifier to complement.

"Qatar’s foreign ministry spokesman", "Director of the US Central Intelligence Agency", "the directors of the CIA and
the Mossad" (two offices), "head of Israel’s domestic service, the Shin Bet", "deputy minister for human rights".
"""

from dataclasses import dataclass

from ..authority import words
from ..records import Token
from ..words.phrasebook import HYPHENS
from .candidates import Candidate
from .complements import BODIES, JOINTS, POSSESSIVE, Complements, modifies
from .marks import Mark

INTELLIGENCE = frozenset({"intelligence", "spy", "espionage"})
MILITARY = frozenset({"army", "military", "forces"})
ACTORS = ("organization", "state", "adjective")
OWNERS = frozenset({"president", "minister", "premier"})


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office phrase, `tokens[first:after]`, its head `tokens[head:head_after]`.

    `bodies` are the parties and organisations that it names, in order: one holder each where `many`. `anaphor` says
    that it refers back ("the movement’s leader", "its", "whose"), `possessor` that a person stands for the country
    ("his envoy", "Trump’s envoy"), `nested` that it stands in the complement of another ("adviser to its
    political leader").
    """

    first: int
    head: int
    head_after: int
    after: int
    kind: str
    many: bool
    bodies: tuple[Mark, ...]
    anaphor: str | None
    possessor: bool
    nested: bool


def find_office_phrases(
    tokens: tuple[Token, ...], marks: list[Mark], candidates: list[Candidate]
) -> list[OfficePhrase]:
    """The office phrases of a sentence in order, none within another's first words."""
    reader = _Reader(tokens, marks, candidates)
    found: list[OfficePhrase] = []
    for mark in marks:
        if mark.kind != "office" or reader.is_verb(mark) or reader.is_modifier(mark):
            continue
        nested = bool(found) and mark.first < found[-1].after
        if not nested or mark.first > found[-1].head:
            floor = found[-1].after if found and not nested else found[-1].head + 1 if found else 0
            found.append(reader.phrase(mark, floor, nested))
    return found


class _Reader:
    def __init__(self, tokens: tuple[Token, ...], marks: list[Mark], candidates: list[Candidate]) -> None:
        self.tokens = tokens
        self.starting = {mark.first: mark for mark in marks}
        self.ending = {mark.after: mark for mark in marks}
        self.complements = Complements(tokens, marks, candidates)
        self.name_ends = {candidate.after for candidate in candidates}

    def is_verb(self, mark: Mark) -> bool:
        """ "Who heads the delegation", "the convoy heads to the border": no office."""
        if mark.after - mark.first > 1 or self.tokens[mark.first].lower not in ("heads", "chairs", "head", "chair"):
            return False
        before = self.tokens[mark.first - 1].lower if mark.first else ""
        after = self.tokens[mark.after].lower if mark.after < len(self.tokens) else ""
        subject = before in ("who", "which", "that", "to", "he", "she", "they", "now", "also", "will", "and")
        return (
            subject
            or mark.first in self.name_ends
            or after in ("to", "for", "into", "towards", "toward", "back", "home")
        )

    def is_modifier(self, mark: Mark) -> bool:
        """ "Deputy", "chief" before another office: "deputy intelligence chief", "chief peace negotiator"."""
        if self.tokens[mark.first].lower not in words("offices", "modifier") or mark.after - mark.first > 1:
            return False
        for place in range(mark.after, min(mark.after + 4, len(self.tokens))):
            following = self.starting.get(place)
            if following is not None and following.kind == "office":
                return True
            if not modifies(self.tokens[place]) and self.tokens[place].text not in HYPHENS:
                return False
        return False

    def phrase(self, mark: Mark, floor: int, nested: bool) -> OfficePhrase:
        """The phrase around the office word that `mark` is."""
        assert mark.office is not None
        first, before, anaphor, possessor = self._leftwards(mark.first, floor, mark.office.many)
        after, behind, referring = self.complements.of(mark)
        bodies = (*before, *behind)
        kind = kind_of(mark.office.kind, {token.lower for token in self.tokens[first:after]}, bodies)
        many = mark.office.many
        refers = anaphor or referring
        return OfficePhrase(first, mark.first, mark.after, after, kind, many, bodies, refers, possessor, nested)

    def _leftwards(self, head: int, floor: int, many: bool) -> tuple[int, list[Mark], str | None, bool]:
        """Back over modifiers to the first word: "(Qatar’s) | foreign ministry | spokesman"."""
        bodies: list[Mark] = []
        place = head
        while place > floor:
            mark = self.ending.get(place)
            previous = self.tokens[place - 1]
            if mark is not None and mark.kind in BODIES and mark.first >= floor:
                if not self._is_descriptive(place):
                    bodies.insert(0, mark)
                place = mark.first
            elif mark is not None and mark.kind == "office" and mark.first >= floor and modifies(previous):
                place = mark.first
            elif (
                (previous.text in POSSESSIVE and place - 1 > floor and self._owns(place - 1))
                or modifies(previous)
                or (previous.text in HYPHENS and place - 1 > floor)
                or (many and previous.text in JOINTS and self._shared(place - 1, bodies))
            ):
                place -= 1
            else:
                break
        anaphor, possessor = self._reference(place)
        while place < head and self.tokens[place].text in (*HYPHENS, *POSSESSIVE, *JOINTS):
            place += 1
        return place, bodies, anaphor, possessor

    def _owns(self, place: int) -> bool:
        """Whether a body, or a part of one, stands before a possessive: "Qatar’s", "the army’s"."""
        mark, part = self.ending.get(place), self.tokens[place - 1]
        if mark is not None and mark.kind in BODIES:
            return True
        named = modifies(part) or part.lower in words("offices", "body")
        return named and part.lower not in words("offices", "anaphor")

    def _reference(self, place: int) -> tuple[str | None, bool]:
        """What the word before a phrase refers back to: a body ("its", "the movement’s"), or a person ("his")."""
        before = self.tokens[place - 1] if place else None
        if before is None:
            return None, False
        if before.lower in ("its", "their", "whose"):
            return before.lower, False
        named = place in self.name_ends or (before.text in POSSESSIVE and place - 1 in self.name_ends)
        if named or before.lower in ("his", "her"):
            return None, True
        owner = self.tokens[place - 2].lower if before.text in POSSESSIVE and place > 1 else ""
        if owner:
            return (owner if owner in words("offices", "anaphor") else None), owner in OWNERS
        return (before.lower if before.text.islower() and before.lower in words("offices", "anaphor") else None), False

    def _is_descriptive(self, place: int) -> bool:
        """Whether a name only describes, as in "Qatar-based", "Iran-backed"."""
        return self.tokens[place].text in HYPHENS and self.tokens[place + 1].text.islower()

    def _shared(self, joint: int, bodies: list[Mark]) -> bool:
        """Whether one office is shared out: "US and Israeli intelligence chiefs"."""
        mark = self.ending.get(joint)
        if not bodies or mark is None or mark.kind not in ACTORS or bodies[0].kind not in ACTORS:
            return False
        return mark.organization is None or mark.organization.kind != "media"


def kind_of(kind: str, around: set[str], bodies: tuple[Mark, ...]) -> str:
    """The kind of office; "head", "chief", "director" and "leader" take it from the body that they lead."""
    led = {mark.organization.kind for mark in bodies if mark.organization is not None}
    military = "military" in led or bool(around & MILITARY)
    if kind == "chief_of_staff" and military:
        return "military_chief"
    if kind not in ("head", "leader"):
        return kind
    if "intelligence" in led or "domestic_security" in led:
        return "head_of_domestic_security" if "domestic_security" in led else "head_of_intelligence"
    if kind == "leader" or "deputy" in around:
        return "military_chief" if kind == "leader" and "military" in led else kind
    if around & INTELLIGENCE:
        return "head_of_intelligence"
    if military:
        return "military_chief"
    return "leader" if "political" in around or led & {"armed_group", "party"} else kind


def groups_of(bodies: tuple[Mark, ...], tokens: tuple[Token, ...]) -> tuple[tuple[Mark, ...], ...]:
    """The bodies of a phrase, a state with the organisation right after it as one: "Israel’s Mossad"."""
    groups: list[tuple[Mark, ...]] = []
    for mark in bodies:
        last = groups[-1][-1] if groups else None
        if last is not None and last.kind in ("state", "adjective") and mark.kind == "organization":
            between = tokens[last.after : mark.first]
            if all(token.text in POSSESSIVE for token in between):
                groups[-1] = (*groups[-1], mark)
                continue
        groups.append((mark,))
    return tuple(groups)
