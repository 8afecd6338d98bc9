"""Which reports are of one meeting (codebook, "When two reports are one thing")."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..records import Claims, MeetingClaim, Precision
from ..tables import MeetingRow
from .dates import FINENESS, Dates, combine, months, near, overlap, window
from .gather import Fit, Join, Report, gather
from .identity import day_slug, distinct, join, slug

MeetingReport = Report[MeetingClaim]
PersonIds = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting in the world, as far as its reports tell."""

    reports: tuple[MeetingReport, ...]
    dates: Dates
    place: str | None
    country: str | None
    region: str | None
    seats: frozenset[tuple[str, str | None]]

    @property
    def parties(self) -> frozenset[str]:
        return frozenset(party for party, _ in self.seats)

    @property
    def people(self) -> frozenset[str]:
        return frozenset(person for _, person in self.seats if person)

    @property
    def hosts(self) -> frozenset[str | None]:
        return frozenset({self.country, *(r.claim.host for r in self.reports)})

    def named(self, party: str) -> frozenset[str]:
        """The people named for `party`."""
        return frozenset(person for own, person in self.seats if person and own == party)


def gather_meetings(claims: Sequence[Claims], known: PersonIds) -> tuple[list[tuple[str, Meeting]], list[str]]:
    """The meetings of all sources, each with its id, and the log of what was joined and why."""
    reports = [Report(c, meeting, i, meeting.evidence) for c in claims for i, meeting in enumerate(c.meetings)]

    def begin(report: MeetingReport) -> Meeting:
        claim = report.claim
        seats = frozenset(
            (seat.party, None if seat.person is None else known[report.source_id, seat.person])
            for seat in claim.participants
        )
        return Meeting((report,), _dates(claim), claim.place, claim.country, claim.region, seats)

    meetings, joins = gather(
        sorted(reports, key=_best_told_first),
        begin,
        _merged,
        _fit,
        lambda report: set(months(_dates(report.claim), report.published_on)),
    )
    order = sorted(range(len(meetings)), key=lambda i: min(r.when for r in meetings[i].reports))
    names = dict(zip(order, distinct([meetings[i] for i in order], _base, _apart), strict=True))
    return [(names[i], meetings[i]) for i in order], [_told(entry, meetings, names) for entry in joins]


def _best_told_first(report: MeetingReport) -> tuple[object, ...]:
    """Reports that fix day and city come first, so that vaguer ones find the meeting that they belong to."""
    claim = report.claim
    return (-FINENESS[_dates(claim).precision] * _dates(claim).known, claim.place is None, report.when)


def _dates(claim: MeetingClaim) -> Dates:
    return Dates(claim.start_date, claim.end_date, claim.date_precision)


def _fit(one: Meeting, other: Meeting) -> Fit | None:
    """Whether `other`, one report, is of the meeting `one`."""
    report = other.reports[0]
    if any(r.source_id == report.source_id for r in one.reports):
        return None
    people, hosts = one.people & other.people, one.hosts | other.hosts
    parties = {party for party in one.parties & other.parties - hosts if people or _may_agree(one, other, party)}
    place = _places(one, other, bool(people))
    day = _times(one, other)
    guests = [meeting.parties - hosts for meeting in (one, other)]
    if place is None or day is None or not (parties or people) or (all(guests) and not guests[0] & guests[1]):
        return None
    same_city = one.place is not None and one.place == other.place
    shared = ", ".join(sorted(people) + sorted(parties))
    return Fit((day == "days overlap", same_city, len(people), len(parties)), (place, day, f"share {shared}"))


def _may_agree(one: Meeting, other: Meeting, party: str) -> bool:
    """Whether the two do not name different people for a party: another envoy may mean another meeting."""
    return not (one.named(party) and other.named(party))


def _places(one: Meeting, other: Meeting, share_person: bool) -> str | None:
    """How the places agree, or None where they contradict each other or tell too little."""
    if one.place and other.place:
        return "same place" if one.place == other.place and one.country == other.country else None
    if one.country and other.country:
        return "same country" if one.country == other.country else None
    if one.region and other.region:
        return "same region" if one.region == other.region else None
    stated = all(m.place or m.country or m.region for m in (one, other))
    return None if stated or not share_person else "one place not stated"


def _times(one: Meeting, other: Meeting) -> str | None:
    """How the times agree, or None where they contradict each other or tell too little."""
    if one.dates.known and other.dates.known:
        return "days overlap" if overlap(one.dates, other.dates) else None
    published = [r.published_on for r in one.reports]
    if not near(published, [other.reports[0].published_on]):
        return None
    undated = [*one.reports] if other.dates.known else [*other.reports]
    span = window(other.dates if other.dates.known else one.dates)
    if span is None:
        return "day unknown, published within a week" if one.place and one.place == other.place else None
    for report in undated:
        day = report.published_on
        if day is None or (day > span[1] if report.claim.status == "planned" else day < span[0]):
            return None
    return "one day unknown, published within a week"


def _merged(one: Meeting, other: Meeting) -> Meeting:
    country = one.country or other.country
    place = one.place or other.place
    return replace(
        one,
        reports=one.reports + other.reports,
        dates=combine(one.dates, other.dates),
        place=place,
        country=country,
        region=None if place or country else one.region or other.region,
        seats=one.seats | other.seats,
    )


def _base(meeting: Meeting) -> str:
    """The id: date and place; where either is unknown, the parties stand in for it."""
    day = day_slug(*meeting.dates)
    where = slug(meeting.place or meeting.region or meeting.country or "")
    return join([day, where, *([] if day and where else map(slug, sorted(meeting.parties)))])


def _apart(meeting: Meeting) -> list[str]:
    first = min(meeting.reports, key=lambda r: r.when)
    parties = join(map(slug, sorted(meeting.parties)))
    return [parties, *sorted(meeting.people), slug(first.source_id), str(first.evidence[0].start)]


def _told(entry: Join, meetings: Sequence[Meeting], names: Mapping[int, str]) -> str:
    place, *others = entry.things
    if others:
        as_well = " and ".join(sorted(names[i] for i in others))
        return f"meeting {names[place]}: {entry.report.source_id} stays apart: {as_well} fit equally"
    first = meetings[place].reports[0].source_id
    return f"meeting {names[place]}: {first} and {entry.report.source_id} joined: {', '.join(entry.reasons)}"


def meeting_row(meeting_id: str, meeting: Meeting) -> MeetingRow:
    """The row of `meetings`; held or planned as the latest report has it."""
    latest = max(meeting.reports, key=lambda r: (r.published_on is not None, r.published_on, r.claim.status == "held"))
    precision: Precision = meeting.dates.precision if meeting.dates.known else "unknown"
    return MeetingRow(
        meeting_id=meeting_id,
        start_date=meeting.dates.start,
        end_date=meeting.dates.end,
        date_precision=precision,
        place=meeting.place,
        country=meeting.country,
        region=meeting.region,
        status=latest.claim.status,
        parties="; ".join(sorted(meeting.parties)),
        sources=len({r.source_id for r in meeting.reports}),
    )
