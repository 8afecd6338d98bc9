"""Who holds or releases captives and prisoners, where the article says so (codebook, `captives_holder`)."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..words.wording import is_a
from .phrases import find_phrase, has_phrase, last_phrase, phrase_at, places_of, releasing
from .release_parties import Actor, is_state, may_hold_captives
from .release_signs import Side
from .releases import Line, Release

FAR = 14
PHRASE = 7
FEW = 3
AGENT = 8
PEOPLE = frozenset(("officials", "officers", "authorities", "troops", "soldiers"))
PRONOUNS = frozenset(("it", "they"))
OWN = frozenset(("its", "their"))
PASSIVE = frozenset(("be", "been", "being", "is", "are", "was", "were"))
PREPOSITIONS = frozenset(
    ("of", "in", "for", "to", "by", "with", "on", "at", "that", "which", "who", "and", "was", "is")
)
POSSESSIVE = frozenset(("’s", "'s", "ʼs", "’", "'"))
AUXILIARIES = frozenset(
    (
        *("has", "have", "had", "will", "would", "to", "is", "are", "was", "be", "been", "must", "should", "could"),
        *("may", "might", "shall", "also", "then", "already", "later", "further", "now", "itself", "finally", "again"),
        *(
            "each",
            "both",
            "in",
            "turn",
            "return",
            "on",
            "for",
            "its",
            "part",
            "agreed",
            "said",
            "it",
            "promised",
            "pledged",
        ),
        *("recently", "due", "set", "expected", "scheduled", "ready", "willing", "prepared", "preparing", "able"),
        *("plans", "planned", "intends", "intended", "means", "hopes", "promises", "pledges", "agrees", "chose"),
        *("proposed", "proposes", "offered", "offers", "vowed", "undertook", "refused"),
        *("began", "begun", "begins", "started", "starts", "continued", "finished", "completed"),
    )
)


class Named(NamedTuple):
    """People named or counted at the token `place`, and the side they belong to where the words tell."""

    place: int
    side: Side | None


NOBODY = Named(-1, None)


@dataclass(frozen=True, slots=True)
class Keeper:
    """A party that a sentence names as holding or releasing people, at the token `place`.

    `side` is missing where the words tell only that people are held or let go, not which; `about` is the token
    that names or counts those people.
    """

    place: int
    side: Side | None
    party: str
    releases: bool
    about: int = -1


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the places at which captives and prisoners are named or counted, in order."""

    line: Line
    people: tuple[Named, ...]

    def before(self, place: int) -> Named:
        """Who is named last before `place`, and not given in return for others after them."""
        i = bisect_left(self.people, place, key=lambda named: named[0])
        if not i or place - self.people[i - 1].place > FAR:
            return NOBODY
        return NOBODY if self._given_for_one(self.people[i - 1].place, place) else self.people[i - 1]

    def _given_for_one(self, first: int, last: int) -> bool:
        """Whether one person stands between, for whom those named at `first` are given: "for a single soldier"."""
        words = self.line.words
        return any(words[at] == "for" and phrase_at(words, at + 1, "single") for at in range(first, last - 1))

    def after(self, place: int) -> Named:
        """Who is named first from `place` on, short of those who are given in return."""
        i = bisect_left(self.people, place, key=lambda named: named[0])
        if i == len(self.people) or self.people[i].place - place > FAR:
            return NOBODY
        return NOBODY if has_phrase(self.line.words, place, self.people[i].place, "for_strong") else self.people[i]


def find_keepers(
    article_lines: Sequence[Line], parties: Mapping[int, Sequence[Actor]], releases: Mapping[int, Sequence[Release]]
) -> dict[int, list[Keeper]]:
    """What each sentence says of who holds or releases whom, in text order."""
    found = {}
    for number, actors in parties.items():
        line = article_lines[number]
        scene = Scene(line, _people(line, actors, releases.get(number, ())))
        keepers = sorted(_keepers(scene, actors), key=lambda keeper: keeper.place)
        if keepers:
            found[number] = keepers
    return found


def _people(line: Line, actors: Sequence[Actor], releases: Sequence[Release]) -> tuple[Named, ...]:
    """A number tells best whom it counts, then the noun; a bare nationality ("Palestinians held by") tells neither."""
    named: dict[int, Side | None] = {
        a.last - 1: None for a in actors if a.adjective and line.words[a.last - 1][-1:] == "s"
    }
    named |= dict.fromkeys(places_of(line.words, "prisoner"), "prisoners")
    named |= dict.fromkeys(places_of(line.words, "captive"), "captives")
    for release in releases:
        named |= dict.fromkeys(range(release.first, release.last), release.side)
    for place in places_of(line.words, "equal") if releases else ():
        if place >= releases[0].last:
            named[place] = "prisoners" if releases[0].side == "captives" else "captives"
    return tuple(Named(*item) for item in sorted(named.items()))


def _keepers(scene: Scene, actors: Sequence[Actor]) -> Iterator[Keeper]:
    swapping = [list(_swap(scene, actors[i], actors[i + 1], actors[i : i + PHRASE])) for i in range(len(actors) - 1)]
    yield from (keeper for pair in swapping for keeper in pair)
    yield from _seizes(scene, actors)
    speaker: Actor | None = None
    own_end = _reaches(actors, len(scene.line.words))
    for i, actor in enumerate(actors):
        yield from _by_actor(scene, actor)
        yield from _of_actor(scene, actor)
        if actor.adjective or actor.place or any(swapping[max(i - 1, 0) : i + 1]):
            continue
        yield from _acts(scene, actor.party, (actor.first, actor.last), own_end[i])
        yield from _elided(scene, actor)
        if speaker is None or scene.line.words[actor.last - 1] not in PEOPLE:
            speaker = actor
        until = actors[i + 1].first if i + 1 < len(actors) else len(scene.line.words)
        for place in range(actor.last, until):
            if scene.line.words[place] in PRONOUNS:
                yield from _acts(scene, speaker.party, (place, place + 1), own_end[i])
            elif scene.line.words[place] in OWN and (
                own := find_phrase(scene.line.words, place, place + FEW, "custody")
            ):
                yield _there(scene, own, speaker.party)


def _reaches(actors: Sequence[Actor], end: int) -> list[int]:
    """For each actor where the next one that may act begins: beyond it no verb of the first has its object."""
    found = []
    for actor in reversed(actors):
        found.append(end)
        if not actor.adjective and not actor.place:
            end = actor.first
    return found[::-1]


def _swap(scene: Scene, one: Actor, other: Actor, actors: Sequence[Actor]) -> Iterator[Keeper]:
    """ "Russia and Ukraine swapped 95 prisoners": the side named first, or the one that is no state, has captives."""
    words = scene.line.words
    between = words[one.last : other.first]
    if words[other.first - 1] == "with" and phrase_at(words, max(other.first - 2, 0), "swap") and not one.adjective:
        people = scene.before(other.first).place
        returned = people >= 0 and not OWN.isdisjoint(words[max(people - FEW, 0) : people + FEW])
        first, second = (other, one) if returned else (one, other)
        yield Keeper(other.first, "captives", first.party, True)
        yield Keeper(other.first, "prisoners", second.party, True)
    if "and" not in between or "," in between or len(between) > 4 or one.adjective or other.adjective:
        return
    place = other.last
    while place < len(words) and _goes_on(words[place]):
        place += 1
    shared = {"each", "both"} & set(words[other.last : place]) and place < len(words) and releasing(words, place)
    performed = place < len(words) and phrase_at(words, place, "performed", "beginning")
    if performed and (noun := find_phrase(words, place + performed, place + FAR, "swap")) is not None:
        place = noun
    if place < len(words) and (shared or phrase_at(words, place, "swap")):
        first, second = (other, one) if is_state(one.party) and not is_state(other.party) else (one, other)
        if _is_of(scene, actors, place, first.party):
            first, second = second, first
        yield Keeper(place, "captives", first.party, True)
        yield Keeper(place, "prisoners", second.party, True)


def _is_of(scene: Scene, actors: Sequence[Actor], verb: int, party: str) -> bool:
    """Whether those counted first after the verb are a party's own people: "swapped seven Americans for"."""
    people = scene.after(verb).place
    return any(a.party == party and a.adjective and people <= a.first <= people + PHRASE for a in actors if people >= 0)


def _by_actor(scene: Scene, actor: Actor) -> Iterator[Keeper]:
    """ "hostages held by X", "freed by X", "in the hands of X", "prisoners in X"."""
    words = scene.line.words
    before = actor.first - (2 if words[actor.first - 1] == "the" else 1)
    if before < 1 or actor.adjective:
        return
    if words[before] == "by":
        people = scene.before(before)
        verb = last_phrase(words, before - AGENT, before, "held", "release")
        if verb is not None and any(word.endswith("ed") or word == "," for word in words[verb + 1 : before]):
            return
        if people.place == before - 1:
            yield _keeper(people, before, actor.party, True)
        elif verb is not None:
            yield _keeper(scene.before(verb), verb, actor.party, phrase_at(words, verb, "release") > 0)
    elif words[before] == "from" and has_phrase(words, before - FAR, before, "receipt"):
        yield _keeper(scene.before(before), before, actor.party, True)
    elif words[before] == "of" and phrase_at(words, before - 1, "custody"):
        yield _there(scene, before - 1, actor.party)
    elif words[before] == "in" and phrase_at(words, before - 1, "prisoner", "custody"):
        yield _there(scene, before, actor.party)


def _keeper(people: Named, place: int, party: str, releases: bool) -> Keeper:
    return Keeper(place, people.side, party, releases, people.place)


def _of_actor(scene: Scene, actor: Actor) -> Iterator[Keeper]:
    """ "Israeli jails", "Hamas captivity", "Hamas’s hostages", "Kyiv’s custody"."""
    words = scene.line.words
    possessive = words[actor.last : actor.last + 1] and words[actor.last] in POSSESSIVE
    place = actor.last + bool(possessive)
    for at in range(place, min(place + 2, len(words))):
        if phrase_at(words, at, "custody"):
            yield _there(scene, at, actor.party)
            return
        if phrase_at(words, at, "split"):
            return
    for at in range(place, min(place + FEW, len(words)) if possessive else place):
        if phrase_at(words, at, "captive"):
            yield Keeper(at, "captives", actor.party, False, at)
        if phrase_at(words, at, "captive") or words[at] in PREPOSITIONS:
            return


def _elided(scene: Scene, actor: Actor) -> Iterator[Keeper]:
    """ "Armenia freed two soldiers and Azerbaijan 32"."""
    people = scene.after(actor.last)
    named = phrase_at(scene.line.words, actor.last, "captive", "prisoner") if people.place == actor.last else 0
    joined = scene.line.words[actor.first - 1] in ("and", "while", ",", "the")
    if people.place == actor.last and people.side and not named and joined:
        yield _keeper(people, actor.last, actor.party, True)


def _seizes(scene: Scene, actors: Sequence[Actor]) -> Iterator[Keeper]:
    """ "Hamas attacked Israel, killing 1,200 people and *taking* 251 hostages"."""
    words = scene.line.words
    for named in scene.people:
        at = named.place
        if not phrase_at(words, at, "captive") or not has_phrase(words, at - PHRASE, at, "seizing"):
            continue
        near = bisect_left(actors, at, key=lambda actor: actor.first)
        groups = [a for a in actors[max(near - FEW, 0) : near] if may_hold_captives(a.party) and not a.place]
        if groups:
            yield Keeper(at, "captives", groups[-1].party, False, at)


def _there(scene: Scene, place: int, party: str) -> Keeper:
    """Who is held there: the people named before, else prisoners in a jail and captives in hands."""
    people = scene.before(place)
    usual: Side = "captives" if phrase_at(scene.line.words, place, "captivity") else "prisoners"
    return Keeper(place, people.side or usual, party, False, people.place)


def _acts(scene: Scene, party: str, subject: tuple[int, int], end: int) -> Iterator[Keeper]:
    """ "Hamas freed 12 captives", "Israel has let 30 prisoners go", "hostages whom Hamas took"."""
    words, (first, place) = scene.line.words, subject
    while place < len(words) and _goes_on(words[place]):
        if phrase_at(words, place, "offering"):
            break
        place += 1
    if words[place : place + 1] == ("in",) and place + 2 < len(words) and releasing(words, place + 2):
        place += 2
    if place + 2 < len(words) and phrase_at(words, place, "due") == 1 and words[place + 1] == "the":
        place += 2
    if place >= len(words) or words[place - 1] in PASSIVE or words[place - 1] == "in":
        return
    size = phrase_at(words, place, "swap", "offering") or releasing(words, place)
    if size and not phrase_at(words, place, "receipt", "fetching"):
        people = scene.after(place + size)
        given = "for" in words[place + size : max(people.place, 0)]
        people = people if people.place < end and not given else NOBODY
        before = scene.before(first)
        yield _keeper(before if people is NOBODY and before.place == first - 1 else people, place, party, True)
    elif phrase_at(words, place, "held"):
        people = scene.after(place + 1)
        yield _keeper(people if people.side else scene.before(subject[1] - 1), place, party, False)


def _goes_on(word: str) -> bool:
    """Whether a subject may still wait for its verb after `word`: "The rebels on Sunday unilaterally freed"."""
    return word in AUXILIARIES or word.endswith("ly") or is_a(word, "weekday")
