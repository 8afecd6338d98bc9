"""The word lists of meetings, matched over the tokens of a sentence."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from ..authority import table
from ..text import tokenise

LEXICON = "meeting_words"
PROSE = 80
BEING = frozenset(("is", "are", "was", "were", "been", "be"))
STAYING = frozenset(("in", "back", "at"))
TRIGGERS = (
    *("meet", "sit", "speak", "host", "see", "attend", "sign", "discuss", "occasion", "call"),
    *("travel", "leading", "send", "stay", "journey noun", "awaited", "continuing", "moving", "heading"),
)


@cache
def _phrases() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The class of each entry, its first word, and the words that must follow, the longest first."""
    found = []
    for row in table(LEXICON):
        first, *rest = [token.lower for token in tokenise(row["word"], 0, len(row["word"]))]
        found.append((row["class"], first, tuple(rest)))
    return tuple(sorted(found, key=lambda entry: -len(entry[2])))


@cache
def _by_first(classes: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """By the first words of the entries of some classes, what must follow, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for kind, first, rest in _phrases():
        if kind in classes:
            found.setdefault(first, []).append(rest)
    return {first: tuple(rests) for first, rests in found.items()}


def match(words: Sequence[str], place: int, *classes: str) -> int:
    """How many words at `place` are an entry of one of the classes; 0 where none is.

    >>> match(("they", "sat", "down", "with"), 1, "meet")
    2
    """
    if not 0 <= place < len(words):
        return 0
    for rest in _by_first(classes).get(words[place], ()):
        if not rest or tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
            return 1 + len(rest)
    return 0


@cache
def openers(*classes: str) -> frozenset[str]:
    """The first words of all entries of some classes."""
    return frozenset(_by_first(classes))


def stays(words: Sequence[str], place: int) -> bool:
    """Whether the words at `place` say that someone is somewhere: "*was in* Cairo", "*are back* in Doha"."""
    return words[place] in BEING and place + 1 < len(words) and words[place + 1] in STAYING


def triggers(words: Sequence[str]) -> Iterator[int]:
    """The places of a sentence where the report of a meeting, a journey or a stay may begin."""
    hearts = openers(*TRIGGERS)
    found = (
        place
        for place, word in enumerate(words)
        if (word in hearts and match(words, place, *TRIGGERS)) or (word in BEING and stays(words, place))
    )
    return islice(found, PROSE)
