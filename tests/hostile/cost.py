"""`python -m tests.hostile.cost`: build every kind in a process of its own, and hold it to what it may cost.

Each may take 2 seconds of the processor and 50 MB of memory for each megabyte that its files have begun, and half a
second and 10 MB more for each thousand figures and mentions that it gives: what is written has its cost too. A process
that has the libraries loaded and has built a package of one small article divides for each kind. Of the child count its
seconds, and its highest resident size (`VmHWM`, set back when it begins) above the size with which it begins; from both
goes what the small article takes when it is built so again. The system ends a child that takes far too long. Needs
Linux.
"""

import json
import os
import resource
import sys
import tempfile
import time
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from build.__main__ import main as build

from ..reliability.disk import heard, in_a_process
from .corpus import KINDS
from .folders import LOCKED
from .kinds import Kind, Row, article, fill, told

MB = 1_000_000
SECONDS_A_MB, BYTES_A_BYTE = 2.0, 50
SECONDS_A_ROW, BYTES_A_ROW = 0.0005, 10_000
SMALL = told("small", article())


class Cost(NamedTuple):
    """The exit code, what was said on standard error, seconds, bytes, and the rows of figures and mentions."""

    code: int
    said: str
    seconds: float
    memory: int
    rows: int


def size(folder: Path) -> int:
    """The bytes of the regular files in a folder; one that is all hole has as many as it says."""
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file())


def memory(line: str) -> int:
    """A size of this process in bytes, by the name of its line in the system's account."""
    account = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return next(int(each.split()[1]) * 1024 for each in account.splitlines() if each.startswith(line))


def measure(place: Path, most: int) -> None:
    """Build the package of `place` in this process, and write down what it took."""
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, started = memory("VmRSS"), time.process_time()
    with heard() as said:
        code = build(["--quiet", "--seeds", str(place / "seeds"), "--out", str(place / "out")])
    seconds, most_resident = time.process_time() - started, memory("VmHWM") - before
    tables = [place / "out" / "data" / f"{table}.csv" for table in ("figures", "mentions")]
    rows = sum(table.read_bytes().count(b"\n") for table in tables if table.is_file())
    cost = Cost(code, said(), seconds, most_resident, rows)
    (place / "cost.json").write_text(json.dumps(cost), encoding="utf-8")


def measured(kind: Kind) -> tuple[Cost, int]:
    """What the build of one kind costs, and how many megabytes it has begun."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        fill(place / "seeds", [kind])
        megabytes = max(1, -(-size(place / "seeds") // MB))
        code = in_a_process(lambda: measure(place, 60 + 8 * min(megabytes, 100)))
        cost = place / "cost.json"
        return Cost(*json.loads(cost.read_bytes())) if code == 0 else Cost(code, "it broke", 0.0, 0, 0), megabytes


def cheapest(kind: Kind) -> tuple[Cost, int]:
    """The cheapest of up to three builds: what other work on the machine adds to one is not the build's."""
    builds = [measured(kind)]
    while len(builds) < 3 and builds[-1][0].seconds > SECONDS_A_MB:
        builds.append(measured(kind))
    return min(builds, key=lambda build: build[0].seconds)


def faults(kind: Kind, cost: Cost, megabytes: int) -> list[str]:
    """What is wrong with the build of a kind."""
    found = []
    if cost.code != (0 if isinstance(kind.expected, Row) else 1) or cost.said.count("\n") != cost.code:
        found.append(f"exit code {cost.code}: {cost.said[:500]}")
    if cost.seconds > SECONDS_A_MB * megabytes + SECONDS_A_ROW * cost.rows:
        found.append(f"{cost.seconds:.1f} s")
    if cost.memory > BYTES_A_BYTE * MB * megabytes + BYTES_A_ROW * cost.rows:
        found.append(f"{cost.memory / MB:.0f} MB")
    return found


def main() -> int:
    """Measure all, or those whose names are given; the exit code is 1 where any costs too much."""
    kinds = [kind for kind in KINDS if not sys.argv[1:] or kind.name in sys.argv[1:]]
    if os.geteuid() == 0:  # who may read everything
        kinds = [kind for kind in kinds if kind is not LOCKED]
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name) / "seeds", [SMALL])
        build(["--quiet", "--seeds", f"{name}/seeds", "--out", f"{name}/out"])
    small = [measured(SMALL)[0] for _ in range(3)]
    base = Cost(0, "", min(cost.seconds for cost in small), min(cost.memory for cost in small), 0)
    failed, costs = 0, []
    for kind in kinds:
        cost, megabytes = cheapest(kind)
        cost = cost._replace(seconds=max(0, cost.seconds - base.seconds), memory=max(0, cost.memory - base.memory))
        costs.append((cost.seconds, cost.memory / MB, kind.name))
        if wrong := faults(kind, cost, megabytes):
            failed += 1
            print(f"{kind.name}: {'; '.join(wrong)}", flush=True)
    print(f"{len(kinds)} kinds, {failed} of them wrong. A small one: {base.seconds:.1f} s, {base.memory / MB:.0f} MB.")
    print("The dearest beyond that:")
    for seconds, peak, kind_name in sorted({*sorted(costs)[-5:], *sorted(costs, key=itemgetter(1))[-5:]})[::-1]:
        print(f"  {seconds:4.1f} s {peak:4.0f} MB  {kind_name}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
