"""Page furniture, by general rules: the lines that a news page prints around and between an article's own.

Navigation, buttons, bylines, captions, dates, headings over links, comment boxes, promotions and notes of
the editors ("3 min read", "By Ana Lima in Bogota", "Reporting by …") are set aside. The words of the trade
stand in `build/authority/furniture.csv`.
"""

import re
from functools import cache

from ..authority import table, words
from .dates import is_date_line
from .paragraphs import BULLETS, CLOSING, INNER_END, SPACE, is_capitals, is_label, is_prose

LONGEST = 600
LONGEST_NOTE = 400
LONGEST_BYLINE = 160
AROUND = SPACE + CLOSING + BULLETS + "|<>:.…"

URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+")
ADDRESS_LABEL = re.compile(
    r"(?:url|link|source|web|address|original|permalink|read the original at|available at)\b[:\s]*$", re.I
)
READING_TIME = re.compile(
    r"^\W*(?:(?:estimated )?(?:reading|read|listening) time\W+"
    r"|(?:listen|read)(?: to)?(?: this| the)? (?:article|story|piece)\W+)?"
    r"\d{1,3}\s*-?\s*min(?:s|ute|utes)?\.?(?:\s+(?:read|listen|watch|video))?\W*$",
    re.I,
)
COUNTER = re.compile(
    r"^\W*\d[\d,.]*[km]?\s+(?:comments?|shares?|views?|likes?|photos?|images?|reactions?|replies)\W*$", re.I
)
SERIAL = re.compile(
    r"^(?:list \d+ of \d+|list of \d+ items?|\d+ of \d+|page \d+ of \d+"
    r"|(?:vol|volume|issue|no)\b[\w .,/|:-]{0,30}\d+)$"
)
CLOCK = re.compile(
    r"^\W*(?:(?:\d{1,2}[:.]\d{2}|\d{1,2})\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|IST|EET|local time)?"
    r"|\d{1,2}\s*(?:min(?:ute)?s?|hours?|hrs?|h|m|days?)\s+ago|just now)\W*$",
    re.I,
)
COLUMNS = re.compile(r"(?<=\S)(?: {2,}|\t+)(?=\S)")
MENU = re.compile(r"[|·•›»>→]")
SEPARATORS = re.compile(r"\s+[|·•›»>→/–—]\s+|\s*[|›»]\s*")
BYLINE = re.compile(r"^(?:by|from|story by|text by|report by|words by)\s+(?=[A-Z@]|our\b|staff\b|agenc)", re.I)
JOINING = frozenset({"and", "at", "for", "in", "of", "the", "with"})
NAME = r"[A-Z][\w.'’-]{1,30}"
STANDING_BYLINE = re.compile(
    rf"^(?:{NAME}\s+){{1,4}}(?:and\s+(?:{NAME}\s+){{1,4}})?(?:in|at|reporting from)\s+"
    rf"{NAME}(?:[\s,]+(?:and\s+)?{NAME}){{0,5}}$"
)
REPORTED_FROM = re.compile(rf"^(?:(?:{NAME}|and)[ ,]+){{1,8}}reported from [A-Z]")
TRAILING_CREDIT = re.compile(r"[\[(]([^\[\]()]{2,80})[\])]\s*$")
CREDIT_WORD = re.compile(r"photo|image|/|\bvia\b|picture|file|handout|courtesy", re.I)
CREDIT_PARTS = re.compile(r"/|\bvia\b|,|:|\bfor\b|\bPhoto\b")
COUNT_AROUND = re.compile(r"^\d[\d,.]*\s+|\s*\(?\d+\)?$")


def is_furniture(line: str) -> bool:
    """Whether a whole line is furniture by itself, wherever it stands."""
    if len(line) > LONGEST:
        return False
    plain = _plain(line)
    if not plain or plain in _lines() or _is_address(line):
        return True
    if READING_TIME.match(line) or COUNTER.match(line) or SERIAL.match(plain) or CLOCK.match(line):
        return True
    return is_date_line(line) or is_byline(line) or is_navigation(line) or is_caption(line) or _is_note(line, plain)


def is_heading_of(line: str, kind: str) -> bool:
    """Whether a line opens a list of links (`related`) or a comment box (`comments`)."""
    if len(line) > LONGEST_BYLINE:
        return False
    plain, known = _plain(line), _phrases(kind)
    return plain in known or COUNT_AROUND.sub("", plain) in known


def is_byline(line: str) -> bool:
    """Whether a line names the authors: "By Ana Lima and Jo Park in Bogota"."""
    bare = line.rstrip(CLOSING + SPACE)
    if len(bare) > LONGEST_BYLINE:
        return False
    match = BYLINE.match(bare)
    if match:
        small = [word for word in bare[match.end() :].split() if word[:1].islower() and word not in JOINING]
        return len(small) <= (0 if bare.endswith((".", "!", "?")) else 3)
    return bool(STANDING_BYLINE.match(bare)) and len(bare.split()) <= 10 and not is_capitals(bare)


def is_navigation(line: str) -> bool:
    """Whether a line is a menu or a trail of sections: "Home › World › Africa", "News | Sudan war"."""
    if len(columns := COLUMNS.split(line.strip())) > 2 and not is_prose(line):
        return max(len(part.split()) for part in columns) <= 3
    if not MENU.search(line) or (is_prose(line) and len(line) > 120):
        return False
    parts = [part for part in SEPARATORS.split(line.strip(CLOSING + SPACE + "|·•›»>")) if part.strip()]
    return len(parts) >= 2 and max(len(part.split()) for part in parts) <= 4 + (len(parts) > 3)


def is_caption(line: str) -> bool:
    """Whether a line is a caption, by the credit that ends it: "A market in Aden [File: Reuters]"."""
    if len(line) > LONGEST or line[-1:] in '”"’':
        return False
    match = TRAILING_CREDIT.search(line[-100:])
    if match and match[0][0] == "[":
        return match[1][:1].isupper() and (is_label(match[1]) or _names_agency(match[1]))
    if match:
        credit = _names_agency(match[1]) and CREDIT_WORD.search(match[1]) is not None
        return credit or ("/" in match[1] and is_label(match[1].replace("/", " ")))
    last = line.rsplit(". ", 1)[-1]
    return len(last) <= 80 and "/" in last and _names_agency(last) and not is_prose(last)


def is_credit(line: str) -> bool:
    """Whether a line is a credit alone ("Getty Images"), so that the line beside it is its caption."""
    return len(line) <= 60 and _names_agency(line)


def _is_note(line: str, plain: str) -> bool:
    """Whether a line opens or reads like a note of the page ("This story has been updated", "Sign up to …")."""
    if len(line) > LONGEST_NOTE:
        return False
    several = INNER_END.search(line) is not None or "“" in line or '"' in line
    if (not several or len(line) <= LONGEST_BYLINE) and _pattern("inside").search(plain):
        return True
    if REPORTED_FROM.match(line) or _pattern("opening").match(plain):
        return True
    return (len(line.split()) <= 5 or not is_prose(line)) and _pattern("label").match(plain) is not None


def _is_address(line: str) -> bool:
    match = URL.search(line)
    if not match:
        return False
    around = (line[: match.start()] + " " + line[match.end() :]).strip(SPACE + "<>()[]|.")
    return not around or ADDRESS_LABEL.match(around + ":") is not None


def _names_agency(text: str) -> bool:
    parts = (part.strip(" .,").removeprefix("the ") for part in CREDIT_PARTS.split(text))
    return any(part in agencies() for part in parts)


@cache
def agencies() -> frozenset[str]:
    """The names that stand in photo credits, as printed."""
    return frozenset(row["word"] for row in table("furniture") if row["class"] == "agency")


def _plain(line: str) -> str:
    """A line in small letters, with straight apostrophes, without what frames it."""
    return " ".join(line.strip(AROUND + "([").casefold().split()).replace("’", "'")


@cache
def _phrases(kind: str) -> frozenset[str]:
    return frozenset(" ".join(word.strip(AROUND + "([").split()).replace("’", "'") for word in words("furniture", kind))


@cache
def _lines() -> frozenset[str]:
    return _phrases("line") | _phrases("related") | _phrases("comments")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The phrases of a class as one pattern, the longest first."""
    found = {word.lstrip("([").replace("’", "'") for word in words("furniture", kind)}
    phrases = sorted(found, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")(?!\w)")
