"""What a number measures, and whether it is so or is planned (codebook, "Measures" and `status`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .counted import Counted
from .records import Chunks, Sentence


@dataclass(frozen=True, slots=True)
class Counting:
    """A number with what it counts, in its sentence: `quantity` is its index in `Chunks.quantities`."""

    quantity: int
    sentence: Sentence
    counted: Counted


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure and status of one number; `rule` names what decided."""

    measure: str
    status: Literal["actual", "prospective"]
    rule: str


def measures(chunks: Chunks, countings: Sequence[Counting]) -> tuple[Measured, ...]:
    """One reading for each of `countings`, which are all figures of the article in text order."""
    return tuple(Measured("other", "actual", "default") for _ in countings)
