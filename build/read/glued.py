"""Furniture inside a paragraph, as on pages whose parts a copy has glued together.

Photo credits ("Saleh Doe/AFP/Getty Images"), links in capitals, labels of related articles and sentences
that promote or note something are cut out; captions stay, since nothing tells where one begins.
"""

import re
from collections.abc import Iterator
from functools import cache

from ..authority import words
from ..records import Span
from .dates import LABEL, Stated, dates_in, without_weekdays
from .furniture import agencies
from .notices import notice_in
from .paragraphs import SPACE, Paragraph

NEAR = 400
PHOTO_NOTE = re.compile(r"\((?:Photo|Image|Picture|Video|AP Photo|AFP Photo|File photo|Screenshot)\b[^()]{0,120}\)")
PHOTOGRAPHER = re.compile(r"(?:[A-Z][\w.'’-]{0,30} ){0,3}[A-Z][\w.'’-]{1,30}$")
CAPITAL_LINK = re.compile(
    r"(?<![A-Z0-9])(?:[A-Z0-9‘“'(][A-Z0-9’'‘“”\".,:;?!&%$()–-]{0,30}[ \u00a0]{1,3}){3,}"
    r"[A-Z0-9][A-Z0-9’'&%$-]{0,30}(?:[?!](?=[A-Z“\"])|(?=[A-Z][a-z])|\b)"
)
FEWEST_CAPITALS = 20
RELATED = re.compile(r"Related (?:article|video|story|gallery|live-story|live story)\b\s*(?=[A-Z‘“'\"])")
STARTER = re.compile(
    r"(?<=[\w’”'\"] )(?=(?:The|A|An|In|On|At|It|He|She|They|But|And|This|That|These|Those|There|As|After|For)\s)"
    r"|(?<=\w )(?=[“\"])"
)
OPENING = 1_500
LABELLED = re.compile(
    r"(?:Published|Updated|Posted|Issued|Modified|PUBLISHED|UPDATED|POSTED"
    r"|(?:Last|First) (?:updated?|modified|published))[^.!?]{0,40}$"
)
AFTER_PREPOSITION = re.compile(
    r"\b(?:on|by|in|of|from|since|until|till|to|and|before|after|between|dated|at|the)\s+$", re.I
)
CLOCK_BEHIND = re.compile(
    r"\s{0,2}[-–—|,·]?\s{0,2}(?:at\s)?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|BST|IST|E[SD]?T|UTC))?"
)
READING_BEHIND = re.compile(r"\s{0,2}[|·-]?\s{0,2}\d{1,2}[\s-]min")
BY = re.compile(r"\b(?:By|BY)\s+(?=[A-Z])")
LONGEST_BYLINE = 120
MOST_NAMES = 12
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|[A-Z“\"(]|$)")


def cuts(text: str, paragraph: Paragraph) -> Iterator[Span]:
    """The furniture inside a paragraph of the body, in order, apart from each other."""
    end = paragraph.start
    for start, stop in sorted(_cuts(text, paragraph.start, paragraph.end)):
        if start >= end:
            yield Span(start, stop)
            end = stop


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in PHOTO_NOTE.finditer(text, start, end):
        yield match.span()
    for match in _agency_mark().finditer(text, start, end):
        begin = _credit_begin(text, max(start, match.start() - 80), match.start())
        if begin is not None:
            yield begin, match.end()
    for match in RELATED.finditer(text, start, end):
        limit = min(end, match.end() + 160)
        stop = SENTENCE_END.search(text, match.end(), limit)
        starter = STARTER.search(text, match.end() + 1, stop.start() if stop else limit)
        yield match.start(), starter.start() if starter else match.end()
    if not text[start : start + NEAR].isupper():
        for match in CAPITAL_LINK.finditer(text, start, end):
            if sum(map(str.isalpha, match[0])) >= FEWEST_CAPITALS:
                yield match.span()
    yield from _bylines(text, start, end)
    notice = notice_in(text, Paragraph(start, end, ""))
    if notice is not None:
        yield notice, end
    for phrase in _promotions():
        place = text.find(phrase, start, end)
        while place >= 0:
            yield _sentence_around(text, place, place + len(phrase), start, end)
            place = text.find(phrase, place + len(phrase), end)


def dates_of_opening(text: str, paragraph: Paragraph) -> Iterator[Stated]:
    """The dates that the head of a page left in a paragraph: labelled, behind a byline, before a clock time.

    "Talks go on By Ana Lima Sat Aug 17 2024 - 08:05"; a day that the paragraph tells of has none of these.
    """
    end = min(paragraph.end, paragraph.start + OPENING)
    for stated in dates_in(text, paragraph.start, end):
        before = without_weekdays(text[max(paragraph.start, stated.start - LONGEST_BYLINE) : stated.start])
        timed = _before_time(text, stated.end) and not AFTER_PREPOSITION.search(before)
        if timed or LABELLED.search(before) or _byline(text, paragraph.start, stated) is not None:
            yield stated


def _before_time(text: str, place: int) -> bool:
    return CLOCK_BEHIND.match(text, place) is not None or READING_BEHIND.match(text, place) is not None


def _byline(text: str, start: int, stated: Stated) -> int | None:
    """Where the byline begins that stands right before a date."""
    for match in BY.finditer(text, max(start, stated.start - LONGEST_BYLINE), stated.start):
        named = re.findall(r"[^\W\d_][\w.’'-]*", LABEL.sub(" ", without_weekdays(text[match.end() : stated.start])))
        if 2 <= len(named) <= MOST_NAMES and all(name[0].isupper() or name == "and" for name in named):
            return match.start()
    return None


def _bylines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bylines at the head of a glued page, with the date and the time behind them."""
    for stated in dates_in(text, start, min(end, start + OPENING)):
        begin = _byline(text, start, stated) if stated.year else None
        if begin is not None:
            clock = CLOCK_BEHIND.match(text, stated.end, end)
            yield begin, clock.end() if clock else stated.end


def _credit_begin(text: str, left: int, mark: int) -> int | None:
    """Where the credit that has "/AFP" at `mark` begins: at its bracket, else at the photographer's name."""
    window = text[left:mark]
    bracket = window.rfind("(")
    if bracket >= 0 and ")" not in window[bracket:]:
        return left + bracket
    name = PHOTOGRAPHER.search(window)
    return left + name.start() if name else None


def _sentence_around(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds `text[first:last]`, sought no farther than `NEAR` either way."""
    left = max(start, first - NEAR)
    begins = [match.end() for match in SENTENCE_END.finditer(text, left, first)]
    begin = begins[-1] if begins else (start if left == start else first)
    while begin < first and text[begin] in SPACE:
        begin += 1
    stop = SENTENCE_END.search(text, last - 1, min(end, last + NEAR))
    if stop:
        return begin, stop.end()
    return begin, end if end - last < NEAR else last


@cache
def _promotions() -> tuple[str, ...]:
    phrases = words("furniture", "sentence")
    return tuple(sorted(phrases | {phrase[0].upper() + phrase[1:] for phrase in phrases}))


@cache
def _agency_mark() -> re.Pattern[str]:
    """An agency after a stroke, with the further agencies and the closing bracket that may follow it."""
    names = "|".join(re.escape(name) for name in sorted(agencies(), key=lambda name: (-len(name), name)))
    return re.compile(rf" ?/ ?(?:{names})(?!\w)(?:/(?:{names})(?!\w))*(?: via (?:{names})(?!\w))?(?:[^()]{{0,80}}\))?")
