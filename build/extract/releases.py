"""The numbers of people released: which figures are numbers of an exchange, and for which side they stand.

Codebook, "exchanges": a rate ("thirty prisoners for each civilian") and a standing condition ("ten a day") are
figures, no exchange; a part ("including 117 children") is told with its whole; of captives the living count.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..records import Chunks, FigureClaim, Modifier, Sentence
from .phrases import has_phrase, last_phrase, phrase_at
from .release_signs import (
    CLAUSE_MARKS,
    FAR,
    NEAR,
    OTHER_SIDE,
    REACH,
    Side,
    is_hoped_for,
    is_no_exchange,
    is_part,
    is_partial,
    is_performed,
    is_to_be_freed,
    side_by_noun,
)

OPENERS = frozenset("-–—:(,")
JOINERS = frozenset(("and", ",", "&", "plus", "as", "well", "along", "together", "with"))


@dataclass(frozen=True, slots=True)
class Release:
    """A number of people released, at the tokens `first` to `last` (exclusive) of its sentence.

    `figures` are indices of the figures that state it. A `part` is within a number told before it; `partial` says
    "of them", "of the prisoners"; a `total` sums up what was told before; `living` numbers the living alone;
    `nation` is the state whose people they are, where the words say so ("248 Russians").
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
    nation: str | None = None


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

    def places(self, figure: FigureClaim) -> tuple[int, int]:
        """The tokens that a figure covers, the last exclusive."""
        return self.index(figure.start), self.index(figure.end - 1) + 1

    def around(self, first: int, last: int) -> tuple[int, int]:
        """The stretch of the sentence that may tell of what stands at `first` to `last`, as token places."""
        return max(first - REACH, 0), min(last + REACH, len(self.words))


def lines(chunks: Chunks) -> tuple[Line, ...]:
    """The sentences of the article, each with its words and where they start."""
    return tuple(
        Line(i, s, tuple([t.lower for t in s.tokens]), tuple([t.start for t in s.tokens]))
        for i, s in enumerate(chunks.sentences)
    )


def find_releases(
    article_lines: Sequence[Line], figures: Sequence[FigureClaim], freed: Mapping[int, tuple[Side, bool]]
) -> dict[int, list[Release]]:
    """The releases of each sentence that has any, in text order; `freed` are figures that are by their grammar: whose
    people they count, and whether they are only to be let go.
    """
    starts = [line.sentence.start for line in article_lines]
    found: dict[int, list[Release]] = {}
    passed: dict[int, tuple[int, FigureClaim]] = {}
    for i, figure in enumerate(figures):
        if figure.unit != "people" or figure.measure in ("killed", "injured", "remains"):
            continue
        line = article_lines[bisect_right(starts, figure.start) - 1]
        own = found.get(line.number, [])
        release = _release(line, figure, i, own, freed.get(i)) or _beside(line, figure, i, own[-1:])
        release = release or _apposed(line, figure, i)
        if release is None:
            passed[line.number] = (i, figure)
            continue
        if own and release.first < own[-1].last:
            own.pop()
        if own and _in_one_list(line, own[-1], release) and not side_by_noun(line.words, release.first, release.last):
            release = replace(release, side=own[-1].side)
        before = passed.pop(line.number, None)
        joined = _beside(line, before[1], before[0], [release]) if before else None
        if joined and set(line.words[joined.last : release.first]) <= JOINERS:
            release = replace(release, side=joined.side)
        told = {r.prospective for r in own[-FAR:] if r.side == release.side}
        if release.total and told == {True}:
            release = replace(release, prospective=True)
        found.setdefault(line.number, []).extend([joined, release] if joined else [release])
    return found


def _in_one_list(line: Line, one: Release, other: Release) -> bool:
    """Whether the numbers share a verb: "19 Israeli hostages and five Thais were freed"."""
    gap = line.words[one.last : other.first]
    named = side_by_noun(line.words, one.first, one.last) is not None
    return named and not one.part and "and" in gap and set(gap) <= JOINERS


def _release(
    line: Line, figure: FigureClaim, index: int, before: Sequence[Release], freed: tuple[Side, bool] | None
) -> Release | None:
    """The release that a figure of captives or prisoners states, or those held who are to be let go."""
    if freed and not figure.measure.endswith("_released"):
        release = read_release(line, figure, index, freed[0], before)
        coming = freed[1] or (figure.measure.endswith("_held") and is_to_be_freed(line.words, *line.places(figure)))
        return replace(release, prospective=release.prospective or coming) if release else None
    if not figure.measure.startswith(("captives_", "prisoners_")):
        return None
    first, last = line.places(figure)
    side: Side = "captives" if figure.measure.startswith("captives_") else "prisoners"
    release = read_release(line, figure, index, side_by_noun(line.words, first, last) or side, before)
    if release is None or figure.measure.endswith("_released"):
        return release
    if not figure.measure.endswith("_held"):
        return None
    if release.part and release.living:
        return release
    return replace(release, prospective=True) if is_to_be_freed(line.words, first, last) else None


def read_release(line: Line, figure: FigureClaim, index: int, side: Side, before: Sequence[Release]) -> Release | None:
    """A figure read as a number released by one side, a part as its whole's; missing where the words forbid it."""
    first, last = line.places(figure)
    words = line.words
    within = bool(before) and first < before[-1].last
    if within and (before[-1].prospective or figure.status != "prospective"):
        return None
    before = [] if within else before
    side = _counted_beside(words, first, last) or side
    alike = bool(before) and side_by_noun(words, first, last) in (None, before[-1].side)
    enclosed = bool(before) and words[before[-1].last : first] == (",", "and") and before[-1].partial
    chained = alike and before[-1].part and not enclosed
    part = alike and is_part(words, first, last, before[-1].last, of_part=chained)
    side = before[-1].side if part else side
    living = side == "captives" and _tells_living(words, first, last)
    if is_no_exchange(words, first, last) and not (part and living):
        return None
    return Release(
        side=side,
        low=int(figure.value_low),
        high=int(figure.value_high),
        modifier=figure.modifier,
        first=first,
        last=last,
        prospective=(figure.status == "prospective" and not is_performed(words, first))
        or is_hoped_for(words, first, last),
        claimant=figure.claimed_by,
        figures=(index,),
        part=part,
        partial=is_partial(words, first, last),
        total=has_phrase(words, first - NEAR, first, "total") or has_phrase(words, last, last + 2, "total"),
        living=living,
    )


def _counted_beside(words: Sequence[str], first: int, last: int) -> Side | None:
    """The side of people named apart from their number: "the hostages, *believed to be* 30", "18 the *number* of"."""
    if has_phrase(words, last, last + 3, "count_noun"):
        return side_by_noun(words, last, last + NEAR)
    noun = last_phrase(words, first - FAR, first, "captive", "prisoner")
    if noun is None or side_by_noun(words, first, last) or not has_phrase(words, noun + 1, first, "numbering"):
        return None
    return "captives" if phrase_at(words, noun, "captive") else "prisoners"


def _tells_living(words: Sequence[str], first: int, last: int) -> bool:
    """ "20 of whom are thought to be alive", but not "28, alive and dead"."""
    end = next((at for at in range(last, min(last + NEAR, len(words))) if words[at] in CLAUSE_MARKS), last + NEAR)
    return has_phrase(words, first, end, "living") and not has_phrase(words, first, end + 3, "body")


def _beside(line: Line, figure: FigureClaim, index: int, beside: Sequence[Release]) -> Release | None:
    """A number of people told in one breath with one released: "19 Israelis and five Thais were freed", "3 for 183"."""
    first, last = line.places(figure)
    for release in beside:
        start, end = (last, release.first) if last <= release.first else (release.last, first)
        gap = set(line.words[start:end])
        if gap and gap <= JOINERS and not release.part:
            side = side_by_noun(line.words, first, last) or release.side
        elif gap and phrase_at(line.words, start, "for") == end - start:
            side = OTHER_SIDE[release.side]
        else:
            continue
        found = read_release(line, figure, index, side, [release] if release.last <= first else [])
        return replace(found, prospective=release.prospective) if found and not found.part else None
    return None


def _apposed(line: Line, figure: FigureClaim, index: int) -> Release | None:
    """A number that spells out a group let go: "freed a second group of hostages - 13 Israelis and four Thais"."""
    first, _ = line.places(figure)
    words = line.words
    group = last_phrase(words, first - FAR, first, "captive", "prisoner")
    if group is None or words[first - 1] not in OPENERS:
        return None
    verb = last_phrase(words, group - FAR, group, "release")
    if verb is None or any(word[0].isdigit() for word in words[verb:first]):
        return None
    return read_release(line, figure, index, "captives" if phrase_at(words, group, "captive") else "prisoners", [])
