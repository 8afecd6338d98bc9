"""When two spellings are one name: accents, transliterations and misprints set aside."""

import unicodedata
from functools import lru_cache

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ə": "a", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
)
VOWELS = str.maketrans("", "", "aeiouy")
APOSTROPHES = str.maketrans("", "", "'’ʼ‘`´.")


def plain(word: str) -> str:
    """A word of a name in lower case, without accents, apostrophes and points.

    >>> plain("Børge"), plain("Fu’ad"), plain("Kalın")
    ('borge', 'fuad', 'kalin')
    """
    lower = word.lower().translate(APOSTROPHES)
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFKD", lower.translate(LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 14)
def transliterated(word: str) -> str:
    """A plain word in one of the spellings that its transliterations share.

    >>> transliterated("abdelqader"), transliterated("hayyah"), transliterated("yousseff")
    ('kader', 'haya', 'yusef')
    """
    for prefix in ("abdul", "abdel", "abdal"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            word = word.removeprefix(prefix)
    for several, one in (("ou", "u"), ("oo", "u"), ("ee", "i"), ("q", "k")):
        word = word.replace(several, one)
    single = "".join(letter for place, letter in enumerate(word) if not place or letter != word[place - 1])
    return single[:-1] if len(single) > 3 and single.endswith(("ah", "eh")) else single


def alike(one: str, other: str) -> bool:
    """Whether two words of a name are spellings of one: equal, or a letter apart, or two where only vowels differ.

    >>> alike("barnea", "barnia"), alike("muhamad", "mohamed"), alike("hasan", "husein"), alike("michael", "mitchel")
    (True, True, False, False)
    """
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if longer == "al" + shorter and len(shorter) > 4:
        return True
    if len(shorter) < 5 or one[0] != other[0] or len(longer) - len(shorter) > 2:
        return False
    limit = 2 if len(shorter) > 6 and one.translate(VOWELS) == other.translate(VOWELS) else 1
    return distance(one, other, limit) <= limit


def distance(one: str, other: str, limit: int) -> int:
    """How many letters to change, add or drop; more than `limit` counts as `limit` + 1.

    >>> distance("barnea", "barnia", 2)
    1
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, twin in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (letter != twin))
        if min(row) > limit:
            return limit + 1
    return row[-1]
