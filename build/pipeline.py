"""The stages in their order: seeds → articles → claims → things → frames → package.

Each stage is imported where it runs, so that asking for help or explaining one article does not wait
for the libraries that type and publish tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .extract import extract
from .read import read_seeds
from .reconcile import reconcile
from .records import Article
from .terminal import Progress

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class Package:
    """What the seeds give, checked and ready to be published.

    `log` says what was joined across sources, and why; `articles` are those behind the tables, by their source_id.
    """

    frames: Mapping[str, "DataFrame"]
    log: Sequence[str]
    articles: Mapping[str, Article]


def make(seeds: Path, progress: Progress) -> Package:
    """All that comes before publication: nothing here writes to the disk."""
    articles = read_seeds(seeds)
    claims = [extract(article) for article in progress.each(articles, "Extracting")]
    progress.stage("Reconciling")
    known = reconcile(claims)
    progress.stage("Typing the tables")
    from .tabulate import tabulate

    frames = tabulate(known.tables)
    progress.stage("Validating")
    from .validate import validate

    validate(frames, {article.source_id: article.text for article in articles})
    return Package(frames, known.log, {article.source_id: article for article in articles})


def build(seeds: Path, out: Path, progress: Progress) -> Package:
    """Make the package of `seeds` and put it into `out`, whole or not at all."""
    from .publish import check_output, publish

    check_output(out)
    package = make(seeds, progress)
    progress.stage("Publishing")
    publish(package.frames, out, package.log, package.articles)
    return package
