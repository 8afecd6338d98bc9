"""The language of a text, by its script and its commonest words (ISO 639-1)."""

import re
from collections import Counter
from functools import cache

from ..authority import table

SAMPLE = 20_000
WORD = re.compile(r"[^\W\d_]+")
ALPHABETS = (
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
# Letters that tell languages of one script apart.
LETTERS = (("ar", "fa", "پچژگ"), ("ru", "uk", "іїєґ"), ("ru", "bg", "ъ"))


def language(text: str) -> str:
    """The language of `text`; English where nothing tells.

    >>> language("Los negociadores llegaron a la capital de Qatar"), language("Talks resumed in the capital")
    ('es', 'en')
    """
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for code, alphabet in ALPHABETS:
        if len(alphabet.findall(sample)) * 2 > letters:
            return _within(code, sample)
    found: Counter[str] = Counter()
    for word in WORD.findall(sample.lower()):
        found.update(_languages().get(word, ()))
    return max(sorted(found), key=lambda code: (found[code], code == "en"), default="en")


def _within(code: str, sample: str) -> str:
    for script, other, letters in LETTERS:
        if script == code and sum(map(sample.count, letters)) * 100 > len(sample):
            return other
    return code


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages in which a word is among the commonest."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("languages"):
        found[row["word"]] = (*found.get(row["word"], ()), row["class"])
    return found
