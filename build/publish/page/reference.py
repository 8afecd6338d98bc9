"""The codebook, the quality and the files, as the page shows them."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup, escape

from schemas import MODELS, misreadings, purpose
from schemas.relations import primary_key
from schemas.vocabulary import UNIT

from ..docs import what
from ..kinds import kinds
from ..paths import csv_path, parquet_path
from ..quality import measured, quality_rows
from .wording import size

IN_BACKTICKS = re.compile(r"`([^`]+)`")

HEADINGS: Mapping[str, Sequence[tuple[str, Sequence[str]]]] = {
    "meetings": (
        ("Days", ("start_date", "end_date", "date_precision")),
        ("Place", ("place", "country", "region")),
        ("Parties", ("parties",)),
        ("Status", ("status",)),
        ("Sources", ("sources",)),
    ),
    "statements": (
        ("Number", ("value_low", "value_high", "modifier")),
        ("Low to high", ("value_low",)),
        ("Counted", ("counted",)),
        ("Claimed by", ("claimed_by",)),
        ("Source", ("source_id",)),
    ),
    "figures": (
        ("Number", ("value_low", "value_high", "modifier")),
        ("Unit", ("unit",)),
        ("Counted", ("counted",)),
        ("Measure", ("measure",)),
        ("Status", ("status",)),
        ("Claimed by", ("claimed_by",)),
        ("Source", ("source_id",)),
    ),
    "people": (
        ("Name", ("name",)),
        ("Office", ("position", "organization")),
        ("Country", ("country",)),
        ("Names as printed", ("names_reported",)),
        ("Meetings", ()),
        ("Sources", ("sources",)),
    ),
    "sources": (
        ("Article", ("title",)),
        ("Publisher", ("publisher",)),
        ("Published", ("published_on", "published_on_basis")),
        ("Dateline", ("dateline",)),
        ("Language", ("language",)),
        ("Words", ("words",)),
    ),
    "files": (("Table", ()), ("What a row is", ()), ("Rows", ()), ("CSV", ()), ("Parquet", ())),
    "columns": (("Column", ()), ("Type", ()), ("Meaning", ()), ("Missing", ())),
}
"""The columns of each table of the page, and the columns of the data that each shows."""

WIDTHS: Mapping[str, Sequence[int]] = {
    "meetings": (26, 18, 36, 10, 10),
    "statements": (20, 26, 18, 15, 21),
    "figures": (14, 8, 18, 13, 11, 15, 21),
    "people": (17, 22, 12, 22, 19, 8),
    "sources": (40, 16, 17, 10, 9, 8),
    "files": (15, 34, 8, 20, 23),
    "columns": (17, 13, 45, 25),
}
"""How wide each of them is, in percent; given, so that no long word in a cell widens the page."""


class Heading(NamedTuple):
    """A column of a table of the page: its name, where the codebook explains it, and what it says there."""

    text: str
    address: str | None
    description: str


class Column(NamedTuple):
    """A column of the data as the codebook tells it."""

    name: str
    address: str
    title: str
    kind: str
    unit: str
    description: str
    missing: str
    codes: Mapping[str, str]


class Chapter(NamedTuple):
    """A table as the codebook tells it."""

    name: str
    what: str
    purpose: str
    misreadings: Sequence[str]
    key: str
    columns: Sequence[Column]


class File(NamedTuple):
    """A file of the package and its size."""

    path: str
    size: str


def headings() -> dict[str, list[Heading]]:
    """The headings of each table of the page."""
    return {
        name: [_heading("figures" if name == "statements" else name, *heading) for heading in listed]
        for name, listed in HEADINGS.items()
    }


def _heading(table: str, text: str, columns: Sequence[str]) -> Heading:
    if not columns:
        return Heading(text, None, "")
    model = MODELS[table].to_schema()
    described = " ".join(str(model.columns[column].description).replace("`", "") for column in columns)
    return Heading(text, f"codebook/{table}/{columns[0]}", described)


def chapters() -> list[Chapter]:
    """The codebook, table by table."""
    return [
        Chapter(name, what(name), purpose(name), misreadings(name), ", ".join(primary_key(name)), _columns(name))
        for name in MODELS
    ]


def _columns(table: str) -> list[Column]:
    model = MODELS[table].to_schema()
    found = []
    for name, kind in kinds(table).items():
        column = model.columns[name]
        said = column.metadata or {}
        codes = said.get("codes") or (UNIT if name == "unit" else {})
        place = f"codebook/{table}/{name}"
        missing = f"where {said['missing']}" if "missing" in said else "never"
        found.append(
            Column(
                name, place, str(column.title), kind.table_schema, said.get("unit", ""), str(column.description),
                missing, codes,
            )
        )  # fmt: skip
    return found


def quality() -> list[tuple[str, list[tuple[str, ...]]]]:
    """The measured quality, set by set."""
    told = {
        "development": "that the grammar was developed on",
        "unseen": "that nobody had looked at while it was developed",
    }
    return [(f"{measured()[name]['articles']} articles {words}", quality_rows(name)) for name, words in told.items()]


def measured_on() -> date:
    """The day of the measurement."""
    day: date = measured()["measured_on"]
    return day


def downloads(files: Mapping[str, bytes]) -> dict[str, tuple[File, File]]:
    """Each table's two files."""
    return {table: (_file(csv_path(table), files), _file(parquet_path(table), files)) for table in MODELS}


def documents(files: Mapping[str, bytes]) -> list[tuple[str, File]]:
    """The other files that a reader may want, and what each is."""
    told = {
        "datapackage.json": "descriptor: every table and column for programs",
        "README.md": "what the package is",
        "CODEBOOK.md": "every column, code and rule, with examples",
        "DATASHEET.md": "how the data were made, and for what they are unfit",
        "LOG.txt": "which reports were joined, and why",
    }
    return [(words, _file(path, files)) for path, words in told.items()]


def _file(path: str, files: Mapping[str, bytes]) -> File:
    return File(path, size(files[path]))


def prose(text: str) -> Markup:
    """Text of the codebook, what stands in backticks as code.

    >>> prose("`start` < `end`")
    Markup('<code>start</code> &lt; <code>end</code>')
    """
    parts = IN_BACKTICKS.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if i % 2 else escape(part) for i, part in enumerate(parts)
    )


def fingerprint(text: str) -> str:
    """How a content security policy names the one script or style that it lets run."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
