"""Which lines of a page are the headline, the article's body, and page furniture."""

import re
from typing import NamedTuple

from ..authority import words
from .dateline import Dateline, find_dateline, is_dateline
from .dates import PREFIX, is_date_line
from .furniture import is_byline, is_credit, is_furniture, is_heading_of
from .mastheads import is_masthead, outlets
from .notices import house_of
from .paragraphs import (
    ENUMERATOR,
    LONGEST_HEADING,
    Paragraph,
    is_bullet,
    is_capitals,
    is_label,
    is_prose,
    states_number,
)

WIRE_MARK = re.compile(
    r"^(?:(?:UPDATE|WRAPUP|CORRECTED|CORRECTION|REFILE|RPT|EXCLUSIVE|BREAKING|LEAD|URGENT|FACTBOX|EXPLAINER|ANALYSIS"
    r"|TIMELINE|INTERVIEW|PIX|NEWSMAKER|PREVIEW|INSIGHT|SPECIAL REPORT)\s*\d*\s*-\s*){1,4}"
)
KICKER = re.compile(r"^([^|:–—]{2,40}?)\s*(\||:|\s[–—-])\s+(?=\S)")
SUFFIX = re.compile(r"\s+[|–—-]\s+([^|–—]{2,40})$")
BIOGRAPHY = re.compile(
    r"^[^.“\"]{3,80}? (?:is|are|was) (?:a|an|the|our|[A-Z][\w’']{1,30}['’]s)\b[^.“\"]{0,80}"
    r"\b(?:correspondents?|reporters?|journalists?|editors?|columnists?|producers?|writers?)\b"
)
BANNER = re.compile(r"\bday \d{1,4}$|^day \d{1,4} of\b|\b(?:live updates?|live blog|liveblog|as it happened)$", re.I)
LONGEST_NOTE = 400
LONGEST_APPEAL = 120
FEWEST_LETTERS = 12
FEWEST_WORDS = 5


class Layout(NamedTuple):
    """Headline (without kicker and wire mark), paragraphs of the body, lines of furniture before and after."""

    title: Paragraph | None
    outlet: str | None
    prefix: re.Match[str] | None
    dateline: Dateline | None
    body: tuple[Paragraph, ...]
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]


def lay_out(text: str, found: tuple[Paragraph, ...]) -> Layout:
    """The parts of a page in reading order; what is neither headline nor body is furniture."""
    prefix = PREFIX.match(text)
    if prefix and found:
        found = (Paragraph(prefix.end(), found[0].end, text[prefix.end() : found[0].end]), *found[1:])
    aside = [is_furniture(line.text) or is_dateline(line.text) for line in found]
    prose = [i for i, line in enumerate(found) if not aside[i] and is_prose(line.text)]
    if len(prose) > 1 and not prefix and _is_appeal(found, aside, prose):
        aside[prose[0]] = True
        prose = prose[1:]
    first = prose[0] if prose else len(found)
    headline = None if prefix else _headline(found[:first], aside)
    last = _end_of_body(found, aside, prose)
    within = [i for i in range(last + 1) if i != headline and not aside[i]]
    chosen = [i for i in within if _is_body(found, aside, i, headline, first)]
    title, outlet = _title(found[headline]) if headline is not None else (None, None)
    body, dateline = _without_dateline(text, [found[i] for i in chosen])
    # A standfirst may stand above the line of author and date.
    head = prose[1] if len(prose) > 1 and aside[first + 1] else first
    left = sorted(set(range(len(found))) - {headline, *chosen})
    return Layout(
        title,
        outlet,
        prefix,
        dateline,
        body,
        before=tuple(found[i] for i in left if i < head),
        after=tuple(found[i] for i in left if i > head),
    )


def _headline(head: tuple[Paragraph, ...], aside: list[bool]) -> int | None:
    """The first line of the head that reads like a headline; a slogan over a section's name is none."""
    found = [i for i, line in enumerate(head) if not aside[i] and _may_be_headline(line.text)]
    if len(found) > 1 and is_banner(head[found[0]].text) and len(head[found[1]].text.split()) >= FEWEST_WORDS:
        return found[1]
    if len(found) > 1 and len(head[found[0]].text.split()) < FEWEST_WORDS:
        between = head[found[0] + 1 : found[1]]
        return found[any(is_kicker(line.text) for line in between)]
    return found[0] if found else None


def _is_appeal(found: tuple[Paragraph, ...], aside: list[bool], prose: list[int]) -> bool:
    """Whether the first sentence of a page asks something of its readers: the headline and its date stand below it."""
    appeal, lead = prose[:2]
    if len(found[appeal].text) > LONGEST_APPEAL or _headline(found[:appeal], aside) is not None:
        return False
    headline = _headline(found[appeal + 1 : lead], aside[appeal + 1 : lead])
    if headline is None:
        return False
    below = found[appeal + 2 + headline : lead]
    return any(is_date_line(line.text) or is_byline(line.text) for line in below)


def _without_dateline(text: str, body: list[Paragraph]) -> tuple[tuple[Paragraph, ...], Dateline | None]:
    """The body without the dateline that opens it, perhaps below a standfirst, and that dateline."""
    for i, line in enumerate(body[:4]):
        dateline = None if is_bullet(line.text) else find_dateline(text, line.start, line.end, lead=i == 0)
        if dateline:
            body[i] = Paragraph(dateline.end, line.end, text[dateline.end : line.end])
            return tuple(body), dateline
    return tuple(body), None


def _may_be_headline(line: str) -> bool:
    if not FEWEST_LETTERS <= len(line) <= LONGEST_HEADING or is_bullet(line) or line.endswith(":"):
        return False
    kicker = KICKER.match(line)
    if (
        line[0].islower()
        or ENUMERATOR.match(line)
        or is_kicker(line)
        or is_masthead(line[kicker.end() if kicker else 0 :])
    ):
        return False
    count = len(line.split())
    return count >= 3 and not (is_capitals(line) and count <= 4)


def is_kicker(line: str) -> bool:
    """Whether a line is a label over the headline ("ANALYSIS", "Middle East")."""
    bare = line.strip(" |:•")
    return bare.casefold() in words("furniture", "kicker") | words("furniture", "genre") or bare in outlets()


def is_banner(line: str) -> bool:
    """Whether a line is the banner of a running blog, which stands over its entries ("War in Gaza: Day 508")."""
    return BANNER.search(line) is not None


def _is_genre(label: str) -> bool:
    """Whether what stands before a colon names the kind of article ("Analysis: …"), not its subject ("Sudan: …")."""
    return label.casefold() in words("furniture", "genre")


def _title(line: Paragraph) -> tuple[Paragraph, str | None]:
    """The headline without kicker, wire mark and the outlet's name after it; that name where it stood there."""
    start, end = line.start, line.end
    mark = WIRE_MARK.match(line.text)
    if mark:
        start += mark.end()
    kicker = KICKER.match(line.text[start - line.start :])
    if kicker and (is_kicker(kicker[1]) if kicker[2] == "|" else _is_genre(kicker[1])):
        start += kicker.end()
    suffix = SUFFIX.search(line.text[start - line.start :])
    outlet = suffix[1].strip() if suffix and (suffix[1].strip() in outlets() or is_masthead(suffix[1])) else None
    if suffix and outlet:
        end = start + suffix.start()
    return Paragraph(start, end, line.text[start - line.start : end - line.start]), outlet


def _is_body(found: tuple[Paragraph, ...], aside: list[bool], i: int, headline: int | None, first: int) -> bool:
    """Whether a line that no rule sets aside is the body's: prose, a standfirst, a list, a heading with a number."""
    line = found[i].text
    if is_prose(line) or is_bullet(line):
        return True
    if i < first:
        captions = aside[i - 1] and is_credit(found[i - 1].text)
        return headline is not None and i > headline and not captions and not is_label(line) and len(line.split()) >= 5
    if aside[i - 1] and is_heading_of(found[i - 1].text, "related"):
        return False
    return states_number(line) or _in_list(found, aside, i)


def _in_list(found: tuple[Paragraph, ...], aside: list[bool], i: int) -> bool:
    """Whether a short line is one of at least three in a row: a list, not a heading."""
    near = range(i - 2, i + 3)
    short = [0 <= j < len(found) and not aside[j] and not is_prose(found[j].text) for j in near]
    return any(all(short[k : k + 3]) for k in range(3))


def _is_about_house(line: str) -> bool:
    """Whether a line below the body tells of the author or speaks for the outlet."""
    return BIOGRAPHY.match(line) is not None or (len(line) <= LONGEST_NOTE and house_of(line) is not None)


def _end_of_body(found: tuple[Paragraph, ...], aside: list[bool], prose: list[int]) -> int:
    """The last line of the body: before comment boxes, links to other articles and the authors' biographies."""
    if not prose:
        return len(found) - 1
    last = prose[-1]
    total = sum(len(found[i].text) for i in prose)
    rest = longest = 0
    for i in range(prose[-1], prose[min(1, len(prose) - 1)], -1):
        links = longest <= LONGEST_HEADING and rest <= total / 3 and is_heading_of(found[i].text, "related")
        if aside[i] and (links or is_heading_of(found[i].text, "comments")):
            last = i
        elif not aside[i]:
            rest += len(found[i].text)
            longest = max(longest, len(found[i].text))
    last = max((i for i in prose if i <= last and not _is_about_house(found[i].text)), default=last)
    anchor = last + 1 < len(found) and (is_capitals(found[last + 1].text) or ENUMERATOR.match(found[last + 1].text))
    if found[last].text.endswith(":") or anchor:
        after = last + 1 + bool(anchor)
        while after < len(found) and not aside[after] and is_bullet(found[after].text):
            last, after = after, after + 1
    return last
