"""The rows of the tables as the page shows them: their addresses, their links, and the passages behind them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import quote

import pandas

from schemas import MODELS
from schemas.relations import FOREIGN_KEYS, primary_key

from ...records import Article
from .passages import Context, contexts
from .wording import short

LARGEST = 10_000
"""How many rows of a table the page holds; the files hold all."""

Frames = Mapping[str, pandas.DataFrame]


def address(table: str, row: Any) -> str:
    """Where a row stands on the page, without the `#`; signs that an address cannot bear are written as percent."""
    return f"{table}/{'/'.join(quote(str(getattr(row, column)), safe='') for column in primary_key(table))}"


@dataclass(frozen=True, slots=True)
class Source:
    """An article as rows refer to it."""

    address: str
    label: str
    published: str | None
    file: str
    url: str | None


class Evidence(NamedTuple):
    """The words behind a row, in their sentence, and where they stand; `address` is missing for the row's own."""

    address: str | None
    source: Source
    row: Any
    context: Context


class Records:
    """The first rows of every table, and how they refer to each other."""

    def __init__(self, frames: Frames, articles: Mapping[str, Article]) -> None:
        self.tables: dict[str, list[Any]] = {table: rows(frames[table].head(LARGEST)) for table in MODELS}
        self.counts = {table: len(frames[table]) for table in MODELS}
        self._articles = articles

    def is_cut(self, table: str) -> bool:
        """Whether the page leaves rows of a table away."""
        return self.counts[table] > LARGEST

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The articles by their source_id."""
        return {row.source_id: source(row) for row in self.tables["sources"]}

    @cached_property
    def addresses(self) -> dict[str, dict[str, str]]:
        """The address of each row on the page, for the tables that others refer to, by the row's key."""
        return {
            table: {str(getattr(row, primary_key(table)[0])): address(table, row) for row in self.tables[table]}
            for table in (*{link.target: None for link in FOREIGN_KEYS}, "figures")
        }

    @cached_property
    def _contexts(self) -> dict[tuple[str, int, int], Context]:
        found = (*self.tables["figures"], *self.tables["mentions"])
        return contexts(self._articles, ((row.source_id, row.start, row.end) for row in found))

    def evidence(self, row: Any, table: str | None = None) -> Evidence | None:
        """The passage of a row of figures or mentions; none where the page does not hold its article."""
        if row.source_id not in self.sources:
            return None
        around = self._contexts.get((row.source_id, row.start, row.end), Context())
        return Evidence(address(table, row) if table else None, self.sources[row.source_id], row, around)

    @cached_property
    def _mentions(self) -> dict[tuple[str, str], list[Any]]:
        columns = [link.column for link in FOREIGN_KEYS if link.table == "mentions" and link.target != "sources"]
        found = defaultdict(list)
        for row in self.tables["mentions"]:
            for column in columns:
                if (key := getattr(row, column)) is not None:
                    found[column, key].append(row)
        return found

    def passages(self, column: str, key: str) -> list[Evidence]:
        """The passages that mention a row, by the column of mentions that refers to it."""
        behind = (self.evidence(row, "mentions") for row in self._mentions.get((column, key), ()))
        return [evidence for evidence in behind if evidence]

    def grouped(self, table: str, column: str) -> dict[str, list[Any]]:
        """The rows of a table by the value of a column, where they have one."""
        found = defaultdict(list)
        for row in self.tables[table]:
            if (key := getattr(row, column)) is not None:
                found[key].append(row)
        return found


def rows(frame: pandas.DataFrame) -> list[Any]:
    """The rows of a frame, each a named tuple; a missing cell is `None`."""
    present = frame.astype(object).where(frame.notna(), None)
    return list(present.itertuples(index=False, name="Row"))


def source(row: Any) -> Source:
    """An article by its publisher, else its title, else its name."""
    return Source(
        address=address("sources", row),
        label=row.publisher or row.title or row.source_id,
        published=short(row.published_on) if row.published_on else None,
        file=row.file,
        url=link(row.url),
    )


def link(url: str | None) -> str | None:
    """An address on the web; nothing else is ever linked."""
    return url if url and url.startswith(("http://", "https://")) else None


def publishers(evidence: Iterable[Evidence]) -> Sequence[str]:
    """The articles that passages come from, each once."""
    return list({passage.source.address: None for passage in evidence})
