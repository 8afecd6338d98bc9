"""Numbers whose noun is left out: what an earlier number, a total or the sentence makes them count."""

from collections.abc import Sequence
from typing import NamedTuple

from .authority import words
from .nouns import is_person, is_plural, singular
from .numerals import Tokens, lower
from .phrases import Phrase, read_phrase, with_complement
from .spots import Spot

LOOKBACK = 12
TOTALS = frozenset(
    {"toll", "dead", "death", "casualty", "fatality", "martyr", "killed", "victim", "injured", "wounded"}
)


class Earlier(NamedTuple):
    """A figure already read: its sentence's number, the word before it, and what it counts."""

    quantity: int
    sentence: int
    before: str
    text: str | None
    head: str | None
    unit: str
    parent: int | None


class Elided(NamedTuple):
    """What a number without a noun counts; `phrase` where the sentence itself names it."""

    text: str | None
    head: str | None
    unit: str
    phrase: Phrase | None = None


def is_rate(spot: Spot) -> bool:
    """Whether a rate follows: "200 a day", "some 600 daily"."""
    first, second = spot.word(0), spot.word(1)
    return first in words("number_context", "rate") or (
        first in ("a", "an", "per", "each", "every") and second in ("day", "week", "month", "hour", "year")
    )


def elided(spot: Spot, sentence: int, earlier: Sequence[Earlier], sentences: Sequence[Tokens]) -> Elided:
    """What the number counts by its surroundings; persons, where nothing tells."""
    if is_rate(spot) and (thing := _thing_carried(spot, sentence, earlier, sentences)):
        return thing
    if total := _total(spot):
        return total
    if found := _parallel(spot, sentence, earlier):
        return Elided(found.text, found.head, found.unit)
    return Elided(None, None, "people")


def _thing_carried(spot: Spot, sentence: int, earlier: Sequence[Earlier], sentences: Sequence[Tokens]) -> Elided | None:
    """The lorries of "600 a day": counted before, or at least named in the sentences before."""
    vehicles = words("counted_nouns", "vehicle")
    for found in reversed(earlier[-LOOKBACK:]):
        if found.head in vehicles and found.head not in ("tonne", "ton", "litre", "liter"):
            return Elided(found.text, found.head, found.unit)
    for number in range(sentence, max(-1, sentence - 4), -1):
        tokens = spot.tokens[max(0, spot.start - 60) : spot.start] if number == sentence else sentences[number][-60:]
        for token in reversed(tokens):
            if singular(token.lower) in vehicles:
                plural = token.lower if is_plural(token.lower) else f"{token.lower}s"
                return Elided(plural, singular(token.lower), singular(token.lower))
    return None


def _total(spot: Spot) -> Elided | None:
    """The noun of a total: "the toll stands at 1,139", "put the number of those left behind at 300,000"."""
    tokens = spot.tokens
    for at in range(spot.start - 1, max(-1, spot.start - 14), -1):
        word = tokens[at].lower
        if word in (";", ":") or tokens[at].text[0].isdigit():
            return None
        one = singular(word)
        if one in ("number", "total", "count") and lower(tokens, at + 1) == "of":
            return _number_of(tokens, at + 2, spot.start)
        if one in TOTALS and _leads_to(tokens, at, spot.start):
            return Elided(tokens[at].text, one, "people", Phrase(at, at, at + 1))
    return None


def _number_of(tokens: Tokens, at: int, end: int) -> Elided | None:
    while lower(tokens, at) in ("the", "its", "their", "all"):
        at += 1
    if lower(tokens, at) in ("those", "people"):
        return Elided(None, "person", "people")
    phrase = read_phrase(tokens, at) if at < end else None
    if phrase is None or phrase.last > end:
        return None
    head = tokens[phrase.head].lower
    unit = "people" if is_person(head) else singular(head)
    return Elided(None, singular(head), unit, with_complement(tokens, phrase))


def _leads_to(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a total at token `at` has the number at `end` for its value: a verb or "to", "at" stands right before it."""
    before = lower(tokens, end - 1)
    if before in (
        "to",
        "at",
        "is",
        "was",
        "reached",
        "hit",
        "reaches",
        "topped",
        "of",
        "over",
        "stood",
        "be",
        "be",
        "is",
    ):
        return True
    return any(tokens[place].lower in words("number_context", "year_cue") for place in range(at, end) if False) or (
        end - at <= 2
    )


def _parallel(spot: Spot, sentence: int, earlier: Sequence[Earlier]) -> Earlier | None:
    """The earlier figure that this one continues: after the same preposition, else the nearest in the sentence."""
    recent = [found for found in reversed(earlier[-LOOKBACK:]) if found.unit not in NOT_CONTINUED]
    near = [found for found in recent if sentence - found.sentence <= 3]
    before = spot.before()
    if before in ("for", "against"):
        return next((found for found in near if found.before == before), None)
    return next((found for found in near if found.sentence == sentence), None) or (
        near[0] if near and _continues(spot) else None
    )


NOT_CONTINUED = frozenset(
    {"second", "minute", "hour", "day", "night", "weekend", "week", "month", "year", "percent", "share"}
)


def _continues(spot: Spot) -> bool:
    """Whether the sentence goes on from the one before: "another four", "200 more", or it begins with the number."""
    return spot.word(0) in ("more", "others") or spot.before() in ("another", "further", "those", "the", "and")
