"""The phases of a build timed apart, over synthetic articles: `python -m bench.phases COUNT` prints them as JSON.

A run of its own for each size, so that the peak of its memory is its own.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .corpus import write

Result = TypeVar("Result")


def measure(count: int, folder: Path) -> dict[str, float]:
    """Seconds of processor time by phase, words, peak memory in MiB, and MiB written, for `count` articles."""
    from build.extract import extract
    from build.publish import publish
    from build.read import read_seeds
    from build.reconcile import reconcile
    from build.tabulate import tabulate
    from build.validate import validate

    seconds: dict[str, float] = {}

    def timed(phase: str, work: Callable[[], Result]) -> Result:
        started = time.process_time()
        result = work()
        seconds[phase] = time.process_time() - started
        return result

    write(folder / "seeds", count)
    articles = timed("read", lambda: read_seeds(folder / "seeds"))
    claims = timed("extract", lambda: [extract(article) for article in articles])
    known = timed("reconcile", lambda: reconcile(claims))
    frames = timed("tabulate", lambda: tabulate(known.tables))
    timed("validate", lambda: validate(frames, {article.source_id: article.text for article in articles}))
    timed("publish", lambda: publish(frames, folder / "package", known.log))
    written = sum(path.stat().st_size for path in (folder / "package").rglob("*") if path.is_file())
    return {
        "articles": count,
        "words": sum(article.words for article in articles),
        "figures": len(frames["figures"]),
        **seconds,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "written": written / 2**20,
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(measure(int(sys.argv[1]), Path(place))))
