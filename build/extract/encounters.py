"""What one sentence reports of a meeting: by a verb of meeting, a noun of meeting, or a journey to one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Literal

from ..authority import words
from ..records import Participant, PlaceMention, TimeMention
from .company import Company
from .delegations import Actor
from .framing import framed, shifted
from .line import AUXILIARIES, Line, clause_start
from .meeting_words import match, openers
from .reading import read_left
from .scene import POSSESSIVES, Scene

Status = Literal["held", "planned"]
PROSE = 80
ADJUNCT = 40
ADVERBS = frozenset(
    "to also both then together yet either did do does now still already just only soon once later even since".split()
)
TRIGGERS = (
    *("meet", "sit", "speak", "host", "see", "attend", "sign", "discuss", "occasion", "call"),
    *("travel", "leading", "send", "stay", "journey noun", "awaited", "continuing", "moving", "heading"),
)


@dataclass(frozen=True, slots=True)
class Encounter:
    """A report: the tokens `first` to `last` (exclusive) of sentence `number`, and what they tell.

    `definite` reports speak of an occasion that the text has told of ("the meeting"), `again` of another
    one between the same; `cues` tell how the time and the place are meant; one that is not `sure` leaves it
    to the others whether the meeting was held.
    """

    number: int
    first: int
    last: int
    seats: tuple[Participant, ...]
    place: PlaceMention | None
    time: TimeMention | None
    status: Status
    rule: str
    definite: bool = False
    again: bool = False
    same: bool = False
    cues: frozenset[str] = frozenset()
    sure: bool = True

    def at(self, place: PlaceMention) -> "Encounter":
        """The same report, of a meeting at `place`."""
        return replace(self, place=place)


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries from `first` on, and what they say of the occasion.

    `wanted` says that someone only wants it, `bare` that nothing tells whose plan an infinitive is.
    """

    first: int
    status: Status | None
    negated: bool
    chance: bool
    passive: bool
    bare: bool
    wanted: bool = False


def verb_group(scene: Scene, verb: int) -> Group:
    """The auxiliaries before a verb: "were due to", "has not", "will", "was"."""
    first, left = verb, set[str]()
    while first > 0 and verb - first < 8:
        word = scene.words[first - 1]
        known = (
            word in AUXILIARIES
            or word in ADVERBS
            or word in words("tense", "future")
            or (word.endswith("ly") and len(word) > 4)
            or match(scene.words, first - 1, "refusal", "control", "chance", "again", "intention") == 1
        )
        if not known or word in POSSESSIVES:
            break
        left.add(word)
        first -= 1
    own = scene.words[verb]
    negated = bool(left & words("meeting_words", "refusal"))
    chance = bool(left & words("meeting_words", "chance"))
    being = bool(left & words("tense", "be"))
    status: Status | None = None
    bare = False
    if left & {"will", "would", "shall"} or ("to" in left and (being or left & words("meeting_words", "control"))):
        status = "planned"
    elif "to" in left:
        bare = not scene.sentence.is_title
        status = "planned"
    elif (
        own in words("tense", "past") or own.endswith(("ed", "ing", "wn", "nt")) or left & {"has", "have", "had", "did"}
    ):
        status = "held"
    if left & {"will", "would", "shall"} and not left & {"if", "whether", "unless"}:
        chance = False
    wanted = "to" in left and bool(left & words("meeting_words", "intention"))
    passive = being and "to" not in scene.words[first:verb] and not own.endswith("ing")
    return Group(first, status, negated, chance, passive, bare, wanted)


def subject(line: Line, verb: int, depth: int = 3) -> Company:
    """Who stands before the verb that begins at `verb`, or is shared with the verb before it."""
    scene = line.scene
    start, previous = clause_start(line, verb)
    participle = (
        scene.words[verb].endswith("ing") and verb and scene.words[verb - 1] in ("by", "after", "before", "since")
    )
    if participle or (start == verb and start and scene.words[verb].endswith("ing")):
        return _of_participle(line, verb, depth)
    if previous >= 0 and depth and scene.words[verb - 1] in ("and", "then", "but"):
        return Company(subject(line, verb_group(scene, previous).first, depth - 1).actors, start=start)
    company = _past_frame(line, start, verb)
    if previous >= 0:
        told = {scene.times[place][1] for place in (start, start + 1) if place in scene.times}
        company.times = [time for time in company.times if time not in told]
    if not company.actors and scene.word(start - 1) in ("who", "which", "that"):
        company.actors = _antecedent(line, start - 1)
    elif not company.actors and scene.word(verb - 1) == ",":
        company.actors = _before_an_adjunct(line, verb - 1)
    elif not company.actors and previous >= 0 and depth and _shares_subject(scene, start, verb):
        company.actors = subject(line, verb_group(scene, previous).first, depth - 1).actors
    return company


def _past_frame(line: Line, start: int, verb: int) -> Company:
    """The clause of a verb without those in the frame before it: "After talks with the emir, Macron flew …"."""
    scene = line.scene
    openers = (scene.word(start), scene.word(start - 1))
    if not any(match((word,), 0, "frame") for word in openers):
        return read_left(line, start, verb)
    heads = (actor.first for actor in line.actors if start < actor.first < verb and not actor.link)
    after = next((first for first in heads if "," in scene.words[max(start, first - 2) : first]), start)
    company = read_left(line, start, verb)
    if after > start:
        company.actors = [actor for actor in company.actors if actor.first >= after]
        if match(openers, 0, "far frame") or match(openers, 1, "far frame"):
            told = read_left(line, after, verb)
            company.places, company.times, company.cues = told.places, told.times, told.cues
    return company


def _before_an_adjunct(line: Line, comma: int) -> list[Actor]:
    """The subject from which commas part its verb: "The envoy, on his third trip since the war began, met …"."""
    for place in range(comma - 1, max(comma - ADJUNCT, 0), -1):
        if line.scene.words[place] == ",":
            found = [actor for actor in line.actors if actor.last == place and not actor.link and actor.seats]
            if found:
                return found
    return []


def _of_participle(line: Line, verb: int, depth: int) -> Company:
    """Whose doing a participle tells: "after meeting the envoy, he said", "he said after meeting the envoy"."""
    start, previous = clause_start(line, verb - 1)
    company = Company(start=verb)
    if previous >= 0 and depth:
        company.actors = subject(line, verb_group(line.scene, previous).first, depth - 1).actors
    elif start >= verb - 1:
        comma = next((p for p in range(verb, len(line.scene.words)) if line.scene.words[p] == ","), -1)
        company.actors = [actor for actor in line.actors if 0 <= comma < actor.first <= comma + 3 and not actor.link][
            :1
        ]
    return company


def _antecedent(line: Line, relative: int) -> list[Actor]:
    """Those just before "who": one actor, or the list that it ends."""
    found: list[Actor] = []
    place = relative - 1 if line.scene.word(relative - 1) == "," else relative
    for actor in reversed(line.actors):
        if actor.last > place:
            continue
        if found and (found[0].first - actor.last > 3 or actor.link != found[0].link):
            break
        if not found and place - actor.last > 1:
            break
        found.insert(0, actor)
        if len(found) > 12:
            break
    return found


def _shares_subject(scene: Scene, start: int, verb: int) -> bool:
    """Whether a verb has no subject of its own: "flew to Doha and met", "before meeting"."""
    return (
        any(word in ("and", "then", "before", "after", "but", "to", "by", ",") for word in scene.words[verb - 1 : verb])
        or start == verb
    )


def setting(line: Line, start: int) -> Company:
    """Place and time of the clause that a relative one hangs on: "in Oslo, where he met"."""
    scene, opener = line.scene, line.scene.word(start - 1)
    company = Company()
    if opener == "that" and scene.words[:2] in (("it", "was"), ("it", "is")):
        company.places += [spot for last, spot in scene.places.values() if last < start]
        company.times += [time for last, time in scene.times.values() if last < start]
    if opener in ("after", "before") and scene.words[start].endswith("ing"):
        return framed(line, start - 1, "after" if opener == "after" else "before")
    if opener in ("after", "before") and scene.word(start - 2) in ("day", "days"):
        told = [time for last, time in scene.times.values() if last < start]
        company.times += shifted(scene, start - 1, told)
    if opener not in ("where", "which", "when"):
        return company
    if opener != "when":
        places = [(first, spot) for first, (last, spot) in scene.places.items() if last < start]
        company.places += [spot for _, spot in places[-1:]]
    travelled = any(match(scene.words, place, "travel", "journey noun", "stay") for place in range(start - 1))
    travelled = travelled or any(word in words("tense", "be") for word in scene.words[max(start - 12, 0) : start])
    if opener == "when" or travelled:
        told = [time for last, time in scene.times.values() if last < start]
        company.times += [_one_day(time) if opener == "when" else time for time in told[-1:]]
    return company


def _one_day(time: TimeMention) -> TimeMention:
    """The day itself of "since Friday, when they met"."""
    day = time.start_date or time.end_date
    return replace(time, start_date=day, end_date=day) if time.kind == "period" and time.precision == "day" else time


def place_of(line: Line, *companies: Company) -> tuple[PlaceMention | None, bool]:
    """The place told, a city before a country before a region; and whether the text leaves it open between several."""
    for company in companies:
        if "alternative" in company.cues and company.places:
            return None, True
        if company.places:
            first = company.places[0]
            finer = (spot for spot in company.places[1:] if spot.place and spot.country == first.country)
            return (first if first.place else next(finer, first)), False
    return None, False


def times_of(*companies: Company) -> TimeMention | None:
    """The first time told, right of the verb before left of it."""
    for company in companies:
        for time in company.times:
            if (
                time.start_date
                or time.end_date
                or time.kind in ("date", "weekday", "relative", "week", "period", "month")
            ):
                return time
    return None


def opening_time(line: Line, verb: int) -> TimeMention | None:
    """The time that opens the sentence, which holds for its main clause: "On Friday, hours later, he telephoned …"."""
    scene = line.scene
    within = any(start < verb < end for start, end in (*line.relatives.items(), *line.asides.items()))
    comma = max((place for place in range(verb) if scene.words[place] == ","), default=0)
    reported = any(scene.words[place] in words("reporting_verbs", "say") for place in range(comma, verb))
    if within or reported:
        return None
    return next((scene.times[place][1] for place in (0, 1) if place in scene.times), None)


def settled(status: Status | None, time: TimeMention | None, published: date | None) -> Status:
    """Held, unless the verb says planned or the day is still to come."""
    if status == "planned":
        return "planned"
    start = time.start_date if time else None
    if start and published and start > published:
        return "planned"
    return "held"


def is_over(time: TimeMention | None, published: date | None) -> bool:
    """Whether the time told lies wholly before the day of publication."""
    end = time.end_date if time else None
    return bool(end and published and end < published)


def seats_of(*groups: list[Actor]) -> tuple[Participant, ...]:
    """The seats of some actors, each once, the better identified first told."""
    found: dict[tuple[str, int | None, str | None], Participant] = {}
    for actor in (actor for group in groups for actor in group):
        for seat in actor.seats:
            key = (seat.party, seat.person, seat.office)
            if key not in found or (found[key].identified_by == "office" and seat.identified_by == "name"):
                found[key] = seat
    return tuple(found.values())


def parties_of(actors: list[Actor]) -> set[str]:
    """The parties that some actors represent."""
    return {seat.party for actor in actors for seat in actor.seats}


def opposed(left: list[Actor], right: list[Actor]) -> bool:
    """Whether those on both sides are not all of one party, and the object is not a crowd or a private person."""
    if right and not parties_of(right) and not any(actor.kind == "group" for actor in right):
        return False
    if right and all(actor.role == "talkers" for actor in right) and len(parties_of(left)) == 1:
        return False
    both = parties_of(left) | parties_of(right)
    return len(both) > 1 or not (parties_of(left) and parties_of(right))


def triggers(scene: Scene) -> Iterator[int]:
    """The places where a report may begin."""
    hearts = openers(*TRIGGERS) | AUXILIARIES
    return islice((place for place, word in enumerate(scene.words) if word in hearts), PROSE)
