"""What a kind of hostile seed is: how it is put into a folder, and the row or the sentence that must come of it."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from build.read.sidecar import COLUMNS

TITLE = "Envoys of Norway and Sudan meet in Doha"
DATELINE = "Doha, 4 May 2011 (Highland Post) – "
LEAD = (
    "Norwegian Foreign Minister Ilka Tormund met Sudanese envoy Pell Vastra in Doha on Tuesday to discuss a 10-day"
    " pause in the fighting."
)
RELEASE = "The rebels released 17 prisoners of war, said Vastra."
FIGURES = {"10-day pause": 10.0, "17 prisoners of war": 17.0}
PEOPLE = {"Ilka Tormund", "Pell Vastra"}
BIG = 50_000
"""Bytes from which on a seed waits for the slow run."""


class Row(NamedTuple):
    """What must be in the tables: cells of the source, the figures by their quotes, and the people named.

    Where `figures` is nothing, a text is so odd that no number in it is right or wrong.
    """

    cells: Mapping[str, str] = {}
    figures: Mapping[str, float] | None = FIGURES
    people: frozenset[str] | set[str] = PEOPLE


class Sentence(NamedTuple):
    """What the one sentence must hold: the file or the place in it, and what is wrong."""

    words: Sequence[str]


class Kind(NamedTuple):
    """One kind: `source_id` and `supplied` (its cells of `sources.csv`) are empty where the seed is no article."""

    name: str
    put: Callable[[Path], None]
    expected: Row | Sentence
    source_id: str = ""
    supplied: Mapping[str, str] = {}
    is_big: bool = False


def article(title: str = TITLE, lead: str = LEAD, release: str = RELEASE, gap: str = "\n\n") -> str:
    """An article about a meeting and a release, in the parts that a kind may spoil."""
    return f"{title}{gap}{DATELINE}{lead}{gap}{release}\n"


def sidecar(kinds: Iterable["Kind"]) -> bytes:
    """The `sources.csv` that supplies what these kinds want supplied."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for kind in kinds:
        cells = {"evidence": "seen", "source_id": kind.source_id, **kind.supplied}
        writer.writerow([cells.get(column, "") for column in COLUMNS])
    return table.getvalue().encode("utf-8")


def fill(folder: Path, kinds: Sequence["Kind"]) -> None:
    """Put the kinds into a new folder, with the `sources.csv` that they want."""
    folder.mkdir()
    for kind in kinds:
        kind.put(folder)
    if supplied := [kind for kind in kinds if kind.supplied]:
        (folder / "sources.csv").write_bytes(sidecar(supplied))


def written(name: str, content: bytes) -> Callable[[Path], None]:
    """A file of that name and content."""

    def put(folder: Path) -> None:
        (folder / name).write_bytes(content)

    return put


def told(name: str, text: str | bytes, expected: Row | None = None, *, file: str = "", **supplied: str) -> Kind:
    """A kind that is read: a file whose source has `expected`."""
    source_id = (file or name.replace(" ", "-").replace("/", "-")).removesuffix(".txt")
    content = text if isinstance(text, bytes) else text.encode("utf-8")
    row = expected or Row({"title": TITLE})
    return Kind(name, written(f"{source_id}.txt", content), row, source_id, supplied, is_big=len(content) > BIG)


def refused(name: str, text: str | bytes, *words: str) -> Kind:
    """A kind that stops the build: a file `hostile.txt` that the sentence names."""
    content = text if isinstance(text, bytes) else text.encode("utf-8")
    return Kind(name, written("hostile.txt", content), Sentence(("hostile.txt", *words)))
