"""`python -m tests.hostile.cost`: build every kind in a process of its own, and hold it to what it may cost.

Each may take 2 seconds of the processor and 50 MB of memory for each megabyte that its files have begun. Both are
counted above those of a process that has the libraries loaded and has built a package of one small article: the time
as the difference of two builds in that process, the memory as the highest resident size (`VmHWM`, set back before the
second build) above the size before. A build that takes far too long is stopped. Needs Linux, whose kernel counts it.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from .corpus import KINDS
from .folders import LOCKED
from .kinds import Kind, Row, article, fill, told

PROJECT = Path(__file__).parent.parent.parent
MB = 1_000_000
SECONDS_A_MB, BYTES_A_BYTE = 2.0, 50
SMALL = told("small", article())
CHILD = """
import json, sys, time
from pathlib import Path
from build.__main__ import main

def built(seeds, out):
    started = time.process_time()
    code = main(["--quiet", "--seeds", seeds, "--out", out])
    return code, time.process_time() - started

def memory(line):
    found = [each for each in Path("/proc/self/status").read_text().splitlines() if each.startswith(line)]
    return int(found[0].split()[1]) * 1024

small, hostile, out = sys.argv[1:]
built(small, out)
_, base = built(small, out)
Path("/proc/self/clear_refs").write_text("5")
before = memory("VmRSS")
code, seconds = built(hostile, out)
print(json.dumps([code, max(0, seconds - base), memory("VmHWM") - before]))
"""


class Cost(NamedTuple):
    """The exit code, what it said on standard error, seconds and bytes above the base."""

    code: int
    said: str
    seconds: float
    memory: int


def size(folder: Path) -> int:
    """The bytes of the regular files in a folder; a file that is all hole counts as what it says."""
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file())


def measured(place: Path, megabytes: int) -> Cost:
    """What the build of one kind costs; the system ends one that takes far too long."""
    most = 60 + int(4 * SECONDS_A_MB * min(megabytes, 100))
    limit = partial(resource.setrlimit, resource.RLIMIT_CPU, (most, most))
    command = [sys.executable, "-c", CHILD, str(place / "small"), str(place / "seeds"), str(place / "out")]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, preexec_fn=limit)
    code, seconds, memory = json.loads(done.stdout.splitlines()[-1]) if done.stdout else (done.returncode, 0.0, 0)
    return Cost(code, done.stderr, seconds, memory)


def faults(kind: Kind, cost: Cost, megabytes: int) -> list[str]:
    """What is wrong with the build of a kind."""
    found = []
    if cost.code != (0 if isinstance(kind.expected, Row) else 1) or cost.said.count("\n") != cost.code:
        found.append(f"exit code {cost.code}: {cost.said[-500:]}")
    if cost.seconds > SECONDS_A_MB * megabytes:
        found.append(f"{cost.seconds:.1f} s")
    if cost.memory > BYTES_A_BYTE * MB * megabytes:
        found.append(f"{cost.memory / MB:.0f} MB")
    return found


def main() -> int:
    """Measure all, or those whose names are given; the exit code is 1 where any costs too much."""
    chosen = [kind for kind in KINDS if not sys.argv[1:] or kind.name in sys.argv[1:]]
    failed = 0
    costs: list[tuple[float, int, str]] = []
    for kind in chosen:
        with tempfile.TemporaryDirectory() as name:
            place = Path(name)
            fill(place / "small", [SMALL])
            fill(place / "seeds", [kind])
            megabytes = max(1, -(-size(place / "seeds") // MB))
            cost = measured(place, megabytes)
        costs.append((cost.seconds, cost.memory, kind.name))
        may_read_all = kind is LOCKED and os.geteuid() == 0
        if (wrong := faults(kind, cost, megabytes)) and not may_read_all:
            failed += 1
            print(f"{kind.name}: {'; '.join(wrong)}", flush=True)
    print(f"{len(chosen)} kinds, {failed} of them wrong. The dearest:")
    for seconds, memory, name in sorted({*sorted(costs)[-5:], *sorted(costs, key=itemgetter(1))[-5:]}, reverse=True):
        print(f"  {seconds:4.1f} s {memory / MB:4.0f} MB  {name}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
