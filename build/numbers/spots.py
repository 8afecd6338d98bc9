"""Where a number stands: its place among the tokens of its sentence."""

from bisect import bisect_left
from typing import NamedTuple

from ..authority import words
from ..records import Quantity, Sentence
from .numerals import Tokens, lower


class Spot(NamedTuple):
    """A quantity laid over the tokens of its sentence, by index: `start` to `end` spans modifier, number and unit,
    `number` to `last` the number alone."""

    tokens: Tokens
    start: int
    number: int
    last: int
    end: int

    def word(self, step: int) -> str:
        """The word `step` tokens after the number and its unit (0 is the next one), in lower case."""
        return lower(self.tokens, self.end + step)

    def before(self, step: int = 1) -> str:
        """The word `step` tokens before the number and its modifier, in lower case."""
        return lower(self.tokens, self.start - step)

    def word_at(self, at: int) -> str:
        """The token at index `at` in lower case, or nothing outside the sentence."""
        return lower(self.tokens, at)

    @property
    def lead(self) -> int:
        """The token at which the words begin that stand between the number and what precedes it ("just", "another")."""
        at = self.start
        while at > 0 and self.tokens[at - 1].lower in words("modifiers", "between"):
            at -= 1
        return at

    def near(self, behind: int, ahead: int) -> list[str]:
        """The words around the number, in lower case: up to `behind` before it, up to `ahead` after it."""
        left = self.tokens[max(0, self.start - behind) : self.start]
        right = self.tokens[self.end : self.end + ahead]
        return [token.lower for token in (*left, *right)]


def locate(sentence: Sentence, quantity: Quantity) -> Spot:
    """Where `quantity` stands in its sentence; linear in nothing but the logarithm of its length."""
    tokens = sentence.tokens

    def at(place: int) -> int:
        return bisect_left(tokens, place, key=lambda token: token.start)

    return Spot(tokens, at(quantity.start), at(quantity.number_start), at(quantity.number_end), at(quantity.end))


def within(spot: Spot, kinds: tuple[str, ...], behind: int, ahead: int, name: str = "measure_words") -> bool:
    """Whether a word of one of the classes of the list `name` stands near the number."""
    return any(word in words(name, kind) for word in spot.near(behind, ahead) for kind in kinds)
