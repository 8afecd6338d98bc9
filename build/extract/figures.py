"""The figures of an article: every number with what it counts, what it measures and whose word it is."""

from bisect import bisect_right

from ..attribution import attributions, claimant
from ..clauses import mark
from ..counting.counted import count_all
from ..measures import Counting, measures
from ..records import Chunks, FigureClaim


def find_figures(chunks: Chunks) -> tuple[FigureClaim, ...]:
    """Every number that headline or body states, in text order (codebook, "figures").

    "Some 7,200 Palestinians are behind bars, according to the Prisoners' Club" is one figure: 7200, `about`,
    `people`, `prisoners_held`, claimed by the club.
    """
    countings = [
        Counting(index, chunks.sentences[_sentence_at(chunks, counted.start)], counted)
        for index, counted in enumerate(count_all(chunks))
        if counted is not None
    ]
    if not countings:
        return ()
    sentences = mark(chunks)
    voices = attributions(chunks, sentences)
    found = []
    for counting, measured in zip(countings, measures(chunks, sentences, countings), strict=True):
        quantity, counted = chunks.quantities[counting.quantity], counting.counted
        found.append(
            FigureClaim(
                start=counted.start,
                end=counted.end,
                value_low=quantity.low,
                value_high=quantity.high,
                modifier=quantity.modifier,
                unit=counted.unit,
                measure=measured.measure,
                counted=counted.text,
                status=measured.status,
                claimed_by=claimant(voices, quantity.number_start, quantity.number_end),
                rule=measured.rule,
            )
        )
    return tuple(found)


def _sentence_at(chunks: Chunks, place: int) -> int:
    """The index of the sentence that holds the offset `place`."""
    return bisect_right(chunks.sentences, place, key=lambda sentence: sentence.start) - 1
