"""Guards what the command line promises: its output, its exit codes, and that bad input loses nothing."""

import csv
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build.__main__ import main

from .support import contents

PROJECT = Path(__file__).parent.parent
TABLES = ["sources", "people", "meetings", "participants", "exchanges", "figures", "mentions"]

UNRELATED = """Zarovian and Meridian envoys meet in Quorra

Quorra, 4 May 2011 (Highland Post) – Zarovian Foreign Minister Ilka Tormund met Meridian envoy Pell Vastra in Quorra on
Tuesday to discuss a 10-day pause in the border fighting.

Zarovia released 17 prisoners of war, said Tormund.
"""
NOTHING_TO_FIND = """The gardens in spring

The tulips are out again along the canal. Rain is likely, and the paths stay muddy.
"""


def rows(package: Path, table: str) -> list[dict[str, str]]:
    with (package / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def run(*arguments: str, **options: object) -> "subprocess.CompletedProcess[str]":
    """The command as a user gives it, in a process of its own."""
    command = [sys.executable, "-m", "build", *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def own_seeds(seeds: Path, tmp_path: Path) -> Path:
    """A copy of the seeds that a test may spoil."""
    return Path(shutil.copytree(seeds, tmp_path / "seeds"))


# --- what it says ---


def test_a_build_ends_with_a_table_of_what_was_built(own_seeds: Path, tmp_path: Path) -> None:
    done = run("--seeds", str(own_seeds), "--out", str(tmp_path / "package"))
    assert done.returncode == 0
    assert done.stderr == ""  # no terminal, no progress bar
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["table", "rows", "file"]
    assert [line.split()[0] for line in lines[1 : 1 + len(TABLES)]] == TABLES
    assert lines[1].split()[1] == str(len(rows(tmp_path / "package", "sources"))) == "5"
    assert "Built from 5 sources" in done.stdout
    assert "seconds" in done.stdout
    for line in lines[1 : 1 + len(TABLES)]:
        assert Path(line.split(maxsplit=2)[2]).is_file()


def test_quiet_says_nothing(own_seeds: Path, tmp_path: Path) -> None:
    done = run("--seeds", str(own_seeds), "--out", str(tmp_path / "package"), "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("arguments", [["--no-such-option"], ["no-such-command"], ["explain"], ["--seeds"]])
def test_bad_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_help_does_not_wait_for_the_heavy_libraries() -> None:
    code = (
        "import sys; from build.__main__ import parser; parser().format_help();"
        "sys.exit(bool({'pandas', 'pyarrow', 'pandera', 'frictionless', 'rich'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT, timeout=60).returncode == 0


def test_options_stand_before_or_after_the_command(package: Path, seeds: Path) -> None:
    folders = ["--seeds", str(seeds), "--out", str(package), "--quiet"]
    assert main([*folders, "verify"]) == 0
    assert main(["verify", *folders]) == 0


def test_verify_tells_what_differs(
    seeds: Path, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = Path(shutil.copytree(package, tmp_path / "package"))
    assert main(["verify", "--seeds", str(seeds), "--out", str(out)]) == 0
    assert "to the byte" in capsys.readouterr().out
    changed = out / "data" / "sources.csv"
    changed.write_bytes(changed.read_bytes().replace(b"2023-11-29", b"2023-11-30"))
    (out / "notes.txt").write_text("not ours", encoding="utf-8")
    (out / "data" / "figures.parquet").unlink()
    before = contents(out)
    assert main(["verify", "--seeds", str(seeds), "--out", str(out)]) == 1
    said = capsys.readouterr().out
    for word in ("sources.csv", "2023-11-29", "2023-11-30", "000_4a4ada8307cf6f15", "notes.txt", "figures.parquet"):
        assert word in said
    assert contents(out) == before


def test_explain_marks_the_claims_of_one_article(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(next(seeds.glob("002_*.txt")))]) == 0
    said = capsys.readouterr().out
    assert "002_15cf1a700d202531.txt" in said
    assert "69" in said


def test_a_reader_who_goes_away_gets_no_traceback(seeds: Path) -> None:
    command = [sys.executable, "-m", "build", "explain", str(next(seeds.glob("003_*.txt")))]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.close()
        assert reading.stderr.read() == b""
        assert reading.wait() == 1


# --- what any folder of articles gives ---


def test_a_folder_without_a_sidecar(own_seeds: Path, tmp_path: Path) -> None:
    (own_seeds / "sources.csv").unlink()
    assert main(["--seeds", str(own_seeds), "--out", str(tmp_path / "package"), "--quiet"]) == 0
    assert len(rows(tmp_path / "package", "sources")) == 5


def test_an_article_in_which_nothing_is_found_is_a_source_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "gardens.txt").write_text(NOTHING_TO_FIND, encoding="utf-8")
    assert main(["--seeds", str(tmp_path / "seeds"), "--out", str(tmp_path / "package"), "--quiet"]) == 0
    assert [row["source_id"] for row in rows(tmp_path / "package", "sources")] == ["gardens"]
    for table in TABLES[1:]:
        assert rows(tmp_path / "package", table) == []


def test_an_unrelated_article_changes_no_row_of_the_others(own_seeds: Path, package: Path, tmp_path: Path) -> None:
    (own_seeds / "0000_before_all.txt").write_text(UNRELATED, encoding="utf-8")
    (own_seeds / "zarovia.txt").write_text(NOTHING_TO_FIND, encoding="utf-8")
    assert main(["--seeds", str(own_seeds), "--out", str(tmp_path / "package"), "--quiet"]) == 0
    for table in TABLES:
        before, after = rows(package, table), rows(tmp_path / "package", table)
        assert [row for row in after if row in before] == before, table
    assert len(rows(tmp_path / "package", "sources")) == 7


def test_building_again_replaces_the_package(package: Path, own_seeds: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(package, tmp_path / "package"))
    (own_seeds / "gardens.txt").write_text(NOTHING_TO_FIND, encoding="utf-8")
    assert main(["--seeds", str(own_seeds), "--out", str(out), "--quiet"]) == 0
    assert len(rows(out, "sources")) == 6
    assert sorted(path.name for path in tmp_path.iterdir()) == ["package", "seeds"]  # nothing left beside it


# --- bad input ---

SIDECAR = "source_id,title,publisher,url,published_on,evidence\n"


def write(name: str, content: bytes) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).write_bytes(content)

    return spoil


def sidecar(text: str) -> Callable[[Path], None]:
    return write("sources.csv", text.encode())


def clash(folder: Path) -> None:
    (folder / "Talks.txt").write_text(UNRELATED, encoding="utf-8")
    (folder / "talks.txt").write_text(UNRELATED, encoding="utf-8")


def unreadable(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere")


def empty(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def missing(folder: Path) -> None:
    shutil.rmtree(folder)


def contradiction(folder: Path) -> None:
    # the article's own text says 29 November 2023
    name = next(folder.glob("002_*.txt")).stem
    sidecar(SIDECAR + f"{name},,,,2023-12-24,made up\n")(folder)


BAD_SEEDS = {
    "unreadable": (unreadable, ["gone.txt"]),
    "empty file": (write("hollow.txt", b""), ["hollow.txt"]),
    "only space": (write("hollow.txt", b" \n\t\n"), ["hollow.txt"]),
    "binary": (write("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ["picture.txt"]),
    "not UTF-8": (write("latin.txt", "Café talks in Doha".encode("latin-1")), ["latin.txt", "UTF-8"]),
    "ids clash": (clash, ["Talks.txt", "talks.txt"]),
    "folder missing": (missing, ["seeds"]),
    "folder empty": (empty, ["seeds"]),
    "sidecar not UTF-8": (write("sources.csv", SIDECAR.encode() + b"\xff,,,,,\n"), ["sources.csv", "UTF-8"]),
    "sidecar empty": (sidecar(""), ["sources.csv"]),
    "sidecar lacks a column": (sidecar("source_id,title\n"), ["sources.csv"]),
    "sidecar has an unknown column": (sidecar(SIDECAR.replace("evidence", "proof")), ["sources.csv", "proof"]),
    "sidecar row too short": (sidecar(SIDECAR + "000_4a4ada8307cf6f15,,\n"), ["sources.csv", "2"]),
    "sidecar names no seed": (sidecar(SIDECAR + "no_such_article,,,,,\n"), ["sources.csv", "no_such_article"]),
    "sidecar names one twice": (
        sidecar(SIDECAR + 2 * "000_4a4ada8307cf6f15,,,,2023-11-29,seen\n"),
        ["sources.csv", "000_4a4ada8307cf6f15"],
    ),
    "sidecar date is none": (
        sidecar(SIDECAR + "000_4a4ada8307cf6f15,,,,29/11/2023,seen\n"),
        ["sources.csv", "29/11/2023"],
    ),
    "sidecar contradicts the text": (contradiction, ["sources.csv", "2023-12-24", "2023-11-29"]),
}


def refused(arguments: list[str], words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1 and one sentence on standard error that holds all of `words`."""
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1, said.err
    assert said.err.startswith("error: ")
    for word in words:
        assert word in said.err


@pytest.mark.parametrize("case", BAD_SEEDS)
def test_bad_seeds_are_refused_in_one_sentence(
    case: str, own_seeds: Path, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, words = BAD_SEEDS[case]
    out = Path(shutil.copytree(package, tmp_path / "package"))
    spoil(own_seeds)
    if case == "ids clash" and len(list(own_seeds.glob("[Tt]alks.txt"))) == 1:
        pytest.skip("this disk does not tell small letters from capitals")
    before = contents(out)
    refused(["--seeds", str(own_seeds), "--out", str(out)], words, capsys)
    assert contents(out) == before
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "seeds") == ["package"]


def test_seeds_that_are_a_file(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = next(seeds.glob("*.txt"))
    refused(["--seeds", str(one), "--out", str(tmp_path / "package")], [one.name], capsys)


def test_a_folder_that_is_no_package_of_ours_is_left_alone(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("Dear friend", encoding="utf-8")
    before = contents(tmp_path)
    refused(["--seeds", str(seeds), "--out", str(tmp_path / "letters")], ["letters"], capsys)
    assert contents(tmp_path) == before


def test_another_publishers_package_is_left_alone(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "datapackage.json").write_text('{"name": "theirs", "resources": []}', encoding="utf-8")
    before = contents(tmp_path)
    refused(["--seeds", str(seeds), "--out", str(tmp_path / "theirs")], ["theirs"], capsys)
    assert contents(tmp_path) == before


def test_a_file_of_the_users_in_the_package_is_not_deleted(
    seeds: Path, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = Path(shutil.copytree(package, tmp_path / "package"))
    (out / "my notes.txt").write_text("Ask about row 3", encoding="utf-8")
    main(["--seeds", str(seeds), "--out", str(out), "--quiet"])
    assert (out / "my notes.txt").read_text(encoding="utf-8") == "Ask about row 3"


@pytest.mark.parametrize("out", ["file", "file/package"])
def test_no_folder_can_be_made_there(out: str, seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("a file where a folder is wanted", encoding="utf-8")
    refused(["--seeds", str(seeds), "--out", str(tmp_path / out)], ["file"], capsys)
    assert contents(tmp_path) == {"file": b"a file where a folder is wanted"}


def test_a_disk_that_takes_no_more_loses_nothing(seeds: Path, package: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(package, tmp_path / "package"))
    before = contents(out)
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))  # noqa: E731
    done = run("--seeds", str(seeds), "--out", str(out), preexec_fn=limit)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("error: ")
    assert contents(out) == before


def test_a_stop_by_the_user_is_clean(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("build.pipeline.extract", interrupted)
    assert main(["--seeds", str(seeds), "--out", str(tmp_path / "package")]) == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("closed", [1, 2])
def test_a_caller_that_closed_a_stream_gets_its_package(closed: int, seeds: Path, tmp_path: Path) -> None:
    done = run("--seeds", str(seeds), "--out", str(tmp_path / "package"), preexec_fn=lambda: os.close(closed))
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "package" / "SHA256SUMS").is_file()
