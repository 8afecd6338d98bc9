"""Names from Arabic in the spellings that the press uses for one and the same place."""

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset({"al", "el", "as", "es", "ash", "esh", "ad", "ed", "ar", "er", "an", "en", "at", "et", "az", "ez"})
SEPARATORS = re.compile(r"[\s‐‑–-]+")
# In order: the ending of adjectives and of feminine names, then diphthongs, vowels and doubled letters.
SPELLINGS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"(?:iyy|iy|ayy|ay|eyy|ey|ai|y|i|e)(?:ah|eh|ea|a|e)$", "ia"),
        (r"(?<=[^aeiou])(?:ah|eh|a|e)$", "a"),
        (r"ou|oo|o", "u"),
        (r"[ae][iy]|ee|e|y", "i"),
        (r"kh$", "k"),
        (r"(.)\1", r"\1"),
    )
)


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """What the spellings of one Arabic word have in common.

    >>> skeleton("Jabaliyya") == skeleton("Jabalia"), skeleton("Deir") == skeleton("Dayr"), skeleton("Yunis")
    (True, True, 'iunis')
    """
    plain = unicodedata.normalize("NFKD", word.casefold())
    found = "".join(letter for letter in plain if letter.isalpha() and letter.isascii())
    for pattern, letter in SPELLINGS:
        found = pattern.sub(letter, found)
    return found


def spelled(name: str) -> tuple[str, ...]:
    """The skeletons of a name's words, articles aside: "Dir al-Balah" and "Deir El Balah" have the same."""
    return tuple(skeleton(word) for word in SEPARATORS.split(name) if word.casefold() not in ARTICLES)
