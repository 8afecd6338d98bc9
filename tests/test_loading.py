"""Guards that every reader sees the same cells in the published files, the code of Namibia and the gaps among them."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build.publish import publish
from build.tabulate import tabulate
from schemas import MODELS
from schemas.base import GREATEST

from .readers import READERS, stored
from .sample_tables import DISPUTED

NAMIBIAN = replace(
    DISPUTED,
    sources=(*DISPUTED.sources[:1], replace(DISPUTED.sources[1], words=GREATEST)),
    people=(replace(DISPUTED.people[0], country="NA", position='“Envoy”, "at large"', organization=None),),
    meetings=(replace(DISPUTED.meetings[0], place="Windhoek", country="NA", parties="NA; Northern Front"),),
    participants=(replace(DISPUTED.participants[0], party="NA"), DISPUTED.participants[1]),
)
"""A package in which Namibia takes part, a cell has quotation marks and a comma, and a number is as great as may be."""

TEXT_NEVER_BEGINS = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def namibian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("namibian") / "datapackage"
    publish(tabulate(NAMIBIAN), out)
    return out


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
def test_a_reader_sees_what_was_published(reader: str, package: Path, tmp_path: Path) -> None:
    (tmp_path / "datapackage").symlink_to(package)
    assert READERS[reader](tmp_path) == stored(package)


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
def test_a_reader_sees_namibia_and_no_gap(reader: str, namibian: Path, tmp_path: Path) -> None:
    (tmp_path / "datapackage").symlink_to(namibian)
    seen = READERS[reader](tmp_path)
    assert seen == stored(namibian)
    assert seen["people"]["country"] == seen["meetings"]["country"] == ["NA"]
    assert seen["participants"]["party"] == ["NA", "Northern Front"]
    assert seen["people"]["organization"] == [None]
    assert seen["people"]["position"] == ['“Envoy”, "at large"']
    assert seen["sources"]["words"] == [34, GREATEST]
    assert seen["exchanges"]["exchange_id"] == ["2022-09-19"]  # text, however much it looks like a date


@pytest.mark.slow
@pytest.mark.parametrize("reader", ["pandas", "polars", "DuckDB, CSV", "R"])
def test_a_cell_that_was_changed_is_seen(reader: str, namibian: Path, tmp_path: Path) -> None:
    """The planted defect: were the CSV another than Parquet, the comparison would say so."""
    for path in sorted(namibian.rglob("*.*")):
        target = tmp_path / "datapackage" / path.relative_to(namibian)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    people = tmp_path / "datapackage" / "data" / "people.csv"
    people.write_bytes(people.read_bytes().replace(b",NA,", b",,"))
    assert READERS[reader](tmp_path) != stored(namibian)


def test_no_text_that_is_published_begins_as_a_formula(package: Path) -> None:
    for path in (package / "data").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as handle:
            for row in csv.reader(handle):
                assert not [cell for cell in row if cell.startswith(TEXT_NEVER_BEGINS)]


def test_numbers_are_such_as_every_reader_holds_and_ids_are_text(package: Path) -> None:
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    kinds = {
        (resource["name"], field["name"]): field["type"]
        for resource in descriptor["resources"]
        for field in resource.get("schema", {}).get("fields", [])
    }
    assert {kind for (_, column), kind in kinds.items() if column.endswith("_id")} == {"string"}
    for table, columns in stored(package).items():
        for column, cells in columns.items():
            if kinds[table, column] in ("integer", "number"):
                assert all(abs(cell) <= GREATEST for cell in cells if cell is not None)


# What the R package `frictionless` asks of a descriptor, by the manual of its `read_resource()`.
READ_BY_R = {
    "string", "number", "integer", "boolean", "object", "array", "date", "time", "datetime", "year", "yearmonth",
    "duration", "geopoint", "geojson", "any",
}  # fmt: skip
DIALECT_OF_R = {"delimiter", "quoteChar", "doubleQuote", "skipInitialSpace", "header", "commentChar", "escapeChar"}


def refused_by_r(descriptor: dict[str, Any], folder: Path) -> list[str]:
    """Why frictionless for R would refuse to read a table of a package, or would read it as another."""
    found = []
    resources = {resource.get("name"): resource for resource in descriptor.get("resources", [])}
    for table in MODELS:
        resource = resources.get(table, {})
        path = resource.get("path", "")
        schema = resource.get("schema", {})
        fields = schema.get("fields", [])
        with (folder / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
            header = next(csv.reader(handle))
        keeps = {
            "profile": resource.get("profile") == "tabular-data-resource",
            "path": bool(path) and not path.startswith("/") and ".." not in path and (folder / path).is_file(),
            "encoding": resource.get("encoding", "utf-8").lower() == "utf-8",
            "dialect": set(resource.get("dialect", {})) <= DIALECT_OF_R,
            "fields": bool(fields) and all(field.get("name") for field in fields),
            "types": all(field.get("type") in READ_BY_R for field in fields),
            "format": all(field.get("format", "default") == "default" for field in fields),
            "columns": [field.get("name") for field in fields] == header,
            "missing": schema.get("missingValues", [""]) == [""],
        }
        found += [f"{table}: {demand}" for demand, kept in keeps.items() if not kept]
    return found


def test_frictionless_for_r_can_read_the_descriptor(package: Path) -> None:
    assert refused_by_r(json.loads((package / "datapackage.json").read_text(encoding="utf-8")), package) == []


@pytest.mark.parametrize(
    ("damage", "demand"),
    [
        (lambda table: table.pop("profile"), "profile"),
        (lambda table: table.update(path="../people.csv"), "path"),
        (lambda table: table.update(encoding="latin-1"), "encoding"),
        (lambda table: table["schema"]["fields"][0].pop("name"), "fields"),
        (lambda table: table["schema"]["fields"][0].update(type="list"), "types"),
        (lambda table: table["schema"]["fields"].reverse(), "columns"),
        (lambda table: table["schema"].update(missingValues=["", "NA"]), "missing"),
    ],
)
def test_a_descriptor_that_frictionless_for_r_cannot_read_is_found(damage, demand: str, package: Path) -> None:
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    damage(next(resource for resource in descriptor["resources"] if resource["name"] == "people"))
    assert f"people: {demand}" in refused_by_r(descriptor, package)
