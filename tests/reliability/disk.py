"""A disk that fails, or kills whoever uses it, at a chosen call; and a record of all calls in their order.

    with Disk(fails_at=7, how=errno.ENOSPC) as disk:
        publish(frames, out)

Counted are the calls that Python makes to open, write, sync, make, list, rename and remove files and folders, and the
exchange of two folders. It is meant for a process that ends soon after.
"""

import builtins
import ctypes
import errno
import io
import os
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple
from unittest import mock

from build.publish import place

FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES)
KILLED = 0
"""In the place of an error: the process dies at the call."""
CALLS = ("open", "fsync", "mkdir", "rename", "replace", "unlink", "rmdir", "scandir", "listdir")


class Call(NamedTuple):
    """One call: its name, the path it was for, and for a renaming where to."""

    name: str
    path: str
    target: str = ""


class Disk:
    """The disk for as long as the context lasts; `calls` are those made, `fails_at` counts from 1, 0 is never."""

    def __init__(self, fails_at: int = 0, how: int = KILLED) -> None:
        self.calls: list[Call] = []
        self.fails_at, self.how = fails_at, how
        self._paths: dict[int, str] = {}
        self._patches = ExitStack()

    def __enter__(self) -> "Disk":
        for name in CALLS:
            self._patches.enter_context(mock.patch.object(os, name, self._counted(name, getattr(os, name))))
        for module in (io, builtins):
            self._patches.enter_context(mock.patch.object(module, "open", self._opened(io.open)))
        exchange = self._counted("exchange", place._exchange)
        self._patches.enter_context(mock.patch.object(place, "_exchange", exchange))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._patches.close()

    def happens(
        self, name: str, path: object, target: object = "", before: Callable[[], object] = lambda: None
    ) -> None:
        """Count a call; at the chosen one do what may be done `before`, and fail."""
        shown = self._paths.get(path, str(path)) if isinstance(path, int) else str(path)
        self.calls.append(Call(name, shown, str(target)))
        if len(self.calls) == self.fails_at:
            before()
            if self.how == KILLED:
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(self.how, os.strerror(self.how), shown)

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any = ".", *rest: Any, **named: Any) -> Any:
            target = rest[0] if rest and name in ("rename", "replace", "exchange") else ""
            self.happens(name, path, target)
            result = real(path, *rest, **named)
            if name == "open":
                self._paths[result] = str(path)
            return result

        return call

    def _opened(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
            self.happens("open", path)
            if mode != "xb":
                return real(path, mode, *rest, **named)
            raw = Torn(self, path)
            self._paths[raw.fileno()] = str(path)
            return io.BufferedWriter(raw)

        return call


class Torn(io.FileIO):
    """A new file of which half a write is on the disk when the write fails."""

    def __init__(self, disk: Disk, path: Path) -> None:
        super().__init__(path, "x")
        self._disk, self._path = disk, path

    def write(self, data: Any) -> int:
        half = bytes(data)[: len(data) // 2]
        self._disk.happens("write", self._path, before=lambda: super(Torn, self).write(half))
        return super().write(data)


@contextmanager
def heard() -> Iterator[Callable[[], str]]:
    """What is said on standard error meanwhile."""
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with redirect_stderr(stream):
        yield lambda: stream.buffer.getvalue().decode("utf-8")


def in_two_steps(one: Path, other: Path) -> bool:
    """What the exchange of two folders says on a system that has none."""
    return False


def in_a_process(act: Callable[[], object]) -> int:
    """Do it in a child that shares nothing with us any more: its exit code, or minus the signal that killed it."""
    ctypes.pythonapi  # noqa: B018 - loaded before the child counts its calls
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = act() or 0  # type: ignore[assignment]
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
