"""Numbers that are no figures (codebook, "figures"): dates, clock times, ages, names, epithets, what is denied."""

from bisect import bisect_left
from functools import cache

from ..authority import table, words
from ..numbers.numerals import HYPHENS, Tokens, glued, joined, lower
from ..numbers.spots import Spot, within
from ..records import Chunks, Quantity, Sentence
from .nouns import is_person, is_plural, singular
from .phrases import is_number, is_stop, read_phrase

FIRST_YEAR, LAST_YEAR, OLDEST, LONGEST_MONTH = 1900, 2099, 115, 31
LONGEST_LIST = 12
PARENTS = frozenset({"mother", "father", "parent", "grandmother", "grandfather", "widow", "widower"})
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
OLDER = frozenset({"over", "under", "above", "below", "than"})


@cache
def months() -> frozenset[str]:
    """Names of months and their abbreviations, in lower case."""
    kinds = ("month", "month_abbreviation")
    return frozenset(row["word"].lower().rstrip(".") for row in table("calendar") if row["class"] in kinds)


def is_figure(chunks: Chunks, sentence: Sentence, quantity: Quantity, spot: Spot) -> bool:
    """Whether the number may be a figure; what it counts is not looked at yet."""
    if quantity.high == 0 or _denied(quantity, spot) or _furniture(quantity, spot):
        return False
    if quantity.unit in ("year", "month", "week", "day") and _age_in_units(spot):
        return False
    if quantity.unit is not None and _named_length(sentence, spot):
        return False
    if quantity.unit is not None:
        return not (quantity.unit == "share" and spot.word(0) in ("past", "-"))
    if _dated(chunks, quantity, spot) or _clock_time(quantity, spot) or _age(quantity, spot):
        return False
    if _named(chunks, sentence, quantity, spot) or _epithet(spot):
        return False
    return not is_score(quantity, spot) or within(spot, ("vote",), 12, 8, "number_context")


def _is_month(tokens: Tokens, at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].text[0].isupper() and tokens[at].lower in months()


def _dated(chunks: Chunks, quantity: Quantity, spot: Spot) -> bool:
    """Whether the number is part of a date: a day beside its month, a year ("27 and 28 February", "in 2019")."""
    first = bisect_left(chunks.times, quantity.number_start, key=lambda time: time.end)
    for time in chunks.times[first : first + 1]:
        if time.start <= quantity.number_start and quantity.number_end <= time.end and time.kind != "relative":
            return True
    if quantity.high == int(quantity.high) <= LONGEST_MONTH and quantity.modifier == "exact":
        return _day_of_month(spot)
    low, high = quantity.low, quantity.high
    if low != int(low) or not FIRST_YEAR <= low <= LAST_YEAR or len(spot.tokens[spot.number].text) != 4:
        return False
    if quantity.modifier != "exact" or high > LAST_YEAR:
        return high < LAST_YEAR and spot.before() in words("number_context", "year_cue")
    phrase = read_phrase(spot.tokens, spot.end)
    counts = phrase is not None and is_person(spot.tokens[phrase.head].lower)
    return not counts or spot.before() in words("number_context", "year_cue") or _is_month(spot.tokens, spot.start - 1)


def _day_of_month(spot: Spot) -> bool:
    tokens, place = spot.tokens, spot.end
    after = place + 1 if lower(tokens, place) == "of" else place
    if _is_month(tokens, after):
        return True
    if lower(tokens, place) in ("and", "or", "to", ",", "&") or lower(tokens, place) in HYPHENS:
        following = lower(tokens, place + 1)
        if following.isdigit() and len(following) <= 2 and _is_month(tokens, place + 2):
            return True
    before = spot.start - 1
    before -= lower(tokens, before) in (".", "the")
    if _is_month(tokens, before):
        phrase = read_phrase(tokens, spot.end)
        opens = lower(tokens, before - 1) in ("in", "since", "last") and phrase is not None
        return not opens
    earlier = lower(tokens, before - 1)
    if lower(tokens, before) == "to" and _falls(earlier, lower(tokens, spot.number)):
        return False
    joins = lower(tokens, before) in ("and", "to", "or", ",") or lower(tokens, before) in HYPHENS
    return joins and earlier.isdigit() and _is_month(tokens, before - 2) and not read_phrase(tokens, spot.end)


def _falls(left: str, right: str) -> bool:
    """Whether two numerals do not rise, as days of a period would: "from 20 on January *19 to 18*"."""
    return left.isdigit() and right.isdigit() and int(right) <= int(left)


def _clock_time(quantity: Quantity, spot: Spot) -> bool:
    """Whether the number tells the hour: "7 a.m.", "eight in the morning", "0700 hours", "half past ten"."""
    clock = words("number_context", "clock")
    if spot.word(0) in clock or (spot.word(0) == "(" and spot.word(1) in clock):
        return True
    if spot.word(0) == "local" and spot.word(1) == "time":
        return True
    if quantity.high > 24 and len(spot.tokens[spot.number].text) != 4:
        return False
    if spot.word(0) == "in" and spot.word(1) == "the" and spot.word(2) in PARTS_OF_DAY:
        return True
    if spot.word(0) == "at" and spot.word(1) == "night":
        return True
    if spot.before() in ("past", "to") and spot.before(2) in ("half", "quarter"):
        return True
    return spot.word(0) in ("tonight", "sharp") or (spot.word(0) == "on" and spot.before() == "at")


def _listed_after(spot: Spot) -> int:
    """The token of the first of the bare numbers that a list ends with: "aged *24*, 28 and 31"."""
    tokens, first = spot.tokens, spot.start
    if read_phrase(tokens, spot.end) is not None:
        return first
    for at in range(spot.start - 1, max(-1, spot.start - LONGEST_LIST), -1):
        if is_number(tokens, at):
            first = at
        elif tokens[at].lower not in (",", "and", "or", "-"):
            break
    return first


def _age(quantity: Quantity, spot: Spot) -> bool:
    """Whether the number is an age: "aged 4", "Jane Roe, 65, said", "(70)", "children under two"."""
    if (lead := _listed_after(spot)) != spot.start:
        spot = spot._replace(start=lead)
    near = {spot.before(), spot.before(2), spot.before(3)}
    if "aged" in near or "ages" in near or ("age" in near and spot.before() in ("age", "of", "from", "between")):
        return True
    if quantity.high > OLDEST or quantity.high != int(quantity.high):
        return False
    if any(word in ("youngest", "oldest", "eldest") for word in spot.near(5, 0)):
        return read_phrase(spot.tokens, spot.end) is None
    tokens, ends = spot.tokens, spot.word(0)
    if spot.before() == "of" and _is_kin(spot.before(2)):
        return read_phrase(tokens, spot.end) is None
    if spot.before() in ("turned", "turns", "turning"):
        return not read_phrase(tokens, spot.end)
    if (
        spot.before(2) in ("who", "he", "she")
        and spot.before() in ("is", "was")
        and ends in ("and", "or", ",", ".", "")
    ):
        return True
    closed = ends in (",", ")", "–", "—", ";", "") or (ends in (".", "and") and spot.before() == ",")
    if spot.before() in (",", "(") and closed and quantity.modifier == "exact" and spot.start > 1:
        name = tokens[spot.start - 2]
        someone = name.text[0].isupper() or (is_person(name.lower) and not is_plural(name.lower))
        each = any(token.lower in ("each", "every", "per") for token in tokens[max(0, spot.start - 6) : spot.start])
        if someone and not each and name.lower not in months() and tokens[spot.number].text[0].isdigit():
            return True
    if spot.start < spot.number and any(token.lower in OLDER for token in tokens[spot.start : spot.number]):
        person = is_person(spot.before()) and spot.before() not in words("persons", "nominal")
        older = person or spot.before() in ("those", "anyone", "everyone", "older", "younger")
        return older and read_phrase(tokens, spot.end) is None
    return spot.before() == "than" and spot.before(2) in ("older", "younger")


def _is_kin(word: str) -> bool:
    """Whether "of" and a number after the word tell an age: "a *boy* of six", no "mother of four", "crowd of ten"."""
    one_person = is_person(word) and not is_plural(word) and word not in words("persons", "collective")
    return one_person and word not in PARENTS and word not in words("number_context", "crowd")


def _age_in_units(spot: Spot) -> bool:
    """Whether a stretch of time is an age: "80-year-old", "nine months old", "four years of age"."""
    if spot.word(0) == "of" and spot.word(1) == "age":
        return True
    place = joined(spot.tokens, spot.end)
    if lower(spot.tokens, place) not in ("old", "olds"):
        return False
    if spot.before() == "," and singular(spot.before(2)) in words("counted_nouns", "lasting"):
        return False
    phrase = read_phrase(spot.tokens, place + 1, plural=False)
    return phrase is None or singular(spot.tokens[phrase.head].lower) not in words("counted_nouns", "lasting")


def _named(chunks: Chunks, sentence: Sentence, quantity: Quantity, spot: Spot) -> bool:
    """Whether the number stands in a name: "Channel 12", "phase one", "Air Force One", "the Six-Day War"."""
    tokens = spot.tokens
    if quantity.modifier != "exact" or spot.start == 0:
        return False
    before, numeral = tokens[spot.start - 1], tokens[spot.number]
    free = read_phrase(tokens, spot.end) is None
    if singular(before.lower) in words("counted_nouns", "numbered"):
        return free and (before.text[0].isupper() or before.lower in words("counted_nouns", "numbered"))
    if before.lower == "of" and lower(tokens, spot.start - 2) == "group" and tokens[spot.start - 2].text[0].isupper():
        return True
    if before.text == "." and lower(tokens, spot.start - 2) in ("no", "nos", "art", "res", "ch"):
        return True
    if before.text == "[" and spot.word(0) == "]":
        return True
    if sentence.is_title or not before.text[0].isalpha() or glued(tokens, spot.number):
        return False
    if numeral.text[0].isupper() and numeral.lower not in ("a", "an"):
        return True
    if not before.text[0].isupper() or spot.start == 1 or not free or is_stop(tokens, spot.start - 1):
        return False
    return not _mentioned(chunks, before.start, before.end) and not is_plural(before.lower)


def _named_length(sentence: Sentence, spot: Spot) -> bool:
    """Whether a stretch of time is a name: "the Six-Day War", "the Thirty Years’ War"; not where all is in capitals."""
    tokens = spot.tokens
    if (
        sentence.is_title
        or spot.number == 0
        or spot.end >= len(tokens)
        or not tokens[spot.number - 1].text[0].isalpha()
    ):
        return False
    return all(tokens[at].text[0].isupper() for at in (spot.number, spot.end - 1))


def _mentioned(chunks: Chunks, start: int, end: int) -> bool:
    """Whether a party, a place or a time is named at the span: "in Gaza 12 died" holds no name with a number."""
    for mentions in (chunks.parties, chunks.places, chunks.times):
        first = bisect_left(mentions, end, key=lambda mention: mention.end)
        if first < len(mentions) and mentions[first].start <= start:
            return True
    return False


def _epithet(spot: Spot) -> bool:
    """Whether the number is part of an epithet or a fixed term: "20-point plan", "two-state solution", "one-time"."""
    place = joined(spot.tokens, spot.end)
    word = lower(spot.tokens, place)
    if place > spot.end:
        return is_number(spot.tokens, place) or singular(word) in words("counted_nouns", "epithet")
    following = place + 1
    if word not in ("point", "phase", "stage", "state") or following >= len(spot.tokens):
        return False
    return spot.tokens[spot.number].lower != "one" and not is_stop(spot.tokens, following)


def is_score(quantity: Quantity, spot: Spot) -> bool:
    """Whether the number is one side of a vote or a match: "by 24 to 8"; "down from 24 to 8" is none."""
    if quantity.high != quantity.low or read_phrase(spot.tokens, spot.end) is not None:
        return False
    if spot.word(0) == "to" and spot.word(1).isdigit():
        return int(spot.word(1)) <= quantity.low and spot.before() != "from"
    if spot.before() == "to" and spot.before(2).isdigit() and not _is_month(spot.tokens, spot.start - 3):
        return int(spot.before(2)) >= quantity.low and spot.before(3) != "from"
    return False


def _denied(quantity: Quantity, spot: Spot) -> bool:
    """Whether the article denies the number: "not 30", "denied that 12 had been freed"."""
    if spot.before() == "not" and (quantity.modifier == "exact" or spot.before(2) == "if"):
        return True
    if "not" in spot.near(3, 0) and "but" in spot.near(0, 5) and spot.before() not in ("only", "just", "merely"):
        return "only" not in spot.near(3, 0)
    for step in range(2, 16):
        word = spot.before(step)
        if word in words("number_context", "denial"):
            return spot.before(step - 1) in ("that", "having", "reports", "claims", "allegations", "any", "suggestions")
        clause = word == "and" and spot.before(step + 1) == ","
        if clause or word in (";", "but", "although", ".") or word in words("reporting_verbs", "say"):
            return False
    return False


def _furniture(quantity: Quantity, spot: Spot) -> bool:
    """Whether the number belongs to the page: "3 min read", "12 comments", "1. Talks", a telephone number."""
    tokens = spot.tokens
    if spot.word(0) in ("read", "listen", "watch") and quantity.unit == "minute":
        return True
    if spot.word(0) in ("takeaways", "fm") or (spot.word(0) == "things" and spot.word(1) in ("to", "we", "you")):
        return True
    if spot.word(0) in ("comment", "comments", "shares", "likes", "replies", "views"):
        return True
    if spot.start == 0 and spot.word(0) in (".", ")") and tokens[spot.number].text.isdigit() and quantity.high < 100:
        return True
    around = tokens[max(0, spot.number - 1) : spot.last + 2]
    return spot.before() == "+" or sum(token.text.isdigit() for token in around) > 2
