"""The seed files on disk: which they are, and their bytes as text, or one sentence on what is wrong."""

import re
import stat
import unicodedata
from pathlib import Path

from ..errors import BuildError
from .paragraphs import BLANK

ENDING = ".txt"
SAFE = re.compile(r"[^\W_](?:[\w .()&'’+,-]*[\w)'’+])?")


def seed_paths(folder: Path) -> list[Path]:
    """The articles of a folder in the order of their ids, which are their names without the ending."""
    if not folder.is_dir():
        raise BuildError(f"{folder} is not a folder: name the folder that holds the articles as {ENDING} files.")
    try:
        paths = [path for path in folder.iterdir() if path.suffix.lower() == ENDING and path.name[0] != "."]
    except OSError as error:
        raise BuildError(f"{folder} cannot be listed ({error.strerror}): allow reading it.") from error
    if not paths:
        raise BuildError(f"{folder} holds no article: put each there as a file whose name ends in {ENDING}.")
    taken: dict[str, Path] = {}
    for path in sorted(paths):
        if not SAFE.fullmatch(path.stem):
            shown = path.name.encode("utf-8", "backslashreplace").decode()
            raise BuildError(
                f"{folder}: the name {shown!r} cannot be a source's identifier: rename the file so that it begins with"
                " a letter or digit and has letters, digits, hyphens, underscores and points."
            )
        other = taken.setdefault(unicodedata.normalize("NFC", path.stem).casefold(), path)
        if other is not path:
            raise BuildError(f"{path} and {other.name} would share one identifier: rename one of the two.")
    return sorted(taken.values(), key=lambda path: path.stem)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise BuildError(f"{path} is not a regular file: replace it by a text file or remove it.")
        return path.read_bytes()
    except OSError as error:
        raise BuildError(f"{path} cannot be read ({error.strerror}): allow reading it or remove it.") from error


def decode(path: Path, data: bytes) -> str:
    """The bytes of a file as text; it must be UTF-8 and hold something."""
    if b"\0" in data:
        raise BuildError(f"{path} is binary (a zero byte at offset {data.index(0)}): save it as plain text in UTF-8.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BuildError(
            f"{path}, line {line}: byte {data[error.start]:#04x} at offset {error.start} is not UTF-8:"
            " save the file in UTF-8."
        ) from error
    if not text.strip(BLANK):
        raise BuildError(f"{path} is empty: put its text into it or remove the file.")
    return text
