"""The head of an article: its address, its dateline and the day it was published (codebook, "Dates")."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from .dateline import Dateline, is_dateline, read_dateline
from .dates import Stated, date_in_address, dates_in, day_comes_first, is_date_line
from .furniture import URL, is_caption
from .glued import dates_of_opening
from .layout import Layout
from .notices import is_notice
from .paragraphs import Paragraph

NOT_ADDRESSES = re.compile(
    r"(?:^|\.)(?:twitter|x|facebook|fb|t|youtube|youtu|instagram|linkedin|whatsapp|wa|telegram|tiktok|reddit|pinterest"
    r"|bsky|apple|google)\.(?:com|co|be|me|app)$"
)
PUBLISHED = re.compile(r"\b(?:publish(?:ed)?|publication|posted|issued|dated?)\b", re.I)
ANY = re.compile(r"\b(?:updated?|modified|created|edited|filed)\b", re.I)
LONGEST_FOOT = 160
TOLD = 20_000


def address(layout: Layout) -> str | None:
    """The article's own address: a link by itself on a line, above the body before below it."""
    for line in (*layout.before, *reversed(layout.after)):
        match = URL.search(line.text)
        if match and line.text.count("://") < 2 and " " not in line.text.strip("<>() ")[match.end() :]:
            found = match[0].rstrip(".,;)>]")
            host = host_of(found)
            if host and not NOT_ADDRESSES.search(host) and re.search(r"\w/+\w", found.partition("://")[2] or found):
                return found
    return None


def stated_dates(text: str, layout: Layout, url: str | None) -> tuple[date | None, Stated | None]:
    """The day of publication that the text states, and the day without a year that a dateline gives instead."""
    if layout.prefix:
        year, month, day = (int(part) for part in layout.prefix.groups())
        try:
            return date(year, month, day), None
        except ValueError:
            return None, None
    opening = dateline(layout)
    yearless = opening.stated if opening and opening.stated and not opening.stated.year else None
    whole = (stated.whole for stated in _dates(text, layout) if stated.whole)
    last = (stated.whole for stated in _dates_below(text, layout, ANY) if stated.whole)
    return next(whole, None) or (date_in_address(url) if url else None) or next(last, None), yearless


def _dates(text: str, layout: Layout) -> Iterator[Stated]:
    """The dates of publication by where they stand: in the head, the dateline, the foot, a glued opening.

    In the head those come first that are called dates of publication; a caption's is none.
    """
    head = [line for line in layout.before if not URL.search(line.text)]
    head = [line for line in head if not is_caption(line.text) or is_date_line(line.text)]
    day_first = _day_comes_first(text, layout, head)
    for line in head:
        label = PUBLISHED.search(line.text)
        if label:
            yield from dates_in(text, line.start + label.start(), line.end, day_first=day_first)
    for line in head:
        yield from dates_in(text, line.start, line.end, day_first=day_first)
    if layout.dateline and layout.dateline.stated:
        yield layout.dateline.stated
    yield from _dates_below(text, layout, PUBLISHED)
    for line in layout.body[:2]:
        yield from dates_of_opening(text, line)


def _dates_below(text: str, layout: Layout, label: re.Pattern[str]) -> Iterator[Stated]:
    """The dates in the lines below the body that have a label, else in a date line right below it."""
    day_first = _day_comes_first(text, layout, layout.after)
    for line in layout.after:
        if len(line.text) <= LONGEST_FOOT and label.search(line.text) and not is_notice(line.text):
            yield from dates_in(text, line.start, line.end, day_first=day_first)
    for line in layout.after[:2]:
        if is_date_line(line.text) or is_dateline(line.text):
            yield from dates_in(text, line.start, line.end, day_first=day_first)


def _day_comes_first(text: str, layout: Layout, lines: Sequence[Paragraph]) -> bool | None:
    if not layout.body:
        return None
    end = min(layout.body[-1].end, layout.body[0].start + TOLD)
    return day_comes_first([line.text for line in lines], text[layout.body[0].start : end])


def dateline(layout: Layout) -> Dateline | None:
    """The dateline that opens the body, else the one that stands on a line of its own above it."""
    if layout.dateline and layout.dateline.place:
        return layout.dateline
    own = (read_dateline(line.text) for line in layout.before)
    return next((found for found in own if found), layout.dateline)


def host_of(url: str | None) -> str:
    """The host of an address, `www.` and all; nothing where it has none."""
    try:
        return (urlsplit(url if "://" in url else f"https://{url}").hostname or "").lower() if url else ""
    except ValueError:
        return ""
