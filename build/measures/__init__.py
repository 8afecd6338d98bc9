"""What a number measures, and whether it is so or is planned (codebook, "Measures" and `status`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ..clauses import Marked
from ..records import Chunks
from .mood import Status
from .sides import sides
from .story import Counting, Story

__all__ = ["Counting", "Measured", "measures"]


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure and status of one number; `rule` names what decided."""

    measure: str
    status: Status
    rule: str


def measures(chunks: Chunks, sentences: Sequence[Marked], countings: Sequence[Counting]) -> tuple[Measured, ...]:
    """One reading for each of `countings`, which are all figures of the article in text order.

    "Hamas freed 50 of the 240 hostages that it had seized": `captives_released` and `captives_taken`.
    """
    marks = {marked.sentence.start: marked for marked in sentences}
    story = Story(chunks, sides(chunks, sentences))
    for start, group in groupby(countings, key=lambda counting: counting.sentence.start):
        story.tell(tuple(group), marks[start])
    found = (story.readings[counting.quantity] for counting in countings)
    return tuple(Measured(reading.measure, reading.mood or "actual", reading.rule) for reading in found)
