"""To whom an article attributes what it says: speakers, sources, tallies, and how far their word reaches."""

from dataclasses import dataclass

from .records import Chunks


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text and whose word it is; `rank` says which wins where two stretches overlap."""

    start: int
    end: int
    claimant: str
    rank: int


def attributions(chunks: Chunks) -> tuple[Attribution, ...]:
    """Every attribution of the article, in text order; call it once for an article."""
    return ()


def claimant(found: tuple[Attribution, ...], start: int, end: int) -> str | None:
    """To whom the article attributes what stands at `start`–`end`; None in its own voice."""
    return None
