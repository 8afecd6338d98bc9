"""Numerals read at a place in a sentence: digits, number words, fractions, ratios and vague numbers.

Values follow the codebook (`value_low`): "dozens" is the least that the word allows, 24; a fraction of a
whole is a share to four decimals, "two thirds" 0.6667.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from ..authority import table
from ..records import Token

Tokens = tuple[Token, ...]
HYPHENS = frozenset("-‐‑–−")
ARTICLES = frozenset({"a", "an"})
GROUPED = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{2,3})*[,\u00a0\u202f]\d{3}(?:\.\d+)?")
POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
DECIMAL = re.compile(r"\d+[.,]\d{1,4}|\d+")
THIN_SPACES = frozenset({" ", "\u2007", "\u2008", "\u2009"})
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
RATIO_WHOLES = frozenset({20, 50, 100, 1000})
LARGEST, LONGEST = 1e30, 40
"""Nobody counts beyond it or writes more digits than so many: a longer run of them is no number, and what is reckoned
with a number stays finite."""

NOT_A_HALF = frozenset({"second", "first", "other", "better", "latter", "former", "last", "early", "late", "time"})


class Numeral(NamedTuple):
    """A number that ends before token `last`; `scale` is the magnitude that its last word gave it."""

    last: int
    value: float
    kind: Literal["digits", "words", "vague", "share"]
    scale: float = 1.0


@cache
def lexicon(kind: str) -> dict[str, float]:
    """The numerals of one class with their values."""
    return {row["word"]: float(row["value"]) for row in table("numerals") if row["class"] == kind}


@cache
def starters() -> frozenset[str]:
    """The words with which a numeral in words may begin."""
    kinds = ("small", "ten", "hundred", "dozen", "magnitude", "vague", "several", "fraction")
    return frozenset(word for kind in kinds for word in lexicon(kind)) | ARTICLES | frozenset(VULGAR)


def glued(tokens: Tokens, at: int) -> bool:
    """Whether token `at` stands against the one before it, with no space."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def joined(tokens: Tokens, at: int) -> int:
    """Where the next word begins: past a hyphen that joins it to the word before ("seventy-two")."""
    if at + 1 < len(tokens) and tokens[at].text in HYPHENS and glued(tokens, at) and glued(tokens, at + 1):
        return at + 1
    return at


def lower(tokens: Tokens, at: int) -> str:
    """The token in lower case, or nothing where the sentence has ended."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def read_numeral(tokens: Tokens, at: int) -> Numeral | None:
    """The longest numeral that begins at token `at`, or None ("fifth" is none, "one fifth" is).

    >>> from build.text import tokenise
    >>> read_numeral(tuple(tokenise("two hundred and fifty trucks", 0, 28)), 0)
    Numeral(last=4, value=250.0, kind='words', scale=1.0)
    """
    if tokens[at].text[0].isdigit() and tokens[at].text[0] not in VULGAR:
        found = _digits(tokens, at)
    elif tokens[at].lower in starters():
        found = _share(tokens, at) or _vague(tokens, at) or _words(tokens, at)
    else:
        return None
    if found is None or not found.value <= LARGEST:
        return None
    return _ratio(tokens, at, found) or found


def _digits(tokens: Tokens, at: int) -> Numeral | None:
    text, last = tokens[at].text, at + 1
    while last < len(tokens) and _is_group(tokens, at, last):
        text, last = text + "," + tokens[last].text, last + 1
    if len(text) > LONGEST:
        return None
    scale, after = _magnitude(tokens, last)
    if GROUPED.fullmatch(text):
        value = float(re.sub(r"[,\u00a0\u202f]", "", text))
    elif POINTED.fullmatch(text) and scale == 1 and lower(tokens, last) not in ("%", "per", "percent"):
        value = float(text.replace(".", ""))
    elif DECIMAL.fullmatch(text):
        value = float(text.replace(",", "."))
    else:
        return None
    if last < len(tokens) and tokens[last].text in VULGAR:
        value, last = value + VULGAR[tokens[last].text], last + 1
        scale, after = _magnitude(tokens, last)
    more = _and_a_half(tokens, after)
    if more is not None and scale == 1:
        value, after = value + more, after + 3
        scale, after = _magnitude(tokens, after)
    return Numeral(after, round(value * scale, 4), "digits", scale)


def _is_group(tokens: Tokens, first: int, at: int) -> bool:
    """Whether token `at` is a further group of three digits, set off by a space ("15 000")."""
    before, group = tokens[at - 1], tokens[at]
    if len(group.text) != 3 or not group.text.isdigit() or len(tokens[first].text) > 3:
        return False
    return group.start == before.end + 1 and not (first and tokens[first - 1].end == tokens[first].start)


def _magnitude(tokens: Tokens, at: int) -> tuple[float, int]:
    """The product of the magnitudes from token `at` on, and the token after them."""
    scale = 1.0
    while True:
        place = joined(tokens, at)
        word = lower(tokens, place)
        value = lexicon("magnitude").get(word) or lexicon("hundred").get(word) or lexicon("dozen").get(word)
        if value is None and scale == 1:
            value = _suffix(tokens, at)
            place = at
        if value is None or (value < scale and scale != 100):
            return scale, at
        scale, at = scale * value, place + 1


def _suffix(tokens: Tokens, at: int) -> float | None:
    """The magnitude of an abbreviation: "40k", "4.3 bn"; "50m from the gate" are metres."""
    word = lower(tokens, at)
    if len(word) == 1 and (not glued(tokens, at) or lower(tokens, at + 1) in ("from", "away", "long", "wide", "deep")):
        return None
    return lexicon("suffix").get(word)


def _and_a_half(tokens: Tokens, at: int) -> float | None:
    """What "and a half", "and a quarter" adds."""
    if (
        lower(tokens, at) == "and"
        and lower(tokens, at + 1) in ARTICLES
        and lower(tokens, at + 2) in ("half", "quarter")
    ):
        return 1 / lexicon("fraction")[lower(tokens, at + 2)]
    return None


def _words(tokens: Tokens, at: int) -> Numeral | None:
    """A number in words, added up as it is read: "one million seven hundred thousand"."""
    total, current, scale, last = 0.0, 0.0, 1.0, at
    place = at + 1 if tokens[at].lower in ARTICLES else at
    if place > at and not any(lower(tokens, place) in lexicon(kind) for kind in ("hundred", "dozen", "magnitude")):
        return None
    while True:
        word = lower(tokens, place)
        added = _added(word, current)
        if added is not None:
            current, scale = added, 100.0 if word in lexicon("hundred") else 1.0
        elif word in lexicon("magnitude"):
            scale = lexicon("magnitude")[word]
            total, current = total + (current or float(total == 0)) * scale, 0.0
        else:
            break
        last = place + 1
        more = _and_a_half(tokens, last)
        if more is not None:
            value = total + (current + more if current else more * scale)
            after, last = _magnitude(tokens, last + 3)
            return Numeral(last, value * after, "words", max(scale, after))
        place = _continued(tokens, last, total + current)
    if last == at or _is_ordinal(tokens, last):
        return None
    return Numeral(last, total + current, "words", scale)


def _added(word: str, current: float) -> float | None:
    """The number so far with one more word, or None where the word does not continue it."""
    if word in lexicon("small"):
        value = lexicon("small")[word]
        fits = current % 100 == 0 or (value < 10 and current % 100 >= 20 and current % 10 == 0)
        return current + value if fits else None
    if word in lexicon("ten"):
        return current + lexicon("ten")[word] if current % 100 == 0 else None
    if word in lexicon("hundred"):
        return (current or 1) * 100 if current < 100 else None
    if word in lexicon("dozen"):
        return (current or 1) * 12 if current < 100 else None
    return None


def _continued(tokens: Tokens, last: int, value: float) -> int:
    """Where a number in words may go on: past a hyphen, or past "and" after a hundred."""
    if lower(tokens, last) == "and" and value >= 100:
        following = lower(tokens, last + 1)
        return last + 1 if following in lexicon("small") or following in lexicon("ten") else last
    return joined(tokens, last)


def _is_ordinal(tokens: Tokens, last: int) -> bool:
    place = joined(tokens, last)
    return place > last and lower(tokens, place) in lexicon("ordinal")


def _vague(tokens: Tokens, at: int) -> Numeral | None:
    """A vague number: "tens of thousands", "several hundred", "a few dozen"."""
    place, value = at, lexicon("vague").get(tokens[at].lower)
    if value is not None:
        if lower(tokens, at + 1) == "of" and (more := lexicon("vague").get(lower(tokens, at + 2))):
            return Numeral(at + 3, value * more / 2, "vague")
        return Numeral(at + 1, value, "vague")
    if tokens[at].lower in ARTICLES:
        place += 1
    if lower(tokens, place) not in lexicon("several"):
        return None
    place += 2 if lower(tokens, place + 1) == "of" else 1
    scale, last = _magnitude(tokens, place)
    if last == place:
        plural = lexicon("vague").get(lower(tokens, place))
        return Numeral(place + 1, plural, "vague") if plural else None
    return Numeral(last, 2 * scale, "vague")


def _share(tokens: Tokens, at: int) -> Numeral | None:
    """A fraction of a whole ("two thirds", "half of") or of a magnitude ("half a million")."""
    parts = lexicon("fraction")
    word, last = tokens[at].lower, at + 1
    if word in VULGAR:
        return Numeral(last, round(VULGAR[word], 4), "share")
    if word == "half":
        value = 0.5
    elif word in ARTICLES or word in lexicon("small"):
        last = joined(tokens, last)
        part = lower(tokens, last)
        count = lexicon("small").get(word, 1.0)
        if part not in parts or part.endswith("s") != (count > 1):
            return None
        value, last = count / parts[part], last + 1
    elif word == "quarter" and lower(tokens, joined(tokens, at + 1)) == "century":
        value = 0.25
    else:
        return None
    return _of_a_magnitude(tokens, last, value) or Numeral(last, round(value, 4), "share")


def _of_a_magnitude(tokens: Tokens, at: int, value: float) -> Numeral | None:
    place = at + 1 if lower(tokens, at) == "of" else at
    place = joined(tokens, place)
    place = place + 1 if lower(tokens, place) in ARTICLES else place
    scale, last = _magnitude(tokens, place)
    return Numeral(last, value * scale, "words", scale) if last > place > at else None


def _ratio(tokens: Tokens, at: int, part: Numeral) -> Numeral | None:
    """A ratio: "one in three", "nine out of every ten"."""
    if part.kind not in ("digits", "words") or part.value >= 100 or part.scale != 1:
        return None
    place = part.last
    if lower(tokens, place) == "in":
        place += 1
    elif (lower(tokens, place), lower(tokens, place + 1)) in (("out", "of"), ("of", "every")):
        place += 1 if lower(tokens, place + 1) == "every" else 2
    else:
        return None
    place += lower(tokens, place) == "every"
    if place >= len(tokens):
        return None
    reader = _digits if tokens[place].text[0].isdigit() else _words
    whole = reader(tokens, place) if tokens[place].text[0].isdigit() or tokens[place].lower in starters() else None
    if whole is None or not part.value < whole.value or (whole.value > 10 and whole.value not in RATIO_WHOLES):
        return None
    return Numeral(whole.last, round(part.value / whole.value, 4), "share")
