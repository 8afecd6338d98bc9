"""Markdown: tables, text as it stands, and templates with named gaps."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).parent
MEANT = re.compile(r"[\\`*_<>\[\]|#&~$]")
GAP = re.compile(r"\{\{(\w+)\}\}")
TICKS = re.compile("`+")
LONGEST = 200


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; a bar within a cell is kept from ending it.

    >>> print(table(("a", "b"), [("1", "x|y")]))
    | a | b |
    | --- | --- |
    | 1 | x\\|y |
    """
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_bars(cell) for cell in line)} |" for line in lines)


def _bars(cell: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", cell)


def code(text: str) -> str:
    """Text in one line between backticks, more of them than it has itself.

    >>> code("people"), code("a ` b")
    ('`people`', '`` a ` b ``')
    """
    text = _in_one_line(text)
    within = max((len(ticks) for ticks in TICKS.findall(text)), default=0)
    fence = "`" * (within + 1)
    return f"{fence} {text} {fence}" if within else f"`{text}`"


def plain(text: str) -> str:
    """Text of an article, in one line, none of its signs taken for Markdown.

    >>> plain("a *b* <i>")
    'a \\\\*b\\\\* \\\\<i\\\\>'
    """
    return MEANT.sub(lambda sign: f"\\{sign[0]}", shortened(text))


def shortened(text: str) -> str:
    """Text in one line, the end of a long one left away.

    >>> shortened("a\\nb")
    'a b'
    """
    line = _in_one_line(text)
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()} …"


def _in_one_line(text: str) -> str:
    """Text without line ends, and without the signs that show nothing themselves but turn the text around them.

    >>> _in_one_line("a\\n\\u202eb")
    'a b'
    """
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def filled(template: str, parts: Mapping[str, str]) -> bytes:
    """The text of a file beside this module, each `{{name}}` in it replaced by that part."""
    text = (FOLDER / template).read_text(encoding="utf-8")
    return GAP.sub(lambda gap: parts[gap[1]], text).encode("utf-8")
