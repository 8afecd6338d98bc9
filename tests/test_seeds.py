"""Guards the promise that the seeds as they are give the people, meetings and exchanges that a careful reader finds.

The tables that the seeds give together are kept in `tests/golden`. After a wanted change, `python -m tests.test_seeds`
writes them anew: read the difference before it is committed, for a changed id is a breaking change.
"""

import csv
import io
from dataclasses import astuple, fields
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from build.extract import extract
from build.read import read_seeds
from build.reconcile import Reconciled, reconcile

PROJECT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
TABLES = ("people", "meetings", "participants", "exchanges")


@cache
def together() -> Reconciled:
    return reconcile([extract(article) for article in read_seeds(PROJECT / "seeds")])


def as_csv(table: str) -> str:
    """A table as it is kept: sorted by its key, a missing cell empty."""
    rows = sorted(getattr(together().tables, table), key=lambda row: [str(value) for value in astuple(row)[:2]])
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(rows[0]))
    writer.writerows(astuple(row) for row in rows)
    return text.getvalue()


def as_log() -> str:
    return "".join(f"{line}\n" for line in together().log)


@pytest.mark.parametrize("table", TABLES)
def test_the_seeds_give_the_tables_that_are_kept(table):
    assert as_csv(table) == (GOLDEN / f"{table}.csv").read_text(encoding="utf-8")


def test_what_was_joined_is_on_record():
    assert as_log() == (GOLDEN / "log.txt").read_text(encoding="utf-8")


def test_the_seeds_give_what_the_codebook_says():
    tables = together().tables
    assert len(tables.people) == 11
    assert {(row.place or row.region, row.start_date, row.status, row.sources) for row in tables.meetings} == {
        ("Doha", date(2023, 11, 28), "held", 3),
        ("Cairo", date(2024, 2, 13), "held", 1),
        ("Europe", date(2024, 1, 27), "planned", 1),
    }
    assert {
        (row.captives_low, row.captives_high, row.prisoners_low, row.status, row.sources) for row in tables.exchanges
    } == {
        (50, 69, 150, "completed", 3),
        (12, 12, 30, "agreed", 1),
        (20, 20, None, "agreed", 1),
        (130, 130, None, "proposed", 1),
        (100, 100, None, "completed", 1),
    }


def test_every_figure_of_an_exchange_points_to_it():
    tables = together().tables
    known = {row.exchange_id for row in tables.exchanges}
    assert {figure.exchange_id for figure in tables.figures if figure.exchange_id} == known


def main() -> None:
    for table in TABLES:
        (GOLDEN / f"{table}.csv").write_text(as_csv(table), encoding="utf-8")
    (GOLDEN / "log.txt").write_text(as_log(), encoding="utf-8")


if __name__ == "__main__":
    main()
