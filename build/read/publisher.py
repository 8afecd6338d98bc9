"""The outlet that published an article, by what its page says of it.

A notice of copyright, a signature, a dateline's mark spelled out, the article's own address, a masthead, a
byline, a note of the house. A wire or a paper that the article quotes names no publisher (codebook, "sources").
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..authority import table, words
from .dates import dates_in
from .furniture import URL, is_caption, is_credit, is_heading_of
from .head import host_of
from .layout import Layout
from .mastheads import is_masthead, is_section, masthead_at, outlets
from .notices import house_of, is_notice, notice_in, owner
from .paragraphs import Paragraph, is_label, is_prose

LONGEST_HEAD_LINE = 160
MOST_PARTS = 3
SIGNATURE = re.compile(r"^([A-Z]{2,8})\s*[/–—-]\s*(.+)$")
PUBLISHED_IN = re.compile(
    r"\b(?:[Pp]ublished|PUBLISHED|appeared)(?:\s+online)?\s+(?:in|on|by|at)\s*:?\s+(?:the\s+)?(?=[A-Z])"
)
HOUSE = re.compile(r"^(.{2,40}?),? (?:and|\+|&) (?:news |other )?agencies$", re.I)
LABEL = re.compile(r"^(?:source|published by|publisher)\s*:\s*", re.I)
PARTS = re.compile(r"\s*[,|·•()]\s*|\s+[/–—-]\s+|\s+for\s+(?=[A-Z])")
BYLINE = re.compile(r"^(?:(?:story|text|report|words)\s+)?(?:by|from)\s+", re.I)
SHORTEST_HOST = 6


def publisher(text: str, layout: Layout, mark: str | None, url: str | None) -> str | None:
    """The outlet by the first of its marks that names one; `mark` is the outlet's in the dateline."""
    for found in _marks(text, layout, mark, url):
        if found:
            return found
    return None


def _marks(text: str, layout: Layout, mark: str | None, url: str | None) -> Iterator[str | None]:
    yield from _owners(text, layout)
    yield from _signatures(layout, mark, url)
    if mark:
        known = any(part in outlets() for part in (mark, *re.split(r"[/&-]", mark)))
        known = known or is_masthead(mark) or (" " in mark and is_label(mark))
        yield mark if known else _spelled_out(mark, layout)
    yield layout.outlet
    yield _of_address(url)
    yield from _in_head(layout)
    yield from _in_notes(layout)
    yield _spelled_in(text, url)
    yield from _sources(layout.after)


def _owners(text: str, layout: Layout) -> Iterator[str | None]:
    """The owners that notices of copyright name, below the body, glued to its end and above it."""
    for line in layout.after:
        if is_notice(line.text):
            yield owner(line.text)
    for line in layout.body[-1:]:
        begin = notice_in(text, line)
        if begin is not None:
            yield owner(text[begin : line.end])
    for line in layout.before:
        if is_notice(line.text) and re.match(r"\W*(?:©|\(c\)|copyright)\W*(?:19|20)\d\d", line.text, re.I):
            yield owner(line.text)


def _signatures(layout: Layout, mark: str | None, url: str | None) -> Iterator[str | None]:
    """The names that the last lines below the body sign with."""
    linked = [i for i, line in enumerate(layout.after) if is_heading_of(line.text, "related")]
    teasers = {layout.after[i + n] for i in linked for n in range(1, 4) if i + n < len(layout.after)}
    for line in reversed(layout.after[-6:]):
        if line in teasers and line.text not in outlets():
            continue
        yield _of_signature(line.text, mark, url)
        if len(line.text) <= LONGEST_HEAD_LINE and next(dates_in(line.text), None) and not is_prose(line.text):
            yield next((part for part in _parts(line.text) if is_masthead(part)), None)


def _of_signature(line: str, mark: str | None, url: str | None) -> str | None:
    """The outlet in a line that only signs the article: "Radio Nacional del Sur", "MEP/Mediterranean Press"."""
    bare = LABEL.sub("", line).strip(" ()[]|*_.—–-•")
    house = HOUSE.match(bare)
    if not bare or URL.search(bare) or not (house or is_label(bare)):
        return None
    if house and LABEL.match(line) and house[1].strip().upper() in outlets():
        return house[1].strip()
    coded = SIGNATURE.match(bare) or SIGNATURE.match("/".join(reversed(bare.split("/"))))
    if coded and (coded[1] == mark or _initials(coded[2])[:1] == coded[1][0]):
        return coded[2].strip()
    letters = "".join(letter for letter in bare.casefold() if letter.isalnum())
    host = host_of(url).replace("-", "").replace(".", "")
    if len(letters) >= 5 and letters.removeprefix("the") in host:
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


def _of_address(url: str | None) -> str | None:
    """The outlet to which the address belongs: bbc.com is the BBC's."""
    parts = host_of(url).split(".")
    for i in range(len(parts) - 1):
        name = _domains().get(".".join(parts[i:]))
        if name:
            return name
    return None


@cache
def _domains() -> dict[str, str]:
    return {domain: row["name"] for row in table("publishers") for domain in row["domains"].split("; ") if domain}


def _spelled_in(text: str, url: str | None) -> str | None:
    """The name in the text that the address runs together: "Nile Courier" for nilecourier.example."""
    label = max(host_of(url).removeprefix("www.").split(".")[:-1], key=len, default="").replace("-", "")
    if len(label) < SHORTEST_HOST:
        return None
    letters = r"[\s’'-]?".join(re.escape(letter) for letter in label.removeprefix("the"))
    found = re.compile(rf"(?<![\w./@-])(?:The\s)?{letters}(?![\w/@-])(?!\.\w)", re.I).finditer(text)
    names = (" ".join(match[0].split()).removeprefix("the ") for match in found)
    return next((name for name in names if name[0].isupper() and " " in name and is_label(name)), None)


def _in_head(layout: Layout) -> Iterator[str | None]:
    """The outlets in mastheads and bylines above the body; agencies alone on a line below the headline are credits."""
    opening = layout.title.start if layout.title else 0
    lines = [line for line in layout.before if len(line.text) <= LONGEST_HEAD_LINE and not _is_aside(line)]
    for line in lines:
        bare = line.text.strip(" |•*_")
        if is_masthead(bare) and _may_sign(bare) and (line.start < opening or not is_credit(bare)):
            yield bare
    for line in lines:
        parts = _parts(line.text)
        if len(parts) <= MOST_PARTS and sum(map(_is_section, parts)) < 2:
            names = (_staff(part) or part for part in parts if not is_credit(line.text))
            yield from (name for name in names if is_masthead(name) and _may_sign(name))


def _is_aside(line: Paragraph) -> bool:
    return is_caption(line.text) or is_prose(line.text) or URL.search(line.text) is not None


def _is_section(part: str) -> bool:
    return is_section(part, part.casefold().split())


def _may_sign(name: str) -> bool:
    return name.casefold() not in words("furniture", "line")


def _staff(part: str) -> str | None:
    """The outlet whose staff signs an article: "Sierra Tribune Staff", "Nile Observer Foreign Desk"."""
    taken = part.split()
    if len(taken) < 2 or taken[-1].casefold() not in words("furniture", "job"):
        return None
    return next((name for n in range(len(taken) - 1, 0, -1) if is_masthead(name := " ".join(taken[:n]))), None)


def _parts(line: str) -> list[str]:
    """What stands in a line beside its dates, at most a byline's names and the outlet among them."""
    rest = line
    for stated in reversed(list(dates_in(line))):
        rest = rest[: stated.start] + "|" + rest[stated.end :]
    return [part.strip(" -–—:.") for part in PARTS.split(BYLINE.sub("", rest)) if re.search(r"[^\W\d_]", part)]


def _in_notes(layout: Layout) -> Iterator[str | None]:
    """The outlets in the notes of the house: "Nile Courier is not responsible for external sites", "Published in …"."""
    for line in layout.after:
        if len(line.text) > 400:
            continue
        printed = PUBLISHED_IN.search(line.text)
        if printed:
            yield masthead_at(line.text, printed.end()) or _dated_issue(line.text[printed.end() :])
        yield house_of(line.text)


def _dated_issue(line: str) -> str | None:
    """The name before the date of an issue: "Sahara Voice, June 3rd, 2024"."""
    name, _, issue = line.partition(",")
    return name if is_label(name) and len(name) <= 40 and next(dates_in(issue), None) else None


def _sources(lines: Iterable[Paragraph]) -> Iterator[str | None]:
    """The outlet in "Source: …" below an article, unless it is an agency."""
    for line in lines:
        label = LABEL.match(line.text)
        name = line.text[label.end() :].strip(" .") if label else ""
        if is_masthead(name) and name not in _agencies() and _may_sign(name):
            yield name


@cache
def _agencies() -> frozenset[str]:
    rows = (row for row in table("publishers") if row["kind"] == "agency")
    return frozenset(name for row in rows for name in (row["name"], *row["other_names"].split("; ")))
