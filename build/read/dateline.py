"""The dateline that opens an article's body: place, day and the outlet's mark, before a dash.

    DOHA/RAFAH, Nov 24 (GWS) -        Caracas, November 28 (RNS).-        (LNA) 13 October, 2025 -
    MOSCOW, May 25. /TASS/.           CNN —                               Beirut, Lebanon –
"""

import re
from functools import cache
from typing import NamedTuple

from ..authority import table
from .dates import Stated, dates_in

LONGEST = 130
DASH = re.compile(r"\s*\.?\s*(?:--+|—|–|(?<=[\s.)])-(?=[\s])|(?<=\))-|\.-|(?<=[A-Z)]):(?=\s))\s*|(?<=/)\.?\s+(?=[A-Z“\"‘'])")
MARK = re.compile(r"\(([^()]{2,60})\)|(?<=[\s.])/([^/]{2,30})/")
SOURCE_BEFORE = re.compile(r"^\s*\(([A-Z][\w .&/-]{1,40})\)\s*(?=[A-Z“\"‘])")
GLUE = re.compile(r"^[\s,.;:|/-]+|[\s,.;:|/-]+$")


class Dateline(NamedTuple):
    """What a dateline says, and where the sentence after it begins."""

    end: int
    place: str | None
    outlet: str | None
    stated: Stated | None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at `text[start:]`, if the paragraph begins with one."""
    window = min(end, start + LONGEST)
    for match in DASH.finditer(text, start, window):
        found = _read(text, start, match.start(), match.end(), match[0])
        if found:
            return found
    match = SOURCE_BEFORE.match(text[start:window])
    if match and match[1] in outlets():
        return Dateline(start + match.end(), None, match[1], None)
    return None


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline by itself ("DOHA", "Geneva, 12 May 2025")."""
    return read_dateline(line) is not None


def read_dateline(line: str) -> Dateline | None:
    """The dateline that a line by itself holds."""
    if len(line) > LONGEST:
        return None
    found = _read(line, 0, len(line), len(line), "")
    return found if found and found.place and (found.stated or found.outlet or found.place.isupper()) else None


def _read(text: str, start: int, stop: int, after: int, dash: str) -> Dateline | None:
    """The dateline `text[start:stop]`, or nothing where it is only the beginning of a sentence."""
    stated = next(dates_in(text, start, stop), None)
    rest = text[start:stop]
    if stated:
        rest = rest[: stated.start - start] + " " + rest[stated.end - start :]
    marks = [mark[1] or mark[2] for mark in MARK.finditer(rest)]
    rest = _weekdays().sub(" ", MARK.sub(" ", rest))
    place = GLUE.sub("", rest)
    outlet = next((mark for mark in marks if not dates_in_mark(mark)), None)
    if not place:
        return Dateline(after, None, outlet, stated) if marks or stated else None
    if place in outlets():
        return Dateline(after, None, place, stated)
    head, _, tail = place.partition(",")
    if tail.strip() in outlets():
        place, outlet = head.strip(), outlet or tail.strip()
    if _is_place(place, marked=outlet is not None or (stated is not None and place.isupper()), colon=":" in dash):
        return Dateline(after, _shown(place), outlet, stated)
    return None


def dates_in_mark(mark: str) -> bool:
    """Whether a bracket holds a date, not an outlet."""
    return next(dates_in(mark), None) is not None


def _is_place(text: str, *, marked: bool, colon: bool) -> bool:
    """Whether `text` is one or several places: known ones, or any in capitals beside a date or an outlet's mark."""
    if len(text) > 60 or any(mark in text for mark in ".!?“”\"") and "D.C" not in text and "St." not in text:
        return False
    parts = [part.strip() for part in re.split(r"/|,| and | & ", text) if part.strip()]
    known = [_fold(part) in places() for part in parts]
    if colon and not text.isupper():
        return False
    if all(known):
        return True
    names = all(re.fullmatch(r"(?:[A-Z][\w.'’-]*|el|al|de|la|of|the|upon|on|[dD]['’]\w+)(?:[\s-](?:[A-Z][\w.'’-]*|el|al|de|la|of|the|upon|on))*", part) for part in parts)
    return names and len(text.split()) <= 6 and (marked or (text.isupper() and known[0]))


def _shown(place: str) -> str:
    """The place as printed, without the country after it ("CAIRO, Egypt")."""
    head, _, tail = place.partition(",")
    return head.strip() if tail and _fold(tail.strip()) in places() and "/" not in tail else place


def _fold(text: str) -> str:
    return text.replace("’", "'").replace("-", " ").casefold()


@cache
def places() -> frozenset[str]:
    """Every city, country and region that the authority files name, folded."""
    found = set()
    for name, column in (("cities", "name"), ("regions", "name"), ("countries", "name")):
        for row in table(name):
            found.add(_fold(row[column]))
            found.update(_fold(other) for other in row["other_names"].split("; ") if other)
    return frozenset(found)


@cache
def outlets() -> frozenset[str]:
    """Every name of a publisher that the authority file holds, as printed and in capitals."""
    found = set()
    for row in table("publishers"):
        for name in (row["name"], *row["other_names"].split("; ")):
            if name:
                found.update((name, name.upper()))
    return frozenset(found)


@cache
def _weekdays() -> re.Pattern[str]:
    names = {row["word"] for row in table("calendar") if row["class"] in ("weekday", "weekday_abbreviation")}
    return re.compile(r"\b(?:" + "|".join(sorted(names, key=lambda name: (-len(name), name))) + r")\b\.?", re.I)
