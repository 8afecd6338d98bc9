"""A million figures: how long validating and publishing them takes, beside what a user would pick instead.

`python -m bench.million ROWS` prints seconds of processor time as JSON. The tables are those of a small synthetic
corpus, its sources and figures laid down again under new ids until there are enough; only the first lot belongs to
exchanges. frictionless validates the published CSV by the published descriptor, which holds the same rules as far
as a Table Schema can say them; the floor of publishing is pyarrow, which writes the same rows as CSV and Parquet.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas
import pyarrow
from frictionless import Resource
from pyarrow import csv, parquet

from build.extract import extract
from build.publish.csv import csv_bytes
from build.publish.descriptor import table_schema
from build.publish.parquet import arrow_schema, parquet_bytes
from build.read import read_seeds
from build.reconcile import reconcile
from build.tabulate import tabulate
from build.validate import breaches_within, validate

from .corpus import write

ARTICLES = 50
SAMPLE = 10
RUNS = 3

Frames = dict[str, pandas.DataFrame]
Texts = dict[str, str]


def tables(rows: int, folder: Path) -> tuple[Frames, Texts]:
    """Valid tables with `rows` figures, and the texts of their sources."""
    write(folder, ARTICLES)
    articles = read_seeds(folder)
    frames = tabulate(reconcile([extract(article) for article in articles]).tables)
    texts = {article.source_id: article.text for article in articles}
    times = -(-rows // len(frames["figures"]))
    lots = [_again(frames, texts, lot) for lot in range(1, times)]
    for name in ("sources", "figures"):
        frames[name] = pandas.concat([frames[name], *(lot[name] for lot, _ in lots)], ignore_index=True)
    frames["figures"] = frames["figures"].head(rows)
    return frames, {**texts, **{source: text for _, more in lots for source, text in more.items()}}


def _again(frames: Frames, texts: Texts, lot: int) -> tuple[Frames, Texts]:
    """The sources and the figures again, under ids of their own."""
    sources, figures = frames["sources"].copy(), frames["figures"].copy()
    for frame in (sources, figures):
        frame["source_id"] = frame["source_id"] + f"-{lot}"
    sources["file"] = sources["source_id"] + ".txt"
    figures["figure_id"] = figures["source_id"] + "-" + figures["start"].astype("string")
    figures["exchange_id"] = figures["exchange_id"].where(figures["start"] < 0)
    return {"sources": sources, "figures": figures}, {f"{source}-{lot}": text for source, text in texts.items()}


def seconds(work: Callable[[], object]) -> float:
    """The processor time of the quickest of some runs: others may hold the machine meanwhile."""
    taken = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return min(taken)


def measure(rows: int, folder: Path) -> dict[str, float]:
    """Seconds by what was done; frictionless validates a tenth of the rows, which is taken tenfold."""
    frames, texts = tables(rows, folder / "seeds")
    figures = frames["figures"]
    breaches_within("figures", figures.head(1))  # loads what pandera and pyarrow load when they are first used
    _publish(figures.head(1), folder)
    sample = figures.head(rows // SAMPLE)
    (folder / "figures.csv").write_bytes(csv_bytes(sample))
    schema = table_schema("figures", {**frames, "figures": sample})
    del schema["foreignKeys"]  # they look into other tables, which is timed as `validate`
    resource = Resource({"name": "figures", "path": "figures.csv", "schema": schema}, basepath=str(folder))
    return {
        "rows": len(figures),
        "rules": seconds(lambda: breaches_within("figures", figures)),
        "validate": seconds(lambda: validate(frames, texts)),
        "frictionless": seconds(lambda: resource.validate()) * SAMPLE,
        "publish": seconds(lambda: _publish(figures, folder)),
        "pyarrow": seconds(lambda: _bare(figures, folder)),
    }


def _publish(figures: pandas.DataFrame, folder: Path) -> None:
    (folder / "figures.csv").write_bytes(csv_bytes(figures))
    (folder / "figures.parquet").write_bytes(parquet_bytes("figures", figures))


def _bare(figures: pandas.DataFrame, folder: Path) -> None:
    table = pyarrow.Table.from_pandas(figures, schema=arrow_schema("figures"), preserve_index=False)
    csv.write_csv(table, folder / "bare.csv")
    parquet.write_table(table, folder / "bare.parquet")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(measure(int(sys.argv[1]), Path(place))))
