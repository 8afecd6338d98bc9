"""Who is who in one article: its names gathered into people, each under the fullest usual form.

Spelling variants are one person ("al-Thani", "Al Thani"; "Barnia" for Barnea), and so is a family name after the full
one. The authority file gives the name where name or office leave no doubt (codebook, "people").
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from ..authority import table, words
from .lexicon import given_names
from .spelling import alike, distance, plain, transliterated

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the authority file."""

    name: str
    country: str | None
    wikidata_id: str | None


@dataclass(slots=True)
class Person:
    """A person of the article while it is being read."""

    words: tuple[str, ...]
    key: Key
    known: Known | None = None
    gender: str | None = None
    forms: dict[str, None] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)


def key_of(name: Iterable[str]) -> Key:
    """A name’s words without particles, in the spelling that its transliterations share.

    >>> key_of(["Abdul", "Qader", "al-Murtada"]), key_of(["Abdulkader", "Al-Murtadah"])
    (('kader', 'murtada'), ('kader', 'murtada'))
    """
    found = []
    for word in name:
        for part in plain(word).split("-"):
            if part and part not in words("titles", "particle") and part not in words("titles", "suffix"):
                found.append(transliterated(part))
    return tuple(found)


def same_name(one: Key, other: Key) -> bool:
    """Whether the shorter name's words all stand in the longer one, in order, the first and the last among them."""
    if len(one) > len(other):
        one, other = other, one
    if not one or not alike(one[-1], other[-1]):
        return False
    place = 0
    for word in one:
        while place < len(other) and not alike(word, other[place]):
            place += 1
        if place == len(other):
            return False
        place += 1
    return True


@cache
def _authority() -> tuple[dict[Key, Known], dict[str, list[tuple[Key, Known]]], dict[str, Known]]:
    """The authority file by whole name, by each word of a name, and by a family name that stands alone."""
    whole: dict[Key, Known] = {}
    by_word: dict[str, list[tuple[Key, Known]]] = {}
    alone: dict[str, Known] = {}
    for row in table("people"):
        known = Known(row["name"], row["country"] or None, row["wikidata_id"] or None)
        for form in (row["name"], *row["aliases"].split("|")):
            key = key_of(form.split())
            if len(key) == 1 and not set(form.split()) & words("titles", "suffix"):
                alone[key[0]] = known
            elif len(key) > 1:
                whole.setdefault(key, known)
                for word in (key[0], key[-1]):
                    by_word.setdefault(word, []).append((key, known))
    return whole, by_word, alone


def known_person(key: Key) -> Known | None:
    """The person of the authority file whom a full name means, misprints allowed; only if it is one."""
    whole, by_word, _ = _authority()
    if key in whole:
        return whole[key]
    if len(key) < 2:
        return None
    near = [*by_word.get(key[-1], ()), *by_word.get(key[0], ())]
    found = {known for other, known in near if is_spelling_of(key, other)}
    return found.pop() if len(found) == 1 else None


def is_spelling_of(key: Key, other: Key) -> bool:
    """Whether two full names are one: "Yaya Sinwar" and "Yahya Sinwar", "David Barnia" and "David Barnea"."""
    if key[-1] == other[-1] and len(key) == len(other) == 2 and min(len(key[0]), len(other[0])) > 3:
        return key[0][0] == other[0][0] and distance(key[0], other[0], 1) <= 1
    return len(other) > 1 and alike(key[0], other[0]) and same_name(key, other)


def is_known(key: Key) -> bool:
    """Whether the authority file has this very name in full."""
    return key in _authority()[0]


def known_by_family(word: str, gender: str | None = None) -> Known | None:
    """The person whom a family name alone means ("Netanyahu"); nobody of the other sex ("Mrs Netanyahu")."""
    key = key_of(word.split())
    known = _authority()[2].get(key[0]) if len(key) == 1 else None
    if known is None or gender is None:
        return known
    given = given_names().get(plain(known.name.split()[0]))
    return None if given in ("male", "female") and given != gender else known


class Register:
    """The people of one article, found by full name, by family name or by what the authority file calls them."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.by_word: dict[str, list[int]] = {}
        self.by_known: dict[Known, int] = {}
        self.by_key: dict[Key, int] = {}

    def enter(self, words: tuple[str, ...], known: Known | None = None) -> int:
        """The index of the person with this full name, a new one if no earlier name is the same."""
        key = key_of(words)
        number = self.find(key)
        known = known or known_person(key)
        if number is None and known is not None:
            number = self.by_known.get(known)
        if number is None:
            number = len(self.people)
            self.people.append(Person(words, key))
        person = self.people[number]
        if len(key) > len(person.key):
            person.words, person.key = words, key
        if known is not None and person.known is None:
            person.known = known
            self.by_known.setdefault(known, number)
        self.by_key[key] = number
        for word in key:
            numbers = self.by_word.setdefault(word, [])
            if number not in numbers[-8:]:
                numbers.append(number)
        return number

    def find(self, key: Key) -> int | None:
        """The person whom a full name means here, if exactly one has it."""
        if key in self.by_key:
            return self.by_key[key]
        if not key:
            return None
        near = dict.fromkeys([*self.by_word.get(key[-1], ())[-8:], *self.by_word.get(key[0], ())[-8:]])
        found = [number for number in near if same_name(key, self.people[number].key)]
        return found[0] if len(found) == 1 else None

    def of_family(self, word: str, gender: str | None, given: bool) -> list[int]:
        """Those whose family name this is, the one named last at the end; by given name where `given`."""
        key = key_of(word.split())
        if not key:
            return []
        numbers = self.by_word.get(key[-1], [])
        fitting = []
        for number in numbers[-8:]:
            person = self.people[number]
            family = person.key[-len(key) :] == key or (len(key) == 1 and key[0] in person.key[1:])
            if not family and not (given and person.key[0] == key[0]) and not is_family_first(person, key):
                continue
            if gender and person.gender and gender != person.gender:
                continue
            fitting.append(number)
        exact = [number for number in fitting if self.people[number].key[-len(key) :] == key]
        return exact or fitting


def is_family_first(person: Person, key: Key) -> bool:
    """Whether a name is written family name first, as in China and Korea ("Xi Jinping": "Xi")."""
    return key == person.key[:1] and person.words[0].lower() in words("titles", "family_name_first")
