"""What a person at a terminal sees: progress on long work, the closing table, one sentence for an error."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

T = TypeVar("T")


class Progress:
    """A bar on standard error; silent when that is no terminal, or when asked to be.

    >>> with Progress(quiet=True) as progress:
    ...     [article for article in progress.each(["a", "b"], "Extracting")]
    ['a', 'b']
    """

    def __init__(self, quiet: bool) -> None:
        self._bar = None
        self._task = None
        if not quiet and sys.stderr and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress as Bar

            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("Reading", total=None)

    def __enter__(self) -> "Progress":
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def stage(self, name: str, total: int | None = None) -> None:
        """Begin the stage `name`, of `total` steps where their number is known."""
        if self._bar and self._task is not None:
            self._bar.reset(self._task, description=name, total=total)

    def each(self, items: Sequence[T], name: str) -> Iterator[T]:
        """Go through `items` as the stage `name`, one step each."""
        self.stage(name, len(items))
        for item in items:
            yield item
            if self._bar and self._task is not None:
                self._bar.advance(self._task)


def summary(rows: Mapping[str, int], seeds: Path, out: Path, seconds: float) -> str:
    """The closing table of a build: rows per table, sources read, where the files are, how long it took.

    >>> print(summary({"sources": 5, "people": 11}, Path("seeds"), Path("datapackage"), 1.25))
    table    rows  file
    sources     5  datapackage/data/sources.csv
    people     11  datapackage/data/people.csv
    <BLANKLINE>
    Built from 5 sources in seeds in 1.2 seconds. Beside each CSV file lies the same table as Parquet;
    datapackage/README.md says how to load them.
    """
    name_width = max(map(len, [*rows, "table"]))
    count_width = max(map(len, [*(f"{count:,}" for count in rows.values()), "rows"]))
    lines = [f"{'table':{name_width}}  {'rows':>{count_width}}  file"]
    lines += [f"{name:{name_width}}  {n:>{count_width},}  {out / 'data' / name}.csv" for name, n in rows.items()]
    lines += [
        "",
        f"Built from {rows['sources']:,} source{'s' * (rows['sources'] != 1)} in {seeds} in {seconds:.1f} seconds."
        " Beside each CSV file lies the same table as Parquet;",
        f"{out / 'README.md'} says how to load them.",
    ]
    return "\n".join(lines)


def one_line(message: str) -> str:
    """`message` as one line that no file name can break or colour.

    >>> one_line("seeds/a\\nb.txt is empty")
    'seeds/a\\\\nb.txt is empty'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in message)
