"""`python -m tests.reliability.kill --kills 300 [--every-call]`: kill real builds, and say what stood there afterwards.

Two folders of seeds give an old and a new package. A build of the new one is killed at a random moment: every other
time at any moment of its run, else while it writes and moves the package. Then the folder must be byte for byte the old
or the new package, and the next build (of the old one again) must need no help and leave nothing beside it. With
`--every-call` a build is also killed, and refused by the disk with each error, at every call that publishing makes.
"""

import argparse
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path
from unittest import mock

from build import pipeline
from build.__main__ import main as command
from build.pipeline import Package
from build.publish import place
from build.terminal import Progress

from ..support import contents
from .disk import FAULTS, KILLED, Disk, heard, in_a_process

PROJECT = Path(__file__).parent.parent.parent
EXTRA = "Envoys of Norway and Sudan meet in Doha\n\nThe rebels released 17 prisoners of war, the envoys said.\n"
NO_SUCH_CALL = 71


class Ground:
    """A folder with seeds for an old and a new package, both packages, and the place where builds fight."""

    def __init__(self, folder: Path) -> None:
        self.out = folder / "place" / "datapackage"
        self.old_seeds, self.new_seeds = folder / "old", folder / "new"
        for seeds in (self.old_seeds, self.new_seeds):
            shutil.copytree(PROJECT / "seeds", seeds)
        (self.new_seeds / "envoys.txt").write_text(EXTRA, encoding="utf-8")
        self.old, self.new = self._built(self.old_seeds), self._built(self.new_seeds)
        assert self.old != self.new

    def _built(self, seeds: Path) -> dict[str, bytes]:
        assert self.build(seeds).wait() == 0
        return contents(self.out)

    def build(self, seeds: Path) -> "subprocess.Popen[bytes]":
        """Begin a real build."""
        arguments = ["--quiet", "--seeds", str(seeds), "--out", str(self.out)]
        return subprocess.Popen([sys.executable, "-m", "build", *arguments], cwd=PROJECT, stderr=subprocess.PIPE)

    def stands(self) -> str:
        """Which package stands there."""
        found = contents(self.out)
        assert found in (self.old, self.new), sorted(found)
        return "old" if found == self.old else "new"

    def rebuild(self) -> None:
        """The old package again, by the next build, which clears away what is left."""
        assert command(["--quiet", "--seeds", str(self.old_seeds), "--out", str(self.out)]) == 0
        assert contents(self.out) == self.old
        assert [path.name for path in self.out.parent.iterdir()] == [self.out.name]

    def is_being_written(self) -> bool:
        return any(path != self.out for path in self.out.parent.iterdir())


def kill(ground: Ground, chance: random.Random, seconds: float, late: bool) -> str:
    """Kill one build at a random moment; which package stands afterwards, and whether anything was left beside it."""
    running = ground.build(ground.new_seeds)
    if late:
        while running.poll() is None and not ground.is_being_written():
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.35 * seconds))
    else:
        time.sleep(chance.uniform(0, seconds))
    died = running.poll() is None
    if died:
        os.kill(running.pid, signal.SIGKILL)
    running.wait()
    left = "something left beside it" if ground.is_being_written() else "nothing left beside it"
    return f"{ground.stands()} package, {left}" if died else "too late: the build was done"


def kills(ground: Ground, count: int, seed: int) -> Counter[str]:
    """Kill `count` builds one after another."""
    chance, found = random.Random(seed), Counter[str]()
    started = time.monotonic()
    assert ground.build(ground.old_seeds).wait() == 0
    seconds = time.monotonic() - started
    while sum(found.values()) - found["too late: the build was done"] < count:
        found[kill(ground, chance, seconds, late=sum(found.values()) % 2 == 1)] += 1
        ground.rebuild()
        print(f"\r{sum(found.values())} builds", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


def publish_on(ground: Ground, package: Package, fails_at: int, how: int) -> int:
    """The whole command on a failing disk, its package made already: its exit code."""
    arguments = ["--quiet", "--seeds", str(ground.new_seeds), "--out", str(ground.out)]
    with mock.patch.object(pipeline, "make", lambda *_: package), heard() as said, Disk(fails_at, how) as disk:
        code = command(arguments)
    if len(disk.calls) < fails_at:
        return NO_SUCH_CALL
    told = said()
    assert code == (1 if told else 0)
    assert told.count("\n") == code
    return code


def every_call(ground: Ground, how: int) -> Counter[str]:
    """Let each call that publishing makes fail, one after another."""
    new = pipeline.make(ground.new_seeds, Progress(True))
    found = Counter[str]()
    for step in range(1, 10_000):
        code = in_a_process(partial(publish_on, ground, new, step, how))
        if code == NO_SUCH_CALL:
            break
        assert code in (0, 1, -signal.SIGKILL), (step, code)
        found[
            f"{'killed' if code < 0 else 'told in a sentence' if code else 'published'}, {ground.stands()} package"
        ] += 1
        place.put(ground.old, ground.out, check=lambda folder: None)
        assert ground.stands() == "old"
        assert not ground.is_being_written()
    return found


def main() -> None:
    """Run the campaign; an assertion stops it at the first thing that is wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--seed", type=int, default=1, help="of the random moments")
    options.add_argument("--every-call", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        ground = Ground(Path(name))
        found = kills(ground, chosen.kills, chosen.seed)
        print(f"SIGKILL at {chosen.kills} random moments: {dict(found)}")
        if chosen.every_call:
            ground.rebuild()
            for how in (KILLED, *FAULTS):
                outcome = every_call(ground, how)
                print(f"{errno.errorcode.get(how, 'SIGKILL')} at each of {outcome.total()} calls: {dict(outcome)}")


if __name__ == "__main__":
    main()
