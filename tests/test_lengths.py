"""Guards that a stretch of time is told from a moment, and that what lasts so long is found."""

import pytest

from build.numbers.quantities import find_quantities
from build.numbers.spots import Spot, locate
from build.records import Quantity
from build.text import sentences
from build.times.lengths import lasting, only_locates

from .support import article


def length(text: str) -> tuple[Quantity, Spot]:
    """The last quantity of `text`, and where it stands in its sentence."""
    source = article(text)
    parts = sentences(source)
    found = find_quantities(source, parts)[-1]
    return found, locate(next(part for part in parts if part.start <= found.start < part.end), found)


MOMENTS = [
    "They met two weeks ago.",
    "They met two weeks before it failed.",
    "It ends two weeks from now.",
    "It starts in two weeks' time.",
    "It starts in two weeks’ time.",
    "In the past 24 hours they met.",
    "In the following two weeks they met.",
    "It was the first visit in 25 years.",
    "It was the worst raid in ten months.",
    "It was the best day for two weeks.",
    "It was the least in ten years.",
    "The most rain for ten years.",
    "A record harvest in ten years.",
    "The only visit in ten years.",
    "The second visit in ten years.",
    "The loudest noise in ten years.",
    "The oldest in ten years.",
    "He rests since dawn in ten years.",
]
STRETCHES = [
    "They met for two weeks before it failed.",
    "It comes two weeks from Sunday.",
    "It took two weeks’ notice.",
    "In following two weeks they met.",
    "For the past ten years they fought.",
    "Over the past ten years they fought.",
    "Over these past ten years it grew.",
    "Throughout the past ten years they fought.",
    "During the past ten years they fought.",
    "Over past ten years it grew.",
    *(f"It was a {word} in ten years." for word in ("protest", "arrest", "request", "guest")),
    "The interest in ten years.",
    "The northwest in ten years.",
    "It lasted 40 days before it fell.",
    "It is to last 40 days before it falls.",
    "It lasts 40 days before it falls.",
    "A truce lasting 40 days before it fell.",
    "They spent 40 days before it fell.",
    "They spend 40 days before it falls.",
    "The worst, in ten years.",
    "The worst was in ten years.",
    "The worst they met in ten years.",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*((text, True) for text in MOMENTS), *((text, False) for text in STRETCHES)]
)
def test_what_only_locates_is_a_moment(text: str, expected: bool) -> None:
    assert only_locates(*length(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A four-day pause began.", ("pause", True)),
        ("A four day pause began.", ("pause", True)),
        ("A ten-day-long siege ended.", ("siege", True)),
        ("A ten-year-old war ended.", ("war", True)),
        ("A six-week-wide campaign ended.", ("campaign", True)),
        ("A pause of six weeks began.", ("pause", True)),
        ("A period of six weeks began.", None),
        ("Ten months of war ended.", ("war", True)),
        ("Ten months of the worst war ended.", ("worst war", True)),
        ("Ten months of all these talks ended.", ("talks", True)),
        ("Ten months of.", None),
        ("Ten months’ war ended.", ("war", True)),
        ("Ten months' war ended.", ("war", True)),
        ("Ten months in captivity broke him.", ("captivity", True)),
        ("Ten months in Juba broke him.", None),
        ("The truce was extended by two days.", ("truce", False)),
        ("The truce was extended by a further two days.", ("truce", False)),
        ("The truce, after the talks, was extended by two days.", ("truce", False)),
        ("The truce, after the talks, went on for two days.", ("talks", False)),
        ("The truce held for the two days.", ("truce", False)),
        ("The first phase of the agreement, which lasts six weeks, began.", ("phase", False)),
        ("The phase of the truce is for six weeks.", ("phase", False)),
        ("The truce period is for six weeks.", ("truce period", False)),
        ("The long quiet truce is for six weeks.", ("quiet truce", False)),
        ("The talks failed; it was for six weeks.", None),
        ("The talks failed; the truce held for six weeks.", ("truce", False)),
        ("Four months on, the war goes on.", ("war", False)),
        ("Four months into the war he fled.", ("war", False)),
        ("Four months since, the war goes on.", None),
        ("They will stay for two days.", None),
        ("She works for two days.", None),
        ("He plans to halt for two days.", None),
        ("He halts to rest for two days.", None),
        ("She had a stay for two days.", ("stay", False)),
        ("For two days.", None),
        ("He walked for two days.", None),
    ],
)
def test_what_lasts_is_found_and_whether_the_quote_takes_it_in(text: str, expected: tuple[str, bool] | None) -> None:
    _, spot = length(text)
    found = lasting(spot)
    told = (" ".join(token.text for token in spot.tokens[found[0].first : found[0].last]), found[1]) if found else None
    assert told == expected
