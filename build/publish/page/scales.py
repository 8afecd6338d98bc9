"""Where a day or a number lies on an axis, and which marks the axis bears; places are percent of its length."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .wording import MONTHS, number

MOST_TICKS = 6
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 24_000)
"""How many months may lie between two marks."""


class Tick(NamedTuple):
    """A mark on an axis; `below` stands in a second line."""

    at: float
    text: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """An axis of days, from the first of a month to the first of another."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day lies.

        >>> Days(date(2023, 11, 1), date(2023, 12, 1)).at(date(2023, 11, 16))
        50.0
        """
        return round(100 * (day - self.first).days / (self.last - self.first).days, 2)

    def ticks(self) -> list[Tick]:
        """The first days of months, of every second, third … where they are many; the year where it is new.

        >>> [(tick.text, tick.below) for tick in Days(date(2023, 12, 1), date(2024, 2, 1)).ticks()]
        [('Dec', '2023'), ('Jan', '2024'), ('Feb', '')]
        """
        months = _month(self.last) - _month(self.first)
        step = next(step for step in STEPS if months / step < MOST_TICKS)
        marks = [month for month in range(_month(self.first), _month(self.last) + 1) if month % step == 0]
        return [
            Tick(
                self.at(_first_day(month)),
                MONTHS[month % 12][:3],
                f"{month // 12}" if month == marks[0] or month % 12 == 0 else "",
            )
            for month in marks
        ]


def days(found: Sequence[date]) -> Days | None:
    """The axis that holds all days; none where there are none."""
    if not found:
        return None
    return Days(_first_day(_month(min(found))), _first_day(_month(max(found)) + 1))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> date:
    """The first day of a month by its number; the calendar ends with the year 9999."""
    return date(month // 12, month % 12 + 1, 1) if month < 120_000 else date.max


@dataclass(frozen=True, slots=True)
class Numbers:
    """An axis of numbers, from 0 to a round number in equal steps."""

    step: float
    steps: int

    def at(self, value: float) -> float:
        """Where a number lies.

        >>> Numbers(50, 4).at(50)
        25.0
        """
        return round(100 * value / (self.step * self.steps), 2)

    def ticks(self) -> list[Tick]:
        """Round numbers from 0 on."""
        values = [round(step * self.step, 10) for step in range(self.steps + 1)]
        return [Tick(self.at(value), number(value)) for value in values]


def numbers(found: Sequence[float]) -> Numbers:
    """The axis that holds all numbers, whole ones, in at most five steps of 1, 2 or 5 times a power of ten.

    >>> numbers([8000, 15000])
    Numbers(step=5000.0, steps=3)
    """
    greatest = max(found, default=0) or 1
    power = 10.0 ** math.floor(math.log10(greatest))
    step = next(part * power for part in (0.2, 0.5, 1.0, 2.0) if greatest / (part * power) <= 5)
    return Numbers(step, math.ceil(greatest / step))
