"""How far an exchange has got: completed, agreed or proposed (codebook, "exchanges", `status`)."""

from collections.abc import Sequence
from typing import Literal

from .phrases import find_phrase, has_phrase, last_phrase, phrase_at, releasing
from .release_signs import REACH
from .releases import Line, Release

Status = Literal["completed", "agreed", "proposed"]
LEAD = 6
NEAR = 8


def status(
    group: Sequence[Release], line: Line, window: tuple[int, int], before: Sequence[Line], *, dated: bool, lead: Status
) -> Status | None:
    """What the sentence says of an occasion, and where it says nothing, the sentences before it in the paragraph.

    "Hamas released 12 captives" is completed; of "12 were freed, 30 are due", half done, agreed. Missing where
    no bargain is spoken of: "All 133 must come home". `dated` says that a coming day is stated for it, `lead` what
    the article opens with.
    """
    words = line.words
    prospective = {r.prospective for r in group if not r.part}
    if prospective == {False}:
        return _of_what_is_done(group, words, window)
    if prospective == {True, False}:
        return "agreed"
    if has_phrase(words, *window, "protest") and has_phrase(words, *window, "demanding", "proposing"):
        return None
    found = _bargain(line, *window) or ("agreed" if dated else None)
    for told in reversed(before):
        found = found or _bargain(told, 0, min(len(told.words), REACH))
    if found is None and has_phrase(words, *window, "to_be"):
        return "agreed"
    if found or has_phrase(words, *window, "modal", "agreement", "truce", "for"):
        return found or lead
    return None


def _of_what_is_done(group: Sequence[Release], words: Sequence[str], window: tuple[int, int]) -> Status:
    """ "began an exchange of 900" is half done; "floated a halt for 40 of the captives" tells of no release."""
    first = group[0].first
    swap = last_phrase(words, first - NEAR, first, "swap")
    own = swap is not None and not has_phrase(words, swap + 1, first, "release")
    if swap is not None and own and has_phrase(words, swap - NEAR, swap, "beginning"):
        return "agreed"
    put_forward = has_phrase(words, window[0], first, "proposing")
    near = range(window[0], min(group[-1].last + NEAR // 2, window[1]))
    if put_forward and not any(releasing(words, at) or phrase_at(words, at, "swap") for at in near):
        return "proposed"
    return "completed"


def lead_status(article_lines: Sequence[Line]) -> Status:
    """Whether the article opens with a bargain that is struck: "The cabinet approved the ceasefire deal"."""
    for line in article_lines[:LEAD]:
        end = min(len(line.words), REACH)
        if has_phrase(line.words, 0, end, "modal", "proposal", "talks", "proposing") or _tentative(line.words, 0, end):
            continue
        deal = find_phrase(line.words, 0, end, "agreement", "truce")
        if deal is not None and has_phrase(line.words, deal - NEAR, deal + NEAR, "settled", "onset"):
            return "agreed"
    return "proposed"


def _bargain(line: Line, first: int, last: int) -> Status | None:
    """Whether the words tell of a bargain that is struck or of one that is only put forward."""
    words = line.words
    if has_phrase(words, first, last, "settled") and not has_phrase(words, first, last, "demanding"):
        return "agreed"
    if has_phrase(words, first, last, "proposal") or _tentative(words, first, last):
        return "proposed"
    if _definite(words, first, last) and not has_phrase(words, first, last, "modal"):
        return "agreed"
    if has_phrase(words, first, last, "proposing"):
        return "proposed"
    if has_phrase(words, first, last, "due"):
        return "agreed"
    if has_phrase(words, first, last, "talks"):
        return "proposed"
    return None


def _definite(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the words speak of one deal as a known thing: "the accord provides for"."""
    return any(
        phrase_at(words, at, "agreement")
        and words[at - 1] in ("the", "this", "that", "their")
        and not has_phrase(words, at + 1, at + 4, "pending")
        for at in range(first + 1, last)
    )


def _tentative(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a deal is spoken of as one that may come: "a potential deal", "any new agreement"."""
    place = find_phrase(words, first, last, "tentative")
    while place is not None:
        if any(phrase_at(words, at, "agreement") for at in range(place + 1, min(place + 3, last))):
            return True
        place = find_phrase(words, place + 1, last, "tentative")
    return False
