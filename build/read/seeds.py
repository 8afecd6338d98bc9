"""The seed files on disk: which they are, and their bytes as text, or one sentence on what is wrong."""

import re
import stat
import unicodedata
from pathlib import Path

from ..errors import BuildError
from .paragraphs import BLANK, LINE

ENDING = ".txt"
LARGEST = 100_000
MOST_LINES = 10_000
"""Bytes and lines of the largest article: some 16,000 words, more than any newspaper prints in one piece. What is
larger is an archive or no article at all, and to read it would take time and memory without bound."""
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
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


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """The bytes of a regular file, which may have `most` of them."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise BuildError(f"{path} is not a regular file: replace it by a text file or remove it.")
        with path.open("rb") as handle:
            data = handle.read(-1 if most is None else most + 1)
    except OSError as error:
        raise BuildError(f"{path} cannot be read ({error.strerror}): allow reading it or remove it.") from error
    if most is not None and len(data) > most:
        raise BuildError(
            f"{path} is larger than any article, which may have {most:,} bytes: keep the article alone, or give each of"
            " several a file of its own."
        )
    return data


def read_text(path: Path) -> tuple[bytes, str]:
    """An article's bytes and text, which must be UTF-8, hold something, and be no larger than articles are."""
    data = read_bytes(path, LARGEST)
    text = decode(path, data)
    lines = sum(1 for _ in LINE.finditer(text))
    if lines > MOST_LINES:
        raise BuildError(
            f"{path} has {lines:,} lines, more than any article, which may have {MOST_LINES:,}: keep the article alone,"
            " or give each of several a file of its own."
        )
    return data, text


def decode(path: Path, data: bytes) -> str:
    """The bytes of a file as text; it must be UTF-8, plain, and hold something."""
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
    if order := CONTROL.search(text):
        line = text.count("\n", 0, order.start()) + 1
        raise BuildError(
            f"{path}, line {line}: U+{ord(order[0]):04X} is an order to a terminal or a printer and no text: remove it."
        )
    if not text.strip(BLANK):
        raise BuildError(f"{path} is empty: put its text into it or remove the file.")
    return text
