"""The words between participants: what is said of a meeting, where a clause turns to its topic, where it ends."""

from collections.abc import Iterator

from ..authority import words
from .company import Company
from .delegations import Actor
from .line import AUXILIARIES, Line, is_finite
from .meeting_words import match
from .scene import POSSESSIVES, Scene

DETERMINERS = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "another",
        "further",
        "more",
        "his",
        "her",
        "its",
        "their",
        "these",
        "those",
        "some",
        "all",
    )
)
COURSE = ("predicate", "include", "opening", "closing", "continuing")
BEING_TOLD = frozenset(("will", "would"))


def following(line: Line, place: int) -> Iterator[Actor]:
    """The actors that begin within the next words."""
    return (line.at[step] for step in range(place, place + 8) if step in line.at)


def ends_on_a_day(scene: Scene, place: int) -> bool:
    """Whether a clause on its topic ends with its day: "to discuss a truce on Friday."."""
    if scene.words[place] != "on" or place + 1 not in scene.times:
        return False
    after = scene.word(scene.times[place + 1][0])
    return not after.isalpha() and scene.word(place - 1) not in words("tense", "event")


def turns(line: Line, place: int) -> bool:
    """Whether the clause turns to what the meeting is about: "on a truce", "to press for", "about"."""
    scene = line.scene
    word = scene.words[place]
    timed = any(step in scene.times for step in (place + 1, place + 2, place + 3))
    if word == "to" and scene.word(place - 1) == scene.word(place + 1):  # face to face
        return False
    if word == "on" and scene.word(place + 1) == "to":
        return False
    if word == "on":
        sided = any(scene.words[actor.last - 1] == "side" for actor in following(line, place))
        return not timed and not sided
    return (bool(match(scene.words, place, "topic")) and not timed) or (
        word == "to" and verb_like(scene, place + 1) and not match(scene.words, place + 1, "meal")
    )


def verb_like(scene: Scene, place: int) -> bool:
    """Whether the word after "to" is a verb."""
    word = scene.word(place)
    return word.isalpha() and word not in words("tense", "function") and scene.sentence.tokens[place].text.islower()


def purpose_at(scene: Scene, place: int) -> int:
    """The place after "for talks", "for a first session", "to meet"; 0 where a journey's purpose is not told."""
    word = scene.words[place]
    if word == "to" and match(scene.words, place + 1, "purpose"):
        return place + 2
    if word in ("for", "at", "to", "into"):
        for step in range(place + 1, min(place + 9, len(scene.words))):
            size = match(scene.words, step, "occasion")
            if size:
                return 0 if match(scene.words, step - 1, "other_meeting") else step + size
            if scene.words[step] in words("tense", "function") and scene.words[step] not in DETERMINERS:
                return 0
            if not scene.words[step].isalpha() and scene.words[step] not in ("-", "“", '"'):
                return 0
    return 0


def lists_on(line: Line, place: int) -> bool:
    """Whether a semicolon goes on listing participants instead of opening a clause."""
    for step in range(place + 1, min(place + 10, len(line.scene.words))):
        if step in line.at:
            following = line.scene.word(line.at[step].last)
            return following in (",", ";", "and", "by", ".", "–", "for", "")
        if is_finite(line.scene, step):
            return False
    return False


def predicate(scene: Scene, company: Company, place: int) -> tuple[int, bool]:
    """What is said of a meeting ("was held", "is due to take place", "involves"), or that it is something else."""
    word = scene.words[place]
    if word in AUXILIARIES and word not in POSSESSIVES:
        return 1, not _says_more(scene, place + 1)
    if word in words("tense", "future"):
        company.cues.add("planned" if word not in words("meeting_words", "chance") else "chance")
        return 1, False
    for kind in ("continuing", "opening", "closing", "cancel"):
        size = match(scene.words, place, kind)
        if size:
            company.cues.add(kind)
            return size, False
    if match(scene.words, place, "negation"):
        company.cues.add("negated")
        return 1, False
    size = match(scene.words, place, "predicate", "include")
    if size and match(scene.words, place, "planning"):
        company.cues.add("planned")
    if word == "to" and size == 0 and _is_due(scene, place):
        if not match(scene.words, place + 1, "continuing"):
            company.cues.add("planned")
        return 1, False
    return size, False


def takes_up(line: Line, start: int, place: int) -> bool:
    """Whether the verb of a noun of meeting follows its topic: "talks on a prisoner swap *opened* in Amman"."""
    scene = line.scene
    carried = _carries_on(scene, place) and is_finite(scene, place)
    if not (carried or scene.words[place] in AUXILIARIES - POSSESSIVES or scene.words[place] in BEING_TOLD):
        return False
    between = scene.words[start:place]
    parted = any(word in words("tense", "boundary") or not word.isalpha() for word in between)
    subjects = any(start <= actor.first < place and not actor.link for actor in line.actors)
    return not parted and not subjects and between[-1] not in ("and", "or", "but", "to")


def _is_due(scene: Scene, place: int) -> bool:
    """Whether "to" leads on to the verb of a noun of meeting: "to resume on Friday", not "talks to end the war"."""
    size = match(scene.words, place + 1, *COURSE)
    after = scene.word(place + 1 + size)
    aimed = (
        scene.words[place + 1 : place + 2] != ("be",) and after in DETERMINERS and scene.word(place - 1).endswith("s")
    )
    return scene.word(place + 1) in AUXILIARIES or (size > 0 and not aimed)


def _carries_on(scene: Scene, place: int) -> bool:
    return match(scene.words, place, *COURSE) > 0


def _says_more(scene: Scene, place: int) -> bool:
    """Whether an auxiliary goes on to tell who, where or when: "was attended by", "is in Doha", "was between"."""
    for step in range(place, place + 3):
        word = scene.word(step)
        if match(scene.words, step, "predicate", "include", "negation", "opening", "closing", "cancel"):
            return True
        if word in words("meeting_words", "preposition") or step in scene.times or word in AUXILIARIES or word == "to":
            return True
        if not (word.endswith("ly") or word in ("the", "first", "also", "only", "last", "not", "still", "now")):
            return False
    return False


def ends_clause(scene: Scene, place: int) -> bool:
    word = scene.words[place]
    if word in AUXILIARIES or word in words("tense", "future"):
        return word not in POSSESSIVES
    return is_finite(scene, place)


def is_verb_after(scene: Scene, place: int) -> bool:
    """Whether the word right after a noun of meeting must be its verb, of another matter: "the talks follow …"."""
    word = scene.word(place)
    if not word.isalpha() or not scene.sentence.tokens[place].text.islower():
        return False
    if place in scene.times or place in scene.places or word.endswith(("ly", "ing")):
        return False
    known = word in words("tense", "function") or word in words("tense", "boundary") or word in words("tense", "future")
    listed = match(
        scene.words, place, "predicate", "include", "resume", "preposition", "topic", "break", "negation", "cancel"
    )
    moved = match(scene.words, place, "continuing", "opening", "closing", "occasion")
    return not (known or listed or moved or word in AUXILIARIES)
