"""Full dates as the head of a page, a dateline or an address print them.

Only a date that is whole counts as stated; one without its year is kept as day and month, so that the
sidecar can be held against it (codebook, "Dates").
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from ..authority import table
from .paragraphs import is_bullet

ORDINAL = r"(?:st|nd|rd|th)?"
LABEL = re.compile(
    r"(?<![^\W\d_])(?:first|last|published|publish|publication|release|updated?|modified|posted|issued|edited|created|date"
    r"|dated|time|issue|no|vol|edition|mins?|minutes?|read|on|at|by|of|the|gmt|utc|bst|cet|cest|est|edt|et|ist|eet|eest|idt|ast|pkt|trt|msk|pst|pdt|sgt|local"
    r"|h|hrs|hours|ago|staff|agencies|uhr|le)\b"
    r"|\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b|[+-]\d{1,2}(?::?\d{2})?",
    re.I,
)
SLASHED = re.compile(r"(?<![\w/.-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")
# A copy may have glued the clock to the year ("January 17, 20255:00 AM").
YEAR = r"(?:19|20)\d\d(?:(?!\d)|(?=\d{1,2}:\d\d))"
SEPARATOR = re.compile(r"[|·•]|\s/\s")
LABELLED = re.compile(
    r"\W*(?:(?:last|first)\s+)?(?:publish(?:ed)?|publication|release|updated?|modified|posted|created)\b", re.I
)
CREDITED = re.compile(r"[,|·•–—-]")
SMALL = frozenset({"and", "for", "in", "of", "from", "und", "et", "y", "e", "de", "del", "di", "du"})
MOST_NAMES, MOST_NAMES_UNPARTED = 6, 3
PREFIX = re.compile(r"[\s\ufeff]*date\s+(\d{4})-(\d{2})-(\d{2})\s+", re.I)
IN_ADDRESS = re.compile(
    r"/((?:19|20)\d{2})[/-]([a-z]{3}|\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)"
    r"|[/_-]((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?=[/_.-]|$)",
    re.I,
)


class Stated(NamedTuple):
    """A date with its place in the text; `year` is missing where none is printed."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    @property
    def whole(self) -> date | None:
        """The date, where it is whole."""
        return _date(self.year, self.month, self.day) if self.year else None


def dates_in(text: str, start: int = 0, end: int | None = None, *, day_first: bool | None = None) -> Iterator[Stated]:
    """The dates printed in `text[start:end]`, those without a year too.

    "03/04/2024" is no one day, so it is none where `day_first` does not tell how the page writes them.

    >>> [(found.year, found.month, found.day) for found in dates_in("Sunday, 25 May 2025; Nov. 24")]
    [(2025, 5, 25), (None, 11, 24)]
    """
    end = len(text) if end is None else end
    for match in SLASHED.finditer(text, start, end):
        readings = _readings(match)
        if len(set(readings)) == 1 or (readings and day_first is not None):
            chosen = readings[0] if day_first else readings[-1]
            yield Stated(match.start(), match.end(), chosen.year, chosen.month, chosen.day)
    for match in _pattern().finditer(text, start, end):
        parts = match.groupdict()
        month = parts["month"] or parts["month_first"] or parts["month_digits"] or parts["iso_month"]
        day = parts["day"] or parts["day_after"] or parts["day_digits"] or parts["iso_day"]
        year = parts["year"] or parts["year_after"] or parts["year_digits"] or parts["iso_year"]
        number = int(month) if month.isdigit() else _months()[month.lower().rstrip(".")]
        if _date(int(year) if year else 2000, number, int(day)):
            yield Stated(match.start(), match.end(), int(year) if year else None, number, int(day))


def day_comes_first(lines: Iterable[str], told: str) -> bool | None:
    """Whether a page writes the day before the month in "08/10/2025", where anything tells.

    The numbers of another date do ("13/10/2025"), the weekday beside it, or the day that the text itself tells of.
    """
    days = {(found.month, found.day, found.year) for found in dates_in(told)}
    for line in lines:
        for match in SLASHED.finditer(line):
            readings = _readings(match)
            fitting = [day for day in readings if _weekday_of(day).search(line)] if len(readings) > 1 else readings
            fitting = fitting or [
                day for day in readings if days & {(day.month, day.day, None), (day.month, day.day, day.year)}
            ]
            if len(fitting) == 1 and int(match[1]) != int(match[3]):
                return fitting[0].day == int(match[1])
    return None


def _readings(match: re.Match[str]) -> list[date]:
    """The days that two numbers and a year can mean, the day first before the month first."""
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    return [day for day in (_date(year, other, one), _date(year, one, other)) if day]


def is_date_line(line: str) -> bool:
    """Whether a line is a date and what goes with it ("Fri, 25 Jul 2025 09:40 GMT", "Ana Lima | 3 June 2024")."""
    if len(line) > 160:
        return False
    rest = SLASHED.sub(" ", line)
    for stated in reversed(list(dates_in(rest))):
        rest = rest[: stated.start] + " " + rest[stated.end :]
    if rest == line:
        return False
    left = re.findall(r"[^\W\d_]+", LABEL.sub(" ", _weekday().sub(" ", rest)))
    if not left:
        return True
    if is_bullet(line) or line.endswith((".", "!", "?", ":")) or not all(_is_name(word) for word in left):
        return False
    if SEPARATOR.search(line) or LABELLED.match(line):
        return len(left) <= MOST_NAMES
    return len(left) <= MOST_NAMES_UNPARTED and CREDITED.search(rest) is not None and ":" not in line.partition(" ")[0]


def _is_name(word: str) -> bool:
    return word[0].isupper() or word in SMALL


def without_weekdays(text: str) -> str:
    """A text with blanks for the names of weekdays and the marks behind them."""
    return re.sub(r"(?<=[\w\s])[,.|·-]+\s*$", " ", _weekday().sub(" ", text))


def date_in_address(url: str) -> date | None:
    """The date in the path of an address: `/2024/08/26/`, `/2024/aug/26/`, `-20240826.html`."""
    for match in IN_ADDRESS.finditer(url):
        year, month, day = match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)
        number = int(month) if month.isdigit() else _months().get(month.lower(), 0)
        found = _date(int(year), number, int(day))
        if found:
            return found
    return None


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    kinds = ("month", "month_abbreviation", "month_elsewhere")
    return {row["word"].lower().rstrip("."): int(row["value"]) for row in table("calendar") if row["class"] in kinds}


@cache
def _weekday() -> re.Pattern[str]:
    names = {row["word"] for row in table("calendar") if row["class"] in ("weekday", "weekday_abbreviation")}
    return re.compile(r"\b(?:" + "|".join(sorted(names, key=lambda name: (-len(name), name))) + r")\b", re.I)


@cache
def _weekdays_in_order() -> tuple[str, ...]:
    return tuple(row["word"] for row in table("calendar") if row["class"] == "weekday")


def _weekday_of(day: date) -> re.Pattern[str]:
    return re.compile(rf"\b{_weekdays_in_order()[day.weekday()][:3]}[a-z]{{0,6}}\b", re.I)


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    return re.compile(
        r"(?:(?<![\w/-])|(?<=(?-i:[a-z]))(?=(?-i:[A-Z\d])))(?:"
        r"(?P<iso_year>(?:19|20)\d\d)[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})"
        r"(?:T[\d:.]{4,20}(?:Z\b|[+-]\d\d:?\d\d)?)?(?!\w)"
        rf"|(?P<day_digits>\d{{1,2}})\.(?P<month_digits>\d{{1,2}})\.(?P<year_digits>{YEAR})"
        rf"|(?P<day>\d{{1,2}})(?:{ORDINAL}|\.(?=\s+[^\W\d_]+\.?\s+{YEAR}))(?:\s+(?:of|de))?[\s-]+"
        rf"(?P<month>{month})\b\.?(?:,?[\s-]+(?:de\s+|del\s+)?(?P<year>{YEAR}))?"
        rf"|(?P<month_first>{month})\.?\s+(?P<day_after>\d{{1,2}}){ORDINAL}\b(?!:)(?:,?\s+(?P<year_after>{YEAR}))?"
        r")(?!/)",
        re.I,
    )
