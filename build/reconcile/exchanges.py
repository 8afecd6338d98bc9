"""Which reports are of one exchange (codebook, "When two reports are one thing")."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..records import Claims, ExchangeClaim
from ..tables import ExchangeRow
from .counts import Count, counts, differ, share, span
from .dates import FINENESS, Dates, combine, months, near, overlap
from .gather import Fit, Join, Report, gather
from .identity import distinct, join, period_slug, slug

ExchangeReport = Report[ExchangeClaim]
DONE = {"proposed": 0, "agreed": 1, "completed": 2}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an exchange: who releases, and how many by each report."""

    holder: str | None
    numbers: frozenset[Count]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange in the world, as far as its reports tell."""

    reports: tuple[ExchangeReport, ...]
    dates: Dates
    captives: Side
    prisoners: Side

    @property
    def swapped(self) -> "Exchange":
        """The same exchange told from the other side."""
        return replace(self, captives=self.prisoners, prisoners=self.captives)


def gather_exchanges(claims: Sequence[Claims]) -> tuple[list[tuple[str, Exchange]], list[str]]:
    """The exchanges of all sources, each with its id, and the log of what was joined and why."""
    reports = [Report(c, exchange, i, exchange.evidence) for c in claims for i, exchange in enumerate(c.exchanges)]
    exchanges, joins = gather(
        sorted(reports, key=_best_told_first),
        _begin,
        lambda exchange, other: _merged(exchange, _facing(exchange, other)),
        lambda exchange, other: _fit(exchange, _facing(exchange, other)),
        lambda report: set(_keys(report)),
    )
    order = sorted(range(len(exchanges)), key=lambda i: _first(exchanges[i]).when)
    names = dict(zip(order, distinct([exchanges[i] for i in order], _base, _apart), strict=True))
    return [(names[i], exchanges[i]) for i in order], [_told(entry, exchanges, names) for entry in joins]


def _begin(report: ExchangeReport) -> Exchange:
    claim = report.claim
    return Exchange(
        (report,),
        _dates(claim),
        Side(claim.captives_holder, counts(report.claims, claim, "captives")),
        Side(claim.prisoners_holder, counts(report.claims, claim, "prisoners")),
    )


def _dates(claim: ExchangeClaim) -> Dates:
    return Dates(claim.start_date, claim.end_date, claim.date_precision)


def _best_told_first(report: ExchangeReport) -> tuple[object, ...]:
    """Reports that fix both days come first, so that vaguer ones find the exchange that they belong to."""
    dates = _dates(report.claim)
    return (not dates.whole, -FINENESS[dates.precision] * dates.known, report.when)


def _keys(report: ExchangeReport) -> Iterator[Hashable]:
    """The months in question, and both numbers together, which tell an exchange at any distance of time."""
    yield from months(_dates(report.claim), report.published_on)
    claim = report.claim
    if claim.captives_low is not None and claim.prisoners_low is not None:
        yield frozenset((claim.captives_low, claim.prisoners_low))


def _facing(one: Exchange, other: Exchange) -> Exchange:
    """`other`, turned round where it names the two states of a swap in the opposite order."""
    holders = (one.captives.holder, one.prisoners.holder)
    turned = None not in holders and holders == (other.prisoners.holder, other.captives.holder)
    return other.swapped if turned else other


def _fit(one: Exchange, other: Exchange) -> Fit | None:
    """Whether `other`, one report, is of the exchange `one`."""
    if any(r.source_id == other.reports[0].source_id for r in one.reports):
        return None
    pairs = ((one.captives, other.captives), (one.prisoners, other.prisoners))
    if any(differ(a.numbers, b.numbers) or len({a.holder, b.holder} - {None}) > 1 for a, b in pairs):
        return None
    numbers = [number for a, b in pairs for number in share(a.numbers, b.numbers)]
    sides = sum(bool(share(a.numbers, b.numbers)) for a, b in pairs)
    stated = sum(bool(a.numbers and b.numbers) for a, b in pairs)
    same_period = one.dates.whole and one.dates == other.dates
    times = _times(one, other, sides)
    if times is None or not (numbers or same_period) or (_proposed(one, other) and sides < stated):
        return None
    reasons = (times, *(f"share {number}" for number in numbers))
    return Fit((same_period, sides, one.dates.known and other.dates.known, _status(one) == _status(other)), reasons)


def _proposed(one: Exchange, other: Exchange) -> bool:
    """Whether either is a mere proposal: a rival one with a number of its own is another row."""
    return "proposed" in (_status(one), _status(other))


def _times(one: Exchange, other: Exchange, sides: int) -> str | None:
    """How the times agree, or None where they contradict each other or tell too little.

    A period that merely contains another (a whole truce, its first four days) is another exchange.
    """
    if one.dates.known and other.dates.known:
        if one.dates.precision == other.dates.precision == "day":
            return "same days" if _same_days(one.dates, other.dates) else None
        return "days overlap" if overlap(one.dates, other.dates) else None
    published = [r.published_on for r in one.reports]
    if near(published, [other.reports[0].published_on]):
        return "one day unknown, published within a week"
    return "one day unknown, both numbers the same" if sides == 2 else None


def _same_days(one: Dates, other: Dates) -> bool:
    """Whether the ends that both know are the same, and they know one in common."""
    ends = [(one.start, other.start), (one.end, other.end)]
    both = [(a, b) for a, b in ends if a and b]
    return bool(both) and all(a == b for a, b in both)


def _merged(one: Exchange, other: Exchange) -> Exchange:
    return Exchange(
        one.reports + other.reports,
        combine(one.dates, other.dates),
        Side(one.captives.holder or other.captives.holder, one.captives.numbers | other.captives.numbers),
        Side(one.prisoners.holder or other.prisoners.holder, one.prisoners.numbers | other.prisoners.numbers),
    )


def _first(exchange: Exchange) -> ExchangeReport:
    return min(exchange.reports, key=lambda r: r.when)


def _status(exchange: Exchange) -> str:
    """What the latest report says was done."""
    latest = max(exchange.reports, key=lambda r: (r.published_on is not None, r.published_on, DONE[r.claim.status]))
    return latest.claim.status


def _base(exchange: Exchange) -> str:
    """The id: the day or period, else the first source; and who releases whom, never how many."""
    when = period_slug(*exchange.dates) or slug(_first(exchange).source_id)
    sides = [
        slug(side.holder) if side.holder else name if side.numbers else None
        for side, name in ((exchange.captives, "captives"), (exchange.prisoners, "prisoners"))
    ]
    return join([when, *sides])


def _apart(exchange: Exchange) -> list[str]:
    first = _first(exchange)
    return [_status(exchange), slug(first.source_id), str(first.evidence[0].start)]


def _told(entry: Join, exchanges: Sequence[Exchange], names: Mapping[int, str]) -> str:
    place, *others = entry.things
    if others:
        as_well = " and ".join(sorted(names[i] for i in others))
        return f"exchange {names[place]}: {entry.report.source_id} stays apart: {as_well} fit equally"
    first = exchanges[place].reports[0].source_id
    return f"exchange {names[place]}: {first} and {entry.report.source_id} joined: {', '.join(entry.reasons)}"


def exchange_row(exchange_id: str, exchange: Exchange) -> ExchangeRow:
    """The row of `exchanges`; its numbers span what the reports give, its status is the latest report's."""
    captives, prisoners = span(exchange.captives.numbers), span(exchange.prisoners.numbers)
    return ExchangeRow(
        exchange_id=exchange_id,
        status=_status(exchange),
        start_date=exchange.dates.start,
        end_date=exchange.dates.end,
        date_precision=exchange.dates.precision if exchange.dates.known else "unknown",
        captives_low=captives[0],
        captives_high=captives[1],
        captives_holder=exchange.captives.holder,
        prisoners_low=prisoners[0],
        prisoners_high=prisoners[1],
        prisoners_holder=exchange.prisoners.holder,
        sources=len({r.source_id for r in exchange.reports}),
    )
