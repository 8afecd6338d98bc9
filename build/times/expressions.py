"""Single expressions of time as the text puts them, before a publication date fixes them.

Each reader takes the tokens of a sentence and a place, and gives what it read or nothing.
"""

from collections.abc import Sequence
from functools import cache

from ..authority import words
from ..records import Token
from .calendar_days import Stated, day_number, month_at, read_day, values, with_year

DASHES = ("-", "–", "—", "‑")


@cache
def triggers() -> frozenset[str]:
    """The words at which an expression may be read."""
    months, days = values("month", "month_abbreviation"), values("weekday", "weekday_abbreviation")
    others = {"week", "weekend", "month", "day", "days", "weeks", "night", "morning", "afternoon", "evening"}
    return frozenset({*months, *days, *values("shifted_day"), *others})


def read_time(tokens: Sequence[Token], place: int) -> Stated | None:
    """The expression whose heart is the token at `place`: a number, a month, a weekday, a word like "week"."""
    token = tokens[place]
    if token.text[0].isdigit():
        return read_day(tokens, place) or _read_day_alone(tokens, place)
    if token.lower in values("weekday", "weekday_abbreviation"):
        return _read_weekday(tokens, place)
    if token.lower in values("month", "month_abbreviation"):
        return read_day(tokens, place) or _read_month(tokens, place)
    if token.lower in values("shifted_day"):
        return _read_shifted(tokens, place)
    if token.lower in ("week", "weekend", "month"):
        return _read_span(tokens, place) or _read_distance(tokens, place)
    if token.lower in ("day", "days", "weeks"):
        return _read_distance(tokens, place)
    return _read_part_of_day(tokens, place)


def _read_day_alone(tokens: Sequence[Token], place: int) -> Stated | None:
    """A day of the month at hand: "on the 4th", where no noun follows that the ordinal would count."""
    day, after = day_number(tokens, place)
    lead = [token.lower for token in tokens[max(place - 2, 0) : place]]
    if day is None or after == place + 1 or lead[-1:] != ["the"] or lead[0] not in words("calendar", "before_day"):
        return None
    following = tokens[after] if after < len(tokens) else None
    counts = following is not None and following.text.isalpha() and following.lower not in words("tense", "function")
    return None if counts or (following and following.text in DASHES) else Stated(place, after, "date", day=day)


def _read_weekday(tokens: Sequence[Token], place: int) -> Stated | None:
    """A weekday, with the date it stands by or the week it is told from."""
    token = tokens[place]
    weekday = values("weekday", "weekday_abbreviation")[token.lower]
    after, first = place + 1, place
    if not token.text[0].isupper() or _is_a_name(tokens, place):
        return None
    short = token.lower in values("weekday_abbreviation")
    if short and after < len(tokens) and tokens[after].text == ".":
        after += 1
    day = _date_beside(tokens, after)
    if day:
        return day._replace(first=first, weekday=weekday, last=_close_bracket(tokens, after, day.last))
    if short:
        return None
    course, first = _course_before(tokens, place)
    after = _skip_part_of_day(tokens, after)
    week = _week_after(tokens, after)
    if week:
        return Stated(first, week[1], "weekday", weekday=weekday, shift=week[0])
    return Stated(first, after, "weekday", weekday=weekday, course=course)


def _is_a_name(tokens: Sequence[Token], place: int) -> bool:
    before = tokens[place - 1] if place else None
    if before and before.text[0].isupper() and before.lower in words("calendar", "name_before_weekday"):
        return True
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return bool(after and after.text[0].isupper() and after.lower in words("calendar", "name_after_weekday"))


def _date_beside(tokens: Sequence[Token], place: int) -> Stated | None:
    while place < len(tokens) and tokens[place].lower in (",", "(", "the"):
        place += 1
    return read_day(tokens, place) if place < len(tokens) else None


def _close_bracket(tokens: Sequence[Token], place: int, last: int) -> int:
    opened = any(token.text == "(" for token in tokens[place:last])
    return last + 1 if opened and last < len(tokens) and tokens[last].text == ")" else last


def _skip_part_of_day(tokens: Sequence[Token], place: int) -> int:
    """Past "evening", "at night", "in the morning" after a day."""
    for steps in (0, 1, 2):
        here = place + steps
        if here < len(tokens) and tokens[here].lower in words("calendar", "part_of_day"):
            return here + 1 if all(token.lower in ("at", "in", "the") for token in tokens[place:here]) else place
    return place


def _course_before(tokens: Sequence[Token], place: int) -> tuple[int | None, int]:
    """What "last", "next", "this" or "this past" before a weekday or a week say, and where they begin."""
    courses = values("backward", "forward", "current")
    course, first = None, place
    while first and place - first < 2 and tokens[first - 1].lower in courses:
        first -= 1
        course = course or courses[tokens[first].lower]
    return course, first


def _week_after(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The week that a weekday is of: "Friday last week", "Monday of next week"."""
    if place < len(tokens) and tokens[place].lower in ("of", "in"):
        place += 1
    if place + 1 < len(tokens) and tokens[place + 1].lower == "week":
        course = values("backward", "forward", "current").get(tokens[place].lower)
        if course is not None:
            return course, place + 2
    return None


def _read_month(tokens: Sequence[Token], place: int) -> Stated | None:
    """A month with no day: "in November", "late November", "November 2023", "the November truce"."""
    month = month_at(tokens, place)
    if month is None:
        return None
    stated = with_year(tokens, Stated(place, month[1], "month", None, month[0]))
    introduced = place > 0 and tokens[place - 1].lower in words("calendar", "before_bare_month")
    lone = tokens[place].lower in ("may", "march") or tokens[place].lower in values("month_abbreviation")
    if lone and tokens[place].lower not in values("month"):
        return None
    if lone and stated.last == month[1] and not introduced:
        return None
    course, first = _course_before(tokens, place)
    return stated._replace(first=_modifier_before(tokens, first), course=course)


def _modifier_before(tokens: Sequence[Token], place: int) -> int:
    """Where "early", "late", "mid-" or "the end of" before a month or a week begin."""
    first = place
    parts = words("calendar", "part_of_period")
    while first and place - first < 4:
        before = tokens[first - 1].lower
        if before in parts or (before in (*DASHES, "of", "the") and first > 1 and tokens[first - 2].lower in parts):
            first -= 1
        elif first > 2 and before == "the" and tokens[first - 2].lower == "of" and tokens[first - 3].lower in parts:
            first -= 2
        else:
            break
    return first


def _read_shifted(tokens: Sequence[Token], place: int) -> Stated | None:
    word = tokens[place].lower
    shift, first = values("shifted_day")[word], place
    before = [token.lower for token in tokens[max(place - 3, 0) : place]]
    if len(before) == 3 and before[:2] == ["the", "day"] and before[2] in ("before", "after"):
        shift, first = 2 * shift, place - 3
    return Stated(first, _skip_part_of_day(tokens, place + 1), "day", shift=shift)


def _read_part_of_day(tokens: Sequence[Token], place: int) -> Stated | None:
    """ "Last night", "this morning"."""
    before = tokens[place - 1].lower if place else ""
    if before == "this" and tokens[place].lower != "night":
        return Stated(place - 1, place + 1, "day", shift=0)
    if before == "last" and tokens[place].lower in ("night", "evening"):
        return Stated(place - 1, place + 1, "day", shift=-1)
    return None


def _read_span(tokens: Sequence[Token], place: int) -> Stated | None:
    """A week, a weekend or a month told from now: "early next week", "over the weekend", "last month"."""
    word = tokens[place].lower
    course, first = _course_before(tokens, place)
    if place + 1 < len(tokens) and tokens[place + 1].text in DASHES:
        return None
    if word == "weekend":
        if course is None and not (place and tokens[place - 1].lower in ("the", "at", "over")):
            return None
        return Stated(first, place + 1, "weekend", course=course)
    if course is None or (tokens[first].lower in ("past", "previous") and first and tokens[first - 1].lower != "this"):
        return None
    if tokens[first].lower == "coming" and not (first and tokens[first - 1].lower in ("the", "this")):
        return None
    first = _modifier_before(tokens, first)
    return Stated(first, place + 1, "week" if word == "week" else "month", shift=course)


def _read_distance(tokens: Sequence[Token], place: int) -> Stated | None:
    """A day told from another: "the following day", "that day", "two days later", "three days ago"."""
    before = tokens[place - 1].lower if place else ""
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    word = tokens[place].lower
    if word == "day" and before in ("same", "that", "following", "next", "previous"):
        shift = {"same": 0, "that": 0, "following": 1, "next": 1, "previous": -1}[before]
        pointed = before == "that" or (place > 1 and tokens[place - 2].lower == "the")
        return Stated(place - 1, place + 1, "day", shift=shift, anaphoric=True) if pointed else None
    if word == "week" and before == "following" and place > 1 and tokens[place - 2].lower == "the":
        return Stated(place - 1, place + 1, "week", shift=1, anaphoric=True)
    count = values("count").get(before) or (int(before) if before.isdecimal() and len(before) < 3 else None)
    if count is None or word == "month":
        return None
    days = count * (7 if word in ("week", "weeks") else 1)
    if after in ("later", "earlier"):
        return Stated(place - 1, place + 2, "day", shift=days if after == "later" else -days, anaphoric=True)
    if after == "ago" and word in ("day", "days"):
        return Stated(place - 1, place + 2, "day", shift=-days)
    return None
