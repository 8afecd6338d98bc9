"""Page furniture, by general rules: what a news page prints around and within an article.

Navigation, buttons, bylines, captions and their credits, dates, links to other articles, comment boxes,
promotions and notes of the editors ("3 min read", "(Photo by …)", "Reporting by …") are set aside.
The words of the trade stand in `build/authority/furniture.csv`.
"""

import re
from collections.abc import Iterator
from functools import cache

from ..authority import words
from ..records import Span
from .dates import is_date_line
from .paragraphs import CLOSING, SPACE, WORD, Paragraph, is_capitals, is_label, is_prose

LONGEST_NOTE = 400
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+")
ADDRESS_LABEL = re.compile(r"(?:url|link|source|web|address|original|permalink|read the original at|available at)\b[:\s]*$", re.I)
READING_TIME = re.compile(r"^\W*\d{1,3}\s*-?\s*min(?:s|ute|utes)?\.?(?:\s+(?:read|listen|watch|video))?\W*$", re.I)
COUNTER = re.compile(r"^\W*\d[\d,.]*[kKmM]?\s+(?:comments?|shares?|views?|likes?|photos?|images?|reactions?|replies)\W*$", re.I)
LIST_MARK = re.compile(r"^(?:list \d+ of \d+|list of \d+ items?|\d+ of \d+|page \d+ of \d+|(?:vol|volume|issue|no)\b[\w .,/|:-]{0,30}\d+)$", re.I)
CLOCK = re.compile(
    r"^\W*(?:(?:\d{1,2}[:.]\d{2}|\d{1,2})\s*(?:[ap]\.?m\.?)?\s*(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|IST|EET|local time)?"
    r"|\d{1,2}\s*(?:min(?:ute)?s?|hours?|hrs?|h|m|days?)\s+ago|just now)\W*$",
    re.I,
)
SEPARATORS = re.compile(r"\s+[|·•›»>→/–—]\s+|\s*[|›»]\s*")
BYLINE = re.compile(r"^(?:by|from|story by|text by|report by|words by)\s+(?=[A-Z@]|our\b|staff\b|agenc)", re.I)
STANDING_BYLINE = re.compile(
    r"^(?:[A-Z][\w.'’-]+\s+){1,4}(?:and\s+(?:[A-Z][\w.'’-]+\s+){1,4})?(?:in|at|reporting from)\s+[A-Z][\w.'’-]+(?:[\s,]+(?:and\s+)?[A-Z][\w.'’-]+)*$"
)
CREDIT_WORD = re.compile(r"photo|image|/|\bvia\b|picture|file|handout|courtesy", re.I)
REPORTED_FROM = re.compile(r"^(?:(?:[A-Z][\w.'’-]{1,30}|and)[ ,]+){1,8}reported from [A-Z]")
TRAILING_CREDIT = re.compile(r"[\[(]([^\[\]()]{2,80})[\])]\s*$")
CAPITAL_LINK = re.compile(
    r"(?<![A-Z0-9])(?:[A-Z0-9‘“'(][A-Z0-9’'‘“”\".,:;?!&%$()–-]{0,30}[ \u00a0]{1,3}){3,}"
    r"[A-Z0-9][A-Z0-9’'&%$-]{0,30}(?:[?!](?=[A-Z“\"])|(?=[A-Z][a-z])|\b)"
)
RELATED_LABEL = re.compile(r"Related (?:article|video|story|gallery|live-story|live story)\b\s*(?=[A-Z‘“'\"])")
STARTER = re.compile(r"(?<=[\w’”'\"] )(?=(?:The|A|An|In|On|At|It|He|She|They|But|And|This|That|These|Those|There|As|After|For)\s)|(?<=\w )(?=[“\"])")
PHOTO_NOTE = re.compile(r"\((?:Photo|Image|Picture|Video|AP Photo|AFP Photo|File photo|Screenshot)\b[^()]{0,120}\)")
PHOTOGRAPHER = re.compile(r"(?:[A-Z][\w.'’-]{0,30} ){0,3}[A-Z][\w.'’-]{1,30}$")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|[A-Z“\"(]|$)")


def is_furniture(line: str) -> bool:
    """Whether a whole line is furniture by itself, wherever it stands."""
    plain = _plain(line)
    if not plain or plain in _lines() or _is_address(line):
        return True
    if READING_TIME.match(line) or COUNTER.match(line) or LIST_MARK.match(plain) or CLOCK.match(line):
        return True
    return is_date_line(line) or is_byline(line) or is_navigation(line) or is_caption(line) or _is_note(line)


def is_heading_of(line: str, kind: str) -> bool:
    """Whether a line opens a list of links (`related`) or a comment box (`comments`)."""
    plain = _plain(line)
    bare = re.sub(r"^\d[\d,.]*\s+|\s*\(?\d*\)?$", "", plain)
    return plain in words("furniture", kind) or bare in words("furniture", kind)


def is_byline(line: str) -> bool:
    """Whether a line names the authors: "By Ana Lima and Jo Park in Bogota"."""
    bare = line.rstrip(CLOSING + SPACE)
    if len(bare) > 160 or bare.endswith((".", "!", "?")) and is_prose(line):
        return False
    match = BYLINE.match(bare)
    if match:
        rest = bare[match.end() :]
        small = [word for word in rest.split() if word[:1].islower() and len(word) > 3]
        return len(small) <= 3
    return bool(STANDING_BYLINE.match(bare)) and len(bare.split()) <= 10 and not is_capitals(bare)


def is_navigation(line: str) -> bool:
    """Whether a line is a menu or a trail of sections: "Home › World › Africa", "News | Sudan war"."""
    if is_prose(line) and len(line) > 120:
        return False
    parts = [part for part in SEPARATORS.split(line.strip(CLOSING + SPACE + "|·•›»>")) if part.strip()]
    if len(parts) < 2 or not re.search(r"[|·•›»>→]", line):
        return False
    return max(len(part.split()) for part in parts) <= 4 + (len(parts) > 3)


def is_caption(line: str) -> bool:
    """Whether a line is a caption, by the credit that ends it: "A market in Aden [File: Reuters]"."""
    if len(line) > 600 or line[-1:] in "”\"’":
        return False
    match = TRAILING_CREDIT.search(line)
    if match and match[0].lstrip()[0] == "[":
        return match[1][:1].isupper() and (is_label(match[1]) or _names_agency(match[1]))
    if match:
        credit = _names_agency(match[1]) and CREDIT_WORD.search(match[1]) is not None
        return credit or ("/" in match[1] and is_label(match[1].replace("/", " ")))
    last = line.rsplit(". ", 1)[-1]
    return len(last) <= 80 and "/" in last and _names_agency(last) and not is_prose(last)


def is_credit(line: str) -> bool:
    """Whether a line is a credit alone ("Getty Images"), so that the line beside it is its caption."""
    return len(line) <= 60 and _names_agency(line)


def _is_note(line: str) -> bool:
    """Whether a line opens or reads like a note of the page ("This story has been updated", "Sign up to …")."""
    if len(line) > LONGEST_NOTE:
        return False
    lower = _plain(line)
    bare = lower.lstrip("([ ")
    if _inside().search(lower) and ("“" not in line and '"' not in line or len(line) < 160):
        return True
    if REPORTED_FROM.match(line):
        return True
    if not is_prose(line) and (_label().match(lower) or _label().match(bare)):
        return True
    return bool(_opening().match(lower) or _opening().match(bare))


def _is_address(line: str) -> bool:
    match = URL.search(line)
    if not match:
        return False
    around = (line[: match.start()] + " " + line[match.end() :]).strip(SPACE + "<>()[]|.")
    return not around or bool(ADDRESS_LABEL.match(around + ":"))


def _names_agency(text: str) -> bool:
    parts = [part.strip(" .,") for part in re.split(r"/|\bvia\b|,|:|\bfor\b|\bPhoto\b", text)]
    return any(part in _agencies() or part.removeprefix("the ") in _agencies() for part in parts)


def cuts(text: str, paragraph: Paragraph) -> Iterator[Span]:
    """Furniture inside a paragraph, as in pages whose parts a copy has glued together; in order, apart."""
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
    for match in RELATED_LABEL.finditer(text, start, end):
        limit = min(end, match.end() + 160)
        stop = SENTENCE_END.search(text, match.end(), limit)
        starter = STARTER.search(text, match.end() + 1, stop.start() if stop else limit)
        yield match.start(), starter.start() if starter else match.end()
    if not text[start : start + 400].isupper():
        for match in CAPITAL_LINK.finditer(text, start, end):
            if sum(letter.isalpha() for letter in match[0]) >= 20:
                yield match.span()
    for phrase in _sentences():
        place = text.find(phrase, start, end)
        while place >= 0:
            yield _sentence_around(text, place, place + len(phrase), start, end)
            place = text.find(phrase, place + len(phrase), end)


def _credit_begin(text: str, left: int, mark: int) -> int | None:
    """Where the credit that ends in "/AFP" at `mark` begins: at its bracket, else at the photographer's name."""
    window = text[left:mark]
    bracket = window.rfind("(")
    if bracket >= 0 and ")" not in window[bracket:]:
        return left + bracket
    name = PHOTOGRAPHER.search(window)
    return left + name.start() if name else None


def _sentence_around(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds `text[first:last]`, looked for at most 400 characters either way."""
    left = max(start, first - 400)
    begins = [match.end() for match in SENTENCE_END.finditer(text, left, first) if match.end() <= first]
    begin = begins[-1] if begins else (start if left == start else first)
    stop = SENTENCE_END.search(text, last - 1, min(end, last + 400))
    while begin < first and text[begin] in SPACE:
        begin += 1
    return begin, stop.end() if stop else end if end - last < 400 else last


def _plain(line: str) -> str:
    return " ".join(line.strip(SPACE + CLOSING + "•●▪►▶■·|<>:.-–—…►").casefold().split()).replace("’", "'")


def _phrases(kind: str) -> list[str]:
    return sorted({word.casefold().replace("’", "'") for word in words("furniture", kind)}, key=lambda word: (-len(word), word))


@cache
def _lines() -> frozenset[str]:
    kinds = ("line", "related", "comments")
    return frozenset(word.replace("’", "'") for kind in kinds for word in words("furniture", kind))


@cache
def _agencies() -> frozenset[str]:
    """Names in photo credits, as printed."""
    from ..authority import table

    return frozenset(row["word"] for row in table("furniture") if row["class"] == "agency")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(re.escape(phrase) for phrase in _phrases("opening")) + r")(?!\w)")


@cache
def _label() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(re.escape(phrase) for phrase in _phrases("label")) + r")(?!\w)")


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in _phrases("inside")) + r")(?!\w)|\bmin(?:ute)? read\b")


@cache
def _sentences() -> tuple[str, ...]:
    phrases = words("furniture", "sentence")
    return tuple(sorted(phrases | {phrase[0].upper() + phrase[1:] for phrase in phrases}))


@cache
def _agency_mark() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_agencies(), key=lambda name: (-len(name), name)))
    return re.compile(rf"/(?:{names})(?!\w)(?:/[A-Z][\w ]{{1,30}}?(?=[/)]))*(?:/(?:{names})(?!\w))*(?: via (?:{names})(?!\w))?[^()]{{0,80}}\)?" .replace("[^()]{0,80}\\)?", "(?:[^()]{0,80}\\))?"))
