"""Guards that verification says which files and which rows of a package are not what the seeds give."""

import io
import shutil
from pathlib import Path

import pandas
import pytest

from build.publish import publish
from build.publish.parquet import parquet_bytes
from build.verify import TOLD, differing_rows, verify

from .sample_tables import changed, frames


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    out = tmp_path_factory.mktemp("verified") / "datapackage"
    publish(frames(), out, ["a line"])
    return out


@pytest.fixture
def out(package, tmp_path):
    return Path(shutil.copytree(package, tmp_path / "datapackage"))


def check(out, built=None):
    return verify(built or frames(), out, ["a line"])


def test_a_package_as_it_was_built(out):
    assert check(out) == []


def test_nothing_is_written(out, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    check(out)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_no_package(tmp_path):
    assert check(tmp_path / "none") == [f"{tmp_path / 'none'} is not there: build the package first."]


def test_files_that_are_missing_or_too_many(out):
    (out / "data/people.csv").unlink()
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    assert check(out) == [f"{out}/data/people.csv is missing.", f"{out}/notes.txt is no file of the package."]


@pytest.mark.parametrize("name", ["README.md", "CODEBOOK.md", "LOG.txt", "SHA256SUMS", "datapackage.json"])
def test_one_byte(name, out):
    with (out / name).open("ab") as handle:
        handle.write(b" ")
    assert check(out) == [f"{out}/{name} differs from what the seeds give."]


def test_cells_that_differ_are_told_by_row(out):
    lines = check(out, changed("figures", value_high=40.0))
    assert f"{out}/data/figures.csv differs from what the seeds give." in lines
    key = frames()["figures"]["figure_id"].iloc[0]
    assert lines.count(f'  row {key}: value_high is "39", the seeds give "40"') == 2  # CSV and Parquet
    assert not any("people" in line for line in lines)


def test_rows_that_are_missing_or_not_given(out):
    path = out / "data/participants.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("northern-front,,Northern Front", "south,,South"), encoding="utf-8")
    lines = check(out)
    assert "  row 2022-09-19-geneva northern-front: missing" in lines
    assert "  row 2022-09-19-geneva south: the seeds do not give it" in lines


def test_parquet_alone_that_differs(out):
    table = changed("people", name="Eva Ruiz")["people"]
    (out / "data/people.parquet").write_bytes(parquet_bytes("people", table))
    assert check(out) == [
        f"{out}/data/people.parquet differs from what the seeds give.",
        '  row ana-ruiz: name is "Eva Ruiz", the seeds give "Ana Ruiz"',
    ]


@pytest.mark.parametrize("data", [b"", b"no parquet", b"\xff\xfe"])
@pytest.mark.parametrize("name", ["people.csv", "people.parquet"])
def test_a_table_that_cannot_be_read(name, data, out):
    (out / "data" / name).write_bytes(data)
    assert check(out) == [
        f"{out}/data/{name} differs from what the seeds give.",
        "  row ana-ruiz: missing",
    ]


def test_the_same_rows_in_other_bytes(out):
    path = out / "data/people.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert check(out) == [
        f"{out}/data/people.csv differs from what the seeds give.",
        "  the rows hold the same cells, in another order or other bytes",
    ]
    frame = pandas.read_parquet(out / "data/people.parquet")
    other = io.BytesIO()
    frame.to_parquet(other, compression="gzip")
    (out / "data/people.parquet").write_bytes(other.getvalue())
    assert "  the rows hold the same cells, in another order or other bytes" in check(out)[2:]


def test_a_row_that_stands_twice(out):
    path = out / "data/people.csv"
    header, row = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(header + row + row)
    assert "  row ana-ruiz (2): the seeds do not give it" in check(out)


def test_many_rows_are_counted():
    header = b"person_id,name\n"
    rows = b"".join(b"p%d,x\n" % i for i in range(1000))
    lines = differing_rows("people", header, header + rows)
    assert len(lines) == TOLD + 1
    assert lines[-1] == "  and 980 more rows"
