"""What office a person holds, for whom, and every office phrase of an article with its holder.

`position` is the office as stated, in its fullest form and without the country; `organization` its body; `country` whom
it serves (codebook, "people"). "Egypt’s intelligence chief Abbas Kamel" gives "intelligence chief" and `EG`.
"""

from typing import NamedTuple

from ..authority import words
from ..records import Token
from ..words.phrasebook import HYPHENS, Organization
from .appositions import STATE_OFFICES, Link
from .complements import DETERMINERS, JOINTS, POSSESSIVE
from .marks import Mark
from .offices import OfficePhrase, groups_of

ABROAD = frozenset({"envoy", "ambassador", "coordinator", "commissioner"})
LESSER = ("counterpart", "official", "member", "nominee", "lawmaker", "adviser")
PEERS = frozenset({"counterpart", "colleague", "number", "homologue"})
PEERAGE = STATE_OFFICES - {"head_of_intelligence", "military_chief", "lawmaker", "ambassador", "vice_president"}
STATES = ("state", "adjective", "place")


class Post(NamedTuple):
    """One statement of who a person is: office, body and country, as far as the passage says them.

    `plain` is the office without its complement: "foreign minister" in "foreign minister of Jordan".
    """

    kind: str | None
    position: str | None
    organization: Organization | None
    country: str | None
    party: str | None
    size: int
    plain: str | None = None


def serving(phrase: OfficePhrase | None, bodies: tuple[Mark, ...], tokens: tuple[Token, ...]) -> tuple[Mark, ...]:
    """The bodies that an office serves; an envoy's destination is none ("UN envoy for Yemen")."""
    if phrase is not None and phrase.kind == "adviser":
        return tuple(mark for mark in bodies if _word_before(tokens, mark.first) not in ("on", "for"))
    if phrase is None or phrase.kind not in ABROAD:
        return bodies
    before = tuple(mark for mark in bodies if mark.first < phrase.head)
    if before:
        return before if phrase.many else groups_of(before, tokens)[0]
    joint = ("of", *POSSESSIVE, "and", ",") if phrase.many else ("of", *POSSESSIVE)
    return tuple(mark for mark in bodies if _word_before(tokens, mark.first) in joint)


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
    """Whom an office represents: the organisation where it acts in its own name, else the state.

    A state’s adjective wins over the country that a body of that name has elsewhere ("Israeli national intelligence").
    """
    for mark in bodies:
        body = mark.organization
        if body is not None and body.party and (body.party != body.country or mark is bodies[0]):
            return body.party
    return next((mark.party for mark in bodies if mark.party), country)


def organization_of(bodies: tuple[Mark, ...]) -> Organization | None:
    """The body of an office: the last organisation named, media only where there is no other."""
    found = [
        mark.organization for mark in bodies if mark.organization is not None and mark.organization.kind != "media"
    ]
    named = [body for body in found if body.kind != "other"]
    return (named or found)[-1] if found else None


def post_of(link: Link, tokens: tuple[Token, ...], referent: Mark | None, owner: str | None) -> Post:
    """What one link says of a person.

    `referent` is the body that its office refers back to ("the movement’s leader"), `owner` the country of the person
    whose officer this is ("his envoy").
    """
    phrase = link.phrase
    bodies = serving(phrase, link.bodies, tokens)
    if referent is not None and not any(mark.kind != "place" for mark in bodies):
        bodies = (referent,)
    body = organization_of(bodies)
    if body is not None and body.kind == "government" and phrase is not None and phrase.kind in STATE_OFFICES:
        body = None
    country = country_of(bodies) or (country_of((referent,)) if referent is not None else None) or owner
    party = party_of(bodies, country)
    position = position_of(link, tokens) if phrase is not None else None
    if phrase is not None and (phrase.kind == "counterpart" or is_soldiering(phrase, tokens)):
        position = None
    plain = _text(tokens, _without_country(phrase, tokens), phrase.head_after) if phrase and position else None
    size = len(position.split()) if position else 0
    return Post(phrase.kind if phrase else None, position, body, country, party, size, plain)


def is_peer(link: Link, tokens: tuple[Token, ...]) -> bool:
    """Whether an office is told as another’s: "his Egyptian counterpart", "her French colleague"."""
    return link.phrase is not None and tokens[link.phrase.head_after - 1].lower.rstrip("s") in PEERS


def as_peer(post: Post, other: Post | None) -> Post:
    """A counterpart’s post, with the office of the other: an Egyptian foreign minister for the Turkish one’s.

    Offices of state alone carry over; "secretary of state" is what few states call their foreign minister.
    """
    if other is None or other.plain is None or other.organization is not None or other.kind not in PEERAGE:
        return post
    named = other.kind.split("_")[0][:5] in other.plain.lower()
    office = other.plain if named else other.kind.replace("_", " ")
    return post._replace(kind=other.kind, position=office, plain=office, size=len(office.split()))


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


def position_of(link: Link, tokens: tuple[Token, ...]) -> str | None:
    """The words of an office, without the country, the determiner and mere epithets before it."""
    phrase = link.phrase
    assert phrase is not None
    if phrase.many:
        head = " ".join(singular(token.text) for token in tokens[phrase.head : phrase.head_after])
        if len(link.bodies) == 1 and link.bodies[0].organization is not None:
            return f"{head} of {link.bodies[0].organization.name}"
        lead = _text(tokens, _without_country(phrase, tokens), phrase.head)
        return f"{lead} {head}" if lead else head
    return _text(tokens, _without_country(link.joined or phrase, tokens), phrase.after)


def singular(word: str) -> str:
    """One of many: "directors" is director, "spokesmen" spokesman."""
    if word.lower().endswith("men"):
        return word[:-2] + "an"
    if word.lower().endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.lower().endswith("s") and not word.lower().endswith("ss") else word


def _without_country(phrase: OfficePhrase, tokens: tuple[Token, ...]) -> int:
    place = phrase.first
    starting = {mark.first: mark for mark in phrase.bodies if mark.first < phrase.head}
    while place < phrase.head:
        mark, shown = starting.get(place), tokens[place]
        if mark is not None and mark.kind in STATES:
            place = mark.after
        elif (
            (shown.lower in words("offices", "epithet") and tokens[place + 1].text not in HYPHENS)
            or shown.text in POSSESSIVE
            or shown.text in JOINTS
        ):
            place += 1
        elif place > phrase.first and shown.text in HYPHENS and place + 1 < phrase.head:
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
