"""Groups and pronouns: whom "the mediators", "both sides", "the pair" and "he" stand for in an article.

Mediating states are those alone that the text itself calls so; a pronoun is the person last told of.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Chunks, Participant
from .delegations import Actor, find_named_actors, party_of_people, with_links
from .meeting_words import match, openers
from .scene import Scene

REACH = 14
GROUPS = ("mediation", "sides", "pair", "same")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who represents whom in one article, who is named in which sentence, and which parties its groups stand for."""

    parties: dict[int, str]
    named: dict[int, tuple[Actor, ...]]
    mediators: tuple[str, ...]
    rivals: tuple[str, ...]


def make_cast(chunks: Chunks, scenes: Sequence[Scene]) -> Cast:
    """The parties of the people named, the mediators and the two sides, as the article names them."""
    parties = party_of_people(chunks)
    named = {
        scene.number: tuple(with_links(scene, find_named_actors(scene, parties))) for scene in scenes if scene.named
    }
    pairs: Counter[tuple[str, str]] = Counter()
    for scene in scenes:
        pairs.update(_rivals(scene, named.get(scene.number, ())))
    rivals = max(pairs, key=lambda pair: pairs[pair]) if pairs else ()
    mediators: dict[str, None] = {}
    last_three: tuple[str, ...] = ()
    for scene in scenes:
        actors = named.get(scene.number, ())
        found = _mediators(scene, actors)
        if not found and last_three and _points_at_three(scene):
            found = list(last_three)
        mediators.update(dict.fromkeys(party for party in found if party not in rivals))
        last_three = _three(actors) or last_three
    return Cast(parties, named, tuple(mediators), tuple(rivals))


def _rivals(scene: Scene, actors: Sequence[Actor]) -> Iterator[tuple[str, str]]:
    """Two parties between whom there is a war, a truce or a deal: "the truce between Israel and Hamas"."""
    for one, other in itertools.pairwise(actors):
        matter = one.governor and match((one.governor,), 0, "matter", "occasion")
        if one.link == "between" == other.link and matter and one.seats and other.seats:
            first, second = sorted((one.seats[0].party, other.seats[0].party))
            if first != second:
                yield first, second


def _mediators(scene: Scene, actors: Sequence[Actor]) -> list[str]:
    """The parties that the sentence calls mediators or says to mediate."""
    heads = [
        place
        for place, word in enumerate(scene.words)
        if word.startswith("mediat") or match(scene.words, place, "mediation")
    ]
    found: list[str] = []
    for head in heads:
        for actor in actors:
            if len(actor.seats) != 1 or actor.seats[0].identified_by != "delegation":
                continue
            covers = actor.first <= head < actor.last
            named_after = head < actor.first <= head + 6 and (
                actor.link in ("from", "") and _only_names(scene, head + 1, actor)
            )
            acts = actor.last <= head <= actor.last + REACH and actor.link in ("", "alongside", "with", "of")
            acts = (
                acts
                and scene.words[head] not in ("mediators", "mediated")
                and actor.governor not in ("deal", "ceasefire")
            )
            if covers or named_after or acts:
                found.append(actor.seats[0].party)
    return found


def _only_names(scene: Scene, place: int, actor: Actor) -> bool:
    names = {step for laid in scene.named for step in range(laid.first, laid.last)}
    return all(
        step in names or scene.words[step] in (",", "and", "from", "the", "–", "(", "including")
        for step in range(place, actor.first)
    )


def _three(actors: Sequence[Actor]) -> tuple[str, ...]:
    """The three parties of a list of just three."""
    listed: dict[str, None] = {}
    for one, other in itertools.pairwise(actors):
        if one.link == other.link and one.governor == other.governor and not (one.possessive or other.possessive):
            listed.update(dict.fromkeys(seat.party for seat in (*one.seats, *other.seats)))
    return tuple(listed) if len(listed) == 3 else ()


def _points_at_three(scene: Scene) -> bool:
    counted = any(
        scene.word(place - 1) in ("three", "trio") or word == "trio" for place, word in enumerate(scene.words)
    )
    return counted and any(word.startswith("mediat") for word in scene.words)


def find_actors(scene: Scene, cast: Cast) -> tuple[Actor, ...]:
    """All actors of a sentence in order, its groups and pronouns among them."""
    before = cast.named.get(scene.number - 1, ())
    actors = list(cast.named.get(scene.number, ()))
    taken = {place for actor in actors for place in range(actor.first, actor.last)}
    hearts = openers(*GROUPS) | {"he", "she", "his", "her"}
    for place, word in enumerate(scene.words):
        if word in hearts and place not in taken:
            actor = _group(scene, cast, place, (*before, *actors)) or _pronoun(scene, place, actors, before)
            if actor:
                actors.append(actor)
                taken.update(range(actor.first, actor.last))
    actors.sort(key=lambda actor: actor.first)
    return tuple(with_links(scene, actors))


def _group(scene: Scene, cast: Cast, place: int, told: Sequence[Actor]) -> Actor | None:
    for role in GROUPS:
        size = match(scene.words, place, role)
        if not size:
            continue
        if role == "pair":
            people = {seat.person: seat for actor in told for seat in actor.seats if seat.person is not None}
            seats = tuple(people.values())[:2]
        else:
            parties = {"mediation": cast.mediators, "sides": cast.rivals}.get(role, ())
            if role == "sides" and scene.words[place] == "all":
                parties = (*cast.rivals, *cast.mediators)
            seats = tuple(Participant(party, None, "delegation") for party in parties)
        return Actor(place, place + size, seats, "group", role=role)
    return None


def _pronoun(scene: Scene, place: int, actors: Sequence[Actor], before: Sequence[Actor]) -> Actor | None:
    """ "He" and "his" are the first person of the sentence so far, else of the one before."""
    if scene.words[place] not in ("he", "she", "his", "her"):
        return None
    here = [actor for actor in actors if actor.last <= place]
    for group in (here, before):
        for actor in group:
            if actor.seats and actor.seats[0].person is not None:
                return Actor(place, place + 1, actor.seats, "person", possessive=scene.words[place] in ("his", "her"))
    return None
