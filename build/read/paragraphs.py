"""The lines of a seed file as paragraphs, and what a line looks like: prose, a heading, a bullet.

Hard-wrapped text (lines broken at some 70 to 80 columns) is joined into the paragraphs it was made from.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..authority import words

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
SPACE = "\ufeff\u200b\u200e\u200f \t\u00a0\u202f\u3000"
CLOSING = "\"'”’»)]*_"
BULLETS = "•●▪◦‣►▶■*·–—-"
ENUMERATOR = re.compile(r"(?:\d{1,2}|[A-Z])[.)]\s+")
WORD = re.compile(r"[^\W_]+")
INITIALS_AT_END = re.compile(r"(?:\b[A-Z]\.){2,}$")
LONGEST_HEADING = 200
WIDEST_WRAP = 100


class Paragraph(NamedTuple):
    """A stretch of the file with its text, white space around it left out."""

    start: int
    end: int
    text: str


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a file: its lines that are not empty, hard-wrapped ones joined."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    if not width:
        return tuple(lines)
    joined: list[Paragraph] = []
    for line in lines:
        if joined and _continues(text, joined[-1], line, width):
            joined[-1] = Paragraph(joined[-1].start, line.end, text[joined[-1].start : line.end])
        else:
            joined.append(line)
    return tuple(joined)


def _lines(text: str) -> Iterator[Paragraph]:
    for match in LINE.finditer(text):
        shown = match[0].strip(SPACE)
        if shown:
            start = match.start() + len(match[0]) - len(match[0].lstrip(SPACE))
            yield Paragraph(start, start + len(shown), shown)


def _wrap_width(text: str, lines: list[Paragraph]) -> int:
    """The column at which the lines of `text` are broken, or 0 where each line is a paragraph of its own."""
    lengths = [len(line.text) for line in lines if " " in line.text]
    width = max(lengths, default=0)
    if not 50 <= width <= WIDEST_WRAP:
        return 0
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if _adjacent(text, a, b)]
    full = sum(_is_full(a, b, width) for a, b in pairs)
    return width if full >= 4 and full >= len(pairs) / 2 else 0


def _adjacent(text: str, a: Paragraph, b: Paragraph) -> bool:
    return len(BREAK.findall(text, a.end, b.start)) == 1


def _is_full(a: Paragraph, b: Paragraph, width: int) -> bool:
    """Whether the first word of `b` would not have fitted on `a`, so that the break is the wrap's."""
    last = a.text[max(a.text.rfind("\n"), a.text.rfind("\r")) + 1 :].strip(SPACE)
    return len(last) + 1 + len(b.text.split(None, 1)[0]) > width - 3


def _continues(text: str, a: Paragraph, b: Paragraph, width: int) -> bool:
    if not _adjacent(text, a, b) or is_bullet(b.text):
        return False
    return _is_full(a, b, width) or b.text[0].islower()


def is_bullet(line: str) -> bool:
    """Whether a line is an item of a list ("• Toll: 12 dead", "* Talks go on")."""
    return len(line) > 2 and line[0] in BULLETS and (line[1] in SPACE or line[0] in "•●▪◦‣►▶■")


def ends_sentence(line: str) -> bool:
    """Whether a line ends like a sentence, closing quotes and brackets aside; "the U.S." does not end one."""
    bare = line[-200:].rstrip(CLOSING + SPACE)
    return bool(bare) and bare[-1] in ".!?…:;" and not INITIALS_AT_END.search(bare)


def is_question(line: str) -> bool:
    """Whether a line is one question, as headings are ("How many came home?")."""
    bare = line.rstrip(CLOSING + SPACE)
    return bare.endswith("?") and len(bare) <= 120 and not re.search(r"[.!?]\s", bare)


def is_prose(line: str) -> bool:
    """Whether a line is running text: it ends like a sentence, or is too long for a heading."""
    if len(line) > LONGEST_HEADING:
        return True
    return ends_sentence(line) and not is_question(line) and len(line.split()) >= 4


def is_capitals(line: str) -> bool:
    """Whether a line is set in capitals ("ON THE GROUND")."""
    return line.isupper() and len(WORD.findall(line)) > 0


def is_label(line: str) -> bool:
    """Whether a line is a name or a label: every longer word of it has a capital ("Middle East Correspondent")."""
    found = [word for word in line.split() if len(word) > 3 or word[:1].isupper()]
    return 0 < len(found) <= 7 and all(word.lstrip("\"'“‘([@©#")[:1].isupper() for word in found)


def states_number(line: str) -> bool:
    """Whether a heading states a number, so that it is part of what the article says ("Six weeks of calm")."""
    bare = ENUMERATOR.sub("", line, count=1) if ENUMERATOR.match(line) else line
    return any(word[0].isdigit() or word.lower() in _number_words() for word in WORD.findall(bare))


@cache
def _number_words() -> frozenset[str]:
    kinds = ("small", "ten", "hundred", "magnitude", "dozen", "vague", "fraction")
    return frozenset().union(*(words("numerals", kind) for kind in kinds)) - {"one"}
