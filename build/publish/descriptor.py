"""`datapackage.json`: the package's Data Package descriptor (v2), derived from the models and `metadata.toml`.

It keeps to what the validators and readers of Python, JavaScript and R agree on: a missing value is empty, codes are
an `enum` with labelled categories beside it, keys are arrays. Each table is two resources: CSV, which has the schema,
and Parquet, a file beside it, its format written so that frictionless checks its bytes and does not guess its types.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

import pandas
from pandera.api.pandas.components import Column
from pandera.pandas import Check

from schemas import MODELS, misreadings, purpose
from schemas.base import CELL
from schemas.relations import FOREIGN_KEYS, primary_key

from .examples import examples
from .kinds import kinds
from .metadata import address, as_json, metadata
from .paths import csv_path, parquet_path

PROFILES = "https://datapackage.org/profiles/2.0"


DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False, "header": True}
"""How the CSV is written, which readers else guess from its first rows."""

STANDARD = ("name", "title", "description", "version", "keywords", "contributors", "licenses", "sources")
"""What the descriptor says as `metadata.toml` does."""


def descriptor(files: Mapping[str, bytes], frames: Mapping[str, pandas.DataFrame]) -> bytes:
    """The descriptor of a package whose tables are `frames`, written in `files`."""
    about = metadata()
    return as_json(
        {
            "$schema": f"{PROFILES}/datapackage.json",
            "id": address() if about["doi"] else "",
            **{name: about[name] for name in STANDARD},
            "homepage": about["homepage"],
            "created": f"{about['created']:%Y-%m-%dT%H:%M:%SZ}",
            "resources": [resource for table in MODELS for resource in _resources(table, files, frames)],
        }
    )


def _resources(table: str, files: Mapping[str, bytes], frames: Mapping[str, pandas.DataFrame]) -> list[dict[str, Any]]:
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
            "purpose": purpose(table),
            "misreadings": list(misreadings(table)),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": DIALECT,
            "bytes": len(csv),
            "hash": _hash(csv),
            "schema": table_schema(table, frames),
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


def table_schema(table: str, frames: Mapping[str, pandas.DataFrame]) -> dict[str, Any]:
    """The Table Schema of a table: its fields, its key, and the keys of other tables that it holds."""
    columns = MODELS[table].to_schema().columns
    key = primary_key(table)
    shown = {column: cell for example in examples(table, frames) for column, cell in example.cells.items()}
    written: dict[str, Any] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [
            _field(columns[name], kind.table_schema, key == (name,), shown.get(name))
            for name, kind in kinds(table).items()
        ],
        "missingValues": [""],
        "primaryKey": list(key),
    }
    foreign = [
        {"fields": [key.column], "reference": {"resource": key.target, "fields": list(primary_key(key.target))}}
        for key in FOREIGN_KEYS
        if key.table == table
    ]
    return {**written, "foreignKeys": foreign} if foreign else written


def _field(column: Column, kind: str, unique: bool, example: str | None) -> dict[str, Any]:
    """A field; beside what the standard knows it says its `unit` and where it is `missing`."""
    said = column.metadata or {}
    field = {"name": column.name, "type": kind, "title": column.title, "description": column.description}
    field |= {name: said[name] for name in ("unit", "missing") if name in said}
    field |= {"example": example} if example is not None else {}
    if codes := said.get("codes"):
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
