"""The rules of the tables, and their breaches as sentences that a curator can act on.

`validate(frames, texts)` returns nothing when every row keeps every rule of `schemas`; else it raises
`ValidationError`, whose message says of each breach the table, the row, the column, the rule, the value, and where
in which seed the row comes from. `texts` gives each source's text by its source_id.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy
import pandas
from pandera.errors import SchemaErrors

from schemas import MODELS
from schemas.base import columns_of
from schemas.relations import RELATIONS, Frames, Texts, primary_key

from .errors import BuildError

TOLD = 20
"""How many breaches are told one by one."""

SHOWN = 80
"""How much of a long value is shown."""


class ValidationError(BuildError):
    """Rows that break a rule; `sentences` tells the first of them, one each."""

    def __init__(self, sentences: tuple[str, ...], count: int) -> None:
        self.sentences = sentences
        rules = "a rule" if count == 1 else f"rules {count} times"
        more = (f"and {count - len(sentences)} more.",) if count > len(sentences) else ()
        super().__init__(" ".join((f"The tables break {rules}, so nothing is published.", *sentences, *more)))


class Breach(NamedTuple):
    """A rule that a table breaks: in one row, or as a whole where `row`, the row's position, is missing."""

    row: int | None
    columns: tuple[str, ...]
    rule: str


def validate(frames: Frames, texts: Texts) -> None:
    """Hold every row against the rules of its table and against those across tables."""
    breaches = [(table, breach) for table in MODELS for breach in breaches_within(table, frames[table])]
    if all(breach.row is not None for _, breach in breaches):
        breaches += breaches_across(frames, texts)
    if breaches:
        told = tuple(sentence(table, breach, frames, texts) for table, breach in breaches[:TOLD])
        raise ValidationError(told, len(breaches))


def breaches_within(table: str, frame: pandas.DataFrame) -> list[Breach]:
    """What in one table breaks its model, each row and rule once, in the order of the rows."""
    try:
        MODELS[table].validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases[["index", "column", "check", "failure_case"]].itertuples(index=False, name=None)
        found = {_breach(table, *case) for case in cases}
        whole = {breach for breach in found if breach.row is None}
        return sorted(whole or found, key=lambda breach: (breach.row or 0, breach.columns, breach.rule))
    return []


def _breach(table: str, index: Any, column: str, check: str, value: Any) -> Breach:
    """One of pandera's failure cases in our words; pandera lists a rule across columns once for each column."""
    row = None if pandas.isna(index) else int(index)
    if check == "multiple_fields_uniqueness":
        key = primary_key(table)
        return Breach(row, key, "must be given once in the table")
    if check == "not_nullable":
        return Breach(row, (column,), "must not be missing")
    if row is None:
        named = {
            "column_in_schema": f"the column {value} is none of the table's",
            "column_in_dataframe": f"the column {value} is missing",
            "column_ordered": f"the column {value} stands out of order",
        }
        return Breach(row, (), named.get(check, f"the column {column} fails {check}: {value}"))
    return Breach(row, tuple(columns_of(check)) or (column,), check)


def breaches_across(frames: Frames, texts: Texts) -> Iterator[tuple[str, Breach]]:
    """What breaks the rules across tables, and the quotes that do not stand where they say."""
    for relation in RELATIONS:
        columns = tuple(columns_of(relation.sentence))
        kept = numpy.asarray(relation.keeps(frames, texts), dtype=bool)
        for row in numpy.flatnonzero(~kept).tolist():
            yield relation.table, Breach(row, columns, relation.sentence)


def sentence(table: str, breach: Breach, frames: Frames, texts: Texts) -> str:
    """A breach in words, with the values that break the rule and where they come from."""
    if breach.row is None:
        return f"Table {table}: {breach.rule}."
    row = frames[table].iloc[breach.row]
    key = " ".join(_shown(row[column]) for column in primary_key(table))
    values = ", ".join(f"{column} {_shown(row[column])}" for column in breach.columns)
    rule = breach.rule.replace("`", "")
    told = f"{values} {rule}" if rule.startswith("must") else f"{rule}: {values}"
    where = " and ".join(place(table, row, frames, texts)) or "no passage is on record"
    return f"Table {table}, row {key}: {told} ({where})."


def _shown(value: Any) -> str:
    if pandas.isna(value):
        return "missing"
    text = value if isinstance(value, str) else f"{value:g}" if isinstance(value, float) else str(value)
    text = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return f'"{text}"' if isinstance(value, str) else text


def place(table: str, row: Any, frames: Frames, texts: Texts) -> Iterator[str]:
    """The seeds and lines that a row comes from: its own passage, else those of the rows that mention it."""
    if table == "sources":
        yield f"seed {row['file']}"
    elif table in ("figures", "mentions"):
        yield _line(row["source_id"], row["start"], frames, texts)
    else:
        key = "meeting_id" if table == "participants" else primary_key(table)[0]
        mentions = frames["mentions"]
        passages = mentions[(mentions[key] == row[key]).fillna(False)].drop_duplicates("source_id")
        for source_id, start in zip(passages["source_id"], passages["start"], strict=True):
            yield _line(source_id, start, frames, texts)


def _line(source_id: Any, start: Any, frames: Frames, texts: Texts) -> str:
    sources = frames["sources"]
    files = sources.loc[(sources["source_id"] == source_id).fillna(False), "file"]
    file = files.iloc[0] if len(files) else source_id
    if source_id not in texts or pandas.isna(start) or start < 0:
        return f"seed {file}"
    return f"seed {file}, line {texts[source_id].count(chr(10), 0, start) + 1}"
