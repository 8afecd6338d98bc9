"""What every table's model has in common: the types of cells, the kinds of column, and rules in words."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import pandas
import pandera.pandas as pandera
import pyarrow
from pandera.typing import Series

Text = Series[pandas.StringDtype]
Count = Series[pandas.Int64Dtype]
Number = Series[pandas.Float64Dtype]
Day = Series[Annotated[pandas.ArrowDtype, pyarrow.date32()]]

SEPARATOR = "; "
"""What joins the items of a list in one cell."""

SLUG = r"^[^ A-Z_-]+(-[^ A-Z_-]+)*$"
CELL = r"^[^=+\-@ \t\r\n]((.|\n)*[^ \t\r\n])?$"
"""Text that readers do not trim, spreadsheets do not run as a formula, and CSV does not take for a missing value.

Written without classes of white space, so that pandas leaves whole columns to Arrow.
"""

GREATEST = 2**53 - 1
"""The greatest number up to which every reader holds whole numbers exactly; R and JavaScript have no others."""

COUNTRY = r"^[A-Z]{2}$"
IN_BACKTICKS = re.compile(r"`(\w+)`")


def text(title: str, description: str, *, missing: str = "", unit: str = "") -> Any:
    """A column of free text."""
    sentence = "must not be empty, nor begin with =, +, - or @, nor begin or end with white space"
    return formatted(title, description, CELL, sentence, missing=missing, unit=unit)


def formatted(title: str, description: str, pattern: str, sentence: str, *, missing: str = "", unit: str = "") -> Any:
    """A column of text in a fixed form, which `sentence` puts in words."""
    return _column(title, description, missing, unit, str_matches={"pattern": pattern, "error": sentence})


def slug(title: str, description: str, *, missing: str = "") -> Any:
    """A column of identifiers made of words."""
    sentence = "must be small letters and digits, its words joined by single hyphens"
    return formatted(title, description, SLUG, sentence, missing=missing)


def country(title: str, description: str, *, missing: str) -> Any:
    """A column of countries."""
    sentence = "must be a two-letter country code (ISO 3166-1)"
    return formatted(title, description, COUNTRY, sentence, missing=missing)


def code(title: str, description: str, codes: Mapping[str, str], *, missing: str = "") -> Any:
    """A column that holds one of a few codes, whose meanings `schemas.vocabulary` gives."""
    check = {"allowed_values": list(codes), "error": f"must be one of {', '.join(codes)}"}
    return _column(title, description, missing, "", codes=codes, isin=check)


def number(title: str, description: str, *, least: int = 0, missing: str = "", unit: str = "") -> Any:
    """A column of numbers, whole or not, none below `least`."""
    check = {"min_value": least, "error": f"must not be below {least}"}
    limit = {"max_value": GREATEST, "error": f"must not be above {GREATEST}, the greatest that every reader holds"}
    return _column(title, description, missing, unit, ge=check, le=limit)


def day(title: str, description: str, *, missing: str) -> Any:
    """A column of dates, each of which may be missing."""
    return _column(title, description, missing, "day")


def _column(
    title: str, description: str, missing: str, unit: str, codes: Mapping[str, str] | None = None, **check: Any
) -> Any:
    """A column; `missing` says where its cells are ("the article has none"), and is empty where none may be."""
    said = {"missing": missing, "unit": unit, "codes": dict(codes or {})}
    metadata = {name: value for name, value in said.items() if value}
    return pandera.Field(title=title, description=description, nullable=bool(missing), metadata=metadata, **check)


def rule(sentence: str) -> Callable[[Callable[..., Any]], Any]:
    """A rule across the columns of a row, for a method of a model that gives True where a row keeps it.

    `sentence` names the columns in backticks and stands in the codebook; what is missing breaks no rule.
    """

    def decorate(keeps: Callable[..., Any]) -> Any:
        def check(model: type[pandera.DataFrameModel], frame: pandas.DataFrame) -> Any:
            return keeps(model, frame).fillna(True).astype(bool)

        check.__name__ = keeps.__name__
        return pandera.dataframe_check(error=sentence)(check)

    return decorate


def reading(*, purpose: str, misreadings: tuple[str, ...]) -> dict[str, Any]:
    """What a user needs before reading a table: what it is for in one sentence, and how it is easily misread."""
    return {"purpose": purpose, "misreadings": misreadings}


def columns_of(sentence: str) -> list[str]:
    """The columns that a rule names.

    >>> columns_of("`start` must be before `end`")
    ['start', 'end']
    """
    return IN_BACKTICKS.findall(sentence)


def each(column: Any, keeps: Callable[[Any], bool]) -> Any:
    """Whether each value of a column keeps a rule, for rules that take a value at a time."""
    return column.map(keeps, na_action="ignore").astype("boolean")


def is_list(cell: str) -> bool:
    """Whether a cell is a list as the tables write it: distinct items, sorted, joined by "; ".

    >>> is_list("EG; IL; QA"), is_list("IL; EG"), is_list("EG; ")
    (True, False, False)
    """
    items = cell.split(SEPARATOR)
    return all(items) and items == sorted(set(items))


class Table(pandera.DataFrameModel):
    """A published table: its columns, all of them, in this order."""

    class Config:
        strict = True
        ordered = True
