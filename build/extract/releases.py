"""The numbers of people released: which figures are numbers of an exchange, and for which side they stand.

Codebook, "exchanges": a rate ("thirty prisoners for each civilian") and a standing condition ("ten a day") are
figures, no exchange; a part ("including 117 children") is told with its whole; of captives the living count.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..records import Chunks, FigureClaim, Modifier, Sentence
from .phrases import find_phrase, has_phrase, last_phrase, phrase_at

Side = Literal["captives", "prisoners"]

NEAR = 6
FAR = 10
REACH = 60
CLAUSE_MARKS = frozenset(",;:.()–—•")
OPENERS = frozenset("-–—:(,")
JOINERS = frozenset(("and", ",", "&", "plus", "as", "well"))
DETERMINERS = frozenset(
    ("of", "the", "all", "its", "their", "remaining", "some", "about", "these", "those", "up", "to")
)


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
    passed: dict[int, tuple[int, FigureClaim]] = {}
    for i, figure in enumerate(figures):
        if figure.unit != "people" or figure.measure in ("killed", "injured", "remains"):
            continue
        line = article_lines[bisect_right(starts, figure.start) - 1]
        own = found.get(line.number, [])
        release = _release(line, figure, i, own) or _beside(line, figure, i, own[-1:]) or _apposed(line, figure, i)
        if release is None:
            passed[line.number] = (i, figure)
            continue
        before = passed.pop(line.number, None)
        joined = _beside(line, before[1], before[0], [release]) if before else None
        if joined and set(line.words[joined.last : release.first]) <= JOINERS:
            release = replace(release, side=joined.side)
        found.setdefault(line.number, []).extend([joined, release] if joined else [release])
    return found


def _beside(line: Line, figure: FigureClaim, index: int, beside: Sequence[Release]) -> Release | None:
    """A number of people told in one breath with one released: "19 Israelis and five Thais were freed", "3 for 183"."""
    first, last = line.index(figure.start), line.index(figure.end - 1) + 1
    for release in beside:
        start, end = (last, release.first) if last <= release.first else (release.last, first)
        gap = set(line.words[start:end])
        if not gap or release.part or _is_no_exchange(line, first, last):
            continue
        if gap <= JOINERS:
            side = _side_by_noun(line, first, last) or release.side
        elif phrase_at(line.words, start, "for") == end - start:
            side = "prisoners" if release.side == "captives" else "captives"
        else:
            continue
        span = (int(figure.value_low), int(figure.value_high), figure.modifier, first, last)
        return Release(side, *span, release.prospective, figure.claimed_by, (index,))
    return None


def _apposed(line: Line, figure: FigureClaim, index: int) -> Release | None:
    """A number that spells out a group let go: "freed a second group of hostages - 13 Israelis and four Thais"."""
    first, last = line.index(figure.start), line.index(figure.end - 1) + 1
    group = last_phrase(line.words, first - FAR, first, "captive", "prisoner")
    if line.words[first - 1] not in OPENERS or group is None or _is_no_exchange(line, first, last):
        return None
    verb = last_phrase(line.words, group - FAR, group, "release")
    if verb is None or any(word[0].isdigit() for word in line.words[verb:first]):
        return None
    side: Side = "captives" if phrase_at(line.words, group, "captive") else "prisoners"
    span = (int(figure.value_low), int(figure.value_high), figure.modifier, first, last)
    return Release(side, *span, figure.status == "prospective", figure.claimed_by, (index,))


def _side_by_noun(line: Line, first: int, last: int) -> Side | None:
    """The side that the words count by name: "19 Israeli hostages" are captives, whoever else the sentence counts."""
    if has_phrase(line.words, first, last, "captive"):
        return "captives"
    place = find_phrase(line.words, first, last, "prisoner")
    return "prisoners" if place is not None and line.words[place + 1 : place + 3] != ("of", "war") else None


def _release(line: Line, figure: FigureClaim, index: int, before: Sequence[Release]) -> Release | None:
    first, last = line.index(figure.start), line.index(figure.end - 1) + 1
    if before and first < before[-1].last:
        return None
    part = _is_part(line, first, last, before)
    side: Side = "captives" if figure.measure.startswith("captives_") else "prisoners"
    side = before[-1].side if part else _side_by_noun(line, first, last) or side
    held = figure.measure in ("captives_held", "prisoners_held")
    if not figure.measure.startswith(("captives_", "prisoners_")):
        return None
    living = side == "captives" and has_phrase(line.words, first, last + 3, "living")
    if not (part and living and held):
        if held and not _is_to_be_freed(line, first, last):
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
        prospective=held or figure.status == "prospective" or _is_hoped_for(line, first),
        claimant=figure.claimed_by,
        figures=(index,),
        part=part,
        partial=_is_partial(line, first, last),
        total=has_phrase(line.words, first - NEAR, first, "total") or has_phrase(line.words, last, last + 2, "total"),
        living=living,
    )


def _is_to_be_freed(line: Line, first: int, last: int) -> bool:
    """Whether those held are the object of a release: "the release of about 130 captives still held"."""
    verb = last_phrase(line.words, first - NEAR, first, "release")
    if verb is None or _is_denied(line, first) or has_phrase(line.words, *line.around(first, last), "protest"):
        return False
    return set(line.words[verb + phrase_at(line.words, verb, "release") : first]) <= DETERMINERS


def _is_no_exchange(line: Line, first: int, last: int) -> bool:
    """Whether the number counts for each of something, stands in a condition, or takes in people got out by force."""
    return (
        _is_rate(line, first, last)
        or _is_condition(line, first)
        or _is_rescue(line, first, last)
        or _is_denied(line, first)
        or _is_of_a_series(line, first)
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


def _is_of_a_series(line: Line, first: int) -> bool:
    """ "the first of some 200 hostages to be let go" counts those who are held."""
    place = last_phrase(line.words, first - 4, first, "ordinal")
    return place is not None and line.words[place + 1 : place + 2] == ("of",)


def _is_hoped_for(line: Line, first: int) -> bool:
    """ "is mediating on the release of 10", "demand a deal for the release of": the noun tells of no release yet."""
    noun = last_phrase(line.words, first - NEAR, first, "release_noun")
    if noun is None:
        return False
    aim = last_phrase(line.words, noun - 2 * NEAR, noun, "talks", "proposing", "demanding")
    return aim is not None and not has_phrase(line.words, aim, noun, "achieved")


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
