"""Guards the promise that a figure is one row: its number, what it counts, its measure and whose word it is."""

import pytest

from build.chunks import find_chunks
from build.extract.figures import find_figures
from build.records import FigureClaim

from .support import article


def read(text: str, titled: bool = False) -> tuple[FigureClaim, ...]:
    return find_figures(find_chunks(article(text, titled=titled)))


def test_a_figure_brings_its_parts_together() -> None:
    text = "Some 7,200 prisoners are behind bars, according to the Prisoners' Club."
    (figure,) = read(text)
    assert text[figure.start : figure.end] == "Some 7,200 prisoners"
    assert (figure.value_low, figure.value_high, figure.modifier, figure.unit) == (7200, 7200, "about", "people")
    assert figure.counted == "prisoners"
    assert figure.claimed_by == "the Prisoners' Club"


def test_figures_stand_in_text_order_and_do_not_overlap_their_numbers() -> None:
    text = "At least 69 of the more than 200 sailors came home, and 12 more will follow within ten days."
    found = read(text)
    assert [figure.value_low for figure in found] == [69, 200, 12, 10]
    assert all(text[figure.start : figure.end] for figure in found)


def test_the_headline_has_figures_too() -> None:
    text = "Juba frees 12 sailors\nThey came home on Monday."
    assert [(figure.value_low, figure.counted) for figure in read(text, titled=True)] == [(12, "sailors")]


def test_an_article_without_numbers_has_no_figures() -> None:
    assert read("Both sides spoke of progress; one official said most of the captives were well.") == ()


@pytest.mark.parametrize("text", ["", "No figure here.", "7 October 2023"])
def test_nothing_is_made_of_nothing(text: str) -> None:
    assert read(text) == ()
