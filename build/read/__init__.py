"""Bytes to articles: decode, hash, read the head, set page furniture aside; the text stays as it came.

Offsets count code points of the file decoded as UTF-8, a byte order mark among them.
"""

import hashlib
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..errors import BuildError
from ..records import Article, Block, BlockKind
from .dates import Stated
from .glued import cuts
from .head import address, dateline, publisher, stated_dates
from .language import language
from .layout import Layout, lay_out
from .paragraphs import SPACE, WORD, Paragraph, paragraphs
from .sidecar import FILE as SIDECAR
from .sidecar import Supplied, merge, read_sidecar

ENDING = ".txt"
SAFE = re.compile(r"[^\W_][\w .()&'’+,-]*")


def read_seeds(folder: Path) -> tuple[Article, ...]:
    """The articles of a folder in the order of their ids, completed from its `sources.csv`."""
    paths = _seed_paths(folder)
    supplied = _supplied(folder, paths)
    return tuple(_completed(path, supplied) for path in paths)


def read_seed(path: Path) -> Article:
    """One seed as `read_seeds` gives it, completed from the `sources.csv` beside it."""
    if not path.is_file():
        raise BuildError(f"{path} is not a file: name an article, a .txt file in a seeds folder.")
    return _completed(path, _supplied(path.parent, [path, *path.parent.glob(f"*{ENDING}")]))


def _supplied(folder: Path, paths: Sequence[Path]) -> dict[str, Supplied]:
    """What the folder's `sources.csv` says of the articles at `paths`; nothing where there is none."""
    table = folder / SIDECAR
    if not table.is_symlink() and not table.exists():
        return {}
    return read_sidecar(table, _text(table), [path.stem for path in paths])


def _completed(path: Path, supplied: dict[str, Supplied]) -> Article:
    article, yearless = _read(path)
    return merge(article, yearless, supplied[path.stem]) if path.stem in supplied else article


def read_article(path: Path) -> Article:
    """One seed file as an article, by itself."""
    return _read(path)[0]


def _seed_paths(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise BuildError(f"{folder} is not a folder: name the folder that holds the articles as .txt files.")
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ENDING and path.name[0] != ".")
    except OSError as error:
        raise BuildError(f"{folder} cannot be listed ({error.strerror}): allow reading it.") from error
    if not paths:
        raise BuildError(f"{folder} holds no article: put each article there as a file whose name ends in {ENDING}.")
    taken: dict[str, Path] = {}
    for path in paths:
        if not SAFE.fullmatch(path.stem) or path.stem != path.stem.strip():
            shown = path.name.encode("utf-8", "backslashreplace").decode()
            raise BuildError(
                f"{folder}: the name {shown!r} cannot be a source's identifier: rename the file, beginning with a letter"
                " or digit, to letters, digits, hyphens, underscores and points."
            )
        folded = unicodedata.normalize("NFC", path.stem).casefold()
        if folded in taken:
            raise BuildError(f"{path} and {taken[folded].name} would share one identifier: rename one of the two files.")
        taken[folded] = path
    return sorted(paths, key=lambda path: path.stem)


def _bytes(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise BuildError(f"{path} is not a regular file: replace it by a text file or remove it.")
        return path.read_bytes()
    except OSError as error:
        raise BuildError(f"{path} cannot be read ({error.strerror}): allow reading it or remove it.") from error


def _text(path: Path) -> str:
    return _decode(path, _bytes(path))


def _decode(path: Path, data: bytes) -> str:
    if not data.strip():
        raise BuildError(f"{path} is empty: put its text into it or remove the file.")
    if b"\0" in data:
        place = data.index(b"\0")
        raise BuildError(f"{path} is binary (a zero byte at offset {place}): save it as plain text in UTF-8.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BuildError(
            f"{path}, line {line}: byte {data[error.start]:#04x} at offset {error.start} is not UTF-8: save the file in UTF-8."
        ) from error
    if not text.strip(SPACE + "\r\n\v\f\x85\u2028\u2029"):
        raise BuildError(f"{path} is empty: put its text into it or remove the file.")
    return text


def _read(path: Path) -> tuple[Article, tuple[Stated, ...]]:
    """The article in a file, and the days without a year that stand where its date would."""
    data = _bytes(path)
    text = _decode(path, data)
    found = paragraphs(text)
    layout = lay_out(text, found)
    url = address(layout)
    day, yearless = stated_dates(text, layout, url)
    blocks = tuple(_blocks(text, layout, found))
    line = dateline(layout)
    body = [text[block.start : block.end] for block in blocks if block.kind == "body"]
    article = Article(
        source_id=path.stem,
        file=path.name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks,
        title=" ".join(layout.title.text.split()) if layout.title else None,
        publisher=publisher(text, layout, url),
        url=url,
        published_on=day,
        published_on_basis="stated" if day else None,
        dateline=line.place if line else None,
        language=language("\n".join(body)),
        words=sum(len(WORD.findall(part)) for part in body),
    )
    return article, yearless


def _blocks(text: str, layout: Layout, found: tuple[Paragraph, ...]) -> Iterator[Block]:
    """The blocks in order: headline and body as laid out, all that lies between them furniture."""
    kept: list[tuple[int, int, BlockKind]] = []
    if layout.title:
        kept.append((layout.title.start, layout.title.end, "title"))
    for line in layout.body:
        place = line.start
        for cut in cuts(text, line):
            kept.append((place, cut.start, "body"))
            place = cut.end
        kept.append((place, line.end, "body"))
    kept.sort()
    place = 0
    for start, end, kind in kept:
        yield from _furniture(text, found, place, start)
        while start < end and text[start] in SPACE + "\r\n":
            start += 1
        while end > start and text[end - 1] in SPACE + "\r\n":
            end -= 1
        if start < end:
            yield Block(start, end, kind)
        place = end
    yield from _furniture(text, found, place, len(text))


def _furniture(text: str, found: tuple[Paragraph, ...], start: int, end: int) -> Iterator[Block]:
    """What is left between two kept stretches, as one block."""
    shown = text[start:end].strip(SPACE + "\r\n\v\f\x85\u2028\u2029")
    if shown:
        begin = text.index(shown, start)
        yield Block(begin, begin + len(shown), "furniture")
