"""Parts of a whole: which earlier or later number a number is a part of."""

from bisect import bisect_left
from itertools import pairwise

from ..authority import words
from ..numbers.numerals import lower
from .phrases import finite_verbs
from .readings import Earlier, Reading, Setting

REACH = 10
PRONOUNS = frozenset({"whom", "them", "which"})


def whole_of(setting: Setting, index: int, reading: Reading) -> int | None:
    """The index of the quantity that this one is a part of, or None.

    "69 of the more than 200 hostages": the next; "150 prisoners, including 117 children and 33 women": the
    one before, or its whole; "of 50 hostages 20 are alive": the one that "of" leads.
    """
    spot, quantities = setting.spot, setting.chunks.quantities
    if spot.word(0) == "of" and index + 1 < len(quantities):
        end = spot.tokens[reading.last - 1].end
        if quantities[index + 1].start < end:
            return index + 1
    last = _last_alike(setting, reading)
    if last is None:
        return None
    bare = (
        reading.unit in ("share", "percent")
        and (reading.text is None or spot.word(0) in ("are", "were"))
        and spot.word(0) != "of"
    )
    if bare and spot.before() not in ("by", "to"):
        return last.quantity if last.sentence == setting.sentence else None
    whole = last.quantity if last.parent is None else last.parent
    if (
        spot.word(0) == "of"
        and spot.word(1) in ("those", "these")
        and spot.word(2) in words("number_context", "befallen")
    ):
        return None
    if spot.word(0) == "of" and spot.word(1) in ("them", "whom", "which", "these", "those"):
        return whole
    if _is_broken_down(setting, last):
        return last.quantity if last.sentence != setting.sentence else last.parent
    if last.sentence != setting.sentence:
        return last.quantity if _is_named_again(setting, last, reading) else None
    since = quantities[last.quantity].end
    tokens = spot.tokens[max(0, spot.start - REACH) : spot.start]
    between = [token.lower for token in tokens if token.start >= since]
    if _introduces(between):
        return whole
    if between[-1:] == [":"] and quantities[index].high < quantities[last.quantity].low and reading.unit == last.unit:
        return last.quantity
    if _opens(setting, quantities[last.quantity].start):
        return last.quantity
    closed = between[-2:] == [",", "and"] and not PRONOUNS.isdisjoint(between)
    if last.parent is not None and between[:1] and between[0] in ("who", "whom", "which") and between[-1] == "and":
        return last.parent if spot.tokens[reading.last - 1].lower not in ("and", ",") else None
    listed = last.parent is not None and not closed and len(between) <= 6 and ("and" in between or "," in between)
    return last.parent if listed and not _has_verb(between) else None


def _is_named_again(setting: Setting, last: Earlier, reading: Reading) -> bool:
    """Whether some of those counted before are told of: "seven Saudis … *Two of the Saudis* are pilots"."""
    of = setting.spot.word(0) == "of" and setting.spot.word(1) in ("the", "those", "these")
    larger = setting.chunks.quantities[last.quantity].high > setting.quantity.high
    return of and larger and last.head is not None and reading.head == last.head


def _is_broken_down(setting: Setting, last: Earlier) -> bool:
    """Whether the sentence breaks down a number told before: "*Of these*, 250 were lifers and 1,718 detained"."""
    tokens = setting.spot.tokens
    if lower(tokens, 0) != "of" or lower(tokens, 1) not in ("them", "these", "those") or lower(tokens, 2) != ",":
        return False
    return last.sentence != setting.sentence or (last.parent is not None and setting.spot.before() in ("and", ",", ";"))


def _last_alike(setting: Setting, reading: Reading) -> Earlier | None:
    """The last figure of this sentence or the one before that may hold this one: of the same unit, or of people."""
    for found in reversed(setting.earlier[-3:]):
        if setting.sentence - found.sentence > 1:
            return None
        if found.unit == reading.unit or (found.unit == "people" and reading.unit in ("share", "percent")):
            return found
    return None


def _opens(setting: Setting, start: int) -> bool:
    """Whether "of" puts the whole at `start` first in its clause: "Of the 98 hostages, 36 are dead"."""
    tokens = setting.spot.tokens
    whole = bisect_left(tokens, start, key=lambda token: token.start)
    for at in range(whole - 1, max(-1, whole - 6), -1):
        if tokens[at].lower == "of":
            return at == 0 or not tokens[at - 1].text[0].isalpha() or tokens[at - 1].lower in ("that", "and", "but")
    return False


def _introduces(between: list[str]) -> bool:
    """Whether the words before a number make it a part: "including", "among them", "of whom"."""
    for word in between[-4:]:
        if word in words("number_context", "part") and word not in ("among", "amongst"):
            return True
    pairs = list(pairwise(between))
    return any(first in ("of", "among", "amongst") and second in PRONOUNS for first, second in pairs[-2:])


def _has_verb(between: list[str]) -> bool:
    return any(word in words("function_words", "auxiliary") or word in finite_verbs() for word in between)
