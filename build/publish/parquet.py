"""A frame as Parquet, for every reader: version 2.6, snappy, v1 data pages, dates as date32, described columns."""

import json
from io import BytesIO

import pandas
import pyarrow
from pyarrow import parquet

from schemas import MODELS

from .kinds import KINDS, kinds, pandas_names


def arrow_schema(table: str) -> pyarrow.Schema:
    """The Arrow schema of a table, each field with its title and description.

    >>> arrow_schema("sources").field("words").type
    DataType(int64)
    """
    model = MODELS[table].to_schema()
    return pyarrow.schema(
        [
            pyarrow.field(
                column,
                kind.arrow,
                nullable=model.columns[column].nullable,
                metadata={"title": model.columns[column].title, "description": model.columns[column].description},
            )
            for column, kind in kinds(table).items()
        ]
    )


def parquet_bytes(table: str, frame: pandas.DataFrame) -> bytes:
    """The frame as a Parquet file, which pandas reads back with the same types."""
    model = MODELS[table].to_schema()
    metadata = {
        "title": model.title,
        "description": model.description,
        "pandas": json.dumps(_pandas_block(table, len(frame))),
    }
    arrow = pyarrow.Table.from_pandas(frame, schema=arrow_schema(table), preserve_index=False)
    written = BytesIO()
    parquet.write_table(
        arrow.replace_schema_metadata(metadata),
        written,
        version="2.6",
        compression="snappy",
        data_page_version="1.0",
        store_schema=True,
    )
    return written.getvalue()


def _pandas_block(table: str, rows: int) -> dict[str, object]:
    """What pandas needs to give its types back, without the versions of the libraries that wrote it."""
    return {
        "index_columns": [{"kind": "range", "name": None, "start": 0, "stop": rows, "step": 1}],
        "column_indexes": [],
        "columns": [
            {
                "name": column,
                "field_name": column,
                "pandas_type": KINDS[name].in_parquet,
                "numpy_type": name,
                "metadata": None,
            }
            for column, name in pandas_names(table).items()
        ],
    }
