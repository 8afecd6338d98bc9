"""How the dates of two reports compare and combine; what one report leaves open another may fill in."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..records import Precision

WEEK = timedelta(days=7)
FINENESS: dict[Precision, int] = {"unknown": 0, "month": 1, "week": 2, "day": 3}


class Dates(NamedTuple):
    """When something was: first and last day, either of which may be missing."""

    start: date | None
    end: date | None
    precision: Precision

    @property
    def known(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def one_day(self) -> bool:
        return self.start is not None and self.start == self.end

    @property
    def whole(self) -> bool:
        """Whether both ends are known to the day."""
        return self.start is not None and self.end is not None and self.precision == "day"


def window(dates: Dates) -> tuple[date, date] | None:
    """The days that `dates` may mean; where one end is open, a week from the other.

    >>> window(Dates(date(2024, 2, 13), None, "day"))
    (datetime.date(2024, 2, 13), datetime.date(2024, 2, 20))
    """
    if dates.start is None and dates.end is None:
        return None
    return _shifted(dates.start, dates.end, -WEEK), _shifted(dates.end, dates.start, WEEK)


def _shifted(day: date | None, other: date | None, step: timedelta) -> date:
    if day is not None:
        return day
    assert other is not None
    bound = date.min if step < timedelta() else date.max
    return other + step if abs(bound - other) > WEEK else bound


def overlap(one: Dates, other: Dates) -> bool:
    """Whether both are dated and some day may belong to both."""
    left, right = window(one), window(other)
    return left is not None and right is not None and left[0] <= right[1] and right[0] <= left[1]


def combine(one: Dates, other: Dates) -> Dates:
    """The finer of two dates; of equally fine ones all days, missing ends filled in.

    >>> combine(Dates(date(2023, 11, 24), None, "day"), Dates(date(2023, 11, 24), date(2023, 11, 27), "day")).end
    datetime.date(2023, 11, 27)
    """
    if not (one.known and other.known):
        return one if one.known else other
    if FINENESS[one.precision] != FINENESS[other.precision]:
        return max(one, other, key=lambda dates: FINENESS[dates.precision])
    starts = [day for day in (one.start, other.start) if day]
    ends = [day for day in (one.end, other.end) if day]
    return Dates(min(starts, default=None), max(ends, default=None), one.precision)


def near(days: Iterable[date | None], other: Iterable[date | None]) -> bool:
    """Whether two reports were published within a week of each other."""
    theirs = [day for day in other if day]
    return any(abs(day - their) <= WEEK for day in days if day for their in theirs)


def months(dates: Dates, published_on: date | None) -> Iterator[tuple[int, int]]:
    """The months in which a report's thing, or another report of it, may lie: what two reports of one thing share."""
    spans = [window(dates), window(Dates(published_on, None, "day")), window(Dates(None, published_on, "day"))]
    for first, last in filter(None, spans):
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            yield divmod(number, 12)
