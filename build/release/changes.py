"""What changed between two releases: `changes(old, new, reasons)`, one record a column, code, row or cell."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas

from ..publish.csv import csv_bytes
from .reasons import Reason

HEADER = ("version", "table", "key", "column", "old", "new", "kind", "reason")
Row = dict[str, str]


class Change(NamedTuple):
    """One change; `kind` is added, removed, corrected or renamed id.

    With neither key nor column it is of a whole table; with a column alone, of the column or one of its codes; with a
    key alone, of a row; with both, of a cell.
    """

    table: str
    key: str
    column: str
    old: str
    new: str
    kind: str
    reason: str = ""
    level: str = "patch"


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a release as their files have them: each one's Table Schema, and its CSV."""

    schemas: Mapping[str, Mapping[str, Any]]
    csvs: Mapping[str, bytes]

    def rows(self, table: str) -> list[Row]:
        text = io.StringIO(self.csvs[table].decode("utf-8"), newline="")
        return list(csv.DictReader(text))

    def key(self, table: str) -> tuple[str, ...]:
        return tuple(self.schemas[table]["primaryKey"])

    def references(self, table: str) -> dict[str, str]:
        """Which table each column refers to."""
        links = self.schemas[table].get("foreignKeys", [])
        return {link["fields"][0]: link["reference"]["resource"] for link in links}

    def cited(self) -> set[str]:
        """The tables whose ids other tables, and so users, refer to."""
        return {target for table in self.schemas for target in self.references(table).values()}


def changes(old: Tables, new: Tables, reasons: Sequence[Reason]) -> list[Change]:
    """All that changed, table by table: first the table's shape, then its rows in the order of their keys."""
    found: list[Change] = []
    for table in dict.fromkeys([*new.schemas, *old.schemas]):
        if table not in old.schemas:
            found.append(Change(table, "", "", "", "", "added", level="minor"))
        elif table not in new.schemas:
            found.append(Change(table, "", "", "", "", "removed", level="major"))
        else:
            found += _of_shape(table, old.schemas[table], new.schemas[table])
            if old.key(table) == new.key(table):
                found += _of_rows(table, old, new, reasons)
    return found


def gone(old: Tables, new: Tables, reasons: Sequence[Reason]) -> dict[str, list[str]]:
    """The keys of each table that the new release has no longer; a key that only follows a renamed one stays."""
    found = {}
    for table in old.schemas:
        if table in new.schemas and old.key(table) == new.key(table):
            stay = {key_of(row, new.key(table)) for row in new.rows(table)}
            found[table] = sorted({key_of(row, old.key(table)) for row in _followed(table, old, reasons)} - stay)
    return found


def _followed(table: str, old: Tables, reasons: Sequence[Reason]) -> Iterator[Row]:
    """The rows of a table, their references to renamed rows of other tables brought up to date.

    What stands in the key beside a reference and is the same, as the seat of a person is, goes with it.
    """
    renamed = {(reason.table, reason.key): reason.new_key for reason in reasons if reason.new_key}
    references = old.references(table)
    for row in old.rows(table):
        moved = {
            row[column]: renamed[target, row[column]]
            for column, target in references.items()
            if (target, row[column]) in renamed
        }
        yield row | {column: moved.get(row[column], row[column]) for column in (*references, *old.key(table))}


def _of_shape(table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before, after = ({field["name"]: field for field in schema["fields"]} for schema in (old, new))
    if old["primaryKey"] != new["primaryKey"]:
        keys = [", ".join(schema["primaryKey"]) for schema in (old, new)]
        yield Change(table, "", "", keys[0], keys[1], "corrected", level="major")
    for name in dict.fromkeys([*before, *after]):
        if name not in after:
            yield Change(table, "", name, before[name]["type"], "", "removed", level="major")
        elif name not in before:
            yield Change(table, "", name, "", after[name]["type"], "added", level="major")
        else:
            yield from _of_column(table, before[name], after[name])
    if set(before) == set(after) and list(before) != list(after):
        yield Change(table, "", "", ", ".join(before), ", ".join(after), "corrected", level="major")


def _of_column(table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    if old["type"] != new["type"]:
        yield Change(table, "", new["name"], old["type"], new["type"], "corrected", level="major")
    before, after = (field.get("constraints", {}).get("enum", []) for field in (old, new))
    for code in [code for code in before if code not in after]:
        yield Change(table, "", new["name"], code, "", "removed", level="major")
    for code in [code for code in after if code not in before]:
        yield Change(table, "", new["name"], "", code, "added", level="major")


def _of_rows(table: str, old: Tables, new: Tables, reasons: Sequence[Reason]) -> Iterator[Change]:
    key = new.key(table)
    level = "major" if table in new.cited() else "patch"
    after = {key_of(row, key): row for row in new.rows(table)}
    before = {key_of(row, key): row for row in _followed(table, old, reasons)}
    for reason in reasons:
        if reason.table == table and reason.new_key and reason.key in before:
            yield Change(table, reason.key, key[0], reason.key, reason.new_key, "renamed id", reason.reason, level)
            row = before.pop(reason.key)
            before.setdefault(reason.new_key, row | {key[0]: reason.new_key})
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            why = next((reason.reason for reason in reasons if reason.covers(table, name)), "")
            yield Change(table, name, "", "", "", "removed", why, level)
        elif name not in before:
            yield Change(table, name, "", "", "", "added", level="minor")
        else:
            for column in [column for column in after[name] if column in before[name]]:
                was, now = before[name][column], after[name][column]
                if was != now:
                    yield Change(table, name, column, was, now, "corrected")


def key_of(row: Row, key: Iterable[str]) -> str:
    """The key of a row as one text, its columns joined by spaces."""
    return " ".join(row[column] for column in key)


def lines(version: str, found: Iterable[Change]) -> bytes:
    """The changes of a version as lines of `changes.csv`, without its header."""
    return _csv((version, *change[:7]) for change in found).partition(b"\n")[2]


def with_version(table: bytes, version: str, found: Iterable[Change]) -> bytes:
    """`changes.csv` with the changes of a version at its end, in place of what it said of that version before."""
    read = csv.reader(io.StringIO(table.decode("utf-8"), newline=""))
    kept = [row for row in read if row and row[0] not in (HEADER[0], version)]
    return _csv(kept) + lines(version, found)


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    return csv_bytes(pandas.DataFrame(rows, columns=list(HEADER), dtype="string"))
