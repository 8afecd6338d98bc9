"""The package: rendered in memory, written aside, held against frictionless, and moved into place whole.

`publish(frames, out, log, articles)` does all of it; `render(frames, log, articles)` gives the files alone, as bytes by
their path in the package; `check_output(out)` says early whether `out` may be written. `log` holds the lines that say
what was joined across sources and why; they are published beside the tables. `articles` are those behind the tables, by
their source_id: the page shows the sentences around their quotes.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pandas

from schemas import MODELS

from ..records import Article
from .checksums import checksums
from .citation import citation_cff, datacite, zenodo
from .codebook import codebook
from .csv import csv_bytes
from .descriptor import descriptor
from .discovery import croissant, schema_org
from .docs import datasheet, readme
from .page import page
from .parquet import parquet_bytes
from .paths import csv_path, parquet_path
from .place import check_output, put
from .standard import check_package

__all__ = ["check_output", "publish", "render"]

NO_ARTICLES: Mapping[str, Article] = MappingProxyType({})


def render(
    frames: Mapping[str, pandas.DataFrame], log: Sequence[str] = (), articles: Mapping[str, Article] = NO_ARTICLES
) -> dict[str, bytes]:
    """Every file of the package by its path, a pure function of the frames, the log and the articles."""
    files: dict[str, bytes] = {}
    for table in MODELS:
        files[csv_path(table)] = csv_bytes(frames[table])
        files[parquet_path(table)] = parquet_bytes(table, frames[table])
    files["datapackage.json"] = descriptor(files, frames)
    files["README.md"] = readme(frames)
    files["CODEBOOK.md"] = codebook(frames)
    files["DATASHEET.md"] = datasheet(frames)
    files["CITATION.cff"] = citation_cff()
    files["datacite.json"] = datacite()
    files[".zenodo.json"] = zenodo()
    files["dataset.jsonld"] = schema_org(files, frames)
    files["croissant.json"] = croissant(files)
    files["LOG.txt"] = "".join(f"{line}\n" for line in log).encode("utf-8")
    files["index.html"] = page(files, frames, articles)
    files["SHA256SUMS"] = checksums(files)
    return files


def publish(
    frames: Mapping[str, pandas.DataFrame],
    out: Path,
    log: Sequence[str] = (),
    articles: Mapping[str, Article] = NO_ARTICLES,
) -> None:
    """Put the package into `out`, whole or not at all: what was there before stays until the new one stands."""
    largest = max(map(len, frames.values()))
    put(render(frames, log, articles), out, check=lambda folder: check_package(folder, largest))
