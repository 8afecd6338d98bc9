"""When people were released: the times near a number, and the truce in whose course it was (codebook, "Dates").

The day of a statement or of an attack is not the day of a release: "said on Thursday", "its 7 October attack".
"""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import NamedTuple

from ..records import Chunks, FigureClaim, Precision, TimeMention
from ..words.reporting import reporting_verb
from .bargains import Status
from .phrases import has_phrase, last_phrase, phrase_at, places_of, releasing
from .release_signs import REACH
from .releases import Line, Release

WEEK = timedelta(days=7)
BEFORE = 8
AHEAD = 9
FEW = 8
SMALL = frozenset(
    (
        *("on", "in", "at", "late", "early", "by", "of", "the", "a", "an", "from", "that", "during"),
        *("evening", "night", "morning", "afternoon"),
    )
)
FOLLOWING = frozenset((",", "since", "near", "when", "after", "last", "more", "there", "to", "with", "two", "three"))
DASHES = frozenset("-–—")


class Period(NamedTuple):
    """First and last day of an occasion; either may be missing."""

    start: date | None = None
    end: date | None = None
    precision: Precision = "unknown"

    @property
    def known(self) -> bool:
        return self.start is not None or self.end is not None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of a release at the tokens `first` to `last` (exclusive) of its sentence."""

    first: int
    last: int
    period: Period
    time: TimeMention

    def as_done(self, published: date | None) -> Period:
        """The period of what is done: a day or month without a year lies behind the day of publication."""
        start, end = self.period.start, self.period.end
        if published is None or start is None or start <= published:
            return self.period
        if self.time.kind == "weekday":
            return Period(start - WEEK, end and end - WEEK, self.period.precision)
        if self.time.kind in ("month", "date"):
            return Period(_year_before(start), end and _year_before(end), self.period.precision)
        return Period()

    def as_due(self, published: date | None, would: bool) -> Period:
        """The period of what is to come, a weekday lying ahead though it was told: "it said 95 would go on Sunday"."""
        start, end = self.period.start, self.period.end
        behind = published is not None and end is not None and end < published
        if would and behind and start is not None and end is not None and self.time.kind == "weekday":
            return Period(start + WEEK, end + WEEK, self.period.precision)
        return self.period


def _year_before(day: date) -> date:
    last = monthrange(day.year - 1, day.month)[1]
    return date(day.year - 1, day.month, min(day.day, last))


def moments(line: Line, chunks: Chunks) -> list[Moment]:
    """The times of the sentence that may be times of a release, in text order."""
    start = bisect_left(chunks.times, line.sentence.start, key=lambda time: time.start)
    found = []
    for time in chunks.times[start:]:
        if time.start >= line.sentence.end:
            break
        first, last = line.index(time.start), line.index(time.end - 1) + 1
        if (
            _is_dateline(line, first, last)
            or _is_of_a_statement(line, first, last)
            or _is_of_an_attack(line, first, last)
            or _is_of_another_act(line.words, first, last)
        ):
            continue
        end = None if _is_since(line, first) else time.end_date
        found.append(Moment(first, last, Period(time.start_date, end, time.precision), time))
    return found


def _is_since(line: Line, first: int) -> bool:
    """Whether the time opens a period: "since the deal took effect on 19 January"."""
    clause = line.words[max(first - BEFORE, 0) : first]
    return "since" in clause and not set(clause[clause.index("since") :]) & {",", ";", "."}


def _is_dateline(line: Line, first: int, last: int) -> bool:
    """Whether the time dates the report: "date 2024-02-24", "Lagos, May 7 (NNS) –"."""
    if first and line.words[first - 1] == "date":
        return True
    tokens = line.sentence.tokens
    if any(token.text.islower() for token in islice(tokens, first)) or line.words[last : last + 1] == (":",):
        return False
    around = zip(tokens[last - 1 :], tokens[last : last + 6], strict=False)
    return any(mark.text in DASHES and mark.start > before.end for before, mark in around)


def _is_of_a_statement(line: Line, first: int, last: int) -> bool:
    """Whether the time tells when something was said: "said on Thursday", "On Thursday the ministry said"."""
    words = line.words
    place = first - 1
    while place >= 0 and words[place] in SMALL:
        place -= 1
    for at in range(max(place - 2, 0), place + 1):
        kind = reporting_verb(words, at)
        if kind and kind[0] == "say" and at + kind[1] >= place - 1 and not has_phrase(words, at, first, "release"):
            return True
    if "," in words[last : last + 2] and _is_parenthesis(words, last):
        return False
    for at in range(last, min(last + AHEAD, len(words))):
        if releasing(words, at) or phrase_at(words, at, "swap") or words[at] in ";:":
            return False
        kind = reporting_verb(words, at)
        if kind and kind[0] == "say":
            return not has_phrase(words, first - REACH, first, "release", "swap")
    return False


def _is_of_another_act(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the time is of naming, deciding or talking: "on Friday named three", "talks were to begin on Monday"."""
    place = first - (words[max(first - 1, 0)] == "on")
    if last < len(words) and place and phrase_at(words, last, "deciding") and words[place - 1].isalpha():
        return not phrase_at(words, last, "swap")
    start = last_phrase(words, first - BEFORE, first, "onset", "beginning")
    if start is None or has_phrase(words, start, first, "release", "swap"):
        return False
    about = has_phrase(words, start - AHEAD // 2, start, "release", "swap", "truce")
    return not about and has_phrase(words, 0, start, "talks")


def _is_parenthesis(words: Sequence[str], place: int) -> bool:
    """Whether who says it stands between commas: "On Sunday, the ministry said, 95 were freed"."""
    opening = words.index(",", place)
    for at in range(opening + 1, min(opening + AHEAD, len(words) - 1)):
        kind = reporting_verb(words, at)
        if kind and kind[0] == "say":
            return words[at + kind[1]] == ","
    return False


def _is_of_an_attack(line: Line, first: int, last: int) -> bool:
    """Whether the time tells when people were seized or a war began: "abducted on 7 October", "the 7 May raid"."""
    words = line.words
    attack = last_phrase(words, first - BEFORE, first, "assault")
    if (
        attack is not None
        and not _is_adjective(words, attack)
        and not has_phrase(words, attack + 1, first, "release", "swap", "truce")
    ):
        return True
    for at in range(last, min(last + 4, len(words))):
        if phrase_at(words, at, "assault"):
            return True
        if words[at] in ",;.:" or phrase_at(words, at, "release", "swap"):
            return False
    return False


def _is_adjective(words: Sequence[str], place: int) -> bool:
    """Whether a participle only describes people: "six *kidnapped* soldiers"."""
    following = words[place + 1 : place + 2]
    return words[place].endswith("ed") and not set(following) & (SMALL | FOLLOWING)


@dataclass(frozen=True, slots=True)
class Truce:
    """The truce that the article tells of: its first day, its days as first agreed, and those added."""

    start: date | None = None
    days: int | None = None
    added: int | None = None

    @property
    def initial(self) -> Period:
        if self.start is None or self.days is None:
            return Period()
        return Period(self.start, self.start + timedelta(days=self.days - 1), "day")

    @property
    def extension(self) -> Period:
        if self.start is None or self.days is None or self.added is None:
            return Period()
        first = self.start + timedelta(days=self.days)
        return Period(first, first + timedelta(days=self.added - 1), "day")


def find_truce(article_lines: Sequence[Line], chunks: Chunks, figures: Sequence[FigureClaim]) -> Truce:
    """The truce whose first day the article states: "The four-day ceasefire went into effect on Friday"."""
    starts = [line.sentence.start for line in article_lines]
    lengths: dict[int, list[FigureClaim]] = {}
    for figure in figures:
        if figure.measure == "truce_duration" and figure.unit in ("day", "week"):
            lengths.setdefault(bisect_left(starts, figure.start + 1) - 1, []).append(figure)
    for line in article_lines:
        start = _onset(line, chunks)
        if start is None:
            continue
        own = lengths.get(line.number, [])
        added = [f for f in own if has_phrase(line.words, line.index(f.start) - 4, line.index(f.end), "extension")]
        first = [f for f in own if f not in added]
        return Truce(start, _days(first[:1]), _days(added[:1]))
    return Truce()


def _days(found: Sequence[FigureClaim]) -> int | None:
    return next((int(f.value_low) * (7 if f.unit == "week" else 1) for f in found), None)


def _onset(line: Line, chunks: Chunks) -> date | None:
    """The day on which the sentence says that a truce came into force."""
    for place in places_of(line.words, "onset"):
        size = phrase_at(line.words, place, "onset")
        if not has_phrase(line.words, max(place - 12, 0), place, "truce"):
            continue
        for moment in moments(line, chunks):
            near = place + size <= moment.first <= place + size + 4 or moment.last <= place
            if near and moment.period.start and moment.period.precision == "day":
                return moment.period.start
    return None


def period_of(
    line: Line,
    group: Sequence[Release],
    times: Sequence[Moment],
    stretch: tuple[int, int],
    truce: Truce,
    status: Status,
    published: date | None,
) -> Period:
    """When it was: the time nearest to the numbers, else the term of the truce that the sentence names.

    What is done lies behind the article, what is planned ahead of it: a proposal made "on Monday" has no date by that.
    """
    first, last = (bisect_left(times, place, key=lambda moment: moment.first) for place in stretch)
    near = times[first:last] or times[:FEW]
    for moment in sorted(near, key=lambda m: min(abs(m.first - r.first) for r in group)):
        told = line.words[stretch[0] : stretch[1]]
        over = status == "completed" or ("had", "been") in pairwise(told)
        period = moment.as_done(published) if over else moment.as_due(published, "would" in told)
        if period.start is None and has_phrase(line.words, moment.last, moment.last + BEFORE, "release"):
            period = Period(period.end, period.end, period.precision)
        end = period.end or period.start
        if not period.known or (status != "completed" and _is_of_the_deal(line, moment, group)):
            continue
        if over or published is None or (end is not None and end >= published):
            return period
    return _truce_period(line.words, *line.around(*stretch), truce)


def _is_of_the_deal(line: Line, moment: Moment, group: Sequence[Release]) -> bool:
    """Whether the time tells when a deal was made: "voted on Saturday for a deal under which 33 will be freed"."""
    return has_phrase(line.words, max(moment.last, group[0].first - REACH), group[0].first, "subordinate")


def _truce_period(words: Sequence[str], first: int, last: int, truce: Truce) -> Period:
    """ "Over the initial four-day pause", "the truce would be extended with the release of 20"."""
    if not has_phrase(words, first, last, "truce"):
        return Period()
    if has_phrase(words, first, last, "initial"):
        return truce.initial
    return truce.extension if has_phrase(words, first, last, "extension") else Period()
