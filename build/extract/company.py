"""What stands around a verb or a noun of meeting: who, where and when, as far as its clause reaches."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..authority import words
from ..records import PlaceMention, TimeMention
from .delegations import Actor
from .line import AUXILIARIES, RELATIVES, Line, is_finite, is_hyphen
from .meeting_words import match
from .scene import POSSESSIVES, Scene

REACH = 160
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


@dataclass(slots=True)
class Company:
    """What a clause tells of a meeting, gathered while it is read."""

    actors: list[Actor] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    last: int = 0
    start: int = 0
    purpose: bool = False
    cues: set[str] = field(default_factory=set)


def read_left(line: Line, first: int, last: int) -> Company:
    """Who, where and when stand before a verb, from the beginning of its clause: its subject and adjuncts."""
    company, place, scene = Company(start=first, last=last), first, line.scene
    while place < last:
        mask = line.asides.get(place) or line.relatives.get(place)
        if mask and mask <= last:
            place = mask
            continue
        actor = line.at.get(place)
        if actor:
            if _fits_left(actor):
                company.actors.append(actor)
            place = actor.last
            continue
        place = _take(scene, company, place)
    return company


def _fits_left(actor: Actor) -> bool:
    if actor.possessive or actor.governor == "no":
        return False
    return actor.link in ("", "alongside", "under", "including") or (
        actor.link in ("with", "by") and not _is_matter(actor)
    )


def _is_matter(actor: Actor) -> bool:
    return bool(match((actor.governor,), 0, "matter"))


def _take(scene: Scene, company: Company, place: int) -> int:
    """Note a place or a time that begins here; where to read on."""
    if place in scene.times:
        last, time = scene.times[place]
        if scene.word(place - 1) not in ("after", "before", "by") or time.kind == "week":
            company.times.append(time)
        return last
    if place in scene.places:
        last, spot = scene.places[place]
        origin = scene.word(place - 1) == "of" and scene.word(place - 2) not in words("place_words", "site")
        if origin or scene.word(place - 1) in ("from", "like", "about", "over", "into", "across", "through"):
            return last
        company.places.append(spot)
        if scene.word(place - 1) == "or" or scene.word(last) == "or" or _lists_cities(scene, spot, last):
            company.cues.add("alternative")
        return last
    return place + 1


def _lists_cities(scene: Scene, spot: PlaceMention, last: int) -> bool:
    """Whether another city follows: "held in Caracas and Havana" fixes none."""
    after = last + (scene.word(last) in (",", "and"))
    other = scene.places.get(after + (scene.word(after) in ("and", "then", "in")))
    return bool(other and other[1].place and spot.place and other[1].place != spot.place)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the right of a trigger is read: a noun has predicates, a passive its agent, a journey its purpose."""

    noun: bool = False
    passive: bool = False
    journey: bool = False


def read_right(line: Line, start: int, reading: Reading) -> Company:
    """Who, where and when stand after a verb or a noun of meeting, until its clause turns to something else."""
    scene, company, place, topical = line.scene, Company(), start, False
    stop = min(len(scene.words), start + REACH)
    while place < stop:
        mask = line.asides.get(place) or line.relatives.get(place)
        if mask and mask > place:
            place = mask
            continue
        actor = line.at.get(place)
        if actor:
            if _fits_right(line, actor, start, reading, topical):
                company.actors.append(actor)
            place = actor.last
            continue
        size, topical, goes_on = _step(line, company, place, reading, topical)
        if not goes_on:
            break
        place = _take(scene, company, place) if size == 0 and not topical else place + max(size, 1)
    company.last = place
    return company


def _fits_right(line: Line, actor: Actor, start: int, reading: Reading, topical: bool) -> bool:
    before = line.scene.words[start : actor.first]
    if _chairs(line.scene, actor):
        return True
    if actor.governor == "no" or actor.possessive or (actor.first < start and actor.link not in ("", "with")):
        return False
    if actor.first == start:
        return True
    heard = reading.journey and "hear" in before
    if topical:
        named = actor.kind != "party" and actor.link in ("with", "alongside")
        return (named and (_is_personal(line.scene, actor) or not _is_matter(actor))) or (
            heard and actor.link == "from"
        )
    if actor.link == "by":
        return reading.passive or _is_agent(line.scene, actor, start)
    if actor.link in ("between", "with"):
        return not _is_matter(actor) or (actor.link == "with" and _is_personal(line.scene, actor))
    if actor.link in ("of", "from"):
        return bool(match((actor.governor,), 0, "occasion")) or heard
    if actor.link in ("through", "via"):
        return any(match(line.scene.words, place, "mediation") for place in range(actor.first, actor.last + 8))
    if actor.link == "to":
        return actor.governor == "together"
    return actor.link in ("", "alongside", "under", "including", "among")


def _chairs(scene: Scene, actor: Actor) -> bool:
    """Whether a meeting is under someone’s chair: "under his chairmanship and that of his counterpart"."""
    chaired = scene.word(actor.last) in ("chairmanship", "chair", "presidency") and actor.link == "under"
    return chaired or (
        actor.link == "of" and actor.governor in ("chairmanship", "that", "presence", "auspices", "participation")
    )


def _is_personal(scene: Scene, actor: Actor) -> bool:
    """Whether someone is named or held to office, with whom a deal is talked of rather than made."""
    return actor.kind in ("person", "office") or scene.words[actor.last - 1] in ("counterpart", "counterparts")


def _is_agent(scene: Scene, actor: Actor, start: int) -> bool:
    """Whether "by" names those who attend or convene: "attended by", "on the Israeli side by", "and by"."""
    place = next((step for step in range(actor.first, start, -1) if scene.words[step] == "by"), actor.first)
    if match((actor.governor,), 0, "agent") or actor.governor == "side":
        return True
    if actor.governor.endswith("ed"):
        return False
    return any(match(scene.words, step, "agent") for step in range(start, place))


def _step(line: Line, company: Company, place: int, reading: Reading, topical: bool) -> tuple[int, bool, bool]:
    """Read a word that is no actor: the words it takes, whether the clause is on its topic now, whether to go on."""
    scene = line.scene
    word = scene.words[place]
    if place in scene.times and not topical:
        return 0, False, True
    resumed = match(scene.words, place, "resume")
    if resumed and any(place + resumed <= actor.first <= place + resumed + 4 for actor in _following(line, place)):
        return resumed, False, True
    if reading.journey:
        purpose = purpose_at(scene, place)
        if purpose:
            company.purpose = True
            return purpose - place, scene.words[purpose - 1] in words("meeting_words", "topical purpose"), True
    if reading.noun and not topical:
        said, over = _predicate(scene, company, place)
        if said or over:
            return said, False, not over
    if word == ";":
        return 1, False, _lists_on(line, place)
    if word in ("–", "—", "-") and not is_hyphen(scene, place):
        closes = "dash" in company.cues and place + 1 not in line.at
        company.cues.add("dash")
        return 1, topical, not closes
    if word in (":", "•", ".", "?", "!") or match(scene.words, place, "break"):
        return 0, topical, False
    if word in RELATIVES or (word == "that" and scene.word(place + 1) != "of"):
        return 1, topical, reading.noun and bool(match(scene.words, place + 1, "include", "predicate"))
    if _turns(line, place):
        return 1, True, True
    if topical and _ends_on_a_day(scene, place):
        return 0, False, True
    if place not in scene.times and place not in scene.places and _ends_clause(scene, place):
        _retract(line, company, place)
        return 0, topical, False
    return 0, topical, True


def _following(line: Line, place: int) -> Iterator[Actor]:
    """The actors that begin within the next words."""
    return (line.at[step] for step in range(place, place + 8) if step in line.at)


def _ends_on_a_day(scene: Scene, place: int) -> bool:
    """Whether a clause on its topic ends with its day: "to discuss a truce on Friday."."""
    if scene.words[place] != "on" or place + 1 not in scene.times:
        return False
    after = scene.word(scene.times[place + 1][0])
    return not after.isalpha() and scene.word(place - 1) not in words("tense", "event")


def _turns(line: Line, place: int) -> bool:
    """Whether the clause turns to what the meeting is about: "on a truce", "to press for", "about"."""
    scene = line.scene
    word = scene.words[place]
    timed = any(step in scene.times for step in (place + 1, place + 2, place + 3))
    if word == "on":
        sided = any(scene.words[actor.last - 1] == "side" for actor in _following(line, place))
        return not timed and not sided
    return (bool(match(scene.words, place, "topic")) and not timed) or (word == "to" and verb_like(scene, place + 1))


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


def _lists_on(line: Line, place: int) -> bool:
    """Whether a semicolon goes on listing participants instead of opening a clause."""
    for step in range(place + 1, min(place + 10, len(line.scene.words))):
        if step in line.at:
            following = line.scene.word(line.at[step].last)
            return following in (",", ";", "and", "by", ".", "–", "for", "")
        if is_finite(line.scene, step):
            return False
    return False


def _predicate(scene: Scene, company: Company, place: int) -> tuple[int, bool]:
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
    if word == "to" and size == 0 and match(scene.words, place + 1, "predicate", "include"):
        company.cues.add("planned")
        return 1, False
    return size, False


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


def _ends_clause(scene: Scene, place: int) -> bool:
    word = scene.words[place]
    if word in AUXILIARIES or word in words("tense", "future"):
        return word not in POSSESSIVES
    return is_finite(scene, place)


def _retract(line: Line, company: Company, verb: int) -> None:
    """Give back whoever turned out to be the subject of the next clause."""
    scene = line.scene
    while company.actors:
        actor = company.actors[-1]
        between = scene.words[actor.last : verb]
        before = scene.word(actor.first - 1)
        if before in (",", "and", "but", "–") and len(between) <= 3 and not set(between) & {",", ";"}:
            company.actors.pop()
            continue
        return
