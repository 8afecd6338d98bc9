"""Whether a clause tells what has happened or what is to come: it decides which Friday is meant.

Codebook, "Dates": the most recent such day for what is past, the first on or after for what is planned.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from ..authority import words
from ..records import Token

Tense = Literal["past", "planned"]

REACH = 40
TOWARD = frozenset(("to", "until", "till"))
STOPS = frozenset(";:()[]—")


def tense_at(tokens: Sequence[Token], first: int, last: int) -> Tense | None:
    """The tense of the clause around `tokens[first:last]`, a time; missing where no verb shows it.

    The nearest verb before the time decides ("will meet on Friday, officials said on Thursday" has one
    of each); where there is none, the first after it ("On Thursday the envoys flew home").
    """
    if _names_an_event(tokens, first, last):
        return "past"
    return "planned" if _is_put_off(tokens, first) else _before(tokens, first) or _after(tokens, last)


def _is_put_off(tokens: Sequence[Token], first: int) -> bool:
    """Whether something is put on the day told: "was moved to March 14", "has been put off until Monday"."""
    if first < 2 or (tokens[first].lower not in TOWARD and tokens[first - 1].lower not in TOWARD):
        return False
    verb = first - 1 if tokens[first].lower in TOWARD else first - 2
    return tokens[verb].lower in words("tense", "putting off")


def _names_an_event(tokens: Sequence[Token], first: int, last: int) -> bool:
    events = words("tense", "event")
    if last < len(tokens) and tokens[last].lower in events:
        return True
    return first > 1 and tokens[first - 1].lower in ("of", "on", "in") and tokens[first - 2].lower in events


def _before(tokens: Sequence[Token], first: int) -> Tense | None:
    boundary = words("tense", "boundary")
    infinitive = False
    for place in range(first - 1, max(first - 1 - REACH, -1), -1):
        token = tokens[place]
        if token.text in STOPS or (token.lower in boundary and not _is_pronoun(tokens, place)):
            return None
        if token.lower == "to" and _opens_infinitive(tokens, place):
            if place and tokens[place - 1].lower in words("tense", "be"):
                return "planned"
            infinitive = True
            continue
        tense = verb_tense(tokens, place, after_infinitive=infinitive)
        if tense:
            return tense
    return None


def _after(tokens: Sequence[Token], last: int) -> Tense | None:
    """The tense of the first verb after the time, relative clauses between commas left out."""
    skipping = False
    for place in range(last, min(last + REACH, len(tokens))):
        token = tokens[place]
        if token.text in STOPS:
            return None
        if token.text == ",":
            skipping = not skipping and place + 1 < len(tokens) and tokens[place + 1].lower in ("which", "who", "whose")
        if skipping:
            continue
        if token.lower in words("tense", "be") and place + 1 < len(tokens) and _opens_infinitive(tokens, place + 1):
            return "planned"
        tense = verb_tense(tokens, place)
        if tense:
            return tense
    return None


def verb_tense(tokens: Sequence[Token], place: int, *, after_infinitive: bool = False) -> Tense | None:
    """The tense that the word at `place` shows by itself; `after_infinitive` says that one follows it."""
    word = tokens[place].lower
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if word in words("tense", "future") and not (word == "may" and tokens[place].text == "May"):
        return "past" if following == "have" else "planned"
    if word in words("tense", "arranging") and place and tokens[place - 1].lower in ("is", "are"):
        return "planned"
    if after_infinitive and word in words("tense", "asking"):
        return "planned"
    if word in words("tense", "past") or _is_regular_past(tokens, place):
        return None if _is_participle(tokens, place, following) else "past"
    if word in words("tense", "present") and not _is_noun(tokens, place):
        return _tense_of_base(tokens, place)
    return None


def _is_participle(tokens: Sequence[Token], place: int, following: str) -> bool:
    """Whether a past form carries no tense: "will be held", "hostages held by"."""
    before = tokens[place - 1].lower if place else ""
    return before in ("be", "been", "being") or (following == "by" and before not in words("tense", "be"))


def _is_regular_past(tokens: Sequence[Token], place: int) -> bool:
    """A form in -ed that no noun follows: "discussed the", not "besieged city"."""
    token = tokens[place]
    if (
        len(token.text) < 5
        or not token.text.endswith("ed")
        or not token.text.islower()
        or _follows_article(tokens, place)
    ):
        return False
    if place + 1 == len(tokens):
        return True
    following = tokens[place + 1]
    return not following.text.isalpha() or not following.text.islower() or _is_grammar(following.lower)


def _follows_article(tokens: Sequence[Token], place: int) -> bool:
    """Whether the form is part of a noun phrase: "the internationally recognized government", "Iran-backed"."""
    before = place - 1
    if before >= 0 and tokens[before].text == "-" and tokens[before].end == tokens[place].start:
        return True
    if before >= 0 and tokens[before].lower.endswith("ly"):
        before -= 1
    return before >= 0 and tokens[before].lower in ("the", "a", "an", "its", "his", "her", "their", "’s", "'s")


def _is_grammar(word: str) -> bool:
    return word in words("tense", "function") or word in words("tense", "adverb") or word.endswith("ly")


def _is_noun(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word that may be noun or verb stands where a noun does: "the visit", "on return"."""
    before = tokens[place - 1].lower if place else ""
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if tokens[place].lower in ("head", "heads") and following not in ("to", "for", "back", "into", "off", "out"):
        return True
    return before in ("the", "a", "an", "of", "in", "on", "at", "for", "by", "his", "her", "its", "their", "’s", "'s")


def _tense_of_base(tokens: Sequence[Token], place: int) -> Tense | None:
    before = tokens[place - 1].lower if place else ""
    if before in ("did", "didn’t", "didn't", "not"):
        return None
    return None if before == "to" else "planned"


def _opens_infinitive(tokens: Sequence[Token], place: int) -> bool:
    """Whether "to" at `place` opens an infinitive: "to meet", not "to the", "to Doha", "to talks"."""
    if tokens[place].lower != "to" or place + 1 >= len(tokens):
        return False
    word = tokens[place + 1].text
    if not word.isalpha() or not word.islower() or word in words("tense", "function"):
        return False
    return not word.endswith("s") or word.endswith("ss") or word == "focus"


def _is_pronoun(tokens: Sequence[Token], place: int) -> bool:
    """Whether "that" points ("that day") instead of opening a clause."""
    following: Iterable[Token] = tokens[place + 1 : place + 2]
    return tokens[place].lower == "that" and any(t.lower in ("day", "week", "night", "evening") for t in following)
