"""What a number counts: the thing, its unit, and the shortest quote that holds both.

Codebook, "figures": `unit`, `counted` and `quote`; "one" as a pronoun, and a count of the text's own actors
or informants, are no figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .actors import is_actor_or_informant, is_mere_one
from .authority import words
from .ellipsis import Earlier, elided
from .lengths import lasting, only_locates
from .not_figures import is_figure
from .nouns import is_person, singular
from .numerals import glued, joined, lower
from .parts import whole_of
from .phrases import Phrase, is_number, phrase_before, read_phrase, with_complement
from .records import Chunks, Quantity, Sentence
from .spots import Spot, locate

TIMES = frozenset({"second", "minute", "hour", "day", "night", "weekend", "week", "month", "year"})
PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us", "you", "it"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a quantity counts.

    `start`–`end` is the shortest span with the number, its modifier and what is counted. `text` is what
    is counted in the text's words ("Israeli hostages"); `head` its noun, singular and in lower case
    ("hostage"); `unit` the codebook's unit. `parent` is the index in `Chunks.quantities` of the whole
    where this number is a part of it ("150 prisoners, including 117 children").
    """

    start: int
    end: int
    text: str | None
    head: str | None
    unit: str
    parent: int | None


class Reading(NamedTuple):
    """What is counted, by tokens: the quote from `first` to `last`, the words and the noun of what is counted."""

    first: int
    last: int
    text: str | None
    head: str | None
    unit: str


def count_all(chunks: Chunks) -> tuple[Counted | None, ...]:
    """What each of `chunks.quantities` counts, in their order; None for a number that is no figure.

    "Hamas freed 24 women and 15 boys on Friday": women (`people`), boys (`people`).
    """
    found: list[Counted | None] = []
    earlier: list[Earlier] = []
    number = 0
    tokens = [sentence.tokens for sentence in chunks.sentences]
    for index, quantity in enumerate(chunks.quantities):
        while number + 1 < len(chunks.sentences) and chunks.sentences[number].end <= quantity.start:
            number += 1
        sentence = chunks.sentences[number]
        spot = locate(sentence, quantity)
        reading = None
        if is_figure(chunks, sentence, quantity, spot):
            reading = _read(chunks, quantity, spot, number, earlier, tokens)
        if reading is None:
            found.append(None)
            continue
        parent = whole_of(chunks, index, sentence, number, spot, earlier)
        start, end = sentence.tokens[reading.first].start, sentence.tokens[reading.last - 1].end
        found.append(Counted(start, end, reading.text, reading.head, reading.unit, parent))
        earlier.append(Earlier(index, number, spot.before(), reading.text, reading.head, reading.unit, parent))
    return tuple(found)


def _read(chunks, quantity, spot, number, earlier, sentences) -> Reading | None:
    if quantity.unit in TIMES:
        return _length(chunks, quantity, spot)
    if quantity.unit in ("share", "percent"):
        return _share(chunks, quantity, spot)
    if quantity.unit is not None:
        return _money(chunks, quantity, spot)
    return _things(chunks, quantity, spot, number, earlier, sentences)


def _words(chunks: Chunks, spot: Spot, first: int, last: int) -> str:
    """The article's words from token `first` to `last`, on one line."""
    return " ".join(chunks.article.text[spot.tokens[first].start : spot.tokens[last - 1].end].split())


def head_of(spot: Spot, at: int) -> str:
    """The noun at token `at`, singular and in lower case; "cease-fire" is "ceasefire"."""
    tokens = spot.tokens
    if at > 1 and tokens[at - 1].text == "-" and glued(tokens, at) and tokens[at - 2].lower == "cease":
        return "ceasefire"
    return singular(tokens[at].lower)


def _length(chunks: Chunks, quantity: Quantity, spot: Spot) -> Reading | None:
    if is_mere_one(quantity, spot) or only_locates(quantity, spot):
        return None
    unit = quantity.unit or ""
    found = lasting(quantity, spot)
    if found is None:
        return Reading(spot.start, spot.end, None, None, unit)
    phrase, quoted = found
    text, head = _words(chunks, spot, phrase.first, phrase.last), head_of(spot, phrase.head)
    if not quoted:
        return Reading(spot.start, spot.end, text, head, unit)
    return Reading(min(spot.start, phrase.first), max(spot.end, phrase.last), text, head, unit)


def _share(chunks: Chunks, quantity: Quantity, spot: Spot) -> Reading | None:
    unit = quantity.unit or ""
    part = _part(chunks, spot, unit)
    if part is not None:
        return part
    tokens = spot.tokens
    place = spot.end
    while lower(tokens, place) in words("function_words", "determiner"):
        place += 1
    phrase = read_phrase(tokens, place, plural=place == spot.end) if place < len(tokens) else None
    if phrase is not None:
        phrase = with_complement(tokens, phrase)
        text = _words(chunks, spot, spot.end, phrase.last)
        return Reading(spot.start, phrase.last, text, head_of(spot, phrase.head), unit)
    if fronted := _fronted(spot):
        text = _words(chunks, spot, fronted.first, fronted.last)
        return Reading(fronted.first - 1, spot.end, text, head_of(spot, fronted.head), unit)
    if spot.before() == "by" and (changed := phrase_before(tokens, spot.start - 1)):
        return Reading(
            spot.start, spot.end, _words(chunks, spot, changed.first, changed.last), head_of(spot, changed.head), unit
        )
    return Reading(spot.start, spot.end, None, None, unit)


def _fronted(spot: Spot) -> Phrase | None:
    """The whole that stands before its share: "Of the territory's buildings four-fifths"."""
    tokens = spot.tokens
    for at in range(spot.start - 2, max(-1, spot.start - 9), -1):
        if tokens[at].lower == "of" and (at == 0 or not tokens[at - 1].text[0].isalpha()):
            return Phrase(at + 1, spot.start - 1, spot.start)
    return None


def _money(chunks: Chunks, quantity: Quantity, spot: Spot) -> Reading | None:
    tokens, unit = spot.tokens, quantity.unit or ""
    place = spot.end + (lower(tokens, spot.end) == "worth")
    if lower(tokens, place) in ("in", "of", "for") and place + 1 < len(tokens):
        phrase = _mass(spot, place + 1)
        if phrase is not None:
            text = _words(chunks, spot, phrase.first, phrase.last)
            return Reading(spot.start, phrase.last, text, head_of(spot, phrase.head), unit)
    direct = read_phrase(tokens, joined(tokens, spot.end), plural=False) if spot.end < len(tokens) else None
    if direct is not None:
        return Reading(
            spot.start, direct.last, _words(chunks, spot, direct.first, direct.last), head_of(spot, direct.head), unit
        )
    for at in range(spot.start - 1, max(-1, spot.start - 18), -1):
        if tokens[at].lower in ("bill", "cost", "costs", "price", "damage", "budget", "budgets", "fund", "funds"):
            return Reading(spot.start, spot.end, _words(chunks, spot, at, at + 1), head_of(spot, at), unit)
    return Reading(spot.start, spot.end, None, None, unit)


def _mass(spot: Spot, at: int) -> Phrase | None:
    """A noun phrase that need not be a plural: "US military assistance", "relief"."""
    phrase = read_phrase(spot.tokens, at, plural=False)
    return with_complement(spot.tokens, phrase) if phrase else None


def _part(chunks: Chunks, spot: Spot, unit: str | None) -> Reading | None:
    """A number of a whole that follows: "12 of his countrymen", "half of the 59 captives", "25 of whom"."""
    tokens, place = spot.tokens, spot.end
    if lower(tokens, place) != "of" or place + 1 >= len(tokens):
        return None
    first = place + 1
    if lower(tokens, first) in PRONOUNS:
        return _pronoun(chunks, spot, first, unit)
    while lower(tokens, place + 1) in words("function_words", "determiner"):
        place += 1
    inner = _skip_number(spot, place + 1)
    phrase = read_phrase(tokens, inner) if inner < len(tokens) else None
    if phrase is None:
        phrase = read_phrase(tokens, inner, plural=False) if inner < len(tokens) and inner == place + 1 else None
    if phrase is None:
        return Reading(spot.start, max(inner, first), None, None, unit or "people") if inner > place + 1 else None
    phrase = with_complement(tokens, phrase)
    text = _words(chunks, spot, inner if inner > place + 1 else first, phrase.last)
    head = head_of(spot, phrase.head)
    return Reading(spot.start, phrase.last, text, head, unit or ("people" if is_person(head) else head))


def _pronoun(chunks: Chunks, spot: Spot, at: int, unit: str | None) -> Reading:
    """A part of what a pronoun takes up: "69 of them women", "24 of whom are thought to be alive"."""
    tokens = spot.tokens
    after = read_phrase(tokens, at + 1) if at + 1 < len(tokens) and tokens[at].lower == "them" else None
    unit = unit or "people"
    if after is None:
        return Reading(spot.start, at + 1, None, None, unit)
    return Reading(
        spot.start, after.last, _words(chunks, spot, after.first, after.last), head_of(spot, after.head), unit
    )


def _skip_number(spot: Spot, at: int) -> int:
    """Past a modifier and a number that stand inside the phrase: "the more than 200 hostages"."""
    tokens, place = spot.tokens, at
    for step in range(5):
        if at + step >= len(tokens):
            break
        if is_number(tokens, at + step):
            place = at + step + 1
            while place < len(tokens) and is_number(tokens, place):
                place += 1
            return place
    return at


def _things(chunks, quantity, spot, number, earlier, sentences) -> Reading | None:
    tokens = spot.tokens
    if is_mere_one(quantity, spot):
        return None
    hyphen = joined(tokens, spot.end)
    if hyphen > spot.end:
        return _compound(chunks, spot, hyphen)
    part = _part(chunks, spot, None)
    if part is not None:
        if is_actor_or_informant(quantity, spot, part.head, part.last):
            return None
        return _remains(chunks, spot, part)
    phrase = read_phrase(tokens, spot.end, plural=quantity.high != 1) if spot.end < len(tokens) else None
    if phrase is None:
        found = elided(spot, number, earlier, sentences)
        last = spot.end + (spot.word(0) in ("more", "others"))
        if found.phrase is not None:
            text = _words(chunks, spot, found.phrase.first, found.phrase.last)
            return Reading(spot.start, last, text, found.head, found.unit)
        return Reading(spot.start, last, found.text, found.head, found.unit)
    head = head_of(spot, phrase.head)
    if is_actor_or_informant(quantity, spot, head, phrase.last):
        return None
    phrase = with_complement(tokens, phrase)
    unit = "people" if is_person(tokens[phrase.head].lower) or head == "other" else head
    return _remains(
        chunks, spot, Reading(spot.start, phrase.last, _words(chunks, spot, phrase.first, phrase.last), head, unit)
    )


def _compound(chunks: Chunks, spot: Spot, noun: int) -> Reading | None:
    """A number tied by a hyphen: "two-page paper" (unit page, a paper), "50-strong crew", "14-member team"."""
    tokens, word = spot.tokens, singular(spot.tokens[noun].lower)
    people = is_person(word) or word in ("strong", "member")
    phrase = read_phrase(tokens, noun + 1, plural=False) if noun + 1 < len(tokens) else None
    unit = "people" if people else word
    if phrase is None:
        return Reading(spot.start, noun + 1, None, word, unit)
    return Reading(
        spot.start,
        phrase.last,
        _words(chunks, spot, phrase.first, phrase.last),
        word if people else head_of(spot, phrase.head),
        unit,
    )


def _remains(chunks: Chunks, spot: Spot, reading: Reading) -> Reading:
    """The reading with the bodies before it: "the bodies of four hostages" counts bodies."""
    before = singular(spot.before(2))
    if spot.before() != "of" or before not in words("counted_nouns", "bodies"):
        return reading
    text = f"{spot.tokens[spot.start - 2].text} of {reading.text}" if reading.text else spot.tokens[spot.start - 2].text
    return Reading(spot.start - 2, reading.last, text, before, "people")
