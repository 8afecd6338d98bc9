"""Guards that any folder of files gives right rows or one clear sentence, and that nothing in it becomes markup."""

import csv
import hashlib
import io
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import build.publish  # noqa: F401 - before another user, who may not, would import it
from build.__main__ import main
from build.publish.markdown import code, plain, table

from .hostile.corpus import READ, REFUSED
from .hostile.folders import LOCKED
from .hostile.kinds import Kind, Row, Sentence, fill

SMALL = [kind for kind in READ if not kind.is_big]
Rows = Callable[[str], list[dict[str, str]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All small kinds that are read, in one folder: one that breaks the build breaks it for all."""
    folder = tmp_path_factory.mktemp("hostile") / "seeds"
    fill(folder, SMALL)
    return folder


@pytest.fixture(scope="module")
def out(folder: Path) -> Path:
    out = folder.parent / "package"
    assert main(["--seeds", str(folder), "--out", str(out), "--quiet"]) == 0
    return out


@pytest.fixture(scope="module")
def rows(out: Path) -> Rows:
    return lambda table: list(
        csv.DictReader(io.StringIO((out / f"data/{table}.csv").read_bytes().decode(), newline=""))
    )


def differences(kind: Kind, out: Path, rows: Rows) -> list[str]:
    """How the rows of a kind differ from those that it must give."""
    expected, source = kind.expected, next(row for row in rows("sources") if row["source_id"] == kind.source_id)
    assert isinstance(expected, Row)
    found = [f"{column}: {source[column]!r}" for column, cell in expected.cells.items() if source[column] != cell]
    own = {
        table: [row for row in rows(table) if row["source_id"] == kind.source_id] for table in ("figures", "mentions")
    }
    figures = {row["quote"]: float(row["value_low"]) for row in own["figures"]}
    names = {row["person_id"]: row["name"] for row in rows("people")}
    people = {names[row["person_id"]] for row in own["mentions"] if row["person_id"]}
    if expected.figures is not None and figures != expected.figures:
        found.append(f"figures: {figures}")
    return found if people == expected.people else [*found, f"people: {people}"]


@pytest.mark.parametrize("kind", SMALL, ids=lambda kind: kind.name)
def test_what_is_read_gives_the_right_rows(kind: Kind, out: Path, rows: Rows) -> None:
    assert differences(kind, out, rows) == []


def test_every_quote_stands_at_its_place(folder: Path, rows: Rows) -> None:
    data = {row["source_id"]: (folder / row["file"]).read_bytes() for row in rows("sources")}
    assert {row["source_id"]: row["sha256"] for row in rows("sources")} == {
        source_id: hashlib.sha256(each).hexdigest() for source_id, each in data.items()
    }
    for row in [*rows("figures"), *rows("mentions")]:
        assert data[row["source_id"]].decode("utf-8")[int(row["start"]) : int(row["end"])] == row["quote"]


# --- what is refused ---


@contextmanager
def somebody_else() -> Iterator[None]:
    """Act as a user to whom nothing here belongs, where the tests run as the superuser, whom nothing stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("kind", [kind for kind in REFUSED if not kind.is_big], ids=lambda kind: kind.name)
def test_what_is_refused_is_told_in_one_sentence(kind: Kind, capsys: pytest.CaptureFixture[str]) -> None:
    with tempfile.TemporaryDirectory() as name:  # which, unlike pytest's own, another user may enter
        place = Path(name)
        place.chmod(0o755)
        fill(place / "seeds", [kind])
        with somebody_else() if kind is LOCKED else nullcontext():
            assert main(["--seeds", str(place / "seeds"), "--out", str(place / "package")]) == 1
        assert [path.name for path in place.iterdir()] == ["seeds"]
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("error: ")
    assert said.err.count("\n") == 1
    assert said.err[:-1].isprintable()
    assert len(said.err) < 1000
    assert isinstance(kind.expected, Sentence)
    assert [word for word in kind.expected.words if word not in said.err] == [], said.err


# --- what is published ---


def test_every_table_is_whole(out: Path) -> None:
    for path in (out / "data").glob("*.csv"):
        found = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline=""), strict=True))
        assert {len(row) for row in found} == {len(found[0])}, path.name
        cells = [cell for row in found for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == [], path.name


def nothing(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def test_every_record_is_json(out: Path) -> None:
    for path in [*out.glob("*.json"), *out.glob("*.jsonld"), out / ".zenodo.json"]:
        json.loads(path.read_bytes(), parse_constant=nothing)


def tokens(markdown: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown):
        yield token
        yield from token.children or ()


def shape(markdown: str) -> list[tuple[int, ...]]:
    """How many cells each row of each table has."""
    counts: list[list[int]] = []
    for token in tokens(markdown):
        if token.type == "table_open":
            counts.append([])
        elif token.type == "tr_open":
            counts[-1].append(0)
        elif token.type in ("td_open", "th_open"):
            counts[-1][-1] += 1
    return [tuple(sorted(set(table))) for table in counts]


MARKUP = {"html_block", "html_inline", "image", "heading_open", "fence", "code_block", "hr", "s_open", "strong_open"}


def markup(markdown: str) -> dict[str, int]:
    """How much of each kind of markup there is."""
    return {kind: sum(token.type == kind for token in tokens(markdown)) for kind in MARKUP}


def links(markdown: str) -> set[str]:
    return {str(token.attrs["href"]) for token in tokens(markdown) if token.type == "link_open"}


def is_plain(markdown: str) -> bool:
    """Whether every sign in it shows itself."""
    return all(sign.isprintable() or sign == "\n" for sign in markdown)


@pytest.mark.parametrize("name", ["README.md", "CODEBOOK.md", "DATASHEET.md"])
def test_nothing_in_a_text_is_markdown_or_html(name: str, out: Path, package: Path) -> None:
    ours, other = ((folder / name).read_text(encoding="utf-8") for folder in (out, package))
    assert markup(ours) == markup(other)
    assert links(ours) == links(other)
    assert [row for row in shape(ours) if len(row) > 1] == []
    assert is_plain(ours)


TITLES = [
    str(kind.expected.cells["title"])
    for kind in READ
    if isinstance(kind.expected, Row) and kind.expected.cells.get("title")
]


def page(text: str) -> str:
    """The text in every way in which our Markdown takes up a text from an article."""
    return f"The row {code(text)} says “{plain(text)}”:\n\n" + table(("column", "example"), [("`title`", code(text))])


@pytest.mark.parametrize("title", sorted(TITLES))
def test_no_title_is_markdown_or_html(title: str) -> None:
    ours, other = page(title), page("plain")
    assert markup(ours) == markup(other)
    assert links(ours) == set()
    assert shape(ours) == shape(other)
    assert is_plain(ours)


def test_each_line_of_the_log_is_one_note(out: Path) -> None:
    lines = (out / "LOG.txt").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    assert [line for line in lines if not line.isprintable()] == []


def test_verify_and_explain_bear_it_too(folder: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--seeds", str(folder), "--out", str(out), "--quiet"]) == 0
    for kind in SMALL:
        assert main(["explain", str(folder / f"{kind.source_id}.txt")]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "\x1b" not in said.out
