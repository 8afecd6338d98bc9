"""Numbers whose noun is left out: what a total, an earlier number or the sentence makes them count."""

from typing import NamedTuple

from ..authority import words
from ..numbers.numerals import Tokens, glued, lower
from ..numbers.spots import Spot
from ..words.wording import is_noun
from .nouns import is_person, is_plural, plural, singular
from .phrases import Phrase, clause_end, is_number, phrase_before, read_phrase, with_complement
from .readings import Earlier, Setting

LOOKBACK = 12
NEAR_SENTENCES = 3
TOTAL_REACH, THING_REACH, NEXT, CROWD_REACH = 24, 60, 8, 10
TOTALS = frozenset({"toll", "dead", "death", "casualty", "fatality", "martyr", "victim", "loss"})
NOT_CONTINUED = frozenset({"second", "minute", "hour", "day", "night", "weekend", "week", "month", "year"})
LORRIES = frozenset({"truck", "lorry", "truckload", "lorryload"})
SHARES = frozenset({"share", "percent"})


OPENING, LISTING = frozenset("“\"«‘'"), frozenset("–—:-")
BULLETS = frozenset("•►*·")


class Elided(NamedTuple):
    """What a number without a noun counts; `phrase` where the sentence itself names it."""

    text: str | None
    head: str | None
    unit: str
    phrase: Phrase | None = None


def noun_place(spot: Spot) -> int:
    """Where the noun may begin: past a quotation mark ("three “pauses”"), or the dash of a list ("105 – hostages")."""
    mark, tokens = spot.word(0), spot.tokens
    spaced = spot.end < len(tokens) and not glued(tokens, spot.end)
    opens = mark in OPENING and spaced
    listed = mark in LISTING and (spot.start == 0 or tokens[spot.start - 1].text in BULLETS)
    return spot.end + (opens or (listed and (spaced or mark == ":")))


def elided(setting: Setting) -> Elided:
    """What the number counts by its surroundings; persons, where nothing tells."""
    spot = setting.spot
    if is_rate(spot) and (thing := _thing_carried(setting)):
        return thing
    return (
        _length_again(setting)
        or _total(setting)
        or _fronted(setting)
        or _paired(setting)
        or _described(setting)
        or _parallel(setting)
        or _told_before(setting)
        or Elided(None, None, "people")
    )


def _length_again(setting: Setting) -> Elided | None:
    """The unit of a length that is prolonged again: "four days, then extended by *two*"."""
    spot, last = setting.spot, setting.earlier[-1] if setting.earlier else None
    tied = spot.word_at(spot.lead - 1) in ("by", "for")
    prolonged = tied and any(word in words("number_context", "prolong") for word in spot.near(8, 0))
    again = spot.before() == "by" and last is not None and last.before == "by"
    if last is None or last.unit not in NOT_CONTINUED or not (prolonged or again):
        return None
    return Elided(last.text, last.head, last.unit) if setting.sentence - last.sentence <= 1 else None


def is_rate(spot: Spot) -> bool:
    """Whether a rate follows: "200 a day", "some 600 daily"."""
    first, second = spot.word(0), spot.word(1)
    return first in words("number_context", "rate") or (
        first in ("a", "an", "per", "each", "every") and second in ("day", "week", "month", "hour", "year")
    )


def _thing_carried(setting: Setting) -> Elided | None:
    """The lorries of "600 a day": counted before, or at least named in the sentences before."""
    vehicles = words("counted_nouns", "vehicle")
    counted = [found for found in reversed(setting.earlier[-LOOKBACK:]) if found.head in vehicles]
    for found in (*(one for one in counted if one.head in LORRIES), *counted):
        return Elided(found.text, found.head, found.unit)
    for number in range(setting.sentence, max(-1, setting.sentence - NEAR_SENTENCES - 1), -1):
        tokens = setting.chunks.sentences[number].tokens
        last = setting.spot.start if number == setting.sentence else len(tokens)
        for token in reversed(tokens[max(0, last - THING_REACH) : last]):
            one = singular(token.lower)
            if one in vehicles:
                return Elided(token.lower if is_plural(token.lower) else plural(token.lower), one, one)
    return None


def _total(setting: Setting) -> Elided | None:
    """The noun of a total: "the toll stands at 1,139", "put the number of those left behind at 300,000"."""
    spot, tokens, since = setting.spot, setting.spot.tokens, 0
    if setting.earlier and setting.earlier[-1].sentence == setting.sentence:
        since = setting.chunks.quantities[setting.earlier[-1].quantity].end
    if spot.before() in words("number_context", "numbering"):
        for at in range(spot.start - 2, max(-1, spot.start - CROWD_REACH), -1):
            if tokens[at].lower in words("number_context", "crowd"):
                phrase = phrase_before(tokens, at + 1)
                return Elided(None, tokens[at].lower, "people", phrase)
    if (spot.word(0), spot.word(1), spot.word(2)) == ("the", "number", "of"):
        return _number_of(tokens, spot.end + 3, len(tokens))
    for at in range(spot.start - 1, max(-1, spot.start - TOTAL_REACH), -1):
        if tokens[at].text in (";", ":") or tokens[at].start < since:
            return None
        one = singular(tokens[at].lower)
        if one in ("number", "total", "count") and lower(tokens, at + 1) == "of":
            return _number_of(tokens, at + 2, spot.start)
        if one in TOTALS and spot.before() in words("number_context", "amounts_to"):
            return Elided(tokens[at].text, one, "people", Phrase(at, at, at + 1))
        if one in TOTALS and spot.start - at <= 2 and spot.before() not in ("and", ",", "or", "but"):
            return Elided(tokens[at].text, one, "people", Phrase(at, at, at + 1))
    return None


def _number_of(tokens: Tokens, at: int, end: int) -> Elided | None:
    while lower(tokens, at) in ("the", "its", "their", "all"):
        at += 1
    if lower(tokens, at) == "those":
        last = at + 1
        while last < end and tokens[last].text[0].isalpha() and tokens[last].lower not in ("at", "to", "is", "was"):
            last += 1
        return Elided(None, None, "people", Phrase(at, at, last))
    phrase = read_phrase(tokens, at) if at < end else None
    if phrase is None or phrase.last > end:
        return None
    head = tokens[phrase.head].lower
    unit = "people" if is_person(head) else singular(head)
    return Elided(None, singular(head), unit, with_complement(tokens, phrase))


def _fronted(setting: Setting) -> Elided | None:
    """The noun that "of" puts first: "Of the prisoners, 154 were deported"."""
    tokens, place = setting.spot.tokens, setting.spot.lead - 1
    if lower(tokens, place) != ",":
        return None
    for at in range(place - 1, max(-1, place - 8), -1):
        if tokens[at].lower == "of" and (at == 0 or not tokens[at - 1].text[0].isalpha()):
            first = at + 1
            while lower(tokens, first) in words("function_words", "determiner"):
                first += 1
            phrase = read_phrase(tokens, first)
            if phrase is not None and phrase.last <= place:
                return Elided(None, setting.head(phrase.head), setting.unit(phrase.head), phrase)
    return None


def _parallel(setting: Setting) -> Elided | None:
    """The earlier figure that this one continues: after the same preposition, else the nearest in the sentence."""
    spot, number = setting.spot, setting.sentence
    recent = [found for found in reversed(setting.earlier[-LOOKBACK:]) if found.unit not in NOT_CONTINUED]
    near = [found for found in recent if number - found.sentence <= NEAR_SENTENCES]
    before = spot.before()
    if spot.word(0) == "altogether" or (spot.word(0) == "in" and spot.word(1) in ("all", "total")):
        return None
    if spot.word(0) == "for" and spot.word(1)[:1].isdigit():
        return None
    if before == "of" and is_person(spot.before(2)):
        return None
    if before in words("number_context", "exchange"):
        same: Earlier | None = next(
            (found for found in near if found.before == before and found.unit not in SHARES), None
        )
        return Elided(same.text, same.head, same.unit) if same else None
    for found in near:
        included = before in words("number_context", "part") and found.head in words("persons", "nominal")
        if found.before in words("number_context", "exchange") or included:
            continue
        if found.unit in SHARES:
            if found.sentence == number and before == "," and found is recent[0] and found.text:
                return Elided(found.text, found.head, "people")
        elif found.head in words("counted_nouns", "bodies") and _live(spot):
            continue
        elif _may_continue(spot, found) and (found.sentence == number or _continues(spot)):
            return Elided(found.text, found.head, found.unit)
    return None


def _paired(setting: Setting) -> Elided | None:
    """The noun of a pair of bare numbers, each of its counterpart told before.

    "Doha offered 125 lifers and 1,200 others; Cairo speaks of *150 and 1,100*": lifers and others.
    """
    spot, earlier = setting.spot, setting.earlier
    at = spot.end + 1
    if spot.word(0) == "and" and at < len(spot.tokens) and is_number(spot.tokens, at):
        pair = earlier[-2:]
    elif spot.before() == "and" and earlier and earlier[-1].end == spot.tokens[spot.start - 2].end:
        pair = earlier[-3:-1] if earlier[-1].sentence == setting.sentence else ()
    else:
        return None
    if len(pair) < 2 or pair[0].sentence != pair[1].sentence or setting.sentence - pair[0].sentence > NEAR_SENTENCES:
        return None
    found = pair[0] if spot.word(0) == "and" else pair[1]
    alike = all(one.unit == "people" and one.text for one in pair) and read_phrase(spot.tokens, at) is None
    return Elided(found.text, found.head, found.unit) if alike else None


def _described(setting: Setting) -> Elided | None:
    """The clause that tells who is counted: "17 *still on the list*", "251 *abducted*", "181 *held by the rebels*"."""
    tokens, first = setting.spot.tokens, noun_place(setting.spot)
    word, following = lower(tokens, first), lower(tokens, first + 1)
    verb = following in words("function_words", "finite") or following in words("function_words", "auxiliary")
    if word not in words("number_context", "befallen") and not (word in ("still", "that") and verb == (word == "that")):
        return None
    last = clause_end(tokens, first)
    if last == first:
        return None
    same = _parallel(setting)
    if same is not None and same.text and same.head not in words("persons", "nominal"):
        return None
    return Elided(None, None, "people", Phrase(first, first, last))


def _told_before(setting: Setting) -> Elided | None:
    """The people of the sentences before of whom a bare number is told: "*105* were released in November"."""
    spot, fates = setting.spot, words("persons", "nominal") | words("persons", "fate")
    follows = [spot.word(step) for step in range(spot.word(0) in ("still", "now", "already"), 5)]
    if not any(follows[0] in words("function_words", kind) for kind in ("auxiliary", "finite")):
        return None
    people = [
        found
        for found in reversed(setting.earlier[-LOOKBACK:])
        if found.unit == "people" and found.text and found.parent is None and found.head not in fates
    ]
    near = [found for found in people if setting.sentence - found.sentence <= NEAR_SENTENCES]
    freed = any(word in words("measure_words", kind) for word in follows for kind in ("release", "rescue", "hold"))
    bound = [found for found in near if freed and found.head and is_noun(found.head, "captive", "prisoner")]
    chosen = next(iter(bound or near), None)
    return Elided(chosen.text, chosen.head, chosen.unit) if chosen else None


def _live(spot: Spot) -> bool:
    """Whether what follows befalls the living alone: "five more were *rescued*"."""
    return any(
        spot.word(step) in words("measure_words", "rescue") or spot.word(step) == "alive" for step in range(1, 5)
    )


def _may_continue(spot: Spot, found: Earlier) -> bool:
    """Whether the noun of an earlier figure fits: a whole, and persons where persons alone can be meant."""
    if found.parent is not None:
        return False
    if found.unit == "people":
        return True
    if any(spot.before() in words("measure_words", kind) for kind in ("kill", "injure", "detain")):
        return False
    if "aboard" in spot.near(0, 2) or spot.near(0, 2) == ["on", "board"]:
        return False
    said = words("counted_nouns", "person_ellipsis")
    near = found.head in words("counted_nouns", "vehicle") or spot.tokens[max(0, spot.start - NEXT)].start <= found.end
    return found.unit == found.head and near and said.isdisjoint(spot.word(step) for step in range(3))


def _continues(spot: Spot) -> bool:
    """Whether the sentence goes on from the one before: "another four", "200 more", "those 602"."""
    return spot.word(0) in ("more", "others") or lower(spot.tokens, spot.start - 1) in (
        "another",
        "further",
        "those",
        "the",
    )
