"""The sides of an occasion: whose people each number counts, and who lets them go.

Codebook, "exchanges": between a state and a non-state side the latter's people are the captives; where two states
swap, those whom the side named first releases.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..records import Span
from .bargains import Status
from .batches import against
from .custody import Keeper
from .phrases import find_phrase, has_phrase, last_phrase, phrase_at
from .release_amounts import Amount
from .release_dates import Period
from .release_parties import may_hold_captives
from .release_signs import Side, side_by_noun
from .releases import Line, Release

CLOSE = 3
CLAUSE = 6
WITHIN = 12
FAR = 30


@dataclass(frozen=True, slots=True)
class Occasion:
    """A release as one stretch of a sentence tells it.

    `answers` says that it is told as the other side's part, `returns` that it says "in return", `demands` that a
    side names its own terms, `partial` that it counts some of those told before, `mutual` that its one number may
    count the people of both sides.
    """

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
    claimants: frozenset[str]
    answers: bool
    returns: bool
    demands: bool
    partial: bool
    mutual: bool


def is_mutual(group: Sequence[Release], line: Line) -> bool:
    """Whether the one number of a swap may count both sides: "the two exchanged 200 prisoners"."""
    if len([r for r in group if not r.part]) != 1 or _mirrored(line, group[0].first, group[-1].last + CLOSE):
        return False
    after = find_phrase(line.words, group[-1].last, group[-1].last + CLAUSE, "swap")
    passive = after is not None and line.words[after - 1] in ("were", "been", "be")
    if passive and "for" not in line.words[group[-1].last : group[-1].last + FAR]:
        return True
    swap = last_phrase(line.words, group[0].first - CLAUSE, group[0].first, "swap")
    if swap is None or line.words[swap - 1] == "in" or has_phrase(line.words, swap + 1, group[0].first, "release"):
        return False
    return not has_phrase(line.words, swap, group[-1].last + CLAUSE, "for_strong")


def sided(group: Sequence[Release], keepers: Sequence[Keeper], line: Line, first: int, last: int) -> list[Release]:
    """The releases, sides put right where two states swap: the side named first releases the "captives"."""
    if not is_mutual(group, line):
        group = [replace(r, side="captives") if _held_by_group(r, keepers) else r for r in group]
    wholes = _without_sum([r for r in group if not r.part], line)
    parts = [r for r in group if r.part]
    if _two_nations(wholes, line, first, last) or _for_nationals(wholes, line):
        return [replace(wholes[0], side="captives"), replace(wholes[1], side="prisoners")]
    if len({r.side for r in wholes}) == 1:
        turn = next((i for i in range(1, len(wholes)) if _facing(wholes[i - 1], wholes[i], keepers, line)), None)
        if turn:
            sides: tuple[Side, Side] = ("captives", "prisoners")
            if _held_by_group(wholes[turn], keepers) and not _held_by_group(wholes[turn - 1], keepers):
                sides = ("prisoners", "captives")
            kept = sorted([*wholes, *parts], key=lambda r: r.first)
            return [replace(r, side=sides[r.first >= wholes[turn].first]) for r in kept]
        if _mirrored(line, first, last):
            if all(b.first - a.last < CLOSE for a, b in pairwise(wholes)):
                return [replace(r, side=side) for side in ("captives", "prisoners") for r in wholes]
            number = min(wholes, key=lambda r: r.low)
            return [replace(number, side="captives"), replace(number, side="prisoners")]
    return sorted([*wholes, *parts], key=lambda r: r.first)


def _without_sum(wholes: Sequence[Release], line: Line) -> list[Release]:
    """The numbers without one that sums up both sides: "318 of them, 249 from the south and 69 from the north"."""
    for release in wholes:
        others = [r for r in wholes if r is not release]
        facing = len(others) == 2 and against(others[0], others[1], line)
        if (facing or len({r.side for r in others}) == 2) and sum(r.low for r in others) == release.low:
            return others
    return list(wholes)


def _two_nations(wholes: Sequence[Release], line: Line, first: int, last: int) -> bool:
    """Whether the two numbers are of two states' people, each held by the other: "230 Ukrainians and 248 Russians"."""
    if len(wholes) != 2 or (wholes[0].side == wholes[1].side and not has_phrase(line.words, first, last, "swap")):
        return False
    nations = {release.nation for release in wholes}
    return len(nations) == 2 and None not in nations


def _for_nationals(wholes: Sequence[Release], line: Line) -> bool:
    """Whether people of no name are given for a state's: "16 people released by Moscow in exchange for 8 Russians"."""
    if len(wholes) != 2 or [r.side for r in wholes] != ["prisoners", "captives"] or wholes[1].nation is None:
        return False
    unnamed = all(side_by_noun(line.words, r.first, r.last) is None for r in wholes)
    return unnamed and has_phrase(line.words, wholes[0].last, wholes[1].first, "for_strong")


def _facing(one: Release, other: Release, keepers: Sequence[Keeper], line: Line) -> bool:
    """Whether two numbers are the two sides of a swap, though the words call both by one name."""
    if other.first - one.last <= 2 * CLOSE and against(one, other, line):
        return True
    if has_phrase(line.words, one.last, min(other.first, one.last + 2 * WITHIN), "for_strong"):
        return True
    if has_phrase(line.words, other.last, other.last + CLOSE, "return"):
        return True
    got = [_got(release, line) for release in (one, other)]
    if all(got) or (any(got) and all(_has_verb(release, line) for release in (one, other))):
        return True
    mine, theirs = releaser(one, keepers), releaser(other, keepers)
    return mine is not None and theirs is not None and mine != theirs


def _got(release: Release, line: Line) -> bool:
    """Whether they are told as received: "Kyiv *got back* 90 and handed over 95", "the other side *took in* 124"."""
    verb = last_phrase(line.words, release.first - CLAUSE, release.first, "receipt", "release")
    return verb is not None and phrase_at(line.words, verb, "receipt") > 0


def _has_verb(release: Release, line: Line) -> bool:
    return has_phrase(line.words, release.first - CLAUSE, release.first, "receipt", "release")


def _held_by_group(release: Release, keepers: Sequence[Keeper]) -> bool:
    """Whether the sentence has these people held by a party that is no state: theirs are the captives."""
    return any(release.first <= k.about < release.last and may_hold_captives(k.party) for k in keepers)


def _mirrored(line: Line, first: int, last: int) -> bool:
    """Whether one number holds for both sides: "each side freed 390 people", "as many were let go by Kyiv"."""
    words = line.words
    for place in range(first, last):
        size = _phrase(words, place)
        if size and words[place - 1 : place] != ("for",):
            return has_phrase(words, first - FAR, min(last, first + FAR), "release", "swap")
    return False


def _phrase(words: Sequence[str], place: int) -> bool:
    return has_phrase(words, place, place + 1, "equal", "both")


def releaser(release: Release, keepers: Sequence[Keeper]) -> str | None:
    """The party that the sentence says lets these people go, the nearest one named."""
    near = [
        (min(abs(keeper.place - release.first), abs(keeper.place - release.last)), keeper.place, keeper.party)
        for keeper in keepers
        if keeper.releases
    ]
    return min(near)[2] if near and min(near)[0] <= WITHIN else None
