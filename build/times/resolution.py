"""Stated times fixed on the calendar (codebook, "Dates"): from the publication date, or the day told before."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from .calendar_days import Stated
from .tense import Tense

FAR_AHEAD = 200
SOON = 31


class Days(NamedTuple):
    """A first and a last day."""

    start: date
    end: date


def resolve(stated: Stated, published: date | None, told_before: date | None, tense: Tense | None) -> Days | None:
    """The days that `stated` means; missing where neither text nor publication fixes them.

    "On Friday" in an article of Saturday, 9 March 2024 is 8 March for what is past, 15 March for what is planned.
    """
    if stated.years is not None and published is not None:
        stated = stated._replace(year=published.year + stated.years)
    if stated.unit == "date":
        return _resolve_date(stated, published, tense)
    if stated.unit == "month" and stated.month is not None and stated.year is not None:
        return _month(stated.year, stated.month)
    origin = told_before if stated.anaphoric else published
    if origin is None:
        return None
    if stated.unit == "month":
        return _resolve_month(stated, origin, tense)
    if stated.unit == "day":
        day = origin + timedelta(days=stated.shift or 0)
        return Days(day, day)
    if stated.unit == "week":
        return _week(origin, stated.shift or 0)
    if stated.unit == "weekend":
        apart = 2 * (stated.course or 0) if origin.weekday() in (5, 6) else 0
        saturday = _weekday(5, origin + timedelta(days=apart), _course_of_weekend(stated, origin, tense))
        return Days(saturday, saturday + timedelta(days=1))
    day = _resolve_weekday(stated, origin, tense)
    return Days(day, day)


def make_date(year: int, month: int, day: int) -> date | None:
    """The day, or nothing where the calendar has none such."""
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def _resolve_date(stated: Stated, published: date | None, tense: Tense | None) -> Days | None:
    if stated.day is None:
        return None
    if stated.month is None:
        return _resolve_day_alone(stated.day, published, tense)
    if stated.year is not None:
        day = make_date(stated.year, stated.month, stated.day)
        return Days(day, day) if day else None
    if published is None:
        return None
    around = [make_date(year, stated.month, stated.day) for year in _years_around(stated, published)]
    days = [day for day in around if day]
    if stated.weekday is not None:
        fitting = [day for day in days if day.weekday() == stated.weekday]
        days = sorted(fitting or days, key=lambda day: abs((day - published).days))[:1]
        return Days(days[0], days[0]) if days else None
    past = max((day for day in days if day <= published), default=None)
    ahead = min((day for day in days if day >= published), default=None)
    day = _choose(past, ahead, published, tense)
    return Days(day, day) if day else None


def _years_around(stated: Stated, published: date) -> range:
    """The years in which a day without one may lie; leap days are up to eight years apart (1896, 1904)."""
    apart = 8 if (stated.month, stated.day) == (2, 29) else 1
    return range(published.year - apart, published.year + apart + 1)


def _resolve_day_alone(day: int, published: date | None, tense: Tense | None) -> Days | None:
    """ "On the 4th": the last such day, or the next where the text tells of a plan."""
    if published is None:
        return None
    months = [_month(index // 12, index % 12 + 1).start for index in _months_around(published)]
    days = [found for month in months if (found := make_date(month.year, month.month, day))]
    past = max((found for found in days if found <= published), default=None)
    ahead = min((found for found in days if found >= published), default=None)
    chosen = (ahead if tense == "planned" else past) or past or ahead
    return Days(chosen, chosen) if chosen else None


def _months_around(day: date) -> range:
    """The months before, of and after a day, counted from the year 0."""
    index = day.year * 12 + day.month - 1
    return range(index - 2, index + 3)


def _choose(past: date | None, ahead: date | None, published: date, tense: Tense | None) -> date | None:
    """Past unless planned; what no verb tells and lies just ahead is planned, what is planned is not far off."""
    if past is None or ahead is None:
        return past or ahead
    near = (ahead - published).days
    if tense == "planned":
        return past if near > FAR_AHEAD and (published - past).days < near else ahead
    return ahead if tense is None and near <= SOON else past


def _month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _resolve_month(stated: Stated, origin: date, tense: Tense | None) -> Days:
    if stated.month is None:
        index = origin.year * 12 + origin.month - 1 + (stated.shift or 0)
        return _month(index // 12, index % 12 + 1)
    course = stated.course or (1 if tense == "planned" else -1)
    year = origin.year
    if course < 0 and (stated.month > origin.month or (stated.course == -1 and stated.month == origin.month)):
        year -= 1
    if course > 0 and (stated.month < origin.month or (stated.course == 1 and stated.month == origin.month)):
        year += 1
    return _month(year, stated.month)


def _week(origin: date, shift: int) -> Days:
    monday = origin - timedelta(days=origin.weekday()) + timedelta(weeks=shift)
    return Days(monday, monday + timedelta(days=6))


def _weekday(weekday: int, origin: date, course: int) -> date:
    """The nearest such weekday on or before the origin (`course` < 0), else on or after it."""
    if course < 0:
        return origin - timedelta(days=(origin.weekday() - weekday) % 7)
    return origin + timedelta(days=(weekday - origin.weekday()) % 7)


def _resolve_weekday(stated: Stated, origin: date, tense: Tense | None) -> date:
    weekday = stated.weekday or 0
    if stated.shift is not None:
        return _week(origin, stated.shift).start + timedelta(days=weekday)
    if stated.course:
        return _weekday(weekday, origin + timedelta(days=stated.course), stated.course)
    return _weekday(weekday, origin, 1 if tense == "planned" else -1)


def _course_of_weekend(stated: Stated, origin: date, tense: Tense | None) -> int:
    """ "The weekend" told without a verb is the last one until Tuesday, then the next."""
    if stated.course:
        return stated.course
    if tense is None and stated.course == 0:
        return -1 if origin.weekday() in (0, 1, 5, 6) else 1
    if tense == "planned" and origin.weekday() != 6:
        return 1
    return -1
