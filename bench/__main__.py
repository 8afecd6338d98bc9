"""`python -m bench SPACY_PYTHON [SIZE ...]`: runs every benchmark and writes its tables into docs/performance.md."""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

ROWS = 1_000_000
DOCUMENT = Path("docs/performance.md")
OPENS = "<!-- tables, written by `make bench` -->"
CLOSES = "<!-- end of tables -->"
PHASES = ("read", "extract", "reconcile", "tabulate", "validate", "publish")


def run(python: str, *module: str) -> dict[str, float]:
    """What a benchmark prints, run in a process of its own."""
    done = subprocess.run([python, "-m", *module], check=True, stdout=subprocess.PIPE, text=True)
    print(" ".join(module), done.stdout.strip(), flush=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown, its numbers set to the right."""
    lines = [header, ("---", *("--:" for _ in header[1:])), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def by_phase(sizes: list[dict[str, float]]) -> str:
    """Seconds by phase, and what follows from them, for each size of corpus."""
    header = ("articles", "words", *PHASES, "words/s, read and extract", "articles/s, all", "peak MiB", "written MiB")
    rows = [
        (
            f"{one['articles']:,}",
            f"{one['words']:,}",
            *(f"{one[phase]:.1f} s" for phase in PHASES),
            f"{one['words'] / (one['read'] + one['extract']):,.0f}",
            f"{one['articles'] / sum(one[phase] for phase in PHASES):,.0f}",
            f"{one['peak']:,.0f}",
            f"{one['written']:,.1f}",
        )
        for one in sizes
    ]
    return table(header, rows)


def beside(words: dict[str, float], rows: dict[str, float], cold: dict[str, float]) -> str:
    """The build beside what a user would pick instead, each with its target."""
    header = ("what", "the build", "beside", "ratio", "target")
    lines: list[tuple[str, ...]] = [
        ("extraction, words/s a core", f"{words['extract']:,.0f}", "", "", "≥ 50,000"),
        (
            "extraction and spaCy's small English pipeline, words/s",
            f"{words['extract']:,.0f}",
            f"{words['spacy']:,.0f}",
            f"{words['ratio']:.1f}",
            "≥ 10",
        ),
        (
            f"rules of {rows['rows']:,} figures and `frictionless validate` of their CSV",
            f"{rows['rules']:.2f} s",
            f"{rows['frictionless']:.1f} s",
            f"{rows['frictionless'] / rows['rules']:.1f}",
            "≥ 40",
        ),
        (
            f"writing {rows['rows']:,} figures as CSV and Parquet, and bare pyarrow",
            f"{rows['publish']:.2f} s",
            f"{rows['pyarrow']:.2f} s",
            f"{rows['publish'] / rows['pyarrow']:.2f}",
            "≤ 2",
        ),
        (
            "five seeds from a cold start, and importing the libraries",
            f"{cold['build']:.2f} s",
            f"{cold['import']:.2f} s",
            f"{cold['ratio']:.2f}",
            "≤ 1.5",
        ),
        (f"all rules of {rows['rows']:,} figures, those across tables too", f"{rows['validate']:.2f} s", "", "", ""),
    ]
    return table(header, lines)


def main(spacy: str, sizes: list[str]) -> None:
    """Run everything, one process after another, and write the tables."""
    phases = [run(sys.executable, "bench.phases", size) for size in sizes]
    words, cold = run(spacy, "bench.extraction"), run(sys.executable, "bench.cold")
    tables = beside(words, run(sys.executable, "bench.million", str(ROWS)), cold)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}."
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(OPENS)
    after = rest.partition(CLOSES)[2]
    written = f"{before}{OPENS}\n\n{machine}\n\n{by_phase(phases)}\n{tables}\n{CLOSES}{after}"
    DOCUMENT.write_text(written, encoding="utf-8", newline="")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
