"""Which numbers of a sentence belong to one occasion (codebook, "exchanges").

Batches on separate days are separate rows, and so is a total of them; what is done and what is to come are two.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .phrases import find_phrase, has_phrase, last_phrase
from .release_amounts import sum_of_all
from .release_dates import Moment
from .releases import Line, Release

CLOSE = 3
CLAUSE = 6
WITHIN = 12
MOST = 40


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


def _bare_pair(one: Release, other: Release, line: Line) -> bool:
    return line.words[one.last : other.first] in (("for",), ("-", "for", "-"))


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
