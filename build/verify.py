"""Whether a published package is what the seeds give: `verify(frames, out, log, articles)` says how it differs, in
lines.

The package is rendered anew in memory and compared with the files in `out` byte by byte. For a table that differs
the rows are named that were added, are gone, or hold other cells.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas

from schemas import MODELS
from schemas.relations import primary_key

from .errors import BuildError
from .publish import NO_ARTICLES, render
from .publish.csv import csv_bytes
from .publish.paths import csv_path, parquet_path
from .records import Article

TOLD = 20
"""How many differing rows of one table are named."""

Rows = Mapping[tuple[str, ...], Mapping[str, str]]


def verify(
    frames: Mapping[str, pandas.DataFrame],
    out: Path,
    log: Sequence[str] = (),
    articles: Mapping[str, Article] = NO_ARTICLES,
) -> list[str]:
    """How the package in `out` differs from what the seeds give; nothing where it is the same to the byte."""
    if not out.is_dir():
        return [f"{out} is not there: build the package first."]
    wanted = render(frames, log, articles)
    found = read(out)
    tables = {path(table): table for table in MODELS for path in (csv_path, parquet_path)}
    lines = []
    for path in sorted(wanted.keys() | found.keys()):
        if path not in found:
            lines.append(f"{out / path} is missing.")
        elif path not in wanted:
            lines.append(f"{out / path} is no file of the package.")
        elif found[path] != wanted[path]:
            lines.append(f"{out / path} differs from what the seeds give.")
            if path in tables:
                lines += differing_rows(tables[path], _as_csv(path, found[path]), wanted[csv_path(tables[path])])
    return lines


def _as_csv(path: str, data: bytes) -> bytes:
    """A table's file as CSV; what cannot be read as Parquet for all its name holds no rows."""
    if path.endswith(".csv"):
        return data
    try:
        return csv_bytes(pandas.read_parquet(io.BytesIO(data)))
    except Exception:  # damaged Parquet makes its readers fail in every way that there is
        return b""


def read(out: Path) -> dict[str, bytes]:
    """Every file under `out` by its path."""
    try:
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if not path.is_dir()}
    except OSError as error:
        raise BuildError(f"{error.filename or out} cannot be read: {error.strerror or error}.") from error


def differing_rows(table: str, found: bytes, wanted: bytes) -> list[str]:
    """The rows of a table that differ, one line each, the first of them where they are many.

    >>> differing_rows("people", b"person_id,name\\na,A\\nb,B\\n", b"person_id,name\\na,Aa\\nc,C\\n")
    ['  row a: name is "A", the seeds give "Aa"', '  row b: the seeds do not give it', '  row c: missing']
    """
    lines = list(_differences(_rows(table, found), _rows(table, wanted)))
    more = [f"  and {len(lines) - TOLD:,} more rows"] if len(lines) > TOLD else []
    return (lines[:TOLD] + more) or ["  the rows hold the same cells, in another order or other bytes"]


def _differences(found: Rows, wanted: Rows) -> Iterator[str]:
    for key in sorted(found.keys() | wanted.keys()):
        name = f"  row {' '.join(key).strip()}"
        if key not in wanted:
            yield f"{name}: the seeds do not give it"
        elif key not in found:
            yield f"{name}: missing"
        elif found[key] != wanted[key]:
            columns = list(dict.fromkeys([*wanted[key], *found[key]]))
            changes = [
                f'{column} is "{found[key].get(column, "")}", the seeds give "{wanted[key].get(column, "")}"'
                for column in columns
                if found[key].get(column) != wanted[key].get(column)
            ]
            yield f"{name}: {'; '.join(changes)}"


def _rows(table: str, data: bytes) -> Rows:
    """The rows of a CSV by key; a key that comes again counts on."""
    seen: Counter[tuple[str, ...]] = Counter()
    rows = {}
    text = io.StringIO(data.decode("utf-8", errors="replace"), newline="")
    for row in csv.DictReader(text, restkey="beyond the header", restval=""):
        key = tuple(row.get(column) or "" for column in primary_key(table))
        seen[key] += 1
        rows[key if seen[key] == 1 else (*key, f"({seen[key]})")] = {k: str(v) for k, v in row.items()}
    return rows
