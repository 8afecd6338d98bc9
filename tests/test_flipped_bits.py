"""Guards that one flipped bit in any published file is found by `sha256sum -c` and by `python -m build verify`."""

import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from build import verify
from build.__main__ import main
from build.pipeline import make
from build.publish import render
from build.publish.paths import PATHS
from build.terminal import Progress

SUMS = "SHA256SUMS"


@pytest.fixture(scope="module")
def out(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(package, tmp_path_factory.mktemp("flipped") / "datapackage"))


@pytest.fixture(scope="module")
def differences(seeds: Path, out: Path) -> Iterator[object]:
    """What `verify` says, the package rendered once."""
    built = make(seeds, Progress(True))
    files = render(built.frames, built.log, built.articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify, "render", lambda *_: files)
        yield lambda: verify.verify(built.frames, out, built.log, built.articles)


def sha256sum(out: Path) -> "subprocess.CompletedProcess[bytes]":
    command = ["sha256sum", "-c", SUMS, "--strict", "--quiet"]
    return subprocess.run(command, cwd=out, capture_output=True, timeout=60)


def places(data: bytes) -> list[tuple[int, int]]:
    """A bit of the first, the middle and the last byte, and five anywhere."""
    chance = random.Random(len(data))
    anywhere = [(chance.randrange(len(data)), chance.randrange(8)) for _ in range(5)]
    return [(0, 0), (len(data) // 2, 3), (len(data) - 1, 7), *anywhere]


def is_idle(data: bytes, spoiled: bytes) -> bool:
    """Whether `sha256sum` must take a list for whole: a digit in the other case is the same digit, "#" is a comment."""
    line, other = next(
        pair for pair in zip(data.split(b"\n"), spoiled.split(b"\n"), strict=False) if pair[0] != pair[1]
    )
    return other == b"#" + line[1:] or (other[:64].lower(), other[64:]) == (line[:64], line[64:])


def flipped(data: bytes, place: int, bit: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def test_whole_packages_pass(out: Path, differences: object) -> None:
    assert sha256sum(out).returncode == 0
    assert differences() == []  # type: ignore[operator]


def test_every_published_file_is_tried(package: Path) -> None:
    assert {str(path.relative_to(package)) for path in package.rglob("*") if path.is_file()} == set(PATHS)


@pytest.mark.parametrize("name", sorted(PATHS))
def test_one_flipped_bit(name: str, out: Path, differences: object) -> None:
    path = out / name
    data = path.read_bytes()
    try:
        for place, bit in places(data):
            path.write_bytes(flipped(data, place, bit))
            assert differences()[0] == f"{path} differs from what the seeds give."  # type: ignore[operator]
            idle = name == SUMS and is_idle(data, path.read_bytes())
            assert idle or sha256sum(out).returncode == 1, (place, bit)
    finally:
        path.write_bytes(data)


def test_every_bit_of_one_line_of_the_sums(out: Path) -> None:
    path = out / SUMS
    data = path.read_bytes()
    try:
        for place in range(0, data.index(b"\n") + 1, 3):
            for bit in range(8):
                path.write_bytes(flipped(data, place, bit))
                idle = is_idle(data, path.read_bytes())
                assert idle or sha256sum(out).returncode == 1, (place, bit)
    finally:
        path.write_bytes(data)


def test_the_command_says_so_and_fails(seeds: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = out / "data/figures.parquet"
    data = path.read_bytes()
    path.write_bytes(flipped(data, len(data) // 2, 0))
    try:
        assert main(["verify", "--seeds", str(seeds), "--out", str(out)]) == 1
    finally:
        path.write_bytes(data)
    assert "data/figures.parquet differs" in capsys.readouterr().out
