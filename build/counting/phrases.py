"""Noun phrases around a number: the thing counted, from its first adjective to its head and complement."""

from functools import cache
from typing import NamedTuple

from ..authority import table, words
from ..numbers.numerals import ARTICLES, HYPHENS, Tokens, glued, joined, lower, starters
from .nouns import demonyms, is_person, is_plural, singular

LONGEST, LONGEST_CLAUSE = 9, 6
NOT_NUMBERS = ARTICLES | {"second", "third", "quarter", "many", "few", "several", "couple"}


class Phrase(NamedTuple):
    """The tokens `first` to `last` (exclusive) with the head noun at `head`."""

    first: int
    head: int
    last: int


@cache
def stops() -> frozenset[str]:
    """Words at which a noun phrase ends: prepositions, verbs, pronouns, determiners."""
    kinds = (
        "preposition",
        "conjunction",
        "relative",
        "pronoun",
        "determiner",
        "auxiliary",
        "finite",
        "third",
        "adverb",
    )
    return frozenset(word for kind in kinds for word in words("function_words", kind))


@cache
def finite_verbs() -> frozenset[str]:
    """Forms that are verbs and seldom nouns: "went", "remain", "closes"."""
    return words("function_words", "finite") | words("function_words", "third")


@cache
def measures_of_things() -> dict[str, str]:
    """Units of weight, length and volume by their words, which may be abbreviated ("10 km" are kilometres)."""
    return {row["word"]: row["unit"] for row in table("units") if row["class"] == "measure"}


def is_stop(tokens: Tokens, at: int) -> bool:
    """Whether the phrase ends before token `at`; "US" and "WHO" in capitals are names, not words."""
    token = tokens[at]
    if not token.text[0].isalpha():
        return True
    return token.lower in stops() and token.text not in ("US", "WHO")


def read_phrase(tokens: Tokens, at: int, plural: bool = True) -> Phrase | None:
    """The noun phrase that begins at token `at`, without complement; None where no noun follows.

    Of a number above one the first plural is the head ("eleven Thai farm workers in the bus": workers).
    """
    first = at
    while lower(tokens, first) in ("more", "further", "additional"):
        first += 1
    if not plural:
        return _singular_phrase(tokens, first)
    if first == at and _is_predicate(tokens, at):
        return None
    place = first
    while place < min(len(tokens), first + LONGEST):
        token = tokens[place]
        if token.text in HYPHENS and glued(tokens, place) and glued(tokens, place + 1):
            place += 1
            continue
        if (token.lower in ("’s", "'s") or (token.text in "’'" and glued(tokens, place))) and place > first:
            place += 1
            continue
        if token.text in (",", "and", "or") and place > first and _adjectives_go_on(tokens, place):
            place += 1
            continue
        if (is_stop(tokens, place) and not _is_counted_form(tokens, first, place)) or is_number(tokens, place):
            return None
        if _heads(tokens, place):
            return _coordinated(tokens, Phrase(first, place, place + 1))
        place += 1
    return None


def _is_predicate(tokens: Tokens, at: int) -> bool:
    """Whether a verb in its first form follows a number: "five of the sixteen *hold* German passports"."""
    if not at or not is_number(tokens, at - 1) or at + 1 >= len(tokens):
        return False
    verb = f"{tokens[at].lower}s" in words("function_words", "third")
    following = tokens[at + 1]
    named = following.text[0].isupper() and tokens[at].text[0].islower()
    return verb and (named or following.lower in words("function_words", "determiner"))


def _is_counted_form(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a word that may be a verb is the noun that the number counts: "two *offers*", "three Israeli *demands*".

    No number above one is the subject of such a form.
    """
    word = tokens[at].lower
    if at == first and word in ("earlier", "later") and is_plural(lower(tokens, at + 1)):
        return True
    if word not in words("function_words", "third noun"):
        return False
    if not first or not is_number(tokens, first - 1):
        return False
    return at == first or tokens[at - 1].text.islower() or tokens[at - 1].lower in demonyms()


def _heads(tokens: Tokens, at: int) -> bool:
    """Whether the plural at token `at` ends its phrase: "women" does, but not in "women soldiers"."""
    word, following = tokens[at].lower, at + 1
    if not is_plural(word) and word not in measures_of_things():
        return False
    if joined(tokens, following) > following:
        return lower(tokens, following + 1) in ("of", "in", "by")
    possessive = lower(tokens, following) in ("’", "'") and glued(tokens, following)
    following += possessive
    if following >= len(tokens) or is_stop(tokens, following) or is_number(tokens, following):
        return True
    if possessive:
        return False
    after = tokens[following]
    if word in words("persons", "nominal"):
        near = range(following, min(len(tokens), following + 3))
        return not any(is_plural(tokens[place].lower) and not is_stop(tokens, place) for place in near)
    if is_plural(after.lower) and after.lower not in words("persons", "nominal"):
        return after.text[0].isupper() and tokens[at].text[0].islower()
    return True


def is_number(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.text[0].isdigit() or (token.lower in starters() and token.lower not in NOT_NUMBERS)


def _adjectives_go_on(tokens: Tokens, at: int) -> bool:
    """Whether a comma or "and" at token `at` joins adjectives: "Israeli and foreign captives"."""
    linked = tokens[at].lower in ("and", "or")
    for place in range(at + 1, min(len(tokens), at + 7)):
        word = tokens[place].lower
        if word in ("and", "or"):
            linked = True
        elif tokens[place].text != ",":
            if is_stop(tokens, place) or is_number(tokens, place):
                return False
            if is_plural(word):
                return linked and place > at + 1
    return False


def _coordinated(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase with a second noun of the same kind: "women and children", "drones and missiles"."""
    place = phrase.last
    if lower(tokens, place) not in ("and", "or") or place + 1 >= len(tokens):
        return phrase
    second, head = tokens[place + 1], tokens[phrase.head]
    nominal = words("persons", "nominal")
    alike = is_person(second.lower) == is_person(head.lower) and second.text[0].isupper() == head.text[0].isupper()
    alike = alike and (second.lower in nominal) == (head.lower in nominal)
    if not alike or not is_plural(second.lower) or is_stop(tokens, place + 1):
        return phrase
    after = place + 2
    if after < len(tokens) and (lower(tokens, after) in finite_verbs() or tokens[after].lower == "’s"):
        return phrase
    return Phrase(phrase.first, phrase.head, after)


def _singular_phrase(tokens: Tokens, at: int) -> Phrase | None:
    """The phrase of "one" or after a hyphen: to its first familiar noun, else to its end.

    "four-day Qatari-brokered truce takes hold": truce; a people's name is the noun only where nothing follows.
    """
    place, head = at, -1
    while place < min(len(tokens), at + LONGEST):
        token = tokens[place]
        if not (token.text in HYPHENS and glued(tokens, place) and glued(tokens, place + 1)):
            if token.lower in ("’s", "'s") and place > at:
                head = -1
            elif is_stop(tokens, place) or is_number(tokens, place):
                break
            elif is_familiar(token.lower) and not (head >= 0 and token.lower in words("persons", "nominal")):
                head = place
            elif head >= 0 and tokens[head].lower not in demonyms() and not _goes_on(tokens, head, place):
                break
        place += 1
    if head >= 0 and (tokens[head].lower not in demonyms() or head == place - 1):
        head = place - 1 if _goes_on(tokens, head, place - 1) else head
        return Phrase(at, head, head + 1)
    while place > at and (tokens[place - 1].lower.endswith(("ed", "ly")) or not tokens[place - 1].text[0].isalpha()):
        place -= 1
    return Phrase(at, place - 1, place) if place > at else None


def _goes_on(tokens: Tokens, head: int, at: int) -> bool:
    """Whether an unknown word after a familiar noun is the head instead: "missile defence", no "truce held"."""
    thing = singular(tokens[head].lower) in words("counted_nouns", "concrete")
    if at != head + 1 or not (thing or _closes(tokens, at)):
        return False
    return tokens[at].text.islower() and not tokens[at].lower.endswith(("s", "ed", "ing", "ly"))


def is_familiar(word: str) -> bool:
    """Whether a word is a noun that the lists know: a person, something that lasts, a thing, an actor."""
    one = singular(word)
    return is_person(word) or any(one in words("counted_nouns", kind) for kind in ("lasting", "concrete", "actor"))


def with_complement(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase with its "of": "litres of fuel", "minors of age", "heads of state and government"."""
    place = phrase.last
    if lower(tokens, place) != "of":
        return phrase
    place += 1
    while lower(tokens, place) in words("function_words", "determiner"):
        place += 1
    first = place
    while place < min(len(tokens), first + 6):
        token = tokens[place]
        hyphen = token.text in HYPHENS and glued(tokens, place) and glued(tokens, place + 1)
        if is_number(tokens, place):
            return phrase
        pair = lower(tokens, place) == "and" and place > first and _closes(tokens, place + 1)
        if not hyphen and not pair and token.lower not in ("’s", "'s") and is_stop(tokens, place):
            break
        place += 1
        if is_plural(token.lower) and lower(tokens, place) not in ("’s", "'s", "’"):
            break
    while place > first + 1 and lower(tokens, place - 1).endswith("ed"):
        place -= 1
    return Phrase(phrase.first, phrase.head, place) if place > first else phrase


def _closes(tokens: Tokens, at: int) -> bool:
    """Whether one noun at token `at` ends the phrase: "government" in "heads of state and government were there"."""
    if at >= len(tokens) or is_stop(tokens, at) or is_number(tokens, at):
        return False
    return at + 1 >= len(tokens) or is_stop(tokens, at + 1)


def _is_hyphen(tokens: Tokens, place: int, at: int) -> bool:
    """Whether the mark at `place` joins two parts of a word that stands before `at`."""
    joins = tokens[place].text in HYPHENS and place + 1 < at
    return joins and glued(tokens, place) and glued(tokens, place + 1)


def phrase_before(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase that ends before token `at`: "a first pause" before "of six weeks"; ordinals are left out."""
    place = at
    while place > max(0, at - 5):
        hyphen = _is_hyphen(tokens, place - 1, at)
        if not hyphen and (is_stop(tokens, place - 1) or is_number(tokens, place - 1)):
            break
        if hyphen and is_number(tokens, place - 2):
            break
        place -= 1
    unit = place > 1 and _is_hyphen(tokens, place - 1, at) and is_number(tokens, place - 2)
    if unit or (place < at and glued(tokens, place) and tokens[place - 1].text[0].isdigit()):
        place += 1
    while place < at and tokens[place].lower in ("first", "second", "third", "initial", "single"):
        place += 1
    return Phrase(place, at - 1, at) if place < at else None


def clause_end(tokens: Tokens, at: int) -> int:
    """The end of a short clause that says who is meant: "those held by Hamas", "who have not been freed"."""
    place = at
    while place < min(len(tokens), at + LONGEST_CLAUSE):
        word = tokens[place].lower
        auxiliary = word in words("function_words", "auxiliary") and lower(tokens, at) not in ("who", "whom")
        deed = word in finite_verbs() and word not in words("number_context", "befallen")
        told = place > at and deed and lower(tokens, at) not in ("who", "whom", "that")
        if auxiliary or told or not tokens[place].text[0].isalnum() or word in ("and", "but", "or"):
            break
        place += 1
    return place
