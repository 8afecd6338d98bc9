"""The dateline that opens an article's body: place, day and the outlet's mark, before a dash.

DOHA/RAFAH, Nov 24 (GWS) -        Caracas, November 28 (RNS).-        (LNA) 13 October, 2025 -
MOSCOW, May 25. /TASS/.           CNN —                               Beirut, Lebanon –
Lagos, Aug 17 (PTI)               Rome – dpa:                         Bern/Juba.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ..authority import table, words
from ..authority.transliteration import spelled
from .dates import Stated, dates_in
from .mastheads import is_masthead, outlets

LONGEST = 130
LONGEST_PLACE = 60
DASH = re.compile(
    r"\s{0,3}\.?\s{0,3}(?:-{2,4}|[—–―]|(?<=[\s.)/\w])-(?=\s)|(?<=\))-|\.-|(?<=[\w)]):(?=\s)|(?<=\s)\|(?=\s))\s*"
    r"|(?<=/)\.?\s+(?=[A-Z“\"‘])"
    r"|(?P<weak>(?:(?<=\))|(?<=\w)\.)\s+(?=[A-Z“\"‘]))"
)
MARK = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]|(?<=[\s.])/([^/]{2,30})/")
MARK_AFTER = re.compile(r"\(?([A-Z][\w.’' -]{1,30}?|[a-z]{2,5})\)?\s?(?::|--?|[—–―]|(?P<stroke>/))\s+")
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


def find_dateline(text: str, start: int, end: int, *, lead: bool = True) -> Dateline | None:
    """The dateline at `text[start:]`, if the paragraph begins with one.

    Only the `lead` of an article may have a town in small letters before a colon ("New Delhi: The …").
    """
    window = min(end, start + LONGEST)
    first: Dateline | None = None
    for match in DASH.finditer(text, start, window):
        weak = match["weak"] is not None
        found = _read(text, start, match.start(), match.end(), match[0], weak=weak, lead=lead)
        found = found and _with_mark_after(text, found, window)
        if found and text[found.end : found.end + 1].islower() and _is_aside(found):
            continue
        if found and not weak and (first is None or found.outlet or found.stated):
            return found
        first = first or found
    if first:
        return first
    glued = SOURCE_BEFORE.match(text[start:window])
    if glued and (glued[1] in outlets() or is_masthead(glued[1])):
        return _with_mark_after(text, Dateline(start + glued.end(), None, glued[1], None), window)
    return None


def _is_aside(found: Dateline) -> bool:
    """Whether a dash before a small letter sets off an aside ("Chad and Togo – both …"), not a dateline."""
    return found.place is None or not (found.outlet or found.place.isupper())


def _with_mark_after(text: str, found: Dateline, window: int) -> Dateline:
    """A dateline with what stands behind its dash: the agency ("Rome – dpa: …") or the place ("AFP – Rome – …")."""
    if found.outlet and not found.place:
        for match in DASH.finditer(text, found.end, window):
            second = _read(text, found.end, match.start(), match.end(), match[0], weak=match["weak"] is not None)
            if second and second.place:
                return second._replace(outlet=found.outlet, stated=found.stated or second.stated)
    mark = None if found.outlet else MARK_AFTER.match(text, found.end, window)
    if not mark:
        return found
    coded = mark["stroke"] is not None and mark[1].isupper()
    known = coded or mark[1] in outlets() or is_masthead(mark[1])
    return found._replace(end=mark.end(), outlet=mark[1]) if known else found


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline by itself ("DOHA", "Geneva, 12 May 2025", "Juba, South Sudan")."""
    return read_dateline(line) is not None


@lru_cache(maxsize=4096)
def read_dateline(line: str) -> Dateline | None:
    """The dateline that a line by itself holds."""
    bare = line.rstrip(" —–-:")
    if len(line) > LONGEST or not bare:
        return None
    found = _read(bare, 0, len(bare), len(bare), "")
    if found is None or found.place is None or not bare.startswith(found.place.split("/")[0]):
        return None
    if not all(map(_is_known, _parts(found.place))):
        return None
    marked = found.stated or found.outlet or found.place.isupper() or bare != line.rstrip()
    return found if marked or _in_its_country(bare) else None


def _in_its_country(line: str) -> bool:
    """Whether a line is a town and its country ("Juba, South Sudan"), not two countries."""
    town, _, land = line.partition(",")
    return bool(land) and _fold(land.strip()) in lands() and _is_known(town) and _fold(town) not in lands()


def _read(
    text: str, start: int, stop: int, after: int, dash: str, *, weak: bool = False, lead: bool = False
) -> Dateline | None:
    """The dateline `text[start:stop]`, or nothing where it is only the beginning of a sentence.

    A bracket or a full stop alone is a `weak` end: every part before it must be a place that is known.
    """
    stated = next(dates_in(text, start, stop), None)
    rest = text[start:stop]
    if stated:
        rest = rest[: stated.start - start] + " " + rest[stated.end - start :]
    marks = [mark[1] or mark[2] for mark in MARK.finditer(rest)]
    rest = _weekdays().sub(" ", MARK.sub(" ", rest))
    outlet = next((mark for mark in marks if not any(dates_in(mark)) and not _is_known(mark)), None)
    pieces = [piece for piece in (GLUE.sub("", piece) for piece in rest.split(",")) if piece]
    named = next((piece for piece in pieces if piece in outlets()), None)
    if named and not weak:
        outlet = outlet or named
        pieces.remove(named)
    place = GLUE.sub("", ", ".join(pieces))
    town, _, last = place.rpartition(" ")
    if not named and last in outlets() and _is_known(town):
        place, outlet = town, last
    if weak and (not place or (")" in text[stop - 1 : stop] and outlet not in outlets() and not stated)):
        return None
    if not place:
        return Dateline(after, None, outlet, stated) if marks or outlet or (stated and ":" not in dash) else None
    if ":" not in dash and not weak and len(place) <= LONGEST_PLACE and not _is_known(place) and is_masthead(place):
        return Dateline(after, None, place, stated)
    marked = not weak and (outlet is not None or (stated is not None and place.isupper()))
    small = lead and _is_known(place) and _fold(place) not in lands()
    bare = ":" in dash and not marks and named is None and not small
    if _is_place(place, marked=marked, bare=bare, weak=weak):
        return Dateline(after, _shown(place), outlet, stated)
    return None


def _is_place(text: str, *, marked: bool, bare: bool, weak: bool) -> bool:
    """Whether `text` is one or several places.

    Known ones, any in capitals beside a date or an outlet's mark, or a town that is not known beside one that is.
    """
    if len(text) > LONGEST_PLACE or re.search(r"[!?“”\"]|[a-z]{3}\.", text) or (bare and not text.isupper()):
        return False
    parts = _parts(text)
    known = [_is_known(part) for part in parts]
    if all(known):
        return True
    if not all(map(NAMES.fullmatch, parts)) or len(text.split()) > 6:
        return False
    return marked or (any(known) and ("/" in text or (parts[0].isupper() and not weak)))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"/|,| and | & ", text) if part.strip()]


def _shown(place: str) -> str:
    """The place as printed, without the country or the state after it ("CAIRO, Egypt"); another town stays."""
    head, _, tail = place.partition(",")
    other = _is_known(tail.strip()) and _fold(tail.strip()) not in lands()
    return head.strip() if tail and not other and "/" not in tail else place


def _fold(text: str) -> str:
    return text.replace("’", "'").replace("-", " ").casefold()


def _is_known(part: str) -> bool:
    return _fold(part) in places() or (part[:1].isupper() and spelled(part) in _skeletons())


@cache
def places() -> frozenset[str]:
    """Every city, country and region that the authority files name, and what else stands in datelines, folded."""
    towns = {_fold(name) for row in table("cities") for name in (row["name"], *row["other_names"].split("; ")) if name}
    return lands() | towns | {_fold(word) for word in words("place_words", "dateline")}


@cache
def lands() -> frozenset[str]:
    """Every country and region that the authority files name, folded."""
    rows = (row for name in ("regions", "countries") for row in table(name))
    return frozenset(_fold(name) for row in rows for name in (row["name"], *row["other_names"].split("; ")) if name)


@cache
def _skeletons() -> frozenset[tuple[str, ...]]:
    """The towns of Arabic-speaking countries by what their spellings share."""
    speaking = words("place_words", "arabic_speaking")
    rows = (row for row in table("cities") if row["country"].lower() in speaking)
    return frozenset(spelled(name) for row in rows for name in (row["name"], *row["other_names"].split("; ")) if name)


@cache
def _weekdays() -> re.Pattern[str]:
    names = {row["word"] for row in table("calendar") if row["class"] in ("weekday", "weekday_abbreviation")}
    return re.compile(r"\b(?:" + "|".join(sorted(names, key=lambda name: (-len(name), name))) + r")\b\.?", re.I)
