"""The word lists of meetings, matched over the tokens of a sentence."""

from collections.abc import Sequence
from functools import cache

from ..authority import table
from ..text import tokenise

LEXICON = "meeting_words"


@cache
def _phrases() -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    """By first word and class, what must follow it, the longest first."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for row in table(LEXICON):
        first, *rest = [token.lower for token in tokenise(row["word"], 0, len(row["word"]))]
        found.setdefault(first, {}).setdefault(row["class"], []).append(tuple(rest))
    return {
        first: {kind: tuple(sorted(rests, key=len, reverse=True)) for kind, rests in kinds.items()}
        for first, kinds in found.items()
    }


def match(words: Sequence[str], place: int, *classes: str) -> int:
    """How many words at `place` are an entry of one of the classes; 0 where none is.

    >>> match(("they", "sat", "down", "with"), 1, "meet")
    2
    """
    if not 0 <= place < len(words):
        return 0
    entries = _phrases().get(words[place])
    if entries is None:
        return 0
    best = 0
    for kind in classes:
        for rest in entries.get(kind, ()):
            if len(rest) >= best and (not rest or tuple(words[place + 1 : place + 1 + len(rest)]) == rest):
                best = 1 + len(rest)
    return best


@cache
def openers(*classes: str) -> frozenset[str]:
    """The first words of all entries of some classes."""
    return frozenset(first for first, kinds in _phrases().items() if not kinds.keys().isdisjoint(classes))
