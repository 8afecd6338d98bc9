"""To whom an article attributes what it says: speakers, sources, tallies, and how far their word reaches.

Codebook, `claimed_by`: an attribution reaches every number of its clause, not the next sentence, unless a
quotation runs on; "according to" beside the number wins over a verb of saying; else, of two, the outermost
named one counts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..clauses import Marked
from ..records import Chunks, Span
from .cues import Cue, clause_breaks, verbal_cues
from .sourcing import source_cues
from .voices import Memory, name

SPEECH = 25
NEAR = 600


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text and whose word it is; `rank` says which wins where two stretches overlap."""

    start: int
    end: int
    claimant: str
    rank: int


def attributions(chunks: Chunks, sentences: Sequence[Marked]) -> tuple[Attribution, ...]:
    """Every attributed stretch of the article, disjoint and in text order; `sentences` are the article's, marked."""
    memory = Memory()
    voiced: list[tuple[Marked, Cue, str]] = []
    found: list[Attribution] = []
    for marked in sentences:
        memory = memory.enter(chunks, marked)
        breaks = clause_breaks(marked)
        for cue in sorted((*verbal_cues(marked, breaks), *source_cues(marked, breaks)), key=lambda cue: cue.verb):
            who, memory = name(chunks, marked, cue, memory)
            if who is None:
                continue
            voiced.append((marked, cue, who))
            tokens = marked.sentence.tokens
            found += [Attribution(tokens[a].start, tokens[b - 1].end, who, cue.rank) for a, b in cue.scope if a < b]
    found += _quoted(chunks, voiced)
    return tuple(_disjoint(found))


def claimant(found: tuple[Attribution, ...], start: int, end: int) -> str | None:
    """To whom the article attributes what stands at `start`–`end`; None in its own voice.

    `found` is what `attributions` gave. "Some 7,200 are behind bars, according to the Prisoners' Club":
    the Prisoners' Club.
    """
    place = bisect_right(found, end - 1, key=lambda one: one.start) - 1
    if place >= 0 and found[place].end > start:
        return found[place].claimant
    return None


def _quoted(chunks: Chunks, voiced: Sequence[tuple[Marked, Cue, str]]) -> Iterator[Attribution]:
    """Quotations belong to whoever is said to speak in their sentence; one that opens a sentence runs on.

    "“We let ten go. Twenty will follow,” X said. “Then the rest.”" is all X's.
    """
    verbs = [(marked.sentence.tokens[cue.verb].start, who) for marked, cue, who in voiced if cue.speaks]
    starts = [place for place, _ in verbs]
    openings = [sentence.start for sentence in chunks.sentences]
    ends = [sentence.end for sentence in chunks.sentences]
    for quotation in chunks.quotations:
        if not ends or not _is_speech(chunks.article.text, quotation):
            continue
        opening = openings[max(bisect_right(openings, quotation.start) - 1, 0)]
        ending = ends[min(bisect_left(ends, quotation.end), len(ends) - 1)]
        before, after = bisect_right(starts, quotation.start) - 1, bisect_left(starts, quotation.end)
        if before >= 0 and starts[before] >= opening:
            yield Attribution(quotation.start, quotation.end, verbs[before][1], 1)
        elif after < len(verbs) and starts[after] < ending:
            yield Attribution(quotation.start, quotation.end, verbs[after][1], 1)
        elif before >= 0 and quotation.start == opening and _runs_on(chunks, starts[before], quotation):
            yield Attribution(quotation.start, quotation.end, verbs[before][1], 1)


def _is_speech(text: str, quotation: Span) -> bool:
    """Whether the quotation is a clause or more, not a word set in marks: "We let ten go." but no "humanitarian"."""
    if text[quotation.start] in "‘'" and text[quotation.end - 1] not in "’'":
        return False
    return quotation.end - quotation.start >= SPEECH or text[quotation.end - 2] in ".,!?…"


def _runs_on(chunks: Chunks, verb: int, quotation: Span) -> bool:
    """Whether no paragraph ends between the last voice and the quotation."""
    return quotation.start - verb < NEAR and "\n" not in chunks.article.text[verb : quotation.start]


def _disjoint(found: Iterable[Attribution]) -> Iterator[Attribution]:
    """The stretches cut so that none overlap: beside the number wins, else the outermost."""
    ordered = sorted(found, key=lambda one: (one.start, -one.end))
    edges = sorted({edge for one in ordered for edge in (one.start, one.end)})
    active: list[Attribution] = []
    place = 0
    for left, right in pairwise(edges):
        while place < len(ordered) and ordered[place].start <= left:
            active.append(ordered[place])
            place += 1
        active = [one for one in active if one.end > left]
        if active:
            best = max(active, key=lambda one: (one.rank, -one.start, one.end))
            yield Attribution(left, right, best.claimant, best.rank)
