"""Guards what holds of any text: every claim stands in it, and no article leans on another."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from build.extract import extract
from build.read import read_seeds, to_article
from build.reconcile import reconcile
from build.records import Claims
from build.tables import FigureRow, MentionRow

from .support import article
from .test_any_article import MADE_UP, worn

SEEDS = Path(__file__).parent.parent / "seeds"

# -- any text -----------------------------------------------------------------------------------------

PAGES = st.lists(MADE_UP | worn() | st.text(max_size=60), min_size=1, max_size=8).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_every_claim_stands_in_the_text_as_it_came(text: str) -> None:
    claims = extract(to_article("page.txt", text, "")[0])
    tables = reconcile([claims]).tables
    assert claims.article.text == text
    rows: list[FigureRow | MentionRow] = [*tables.figures, *tables.mentions]
    for row in rows:
        assert text[row.start : row.end] == row.quote != ""
    for person in claims.people:
        assert {text[span.start : span.end] for span in person.mentions} == set(person.forms)


# -- one article, whatever its company -----------------------------------------------------------------


@settings(max_examples=20, deadline=None)
@given(PAGES, st.lists(PAGES, max_size=3))
def test_what_is_claimed_depends_on_the_article_alone(text: str, others: list[str]) -> None:
    def claimed(page: str) -> Claims:
        return extract(to_article("page.txt", page, "")[0])

    alone = claimed(text)
    for other in others:
        claimed(other)
    assert claimed(text) == alone


@cache
def seeds() -> tuple[Claims, ...]:
    """What the project's own seeds claim."""
    return tuple(extract(one) for one in read_seeds(SEEDS))


UNRELATED = (
    "Ilka Tormund, the envoy of Norway, met delegates of Nepal in Muscat on Tuesday.\n\n"
    "On Wednesday the rebels freed 31 captives for 12 prisoners, officials said, and 1,450 people fled."
)
NAMES = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}[a-z0-9]", fullmatch=True)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)), NAMES)
def test_neither_order_nor_an_unrelated_article_by_any_name_changes_a_row(order: list[int], name: str) -> None:
    assume(name not in {own.article.source_id for own in seeds()})
    unrelated = extract(article(UNRELATED, date(2019, 4, 4), source_id=name))
    assert unrelated.people and unrelated.meetings and unrelated.exchanges and unrelated.figures
    claims = [*seeds(), unrelated]
    alone, together = reconcile(seeds()).tables, reconcile([claims[i] for i in order]).tables
    for table in alone.__slots__:
        assert set(getattr(alone, table)) <= set(getattr(together, table)), table


@pytest.mark.parametrize("published", [date(1900, 1, 1), date(1900, 3, 1), date(2099, 12, 1), date(2099, 12, 31)])
def test_an_article_of_the_first_or_last_day_is_read(published: date) -> None:
    text = "They met on Friday, yesterday, last week, on the 4th, on 29 February, next month and over the weekend."
    assert len(extract(article(text, published)).article.text) == len(text)
