"""Nouns of meeting: "the meeting, due in Europe over the weekend, involves …", "held talks with", "a call"."""

from ..records import Article
from .carriers import carried_by
from .company import Company, Reading
from .delegations import Actor
from .encounters import Encounter, opposed, parties_of, place_of, seats_of, setting, settled, times_of
from .framing import frame_of
from .line import Line
from .meeting_words import match
from .noun_phrases import DEFINITE, add_attributes, phrase_of
from .postponements import moved_to
from .reading import read_right
from .scene import POSSESSIVES, Scene


def read_meeting_noun(line: Line, place: int, article: Article) -> Encounter | None:
    """The report that a noun of meeting at `place` heads, if it is one."""
    scene = line.scene
    call = match(scene.words, place, "call")
    size = call or match(scene.words, place, "occasion")
    if not size or _is_no_occasion(line, place, size):
        return None
    phrase = phrase_of(line, place)
    framing = frame_of(scene, phrase.governor)[0] not in ("", "for")
    right = read_right(line, place + size, Reading(noun=True, framing=framing))
    left, status, negated, chance = carried_by(line, phrase, right, call > 0)
    carried = bool(left.actors) and "carried" in left.cues
    dated = add_attributes(scene, phrase.first, place, left)
    cues = right.cues - {"opening", "closing"} if dated else right.cues
    if cues & {"cancel", "negated"} or negated or phrase.determiner == "no":
        cues = {*cues, "cancelled"} if "cancel" in cues else {"negated"}
    if chance or "chance" in cues or "negated" in cues or scene.word(phrase.governor) in ("if", "unless", "whether"):
        return None
    if "planned" in cues and status != "held":
        status = "planned"
    around = setting(line, left.start)
    spot, vague = place_of(line, right, left, around)
    moved = moved_to(scene, place, article.published_on)
    time = moved or times_of(right, left, around)
    status = "planned" if moved else status
    actors = [*phrase.owners, *left.actors, *right.actors]
    if _with_a_crowd(line, place + size, right.last) or _is_internal(scene, place, actors, right):
        return None
    if right.actors and not opposed([*phrase.owners, *left.actors], right.actors):
        return None
    definite = phrase.determiner in DEFINITE and not phrase.again
    stated = spot is not None or time is not None or bool(scene.says_there())
    part = phrase.determiner in ("one", "another")
    if not (stated or carried or (part and right.actors) or (definite and (actors or cues))):
        return None
    if match(scene.words, place, "sign") and not stated:
        return None
    if call and (time is None or len(parties_of(actors)) < 2):
        return None
    alone = scene.words[place] == "round" and scene.word(place + 1) != "of" and not phrase.again
    if alone and (spot is None or time is None):
        return None
    return Encounter(
        number=scene.number,
        first=min((phrase.first, *(actor.first for actor in actors))),
        last=max((right.last, place + size, *(actor.last for actor in actors))),
        seats=seats_of(list(phrase.owners), left.actors, right.actors),
        place=None if call else spot,
        time=time,
        status=settled(status, time, article.published_on),
        rule="noun of meeting",
        definite=definite,
        sure=status is not None or time is not None,
        again=phrase.again,
        cues=frozenset(cues | {cue for cue, told in (("vague", vague), ("moved", moved), ("part", part)) if told}),
    )


def _is_no_occasion(line: Line, place: int, size: int) -> bool:
    """Whether the word is a verb ("meeting the envoy", "talks to reporters"), or heads or serves something else."""
    scene = line.scene
    if any(actor.first <= place < actor.last for actor in line.actors):
        return True
    if match(scene.words, place - 1, "other_meeting", "assembly") or match(scene.words, place + size, "attribute"):
        return True
    if (
        scene.words[place] == "talks"
        and scene.word(place + 1) in ("to", "about")
        and scene.word(place - 1) not in ("of", "in")
    ):
        return place - 1 in {actor.last - 1 for actor in line.actors}
    after = scene.word(place + size)
    if scene.words[place - 1 : place] == ("one",) and after in ("-", "–", ","):
        return False
    if scene.words[place] == "meeting" and after not in ("between", "with", "of", "in"):
        determined = scene.word(place - 1) in (*DEFINITE, *POSSESSIVES, "a", "another", "one", "each")
        return not determined and (place + size in line.at or after in ("the", "a", "his", "her", "their"))
    return False


def _with_a_crowd(line: Line, first: int, last: int) -> bool:
    """Whether the counterpart stands for no party: "a meeting with the families of hostages"."""
    scene = line.scene
    for place in range(first, min(last, len(scene.words))):
        if scene.words[place] == "with":
            named = min((actor.first for actor in line.actors if actor.first > place), default=len(scene.words))
            return any(match(scene.words, step, "crowd") for step in range(place + 1, min(place + 6, named)))
    return False


def _is_internal(scene: Scene, place: int, actors: list[Actor], right: Company) -> bool:
    """Whether a body meets by itself: "the organisation held an extraordinary meeting"."""
    alone = len(parties_of(actors)) == 1 and not right.actors
    return alone and not match(scene.words, place, "soft") and all(actor.kind == "party" for actor in actors)
