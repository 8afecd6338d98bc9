"""Totals whose parts a text sets out as the whole of them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Any, NamedTuple

from pandas import DataFrame

OPENS = re.compile(r",?\s*[:(–—-]\s*")
JOINS = re.compile(r"\s*(?:,|;|and|&|,\s*and)\s*")
CLOSES = re.compile(r"\s*(?:[).;–—]|$)")


class Total(NamedTuple):
    """A number that a text states, and what the parts come to that it sets out as the whole."""

    stated: float
    summed: float


def totals(figures: DataFrame, texts: Mapping[str, str], measure: str) -> dict[str, list[Total]]:
    """For each exchange, the totals of `measure` whose parts a source sets out as the whole of them.

    In "39 prisoners (24 women and 15 children)" the parts come to 39. They are the whole only where nothing but a
    colon, a dash or a bracket leads from the total to them, nothing but commas and "and" stands between them,
    and the bracket, the dash or the sentence closes after the last: "39 prisoners, including 24 women" sets out none.
    """
    exact = (figures["measure"] == measure) & (figures["modifier"] == "exact") & (figures["unit"] == "people")
    wanted = figures[(exact & figures["exchange_id"].notna()).fillna(False).astype(bool)].sort_values(
        ["source_id", "start"]
    )
    found: defaultdict[str, list[Total]] = defaultdict(list)
    for source_id, rows in wanted.groupby("source_id"):
        if source_id in texts:
            for exchange_id, total in _totals(list(rows.itertuples(index=False)), texts[str(source_id)]):
                found[exchange_id].append(total)
    return dict(found)


def _totals(rows: Sequence[Any], text: str) -> Iterator[tuple[str, Total]]:
    gaps = [text[row.end : following.start] for row, following in pairwise(rows)]
    for i, gap in enumerate(gaps):
        if OPENS.fullmatch(gap):
            more = len(list(takewhile(JOINS.fullmatch, gaps[i + 1 :])))
            parts = rows[i + 1 : i + 2 + more]
            of_one = {row.exchange_id for row in (rows[i], *parts)}
            if more and len(of_one) == 1 and CLOSES.match(text, parts[-1].end):
                yield rows[i].exchange_id, Total(rows[i].value_low, sum(part.value_low for part in parts))
