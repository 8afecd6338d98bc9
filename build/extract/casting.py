"""Who is who in an article: who mediates, between whom, whose "the government" is.

Mediating states are those alone that the text itself calls so.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from ..authority import table
from ..records import Chunks, PartyMention
from .delegations import DETERMINERS, JOINERS, Actor, find_named_actors, party_of_people
from .line import AUXILIARIES
from .links import with_links
from .meeting_words import match, openers
from .scene import Scene

PROSE = 600
OPENING = 4
MANY = 200
STATES = ("countries", "nations", "states", "mediators", "governments", "capitals")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who represents whom in one article, who is named in which sentence, and which parties its groups stand for.

    `government` is the party of "the government"; `movements` tells by sentence which organisation "the group" is.
    """

    parties: dict[int, str]
    named: dict[int, tuple[Actor, ...]]
    mediators: tuple[str, ...]
    rivals: tuple[str, ...]
    government: str | None
    movements: dict[int, str]


def make_cast(chunks: Chunks, scenes: Sequence[Scene]) -> Cast:
    """The parties of the people named, the mediators and the two sides, as the article names them."""
    parties = party_of_people(chunks)
    named = {
        scene.number: tuple(with_links(scene, find_named_actors(scene, parties))) for scene in scenes if scene.named
    }
    mediators: dict[str, None] = {}
    last_three: tuple[str, ...] = ()
    pairs: Counter[tuple[str, str]] = Counter()
    for scene in scenes:
        actors = named.get(scene.number, ())
        found = _mediators(scene, actors)
        if not found and not mediators and last_three and _points_at_three(scene):
            found = list(last_three)
        mediators.update(dict.fromkeys(found))
        last_three = _three(actors) or last_three
        pairs.update(_rivals(scene, actors))
    if not mediators:
        mediators.update(dict.fromkeys(_authors(scenes, named)))
    for pair in list(pairs):
        if set(pair) & set(mediators):
            del pairs[pair]
    rivals = max(pairs, key=lambda pair: pairs[pair]) if pairs and max(pairs.values()) > 1 else ()
    return Cast(parties, named, tuple(mediators), tuple(rivals), _government(scenes, named), _movements(scenes))


def _government(scenes: Sequence[Scene], named: dict[int, tuple[Actor, ...]]) -> str | None:
    """Whose "the government" is: the first that the text names, else that of the country where its story begins."""
    for scene in scenes:
        for actor in named.get(scene.number, ()):
            if scene.words[actor.last - 1] == "government" and len(actor.seats) == 1:
                return actor.seats[0].party
    for scene in scenes[:OPENING]:
        countries = [
            (laid.first, laid.mention.party)
            for laid in scene.named
            if isinstance(laid.mention, PartyMention) and laid.mention.form == "state"
        ]
        countries += [
            (first, spot.country)
            for first, (_, spot) in scene.places.items()
            if spot.country and not (spot.place or spot.region)
        ]
        if countries:
            return min(countries)[1]
    return None


@cache
def _movement_names() -> frozenset[str]:
    kinds = ("armed_group", "group", "party")
    return frozenset(row["name"] for row in table("organizations") if row["kind"] in kinds)


def _movements(scenes: Sequence[Scene]) -> dict[int, str]:
    """By sentence, the armed or political organisation last named before its end."""
    bodies = _movement_names()
    found: dict[int, str] = {}
    last: str | None = None
    for scene in scenes:
        for laid in scene.named:
            if isinstance(laid.mention, PartyMention) and laid.mention.party in bodies:
                last = laid.mention.party
        if last:
            found[scene.number] = last
    return found


def _rivals(scene: Scene, actors: Sequence[Actor]) -> Iterator[tuple[str, str]]:
    """Two parties with a war, a truce or talks between them: "the truce between Israel and Hamas"."""
    for one, other in pairwise(actors):
        if len(one.seats) != 1 or len(other.seats) != 1 or one.kind not in ("party", "delegation"):
            continue
        first, second = sorted((one.seats[0].party, other.seats[0].party))
        between = scene.words[one.last : other.first]
        if first == second or not (between and len(between) <= 2 and between[0] in ("and", "-", "–")):
            continue
        matter = any(match(scene.words, place, "rivalry") for place in range(other.last, other.last + 3))
        if (one.link == "between" and match((one.governor,), 0, "rivalry")) or (between[0] != "and" and matter):
            yield first, second
            yield first, second
        elif (one.kind == other.kind == "party" and scene.word(other.last) == "to") or (
            between[0] == "and" and not one.link and _deal_with_each_other(scene, other.last)
        ):
            yield first, second


def _deal_with_each_other(scene: Scene, place: int) -> bool:
    """Whether two parties fight, swap or agree: "Sudan and the rebels have *agreed* to exchange prisoners"."""
    while scene.word(place) in AUXILIARIES or scene.word(place) in ("will", "would", "both", "to", "also", "each"):
        place += 1
    return match(scene.words, place, "dealing") > 0


def _mediators(scene: Scene, actors: Sequence[Actor]) -> list[str]:
    """The parties that the sentence calls mediators or says to mediate: "Omani mediators", "Qatar, which mediates"."""
    found: list[str] = []
    hearts = openers("mediation", "mediating") | {"mediation"}
    if hearts.isdisjoint(scene.words):
        return found
    opening = _opening_list(scene, actors)
    for head, word in islice(enumerate(scene.words), PROSE):
        if word not in hearts:
            continue
        noun, verb = match(scene.words, head, "mediation"), match(scene.words, head, "mediating")
        leads = word == "mediation" and match(scene.words, head - 1, "light") > 0
        agent = match(scene.words, head, "mediated by")
        if not (noun or verb or leads or agent):
            continue
        for actor in actors[:MANY]:
            if len({seat.person for seat in actor.seats} - {None}):
                continue
            covers = actor.first <= head < actor.last or (noun > 0 and _leads_to(scene, actors, actor, head))
            start = head + (agent or 1)
            named_after = (noun or agent) and head < actor.first <= head + 9 and _only_names(scene, start, actor)
            acts = bool(verb or leads) and actor.last <= head and actor in opening
            if covers or named_after or acts:
                found += [seat.party for seat in actor.seats]
    return found


def _authors(scenes: Sequence[Scene], named: dict[int, tuple[Actor, ...]]) -> tuple[str, ...]:
    """The three states that draw up a plan together, where nobody is called a mediator: "drawn up by Oman and …"."""
    lists: Counter[tuple[str, ...]] = Counter()
    for scene in scenes:
        three = _three(named.get(scene.number, ()))
        told = range(min(len(scene.words), PROSE))
        if three and any(match(scene.words, place, "mediating", "brokering") for place in told):
            lists[tuple(sorted(three))] += 1
    return max(lists, key=lambda three: lists[three]) if lists else ()


def _opening_list(scene: Scene, actors: Sequence[Actor]) -> list[Actor]:
    """Those whom a sentence is about: "Egypt, along with Qatar and the United States, has been …"."""
    found: list[Actor] = []
    for actor in actors:
        between = scene.words[found[-1].last if found else actor.first : actor.first]
        joined = all(word in (*JOINERS, *DETERMINERS, "along", "with", "alongside") for word in between)
        if not joined or (not found and (actor.link or actor.first > OPENING)):
            break
        found.append(actor)
    return found


def _leads_to(scene: Scene, actors: Sequence[Actor], actor: Actor, head: int) -> bool:
    """Whether the adjective belongs to a list that ends in "mediators"."""
    if not 0 <= head - actor.last <= 8:
        return False
    names = {step for other in actors for step in range(other.first, other.last)}
    return all(step in names or scene.words[step] in (",", "and", "-") for step in range(actor.last, head))


def _only_names(scene: Scene, place: int, actor: Actor) -> bool:
    names = {step for laid in scene.named for step in range(laid.first, laid.last)}
    place += scene.word(place) in ("are", "were", "include")
    return scene.word(place) not in (",", "and") and all(
        step in names or scene.words[step] in (",", "and", "from", "the", "–", "-", "(", "including")
        for step in range(place, actor.first)
    )


def _three(actors: Sequence[Actor]) -> tuple[str, ...]:
    """The three parties of a list of just three: "the leaders of Norway, Oman and Qatar"."""
    run: dict[str, None] = {}
    for number, actor in enumerate(actors):
        if number and actor.first - actors[number - 1].last > 2:
            if len(run) == 3:
                return tuple(run)
            run = {}
        if actor.kind != "person":
            run.update(dict.fromkeys(seat.party for seat in actor.seats))
    return tuple(run) if len(run) == 3 else ()


def _points_at_three(scene: Scene) -> bool:
    counted = any(
        word == "trio" or (word in STATES and scene.word(place - 1) == "three")
        for place, word in enumerate(scene.words)
    )
    return counted and any(word.startswith("mediat") for word in scene.words)
