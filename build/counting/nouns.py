"""Nouns as they stand in the text: singular and plural, persons and things."""

from functools import cache, lru_cache

from ..authority import table, words


@cache
def irregular() -> dict[str, str]:
    """Plurals that do not follow the rule, with their singulars; words that are alike in both."""
    return {row["word"]: row["singular"] for row in table("plurals") if row["class"] in ("irregular", "same")}


@cache
def demonyms() -> frozenset[str]:
    """Nouns for the people of a country, a region or a faith, in lower case."""
    named = (row["demonyms"].split("; ") for row in table("countries"))
    return words("persons", "demonym") | frozenset(name.lower() for names in named for name in names if name)


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """A noun in the singular and in lower case.

    >>> [singular(word) for word in ("Lorries", "hostages", "women", "coaches", "truce")]
    ['lorry', 'hostage', 'woman', 'coach', 'truce']
    """
    word = word.lower()
    if word in irregular():
        return irregular()[word]
    if not word.endswith("s") or len(word) < 4 or word in words("plurals", "not_plural"):
        return word[:-2] + "an" if word.endswith("men") and word not in words("plurals", "not_plural") else word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith(("toes", "roes", "goes", "does")):
        return word[:-2]
    if word.endswith(("ss", "us")) or (word.endswith("is") and word[:-1] not in _persons()):
        return word
    return word[:-1]


def plural(word: str) -> str:
    """The regular plural of a noun: "lorry" gives "lorries"."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _persons() -> frozenset[str]:
    return words("persons", "person") | demonyms()


@lru_cache(maxsize=1 << 16)
def is_plural(word: str) -> bool:
    """Whether a word, taken as a noun, is a plural: "captives", "aircraft", "dead", "Sudanese"."""
    lowered = word.lower()
    if lowered in irregular() or any(lowered in words("persons", kind) for kind in ("collective", "nominal")):
        return True
    return singular(lowered) != lowered or (lowered in demonyms() and lowered.endswith(("ese", "ish")))


@lru_cache(maxsize=1 << 16)
def is_person(word: str) -> bool:
    """Whether a noun, singular or plural, counts people: persons of any kind, the dead, lives, bodies.

    >>> [is_person(word) for word in ("hostages", "Israelis", "wounded", "deaths", "trucks")]
    [True, True, True, True, False]
    """
    lowered = word.lower()
    one = singular(lowered)
    kinds = ("person", "collective", "nominal", "fate")
    if any(name in words("persons", kind) for kind in kinds for name in (lowered, one)):
        return True
    return lowered in demonyms() or one in demonyms() or (one.endswith(("man", "woman", "person")) and len(one) > 5)
