"""Who takes part in an occasion told of, and how long it goes on: "Kamel was also present", "will resume on Friday"."""

from ..records import Article
from .company import Reading
from .encounters import Encounter, parties_of, place_of, seats_of, settled, subject, times_of, verb_group
from .line import Line
from .meeting_words import match, openers
from .reading import read_right

NEEDY = openers("needy")


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
    if group.bare and scene.word(group.first - 1) not in ("need", "needs"):
        return None
    left = subject(line, group.first)
    right = read_right(line, place + size, Reading(noun=True))
    noun = next(
        (s for s in range(place, min(place + size + 9, len(scene.words))) if match(scene.words, s, "occasion")), None
    )
    needs_noun = scene.words[place] in NEEDY or scene.words[place + size - 1] == "the"
    if not parties_of(left.actors) or group.chance or (group.passive and needs_noun) or (noun is None and needs_noun):
        return None
    if noun is not None and match(scene.words, noun - 1, "other_meeting", "assembly"):
        return None
    article_before = scene.words[place + size : noun] if noun is not None else ()
    spot, vague = place_of(line, right, left)
    time = times_of(right, left)
    if scene.word(left.start - 1) in ("if", "whether", "unless"):
        return None
    neither = any(scene.word(actor.first - 1) in ("neither", "nor", "no") for actor in left.actors)
    seats = seats_of(left.actors, right.actors)
    return Encounter(
        number=scene.number,
        first=min(actor.first for actor in left.actors),
        last=max(right.last, place + size),
        seats=seats,
        place=spot,
        time=time,
        status=settled(group.status, time, article.published_on),
        rule="taking part",
        definite=not {"a", "an"} & set(article_before),
        cues=frozenset({"absent"} if group.negated or neither else {"vague"} if vague else ()),
    )
