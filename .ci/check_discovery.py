"""Hold a package's records for search engines and loaders against its files: `python check_discovery.py PACKAGE`.

`croissant.json` is read with mlcroissant, and each record set loaded with it: row by row it must be what the CSV holds,
for the library's own validator sees neither a wrong checksum nor a column that is not there. `dataset.jsonld` is read
with rdflib, which knows every term of schema.org.
"""

import csv
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mlcroissant
from rdflib import RDF, SDO, Graph, URIRef

REQUIRED = ("name", "description", "license", "creator", "version", "datePublished", "keywords", "distribution")
"""What a search engine for datasets needs or asks for."""


def croissant_problems(package: Path) -> Iterator[str]:
    """What is wrong with `croissant.json`."""
    record = json.loads((package / "croissant.json").read_bytes())
    yield from file_problems(package, record["distribution"])
    dataset = mlcroissant.Dataset(jsonld=str(package / "croissant.json"))
    yield from dataset.metadata.ctx.issues.warnings
    tables = {path.stem: path for path in sorted((package / "data").glob("*.csv"))}
    names = [record_set.uuid for record_set in dataset.metadata.record_sets]
    if sorted(names) != sorted(tables):
        yield f"the record sets {names} are not the tables {list(tables)}"
    for name in names:
        if name in tables:
            yield from record_problems(name, [*dataset.records(name)], tables[name])


def record_problems(name: str, records: list[dict[str, Any]], table: Path) -> Iterator[str]:
    """How the records that were loaded differ from the table."""
    with table.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    loaded = [{key.removeprefix(f"{name}/"): as_text(value) for key, value in record.items()} for record in records]
    if loaded != rows:
        differing = sum(one != other for one, other in zip(loaded, rows, strict=False))
        yield f"{name}: {len(loaded)} records for {len(rows)} rows, {differing} of them other than the table's"
    else:
        print(f"{name}: {len(rows)} records, as in the table")


def as_text(value: Any) -> str:
    """A loaded value as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if hasattr(value, "strftime"):
        return f"{value:%Y-%m-%d}"
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def file_problems(package: Path, files: list[dict[str, str]]) -> Iterator[str]:
    """Files that are not what a record says of them, and files of the data that it does not name."""
    for file in files:
        path = package / file["contentUrl"]
        if not path.is_file() or path.name != file["name"]:
            yield f"{file['contentUrl']} is not there, or bears another name"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != file["sha256"]:
            yield f"{file['contentUrl']} has another checksum"
        elif f"{path.stat().st_size} B" != file["contentSize"]:
            yield f"{file['contentUrl']} has another size"
    named = {file["contentUrl"] for file in files}
    found = {path.relative_to(package).as_posix() for path in (package / "data").iterdir()}
    yield from (f"{path} is not named" for path in sorted(found - named))


def schema_org_problems(package: Path) -> Iterator[str]:
    """What is wrong with `dataset.jsonld`."""
    text = (package / "dataset.jsonld").read_text(encoding="utf-8")
    yield from file_problems(package, json.loads(text)["distribution"])
    graph = Graph().parse(data=text, format="json-ld")
    datasets = list(graph.subjects(RDF.type, SDO.Dataset))
    if len(datasets) != 1:
        yield f"there are {len(datasets)} datasets, not one"
    for dataset in datasets:
        yield from (f"the dataset has no {name}" for name in REQUIRED if not list(graph.objects(dataset, SDO[name])))
    terms = {term for _, term, _ in graph if term != RDF.type} | set(graph.objects(None, RDF.type))
    yield from (f"{term} is no term of schema.org" for term in sorted(map(str, terms)) if URIRef(term) not in SDO)


def main(package: Path) -> int:
    """Print what is wrong; the exit code says whether anything is."""
    try:
        problems = [*schema_org_problems(package), *croissant_problems(package)]
    except Exception as error:  # the libraries raise whatever they meet: all of it says that the record does not load
        problems = [f"{type(error).__name__}: {error}"]
    print("\n".join(problems) or "dataset.jsonld and croissant.json say what the files hold.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
