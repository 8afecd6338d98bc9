"""`sources.csv`: what the curator knows about an article that its page lost.

What the text states wins; a contradiction stops the build, and so does the day and month of a dateline
without a year that the supplied date would not fit (codebook, "sources" and "Dates").
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from ..errors import BuildError
from ..records import Article
from .dates import Stated

FILE = "sources.csv"
COLUMNS = ("source_id", "title", "publisher", "url", "published_on", "evidence")
FORMULA = ("=", "+", "-", "@")
NOT_IN_ADDRESSES = re.compile(r"[\s\"<>\\^`{|}]")
LONGEST_CELL = 2000


class Supplied(NamedTuple):
    """One row of the sidecar, with the line on which it stands."""

    where: str
    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None


def read_sidecar(path: Path, text: str, known: frozenset[str]) -> dict[str, Supplied]:
    """The rows of `sources.csv` by source, checked."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    rows: dict[str, Supplied] = {}
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if sorted(header) != sorted(COLUMNS):
            raise BuildError(f"{path}, line 1: the columns are {_listed(header)}: name them {_listed(COLUMNS)}.")
        for cells in reader:
            where = f"{path}, line {reader.line_num}"
            if any(cell.strip() for cell in cells):
                row = _row(where, header, cells)
                source_id = row["source_id"].strip()
                _check_source(where, source_id, known, rows)
                rows[source_id] = _supplied(where, row)
    except csv.Error as error:
        raise BuildError(
            f"{path}, line {reader.line_num}: this is no valid CSV ({error}): close its quotation marks."
        ) from error
    return rows


def _row(where: str, header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    if len(cells) != len(header):
        raise BuildError(
            f"{where}: the row has {len(cells)} cells for {len(header)} columns: put a cell that holds a comma in"
            " quotation marks."
        )
    row = dict(zip(header, cells, strict=True))
    for column, cell in row.items():
        if len(cell) > LONGEST_CELL:
            raise BuildError(f"{where}: {column} has {len(cell):,} characters: shorten it to {LONGEST_CELL:,}.")
        if cell.startswith(("\t", "\r")) or cell.lstrip().startswith(FORMULA):
            mark = cell[0] if cell[0] in "\t\r" else cell.lstrip()[0]
            raise BuildError(
                f"{where}: {column} begins with {mark!r}, which spreadsheets run as a formula: begin it with a"
                " letter or digit."
            )
    return row


def _check_source(where: str, source_id: str, known: frozenset[str], rows: Mapping[str, Supplied]) -> None:
    if source_id not in known:
        raise BuildError(
            f"{where}: there is no article {source_id!r}: name its file without the ending, or remove the row."
        )
    if source_id in rows:
        raise BuildError(f"{where}: the article {source_id!r} has a row already: keep one of the two.")


def _supplied(where: str, row: Mapping[str, str]) -> Supplied:
    values = {column: " ".join(cell.split()) or None for column, cell in row.items()}
    url, day = _url(where, values["url"]), _day(where, values["published_on"])
    return Supplied(where, values["title"], values["publisher"], url, day)


def _url(where: str, cell: str | None) -> str | None:
    if cell is None:
        return None
    try:
        parts = urlsplit(cell)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or NOT_IN_ADDRESSES.search(cell):
        raise BuildError(f"{where}: url {cell!r} is no web address: write it whole, from https:// on.")
    return cell


def _day(where: str, cell: str | None) -> date | None:
    if cell is None:
        return None
    try:
        if not re.fullmatch(r"(?:19|20)\d\d-\d\d-\d\d", cell, re.ASCII):
            raise ValueError
        return date.fromisoformat(cell)
    except ValueError:
        says = f"published_on {cell!r} is no date from 1900 to 2099: write it as 2024-05-31."
        raise BuildError(f"{where}: {says}") from None


def merge(article: Article, yearless: Stated | None, supplied: Supplied) -> Article:
    """`article` with what the sidecar supplies and the text does not state."""
    for column, same in (("title", _same_words), ("publisher", _same_outlet), ("url", _same_address)):
        stated, given = getattr(article, column), getattr(supplied, column)
        if stated and given and not same(stated, given):
            raise _contradiction(article, supplied, column, given, stated)
    given_day = supplied.published_on
    if given_day and article.published_on:
        if given_day != article.published_on:
            raise _contradiction(
                article, supplied, "published_on", given_day.isoformat(), article.published_on.isoformat()
            )
    elif given_day and yearless and (yearless.month, yearless.day) != (given_day.month, given_day.day):
        stated_day = article.text[yearless.start : yearless.end]
        raise _contradiction(article, supplied, "published_on", given_day.isoformat(), stated_day)
    day = article.published_on or given_day
    return replace(
        article,
        title=article.title or supplied.title,
        publisher=article.publisher or supplied.publisher,
        url=article.url or supplied.url,
        published_on=day,
        published_on_basis=article.published_on_basis or ("supplied" if day else None),
    )


def _contradiction(article: Article, supplied: Supplied, column: str, given: str, stated: str) -> BuildError:
    return BuildError(
        f"{supplied.where}: {column} {given!r} contradicts {article.file}, which states {stated!r}:"
        " what the text states counts, so correct or empty the cell."
    )


def _same_words(a: str, b: str) -> bool:
    return re.findall(r"\w+", a.casefold()) == re.findall(r"\w+", b.casefold())


def _same_outlet(a: str, b: str) -> bool:
    return _same_words(re.sub(r"^the\s+", "", a.casefold()), re.sub(r"^the\s+", "", b.casefold()))


def _same_address(a: str, b: str) -> bool:
    def bare(url: str) -> str:
        return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.casefold()).rstrip("/")

    return bare(a) == bare(b)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "missing"
