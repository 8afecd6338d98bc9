"""A `sources.csv` with all of that."""

import os
from collections.abc import Callable
from pathlib import Path

from .kinds import LEAD, RELEASE, TITLE, Kind, Sentence, article

HEADER = "source_id,title,publisher,url,published_on,evidence\n"
BARE = f"{TITLE}\n\n{LEAD}\n\nThey will meet again tomorrow, next week and in a year. {RELEASE}\n"


def table(name: str, content: str | bytes, *words: str, text: str = BARE) -> Kind:
    """A kind that stops the build: that `sources.csv` beside an article `host.txt`."""
    data = content if isinstance(content, bytes) else content.encode("utf-8")

    def put(folder: Path) -> None:
        (folder / "host.txt").write_text(text, encoding="utf-8")
        (folder / "sources.csv").write_bytes(data)

    return Kind(f"sources.csv: {name}", put, Sentence(("sources.csv", *words)))


def row(name: str, cells: str, *words: str, text: str = BARE) -> Kind:
    return table(name, f"{HEADER}{cells}\n", "line 2", *words, text=text)


def in_place(name: str, put: Callable[[Path], None], *words: str) -> Kind:
    """A kind with something else than a file where `sources.csv` should be."""

    def both(folder: Path) -> None:
        (folder / "host.txt").write_text(BARE, encoding="utf-8")
        put(folder / "sources.csv")

    return Kind(f"sources.csv: {name}", both, Sentence(("sources.csv", *words)))


KINDS: list[Kind] = [
    in_place("a pipe", os.mkfifo, "not a regular file"),
    in_place("a folder", Path.mkdir, "not a regular file"),
    in_place("a link to nothing", lambda path: path.symlink_to("nowhere"), "cannot be read"),
    table("UTF-16", HEADER.encode("utf-16"), "zero byte"),
    table("bytes that are no UTF-8", HEADER.encode() + b"host,\xff,,,,\n", "line 2", "0xff"),
    table("orders to a terminal", HEADER + "host,\x1b[2J,,,,\n", "line 2", "U+001B"),
    table("nothing", "", "is empty"),
    table("no header", "host,,,,,\n", "line 1", "columns"),
    table("a column twice", HEADER.replace("title", "url"), "line 1", "columns"),
    table("semicolons", HEADER.replace(",", ";"), "line 1", "columns"),
    row("a quotation mark that nothing closes", 'host,"Envoys meet,,,,', "quotation marks"),
    row("a quotation mark after a cell", 'host,"Envoys" meet,,,,', "quotation marks"),
    row("too many cells", "host,a,b,c,d,e,f", "7 cells"),
    row("a cell of 200,000 letters", f"host,{'a' * 100_000},,,,", "100,000", "2,000"),
    row("a formula", "host,=1+1,,,,", "'='"),
    row("a formula after blanks", "host,  @SUM(1),,,,", "'@'"),
    row("a formula in the evidence", "host,,,,2011-05-04,-1", "'-'"),
    row("a tab before a cell", 'host,"\t1",,,,', "formula"),
    row("a path for an id", "../host,,,,,", "'../host'"),
    row("an id of a file that is no article", "sources,,,,,", "'sources'"),
    table("an id twice", f"{HEADER}host,,,,,\nhost,,,,,\n", "line 3", "already"),
    row("an address that runs a script", "host,,,javascript:alert(1),,", "web address"),
    row("an address of a file", "host,,,file:///etc/passwd,,", "web address"),
    row("an address without a host", "host,,,https://,,", "web address"),
    row("an address that leaves its mark", 'host,,,"https://example.org/""><script>",,', "web address"),
    table("an address with a line end", f'{HEADER}host,,,"https://example.org/a\nb",,\n', "line 3", "web address"),
    row("an address with a bar", "host,,,https://example.org/a|b,,", "web address"),
    row("an address with broken brackets", "host,,,https://[::1,,", "web address"),
    row("a day that is none", "host,,,,2023-02-30,", "2023-02-30"),
    row("a day in other numerals", "host,,,,２０２３-０１-０１,", "no date"),
    row("a day before there were newspapers", "host,,,,0001-01-01,", "0001-01-01"),
    row("a day at the end of time", "host,,,,9999-12-31,", "9999-12-31"),
    row("a day that the text contradicts", "host,,,,2011-05-05,", "2011-05-04", text=article()),
    row("a publisher that the text contradicts", "host,,Lowland Post,,,", "Highland Post", text=article()),
]
