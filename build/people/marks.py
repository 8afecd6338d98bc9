"""What the authority files know of a sentence's words, before any person is looked for.

A `Mark` is a stretch of tokens that is an organisation, a country or its adjective, a place, a form of address, an
office, or the word for what a person is ("hostage", "brother"). Everything that the marks leave over may be a name.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from ..authority import words
from ..places.gazetteer import Entry, Known
from ..records import Token
from ..words.phrasebook import HYPHENS, Office, Organization, offices, organizations, titles
from .lexicon import is_given, is_role, never_in_names

Kind = Literal["organization", "state", "adjective", "place", "title", "office", "role"]


class Mark(NamedTuple):
    """A known stretch of a sentence: `tokens[first:after]`."""

    kind: Kind
    first: int
    after: int
    party: str | None = None
    country: str | None = None
    organization: Organization | None = None
    office: Office | None = None
    title: str | None = None


DOMAINS = {
    "foreign": "Foreign Affairs",
    "affairs": "Foreign Affairs",
    "external": "External Affairs",
    "defence": "Defence",
    "defense": "Defence",
    "health": "Health",
    "interior": "Interior",
    "finance": "Finance",
    "justice": "Justice",
    "information": "Information",
    "education": "Education",
    "energy": "Energy",
    "intelligence": "Intelligence",
    "culture": "Culture",
    "economy": "Economy",
    "labour": "Labour",
    "labor": "Labour",
    "agriculture": "Agriculture",
    "transport": "Transport",
    "security": "National Security",
}


def find_marks(tokens: tuple[Token, ...], entries: Known) -> list[Mark]:
    """The marks of a sentence in order; of two that overlap, the longer one, then the authority's own organisations."""
    known = {first: (after, entry) for first, after, entry in entries}
    found: list[Mark] = []
    after = 0
    openings = _openings()
    for first, token in enumerate(tokens):
        if first < after or not token.text[0].isalpha():
            continue
        capital = token.text[0].isupper()
        may_open = capital or token.lower in openings or not token.lower.isascii()
        mark = _longest(tokens, first, known) if may_open else None
        if mark is None and is_role(token.lower):
            mark = Mark("role", first, first + 1)
        if capital and token.lower in words("not_names", "institution"):
            floor = next((other.after for other in reversed(found) if other.kind not in ("role", "place")), 0)
            mark = _longer(_institution(tokens, first, floor, known), mark)
        if mark is not None:
            while found and found[-1].after > mark.first:
                found.pop()
            found.append(mark)
            after = mark.after
    return found


@cache
def _openings() -> frozenset[str]:
    """The words in lower case with which an office, an organisation or a ministry may begin."""
    return frozenset((*offices().firsts, *organizations().lowercase, *DOMAINS, "ministry"))


def _longer(body: Mark | None, mark: Mark | None) -> Mark | None:
    """A body that the authority file knows, unless the text names a longer one."""
    if body is None or (mark is not None and mark.kind == "organization" and mark.after >= body.after):
        return mark
    return body


def _institution(tokens: tuple[Token, ...], noun: int, floor: int, known: dict[int, tuple[int, Entry]]) -> Mark | None:
    """A body by the form of its name: "al-Ahli Hospital", "Jewish Institute for National Security of America"."""
    first = noun
    while first > floor and _names_a_body(tokens, first - 1):
        first -= 1
    while first < noun and not tokens[first].text[0].isalpha():
        first += 1
    after = noun + 1
    while after < len(tokens) and _continues_a_body(tokens, after):
        after += 1
    while after + 1 < len(tokens) and tokens[after].lower in ("of", "for", "on"):
        following = after + 1 + (tokens[after + 1].lower == "the")
        if following >= len(tokens) or not tokens[following].text[0].isupper():
            break
        if tokens[after].lower == "on" and (following in known or tokens[following].lower in never_in_names()):
            break
        after = following + 1
        while after < len(tokens) and _continues_a_body(tokens, after):
            after += 1
    if after - first < 2:
        return None
    passage = " ".join(token.text for token in tokens[first:after]).replace(" - ", "-").replace(" ’ ", "’ ")
    return Mark("organization", first, after, organization=Organization(passage, "other", None, None))


def _continues_a_body(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether the word after belongs to the body’s name still, and not to its head’s ("Ministry of Health Khalil")."""
    shown = tokens[place].text
    return (
        shown[0].isupper() and shown.isalpha() and tokens[place].start > tokens[place - 1].end and not is_given(shown)
    )


def _names_a_body(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether the word before may belong to the body's name."""
    token = tokens[place]
    if token.text in HYPHENS:
        return tokens[place + 1].start == token.end
    if token.lower in ("al", "el") and tokens[place + 1].text in HYPHENS:
        return True
    return token.text[0].isupper() and token.lower not in words("grammar", "determiner") and len(token.text) > 1


def _longest(tokens: tuple[Token, ...], first: int, known: dict[int, tuple[int, Entry]]) -> Mark | None:
    best: Mark | None = None
    for mark in _options(tokens, first, known):
        if best is None or mark.after > best.after:
            best = mark
    return best


def _options(tokens: tuple[Token, ...], first: int, known: dict[int, tuple[int, Entry]]) -> Iterator[Mark]:
    token = tokens[first]
    upper = token.text[0].isupper()
    if upper or token.text in organizations().lowercase:
        hit = organizations().at(tokens, first)
        if hit:
            body = hit[1]
            yield Mark("organization", first, hit[0], body.party, body.country, body)
        if first in known:
            yield _of_entry(tokens, first, *known[first])
    office = offices().at(tokens, first)
    if office:
        yield Mark("office", first, office[0], office=office[1])
    if upper:
        title = titles().at(tokens, first)
        if title:
            yield Mark("title", first, title[0], title=title[1])
    if token.lower in DOMAINS or token.lower == "ministry":
        yield from _ministry(tokens, first)


def _of_entry(tokens: tuple[Token, ...], first: int, after: int, entry: Entry) -> Mark:
    if entry.form in ("organization", "masked"):
        kind = "media" if entry.form == "masked" else "other"
        name = " ".join(token.text for token in tokens[first:after])
        return Mark("organization", first, after, entry.party, None, Organization(name, kind, entry.party, None))
    if entry.form == "state":
        return Mark("state", first, after, entry.party, entry.country)
    if entry.form == "adjective":
        return Mark("adjective", first, after, entry.party, entry.country)
    return Mark("place", first, after, entry.party, entry.country)


def _ministry(tokens: tuple[Token, ...], first: int) -> Iterator[Mark]:
    """ "The foreign ministry", "Ministry of Foreign Affairs": one body under one name."""
    lower, after = tokens[first].lower, first + 1
    if lower == "ministry" and after + 1 < len(tokens) and tokens[after].lower in ("of", "for"):
        domain, after = DOMAINS.get(tokens[after + 1].lower), after + 2
        if domain and after < len(tokens) and tokens[after].lower == "affairs":
            after += 1
    else:
        domain = DOMAINS.get(lower)
        if after < len(tokens) and tokens[after].lower == "affairs":
            after += 1
        if after >= len(tokens) or tokens[after].lower != "ministry":
            return
        after += 1
    if domain is not None:
        body = Organization(f"Ministry of {domain}", "ministry", None, None)
        yield Mark("organization", first, after, organization=body)
