"""Stretches of time: which ones are figures, and what lasts that long."""

from ..authority import words
from ..counting.nouns import singular
from ..counting.phrases import Phrase, finite_verbs, phrase_before, read_phrase, with_complement
from ..numbers.numerals import HYPHENS, Tokens, glued, joined, lexicon, lower
from ..numbers.spots import Spot
from ..records import Quantity

REACH, FAR = 25, 50


def only_locates(quantity: Quantity, spot: Spot) -> bool:
    """Whether a stretch of time only locates a moment: "two weeks ago", "in the past 24 hours"."""
    if _lasts(spot):
        return False
    following = joined(spot.tokens, spot.end)
    moment = spot.word(0) in words("number_context", "moment")
    if (moment and spot.before() != "for") or (spot.word(0) == "from" and spot.word(1) == "now"):
        return True
    if spot.word(0) in ("’", "'") and spot.word(1) == "time":
        return True
    if following > spot.end or spot.word(0) == "of":
        return False
    if spot.before() in words("number_context", "relative") and (
        spot.before() != "following" or spot.before(2) == "the"
    ):
        return _stands_in_the_last(quantity, spot)
    return spot.before() in ("in", "for") and _ranks(spot)


def _ranks(spot: Spot) -> bool:
    """Whether a rank is told over the stretch: "the first visit in 25 years", "the worst raid in months"."""
    for step in range(2, 11):
        word = spot.before(step)
        if not word or not word[0].isalpha() or word in words("function_words", "auxiliary") or word in finite_verbs():
            return False
        if word in ("first", "since", "only", "record", "most") or word in lexicon("ordinal") or _superlative(word):
            return True
    return False


def _lasts(spot: Spot) -> bool:
    """Whether the words before tell that something lasts: "lasted 40 days before it collapsed"."""
    return spot.before() in ("lasting", "lasted", "last", "lasts", "spent", "spend")


def _stands_in_the_last(quantity: Quantity, spot: Spot) -> bool:
    """Whether "the last N" is a moment; "for the past ten years", "over the last half century" tell how long."""
    place = 3 if spot.before(2) in ("the", "these", "those") else 2
    if spot.before(place) == "for":
        return False
    return not (spot.before(place) in ("over", "throughout", "during") and quantity.unit == "year")


def _superlative(word: str) -> bool:
    return word in ("worst", "best", "most", "least") or (
        word.endswith("est") and len(word) > 5 and word not in ("protest", "interest", "request", "arrest", "northwest")
    )


def lasting(spot: Spot) -> tuple[Phrase, bool] | None:
    """What lasts, and whether the quote takes it in ("four-day pause", "pause of six weeks", "ten months of war").

    Elsewhere in the clause it is named without being quoted: "the truce was extended by two days".
    """
    tokens, place = spot.tokens, joined(spot.tokens, spot.end)
    if lower(tokens, place) in ("long", "old", "wide"):
        place += 1
    if place > spot.end or lower(tokens, place - 1) in ("long", "old"):
        phrase = read_phrase(tokens, place, plural=False)
        return (phrase, True) if phrase else None
    if spot.word(0) in ("’", "'") and glued(tokens, spot.end):
        phrase = read_phrase(tokens, spot.end + 1, plural=False)
        return (phrase, True) if phrase else None
    if spot.word(0) == "of":
        phrase = _after_of(tokens, spot.end + 1)
        if phrase is not None:
            return phrase, True
    if lower(tokens, spot.lead - 1) == "of":
        phrase = phrase_before(tokens, spot.lead - 1)
        if phrase and singular(tokens[phrase.head].lower) not in words("number_context", "measuring"):
            return phrase, True
    direct = read_phrase(tokens, spot.end, plural=False)
    if direct is not None and _lasts_by_nature(tokens, direct.head):
        return direct, True
    if spot.word(0) == "in" and spot.word(1) in words("number_context", "state"):
        return Phrase(spot.end + 1, spot.end + 1, spot.end + 2), True
    if direct is not None and spot.end - spot.last == 2 and tokens[spot.last].text in HYPHENS:
        return direct, True
    found = _named_before(spot) or _named_after(spot)
    return (found, False) if found else None


def _after_of(tokens: Tokens, at: int) -> Phrase | None:
    while lower(tokens, at) in words("function_words", "determiner"):
        at += 1
    phrase = read_phrase(tokens, at, plural=False) if at < len(tokens) else None
    return with_complement(tokens, phrase) if phrase else None


def _lasts_by_nature(tokens: Tokens, at: int) -> bool:
    word, before = tokens[at].lower, lower(tokens, at - 1)
    verb = (
        before == "to"
        or (word.endswith("s") and lower(tokens, at + 1) == "to")
        or before in words("number_context", "future")
        or before in words("function_words", "pronoun")
    )
    return not verb and not words("counted_nouns", "lasting").isdisjoint({word, singular(word)})


def _named_before(spot: Spot) -> Phrase | None:
    """The nearest noun before that can last, where a word like "for", "by", "lasting" ties the length to it."""
    tokens, place = spot.tokens, spot.lead - 1
    while place > 0 and tokens[place].lower in ("a", "an", "the"):
        place -= 1
    tied = words("number_context", "for")
    if place < 0 or (tokens[place].lower not in tied and tokens[spot.start].lower not in tied):
        return None
    extended = any(word in words("number_context", "prolong") for word in spot.near(REACH, 0))
    truces, best = words("counted_nouns", "truce") if extended else frozenset(), None
    for at in range(place, max(-1, place - (FAR if extended else REACH)), -1):
        if tokens[at].text == ";":
            break
        if singular(tokens[at].lower) in truces and _lasts_by_nature(tokens, at):
            return _with_adjectives(tokens, at)
        if best is None and tokens[at].text[0].islower() and _lasts_by_nature(tokens, at):
            best = at
    return _with_adjectives(tokens, _outermost(tokens, best)) if best is not None else None


def last_that_lasts(tokens: Tokens) -> Phrase | None:
    """The last noun of a sentence that can last, with the words before it: "What happens in the *first stage*?"."""
    for at in range(len(tokens) - 1, max(-1, len(tokens) - FAR), -1):
        if tokens[at].text[0].islower() and _lasts_by_nature(tokens, at):
            return _with_ordinal(tokens, at)
    return None


def _with_ordinal(tokens: Tokens, head: int) -> Phrase:
    """The noun with its ordinal, which tells one stage from another."""
    first = head - (head > 0 and lower(tokens, head - 1) in lexicon("ordinal"))
    return Phrase(first, head, head + 1)


def _outermost(tokens: Tokens, head: int) -> int:
    """The noun on which another hangs: in "the first *phase* of the agreement, which lasts six weeks"."""
    place = head - 1
    while place > 0 and tokens[place].lower in words("function_words", "determiner"):
        place -= 1
    if place > 0 and tokens[place].lower == "of" and _lasts_by_nature(tokens, place - 1):
        return place - 1
    return head


def _with_adjectives(tokens: Tokens, head: int) -> Phrase:
    """The noun with the words before it, and the noun after it that it may belong to: "truce period"."""
    if head + 1 < len(tokens) and _lasts_by_nature(tokens, head + 1):
        head += 1
    phrase = phrase_before(tokens, head + 1)
    return Phrase(head, head, head + 1) if phrase is None else phrase


def _named_after(spot: Spot) -> Phrase | None:
    """The war of "four months on, the war …"; the next noun that can last in the same clause."""
    tokens = spot.tokens
    if spot.word(0) not in ("on", "into"):
        return None
    for at in range(spot.end, min(len(tokens), spot.end + 8)):
        if _lasts_by_nature(tokens, at):
            return Phrase(at, at, at + 1)
    return None
