"""The times in a text: full dates, yearless ones, weekdays, weeks, weekends, months and ranges of them.

Codebook, "Dates". `find_times` resolves what an article tells; `parse_date` reads the date of a head line.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..authority import words
from ..records import Article, Precision, Sentence, TimeMention, Token
from ..text import tokenise
from .calendar_days import Stated, day_number, month_at, read_day
from .expressions import DASHES, read_time, triggers
from .resolution import Days, make_date, resolve
from .tense import Tense, tense_at

JOINERS = (*DASHES, "to", "until", "till", "through", "and", "&")
SINCE = ("since", "from")
UNTIL = ("until", "till", "through")
KINDS = {"date": "date", "weekday": "weekday", "day": "relative", "week": "week", "weekend": "week", "month": "month"}


class StatedDate(NamedTuple):
    """A calendar day as a line states it; `on` is missing where no year is given."""

    start: int
    end: int
    on: date | None
    month: int
    day: int


def parse_date(text: str) -> StatedDate | None:
    """The first calendar day in a line of a page's head, in any style; offsets into `text`.

    >>> parse_date("Published On 29 Nov 2023").on
    datetime.date(2023, 11, 29)
    >>> parse_date("DOHA, November 29 (Wire)").on is None
    True
    """
    tokens = tuple(tokenise(text, 0, len(text)))
    for place, token in enumerate(tokens):
        if not token.text[0].isdigit() and month_at(tokens, place) is None:
            continue
        stated = read_day(tokens, place)
        if stated and stated.month and stated.day:
            on = make_date(stated.year, stated.month, stated.day) if stated.year else None
            if on or not stated.year:
                return StatedDate(token.start, tokens[stated.last - 1].end, on, stated.month, stated.day)
    return None


def find_times(article: Article, sentences: Sequence[Sentence]) -> tuple[TimeMention, ...]:
    """Every time in the article's sentences, in order, resolved where text and publication date allow."""
    found: list[TimeMention] = []
    told_before: date | None = None
    for sentence in sentences:
        for opening, closing in _expressions(sentence.tokens):
            mention = _mention(sentence.tokens, opening, closing, article.published_on, told_before)
            found.append(mention)
            if mention.precision == "day" and mention.start_date:
                told_before = mention.start_date
    return tuple(found)


def _expressions(tokens: Sequence[Token]) -> Iterator[tuple[Stated, Stated | None]]:
    """Single times, and ranges as their two ends."""
    hearts = triggers()
    after = 0
    for place, token in enumerate(tokens):
        if place < after or not (token.lower in hearts or token.text[0].isdigit()):
            continue
        pair: tuple[Stated, Stated | None] | None = _short_range(tokens, place)
        if pair is None:
            stated = read_time(tokens, place)
            if stated is None or stated.first < after:
                continue
            pair = stated, _other_end(tokens, stated)
        yield pair
        after = (pair[1] or pair[0]).last


def _short_range(tokens: Sequence[Token], place: int) -> tuple[Stated, Stated] | None:
    """Two days that share a month named once, after them: "27 and 28 February", "6-8 May 2024"."""
    day, after = day_number(tokens, place)
    if day is None or after + 1 >= len(tokens) or tokens[after].lower not in JOINERS:
        return None
    if not tokens[after + 1].text[0].isdigit():
        return None
    closing = read_day(tokens, after + 1)
    if closing is None or closing.day is None or closing.day <= day:
        return None
    return closing._replace(first=place, last=after, day=day), closing


def _other_end(tokens: Sequence[Token], opening: Stated) -> Stated | None:
    """The last day of a range that `opening` begins: "6 to 24 July", "November 24-30", "Friday and Saturday"."""
    place = opening.last
    if opening.unit not in ("date", "weekday") or place + 1 >= len(tokens) or tokens[place].lower not in JOINERS:
        return None
    if opening.unit == "date" and opening.day is not None:
        day, after = day_number(tokens, place + 1)
        alone = tokens[place].text in DASHES or _ends_there(tokens, after)
        if day is not None and day > opening.day and month_at(tokens, after) is None and alone:
            return opening._replace(first=place + 1, last=after, day=day)
    closing = read_time(tokens, place + 1)
    if closing is None or closing.unit != opening.unit or closing.first != place + 1:
        return None
    if tokens[place].lower in ("and", "&") and not _is_between(tokens, opening) and not _is_next(opening, closing):
        return None
    return closing


def _ends_there(tokens: Sequence[Token], place: int) -> bool:
    """Whether no noun follows that the number would count: "November 24 and 30 prisoners"."""
    if place >= len(tokens):
        return True
    text = tokens[place].text
    return not (text.isalpha() and text.islower()) or text in ("in", "at", "to", "with", "and", "on", "for", "by")


def _is_between(tokens: Sequence[Token], opening: Stated) -> bool:
    return opening.first > 0 and tokens[opening.first - 1].lower == "between"


def _is_next(opening: Stated, closing: Stated) -> bool:
    if opening.weekday is not None and closing.weekday is not None:
        return (closing.weekday - opening.weekday) % 7 == 1
    return opening.month == closing.month and opening.day is not None and closing.day == opening.day + 1


def _mention(
    tokens: Sequence[Token], opening: Stated, closing: Stated | None, published: date | None, told_before: date | None
) -> TimeMention:
    tense = tense_at(tokens, opening.first, (closing or opening).last)
    if closing:
        return _range_mention(tokens, opening, closing, published, tense)
    days = resolve(opening, published, told_before, tense)
    edge = _edge_before(tokens, opening.first)
    before = tokens[edge].lower if edge < opening.first else ""
    start = days.start if days and before not in UNTIL and not _ends_before(tokens, opening.first) else None
    end = days.end if days and before not in SINCE else None
    precision: Precision = "day"
    if opening.unit in ("week", "weekend"):
        precision = "week"
    elif opening.unit == "month":
        precision = "month"
    return TimeMention(
        start=tokens[edge].start,
        end=tokens[opening.last - 1].end,
        start_date=start,
        end_date=end,
        precision=precision,
        kind="period" if before else KINDS[opening.unit],  # type: ignore[arg-type]
        month=opening.month,
        day=opening.day,
    )


def _edge_before(tokens: Sequence[Token], first: int) -> int:
    """The "since" or "until" that makes a time one end of a stretch ("until late on Sunday"), else the time itself."""
    for place in range(first - 1, max(first - 4, -1), -1):
        word = tokens[place].lower
        if word in SINCE or word in UNTIL:
            return place
        if word not in words("calendar", "part_of_period") and word not in ("on", "at", "the"):
            break
    return first


def _ends_before(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb of ending stands right before the time: "ended on 20 March", "wrapped up late on Friday"."""
    endings, particles = words("tense", "ending"), ("on", "late", "early", "up", "in")
    for token in reversed(tokens[max(place - 4, 0) : place]):
        if token.lower in endings:
            return True
        if token.lower not in particles:
            return False
    return False


def _range_mention(
    tokens: Sequence[Token], opening: Stated, closing: Stated, published: date | None, tense: Tense | None
) -> TimeMention:
    last = resolve(closing, published, None, tense)
    first: Days | None = None
    if last:
        origin = opening._replace(year=opening.year or (last.end.year if opening.unit == "date" else None))
        first = resolve(origin, last.end, None, "past")
        if first and first.start > last.end and opening.year is None:
            first = resolve(opening, last.end, None, "past")
    begin = opening.first
    if begin and tokens[begin - 1].lower in ("from", "between", "since"):
        begin -= 1
    return TimeMention(
        start=tokens[begin].start,
        end=tokens[closing.last - 1].end,
        start_date=first.start if first else None,
        end_date=last.end if last else None,
        precision="day",
        kind="period",
        month=opening.month,
        day=opening.day,
    )
