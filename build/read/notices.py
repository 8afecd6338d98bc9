"""Notices of copyright and of the house, and the outlet that they name."""

import re
from functools import cache

from ..authority import words
from .mastheads import masthead_at
from .paragraphs import Paragraph, is_label, is_prose

LONGEST = 300
AT_END = 250
MOST_WORDS = 6
SIGN = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights reserved\b", re.I)
OWNED = re.compile(r"©|\(c\)|copyright", re.I)
YEAR = r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?"
NOTICE = re.compile(rf"©|\(c\)|\bcopyright\b|\b{YEAR}\b|\ball rights reserved\b", re.I)
DATED = re.compile(rf"\b{YEAR}|\ball rights reserved\b", re.I)
INSIDE = re.compile(rf"(?:Copyright\s*(?:©|\(c\))?|©|\([cC]\))\s*{YEAR}\s+(?=\S)")
BY = re.compile(r"^(?:(?:held|owned)\s+)?(?:by|to)\s+(?:the\s+(?=[A-Z]))?|^content\s+of\s+(?:the\s+)?", re.I)
CONTENT = re.compile(r"\b(?:all|site|website)\s+(?:content|contents|material|materials|text|texts)$", re.I)


def is_notice(line: str) -> bool:
    """Whether a line says who owns the article."""
    return SIGN.search(line) is not None


def owner(line: str) -> str | None:
    """The owner in a copyright notice: "© 2024 The Gulf Chronicle Ltd. All rights reserved"."""
    if len(line) > LONGEST and not INSIDE.search(line, len(line) - AT_END):
        return None
    signs = list(OWNED.finditer(line))
    if not signs:
        return _name(line)
    begin, after = signs[0].start(), line[signs[-1].end() :]
    if line[:begin].strip(" .,|-–—:([") and not DATED.search(line[begin:]):
        return _name(line[:begin]) if line[signs[-1].end() :].strip(" .") == "" else None
    return _name(after) or _name(CONTENT.sub("", line[:begin].strip()))


def notice_in(text: str, paragraph: Paragraph) -> int | None:
    """Where the dated notice begins that a copy has glued to the end of a paragraph."""
    match = INSIDE.search(text, max(paragraph.start, paragraph.end - AT_END), paragraph.end)
    return match.start() if match else None


def _name(notice: str) -> str | None:
    """The name that opens a notice once years and formulas are gone, without the form of its company."""
    bare = " ".join(NOTICE.sub(" ", notice).split()).strip(" .,|-–—:")
    bare = BY.sub("", bare)
    name = re.split(r"[.,|:;](?:\s|$)|\s[–—-]\s", _without_company(bare), maxsplit=1)[0].strip(" .,")
    return name if 1 <= len(name.split()) <= MOST_WORDS and name[:1].isupper() and _may_own(name) else None


def _may_own(name: str) -> bool:
    return is_label(name) and "/" not in name and not name.isdigit()


def _without_company(name: str) -> str:
    match = _company().search(name)
    return name[: match.start()] if match and match.start() else name


@cache
def _company() -> re.Pattern[str]:
    """The form of a company and the words that go with it: " Publishing Co. Ltd"."""
    kinds, forms = (
        "|".join(re.escape(word) for word in sorted(words("furniture", kind), key=lambda word: (-len(word), word)))
        for kind in ("company_kind", "company")
    )
    return re.compile(rf",?\s+(?:(?:{kinds})\s+){{0,3}}(?:{forms})\b(?=[.,;|\s]|$)", re.I)


def house_of(line: str) -> str | None:
    """The outlet that speaks of itself in a line, or asks something of its readers, by the words of such notes."""
    call = _phrases("house_note_call", r"\s+(?:the\s+)?(?=(?-i:[A-Z]))").match(line)
    name = masthead_at(line, call.end() if call else 0)
    if not name:
        return None
    said = _phrases("house_note", r"\b").search(line) is not None
    asked = call is not None and (not is_prose(line) or _phrases("platform", r"\b").search(line) is not None)
    return name if said or asked else None


@cache
def _phrases(kind: str, after: str) -> re.Pattern[str]:
    """The phrases of a class as one pattern, the longest first."""
    found = sorted(words("furniture", kind), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))}){after}", re.I)
