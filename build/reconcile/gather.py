"""The joining of reports, whatever they report: only when exactly one candidate remains."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from ..records import Claims, Span

Claim = TypeVar("Claim")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Report(Generic[Claim]):
    """One claim with the article that makes it; `index` is its place among the article's claims of its kind."""

    claims: Claims
    claim: Claim
    index: int
    evidence: tuple[Span, ...]

    @property
    def source_id(self) -> str:
        return self.claims.article.source_id

    @property
    def published_on(self) -> date | None:
        return self.claims.article.published_on

    @property
    def when(self) -> tuple[date, str, int, int]:
        """The order in which reports came: by publication, then source, then place in the text."""
        return (self.published_on or date.max, self.source_id, self.evidence[0].start, self.index)


@dataclass(frozen=True, slots=True)
class Fit:
    """That a report fits a thing: how well (greater is better), and by which facts, for the log."""

    strength: tuple[int, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """One entry of the log: a report that joined a thing, or stayed apart because several fitted as well."""

    report: Report[Any]
    things: tuple[int, ...]
    reasons: tuple[str, ...]


def gather(
    reports: Sequence[Report[Claim]],
    begin: Callable[[Report[Claim]], Thing],
    merge: Callable[[Thing, Thing], Thing],
    fit: Callable[[Thing, Thing], Fit | None],
    keys: Callable[[Report[Claim]], Iterable[Hashable]],
) -> tuple[list[Thing], list[Join]]:
    """The things that `reports` tell of, in the order given, and what was joined to which and why.

    `begin` makes a thing of one report; `fit` and `merge` take a thing and another of one report.

    A report joins the one thing that it fits best. Where two fit equally well it stays apart: in doubt, two
    rows (codebook, "When two reports are one thing"). Only things that share one of its `keys` are tried.
    """
    things: list[Thing] = []
    joins: list[Join] = []
    near: defaultdict[Hashable, dict[int, None]] = defaultdict(dict)
    for report in reports:
        own, told = tuple(keys(report)), begin(report)
        fits = [(found, i) for i in sorted({i for key in own for i in near[key]}) if (found := fit(things[i], told))]
        best = max((found.strength for found, _ in fits), default=())
        chosen = [(found, i) for found, i in fits if found.strength == best]
        if len(chosen) == 1:
            (found, place) = chosen[0]
            things[place] = merge(things[place], told)
            joins.append(Join(report, (place,), found.reasons))
        else:
            place = len(things)
            things.append(told)
            if chosen:
                joins.append(Join(report, (place, *(i for _, i in chosen)), ()))
        for key in own:
            near[key][place] = None
    return things, joins
