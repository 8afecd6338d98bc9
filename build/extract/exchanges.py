"""The exchanges that an article reports (codebook, "exchanges").

From the numbers of people released in each sentence come occasions; occasions that tell of the same release, or of
the two sides of one, are put together: "Hamas freed 12 captives. In return, Israel let 30 prisoners go."
"""

from collections.abc import Mapping, Sequence

from ..records import Chunks, ExchangeClaim, FigureClaim, Span
from .bargains import status
from .custody import Keeper, Side, find_keepers, usual_keepers
from .occasions import Occasion, amount, groups, releaser, sided
from .phrases import has_phrase
from .release_dates import Moment, Period, Truce, find_truce, moments, truce_period
from .releases import Line, Release, find_releases, lines
from .same_release import gather


def find_exchanges(chunks: Chunks, figures: tuple[FigureClaim, ...]) -> tuple[ExchangeClaim, ...]:
    """The exchanges of the article in the order in which it tells of them."""
    article_lines = lines(chunks)
    releases = find_releases(article_lines, figures)
    if not releases:
        return ()
    keepers = find_keepers(article_lines, chunks)
    truce = find_truce(article_lines, chunks, figures)
    occasions = [
        occasion
        for number in sorted(releases)
        for occasion in _occasions(number, article_lines, releases[number], keepers.get(number, ()), truce, chunks)
    ]
    usual = usual_keepers(keepers)
    return tuple(_claim(occasion, evidence, usual) for occasion, evidence in gather(occasions))


def _occasions(
    number: int,
    article_lines: Sequence[Line],
    releases: Sequence[Release],
    keepers: Sequence[Keeper],
    truce: Truce,
    chunks: Chunks,
) -> list[Occasion]:
    line = article_lines[number]
    before = [
        other
        for other in article_lines[max(number - 2, 0) : number]
        if other.sentence.paragraph == line.sentence.paragraph
    ]
    times = moments(line, chunks)
    told = list(groups(releases, times, line))
    found = []
    for i, group in enumerate(told):
        first = min(r.first for r in group) if i else 0
        last = min((r.first for r in told[i + 1]), default=len(line.words)) if i + 1 < len(told) else len(line.words)
        own = sided(group, keepers, line, first, last)
        state = status(group, line, before)
        found.append(
            Occasion(
                line=number,
                paragraph=line.sentence.paragraph,
                span=_span(line, group, first, last),
                captives=amount(own, "captives"),
                prisoners=amount(own, "prisoners"),
                captives_holder=_holder(own, "captives", keepers),
                prisoners_holder=_holder(own, "prisoners", keepers),
                status=state,
                period=_period(line, group, times, (first, last), truce, state, chunks),
                figures=tuple(sorted({i for r in group for i in r.figures})),
                claimants=frozenset(r.claimant for r in group),
                answers=has_phrase(line.words, first, min(r.first for r in group) + 8, "answer"),
                demands=has_phrase(line.words, 0, len(line.words), "demanding"),
            )
        )
    return found


def _span(line: Line, group: Sequence[Release], first: int, last: int) -> Span:
    tokens = line.sentence.tokens
    return Span(tokens[first].start, tokens[last - 1].end)


def _holder(group: Sequence[Release], side: Side, keepers: Sequence[Keeper]) -> str | None:
    """Who holds or releases one side by the sentence itself."""
    own = [k for k in keepers if k.side == side]
    if own:
        return own[0].party
    for release in group:
        if release.side == side:
            other = {k.party for k in keepers if k.side not in (side, None)}
            near = [k for k in keepers if k.side is None and k.party not in other]
            party = releaser(release, near)
            if party:
                return party
    return None


def _period(
    line: Line,
    group: Sequence[Release],
    times: Sequence[Moment],
    stretch: tuple[int, int],
    truce: Truce,
    state: str,
    chunks: Chunks,
) -> Period:
    """When it was: the time nearest to the numbers, else the term of the truce that the sentence names."""
    published = chunks.article.published_on
    near = [m for m in times if stretch[0] <= m.first < stretch[1]] or list(times)
    fitting = [m for m in near if _fits(m.period, state, published)]
    if fitting:
        return min(fitting, key=lambda m: min(abs(m.first - r.first) for r in group)).period
    return truce_period(line, 0, len(line.words), truce)


def _fits(period: Period, state: str, published: object) -> bool:
    """Whether the time may be that of a release: what is done lies behind, what is planned ahead of the article."""
    if not period.known or published is None:
        return period.known
    day = period.end or period.start
    first = period.start or period.end
    assert day is not None and first is not None
    return first <= published if state == "completed" else day >= published  # type: ignore[operator]


def _claim(occasion: Occasion, evidence: tuple[Span, ...], usual: Mapping[Side, str]) -> ExchangeClaim:
    captives_holder = occasion.captives_holder or (usual.get("captives") if occasion.captives else None)
    prisoners_holder = occasion.prisoners_holder or (usual.get("prisoners") if occasion.prisoners else None)
    if captives_holder and captives_holder == prisoners_holder:
        captives_holder, prisoners_holder = occasion.captives_holder, occasion.prisoners_holder
    captives, prisoners = occasion.captives, occasion.prisoners
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
