"""Rows to typed frames: `tabulate(tables)` gives one pandas frame a table, its columns typed as its model says.

Rows are sorted by key, figures and mentions by their place in the text, so that the order of seeds cannot matter.
Text is `string`, whole numbers `Int64`, other numbers `Float64`, dates `date32`; what is missing is `pandas.NA`.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

import pandas

from schemas import MODELS
from schemas.relations import primary_key

from .tables import Tables

IN_THE_TEXT = ("source_id", "start")
ORDER = {"figures": (*IN_THE_TEXT, "figure_id"), "mentions": (*IN_THE_TEXT, "mention_id")}


def tabulate(tables: Tables) -> dict[str, pandas.DataFrame]:
    """The frame of each table, in the order of publication."""
    return {name: frame(name, getattr(tables, name)) for name in MODELS}


def frame(name: str, rows: Sequence[Any]) -> pandas.DataFrame:
    """The rows of one table, sorted and typed."""
    ordered = sorted(rows, key=attrgetter(*ORDER.get(name, primary_key(name))))
    columns = {
        column: pandas.array([getattr(row, column) for row in ordered], dtype=dtype)
        for column, dtype in dtypes(name).items()
    }
    return pandas.DataFrame(columns)


def dtypes(name: str) -> dict[str, Any]:
    """The pandas type of each column of a table, as its model says.

    >>> {column: str(dtype) for column, dtype in dtypes("participants").items()}["party"]
    'string'
    """
    columns = MODELS[name].to_schema().columns
    return {column: _dtype(schema.dtype.type) for column, schema in columns.items()}


def _dtype(dtype: Any) -> Any:
    """Text misses `pandas.NA`, like the other types, whichever of its two kinds of text pandera names."""
    return pandas.StringDtype(na_value=pandas.NA) if isinstance(dtype, pandas.StringDtype) else dtype
