"""Guards that numbers which cannot all be right are shown side by side, with who says what, and no others are."""

from dataclasses import replace

import pytest

from build.disagreements import contradictory, disagreements, narrowing, scope, statements
from build.tables import ExchangeRow, FigureRow

from .sample_tables import DISPUTED

ROW = ExchangeRow("swap", "completed", None, None, "unknown", 50, 69, "Front", 39, 39, "ES", 2)


def figure(source, value, *, high=None, by=None, counted="captives", start=0, measure="captives_released", **cells):
    row = FigureRow(
        f"{source}-{start}", source, value, high or value, "exact", "people", measure, counted, "actual", by, "swap",
        f"{value} {counted}", start, start + 5,
    )  # fmt: skip
    return replace(row, **cells)


def row(*figures, low=50, high=69, **cells):
    return disagreements([replace(ROW, captives_low=low, captives_high=high, **cells)], figures)


def test_the_sample():
    assert disagreements(DISPUTED.exchanges, DISPUTED.figures) == DISPUTED.disagreements


def test_two_articles_that_differ():
    (found,) = row(figure("a", 50, counted="Malian captives"), figure("b", 69))
    assert (found.exchange_id, found.quantity, found.sources) == ("swap", "captives", 2)
    assert (found.lowest, found.lowest_sources, found.lowest_counted) == (50, "a", "Malian captives")
    assert (found.highest, found.highest_sources, found.highest_counted) == (69, "b", "captives")
    assert (found.lowest_claimed_by, found.highest_claimed_by) == (None, None)
    assert (found.scope, found.figures) == ("different", "a-0; b-0")


def test_two_claimants_in_one_article():
    (found,) = row(figure("a", 50, by="the army"), figure("a", 69, by="the rebels", start=40))
    assert (found.lowest_claimed_by, found.highest_claimed_by, found.sources) == ("the army", "the rebels", 1)


def test_all_who_give_a_number_are_named_and_what_lies_between_is_compared():
    (found,) = row(figure("c", 69), figure("a", 50), figure("b", 69, by="UN", counted="hostages"), figure("d", 60))
    assert (found.highest_sources, found.highest_claimed_by) == ("b; c", "UN")
    assert found.highest_counted == "captives; hostages"
    assert (found.figures, found.sources) == ("a-0; b-0; c-0; d-0", 4)


def test_a_part_is_no_number_of_the_whole():
    (found,) = row(
        figure("a", 50), figure("b", 69), figure("b", 51, start=9, counted="women"), figure("b", 18, start=19)
    )
    assert (found.lowest_sources, found.figures) == ("a", "a-0; b-0")


def test_parts_count_together_where_no_total_is_stated():
    (found,) = row(figure("a", 50), figure("b", 49, counted="men"), figure("b", 20, counted="boys", start=9))
    assert (found.highest, found.highest_sources, found.highest_counted) == (69, "b", "boys; men")
    assert found.figures == "a-0; b-0; b-9"


def test_each_side_has_its_row():
    found = row(
        figure("a", 50),
        figure("b", 69),
        figure("a", 30, measure="prisoners_released", counted="prisoners", start=20),
        figure("b", 39, measure="prisoners_released", counted="detainees", start=20),
        prisoners_low=30,
    )
    assert [(one.quantity, one.lowest, one.highest, one.scope) for one in found] == [
        ("captives", 50, 69, "same"),
        ("prisoners", 30, 39, "same"),
    ]


NONE = {
    "one source": [figure("a", 50)],
    "one number": [figure("a", 69), figure("b", 69)],
    "a range of one source": [figure("a", 50, high=69)],
    "a number within another's range": [figure("a", 50, high=69), figure("b", 60)],
    "at least": [figure("a", 50, modifier="at_least"), figure("b", 69)],
    "at most": [figure("a", 69, modifier="at_most"), figure("b", 50)],
    "about": [figure("a", 65, modifier="about"), figure("b", 69)],
    "two bounds": [figure("a", 50, modifier="at_least"), figure("b", 69, modifier="at_most")],
    "not people": [figure("a", 50, unit="truck"), figure("b", 69)],
    "another exchange": [figure("a", 50, exchange_id="other"), figure("b", 69)],
    "no exchange": [figure("a", 50, exchange_id=None), figure("b", 69)],
    "another measure": [figure("a", 50, measure="killed"), figure("b", 69)],
    "outside the span": [figure("a", 10), figure("b", 69)],
}


@pytest.mark.parametrize("case", NONE)
def test_no_disagreement(case):
    assert row(*NONE[case]) == ()


@pytest.mark.parametrize(
    "figures",
    [
        [figure("a", 69, modifier="at_least"), figure("b", 50)],
        [figure("a", 50, modifier="at_most"), figure("b", 69)],
        [figure("a", 50, modifier="about"), figure("b", 69)],
        [figure("a", 50, high=55), figure("b", 60, high=69)],
    ],
)
def test_vague_numbers_that_exclude_each_other(figures):
    assert len(row(*figures)) == 1


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("captives", "the hostages", "same"),
        ("Malian hostages", "Malians", "same"),
        ("people", "individuals", "same"),
        ("Malian hostages", "hostages", "different"),
        ("women", "children", "different"),
        (None, "hostages", "unknown"),
        ("women", None, "unknown"),
    ],
)
def test_the_scope_is_told_by_what_is_counted(one, other, found):
    stated = list(statements([figure("a", 50, counted=one), figure("b", 69, counted=other)], 50, 69))
    assert contradictory(stated)
    assert scope(stated) == found


def test_the_scope_differs_between_what_is_so_and_what_is_yet_to_be():
    (found,) = row(figure("a", 50, status="prospective"), figure("b", 69))
    assert found.scope == "different"


def test_words_that_narrow_nothing():
    assert narrowing("the hostages") == narrowing("people") == frozenset()
    assert narrowing("ten elderly captives") == {"ten", "elderly"}


def test_the_order_of_rows_does_not_matter():
    figures = [figure("a", 50, by="x"), figure("b", 69), figure("b", 51, start=9), figure("c", 60)]
    assert row(*figures) == row(*reversed(figures))


def test_numbers_too_great_to_be_exact_do_no_harm():
    assert len(row(figure("a", 1e15), figure("b", 2e15), low=10**15, high=2 * 10**15)) == 1
