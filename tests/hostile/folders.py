"""What else a folder can hold than articles: odd names, names that clash, links, pipes, folders, locked files."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from .kinds import Kind, Sentence, article, told, written

TEXT = article().encode("utf-8")


def named(kind: str, name: str | bytes) -> Kind:
    """A kind that stops the build for the name of its file."""

    def put(folder: Path) -> None:
        (folder / os.fsdecode(name)).write_bytes(TEXT)

    return Kind(kind, put, Sentence(("seeds", "rename")))


def clash(one: str, other: str) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        (folder / one).write_bytes(TEXT)
        (folder / other).write_bytes(TEXT)

    return put


def link(target: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "hostile.txt").symlink_to(target)


def listening(folder: Path) -> None:
    place = Path.cwd()
    os.chdir(folder)  # a socket's address is short
    try:
        with socket.socket(socket.AF_UNIX) as open_socket:
            open_socket.bind("hostile.txt")
    finally:
        os.chdir(place)


def locked(folder: Path) -> None:
    written("hostile.txt", TEXT)(folder)
    (folder / "hostile.txt").chmod(0)


def stopped(name: str, put: Callable[[Path], None], *words: str) -> Kind:
    return Kind(name, put, Sentence(words))


LOCKED = stopped("a file that may not be read", locked, "hostile.txt", "cannot be read (Permission denied)")
KINDS: list[Kind] = [
    told("a name with spaces", TEXT, file="two words.txt"),
    told("a name that Windows reserves", TEXT, file="CON.txt"),
    told("another name that Windows reserves", TEXT, file="nul.txt"),
    told("a name with two points", TEXT, file="a..b.txt"),
    told("a name in Arabic", TEXT, file="مقال.txt"),
    told("a name of 250 letters", TEXT, file="a" * 246 + ".txt"),
    told("a name that is a number", TEXT, file="0017.txt"),
    told("a name that is a missing value", TEXT, file="NA.txt"),
    told("a name that is a truth value", TEXT, file="true.txt"),
    named("a name with a line end", "a\nb.txt"),
    named("a name with an order to a terminal", "a\x1b[2Jb.txt"),
    named("a name that is no UTF-8", b"a\xff.txt"),
    named("a name that is a formula", "=1+1.txt"),
    named("a name that is an option", "--out.txt"),
    named("a name with a tag", "a<b>c.txt"),
    named("a name with a bar", "a|b.txt"),
    named("a name with a quotation mark", 'a"b.txt'),
    named("a name with a semicolon", "a; b.txt"),
    named("a name with an override", "a\u202eb.txt"),
    named("a name with a backslash", "a\\b.txt"),
    named("a name that ends in a blank", "a .txt"),
    stopped("names that differ in capitals", clash("Talks.txt", "talks.txt"), "Talks.txt", "talks.txt", "rename"),
    stopped("names that differ in how letters are made", clash("é.txt", "e\u0301.txt"), ".txt", "rename"),
    stopped("a link to nothing", link("nowhere"), "hostile.txt", "cannot be read"),
    stopped("a link to itself", link("hostile.txt"), "hostile.txt", "cannot be read"),
    stopped("a link to a folder", link("/"), "hostile.txt", "not a regular file"),
    stopped("a link to a device without end", link("/dev/zero"), "hostile.txt", "not a regular file"),
    stopped("a pipe", lambda folder: os.mkfifo(folder / "hostile.txt"), "hostile.txt", "not a regular file"),
    stopped("a socket", listening, "hostile.txt", "not a regular file"),
    stopped("a folder", lambda folder: (folder / "hostile.txt").mkdir(), "hostile.txt", "not a regular file"),
    LOCKED,
]  # fmt: skip
