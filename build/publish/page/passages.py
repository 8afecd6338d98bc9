"""Passages in their sentences: the words behind a row, with a little of what stands around them.

Never more than the sentences that the quote stands in, and of a long sentence only what is near.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...records import Article
from ...text import sentences

NEAR = 280
"""How many characters of a sentence are shown before a quote, and after it."""

MORE = "…"

Passage = tuple[str, int, int]
"""A passage by its source_id, start and end."""


class Context(NamedTuple):
    """What stands before and after a quote in its sentence."""

    before: str = ""
    after: str = ""


def contexts(articles: Mapping[str, Article], passages: Iterable[Passage]) -> dict[Passage, Context]:
    """The context of each passage; a passage of an article that is not at hand has none."""
    found: dict[Passage, Context] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    for passage in passages:
        source_id, start, end = passage
        if (article := articles.get(source_id)) is None:
            continue
        if source_id not in spans:
            spans[source_id] = [(sentence.start, sentence.end) for sentence in sentences(article)]
        found[passage] = context(article.text, spans[source_id], start, end)
    return found


def context(text: str, spans: list[tuple[int, int]], start: int, end: int) -> Context:
    """What stands around `text[start:end]` in its sentences, whose `spans` are in order.

    >>> context("One. The truce holds today. Two.", [(0, 4), (5, 27), (28, 32)], 9, 14)
    Context(before='The ', after=' holds today.')
    """
    first = bisect_right(spans, (start, len(text))) - 1
    last = bisect_right(spans, (end - 1, len(text))) - 1
    begin = spans[first][0] if first >= 0 and spans[first][1] > start else start
    stop = max(spans[last][1], end) if last >= 0 else end
    return Context(_ending(text[begin:start]), _beginning(text[end:stop]))


def _ending(before: str) -> str:
    """The last words of what stands before."""
    if len(before) <= NEAR:
        return before
    kept = before[-NEAR:]
    return MORE + (kept.partition(" ")[2] or kept)


def _beginning(after: str) -> str:
    """The first words of what stands after."""
    if len(after) <= NEAR:
        return after
    kept = after[:NEAR]
    return (kept.rpartition(" ")[0] or kept) + MORE
