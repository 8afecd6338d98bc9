"""Journeys to a meeting: "flew to Doha for talks", "will send a team to Cairo to hear the terms".

Codebook, "meetings": a journey "to discuss", "for talks" is a planned meeting even if one party is named; a
visit with neither counterpart nor talks is none.
"""

from dataclasses import replace

from ..authority import words
from ..records import Article, Participant, PartyMention
from .company import Company, Reading
from .delegations import DETERMINERS, Actor
from .encounters import (
    Encounter,
    Group,
    Status,
    is_over,
    opposed,
    parties_of,
    place_of,
    seats_of,
    setting,
    subject,
    times_of,
    verb_group,
)
from .line import Line
from .meeting_words import match, stays
from .reading import read_right
from .scene import Scene

OPEN = ("if", "whether", "unless")


def read_journey(line: Line, place: int, article: Article) -> Encounter | None:
    """The report of a journey or a stay at `place`, if its purpose or its company makes it a meeting."""
    scene = line.scene
    kinds = ("awaited", "stay", "send", "travel", "leading", "journey noun")
    staying = stays(scene.words, place)
    if not staying and not match(scene.words, place, *kinds):
        return None
    if any(actor.first <= place < actor.last for actor in line.actors):
        return None
    if staying:
        return _stay(line, place, article)
    if match(scene.words, place, "awaited"):
        return _awaited(line, place, article)
    if match(scene.words, place, "stay") and scene.word(place - 1) not in ("the", "their", "his", "her", "whose"):
        return _stay(line, place, article)
    if match(scene.words, place, "send"):
        return _sending(line, place, article)
    size = match(scene.words, place, "travel", "leading") or match(scene.words, place, "journey noun")
    if not size or (_follows_noun(scene, place) and not match(scene.words, place, "journey noun")):
        return None
    group = verb_group(scene, _verb_of(scene, place))
    if group.negated or group.chance or (group.bare and not scene.sentence.is_title):
        return None
    left = subject(line, group.first)
    if scene.words[place] == "back":
        left.actors = [_party_only(actor) for actor in left.actors]
        left.actors += [actor for actor in line.actors if actor.last == place]
    right = read_right(line, place + size, Reading(journey=True))
    if not parties_of(left.actors) or not opposed(left.actors, right.actors) or scene.word(left.start - 1) in OPEN:
        return None
    if not right.purpose:
        return _arrival(line, place, group, left, right)
    return _report(line, place, group, left, right, _status(scene, place, group, left, right, article))


def _verb_of(scene: Scene, place: int) -> int:
    """The verb that makes the journey: the one that carries a noun ("paid a visit to"), else the word itself."""
    if not match(scene.words, place, "journey noun") or (match(scene.words, place, "travel") and place == 0):
        return place
    for step in range(place - 1, max(place - 6, -1), -1):
        if match(scene.words, step, "journey light"):
            return step
        if scene.words[step] in words("tense", "function") and scene.words[step] not in DETERMINERS:
            return place
    return place


def _arrival(line: Line, place: int, group: Group, left: Company, right: Company) -> Encounter | None:
    """A journey whose purpose is not told: of several parties it is to a meeting, of one it sets the scene."""
    if not right.places or not right.places[0].place or match(line.scene.words, place, "leaving"):
        return None
    right.actors = []
    told = _report(line, place, group, left, right, group.status or "planned")
    if len(parties_of(left.actors)) > 1:
        return told
    return replace(told, cues=frozenset({"arrival"}))


def _follows_noun(scene: Scene, place: int) -> bool:
    return scene.word(place - 1) in ("of", "the", "’s", "'s", "and") and match(scene.words, place, "travel") > 0


def _status(scene: Scene, place: int, group: Group, left: Company, right: Company, article: Article) -> Status:
    """Whether the meeting that a journey leads to has taken place."""
    time = times_of(right, left)
    if group.status in ("planned", None):
        return "planned"
    if is_over(time, article.published_on):
        return "held"
    setting_out = match(scene.words, place, "ongoing") > 0
    return "planned" if setting_out or len(parties_of([*left.actors, *right.actors])) < 2 else "held"


def _stay(line: Line, place: int, article: Article) -> Encounter | None:
    """A stay in company or for talks: "was in Cairo with Qatari officials", "are in Doha to meet the premier"."""
    scene = line.scene
    group = verb_group(scene, place)
    if group.negated or group.chance:
        return None
    left = subject(line, group.first)
    right = read_right(line, place + 1, Reading(journey=True))
    facing = ("with", "alongside", "from", "opposite")
    first = next((n for n, actor in enumerate(right.actors) if actor.link in facing), len(right.actors))
    guests = right.actors if right.purpose else right.actors[first:]
    if not (right.places or left.places) or not parties_of(left.actors) or not opposed(left.actors, guests):
        return None
    if not right.purpose and len(parties_of([*left.actors, *guests])) < 2:
        return None
    right.actors = guests
    status: Status = "planned" if group.status == "planned" or scene.words[place] in ("is", "are") else "held"
    return _report(line, place, group, left, right, status)


def _party_only(actor: Actor) -> Actor:
    """The party of someone who sends or awaits others and does not go."""
    seats = tuple(Participant(seat.party, None, "delegation") for seat in actor.seats)
    return actor._replace(seats=tuple(dict.fromkeys(seats)))


def _awaited(line: Line, place: int, article: Article) -> Encounter | None:
    """When those just told of are to come: "The visitors are expected by early next week"."""
    scene = line.scene
    group = verb_group(scene, place)
    left = subject(line, group.first)
    right = read_right(line, place + 1, Reading(journey=True))
    time = times_of(right)
    pointing = [actor for actor in left.actors if actor.role == "same"]
    together = len(parties_of(left.actors)) > 1 and time is not None
    comes = right.places and scene.word(place + 1) in ("in", "at") and parties_of(left.actors) and not group.negated
    if comes and (right.purpose or together):
        return _report(line, place, group, left, right, "planned")
    if group.negated or not pointing or time is None or group.first == place:
        return None
    return Encounter(
        number=scene.number,
        first=pointing[0].first,
        last=right.last,
        seats=(),
        place=place_of(line, right)[0],
        time=time,
        status="planned",
        rule="journey",
        definite=True,
        same=True,
    )


def _heard(scene: Scene, first: int, last: int) -> tuple[Actor, ...]:
    """Whose words a journey is made to hear: "to hear American proposals"."""
    hearing = next((place for place in range(first, min(last, len(scene.words))) if scene.words[place] == "hear"), -1)
    return tuple(
        Actor(laid.first, laid.last, (Participant(laid.mention.party, None, "delegation"),), "delegation")
        for laid in scene.named
        if hearing >= 0 and hearing < laid.first <= hearing + 3 and isinstance(laid.mention, PartyMention)
    )


def _sending(line: Line, place: int, article: Article) -> Encounter | None:
    """A delegation sent to talk: its sender's party takes part, not the sender."""
    scene = line.scene
    size = match(scene.words, place, "send")
    group = verb_group(scene, place)
    if group.negated or group.chance or scene.word(place - 1) in ("the", "a"):
        return None
    left = subject(line, group.first)
    right = read_right(line, place + size, Reading(journey=True))
    sent = [s for s in range(place + size, min(place + size + 14, len(scene.words))) if match(scene.words, s, "team")]
    people = [actor for actor in right.actors if actor.kind in ("person", "office") and actor.link == ""]
    if not (sent or people) or not parties_of(left.actors):
        return None
    talking = any(match(scene.words, s, "talker") for s in range(place + size, min(right.last, place + size + 20)))
    if not right.purpose and not talking:
        return None
    left.actors = [_party_only(actor) for actor in left.actors]
    over = group.status == "held" and is_over(times_of(right, left), article.published_on)
    return _report(line, place, group, left, right, "held" if over else "planned")


def _report(line: Line, place: int, group: Group, left: Company, right: Company, status: Status) -> Encounter:
    around = setting(line, left.start)
    spot, vague = place_of(line, right, left, around)
    time = times_of(right, left, around)
    scene = line.scene
    right.actors += _heard(scene, place, right.last)
    definite = any(
        scene.word(step) in ("the", "these", "those") and match(scene.words, step + 1, "occasion")
        for step in range(place, right.last)
    )
    return Encounter(
        number=scene.number,
        first=min((actor.first for actor in left.actors), default=group.first),
        last=max(right.last, place + 1),
        seats=seats_of(left.actors, right.actors),
        place=spot,
        time=time,
        status=status,
        rule="journey",
        definite=definite and spot is None,
        again=any(
            match(scene.words, step, "again") and any(match(scene.words, step + n, "occasion") for n in (1, 2, 3))
            for step in range(place, right.last)
        ),
        cues=frozenset(
            cue
            for cue, told in (("vague", vague), ("series", _is_series(scene, place, right.last) and spot is not None))
            if told
        ),
    )


def _is_series(scene: Scene, first: int, last: int) -> bool:
    """Whether a journey is to several meetings, which the text may tell one by one: "for a series of talks"."""
    return any(
        (scene.words[step] == "series" or (scene.words[step] == "meetings" and scene.word(step + 1) == "with"))
        for step in range(first, min(last, len(scene.words)))
    )
