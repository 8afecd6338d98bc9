"""Nouns of meeting: "the meeting, due in Europe over the weekend, involves …", "held talks with", "a call"."""

from dataclasses import dataclass

from ..authority import words
from ..records import Article
from .company import Company, Reading, read_left, read_right
from .delegations import Actor
from .encounters import (
    Encounter,
    Status,
    opposed,
    parties_of,
    place_of,
    seats_of,
    setting,
    settled,
    subject,
    times_of,
    verb_group,
)
from .line import Line, clause_start
from .meeting_words import match
from .scene import POSSESSIVES, Scene

DEFINITE = ("the", "this", "that", "these", "those", "their", "such", "both", "his", "her", "its")
MODIFIERS = 9


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase of an occasion: its first token, its determiner, and the governor before it."""

    first: int
    determiner: str
    governor: int
    again: bool
    owners: tuple[Actor, ...]


def read_meeting_noun(line: Line, place: int, article: Article) -> Encounter | None:
    """The report that a noun of meeting at `place` heads, if it is one."""
    scene = line.scene
    call = match(scene.words, place, "call")
    size = call or match(scene.words, place, "occasion")
    if not size or _is_no_occasion(line, place, size):
        return None
    phrase = _phrase(line, place)
    right = read_right(line, place + size, Reading(noun=True))
    left, status, negated, chance = _left(line, phrase, right)
    carried = bool(left.actors) and "carried" in left.cues
    _attributes(scene, phrase.first, place, left)
    cues = right.cues
    if cues & {"cancel", "negated"} or negated or phrase.determiner == "no":
        cues = {*cues, "cancelled"} if "cancel" in cues else {"negated"}
    if chance or "chance" in cues or "negated" in cues or scene.word(phrase.governor) in ("if", "unless", "whether"):
        return None
    if "planned" in cues and status != "held":
        status = "planned"
    around = setting(line, left.start)
    spot, vague = place_of(line, right, left, around)
    time = times_of(right, left, around)
    actors = [*phrase.owners, *left.actors, *right.actors]
    if _with_a_crowd(line, place + size, right.last) or _is_internal(scene, place, actors, right):
        return None
    if right.actors and not opposed([*phrase.owners, *left.actors], right.actors):
        return None
    definite = phrase.determiner in DEFINITE and not phrase.again
    stated = spot is not None or time is not None
    if not (actors or stated or cues) or (match(scene.words, place, "soft") and not (stated or carried or definite)):
        return None
    if match(scene.words, place, "sign") and not stated:
        return None
    if call and (time is None or len(parties_of(actors)) < 2):
        return None
    if scene.words[place] == "round" and scene.word(place + 1) != "of" and not phrase.again:
        return None
    return Encounter(
        number=scene.number,
        first=min((actor.first for actor in (*phrase.owners, *left.actors)), default=phrase.first),
        last=max(right.last, place + size),
        seats=seats_of(list(phrase.owners), left.actors, right.actors),
        place=None if call else spot,
        time=time,
        status=settled(status, time, article.published_on),
        rule="noun of meeting",
        definite=definite,
        again=phrase.again,
        cues=frozenset(
            {*cues, *(["vague"] if vague else []), *(["part"] if phrase.determiner in ("one", "another") else [])}
        ),
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


def _phrase(line: Line, place: int) -> Phrase:
    scene, first, again = line.scene, place, False
    owners: list[Actor] = []
    ends = {actor.last: actor for actor in line.actors}
    while first > 0 and place - first < MODIFIERS:
        word = scene.words[first - 1]
        if first in ends and not ends[first].possessive and ends[first].kind in ("party", "delegation"):
            owners.insert(0, ends[first])
            first = ends[first].first
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
        again = again or word in words("meeting_words", "again")
        named = first - 1 in scene.times or any(start < first <= last for start, (last, _) in scene.times.items())
        if not named and not (word.isalpha() or word in ("-", "–", "“", '"', "”", ",") or word in POSSESSIVES):
            break
        if (
            word == "and"
            and scene.word(first - 2).isalpha()
            and scene.word(first - 2) not in words("tense", "function")
        ):
            first -= 1
            continue
        if not named and match(scene.words, first - 1, "offering", "inviting", "control", "attend", "speak"):
            break
        if not named and (word in words("tense", "function") or match(scene.words, first - 1, "light", "travel")):
            break
        if word == "," and first < place - 2:
            break
        first -= 1
    if len({seat.party for actor in owners for seat in actor.seats}) < 2 and not any(o.possessive for o in owners):
        owners = []
    return Phrase(first, "", first - 1, again, tuple(owners))


def _left(line: Line, phrase: Phrase, right: Company) -> tuple[Company, Status | None, bool, bool]:
    """The subject for which a verb carries the noun, or with whom someone talks; and how the verb stands."""
    scene, governor = line.scene, phrase.governor
    if any(match(scene.words, step, "offering") for step in range(max(governor - 4, 0), governor + 1)):
        return Company(), "planned", False, True
    verb = next((g for g in range(governor, max(governor - 5, -1), -1) if match(scene.words, g, "light")), -1)
    if verb < 0 or any(
        not scene.words[step].isalpha() and scene.words[step] != "“" for step in range(verb + 1, governor + 1)
    ):
        return _without_verb(line, phrase, right), None, False, False
    group = verb_group(scene, verb)
    if group.bare:
        return _invited(line, group.first), "planned", group.negated, False
    left = subject(line, group.first)
    if match(scene.words, verb, "holding") and group.status:
        left.cues.add("carried")
    if match(scene.words, verb, "host"):
        left.actors = [actor for actor in left.actors if actor.kind in ("person", "office")]
    if match(scene.words, verb, "opening"):
        right.cues.add("opening")
    if match(scene.words, verb, "closing"):
        right.cues.add("closing")
    return left, group.status, group.negated, group.chance


def _invited(line: Line, verb: int) -> Company:
    """Mediators who call others to a meeting take part in it; whether those called do is still open."""
    start, previous = clause_start(line, verb)
    if previous < 0 or not match(line.scene.words, previous, "inviting"):
        return Company(start=start)
    company = subject(line, verb_group(line.scene, previous).first)
    company.times = []
    heads = [line.scene.words[step] for actor in company.actors for step in range(actor.first, actor.last)]
    if not any(match((word,), 0, "mediation") for word in heads):
        company.actors = []
    return company


def _without_verb(line: Line, phrase: Phrase, right: Company) -> Company:
    """Who talks where no verb carries the noun: "he said before talks with the president"."""
    scene = line.scene
    before = [actor for actor in line.actors if actor.last == phrase.first - 1 and actor.link == "by"]
    if before and scene.word(phrase.first - 1) == "," and match((before[0].governor,), 0, "light", "host"):
        return Company(actors=before)
    governor = scene.word(phrase.governor)
    if governor in ("and", ",", ";"):
        return _of_the_sentence(line, phrase) if any(actor.link == "with" for actor in right.actors) else Company()
    if governor not in ("after", "before", "for", "in", "during", "following", "at"):
        return Company()
    start, previous = clause_start(line, phrase.governor)
    company = Company(start=start)
    if governor in ("in", "during", "at"):
        company = read_left(line, start, phrase.governor)
        company.actors = [
            actor for actor in line.actors if start <= actor.first < phrase.governor and _is_handed(actor)
        ]
    if not any(actor.link == "with" for actor in right.actors):
        return company
    if previous >= 0:
        company.actors = subject(line, verb_group(scene, previous).first).actors
    elif start >= phrase.governor - 1:
        comma = next((p for p in range(phrase.first, len(scene.words)) if scene.words[p] == ","), len(scene.words))
        company.actors = [actor for actor in line.actors if comma < actor.first <= comma + 3 and not actor.link][:1]
    return company


def _of_the_sentence(line: Line, phrase: Phrase) -> Company:
    """Who opens the sentence, and where it has gone: "The team arrived in Oslo, and meetings with … will start"."""
    opening = [actor for actor in line.actors if actor.last < phrase.first and actor.seats][:1]
    places = [spot for first, (last, spot) in line.scene.places.items() if last < phrase.first]
    return Company(actors=[actor for actor in opening if not actor.link], places=places[-1:])


def _is_handed(actor: Actor) -> bool:
    """Whether something is put to the actor at the meeting: "was put to its negotiators at a session"."""
    return actor.link == "to" and bool(match((actor.governor,), 0, "handing"))


def _attributes(scene: Scene, first: int, noun: int, company: Company) -> None:
    """Time and place within the noun phrase: "Tuesday’s meeting", "the Geneva talks"."""
    for place in range(first, noun):
        if place in scene.times:
            company.times.insert(0, scene.times[place][1])
        if place in scene.places and scene.places[place][1].place:
            company.places.insert(0, scene.places[place][1])
