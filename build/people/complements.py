"""What follows an office word: "of the CIA and the Mossad", "for human rights", "to its political leader".

A complement names bodies (parties, organisations), or says in plain words what the office is for.
"""

from functools import cache
from typing import NamedTuple

from ..authority import table, words
from ..records import Token
from ..words.phrasebook import HYPHENS
from .candidates import Candidate
from .lexicon import is_common, is_given
from .marks import Mark

POSSESSIVE = frozenset({"’s", "'s", "ʼs", "’S", "'S", "’", "'"})
BODIES = ("organization", "state", "adjective", "place")
JOINTS = frozenset({",", "and", "&", "/"})
DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "that", "another", "one"])
INTRODUCERS = {
    "of": None,
    "for": None,
    "to": {
        "envoy",
        "ambassador",
        "adviser",
        "national_security_adviser",
        "nominee",
        "head",
        "official",
        "commissioner",
    },
    "at": {"spokesperson", "counterpart", "official", "head", "adviser", "ambassador", "minister", "deputy_minister"},
    "on": {"adviser", "envoy", "commissioner"},
    "with": {"official", "spokesperson"},
    "from": {"official", "lawmaker"},
    "in": {"official", "leader", "member", "commander", "negotiator", "minister"},
    "within": {"official", "leader", "member", "commander"},
}
MEMBERED = ("armed_group", "party", "government", "parliament", "military", "intelligence")
WITHIN = ("in", "within")
LONGEST = 24
PLAIN_NOUNS = 4


class Complement(NamedTuple):
    """The index after a complement, the bodies that it names, and the word that it refers back with ("its")."""

    after: int
    bodies: tuple[Mark, ...]
    anaphor: str | None


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in table("grammar"))


def modifies(token: Token) -> bool:
    """Whether a word may stand before an office: "deputy", "foreign", "hardline"."""
    return token.lower in words("offices", "modifier") or token.lower in words("offices", "epithet")


class Complements:
    """The tokens of a sentence, with the marks and names that start at each."""

    def __init__(self, tokens: tuple[Token, ...], marks: list[Mark], candidates: list[Candidate]) -> None:
        self.tokens = tokens
        self.starting = {mark.first: mark for mark in marks}
        self.names = {candidate.first: candidate for candidate in candidates}

    def _lower(self, place: int) -> str:
        return self.tokens[place].lower if place < len(self.tokens) else ""

    def of(self, office: Mark) -> Complement:
        """All that follows an office word and belongs to it; several prepositions may ("head of X for Y")."""
        assert office.office is not None
        bodies: tuple[Mark, ...] = ()
        anaphor = None
        place = office.after
        while self._lower(place) in INTRODUCERS and place - office.after < LONGEST:
            allowed = INTRODUCERS[self._lower(place)]
            if self._lower(place) in WITHIN and not self._is_body(place + 1):
                break
            if (allowed is not None and office.office.kind not in allowed) or not self._is_nominal(place):
                break
            found = self._noun_phrase(place + 1, office.office.many)
            if found.after == place + 1:
                break
            bodies, anaphor, place = (*bodies, *found.bodies), anaphor or found.anaphor, found.after
        return Complement(place, bodies, anaphor)

    def _is_body(self, place: int) -> bool:
        """Whether an organisation follows "in": "a leader in the Islamic Jihad movement", and no place."""
        mark = self.starting.get(place + (self._lower(place) in DETERMINERS))
        return mark is not None and mark.organization is not None and mark.organization.kind in MEMBERED

    def _is_nominal(self, place: int) -> bool:
        """Whether a noun follows a preposition, and after "to" no verb ("officials to explore")."""
        if self._lower(place) != "to" or self._lower(place + 1) in DETERMINERS:
            return True
        return place + 1 < len(self.tokens) and self.tokens[place + 1].text[0].isupper()

    def _noun_phrase(self, place: int, many: bool) -> Complement:
        start, bodies, anaphor = place, list[Mark](), None
        if self._lower(place) in DETERMINERS:
            anaphor = self._lower(place) if self._lower(place) in ("its", "their") else None
            place += 1
        end, plain, owned = start, 0, False
        while place < len(self.tokens):
            token, mark = self.tokens[place], self.starting.get(place)
            begun = end > start
            if mark is not None and mark.kind in BODIES:
                bodies.append(mark)
                place = end = mark.after
            elif mark is not None and mark.kind == "office" and (bodies or not begun):
                end = self.names[mark.after].after if mark.after in self.names else mark.after
                break
            elif token.text in POSSESSIVE and begun:
                place, owned = place + 1, True
            elif token.text == "(" and begun and self._lower(place + 2) == ")":
                place = end = place + 3
            elif token.text == "," and plain and self._renamed(place):
                place += 2
            elif token.lower in JOINTS and bodies and (many or token.text != ",") and self._further_body(place + 1):
                place += 1 + (self._lower(place + 1) in DETERMINERS)
            elif token.text in HYPHENS and begun and place + 1 < len(self.tokens):
                place += 1
            elif place in self.names and (
                not begun or self._lower(self.names[place].after) in words("not_names", "thing")
            ):
                place = end = self.names[place].after
            elif (bodies and self._names_part(place)) or (
                self._goes_on(bodies, owned, plain) and self._is_plain(place)
            ):
                if not bodies and token.lower in words("offices", "anaphor"):
                    anaphor = anaphor or token.lower
                place, end, plain = place + 1, place + 1, plain + 1
            else:
                break
        return Complement(end, tuple(bodies), anaphor)

    def _goes_on(self, bodies: list[Mark], owned: bool, plain: int) -> bool:
        return plain < PLAIN_NOUNS and (not bodies or owned or bodies[-1].kind == "adjective")

    def _names_part(self, place: int) -> bool:
        """Whether a part of a body follows: "Hamas | political bureau", "the rebels’ | peace panel"."""
        for step in range(place, min(place + 3, len(self.tokens))):
            if self._lower(step) in words("offices", "body"):
                return True
            if not modifies(self.tokens[step]):
                return False
        return False

    def _renamed(self, comma: int) -> bool:
        """Whether the body's own name follows its description: "the domestic service, the Shin Bet"."""
        mark = self.starting.get(comma + 2)
        described = self._lower(comma - 1) in words("offices", "body") and self._lower(comma + 1) == "the"
        return described and mark is not None and mark.kind == "organization"

    def _further_body(self, place: int) -> bool:
        if self._lower(place) in DETERMINERS:
            place += 1
        mark = self.starting.get(place)
        if mark is None or mark.kind not in BODIES:
            return False
        following = self.starting.get(mark.after)
        return mark.after not in self.names and (following is None or following.kind != "office")

    def _is_plain(self, place: int) -> bool:
        """Whether an ordinary noun stands here, capitalised before a name too ("Minister of Minerals Bashir")."""
        token, word = self.tokens[place], self._lower(place)
        if not word.isalpha() or word in _function_words():
            return False
        if modifies(token) or word in words("offices", "body") or word in words("offices", "anaphor"):
            return True
        if token.text[0].isupper():
            return place + 1 in self.names or (is_common(word) and not is_given(token.text))
        return is_common(word) and not word.endswith(("ed", "ing"))
