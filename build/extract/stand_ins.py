"""Groups and pronouns: whom "the mediators", "both sides", "the pair", "the government", "he" and "we" stand for."""

from collections.abc import Sequence

from ..authority import words
from ..records import Participant
from .casting import MANY, Cast
from .delegations import Actor, Kind, delegation_end
from .links import with_links
from .meeting_words import match, openers
from .scene import POSSESSIVES, Scene

PRONOUNS = frozenset(("he", "she", "his", "her", "it", "its"))
SPEAKING = frozenset(("i", "we", "our"))
QUOTES = frozenset(("“", "”", '"'))
DEEDS = ("meet", "sit", "speak", "host", "see", "travel", "send", "attend", "light")
PARTNER = 8
GROUPS = ("mediation", "sides", "pair", "same", "talkers", "movement")


def find_actors(scene: Scene, cast: Cast) -> tuple[Actor, ...]:
    """All actors of a sentence in order, its groups and pronouns among them."""
    before = cast.named.get(scene.number - 1, ())
    actors = list(cast.named.get(scene.number, ()))
    if len(actors) > MANY:
        return tuple(actors)
    taken = {place for actor in actors for place in range(actor.first, actor.last)}
    hearts = openers(*GROUPS) | PRONOUNS | SPEAKING | {"government"}
    for place, word in enumerate(scene.words):
        if word in hearts and place not in taken:
            actor = (
                _group(scene, cast, place, before, actors)
                or _government(scene, cast, place)
                or _pronoun(scene, place, actors, before)
                or _speaking(scene, place, actors)
            )
            if actor:
                actors.append(actor)
                taken.update(range(actor.first, actor.last))
    actors.sort(key=lambda actor: actor.first)
    return tuple(with_links(scene, actors))


def _group(scene: Scene, cast: Cast, place: int, before: Sequence[Actor], here: Sequence[Actor]) -> Actor | None:
    if not match(scene.words, place, *GROUPS):
        return None
    sizes = {role: match(scene.words, place, role) for role in GROUPS}
    for role in sorted(filter(sizes.get, GROUPS), key=lambda role: -sizes[role]):
        size = sizes[role]
        if role == "same" and scene.word(place + size) == "of":
            return None
        if role == "movement":
            return _movement(scene, cast, place, size)
        if role == "same" and scene.words[place] in ("they", "them"):
            listed = _first_list([actor for actor in here if actor.last <= place]) or _own(here, place)
            if listed:
                return Actor(place, place + size, listed, "group", role="list")
        if role == "pair":
            people = {
                seat.person: seat for actor in (*before, *here) for seat in actor.seats if seat.person is not None
            }
            seats = tuple(people.values())[:2]
        else:
            parties = {"mediation": cast.mediators, "sides": cast.rivals}.get(role, ())
            if role == "sides" and scene.words[place] == "all":
                parties = (*cast.rivals, *cast.mediators)
            seats = tuple(Participant(party, None, "delegation") for party in parties)
        return Actor(place, place + size, seats, "group", role=role)
    return None


def _government(scene: Scene, cast: Cast, place: int) -> Actor | None:
    """The government that needs no name in its own country: "the internationally recognised government"."""
    if scene.words[place] != "government" or cast.government is None:
        return None
    first = next((step for step in range(place - 1, max(place - 5, -1), -1) if scene.words[step] == "the"), place)
    end = delegation_end(scene, place + 1)
    if (first == place and end is None) or scene.word(place + 1) in POSSESSIVES:
        return None
    return Actor(first, end or place + 1, (Participant(cast.government, None, "delegation"),), "delegation")


def _movement(scene: Scene, cast: Cast, place: int, size: int) -> Actor | None:
    """The organisation told of before: "the group", "the movement’s negotiators"."""
    party = cast.movements.get(scene.number)
    if party is None:
        return None
    seats, after = (Participant(party, None, "delegation"),), place + size
    owned = scene.word(after) in POSSESSIVES
    end = delegation_end(scene, after + 1 if owned else after)
    apposed = end is not None and scene.word(end) == ","
    return None if owned and (end is None or apposed) else Actor(place, end or after, seats, "delegation")


def _first_list(actors: Sequence[Actor]) -> tuple[Participant, ...]:
    """The parties of the list that opens a sentence: "Kyiv and Moscow told their envoys that they …"."""
    seats: dict[Participant, None] = {}
    for number, actor in enumerate(actors):
        if actor.link or (number and actor.first - actors[number - 1].last > 3):
            break
        seats.update(dict.fromkeys(Participant(seat.party, None, "delegation") for seat in actor.seats))
    return tuple(seats) if len(seats) > 1 else ()


def _own(actors: Sequence[Actor], place: int) -> tuple[Participant, ...]:
    """The party that opens a sentence, where "they" are parted from another: "Hamas said *they* met the envoy"."""
    first = next(iter(actors), None)
    partner = next((actor for actor in actors if place < actor.first <= place + PARTNER), None)
    if first is None or partner is None or first.link or first.last > place or first.kind == "group":
        return ()
    own = tuple(dict.fromkeys(Participant(seat.party, None, "delegation") for seat in first.seats))
    return own if not {seat.party for seat in own} & {seat.party for seat in partner.seats} else ()


def _speaking(scene: Scene, place: int, actors: Sequence[Actor]) -> Actor | None:
    """Who says "we" or "I" in a quotation: "“We met the envoys on Friday,” the Hamas official said"."""
    if scene.words[place] not in SPEAKING or QUOTES.isdisjoint(scene.words):
        return None
    if scene.words[place] != "our" and not any(match(scene.words, place + n, *DEEDS) for n in (1, 2, 3)):
        return None
    says = words("reporting_verbs", "say")
    for actor in actors:
        beside = (scene.word(actor.last), scene.word(actor.first - 1))
        if actor.seats and not actor.possessive and any(word in says for word in beside):
            if scene.words[place] == "i":
                return Actor(place, place + 1, actor.seats, actor.kind)
            own = tuple(dict.fromkeys(Participant(seat.party, None, "delegation") for seat in actor.seats))
            end = delegation_end(scene, place + 1) if scene.words[place] == "our" else place + 1
            return Actor(place, end, own, "delegation") if end else None
    return None


def _pronoun(scene: Scene, place: int, actors: Sequence[Actor], before: Sequence[Actor]) -> Actor | None:
    """ "He" is the first person of the sentence so far, else of the one before; "it" the first party likewise."""
    word = scene.words[place]
    if word not in PRONOUNS:
        return None
    possessive = word in ("his", "her", "its")
    here = sorted((actor for actor in actors if actor.last <= place), key=lambda actor: actor.first)
    for group in (here, before):
        for actor in group:
            personal = any(seat.person is not None or seat.identified_by == "office" for seat in actor.seats)
            if actor.seats and personal is (word not in ("it", "its")) and actor.role != "same":
                seats = actor.seats
                if word in ("it", "its"):
                    seats = tuple(Participant(seat.party, None, "delegation") for seat in seats)
                kind: Kind = "person" if personal else "party"
                end = delegation_end(scene, place + 1) if possessive else None
                if end:
                    seats = tuple(Participant(seat.party, None, "delegation") for seat in seats)
                    return Actor(place, end, seats, "delegation")
                return Actor(place, place + 1, seats, kind, possessive=possessive, role="it" if word == "it" else "")
    return None
