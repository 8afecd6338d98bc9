"""Office phrases: an office with whom it serves and the body it belongs to, from first modifier to complement.

"Qatar’s foreign ministry spokesman", "Director of the US Central Intelligence Agency", "the directors of the CIA and the
Mossad" (two offices), "head of Israel’s domestic service, the Shin Bet", "deputy minister for human rights".
"""

from dataclasses import dataclass
from functools import cache

from .authority import table, words
from .candidates import Candidate
from .lexicon import is_common, is_given
from .marks import Mark
from .phrasebook import HYPHENS
from .records import Token

POSSESSIVE = frozenset({"’s", "'s", "ʼs", "’S", "'S", "’", "'"})
BODIES = ("organization", "state", "adjective", "place")
JOINTS = frozenset({",", "and", "&", "/"})
DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "that", "another", "one"])
INTRODUCERS = {
    "of": None,
    "for": None,
    "to": frozenset({"envoy", "ambassador", "adviser", "nominee", "head", "official", "commissioner"}),
    "at": frozenset({"spokesperson", "counterpart", "official", "head", "adviser", "ambassador", "minister", "deputy_minister"}),
    "on": frozenset({"adviser", "envoy", "commissioner"}),
    "with": frozenset({"official", "spokesperson"}),
    "from": frozenset({"official", "lawmaker"}),
}
INTELLIGENCE = frozenset({"intelligence", "spy", "espionage", "mossad"})
MILITARY = frozenset({"army", "military", "staff", "forces"})


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office phrase, `tokens[first:after]`, its head word at `head`.

    `bodies` are the parties and organisations that it names, in order: one holder each where `many`. `anaphor` says
    that it refers back ("the movement’s leader", "its", "whose"), `possessor` that a person stands for the country ("his
    envoy", "Trump’s envoy"), `nested` that it stands in the complement of another ("adviser to its political leader").
    """

    first: int
    head: int
    after: int
    kind: str
    many: bool
    bodies: tuple[Mark, ...]
    anaphor: str | None
    possessor: bool
    nested: bool


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("offices") if row["class"] == name)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in table("grammar"))


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
        self.names = {candidate.first: candidate for candidate in candidates}
        self.name_ends = {candidate.after for candidate in candidates}

    def is_verb(self, mark: Mark) -> bool:
        """ "Who heads the delegation" has no head."""
        if mark.after - mark.first > 1 or self.tokens[mark.first].lower not in ("heads", "chairs", "head", "chair"):
            return False
        before = self.tokens[mark.first - 1].lower if mark.first else ""
        return before in ("who", "which", "that", "to", "he", "she", "now", "also", "will", "and") or mark.first in self.name_ends

    def is_modifier(self, mark: Mark) -> bool:
        """ "Deputy", "chief" before another office: "deputy intelligence chief", "chief peace negotiator"."""
        if self.tokens[mark.first].lower not in _class("modifier") or mark.after - mark.first > 1:
            return False
        for place in range(mark.after, min(mark.after + 4, len(self.tokens))):
            following = self.starting.get(place)
            if following is not None and following.kind == "office":
                return True
            if not self._modifies(self.tokens[place]) and self.tokens[place].text not in HYPHENS:
                return False
        return False

    def phrase(self, mark: Mark, floor: int, nested: bool) -> OfficePhrase:
        """The phrase around the office word that `mark` is."""
        assert mark.office is not None
        first, before, anaphor, possessor = self._leftwards(mark.first, floor, mark.office.many)
        after, behind, anaphor_behind = self._complement(mark)
        bodies = (*before, *behind)
        kind = self._kind(mark, first, after, bodies)
        many = mark.office.many
        return OfficePhrase(first, mark.first, after, kind, many, bodies, anaphor or anaphor_behind, possessor, nested)

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
            elif mark is not None and mark.kind == "office" and mark.first >= floor and self._modifies(previous):
                place = mark.first
            elif previous.text in POSSESSIVE and place - 1 in self.ending and place - 1 > floor:
                place -= 1
            elif self._modifies(previous) or (previous.text in HYPHENS and place - 1 > floor):
                place -= 1
            elif many and previous.text in JOINTS and self._shared(place - 1, bodies):
                place -= 1
            else:
                break
        anaphor, possessor = self._reference(place)
        while place < head and self.tokens[place].text in (*HYPHENS, *POSSESSIVE, *JOINTS):
            place += 1
        return place, bodies, anaphor, possessor

    def _modifies(self, token: Token) -> bool:
        return token.lower in _class("modifier") or token.lower in _class("epithet")

    def _reference(self, place: int) -> tuple[str | None, bool]:
        """What the word before a phrase refers back to: a body ("its", "the movement’s"), or a person ("his")."""
        before = self.tokens[place - 1] if place else None
        if before is None:
            return None, False
        if before.lower in ("its", "their", "whose"):
            return before.lower, False
        if before.lower in ("his", "her") or (before.text in POSSESSIVE and place - 1 in self.name_ends):
            return None, True
        if before.text in POSSESSIVE and place > 1:
            owner = self.tokens[place - 2].lower
            return (owner if owner in _class("anaphor") else None), owner in ("president", "minister", "premier")
        return (before.lower if before.text.islower() and before.lower in _class("anaphor") else None), False

    def _is_descriptive(self, place: int) -> bool:
        """Whether a name only describes, as in "Qatar-based", "Iran-backed"."""
        return self.tokens[place].text in HYPHENS and self.tokens[place + 1].text.islower()

    def _shared(self, joint: int, bodies: list[Mark]) -> bool:
        """Whether one office is shared out: "US and Israeli intelligence chiefs"."""
        mark = self.ending.get(joint)
        if not bodies or mark is None or mark.kind not in ("organization", "state", "adjective"):
            return False
        if mark.organization is not None and mark.organization.kind == "media":
            return False
        return bodies[0].kind in ("organization", "state", "adjective")

    def _complement(self, office: Mark) -> tuple[int, list[Mark], str | None]:
        """On over "of the CIA and the Mossad", "for human rights": the index after it, and the bodies named."""
        assert office.office is not None
        bodies: list[Mark] = []
        anaphor = None
        after = place = office.after
        while place < len(self.tokens) and self.tokens[place].lower in INTRODUCERS and place - office.after < 24:
            allowed = INTRODUCERS[self.tokens[place].lower]
            if allowed is not None and office.office.kind not in allowed:
                break
            if self.tokens[place].lower == "to" and not self._starts_body(place + 1):
                break
            end, named, refers = self._noun_phrase(place + 1, office.office.many)
            if end == place + 1:
                break
            bodies += named
            anaphor = anaphor or refers
            after = place = end
        return after, bodies, anaphor

    def _noun_phrase(self, place: int, many: bool) -> tuple[int, list[Mark], str | None]:
        """A complement’s noun phrase: the index after it, its bodies, and what it refers back with."""
        start, bodies, anaphor = place, list[Mark](), None
        if place < len(self.tokens) and self.tokens[place].lower in DETERMINERS:
            anaphor = self.tokens[place].lower if self.tokens[place].lower in ("its", "their") else None
            place += 1
        end, plain, owned = 0, 0, False
        while place < len(self.tokens):
            token, mark = self.tokens[place], self.starting.get(place)
            if mark is not None and mark.kind in BODIES:
                bodies.append(mark)
                place = end = mark.after
            elif mark is not None and mark.kind == "office" and not end:
                end = self.names[mark.after].after if mark.after in self.names else mark.after
                break
            elif token.text in POSSESSIVE and end:
                place, owned = place + 1, True
            elif token.text == "(" and end and self._closes(place + 2):
                place = end = place + 3
            elif token.text == "," and plain and self._renamed(place):
                place += 2
            elif token.lower in JOINTS and bodies and (many or token.text != ",") and self._further_body(place + 1):
                place += 1 + (self.tokens[place + 1].lower in DETERMINERS)
            elif token.text in HYPHENS and end and place + 1 < len(self.tokens):
                place += 1
            elif place in self.names and (not end or self._is_thing(self.names[place].after)):
                place = end = self.names[place].after
            elif (bodies and self._names_part(place)) or (
                plain < 4
                and (not bodies or owned or bodies[-1].kind == "adjective")
                and (self._plain_noun(token) or (token.text[0].isupper() and place + 1 in self.names))
            ):
                anaphor = anaphor or (token.lower if token.lower in _class("anaphor") and not bodies else None)
                place, end, plain = place + 1, place + 1, plain + 1
            else:
                break
        return (end or start), bodies, anaphor

    def _names_part(self, place: int) -> bool:
        """Whether a part of a body follows: "Hamas | political bureau", "the rebels’ | peace panel"."""
        for step in range(place, min(place + 3, len(self.tokens))):
            if self.tokens[step].lower in _class("body"):
                return True
            if not self._modifies(self.tokens[step]):
                return False
        return False

    def _closes(self, place: int) -> bool:
        return place < len(self.tokens) and self.tokens[place].text == ")"

    def _is_thing(self, place: int) -> bool:
        """Whether the name before `place` is that of a thing: "Evin prison"."""
        return place < len(self.tokens) and self.tokens[place].lower in words("not_names", "thing")

    def _renamed(self, comma: int) -> bool:
        """Whether the body's own name follows its description: "the domestic service, the Shin Bet"."""
        mark = self.starting.get(comma + 2)
        if self.tokens[comma - 1].lower not in _class("body") or mark is None:
            return False
        return mark.kind == "organization" and self.tokens[comma + 1].lower == "the"

    def _starts_body(self, place: int) -> bool:
        """Whether a noun phrase follows, and no verb ("officials to explore")."""
        if place < len(self.tokens) and self.tokens[place].lower in DETERMINERS:
            return True
        return place < len(self.tokens) and self.tokens[place].text[0].isupper()

    def _further_body(self, place: int) -> bool:
        if place < len(self.tokens) and self.tokens[place].lower in DETERMINERS:
            place += 1
        mark = self.starting.get(place)
        if mark is None or mark.kind not in ("organization", "state", "adjective", "place"):
            return False
        following = self.starting.get(mark.after)
        return mark.after not in self.names and (following is None or following.kind != "office")

    def _plain_noun(self, token: Token) -> bool:
        word = token.lower
        if not word.isalpha() or word in _function_words():
            return False
        if word in _class("modifier") or word in _class("body") or word in _class("anaphor"):
            return True
        if token.text[0].isupper():
            return word in words("not_names", "common") and not is_given(token.text)
        return token.text.islower() and is_common(word) and not word.endswith(("ed", "ing"))

    def _kind(self, office: Mark, first: int, after: int, bodies: tuple[Mark, ...]) -> str:
        """The kind of office; "head", "chief", "director" and "leader" take it from the body that they lead."""
        assert office.office is not None
        kind = office.office.kind
        if kind not in ("head", "leader", "commander", "member"):
            return kind
        around = {token.lower for token in self.tokens[first:after]}
        for mark in bodies:
            if mark.organization is not None and mark.organization.kind in ("intelligence", "domestic_security"):
                return (
                    "head_of_intelligence" if mark.organization.kind == "intelligence" else "head_of_domestic_security"
                )
        if kind == "member" or "deputy" in around:
            return kind
        if around & INTELLIGENCE and kind == "head":
            return "head_of_intelligence"
        if around & MILITARY and kind == "head":
            return "military_chief"
        if "political" in around and kind == "head":
            return "leader"
        if any(mark.organization is not None and mark.organization.kind in ("armed_group", "party") for mark in bodies):
            return "leader" if kind == "head" else kind
        return kind


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
