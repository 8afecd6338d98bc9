"""The word lists of attribution and of measures, looked up by the word as it stands, singular or plural."""

from collections.abc import Iterator, Sequence
from functools import cache

from ..authority import table

Entries = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def classes(name: str) -> dict[str, frozenset[str]]:
    """The classes of every word of the list `name`."""
    found: dict[str, set[str]] = {}
    for row in table(name):
        found.setdefault(row["word"].lower(), set()).add(row["class"])
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def _nouns(name: str) -> dict[str, frozenset[str]]:
    """The classes of every noun of the list `name`, plurals too; a word listed itself stands for itself."""
    listed = classes(name)
    nouns = {word: kinds for word, kinds in listed.items() if "pronoun" not in kinds}
    found = {plural: kinds for word, kinds in nouns.items() for plural in _plurals(word)}
    return found | listed


def _plurals(word: str) -> Iterator[str]:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        yield word[:-1] + "ies"
    elif word.endswith(("s", "x", "ch", "sh")):
        yield word + "es"
    else:
        yield word + "s"
    if word.endswith("man"):
        yield word[:-3] + "men"


@cache
def phrases(name: str) -> Entries:
    """Each first word of the list `name`, with the words that must follow and the class, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table(name):
        first, *rest = row["word"].lower().split()
        found.setdefault(first, []).append((tuple(rest), row["class"]))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e))) for first, entries in found.items()}


def begins(name: str, words: Sequence[str], place: int, *kinds: str) -> bool:
    """Whether a word or phrase of one of these classes of the list `name` begins at `place`."""
    return any(
        kind in kinds and tuple(words[place + 1 : place + 1 + len(rest)]) == rest
        for rest, kind in phrases(name).get(words[place], ())
    )


def is_a(word: str, *kinds: str) -> bool:
    """Whether `word` belongs to one of these closed classes of English grammar.

    >>> is_a("whom", "relative")
    True
    """
    mine = classes("grammar").get(word)
    return mine is not None and not mine.isdisjoint(kinds)


def is_noun(word: str, *kinds: str) -> bool:
    """Whether `word`, singular or plural, is a noun of one of these classes of `measure_words`.

    >>> is_noun("captives", "captive")
    True
    """
    mine = _nouns("measure_words").get(word)
    return mine is not None and not mine.isdisjoint(kinds)


@cache
def nouns(*kinds: str) -> frozenset[str]:
    """All nouns of some classes of `measure_words`, singular and plural."""
    return frozenset(word for word, mine in _nouns("measure_words").items() if not mine.isdisjoint(kinds))


@cache
def informants() -> frozenset[str]:
    """All words for those who inform, singular and plural."""
    return frozenset(_nouns("claimants"))


def informant(word: str) -> frozenset[str]:
    """The classes of informants that `word`, singular or plural, belongs to.

    >>> "body" in informant("ministries")
    True
    """
    return _nouns("claimants").get(word, frozenset())
