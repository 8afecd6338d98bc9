"""Which reports of an article are of one occasion.

Reports join when their places and dates do not contradict each other and they share people, or the parties of
one are among the other's, or the text points back ("the meeting", "there"); in doubt they stay apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from ..records import Participant, PlaceMention, Precision, TimeMention
from .encounters import Encounter, Status

NEAR = 4
RECENT = 40
SERIES_REACH = 10
RUNNING_ON = timedelta(days=2)
FINENESS = {"day": 3, "week": 2, "month": 1, "unknown": 0}


@dataclass(slots=True)
class Gathering:
    """One occasion, as far as the article has told of it."""

    reports: list[Encounter] = field(default_factory=list)
    seats: list[Participant] = field(default_factory=list)
    absent: set[str | int] = field(default_factory=set)
    place: PlaceMention | None = None
    time: TimeMention | None = None
    start: date | None = None
    end: date | None = None
    precision: Precision = "unknown"
    cancelled: bool = False
    told: set[Status] = field(default_factory=set)

    @property
    def parties(self) -> set[str]:
        """The parties that take part."""
        return {seat.party for seat in self.seats}

    @property
    def status(self) -> Status:
        """Held once any report says so."""
        return "planned" if self.told == {"planned"} else "held"

    @property
    def last_told(self) -> int:
        """The last sentence that tells of it."""
        return self.reports[-1].number

    def people_of(self, party: str) -> set[int]:
        """The people named for a party."""
        return {seat.person for seat in self.seats if seat.party == party and seat.person is not None}

    def add(self, report: Encounter) -> None:
        """Take in another report."""
        if _goes_on(self, report) and report.time:
            self.end = report.time.end_date
            report = replace(report, time=self.time)
        elif _began_before(self, report) and report.time:
            self.start = report.time.start_date
            report = replace(report, time=self.time)
        self.reports.append(report)
        if report.sure:
            self.told.add(report.status)
        if "absent" in report.cues:
            self.absent.update(seat.party if seat.person is None else seat.person for seat in report.seats)
            return
        if "cancelled" in report.cues:
            self.cancelled = True
        self._add_seats(report.seats)
        if report.place and (self.place is None or _rank(report.place) > _rank(self.place)):
            self.place = report.place
        self._add_time(report)

    def _add_seats(self, seats: Iterable[Participant]) -> None:
        for seat in seats:
            same = [i for i, own in enumerate(self.seats) if own.person is not None and own.person == seat.person]
            if same:
                if seat.identified_by == "name":
                    self.seats[same[0]] = seat
            elif seat not in self.seats:
                self.seats.append(seat)

    def _add_time(self, report: Encounter) -> None:
        time = report.time
        if time is None or not (time.start_date or time.end_date):
            self.time = self.time or time
            return
        if "moved" in report.cues:
            self.start = self.end = None
        start = None if "closing" in report.cues and time.precision == "day" else time.start_date
        end = None if "opening" in report.cues and time.precision == "day" else time.end_date
        if (self.start is None and self.end is None) or FINENESS[time.precision] > FINENESS[self.precision]:
            self.time, self.start, self.end, self.precision = time, start, end, time.precision
        else:
            self.start, self.end = self.start or start, self.end or end


def _rank(spot: PlaceMention) -> int:
    return 3 if spot.place else 2 if spot.country else 1


def gather(reports: Iterable[Encounter]) -> list[Gathering]:
    """The occasions that the reports tell of, in the order of their first report."""
    found: list[Gathering] = []
    series: Encounter | None = None
    arrival: Encounter | None = None
    for told in reports:
        if "arrival" in told.cues:
            arrival = told
            continue
        report = _placed(_after_arrival(told, arrival), series)
        if "series" in report.cues:
            series = report
        home = _home(found[-RECENT:], report)
        unfounded = report.cues & {"absent", "cancelled"} or (report.same and not found)
        if home is None and (unfounded or _is_bare(report) or _is_anybodys(report)):
            continue
        if home is None:
            home = Gathering()
            if found and (report.same or _is_next_of(found[-1], report)):
                home.seats = list(_delegations(found[-1]))
            found.append(home)
        home.add(report)
    return [gathering for gathering in found if not _is_told_apart(gathering, found)]


def _is_next_of(gathering: Gathering, report: Encounter) -> bool:
    """Whether talks are resumed by those who held them: "The next round will open there on Monday"."""
    ahead = report.again and report.status == "planned"
    return ahead and not report.seats and places_agree(gathering.place, report.place)


def _home(recent: Sequence[Gathering], report: Encounter) -> Gathering | None:
    """The occasion that the report is of: the one whose place and day it tells, else the last one told."""
    fitting = [g for g in recent if _joins(g, report) or _goes_on(g, report) or _began_before(g, report)]
    if not fitting and _is_bare(report):
        parties = {seat.party for seat in report.seats}
        fitting = [g for g in recent if g.parties & parties and g.status == report.status]
    ranks = [(bool(g.place and report.place), bool(g.time and report.time), n) for n, g in enumerate(fitting)]
    return fitting[max(ranks)[2]] if ranks else None


def _is_bare(report: Encounter) -> bool:
    """Whether the report only points at an occasion: "will send a team to the talks"."""
    return report.definite and report.place is None and report.time is None and not report.same


def _is_anybodys(report: Encounter) -> bool:
    """Whether a report only mentions one side’s meetings: "following his meetings in Israel"."""
    return report.definite and report.rule == "noun of meeting" and len({seat.party for seat in report.seats}) == 1


def _is_told_apart(gathering: Gathering, found: Sequence[Gathering]) -> bool:
    """Whether a series of meetings is told one by one as well."""
    own = gathering.reports[0]
    return "series" in own.cues and any(
        other is not gathering and other.time is own.time and other.parties & gathering.parties for other in found
    )


def _after_arrival(report: Encounter, arrival: Encounter | None) -> Encounter:
    """Where those met who had just arrived: "The envoys landed in Oslo on Friday. They met the minister"."""
    dated = report.time is not None and arrival is not None and report.number != arrival.number
    if arrival is None or report.number - arrival.number > 2 or dated or report.definite:
        return report
    if not places_agree(arrival.place, report.place):
        return report
    people = [{seat.person for seat in told.seats if seat.person is not None} for told in (arrival, report)]
    guests = {seat.party for seat in arrival.seats} & {seat.party for seat in report.seats}
    strangers = all(people) and not people[0] & people[1]
    here = report.number == arrival.number
    apart = "planned" in (arrival.status, report.status) and not (here and arrival.status == report.status)
    if not guests or strangers or apart or "(speak)" in report.rule:
        return report
    time = report.time or (arrival.time if here else None)
    return replace(report, place=report.place or arrival.place, time=time)


def _placed(report: Encounter, series: Encounter | None) -> Encounter:
    """A meeting within a series told just before has its day, and its place where it tells none of its own."""
    if series is None or report.number - series.number > SERIES_REACH or report is series:
        return report
    if "part" in report.cues and report.number - series.number <= 2:
        report = replace(report, seats=(*report.seats, *(seat for seat in series.seats if seat.person is not None)))
    people = {seat.person for seat in report.seats} & {seat.person for seat in series.seats} - {None}
    if not people or report.time is not None or not places_agree(series.place, report.place):
        return report
    return replace(report, time=series.time, place=report.place or series.place)


def _goes_on(gathering: Gathering, report: Encounter) -> bool:
    """Whether the report tells that this occasion runs on to another day."""
    if "continuing" not in report.cues or not (gathering.end and report.time and report.time.start_date):
        return False
    near = report.number - gathering.last_told <= NEAR and places_agree(gathering.place, report.place)
    return near and timedelta(0) < report.time.start_date - gathering.end <= RUNNING_ON


def _began_before(gathering: Gathering, report: Encounter) -> bool:
    """Whether the report tells when this occasion began: "Friday’s round … The talks opened on Wednesday"."""
    if not (report.definite and "opening" in report.cues and gathering.start and report.time):
        return False
    begun = report.time.start_date
    near = report.number - gathering.last_told <= 1 and report.place is None
    return near and begun is not None and timedelta(0) < gathering.start - begun <= RUNNING_ON


def _delegations(gathering: Gathering) -> Iterable[Participant]:
    return (Participant(party, None, "delegation") for party in sorted(gathering.parties))


def _joins(gathering: Gathering, report: Encounter) -> bool:
    """Whether the report is of this occasion."""
    if "series" in gathering.reports[0].cues or "series" in report.cues:
        return False
    if not places_agree(gathering.place, report.place) or not _dates_agree(gathering, report):
        return False
    if _names_others(gathering, report) and not report.definite:
        return False
    same_place = bool(gathering.place and report.place)
    same_time = bool((gathering.start or gathering.end) and report.time)
    if report.again and not report.definite:
        closed = gathering.start and gathering.end and report.time and report.time.start_date
        return bool(same_place and closed)
    near = report.number - gathering.last_told <= NEAR
    mine, theirs = gathering.parties, {seat.party for seat in report.seats}
    alike = report.status == gathering.status
    if not theirs or not mine:
        same_city = bool(gathering.place and report.place and gathering.place.place and report.place.place)
        undated = not same_time and not theirs and same_city and alike
        return undated or (near and (report.definite or (same_city and (alike or not report.sure))))
    people = {seat.person for seat in gathering.seats if seat.person is not None}
    if report.number == gathering.last_told and same_place and people & {seat.person for seat in report.seats}:
        return True
    if people & {seat.person for seat in report.seats}:
        return len(mine & theirs) > 1 or ((same_place or same_time) and 1 in (len(theirs), len(mine)))
    shared = mine & theirs
    if report.definite and near:
        return report.rule != "leading a side" or bool(shared or gathering.place)
    inside = shared in (mine, theirs)
    located = same_place or same_time or not (report.place or report.time) or not (gathering.place or gathering.time)
    exact = same_time and gathering.precision == "day" and report.time is not None and report.time.precision == "day"
    return located and (inside or (len(shared) > 1 and alike)) and (len(shared) > 1 or near or exact)


def _names_others(gathering: Gathering, report: Encounter) -> bool:
    """Whether the report names other people for a party: then it is another meeting."""
    for party in {seat.party for seat in report.seats}:
        theirs = {seat.person for seat in report.seats if seat.party == party and seat.person is not None}
        mine = gathering.people_of(party)
        if mine and theirs and not mine & theirs:
            return True
    return False


def places_agree(one: PlaceMention | None, other: PlaceMention | None) -> bool:
    """Whether two places may be one: Doha and Qatar, not Doha and Cairo."""
    if one is None or other is None:
        return True
    if one.place and other.place:
        return one.place == other.place and one.country == other.country
    if one.country and other.country:
        return one.country == other.country
    return one.region == other.region if one.region and other.region else False


def _dates_agree(gathering: Gathering, report: Encounter) -> bool:
    time = report.time
    if time is None or not (gathering.time or gathering.start) or "moved" in report.cues:
        return True
    if not (time.start_date or time.end_date) or not (gathering.start or gathering.end):
        other = gathering.time
        if other is None or (time.month, time.day) == (other.month, other.day):
            return True
        return None in (time.month, other.month)
    begins, ends = time.start_date or date.min, time.end_date or date.max
    return begins <= (gathering.end or date.max) and (gathering.start or date.min) <= ends
