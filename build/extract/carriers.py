"""With whom a noun of meeting is linked on its left: the subject of the verb that carries it, or of its clause."""

from ..authority import words
from .company import Company
from .delegations import DETERMINERS, JOINERS, Actor
from .encounters import Status, parties_of, subject, verb_group
from .framing import frame_of, framed
from .line import Line, clause_start
from .meeting_words import match
from .noun_phrases import DEFINITE, Phrase
from .reading import read_left
from .scene import Scene


def carried_by(
    line: Line, phrase: Phrase, right: Company, call: bool = False
) -> tuple[Company, Status | None, bool, bool]:
    """The subject for which a verb carries the noun, or with whom someone talks; and how the verb stands."""
    scene, governor = line.scene, phrase.governor
    if any(match(scene.words, step, "offering") for step in range(max(governor - 4, 0), governor + 1)):
        return Company(), "planned", False, True
    verb = _carrier(scene, governor, ("light", "call light") if call else ("light",))
    if scene.word(governor) == "by" and scene.word(governor - 1) == "followed":
        ahead = any(match(scene.words, place, "planning") or scene.words[place] == "will" for place in range(governor))
        return _without_verb(line, phrase, right), "planned" if ahead else None, False, False
    if verb < 0:
        done = call and clause_start(line, governor)[1] >= 0
        company = _on_a_call(line, phrase) if done else _without_verb(line, phrase, right)
        return company, None, False, False
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


def _carrier(scene: Scene, governor: int, kinds: tuple[str, ...]) -> int:
    """The verb that carries the noun phrase after `governor`: "held", "wrapped up"; -1 where none does."""
    for place in range(governor, max(governor - 4, -1), -1):
        size = match(scene.words, place, *kinds)
        if size and (scene.words[place] not in ("has", "have", "had") or place == governor):
            between = scene.words[place + size : governor + 1]
            return (
                place if all(word.endswith("ly") or word in ("also", "then", "been", "“") for word in between) else -1
            )
    return -1


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
    partnered = any(actor.link == "with" for actor in right.actors)
    if governor in ("and", ",", ";"):
        return _of_the_sentence(line, phrase) if partnered else Company()
    if governor == "by" and scene.word(phrase.governor - 1) in ("followed", "preceded"):
        return Company(subject(line, phrase.governor - 1).actors[:1])
    course, opening = frame_of(scene, phrase.governor)
    if not course:
        return _of_the_verb(line, phrase) if partnered else Company()
    start, previous = clause_start(line, opening)
    company = Company(start=start)
    told = subject(line, verb_group(scene, previous).first).actors if previous >= 0 else []
    if course == "at":
        company = read_left(line, start, opening)
        company.actors = _at_hand(line, told or company.actors, start, opening)
        addressed = match(scene.words, previous, "addressing") and previous + 1 in line.at
        if phrase.determiner == "their" or (addressed and phrase.determiner not in DEFINITE):
            met = [actor for actor in line.actors if previous < actor.first < opening and not actor.link]
            company.actors = [actor for actor in (*told, *met) if actor.kind in ("person", "office")]
    elif not right.places and course != "for":
        inherited = framed(line, opening, course)
        company.places, company.times = inherited.places, inherited.times
    if partnered:
        if previous >= 0:
            company.actors = told
        elif start >= opening - 1:
            company.actors = _main_subject(line, phrase.first)[:1]
    elif course == "at" and start >= opening - 1:
        main = _main_subject(line, phrase.first)
        company.actors = main if len(parties_of(main)) > 1 else []
    return company


def _of_the_verb(line: Line, phrase: Phrase) -> Company:
    """Who speaks of a meeting with someone: "Macron called the talks with the president frank"."""
    _, previous = clause_start(line, phrase.governor + 1)
    if previous < 0 or phrase.determiner == "no":
        return Company()
    company = subject(line, verb_group(line.scene, previous).first)
    personal = [actor for actor in company.actors if actor.kind in ("person", "office") and not actor.link]
    return Company(actors=personal[:1], start=company.start)


def _on_a_call(line: Line, phrase: Phrase) -> Company:
    """Subject and object of what is done on the telephone: "thanked the president in a call on Friday"."""
    start, previous = clause_start(line, phrase.governor)
    company = Company(subject(line, verb_group(line.scene, previous).first).actors, start=start)
    company.actors = [actor for actor in company.actors if actor.kind in ("person", "office")][:1]
    company.actors += [
        actor
        for actor in line.actors
        if previous < actor.first < phrase.governor and not actor.possessive and actor.link in ("", "to", "with", "at")
    ]
    return company


def _at_hand(line: Line, told: list[Actor], start: int, governor: int) -> list[Actor]:
    """Who acts in a clause that a meeting frames: two sides that agree at it, and those to whom a paper is put."""
    handed = [actor for actor in line.actors if start <= actor.first < governor and _is_handed(actor)]
    sides = [actor for actor in told if not actor.link]
    return handed + (sides if len(parties_of(sides)) > 1 else [])


def _main_subject(line: Line, first: int) -> list[Actor]:
    """The list that opens the clause after "At a meeting in Paris," if it does not merely say something."""
    scene = line.scene
    comma = next((place for place in range(first, len(scene.words)) if scene.words[place] == ","), len(scene.words))
    found: list[Actor] = []
    for actor in line.actors:
        between = scene.words[found[-1].last if found else comma : actor.first]
        if actor.first > comma and not actor.link and all(word in (*JOINERS, *DETERMINERS) for word in between):
            found.append(actor)
    verb = scene.word(found[-1].last) if found else ""
    return [] if verb in words("reporting_verbs", "say") and len(found) > 1 else found


def _of_the_sentence(line: Line, phrase: Phrase) -> Company:
    """Who opens the sentence, and where it has gone: "The team arrived in Oslo, and meetings with … will start"."""
    opening = [actor for actor in line.actors if actor.last < phrase.first and actor.seats][:1]
    places = [spot for first, (last, spot) in line.scene.places.items() if last < phrase.first]
    return Company(actors=[actor for actor in opening if not actor.link], places=places[-1:])


def _is_handed(actor: Actor) -> bool:
    """Whether something is put to the actor at the meeting: "was put to its negotiators at a session"."""
    return actor.link == "to" and bool(match((actor.governor,), 0, "handing"))
