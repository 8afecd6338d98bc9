"""The numbers of people released: which figures are numbers of an exchange, and for which side they stand.

Codebook, "exchanges": a rate ("thirty prisoners for each civilian") and a standing condition ("ten a day") are
figures, no exchange; a part ("including 117 children") is told with its whole; of captives the living count.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..records import Chunks, FigureClaim, Modifier, Sentence
from .phrases import has_phrase, last_phrase, phrase_at

Side = Literal["captives", "prisoners"]

NEAR = 6
FAR = 10
REACH = 60
CLAUSE_MARKS = frozenset(",;:.()–—•")
DETERMINERS = frozenset(
    ("of", "the", "all", "its", "their", "remaining", "some", "about", "these", "those", "up", "to")
)


@dataclass(frozen=True, slots=True)
class Release:
    """A number of people released, at the tokens `first` to `last` (exclusive) of its sentence.

    `figures` are indices of the figures that state it. A `part` is within a number told before it; `partial` says
    "of them", "of the prisoners"; a `total` sums up what was told before; `living` numbers the living alone.
    """

    side: Side
    low: int
    high: int
    modifier: Modifier
    first: int
    last: int
    prospective: bool
    claimant: str | None
    figures: tuple[int, ...]
    part: bool = False
    partial: bool = False
    total: bool = False
    living: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is read here: its number, its words in lower case, and where they start."""

    number: int
    sentence: Sentence
    words: tuple[str, ...]
    starts: tuple[int, ...]

    def index(self, offset: int) -> int:
        """The token that covers `offset`."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def around(self, first: int, last: int) -> tuple[int, int]:
        """The stretch of the sentence that may tell of what stands at `first` to `last`, as token places."""
        return max(first - REACH, 0), min(last + REACH, len(self.words))


def lines(chunks: Chunks) -> tuple[Line, ...]:
    """The sentences of the article, each with its words and where they start."""
    return tuple(
        Line(i, s, tuple(t.lower for t in s.tokens), tuple(t.start for t in s.tokens))
        for i, s in enumerate(chunks.sentences)
    )


def find_releases(article_lines: Sequence[Line], figures: Sequence[FigureClaim]) -> dict[int, list[Release]]:
    """The releases of each sentence that has any, in text order."""
    starts = [line.sentence.start for line in article_lines]
    found: dict[int, list[Release]] = {}
    for i, figure in enumerate(figures):
        if figure.unit == "people" and figure.measure.startswith(("captives_", "prisoners_")):
            line = article_lines[bisect_right(starts, figure.start) - 1]
            release = _release(line, figure, i, found.get(line.number, ()))
            if release:
                found.setdefault(line.number, []).append(release)
    return found


def _release(line: Line, figure: FigureClaim, index: int, before: Sequence[Release]) -> Release | None:
    first, last = line.index(figure.start), line.index(figure.end - 1) + 1
    if before and first < before[-1].last:
        return None
    part = _is_part(line, first, last, before)
    side: Side = "captives" if figure.measure.startswith("captives_") else "prisoners"
    if part:
        side = before[-1].side
    held = figure.measure in ("captives_held", "prisoners_held")
    living = side == "captives" and has_phrase(line.words, first, last + 3, "living")
    if not (part and living and held):
        if held and not _is_to_be_freed(line, first):
            return None
        if not (held or figure.measure.endswith("_released")) or _is_no_exchange(line, first, last):
            return None
    return Release(
        side=side,
        low=int(figure.value_low),
        high=int(figure.value_high),
        modifier=figure.modifier,
        first=first,
        last=last,
        prospective=held or figure.status == "prospective",
        claimant=figure.claimed_by,
        figures=(index,),
        part=part,
        partial=_is_partial(line, first, last),
        total=has_phrase(line.words, first - NEAR, first, "total") or has_phrase(line.words, last, last + 2, "total"),
        living=living,
    )


def _is_to_be_freed(line: Line, first: int) -> bool:
    """Whether those held are the object of a release: "the release of about 130 captives still held"."""
    verb = last_phrase(line.words, first - NEAR, first, "release")
    if verb is None or _is_denied(line, first):
        return False
    return set(line.words[verb + phrase_at(line.words, verb, "release") : first]) <= DETERMINERS


def _is_no_exchange(line: Line, first: int, last: int) -> bool:
    """Whether the number counts for each of something, stands in a condition, or takes in people got out by force."""
    return (
        _is_rate(line, first, last)
        or _is_condition(line, first)
        or _is_rescue(line, first, last)
        or _is_denied(line, first)
    )


def _is_rate(line: Line, first: int, last: int) -> bool:
    """ "30 prisoners being freed by Israel for each civilian", "ten a day", "every additional ten captives"."""
    words = line.words
    opening = last_phrase(words, first - 4, first, "rate_before")
    if opening is not None and opening + phrase_at(words, opening, "rate_before") == first:
        return True
    for place in range(last, min(last + NEAR, len(words))):
        if words[place] in CLAUSE_MARKS or words[place][0].isdigit():
            return False
        size = phrase_at(words, place, "rate")
        if size and (place + size == len(words) or words[place + size] != "-"):
            return True
    return False


def _is_condition(line: Line, first: int) -> bool:
    """ "as long as it is able to guarantee the release of at least 10 hostages"; a quotation's end closes it."""
    opening = last_phrase(line.words, first - REACH, first, "condition")
    return opening is not None and not set(line.words[opening:first]) & {";", "”", '"'}


def _is_rescue(line: Line, first: int, last: int) -> bool:
    """ "117 have been freed in truces or rescued" counts both, "two were rescued" the rescued alone."""
    if "rescued" in line.words[last : last + 4] or has_phrase(line.words, last, last + NEAR, "force"):
        return True
    return has_phrase(line.words, last, last + 2 * NEAR, "rescue") or has_phrase(line.words, first - 3, first, "rescue")


def _is_denied(line: Line, first: int) -> bool:
    """ "without a truce to free the hundred", "refused to release ten"."""
    verb = last_phrase(line.words, first - NEAR, first, "release")
    if verb is None:
        return False
    denial = last_phrase(line.words, verb - FAR, verb, "negation")
    return denial is not None and not set(line.words[denial:verb]) & {";", ",", ":"}


def _is_partial(line: Line, first: int, last: int) -> bool:
    """ "four of them", "70 of Sunday’s men", "Of the prisoners, 154"."""
    words = line.words
    if has_phrase(words, first, last + 3, "part_after"):
        return True
    if any(words[at] == "of" and words[at - 1][0].isdigit() for at in range(first + 1, min(last + 1, len(words)))):
        return True
    return "of" in words[max(first - 5, 0) : max(first - 1, 0)] and words[first - 1] == "," and first <= NEAR


def _is_part(line: Line, first: int, last: int, before: Sequence[Release]) -> bool:
    """Whether the number is within the one told before it: "150 prisoners, including 117 children and 33 women"."""
    if not before:
        return False
    if has_phrase(line.words, first, last + 1, "part_after"):
        return True
    previous = before[-1]
    opening = last_phrase(line.words, max(first - NEAR, previous.last), first, "part_before")
    if opening is not None and not set(line.words[opening:first]) & {";", "."}:
        return opening > previous.last or not phrase_at(line.words, opening, "part_after")
    return previous.part and set(line.words[previous.last : first]) <= {"and", ",", "&"}
