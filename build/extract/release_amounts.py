"""How many people one side of an exchange releases, by the numbers that one occasion tells (codebook, `captives_low`).

A stated total, else the sum of parts that do not overlap; the living alone where the text numbers them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .release_signs import Side
from .releases import Release

CLOSE = 3
MANY = 12


@dataclass(frozen=True, slots=True)
class Amount:
    """How many people one side releases.

    `numbers` are all that are told of them, addends and totals; `vague` those that are not exact; `total` says that
    the number sums up what was told before.
    """

    low: int
    high: int
    numbers: frozenset[int]
    vague: frozenset[int] = frozenset()
    total: bool = False


def amount(group: Sequence[Release], side: Side) -> Amount | None:
    """How many one side releases by the numbers of one occasion.

    A number that others add up to is their total (24 = 13 + 10 + 1); numbers by different sources are a dispute
    and span from the lowest to the highest; all else adds up. The living alone stand for their whole.
    """
    own = [r for r in group if r.side == side]
    wholes = _living(own)
    if not wholes:
        return None
    numbers = frozenset(n for r in wholes for n in (r.low, r.high))
    vague = frozenset(n for r in wholes if r.modifier != "exact" for n in (r.low, r.high))
    total = sum_of_all(wholes)
    if total:
        return Amount(total.low, total.high, numbers, vague, total.total)
    by_source: dict[str | None, list[Release]] = {}
    for release in wholes:
        by_source.setdefault(release.claimant, []).append(release)
    if None in by_source and len(by_source) == 2:
        by_source = {None: wholes}
    low = min(sum(r.low for r in told) for told in by_source.values())
    high = max(sum(r.high for r in told) for told in by_source.values())
    return Amount(low, high, numbers | {low, high}, vague, any(r.total for r in wholes))


def _living(own: Sequence[Release]) -> list[Release]:
    """The numbers that count: wholes, or in a whole's place its part that numbers the living."""
    kept: list[Release] = []
    for release in own:
        if not release.part:
            kept.append(release)
        elif release.living and kept and not kept[-1].living:
            kept[-1] = release
    return kept


def sum_of_all(wholes: Sequence[Release]) -> Release | None:
    """The number that the others add up to, that is told twice, or that the words call the total of all."""
    if len(wholes) < 2:
        return None
    largest = max(wholes, key=lambda r: r.high)
    others = [r for r in wholes if r is not largest][:MANY]
    listed = any(_in_one_list(r, largest) for r in others)
    if largest.total and not listed and largest.low >= sum(r.low for r in others):
        return largest
    if any(r.low == largest.low and not _in_one_list(r, largest) for r in others):
        return largest
    reached = {0: 0}
    for other in others:
        for value, terms in list(reached.items()):
            reached.setdefault(value + other.low, terms + 1)
    return largest if reached.get(largest.low, 0) > 1 else None


def _in_one_list(one: Release, other: Release) -> bool:
    """Whether both stand in one list: "two Britons and two Italians"."""
    first, second = sorted((one, other), key=lambda r: r.first)
    return second.first - first.last < CLOSE
