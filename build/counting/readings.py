"""What the grammars of counting share: a number in its setting, and the reading of what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..numbers.numerals import glued
from ..numbers.spots import Spot
from ..records import Chunks, Quantity
from .nouns import is_person, singular
from .phrases import Phrase, measures_of_things


class Earlier(NamedTuple):
    """A figure already read: its sentence's number, the word before it, and what it counts."""

    quantity: int
    sentence: int
    before: str
    text: str | None
    head: str | None
    unit: str
    parent: int | None
    end: int


class Reading(NamedTuple):
    """What is counted, by tokens: the quote from `first` to `last`, the words and the noun of what is counted."""

    first: int
    last: int
    text: str | None
    head: str | None
    unit: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A number where it stands: the article, the number of its sentence, and the figures before it."""

    chunks: Chunks
    quantity: Quantity
    spot: Spot
    sentence: int
    earlier: Sequence[Earlier]

    def words(self, first: int, last: int) -> str:
        """The article's words from token `first` to `last` (exclusive), on one line."""
        tokens = self.spot.tokens
        return " ".join(self.chunks.article.text[tokens[first].start : tokens[last - 1].end].split())

    def head(self, at: int) -> str:
        """The noun at token `at`, singular and in lower case; "cease-fire" is "ceasefire"."""
        tokens = self.spot.tokens
        if at > 1 and tokens[at - 1].text == "-" and glued(tokens, at) and tokens[at - 2].lower == "cease":
            return "ceasefire"
        return singular(tokens[at].lower)

    def unit(self, at: int) -> str:
        """The unit of the noun at token `at`: people for persons of any kind, else the noun in the singular."""
        word = self.spot.tokens[at].lower
        if word in measures_of_things():
            return measures_of_things()[word]
        return "people" if is_person(word) or word == "others" else self.head(at)

    def bare(self, unit: str, text: str | None = None, head: str | None = None) -> Reading:
        """The reading whose quote is the number alone."""
        return Reading(self.spot.start, self.spot.end, text, head, unit)

    def quoting(self, phrase: Phrase, unit: str, first: int | None = None) -> Reading:
        """The reading whose quote takes in `phrase`; its words begin at token `first` where that is given."""
        text = self.words(phrase.first if first is None else first, phrase.last)
        start, last = min(self.spot.start, phrase.first), max(self.spot.end, phrase.last)
        return Reading(start, last, text, self.head(phrase.head), unit)
