"""Words and fixed phrases of a word list, found in the tokens of a sentence."""

from collections.abc import Iterator, Sequence
from functools import cache

from ..authority import table

LIST = "exchange_words"
APART = 14


@cache
def _entries() -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    """For each class, the phrases by their first word, the longest first."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for row in table(LIST):
        phrase = tuple(row["word"].lower().replace("-", " - ").split())
        found.setdefault(row["class"], {}).setdefault(phrase[0], []).append(phrase)
    return {
        kind: {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in by_first.items()}
        for kind, by_first in found.items()
    }


@cache
def _by_first(kinds: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of some classes by their first word: class by class, the longest of each first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for kind in kinds:
        for first, phrases in _entries()[kind].items():
            found[first] = found.get(first, ()) + phrases
    return found


def phrase_at(words: Sequence[str], place: int, *kinds: str) -> int:
    """How many words the longest phrase of these classes has that begins at `place`; 0 where none does.

    >>> phrase_at(("freed", "in", "exchange", "for", "ten"), 1, "for")
    3
    """
    for phrase in _by_first(kinds).get(words[place], ()):
        if len(phrase) == 1 or tuple(words[place : place + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def places_of(words: Sequence[str], *kinds: str) -> Iterator[int]:
    """Every place at which such a phrase begins, in order."""
    firsts = _by_first(kinds)
    return (place for place, word in enumerate(words) if word in firsts and phrase_at(words, place, *kinds))


def releasing(words: Sequence[str], place: int) -> int:
    """How many words a verb of releasing has at `place`; its particle may follow later: "let five of them go"."""
    size = phrase_at(words, place, "release")
    if not size and phrase_at(words, place, "split") and has_phrase(words, place + 1, place + APART, "particle"):
        return 1
    return size


def find_phrase(words: Sequence[str], first: int, last: int, *kinds: str) -> int | None:
    """Where the first such phrase begins within `words[first:last]`."""
    firsts = _by_first(kinds)
    for place in range(max(first, 0), min(last, len(words))):
        if words[place] in firsts and phrase_at(words, place, *kinds):
            return place
    return None


def has_phrase(words: Sequence[str], first: int, last: int, *kinds: str) -> bool:
    """Whether such a phrase begins within `words[first:last]`."""
    return find_phrase(words, first, last, *kinds) is not None


def last_phrase(words: Sequence[str], first: int, last: int, *kinds: str) -> int | None:
    """Where the last such phrase begins within `words[first:last]`."""
    firsts = _by_first(kinds)
    for place in range(min(last, len(words)) - 1, max(first, 0) - 1, -1):
        if words[place] in firsts and phrase_at(words, place, *kinds):
            return place
    return None
