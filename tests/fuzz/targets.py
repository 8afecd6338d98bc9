"""What `make fuzz` feeds with bytes, and what must hold whatever they are: a right answer or a `BuildError`.

Each target takes bytes and returns nothing; it raises where a promise is broken. Only the standard library is needed.
"""

import math
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from build.errors import BuildError
from build.extract import extract
from build.numbers.quantities import find_quantities
from build.read import to_article
from build.read.dates import dates_in
from build.read.seeds import decode
from build.reconcile import reconcile
from build.records import Article
from build.tables import FigureRow, MentionRow
from build.text import sentences
from build.times.dates import find_times, parse_date

from ..support import article

FIRST_DAY, DAYS = date(1900, 1, 1), 73_049
"""The first day that an article may be published, and how many there are (to 2099)."""


def page(data: bytes) -> Article | None:
    """The article in the bytes of a file, or nothing where the build refuses them."""
    try:
        text = decode(Path("page.txt"), data)
    except BuildError:
        return None
    return to_article("page.txt", text, "")[0]


def read(data: bytes) -> None:
    """The text stays as it came, and its blocks stand in it, in order and apart."""
    found = page(data)
    if found is None:
        return
    assert found.text.encode() == data
    end = 0
    for block in found.blocks:
        assert end <= block.start < block.end <= len(found.text)
        end = block.end


def numbers(data: bytes) -> None:
    """A quantity stands in the text, its number within it, its lowest value not above its highest."""
    text = data.decode("utf-8", "ignore")
    source = article(text)
    for found in find_quantities(source, sentences(source)):
        assert 0 <= found.start <= found.number_start < found.number_end <= found.end <= len(text)
        assert 0 <= found.low <= found.high
        assert not math.isnan(found.high)


def dates(data: bytes) -> None:
    """A time stands in the text; the first two bytes say when it was published."""
    day = FIRST_DAY + timedelta(int.from_bytes(data[:2], "big") * DAYS >> 16) if len(data) > 1 else None
    text = data[2:].decode("utf-8", "ignore")
    source = article(text, day)
    for found in find_times(source, sentences(source)):
        assert 0 <= found.start < found.end <= len(text)
    for stated in dates_in(text):
        assert 0 <= stated.start < stated.end <= len(text)
    if told := parse_date(text):
        assert 0 <= told.start < told.end <= len(text)


def whole(data: bytes) -> None:
    """From the bytes of a seed to its rows: every quote is the text between its offsets."""
    found = page(data)
    if found is None:
        return
    tables = reconcile([extract(found)]).tables
    rows: list[FigureRow | MentionRow] = [*tables.figures, *tables.mentions]
    for row in rows:
        assert found.text[row.start : row.end] == row.quote != ""


TARGETS: dict[str, Callable[[bytes], None]] = {"read": read, "numbers": numbers, "dates": dates, "whole": whole}
