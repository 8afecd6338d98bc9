"""The parties that a sentence names, as those who may hold people or let them go."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..records import Chunks
from .phrases import phrase_at
from .release_signs import OTHER_SIDE, Side
from .releases import Line, Release

PALESTINIANS = "PS"
OWNERS = frozenset(("’s", "'s", "ʼs", "’", "'"))


class Actor(NamedTuple):
    """A party over the tokens `first` to `last` of a sentence."""

    first: int
    last: int
    party: str
    adjective: bool
    place: bool = False


def find_actors(article_lines: Sequence[Line], chunks: Chunks) -> dict[int, list[Actor]]:
    """The parties of each sentence, and the countries that it names as places ("prisoners in Israel")."""
    named = [(m.start, m.end, m.party, m.form == "adjective", False) for m in chunks.parties]
    named += [(m.start, m.end, m.country, False, True) for m in chunks.places if m.country and not m.place]
    found: dict[int, list[Actor]] = {}
    number = 0
    for start, end, party, adjective, place in sorted(named):
        while number < len(article_lines) and article_lines[number].sentence.end <= start:
            number += 1
        if number == len(article_lines):
            break
        line = article_lines[number]
        if start >= line.sentence.start:
            actor = Actor(line.index(start), line.index(end - 1) + 1, party, adjective, place)
            found.setdefault(number, []).append(_with_noun(line, actor, chunks.article.text))
    return _with_nameless(found, article_lines)


def _with_nameless(found: dict[int, list[Actor]], article_lines: Sequence[Line]) -> dict[int, list[Actor]]:
    """The actors with "the rebels", "the group" where the article names one armed group that they may be."""
    named = {a.party for actors in found.values() for a in actors if may_hold_captives(a.party) and not a.place}
    if len(named) != 1:
        return found
    (party,) = named
    for line in article_lines:
        own = list(found.get(line.number, ()))
        known = {place for a in own for place in range(a.first, a.last)}
        for place in range(1, len(line.words)):
            size = phrase_at(line.words, place, "nameless") if line.words[place - 1] == "the" else 0
            if size and place not in known:
                own.append(Actor(place, place + size, party, adjective=False))
        if own:
            found[line.number] = sorted(own, key=lambda actor: actor.first)
    return found


def _with_noun(line: Line, actor: Actor, text: str) -> Actor:
    """The actor with the noun that acts for it: "FARC rebels", "Israeli authorities".

    An armed group without a name of its own goes by the text's words: "Palestinian armed groups".
    """
    if actor.last == len(line.words):
        return actor
    own = actor.last + (line.words[actor.last] in OWNERS and actor.last + 1 < len(line.words))
    group, institution = (phrase_at(line.words, own, kind) for kind in ("armed_group", "institution"))
    last = own + max(group, institution) if group or institution else actor.last
    if group and actor.adjective:
        tokens = line.sentence.tokens
        return actor._replace(last=last, party=text[tokens[actor.first].start : tokens[last - 1].end], adjective=False)
    return actor._replace(last=last, adjective=actor.adjective and not institution)


def is_state(party: str) -> bool:
    """Whether a party goes by the code of a state."""
    return len(party) == 2 and party.isupper()


def with_nations(
    releases: Mapping[int, Sequence[Release]], parties: Mapping[int, Sequence[Actor]]
) -> dict[int, list[Release]]:
    """The releases with the state whose people each numbers: "248 Russians", "two Azerbaijani soldiers"."""
    return {
        line: [replace(release, nation=_nation(release, parties.get(line, ()))) for release in own]
        for line, own in releases.items()
    }


def _nation(release: Release, actors: Sequence[Actor]) -> str | None:
    at = bisect_left(actors, release.first, key=lambda actor: actor.first)
    inside = (a for a in actors[at : at + 2] if a.first < release.last)
    return next((a.party for a in inside if is_state(a.party) and a.party != PALESTINIANS), None)


def facing_state(
    parties: Mapping[int, Sequence[Actor]], releases: Mapping[int, Sequence[Release]], usual: Mapping[Side, str]
) -> dict[Side, str]:
    """In a war of two states the keeper of the other's people: Ukraine lets Russians go, so Russia has the Ukrainians.

    Only where the article names no armed group, and numbers people of the state whose keeping is known.
    """
    named = {actor.party for actors in parties.values() for actor in actors}
    if len(usual) != 1 or PALESTINIANS in named or any(may_hold_captives(p) for p in named):
        return {}
    ((side, keeper),) = usual.items()
    if not any(r.nation == keeper and r.side != side for own in releases.values() for r in own):
        return {}
    count = Counter(a.party for line in releases for a in parties.get(line, ()) if is_state(a.party))
    del count[keeper]
    best = [party for party, times in count.most_common() if times == max(count.values())]
    return {OTHER_SIDE[side]: best[0]} if len(best) == 1 else {}


def may_hold_captives(party: str) -> bool:
    """Whether a party is neither a state nor an international body: what it lets go are captives."""
    return not is_state(party) and not phrase_at((party.lower(),), 0, "neutral")
