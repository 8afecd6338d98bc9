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
DASH = re.compile(
    r"\s{0,3}\.?\s{0,3}(?:-{2,4}|—|–|(?<=[\s.)])-(?=\s)|(?<=\))-|\.-|(?<=[A-Z)]):(?=\s))\s*"
    r"|(?<=/)\.?\s+(?=[A-Z“\"‘'])"
)
MARK = re.compile(r"\(([^()]{2,60})\)|(?<=[\s.])/([^/]{2,30})/")
SOURCE_BEFORE = re.compile(r"^\s*\(([A-Z][\w .&/-]{1,40})\)\s*(?=[A-Z“\"‘])")
WORDS = r"(?:[A-Z][\w.'’-]{0,30}|el|al|de|la|of|the|upon|on)"
NAMES = re.compile(rf"{WORDS}(?:[\s-]{WORDS}){{0,5}}")
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
    glued = SOURCE_BEFORE.match(text[start:window])
    if glued and glued[1] in outlets():
        return Dateline(start + glued.end(), None, glued[1], None)
    return None


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline by itself ("DOHA", "Geneva, 12 May 2025")."""
    return read_dateline(line) is not None


def read_dateline(line: str) -> Dateline | None:
    """The dateline that a line by itself holds."""
    bare = line.rstrip(" —–-:")
    if len(line) > LONGEST or not bare:
        return None
    found = _read(bare, 0, len(bare), len(bare), "")
    if found is None or found.place is None or not all(_fold(part) in places() for part in _parts(found.place)):
        return None
    return found if found.stated or found.outlet or found.place.isupper() else None


def _read(text: str, start: int, stop: int, after: int, dash: str) -> Dateline | None:
    """The dateline `text[start:stop]`, or nothing where it is only the beginning of a sentence."""
    stated = next(dates_in(text, start, stop), None)
    rest = text[start:stop]
    if stated:
        rest = rest[: stated.start - start] + " " + rest[stated.end - start :]
    marks = [mark[1] or mark[2] for mark in MARK.finditer(rest)]
    rest = _weekdays().sub(" ", MARK.sub(" ", rest))
    place = GLUE.sub("", rest)
    outlet = next((mark for mark in marks if not any(dates_in(mark))), None)
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


def _is_place(text: str, *, marked: bool, colon: bool) -> bool:
    """Whether `text` is one or several places: known ones, or any in capitals beside a date or an outlet's mark."""
    if len(text) > 60 or re.search(r"[!?“”\"]|[a-z]{3}\.", text):
        return False
    parts = _parts(text)
    known = [_fold(part) in places() for part in parts]
    if colon and not text.isupper():
        return False
    if all(known):
        return True
    names = all(map(NAMES.fullmatch, parts))
    return names and len(text.split()) <= 6 and (marked or (text.isupper() and known[0]))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"/|,| and | & ", text) if part.strip()]


def _shown(place: str) -> str:
    """The place as printed, without the country after it ("CAIRO, Egypt")."""
    head, _, tail = place.partition(",")
    return head.strip() if tail and _fold(tail.strip()) in places() and "/" not in tail else place


def _fold(text: str) -> str:
    return text.replace("’", "'").replace("-", " ").casefold()


@cache
def places() -> frozenset[str]:
    """Every city, country and region that the authority files name, folded."""
    rows = (row for name in ("cities", "regions", "countries") for row in table(name))
    return frozenset(_fold(name) for row in rows for name in (row["name"], *row["other_names"].split("; ")) if name)


@cache
def outlets() -> frozenset[str]:
    """Every name of a publisher that the authority file holds, as printed and in capitals."""
    found = {name for row in table("publishers") for name in (row["name"], *row["other_names"].split("; ")) if name}
    return frozenset(found | {name.upper() for name in found})


@cache
def _weekdays() -> re.Pattern[str]:
    names = {row["word"] for row in table("calendar") if row["class"] in ("weekday", "weekday_abbreviation")}
    return re.compile(r"\b(?:" + "|".join(sorted(names, key=lambda name: (-len(name), name))) + r")\b\.?", re.I)
