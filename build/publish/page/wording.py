"""Cells in words: numbers with their bounds, days, countries, codes.

What a word adds is never more than the cells say: a bound stays a bound, a week stays a week.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from schemas.base import SEPARATOR

from ...authority import table

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
BOUNDS = {"exact": "", "about": "about", "at_least": "at least", "at_most": "at most"}


class Days(NamedTuple):
    """When something was: `text` in words, `first` and `last` where they are known."""

    text: str
    first: date | None
    last: date | None


def number(value: float) -> str:
    """A number with its thousands parted.

    >>> number(15000.0), number(4.5)
    ('15,000', '4.5')
    """
    return f"{int(value):,}" if value == int(value) else repr(float(value))


def plain(value: float) -> str:
    """A number as CSV has it.

    >>> plain(15000.0), plain(0.5)
    ('15000', '0.5')
    """
    return str(int(value)) if value == int(value) else repr(float(value))


def bound(modifier: str) -> str:
    """What stands before a number to say how exact it is; nothing before an exact one."""
    return BOUNDS[modifier]


def stated(low: float, high: float, modifier: str) -> str:
    """A number as the words gave it.

    >>> stated(69, 69, "at_least"), stated(10, 12, "exact")
    ('at least 69', '10 to 12')
    """
    values = number(low) if low == high else f"{number(low)} to {number(high)}"
    return f"{bound(modifier)} {values}".strip()


def span(low: int | None, high: int | None) -> str:
    """The lowest and highest number of an exchange.

    >>> span(50, 69), span(20, 20), span(None, None)
    ('50 to 69', '20', 'not stated')
    """
    if low is None or high is None:
        return "not stated"
    return stated(low, high, "exact")


def day(value: date) -> str:
    """A day in words.

    >>> day(date(2023, 11, 28))
    '28 November 2023'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short(value: date) -> str:
    """A day in few letters.

    >>> short(date(2023, 11, 28))
    '28 Nov 2023'
    """
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def days(row: Any) -> Days:
    """When a meeting or an exchange was, as exactly as its row says and no more."""
    first, last = row.start_date, row.end_date
    if first and last:
        if row.date_precision == "month" and (first.year, first.month) == (last.year, last.month):
            return Days(f"in {MONTHS[first.month - 1]} {first.year}", first, last)
        within = "within " if row.date_precision in ("week", "month") and first != last else ""
        return Days(f"{within}{_interval(first, last)}", first, last)
    if first:
        return Days(f"from {day(first)}", first, None)
    if last:
        return Days(f"until {day(last)}", None, last)
    return Days("no date stated", None, None)


def _interval(first: date, last: date) -> str:
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} to {day(last)}"
    return f"{first.day} to {day(last)}"


@cache
def _countries() -> Mapping[str, str]:
    return {row["code"]: row["name"] for row in table("countries")}


def party(name: str) -> str:
    """A party or country by its name.

    >>> party("QA"), party("Hamas")
    ('Qatar', 'Hamas')
    """
    return _countries().get(name, name)


def parties(cell: str) -> str:
    """The parties that a cell lists, each by its name."""
    return ", ".join(map(party, cell.split(SEPARATOR)))


def place(row: Any) -> str:
    """Where a meeting was, as far as it is stated.

    The country of a place of the same name is not said twice.
    """
    named = [row.place, party(row.country) if row.country else None, row.region]
    return ", ".join(dict.fromkeys(part for part in named if part)) or "place not stated"


def code(value: str) -> str:
    """A code as words.

    >>> code("captives_held")
    'captives held'
    """
    return value.replace("_", " ")


def size(data: bytes) -> str:
    """How large a file is.

    >>> size(b"x" * 1660), size(b"")
    ('1.7 kB', '0 bytes')
    """
    if len(data) < 1000:
        return f"{len(data)} bytes"
    return f"{len(data) / 1000:.1f} kB" if len(data) < 1_000_000 else f"{len(data) / 1_000_000:.1f} MB"


def count(amount: int, noun: str) -> str:
    """A number of things.

    >>> count(1, "article"), count(1200, "row")
    ('1 article', '1,200 rows')
    """
    return f"{amount:,} {noun}{'' if amount == 1 else 's'}"
