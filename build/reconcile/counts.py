"""The numbers of an exchange as reports give them, and how they agree (codebook, "exchanges")."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..records import Claims, ExchangeClaim, Modifier

Side = Literal["captives", "prisoners"]


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """A number of people released, with the modifier that its figure has in the text."""

    value: int
    modifier: Modifier

    def agrees(self, other: "Count") -> bool:
        """Whether both may be one number: equal, or a vague one and an exact one that meets it closely.

        >>> Count(100, "at_least").agrees(Count(105, "exact")), Count(100, "at_least").agrees(Count(240, "exact"))
        (True, False)
        """
        if self.value == other.value:
            return True
        return any(
            exact.modifier == "exact"
            and vague.met_by(exact.value)
            and abs(exact.value - vague.value) * 10 <= vague.value
            for exact, vague in ((self, other), (other, self))
        )

    def met_by(self, value: int) -> bool:
        """Whether `value` satisfies this number where it is vague: 105 meets "over 100" and "about 110"."""
        match self.modifier:
            case "at_least":
                return value >= self.value
            case "at_most":
                return value <= self.value
            case "about":
                return _close(value, self.value)
        return value == self.value


def _close(value: int, rounded: int) -> bool:
    """Whether a writer who knows `value` would round it to `rounded`: a tenth is the limit."""
    return abs(value - rounded) * 10 <= rounded


def counts(claims: Claims, claim: ExchangeClaim, side: Side) -> frozenset[Count]:
    """What a report says of one side; a number that no figure states as such (a sum, a list of names) is exact."""
    low, high = (
        (claim.captives_low, claim.captives_high) if side == "captives" else (claim.prisoners_low, claim.prisoners_high)
    )
    figures = [claims.figures[i] for i in claim.figures]
    found = set()
    for value in {low, high} - {None}:
        assert value is not None
        own = {
            f.modifier
            for f in figures
            if f.unit == "people" and value in (f.value_low, f.value_high) and f.measure.startswith(side)
        }
        found.add(Count(value, "exact" if "exact" in own or not own else min(own)))
    return frozenset(found)


def span(numbers: Iterable[Count]) -> tuple[int | None, int | None]:
    """The lowest and highest number; a vague one that an exact one satisfies does not widen the span.

    >>> span([Count(50, "exact"), Count(69, "at_least"), Count(69, "exact")])
    (50, 69)
    >>> span([Count(100, "at_least"), Count(105, "exact")])
    (105, 105)
    """
    given = set(numbers)
    exact = {number.value for number in given if number.modifier == "exact"}
    kept = [n.value for n in given if n.modifier == "exact" or not any(n.met_by(value) for value in exact)]
    return min(kept, default=None), max(kept, default=None)


def share(one: frozenset[Count], other: frozenset[Count]) -> list[int]:
    """The numbers that both reports give, exact ones where one has them."""
    return sorted({max(a, b, key=lambda n: n.modifier == "exact").value for a in one for b in other if a.agrees(b)})


def differ(one: frozenset[Count], other: frozenset[Count]) -> bool:
    """Whether both give numbers too far apart to be two counts of the same people: one more than half as high again."""
    if not one or not other or share(one, other):
        return False
    near = [(a.value, b.value) for a in one for b in other if 2 * max(a.value, b.value) <= 3 * min(a.value, b.value)]
    return not near
