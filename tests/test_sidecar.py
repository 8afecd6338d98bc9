"""Guards the promise that bad seeds or a bad `sources.csv` stop the build with one clear sentence, and no other way."""

import os
from datetime import date
from pathlib import Path

import pytest

from build.errors import BuildError
from build.read import read_seeds

BODY = "Mediators say that the two sides will exchange ten prisoners each at the bridge on Sunday morning.\n"
HEADER = "source_id,title,publisher,url,published_on,evidence\n"


def seeds(folder: Path, sidecar: str | bytes | None = None, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    if sidecar is not None:
        data = sidecar.encode() if isinstance(sidecar, str) else sidecar
        (folder / "sources.csv").write_bytes(data)
    return folder


def message(folder: Path) -> str:
    with pytest.raises(BuildError) as caught:
        read_seeds(folder)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def test_what_the_page_lost_is_supplied(tmp_path: Path) -> None:
    row = 'a,Ten for ten,"The Courier, Juba",https://courier.example/ten,2024-03-02,"Found by its text"\n'
    (article,) = read_seeds(seeds(tmp_path, HEADER + row, a=BODY))
    assert (article.title, article.publisher) == ("Ten for ten", "The Courier, Juba")
    assert (article.url, article.published_on) == ("https://courier.example/ten", date(2024, 3, 2))
    assert article.published_on_basis == "supplied"


def test_what_the_text_states_stays_stated(tmp_path: Path) -> None:
    text = f"Ten for ten at the bridge\n2 March 2024\n{BODY}"
    (article,) = read_seeds(seeds(tmp_path, HEADER + "a,,,,2024-03-02,\n", a=text))
    assert (article.published_on, article.published_on_basis) == (date(2024, 3, 2), "stated")
    assert article.title == "Ten for ten at the bridge"


def test_a_sidecar_is_not_needed_and_may_leave_articles_out(tmp_path: Path) -> None:
    assert [article.source_id for article in read_seeds(seeds(tmp_path, b=BODY, a=BODY))] == ["a", "b"]
    found = read_seeds(seeds(tmp_path, HEADER + "b,,The Courier,,,\n"))
    assert [article.publisher for article in found] == [None, "The Courier"]


def test_a_byte_order_mark_other_line_ends_and_another_order_of_columns_are_read(tmp_path: Path) -> None:
    sidecar = "\ufeffsource_id,published_on,title,url,publisher,evidence\r\na,2024-03-02,,,,\r\n\r\n"
    (article,) = read_seeds(seeds(tmp_path, sidecar, a=BODY))
    assert article.published_on == date(2024, 3, 2)


CONTRADICTIONS = [
    ("a,,,,2024-03-03,\n", f"Ten for ten at the bridge\n2 March 2024\n{BODY}", ("2024-03-03", "2024-03-02")),
    ("a,Nine for nine,,,,\n", f"Ten for ten at the bridge\n2 March 2024\n{BODY}", ("Nine for nine", "Ten for ten")),
    ("a,,The Herald,,,\n", f"{BODY}\n© 2024 The Courier\n", ("The Herald", "The Courier")),
    ("a,,,https://b.example/x,,\n", f"{BODY}\nhttps://a.example/x/ten\n", ("b.example", "a.example")),
    # the day and month of a dateline without a year
    ("a,,,,2024-03-02,\n", f"JUBA, March 1 (NWS) - {BODY}", ("2024-03-02", "March 1")),
    ("a,,,,2024-12-01,\n", f"Juba, January 12 (NWS).- {BODY}", ("2024-12-01", "January 12")),
]


@pytest.mark.parametrize(("row", "text", "both"), CONTRADICTIONS)
def test_a_contradiction_names_both(tmp_path: Path, row: str, text: str, both: tuple[str, str]) -> None:
    sentence = message(seeds(tmp_path, HEADER + row, a=text))
    assert all(value in sentence for value in both)
    assert "sources.csv, line 2" in sentence
    assert "a.txt" in sentence


AGREEMENTS = [
    ("a,,,,2025-03-02,\n", f"Ten for ten at the bridge\n2 March 2025\n\nJUBA, March 1 (NWS) - {BODY}"),
    ("a,,,,2025-03-01,\n", f"JUBA, March 1 (NWS) - {BODY}"),
    ("a,“Ten for Ten at the bridge”,,,,\n", f"Ten for ten at the bridge\n2 March 2024\n{BODY}"),
    ("a,,Courier,,,\n", f"{BODY}\n© 2024 The Courier\n"),
    ("a,,,http://www.a.example/x/ten/,,\n", f"{BODY}\nhttps://a.example/x/ten\n"),
]


@pytest.mark.parametrize(("row", "text"), AGREEMENTS)
def test_another_spelling_of_the_same_is_no_contradiction(tmp_path: Path, row: str, text: str) -> None:
    assert len(read_seeds(seeds(tmp_path, HEADER + row, a=text))) == 1


BROKEN = [
    ("", "is empty"),
    ("source_id,title\na,x\n", "line 1: the columns are source_id, title"),
    (HEADER + "a,x\n", "line 2: the row has 2 cells for 6 columns"),
    (HEADER + "b,,,,,\n", "line 2: there is no article 'b'"),
    (HEADER + "a,,,,,\na,,,,,\n", "line 3: the article 'a' has a row already"),
    (HEADER + "a,,,,02.03.2024,\n", "line 2: published_on '02.03.2024' is no date"),
    (HEADER + "a,,,,2024-02-30,\n", "line 2: published_on '2024-02-30' is no date"),
    (HEADER + "a,,,,20240302,\n", "is no date"),
    (HEADER + "a,,,,0001-01-01,\n", "is no date from 1900 to 2099"),
    (HEADER + "a,,,,٢٠٢٤-01-01,\n", "is no date from 1900 to 2099"),
    (HEADER + "a,,,courier.example,,\n", "line 2: url 'courier.example' is no web address"),
    (HEADER + "a,,,javascript:alert(1),,\n", "is no web address"),
    (HEADER + "a,=1+1,,,,\n", "line 2: title begins with '='"),
    (HEADER + "a,,@x,,,\n", "line 2: publisher begins with '@'"),
    (HEADER + "a,,,,,-x\n", "line 2: evidence begins with '-'"),
    (HEADER + "a,  =1+1,,,,\n", "line 2: title begins with '='"),
    (HEADER + "a,\tTen for ten,,,,\n", r"line 2: title begins with '\t'"),
    (HEADER + 'a,"\rTen for ten",,,,\n', r"title begins with '\r'"),
    (HEADER + 'a,"x,,,,\n', "no valid CSV"),
    (b"\xff\xfe" + HEADER.encode(), "line 1: byte 0xff at offset 0 is not UTF-8"),
    (HEADER + "a,x\0,,,,\n", "is binary (a zero byte at offset"),
]


@pytest.mark.parametrize(("sidecar", "says"), BROKEN)
def test_a_broken_sidecar_is_one_sentence(tmp_path: Path, sidecar: str | bytes, says: str) -> None:
    sentence = message(seeds(tmp_path, sidecar, a=BODY))
    assert says in sentence
    assert "sources.csv" in sentence


BAD_FILES = [
    (b"", "is empty"),
    (b" \n\t\xc2\xa0\n", "is empty"),
    (b"\xef\xbb\xbf\n", "is empty"),
    (b"Ten\0men", "is binary (a zero byte at offset 3)"),
    ("Zehn Männer\nkommen frei".encode("latin-1"), "line 1: byte 0xe4 at offset 6 is not UTF-8"),
    (b"One line\nand \xff", "line 2: byte 0xff at offset 13 is not UTF-8"),
    ("Zehn für zehn".encode("utf-16"), "is binary"),
]


@pytest.mark.parametrize(("data", "says"), BAD_FILES)
def test_a_seed_that_is_no_text_is_one_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    sentence = message(tmp_path)
    assert says in sentence
    assert "bad.txt" in sentence


def test_a_missing_or_empty_folder(tmp_path: Path) -> None:
    assert "is not a folder" in message(tmp_path / "none")
    (tmp_path / "notes.md").write_text("x")
    (tmp_path / ".hidden.txt").write_text("x")
    assert "holds no article" in message(tmp_path)
    assert "is not a folder" in message(tmp_path / "notes.md")


def test_ids_must_differ_by_more_than_case(tmp_path: Path) -> None:
    seeds(tmp_path, talks=BODY, Talks=BODY)
    if len(list(tmp_path.iterdir())) == 2:
        assert "would share one identifier" in message(tmp_path)


def test_endings_in_capitals_count(tmp_path: Path) -> None:
    (tmp_path / "a.TXT").write_text(BODY)
    assert [article.file for article in read_seeds(tmp_path)] == ["a.TXT"]
    (tmp_path / "a.txt").write_text(BODY)
    assert "would share one identifier" in message(tmp_path)


@pytest.mark.parametrize("name", ["=1+1", "-x", "a\nb", "@x", "a;b", "+1", " a"])
def test_a_name_that_is_no_safe_identifier(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.txt").write_text(BODY)
    assert "cannot be a source's identifier" in message(tmp_path)


@pytest.mark.parametrize("name", ["000_4a", "Doha talks", "2024-03-02.juba", "días"])
def test_a_name_that_is_a_safe_identifier(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.txt").write_text(BODY)
    assert [article.source_id for article in read_seeds(tmp_path)] == [name]


def test_what_is_no_regular_file(tmp_path: Path) -> None:
    (tmp_path / "dir.txt").mkdir()
    assert "dir.txt is not a regular file" in message(tmp_path)
    (tmp_path / "dir.txt").rmdir()
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert "loop.txt cannot be read" in message(tmp_path)
    (tmp_path / "loop.txt").unlink()
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe.txt is not a regular file" in message(tmp_path)
    (tmp_path / "pipe.txt").unlink()
    seeds(tmp_path, a=BODY)
    (tmp_path / "sources.csv").symlink_to("nowhere")
    assert "sources.csv cannot be read" in message(tmp_path)


def test_a_link_to_an_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(BODY)
    (tmp_path / "a.txt").symlink_to("elsewhere")
    assert len(read_seeds(tmp_path)) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_seed(tmp_path: Path) -> None:
    seeds(tmp_path, a=BODY)
    (tmp_path / "a.txt").chmod(0)
    assert "a.txt cannot be read" in message(tmp_path)
