"""The rows that stay with their source: figures, and the passages behind people, meetings and exchanges."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..records import Article, Claims, FigureClaim, PersonClaim, Span
from ..tables import FigureRow, MentionRow
from .gather import Report
from .identity import distinct


def figure_rows(claims: Sequence[Claims], exchange_ids: Mapping[tuple[str, int], str]) -> tuple[FigureRow, ...]:
    """The row of every figure; `exchange_ids` tells by source and index which exchange it belongs to."""
    rows = []
    for own in claims:
        source_id = own.article.source_id
        places = [(source_id, figure.start, figure.end) for figure in own.figures]
        ids = distinct(places, lambda place: f"{place[0]}-{place[1]}", lambda place: (str(place[2]),))
        for i, (figure_id, figure) in enumerate(zip(ids, own.figures, strict=True)):
            rows.append(_figure_row(figure_id, own.article, figure, exchange_ids.get((source_id, i))))
    return tuple(rows)


def _figure_row(figure_id: str, article: Article, figure: FigureClaim, exchange_id: str | None) -> FigureRow:
    return FigureRow(
        figure_id=figure_id,
        source_id=article.source_id,
        value_low=figure.value_low,
        value_high=figure.value_high,
        modifier=figure.modifier,
        unit=figure.unit,
        measure=figure.measure,
        counted=figure.counted,
        status=figure.status,
        claimed_by=figure.claimed_by,
        exchange_id=exchange_id,
        quote=article.text[figure.start : figure.end],
        start=figure.start,
        end=figure.end,
    )


def passages(report: Report[Any]) -> tuple[Span, ...]:
    """The passages in which an article reports a meeting or an exchange."""
    return report.evidence


def printed_forms(report: Report[PersonClaim]) -> tuple[Span, ...]:
    """Where an article first prints each form of a name, so that every item of `names_reported` has its passage."""
    text = report.claims.article.text
    first: dict[str, Span] = {}
    for mention in report.evidence:
        first.setdefault(mention.of(text), mention)
    return tuple(first.values())


def mention_rows(
    kind: str,
    row_id: str,
    reports: Sequence[Report[Any]],
    spans: Callable[[Report[Any]], tuple[Span, ...]] = passages,
) -> Iterator[MentionRow]:
    """One row for each passage that supports the row `row_id` of people, meetings or exchanges (`kind`)."""
    for report in reports:
        ends: dict[int, int] = {}
        for passage in spans(report):
            ends[passage.start] = max(passage.end, ends.get(passage.start, 0))
        for start, end in ends.items():
            yield MentionRow(
                mention_id=f"{report.source_id}-{start}-{kind}-{row_id}",
                source_id=report.source_id,
                quote=report.claims.article.text[start:end],
                start=start,
                end=end,
                person_id=row_id if kind == "person" else None,
                meeting_id=row_id if kind == "meeting" else None,
                exchange_id=row_id if kind == "exchange" else None,
            )
