"""People, offices, parties and places in a text: the names among its chunks.

A person is named by at least a family name; "the CIA director" is an office, whose holder is known where the text
names one; "Qatar", "Hamas", "Washington" are parties (codebook, "people" and "Conventions for every table").
"""

from dataclasses import dataclass, replace

from .people.holders import Holders
from .people.persons import Person
from .people.posts import Post, as_peer, best, is_peer, post_of
from .people.referents import Referents
from .people.roll import Mention, Roll, SentenceNames, read_sentence
from .places.gazetteer import entries_of
from .places.mentioned import find_parties_and_places
from .records import Article, OfficeMention, PartyMention, PersonClaim, PersonMention, PlaceMention, Sentence, Span


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article, each tuple in text order; `people` in order of first mention."""

    people: tuple[PersonClaim, ...]
    persons: tuple[PersonMention, ...]
    offices: tuple[OfficeMention, ...]
    parties: tuple[PartyMention, ...]
    places: tuple[PlaceMention, ...]


def find_names(article: Article, sentences: tuple[Sentence, ...]) -> Names:
    """The names of an article: "Sheikh Mohammed met the CIA director in Doha" has a person, an office and a place."""
    known = [entries_of(sentence.tokens) for sentence in sentences]
    read = [read_sentence(article, *each) for each in zip(sentences, known, strict=True)]
    roll = Roll(read)
    roll.call()
    order = {person: rank for rank, person in enumerate(dict.fromkeys(mention.person for mention in roll.mentions))}
    mentions = [mention._replace(person=order[mention.person]) for mention in roll.mentions]
    people = [roll.register.people[person] for person in order]
    posts = _posts(read, mentions, people)
    holders = Holders(article, read, mentions, people)
    holders.learn(posts)
    for person, link, names in list(holders.inferred()):
        posts.setdefault(person, []).append(post_of(link, names.sentence.tokens, None, None))
    holders.learn(posts)
    spans: dict[int, list[Span]] = {}
    for mention in mentions:
        spans.setdefault(mention.person, []).append(Span(mention.start, mention.end))
    parties, places = find_parties_and_places(sentences, known)
    covered = {place for mention in mentions for place in range(mention.start, mention.end)}
    return Names(
        people=tuple(_claim(article, person, posts.get(rank, []), spans[rank]) for rank, person in enumerate(people)),
        persons=tuple(PersonMention(mention.start, mention.end, mention.person) for mention in mentions),
        offices=tuple(holders.mentions_of_offices()),
        parties=tuple(found for found in parties if found.start not in covered),
        places=tuple(found for found in places if found.start not in covered),
    )


def _posts(read: list[SentenceNames], mentions: list[Mention], people: list[Person]) -> dict[int, list[Post]]:
    """What the text says of each person’s office, in text order."""
    at = {(mention.sentence, mention.candidate): mention.person for mention in mentions}
    found: dict[int, list[Post]] = {}
    referents = Referents(mentions, people, found)
    peers: list[tuple[int, int, int]] = []
    for number, names in enumerate(read):
        tokens = names.sentence.tokens
        for link in names.links:
            person = at.get((number, link.candidate))
            if person is not None:
                if link.inherited and (known := people[person].known) is not None and known.country:
                    link = replace(link, bodies=())
                post = post_of(link, tokens, referents.body(link, names), referents.owner(link, names, person))
                found.setdefault(person, []).append(post)
                other = referents.peer(link, names, person) if is_peer(link, tokens) else None
                if other is not None:
                    peers.append((person, len(found[person]) - 1, other))
        referents.pass_by(names)
    for person, place, other in peers:
        found[person][place] = as_peer(found[person][place], best(found.get(other, [])))
    return found


def _claim(article: Article, person: Person, posts: list[Post], spans: list[Span]) -> PersonClaim:
    forms = tuple(dict.fromkeys(span.of(article.text) for span in spans))
    post = best(posts)
    offices = [post] if post else []
    known = person.known
    stated = [*offices, *(other for other in posts if other is not post)]
    organization = next((other.organization.name for other in stated if other.organization), None)
    country = next((other.country for other in offices if other.country), None)
    international = any(other.organization and other.organization.kind == "international" for other in offices)
    if country is None and not international:
        country = (known.country if known else None) or next((other.country for other in stated if other.country), None)
    return PersonClaim(
        name=known.name if known else " ".join(person.words),
        forms=forms,
        position=post.position if post else None,
        organization=organization,
        country=country,
        wikidata_id=known.wikidata_id if known else None,
        mentions=tuple(spans),
    )
