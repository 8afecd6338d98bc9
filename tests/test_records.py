"""Guards that whoever finds the package can judge and cite it: one truth in codebook, citation and every record."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from frictionless import Schema

from build.publish import render
from build.publish.citation import bibtex, sentence
from build.publish.csv import cell
from build.publish.descriptor import table_schema
from build.publish.examples import examples
from build.publish.metadata import covered_days, metadata, released
from build.tables import Tables
from build.tabulate import tabulate
from build.verify import verify
from schemas import MODELS, misreadings, purpose
from schemas.relations import FOREIGN_KEYS, primary_key

from .sample_tables import TABLES, frames


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return render(frames())


def record(files: dict[str, bytes], path: str) -> dict[str, Any]:
    """A record of the package; each line of CITATION.cff is a name and a value in JSON."""
    text = files[path].decode("utf-8")
    if path.endswith(".cff"):
        return {name: json.loads(value) for name, value in (line.split(": ", 1) for line in text.splitlines())}
    return dict(json.loads(text))


# --- what the models say of tables and columns ---


@pytest.mark.parametrize("table", MODELS)
def test_a_table_says_what_it_is_for_and_how_it_is_misread(table):
    assert purpose(table).startswith("To ")
    assert purpose(table).count(". ") == 0 and purpose(table).endswith(".")
    assert len(misreadings(table)) >= 2
    for sentence_ in misreadings(table):
        assert sentence_.endswith(".")
        named = re.findall(r"`(\w+)`", sentence_)
        known = {*MODELS[table].to_schema().columns, *_codes(table)}
        assert set(named) <= known, f"{table}: {set(named) - known}"


def _codes(table: str) -> Iterator[str]:
    for column in MODELS[table].to_schema().columns.values():
        yield from (column.metadata or {}).get("codes", ())


@pytest.mark.parametrize("table", MODELS)
def test_a_column_says_where_it_is_missing_and_in_which_unit(table):
    for name, column in MODELS[table].to_schema().columns.items():
        said = column.metadata or {}
        assert column.nullable == bool(said.get("missing")), name
        assert not said.get("missing", "").startswith("where") and not said.get("missing", "").endswith("."), name
        if "string" not in str(column.dtype):
            assert said.get("unit"), f"{table}.{name} is a number or a day of what?"


# --- the codebook, and the examples in it ---


@pytest.mark.parametrize("table", MODELS)
def test_examples_are_cells_of_the_data_and_their_quotes_state_them(table):
    built = frames()
    texts = set(built["mentions"]["quote"]) | set(built["figures"]["quote"])
    shown = set()
    for example in examples(table, built):
        rows = built[table][[" ".join(row) == example.key for row in built[table][list(primary_key(table))].to_numpy()]]
        assert {name: cell(rows.iloc[0][name]) for name in example.cells} == dict(example.cells)
        assert example.quote is None or example.quote in texts
        shown |= set(example.cells)
    assert shown == {name for name in built[table].columns if built[table][name].notna().any()}


def test_an_example_comes_with_its_source():
    meeting, figure = examples("meetings", frames())[0], examples("figures", frames())[0]
    assert (meeting.source_id, meeting.quote) == ("envoys", "Ana Ruiz, the Spanish envoy, met delegates")
    assert (figure.source_id, figure.cells["counted"], figure.quote) == ("envoys", "prisoners", "39 prisoners")
    assert examples("sources", frames())[0].source_id == "envoys"


def test_no_rows_give_no_examples():
    assert [examples(table, tabulate(Tables())) for table in MODELS] == [[] for _ in MODELS]


@pytest.mark.parametrize("table", MODELS)
def test_the_codebook_tells_what_the_models_say(table, files):
    section = files["CODEBOOK.md"].decode("utf-8").partition(f"\n## {table}: ")[2].partition("\n## ")[0]
    assert purpose(table) in section
    assert all(f"- {one}" in section for one in misreadings(table))
    assert f"Key: {' and '.join(f'`{column}`' for column in primary_key(table))}." in section
    for key in FOREIGN_KEYS:
        if key.table == table:
            assert f"`{key.column}` is a row of {key.target}" in section
        if key.target == table:
            assert f"{key.table} (`{key.column}`)" in section
    for column in MODELS[table].to_schema().columns.values():
        for said in ("missing", "unit"):
            assert (column.metadata or {}).get(said, "") in section
    for example in examples(table, frames()):
        assert all(f"| `{name}` | `{value}` |" in section for name, value in example.cells.items())


def test_what_articles_say_is_not_taken_for_markdown():
    people = (replace(TABLES.people[0], name="A|B", names_reported="A|B", position="<b>`envoy`</b>"),)
    mentions = (replace(TABLES.mentions[0], quote="*Ana* <i>\n| {{title}} |"), *TABLES.mentions[1:])
    text = render(tabulate(replace(TABLES, people=people, mentions=mentions)))["CODEBOOK.md"].decode("utf-8")
    assert "| `name` | `A\\|B` |" in text
    assert "| `position` | `` <b>`envoy`</b> `` |" in text
    assert "“\\*Ana\\* \\<i\\> \\| {{title}} \\|”" in text


@pytest.mark.parametrize("table", MODELS)
def test_the_descriptor_says_it_too(table, files):
    resource = next(one for one in record(files, "datapackage.json")["resources"] if one["name"] == table)
    assert (resource["purpose"], tuple(resource["misreadings"])) == (purpose(table), misreadings(table))
    for field in resource["schema"]["fields"]:
        said = MODELS[table].to_schema().columns[field["name"]].metadata or {}
        assert [field.get("missing"), field.get("unit")] == [said.get("missing"), said.get("unit")]
    shown = {name for example in examples(table, frames()) for name in example.cells}
    assert {field["name"] for field in resource["schema"]["fields"] if "example" in field} == shown
    for field in Schema.from_descriptor(table_schema(table, frames())).fields:
        assert field.example is None or field.read_cell(field.example)[1] is None


# --- citation and discovery ---

RECORDS = {
    "datapackage.json": ("title", "description", "version", "keywords"),
    "CITATION.cff": ("title", "abstract", "version", "keywords"),
    ".zenodo.json": ("title", "description", "version", "keywords"),
    "dataset.jsonld": ("name", "description", "version", "keywords"),
    "croissant.json": ("name", "description", "version", "keywords"),
}


def versions(files: dict[str, bytes]) -> dict[str, set[str]]:
    """Every version that a record or a document of the package gives, by its path; the records' own formats aside."""
    found = {path: {record(files, path)["version"]} for path in (*RECORDS, "datacite.json")}
    for path in ("README.md", "DATASHEET.md", "CODEBOOK.md"):
        head = files[path].decode("utf-8").partition("\n## ")[0]
        found[path] = set(re.findall(r"[Vv]ersion (\d+\.\d+\.\d+)", head))
    return found


@pytest.mark.parametrize("path", RECORDS)
def test_every_record_says_the_same(path, files):
    names = RECORDS[path]
    said = record(files, path)
    assert [said[name] for name in names] == [metadata()[n] for n in ("title", "description", "version", "keywords")]


def test_every_file_gives_the_same_version_and_day(files):
    assert set(map(frozenset, versions(files).values())) == {frozenset([metadata()["version"]])}
    for path in (*RECORDS, "datacite.json", "README.md", "DATASHEET.md"):
        assert released().encode() in files[path], path


@pytest.mark.parametrize("path", [*RECORDS, "datacite.json", "README.md", "DATASHEET.md", "CODEBOOK.md"])
def test_a_version_left_behind_is_found(path, files, tmp_path):
    old = files | {path: files[path].replace(metadata()["version"].encode(), b"0.0.9")}
    assert "0.0.9" in versions(old)[path]
    for name, data in old.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert verify(frames(), tmp_path) == [f"{tmp_path / path} differs from what the seeds give."]


def test_the_citation_for_people_and_for_bibtex():
    assert sentence() == (
        f"The Gaza Truce Talks contributors ({released()[:4]}). Gaza truce talks, version {metadata()['version']}"
        f" [data set]. Released {released()}."
    )
    entry = bibtex()
    assert entry.startswith("@misc{gaza-truce-talks-") and entry.count("{") == entry.count("}")
    assert "author = {{the Gaza Truce Talks contributors}}" in entry


def test_there_is_no_doi_until_there_is_one(files):
    assert metadata()["doi"] == ""
    for path, data in files.items():
        assert path.endswith(".parquet") or b"doi.org" not in data


def test_every_record_has_the_doi_once_there_is_one(monkeypatch):
    given = {**metadata(), "doi": "10.1234/abc", "homepage": "https://example.org/truce"}
    monkeypatch.setattr("tomllib.load", lambda _: given)
    metadata.cache_clear()
    try:
        files = render(frames())
    finally:
        monkeypatch.undo()
        metadata.cache_clear()
    for path in ("datapackage.json", "CITATION.cff", ".zenodo.json", "datacite.json", "dataset.jsonld", "README.md"):
        assert b"10.1234/abc" in files[path], path
    assert record(files, "datapackage.json")["homepage"] == "https://example.org/truce"


def test_the_days_that_the_tables_give():
    assert covered_days(frames()) == "2022-09-19/2022-09-20"
    assert covered_days(tabulate(Tables())) == ""


def test_a_package_without_rows_has_all_its_documents():
    files = render(tabulate(Tables()))
    assert b"0 articles" in files["DATASHEET.md"]
    assert "temporalCoverage" not in record(files, "dataset.jsonld")


def test_croissant_and_schema_org_name_the_files_with_their_sums(files):
    for path in ("croissant.json", "dataset.jsonld"):
        named = {one["contentUrl"]: one["sha256"] for one in record(files, path)["distribution"]}
        sums = dict(reversed(line.split("  ")) for line in files["SHA256SUMS"].decode("utf-8").splitlines())
        assert named == {path: total for path, total in sums.items() if path.startswith("data/")}
