"""Parts of a whole: which earlier or later number a number is a part of."""

from collections.abc import Sequence
from itertools import pairwise

from .authority import words
from .readings import Setting
from .records import Sentence


def whole_of(setting: Setting, index: int) -> int | None:
    """The index of the quantity that this one is a part of, or None.

    "69 of the more than 200 hostages": the next; "150 prisoners, including 117 children and 33 women": the
    one before, or its whole; "of 50 hostages 20 are alive": the one that "of" leads.
    """
    chunks, spot, number = setting.chunks, setting.spot, setting.sentence
    sentence, after = chunks.sentences[number], index + 1
    if spot.word(0) == "of" and after < len(chunks.quantities):
        following = chunks.quantities[after]
        ahead = spot.tokens[spot.end : spot.end + 6]
        if following.start < sentence.end and any(token.start == following.start for token in ahead):
            return after
    last = next((found for found in reversed(setting.earlier[-3:]) if found.unit == "people"), None)
    if last is None or number - last.sentence > 1:
        return None
    if spot.word(0) == "of" and spot.word(1) in ("them", "whom", "these", "those"):
        return last.quantity if last.parent is None else last.parent
    if last.sentence != number:
        return None
    before = chunks.quantities[last.quantity]
    between = [token.lower for token in spot.tokens[max(0, spot.start - 14) : spot.start] if token.start >= before.end]
    if any(word in words("number_context", "part") for word in between) or _of_whom(between):
        return last.quantity if last.parent is None else last.parent
    if last.before == "of" and _leads(sentence, before.start):
        return last.quantity
    return last.parent if last.parent is not None and len(between) <= 6 and "and" in between else None


def _of_whom(between: Sequence[str]) -> bool:
    return any(first == "of" and second in ("whom", "them", "which") for first, second in pairwise(between))


def _leads(sentence: Sentence, start: int) -> bool:
    """Whether the whole opens its sentence: "Of 50 hostages in the strip, 20 are alive"."""
    return start - sentence.start <= 8
