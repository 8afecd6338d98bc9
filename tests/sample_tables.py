"""A small package's tables, made by hand: one article of another conflict, with its text."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas

from build.tables import (
    DisagreementRow,
    ExchangeRow,
    FigureRow,
    MeetingRow,
    MentionRow,
    ParticipantRow,
    PersonRow,
    SourceRow,
    Tables,
)
from build.tabulate import tabulate

TEXT = (
    "Envoys meet in Geneva\n\n"
    "Ana Ruiz, the Spanish envoy, met delegates of the Northern Front in Geneva on Monday, 19 September.\n"
    "The Front, “glad to talk”, freed 39 prisoners (24 women and 15 children) that day, a third of all.\n"
)
TEXTS = {"envoys": TEXT}
DAY = date(2022, 9, 19)
MEETING, EXCHANGE, PERSON = "2022-09-19-geneva", "2022-09-19", "ana-ruiz"


def at(words: str) -> tuple[str, int, int]:
    """The passage with these words: quote, start, end."""
    start = TEXT.index(words)
    return words, start, start + len(words)


def figure(words: str, value: float, unit: str = "people", counted: str | None = None) -> FigureRow:
    quote, start, end = at(words)
    return FigureRow(
        figure_id=f"envoys-{start}",
        source_id="envoys",
        value_low=value,
        value_high=value,
        modifier="exact",
        unit=unit,
        measure="prisoners_released",
        counted=counted,
        status="actual",
        claimed_by=None,
        exchange_id=EXCHANGE,
        quote=quote,
        start=start,
        end=end,
    )


def mention(words: str, **thing: str) -> MentionRow:
    quote, start, end = at(words)
    row = {"person_id": None, "meeting_id": None, "exchange_id": None} | thing
    return MentionRow(f"envoys-{start}-{next(iter(thing))}", "envoys", quote, start, end, **row)


TABLES = Tables(
    sources=(
        SourceRow(
            source_id="envoys",
            file="envoys.txt",
            title="Envoys meet in Geneva",
            publisher="The Example",
            url="https://example.org/envoys",
            published_on=date(2022, 9, 20),
            published_on_basis="stated",
            dateline=None,
            language="en",
            words=34,
            sha256="0" * 64,
        ),
    ),
    people=(PersonRow(PERSON, "Ana Ruiz", "Ana Ruiz", "envoy", None, "ES", None, 1),),
    meetings=(MeetingRow(MEETING, DAY, DAY, "day", "Geneva", "CH", None, "held", "ES; Northern Front", 1),),
    participants=(
        ParticipantRow(MEETING, PERSON, PERSON, "ES", "name"),
        ParticipantRow(MEETING, "northern-front", None, "Northern Front", "delegation"),
    ),
    exchanges=(ExchangeRow(EXCHANGE, "completed", DAY, DAY, "day", None, None, None, 39, 39, "Northern Front", 1),),
    figures=(
        figure("39 prisoners", 39, counted="prisoners"),
        figure("24 women", 24, counted="women"),
        figure("15 children", 15, counted="children"),
        figure("a third of all", 0.3333, unit="share"),
    ),
    mentions=(
        mention("Ana Ruiz", person_id=PERSON),
        mention("Ana Ruiz, the Spanish envoy, met delegates", meeting_id=MEETING),
        mention("The Front, “glad to talk”, freed 39 prisoners", exchange_id=EXCHANGE),
    ),
)


def frames() -> dict[str, pandas.DataFrame]:
    """The frames of these tables, which keep every rule."""
    return tabulate(TABLES)


def changed(table: str, row: int = 0, *, of: Tables = TABLES, **cells: Any) -> dict[str, pandas.DataFrame]:
    """The frames with some cells of one row changed."""
    rows = list(getattr(of, table))
    rows[row] = replace(rows[row], **cells)
    return tabulate(replace(of, **{table: tuple(rows)}))


HERALD = "The Front freed at least 45 detainees, Spain says.\n"
DISPUTED_TEXTS = {**TEXTS, "herald": HERALD}
DISPUTED = replace(
    TABLES,
    sources=(
        *TABLES.sources,
        replace(TABLES.sources[0], source_id="herald", file="herald.txt", title=None, url=None, words=9),
    ),
    exchanges=(replace(TABLES.exchanges[0], prisoners_high=45, sources=2),),
    figures=(
        *TABLES.figures,
        FigureRow(
            "herald-16", "herald", 45, 45, "at_least", "people", "prisoners_released", "detainees", "actual", "Spain",
            EXCHANGE, "at least 45 detainees", 16, 37,
        ),
    ),
    mentions=(
        *TABLES.mentions,
        MentionRow("herald-0-exchange", "herald", HERALD[:37], 0, 37, None, None, EXCHANGE),
    ),
    disagreements=(
        DisagreementRow(
            EXCHANGE, "prisoners", 39, "envoys", None, "prisoners", 45, "herald", "Spain", "detainees", "same",
            f"{TABLES.figures[0].figure_id}; herald-16", 2,
        ),
    ),
)  # fmt: skip
"""The sample with a second article, which gives another number for the same release."""
