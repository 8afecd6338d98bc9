"""Rules for what has a first and a last day, known to a precision: meetings and exchanges."""

from typing import Any

import pandas

WEEK = 7


def dates_in_order(frame: Any) -> Any:
    """Whether the first day is not after the last; where one is missing, nothing is out of order."""
    return (frame["start_date"] <= frame["end_date"]).astype("boolean")


def dates_fit_precision(frame: Any) -> Any:
    """Whether the dates are such as their precision promises (codebook, "Dates").

    A weekend or a stated week is seven days at most, a month runs from its first to its last day, an unknown date is
    none, and any other has at least a first or a last day.
    """
    start, end = (pandas.to_datetime(frame[name].astype(object)) for name in ("start_date", "end_date"))
    precision, known = frame["date_precision"], start.notna() | end.notna()
    week = (end - start).dt.days.fillna(0) < WEEK
    month = (start.isna() | start.dt.is_month_start) & (end.isna() | end.dt.is_month_end)
    return (
        ((precision == "unknown") & ~known)
        | ((precision == "day") & known)
        | ((precision == "week") & known & week)
        | ((precision == "month") & known & month)
    )
