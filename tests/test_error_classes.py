"""Guards that every class of error in `error_classes.csv` has its test, with three sentences or more."""

import csv
import importlib
from pathlib import Path

import pytest

FILE = Path(__file__).with_name("error_classes.csv")
ROWS = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))
TABLES = ["sources", "people", "meetings", "exchanges", "figures"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["class of error"])
def test_a_class_has_a_test_of_three_sentences_or_more(row: dict[str, str]) -> None:
    module, _, name = row["test"].partition("::")
    test = getattr(importlib.import_module(f"tests.{module.removesuffix('.py')}"), name)
    sentences = [case for mark in test.pytestmark if mark.name == "parametrize" for case in mark.args[1]]
    assert len(sentences) >= 3


def test_the_classes_stand_table_by_table() -> None:
    assert [row["table"] for row in ROWS] == sorted((row["table"] for row in ROWS), key=TABLES.index)
    assert {row["table"] for row in ROWS} == set(TABLES)
