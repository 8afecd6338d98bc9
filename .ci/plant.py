"""Plant defects in copies of a package, one each, for a check to find: `python plant.py CHECK PACKAGE FOLDER`.

Every copy lies in FOLDER under the name of its defect.
"""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Change = Callable[[Any], None]


def in_text(path: str, old: str, new: str) -> Callable[[Path], None]:
    """A defect that replaces some words of a file."""

    def plant(package: Path) -> None:
        text = (package / path).read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old}"
        (package / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return plant


def in_json(path: str, change: Change) -> Callable[[Path], None]:
    """A defect that changes a record."""

    def plant(package: Path) -> None:
        record = json.loads((package / path).read_bytes())
        change(record)
        (package / path).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")

    return plant


def in_table(table: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    """A defect within a CSV, whose checksum in the descriptor is taken away so that the defect itself must be found."""

    def plant(package: Path) -> None:
        path = package / "data" / f"{table}.csv"
        before = path.read_text(encoding="utf-8")
        after = change(before)
        assert after != before, f"{path} is as it was"
        path.write_text(after, encoding="utf-8")
        in_json("datapackage.json", lambda record: [without_sums(one) for one in record["resources"]])(package)

    return plant


def without_sums(resource: dict[str, Any]) -> None:
    resource.pop("hash", None)
    resource.pop("bytes", None)


def resource(record: dict[str, Any], name: str) -> Any:
    return next(one for one in record["resources"] if one["name"] == name)


def wrong_hash(record: dict[str, Any]) -> None:
    resource(record, "people")["hash"] = f"sha256:{'0' * 64}"


def dropped_column(text: str) -> str:
    return "\n".join(line.partition(",")[2] for line in text.split("\n"))


def another_meeting(text: str) -> str:
    header, row, rest = text.split("\n", 2)
    return "\n".join([header, f"nowhere,{row.partition(',')[2]}", rest])


def key_to_nowhere(record: dict[str, Any]) -> None:
    resource(record, "figures")["schema"]["foreignKeys"][0]["reference"]["resource"] = "articles"


def key_of_no_column(record: dict[str, Any]) -> None:
    resource(record, "figures")["schema"]["primaryKey"] = ["figure"]


def field(record: dict[str, Any], name: str) -> Any:
    return next(one for table in record["recordSet"] for one in table["field"] if one["@id"] == name)


def other_file(record: dict[str, Any]) -> None:
    record["distribution"][1]["sha256"] = "0" * 64


def other_column(record: dict[str, Any]) -> None:
    field(record, "people/name")["source"]["extract"]["column"] = "full_name"


def no_field(record: dict[str, Any]) -> None:
    record["recordSet"][0]["field"].pop()


def reference_to_nowhere(record: dict[str, Any]) -> None:
    field(record, "figures/source_id")["references"]["field"]["@id"] = "articles/article_id"


DEFECTS: dict[str, dict[str, Callable[[Path], None]]] = {
    "cffconvert": {
        "no authors": in_text("CITATION.cff", "authors:", "people:"),
        "no day": in_text("CITATION.cff", "date-released: ", "date-released: at-"),
        "no version of the format": in_text("CITATION.cff", "cff-version", "version-of-cff"),
    },
    "zenodo": {
        "a version left behind": in_json(".zenodo.json", lambda record: record.update(version="0.0.9")),
        "a version left behind in the citation": in_text("CITATION.cff", "\nversion: ", "\nversion: 0.0.9 # "),
        "no data set": in_json(".zenodo.json", lambda record: record.update(upload_type="software")),
    },
    "datacite": {
        "no publisher": in_json("datacite.json", lambda record: record.pop("publisher")),
        "a type that is none": in_json("datacite.json", lambda r: r["types"].update(resourceTypeGeneral="Data")),
        "a year that is none": in_json("datacite.json", lambda record: record.update(publicationYear="26")),
    },
    "discovery": {
        "a wrong hash": in_json("croissant.json", other_file),
        "a renamed column": in_json("croissant.json", other_column),
        "a dropped column": in_json("croissant.json", no_field),
        "a broken key": in_json("croissant.json", reference_to_nowhere),
        "a dropped table": in_json("croissant.json", lambda record: record["recordSet"].pop()),
        "a wrong hash for search engines": in_json("dataset.jsonld", other_file),
        "no licence": in_json("dataset.jsonld", lambda record: record.pop("license")),
        "a term that is none": in_json("dataset.jsonld", lambda record: record.update(colour="red")),
    },
    "frictionless": {
        "a wrong hash": in_json("datapackage.json", wrong_hash),
        "a dropped column": in_table("people", dropped_column),
        "an unknown code": in_table("meetings", lambda text: text.replace(",held,", ",hold,", 1)),
        "a broken key": in_table("participants", another_meeting),
        "a row twice": in_table("people", lambda text: text + text.split("\n")[1] + "\n"),
    },
    "check-datapackage": {
        "a key to nowhere": in_json("datapackage.json", key_to_nowhere),
        "a key of no column": in_json("datapackage.json", key_of_no_column),
        "no resources": in_json("datapackage.json", lambda record: record.pop("resources")),
        "a licence without a name": in_json("datapackage.json", lambda record: record.update(licenses=[{}])),
    },
}
"""For each check of `.ci/run` the defects that it must find."""


if __name__ == "__main__":
    check, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    for name, plant in DEFECTS[check].items():
        plant(Path(shutil.copytree(source, target / name)))
