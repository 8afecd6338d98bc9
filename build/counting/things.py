"""Persons and things: the noun after a number, before it, or left out."""

from ..authority import words
from ..numbers.numerals import Tokens, joined, lower, read_numeral
from .actors import are_two_known, belongs_to_actors, is_actor_or_informant, is_mere_one, speak_among_them
from .ellipsis import elided, noun_place
from .not_figures import is_score
from .nouns import is_person, is_plural, singular
from .phrases import (
    clause_end,
    finite_verbs,
    is_number,
    measures_of_things,
    phrase_before,
    read_phrase,
    with_complement,
)
from .readings import Reading, Setting

CLOSING = frozenset('”"»’')
PRONOUNS = frozenset({"them", "whom", "which", "us", "you", "it"})
FEWEST_WORDS, LONGEST_SCRAP = 4, 12


def things(setting: Setting) -> Reading | None:
    """What a number without a unit counts: "eleven Thai farm workers", "two-page paper", "12 of his countrymen"."""
    quantity, spot = setting.quantity, setting.spot
    tokens = spot.tokens
    if is_mere_one(quantity, spot):
        return None
    hyphen = joined(tokens, spot.end)
    if hyphen > spot.end:
        return _compound(setting, hyphen)
    if spot.word(0) == "of" and (spot.word(1) in ("us", "you") or speak_among_them(quantity, spot)):
        return None
    if (spot.word(0), spot.word(2)) == ("of", "own") and spot.word(1) in ("its", "their", "his", "her", "our"):
        return _left_out(setting)
    reading = part(setting, None)
    if reading is not None:
        actors = is_actor_or_informant(quantity, spot, reading.head, reading.last, reading.last)
        return None if actors else _remains(setting, reading)
    first = noun_place(spot)
    phrase = read_phrase(tokens, first, plural=quantity.high != 1) if first < len(tokens) else None
    if phrase is None:
        return _predicate(setting) or _left_out(setting)
    whole = with_complement(tokens, phrase)
    actors = is_actor_or_informant(quantity, spot, setting.head(phrase.head), phrase.last, whole.last)
    if actors or belongs_to_actors(tokens, phrase):
        return None
    reading = setting.quoting(whole, setting.unit(phrase.head))
    if first > spot.end and whole.last < len(tokens) and tokens[whole.last].text in CLOSING:
        reading = reading._replace(last=whole.last + 1)
    if whole == phrase and tokens[phrase.head].lower in measures_of_things():
        return reading._replace(text=_measured(setting, phrase.last))
    return _remains(setting, reading)


def _measured(setting: Setting, at: int) -> str | None:
    """What has the dimension: "a *strip* 700 metres wide"; the unit alone tells nothing of what is counted."""
    tokens, before = setting.spot.tokens, setting.spot.lead
    if lower(tokens, at) not in words("number_context", "dimension"):
        return None
    before -= lower(tokens, before - 1) == ","
    phrase = phrase_before(tokens, before)
    return setting.words(phrase.head, phrase.head + 1) if phrase else None


def _compound(setting: Setting, noun: int) -> Reading:
    """A number tied by a hyphen: "two-page paper" (unit page, a paper), "50-strong crew", "14-member team"."""
    tokens, word = setting.spot.tokens, setting.head(noun)
    people = is_person(word) or word in ("strong", "member")
    unit = "people" if people else measures_of_things().get(word, word)
    if joined(tokens, noun + 1) > noun + 1:
        noun = joined(tokens, noun + 1)
    phrase = read_phrase(tokens, noun + 1, plural=False) if noun + 1 < len(tokens) else None
    if phrase is None:
        return Reading(setting.spot.start, noun + 1, None, word, unit)
    head = "member" if word == "strong" else word if people else setting.head(phrase.head)
    return setting.quoting(phrase, unit)._replace(head=head)


def part(setting: Setting, unit: str | None) -> Reading | None:
    """A number of a whole that follows: "12 of his countrymen", "half of the 59 captives", "25 of whom"."""
    spot, tokens = setting.spot, setting.spot.tokens
    first = spot.end + 1
    if spot.word(0) != "of" or first >= len(tokens):
        return None
    if tokens[first].lower in PRONOUNS:
        return _of_pronoun(setting, first, unit)
    place = first
    while lower(tokens, place) in words("function_words", "determiner"):
        place += 1
    inner = _past_number(tokens, place)
    befallen = lower(tokens, place - 1) in ("those", "these") and lower(tokens, place) in words(
        "number_context", "befallen"
    )
    phrase = None if befallen else read_phrase(tokens, inner, plural=True)
    if phrase is None and inner == place and not befallen:
        phrase = read_phrase(tokens, inner, plural=False)
    if phrase is not None:
        reading = setting.quoting(
            with_complement(tokens, phrase), setting.unit(phrase.head), first if inner == place else None
        )
        return reading._replace(unit=unit) if unit else reading
    if place > first and tokens[place - 1].lower in ("those", "these"):
        last = clause_end(tokens, place)
        if last == place:
            return _told_of_those(setting, place, unit or "people")
        return Reading(spot.start, last, setting.words(place - 1, last), None, unit or "people")
    if lower(tokens, place) == "what" and unit:
        last = clause_end(tokens, place + 3)
        return Reading(spot.start, last, setting.words(place, last), None, unit)
    if inner > place:
        last = clause_end(tokens, inner)
        text = setting.words(inner, last) if last > inner else setting.words(first, inner)
        return Reading(spot.start, last, text, None, unit or "people")
    return None


def _of_pronoun(setting: Setting, at: int, unit: str | None) -> Reading:
    """A part of what a pronoun takes up: "69 of them women", "24 of whom are thought to be alive"."""
    spot, tokens = setting.spot, setting.spot.tokens
    place = at + 1 + (lower(tokens, at + 1) == "as")
    after = read_phrase(tokens, place) if place < len(tokens) and tokens[at].lower == "them" else None
    if after is not None and is_person(tokens[after.head].lower):
        unit = unit or "people"
    unit = unit or _unit_of_whole(setting, tokens[at].lower)
    if after is None:
        told = _state_of_part(tokens, at)
        return Reading(spot.start, told or at + 1, setting.words(at + 1, told) if told else None, None, unit)
    reading = setting.quoting(after, unit)
    return reading._replace(head=None) if tokens[after.first].lower.endswith("ing") else reading


def _state_of_part(tokens: Tokens, pronoun: int) -> int | None:
    """Where the state ends that is told of a part: "25 of them *alive*", "50 of them *carrying fuel*"."""
    first = pronoun + 1
    word = lower(tokens, first)
    if word in words("number_context", "part_state"):
        return first + 1
    doing = word.endswith("ing") and word not in words("function_words", "preposition")
    last = clause_end(tokens, first) if doing or word in words("number_context", "laden") else first
    return last if last > first + 1 else None


def _told_of_those(setting: Setting, verb: int, unit: str) -> Reading:
    """A part of "those" whose noun its verb tells: "two of those are *dead*"; none where it tells none."""
    tokens = setting.spot.tokens
    told = lower(tokens, verb) in ("are", "were") and verb + 1 < len(tokens)
    phrase = read_phrase(tokens, verb + 1) if told else None
    if phrase is None or not is_person(tokens[phrase.head].lower):
        return Reading(setting.spot.start, verb, None, None, unit)
    return setting.quoting(phrase, unit)


def _unit_of_whole(setting: Setting, pronoun: str) -> str:
    """People, unless "which" or "them" takes up things counted before ("30 trucks, 12 of them empty")."""
    last = setting.earlier[-1] if setting.earlier else None
    if pronoun == "whom" or last is None or last.sentence != setting.sentence or setting.sentence - last.sentence > 1:
        return "people"
    return last.unit if last.head is not None and last.unit == last.head else "people"


def _past_number(tokens: Tokens, at: int) -> int:
    """Past a modifier and a number inside the phrase: "the more than 200 hostages", "Gaza's 2.3 million people"."""
    for place in range(at, min(len(tokens), at + 6)):
        if is_number(tokens, place):
            numeral = read_numeral(tokens, place)
            return numeral.last if numeral else place + 1
        word = tokens[place].lower
        if word in ("and", "or") or (is_plural(word) and lower(tokens, place + 1) not in ("’s", "'s", "’")):
            break
        if word in words("function_words", "auxiliary") or word in finite_verbs() or word in ("in", "by", "for", "who"):
            break
        if not word[0].isalpha() and word[0] not in "’'$£€":
            break
    return at


def _predicate(setting: Setting) -> Reading | None:
    """A number whose noun is told of it: "270 were soldiers", "6,150 are children"."""
    spot, tokens = setting.spot, setting.spot.tokens
    if spot.word(0) not in ("are", "were") or spot.end + 1 >= len(tokens):
        return None
    named = words("modality", "thinking") | words("measure_words", "missing_noun")
    if spot.word(1) in words("number_context", "befallen") - named:
        return None
    phrase = read_phrase(tokens, spot.end + 1)
    if phrase is None or phrase.first > spot.end + 1 or not is_person(tokens[phrase.head].lower):
        return None
    return setting.quoting(phrase, "people")


def _left_out(setting: Setting) -> Reading | None:
    """A number whose noun is left out, or stands elsewhere: "251 were abducted", "a crowd of thousands"."""
    spot, tokens = setting.spot, setting.spot.tokens
    if is_score(setting.quantity, spot):
        return setting.bare("vote")
    before = spot.lead - 1
    if lower(tokens, before) == "of" and lower(tokens, before - 1) in words("number_context", "crowd"):
        phrase = phrase_before(tokens, before)
        if phrase is not None:
            return setting.quoting(phrase, "people")
    if spot.word(0) in ("who", "whom"):
        last = clause_end(tokens, spot.end)
        return Reading(spot.start, last, setting.words(spot.end, last), None, "people")
    if are_two_known(setting.quantity, spot):
        return None
    found = elided(setting)
    if found.head is None and _is_scrap(setting):
        return None
    last = spot.end + (spot.word(0) in ("more", "others"))
    text = setting.words(found.phrase.first, found.phrase.last) if found.phrase else found.text
    return Reading(spot.start, last, text, found.head, found.unit)


def _is_scrap(setting: Setting) -> bool:
    """Whether the number stands in a scrap of a page, where nothing says what it is: "Word count: 388"."""
    tokens = setting.spot.tokens
    if len(tokens) > LONGEST_SCRAP or setting.chunks.sentences[setting.sentence].is_title:
        return False
    return sum(token.text[0].isalpha() for token in tokens) < FEWEST_WORDS


def _remains(setting: Setting, reading: Reading) -> Reading:
    """The reading with the bodies before it: "the bodies of four hostages" counts bodies."""
    spot = setting.spot
    place = spot.lead - 1
    if lower(spot.tokens, place) in ("the", "all"):
        place -= 1
    noun = lower(spot.tokens, place - 1)
    if lower(spot.tokens, place) != "of" or singular(noun) not in words("counted_nouns", "bodies"):
        return reading
    text = f"{spot.tokens[place - 1].text} of {reading.text}" if reading.text else spot.tokens[place - 1].text
    return Reading(place - 1, reading.last, text, singular(noun), "people")
