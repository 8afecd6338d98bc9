"""Who holds or releases captives and prisoners, where the article says so (codebook, `captives_holder`)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..records import Chunks
from .phrases import last_phrase, phrase_at
from .releases import Line

Side = Literal["captives", "prisoners"]

FAR = 14
AUXILIARIES = frozenset(
    [
        "has",
        "have",
        "had",
        "will",
        "would",
        "to",
        "is",
        "are",
        "was",
        "be",
        "been",
        "also",
        "then",
        "already",
        "later",
        "further",
        "now",
        "itself",
        "finally",
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
        "would",
        "must",
        "should",
        "could",
        "may",
        "might",
        "shall",
        "promised",
    ]
)


@dataclass(frozen=True, slots=True)
class Keeper:
    """A party that a sentence names as holding or releasing people, at the token `place`.

    `side` is missing where the words tell only that people are held or let go, not which.
    """

    place: int
    side: Side | None
    party: str
    releases: bool


@dataclass(frozen=True, slots=True)
class Actor:
    """A party over the tokens `first` to `last` of a sentence."""

    first: int
    last: int
    party: str
    adjective: bool


def find_keepers(article_lines: Sequence[Line], chunks: Chunks) -> dict[int, list[Keeper]]:
    """What each sentence says of who holds or releases whom, in text order."""
    actors = _actors(article_lines, chunks)
    return {number: found for number, own in actors.items() if (found := list(_keepers(article_lines[number], own)))}


def _actors(article_lines: Sequence[Line], chunks: Chunks) -> dict[int, list[Actor]]:
    found: dict[int, list[Actor]] = {}
    number = 0
    for mention in chunks.parties:
        while number < len(article_lines) and article_lines[number].sentence.end <= mention.start:
            number += 1
        if number == len(article_lines):
            break
        line = article_lines[number]
        if mention.start < line.sentence.start:
            continue
        first, last = line.index(mention.start), line.index(mention.end - 1) + 1
        actor = Actor(first, last, mention.party, mention.form == "adjective")
        found.setdefault(number, []).append(_armed_group(line, actor, chunks.article.text))
    return found


def _armed_group(line: Line, actor: Actor, text: str) -> Actor:
    """An armed group without a name of its own goes by the text's words: "Palestinian armed groups"."""
    size = phrase_at(line.words, actor.last, "armed_group") if actor.adjective and actor.last < len(line.words) else 0
    if not size:
        return actor
    tokens = line.sentence.tokens
    last = actor.last + size
    return Actor(actor.first, last, text[tokens[actor.first].start : tokens[last - 1].end], False)


def _keepers(line: Line, actors: Sequence[Actor]) -> Iterator[Keeper]:
    for i, actor in enumerate(actors):
        floor = actors[i - 1].last if i else 0
        yield from _by_actor(line, actor)
        yield from _of_actor(line, actor, floor)
        yield from _actor_acts(line, actor)


def _by_actor(line: Line, actor: Actor) -> Iterator[Keeper]:
    """ "hostages held by X", "freed by X", "in the hands of X", "prisoners in X"."""
    before = actor.first - 1
    if before >= 0 and line.words[before] == "the":
        before -= 1
    if before < 1:
        return
    preposition = line.words[before]
    if preposition == "by" and not actor.adjective:
        verb = _verb_before(line, before, "held", "release")
        if verb is not None:
            yield Keeper(verb, _people_before(line, verb), actor.party, bool(phrase_at(line.words, verb, "release")))
    elif preposition == "of" and phrase_at(line.words, before - 1, "custody"):
        yield Keeper(before, _place_side(line, before - 1), actor.party, False)
    elif preposition == "in" and not actor.adjective and phrase_at(line.words, before - 1, "prisoner"):
        yield Keeper(before, "prisoners", actor.party, False)


def _verb_before(line: Line, place: int, *kinds: str) -> int | None:
    """The participle right before "by", adverbs between left out: "freed on Friday by" too."""
    verb = last_phrase(line.words, place - 4, place, *kinds)
    return verb


def _of_actor(line: Line, actor: Actor, floor: int) -> Iterator[Keeper]:
    """ "Israeli jails", "Hamas captivity", "Hamas’s hostages", "Kyiv’s custody"."""
    place = actor.last
    words = line.words
    possessive = place < len(words) and words[place] in ("’s", "'s", "ʼs", "’", "'")
    if possessive:
        place += 1
    for at in range(place, min(place + 2, len(words))):
        if phrase_at(words, at, "custody"):
            yield Keeper(at, _place_side(line, at), actor.party, False)
            return
        if possessive and phrase_at(words, at, "captive"):
            yield Keeper(at, "captives", actor.party, False)
            return


def _place_side(line: Line, place: int) -> Side:
    """Who is held there: the people named before, else prisoners in a jail and captives in hands."""
    named = _people_before(line, place)
    if named:
        return named
    return "captives" if phrase_at(line.words, place, "captivity") else "prisoners"


def _people_before(line: Line, place: int) -> Side | None:
    near = last_phrase(line.words, place - FAR, place, "captive", "prisoner")
    if near is None:
        return None
    return "captives" if phrase_at(line.words, near, "captive") else "prisoners"


def _actor_acts(line: Line, actor: Actor) -> Iterator[Keeper]:
    """ "Hamas freed 12 captives", "Israel has released", "hostages whom Hamas took"."""
    if actor.adjective:
        return
    words, place = line.words, actor.last
    while place < len(words) and words[place] in AUXILIARIES:
        place += 1
    if place >= len(words):
        return
    if phrase_at(words, place, "release", "swap"):
        size = phrase_at(words, place, "release", "swap")
        yield Keeper(place, _people_after(line, place + size), actor.party, True)
    elif phrase_at(words, place, "held"):
        yield Keeper(place, _people_after(line, place + 1) or _people_before(line, actor.first), actor.party, False)


def _people_after(line: Line, place: int) -> Side | None:
    for at in range(place, min(place + FAR, len(line.words))):
        if line.words[at] in ";.":
            return None
        if phrase_at(line.words, at, "captive"):
            return "captives"
        if phrase_at(line.words, at, "prisoner"):
            return "prisoners"
    return None


def usual_keepers(found: Mapping[int, Sequence[Keeper]]) -> dict[Side, str]:
    """Who holds each side by the article as a whole: the party named most often, where no other is named as often."""
    counts: dict[Side, Counter[str]] = {"captives": Counter(), "prisoners": Counter()}
    for keepers in found.values():
        for keeper in keepers:
            if keeper.side:
                counts[keeper.side][keeper.party] += 1
    usual: dict[Side, str] = {}
    for side, count in counts.items():
        ranked = count.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            usual[side] = ranked[0][0]
    return usual
