"""Helpers that the tests share: an article from a text, without a file; the files under a folder."""

import hashlib
from datetime import date
from pathlib import Path

from build.records import Article, Block


def article(
    text: str,
    published_on: date | None = None,
    *,
    titled: bool = False,
    source_id: str = "sample",
    publisher: str | None = None,
    url: str | None = None,
    dateline: str | None = None,
) -> Article:
    """An article whose every line that is not empty is one block of body text.

    With `titled`, the first of them is the headline.
    """
    blocks: list[Block] = []
    start = 0
    for line in text.splitlines(keepends=True):
        shown = line.strip()
        if shown:
            begin = start + line.index(shown)
            blocks.append(Block(begin, begin + len(shown), "title" if titled and not blocks else "body"))
        start += len(line)
    title = text[blocks[0].start : blocks[0].end] if titled and blocks else None
    return Article(
        source_id=source_id,
        file=f"{source_id}.txt",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        blocks=tuple(blocks),
        title=title,
        publisher=publisher,
        url=url,
        published_on=published_on,
        published_on_basis="stated" if published_on else None,
        dateline=dateline,
        words=sum(len(text[block.start : block.end].split()) for block in blocks if block.kind == "body"),
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under `folder`, by its name in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
