"""Guards that no change of the grammar alters unseen how the numbers and times of the gold articles are read.

`make readings` writes anew what is read; whoever runs it reads the difference before committing it. That the readings
are right is guarded elsewhere: tests/test_numbers.py, tests/test_dates.py and the gold of each article.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from build.numbers.quantities import find_quantities
from build.read import read_article
from build.text import sentences
from build.times.dates import find_times

GOLD = Path(__file__).parent / "gold"
GOLDEN = Path(__file__).parent / "golden"
ARTICLES = sorted(GOLD.rglob("*.txt"))


def numbers(path: Path) -> Iterator[tuple[object, ...]]:
    """Each quantity of an article: its place, words, number alone, lowest, highest, modifier and unit."""
    article = read_article(path)
    for found in find_quantities(article, sentences(article)):
        words = article.text[found.start : found.end], article.text[found.number_start : found.number_end]
        yield found.start, *words, found.low, found.high, found.modifier, found.unit


def times(path: Path) -> Iterator[tuple[object, ...]]:
    """Each time of an article: its place, words, first day, last day, precision, kind, month and day of month."""
    article = read_article(path)
    for found in find_times(article, sentences(article)):
        words = article.text[found.start : found.end]
        yield (
            found.start, words, found.start_date, found.end_date, found.precision, found.kind, found.month, found.day
        )  # fmt: skip


READINGS = {"numbers": numbers, "times": times}


def written(kind: str) -> str:
    """The readings of one kind in all articles, as a CSV file; what is missing is empty."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    for path in ARTICLES:
        rows.writerows((path.stem, *cells) for cells in READINGS[kind](path))
    return file.getvalue()


@pytest.mark.parametrize("kind", READINGS)
def test_numbers_and_times_are_read_as_they_were(kind: str) -> None:
    recorded = (GOLDEN / f"{kind}.csv").read_text(encoding="utf-8").splitlines()
    assert written(kind).splitlines() == recorded, "read the difference, then run `make readings`"


if __name__ == "__main__":
    for kind in READINGS:
        (GOLDEN / f"{kind}.csv").write_text(written(kind), encoding="utf-8")
