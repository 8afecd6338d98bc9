"""What quality users may expect: the figures last measured against gold, as they stand in `quality.toml`.

`make quality` measures them anew (`tests/quality.py`); `tests/test_quality.py` holds the build to them.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("quality.toml")


@cache
def measured() -> dict[str, Any]:
    """The recorded figures: `measured_on`, and for each set of articles its size and its figures per table."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def quality_rows(name: str) -> list[tuple[str, ...]]:
    """Per table of the set `name`: rows in the gold, precision, recall and F1 of its cells, as text.

    >>> [row[0] for row in quality_rows("development")]
    ['sources', 'people', 'meetings', 'exchanges', 'figures']
    """
    return [
        (table, f"{cells['rows']:,}", *(f"{cells[score]:.2f}" for score in ("precision", "recall", "f1")))
        for table, cells in measured()[name]["tables"].items()
    ]
