"""`datapackage.json`: the package's Data Package descriptor (v2), derived from the models and `metadata.toml`.

It keeps to what the validators and readers of Python, JavaScript and R agree on: a missing value is empty, codes are
an `enum` with labelled categories beside it, keys are arrays. Each table is two resources: CSV, which has the schema,
and Parquet, a file beside it, its format written so that frictionless checks its bytes and does not guess its types.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pandera.api.pandas.components import Column
from pandera.pandas import Check

from schemas import MODELS
from schemas.base import CELL
from schemas.relations import FOREIGN_KEYS, primary_key

from .kinds import kinds

PROFILES = "https://datapackage.org/profiles/2.0"


@cache
def metadata() -> Mapping[str, Any]:
    """What the package says of itself."""
    with (Path(__file__).parent / "metadata.toml").open("rb") as handle:
        return MappingProxyType(tomllib.load(handle))


def csv_path(table: str) -> str:
    """Where a table's CSV lies in the package."""
    return f"data/{table}.csv"


def parquet_path(table: str) -> str:
    """Where a table's Parquet lies in the package."""
    return f"data/{table}.parquet"


DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False, "header": True}
"""How the CSV is written, which readers else guess from its first rows."""

PATHS = (
    *(path for table in MODELS for path in (csv_path(table), parquet_path(table))),
    "datapackage.json",
    "README.md",
    "CODEBOOK.md",
    "LOG.txt",
    "SHA256SUMS",
)
"""Every file of a package."""


def descriptor(files: Mapping[str, bytes]) -> bytes:
    """The descriptor of a package whose tables are written in `files`."""
    written = {"$schema": f"{PROFILES}/datapackage.json", **metadata()}
    written["created"] = f"{written['created']:%Y-%m-%dT%H:%M:%SZ}"
    written["resources"] = [resource for table in MODELS for resource in _resources(table, files)]
    return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resources(table: str, files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    model = MODELS[table].to_schema()
    csv, parquet = files[csv_path(table)], files[parquet_path(table)]
    return [
        {
            "name": table,
            "type": "table",
            "profile": "tabular-data-resource",
            "path": csv_path(table),
            "title": model.title,
            "description": model.description,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": DIALECT,
            "bytes": len(csv),
            "hash": _hash(csv),
            "schema": table_schema(table),
        },
        {
            "name": f"{table}-parquet",
            "path": parquet_path(table),
            "title": f"{model.title}, as Parquet",
            "format": "Parquet",
            "mediatype": "application/vnd.apache.parquet",
            "hash": _hash(parquet),
        },
    ]


def _hash(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def table_schema(table: str) -> dict[str, Any]:
    """The Table Schema of a table: its fields, its key, and the keys of other tables that it holds."""
    columns = MODELS[table].to_schema().columns
    key = primary_key(table)
    written: dict[str, Any] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(columns[name], kind.table_schema, key == (name,)) for name, kind in kinds(table).items()],
        "missingValues": [""],
        "primaryKey": list(key),
    }
    foreign = [
        {"fields": [key.column], "reference": {"resource": key.target, "fields": list(primary_key(key.target))}}
        for key in FOREIGN_KEYS
        if key.table == table
    ]
    return {**written, "foreignKeys": foreign} if foreign else written


def _field(column: Column, kind: str, unique: bool) -> dict[str, Any]:
    field = {"name": column.name, "type": kind, "title": column.title, "description": column.description}
    if codes := (column.metadata or {}).get("codes"):
        field["categories"] = [{"value": value, "label": meaning} for value, meaning in codes.items()]
    constraints = {"required": True} if not column.nullable else {}
    constraints |= {"unique": True} if unique else {}
    for check in column.checks:
        constraints |= _constraint(check)
    return {**field, "constraints": constraints} if constraints else field


def _constraint(check: Check) -> dict[str, Any]:
    """A column's check as a Table Schema says it; what all text keeps is left to the codebook.

    Patterns stand there without anchors: the standard takes them to match the whole cell.
    """
    match check.name, check.statistics:
        case "str_matches", {"pattern": pattern} if pattern != CELL:
            return {"pattern": pattern.removeprefix("^").removesuffix("$")}
        case "greater_than_or_equal_to", {"min_value": least}:
            return {"minimum": least}
        case "isin", {"allowed_values": codes}:
            return {"enum": list(codes)}
    return {}
