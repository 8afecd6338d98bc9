"""The package written aside and moved into place whole.

The files go into a hidden folder beside the target, are checked there, and then change places with it in one step.
Whatever interrupts a build, the target holds one whole package, the old or the new. A build that was cut short leaves
its hidden folder behind, which the next one clears away; where the system cannot exchange two folders in one step,
the next build also puts the old package back if the power went between the two.
"""

import ctypes
import errno
import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..errors import BuildError
from .checksums import listed
from .metadata import metadata
from .paths import PATHS

AT_FDCWD = -100
RENAME_EXCHANGE = 2
UNCHANGED = "nothing in it was changed. Make room or give leave to write there, or name another folder with --out."
UNCERTAIN = "the new package stands in it, but the disk does not say that it will keep it. See to it, then build again."
CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def put(files: Mapping[str, bytes], out: Path, check: Callable[[Path], None]) -> None:
    """Write `files` aside, `check` them there, and make them the whole content of `out`."""
    place = out.resolve()
    aside, former = _beside(place, "new"), _beside(place, "old")
    with _told(out, UNCHANGED):
        _make(place.parent)
    with _alone(out, place.parent):
        with _told(out, UNCHANGED):
            _recover(place, aside, former)
            _check(out, place)
            try:
                _write(files, aside)
                check(aside)
                _sync(place.parent)
                _move(aside, place, former)
            except BaseException:
                shutil.rmtree(aside, ignore_errors=True)
                raise
        with _told(out, UNCERTAIN):
            _sync(place.parent)
        for replaced in (aside, former):
            shutil.rmtree(replaced, ignore_errors=True)


def check_output(out: Path) -> None:
    """Raise an error where `out` holds anything that this or an earlier build did not write: it would be deleted."""
    place = out.resolve()
    with _told(out, UNCHANGED):
        stands = place.exists()
    if stands:
        with _alone(out, place.parent), _told(out, UNCHANGED):
            _check(out, place)


@contextmanager
def _told(out: Path, outcome: str) -> Iterator[None]:
    """Tell what the system refuses in one sentence, and how the package stands after it."""
    try:
        yield
    except OSError as error:
        raise BuildError(f"{out} cannot be written: {error.strerror or error}; {outcome}") from error


def _check(out: Path, place: Path) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        raise BuildError(f"{out} is a file: name another folder with --out.")
    found = {str(path.relative_to(place)) for path in place.rglob("*") if path.is_symlink() or not path.is_dir()}
    if not found and not any(place.iterdir()):
        return
    if not _is_ours(place):
        raise BuildError(
            f"{out} is not empty and is no package of this project, so it is left as it is: name another folder with"
            " --out, or empty it."
        )
    sums = place / "SHA256SUMS"
    written = listed(sums.read_bytes()) if sums.is_file() else []
    if others := sorted(found - {*PATHS, *written}):
        raise BuildError(
            f"{out / others[0]} was not written by this build, which would delete it: move it out of the folder."
        )


def _is_ours(place: Path) -> bool:
    described = place / "datapackage.json"
    if not described.is_file():
        return False
    try:
        written = json.loads(described.read_bytes())
    except ValueError:
        return False
    return isinstance(written, dict) and written.get("name") == metadata()["name"]


def _beside(place: Path, role: str) -> Path:
    """A hidden folder beside the package, by a name that nothing else has and the next build finds again."""
    return place.parent / f".{place.name}.{role}-{metadata()['name']}"


@contextmanager
def _alone(out: Path, folder: Path) -> Iterator[None]:
    """Wait until no other build publishes into `folder`; the system frees the lock when a build ends, however."""
    with _told(out, UNCHANGED):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with _told(out, UNCHANGED):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _make(folder: Path) -> None:
    """Make a folder and those above it where they are missing, and wait until each is on the disk."""
    if not folder.exists():
        _make(folder.parent)
        folder.mkdir(exist_ok=True)
        _sync(folder.parent)


def _recover(place: Path, aside: Path, former: Path) -> None:
    """Clear away what a build that was cut short left behind; the old package goes back if none stands."""
    if former.exists():
        if place.exists():
            shutil.rmtree(former)
        else:
            former.rename(place)
    if aside.exists():
        shutil.rmtree(aside)


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write all files and wait until they are on the disk."""
    folders = {folder, *((folder / path).parent for path in files)}
    for each in sorted(folders):
        each.mkdir()
    for path, data in files.items():
        with (folder / path).open("xb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
    for each in sorted(folders, reverse=True):
        _sync(each)


def _move(aside: Path, place: Path, former: Path) -> None:
    """Put the new package where the old one stands; what it replaces is left at `aside` or at `former`."""
    if not place.exists() or not any(place.iterdir()):
        aside.rename(place)
    elif not _exchange(aside, place):
        try:
            place.rename(former)
            aside.rename(place)
        except BaseException:
            if not place.exists():
                former.rename(place)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the system can; else say that it cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _sync(folder: Path) -> None:
    """Wait until a folder's list of files is on the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
