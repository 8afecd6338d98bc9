"""The exchanges that an article reports (codebook, "exchanges").

From the numbers of people released in each sentence come occasions; occasions that tell of the same release, or of
the two sides of one, are put together: "Hamas freed 12 captives. In return, Israel let 30 prisoners go."
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from ..records import Chunks, ExchangeClaim, FigureClaim, Span
from .bargains import Status, lead_status, status
from .batches import groups, is_of_all, is_sum_to_date
from .custody import Keeper, find_keepers
from .freed import find_freed
from .ledger import add_ledger
from .named_releases import add_named
from .names_alone import add_names_alone
from .occasions import Occasion, is_mutual, releaser, sided
from .phrases import find_phrase, has_phrase, phrase_at, releasing
from .release_amounts import amount
from .release_dates import Moment, Truce, find_truce, moments, period_of
from .release_parties import facing_state, find_actors, with_nations
from .release_signs import Side, side_by_noun
from .releases import Line, Release, find_releases, lines
from .same_release import gather
from .usual_keepers import usual_keepers

NEAR = 12
OPENING = 5
FAR = 1000


def find_exchanges(chunks: Chunks, figures: tuple[FigureClaim, ...]) -> tuple[ExchangeClaim, ...]:
    """The exchanges of the article in the order in which it tells of them."""
    article_lines = lines(chunks)
    parties = find_actors(article_lines, chunks)
    freed = find_freed(article_lines, figures, parties)
    releases = add_named(find_releases(article_lines, figures, freed), article_lines, chunks)
    releases = add_named(add_ledger(releases, article_lines, chunks, figures), article_lines, chunks)
    releases = add_names_alone(releases, article_lines, chunks, parties)
    if not releases:
        return ()
    releases = with_nations(releases, parties)
    keepers = find_keepers(article_lines, parties, releases)
    truce = find_truce(article_lines, chunks, figures)
    lead = lead_status(article_lines)
    occasions = [
        occasion
        for number in sorted(releases)
        for occasion in _occasions(
            number, article_lines, releases[number], keepers.get(number, ()), truce, lead, chunks
        )
    ]
    usual = usual_keepers(keepers)
    usual |= facing_state(parties, releases, usual)
    return tuple(_claim(occasion, passages, usual) for occasion, passages in gather(occasions))


def _occasions(
    number: int,
    article_lines: Sequence[Line],
    releases: Sequence[Release],
    keepers: Sequence[Keeper],
    truce: Truce,
    lead: Status,
    chunks: Chunks,
) -> Iterator[Occasion]:
    line, published = article_lines[number], chunks.article.published_on
    paragraph = line.sentence.paragraph
    told_before = article_lines[max(number - 2, 0) : number]
    before = [x for x in told_before if x.sentence.paragraph == paragraph or x.number == number - 1]
    times = moments(line, chunks)
    places = [keeper.place for keeper in keepers]
    told = [group for group in groups(releases, times, line) if _tells_release(group, times, line)]
    bounds = [0, *(group[0].first for group in told[1:]), len(line.words)]
    for group, (opening, ending) in zip(told, pairwise(bounds), strict=False):
        window = line.around(group[0].first, group[-1].last)
        first, last = max(opening, window[0]), min(ending, window[1])
        near = keepers[bisect_left(places, window[0]) : bisect_left(places, window[1])]
        mutual = is_mutual(group, line)
        own = sided(group, near, line, first, last)
        state = status(group, line, window, before, dated=_is_dated(times, first, last, published), lead=lead)
        if state is None or all(release.part for release in own):
            continue
        holders = [_holder(own, "captives", near), _holder(own, "prisoners", near)]
        if (mutual and None in holders) or holders[0] == holders[1]:
            holders = [None, None]
        yield Occasion(
            line=number,
            paragraph=paragraph,
            span=_span(line, first, last),
            captives=amount(own, "captives"),
            prisoners=amount(own, "prisoners"),
            captives_holder=holders[0],
            prisoners_holder=holders[1],
            status=state,
            period=period_of(
                line, group, _own_times(group, releases, times, line), (first, last), truce, state, published
            ),
            figures=tuple(sorted({i for r in group for i in r.figures})),
            claimants=frozenset(r.claimant for r in group if r.claimant),
            answers=_answers(line, first, last, group[0].first),
            returns=_returns(line, first, last, group),
            demands=has_phrase(line.words, *window, "demanding"),
            partial=all(r.partial for r in group if not r.part)
            or has_phrase(line.words, group[-1].last, last, "part_of"),
            mutual=mutual,
        )


def _own_times(
    group: Sequence[Release], releases: Sequence[Release], times: Sequence[Moment], line: Line
) -> Sequence[Moment]:
    """The times that may be its own: the number of all, told after a batch, has only those after it."""
    of_all = is_sum_to_date(group[0], line) or (group[0] is not releases[0] and is_of_all(group[0], line))
    if not of_all:
        return times
    return times[bisect_left(times, group[0].first, key=lambda moment: moment.first) :]


def _is_dated(times: Sequence[Moment], first: int, last: int, published: date | None) -> bool:
    """Whether a coming day is stated for it: "95 would leave prison on Sunday"."""
    start, end = (bisect_left(times, place, key=lambda moment: moment.first) for place in (first, last))
    due = (moment.as_due(published, would=True) for moment in times[start:end])
    days = [period for period in due if period.precision == "day"]
    return published is not None and any(day.start is not None and day.start >= published for day in days)


def _answers(line: Line, first: int, last: int, number: int) -> bool:
    """Whether it is told as the other side's part: "In return, 30 were freed", "30 are also set to be released"."""
    return has_phrase(line.words, first, min(first + OPENING, number), "answer") or has_phrase(
        line.words, first, last, "also"
    )


def _returns(line: Line, first: int, last: int, group: Sequence[Release]) -> bool:
    """Whether it is what is given for what was told before: "Five commanders were handed over in exchange"."""
    number = group[0]
    if side_by_noun(line.words, number.first, number.last) is None and has_phrase(
        line.words, number.first - OPENING, number.first, "for_strong"
    ):
        return True
    place = find_phrase(line.words, first, last, "return")
    return place is not None and line.words[place + 2 : place + 3] != ("for",)


def _tells_release(group: Sequence[Release], times: Sequence[Moment], line: Line) -> bool:
    """Whether the words beside the numbers tell of a release, and not of what became of those released."""
    if any(r.prospective for r in group) or (times and times[0].last <= group[0].first <= times[0].last + OPENING):
        return True
    window = line.around(group[0].first, group[-1].last)
    if times and has_phrase(line.words, *window, "release", "swap") and not group[0].partial:
        return True
    for release in group:
        near = range(max(release.first - NEAR, 0), min(release.last + NEAR, len(line.words)))
        kinds = () if release.partial else ("swap", "for", "receipt")
        if not release.part and any(releasing(line.words, at) or phrase_at(line.words, at, *kinds) for at in near):
            return True
    return False


def _span(line: Line, first: int, last: int) -> Span:
    tokens = line.sentence.tokens
    return Span(tokens[first].start, tokens[last - 1].end)


def _holder(group: Sequence[Release], side: Side, keepers: Sequence[Keeper]) -> str | None:
    own = [keeper for keeper in keepers if _side_of(keeper, group) == side]
    if own:
        return min(own, key=lambda keeper: abs(keeper.place - keeper.about) if keeper.about >= 0 else FAR).party
    others = {keeper.party for keeper in keepers if _side_of(keeper, group)}
    unnamed = [keeper for keeper in keepers if _side_of(keeper, group) is None and keeper.about >= 0]
    near = [keeper for keeper in unnamed if keeper.party not in others]
    nations = {release.side: release.nation for release in group if release.nation and not release.part}
    if len(set(nations.values())) == 2:
        return nations["prisoners" if side == "captives" else "captives"]
    if others and len({keeper.party for keeper in near}) == 1:
        return near[0].party
    agents = {keeper.party for keeper in keepers if keeper.releases and keeper.about < 0}
    if len(agents) == 1 and {release.side for release in group} == {side}:
        return agents.pop()
    unnamed += [keeper for keeper in keepers if keeper.side is None and keeper.about < 0]
    return next((party for release in group if release.side == side and (party := releaser(release, unnamed))), None)


def _side_of(keeper: Keeper, group: Sequence[Release]) -> Side | None:
    """Whom the keeper holds: those whom the numbers count, if it is they."""
    return next((r.side for r in group if r.first <= keeper.about < r.last), keeper.side)


def _claim(occasion: Occasion, evidence: tuple[Span, ...], usual: Mapping[Side, str]) -> ExchangeClaim:
    captives, prisoners = occasion.captives, occasion.prisoners
    two_sided = occasion.status == "proposed"
    usual = {} if occasion.mutual else usual
    captives_holder = occasion.captives_holder or (usual.get("captives") if captives or two_sided else None)
    prisoners_holder = occasion.prisoners_holder or (usual.get("prisoners") if prisoners or two_sided else None)
    if captives_holder == prisoners_holder:
        captives_holder, prisoners_holder = occasion.captives_holder, occasion.prisoners_holder
    return ExchangeClaim(
        status=occasion.status,
        start_date=occasion.period.start,
        end_date=occasion.period.end,
        date_precision=occasion.period.precision,
        captives_low=captives.low if captives else None,
        captives_high=captives.high if captives else None,
        captives_holder=captives_holder,
        prisoners_low=prisoners.low if prisoners else None,
        prisoners_high=prisoners.high if prisoners else None,
        prisoners_holder=prisoners_holder,
        figures=occasion.figures,
        evidence=evidence,
        rule="numbers of people released",
    )
