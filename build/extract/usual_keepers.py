"""Who holds captives and prisoners by an article as a whole (codebook, `captives_holder`)."""

from collections import Counter
from collections.abc import Mapping, Sequence

from .custody import Keeper
from .release_signs import Side


def usual_keepers(found: Mapping[int, Sequence[Keeper]]) -> dict[Side, str]:
    """Who holds each side by the article as a whole: the party named oftenest for it, oftener than for the other."""
    counts: dict[Side | None, Counter[str]] = {"captives": Counter(), "prisoners": Counter(), None: Counter()}
    for keepers in found.values():
        for keeper in keepers:
            counts[keeper.side][keeper.party] += 1
    usual: dict[Side, str] = {}
    sides: tuple[tuple[Side, Side], ...] = (("captives", "prisoners"), ("prisoners", "captives"))
    for side, other in sides:
        own = {party: n for party, n in counts[side].items() if n > counts[other][party]}
        best = sorted(own, key=lambda party: -own[party])[:2]
        if best and (len(best) == 1 or own[best[0]] > own[best[1]]):
            usual[side] = best[0]
    if "captives" in usual and "prisoners" not in usual:
        others = set(counts[None]) - {usual["captives"]}
        if len(others) == 1:
            usual["prisoners"] = others.pop()
    return usual
