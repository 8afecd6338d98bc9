"""Calendar days as texts write them: "29 November 2023", "Nov. 29th", "the 24th of November", "2023-11-29"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from ..authority import table, words
from ..records import Token

Unit = Literal["date", "weekday", "day", "week", "weekend", "month"]
ORDINALS = ("st", "nd", "rd", "th")
YEARS = range(1900, 2101)
LONGEST = len("2023-11-29")


class Stated(NamedTuple):
    """A time as stated: `tokens[first:last]` of the sentence.

    `unit` says what `shift` counts where the time is told from another day ("yesterday": day, -1); that
    other day is the publication's or, with `anaphoric`, the one mentioned before ("a day later").
    `course` is -1 for "last", 1 for "next", 0 for "this", missing where nothing is said;
    `years` likewise for "7 October last year".
    """

    first: int
    last: int
    unit: Unit
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    course: int | None = None
    years: int | None = None
    anaphoric: bool = False


@cache
def values(*classes: str) -> Mapping[str, int]:
    """The number behind each word of some classes of the calendar, by the word in lower case."""
    return {row["word"].lower(): int(row["value"]) for row in table("calendar") if row["class"] in classes}


def read_day(tokens: Sequence[Token], place: int) -> Stated | None:
    """A calendar day: "29 November 2023", "Nov. 29th", "the 24th of November", "2023-11-29", "29/11/2023"."""
    if tokens[place].text[0].isdigit():
        return _read_numeric(tokens, place) or _read_day_month(tokens, place)
    month = month_at(tokens, place)
    if month is None:
        return None
    day, after = day_number(tokens, month[1])
    if day is None or _counts_a_noun(tokens, place, after):
        return None
    return with_year(tokens, Stated(place, after, "date", None, month[0], day))


def day_number(tokens: Sequence[Token], place: int) -> tuple[int | None, int]:
    """The day of a month at `place` ("7", "24th") and where it ends."""
    if place >= len(tokens) or not tokens[place].text.isdecimal() or len(tokens[place].text) > 2:
        return None, place
    day, after = int(tokens[place].text), place + 1
    if not 1 <= day <= 31:
        return None, place
    if after < len(tokens) and tokens[after].lower in ORDINALS and tokens[after].start == tokens[place].end:
        after += 1
    return day, after


def month_at(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The month named at `place`, with a capital, and where the name ends, its point included."""
    if place >= len(tokens) or not tokens[place].text[0].isupper():
        return None
    number = values("month", "month_abbreviation").get(tokens[place].lower)
    if number is None:
        return None
    short = tokens[place].lower in values("month_abbreviation")
    pointed = short and place + 1 < len(tokens) and tokens[place + 1].text == "."
    return number, place + 1 + pointed


def with_year(tokens: Sequence[Token], stated: Stated) -> Stated:
    """The day or month with the year that follows it: "29 November, 2023", "7 October last year"."""
    after = stated.last
    if after < len(tokens) and tokens[after].lower in (",", "of"):
        after += 1
    if after < len(tokens):
        text = tokens[after].text
        if len(text) == 4 and text.isdecimal() and int(text) in YEARS:
            return stated._replace(year=int(text), last=after + 1)
    if after + 1 < len(tokens) and tokens[after + 1].lower == "year":
        years = values("backward", "forward", "current").get(tokens[after].lower)
        if years is not None:
            return stated._replace(years=years, last=after + 2)
    return stated


def _read_day_month(tokens: Sequence[Token], place: int) -> Stated | None:
    day, after = day_number(tokens, place)
    if day is None:
        return None
    if after < len(tokens) and tokens[after].lower == "of":
        after += 1
    month = month_at(tokens, after)
    if month is None:
        return None
    return with_year(tokens, Stated(place, month[1], "date", None, month[0], day))


def _read_numeric(tokens: Sequence[Token], place: int) -> Stated | None:
    """Numerals alone; a day and a month that could be told either way round are not read."""
    dotted = tokens[place].text.split(".")
    if len(dotted) == 3 and all(part.isdecimal() for part in dotted) and len(tokens[place].text) <= LONGEST:
        parts, after = dotted, place + 1
    elif (
        place + 4 < len(tokens) and tokens[place + 1].text == tokens[place + 3].text and tokens[place + 1].text in "-/"
    ):
        parts, after = [tokens[place + step].text for step in (0, 2, 4)], place + 5
        if not all(part.isdecimal() for part in parts) or tokens[place + 4].end - tokens[place].start > LONGEST:
            return None
        if tokens[place + 1].text == "/" and len(parts[0]) == 4:
            return None
    else:
        return None
    if len(parts[0]) == 4:
        year, month, day = (int(part) for part in parts)
    elif len(parts[2]) == 4:
        first, second, year = (int(part) for part in parts)
        if (first > 12) == (second > 12):
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        return None
    fits = year in YEARS and 1 <= month <= 12 and 1 <= day <= 31
    return Stated(place, after, "date", year, month, day) if fits else None


def _counts_a_noun(tokens: Sequence[Token], place: int, after: int) -> bool:
    """Whether the number counts what follows: "in May 20 hostages", where "on May 20" is a day."""
    if not place or tokens[place - 1].lower != "in" or after >= len(tokens):
        return False
    following = tokens[after]
    return following.text.isalpha() and following.text.islower() and following.lower not in words("tense", "function")
