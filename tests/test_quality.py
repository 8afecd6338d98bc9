"""Guards that the build reads the gold articles no worse than its README tells the users."""

from datetime import date
from pathlib import Path

import pytest

from build.extract import extract
from build.publish.quality import measured, quality_rows
from build.read import read_article
from build.reconcile import reconcile

from .quality import GOLD, SETS, as_toml
from .scoring import TABLES, Score, measure

ARTICLES = sorted(GOLD.glob("*/*.txt"))


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {name: measure(GOLD / name) for name in SETS}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", SETS)
def test_no_table_falls_below_its_recorded_figure(name: str, table: str, scores: dict[str, Score]) -> None:
    assert scores[name].slots[table].f1 >= measured()[name]["tables"][table]["f1"] - 0.01


@pytest.mark.parametrize("name", SETS)
def test_a_false_row_is_worse_than_a_gap(name: str, scores: dict[str, Score]) -> None:
    """Precision is never more than 0.05 below recall."""
    for tally in scores[name].slots.values():
        assert tally.precision >= tally.recall - 0.05


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_quote_stands_at_its_place(path: Path) -> None:
    article = read_article(path)
    tables = reconcile([extract(article)]).tables
    passages = [(row.start, row.end, row.quote) for row in tables.figures]
    passages += [(row.start, row.end, row.quote) for row in tables.mentions]
    assert [article.text[start:end] for start, end, _ in passages] == [quote for _, _, quote in passages]


def test_what_is_recorded_can_be_read_back(scores: dict[str, Score]) -> None:
    lines = as_toml(date(2026, 1, 2), scores, dict.fromkeys(SETS, 1)).splitlines()
    assert "measured_on = 2026-01-02" in lines
    assert [row[0] for row in quality_rows("unseen")] == list(TABLES)


def test_a_lost_table_is_noticed(scores: dict[str, Score]) -> None:
    """The figures fall when the rows of a table are taken away."""
    from .scoring import gold_rows

    path = next(GOLD.glob("development/*.gold.json"))
    gold = gold_rows(path)
    whole, lost = Score(), Score()
    whole.add(gold, {**gold, "people": [{**row, "names_reported": row["name"]} for row in gold["people"]]})
    lost.add(gold, {**gold, "people": []})
    assert whole.slots["people"].f1 == 1.0
    assert lost.slots["people"].f1 == 0.0
