"""Guards that publishing is whole or not at all, and never deletes what this build did not write."""

import errno
import fcntl
import os
import shutil
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from build.errors import BuildError
from build.publish import check_output, place, publish

from .sample_tables import changed, frames


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def newer():
    return changed("people", name="Ana Maria Ruiz")


@pytest.fixture
def out(tmp_path):
    """A package that stands already."""
    publish(frames(), tmp_path / "datapackage")
    return tmp_path / "datapackage"


@pytest.fixture(params=["in one step", "in two steps"])
def way(request, monkeypatch):
    """Both ways in which the package may change places with the old one."""
    if request.param == "in two steps":
        monkeypatch.setattr(place, "_exchange", lambda one, other: False)
    return request.param


def test_a_new_package_takes_the_place_of_the_old(way, out):
    before = contents(out)
    publish(newer(), out)
    assert contents(out) != before
    assert b"Ana Maria Ruiz" in (out / "data/people.csv").read_bytes()
    assert [path.name for path in out.parent.iterdir()] == ["datapackage"]


def test_folders_above_are_made(tmp_path):
    publish(frames(), tmp_path / "a" / "b" / "package")
    assert (tmp_path / "a" / "b" / "package" / "datapackage.json").is_file()


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "empty").mkdir()
    publish(frames(), tmp_path / "empty")
    assert (tmp_path / "empty" / "datapackage.json").is_file()


def test_a_link_stays_a_link(out, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(out)
    publish(newer(), link)
    assert link.is_symlink()
    assert b"Ana Maria Ruiz" in (out / "data/people.csv").read_bytes()


def test_a_relative_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    publish(frames(), Path("package"))
    assert (tmp_path / "package" / "SHA256SUMS").is_file()


# --- what is not ours ---


@pytest.mark.parametrize("name", ["dear.txt", ".hidden", "data/people.csv"])
def test_a_folder_with_other_things_is_left_alone(name, tmp_path):
    file = tmp_path / "letters" / name
    file.parent.mkdir(parents=True)
    file.write_text("Dear friend", encoding="utf-8")
    for act in (lambda folder: publish(frames(), folder), check_output):
        with pytest.raises(BuildError, match="letters is not empty and is no package of this project"):
            act(tmp_path / "letters")
    assert contents(tmp_path) == {Path("letters") / name: b"Dear friend"}


def test_a_folder_with_an_empty_folder_is_left_alone(tmp_path):
    (tmp_path / "letters" / "drafts").mkdir(parents=True)
    with pytest.raises(BuildError, match="not empty"):
        publish(frames(), tmp_path / "letters")
    assert (tmp_path / "letters" / "drafts").is_dir()


@pytest.mark.parametrize("text", ['{"name": "theirs"}', "[]", "no json", '{"name": ["gaza-truce-talks"]}', "\xff"])
def test_another_package_is_left_alone(text, tmp_path):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "datapackage.json").write_text(text, encoding="latin-1")
    before = contents(tmp_path)
    with pytest.raises(BuildError, match="theirs"):
        publish(frames(), tmp_path / "theirs")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["notes.txt", "data/mine.csv", ".gitkeep"])
def test_a_users_file_in_our_package_is_not_deleted(name, out):
    (out / name).write_text("mine", encoding="utf-8")
    before = contents(out)
    for act in (lambda folder: publish(newer(), folder), check_output):
        with pytest.raises(BuildError, match="was not written by this build"):
            act(out)
    assert contents(out) == before


def test_a_link_in_our_package_is_not_deleted(out, tmp_path):
    (out / "link").symlink_to(tmp_path)
    with pytest.raises(BuildError, match="link"):
        publish(newer(), out)


def test_files_of_an_earlier_layout_are_replaced(out):
    (out / "data/old_table.csv").write_text("a\n1\n", encoding="utf-8")
    with (out / "SHA256SUMS").open("a", encoding="utf-8") as handle:
        handle.write(f"{'0' * 64}  data/old_table.csv\n")
    publish(newer(), out)
    assert not (out / "data/old_table.csv").exists()


def test_a_package_without_its_checksums_is_still_ours(out):
    (out / "SHA256SUMS").unlink()
    publish(newer(), out)
    assert (out / "SHA256SUMS").is_file()


@pytest.mark.parametrize("name", ["file", "file/package"])
def test_a_file_where_a_folder_is_wanted(name, tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(BuildError, match="file"):
        publish(frames(), tmp_path / name)
    assert contents(tmp_path) == {Path("file"): b"mine"}


# --- what goes wrong on the way ---


def stop(*_, **__):
    raise KeyboardInterrupt


def full(*_, **__):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def refused(*_, **__):
    raise BuildError("The package breaks the standard.")


@pytest.mark.parametrize("error", [stop, full, refused])
@pytest.mark.parametrize("step", ["_write", "_move", "check_package", "fsync"])
def test_a_build_that_fails_leaves_the_last_package_as_it_was(step, error, way, out, monkeypatch):
    before = contents(out)
    owner = {"check_package": sys.modules["build.publish"], "fsync": os}.get(step, place)
    with monkeypatch.context() as patch:
        patch.setattr(owner, step, error)
        with pytest.raises((BuildError, KeyboardInterrupt)) as caught:
            publish(newer(), out)
    if error is full:
        assert str(out) in str(caught.value)
        assert os.strerror(errno.ENOSPC) in str(caught.value)
    assert contents(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["datapackage"]


def test_a_second_step_that_fails_takes_back_the_first(out, monkeypatch):
    monkeypatch.setattr(place, "_exchange", lambda one, other: False)
    before = contents(out)
    rename = Path.rename

    def failing(self, target):
        if self.name.startswith(".datapackage.new"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(BuildError, match="nothing in it was changed"):
        publish(newer(), out)
    assert contents(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["datapackage"]


def small(text):
    """A small package of ours."""
    described = b'{"name": "gaza-truce-talks"}'
    return {"datapackage.json": described, "README.md": text, "data/people.csv": text, "data/figures.csv": text}


def test_what_a_build_that_was_cut_short_left_behind_is_cleared(out):
    for role in ("new", "old"):
        (out.parent / f".datapackage.{role}-gaza-truce-talks" / "data").mkdir(parents=True)
    publish(newer(), out)
    assert [path.name for path in out.parent.iterdir()] == ["datapackage"]


def test_the_old_package_comes_back_after_a_cut_between_two_steps(out, monkeypatch):
    before = contents(out)
    out.rename(out.parent / ".datapackage.old-gaza-truce-talks")
    monkeypatch.setattr(place, "_write", full)
    with pytest.raises(BuildError):
        publish(newer(), out)
    assert contents(out) == before


def test_two_builds_at_once_wait_for_each_other(out):
    handle = os.open(out.parent, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    second = threading.Thread(target=publish, args=(newer(), out))
    second.start()
    second.join(timeout=1.5)
    assert second.is_alive()
    assert b"Ana Maria" not in (out / "data/people.csv").read_bytes()
    os.close(handle)
    second.join(timeout=20)
    assert b"Ana Maria" in (out / "data/people.csv").read_bytes()


@contextmanager
def somebody_else():
    """Act as a user to whom nothing here belongs, where the tests run as the superuser, whom nothing stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("act", [lambda out: place.put(small(b"new"), out, check=lambda folder: None), check_output])
def test_no_permission(act, out):
    before = contents(out)
    out.parent.chmod(0o555 if act is not check_output else 0o000)
    try:
        with somebody_else(), pytest.raises(BuildError, match="datapackage cannot be written: Permission denied"):
            act(out)
    finally:
        out.parent.chmod(0o755)
    assert contents(out) == before


def test_files_may_be_read_by_all(out):
    umask = os.umask(0)
    os.umask(umask)
    for path in out.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o777 if path.is_dir() else 0o666) & ~umask


def test_the_copy_of_a_package_is_a_package(out, tmp_path):
    copy = Path(shutil.copytree(out, tmp_path / "copy"))
    publish(frames(), copy)
    assert contents(copy) == contents(out)
