"""Who sat at a meeting (codebook, "participants"): people by name, by office, or a party's unnamed officials."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..records import Participant, Seat
from ..tables import ParticipantRow, PersonRow
from .dates import Dates
from .identity import slug
from .meetings import Meeting, PersonIds
from .people import name_key

CERTAINTY: dict[str, int] = {"name": 2, "office": 1, "delegation": 0}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office; an end that is not known is open."""

    name: str
    start: date
    end: date

    def covers(self, dates: Dates) -> bool:
        """Whether the office was held on every day of the meeting that is known."""
        days = [day for day in (dates.start, dates.end) if day]
        return bool(days) and all(self.start <= day <= self.end for day in days)


class Holders:
    """Who held which office when (`terms`, as in the authority file), among the people whom some source names."""

    def __init__(self, people: Sequence[PersonRow], terms: Sequence[Mapping[str, str]]) -> None:
        self._ids = {name_key(person.name): person.person_id for person in people}
        self._terms: dict[tuple[str, str], list[Term]] = {}
        for row in terms:
            start = date.fromisoformat(row["start"]) if row["start"] else date.min
            end = date.fromisoformat(row["end"]) if row["end"] else date.max
            self._terms.setdefault((row["office"], row["party"]), []).append(Term(row["name"], start, end))

    def on(self, office: str, party: str, dates: Dates) -> str | None:
        """The id of the one person who held `office` for `party` at the time, if any source names them."""
        names = {term.name for term in self._terms.get((office, party), ()) if term.covers(dates)}
        return self._ids.get(name_key(names.pop())) if len(names) == 1 else None


def seats(meeting_id: str, meeting: Meeting, known: PersonIds, holders: Holders) -> list[ParticipantRow]:
    """The rows of `participants` for one meeting, each person or party once.

    Where one report has "the CIA director" and another names him, he sits by name. A party whose people are
    named has no seat for unnamed officials: "Burns met Qatari officials" seats Burns and a Qatari delegation.
    """
    found: dict[str, ParticipantRow] = {}
    for report in sorted(meeting.reports, key=lambda r: r.when):
        for seat in report.claim.participants:
            row = _row(meeting_id, seat, _person(seat, report.source_id, meeting, known, holders))
            earlier = found.get(row.participant_id)
            if earlier is None or _certainty(row) > _certainty(earlier):
                found[row.participant_id] = row
    represented = {row.party for row in found.values() if row.person_id}
    return [row for row in found.values() if row.person_id or row.party not in represented]


def _person(
    seat: Participant, source_id: str, meeting: Meeting, known: PersonIds, holders: Holders
) -> tuple[str | None, Seat]:
    if seat.person is not None:
        return known[source_id, seat.person], "name" if seat.identified_by == "delegation" else seat.identified_by
    person = holders.on(seat.office, seat.party, meeting.dates) if seat.office else None
    return (person, "office") if person else (None, "delegation")


def _row(meeting_id: str, seat: Participant, who: tuple[str | None, Seat]) -> ParticipantRow:
    person, identified_by = who
    return ParticipantRow(meeting_id, person or slug(seat.party), person, seat.party, identified_by)


def _certainty(row: ParticipantRow) -> int:
    return CERTAINTY[row.identified_by]
