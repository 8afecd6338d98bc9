"""Reads the clause of a verb or a noun of meeting, leftwards and rightwards, into the company told of."""

from ..authority import words
from ..records import PlaceMention
from .company import Company, Reading
from .fitting import fits_left, fits_right
from .line import AUXILIARIES, RELATIVES, Line, is_hyphen
from .meeting_words import match
from .scene import Scene
from .turns import (
    ends_clause,
    ends_on_a_day,
    following,
    is_verb_after,
    lists_on,
    predicate,
    purpose_at,
    takes_up,
    turns,
)

REACH = 160


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
            if fits_left(actor):
                company.actors.append(actor)
            place = actor.last
            continue
        place = _take(scene, company, place)
    return company


def _take(scene: Scene, company: Company, place: int) -> int:
    """Note a place or a time that begins here; where to read on."""
    if place in scene.times:
        last, time = scene.times[place]
        before, event = scene.word(place - 1), scene.word(last) in words("tense", "event")
        if not event and (before not in ("after", "before", "by", "from") or (before == "by" and time.kind == "week")):
            company.times.append(time)
        return last
    if place in scene.places:
        last, spot = scene.places[place]
        origin = scene.word(place - 1) == "of" and scene.word(place - 2) not in words("place_words", "site")
        left = match(scene.words, place - 1, "leaving") and scene.words[place - 1] != "back"
        if origin or left or scene.word(place - 1) in ("from", "like", "about", "over", "into", "across", "through"):
            return last
        company.places.append(spot)
        if scene.word(place - 1) == "or" or scene.word(last) == "or" or _lists_cities(scene, spot, last):
            company.cues.add("alternative")
        return last
    return place + 1


def _lists_cities(scene: Scene, spot: PlaceMention, last: int) -> bool:
    """Whether another city follows: "held in Caracas and Havana" fixes none."""
    after = last + (scene.word(last) in (",", "and"))
    while scene.word(after) in ("and", "then", "in", "the"):
        after += 1
    other = scene.places.get(after)
    if not other:
        return False
    cities = other[1].place is not None and spot.place is not None and other[1].place != spot.place
    return cities or (other[1].place is None and spot.place is None)


def read_right(line: Line, start: int, reading: Reading) -> Company:
    """Who, where and when stand after a verb or a noun of meeting, until its clause turns to something else."""
    scene, company, place, topical = line.scene, Company(), start, False
    if reading.noun and is_verb_after(scene, start):
        return Company(last=start)
    stop = min(len(scene.words), start + REACH)
    while place < stop:
        mask = line.asides.get(place) or line.relatives.get(place)
        if mask and mask > place:
            place = mask
            continue
        actor = line.at.get(place)
        if actor:
            if fits_right(line, actor, start, reading, topical):
                company.actors.append(actor)
            place = actor.last
            continue
        size, topical, goes_on = _step(line, company, start, place, reading, topical)
        if not goes_on:
            break
        place = _take(scene, company, place) if size == 0 and not topical else place + max(size, 1)
    company.last = place
    return company


def _step(
    line: Line, company: Company, start: int, place: int, reading: Reading, topical: bool
) -> tuple[int, bool, bool]:
    """Read a word that is no actor: the words it takes, whether the clause is on its topic now, whether to go on."""
    scene = line.scene
    word = scene.words[place]
    if place in scene.times and not topical:
        return 0, False, True
    resumed = match(scene.words, place, "resume")
    if resumed and any(place + resumed <= actor.first <= place + resumed + 4 for actor in following(line, place)):
        return resumed, False, True
    if reading.journey and not topical:
        purpose = purpose_at(scene, place)
        if purpose:
            company.purpose = True
            return purpose - place, scene.words[purpose - 1] in words("meeting_words", "topical purpose"), True
    if reading.framing and word == "," and (not (company.actors or company.cues) or _begins_a_clause(line, place)):
        return 0, False, False
    topical = topical and not (reading.noun and takes_up(line, start, place))
    if reading.noun and not topical:
        said, over = predicate(scene, company, place)
        if said or over:
            return said, False, not over
    if word == ";":
        return 1, False, lists_on(line, place)
    if word == "then" and place + 1 in scene.places:
        return 0, topical, False
    if word in ("–", "—", "-") and not is_hyphen(scene, place):
        closes = "dash" in company.cues and place + 1 not in line.at
        company.cues.add("dash")
        return 1, topical, not closes
    if word == "during" and match(scene.words, place + 2, "journey noun") and scene.word(place + 3) in ("to", "in"):
        return 3, False, True
    ends = word in (":", "•", "?", "!") or (word == "." and place >= len(scene.words) - 2)
    if ends or match(scene.words, place, "break"):
        return 0, topical, False
    if word in RELATIVES or (word == "that" and scene.word(place + 1) != "of"):
        verb = next((step for step in range(place + 1, place + 4) if scene.word(step) not in AUXILIARIES), place)
        return 1, topical, reading.noun and bool(match(scene.words, verb, "include", "predicate"))
    if turns(line, place):
        return 1, True, True
    if topical and ends_on_a_day(scene, place):
        return 0, False, True
    if company.actors and company.actors[-1].link == "with" and match(scene.words, place, "in attendance"):
        return match(scene.words, place, "in attendance"), topical, True
    if place not in scene.times and place not in scene.places and ends_clause(scene, place):
        _retract(line, company, place)
        return 0, topical, False
    return 0, topical, True


def _begins_a_clause(line: Line, comma: int) -> bool:
    """Whether the subject of the clause that a frame precedes stands after the comma."""
    ahead = [actor for actor in following(line, comma + 1) if not actor.link and actor.first <= comma + 2]
    return bool(ahead) and line.scene.words[comma - 1] != "and" and line.scene.word(ahead[0].last) not in (",", "and")


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
