"""Guards that a release says all that changed, under a version that fits, and lets no id vanish without a reason."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build.errors import BuildError
from build.publish.csv import csv_bytes
from build.publish.descriptor import table_schema
from build.publish.metadata import metadata
from build.release.archive import archive
from build.release.changelog import with_release
from build.release.changes import HEADER, Change, Tables, changes, gone, key_of, with_version
from build.release.reasons import Reason, check_reasons, read_reasons
from build.release.versions import Version, check, parse
from build.tabulate import tabulate
from schemas import MODELS

from .sample_tables import DISPUTED

PROJECT = Path(__file__).parent.parent
NONE_GONE: dict[str, list[str]] = {table: [] for table in MODELS}
HEAD = "version,table,key,column,old,new,kind,reason\n"
ROW = "version,table,key,new_key,reason\n"


def released(tables=DISPUTED):
    frames = tabulate(tables)
    return Tables(
        {table: table_schema(table, frames) for table in MODELS}, {table: csv_bytes(frames[table]) for table in MODELS}
    )


def edited(edit: Callable[[dict[str, Any]], object], table: str = "people") -> Tables:
    """The sample with the Table Schema of a table changed."""
    own = released()
    schemas = json.loads(json.dumps(own.schemas))
    edit(schemas[table])
    return Tables(schemas, own.csvs)


def kinds(found):
    return [(change.table, change.key, change.column, change.old, change.new, change.kind) for change in found]


# --- what changed ---


def test_nothing_changed():
    assert changes(released(), released(), []) == []


def test_a_cell_that_was_corrected():
    other = replace(DISPUTED, people=(replace(DISPUTED.people[0], position=None),))
    (found,) = changes(released(), released(other), [])
    assert found == Change("people", "ana-ruiz", "position", "envoy", "", "corrected", level="patch")


def test_a_row_that_was_added():
    other = replace(DISPUTED, people=(*DISPUTED.people, replace(DISPUTED.people[0], person_id="eva-ruiz")))
    (found,) = changes(released(), released(other), [])
    assert found == Change("people", "eva-ruiz", "", "", "", "added", level="minor")


@pytest.mark.parametrize(("table", "level"), [("people", "major"), ("mentions", "patch")])
def test_a_row_that_is_gone(table, level):
    other = replace(DISPUTED, **{table: getattr(DISPUTED, table)[1:]})
    key = next(iter(gone(released(), released(other), [])[table]))
    (found,) = changes(released(), released(other), [Reason(table, key, "", "misread")])
    assert found == Change(table, key, "", "", "", "removed", "misread", level)


def renamed():
    def move(row):
        return replace(
            row, **{name: "ana-maria-ruiz" for name in ("person_id", "participant_id") if hasattr(row, name)}
        )

    return replace(
        DISPUTED,
        people=(move(DISPUTED.people[0]),),
        participants=(move(DISPUTED.participants[0]), DISPUTED.participants[1]),
        mentions=(move(DISPUTED.mentions[0]), *DISPUTED.mentions[1:]),
    )


def test_a_renamed_id_is_one_change_and_what_refers_to_it_is_none():
    reasons = [Reason("people", "ana-ruiz", "ana-maria-ruiz", "her full name")]
    (found,) = changes(released(), released(renamed()), reasons)
    assert found == Change(
        "people", "ana-ruiz", "person_id", "ana-ruiz", "ana-maria-ruiz", "renamed id", "her full name", "major"
    )
    assert gone(released(), released(renamed()), reasons) == NONE_GONE | {"people": ["ana-ruiz"]}


def test_a_key_that_follows_a_renamed_one_is_not_gone():
    def move(row):
        return replace(row, meeting_id="2022-09-19-bern") if row.meeting_id else row

    tables = {name: tuple(map(move, getattr(DISPUTED, name))) for name in ("meetings", "participants", "mentions")}
    other = released(replace(DISPUTED, **tables))
    reasons = [Reason("meetings", "2022-09-19-geneva", "2022-09-19-bern", "it was Bern")]
    assert gone(released(), other, reasons) == NONE_GONE | {"meetings": ["2022-09-19-geneva"]}
    assert [change.kind for change in changes(released(), other, reasons)] == ["renamed id"]


def test_two_rows_that_became_one():
    twin = replace(DISPUTED.people[0], person_id="a-ruiz", name="A. Ruiz")
    old = released(replace(DISPUTED, people=(*DISPUTED.people, twin)))
    reasons = [Reason("people", "a-ruiz", "ana-ruiz", "one person")]
    assert kinds(changes(old, released(), reasons)) == [
        ("people", "a-ruiz", "person_id", "a-ruiz", "ana-ruiz", "renamed id")
    ]


SHAPES = {
    "a column that is gone": (lambda schema: schema["fields"].pop(), ("", "sources", "", "integer", "added")),
    "a column of another type": (
        lambda schema: schema["fields"][-1].update(type="string"),
        ("", "sources", "string", "integer", "corrected"),
    ),
    "another key": (lambda schema: schema.update(primaryKey=["name"]), ("", "", "name", "person_id", "corrected")),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_table_of_another_shape_breaks_scripts(shape):
    edit, told = SHAPES[shape]
    (found,) = changes(edited(edit), released(), [])
    assert (*kinds([found])[0][1:],) == told
    assert found.level == "major"


def test_columns_in_another_order_break_scripts():
    (found,) = changes(edited(lambda schema: schema["fields"].reverse()), released(), [])
    assert (found.kind, found.level) == ("corrected", "major")


def test_codes_that_came_and_went():
    def edit(schema):
        status = next(field for field in schema["fields"] if field["name"] == "status")
        status["constraints"]["enum"] = ["held", "cancelled"]

    found = changes(edited(edit, "meetings"), released(), [])
    assert kinds(found) == [
        ("meetings", "", "status", "cancelled", "", "removed"),
        ("meetings", "", "status", "", "planned", "added"),
    ]
    assert {change.level for change in found} == {"major"}


def test_tables_that_came_and_went():
    own = released()
    fewer = Tables({name: own.schemas[name] for name in MODELS if name != "disagreements"}, own.csvs)
    assert kinds(changes(fewer, own, [])) == [("disagreements", "", "", "", "", "added")]
    assert [change.level for change in changes(fewer, own, [])] == ["minor"]
    assert kinds(changes(own, fewer, [])) == [("disagreements", "", "", "", "", "removed")]
    assert [change.level for change in changes(own, fewer, [])] == ["major"]


def test_changes_are_written_as_a_table():
    found = [Change("people", "a", "name", 'A "X"', "A, X", "corrected", level="patch")]
    first = with_version(b"", "1.0.1", found)
    assert first.decode() == HEAD + '1.0.1,people,a,name,"A ""X""","A, X",corrected,\n'
    second = with_version(first, "1.1.0", [Change("people", "b", "", "", "", "added", level="minor")])
    assert second == first + b"1.1.0,people,b,,,,added,\n"
    assert with_version(second, "1.1.0", []) == first
    assert next(csv.reader(io.StringIO(HEAD))) == list(HEADER)


# --- versions ---


@pytest.mark.parametrize("text", ["1.0", "1.0.0.0", "v1.0.0", "1.0.x", "01.0.0", "1.0.0-rc1", "", "١.٠.٠"])
def test_what_is_no_version(text):
    with pytest.raises(BuildError, match="is no version"):
        parse(text)


LAST = Version(1, 4, 2)


@pytest.mark.parametrize(
    ("levels", "fitting"),
    [
        ([], ["1.4.3", "1.5.0", "2.0.0"]),
        (["patch"], ["1.4.3", "1.5.0", "2.0.0"]),
        (["patch", "minor"], ["1.5.0", "2.0.0"]),
        (["minor", "major", "patch"], ["2.0.0"]),
    ],
)
def test_the_version_fits_the_changes(levels, fitting):
    for text in ("1.4.2", "1.4.3", "1.4.4", "1.5.0", "1.5.1", "1.6.0", "2.0.0", "2.1.0", "3.0.0"):
        if text in fitting:
            check(parse(text), LAST, levels)
        else:
            with pytest.raises(BuildError, match=f"{fitting[0]}.*and not {text}"):
                check(parse(text), LAST, levels)


def test_the_first_release_may_have_any_version():
    check(Version(1, 0, 0), None, ["major"])


# --- reasons ---


def held(reasons, gone, there=None):
    check_reasons(Path("reasons.csv"), reasons, gone, there or {"people": ["b"]}, {"people"})


def test_every_id_that_is_gone_has_a_reason():
    held([Reason("people", "a", "b", "one person")], {"people": ["a"]})
    held([Reason("people", "a", "", "no person")], {"people": ["a"]})
    held([Reason("figures", "*", "", "read better")], {"figures": ["x", "y"]})


@pytest.mark.parametrize(
    ("reasons", "says"),
    [
        ([], "people has no longer a, c: state in reasons.csv why"),
        ([Reason("people", "a", "b", "why")], "people has no longer c:"),
        ([Reason("people", "*", "", "why")], "each that is gone needs a row"),
        ([Reason("people", "z", "", "why")], "people z is not gone"),
        ([Reason("people", "a", "q", "why")], "people has no row q"),
    ],
)
def test_an_id_without_a_reason_stops_the_release(reasons, says):
    with pytest.raises(BuildError, match="(?s)" + says.replace("*", r"\*")):
        held(reasons, {"people": ["a", "c"]})


def test_many_ids_are_counted():
    with pytest.raises(BuildError, match="and 15 more"):
        held([], {"people": [f"p{i:02}" for i in range(25)]})


def test_reasons_are_read_for_their_version(tmp_path):
    path = tmp_path / "reasons.csv"
    assert read_reasons(path, "1.1.0") == []
    path.write_text(ROW + "1.0.1,people,x,,old\n1.1.0,people,a,b,one person\n", encoding="utf-8")
    assert read_reasons(path, "1.1.0") == [Reason("people", "a", "b", "one person")]
    path.write_text(ROW + "1.1.0,people,a,b,\n", encoding="utf-8")
    with pytest.raises(BuildError, match="line 2: the reason is missing"):
        read_reasons(path, "1.1.0")
    path.write_text("table,key\n", encoding="utf-8")
    with pytest.raises(BuildError, match="the columns are not"):
        read_reasons(path, "1.1.0")


# --- changelog and archive ---


def test_the_changelog_takes_what_is_under_unreleased():
    text = "# Changelog\n\n## Unreleased\n\nMore articles.\n\n## 1.0.0, 2026-01-01\n\nFirst.\n"
    found = [Change("people", "a", "", "", "", "added", level="minor")]
    told = with_release(text, "1.1.0", "2026-02-01", found, {"people": 12})
    assert told == (
        "# Changelog\n\n## Unreleased\n\n## 1.1.0, 2026-02-01\n\nMore articles.\n\n- people: 12 rows; 1 added\n"
        "\n## 1.0.0, 2026-01-01\n\nFirst.\n"
    )
    assert with_release(told, "1.1.0", "2026-02-01", found, {"people": 12}) == told
    with pytest.raises(BuildError, match="release it with that date"):
        with_release(told, "1.1.0", "2026-02-02", found, {"people": 12})
    with pytest.raises(BuildError, match="says nothing under 'Unreleased'"):
        with_release(told, "1.1.1", "2026-02-02", found, {"people": 12})


def test_the_archive_is_the_same_whatever_the_order_of_files():
    files = {"data/a.csv": b"a\n", "README.md": b"# A\n"}
    data = archive(files, "a-1.0.0")
    assert data == archive(dict(reversed(files.items())), "a-1.0.0")
    with zipfile.ZipFile(io.BytesIO(data)) as handle:
        assert handle.testzip() is None
        entries = handle.infolist()
    assert [entry.filename for entry in entries] == ["a-1.0.0/README.md", "a-1.0.0/data/a.csv"]
    assert {(e.date_time, e.compress_type, e.external_attr, e.create_system) for e in entries} == {
        ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, 0o100644 << 16, 3)
    }


# --- the whole ---


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project in which 9.0.0 is released."""
    folder = tmp_path_factory.mktemp("release") / "project"
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("build", "schemas", "seeds"):
        shutil.copytree(PROJECT / name, folder / name, ignore=ignored)
    for name in ("README.md", "pyproject.toml"):
        shutil.copyfile(PROJECT / name, folder / name)
    noted(folder)
    assert make(folder, "9.0.0") == (0, "")
    return folder


@pytest.fixture
def copy(project, tmp_path):
    return Path(shutil.copytree(project, tmp_path / "project"))


def noted(folder):
    (folder / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\nA note.\n", encoding="utf-8")


def make(folder, version, day="2030-01-02", **environment):
    command = [sys.executable, "-m", "build.release", version, "--date", day]
    variables = os.environ | {"PYTHONPATH": ""} | environment
    done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stderr


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def lose(folder, table, old, new):
    """Let the last release have had another cell."""
    path = folder / "releases" / "9.0.0" / "data" / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.slow
def test_a_release_carries_its_version_everywhere(project):
    found = contents(project)
    for path in (
        "build/publish/metadata.toml", "pyproject.toml", "README.md", "CITATION.cff", ".zenodo.json",
        "datapackage/datapackage.json", "datapackage/CITATION.cff", "datapackage/datacite.json",
        "datapackage/croissant.json", "datapackage/README.md", "releases/9.0.0/datapackage.json", "CHANGELOG.md",
    ):  # fmt: skip
        assert b"9.0.0" in found[path], path
        assert f'"{metadata()["version"]}"'.encode() not in found[path], path
    assert b"2030-01-02" in found["CITATION.cff"]
    assert found["changes.csv"].decode() == HEAD
    for table in MODELS:
        assert found[f"releases/9.0.0/data/{table}.csv"] == found[f"datapackage/data/{table}.csv"]


@pytest.mark.slow
def test_the_archive_holds_the_package(project):
    found = contents(project)
    with zipfile.ZipFile(project / "dist" / "gaza-truce-talks-9.0.0.zip") as handle:
        inside = {name.partition("/")[2]: handle.read(name) for name in handle.namelist()}
    package = {
        path.removeprefix("datapackage/"): data for path, data in found.items() if path.startswith("datapackage")
    }
    assert inside == package | {name: found[name] for name in ("CHANGELOG.md", "changes.csv")}


@pytest.mark.slow
def test_a_release_that_is_made_again_gives_the_same_bytes(project, copy):
    assert make(copy, "9.0.0", TZ="Asia/Gaza", PYTHONHASHSEED="7", LC_ALL="C") == (0, "")
    assert contents(copy) == contents(project)


@pytest.mark.slow
def test_the_next_release_lists_what_changed(copy):
    noted(copy)
    lose(copy, "people", "William Burns", "Wilhelm Burns")
    assert make(copy, "9.0.1", "2030-02-03") == (0, "")
    lines = (copy / "changes.csv").read_text(encoding="utf-8").splitlines()
    assert "9.0.1,people,william-burns,name,Wilhelm Burns,William Burns,corrected," in lines
    changelog = (copy / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## 9.0.1, 2030-02-03\n\nA note.\n" in changelog
    assert (copy / "dist" / "gaza-truce-talks-9.0.1.zip").is_file()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "old", "new", "version", "says"),
    [
        ("people", "william-burns,", "bill-burns,", "10.0.0", "people has no longer bill-burns: state in releases"),
        ("people", "", "", "9.0.2", "it is 9.0.1 or 9.1.0 or 10.0.0, and not 9.0.2"),
        ("people", "William Burns", "Wilhelm Burns", "9.0.0", "9.0.0 is released already, with other data"),
        ("people", "", "", "8.9.9", "9.0.0 is released already: name a later version"),
        ("people", "", "", "9.1", "'9.1' is no version"),
    ],
)
def test_what_stands_against_a_release_is_told_and_nothing_is_written(copy, table, old, new, version, says):
    noted(copy)
    lose(copy, table, old, new)
    before = contents(copy)
    code, told = make(copy, version)
    assert code == 1
    assert says in told
    assert told.count("\n") == 1
    assert contents(copy) == before


@pytest.mark.slow
def test_a_renamed_id_with_a_reason_is_released_as_major(copy):
    noted(copy)
    lose(copy, "people", "william-burns,", "bill-burns,")
    lose(copy, "participants", "william-burns,william-burns,", "bill-burns,bill-burns,")
    lose(copy, "mentions", ",william-burns,", ",bill-burns,")
    (copy / "releases" / "reasons.csv").write_text(
        ROW + "9.1.0,people,bill-burns,william-burns,as the sources name him\n"
        "10.0.0,people,bill-burns,william-burns,as the sources name him\n",
        encoding="utf-8",
    )
    code, told = make(copy, "9.1.0")
    assert code == 1
    assert "asks for a major version: it is 10.0.0, and not 9.1.0" in told
    assert make(copy, "10.0.0") == (0, "")
    assert (copy / "changes.csv").read_text(encoding="utf-8") == (
        HEAD + "10.0.0,people,bill-burns,person_id,bill-burns,william-burns,renamed id,as the sources name him\n"
    )


def test_the_version_of_the_project_is_a_release_that_is_kept():
    """The planted defect, a version left behind, is what this and the tests of the README find."""
    folder = PROJECT / "releases" / metadata()["version"]
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["version"] == metadata()["version"]
    kept = {path.stem for path in (folder / "data").glob("*.csv")}
    assert kept == {resource["name"] for resource in descriptor["resources"] if "schema" in resource}
    assert f"## {metadata()['version']}, " in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_keys_of_several_columns_are_one_text():
    assert key_of({"a": "x", "b": "y", "c": "z"}, ("a", "b")) == "x y"
