"""Clauses that a meeting frames: "left Cairo after talks with …", "was speaking at the start of a meeting with …".

What the frame does not tell of place and day may be taken from the clause that it frames.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from ..authority import words
from ..records import TimeMention
from ..times.calendar_days import values
from .company import Company
from .line import Line, clause_start, is_finite
from .meeting_words import match
from .scene import Scene

Course = Literal["", "at", "after", "before", "for"]
EDGES = frozenset(
    "start beginning outset opening end close conclusion middle midst margins sidelines fringes course side eve wake "
    "aftermath heels run-up ahead".split()
)
PREPOSITIONS: dict[str, Course] = {
    "after": "after", "following": "after", "since": "after", "upon": "after", "from": "after", "before": "before",
    "for": "for", "in": "at", "during": "at", "at": "at", "throughout": "at", "amid": "at", "with": "at",
}  # fmt: skip
LATER: dict[str, Course] = {"wake": "after", "aftermath": "after", "heels": "after", "eve": "before", "ahead": "before"}
AWAY = 4


def frame_of(scene: Scene, governor: int) -> tuple[Course, int]:
    """How the noun after `governor` stands to the clause that it frames, and the word that opens the frame."""
    word = scene.word(governor)
    if word == "of":
        edge = next((p for p in range(governor - 1, max(governor - AWAY, -1), -1) if scene.words[p] in EDGES), -1)
        opening = edge
        while opening > 0 and scene.words[opening - 1] in ("the", "on", "at", "in", "by", "from"):
            opening -= 1
        return (LATER.get(scene.words[edge], "at"), opening) if edge >= 0 else ("", governor)
    if word == "to" and scene.word(governor - 1) in ("prior", "previous", "up"):
        return "before", governor - 1
    return PREPOSITIONS.get(word, ""), governor


def framed(line: Line, opening: int, course: Course) -> Company:
    """Place and time of the clause that a frame opening at `opening` ends; nothing where they are another matter’s."""
    scene, company = line.scene, Company()
    start, _ = clause_start(line, opening)
    verbs = [place for place in range(start - 1, opening) if place >= 0 and _tells(scene, place)]
    leaves = any(match(scene.words, place, "leaving") for place in verbs)
    travels = any(match(scene.words, place, "travel") for place in verbs)
    says = any(scene.words[place] in words("reporting_verbs", "say") for place in verbs)
    if (leaves and course == "before") or (travels and not leaves and course == "after"):
        return company
    company.places = [spot for place, (_, spot) in scene.places.items() if start <= place < opening]
    if leaves and not company.places:
        gone = (place for place in range(start) if match(scene.words, place, "travel"))
        first = next(gone, start)
        company.places = [spot for place, (_, spot) in scene.places.items() if first < place < start]
    told = [time for place, (_, time) in scene.times.items() if start <= place < opening]
    times = shifted(scene, opening, told) if not says and not leaves else []
    company.times = [time for time in times if course != "after" or time.precision == "day"]
    return company


def _tells(scene: Scene, place: int) -> bool:
    return is_finite(scene, place) or match(scene.words, place, "travel", "leaving") > 0


def shifted(scene: Scene, opening: int, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The last of the times, as a frame tells it: "on Friday, a day after meeting the envoy" is Thursday there."""
    if not times:
        return []
    time, unit = times[-1], scene.word(opening - 1)
    if unit not in ("day", "days") or scene.words[opening] not in ("after", "before"):
        return [time]
    number = scene.word(opening - 2)
    count = values("count").get(number) or (int(number) if number.isdecimal() and len(number) < 3 else 0)
    if not count or not time.start_date or time.precision != "day":
        return []
    day = time.start_date + timedelta(days=count if scene.words[opening] == "before" else -count)
    return [replace(time, start_date=day, end_date=day, kind="relative", month=None, day=None)]
