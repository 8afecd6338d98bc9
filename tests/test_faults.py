"""Guards that no failing disk and no sudden death leaves anything but one whole package, on the disk for good."""

import errno
from functools import partial
from pathlib import Path

import pytest

from build.errors import BuildError
from build.publish import place

from .reliability.disk import FAULTS, KILLED, Call, Disk, in_a_process, in_two_steps
from .support import contents

FILES = ("datapackage.json", "data/people.csv")
OLD, NEW = (
    {name: b'{"name": "gaza-truce-talks"}' if ".json" in name else text * 5000 for name in FILES}
    for text in (b"old", b"new")
)
DONE, SAID_UNCHANGED, SAID_UNCERTAIN, NEVER = range(4)
SAID = {"nothing in it was changed": SAID_UNCHANGED, "the new package stands in it": SAID_UNCERTAIN}


@pytest.fixture(params=["in one step", "in two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways in which the package may change places with the old one."""
    if request.param == "in two steps":
        monkeypatch.setattr(place, "_exchange", in_two_steps)
    return str(request.param)


def put(files: dict[str, bytes], out: Path) -> None:
    place.put(files, out, check=lambda folder: None)


def put_on(out: Path, fails_at: int, how: int) -> int:
    """Put the new package on a disk that fails: what the build said, or that it made no such call."""
    try:
        with Disk(fails_at, how) as disk:
            put(NEW, out)
    except BuildError as error:
        return next(code for said, code in SAID.items() if said in str(error))
    return DONE if len(disk.calls) >= fails_at else NEVER


@pytest.mark.parametrize("how", [*FAULTS, KILLED], ids=lambda how: errno.errorcode.get(how, "SIGKILL"))
def test_one_whole_package_whatever_call_fails(how: int, way: str, tmp_path: Path) -> None:
    out = tmp_path / "datapackage"
    put(OLD, out)
    ends = set()
    for step in range(1, 1000):
        code = in_a_process(partial(put_on, out, step, how))
        if code == NEVER:
            break
        ends.add(code)
        if how != KILLED or way == "in one step" or out.exists():
            assert contents(out) in (OLD, NEW), step
        if code == SAID_UNCHANGED:
            assert contents(out) == OLD, step
        if code in (SAID_UNCERTAIN, DONE):
            assert contents(out) == NEW, step
        put(OLD, out)  # the next build finds its way by itself
        assert contents(out) == OLD
        assert [path.name for path in tmp_path.iterdir()] == ["datapackage"], step
    assert step > 30
    assert ends == ({-9} if how == KILLED else {SAID_UNCHANGED, SAID_UNCERTAIN, DONE})
    assert contents(out) == NEW


def calls_of(out: Path) -> list[Call]:
    with Disk() as disk:
        put(NEW, out)
    return disk.calls


def test_all_is_on_the_disk_before_the_switch_and_the_switch_before_the_old_goes(way: str, tmp_path: Path) -> None:
    out = tmp_path / "datapackage"
    put(OLD, out)
    calls = calls_of(out)
    aside = str(tmp_path / ".datapackage.new-gaza-truce-talks")
    names = [(call.name, call.path) for call in calls]
    switch = next(i for i, call in enumerate(calls) if call.name in ("exchange", "rename") and aside in call)
    for name in FILES:
        path = f"{aside}/{name}"
        last_write = max(i for i, call in enumerate(names) if call == ("write", path))
        assert last_write < names.index(("fsync", path)) < switch
    for folder in (aside, f"{aside}/data"):
        opened = [i for i, call in enumerate(calls) if call.name == "open" and Path(call.path).parent == Path(folder)]
        synced = names.index(("fsync", folder))
        assert synced < switch
        assert not [i for i in opened if synced < i < switch]
    above = [i for i, call in enumerate(names) if call == ("fsync", str(tmp_path))]
    first_removal = next(i for i, call in enumerate(calls) if call.name in ("unlink", "rmdir"))
    assert any(i < switch for i in above)
    assert any(switch < i < first_removal for i in above)


def test_a_first_package_and_the_folders_above_it_are_on_the_disk(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b" / "package"
    synced = {call.path for call in calls_of(out) if call.name == "fsync"}
    assert {str(out.parent), str(tmp_path / "a"), str(tmp_path)} <= synced


def test_the_disk_fails_where_it_is_told_to(tmp_path: Path) -> None:
    with Disk(fails_at=2, how=errno.EIO) as disk, pytest.raises(OSError, match="Input/output error"):
        for name in ("a", "b", "c"):
            (tmp_path / name).mkdir()
    assert [(call.name, Path(call.path).name) for call in disk.calls] == [("mkdir", "a"), ("mkdir", "b")]
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
