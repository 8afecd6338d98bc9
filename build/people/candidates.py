"""Stretches of a sentence that look like a person's name: capitalised words, initials and particles.

"al-Ansari", "Mohammed bin Salman", "Itamar Ben-Gvir", "[Benjamin] Netanyahu", "J. D. Vance". What the authority
files know otherwise (marks) ends a stretch, unless a name is spelled like it ("Israel Katz", "Tom Fletcher").
"""

import re
from collections.abc import Set
from typing import NamedTuple

from ..authority import words
from ..records import Token
from ..words.phrasebook import HYPHENS
from .lexicon import is_common, is_given, never_in_names
from .marks import Mark

INITIALS = 3
NICKNAME = re.compile(r"\([^()]{1,30}\)|[“\"][^“”\"]{1,30}[”\"]")
NICKED = frozenset({"(", "“", '"'})
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
GLUED = (
    "and",
    "for",
    "had",
    "has",
    "in",
    "is",
    "of",
    "on",
    "said",
    "says",
    "that",
    "the",
    "to",
    "was",
    "who",
    "will",
    "with",
)


class Candidate(NamedTuple):
    """A stretch that may name a person, `tokens[first:after]`; `words` without brackets.

    `cut` counts the letters at its end that a page glued on: "Netanyahu’spriority", "Bidenand".
    """

    first: int
    after: int
    words: tuple[str, ...]
    cut: int = 0


def find_candidates(text: str, tokens: tuple[Token, ...], marks: list[Mark]) -> list[Candidate]:
    """The candidates of a sentence in order, without leading words that are ordinary English."""
    reader = _Reader(text, tokens, marks)
    found = []
    place = 0
    while place < len(tokens):
        after = reader.stretch(place)
        if after:
            first = reader.without_common_words(place, after)
            if first < after:
                found.append(_without_glued_possessive(Candidate(first, after, reader.words(first, after))))
            place = after
        else:
            place += 1
    return found


def _without_glued_possessive(name: Candidate) -> Candidate:
    last = name.words[-1]
    for mark in ("'s", "’s"):
        head, possessive, tail = last.partition(mark)
        if possessive and len(tail) > 2 and len(head) > 2:
            return name._replace(words=(*name.words[:-1], head), cut=len(last) - len(head))
    return name


def without_glued_word(name: Candidate, families: Set[str]) -> Candidate:
    """The name without a function word that the page glued to a family name: "Bidenand" where "Biden" is named."""
    last = name.words[-1]
    if is_given(last):
        return name
    for word in GLUED:
        family = last.removesuffix(word)
        if family != last and len(family) > 3 and family in families:
            return name._replace(words=(*name.words[:-1], family), cut=len(word))
    return name


class _Reader:
    """The tokens of one sentence and what the marks know of them."""

    def __init__(self, text: str, tokens: tuple[Token, ...], marks: list[Mark]) -> None:
        self.text = text
        self.tokens = tokens
        self.marked = {place: mark for mark in marks for place in range(mark.first, mark.after)}

    def stretch(self, first: int) -> int:
        """The index after the stretch that starts at `first`; 0 where none does."""
        place = self._start(first)
        if not place:
            return 0
        while place < len(self.tokens):
            after = self._next(first, place)
            if not after:
                break
            place = after
        return place

    def _start(self, first: int) -> int:
        token = self.tokens[first]
        if token.text[0].isupper():
            return first + 1 if self._is_name(first, opening=True) else 0
        if token.text in words("titles", "opening_particle") and first + 1 < len(self.tokens):
            joined = self._past_hyphen(first + 1)
            near = joined < len(self.tokens) and self.tokens[joined].start - self.tokens[joined - 1].end < 2
            apart = joined > first + 1 or token.text in words("titles", "lone_particle")
            if near and apart and self._is_name(joined, opening=False):
                return joined + 1
        return 0

    def _next(self, first: int, place: int) -> int:
        token = self.tokens[place]
        gap = token.start - self.tokens[place - 1].end
        if gap > 2 or (gap and "\n" in self.text[self.tokens[place - 1].end : token.start]):
            return 0
        if token.text == "." and gap == 0 and len(self.tokens[place - 1].text) == 1:
            return self._name_after(first, place + 1)
        if token.text == "]" and place + 1 < len(self.tokens):
            return self._name_after(first, place + 1)
        if token.text in HYPHENS:
            joined = self._past_hyphen(place)
            if joined > place and joined < len(self.tokens):
                part = self.tokens[joined]
                if self._is_name(joined, opening=False):
                    return joined + 1
                if part.lower in words("titles", "particle") and self._name_after(first, joined + 1):
                    return self._name_after(first, joined + 1)
                if part.text.islower() and place > first + 1 and len(part.text) <= 5 and not is_common(part.text):
                    return joined + 1
            return 0
        if token.text in words("titles", "particle"):
            return self._name_after(first, self._past_hyphen(place + 1))
        if token.text in SUFFIXES:
            return place + 1
        if token.text in NICKED and place + 3 < len(self.tokens) and self.tokens[place + 2].text in ')”"':
            return self._name_after(first, place + 3) if self.tokens[place + 1].text[0].isupper() else 0
        return place + 1 if self._is_name(place, opening=False) else 0

    def _name_after(self, first: int, place: int) -> int:
        if place < len(self.tokens):
            token = self.tokens[place]
            if token.text in words("titles", "particle"):
                place = self._past_hyphen(place + 1)
            if place < len(self.tokens) and self._is_name(place, opening=False):
                return place + 1
        return 0

    def _past_hyphen(self, place: int) -> int:
        """Past a hyphen that stands close on both sides."""
        if not 0 < place < len(self.tokens) - 1 or self.tokens[place].text not in HYPHENS:
            return place
        before, hyphen, after = self.tokens[place - 1 : place + 2]
        return place + 1 if before.end == hyphen.start and hyphen.end == after.start else place

    def _is_name(self, place: int, opening: bool) -> bool:
        """Whether a token may be part of a name, the first word of one where `opening`."""
        shown, mark = self.tokens[place].text, self.marked.get(place)
        if not shown[0].isupper() or self._never(place):
            return False
        if "." in shown:
            return len(shown) <= 2 * INITIALS and mark is None
        if len(shown) > 1 and shown.isupper():
            return not opening and len(shown) > 3 and mark is None and is_given(self.tokens[place - 1].text)
        return mark is None or self._named_like(place, mark, opening)

    def _never(self, place: int) -> bool:
        """Whether a word is none of a name: a function word, unless "Will" mid-sentence or hyphened ("Do-hyun")."""
        lower = self.tokens[place].lower
        if lower not in never_in_names():
            head, apostrophe, _ = lower.replace("’", "'").partition("'")
            return bool(apostrophe) and head in never_in_names()
        hyphened = place + 1 < len(self.tokens) and self._past_hyphen(place + 1) > place + 1
        following = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        if lower in words("not_names", "given_name_too") and following is not None and place + 1 not in self.marked:
            named = following.text[0].isupper() and following.lower not in never_in_names()
            if named and not is_common(following.text):
                return False
        inner = place > 0 and self.tokens[place - 1].text[-1].isalnum()
        if lower in ("will", "may", "or"):
            if lower == "or" and inner and is_given(self.tokens[place - 1].text):
                return False
            return not inner or place + 1 >= len(self.tokens) or not self.tokens[place + 1].text[0].isupper()
        return not hyphened or not (lower in words("titles", "particle") or self.tokens[place - 1].text[0].isupper())

    def _named_like(self, place: int, mark: Mark, opening: bool) -> bool:
        """Whether a word that the authority files know is part of a name here: "Israel Katz", "Tom Fletcher"."""
        following = self.tokens[place + 1].text if place + 1 < len(self.tokens) else "."
        if mark.after - mark.first > 1:
            return False
        if not opening:
            before = place - 1
            while before > 0 and self.tokens[before].lower in words("titles", "particle"):
                before -= 1
            titled = mark.kind in ("title", "office") and following[0].isupper()
            last = following == "." and place + 2 >= len(self.tokens)
            closing = mark.kind == "title" and not following[0].isupper() and (last or following != ".")
            return mark.kind == "role" or closing or (is_given(self.tokens[before].text) and not titled)
        if mark.kind == "place" and following.lower() in words("titles", "lone_particle"):
            return True
        if not is_given(self.tokens[place].text) or mark.kind in ("title", "office"):
            return False
        if mark.kind == "place" and not following[0].isupper():
            return not place or self.tokens[place - 1].lower not in words("place_words", "at")
        return following[0].isupper() and place + 1 not in self.marked and not is_common(following)

    def without_common_words(self, first: int, after: int) -> int:
        """The first token that is not ordinary English: "Twins" goes, "Gali" stays; so does "Minerals" after "of"."""
        before = self.tokens[first - 1].lower if first else "“"
        while first + 1 < after and self.tokens[first].text.isalpha():
            shown, following = self.tokens[first].text, self.tokens[first + 1].text
            if following in HYPHENS or is_given(shown):
                break
            hyphened = first + 2 < after and self.tokens[first + 2].text in HYPHENS
            if shown.lower() in words("titles", "family_name_first") and (hyphened or not is_common(following)):
                break
            named = is_given(following)
            pair = after - first == 2 and not named
            if not (named and before == "of") and (not is_common(shown) or pair):
                break
            first += 1
        return first

    def words(self, first: int, after: int) -> tuple[str, ...]:
        """The words of a stretch, hyphened ones whole, brackets left out."""
        passage = self.text[self.tokens[first].start : self.tokens[after - 1].end]
        return tuple(NICKNAME.sub("", passage).replace("[", "").replace("]", "").split())
