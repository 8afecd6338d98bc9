"""The noun phrase of an occasion: its determiner, whose it is, what governs it, the time and place within it."""

from dataclasses import dataclass

from ..authority import words
from .company import Company
from .delegations import Actor
from .line import AUXILIARIES, Line
from .meeting_words import match
from .scene import POSSESSIVES, Scene

DEFINITE = ("the", "this", "that", "these", "those", "their", "such", "both", "his", "her", "its")
MODIFIERS = 9
STRETCHES = frozenset(
    "day days hour hours week weeks month months round rounds session sessions series cycle cycles bout phase".split()
)
COUNTING = frozenset(("a", "the", "another", "this", "their", "its"))
BOUNDS = frozenset(("less", "more", "than", "about", "over", "some", "nearly", "almost", "only", "just"))
BARS = ("break", "offering", "inviting", "control", "attend", "speak", "light", "travel", "handing")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase of an occasion: its first token, its determiner, and the governor before it."""

    first: int
    determiner: str
    governor: int
    again: bool
    owners: tuple[Actor, ...]


def phrase_of(line: Line, place: int) -> Phrase:
    """The noun phrase around a noun of meeting."""
    scene, first, again = line.scene, place, False
    owners: list[Actor] = []
    dated = False
    ends = {actor.last: actor for actor in line.actors}
    while first > 0 and place - first < MODIFIERS:
        word = scene.words[first - 1]
        if first in ends and not ends[first].possessive and ends[first].kind in ("party", "delegation"):
            owners.insert(0, ends[first])
            first = ends[first].first
            continue
        if word == "-" and first - 1 in ends and ends[first - 1].kind == "delegation":
            owners.insert(0, ends[first - 1])
            first = ends[first - 1].first
            continue
        if word in POSSESSIVES and first - 1 in ends:
            owners.insert(0, ends[first - 1])
            first = ends[first - 1].first
            break
        if word in (*DEFINITE, "a", "an", "no", "another", "one", "any", "some", "what"):
            owners += [actor for actor in line.actors if actor.first == first - 1 and actor.possessive]
            return Phrase(first - 1, word, first - 2, again or word == "another", tuple(owners))
        if word == "-" and first > 1 and not scene.sentence.tokens[first - 2].text.isspace():
            first -= 2
            continue
        if word in ("called", "described", "termed") and scene.word(first - 3) == "what":
            first -= 3
            continue
        named = first - 1 in scene.timed
        again = again or (word in words("meeting_words", "again") and not named)
        dated = dated or (named and scene.word(first) in POSSESSIVES)
        if not named and not (word.isalpha() or word in ("-", "–", "“", '"', "”", ",") or word in POSSESSIVES):
            break
        if not named and not (_joins_adjectives(scene, first - 1) or _modifies(scene, first - 1)):
            break
        if word == "," and first < place - 2:
            break
        first -= 1
    if len({seat.party for actor in owners for seat in actor.seats}) < 2 and not any(o.possessive for o in owners):
        owners = []
    stretch = _stretch(scene, first)
    if stretch < first:
        return Phrase(stretch, "", stretch - 1, again, tuple(owners))
    return Phrase(first, "the" if dated else "", first - 1, again, tuple(owners))


def _stretch(scene: Scene, first: int) -> int:
    """Where a stretch of the occasion begins, if one is told of: "a second day of talks", "two days of talks"."""
    if scene.word(first - 1) != "of" or scene.word(first - 2) not in STRETCHES:
        return first
    begin = first - 2
    while begin > 0 and first - begin < MODIFIERS and scene.words[begin - 1] not in STRETCHES:
        word = scene.words[begin - 1]
        function = word in words("tense", "function") and word not in COUNTING | BOUNDS
        if not word.isalnum() or word in AUXILIARIES or function or begin - 1 in scene.timed:
            break
        if match(scene.words, begin - 1, "light", "break"):
            break
        begin -= 1
        if word in COUNTING:
            break
    return begin


def _joins_adjectives(scene: Scene, place: int) -> bool:
    """Whether "and" stands between two adjectives: "frank and constructive talks"."""
    before = scene.word(place - 1)
    return scene.words[place] == "and" and before.isalpha() and before not in words("tense", "function")


def _modifies(scene: Scene, place: int) -> bool:
    """Whether a word belongs to the noun phrase after it and is no verb: "indirect", not "has welcomed"."""
    word = scene.words[place]
    if not word.isalpha():
        return True
    verb = scene.word(place - 1) in AUXILIARIES and word.endswith(("ed", "ing"))
    says = word in words("reporting_verbs", "say")
    return not (verb or says or word in words("tense", "function") or match(scene.words, place, *BARS))


def add_attributes(scene: Scene, first: int, noun: int, company: Company) -> bool:
    """Note time and place within the noun phrase, "Tuesday’s meeting", "the Geneva talks"; whether it has a time."""
    for place in range(first, noun):
        if place in scene.times:
            company.times.insert(0, scene.times[place][1])
        if place in scene.places and scene.places[place][1].place:
            company.places.insert(0, scene.places[place][1])
    return any(place in scene.times for place in range(first, noun))
