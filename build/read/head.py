"""The head of an article: its address, its publisher and the day it was published.

Only what the text states as such: a signature or a copyright line, a dateline's mark spelled out, the
article's own address. A wire or a paper that the article quotes names no publisher (codebook, "sources").
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from ..authority import table, words
from .dateline import Dateline, outlets, read_dateline
from .dates import Stated, date_in_address, dates_in
from .furniture import URL, is_caption
from .layout import Layout, is_masthead
from .paragraphs import is_label

NOT_ADDRESSES = re.compile(
    r"(?:^|\.)(?:twitter|x|facebook|fb|t|youtube|youtu|instagram|linkedin|whatsapp|wa|telegram|tiktok|reddit|pinterest"
    r"|bsky|apple|google)\.(?:com|co|be|me|app)$"
)
COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights reserved\b", re.I)
NOTICE = re.compile(
    r"©|\(c\)|\bcopyright\b|\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?\b|\ball rights reserved\b", re.I
)
COMPANY = re.compile(r",?\s+(?:Ltd|Limited|LLC|Inc|GmbH|plc|PLC|Corp|Corporation|S\.A|Company|Co|LP|Pty)\b\.?.*$")
BYLINE_OUTLET = re.compile(r"(?:,|\bfor\b|\||/|·|—|–)\s*([A-Z][^,|/·—–]{1,40}?)\s*(?=[,|/·—–]|$)")
SIGNATURE = re.compile(r"^([A-Z]{2,8})\s*[/–—-]\s*(.+)$")
PUBLISHED_IN = re.compile(r"^\W*Published in (?:the )?([A-Z][^,]{2,40}),")
PLACED = re.compile(r"^([^,|·]{2,40})[,|·]\s*[A-Z][\w .'’-]{2,30}$")
HOUSE = re.compile(r"^(.{2,40}?),? (?:and|\+|&) (?:news |other )?agencies$", re.I)
LABEL = re.compile(r"^(?:source|published by|publisher)\s*:\s*", re.I)
PUBLISHED = re.compile(r"\b(?:published|posted|issued|dated?)\b", re.I)


def address(layout: Layout) -> str | None:
    """The article's own address: a link by itself on a line, above the body before below it."""
    for line in (*layout.before, *reversed(layout.after)):
        match = URL.search(line.text)
        if match and line.text.count("://") < 2 and " " not in line.text.strip("<>() ")[match.end() :]:
            found = match[0].rstrip(".,;)>]")
            host = _host(found)
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
    found = list(_dates_of_head(text, layout))
    if layout.dateline and layout.dateline.stated:
        found.append(layout.dateline.stated)
    whole = next((stated.whole for stated in found if stated.whole), None)
    opening = dateline(layout)
    yearless = opening.stated if opening and opening.stated and not opening.stated.year else None
    return whole or (date_in_address(url) if url else None), yearless


def _dates_of_head(text: str, layout: Layout) -> Iterator[Stated]:
    """The dates of the lines around headline and body, those called dates of publication first; no caption's."""
    head = [line for line in layout.before if not is_caption(line.text) and not URL.search(line.text)]
    tail = [line for line in layout.after if PUBLISHED.match(line.text.lstrip("( "))]
    tail = [line for line in tail if not COPYRIGHT.search(line.text)]
    for line in (*(line for line in head if PUBLISHED.search(line.text)), *head, *tail):
        yield from dates_in(text, line.start, line.end)


def dateline(layout: Layout) -> Dateline | None:
    """The dateline that opens the body, else the one that stands on a line of its own above it."""
    if layout.dateline and layout.dateline.place:
        return layout.dateline
    own = (read_dateline(line.text) for line in layout.before)
    return next((found for found in own if found), layout.dateline)


def publisher(layout: Layout, url: str | None) -> str | None:
    """The outlet that published the article, by the first of its marks that names one."""
    named = dateline(layout)
    mark = named.outlet if named else None
    signatures = list(_signatures(layout, mark, url))
    if signatures:
        return signatures[0]
    if mark and (mark in outlets() or (" " in mark and is_label(mark))):
        return mark
    if mark:
        spelled = _spelled_out(mark, layout)
        if spelled:
            return spelled
    return layout.outlet or _of_address(url) or _in_head(layout)


def _signatures(layout: Layout, mark: str | None, url: str | None) -> Iterator[str]:
    """Names in the copyright lines, then the signatures, below the body."""
    for line in (*layout.after, *layout.before):
        if COPYRIGHT.search(line.text) and len(line.text) <= 300:
            name = _of_notice(line.text)
            if name:
                yield name
    for line in reversed(layout.after[-6:]):
        printed = PUBLISHED_IN.match(line.text)
        if printed:
            yield printed[1].strip()
        name = _of_signature(line.text, mark, url)
        if name:
            yield name


def _of_notice(line: str) -> str | None:
    """The owner in a copyright notice: "© 2024 The Gulf Chronicle Ltd. All rights reserved"."""
    bare = " ".join(NOTICE.sub(" ", line).split()).strip(" .,|-–—:")
    bare = re.sub(r"^[Bb]y\s+", "", bare)
    name = COMPANY.sub("", re.split(r"[.,|:;](?:\s|$)|\s[–—-]\s", bare, maxsplit=1)[0]).strip()
    return name if 1 <= len(name.split()) <= 6 and name[:1].isupper() and is_label(name) else None


def _of_signature(line: str, mark: str | None, url: str | None) -> str | None:
    """The outlet in a line that only signs the article: "Radio Nacional del Sur", "MEP/Mediterranean Press"."""
    bare = LABEL.sub("", line).strip(" ()[]|*_.—–-•")
    if not bare or URL.search(bare) or not (is_label(bare) or HOUSE.match(bare)):
        return None
    house = HOUSE.match(bare)
    if house and LABEL.match(line) and house[1].strip().upper() in outlets():
        return house[1].strip()
    coded = SIGNATURE.match(bare) or SIGNATURE.match("/".join(reversed(bare.split("/"))))
    if coded and (coded[1] == mark or _initials(coded[2])[:1] == coded[1][0]):
        return coded[2].strip()
    if bare in outlets() and not LABEL.match(line):
        return bare
    letters = "".join(letter for letter in bare.casefold() if letter.isalnum())
    host = _host(url)
    if len(letters) >= 5 and letters.removeprefix("the") in host.replace("-", "").replace(".", ""):
        return bare
    if mark and len(mark) >= 2 and _initials(bare) == mark:
        return bare
    return bare if is_masthead(bare) and not LABEL.match(line) else None


def _spelled_out(mark: str, layout: Layout) -> str | None:
    """The outlet whose initials a dateline's mark is, where the page around the body spells it out."""
    if not mark.isupper():
        return None
    first = re.escape(mark[0])
    name = re.compile(rf"\b{first}[\w’'-]{{1,30}}(?:\s(?:of|the|and|de|del|for|[A-Z][\w’'-]{{1,30}})){{1,7}}")
    for line in (*layout.after, *layout.before):
        for match in name.finditer(line.text[:400]):
            taken = match[0].split()
            for count in range(2, len(taken) + 1):
                if _initials(" ".join(taken[:count])) == mark:
                    return " ".join(taken[:count])
    return None


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[\w’']+", name) if word[0].isupper())


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url if "://" in url else f"https://{url}").hostname or "").lower() if url else ""
    except ValueError:
        return ""


def _of_address(url: str | None) -> str | None:
    """The outlet to which the address belongs: bbc.com is the BBC's."""
    parts = _host(url).split(".")
    for i in range(len(parts) - 1):
        name = _domains().get(".".join(parts[i:]))
        if name:
            return name
    return None


@cache
def _domains() -> dict[str, str]:
    return {domain: row["name"] for row in table("publishers") for domain in row["domains"].split("; ") if domain}


def _in_head(layout: Layout) -> str | None:
    """The outlet in a masthead or a byline above the body."""
    for line in layout.before:
        if is_masthead(line.text) and line.text.strip().casefold() not in words("furniture", "line"):
            return line.text.strip(" |•*_")
    for line in layout.before:
        placed = PLACED.match(line.text)
        if placed and placed[1].strip() in outlets():
            return placed[1].strip()
        if line.text[:3].casefold() == "by ":
            for match in BYLINE_OUTLET.finditer(line.text[:200]):
                if match[1] in outlets() or is_masthead(match[1]):
                    return match[1]
    return None
