"""The occasions of a sentence: which numbers of people released belong together, how many they make, and when.

Codebook, "exchanges": batches on separate days are separate rows; a stated total, else the sum of parts that do
not overlap; one bargain whose numbers are disputed spans them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..records import Span
from .bargains import Status
from .custody import Keeper
from .phrases import has_phrase
from .release_dates import Moment, Period
from .releases import Line, Release, Side

CLOSE = 4
MANY = 12


@dataclass(frozen=True, slots=True)
class Amount:
    """How many people one side releases; `numbers` are all that are told of them, parts and totals."""

    low: int
    high: int
    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A release as one stretch of a sentence tells it."""

    line: int
    paragraph: int
    span: Span
    captives: Amount | None
    prisoners: Amount | None
    captives_holder: str | None
    prisoners_holder: str | None
    status: Status
    period: Period
    figures: tuple[int, ...]
    claimants: frozenset[str | None]
    answers: bool
    demands: bool


def stretches(line: Line) -> list[tuple[int, int]]:
    """The parts of a sentence between semicolons and bullets, as token places."""
    cuts = [0, *(i for i, word in enumerate(line.words) if word in ";•" and i), len(line.words)]
    return list(zip(cuts, cuts[1:], strict=False))


def groups(releases: Sequence[Release], moments: Sequence[Moment], line: Line) -> Iterator[list[Release]]:
    """The releases of each occasion: those of one stretch, unless it tells of several days."""
    for first, last in stretches(line):
        own = [r for r in releases if first <= r.first < last]
        days = [m for m in moments if first <= m.first < last]
        if own:
            yield from _by_day(own, days, line) if len(days) > 1 else [own]


def _by_day(releases: Sequence[Release], days: Sequence[Moment], line: Line) -> list[list[Release]]:
    """The releases by the time that stands nearest; what is given "for" another goes with it, a part with its whole."""
    found: list[list[Release]] = []
    previous: Moment | None = None
    for i, release in enumerate(releases):
        day = min(
            days, key=lambda m: (m.first - release.last if m.first >= release.last else release.first - m.last, m.first)
        )
        bound = i and (release.part or _against(releases[i - 1], release, line))
        if found and (bound or day is previous):
            found[-1].append(release)
        else:
            found.append([release])
            previous = day
    return found


def _against(one: Release, other: Release, line: Line) -> bool:
    """Whether one is given for the other: "105 hostages in return for 240 prisoners"."""
    return has_phrase(line.words, one.last, other.first, "for") and other.first - one.last <= MANY


def sided(group: Sequence[Release], keepers: Sequence[Keeper], line: Line, first: int, last: int) -> list[Release]:
    """The releases with their sides put right where two states swap: the side named first releases the "captives"."""
    wholes = [r for r in group if not r.part]
    if len({r.side for r in wholes}) == 1:
        if len(wholes) == 2 and _facing(wholes[0], wholes[1], keepers, line):
            parts = [r for r in group if r.part]
            return [replace(wholes[0], side="captives"), replace(wholes[1], side="prisoners"), *parts]
        if has_phrase(line.words, first, last, "equal", "both") and has_phrase(
            line.words, first, last, "release", "swap"
        ):
            number = min(wholes, key=lambda r: r.low)
            return [replace(number, side="captives"), replace(number, side="prisoners")]
    return list(group)


def _facing(one: Release, other: Release, keepers: Sequence[Keeper], line: Line) -> bool:
    gap = line.words[one.last : other.first]
    if len(gap) <= CLOSE and _against(one, other, line):
        return True
    keeper, facing = releaser(one, keepers), releaser(other, keepers)
    return keeper is not None and facing is not None and keeper != facing


def releaser(release: Release, keepers: Sequence[Keeper]) -> str | None:
    """The party that the sentence says lets these people go, the nearest one named."""
    near = [
        (min(abs(k.place - release.first), abs(k.place - release.last)), k.place, k.party)
        for k in keepers
        if k.releases
    ]
    return min(near)[2] if near and min(near)[0] <= MANY else None


def amount(group: Sequence[Release], side: Side) -> Amount | None:
    """How many one side releases by the numbers of one occasion.

    A number that others add up to is their total (24 = 13 + 10 + 1); numbers by different sources are a dispute
    and span from the lowest to the highest; all else adds up.
    """
    own = [r for r in group if r.side == side]
    wholes = [r for r in own if not r.part]
    if not wholes:
        return None
    numbers = frozenset(n for r in own for n in (r.low, r.high))
    total = _total(wholes)
    if total:
        return Amount(total.low, total.high, numbers)
    by_source: dict[str | None, list[Release]] = {}
    for release in wholes:
        by_source.setdefault(release.claimant, []).append(release)
    sums = [(sum(r.low for r in told), sum(r.high for r in told)) for told in by_source.values()]
    low, high = min(low for low, _ in sums), max(high for _, high in sums)
    return Amount(low, high, numbers | {low, high})


def _total(wholes: Sequence[Release]) -> Release | None:
    """The number that is the sum of two or more of the others."""
    largest = max(wholes, key=lambda r: r.high)
    others = [r.low for r in wholes if r is not largest][:MANY]
    reached = {0: 0}
    for number in others:
        reached |= {value + number: terms + 1 for value, terms in reached.items() if value + number not in reached}
    return largest if reached.get(largest.low, 0) > 1 or largest.low in others else None
