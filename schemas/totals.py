"""The sums of parts that a text sets out as the whole of a total."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Any

from pandas import DataFrame

OPENS = re.compile(r",?\s*[:(–—-]\s*")
JOINS = re.compile(r"\s*(?:,|;|and|&|,\s*and)\s*")
CLOSES = re.compile(r"\s*(?:[).;–—]|$)")


def sums_of_parts(figures: DataFrame, texts: Mapping[str, str], measure: str) -> dict[str, list[float]]:
    """For each exchange, the sums of the parts that a source sets out after a total of `measure`.

    In "39 prisoners (24 women and 15 children)" the parts come to 39. They are the whole only where nothing but a
    colon, a dash or a bracket leads from the total to them, nothing but commas and "and" stands between them,
    and the bracket, the dash or the sentence closes after the last: "39 prisoners, including 24 women" sets out none.
    """
    exact = (figures["measure"] == measure) & (figures["modifier"] == "exact") & (figures["unit"] == "people")
    wanted = figures[(exact & figures["exchange_id"].notna()).fillna(False).astype(bool)].sort_values(
        ["source_id", "start"]
    )
    sums: defaultdict[str, list[float]] = defaultdict(list)
    for source_id, rows in wanted.groupby("source_id"):
        if source_id in texts:
            for exchange_id, total in _sums(list(rows.itertuples(index=False)), texts[str(source_id)]):
                sums[exchange_id].append(total)
    return dict(sums)


def _sums(rows: Sequence[Any], text: str) -> Iterator[tuple[str, float]]:
    gaps = [text[row.end : following.start] for row, following in pairwise(rows)]
    for i, gap in enumerate(gaps):
        if OPENS.fullmatch(gap):
            more = len(list(takewhile(JOINS.fullmatch, gaps[i + 1 :])))
            parts = rows[i + 1 : i + 2 + more]
            of_one = {row.exchange_id for row in (rows[i], *parts)}
            if more and len(of_one) == 1 and CLOSES.match(text, parts[-1].end):
                yield rows[i].exchange_id, sum(part.value_low for part in parts)
