"""Guards that what is written is read back: any number in words or digits, any day around the turns of the year."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from build.numbers.quantities import find_quantities
from build.read.dates import dates_in
from build.text import sentences
from build.times.dates import find_times, parse_date

from .support import article

# -- numerals -----------------------------------------------------------------------------------------

UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
MAGNITUDES = (("billion", 10**9), ("million", 10**6), ("thousand", 10**3))


def spelled(number: int, joint: str, link: str) -> str:
    """`number` in English words; `joint` stands after a hundred ("and"), `link` in twenty-one."""
    parts = []
    for word, size in MAGNITUDES:
        if number >= size:
            parts.append(f"{spelled(number // size, joint, link)} {word}")
            number %= size
    hundreds, rest = divmod(number, 100)
    if hundreds:
        parts.append(f"{UNITS[hundreds - 1]} hundred")
    if rest:
        small = UNITS[rest - 1] if rest < 20 else TENS[rest // 10 - 2]
        if rest > 20 and rest % 10:
            small += link + UNITS[rest % 10 - 1]
        parts.append(joint + small if parts else small)
    return " ".join(parts)


def number_of(written: str) -> list[tuple[str, float, float, str]]:
    """The numbers read in a sentence with `written` in it: words, lowest, highest, modifier."""
    text = f"Officials counted {written} sailors in the port."
    source = article(text)
    found = find_quantities(source, sentences(source))
    return [(text[one.start : one.end], one.low, one.high, one.modifier) for one in found]


@pytest.mark.parametrize("number", [1, 11, 20, 21, 99, 100, 101, 110, 999, 1000, 1001, 1100, 10**6, 10**9 + 1])
def test_a_number_in_words_is_read_back(number: int) -> None:
    written = spelled(number, "and ", "-")
    assert number_of(written) == [(written, number, number, "exact")]


@settings(deadline=None)
@given(st.integers(1, 999) | st.integers(1, 10**12 - 1), st.sampled_from(["and ", ""]), st.sampled_from("- "))
def test_any_number_in_words_is_read_back(number: int, joint: str, link: str) -> None:
    written = spelled(number, joint, link)
    assert number_of(written) == [(written, number, number, "exact")]


@settings(deadline=None)
@given(st.integers(0, 10**15), st.sampled_from([",", "\u00a0", "\u202f", ""]))
def test_any_number_in_digits_is_read_back(number: int, separator: str) -> None:
    written = f"{number:,}".replace(",", separator)
    assert number_of(written) == [(written, number, number, "exact")]


@settings(deadline=None)
@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from(MAGNITUDES))
def test_a_decimal_of_a_magnitude_is_read_back(whole: int, tenth: int, magnitude: tuple[str, int]) -> None:
    written = f"{whole}.{tenth} {magnitude[0]}"
    value = (10 * whole + tenth) * magnitude[1] // 10
    assert number_of(written) == [(written, value, value, "exact")]


@settings(deadline=None)
@given(st.integers(2, 9999), st.integers(1, 9999), st.sampled_from(["{} to {}", "between {} and {}", "{}–{}"]))
def test_a_range_is_read_back(low: int, more: int, form: str) -> None:
    high = low + more % low + 1  # what is many times as high as it is low is no range
    written = form.format(low, high)
    assert number_of(written) == [(written, low, high, "exact")]


# -- days ---------------------------------------------------------------------------------------------

MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
STYLES = {
    "day first": "{day} {month} {year}",
    "month first": "{month} {day}, {year}",
    "weekday": "{weekday}, {day} {month} {year}",
    "ordinal": "the {day}th of {month} {year}",
    "digits": "{year}-{number:02}-{day:02}",
}
TURNS = st.builds(  # the days around the ends of years and of Februaries
    lambda year, turn, days: date(year, *turn) + timedelta(days),
    st.integers(1990, 2039) | st.sampled_from([1999, 2000, 2024, 2038]),
    st.sampled_from([(12, 31), (1, 1), (2, 28), (3, 1)]),
    st.integers(-3, 3),
)
DAYS = TURNS | st.dates(date(1990, 1, 1), date(2039, 12, 31))
DAY = timedelta(days=1)


def days_of(text: str, published: date | None) -> list[tuple[date | None, date | None]]:
    source = article(text, published)
    return [(found.start_date, found.end_date) for found in find_times(source, sentences(source))]


def written(day: date, style: str) -> str:
    names = {"month": MONTHS[day.month - 1], "weekday": WEEKDAYS[day.weekday()]}
    return STYLES[style].format(day=day.day, year=day.year, number=day.month, **names)


@settings(deadline=None)
@given(DAYS, st.sampled_from(list(STYLES)), DAYS | st.none())
def test_a_full_date_is_read_back_whenever_it_is_read(day: date, style: str, published: date | None) -> None:
    assert days_of(f"They met on {written(day, style)} in Muscat.", published) == [(day, day)]


@settings(deadline=None)
@given(DAYS, st.sampled_from(["day first", "month first", "weekday", "digits"]))
def test_a_head_line_is_read_back(day: date, style: str) -> None:
    line = f"Published {written(day, style)}"
    assert [found.whole for found in dates_in(line)] == [day]
    stated = parse_date(line)
    assert stated is not None and stated.on == day


@given(st.integers(1990, 2039), st.sampled_from([(2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31)]))
def test_no_calendar_no_day(year: int, day: tuple[int, int]) -> None:
    words = f"{day[1]} {MONTHS[day[0] - 1]} {year}"
    assert days_of(f"They met on {words} in Muscat.", None) == [(None, None)]
    assert list(dates_in(words)) == []


@given(st.integers(1990, 2039))
def test_a_leap_day_is_one_in_leap_years_only(year: int) -> None:
    leap = (date(year, 3, 1) - DAY).day == 29
    expected: list[date | None] = [date(year, 2, 29)] if leap else []
    assert [found.whole for found in dates_in(f"29 February {year}")] == expected
    assert [start for start, _ in days_of(f"They met on February 29, {year} in Muscat.", None)] == (expected or [None])


@settings(deadline=None)
@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_last_one_or_the_next(published: date, weekday: int) -> None:
    week = [published + step * DAY for step in range(-6, 7)]
    last = max(day for day in week if day.weekday() == weekday and day <= published)
    coming = min(day for day in week if day.weekday() == weekday and day >= published)
    assert days_of(f"Envoys met on {WEEKDAYS[weekday]} in Minsk.", published) == [(last, last)]
    assert days_of(f"Envoys will meet on {WEEKDAYS[weekday]} in Minsk.", published) == [(coming, coming)]


@settings(deadline=None)
@given(DAYS, DAYS)
@example(date(2023, 5, 1), date(2020, 2, 29))
@example(date(2027, 12, 31), date(2024, 2, 29))
def test_a_day_without_a_year_is_the_last_such_day(published: date, day: date) -> None:
    found = published
    while (found.month, found.day) != (day.month, day.day):
        found -= DAY
    assert days_of(f"They met on {day.day} {MONTHS[day.month - 1]}.", published) == [(found, found)]


@settings(deadline=None)
@given(DAYS)
def test_days_told_from_the_day_of_publication(published: date) -> None:
    monday = published - published.weekday() * DAY
    first = published.replace(day=1)
    for text, start, end in (
        ("They met yesterday.", published - DAY, published - DAY),
        ("They will meet tomorrow.", published + DAY, published + DAY),
        ("He left three days ago.", published - 3 * DAY, published - 3 * DAY),
        ("They met last week.", monday - 7 * DAY, monday - DAY),
        ("They met last month.", (first - DAY).replace(day=1), first - DAY),
    ):
        assert days_of(text, published) == [(start, end)], text


@settings(deadline=None)
@given(DAYS, st.integers(1, 20))
def test_a_period_over_the_turn_of_month_or_year(first: date, length: int) -> None:
    last = first + length * DAY
    assume(first.year == last.year or first.month > last.month)
    text = f"It lasted from {first.day} {MONTHS[first.month - 1]} to {last.day} {MONTHS[last.month - 1]} {last.year}."
    assert days_of(text, None) == [(first, last)]
