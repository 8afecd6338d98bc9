"""Places told by a noun alone: "in the same city", "at the Red Sea resort", "in the capital".

Codebook, "meetings" (place): the city that a careful reader takes from what the text has named.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from ..authority import table, words
from ..records import PlaceMention, Sentence

LEADS = frozenset(("in", "at", "to", "from", "for", "near", "outside", "inside", "left", "reached", "leave", "reach"))
MODIFIERS = 5
REACH = 40


@cache
def _capitals() -> frozenset[str]:
    return frozenset(row["capital"] for row in table("countries") if row["capital"])


def find_landmarks(sentence: Sentence, named: Sequence[PlaceMention], starts: Sequence[int]) -> Iterator[PlaceMention]:
    """The places of a sentence that are nouns for a city named before, or for a resort, anywhere in the article.

    `named` are the places that the article names, `starts` where they begin.
    """
    nouns = words("place_words", "town")
    for place, token in enumerate(sentence.tokens):
        if token.lower not in nouns:
            continue
        first = _opening(sentence, place)
        if first is None or _is_named_after(sentence, place, named, starts):
            continue
        before = bisect_left(starts, token.start)
        behind, ahead = named[max(before - REACH, 0) : before], named[before : before + REACH]
        spot = _fitting(token.lower, behind[::-1]) or _fitting(token.lower, ahead)
        if spot:
            yield PlaceMention(sentence.tokens[first].start, token.end, spot.place, spot.country, None)


def _opening(sentence: Sentence, noun: int) -> int | None:
    """Where "the" before the noun stands, after a preposition of place; nothing where the phrase is another one."""
    tokens = sentence.tokens
    for place in range(noun - 1, max(noun - MODIFIERS, 0), -1):
        if tokens[place].lower in ("the", "that", "this"):
            return place if tokens[place - 1].lower in LEADS else None
        if not tokens[place].text.isalpha() or tokens[place].lower in words("tense", "function") - {"same"}:
            return None
    return None


def _is_named_after(sentence: Sentence, noun: int, named: Sequence[PlaceMention], starts: Sequence[int]) -> bool:
    """Whether the name follows: "the resort of Sharm el-Sheikh"; "the city hall" is no town either."""
    following = sentence.tokens[noun + 1 : noun + 4]
    if not following:
        return False
    if following[0].text.isalpha() and following[0].lower not in words("tense", "function"):
        return True
    at = bisect_left(starts, following[0].start)
    return following[0].lower in ("of", ",") and at < len(named) and named[at].start <= following[-1].start


def _fitting(noun: str, named: Sequence[PlaceMention]) -> PlaceMention | None:
    """The first of the places that the noun may stand for."""
    known = words("place_words", "resort")
    for spot in named:
        if spot.place is None:
            continue
        if noun in words("place_words", "seaside") and spot.place.lower() not in known:
            continue
        if noun == "capital" and spot.place not in _capitals():
            continue
        return spot
    return None
