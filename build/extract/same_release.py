"""Which occasions of one article are one release: told twice, told side by side, or told by rival sources."""

from collections.abc import Sequence
from dataclasses import replace

from ..records import Span
from .occasions import Amount, Occasion
from .release_dates import Period

NEXT = 2


def gather(occasions: Sequence[Occasion]) -> list[tuple[Occasion, tuple[Span, ...]]]:
    """The releases of the article, each with the passages that tell of it, the fullest first."""
    found: list[tuple[Occasion, list[Occasion]]] = []
    for occasion in occasions:
        place = _place(found, occasion)
        if place is None:
            found.append((occasion, [occasion]))
        else:
            known, told = found[place]
            found[place] = (joined(known, occasion), [*told, occasion])
    return [(known, tuple(o.span for o in sorted(told, key=_fullness))) for known, told in found]


def _fullness(occasion: Occasion) -> tuple[bool, bool, int]:
    return (occasion.captives is None or occasion.prisoners is None, not occasion.period.known, occasion.line)


def _place(found: Sequence[tuple[Occasion, list[Occasion]]], occasion: Occasion) -> int | None:
    """The release told before that `occasion` belongs to: the last one that it completes, or repeats."""
    for place in range(len(found) - 1, -1, -1):
        known, told = found[place]
        if completes(known, told[-1], occasion):
            return place
    for place in range(len(found) - 1, -1, -1):
        if repeats(found[place][0], occasion):
            return place
    return None


def completes(known: Occasion, last: Occasion, other: Occasion) -> bool:
    """Whether `other` tells the side that is missing, in the next sentences: "In return, Israel freed 150"."""
    sides = (known.captives is None) != (known.prisoners is None) and (other.captives is None) != (
        other.prisoners is None
    )
    if not sides or (known.captives is None) == (other.captives is None):
        return False
    distance = other.line - last.line
    if distance > NEXT or not _same_time(known.period, other.period):
        return False
    if other.answers:
        return True
    return other.paragraph == last.paragraph and known.status == other.status and not other.demands


def repeats(known: Occasion, other: Occasion) -> bool:
    """Whether both tell of one release: a number in common, and none that contradicts it."""
    if not _same_time(known.period, other.period):
        return False
    shared = [_shares(known.captives, other.captives), _shares(known.prisoners, other.prisoners)]
    if not any(shared):
        return False
    return not any(_contradict(a, b) for a, b in ((known.captives, other.captives), (known.prisoners, other.prisoners)))


def _same_time(one: Period, other: Period) -> bool:
    if not (one.known and other.known):
        return True
    if one.precision == other.precision:
        return one == other
    return True


def _shares(one: Amount | None, other: Amount | None) -> bool:
    return (
        one is not None
        and other is not None
        and bool({one.low, one.high} & other.numbers | {other.low, other.high} & one.numbers)
    )


def _contradict(one: Amount | None, other: Amount | None) -> bool:
    return one is not None and other is not None and not _shares(one, other)


def joined(one: Occasion, other: Occasion) -> Occasion:
    """Both as one: what either leaves out is filled in, numbers in dispute span."""
    ranks = ("proposed", "agreed", "completed")
    state = one.status if one.status == other.status else max(one.status, other.status, key=ranks.index)
    if one.status != other.status and (one.captives is None or other.captives is None):
        state = "agreed"
    return replace(
        one,
        captives=_both(one.captives, other.captives),
        prisoners=_both(one.prisoners, other.prisoners),
        captives_holder=one.captives_holder or other.captives_holder,
        prisoners_holder=one.prisoners_holder or other.prisoners_holder,
        status=state,
        period=one.period if one.period.known else other.period,
        figures=tuple(sorted({*one.figures, *other.figures})),
        claimants=one.claimants | other.claimants,
    )


def _both(one: Amount | None, other: Amount | None) -> Amount | None:
    if one is None or other is None:
        return one or other
    numbers = one.numbers | other.numbers
    if other.low in one.numbers and other.high in one.numbers:
        return replace(one, numbers=numbers)
    if one.low in other.numbers and one.high in other.numbers:
        return replace(other, numbers=numbers)
    return Amount(min(one.low, other.low), max(one.high, other.high), numbers)
