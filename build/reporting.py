"""The verbs of reporting and the words that may be finite verbs."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from .authority import table
from .clauses import is_a

ReportKind = Literal["say", "hold", "propose", "speak"]


@cache
def _reporting() -> dict[str, tuple[tuple[tuple[str, ...], ReportKind], ...]]:
    """Each first word of a reporting verb, with what must follow it and the verb's kind, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], ReportKind]]] = {}
    for row in table("reporting_verbs"):
        first, *rest = row["word"].split()
        found.setdefault(first, []).append((tuple(rest), row["class"]))  # type: ignore[arg-type]
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


def reporting_verb(words: Sequence[str], place: int) -> tuple[ReportKind, int] | None:
    """The kind of the reporting verb at `place` and how many words it has.

    >>> reporting_verb(("rescuers", "speak", "of", "1,000"), 1)
    ('hold', 2)
    """
    for rest, kind in _reporting().get(words[place], ()):
        if tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
            return kind, 1 + len(rest)
    return None


def is_finite(word: str) -> bool:
    """Whether the word may be the finite verb of a clause: an auxiliary or a verb of reporting."""
    if is_a(word, "be", "have", "do", "modal"):
        return word not in ("be", "been", "being", "having")
    return not word.endswith("ing") and any(not rest for rest, _ in _reporting().get(word, ()))


def inverts(word: str) -> bool:
    """Whether the verb may stand before its source after a quotation: "…, *said* the mayor"."""
    return word in _inverting()


@cache
def _inverting() -> frozenset[str]:
    return frozenset(
        word
        for word, entries in _reporting().items()
        if any(not rest and kind == "say" for rest, kind in entries)
        and not word.endswith("ing")
        and not word.startswith(("tell", "told", "assure", "notif", "detail"))
    )
