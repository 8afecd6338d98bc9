"""The names of places and parties as the authority files hold them, and where they stand in a sentence."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from ..authority import table, words
from ..authority.transliteration import ARTICLES, skeleton, spelled
from ..records import Token
from ..text import tokenise


class Entry(NamedTuple):
    """What a name stands for. `capital` is the seat of the government that an adjective or a state names."""

    form: Literal["state", "adjective", "organization", "capital", "region", "masked"]
    party: str | None = None
    place: str | None = None
    country: str | None = None
    region: str | None = None
    capital: str | None = None
    needs_preposition: bool = False


class Word(NamedTuple):
    """A word of a name as it must stand: an acronym to the letter, any other folded, a capital as a capital."""

    shown: str
    folded: str
    acronym: bool
    capital: bool


Pattern = tuple[tuple[Word, ...], str, Entry]
Known = tuple[tuple[int, int, Entry], ...]
HYPHENS = ("-", "‑", "–")
SHORTEST_RESPELLED = 6
MARKS = str.maketrans("’ʼ‘`", "''''")


def fold(word: str) -> str:
    """A word in lower case without accents, its apostrophes straight.

    >>> fold("Élysée")
    'elysee'
    """
    lower = word.lower()
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFKD", lower.translate(MARKS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def entries_of(tokens: tuple[Token, ...]) -> Known:
    """The longest known name at each point, left to right, as (first token, token after, entry)."""
    known, after = gazetteer().get, 0
    found = []
    for first, token in enumerate(tokens):
        patterns = known(token.lower)
        if patterns is None and not token.lower.isascii():
            patterns = known(fold(token.text))
        capital = token.text[0].isupper()
        if first < after or (patterns is None and not capital):
            continue
        named = _named(tokens, first, patterns) if patterns else None
        respelled = _respelled(tokens, first) if capital else None
        if respelled and (named is None or respelled[0] > named[0]):
            named = respelled
        if named:
            after, entry = named
            found.append((first, after, entry))
    return tuple(found)


def _named(tokens: tuple[Token, ...], first: int, patterns: tuple[Pattern, ...]) -> tuple[int, Entry] | None:
    """The longest of the names that begin with the word at `first`, as the index after it and its entry."""
    following = _following(tokens, first)
    for wanted, initial, entry in patterns:
        if initial and initial != following:
            continue
        end = _matched(tokens, first, wanted)
        if end:
            return end, entry
    return None


def _respelled(tokens: tuple[Token, ...], first: int) -> tuple[int, Entry] | None:
    """The Arabic name that the words at `first` spell in another way: "Dir el-Balah" for "Deir al-Balah"."""
    for wanted, entry in respellings().get(skeleton(tokens[first].text), ()):
        place = first
        for number, word in enumerate(wanted):
            while number and place < len(tokens) and (tokens[place].text in HYPHENS or tokens[place].lower in ARTICLES):
                place += 1
            if place >= len(tokens) or not tokens[place].text[0].isupper() or skeleton(tokens[place].text) != word:
                break
            place += 1
        else:
            return place, entry
    return None


def _following(tokens: tuple[Token, ...], first: int) -> str:
    """The first letter of the next word, past a hyphen: most names of several words are ruled out by it."""
    place = first + 1
    if place < len(tokens) and tokens[place].text in HYPHENS:
        place += 1
    return fold(tokens[place].text)[:1] if place < len(tokens) else ""


def _matched(tokens: tuple[Token, ...], first: int, wanted: tuple[Word, ...]) -> int:
    """The index after `wanted` at `tokens[first]`, hyphens between them aside; 0 if they do not stand there."""
    place = first
    for number, word in enumerate(wanted):
        if number and place < len(tokens) and tokens[place].text in HYPHENS and word.shown != "-":
            place += 1
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


@cache
def gazetteer() -> dict[str, tuple[Pattern, ...]]:
    """Every known name by its first word, the longest first, each with the initial of its second word."""
    found: dict[str, dict[tuple[str, ...], Entry]] = {}
    for name, entry in _entries():
        parts = tuple(token.text for token in tokenise(name, 0, len(name)) if token.text not in ("-", ","))
        found.setdefault(fold(parts[0]), {}).setdefault(parts, entry)
    return {
        first: tuple(
            (tuple(map(_word, parts)), fold(parts[1])[0] if len(parts) > 1 else "", entry)
            for parts, entry in sorted(patterns.items(), key=lambda pattern: (-len(pattern[0]), pattern[0]))
        )
        for first, patterns in found.items()
    }


def _word(shown: str) -> Word:
    acronym = shown.isupper() and len(shown.replace(".", "")) <= 6
    return Word(shown, fold(shown), acronym, shown[0].isupper())


@cache
def respellings() -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """The towns of Arabic-speaking countries by what their spellings share; a single word needs a preposition."""
    speaking = words("place_words", "arabic_speaking")
    found: dict[str, dict[tuple[str, ...], Entry]] = {}
    for row in table("cities"):
        if row["country"].lower() not in speaking:
            continue
        for name in names(row["name"], row["other_names"]):
            parts = spelled(name)
            if sum(map(len, parts)) >= SHORTEST_RESPELLED and all(parts):
                weak = len(parts) == 1 or row["needs_preposition"] == "yes"
                entry = Entry("capital", None, row["name"], row["country"], needs_preposition=weak)
                found.setdefault(parts[0], {}).setdefault(parts, entry)
    return {
        first: tuple(sorted(patterns.items(), key=lambda pattern: (-len(pattern[0]), pattern[0])))
        for first, patterns in found.items()
    }


def _entries() -> Iterator[tuple[str, Entry]]:
    """Names and entries; where two files hold one name, the first given counts."""
    capitals, metonyms = {}, {}
    for row in table("countries"):
        capitals[row["code"]] = row["capital"] or None
        metonyms.update(dict.fromkeys(names(row["metonyms"]), row["code"]))
    for row in table("place_words"):
        if row["class"] == "no_place":
            yield row["word"], Entry("masked")
    for row in table("publishers"):
        for name in names(row["name"], row["other_names"]):
            yield name, Entry("masked")
    for row in table("parties"):
        for name in names(row["name"], row["other_names"]):
            yield name, Entry("organization", party=row["party"])
    for row in table("buildings"):
        entry = Entry("capital", row["party"] or None, row["place"], row["country"])
        for name in names(row["name"], row["other_names"]):
            yield name, entry
    for row in table("regions"):
        code = row["country"] or None
        entry = Entry("region", None, None, code, None if code else row["name"])
        for name in names(row["name"], row["other_names"]):
            yield name, entry
    for row in table("cities"):
        for name in names(row["name"], row["other_names"]):
            party = metonyms.get(row["name"])
            weak = row["needs_preposition"] == "yes"
            yield name, Entry("capital", party, row["name"], row["country"], needs_preposition=weak)
    for row in table("countries"):
        code, capital = row["code"], capitals[row["code"]]
        for name in names(row["name"], row["other_names"]):
            yield name, Entry("state", code, None, code, capital=capital)
        for name in names(row["adjectives"], row["demonyms"]):
            yield name, Entry("adjective", code, None, code, capital=capital)


def names(*cells: str) -> list[str]:
    """The names in cells that list them with semicolons."""
    return [name for cell in cells for name in cell.split("; ") if name]
