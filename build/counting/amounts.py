"""Shares of a whole and sums of money: what they are a share of, what they pay for."""

from ..authority import words
from ..numbers.numerals import joined, lower
from ..numbers.spots import Spot
from .nouns import is_person
from .phrases import Phrase, phrase_before, read_phrase, with_complement
from .readings import Reading, Setting
from .things import part

COSTS = frozenset(
    {"bill", "cost", "costs", "price", "damage", "budget", "budgets", "fund", "funds", "ransom", "appeal"}
)
REACH = 18


def share(setting: Setting, unit: str) -> Reading | None:
    """A fraction or a percentage with its whole: "half the population", "80 per cent of homes", "cut it by 38%"."""
    if reading := part(setting, unit):
        return reading
    spot, tokens = setting.spot, setting.spot.tokens
    place = spot.end
    while lower(tokens, place) in words("function_words", "determiner"):
        place += 1
    phrase = read_phrase(tokens, place, plural=place == spot.end) if place < len(tokens) else None
    if phrase is not None:
        return setting.quoting(with_complement(tokens, phrase), unit, first=spot.end)
    if fronted := _fronted(spot):
        text = setting.words(fronted.first, fronted.last)
        return Reading(fronted.first - 1, spot.end, text, setting.head(fronted.head), unit)
    if spot.before() == "by" and (changed := phrase_before(tokens, spot.start - 1)):
        first = changed.first - (spot.word_at(changed.first - 1) in words("function_words", "determiner"))
        return setting.bare(unit, setting.words(first, changed.last), setting.head(changed.head))
    if told := _told_of(spot):
        return setting.quoting(told, unit)._replace(head=None)
    return setting.bare(unit)


def _told_of(spot: Spot) -> Phrase | None:
    """The persons that a share is said to be: "around half were *women and children*"."""
    if spot.word(0) not in ("are", "were") or spot.end + 1 >= len(spot.tokens):
        return None
    phrase = read_phrase(spot.tokens, spot.end + 1)
    person = phrase is not None and phrase.first == spot.end + 1 and is_person(spot.tokens[phrase.head].lower)
    return phrase if person and spot.word(1) not in words("number_context", "befallen") else None


def _fronted(spot: Spot) -> Phrase | None:
    """The whole that stands before its share: "Of the territory's buildings four-fifths"."""
    tokens = spot.tokens
    for at in range(spot.start - 2, max(-1, spot.start - 9), -1):
        pronoun = tokens[at + 1].lower in ("whom", "which", "them", "these", "those")
        if tokens[at].lower == "of" and not pronoun and (at == 0 or not tokens[at - 1].text[0].isalpha()):
            return Phrase(at + 1, spot.start - 1, spot.start)
    return None


def money(setting: Setting, unit: str) -> Reading:
    """A sum with what it pays for: "$5m worth of aid", "a $20m aid package", "the bill came to $3bn"."""
    spot, tokens = setting.spot, setting.spot.tokens
    place = spot.end + (spot.word(0) == "worth")
    if lower(tokens, place) in ("in", "of", "for") and place + 1 < len(tokens):
        phrase = read_phrase(tokens, place + 1, plural=False)
        if phrase is not None:
            return setting.quoting(with_complement(tokens, phrase), unit)
    direct = read_phrase(tokens, joined(tokens, spot.end), plural=False) if spot.end < len(tokens) else None
    if direct is not None:
        return setting.quoting(direct, unit)
    for at in range(spot.start - 1, max(-1, spot.start - REACH), -1):
        if tokens[at].lower in COSTS:
            return setting.bare(unit, setting.words(at, at + 1), setting.head(at))
    last = setting.earlier[-1] if setting.earlier else None
    if last is not None and last.sentence == setting.sentence and last.unit.isupper():
        return setting.bare(unit, last.text, last.head)
    return setting.bare(unit)
