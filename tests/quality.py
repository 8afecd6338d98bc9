"""Measure the build against the gold articles and record the figures: `make quality`.

    python -m tests.quality YYYY-MM-DD

Writes `build/publish/quality.toml`, from which the package's README tells users what to expect.
"""

import sys
from datetime import date

from build.publish.quality import FILE

from .scoring import Score, measure
from .snippets import PROJECT

GOLD = PROJECT / "tests" / "gold"
SETS = ("development", "unseen")


def as_toml(day: date, scores: dict[str, Score], articles: dict[str, int]) -> str:
    """The figures of each set as TOML, rounded to three decimals."""
    lines = ["# Written by `make quality`; not to be edited.", f"measured_on = {day}"]
    for name, score in scores.items():
        lines += ["", f"[{name}]", f"articles = {articles[name]}"]
        for table, tally in score.slots.items():
            lines += ["", f"[{name}.tables.{table}]", f"rows = {score.rows[table]}"]
            figures = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
            lines += [f"{label} = {value:.3f}" for label, value in figures.items()]
    return "\n".join(lines) + "\n"


def main(day: str) -> None:
    """Measure every set and write the figures down."""
    articles = {name: len(list((GOLD / name).glob("*.gold.json"))) for name in SETS}
    scores = {name: measure(GOLD / name) for name in SETS}
    FILE.write_text(as_toml(date.fromisoformat(day), scores, articles), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
