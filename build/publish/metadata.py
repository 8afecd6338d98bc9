"""What the package says of itself, from `metadata.toml`, and how each record of it begins."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas

from ..tabulate import dtypes


@cache
def metadata() -> Mapping[str, Any]:
    """What the package says of itself."""
    with (Path(__file__).parent / "metadata.toml").open("rb") as handle:
        return MappingProxyType(tomllib.load(handle))


def released() -> str:
    """The day of the release, in ISO 8601."""
    return f"{metadata()['created']:%Y-%m-%d}"


def creators() -> list[str]:
    """Who is to be cited."""
    return [one["title"] for one in metadata()["contributors"]]


def licence() -> Mapping[str, str]:
    """The licence of the data: its SPDX `name`, its `title`, and the `path` of its text."""
    return MappingProxyType(metadata()["licenses"][0])


def address() -> str:
    """Where the version is to be found: by its DOI, else on its page, else nowhere yet."""
    return f"https://doi.org/{metadata()['doi']}" if metadata()["doi"] else str(metadata()["homepage"])


def covered_days(frames: Mapping[str, pandas.DataFrame]) -> str:
    """The first and last day that any cell of the tables gives, as an interval of ISO 8601; nothing where none does."""
    cells = [
        frame[column].dropna()
        for table, frame in frames.items()
        for column, kind in dtypes(table).items()
        if _is_day(kind)
    ]
    days = [day for column in cells for day in column]
    return f"{min(days):%Y-%m-%d}/{max(days):%Y-%m-%d}" if days else ""


def _is_day(kind: Any) -> bool:
    return str(kind).startswith("date32")


def as_json(record: Mapping[str, Any]) -> bytes:
    """A record as a JSON file, without what has no value."""
    kept = {name: value for name, value in record.items() if value not in ("", None, [], {})}
    return (json.dumps(kept, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
