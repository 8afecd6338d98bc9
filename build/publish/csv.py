"""A frame as CSV: UTF-8 without a mark, LF, quotes only where they are needed, missing cells empty.

The standard library's writer quotes a carriage return in some versions of Python and not in others; so the few
lines that it takes stand here.
"""

import re
from typing import Any

import pandas

NEEDS_QUOTES = re.compile('[,"\r\n]')


def csv_bytes(frame: pandas.DataFrame) -> bytes:
    """The frame as a CSV file with a header.

    >>> csv_bytes(pandas.DataFrame({"name": ['Al "X" Ansari', None], "value": [15000.0, 0.3333]}))
    b'name,value\\n"Al ""X"" Ansari",15000\\n,0.3333\\n'
    """
    columns = [[cell(value) for value in frame[name].astype(object)] for name in frame.columns]
    rows = [tuple(map(str, frame.columns)), *zip(*columns, strict=True)]
    return "".join(f"{','.join(map(quoted, row))}\n" for row in rows).encode("utf-8")


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


def quoted(cell: str) -> str:
    """A cell as it stands in a row of CSV."""
    return '"' + cell.replace('"', '""') + '"' if NEEDS_QUOTES.search(cell) else cell
