"""The verbs of reporting, and the words that may be finite verbs."""

from collections.abc import Iterator, Sequence
from functools import cache

from .wording import classes, is_a, phrases

TELLING = ("tell", "told", "assur", "notif", "detail", "accus", "blam", "brief", "inform", "remind", "alert")


def reporting_verb(words: Sequence[str], place: int) -> tuple[str, int] | None:
    """The class of the reporting verb at `place` and how many words it has.

    `say` reports, `hold` counts or believes, `propose` offers or demands, `speak` goes with quotations.

    >>> reporting_verb(("rescuers", "speak", "of", "1,000"), 1)
    ('hold', 2)
    """
    for rest, kind in phrases("reporting_verbs").get(words[place], ()):
        if tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
            return kind, 1 + len(rest)
    return None


def reporting_verbs(words: Sequence[str]) -> Iterator[tuple[int, tuple[str, int]]]:
    """Every place at which a reporting verb stands, in order, each with what `reporting_verb` says of it."""
    firsts = phrases("reporting_verbs")
    for place, word in enumerate(words):
        if word in firsts and (verb := reporting_verb(words, place)) is not None:
            yield place, verb


def is_finite(word: str) -> bool:
    """Whether the word may be the finite verb of a clause: an auxiliary or a verb of reporting."""
    if is_a(word, "be", "have", "do", "modal"):
        return word not in ("be", "been", "being", "having")
    return word in classes("reporting_verbs") and not word.endswith("ing")


def inverts(word: str) -> bool:
    """Whether the verb may stand before its source after a quotation: "…, *said* the mayor"."""
    return word in _inverting()


@cache
def _inverting() -> frozenset[str]:
    return frozenset(
        word
        for word, kinds in classes("reporting_verbs").items()
        if "say" in kinds and " " not in word and not word.endswith("ing") and not word.startswith(TELLING)
    )
