"""What single words may be: given names, ordinary words, words for people, words that no name contains."""

from functools import cache, lru_cache

from ..authority import table, words
from .spelling import plain


@cache
def given_names() -> dict[str, str]:
    """Given names in plain spelling, with the gender that usage gives them (`male`, `female`, `any`)."""
    return {plain(row["word"]): row["class"] for row in table("given_names")}


@lru_cache(maxsize=1 << 16)
def is_given(word: str) -> bool:
    """Whether a word is a given name; of a hyphened one, its first part ("Jean-Yves", "Abdul-Malik").

    >>> is_given("Volodymyr"), is_given("Jean-Yves"), is_given("Crossing")
    (True, True, False)
    """
    spelled = plain(word)
    if spelled in given_names():
        return True
    head, hyphen, tail = spelled.partition("-")
    if not hyphen or tail in words("not_names", "common"):
        return False
    return head in given_names() or head in words("titles", "particle")


def is_common(word: str) -> bool:
    """Whether a word is an ordinary word of English and no given name."""
    return word.lower() in words("not_names", "common")


@cache
def never_in_names() -> frozenset[str]:
    """Words that no name contains: function words, days and months, peoples and creeds, words of the page."""
    kinds = ("function", "calendar", "people", "page")
    return frozenset().union(*(words("not_names", kind) for kind in kinds)) - {"al", "el", "la", "de", "del"}


@cache
def things() -> frozenset[str]:
    """Nouns that end the name of a thing or a body: "hospital", "brigades", "accord"."""
    return words("not_names", "thing") | words("not_names", "institution")


@lru_cache(maxsize=1 << 16)
def is_role(word: str) -> bool:
    """Whether a word says what a person is, without being an office.

    >>> is_role("hostage"), is_role("surgeons"), is_role("brother"), is_role("truce")
    (True, True, True, False)
    """
    if _is_person(word):
        return True
    stems = (word[:-1], word[:-2], word[:-3] + "y") if word.endswith("s") else (word[:-3] + "man",)
    return word.endswith(("s", "men")) and any(_is_person(stem) for stem in stems)


def _is_person(word: str) -> bool:
    return word in words("persons", "person") or word in words("claimants", "kin")
