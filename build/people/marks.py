"""What the authority files know of a sentence's words, before any person is looked for.

A `Mark` is a stretch of tokens that is an organisation, a country or its adjective, a place, a form of address, an
office, or the word for what a person is ("hostage", "brother"). Everything that the marks leave over may be a name.
"""

from typing import Literal, NamedTuple

from ..authority import words
from ..places.gazetteer import Entry, entries_of
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


def find_marks(tokens: tuple[Token, ...]) -> list[Mark]:
    """The marks of a sentence in order; of two that overlap, the longer one, then the authority's own organisations."""
    known = {first: (after, entry) for first, after, entry in entries_of(tokens)}
    found: list[Mark] = []
    after = 0
    for first, token in enumerate(tokens):
        if first < after or not token.text[0].isalpha():
            continue
        mark = _longest(tokens, first, known)
        if token.text[0].isupper() and token.lower in words("not_names", "institution"):
            floor = next((other.after for other in reversed(found) if other.kind not in ("role", "place")), 0)
            mark = _longer(_institution(tokens, first, floor, known), mark)
        if mark is not None:
            while found and found[-1].after > mark.first:
                found.pop()
            found.append(mark)
            after = mark.after
    return found


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
    options: list[Mark] = []
    upper = tokens[first].text[0].isupper()
    if upper or tokens[first].text in organizations().lowercase:
        hit = organizations().at(tokens, first)
        if hit:
            body = hit[1]
            options.append(Mark("organization", first, hit[0], body.party, body.country, body))
        if first in known:
            options.append(_of_entry(tokens, first, *known[first]))
    office = offices().at(tokens, first)
    if office:
        options.append(Mark("office", first, office[0], office=office[1]))
    if upper:
        title = titles().at(tokens, first)
        if title:
            options.append(Mark("title", first, title[0], title=title[1]))
    ministry = _ministry(tokens, first)
    if ministry:
        options.append(ministry)
    if options:
        return max(options, key=lambda mark: mark.after)
    return Mark("role", first, first + 1) if is_role(tokens[first].lower) else None


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


def _ministry(tokens: tuple[Token, ...], first: int) -> Mark | None:
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
            return None
        after += 1
    if domain is None:
        return None
    return Mark(
        "organization", first, after, organization=Organization(f"Ministry of {domain}", "ministry", None, None)
    )
