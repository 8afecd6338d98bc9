"""Guards that the authority data are facts with sources: every row says where it comes from, and none comes twice."""

import csv
from pathlib import Path

import pytest

from build.authority import FOLDER, table

FILES = sorted(path.stem for path in FOLDER.glob("*.csv"))


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_its_source_and_none_comes_twice(name: str) -> None:
    rows = table(name)
    assert len({tuple(row.items()) for row in rows}) == len(rows)
    for row in rows:
        assert row["source"].strip(), row


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.stem)
def test_the_files_are_plain_tables(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    header, *rows = csv.reader(text.splitlines(keepends=True))
    for number, row in enumerate(rows, 2):
        assert len(row) == len(header), f"line {number}"
