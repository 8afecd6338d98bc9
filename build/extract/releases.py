"""The numbers of people released: which figures are numbers of an exchange, and for which side they stand.

Codebook, "exchanges": a rate ("thirty prisoners for each civilian") and a standing condition ("ten a day") are figures,
no exchange; a part ("including 117 children") is told with its whole; people may be counted from their names.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..records import Chunks, FigureClaim, Sentence
from .phrases import find_phrase, has_phrase, last_phrase, phrase_at

Side = Literal["captives", "prisoners", "both"]

NEAR = 6
CLAUSE_MARKS = frozenset(",;:.()–—•")


@dataclass(frozen=True, slots=True)
class Release:
    """A number of people released, at the tokens `first` to `last` (exclusive) of its sentence.

    `figures` are indices of the figures that state it and its parts; `part` says that an earlier number of the
    same sentence holds it already; `both` sides release so many in "307 for 307 a side" told once.
    """

    side: Side
    low: int
    high: int
    sentence: int
    first: int
    last: int
    prospective: bool
    claimant: str | None
    figures: tuple[int, ...]
    part: bool = False
    held: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is read here: its number, its words in lower case, and its tokens' places."""

    number: int
    sentence: Sentence
    words: tuple[str, ...]
    starts: tuple[int, ...]

    def index(self, offset: int) -> int:
        """The token that covers or follows `offset`."""
        return max(bisect_right(self.starts, offset) - 1, 0)


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
        if figure.unit != "people" or not figure.measure.startswith(("captives_", "prisoners_")):
            continue
        line = article_lines[bisect_right(starts, figure.start) - 1]
        release = _release(line, figure, i, found.get(line.number, []))
        if release:
            found.setdefault(line.number, []).append(release)
    return found


def _release(line: Line, figure: FigureClaim, index: int, before: Sequence[Release]) -> Release | None:
    first, last = line.index(figure.start), line.index(figure.end - 1) + 1
    side: Side = "captives" if figure.measure.startswith("captives_") else "prisoners"
    held = figure.measure in ("captives_held", "prisoners_held")
    if not held and not figure.measure.endswith("_released"):
        return None
    if held and not _is_to_be_freed(line, first):
        return None
    if _is_rate(line, first, last) or has_phrase(line.words, 0, first, "condition"):
        return None
    return Release(
        side=side,
        low=int(figure.value_low),
        high=int(figure.value_high),
        sentence=line.number,
        first=first,
        last=last,
        prospective=held or figure.status == "prospective",
        claimant=figure.claimed_by,
        figures=(index,),
        part=_is_part(line, first, last, [r for r in before if r.side == side]),
        held=held,
    )


def _is_to_be_freed(line: Line, first: int) -> bool:
    """Whether those held are the object of a release: "the release of about 130 captives still held"."""
    verb = last_phrase(line.words, first - NEAR, first, "release")
    if verb is None:
        return False
    between = line.words[verb + phrase_at(line.words, verb, "release") : first]
    return all(word in ("of", "the", "all", "remaining", "some", "about", "these", "those") for word in between)


def _is_rate(line: Line, first: int, last: int) -> bool:
    """Whether the number counts for each of something: "30 prisoners for each civilian", "ten a day"."""
    words = line.words
    if first and last_phrase(words, first - 4, first, "rate_before") is not None and not _both_sides(words, first):
        opening = last_phrase(words, first - 4, first, "rate_before")
        assert opening is not None
        if opening + phrase_at(words, opening, "rate_before") == first:
            return True
    end = next((i for i in range(last, min(last + NEAR, len(words))) if words[i] in CLAUSE_MARKS), last + NEAR)
    place = find_phrase(words, last, end, "rate")
    return place is not None and not any(word[0].isdigit() for word in words[last:place])


def _both_sides(words: Sequence[str], first: int) -> bool:
    return has_phrase(words, 0, first, "both")


def _is_part(line: Line, first: int, last: int, whole: Sequence[Release]) -> bool:
    """Whether the number is within one told before it: "150 prisoners, including 117 children and 33 women"."""
    if not whole:
        return False
    if has_phrase(line.words, first, last + 3, "part_after"):
        return True
    opening = last_phrase(line.words, first - NEAR, first, "part_before")
    if opening is not None and not any(mark in ";." for mark in line.words[opening:first]):
        return True
    previous = whole[-1]
    return (
        previous.part
        and previous.last <= first
        and line.words[previous.last : first] in (("and",), (",",), (",", "and"))
    )
