"""The rows of the published tables, as `reconcile` gives them and `tabulate` types them.

One class a table; its fields are the table's columns, in the published order (`schemas` says what each
means, and a test holds the two together). A missing cell is `None`.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One article (codebook, "sources")."""

    source_id: str
    file: str
    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None
    published_on_basis: str | None
    dateline: str | None
    language: str
    words: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person whom at least one source names (codebook, "people")."""

    person_id: str
    name: str
    names_reported: str
    position: str | None
    organization: str | None
    country: str | None
    wikidata_id: str | None
    sources: int


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting in the world (codebook, "meetings")."""

    meeting_id: str
    start_date: date | None
    end_date: date | None
    date_precision: str
    place: str | None
    country: str | None
    region: str | None
    status: str
    parties: str
    sources: int


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One seat at a meeting (codebook, "participants")."""

    meeting_id: str
    participant_id: str
    person_id: str | None
    party: str
    identified_by: str


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """One release of captives or prisoners in the world (codebook, "exchanges")."""

    exchange_id: str
    status: str
    start_date: date | None
    end_date: date | None
    date_precision: str
    captives_low: int | None
    captives_high: int | None
    captives_holder: str | None
    prisoners_low: int | None
    prisoners_high: int | None
    prisoners_holder: str | None
    sources: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One number that an article states (codebook, "figures")."""

    figure_id: str
    source_id: str
    value_low: float
    value_high: float
    modifier: str
    unit: str
    measure: str
    counted: str | None
    status: str
    claimed_by: str | None
    exchange_id: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MentionRow:
    """The passage behind one row (codebook, "mentions"); exactly one of the last three is set."""

    mention_id: str
    source_id: str
    quote: str
    start: int
    end: int
    person_id: str | None
    meeting_id: str | None
    exchange_id: str | None


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """One number of an exchange on which sources differ (codebook, "disagreements"), derived from the other tables."""

    exchange_id: str
    quantity: str
    lowest: int
    lowest_sources: str
    lowest_claimed_by: str | None
    lowest_counted: str | None
    highest: int
    highest_sources: str
    highest_claimed_by: str | None
    highest_counted: str | None
    scope: str
    figures: str
    sources: int


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows of the package, table by table."""

    sources: tuple[SourceRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    participants: tuple[ParticipantRow, ...] = ()
    exchanges: tuple[ExchangeRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    mentions: tuple[MentionRow, ...] = ()
    disagreements: tuple[DisagreementRow, ...] = ()
