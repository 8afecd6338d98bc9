"""What the tables admit of the claims: what is no row by the codebook is left out, and the log says so.

A misread sentence so costs its own claim and not the package. Here only what the claim itself shows counts: a meeting
of no party, an exchange without a number, a share above one.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from ..records import Claims, ExchangeClaim, FigureClaim, MeetingClaim, Span

WHITE = " \t\r\n"
"""What no cell begins or ends with, as readers trim it."""

NO_BEGINNING = f"=+-@{WHITE}"
"""What no cell begins with, as spreadsheets take such text for a formula."""

GREATEST = 2**53 - 1
"""Up to this every reader of the tables holds whole numbers exactly."""

Claim = TypeVar("Claim", FigureClaim, MeetingClaim, ExchangeClaim)


def admit(claims: Claims) -> tuple[Claims, list[str]]:
    """The claims of an article that are rows by the codebook, their text as cells hold it; and what was left out."""
    text = claims.article.text
    figures, figures_log = _admitted(claims, [_passage(text, figure) for figure in claims.figures], figure_fault)
    meetings, meetings_log = _admitted(claims, [_evidence(text, one) for one in claims.meetings], meeting_fault)
    exchanges, exchanges_log = _admitted(claims, [_evidence(text, one) for one in claims.exchanges], exchange_fault)
    place = {index: new for new, (index, _) in enumerate(figures)}
    admitted = replace(
        claims,
        article=cleaned(claims.article),
        people=tuple(cleaned(person) for person in claims.people),
        figures=tuple(cleaned(figure) for _, figure in figures),
        meetings=tuple(
            replace(cleaned(one), participants=tuple(map(cleaned, one.participants))) for _, one in meetings
        ),
        exchanges=tuple(
            replace(cleaned(one), figures=tuple(place[i] for i in one.figures if i in place)) for _, one in exchanges
        ),
    )
    return admitted, [*figures_log, *meetings_log, *exchanges_log]


def _admitted(
    claims: Claims, candidates: Sequence[Claim], fault: Callable[[Claim], str | None]
) -> tuple[list[tuple[int, Claim]], list[str]]:
    kept, log = [], []
    for index, claim in enumerate(candidates):
        if why := fault(claim):
            log.append(f"{claims.article.source_id}: left out {_shown(claims, claim)}: {why}")
        else:
            kept.append((index, claim))
    return kept, log


def _shown(claims: Claims, claim: FigureClaim | MeetingClaim | ExchangeClaim) -> str:
    span = Span(claim.start, claim.end) if isinstance(claim, FigureClaim) else next(iter(claim.evidence), Span(0, 0))
    kind = type(claim).__name__.removesuffix("Claim").lower()
    return f'{kind} "{" ".join(span.of(claims.article.text).split())}" at {span.start}'


def figure_fault(figure: FigureClaim) -> str | None:
    """Why a figure is no row of the table, if it is none.

    >>> figure_fault(FigureClaim(0, 9, 1.5, 1.5, "exact", "share", "other", None, "actual", None, "test"))
    'a share above one'
    """
    low, high = figure.value_low, figure.value_high
    if figure.start >= figure.end:
        return "no passage"
    if not (math.isfinite(high) and 0 <= low <= high):
        return "no span of numbers"
    if high > GREATEST:
        return "a number too great for readers to hold"
    if figure.unit == "share" and high > 1:
        return "a share above one"
    if figure.unit == "people" and (low % 1 or high % 1):
        return "people are whole"
    if not figure.unit:
        return "no unit"
    return None


def meeting_fault(meeting: MeetingClaim) -> str | None:
    """Why a meeting is no row of the table, if it is none.

    It needs "at least one party and a place or a time stated"; the time may be a weekday that nothing fixes.
    """
    if not meeting.evidence:
        return "no passage"
    if not meeting.participants:
        return "no party"
    return _dates_fault(meeting)


def exchange_fault(exchange: ExchangeClaim) -> str | None:
    """Why an exchange is no row of the table, if it is none: it "needs a number of people"."""
    spans = (exchange.captives_low, exchange.captives_high), (exchange.prisoners_low, exchange.prisoners_high)
    stated = [(low, high) for low, high in spans if low is not None and high is not None]
    if not exchange.evidence:
        return "no passage"
    if not stated:
        return "no number of people"
    if len(stated) + spans.count((None, None)) < 2 or not all(0 <= low <= high for low, high in stated):
        return "no span of numbers"
    if any(high > GREATEST for _, high in stated):
        return "a number too great for readers to hold"
    return _dates_fault(exchange)


def _dates_fault(claim: MeetingClaim | ExchangeClaim) -> str | None:
    if claim.start_date and claim.end_date and claim.start_date > claim.end_date:
        return "it ends before it starts"
    return None


def _passage(text: str, figure: FigureClaim) -> FigureClaim:
    start, end = _trimmed(text, Span(figure.start, figure.end))
    return replace(figure, start=start, end=end, unit=figure.unit.lstrip(NO_BEGINNING))


def _evidence(text: str, claim: Any) -> Any:
    """The claim with its passages from their first word or quotation mark on; the dash of a list is none."""
    trimmed = (_trimmed(text, span) for span in claim.evidence)
    return replace(claim, evidence=tuple(span for span in trimmed if span.start < span.end))


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text).rstrip(WHITE)
    return Span(span.start + len(words) - len(words.lstrip(NO_BEGINNING)), span.start + len(words))


def cleaned(record: Any) -> Any:
    """A record whose optional texts begin and end as cells may; what is nothing but marks is missing."""
    texts = {
        field.name: value.lstrip(NO_BEGINNING).rstrip() or None
        for field in fields(record)
        if "str | None" in str(field.type) and isinstance(value := getattr(record, field.name), str)
    }
    return replace(record, **texts) if texts else record
