"""Occasions that are moved to another day: "the talks were pushed back to Friday", "It has been moved to May 7".

The day to which an occasion is moved is its day, and it is planned (codebook, "meetings").
"""

from dataclasses import replace
from datetime import date, timedelta

from ..records import Article, TimeMention
from .encounters import Encounter, verb_group
from .line import Line
from .meeting_words import match
from .scene import Scene

WEEK = timedelta(days=7)
REACH = 30


def moved_to(scene: Scene, first: int, published: date | None) -> TimeMention | None:
    """The day to which what is told from `first` on is moved; None where it is not moved or no day is told."""
    for place in range(first, min(first + REACH, len(scene.words))):
        size = match(scene.words, place, "moving")
        if not size or scene.words[place - 1] in ("not", "never"):
            continue
        times = [time for start, (_, time) in scene.times.items() if start > place]
        away = scene.words[place + size - 1] == "from"
        if away and times and times[0].kind != "period":
            times = times[1:]
        return _ahead(times[0], published) if times else None
    return None


def _ahead(time: TimeMention, published: date | None) -> TimeMention:
    """The last day told, ahead of the article: what is moved has not been."""
    day = time.end_date or time.start_date
    if day is None:
        return time
    start = day if time.precision == "day" else time.start_date or day
    if published and day < published and time.kind in ("weekday", "period") and (published - day) < WEEK:
        start, day = start + WEEK, day + WEEK
    return replace(time, start_date=start, end_date=day)


def read_postponement(line: Line, place: int, article: Article) -> Encounter | None:
    """The report of a sentence that says of an occasion told before, "it", that it is moved to a day."""
    scene = line.scene
    size = match(scene.words, place, "moving")
    group = verb_group(scene, place)
    time = moved_to(scene, place, article.published_on) if size else None
    if time is None or group.negated or group.chance or scene.word(group.first - 1) not in ("it", "this", "that"):
        return None
    return Encounter(
        number=scene.number,
        first=group.first - 1,
        last=next(last for last, told in scene.times.values() if told.end == time.end),
        seats=(),
        place=None,
        time=time,
        status="planned",
        rule="moved",
        definite=True,
        cues=frozenset({"moved"}),
    )
