"""The readers of `docs/loading.md`, run as they are written there: what each sees in the tables of a package.

Each gives `{table: {column: [cell, …]}}`, dates in ISO 8601 and numbers as floats, as `stored` gives it from Parquet.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from schemas import MODELS

from .snippets import PROJECT, blocks, run_r

GUIDE = PROJECT / "docs" / "loading.md"
Cells = dict[str, dict[str, list[Any]]]

EXPORT_PANDAS = """
import json
import pandas as pd
def cells(frame):
    return {c: [None if pd.isna(v) else str(v)[:10] if hasattr(v, "year") else v for v in frame[c]] for c in frame}
tables = {name: cells(read_table(name)) for name in TABLES}
print("EXPORT" + json.dumps(tables, default=lambda value: value.item()))
"""

EXPORT_POLARS = """
import json
tables = {name: read_table(name).to_dict(as_series=False) for name in TABLES}
print("EXPORT" + json.dumps(tables, default=str))
"""

EXPORT_DUCKDB = """
import json
import duckdb
def table(name):
    found = duckdb.sql(SQL.replace("/people.", f"/{name}."))
    rows = found.fetchall()
    return {column: [row[i] for row in rows] for i, column in enumerate(found.columns)}
print("EXPORT" + json.dumps({name: table(name) for name in TABLES}, default=str))
"""

EXPORT_R = """
for (name in TABLES) write(toJSON(lapply(as.list(read_table(name)), function(x) {
  text <- if (inherits(x, "Date")) format(x, "%Y-%m-%d") else if (is.numeric(x)) sprintf("%.17g", x) else x
  ifelse(is.na(x), NA_character_, text)
}), na = "null"), paste0(name, ".json"))
"""

EXPORT_JAVASCRIPT = """
const plain = (value) => value instanceof Date ? value.toISOString().slice(0, 10)
  : typeof value === 'bigint' ? Number(value) : value === undefined ? null : value
const tables = {}
for (const name of TABLES) {
  const rows = await readTable(name)
  tables[name] = {}
  for (const column of COLUMNS[name]) tables[name][column] = rows.map((row) => plain(row[column]))
}
console.log('EXPORT' + JSON.stringify(tables))
"""


def stored(package: Path) -> Cells:
    """The cells of every table as Parquet holds them."""
    tables = {path.stem: parquet.read_table(path).to_pydict() for path in sorted((package / "data").glob("*.parquet"))}
    return normal(json.loads(json.dumps(tables, default=lambda day: day.isoformat())))


def normal(tables: Mapping[str, Mapping[str, Iterable[Any]]]) -> Cells:
    """Tables with their numbers as floats, whichever number the reader makes of them."""

    def cell(value: Any) -> Any:
        return float(value) if isinstance(value, int | float) else value

    return {name: {c: [cell(v) for v in values] for c, values in columns.items()} for name, columns in tables.items()}


@cache
def python_with(library: str) -> str:
    """A Python that has `library`: the one that runs, else the one that $LOADING_PYTHON names."""
    for python in filter(None, (sys.executable, os.environ.get("LOADING_PYTHON"))):
        if subprocess.run([python, "-c", f"import {library}"], capture_output=True, timeout=60).returncode == 0:
            return python
    return missing(f"{library} is not installed")


def missing(what: str) -> str:
    """Skip the test for want of a reader; where REQUIRE_READERS is set, as in continuous integration, fail it."""
    if os.environ.get("REQUIRE_READERS"):
        pytest.fail(what)
    pytest.skip(what)


def exported(command: list[str], folder: Path) -> Cells:
    """What a reader prints of the package in `folder`."""
    environment = os.environ | {"PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return normal(json.loads(done.stdout.partition("EXPORT")[2]))


def snippet(language: str, words: str) -> str:
    """The only snippet of the guide in a language that has certain words."""
    (found,) = (code for code in blocks(GUIDE, language) if words in code)
    return found


def with_pandas(folder: Path) -> Cells:
    code = f"TABLES = {list(MODELS)}\n{snippet('python', 'pandas')}{EXPORT_PANDAS}"
    return exported([sys.executable, "-c", code], folder)


def with_polars(folder: Path) -> Cells:
    code = f"TABLES = {list(MODELS)}\n{snippet('python', 'polars')}{EXPORT_POLARS}"
    return exported([python_with("polars"), "-c", code], folder)


def _with_duckdb(folder: Path, words: str) -> Cells:
    code = f"TABLES = {list(MODELS)}\nSQL = {snippet('sql', words)!r}\n{EXPORT_DUCKDB}"
    return exported([python_with("duckdb"), "-c", code], folder)


def with_duckdb(folder: Path) -> Cells:
    return _with_duckdb(folder, ".parquet")


def with_duckdb_from_csv(folder: Path) -> Cells:
    """DuckDB reads the CSV as text."""
    return _numbers_among(_with_duckdb(folder, ".csv"), folder / "datapackage")


def with_r(folder: Path) -> Cells:
    """R has to write numbers as text: its JSON has fifteen digits."""
    names = ", ".join(f'"{name}"' for name in MODELS)
    code = f"options(warn = 2)\nTABLES <- c({names})\n{snippet('r', 'read_table')}{EXPORT_R}"
    (folder / "load.R").write_text(code, encoding="utf-8")
    run_r(["load.R"], folder)
    read = {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in MODELS}
    return _numbers_among(read, folder / "datapackage")


def _numbers_among(cells: Cells, package: Path) -> Cells:
    """Cells that are all text, with numbers where Parquet has numbers."""
    numbers = {
        (table, column)
        for table, columns in stored(package).items()
        for column, values in columns.items()
        if any(isinstance(value, float) for value in values)
    }
    return {
        table: {
            column: [float(value) if value and (table, column) in numbers else value for value in values]
            for column, values in columns.items()
        }
        for table, columns in cells.items()
    }


def with_javascript(folder: Path) -> Cells:
    """Node reads Parquet with hyparquet, from the folder that $HYPARQUET names."""
    modules = Path(os.environ.get("HYPARQUET", PROJECT / "tests" / "loading")) / "node_modules"
    if not shutil.which("node") or not (modules / "hyparquet").is_dir():
        missing("node or hyparquet is not installed: npm ci in a copy of tests/loading, named by $HYPARQUET")
    (folder / "node_modules").symlink_to(modules)
    columns = {name: list(model.to_schema().columns) for name, model in MODELS.items()}
    code = f"{snippet('js', 'hyparquet')}\nconst TABLES = {json.dumps(list(MODELS))}\nconst COLUMNS = "
    (folder / "load.mjs").write_text(f"{code}{json.dumps(columns)}\n{EXPORT_JAVASCRIPT}", encoding="utf-8")
    return exported(["node", "load.mjs"], folder)


READERS = {
    "pandas": with_pandas,
    "polars": with_polars,
    "DuckDB, Parquet": with_duckdb,
    "DuckDB, CSV": with_duckdb_from_csv,
    "R": with_r,
    "JavaScript": with_javascript,
}
