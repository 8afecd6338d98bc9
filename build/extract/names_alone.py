"""People released who are named where nothing is counted: "Dana Levy and Omer Katz came home on Friday".

Codebook, "exchanges": a number of people, stated or counted from names, and an occasion: here a stated day.
"""

from collections.abc import Mapping, Sequence

from ..records import Chunks, PersonMention
from .freed import BE, COMING, CONTEXT, FEW
from .named_releases import names_by_line, runs_of
from .phrases import has_phrase, last_phrase, phrase_at
from .release_dates import Period, moments
from .release_parties import Actor, is_state, may_hold_captives
from .release_signs import Side
from .releases import Line, Release

BEFORE = 4
APPOSITION = 14
NO_SUBJECT = frozenset(
    ("the", "a", "an", "newly", "recently", "-", "former", "of", "who", "to", "was", "were", "be", "been", "being")
)


def add_names_alone(
    releases: Mapping[int, Sequence[Release]],
    article_lines: Sequence[Line],
    chunks: Chunks,
    parties: Mapping[int, Sequence[Actor]],
) -> dict[int, list[Release]]:
    """The releases with those of people named, unless they may be some of those whom the article counts."""
    found = {number: list(own) for number, own in releases.items()}
    counted = {number: _days(article_lines[number], chunks) for number, own in found.items() if _captives(own)}
    group = any(may_hold_captives(a.party) for actors in parties.values() for a in actors)
    for line, names in names_by_line(article_lines, chunks):
        own_days = _days(line, chunks)
        if line.number in found or not own_days or not _is_of_captives(article_lines, line.number):
            continue
        same = [number for number, days in counted.items() if not days or days & own_days]
        near = any(abs(number - line.number) <= FEW for number in same)
        for run in runs_of(line, names):
            people = {name.person for name in run}
            held = not any(chunks.people[person].position for person in people)
            if not held or near or (len(people) == 1 and same):
                continue
            release = _read(line, run, len(people), parties.get(line.number, ()), group=group)
            if release:
                found[line.number] = [release]
                break
    return found


def _is_of_captives(article_lines: Sequence[Line], number: int) -> bool:
    near = article_lines[max(number - CONTEXT, 0) : number + 2]
    return any(has_phrase(line.words, 0, len(line.words), "captive", "prisoner", "swap") for line in near)


def _captives(own: Sequence[Release]) -> bool:
    return any(release.side == "captives" for release in own)


def _days(line: Line, chunks: Chunks) -> set[Period]:
    """The days and months that a sentence tells."""
    return {moment.period for moment in moments(line, chunks) if moment.period.known}


def _read(
    line: Line, run: Sequence[PersonMention], count: int, actors: Sequence[Actor], *, group: bool
) -> Release | None:
    """The release of those named, where they are the object or the subject of the verb of a release."""
    words = line.words
    first, last = line.index(run[0].start), line.index(run[-1].end - 1) + 1
    verb = _verb_before(words, first)
    if verb is None:
        verb = _verb_after(words, last)
    if verb is None:
        return None
    doers = [actor for actor in actors if actor.last <= min(verb, first) and not actor.adjective and not actor.place]
    side: Side = "prisoners" if group and doers and is_state(doers[-1].party) and verb < first else "captives"
    coming = not COMING.isdisjoint(words[max(verb - BEFORE, 0) : verb])
    return Release(side, count, count, "exact", first, last, coming, None, ())


def _verb_before(words: Sequence[str], first: int) -> int | None:
    """ "Hamas *freed* Edan Katz on Monday", "handed over the soldier Edan Katz"."""
    verb = last_phrase(words, first - BEFORE, first, "release")
    if (
        verb is None
        or verb == 0
        or words[verb - 1] in NO_SUBJECT
        or not words[verb].endswith(("ed", "ave", "et", "nt"))
    ):
        return None
    between = words[verb + phrase_at(words, verb, "release") : first]
    described = all(
        word.isalpha() and word not in ("of", "by", "to", "from", "with", "that", "for") for word in between
    )
    return verb if described else None


def _verb_after(words: Sequence[str], last: int) -> int | None:
    """ "Dana Levy and Omer Katz, both 22, *were freed* on Sunday"."""
    place = last
    if words[place : place + 1] == (",",):
        ahead = range(place + 1, min(place + APPOSITION, len(words)))
        place = next((at + 1 for at in ahead if words[at] == ","), place)
    passive = False
    while place < len(words) and (words[place] in BE or words[place] in ("have", "has", "had", "will", "also")):
        passive = passive or words[place] in BE
        place += 1
    if place >= len(words):
        return None
    return place if (passive and phrase_at(words, place, "release")) or phrase_at(words, place, "homecoming") else None
