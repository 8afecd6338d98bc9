"""A frame as CSV: UTF-8 without a mark, LF, quotes only where they are needed, missing cells empty.

The standard library's writer quotes a carriage return in some versions of Python and not in others, Arrow's quotes
all text and shows 1e16 as it likes; so the few lines that it takes stand here, over whole columns at a time.
"""

from typing import Any

import pandas
import pyarrow
from pyarrow import compute

NEEDS_QUOTES = '[,"\r\n]'
SAMPLE = 1_000
"""From how many cells it is judged whether the values of a column recur."""


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
    ended = _join(last, _large("\n"), by="")
    return b"".join((header, _bytes(_join(*columns, ended, by=","))))


def _texts(column: Any) -> Any:
    """A column's cells as they stand in a row of CSV; what is no text, or text that recurs, is written once a value."""
    is_text = pyarrow.types.is_string(column.type) or pyarrow.types.is_large_string(column.type)
    sample = column[:SAMPLE]
    if is_text and len(sample.unique()) == len(sample):
        return _quoted(column.cast(pyarrow.large_string()))
    encoded = column.dictionary_encode()
    if is_text:
        written = _quoted(encoded.dictionary.cast(pyarrow.large_string()))
    else:
        written = pyarrow.array([cell(value) for value in encoded.dictionary.to_pylist()], pyarrow.large_string())
    return written.take(encoded.indices)


def _quoted(texts: Any) -> Any:
    """Texts in quotation marks where they hold a comma, a quotation mark or the end of a line."""
    needy = compute.match_substring_regex(texts, NEEDS_QUOTES)
    doubled = compute.replace_substring(texts.filter(needy), '"', '""')
    return compute.replace_with_mask(texts, needy.fill_null(False), _join(_large('"'), doubled, _large('"'), by=""))


def _join(*parts: Any, by: str) -> Any:
    return compute.binary_join_element_wise(*parts, _large(by), null_handling="replace", null_replacement="")


def _large(text: str) -> Any:
    return pyarrow.scalar(text, pyarrow.large_string())


def _bytes(lines: Any) -> memoryview:
    """The lines one behind the other: Arrow keeps the texts of a column so."""
    _, offsets, data = lines.buffers()
    ends = pyarrow.Array.from_buffers(pyarrow.int64(), len(lines) + 1, [None, offsets], offset=lines.offset)
    return memoryview(data)[ends[0].as_py() : ends[-1].as_py()]


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
