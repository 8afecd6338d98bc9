"""A frame as CSV: UTF-8 without a mark, LF, quotes only where they are needed, missing cells empty.

The standard library's writer quotes a carriage return in some versions of Python and not in others, Arrow's quotes
all text and shows 1e16 as it likes; so the few lines that it takes stand here, over whole columns at a time.
"""

from typing import Any

import pandas
import pyarrow
from pyarrow import compute

NEEDS_QUOTES = '[,"\r\n]'


def csv_bytes(frame: pandas.DataFrame) -> bytes:
    """The frame as a CSV file with a header.

    >>> csv_bytes(pandas.DataFrame({"name": ['Al "X" Ansari', None], "value": [15000.0, 0.3333]}))
    b'name,value\\n"Al ""X"" Ansari",15000\\n,0.3333\\n'
    """
    table = pyarrow.Table.from_pandas(frame, preserve_index=False)
    header = f"{','.join(map(str, frame.columns))}\n".encode()
    if not table.num_rows:
        return header
    *columns, last = [_texts(column.combine_chunks()) for column in table.columns]
    ended = compute.binary_join_element_wise(last, _large("\n"), _large(""))
    return header + _joined(compute.binary_join_element_wise(*columns, ended, _large(",")))


def _texts(column: Any) -> Any:
    """A column's cells as they stand in a row of CSV: each value is written once, however often it stands there."""
    encoded = column.dictionary_encode()
    values = encoded.dictionary
    if pyarrow.types.is_string(values.type) or pyarrow.types.is_large_string(values.type):
        written = _quoted(values.cast(pyarrow.large_string()))
    else:
        written = pyarrow.array([cell(value) for value in values.to_pylist()], pyarrow.large_string())
    return written.take(encoded.indices).fill_null("")


def _quoted(texts: Any) -> Any:
    """Texts in quotation marks where they hold a comma, a quotation mark or the end of a line."""
    needy = compute.match_substring_regex(texts, NEEDS_QUOTES)
    doubled = compute.replace_substring(texts.filter(needy), '"', '""')
    quoted = compute.binary_join_element_wise(_large('"'), doubled, _large('"'), _large(""))
    return compute.replace_with_mask(texts, needy, quoted)


def _large(text: str) -> Any:
    return pyarrow.scalar(text, pyarrow.large_string())


def _joined(lines: Any) -> bytes:
    """The lines one behind the other: Arrow keeps the texts of a column so."""
    _, offsets, data = lines.buffers()
    ends = pyarrow.Array.from_buffers(pyarrow.int64(), len(lines) + 1, [None, offsets], offset=lines.offset)
    return bytes(memoryview(data)[ends[0].as_py() : ends[-1].as_py()])


def cell(value: Any) -> str:
    """A value as text: numbers in their shortest form, dates in ISO 8601, nothing where the value is missing.

    >>> cell(15000.0), cell(4.5), cell(None)
    ('15000', '4.5', '')
    """
    if pandas.isna(value):
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(float(value))
    return str(value)
