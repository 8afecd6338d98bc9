"""Guards that builds into one folder at the same time take turns, and that whoever is last leaves a whole package."""

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from build.__main__ import main
from build.publish import place

from .support import contents

PROJECT = Path(__file__).parent.parent
BUILDS, ROUNDS = 4, 25
FILES = ("datapackage.json", "data/people.csv")
EXTRA = "Envoys of Norway and Sudan meet in Doha\n\nThe rebels released 17 prisoners of war, the envoys said.\n"


def small(text: str) -> dict[str, bytes]:
    """A small package of ours."""
    return {name: b'{"name": "gaza-truce-talks"}' if ".json" in name else text.encode() * 5000 for name in FILES}


def put_again_and_again(out: Path, text: str) -> None:
    for _ in range(ROUNDS):
        place.check_output(out)
        place.put(small(text), out, check=lambda folder: None)


@pytest.mark.parametrize("steps", [1, 2])
def test_processes_that_publish_at_once_take_turns(steps: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if steps == 2:
        monkeypatch.setattr(place, "_exchange", lambda one, other: False)
    out = tmp_path / "datapackage"
    children = []
    for name in "abcd"[:BUILDS]:
        if not (child := os.fork()):
            code = 1
            try:
                put_again_and_again(out, name)
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    whole = [small(name) for name in "abcd"[:BUILDS]]
    while children:
        ended, status = os.waitpid(-1, os.WNOHANG)
        if ended:
            children.remove(ended)
            assert os.waitstatus_to_exitcode(status) == 0
    assert contents(out) in whole
    assert [path.name for path in tmp_path.iterdir()] == ["datapackage"]


@pytest.mark.slow
def test_real_builds_at_once_of_different_seeds(seeds: Path, package: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(seeds, tmp_path / "other"))
    (other / "envoys.txt").write_text(EXTRA, encoding="utf-8")
    assert main(["--seeds", str(other), "--out", str(tmp_path / "aside"), "--quiet"]) == 0
    whole = [contents(package), contents(tmp_path / "aside")]
    out = tmp_path / "place" / "datapackage"
    begin = partial(subprocess.Popen, cwd=PROJECT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    for _ in range(2):
        commands = [
            [sys.executable, "-m", "build", "--quiet", "--seeds", str(s), "--out", str(out)] for s in (seeds, other)
        ]
        running = [begin(command) for command in commands]
        for build in running:
            assert build.communicate()[0] == ""
            assert build.returncode == 0
        assert contents(out) in whole
        assert [path.name for path in out.parent.iterdir()] == ["datapackage"]
