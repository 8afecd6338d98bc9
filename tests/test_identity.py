"""Guards the promise that ids are readable and do not change when an unrelated article is added."""

from datetime import date

import pytest

from build.reconcile.identity import day_slug, distinct, join, period_slug, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Ghassan ‘Bou’ Diab", "ghassan-bou-diab"),
        ("Sana'a", "sanaa"),
        ("Majed al-Ansari", "majed-al-ansari"),
        ("François  Hollande", "francois-hollande"),
        ("Şevket Ünal, Jr.", "sevket-unal-jr"),
        ("ICRC", "icrc"),
        ("Владимир Мединский", "владимир-мединскии"),
        ("  –  ", ""),
    ],
)
def test_a_slug_is_small_plain_and_hyphenated(text, expected):
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("start", "end", "precision", "day", "period"),
    [
        (date(2022, 9, 21), date(2022, 9, 21), "day", "2022-09-21", "2022-09-21"),
        (date(2022, 9, 21), date(2022, 9, 23), "day", "2022-09-21", "2022-09-21-2022-09-23"),
        (date(2022, 9, 21), None, "day", "2022-09-21", "since-2022-09-21"),
        (None, date(2022, 9, 23), "day", "2022-09-23", "until-2022-09-23"),
        (date(2022, 9, 1), date(2022, 9, 30), "month", "2022-09", "2022-09"),
        (date(2022, 9, 24), date(2022, 9, 25), "week", "2022-09-24", "2022-09-24"),
        (None, None, "unknown", "", ""),
    ],
)
def test_dates_in_ids(start, end, precision, day, period):
    assert day_slug(start, end, precision) == day
    assert period_slug(start, end, precision) == period


def test_unknown_parts_are_left_out():
    assert join(["2022-09-21", None, "", "geneva"]) == "2022-09-21-geneva"


def test_only_the_later_of_two_like_rows_is_told_apart_and_by_no_more_than_needed():
    rows = [("geneva", "ye"), ("geneva", "ru"), ("bern", "ye"), ("geneva", "ru")]
    ids = distinct(rows, lambda row: row[0], lambda row: row[1:])
    assert ids == ["geneva", "geneva-ru", "bern", "geneva-ru-again"]


def test_a_row_without_a_base_is_named_by_what_tells_it_apart():
    assert distinct(["", ""], str, lambda row: ("source", "5")) == ["source", "source-5"]
