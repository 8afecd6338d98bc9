"""Places and parties in a text, by the names that the authority files hold.

A city or a country after a preposition of place is where something happens ("in Doha"); elsewhere it
acts ("Washington welcomed the offer", "between Cairo and Doha"). Direction is a place too ("to Doha") unless
a word of speech stands before it ("a message from Washington"). Codebook, "Conventions for every table"
(parties) and "meetings" (place, country, region).
"""

from collections.abc import Iterator
from typing import NamedTuple

from .authority import words
from .gazetteer import Entry, entries_of
from .records import Article, PartyMention, PlaceMention, Sentence, Token

POSSESSIVE = frozenset({"’s", "'s", "ʼs", "’", "'"})
JOINERS = frozenset({",", "and", "or", "then", "/", "&", "–", "-", "the", "both"})


class Match(NamedTuple):
    """An entry of the gazetteer at `tokens[first:after]`, and how it stands in its sentence."""

    first: int
    after: int
    entry: Entry
    role: str


def find_parties(article: Article, sentences: tuple[Sentence, ...]) -> tuple[PartyMention, ...]:
    """The parties named, in text order: "the Qatari premier told Hamas" names `QA` and `Hamas`."""
    found = []
    for sentence in sentences:
        tokens = sentence.tokens
        for match in _matches(tokens):
            entry = match.entry
            if entry.party is None or entry.form == "region" or entry.form == "masked" or match.role == "place":
                continue
            if _seat_of_government(tokens, match):
                continue
            found.append(PartyMention(tokens[match.first].start, tokens[match.after - 1].end, entry.party, entry.form))
    return tuple(found)


def find_places(article: Article, sentences: tuple[Sentence, ...]) -> tuple[PlaceMention, ...]:
    """The places named, in text order: "in the Qatari capital" is Doha, "the White House" Washington."""
    found = []
    for sentence in sentences:
        tokens = sentence.tokens
        for match in _matches(tokens):
            mention = _place(tokens, match)
            if mention:
                found.append(mention)
    return tuple(found)


def _place(tokens: tuple[Token, ...], match: Match) -> PlaceMention | None:
    entry, start = match.entry, tokens[match.first].start
    capital = _seat_of_government(tokens, match)
    if capital:
        return PlaceMention(start, tokens[capital - 1].end, entry.capital, entry.country, None)
    if entry.form == "adjective" or not (entry.place or entry.country or entry.region) or match.role == "party":
        return None
    after = match.after
    if entry.place and after < len(tokens) and tokens[after].lower in words("place_words", "province"):
        return PlaceMention(start, tokens[after].end, None, entry.country, None)
    return PlaceMention(start, tokens[after - 1].end, entry.place, entry.country, entry.region)


def _seat_of_government(tokens: tuple[Token, ...], match: Match) -> int:
    """The index after "the Qatari capital", "Qatar’s capital", "the capital of Qatar"; 0 elsewhere."""
    if not match.entry.capital:
        return 0
    after = match.after
    if after < len(tokens) and tokens[after].lower in POSSESSIVE:
        after += 1
    if (
        after < len(tokens)
        and tokens[after].lower == "capital"
        and (match.entry.form == "adjective" or after > match.after)
    ):
        return after + 1
    first = match.first - (tokens[match.first - 1].lower == "the" if match.first else 0)
    if first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower == "capital":
        return match.after
    return 0


def _matches(tokens: tuple[Token, ...]) -> Iterator[Match]:
    """The entries found, the longest at each point, with their role; masked names (newspapers) are left out."""
    before: Match | None = None
    for first, after, entry in entries_of(tokens):
        role = _role(tokens, first, after, entry, before)
        match = Match(first, after, entry, role)
        if entry.needs_preposition and role not in ("place", "either"):
            continue
        before = match
        if entry.form != "masked":
            yield match


def _role(tokens: tuple[Token, ...], first: int, after: int, entry: Entry, before: Match | None) -> str:
    """`place`, `party`, or `either`: what the words around the name make of it."""
    if entry.form in ("adjective", "organization", "masked"):
        return "party"
    if entry.party is None:
        return "place" if not entry.needs_preposition else _cue(tokens, first, after) or "party"
    if before is not None and before.entry.form not in ("adjective", "organization"):
        between = tokens[before.after : first]
        if 0 < len(between) <= 3 and all(token.lower in JOINERS for token in between):
            return before.role
    return _cue(tokens, first, after) or ("party" if entry.form != "region" else "place")


def _cue(tokens: tuple[Token, ...], first: int, after: int) -> str | None:
    following = tokens[after].lower if after < len(tokens) else ""
    left = first - 1
    while left >= 0 and tokens[left].lower in ("the", '"', "“", "‘"):
        left -= 1
    previous = tokens[left].lower if left >= 0 else ""
    earlier = tokens[left - 1].lower if left >= 1 else ""
    if previous in words("place_words", "at"):
        return "place"
    if previous in words("place_words", "motion"):
        if earlier in words("place_words", "speech"):
            return "party"
        if previous == "for":
            return "place" if earlier in words("place_words", "travel") else None
        return "either" if tokens[left].end == tokens[first].start - 1 and following in POSSESSIVE else "place"
    if previous in words("place_words", "visit"):
        return "place"
    if previous in ("of", ",") and earlier in words("place_words", "site"):
        return "place"
    if previous in words("place_words", "site") and previous not in ("left", "parts", "area"):
        return "place"
    if following in words("place_words", "event"):
        return "place"
    if following in words("place_words", "host") or (
        after + 1 < len(tokens) and tokens[after + 1].lower in words("place_words", "host")
    ):
        return "either"
    return None
