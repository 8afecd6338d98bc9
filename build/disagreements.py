"""Where reports of one exchange cannot all be right about a number (codebook, "disagreements").

`disagreements(exchanges, figures)` derives the table from the two others, and from nothing else: of one release, "50
hostages were freed" and "69 captives were released" are a disagreement about the captives; "at least 50" and "69" are
none, for 69 satisfies both.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .authority import words
from .counting.nouns import singular
from .tables import DisagreementRow, ExchangeRow, FigureRow

SEPARATOR = "; "
TOLERANCE = 0.1
"""How far from an "about" the number may lie that a writer so rounds."""

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source, or one claimant in it, gives as the number of people released by one side."""

    figures: tuple[FigureRow, ...]

    @property
    def low(self) -> int:
        return int(sum(figure.value_low for figure in self.figures))

    @property
    def high(self) -> int:
        return int(sum(figure.value_high for figure in self.figures))

    @property
    def allows(self) -> tuple[float, float]:
        """The least and the greatest number that satisfies it."""
        bounds = [_allows(figure) for figure in self.figures]
        return sum(least for least, _ in bounds), sum(most for _, most in bounds)


def disagreements(exchanges: Iterable[ExchangeRow], figures: Iterable[FigureRow]) -> tuple[DisagreementRow, ...]:
    """One row for each exchange and side of it on whose number the statements contradict each other."""
    counted = (figure for figure in figures if figure.exchange_id is not None and figure.unit == "people")
    ordered = sorted(counted, key=lambda figure: (figure.exchange_id, *_order(figure)))
    of_exchange = {key: list(rows) for key, rows in groupby(ordered, key=lambda figure: figure.exchange_id)}
    sides = [
        (exchange, side, span)
        for exchange in exchanges
        for side, *span in (
            ("captives", exchange.captives_low, exchange.captives_high),
            ("prisoners", exchange.prisoners_low, exchange.prisoners_high),
        )
    ]
    rows = []
    for exchange, side, (low, high) in sides:
        if low is not None and high is not None and low < high:
            own = [f for f in of_exchange.get(exchange.exchange_id, ()) if f.measure.startswith(side)]
            stated = list(statements(own, low, high))
            if contradictory(stated):
                rows.append(_row(exchange.exchange_id, side, stated))
    return tuple(rows)


def statements(figures: Sequence[FigureRow], low: int, high: int) -> Iterator[Statement]:
    """What each source and claimant states of the whole: its greatest figure that the span of the exchange holds.

    A part is smaller than its whole ("69 captives, including 51 Israelis" states 69). Where the span holds no single
    figure, the parts count together: "16 Saudis and 3 Sudanese" states 19.
    """
    voices: dict[tuple[str, str], list[FigureRow]] = {}
    for figure in figures:
        voices.setdefault((figure.source_id, figure.claimed_by or ""), []).append(figure)
    for voice in sorted(voices):
        own = sorted(voices[voice], key=_order)
        wholes = [f for f in own if low <= f.value_low and f.value_high <= high]
        greatest = max(wholes, key=lambda f: (f.value_high, f.value_low, f.modifier == "exact"), default=None)
        statement = Statement((greatest,) if greatest else tuple(own))
        if low <= statement.low and statement.high <= high:
            yield statement


def contradictory(stated: Sequence[Statement]) -> bool:
    """Whether no number satisfies every statement."""
    bounds = [statement.allows for statement in stated]
    return bool(bounds) and max(least for least, _ in bounds) > min(most for _, most in bounds)


def _allows(figure: FigureRow) -> tuple[float, float]:
    match figure.modifier:
        case "at_least":
            return figure.value_low, math.inf
        case "at_most":
            return 0, figure.value_high
        case "about":
            return figure.value_low * (1 - TOLERANCE), figure.value_high * (1 + TOLERANCE)
    return figure.value_low, figure.value_high


def _row(exchange_id: str, side: str, stated: Sequence[Statement]) -> DisagreementRow:
    lowest, highest = min(one.low for one in stated), max(one.high for one in stated)
    least = [figure for one in stated if one.low == lowest for figure in one.figures]
    most = [figure for one in stated if one.high == highest for figure in one.figures]
    figures = [figure for one in stated for figure in one.figures]
    return DisagreementRow(
        exchange_id=exchange_id,
        quantity=side,
        lowest=lowest,
        lowest_sources=_listed(figure.source_id for figure in least) or "",
        lowest_claimed_by=_listed(figure.claimed_by for figure in least),
        lowest_counted=_listed(figure.counted for figure in least),
        highest=highest,
        highest_sources=_listed(figure.source_id for figure in most) or "",
        highest_claimed_by=_listed(figure.claimed_by for figure in most),
        highest_counted=_listed(figure.counted for figure in most),
        scope=scope(stated),
        figures=SEPARATOR.join(figure.figure_id for figure in sorted(figures, key=_order)),
        sources=len({figure.source_id for figure in figures}),
    )


def _order(figure: FigureRow) -> tuple[str, int, str]:
    return figure.source_id, figure.start, figure.figure_id


def _listed(items: Iterable[str | None]) -> str | None:
    """A list in a cell: distinct items, sorted and joined; missing where there is none."""
    return SEPARATOR.join(sorted({item for item in items if item})) or None


def scope(stated: Sequence[Statement]) -> str:
    """Whether the statements count the same people, by their words and by whether it is so or is yet to be.

    "50 Israeli hostages" and "69 captives" differ in scope: both may be right. "Hostages" and "captives" do not.
    """
    figures = [figure for one in stated for figure in one.figures]
    kinds = {
        frozenset().union(*(narrowing(f.counted) for f in one.figures if f.counted))
        for one in stated
        if all(f.counted for f in one.figures)
    }
    if len(kinds) > 1 or len({figure.status for figure in figures}) > 1:
        return "different"
    return "same" if all(figure.counted for figure in figures) else "unknown"


def narrowing(counted: str) -> frozenset[str]:
    """The words that say which captives or prisoners are meant.

    >>> sorted(narrowing("Israeli hostages")), sorted(narrowing("the captives"))
    (['israeli'], [])
    """
    nouns = words("exchange_words", "captive") | words("exchange_words", "prisoner") | words("scope_words", "anyone")
    found = {singular(word) for word in WORD.findall(counted)}
    return frozenset(found - nouns - words("scope_words", "no_scope"))
