"""Sentences cut for reading: their actors, and the asides and relative clauses that interrupt them."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..authority import words
from ..times.tense import verb_tense
from .delegations import Actor
from .meeting_words import match
from .scene import Scene

LEFT_REACH = 90
ASIDE = 14
RELATIVES = ("who", "which", "whose", "whom", "where", "when")
DASHES = ("–", "—", "-", "(", ")")
AUXILIARIES = frozenset(("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "’s", "'s"))


@dataclass(frozen=True, slots=True)
class Line:
    """A scene with its actors by first token, and the stretches that interrupt its clauses.

    `asides` and `relatives` map the mark that opens such a stretch to the one that closes it.
    """

    scene: Scene
    actors: tuple[Actor, ...]
    at: Mapping[int, Actor]
    asides: Mapping[int, int]
    relatives: Mapping[int, int]


def make_line(scene: Scene, actors: tuple[Actor, ...]) -> Line:
    """A scene ready to be read."""
    asides = _asides(scene)
    return Line(scene, actors, {actor.first: actor for actor in actors}, asides, _relatives(scene, asides))


def _asides(scene: Scene) -> dict[int, int]:
    """Reports of who says so, between commas or at the end: ", officials said on Thursday,", ", according to one,"."""
    found: dict[int, int] = {}
    says, comma = words("reporting_verbs", "say"), -1
    for place, word in enumerate(scene.words):
        if word in (",", "–"):
            if comma >= 0 and scene.word(comma + 1) == "according":
                found[comma] = place
            comma = place
        elif word in (";", ":"):
            comma = -1
        elif word in says and comma >= 0 and place - comma <= ASIDE and scene.word(place - 1) not in ("to", ","):
            end = _aside_end(scene, place + 1)
            if end and not any(is_finite(scene, step) for step in range(comma + 1, place)):
                found[comma] = end
    if comma >= 0 and scene.word(comma + 1) == "according":
        found[comma] = len(scene.words)
    return found


def _aside_end(scene: Scene, place: int) -> int | None:
    """The mark that ends a report right after its verb, "on Thursday" and "in a statement" passed over."""
    for _ in range(6):
        if place >= len(scene.words) or scene.words[place] in (",", ".", "–", "”", '"'):
            return place
        if place in scene.times:
            place = scene.times[place][0]
        elif scene.words[place] in ("on", "late", "early", "earlier", "in", "a", "statement", "reporters"):
            place += 1
        else:
            return None
    return None


def _relatives(scene: Scene, asides: Mapping[int, int]) -> dict[int, int]:
    """Relative clauses between commas that tell nothing of who takes part."""
    found: dict[int, int] = {}
    opened, resumed = -1, 0
    for place, word in enumerate(scene.words):
        if opened >= 0 and place in asides:
            resumed = asides[place] + 1
        if place < resumed:
            continue
        if opened >= 0 and word in (",", ";", *DASHES) and place > opened + 1 and not is_hyphen(scene, place):
            found[opened] = place
            opened = -1
        if word in (",", "–", "—", "-") and not is_hyphen(scene, place):
            shift = 1 + (scene.word(place + 1) in words("meeting_words", "preposition"))
            if scene.word(place + shift) in RELATIVES:
                gathers = any(match(scene.words, place + step, "include", "resume") for step in (2, 3, 4, 5))
                dated = any(match(scene.words, place + step, "planning", "opening", "closing") for step in (2, 3, 4))
                gathers = gathers or (dated and scene.word(place + shift) == "which")
                opened = -1 if gathers and scene.word(place + 1) in ("which", "who") else place
    if opened >= 0:
        found[opened] = len(scene.words)
    return found


def is_hyphen(scene: Scene, place: int) -> bool:
    """Whether the mark joins two parts of a word: "face-to-face"."""
    tokens = scene.sentence.tokens
    return tokens[place].text == "-" and place > 0 and tokens[place - 1].end == tokens[place].start


def is_finite(scene: Scene, place: int) -> bool:
    """Whether the word is a verb that says something of a subject, auxiliaries apart."""
    word = scene.words[place]
    if word in AUXILIARIES or word in words("tense", "future"):
        return False
    if (
        word in words("reporting_verbs", "say")
        and not word.endswith("ing")
        and scene.word(place - 1) not in ("to", "the")
    ):
        return True
    return verb_tense(scene.sentence.tokens, place) is not None


def _bounds(scene: Scene, place: int) -> bool:
    """Whether a word or mark parts two clauses."""
    word = scene.words[place]
    adverb = word in ("before", "after", "since") and scene.word(place + 1) in ("by", ",", ".")
    if adverb or (word == "that" and scene.word(place + 1) == "of"):
        return False
    tokens = scene.sentence.tokens
    if word == "." and place + 1 < len(tokens) and tokens[place + 1].text[0].isupper() and place not in scene.timed:
        return len(tokens[place - 1].text) > 2 or not tokens[place - 1].text.isalpha()
    return (
        word in (";", "•", "“") or word in words("tense", "boundary") or (word == ":" and not _is_dated(scene, place))
    )


def _is_dated(scene: Scene, colon: int) -> bool:
    """Whether only a time stands before the colon: "Thu 21 March: the envoys land in Oslo"."""
    return any(last == colon for first, (last, _) in scene.times.items() if first <= 1)


def clause_start(line: Line, verb: int) -> tuple[int, int]:
    """Where the clause of the verb begins, and the finite verb that ends the one before it (-1 for none)."""
    scene, place = line.scene, verb - 1
    ends = {end: start for start, end in (*line.relatives.items(), *line.asides.items()) if not start < verb < end}
    inside = {place for actor in line.actors for place in range(actor.first, actor.last)}
    while place >= 0 and verb - place < LEFT_REACH:
        if place in ends:
            place = ends[place]
            if place in ends:
                continue
        elif _bounds(scene, place):
            return place + 1, -1
        elif place not in inside and is_finite(scene, place) and not match(scene.words, place, "membership"):
            return place + 1, place
        place -= 1
    return place + 1, -1
