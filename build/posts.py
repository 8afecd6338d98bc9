"""What office a person holds, for whom, and every office phrase of an article with its holder.

`position` is the office as stated, in its fullest form and without the country; `organization` its body; `country` whom it
serves (codebook, "people"). "Egypt’s intelligence chief Abbas Kamel" gives "intelligence chief" and `EG`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from .appositions import Link
from .authority import table
from .marks import Mark
from .offices import DETERMINERS, POSSESSIVE, OfficePhrase
from .persons import Person
from .phrasebook import HYPHENS, Organization
from .records import OfficeMention, Token
from .roll import Mention, SentenceNames

ABROAD = frozenset({"envoy", "ambassador", "coordinator", "adviser", "commissioner"})
LESSER = ("counterpart", "official", "member", "nominee", "lawmaker", "adviser")
UNNAMED = frozenset({"official", "member", "counterpart", "lawmaker", "adviser", "nominee", "jurist", "mayor"})
INDEFINITE = frozenset(["a", "an", "another", "one", "any", "some", "no", "every", "each", "several", "many"])
STATES = ("state", "adjective", "place")


class Post(NamedTuple):
    """One statement of who a person is: office, body and country, as far as the passage says them."""

    kind: str | None
    position: str | None
    organization: Organization | None
    country: str | None
    party: str | None
    size: int


def serving(phrase: OfficePhrase | None, bodies: tuple[Mark, ...], tokens: tuple[Token, ...]) -> tuple[Mark, ...]:
    """The bodies that an office serves; an envoy's destination is none ("UN envoy for Yemen")."""
    if phrase is None or phrase.kind not in ABROAD:
        return bodies
    before = tuple(mark for mark in bodies if mark.first < phrase.head)
    if before:
        return before
    return tuple(mark for mark in bodies if _word_before(tokens, mark.first) in ("of", *POSSESSIVE))


def _word_before(tokens: tuple[Token, ...], place: int) -> str:
    place -= 1
    while place > 0 and tokens[place].lower in DETERMINERS:
        place -= 1
    return tokens[place].lower if place >= 0 else ""


def country_of(bodies: tuple[Mark, ...]) -> str | None:
    """The country that the bodies name: a state itself, else the seat of the organisation."""
    for mark in bodies:
        if mark.kind in STATES and (mark.country or mark.party):
            return mark.country or mark.party
    for mark in bodies:
        if mark.organization is not None and mark.organization.country:
            return mark.organization.country
        if mark.organization is not None and len(mark.party or "") == 2 and mark.party not in ("UN", "EU"):
            return mark.party
    return None


def party_of(bodies: tuple[Mark, ...], country: str | None) -> str | None:
    """Whom an office represents: the organisation where it acts in its own name, else the state."""
    for mark in bodies:
        if mark.organization is not None and mark.organization.party:
            return mark.organization.party
    for mark in bodies:
        if mark.party:
            return mark.party
    return country


def organization_of(bodies: tuple[Mark, ...]) -> Organization | None:
    """The body of an office: the last organisation named, media only where there is no other."""
    found = [
        mark.organization for mark in bodies if mark.organization is not None and mark.organization.kind != "media"
    ]
    named = [body for body in found if body.kind != "other"]
    return (named or found)[-1] if found else None


def post_of(link: Link, names: SentenceNames, anaphor: Organization | None) -> Post:
    """What one link says of a person; `anaphor` is the body that it refers back to."""
    tokens, phrase = names.sentence.tokens, link.phrase
    bodies = serving(phrase, link.bodies, tokens)
    body = organization_of(bodies)
    if body is None and link.anaphor and not any(mark.kind != "place" for mark in bodies):
        body = anaphor
    country = country_of(bodies) or (body.country if body else None)
    party = body.party if body and body.party else party_of(bodies, country)
    if phrase is None:
        return Post(None, None, body, country, party, 0)
    position = position_of(link, names)
    if phrase.kind == "counterpart" or position is None or is_soldiering(phrase, tokens):
        return Post(phrase.kind, None, body, country, party, 0)
    return Post(phrase.kind, position, body, country, party, len(position.split()))


def is_soldiering(phrase: OfficePhrase, tokens: tuple[Token, ...]) -> bool:
    """ "A member of the Israeli military" is an occupation, no office."""
    last = tokens[phrase.after - 1].lower
    return phrase.kind == "member" and last in (
        "military",
        "army",
        "police",
        "family",
        "public",
        "community",
        "force",
        "forces",
    )


def position_of(link: Link, names: SentenceNames) -> str | None:
    """The words of an office, without the country, the determiner and mere epithets before it."""
    phrase = link.phrase
    assert phrase is not None
    tokens = names.sentence.tokens
    if phrase.many:
        words = [singular(tokens[place].text) for place in range(phrase.head, _head_end(phrase, names))]
        if len(link.bodies) == 1 and link.bodies[0].organization is not None:
            return " ".join([*words, "of", link.bodies[0].organization.name])
        lead = _text(tokens, _without_country(phrase, names), phrase.head)
        return " ".join([part for part in (lead, " ".join(words)) if part])
    first = _without_country(phrase, names)
    if first >= phrase.after:
        return None
    return _text(tokens, first, phrase.after)


def _head_end(phrase: OfficePhrase, names: SentenceNames) -> int:
    mark = next(mark for mark in names.marks if mark.first == phrase.head)
    return mark.after


def singular(word: str) -> str:
    """One of many: "directors" is director, "spokesmen" spokesman."""
    if word.lower().endswith("men"):
        return word[:-2] + "an"
    if word.lower().endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.lower().endswith("s") and not word.lower().endswith("ss") else word


def _without_country(phrase: OfficePhrase, names: SentenceNames) -> int:
    tokens, place = names.sentence.tokens, phrase.first
    starting = {mark.first: mark for mark in names.marks if mark.first < phrase.head}
    epithets = frozenset(row["word"] for row in table("offices") if row["class"] == "epithet")
    while place < phrase.head:
        mark = starting.get(place)
        if mark is not None and mark.kind in STATES:
            place = mark.after
        elif (tokens[place].lower in epithets and tokens[place + 1].text not in HYPHENS) or tokens[place].text in (
            *POSSESSIVE,
            ",",
            "and",
            "&",
            "/",
        ):
            place += 1
        elif place > phrase.first and tokens[place].text in HYPHENS and place + 1 < phrase.head:
            place += 2
        else:
            break
    return place


def _text(tokens: tuple[Token, ...], first: int, after: int) -> str:
    """The words of a stretch, spaced as they are printed."""
    parts: list[str] = []
    for place in range(first, after):
        if place > first and tokens[place].start > tokens[place - 1].end:
            parts.append(" ")
        parts.append(tokens[place].text)
    return "".join(parts)


def best(posts: list[Post]) -> Post | None:
    """The post to keep: a full office before a lesser one, the longer wording, the first stated."""
    stated = [post for post in posts if post.position]
    return max(stated, key=lambda post: (post.kind not in LESSER, post.size), default=None)


def last_organization(names: SentenceNames, before: int, so_far: Organization | None) -> Organization | None:
    """The party or armed group named last before a token, for "the movement", "its leader"."""
    for mark in names.marks:
        if mark.first >= before:
            break
        if mark.organization is not None and mark.organization.kind in ("armed_group", "party"):
            so_far = mark.organization
    return so_far


class Holders:
    """Who holds which office in an article: by kind and party, and by kind alone where only one does."""

    def __init__(self) -> None:
        self.by_party: dict[tuple[str, str | None], list[int]] = {}
        self.by_kind: dict[str, list[int]] = {}

    def add(self, kind: str, party: str | None, person: int) -> None:
        """Note that a person holds an office."""
        for numbers in (self.by_party.setdefault((kind, party), []), self.by_kind.setdefault(kind, [])):
            if person not in numbers[-4:]:
                numbers.append(person)

    def of(self, kind: str, party: str | None) -> int | None:
        """The one holder whom the text names for this office; nobody where it names two."""
        numbers = self.by_kind.get(kind, []) if party is None else self.by_party.get((kind, party), [])
        return numbers[0] if len(numbers) == 1 else None


def office_mentions(
    read: list[SentenceNames], mentions: list[Mention], people: list[Person], posts: dict[int, list[Post]]
) -> Iterator[OfficeMention]:
    """Every office phrase, with its holder where the text names one; one for each party of a shared office."""
    at = {
        (mention.sentence, mention.candidate): mention.person for mention in mentions if mention.candidate is not None
    }
    holders = Holders()
    parties = {number: _party(person, posts.get(number, [])) for number, person in enumerate(people)}
    for number, stated in posts.items():
        for post in stated:
            if post.kind is not None:
                holders.add(post.kind, post.party or parties[number], number)
    for number, names in enumerate(read):
        for phrase in names.phrases:
            yield from _of_phrase(number, names, phrase, at, holders, parties)


def _party(person: Person, posts: list[Post]) -> str | None:
    return next((post.party for post in posts if post.party), person.known.country if person.known else None)


def _of_phrase(
    number: int,
    names: SentenceNames,
    phrase: OfficePhrase,
    at: dict[tuple[int, int | None], int],
    holders: Holders,
    parties: dict[int, str | None],
) -> Iterator[OfficeMention]:
    tokens = names.sentence.tokens
    start, end = tokens[phrase.first].start, tokens[phrase.after - 1].end
    links = [link for link in names.links if link.phrase is phrase and (number, link.candidate) in at]
    for link in links:
        person = at[number, link.candidate]
        bodies = serving(phrase, link.bodies, tokens)
        party = party_of(bodies, country_of(bodies)) or parties[person]
        body = organization_of(bodies)
        yield OfficeMention(start, end, phrase.kind, party, body.name if body else None, person)
    if links or phrase.nested or phrase.kind in UNNAMED:
        return
    before = tokens[phrase.first - 1].lower if phrase.first else ""
    if before in INDEFINITE and not phrase.many:
        return
    bodies = serving(phrase, phrase.bodies, tokens)
    groups = [(mark,) for mark in bodies] if phrase.many and len(bodies) > 1 else [bodies]
    for group in groups:
        party, body = party_of(group, country_of(group)), organization_of(group)
        if party is None and (phrase.many or before not in ("the", "its", "his", "her", "their")):
            continue
        many = phrase.many and len(groups) == 1
        person = None if many else holders.of(phrase.kind, party)
        if person is not None and party is None:
            party = parties[person]
        yield OfficeMention(start, end, phrase.kind, party, body.name if body else None, person)
