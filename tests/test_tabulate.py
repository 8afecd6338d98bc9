"""Guards that frames are typed as the models say and sorted, whatever the order of the rows."""

import random
from dataclasses import fields, replace
from datetime import date

import pandas
import pytest

from build.tables import Tables
from build.tabulate import dtypes, tabulate
from schemas import MODELS

from .sample_tables import TABLES, frames


@pytest.mark.parametrize("table", MODELS)
def test_types_are_those_of_the_model_even_without_rows(table):
    for built in (frames()[table], tabulate(Tables())[table]):
        assert dict(built.dtypes) == dtypes(table)
        assert {str(dtype) for dtype in built.dtypes} <= {"string", "Int64", "Float64", "date32[day][pyarrow]"}


def test_values_and_gaps():
    built = frames()
    source = built["sources"].iloc[0]
    assert source["published_on"] == date(2022, 9, 20)
    assert source["dateline"] is pandas.NA
    assert built["exchanges"]["prisoners_low"].iloc[0] == 39
    assert built["exchanges"]["captives_low"].iloc[0] is pandas.NA


def test_the_order_of_rows_does_not_matter():
    chance = random.Random(7)
    for _ in range(10):
        shuffled = {
            field.name: tuple(chance.sample(rows := getattr(TABLES, field.name), len(rows))) for field in fields(Tables)
        }
        for table, frame in tabulate(Tables(**shuffled)).items():
            pandas.testing.assert_frame_equal(frame, frames()[table])


def test_figures_stand_in_the_order_of_the_text():
    starts = [TABLES.figures[0], replace(TABLES.figures[0], start=1000, figure_id="envoys-1000")]
    built = tabulate(Tables(figures=tuple(reversed(starts))))["figures"]
    assert list(built["start"]) == [starts[0].start, 1000]
