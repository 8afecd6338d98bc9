"""Readable, stable identifiers (codebook, "Conventions for every table").

An id is made of the fewest stated facts that stay as they are when an unrelated article is added:
a name, a date, a place, the sides. Never a row number, never a number that a later report may revise.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from ..records import Precision

Row = TypeVar("Row")

APOSTROPHES = re.compile(r"[’'ʼ`‘]")
NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """`text` in small letters without accents, its words joined by hyphens.

    >>> slug("Recep Tayyip Erdoğan"), slug("Sana’a"), slug("Palestinian armed groups")
    ('recep-tayyip-erdogan', 'sanaa', 'palestinian-armed-groups')
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)) if not unicodedata.combining(c))
    return NEITHER_LETTER_NOR_DIGIT.sub("-", bare.lower()).strip("-")


def day_slug(start: date | None, end: date | None, precision: Precision) -> str:
    """The date of an id: a day, a month where no day is known, else the first day that is stated.

    >>> day_slug(date(2023, 11, 1), date(2023, 11, 30), "month")
    '2023-11'
    """
    first = start or end
    if first is None:
        return ""
    return f"{first:%Y-%m}" if precision == "month" else first.isoformat()


def period_slug(start: date | None, end: date | None, precision: Precision) -> str:
    """The period of an id, so that a batch and the whole period that holds it differ.

    >>> period_slug(date(2025, 1, 19), date(2025, 2, 27), "day"), period_slug(date(2025, 1, 19), None, "day")
    ('2025-01-19-2025-02-27', 'since-2025-01-19')
    """
    if precision == "day" and start != end:
        if end is None:
            return f"since-{start}"
        return f"{start}-{end}" if start else f"until-{end}"
    return day_slug(start, end, precision)


def join(parts: Iterable[str | None]) -> str:
    """The parts that are known, joined by hyphens.

    >>> join(["2023-11-28", None, "doha"])
    '2023-11-28-doha'
    """
    return "-".join(part for part in parts if part)


def distinct(rows: Sequence[Row], base: Callable[[Row], str], more: Callable[[Row], Sequence[str]]) -> list[str]:
    """An id for each row, in order: its base; where an earlier row has that, what tells the row apart is added.

    `more` lists what may be added, the most telling first. Rows that differ in nothing are told apart by "again".

    >>> distinct(["cairo eg", "cairo us"], lambda row: row.split()[0], lambda row: row.split()[1:])
    ['cairo', 'cairo-us']
    """
    taken: set[str] = set()
    found = []
    for row in rows:
        name = base(row)
        for part in more(row) if not name or name in taken else ():
            name = join([name, part])
            if name not in taken:
                break
        while name in taken or not name:
            name = join([name, "again"])
        taken.add(name)
        found.append(name)
    return found
