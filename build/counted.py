"""What a number counts: the thing, its unit, and the shortest quote that holds both."""

from dataclasses import dataclass

from .records import Chunks, Quantity, Sentence


@dataclass(frozen=True, slots=True)
class Counted:
    """What a quantity counts.

    `start`–`end` is the shortest span with the number, its modifier and what is counted. `text` is what
    is counted in the text's words ("Israeli hostages"); `head` its noun, singular and in lower case
    ("hostage"); `unit` the codebook's unit. `parent` is the index in `Chunks.quantities` of the whole
    where this number is a part of it ("150 prisoners, including 117 children").
    """

    start: int
    end: int
    text: str | None
    head: str | None
    unit: str
    parent: int | None


def count(chunks: Chunks, sentence: Sentence, quantity: Quantity) -> Counted | None:
    """What `quantity` counts in `sentence`, or None where the number is no figure."""
    return None
