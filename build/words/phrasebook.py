"""Lists of set phrases, found in running text: the longest one that starts at a token."""

from collections.abc import Iterable
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from ..authority import table
from ..places.gazetteer import fold
from ..records import Token
from ..text import tokenise

Value = TypeVar("Value")
HYPHENS = frozenset({"-", "‑", "–"})
JOINTS = HYPHENS | {"."}
FORMS = ("honorific", "style", "rank", "regnal")


class Word(NamedTuple):
    """A word of a phrase as it must stand: an acronym to the letter, any other folded, a capital as a capital."""

    shown: str
    folded: str
    acronym: bool
    capital: bool


class Phrasebook(Generic[Value]):
    """Phrases with what each stands for. Letter case counts where a phrase is an acronym or the book `proper`.

    >>> book = Phrasebook([("prime minister", 1), ("minister", 2)])
    >>> book.at(tuple(tokenise("a Prime Minister", 0, 16)), 1)
    (3, 1)
    """

    def __init__(self, entries: Iterable[tuple[str, Value]], proper: bool = False) -> None:
        self.patterns: dict[str, list[tuple[tuple[Word, ...], Value]]] = {}
        for phrase, value in entries:
            parts = [token.text for token in tokenise(phrase, 0, len(phrase)) if token.text not in JOINTS]
            words = tuple(
                Word(part, fold(part), len(part) > 1 and part.isupper(), proper and part[0].isupper()) for part in parts
            )
            self.patterns.setdefault(words[0].folded, []).append((words, value))
        firsts = (words[0].shown for patterns in self.patterns.values() for words, _ in patterns)
        self.firsts = frozenset(self.patterns)
        self.lowercase = frozenset(first for first in firsts if first.islower())
        for patterns in self.patterns.values():
            patterns.sort(key=lambda pattern: -len(pattern[0]))

    def at(self, tokens: tuple[Token, ...], first: int) -> tuple[int, Value] | None:
        """The index after the longest phrase at `tokens[first]` and its value, if there is one."""
        lower = tokens[first].lower
        for words, value in self.patterns.get(lower if lower.isascii() else fold(lower), ()):
            after = _matched(tokens, first, words)
            if after:
                return after, value
        return None


def _matched(tokens: tuple[Token, ...], first: int, words: tuple[Word, ...]) -> int:
    """The index after `words` at `tokens[first]`, whose first word is known to be the same when folded."""
    place = first
    for number, word in enumerate(words):
        if number:
            place = _past_joint(tokens, place)
        if place >= len(tokens):
            return 0
        shown = tokens[place].text
        if word.acronym:
            if shown != word.shown:
                return 0
        elif (word.capital and not shown[0].isupper()) or (number and fold(shown) != word.folded):
            return 0
        place += 1
    return place


def _past_joint(tokens: tuple[Token, ...], place: int) -> int:
    """Past a hyphen within a phrase, or the point of an abbreviation: "vice-president", "Maj. Gen."."""
    while place < len(tokens) and tokens[place].text in JOINTS and tokens[place - 1].end == tokens[place].start:
        place += 1
    return place


class Office(NamedTuple):
    """What a wording of an office says: its kind, and whether it speaks of several holders."""

    kind: str
    many: bool


class Organization(NamedTuple):
    """An organisation of the authority file: its usual name, kind, whom it acts for and where it sits."""

    name: str
    kind: str
    party: str | None
    country: str | None


@cache
def titles() -> Phrasebook[str]:
    """Forms of address and ranks: "Sheikh", "Rear Admiral"."""
    rows = (row for row in table("titles") if row["class"].startswith(FORMS))
    return Phrasebook(((row["word"], row["class"]) for row in rows), proper=True)


@cache
def offices() -> Phrasebook[Office]:
    """Wordings of offices, singular and plural: "prime minister", "heads of state"."""
    rows = (row for row in table("offices") if row["number"])
    return Phrasebook((row["word"], Office(row["class"], row["number"] == "many")) for row in rows)


@cache
def organizations() -> Phrasebook[Organization]:
    """Organisations by every name that the authority file holds for them."""
    entries = []
    for row in table("organizations"):
        value = Organization(row["name"], row["kind"], row["party"] or None, row["country"] or None)
        entries += [(name, value) for name in (row["name"], *row["aliases"].split("|")) if name]
    return Phrasebook(entries, proper=True)
