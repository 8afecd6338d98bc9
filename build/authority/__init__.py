"""The authority data: curated facts and word lists as CSV, each row with its source in a column."""

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `build/authority/<name>.csv`, every cell a string, in file order."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        lines = csv.reader(handle)
        header = next(lines)
        return tuple([dict(zip(header, line, strict=True)) for line in lines])


@cache
def words(name: str, kind: str) -> frozenset[str]:
    """The entries of a word list (columns `word`, `class`, `source`) that are of one class, in lower case."""
    return frozenset(row["word"].lower() for row in table(name) if row["class"] == kind)
