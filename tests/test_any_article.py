"""Guards that no article stops the build: whatever the words, their claims keep every rule of the tables."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build.extract import extract
from build.reconcile import reconcile
from build.records import Article
from build.tabulate import tabulate
from build.validate import validate

from .support import article

SEEDS = Path(__file__).parent.parent / "seeds"
PIECES = [
    "Zarovia", "Qatar", "the Qatari capital", "Cairo", "Geneva", "Europe", "Israel", "Israeli officials",
    "Hamas", "the CIA director", "Mossad chief", "Ilka Tormund", "Prime Minister Pell Vastra", "Mr Vastra",
    "a delegation", "mediators", "the UN", "Kyiv and Moscow", "met", "will meet", "are to meet",
    "held talks with", "travelled to", "spoke by telephone with", "released", "freed", "will release",
    "agreed to free", "proposed to swap", "handed over", "killed", "displaced", "said", "according to",
    "denied that", "did not release", "hostages", "prisoners", "captives for", "bodies of", "soldiers",
    "children among them", "trucks of aid", "people", "days", "truce", "pause", "ceasefire", "deal", "proposal",
    "the first phase", "in return for", "in exchange for", "including", "of whom", "half of", "three",
    "dozens of", "at least 50", "10 to 12", "1,200", "1.5 million", "30.717", "two-thirds of", "four-day",
    "six weeks", "-3", "0", "$70 billion", "5%", "no", "some", "up to", "between 4 and 6", "a hundred thousand",
    "13th", "on Tuesday", "yesterday", "last week", "over the weekend", "on 28 November 2023",
    "from 24 to 30 November", "in January", "next week", "since Friday", "until 31 February", "and", "or",
    "but", "for", "with", "between", "in", "to", "by", "who", "that", "“", "”", "’s", "(", ")", ",", ";", ":",
    "–", "=", "+",
]  # fmt: skip
LINES = [line for path in sorted(SEEDS.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if line]

DAYS = st.none() | st.dates(date(1990, 1, 1), date(2040, 12, 31))
MADE_UP = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(lambda words: " ".join(words) + ".")


@st.composite
def worn(draw: st.DrawFn) -> str:
    """A line of a seed of which words are lost, as a page may lose them."""
    words = re.split(r"(\s+)", draw(st.sampled_from(LINES)))
    lost = draw(st.sets(st.integers(0, len(words) - 1), max_size=len(words) // 3))
    return "".join(word for place, word in enumerate(words) if place not in lost)


ARTICLES = st.lists(
    st.builds(
        lambda lines, day, titled: article("\n".join(lines), day, titled=titled),
        st.lists(MADE_UP | worn() | st.text(max_size=40), min_size=1, max_size=6),
        DAYS,
        st.booleans(),
    ),
    min_size=1,
    max_size=3,
)


def named(articles: Sequence[Article]) -> list[Article]:
    """The articles with an id and a file of their own."""
    return [replace(one, source_id=f"sample-{i}", file=f"sample-{i}.txt") for i, one in enumerate(articles)]


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(ARTICLES)
def test_the_tables_keep_every_rule(articles: list[Article]) -> None:
    sources = named(articles)
    frames = tabulate(reconcile([extract(source) for source in sources]).tables)
    validate(frames, {source.source_id: source.text for source in sources})


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(ARTICLES)
def test_neither_order_nor_company_changes_what_is_built(articles: list[Article]) -> None:
    claims = [extract(source) for source in named(articles)]
    first, *others = [reconcile(order) for order in permutations(claims)]
    assert all(other == first for other in others)
