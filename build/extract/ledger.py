"""Ledgers of an exchange: entries that open with a day, their numbers often bare ("8 May: three men, for 183").

In a ledger that is known by entries which say what they count, a bare number is of the side whose numbers it resembles.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log
from statistics import median

from ..records import Chunks, FigureClaim
from .phrases import has_phrase
from .release_dates import moments
from .release_signs import Side
from .releases import Line, Release, read_release

ENTRIES = 2
NO_RELEASE = ("killed", "injured", "remains")
HEADINGS = frozenset((":", "–", "—"))


def add_ledger(
    releases: Mapping[int, Sequence[Release]],
    article_lines: Sequence[Line],
    chunks: Chunks,
    figures: Sequence[FigureClaim],
) -> dict[int, list[Release]]:
    """The releases with the bare numbers of a ledger's entries, where the article has one."""
    found = {number: list(own) for number, own in releases.items()}
    entries = {line.sentence.paragraph for line in article_lines if _opens_entry(line, chunks)}
    own_lines = [line for line in article_lines if line.sentence.paragraph in entries]
    told = [found[line.number] for line in own_lines if len({r.side for r in found.get(line.number, ())}) == 2]
    if len(told) < ENTRIES:
        return found
    usual: dict[Side, float] = {
        "captives": median(r.low for own in told for r in own if r.side == "captives" and not r.part),
        "prisoners": median(r.low for own in told for r in own if r.side == "prisoners" and not r.part),
    }
    starts = [line.sentence.start for line in own_lines]
    for index, figure in enumerate(figures):
        place = bisect_right(starts, figure.start) - 1
        if place >= 0 and figure.end <= own_lines[place].sentence.end and _is_bare(own_lines[place], figure):
            line = own_lines[place]
            _enter(found, line, figure, index, usual, done=_is_past(line, chunks))
    return found


def _opens_entry(line: Line, chunks: Chunks) -> bool:
    """Whether the sentence opens with a day and a colon: "• 19 January: three women for 90 prisoners"."""
    if HEADINGS.isdisjoint(line.words):
        return False
    opening = next(iter(moments(line, chunks)), None)
    return opening is not None and opening.first <= 2 and not HEADINGS.isdisjoint(line.words[opening.last :][:1])


def _is_past(line: Line, chunks: Chunks) -> bool:
    published, times = chunks.article.published_on, moments(line, chunks)
    day = times[0].period.start if times and times[0].first <= 2 else None
    return day is not None and published is not None and day <= published


def _is_bare(line: Line, figure: FigureClaim) -> bool:
    if figure.unit != "people" or figure.value_low < 1 or figure.measure in NO_RELEASE:
        return False
    return not has_phrase(line.words, *line.places(figure), "captive", "prisoner")


def _enter(
    found: dict[int, list[Release]],
    line: Line,
    figure: FigureClaim,
    index: int,
    usual: Mapping[Side, float],
    *,
    done: bool,
) -> None:
    """Put the figure among the releases of its entry; what stands under a day gone by is done."""
    others = [r for r in found.get(line.number, ()) if index not in r.figures]
    likely = min(usual, key=lambda side: abs(log(figure.value_low) - log(usual[side])))
    release = read_release(line, figure, index, likely, [r for r in others if r.last <= line.index(figure.start)])
    if release:
        release = replace(release, prospective=release.prospective and not done)
        found[line.number] = sorted([*others, release], key=lambda r: r.first)
