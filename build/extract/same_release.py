"""Which occasions of one article are one release: told twice, told side by side, or told by rival sources."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from ..records import Span
from .bargains import Status
from .occasions import Occasion
from .release_amounts import Amount
from .release_dates import Period
from .release_parties import is_state

NEXT = 2
RECENT = 100
FACTOR = 3
VAGUE = frozenset((24, 40, 200, 2000, 20000))
RANKS: tuple[Status, ...] = ("proposed", "agreed", "completed")

Told = tuple[Occasion, list[Occasion]]


def gather(occasions: Sequence[Occasion]) -> list[tuple[Occasion, tuple[Span, ...]]]:
    """The releases of the article, each with the passages that tell of it, the fullest first."""
    found: list[Told] = []
    for before, told_now in pairwise([None, *occasions]):
        assert told_now is not None
        occasion = _turned(before, told_now) if before else told_now
        place = _place(found, occasion)
        if place is not None:
            known, told = found[place]
            found[place] = (joined(known, occasion), [*told, occasion])
        elif not _is_some_of(found, occasion):
            found.append((occasion, [occasion]))
    found = _facing(_summed(_settled(found)))
    return [(known, tuple(o.span for o in sorted(told, key=_fullness))) for known, told in found]


def _settled(found: list[Told]) -> list[Told]:
    """The releases once more: what later passages filled in may show that a headline's is one of them."""
    kept: list[Told] = []
    for known, told in found:
        recent = range(max(len(kept) - RECENT, 0), len(kept))
        place = next((i for i in recent if _repeats(*kept[i], known)), None)
        if place is None:
            kept.append((known, told))
        else:
            kept[place] = (joined(kept[place][0], known), [*kept[place][1], *told])
    return kept


def _turned(last: Occasion, other: Occasion) -> Occasion:
    """What is given "in return" for people of one side is the other side, whatever its people are called."""
    sides = [(one.captives is not None, one.prisoners is not None) for one in (last, other)]
    if not other.returns or other.line - last.line > 1 or sides[0] != sides[1] or all(sides[0]):
        return other
    return replace(
        other,
        captives=other.prisoners,
        prisoners=other.captives,
        captives_holder=other.prisoners_holder,
        prisoners_holder=other.captives_holder,
    )


def _fullness(occasion: Occasion) -> tuple[bool, bool, int]:
    return (occasion.captives is None or occasion.prisoners is None, not occasion.period.known, occasion.line)


def _place(found: Sequence[Told], occasion: Occasion) -> int | None:
    """The release told before that `occasion` completes, repeats or disputes; the last such one."""
    for fits in (_completes, _repeats, _sums_up, _disputes):
        for place in range(len(found) - 1, max(len(found) - RECENT, 0) - 1, -1):
            if fits(*found[place], occasion):
                return place
    return None


def _completes(known: Occasion, told: Sequence[Occasion], other: Occasion) -> bool:
    """Whether `other` tells the side that is missing, in the next sentences: "In return, Israel freed 150"."""
    missing = (known.captives is None, known.prisoners is None)
    if missing not in ((True, False), (False, True)) or missing != (
        other.captives is not None,
        other.prisoners is not None,
    ):
        return False
    if known.mutual or other.mutual or other.line - told[-1].line > NEXT or not _same_time(known.period, other.period):
        return False
    if other.answers or other.returns:
        return True
    near = other.paragraph == told[-1].paragraph or other.line - told[-1].line == 1 or known.status == "agreed"
    return near and known.status == other.status and not other.demands


def _repeats(known: Occasion, told: Sequence[Occasion], other: Occasion) -> bool:
    """Whether both tell of one release: a number in common, and none that contradicts it.

    What was due and then was done is one release, though it was done on a later day.
    """
    done_since = known.status != other.status and _is_done_since(known, other)
    if not (_same_time(known.period, other.period) or done_since):
        return False
    if known.status == other.status == "proposed" and known.demands != other.demands:
        return False
    pairs = ((known.captives, other.captives), (known.prisoners, other.prisoners))
    near = "proposed" not in (known.status, other.status) and other.line - told[-1].line <= 2 * NEXT
    fits = agrees if near or known.status == other.status != "proposed" else _same
    agree = [fits(a, b) for a, b in pairs if a and b]
    return (bool(agree) and all(agree)) or _counts_both(known, other) or _counts_both(other, known)


def _is_done_since(known: Occasion, other: Occasion) -> bool:
    """Whether one is done on or after the day for which the other was due."""
    done, due = (known, other) if known.status == "completed" else (other, known)
    if done.status != "completed":
        return False
    return done.period.end is None or due.period.start is None or done.period.end >= due.period.start


def _counts_both(one: Occasion, other: Occasion) -> bool:
    """Whether one number of `one` counts both sides of `other`: "swap 230", "115 from each side"."""
    if not (other.captives and other.prisoners) or (one.captives and one.prisoners):
        return False
    sum_of_sides = other.captives.low + other.prisoners.low
    return any(side is not None and side.low == side.high == sum_of_sides for side in (one.captives, one.prisoners))


def _sums_up(known: Occasion, told: Sequence[Occasion], other: Occasion) -> bool:
    """Whether `other` adds to what was told and gives the total: "ten more, which brought the day’s total to 24"."""
    if known.status != other.status or not _same_time(known.period, other.period) or other.line - told[-1].line > NEXT:
        return False
    pairs = ((known.captives, other.captives), (known.prisoners, other.prisoners))
    return any(a and b and b.total and b.high - a.high in b.numbers for a, b in pairs)


def _disputes(known: Occasion, told: Sequence[Occasion], other: Occasion) -> bool:
    """Whether `other` gives another source's number for a bargain: "the agency speaks instead of 700"."""
    last = told[-1]
    sides = [(known.captives, other.captives), (known.prisoners, other.prisoners)]
    if other.demands or other.line - last.line > 1 or other.paragraph != last.paragraph:
        return False
    if known.status != other.status or other.period.known or not any(a and b for a, b in sides):
        return False
    if any(b and not a for a, b in sides) or all(b for _, b in sides):
        return False
    if not last.claimants or not other.claimants or last.claimants & other.claimants:
        return False
    return all(a.high <= FACTOR * b.low and b.high <= FACTOR * a.low for a, b in sides if a and b)


def _is_some_of(found: Sequence[Told], occasion: Occasion) -> bool:
    """Whether those counted are among people told of before: "Of the prisoners, 154 were deported"."""
    if not occasion.partial or occasion.period.known:
        return False
    mine = (occasion.captives, occasion.prisoners)
    highest = max(amount.high for amount in mine if amount)
    if any(known.mutual and highest < max(_numbers(known)) for known, _ in found):
        return True
    return any(
        (a is None or (b is not None and a.high <= b.high))
        for known, _ in found
        for a, b in zip(mine, (known.captives, known.prisoners), strict=True)
        if a
    )


def _numbers(occasion: Occasion) -> frozenset[int]:
    return frozenset(n for amount in (occasion.captives, occasion.prisoners) if amount for n in amount.numbers)


def _facing(found: list[Told]) -> list[Told]:
    """The two sides of one swap of states, told apart from each other: "Moscow gave up 16", "Berlin let eight go"."""
    single = [told for told in found if not (told[0].captives and told[0].prisoners) and not told[0].mutual]
    if len(single) != 2 or len(found) > 2:
        return found
    (one, told), (other, more) = single
    holders = [x.captives_holder if x.captives else x.prisoners_holder for x in (one, other)]
    if None in holders or holders[0] == holders[1] or not all(is_state(holder) for holder in holders if holder):
        return found
    if one.status != other.status or not _same_time(one.period, other.period):
        return found
    first = replace(one, captives=one.captives or one.prisoners, captives_holder=holders[0], prisoners=None)
    second = replace(other, prisoners=other.prisoners or other.captives, prisoners_holder=holders[1], captives=None)
    both = joined(replace(first, prisoners_holder=None), replace(second, captives_holder=None))
    return [(both, [*told, *more])]


def _summed(found: list[Told]) -> list[Told]:
    """Batches of one day are one release; a number that several days add up to is the total of their period."""
    kept = list(found)
    for entry in found:
        known, told = entry
        parts = [other for other in kept[:RECENT] if other is not entry and _may_add(known, other[0])]
        if len(parts) < 2 or not _adds_up(known, [other for other, _ in parts]):
            continue
        place = next(i for i, other in enumerate(kept) if other is entry)
        days = {other.period for other, _ in parts}
        if len(days) == 1:
            whole = known
            for other, more in parts:
                whole = _absorbed(whole, other)
                told = [*told, *more]
            kept[place] = (whole, told)
            kept = [other for other in kept if not any(other is part for part in parts)]
        elif not known.period.known or known.period in days:
            period = _spanned([other.period for other, _ in parts])
            kept[place] = (replace(known, period=period, status="completed"), told)
    return kept


def _may_add(whole: Occasion, part: Occasion) -> bool:
    if part.status != "completed" or whole.captives is None or part.captives is None:
        return False
    return part.period.known and part.period.start == part.period.end and part.captives.high < whole.captives.low


def _adds_up(whole: Occasion, parts: Sequence[Occasion]) -> bool:
    assert whole.captives is not None
    return sum(part.captives.low for part in parts if part.captives) == whole.captives.low


def _spanned(periods: Sequence[Period]) -> Period:
    days = sorted(period.start for period in periods if period.start)
    return Period(days[0], days[-1], "day")


def _absorbed(whole: Occasion, part: Occasion) -> Occasion:
    """The total with what its batch tells besides the number of captives."""
    return joined(whole, replace(part, captives=whole.captives))


def _same_time(one: Period, other: Period) -> bool:
    """Whether the periods may be one: unknown, the same, or a day within a month that is all another report tells."""
    if not (one.known and other.known) or one == other:
        return True
    if one.precision == other.precision:
        return False
    starts = [p.start or p.end or date.min for p in (one, other)]
    ends = [p.end or p.start or date.max for p in (one, other)]
    return max(starts) <= min(ends)


def agrees(one: Amount, other: Amount) -> bool:
    """Whether both may be one number: one in common, or an exact one that satisfies the other's vague or round one."""
    return _same(one, other) or _meets(one, other) or _meets(other, one)


def _same(one: Amount, other: Amount) -> bool:
    """Whether they have a number in common; a rival bargain may differ by little."""
    return bool({one.low, one.high} & other.numbers or {other.low, other.high} & one.numbers)


def _meets(exact: Amount, vague: Amount) -> bool:
    """ "nearly 2,000" or "2,000" for 1,968, "more than 100" for 113."""
    if vague.low in VAGUE and vague.low in vague.vague and vague.low <= exact.low < 10 * vague.low:
        return True
    difference = exact.low - vague.low
    rounded = _roundness(vague.low) > _roundness(exact.low)
    if rounded and vague.low in vague.vague and 0 < 4 * difference <= vague.low:
        return True
    return (rounded or vague.low in vague.vague) and 10 * abs(difference) <= vague.low


def _roundness(number: int) -> int:
    """How many noughts the number ends in, from two on; a smaller number is not rounded."""
    noughts = len(str(number)) - len(str(number).rstrip("0"))
    return noughts if noughts > 1 else 0


def joined(one: Occasion, other: Occasion) -> Occasion:
    """Both as one: what either leaves out is filled in, numbers in dispute span; half done is agreed."""
    if _counts_both(one, other):
        one = replace(one, captives=None, prisoners=None)
    elif _counts_both(other, one):
        other = replace(other, captives=None, prisoners=None)
    state = max(one.status, other.status, key=RANKS.index)
    if one.status != other.status and not any((one.captives and other.captives, one.prisoners and other.prisoners)):
        state = "agreed"
    first, second = (other, one) if other.status == "completed" != one.status else (one, other)
    return replace(
        one,
        captives=_both(one.captives, other.captives),
        prisoners=_both(one.prisoners, other.prisoners),
        captives_holder=one.captives_holder or other.captives_holder,
        prisoners_holder=one.prisoners_holder or other.prisoners_holder,
        status=state,
        period=first.period if first.period.known else second.period,
        figures=tuple(sorted({*one.figures, *other.figures})),
        claimants=one.claimants | other.claimants,
    )


def _both(one: Amount | None, other: Amount | None) -> Amount | None:
    if one is None or other is None:
        return one or other
    numbers, vague = one.numbers | other.numbers, one.vague | other.vague
    if other.total and one.high < other.low:
        return replace(other, numbers=numbers, vague=vague)
    for kept, told in ((one, other), (other, one)):
        if {told.low, told.high} <= kept.numbers | kept.vague and kept.low not in kept.vague:
            return replace(kept, numbers=numbers, vague=vague)
    rough = {a.low for a, b in ((one, other), (other, one)) if _meets(b, a)}
    exact = [n for n in (one.low, one.high, other.low, other.high) if n not in vague | rough]
    spread = exact if exact and agrees(one, other) else [one.low, one.high, other.low, other.high]
    return Amount(min(spread), max(spread), numbers, vague)
