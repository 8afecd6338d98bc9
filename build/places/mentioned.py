"""Places and parties in a text, by the names that the authority files hold.

A city or a country after a preposition of place is where something happens ("in Doha"); elsewhere it
acts ("Washington welcomed the offer", "between Cairo and Doha"). Direction is a place too ("to Doha") unless
a word of speech stands before it ("a message from Washington"). Codebook, "Conventions for every table"
(parties) and "meetings" (place, country, region).
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ..authority import words
from ..records import PartyMention, PlaceMention, Sentence, Token
from .gazetteer import Entry, Known

Role = Literal["place", "party", "either", "none"]

POSSESSIVE = frozenset({"’s", "'s", "ʼs", "’", "'"})
FUNCTION_WORDS = (
    "adverb",
    "auxiliary",
    "conjunction",
    "determiner",
    "finite",
    "preposition",
    "pronoun",
    "relative",
    "third",
)
BETWEEN = frozenset({"the", '"', "“", "‘", "either", "both"})
JOINERS = frozenset({",", "and", "or", "then", "/", "&", "–", "-", "the", "both"})


class Match(NamedTuple):
    """An entry of the gazetteer at `tokens[first:after]`, and how it stands in its sentence."""

    first: int
    after: int
    entry: Entry
    role: Role


def find_parties_and_places(
    sentences: tuple[Sentence, ...], known: Sequence[Known]
) -> tuple[tuple[PartyMention, ...], tuple[PlaceMention, ...]]:
    """The parties and the places named, each in text order; `known` holds the names of each sentence.

    "The Qatari premier told Hamas" names `QA` and `Hamas`; "in the Qatari capital" is Doha.
    """
    parties: list[PartyMention] = []
    places: list[PlaceMention] = []
    for sentence, entries in zip(sentences, known, strict=True):
        tokens = sentence.tokens
        for match in _matches(tokens, entries):
            parties += _party(tokens, match)
            places += _place(tokens, match)
    return tuple(parties), tuple(places)


def _party(tokens: tuple[Token, ...], match: Match) -> Iterator[PartyMention]:
    entry = match.entry
    if entry.party is None or entry.form == "region" or entry.form == "masked" or match.role in ("place", "none"):
        return
    if not _seat_of_government(tokens, match):
        yield PartyMention(tokens[match.first].start, tokens[match.after - 1].end, entry.party, entry.form)


def _place(tokens: tuple[Token, ...], match: Match) -> Iterator[PlaceMention]:
    entry, start = match.entry, tokens[match.first].start
    capital = _seat_of_government(tokens, match)
    if capital:
        yield PlaceMention(start, tokens[capital - 1].end, entry.capital, entry.country, None)
        return
    named = entry.place or entry.country or entry.region
    if not named or entry.form == "adjective" or match.role in ("party", "none"):
        return
    after = match.after
    if entry.place and after < len(tokens) and tokens[after].lower in words("place_words", "province"):
        yield PlaceMention(start, tokens[after].end, None, entry.country, None)
    else:
        yield PlaceMention(start, tokens[after - 1].end, entry.place, entry.country, entry.region)


def _seat_of_government(tokens: tuple[Token, ...], match: Match) -> int:
    """The index after "the Qatari capital", "Qatar’s capital", "the capital of Qatar"; 0 elsewhere."""
    if not match.entry.capital:
        return 0
    after = match.after
    if after < len(tokens) and tokens[after].lower in POSSESSIVE:
        after += 1
    qualifies = (
        match.entry.form == "adjective" or after > match.after or _is_abbreviated(tokens, match.after, match.entry)
    )
    if qualifies and after < len(tokens) and tokens[after].lower == "capital":
        return after + 1
    first = match.first - (tokens[match.first - 1].lower == "the" if match.first else 0)
    if first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower == "capital":
        return match.after
    return 0


def _matches(tokens: tuple[Token, ...], known: Known) -> Iterator[Match]:
    """The entries found, the longest at each point, with their role; masked names (newspapers) are left out."""
    before: Match | None = None
    for first, after, entry in known:
        role = _role(tokens, first, after, entry, before)
        match = Match(first, after, entry, role)
        if entry.needs_preposition and role not in ("place", "either"):
            continue
        before = match
        if entry.form != "masked":
            yield match


def _role(tokens: tuple[Token, ...], first: int, after: int, entry: Entry, before: Match | None) -> Role:
    """What the words around a name make of it: `place`, `party`, `either` or, in "the Doha-based bureau", `none`."""
    if entry.form in ("organization", "masked"):
        return "party"
    if _compound(tokens, after) in words("place_words", "compound"):
        return "none"
    if entry.form == "adjective":
        return "party"
    if entry.party is None and not entry.needs_preposition and entry.country:
        return "place"
    named_after = after < len(tokens) and tokens[after].text[0].isupper() and _is_abbreviated(tokens, after, entry)
    if before is not None and before.entry.form not in ("adjective", "organization") and not named_after:
        between = tokens[before.after : first]
        if 0 < len(between) <= 3 and all(token.lower in JOINERS for token in between):
            return before.role
    cue = _cue_behind(tokens, after, entry) or _cue_before(tokens, first, entry) or _event_behind(tokens, after)
    return cue or "party"


def _cue_behind(tokens: tuple[Token, ...], after: int, entry: Entry) -> Role | None:
    """The role of what qualifies a following word: "US officials", "Israel’s offensive", "the Israel-Hamas war"."""
    if after >= len(tokens):
        return None
    following, second = tokens[after], tokens[after + 1] if after + 1 < len(tokens) else None
    if following.lower in POSSESSIVE and second is not None:
        inside = second.lower in words("place_words", "site") or second.text[0].isupper()
        return None if inside else "party"
    if following.text == "-" and _compound(tokens, after):
        return "party"
    return "party" if _is_abbreviated(tokens, after, entry) and _is_noun(following) else None


def _is_abbreviated(tokens: tuple[Token, ...], after: int, entry: Entry) -> bool:
    """Whether a state is named by its initials, which serve as an adjective too: "the US capital"."""
    return entry.form == "state" and tokens[after - 1].text.replace(".", "").isupper()


def _is_noun(token: Token) -> bool:
    """Whether a word may be the noun that an abbreviated state qualifies: "to US officials", not "to the US and"."""
    return token.text.islower() and not any(token.lower in words("function_words", kind) for kind in FUNCTION_WORDS)


def _cue_before(tokens: tuple[Token, ...], first: int, entry: Entry) -> Role | None:
    """The role that the words before a name give it: "in Doha", "left Cairo", "a message from Washington"."""
    left = first - 1
    while left >= 0 and tokens[left].lower in BETWEEN:
        left -= 1
    if left < 0:
        return None
    previous = tokens[left].lower
    earlier = tokens[left - 1].lower if left else ""
    if previous in words("place_words", "motion"):
        persons = previous == "from" and earlier in words("place_words", "sent_from")
        if persons or earlier in words("place_words", "speech"):
            return "party"
        return "place" if previous != "for" or earlier in words("place_words", "travel") else None
    if previous in words("place_words", "at") or previous in words("place_words", "visit"):
        return "place"
    city = entry.place is not None
    if previous == "of" or (previous == "," and city):
        return "place" if earlier in words("place_words", "site") else None
    return "place" if city and previous in words("place_words", "site") else None


def _event_behind(tokens: tuple[Token, ...], after: int) -> Role | None:
    """The role that what is held somewhere gives a name: "the Doha talks", "Cairo will host", "Doha, where …"."""
    behind = [token.lower for token in tokens[after : after + 5]]
    if behind and behind[0] in words("place_words", "event"):
        return "place"
    if behind[:1] == [","] and behind[1:2] == ["where"]:
        return "place"
    return "either" if any(word in words("place_words", "host") for word in behind) else None


def _compound(tokens: tuple[Token, ...], after: int) -> str:
    """The word that a hyphen ties to the name before it, or nothing."""
    if after + 1 < len(tokens) and tokens[after].text == "-" and tokens[after].end == tokens[after + 1].start:
        return tokens[after + 1].lower if tokens[after].start == tokens[after - 1].end else ""
    return ""
