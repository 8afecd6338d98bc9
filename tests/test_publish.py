"""Guards what is published: a valid package, the same values in CSV and Parquet, portable types, the same bytes."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal

import frictionless
import pandas
import pyarrow
import pytest
from frictionless.resources import TableResource
from hypothesis import given, settings
from hypothesis import strategies as some
from pyarrow import csv as arrow_csv
from pyarrow import parquet

from build.errors import BuildError
from build.publish import publish, render
from build.publish.csv import csv_bytes
from build.publish.descriptor import DIALECT, table_schema
from build.publish.markdown import GAP
from build.publish.metadata import metadata
from build.publish.parquet import arrow_schema, parquet_bytes
from build.publish.paths import PATHS, csv_path, parquet_path
from build.publish.standard import check_package
from build.tables import Tables
from build.tabulate import dtypes, tabulate
from schemas import MODELS
from schemas.relations import primary_key

from .sample_tables import TABLES, frames

LOG = ["people: ana-ruiz is named by envoys"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample's package, written once."""
    out = tmp_path_factory.mktemp("sample") / "datapackage"
    publish(frames(), out, LOG)
    return out


def typed(table, data):
    """A CSV file read by the types that its schema states, as Arrow."""
    schema = arrow_schema(table)
    read = arrow_csv.read_csv(
        io.BytesIO(data),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(
            column_types=schema, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )
    return read.cast(schema)


# --- the files ---


def test_the_files(sample):
    found = {path.relative_to(sample).as_posix() for path in sample.rglob("*") if path.is_file()}
    assert found == set(PATHS) == set(render(frames(), LOG))


def test_files_are_what_is_rendered(sample):
    for path, data in render(frames(), LOG).items():
        assert (sample / path).read_bytes() == data


def test_checksums(sample):
    lines = (sample / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = dict(reversed(line.split("  ")) for line in lines)
    assert set(listed) == set(PATHS) - {"SHA256SUMS"}
    for path, checksum in listed.items():
        assert hashlib.sha256((sample / path).read_bytes()).hexdigest() == checksum
    if tool := shutil.which("sha256sum"):
        subprocess.run([tool, "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=sample, check=True)


def test_the_log_is_published(sample):
    assert (sample / "LOG.txt").read_text(encoding="utf-8") == "people: ana-ruiz is named by envoys\n"


# --- CSV ---


def test_csv_is_plain(sample):
    for table in MODELS:
        data = (sample / csv_path(table)).read_bytes()
        assert b"\r" not in data
        assert not data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"\n")
        assert data.decode("utf-8").split("\n")[0] == ",".join(dtypes(table))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (15000.0, "15000"),
        (0.3333, "0.3333"),
        (4.5, "4.5"),
        (2e9, "2000000000"),
        (1e16, "10000000000000000"),
        (0.0, "0"),
    ],
)
def test_numbers_are_written_in_their_shortest_form(value, written):
    frame = pandas.DataFrame({"value": pandas.array([value], dtype="Float64")})
    assert csv_bytes(frame) == f"value\n{written}\n".encode()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain words", "plain words"),
        ("a, b", '"a, b"'),
        ('"so"', '"""so"""'),
        ("a\nb", '"a\nb"'),
        ("a\r\nb", '"a\r\nb"'),
        ("a\rb", '"a\rb"'),
        (None, ""),
    ],
)
def test_quotes_stand_only_where_they_are_needed(value, written):
    frame = pandas.DataFrame({"x": pandas.array([value], dtype="string"), "y": pandas.array(["."], dtype="string")})
    assert csv_bytes(frame) == f"x,y\n{written},.\n".encode()


def test_figures_as_they_are_written():
    rows = list(csv.DictReader(io.StringIO(csv_bytes(frames()["figures"]).decode("utf-8"), newline="")))
    assert [row["value_low"] for row in rows] == ["39", "24", "15", "0.3333"]
    assert rows[0]["claimed_by"] == ""


# --- Parquet, and both together ---


@pytest.mark.parametrize("table", MODELS)
def test_csv_and_parquet_hold_the_same_typed_values(table, sample):
    stored = parquet.read_table(sample / parquet_path(table))
    assert typed(table, (sample / csv_path(table)).read_bytes()).equals(stored)


cells = {
    "string": some.text(some.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), min_size=1),
    "Int64": some.integers(-(2**63), 2**63 - 1),
    "Float64": some.floats(allow_nan=False, allow_infinity=False),
    "date32[day][pyarrow]": some.dates(),
}


@some.composite
def tables_of_any_values(draw):
    table = draw(some.sampled_from(list(MODELS)))
    rows = draw(some.integers(0, 4))
    columns = {}
    for name, dtype in dtypes(table).items():
        cell = cells[str(dtype)]
        nullable = MODELS[table].to_schema().columns[name].nullable
        values = draw(some.lists(some.none() | cell if nullable else cell, min_size=rows, max_size=rows))
        columns[name] = pandas.array(values, dtype=dtype)
    return table, pandas.DataFrame(columns)


@given(tables_of_any_values())
@settings(max_examples=60, deadline=None)
def test_any_values_are_the_same_in_csv_in_parquet_and_in_pandas(drawn):
    table, frame = drawn
    data = parquet_bytes(table, frame)
    stored = parquet.read_table(io.BytesIO(data))
    assert typed(table, csv_bytes(frame)).equals(stored)
    pandas.testing.assert_frame_equal(pandas.read_parquet(io.BytesIO(data)), frame, check_exact=True)


@pytest.mark.parametrize("table", MODELS)
@pytest.mark.parametrize("built", [frames(), tabulate(Tables())], ids=["rows", "no rows"])
def test_pandas_reads_the_declared_types_from_parquet(table, built):
    read = pandas.read_parquet(io.BytesIO(parquet_bytes(table, built[table])))
    assert dict(read.dtypes) == dtypes(table)
    pandas.testing.assert_frame_equal(read, built[table])


def test_dates_are_dates_in_pandas():
    read = pandas.read_parquet(io.BytesIO(parquet_bytes("meetings", frames()["meetings"])))
    assert read["start_date"].iloc[0] == date(2022, 9, 19)
    assert read["start_date"].dt.year.iloc[0] == 2022


@pytest.mark.parametrize("table", MODELS)
def test_parquet_is_portable(table, sample):
    file = parquet.ParquetFile(sample / parquet_path(table))
    assert file.metadata.format_version == "2.6"
    for group in range(file.metadata.num_row_groups):
        for column in range(file.metadata.num_columns):
            assert file.metadata.row_group(group).column(column).compression == "SNAPPY"
    plain = {pyarrow.string(), pyarrow.int64(), pyarrow.float64(), pyarrow.date32()}
    assert set(file.schema_arrow.types) <= plain
    block = file.schema_arrow.metadata[b"pandas"].decode()
    assert "version" not in block
    model = MODELS[table].to_schema()
    for field in file.schema_arrow:
        assert field.metadata[b"description"].decode() == model.columns[field.name].description
        assert field.nullable == model.columns[field.name].nullable


# --- the descriptor ---


def described(sample):
    return json.loads((sample / "datapackage.json").read_text(encoding="utf-8"))


def test_the_package_says_what_it_is(sample):
    package = described(sample)
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["name"] == "gaza-truce-talks"
    assert package["created"].endswith("Z")
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    for name in ("title", "description", "version", "contributors", "keywords", "sources"):
        assert package[name]


def test_each_table_is_two_resources(sample):
    resources = {resource["name"]: resource for resource in described(sample)["resources"]}
    assert list(resources) == [name for table in MODELS for name in (table, f"{table}-parquet")]
    for table in MODELS:
        whole, beside = resources[table], resources[f"{table}-parquet"]
        data = (sample / whole["path"]).read_bytes()
        assert (whole["type"], whole["profile"]) == ("table", "tabular-data-resource")
        assert (whole["format"], whole["mediatype"], whole["encoding"]) == ("csv", "text/csv", "utf-8")
        assert whole["bytes"] == len(data)
        assert whole["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert (beside["format"], beside["mediatype"]) == ("Parquet", "application/vnd.apache.parquet")
        assert beside["hash"] == f"sha256:{hashlib.sha256((sample / beside['path']).read_bytes()).hexdigest()}"
        assert not {"type", "profile", "schema", "bytes"} & set(beside)


@pytest.mark.parametrize("table", MODELS)
def test_table_schemas_keep_to_the_portable_middle(table):
    schema = table_schema(table, frames())
    model = MODELS[table].to_schema()
    assert schema["missingValues"] == [""]
    assert schema["primaryKey"] == list(primary_key(table))
    assert not {"uniqueKeys", "fieldsMatch"} & set(schema)
    assert [field["name"] for field in schema["fields"]] == list(model.columns)
    for field in schema["fields"]:
        assert field["type"] in ("string", "integer", "number", "date")
        assert field["title"] and field["description"]
        constraints = field.get("constraints", {})
        assert constraints.get("required", False) is not model.columns[field["name"]].nullable
        assert ("enum" in constraints) == ("categories" in field)
        if "enum" in constraints:
            assert [category["value"] for category in field["categories"]] == constraints["enum"]
            assert all(category["label"] for category in field["categories"])
        assert not constraints.get("pattern", "").startswith("^")
    for key in schema.get("foreignKeys", []):
        assert isinstance(key["fields"], list)
        assert key["reference"]["resource"] in MODELS


# --- frictionless ---


def test_frictionless_finds_it_valid(sample):
    report = frictionless.validate(str(sample / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])


def test_a_package_without_rows_is_valid(tmp_path):
    for name, tables in {"empty": Tables(), "source": Tables(sources=TABLES.sources)}.items():
        publish(tabulate(tables), tmp_path / name)
        assert frictionless.validate(str(tmp_path / name / "datapackage.json")).valid


def test_values_that_look_like_other_types_are_read_as_they_are(tmp_path):
    """A reader that guesses takes these for months, for another separator, for spaces to skip."""
    people = (replace(TABLES.people[0], names_reported="Ana Ruiz; Ruiz", position="2022; 09"),)
    mentions = [
        replace(TABLES.mentions[0], mention_id=f"{n}", quote=quote, end=start + len(quote))
        for n in range(60)
        for quote, start in [(TABLES.mentions[0].quote, TABLES.mentions[0].start)]
    ]
    tables = replace(TABLES, people=people, mentions=(*TABLES.mentions, *mentions))
    publish(tabulate(tables), tmp_path / "package")
    rows = frictionless.Package(str(tmp_path / "package" / "datapackage.json")).get_table_resource("people").read_rows()
    assert rows[0]["names_reported"] == "Ana Ruiz; Ruiz"


@given(tables_of_any_values())
@settings(max_examples=30, deadline=None)
def test_frictionless_reads_what_was_written(drawn):
    table, frame = drawn
    dialect = frictionless.Dialect.from_descriptor(DIALECT)
    resource = TableResource(
        data=csv_bytes(frame), format="csv", dialect=dialect, encoding="utf-8", schema=types_alone(table)
    )
    found = [[None if cell is None else cell for cell in row.to_list()] for row in resource.read_rows()]
    expected = [[None if pandas.isna(cell) else cell for cell in row] for row in frame.astype(object).to_numpy()]
    assert [[float(c) if isinstance(c, Decimal) else c for c in row] for row in found] == expected


def types_alone(table):
    schema = table_schema(table, frames())
    fields = [{"name": field["name"], "type": field["type"]} for field in schema["fields"]]
    return frictionless.Schema.from_descriptor({"fields": fields, "missingValues": [""]})


DAMAGES = {
    "a code that is none": ("data/figures.csv", "prisoners_released", "prisoners_freed"),
    "a foreign key to nowhere": ("data/participants.csv", "ana-ruiz,ana-ruiz", "eva-ruiz,eva-ruiz"),
    "a date that is none": ("data/meetings.csv", "2022-09-19,2022-09-19", "19/09/2022,2022-09-19"),
    "a pattern that is not kept": ("data/people.csv", "ES,", "Spain,"),
    "a header that is none": ("data/people.csv", "position", "role"),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("largest", [4, 200_000])
def test_a_written_package_that_breaks_the_standard_is_refused(damage, largest, sample, tmp_path):
    path, old, new = DAMAGES[damage]
    folder = shutil.copytree(sample, tmp_path / "package")
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")
    package = described(folder)
    for resource in package["resources"]:  # so that the damage itself is found, not only the checksum
        resource.pop("hash")
        resource.pop("bytes", None)
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(BuildError, match="breaks the Frictionless standard"):
        check_package(folder, largest)


@pytest.mark.parametrize("path", ["data/people.csv", "data/people.parquet"])
def test_a_file_that_is_not_what_the_descriptor_says_is_refused(path, sample, tmp_path):
    folder = shutil.copytree(sample, tmp_path / "package")
    with (folder / path).open("ab") as handle:
        handle.write(b"eva-ruiz,Eva Ruiz,Eva Ruiz,,,,,1\n")
    with pytest.raises(BuildError):
        check_package(folder, 4)


# --- the documents ---


def test_the_codebook_tells_every_table_column_and_code(sample):
    text = (sample / "CODEBOOK.md").read_text(encoding="utf-8")
    for table, model in MODELS.items():
        section = text.partition(f"\n## {table}: ")[2].partition("\n## ")[0]
        for name, column in model.to_schema().columns.items():
            assert f"| `{name}` |" in section
            for code, meaning in ((column.metadata or {}).get("codes") or {}).items():
                assert f"| `{code}` | {meaning} |" in section
    assert not GAP.search(text)


def test_the_readme_tells_the_tables_with_their_rows(sample):
    text = (sample / "README.md").read_text(encoding="utf-8")
    for table, frame in frames().items():
        assert any(table in line and line.endswith(f"| {len(frame)} |") for line in text.splitlines())
    assert "39 people" in text
    assert "“39 prisoners”" in text
    assert not GAP.search(text)
    assert metadata()["licenses"][0]["path"] in text


def test_a_readme_without_figures():
    assert b"This package holds no figures." in render(tabulate(Tables()))["README.md"]
