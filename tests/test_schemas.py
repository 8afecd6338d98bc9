"""Guards that a column is defined once, fully: title, description, codes with meanings, keys that exist."""

from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

from build import records
from build.publish.codebook import rules
from build.tables import Tables
from schemas import MODELS, vocabulary
from schemas.base import columns_of
from schemas.relations import FOREIGN_KEYS, RELATIONS, primary_key

SCHEMAS = {name: model.to_schema() for name, model in MODELS.items()}
COLUMNS = [(table, column) for table, schema in SCHEMAS.items() for column in schema.columns]


def codes(table, column):
    return (SCHEMAS[table].columns[column].metadata or {}).get("codes")


def test_the_tables_in_their_order():
    claims_and_things = ["sources", "people", "meetings", "participants", "exchanges", "figures", "mentions"]
    assert list(MODELS) == [*claims_and_things, "disagreements"]
    assert list(MODELS) == [field.name for field in fields(Tables)]


@pytest.mark.parametrize("table", MODELS)
def test_rows_have_the_columns_of_their_model(table):
    row = get_args(get_type_hints(Tables)[table])[0]
    assert [field.name for field in fields(row)] == list(SCHEMAS[table].columns)


@pytest.mark.parametrize("table", MODELS)
def test_cells_are_optional_where_the_model_says_so(table):
    row = get_args(get_type_hints(Tables)[table])[0]
    optional = {name for name, hint in get_type_hints(row).items() if type(None) in get_args(hint)}
    assert optional == {name for name, column in SCHEMAS[table].columns.items() if column.nullable}


@pytest.mark.parametrize("table", MODELS)
def test_tables_are_strict_ordered_and_described(table):
    schema = SCHEMAS[table]
    assert schema.strict and schema.ordered
    assert schema.title and schema.description
    assert set(primary_key(table)) <= set(schema.columns)


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_every_column_has_title_and_description(table, column):
    schema = SCHEMAS[table].columns[column]
    assert schema.title
    assert schema.description.endswith(".")
    assert schema.description != schema.title


def test_codes_are_those_of_the_records():
    assert set(codes("figures", "modifier")) == set(get_args(records.Modifier))
    assert set(codes("participants", "identified_by")) == set(get_args(records.Seat))
    for table in ("meetings", "exchanges"):
        assert set(codes(table, "date_precision")) == set(get_args(records.Precision))
    for table, claim in {
        "meetings": records.MeetingClaim,
        "exchanges": records.ExchangeClaim,
        "figures": records.FigureClaim,
    }.items():
        assert set(codes(table, "status")) == set(get_args(get_type_hints(claim)["status"]))


def test_every_vocabulary_is_used_and_every_code_has_a_meaning():
    used = [codes(table, column) for table, column in COLUMNS if codes(table, column)]
    for name, vocabulary_codes in vars(vocabulary).items():
        if name.isupper():
            assert all(meaning.endswith(".") for meaning in vocabulary_codes.values())
            assert name == "UNIT" or dict(vocabulary_codes) in used, name


@pytest.mark.parametrize("key", FOREIGN_KEYS, ids=str)
def test_foreign_keys_name_columns_that_exist(key):
    assert key.column in SCHEMAS[key.table].columns
    assert len(primary_key(key.target)) == 1
    assert key.column == primary_key(key.target)[0]


@pytest.mark.parametrize("table", MODELS)
def test_rules_name_columns_of_their_table(table):
    for sentence in rules(table):
        assert columns_of(sentence), sentence
        assert set(columns_of(sentence)) <= set(SCHEMAS[table].columns), sentence


def test_relations_belong_to_tables():
    assert {relation.table for relation in RELATIONS} <= set(MODELS)
