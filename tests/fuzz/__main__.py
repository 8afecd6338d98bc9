"""Coverage-guided fuzzing: `python -m tests.fuzz MINUTES`, in an environment with atheris (`make fuzz`).

The minutes are shared out to the targets, of which the whole extractor takes two fifths. What breaks a promise is
kept in `found/`, where tests/test_fuzz.py tries it ever after.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from build.authority import table

from .targets import TARGETS

PROJECT = Path(__file__).parent.parent.parent
FOUND = Path(__file__).parent / "found"
SHARES = {"read": 1, "numbers": 1, "dates": 1, "whole": 2}
LISTS = ("numerals", "calendar", "units", "modifiers", "measure_words", "meeting_words", "exchange_words")
LONGEST_WORD, LONGEST_INPUT, LONGEST_SECONDS, MOST_MEGABYTES = 24, 4096, 20, 2048


def texts() -> list[bytes]:
    """The paragraphs of the seeds and of the gold articles, from which the fuzzer starts."""
    paths = sorted([*PROJECT.glob("seeds/*.txt"), *PROJECT.glob("tests/gold/*/*.txt")])
    parts = {part.strip() for path in paths for part in path.read_bytes().split(b"\n\n")}
    return sorted(part[:LONGEST_INPUT] for part in parts if part)


def dictionary() -> str:
    """The words that the grammars know, as libFuzzer reads them."""
    known = {row["word"].encode() for name in LISTS for row in table(name)}
    escaped = ("".join(map("\\x{:02x}".format, word)) for word in sorted(known) if len(word) <= LONGEST_WORD)
    return "".join(f'"{word}"\n' for word in escaped)


def fuzz(target: str, seconds: int, aside: Path) -> bool:
    """Whether `target` kept its promise for `seconds`; says how many inputs were tried."""
    options = {
        "max_total_time": seconds,
        "timeout": LONGEST_SECONDS,
        "rss_limit_mb": MOST_MEGABYTES,
        "max_len": LONGEST_INPUT,
        "dict": aside / "words.dict",
        "artifact_prefix": f"{FOUND}/{target}-",
        "print_final_stats": 1,
    }
    command = [
        sys.executable,
        "-m",
        "tests.fuzz.campaign",
        target,
        *(f"-{key}={value}" for key, value in options.items()),
    ]
    (aside / target).mkdir()
    FOUND.mkdir(exist_ok=True)
    done = subprocess.run([*command, aside / target, aside / "texts"], cwd=PROJECT, capture_output=True, text=True)
    tried = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    held = "held" if done.returncode == 0 else "BROKEN"
    print(f"{target}: {int(tried[1]) if tried else 0:,} inputs in {seconds} s: {held}.", flush=True)
    if done.returncode:
        told = [line for line in done.stderr.splitlines() if not line.startswith(("INFO:", "#"))]
        print(done.stdout, *told[-20:], sep="\n")
    return done.returncode == 0


def main(minutes: float) -> int:
    """Fuzz every target; 1 where one broke its promise."""
    with tempfile.TemporaryDirectory() as folder:
        aside = Path(folder)
        (aside / "texts").mkdir()
        for number, part in enumerate(texts()):
            (aside / "texts" / f"{number}").write_bytes(part)
        (aside / "words.dict").write_text(dictionary(), encoding="ascii")
        share = 60 * minutes / sum(SHARES.values())
        held = [fuzz(target, max(1, round(share * SHARES[target])), aside) for target in TARGETS]
        return int(not all(held))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
