"""Bytes to articles: decode, hash, read the head, set page furniture aside; the text stays as it came.

Offsets count code points of the file decoded as UTF-8, a byte order mark among them.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import BuildError
from ..records import Article, Block, BlockKind
from .dates import Stated
from .glued import cuts
from .head import address, dateline, stated_dates
from .language import language
from .layout import Layout, lay_out
from .paragraphs import BLANK, WORD, paragraphs
from .publisher import publisher
from .seeds import decode, read_bytes, read_text, seed_paths
from .sidecar import FILE as SIDECAR
from .sidecar import Supplied, merge, read_sidecar


def read_seeds(folder: Path) -> tuple[Article, ...]:
    """The articles of a folder in the order of their ids, completed from its `sources.csv` where it has one."""
    paths = seed_paths(folder)
    supplied = _supplied(folder, paths)
    return tuple(_completed(path, supplied) for path in paths)


def read_seed(path: Path) -> Article:
    """One seed as `read_seeds` gives it, completed from the `sources.csv` beside it."""
    if not path.is_file():
        raise BuildError(f"{path} is not a file: name an article, a .txt file in a seeds folder.")
    return _completed(path, _supplied(path.parent, (path, *path.parent.glob("*.txt"))))


def _supplied(folder: Path, paths: Sequence[Path]) -> Mapping[str, Supplied]:
    """What the folder's `sources.csv` says of the articles at `paths`; nothing where there is none."""
    table = folder / SIDECAR
    if not table.is_symlink() and not table.exists():
        return {}
    return read_sidecar(table, decode(table, read_bytes(table)), frozenset(path.stem for path in paths))


def _completed(path: Path, supplied: Mapping[str, Supplied]) -> Article:
    article, yearless = _read(path)
    return merge(article, yearless, supplied[path.stem]) if path.stem in supplied else article


def read_article(path: Path) -> Article:
    """One seed file as an article, by itself."""
    return _read(path)[0]


def _read(path: Path) -> tuple[Article, Stated | None]:
    data, text = read_text(path)
    return to_article(path.name, text, hashlib.sha256(data).hexdigest())


def to_article(file: str, text: str, sha256: str) -> tuple[Article, Stated | None]:
    """The article in a text, and the day without a year that its dateline gives."""
    layout = lay_out(text, paragraphs(text))
    url = address(layout)
    day, yearless = stated_dates(text, layout, url)
    blocks = tuple(_blocks(text, layout))
    line = dateline(layout)
    body = [text[block.start : block.end] for block in blocks if block.kind == "body"]
    article = Article(
        source_id=Path(file).stem,
        file=file,
        text=text,
        sha256=sha256,
        blocks=blocks,
        title=_cell(layout.title.text if layout.title else None),
        publisher=_cell(publisher(text, layout, line.outlet if line else None, url)),
        url=url,
        published_on=day,
        published_on_basis="stated" if day else None,
        dateline=_cell(line.place if line else None),
        language=language("\n".join(body)),
        words=sum(len(WORD.findall(part)) for part in body),
    )
    return article, yearless


def _cell(value: str | None) -> str | None:
    """A text for a cell, its white space single; nothing where a spreadsheet would take it for a formula."""
    shown = " ".join(value.split()) if value else ""
    return shown if shown and shown[0] not in "=+-@" else None


def _blocks(text: str, layout: Layout) -> Iterator[Block]:
    """The blocks in order: headline and body as laid out, all that lies between them furniture."""
    place = 0
    for start, end, kind in sorted(_kept(text, layout)):
        yield from _block(text, place, start, "furniture")
        yield from _block(text, start, end, kind)
        place = end
    yield from _block(text, place, len(text), "furniture")


def _kept(text: str, layout: Layout) -> Iterator[tuple[int, int, BlockKind]]:
    if layout.title:
        yield layout.title.start, layout.title.end, "title"
    for line in layout.body:
        place = line.start
        for cut in cuts(text, line):
            yield place, cut.start, "body"
            place = cut.end
        yield place, line.end, "body"


def _block(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Block]:
    """`text[start:end]` without the white space around it, if anything is left."""
    while start < end and text[start] in BLANK:
        start += 1
    while start < end and text[end - 1] in BLANK:
        end -= 1
    if start < end:
        yield Block(start, end, kind)
