"""Guards that the same seeds give the same bytes, wherever, whenever and in whatever order they are read."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build.__main__ import main

from .support import contents

PROJECT = Path(__file__).parent.parent


ENVIRONMENTS = {
    "hash seed 1, east of Greenwich": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "hash seed 2, west of Greenwich": {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"},
    "no UTF-8 by default": {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "TZ": "Asia/Gaza"},
    "optimised, an ASCII terminal": {"PYTHONOPTIMIZE": "1", "PYTHONIOENCODING": "ascii"},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_the_environment_does_not_matter(name: str, seeds: Path, package: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another folder"
    elsewhere.mkdir()
    for path in sorted(seeds.iterdir(), reverse=True):  # written, and so often listed, in another order
        target = elsewhere / "seeds" / path.name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, target)
    environment = os.environ | ENVIRONMENTS[name] | {"PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        [sys.executable, "-m", "build", "--quiet"],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(elsewhere / "datapackage") == contents(package)


def test_the_order_of_files_on_disk_does_not_matter(
    seeds: Path, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reversed_order(listing: Callable[..., Iterator[Path]]) -> Callable[..., Iterator[Path]]:
        return lambda *arguments, **options: iter(sorted(listing(*arguments, **options), reverse=True))

    for name in ("iterdir", "glob", "rglob"):
        monkeypatch.setattr(Path, name, reversed_order(getattr(Path, name)))
    assert main(["--seeds", str(seeds), "--out", str(tmp_path / "package"), "--quiet"]) == 0
    monkeypatch.undo()
    assert contents(tmp_path / "package") == contents(package)


def test_the_name_of_the_folder_does_not_matter(seeds: Path, package: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "Ünd 数据 «deep»"
    shutil.copytree(seeds, elsewhere / "Samen")
    assert main(["--seeds", str(elsewhere / "Samen"), "--out", str(elsewhere / "Päckchen"), "--quiet"]) == 0
    assert contents(elsewhere / "Päckchen") == contents(package)


def test_a_build_over_an_older_package_gives_the_same_bytes(seeds: Path, package: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(package, tmp_path / "package"))
    for _ in range(2):
        assert main(["--seeds", str(seeds), "--out", str(out), "--quiet"]) == 0
        assert contents(out) == contents(package)


def test_the_package_tells_nothing_of_the_machine_that_built_it(package: Path) -> None:
    for name, data in contents(package).items():
        assert str(PROJECT).encode() not in data, name
        assert str(package).encode() not in data, name


def test_the_seeds_are_guarded_from_conversion() -> None:
    attributes = (PROJECT / ".gitattributes").read_text(encoding="utf-8").split("\n")
    assert "seeds/** -text" in attributes
    assert "datapackage/** -text" in attributes
