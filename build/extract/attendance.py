"""Who takes part in an occasion told of, and how long it goes on: "Kamel was also present", "will resume on Friday"."""

from ..records import Article
from .company import Company, Reading
from .encounters import Encounter, parties_of, place_of, seats_of, setting, settled, subject, times_of, verb_group
from .line import RELATIVES, Line
from .meeting_words import match, openers
from .reading import read_right
from .scene import Scene

NEEDY = openers("needy")
OPEN = ("if", "whether", "unless")
REACH = 12


def read_continuation(line: Line, place: int, article: Article) -> Encounter | None:
    """Until when an occasion goes on: "the envoys sat down on Thursday and will be back at the table on Friday"."""
    scene = line.scene
    size = match(scene.words, place, "continuing")
    if not size or not any(match(scene.words, step, "occasion", "talkers") for step in range(place)):
        return None
    group = verb_group(scene, place)
    right = read_right(line, place + size, Reading(noun=True))
    time = times_of(right)
    if group.negated or group.chance or time is None or time.start_date is None:
        return None
    return Encounter(
        number=scene.number,
        first=group.first,
        last=right.last,
        seats=(),
        place=place_of(line, right)[0],
        time=time,
        status=settled(group.status, time, article.published_on),
        rule="going on",
        definite=True,
        cues=frozenset({"continuing"}),
    )


def read_attendance(line: Line, place: int, article: Article) -> Encounter | None:
    """Who takes part in an occasion told of: "Kamel was also present", "Norway will attend the talks"."""
    scene = line.scene
    size = match(scene.words, place, "attend")
    if not size or any(actor.first <= place < actor.last for actor in line.actors):
        return None
    group = verb_group(scene, place)
    joined = scene.words[place].startswith("join")
    if scene.words[place] == "also" and scene.word(place + size) == "to":
        return None
    if (group.bare and scene.word(group.first - 1) not in ("need", "needs")) or group.chance:
        return None
    left = subject(line, group.first)
    right = read_right(line, place + size, Reading(noun=True, passive=group.passive and joined))
    company = joined and _joins_people(line, place + size, right, group.passive)
    reach = range(place, min(place + size + REACH, right.last))
    noun = next((step for step in reach if match(scene.words, step, "occasion")), -1)
    needy = scene.words[place] in NEEDY or scene.words[place + size - 1] == "the"
    pointing = _relates_to_an_occasion(scene, left.start)
    if not parties_of(left.actors) or (not company and needy and (group.passive or not (noun >= 0 or pointing))):
        return None
    if (noun >= 0 and match(scene.words, noun - 1, "other_meeting", "assembly")) or scene.word(left.start - 1) in OPEN:
        return None
    around = setting(line, left.start)
    spot, vague = place_of(line, right, left, around)
    neither = any(scene.word(actor.first - 1) in ("neither", "nor", "no") for actor in left.actors)
    absent = group.negated or neither
    awaited = scene.words[place] == "also"
    return Encounter(
        number=scene.number,
        first=min(actor.first for actor in left.actors),
        last=place + size if absent else max(right.last, place + size),
        seats=seats_of(left.actors) if absent else seats_of(left.actors, right.actors),
        place=spot,
        time=times_of(right, left, around),
        status="planned" if awaited else settled(group.status, times_of(right, left, around), article.published_on),
        rule="taking part",
        definite=not {"a", "an"} & set(scene.words[place + size : noun]) and not company,
        cues=frozenset({"absent"} if absent else {"vague"} if vague else ()),
    )


def _joins_people(line: Line, place: int, right: Company, passive: bool) -> bool:
    """Whether people are joined, not talks: "joined the envoy in Oslo", "was joined by Egyptian officials"."""
    near = [actor for actor in right.actors if actor.first <= place + 3]
    return bool(near and parties_of(near)) and near[0].link == ("by" if passive else "")


def _relates_to_an_occasion(scene: Scene, start: int) -> bool:
    """Whether the clause is one of an occasion: "the talks in Oslo at which all parties are expected"."""
    if scene.word(start - 1) not in RELATIVES:
        return False
    return any(match(scene.words, step, "occasion") for step in range(max(start - REACH, 0), start))
