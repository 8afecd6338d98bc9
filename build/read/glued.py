"""Furniture inside a paragraph, as on pages whose parts a copy has glued together.

Photo credits ("Saleh Doe/AFP/Getty Images"), links in capitals, labels of related articles and sentences
that promote or note something are cut out; captions stay, since nothing tells where one begins.
"""

import re
from collections.abc import Iterator
from functools import cache

from ..authority import words
from ..records import Span
from .furniture import agencies
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
    for phrase in _promotions():
        place = text.find(phrase, start, end)
        while place >= 0:
            yield _sentence_around(text, place, place + len(phrase), start, end)
            place = text.find(phrase, place + len(phrase), end)


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
