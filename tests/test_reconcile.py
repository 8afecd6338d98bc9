"""Guards the promise that one person is one row, and that neither order nor unrelated articles change any row."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build.reconcile import reconcile
from build.tables import PersonRow

from .claims import GENEVA, MAY, SIDES, met, named, person, released, source

# -- people -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Hamad al-Thani", "Hamad Al Thani", "Hamad Althani"), {"hamad-al-thani"}),
        (("Ali Abdel-Hadi", "Ali Abdel Hadi"), {"ali-abdel-hadi"}),
        (("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"), {"recep-tayyip-erdogan"}),
        (("Dana Levy", "Levy"), {"dana-levy"}),
        (("Dana Levy", "Dana Ruth Levy"), {"dana-ruth-levy"}),
        (("Dana Levy", "Rami Levy"), {"dana-levy", "rami-levy"}),
        (("Dana Levy", "Rami Levy", "Levy"), {"dana-levy", "rami-levy", "levy"}),
        (("Dana Levy", "Dana"), {"dana-levy", "dana"}),
        (("Timo Aho", "Timo Ahonen"), {"timo-aho", "timo-ahonen"}),
    ],
)
def test_spellings_and_short_names(names, expected):
    claims = [named(f"source{i}", name) for i, name in enumerate(names)]
    assert {row.person_id for row in reconcile(claims).tables.people} == expected


def test_a_family_name_never_joins_a_person_whom_its_own_article_names_beside_it():
    rows = reconcile([named("a", "Dana Levy", "Levy"), named("b", "Rami Cohen")]).tables.people
    assert {row.person_id for row in rows} == {"dana-levy", "levy", "rami-cohen"}


def test_a_family_name_does_not_cross_borders():
    claims = [named("a", "Dana Levy", country="IL"), named("b", "Levy", country="FR")]
    assert len(reconcile(claims).tables.people) == 2


def test_a_person_takes_the_fullest_name_and_office():
    one = source("a", "Levy spoke", people=[person("Levy spoke", "Levy", position="negotiator", country="IL")])
    text = "Dana Levy, chief negotiator of Israel; Levy"
    two = source(
        "b", text, people=[person(text, "Dana Levy", "Dana Levy", "Levy", position="chief negotiator of Israel")]
    )
    (row,) = reconcile([one, two]).tables.people
    assert row == PersonRow(
        "dana-levy", "Dana Levy", "Dana Levy; Levy", "chief negotiator of Israel", None, "IL", None, 2
    )


def test_the_authority_file_keeps_namesakes_apart():
    claims = [named("a", "Dana Levy", wikidata_id="Q1"), named("b", "Dana Levy", wikidata_id="Q2", country="FR")]
    assert {row.person_id for row in reconcile(claims).tables.people} == {"dana-levy", "dana-levy-fr"}


# -- evidence -----------------------------------------------------------------------------------------


def test_every_row_has_a_passage_from_each_source_that_it_counts():
    claims = [
        met("a", ("UN", 0, "name"), "YE", people=["Hans Holm"], **GENEVA),
        met("b", ("UN", 0, "name"), "YE", people=["Hans Holm"], **GENEVA),
        released("c", captives=82),
    ]
    tables = reconcile(claims).tables
    texts = {own.article.source_id: own.article.text for own in claims}
    assert all(texts[row.source_id][row.start : row.end] == row.quote for row in tables.mentions)
    assert len({row.mention_id for row in tables.mentions}) == len(tables.mentions)
    counted = {
        **{row.person_id: row.sources for row in tables.people},
        **{row.meeting_id: row.sources for row in tables.meetings},
        **{row.exchange_id: row.sources for row in tables.exchanges},
    }
    told = {(row.person_id or row.meeting_id or row.exchange_id, row.source_id) for row in tables.mentions}
    assert counted == Counter(row_id for row_id, _ in told)


# -- the whole ----------------------------------------------------------------------------------------

CORPUS = [
    met("a", ("UN", 0, "name"), "YE", "Houthis", people=["Hans Holm"], **GENEVA),
    met("b", "YE", "Houthis", country="CH"),
    met("c", ("UN", 0, "name"), "YE", people=["Holm"], status="planned", published_on=date(2022, 9, 19), country="CH"),
    released("d", captives=82, prisoners=5, holders=SIDES, days=MAY),
    released("e", captives=80, prisoners=5, holders=SIDES),
    released("f", captives=80, prisoners=5),
    released("g", date(2023, 4, 17), captives=181, prisoners=706, holders=("Houthis", "YE")),
    named("h", "Dana Levy"),
    named("i", "Levy"),
]


@given(st.permutations(CORPUS))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_sources_does_not_matter(claims):
    assert reconcile(claims) == reconcile(CORPUS)


UNRELATED = [
    met("u1", ("CO", 0, "name"), "ELN", people=["Otto Gomez"], place="Havana", country="CU", day=date(2022, 9, 21)),
    met("u2", "AM", "AZ", place="Sochi", country="RU", published_on=date(2022, 10, 30)),
    released("u3", date(2023, 12, 13), captives=32, prisoners=2, holders=("AZ", "AM"), days=(date(2023, 12, 13),) * 2),
    released("u4", date(2021, 1, 1), captives=9, prisoners=11, status="proposed"),
    named("u5", "Ingrid Berg", "Omar Said"),
]


@given(st.sets(st.sampled_from(range(len(UNRELATED)))), st.randoms())
@settings(max_examples=40, deadline=None)
def test_unrelated_articles_change_no_row_of_the_others(chosen, random):
    claims = [*CORPUS, *(UNRELATED[i] for i in chosen)]
    random.shuffle(claims)
    alone, together = reconcile(CORPUS).tables, reconcile(claims).tables
    for table in alone.__slots__:
        assert set(getattr(alone, table)) <= set(getattr(together, table)), table


@given(st.sampled_from("abcdefghi"), st.randoms())
@settings(max_examples=20, deadline=None)
def test_a_source_renamed_changes_no_dated_id(letter, random):
    renamed = [replace(c, article=replace(c.article, source_id=f"z{c.article.source_id}")) for c in CORPUS]
    random.shuffle(renamed)
    ids = {row.meeting_id for row in reconcile(renamed).tables.meetings}
    assert ids == {row.meeting_id for row in reconcile(CORPUS).tables.meetings}
