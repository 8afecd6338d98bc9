"""The occasions of a sentence: which numbers of people released belong together, how many they make, and when.

Codebook, "exchanges": batches on separate days are separate rows; a stated total, else the sum of parts that do
not overlap; one bargain whose numbers are disputed spans them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..records import Span
from .bargains import Status
from .custody import Keeper
from .phrases import find_phrase, has_phrase, last_phrase, phrase_at
from .release_amounts import Amount, sum_of_all
from .release_dates import Moment, Period
from .release_parties import may_hold_captives
from .release_signs import Side, side_by_noun
from .releases import Line, Release

CLOSE = 3
CLAUSE = 6
WITHIN = 12
MOST = 40


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


def groups(releases: Sequence[Release], moments: Sequence[Moment], line: Line) -> Iterator[list[Release]]:
    """The releases of each occasion: those of one stretch of the sentence, unless it tells of several days.

    A stretch with more numbers than any sentence has is a table that lost its lines; nothing says what goes together.
    """
    starts, times = [release.first for release in releases], [moment.first for moment in moments]
    for first, last, own in _stretches(releases, starts, line):
        if len(own) > MOST:
            continue
        days = _distinct(moments[bisect_left(times, first) : bisect_left(times, last)][:MOST])
        own = _with_one_fate(own, line)
        for group in (part for pair in _by_pair(own, line) for one in _by_stage(pair, line) for part in _by_state(one)):
            if len(days) < 2:
                yield from _to_date(group, line)
                continue
            total = sum_of_all([r for r in group if not r.part])
            if total and total.last <= days[0].first:
                yield [total]
            yield from _by_day([r for r in group if r is not total], days, line)


def _to_date(group: list[Release], line: Line) -> list[list[Release]]:
    """The batch, and apart from it the number of all so far: "six more were freed, bringing the number to 25"."""
    sums = [release for release in group if is_of_all(release, line)]
    return [part for part in ([r for r in group if r not in sums], sums) if part]


def is_of_all(release: Release, line: Line) -> bool:
    """Whether a number is of more than a batch: "taking to 25 the number freed", "began an exchange of 900"."""
    swap = last_phrase(line.words, release.first - CLOSE, release.first, "swap")
    if swap is not None and line.words[swap + 1 : swap + 2] == ("of",) and line.words[swap - 1] != "in":
        return True
    return is_sum_to_date(release, line)


def is_sum_to_date(release: Release, line: Line) -> bool:
    """Whether a number sums up the releases of several days: "bringing to 25 the number freed"."""
    verb = last_phrase(line.words, release.first - CLAUSE, release.first, "raising")
    between = line.words[verb : release.first] if verb is not None else ()
    return "to" in between and not {"day", "day’s", "day's"} & set(between)


def is_mutual(group: Sequence[Release], line: Line) -> bool:
    """Whether the one number of a swap may count both sides: "the two exchanged 200 prisoners"."""
    if len([r for r in group if not r.part]) != 1 or _mirrored(line, group[0].first, group[-1].last + CLOSE):
        return False
    after = find_phrase(line.words, group[-1].last, group[-1].last + CLAUSE, "swap")
    if after is not None and line.words[after - 1] in ("were", "been", "be") and "for" not in line.words[after:]:
        return True
    swap = last_phrase(line.words, group[0].first - CLAUSE, group[0].first, "swap")
    if swap is None or line.words[swap - 1] == "in" or has_phrase(line.words, swap + 1, group[0].first, "release"):
        return False
    return not has_phrase(line.words, swap, group[-1].last + CLAUSE, "for_strong")


def _stretches(
    releases: Sequence[Release], starts: Sequence[int], line: Line
) -> Iterator[tuple[int, int, list[Release]]]:
    """The parts of the sentence between semicolons; both sides of one bargain may stand on either side of one."""
    cuts = [0, *(i for i, word in enumerate(line.words) if word in ";•" and i), len(line.words)]
    begin = 0
    told: list[Release] = []
    for first, last in pairwise(cuts):
        own = list(releases[bisect_left(starts, first) : bisect_left(starts, last)])
        if told and own and (line.words[first] == "•" or {r.side for r in told} & {r.side for r in own}):
            yield begin, first, told
            begin, told = first, []
        told += own
    yield begin, len(line.words), told


def _distinct(moments: Sequence[Moment]) -> list[Moment]:
    """The moments without those that name a day again."""
    kept: list[Moment] = []
    for moment in moments:
        if not any(moment.period == other.period for other in kept if moment.period.known):
            kept.append(moment)
    return kept


def _by_pair(releases: list[Release], line: Line) -> Iterator[list[Release]]:
    """A bare "thousand for thousand" is an exchange by itself, whatever else the sentence counts."""
    pairs = enumerate(pairwise(releases))
    place = next((i for i, (a, b) in pairs if a.low == b.low and _bare_pair(a, b, line)), None)
    if place is not None and len(releases) > 2:
        yield releases[place : place + 2]
        releases = releases[:place] + releases[place + 2 :]
    if releases:
        yield releases


def _with_one_fate(releases: list[Release], line: Line) -> list[Release]:
    """What is given "in exchange for" people who are only to be let go is only to be given."""
    turns = (i for i in range(1, len(releases)) if _is_barter(releases[i - 1], releases[i], line))
    turn = next(turns, None)
    if turn is None:
        return releases
    coming = releases[turn - 1].prospective
    return [*releases[:turn], *(replace(r, prospective=r.prospective or coming) for r in releases[turn:])]


def _is_barter(one: Release, other: Release, line: Line) -> bool:
    return has_phrase(line.words, one.last, other.first, "for_strong")


def _by_stage(releases: list[Release], line: Line) -> list[list[Release]]:
    """The batches of a schedule: "three are due on the first day, four on the seventh"."""
    staged = [r for r in releases if _is_on_an_ordinal_day(r, line)]
    if len(staged) < 2 or len({r.side for r in staged}) > 1:
        return [releases]
    bounds = [*(releases.index(r) for r in staged[1:]), len(releases)]
    return [releases[first:last] for first, last in pairwise([0, *bounds])]


def _is_on_an_ordinal_day(release: Release, line: Line) -> bool:
    place = find_phrase(line.words, release.last, release.last + CLAUSE, "ordinal")
    return place is not None and line.words[place - 2 : place] == ("on", "the")


def _by_state(releases: list[Release]) -> list[list[Release]]:
    """What is done and what is to come are two, where they tell of one side: "250 went home, 900 are to follow"."""
    states = {(r.side, r.prospective) for r in releases if not r.part}
    if len(states) == len({side for side, _ in states}):
        return [releases]
    return [[r for r in releases if r.prospective == state] for state in (False, True)]


def _bare_pair(one: Release, other: Release, line: Line) -> bool:
    return line.words[one.last : other.first] in (("for",), ("-", "for", "-"))


def _by_day(releases: Sequence[Release], days: Sequence[Moment], line: Line) -> list[list[Release]]:
    """The releases by their times; what is given "for" another goes with it, a part with its whole.

    Times that lead ("On Friday 13 were freed, on Saturday 17") or follow ("13 on Friday and 17 on Saturday") do so
    for every number of the sentence.
    """
    found: list[list[Release]] = []
    previous: Moment | None = None
    places = [moment.first for moment in days]
    leading = places[0] < releases[0].first
    for i, release in enumerate(releases):
        at = bisect_left(places, release.first) - leading
        day = days[min(at, len(days) - 1)]
        if found and (day is previous or release.part or against(releases[i - 1], release, line)):
            found[-1].append(release)
        else:
            found.append([release])
            previous = day
    return found


def against(one: Release, other: Release, line: Line) -> bool:
    """Whether one is given for the other: "105 hostages in return for 240 prisoners"."""
    return other.first - one.last <= WITHIN and has_phrase(line.words, one.last, other.first, "for")


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
            return has_phrase(words, 0, last, "release", "swap")
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
