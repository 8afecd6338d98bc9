"""When people were released: the times near a number, and the truce in whose course it was (codebook, "Dates").

The day of a statement or of an attack is not the day of a release: "said on Thursday", "its 7 October attack".
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from ..records import Chunks, FigureClaim, Precision, TimeMention
from ..reporting import reporting_verb
from .phrases import has_phrase, last_phrase, phrase_at
from .releases import Line

BEFORE = 5
AHEAD = 9
SMALL = frozenset(
    [
        "on",
        "in",
        "at",
        "late",
        "early",
        "by",
        "the",
        "of",
        "since",
        "a",
        "an",
        "evening",
        "night",
        "morning",
        "afternoon",
        "from",
        "that",
        "during",
    ]
)


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


def moments(line: Line, chunks: Chunks) -> list[Moment]:
    """The times of the sentence that may be times of a release, in text order."""
    start = bisect_left(chunks.times, line.sentence.start, key=lambda time: time.start)
    found = []
    for time in chunks.times[start:]:
        if time.start >= line.sentence.end:
            break
        first, last = line.index(time.start), line.index(time.end - 1) + 1
        if not _is_of_a_statement(line, first, last) and not _is_of_an_attack(line, first, last):
            found.append(Moment(first, last, _period(time)))
    return found


def _period(time: TimeMention) -> Period:
    if time.start_date is None and time.end_date is None:
        return Period()
    return Period(time.start_date, time.end_date, time.precision)


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
    for at in range(last, min(last + AHEAD, len(words))):
        if phrase_at(words, at, "release", "swap") or words[at] in ";:":
            return False
        kind = reporting_verb(words, at)
        if kind and kind[0] == "say":
            return not has_phrase(words, 0, first, "release", "swap")
    return False


def _is_of_an_attack(line: Line, first: int, last: int) -> bool:
    """Whether the time tells when people were seized or a war began: "abducted on 7 October", "the 7 October attack"."""
    words = line.words
    attack = last_phrase(words, first - BEFORE, first, "assault")
    if attack is not None and not has_phrase(words, attack + 1, first, "release", "swap", "truce"):
        return True
    for at in range(last, min(last + 4, len(words))):
        if phrase_at(words, at, "assault"):
            return True
        if words[at] in ",;.:" or phrase_at(words, at, "release", "swap"):
            return False
    return False


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
    for place in range(len(line.words)):
        size = phrase_at(line.words, place, "onset")
        if not size or not has_phrase(line.words, max(place - 12, 0), place, "truce"):
            continue
        for moment in moments(line, chunks):
            near = place + size <= moment.first <= place + size + 4 or moment.last <= place
            if near and moment.period.start and moment.period.precision == "day":
                return moment.period.start
    return None


def truce_period(line: Line, first: int, last: int, truce: Truce) -> Period:
    """The period of a release told by the truce: "over the initial four-day pause", "extended with the release of"."""
    if has_phrase(line.words, first, last, "initial") and has_phrase(line.words, first, last, "truce"):
        return truce.initial
    if has_phrase(line.words, first, last, "extension") and has_phrase(line.words, first, last, "truce"):
        return truce.extension
    return Period()
