"""Office phrases: an office with whom it serves and the body it belongs to, from first modifier to complement.

"Qatar’s foreign ministry spokesman", "Director of the US Central Intelligence Agency", "the directors of the CIA and the
Mossad" (two offices), "head of Israel’s domestic service, the Shin Bet", "deputy minister for human rights".
"""

from dataclasses import dataclass
from functools import cache

from .authority import table, words
from .candidates import Candidate, is_common
from .marks import Mark
from .phrasebook import HYPHENS, Organization
from .records import Token

POSSESSIVE = frozenset({"’s", "'s", "ʼs", "’S", "'S", "’", "'"})
DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "that", "another", "one"])
INTRODUCERS = {
    "of": None,
    "for": None,
    "to": frozenset({"envoy", "ambassador", "adviser", "nominee", "head", "official", "commissioner"}),
    "at": frozenset({"spokesperson", "counterpart", "official", "head", "adviser", "ambassador"}),
    "on": frozenset({"adviser", "envoy", "commissioner"}),
    "with": frozenset({"official", "spokesperson"}),
    "from": frozenset({"official", "lawmaker"}),
}
INTELLIGENCE = frozenset({"intelligence", "spy", "espionage", "mossad"})
MILITARY = frozenset({"army", "military", "staff", "forces"})


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office phrase, `tokens[first:after]`, its head word at `head`.

    `bodies` are the parties and organisations that it names, in order: one holder each where `many`.
    """

    first: int
    head: int
    after: int
    kind: str
    many: bool
    bodies: tuple[Mark, ...]
    anaphor: bool
    possessor: int | None


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
        if mark.kind == "office" and mark.office is not None:
            if found and mark.first < found[-1].after and not reader.holds(mark, found[-1]):
                continue
            found.append(reader.phrase(mark, found[-1].after if found else 0))
    return found


class _Reader:
    def __init__(self, tokens: tuple[Token, ...], marks: list[Mark], candidates: list[Candidate]) -> None:
        self.tokens = tokens
        self.starting = {mark.first: mark for mark in marks}
        self.ending = {mark.after: mark for mark in marks}
        self.names = {candidate.first: candidate for candidate in candidates}
        self.name_ends = {candidate.after for candidate in candidates}

    def holds(self, mark: Mark, phrase: OfficePhrase) -> bool:
        """Whether an office inside another's complement has a holder of its own ("aide to President Putin")."""
        return mark.first > phrase.head and mark.after in self.names

    def phrase(self, mark: Mark, floor: int) -> OfficePhrase:
        """The phrase around the office word that `mark` is."""
        assert mark.office is not None
        first, before, anaphor, possessor = self._leftwards(mark.first, floor)
        after, behind, anaphor_behind = self._complement(mark)
        bodies = (*before, *behind)
        kind = self._kind(mark, first, after, bodies)
        return OfficePhrase(
            first, mark.first, after, kind, mark.office.many, bodies, anaphor or anaphor_behind, possessor
        )

    def _leftwards(self, head: int, floor: int) -> tuple[int, list[Mark], bool, int | None]:
        """Back over modifiers to the first word: "(Qatar’s) | foreign ministry | spokesman"."""
        bodies: list[Mark] = []
        place, anaphor, possessor = head, False, None
        while place > floor:
            mark = self.ending.get(place)
            previous = self.tokens[place - 1]
            if (
                mark is not None
                and mark.kind in ("organization", "state", "adjective", "place")
                and mark.first >= floor
            ):
                bodies.insert(0, mark)
                place = mark.first
            elif (
                mark is not None
                and mark.kind == "office"
                and mark.first >= floor
                and previous.lower in _class("modifier")
            ):
                place = mark.first
            elif previous.text in POSSESSIVE and place - 1 > floor:
                owner = self.tokens[place - 2].lower
                if place - 1 in self.ending:
                    place -= 1
                elif owner in _class("anaphor"):
                    anaphor, place = True, place - 2
                    break
                else:
                    possessor = place - 1 if place - 1 in self.name_ends or owner in ("president", "minister") else None
                    break
            elif (
                (previous.text in HYPHENS and place - 1 > floor and place < head + 1)
                or previous.lower in _class("modifier")
                or previous.lower in _class("epithet")
                or (previous.text in (",", "and", "&", "/") and self._shared(place - 1, bodies))
            ):
                place -= 1
            else:
                anaphor = previous.lower in ("its", "their") or (
                    previous.lower in _class("anaphor") and previous.text.islower()
                )
                break
        while place < head and self.tokens[place].text in (*HYPHENS, *POSSESSIVE, ",", "and", "&", "/"):
            place += 1
        return place, bodies, anaphor, possessor

    def _is_descriptive(self, place: int) -> bool:
        """Whether a name only describes, as in "Qatar-based", "Iran-backed"."""
        return self.tokens[place].text in HYPHENS and self.tokens[place + 1].text.islower()

    def _shared(self, joint: int, bodies: list[Mark]) -> bool:
        """Whether one office is shared out: "US and Israeli intelligence chiefs"."""
        mark = self.ending.get(joint)
        if not bodies or mark is None or mark.kind not in ("organization", "state", "adjective"):
            return False
        return bodies[0].kind in ("organization", "state", "adjective")

    def _complement(self, office: Mark) -> tuple[int, list[Mark], bool]:
        """On over "of the CIA and the Mossad", "for human rights": the index after it, and the bodies named."""
        assert office.office is not None
        bodies: list[Mark] = []
        anaphor = False
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

    def _noun_phrase(self, place: int, many: bool) -> tuple[int, list[Mark], bool]:
        start, bodies, anaphor = place, list[Mark](), False
        if place < len(self.tokens) and self.tokens[place].lower in DETERMINERS:
            anaphor = self.tokens[place].lower in ("its", "their")
            place += 1
        end = plain = 0
        owned = False
        while place < len(self.tokens):
            token, mark = self.tokens[place], self.starting.get(place)
            if mark is not None and mark.kind in ("organization", "state", "adjective", "place"):
                bodies.append(mark)
                place = end = mark.after
            elif mark is not None and mark.kind == "office" and not end:
                place = end = mark.after
                if place in self.names:
                    place = end = self.names[place].after
                break
            elif token.text in POSSESSIVE and end:
                place += 1
                owned = True
            elif token.text == "(" and end and place + 2 < len(self.tokens) and self.tokens[place + 2].text == ")":
                place = end = place + 3
            elif token.text == "," and plain and self._renamed(place):
                place += 2
            elif (
                token.lower in ("and", ",", "&")
                and bodies
                and (many or token.text != ",")
                and self._further_body(place + 1)
            ):
                place += 1 + (self.tokens[place + 1].lower in DETERMINERS)
            elif token.text in HYPHENS and end and place + 1 < len(self.tokens):
                place += 1
            elif place in self.names and not (bodies or end):
                place = end = self.names[place].after
            elif bodies and not plain and token.lower in _class("body"):
                place = end = place + 1
            elif not bodies and plain < 4 and self._plain_noun(token):
                anaphor = anaphor or token.lower in _class("anaphor")
                place = end = place + 1
                plain += 1
            elif bodies and (owned or bodies[-1].kind == "adjective") and plain < 4 and self._plain_noun(token):
                place = end = place + 1
                plain += 1
            else:
                break
        return (end or start), bodies, anaphor

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
        if any(mark.organization is not None and mark.organization.kind in ("armed_group", "party") for mark in bodies):
            return "leader" if kind == "head" else kind
        return kind


def organization_of(phrase: OfficePhrase) -> Organization | None:
    """The body of an office: the organisation that its phrase names, a ministry for its officials."""
    named = [mark.organization for mark in phrase.bodies if mark.organization is not None]
    return next((body for body in named if body.kind != "media"), named[0] if named else None)


def country_of(mark: Mark) -> str | None:
    """The country that a body of an office sits in."""
    if mark.organization is not None:
        return mark.organization.country
    return mark.country or mark.party


def is_titled(word: str) -> bool:
    """Whether a word introduces an office without belonging to it."""
    return word.lower() in DETERMINERS or word in words("grammar", "determiner")
