"""One real example of each column, from the fewest rows, each with the passage that states it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas

from schemas.relations import FOREIGN_KEYS, primary_key

from .csv import cell

Frames = Mapping[str, pandas.DataFrame]

LONGEST = 200
"""Longer cells are no examples."""


class Example(NamedTuple):
    """A row, and the columns that it is the example of, each with its cell as CSV has it.

    `quote` states the row in the article `source_id`; both are missing for a row that no passage is on record for.
    """

    key: str
    cells: Mapping[str, str]
    source_id: str | None
    quote: str | None


def examples(table: str, frames: Frames) -> list[Example]:
    """Rows that together have a cell in every column that any row has one in, the fullest row first."""
    frame = frames[table]
    known = pandas.DataFrame({name: _is_short(frame[name]) for name in frame.columns})
    left = list(frame.columns)
    found = []
    while left and len(known) and known[left].to_numpy().any():
        position = int(known[left].sum(axis="columns").to_numpy().argmax())
        row = frame.iloc[position]
        shown = [name for name in left if known.iloc[position][name]]
        key = " ".join(str(row[name]) for name in primary_key(table))
        found.append(Example(key, {name: cell(row[name]) for name in shown}, *_passage(table, row, frames)))
        left = [name for name in left if name not in shown]
    return found


def _is_short(column: Any) -> Any:
    """Which cells of a column are there and short enough to be shown."""
    short = column.notna()
    return short & (column.str.len() <= LONGEST).fillna(False) if str(column.dtype) == "string" else short


def _passage(table: str, row: Any, frames: Frames) -> tuple[str | None, str | None]:
    """The article and the words that state a row: its own, else the first that mention it or what it refers to."""
    if table == "sources":
        return row["source_id"], None
    if "quote" in row.index:
        return row["source_id"], row["quote"]
    for column in _mentioned(table):
        if not pandas.isna(row[column]):
            mentions = frames["mentions"]
            behind = mentions[(mentions[column] == row[column]).fillna(False).astype(bool)]
            if len(behind):
                return behind.iloc[0]["source_id"], behind.iloc[0]["quote"]
    return None, None


def _mentioned(table: str) -> Iterator[str]:
    """The columns of a table by which the table mentions knows its rows, or what they refer to."""
    by = {key.target: key.column for key in FOREIGN_KEYS if key.table == "mentions" and key.target != "sources"}
    if table in by:
        yield by[table]
    yield from (key.column for key in FOREIGN_KEYS if key.table == table and key.column in by.values())
