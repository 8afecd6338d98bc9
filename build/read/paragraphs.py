"""The lines of a seed file as paragraphs, and what a line looks like: prose, a heading, a bullet.

Hard-wrapped text (lines broken at some 70 to 80 columns) is joined into the paragraphs it was made from.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..authority import words

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
SPACE = "\ufeff\u200b\u200e\u200f \t\u00a0\u202f\u3000"
BLANK = SPACE + "\r\n\v\f\x85\u2028\u2029"
CLOSING = "\"'”’»)]*_"
DOTS = "•●▪◦‣►▶■"
BULLETS = DOTS + "*·–—-"
ENUMERATOR = re.compile(r"(?:\d{1,2}|[A-Z])[.)]\s+")
WORD = re.compile(r"[^\W_]+")
INITIALS_AT_END = re.compile(r"(?:\b[A-Z]\.){2,}$")
INNER_END = re.compile(r"[.!?]\s")
LONGEST_HEADING = 200
NARROWEST_WRAP, WIDEST_WRAP = 50, 100


class Paragraph(NamedTuple):
    """A stretch of the file with its text, white space around it left out."""

    start: int
    end: int
    text: str


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a file: its lines that are not empty, hard-wrapped ones joined."""
    lines = tuple(_lines(text))
    adjacent = [len(BREAK.findall(text, a.end, b.start)) == 1 for a, b in pairwise(lines)]
    width = _wrap_width(lines, adjacent)
    if not width:
        return lines
    spans: list[tuple[int, int]] = []
    for i, line in enumerate(lines):
        if i and adjacent[i - 1] and not is_bullet(line.text) and _continues(lines[i - 1], line, width):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return tuple(Paragraph(start, end, text[start:end]) for start, end in spans)


def _lines(text: str) -> Iterator[Paragraph]:
    for match in LINE.finditer(text):
        shown = match[0].strip(SPACE)
        if shown:
            start = match.start() + len(match[0]) - len(match[0].lstrip(SPACE))
            yield Paragraph(start, start + len(shown), shown)


def _wrap_width(lines: tuple[Paragraph, ...], adjacent: list[bool]) -> int:
    """The column at which the lines are broken, or 0 where each line is a paragraph of its own."""
    width = max((len(line.text) for line in lines if " " in line.text), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    pairs = [pair for pair, near in zip(pairwise(lines), adjacent, strict=True) if near]
    full = sum(_is_full(a, b, width) for a, b in pairs)
    return width if full >= 4 and full >= len(pairs) / 2 else 0


def _is_full(a: Paragraph, b: Paragraph, width: int) -> bool:
    """Whether the first word of `b` would not have fitted on `a`, so that the break is the wrap's."""
    return len(a.text) + 1 + len(b.text.split(None, 1)[0]) > width - 3


def _continues(a: Paragraph, b: Paragraph, width: int) -> bool:
    return _is_full(a, b, width) or b.text[0].islower()


def is_bullet(line: str) -> bool:
    """Whether a line is an item of a list ("• Toll: 12 dead", "* Talks go on")."""
    return len(line) > 2 and line[0] in BULLETS and (line[1] in SPACE or line[0] in DOTS)


def ends_sentence(line: str) -> bool:
    """Whether a line ends like a sentence, closing quotes and brackets aside; "the U.S." does not end one."""
    bare = line[-200:].rstrip(CLOSING + SPACE)
    return bool(bare) and bare[-1] in ".!?…:;" and not INITIALS_AT_END.search(bare)


def is_question(line: str) -> bool:
    """Whether a line is one question, as headings are ("How many came home?")."""
    bare = line[: LONGEST_HEADING + 1].rstrip(CLOSING + SPACE)
    return bare.endswith("?") and len(bare) <= 120 and not INNER_END.search(bare)


def is_prose(line: str) -> bool:
    """Whether a line is running text: it ends like a sentence, or is too long for a heading."""
    if len(line) > LONGEST_HEADING:
        return True
    fewest = 4 if line.endswith(("...", "…")) else 2
    return ends_sentence(line) and not is_question(line) and len(line.split()) >= fewest


def is_capitals(line: str) -> bool:
    """Whether a line is set in capitals ("ON THE GROUND")."""
    return line.isupper() and WORD.search(line) is not None


def is_label(line: str) -> bool:
    """Whether a line is a name or a label: every longer word of it has a capital ("Middle East Correspondent")."""
    found = [word for word in line[: LONGEST_HEADING + 1].split() if len(word) > 3 or word[:1].isupper()]
    return 0 < len(found) <= 7 and all(word.lstrip("\"'“‘([@©#")[:1].isupper() for word in found)


def states_number(line: str) -> bool:
    """Whether a heading states a number, so that it is part of what the article says ("Six weeks of calm")."""
    bare = ENUMERATOR.sub("", line, count=1) if ENUMERATOR.match(line) else line
    return any(word[0].isdigit() or word.lower() in _number_words() for word in WORD.findall(bare))


@cache
def _number_words() -> frozenset[str]:
    kinds = ("small", "ten", "hundred", "magnitude", "dozen", "vague", "fraction")
    return frozenset[str]().union(*(words("numerals", kind) for kind in kinds)) - {"one"}
