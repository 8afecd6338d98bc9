"""The records that flow through the build, all immutable.

`read` makes an `Article`; `chunks` finds the mentions in it; the extractors turn mentions into
claims, what one article states; `reconcile` turns claims into the rows of the published tables.

Offsets count Unicode code points in the seed file, `start` inclusive, `end` exclusive
(codebook, "Conventions for every table").
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

BlockKind = Literal["title", "body", "furniture"]
Precision = Literal["day", "week", "month", "unknown"]
Modifier = Literal["exact", "about", "at_least", "at_most"]
Seat = Literal["name", "office", "delegation"]


class Span(NamedTuple):
    """A passage of the seed file.

    >>> Span(0, 4).of("Doha talks")
    'Doha'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the passage in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the file that belongs together: the headline, a paragraph, or page furniture."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """One seed file, read: its text as it came, its head, and its blocks in order."""

    source_id: str
    file: str
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: date | None = None
    published_on_basis: Literal["stated", "supplied"] | None = None
    dateline: str | None = None
    language: str = "en"
    words: int = 0


class Token(NamedTuple):
    """A word, a numeral or a mark of punctuation, with its place in the file."""

    text: str
    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence; `paragraph` numbers the block that it stands in."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    is_title: bool


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party named in the text: `Qatar`, `Qatari`, `Hamas`, `Washington` for its government.

    `form` says how: a `state` by its name, an `adjective` ("Qatari", "Israelis"), an `organization`,
    or a `capital` that may stand for its government.
    """

    start: int
    end: int
    party: str
    form: Literal["state", "adjective", "organization", "capital"]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text: a city (with its country), a country alone, or a wider region."""

    start: int
    end: int
    place: str | None
    country: str | None
    region: str | None


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in the text; `person` is the index in `Chunks.people`. The span is the name alone."""

    start: int
    end: int
    person: int


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An office in the text ("the CIA director", "Qatar’s prime minister").

    `office` is its kind in the authority file (`head_of_intelligence`, `prime_minister`, …), `party` whom
    it serves, `person` the index of its holder where this text names one.
    """

    start: int
    end: int
    office: str
    party: str | None
    organization: str | None
    person: int | None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time in the text, resolved from the publication date as the codebook's "Dates" says.

    `start_date` and `end_date` are missing where the text does not fix them ("since 24 November" has no
    end). `kind` says what was read: a `date`, a `weekday`, a `relative` day ("yesterday"), a `week`, a
    `month`, a `period` ("from 6 to 24 July"). `month` and `day` keep a yearless date's parts.
    """

    start: int
    end: int
    start_date: date | None
    end_date: date | None
    precision: Precision
    kind: Literal["date", "weekday", "relative", "week", "month", "period"]
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, with its modifier: "at least 69", "10 to 12", "dozens of".

    `start`–`end` spans modifier and number, `number_start`–`number_end` the number alone. `unit` is set
    where the number itself carries one (`day` in "four-day", `USD` in "$70 billion", `percent`, `share`).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: float
    high: float
    modifier: Modifier
    unit: str | None


@dataclass(frozen=True, slots=True)
class PersonClaim:
    """A person as one article names them; `mentions` are the spans of the name, in order."""

    name: str
    forms: tuple[str, ...]
    position: str | None
    organization: str | None
    country: str | None
    wikidata_id: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Chunks:
    """All that was found in one article before any table is filled, each tuple in text order."""

    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...]
    people: tuple[PersonClaim, ...]
    persons: tuple[PersonMention, ...]
    offices: tuple[OfficeMention, ...]
    parties: tuple[PartyMention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A number that the article states (codebook, "figures"); `rule` names what read it."""

    start: int
    end: int
    value_low: float
    value_high: float
    modifier: Modifier
    unit: str
    measure: str
    counted: str | None
    status: Literal["actual", "prospective"]
    claimed_by: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Participant:
    """One seat at a meeting; `person` is the index in `Chunks.people` where one is identified.

    Where the office is stated but the text does not name its holder, `office` keeps its kind, so that
    `reconcile` may look the holder up for the day of the meeting.
    """

    party: str
    person: int | None
    identified_by: Seat
    office: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingClaim:
    """A meeting as one article reports it; `evidence` are its passages, the best one first."""

    place: str | None
    country: str | None
    region: str | None
    start_date: date | None
    end_date: date | None
    date_precision: Precision
    status: Literal["held", "planned"]
    host: str | None
    participants: tuple[Participant, ...]
    evidence: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class ExchangeClaim:
    """An exchange as one article reports it; `figures` are indices in `Claims.figures`."""

    status: Literal["completed", "agreed", "proposed"]
    start_date: date | None
    end_date: date | None
    date_precision: Precision
    captives_low: int | None
    captives_high: int | None
    captives_holder: str | None
    prisoners_low: int | None
    prisoners_high: int | None
    prisoners_holder: str | None
    figures: tuple[int, ...]
    evidence: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Claims:
    """All that one article states, ready to be reconciled with the others."""

    article: Article
    people: tuple[PersonClaim, ...]
    meetings: tuple[MeetingClaim, ...]
    exchanges: tuple[ExchangeClaim, ...]
    figures: tuple[FigureClaim, ...]
