"""The meetings that one article reports (codebook, "meetings" and "participants").

"Envoys of Qatar and Egypt met in Cairo on Friday" is one: its parties, its place, its day. What several
sentences tell of one occasion is one claim; in doubt, two.
"""

from collections.abc import Iterator, Sequence

from ..records import Article, Chunks, MeetingClaim, Participant, PlaceMention, Span
from .attendance import read_attendance, read_continuation
from .casting import Cast, make_cast
from .encounters import Encounter, verb_group
from .gathering import Gathering, gather
from .journeys import read_journey
from .leaders import read_leadership
from .line import Line, make_line
from .meeting_nouns import read_meeting_noun
from .meeting_verbs import read_meeting_verb
from .meeting_words import match, triggers
from .postponements import read_postponement
from .scene import Scene, make_scenes
from .stand_ins import find_actors

READERS = (
    *(read_attendance, read_continuation, read_meeting_verb, read_journey),
    *(read_leadership, read_meeting_noun, read_postponement),
)


def find_meetings(chunks: Chunks) -> tuple[MeetingClaim, ...]:
    """The meetings of the article, in the order in which it first tells of them.

    "Following two days of talks in Doha" names nobody: those who mediate, and between whom, are at the talks.
    """
    scenes = make_scenes(chunks)
    cast = make_cast(chunks, scenes)
    encounters = [encounter for scene in scenes for encounter in _encounters(scene, cast, scenes, chunks.article)]
    gatherings = gather(encounters)
    for gathering in gatherings:
        _seat_the_unnamed(gathering, cast)
    return tuple(_claim(gathering, scenes) for gathering in gatherings if _counts(gathering))


def _seat_the_unnamed(gathering: Gathering, cast: Cast) -> None:
    """Those who mediate, and between whom, at talks of which the text names at most who led a side."""
    named = any(report.seats and report.rule != "leading a side" for report in gathering.reports)
    if named or not gathering.place:
        return
    parties = cast.mediators if gathering.seats else (*cast.mediators, *cast.rivals)
    told = gathering.parties
    gathering.seats += [Participant(party, None, "delegation") for party in parties if party not in told]


def _encounters(scene: Scene, cast: Cast, scenes: Sequence[Scene], article: Article) -> Iterator[Encounter]:
    """The reports of one sentence; what one has read is not read again."""
    line, after = None, 0
    for place in triggers(scene.words):
        line = line or make_line(scene, find_actors(scene, cast))
        if place < after and not _stands_aside(line, place, after):
            continue
        if _is_denied(scene, place):
            after = len(scene.words)
            continue
        for reader in READERS:
            encounter = reader(line, place, article)
            if encounter:
                after = after if "arrival" in encounter.cues else max(after, encounter.last)
                yield _whence(_there(encounter, scene, scenes), scenes, cast)
                break


def _is_denied(scene: Scene, place: int) -> bool:
    """Whether the text says that no meeting took or takes place: nor is there one on the way to it."""
    return match(scene.words, place, "meet") > 0 and verb_group(scene, place).negated


def _stands_aside(line: Line, place: int, after: int) -> bool:
    """Whether the place lies in a clause that the report before it has passed over."""
    return any(start < place < end <= after for spans in (line.relatives, line.asides) for start, end in spans.items())


def _there(encounter: Encounter, scene: Scene, scenes: Sequence[Scene]) -> Encounter:
    """The place that "there" points to: the last one told before."""
    said = [place for place in scene.says_there() if place == 0 or encounter.first <= place < encounter.last]
    if encounter.place or not said:
        return encounter
    for number in range(encounter.number, max(encounter.number - 3, -1), -1):
        places = [
            spot
            for first, (_, spot) in scenes[number].places.items()
            if number < encounter.number or first < encounter.first
        ]
        if places:
            return encounter.at(places[-1])
    return encounter


def _whence(encounter: Encounter, scenes: Sequence[Scene], cast: Cast) -> Encounter:
    """The place that those who met came back from: "The envoys were back from Oslo. They had sat down on Friday …"."""
    if encounter.place or encounter.status == "planned" or not encounter.number:
        return encounter
    scene = scenes[encounter.number - 1]
    actors = cast.named.get(scene.number, ())
    parties = {seat.party for actor in actors for seat in actor.seats}
    if scene.sentence.paragraph != scenes[encounter.number].sentence.paragraph:
        return encounter
    for first, (_, spot) in scene.places.items():
        back = scene.word(first - 1) == "from" and scene.word(first - 2) in (
            "back",
            "returned",
            "returning",
            "home",
            "return",
        )
        if back and parties & {seat.party for seat in encounter.seats}:
            return encounter.at(spot)
    return encounter


def _counts(gathering: Gathering) -> bool:
    """A party, and a place or a time; one party alone only on a journey or where talks are told of."""
    parties = {seat.party for seat in gathering.seats}
    stated = gathering.place is not None or any(report.time for report in gathering.reports)
    return bool(parties) and stated and not gathering.cancelled


def _claim(gathering: Gathering, scenes: Sequence[Scene]) -> MeetingClaim:
    spot: PlaceMention | None = gathering.place
    seats = _settled_seats(gathering)
    parties = {seat.party for seat in seats}
    country = spot.country if spot else None
    dated = gathering.start or gathering.end
    return MeetingClaim(
        place=spot.place if spot else None,
        country=country,
        region=spot.region if spot and not country else None,
        start_date=gathering.start,
        end_date=gathering.end,
        date_precision=gathering.precision if dated else "unknown",
        status=gathering.status,
        host=country if country in parties else None,
        participants=seats,
        evidence=tuple(_span(report, scenes) for report in sorted(gathering.reports, key=_richness)),
        rule=min(gathering.reports, key=_richness).rule,
    )


def _settled_seats(gathering: Gathering) -> tuple[Participant, ...]:
    """A delegation gives way to the people named for its party, an office to the holder who is named."""
    missing = gathering.absent
    seats = [seat for seat in gathering.seats if (seat.party if seat.person is None else seat.person) not in missing]
    named = {seat.party for seat in seats if seat.person is not None}
    held = {seat.party for seat in seats if seat.office is not None}
    return tuple(
        seat
        for seat in seats
        if seat.person is not None or (seat.party not in named and (seat.office is not None or seat.party not in held))
    )


def _richness(report: Encounter) -> tuple[int, int]:
    told = len(report.seats) + 2 * (report.place is not None) + 2 * (report.time is not None)
    return -told, report.number


def _span(report: Encounter, scenes: Sequence[Scene]) -> Span:
    tokens = scenes[report.number].sentence.tokens
    return Span(tokens[report.first].start, tokens[min(report.last, len(tokens)) - 1].end)
