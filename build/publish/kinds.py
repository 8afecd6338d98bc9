"""The four kinds of column, and what each is called in pandas, in Arrow and in a Table Schema."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import pyarrow

from ..tabulate import dtypes


class Kind(NamedTuple):
    """A kind of column; `in_parquet` is what the `pandas` block of a Parquet file calls it."""

    arrow: pyarrow.DataType
    in_parquet: str
    table_schema: str


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "string": Kind(pyarrow.string(), "unicode", "string"),
        "Int64": Kind(pyarrow.int64(), "int64", "integer"),
        "Float64": Kind(pyarrow.float64(), "float64", "number"),
        "date32[day][pyarrow]": Kind(pyarrow.date32(), "date", "date"),
    }
)
"""Each kind by its name in pandas."""


def pandas_names(table: str) -> dict[str, str]:
    """The pandas name of each column's kind.

    >>> pandas_names("participants")["person_id"]
    'string'
    """
    return {column: str(dtype) for column, dtype in dtypes(table).items()}


def kinds(table: str) -> dict[str, Kind]:
    """The kind of each column of a table."""
    return {column: KINDS[name] for column, name in pandas_names(table).items()}
