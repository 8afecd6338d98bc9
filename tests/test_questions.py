"""Guards that the five questions have the answers that are printed, in pandas, in R and in SQL alike.

After a wanted change of the data, `make readme` writes the answers anew: read the difference before it is committed.
"""

import csv
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from .readers import python_with
from .snippets import PROJECT, run_r

QUESTIONS = PROJECT / "docs" / "questions.md"
SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
BLOCK = re.compile(r"^```([\w ]+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
ANSWER = re.compile(r"^```csv\n.*?^```$", re.DOTALL | re.MULTILINE)
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")

PANDAS = "\nprint('ANSWER' + answer.to_csv(index=False))"
R = "\nwrite_csv(answer, 'answer.csv', na = '', quote = 'needed')"
SQL = """
import csv, io, duckdb
found = duckdb.sql(QUERY)
text = io.StringIO()
csv.writer(text, lineterminator="\\n").writerows([found.columns, *found.fetchall()])
print("ANSWER" + text.getvalue())
"""


class Question(NamedTuple):
    """A question, and the block of each language that answers it; `csv` is the answer."""

    title: str
    blocks: dict[str, str]


def questions() -> list[Question]:
    _, *parts = SECTION.split(QUESTIONS.read_text(encoding="utf-8"))
    return [Question(title, dict(BLOCK.findall(body))) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def setup() -> str:
    blocks: dict[str, str] = dict(BLOCK.findall(QUESTIONS.read_text(encoding="utf-8")))
    return blocks["r setup"]


def plain(text: str) -> list[list[str]]:
    """The cells of a CSV, with numbers in their shortest form and days without an hour."""

    def cell(value: str) -> str:
        value = value.removesuffix(" 00:00:00")
        return f"{float(value):.15g}" if NUMBER.fullmatch(value) else value

    return [list(map(cell, row)) for row in csv.reader(io.StringIO(text)) if row]


def run(command: list[str], folder: Path) -> str:
    environment = os.environ | {"PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.partition("ANSWER")[2]


def in_pandas(code: str, folder: Path) -> str:
    return run([sys.executable, "-c", code + PANDAS], folder)


def in_sql(code: str, folder: Path) -> str:
    return run([python_with("duckdb"), "-c", f"QUERY = {code!r}\n{SQL}"], folder)


def in_r(code: str, folder: Path) -> str:
    (folder / "question.R").write_text(f"options(warn = 2)\n{setup()}\n{code}{R}", encoding="utf-8")
    run_r(["question.R"], folder)
    return (folder / "answer.csv").read_text(encoding="utf-8")


LANGUAGES = {"python": in_pandas, "r": in_r, "sql": in_sql}


@pytest.fixture
def checkout(seeds: Path, package: Path, tmp_path: Path) -> Path:
    (tmp_path / "seeds").symlink_to(seeds)
    (tmp_path / "datapackage").symlink_to(package)
    return tmp_path


def test_there_are_five_questions_each_answered_in_every_language() -> None:
    assert [set(question.blocks) for question in questions()] == [{*LANGUAGES, "csv"}] * 5


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", questions(), ids=lambda question: question.title)
def test_the_answer_is_the_printed_one(question: Question, language: str, checkout: Path) -> None:
    found = plain(LANGUAGES[language](question.blocks[language], checkout))
    assert len(found) > 1
    assert found == plain(question.blocks["csv"]), "run `make readme`"


@pytest.mark.slow
def test_another_answer_would_be_seen(checkout: Path) -> None:
    """The planted defect: a condition that is dropped."""
    question = next(one for one in questions() if "killed, as" in one.title)
    code = question.blocks["sql"].replace("WHERE measure = 'killed'", "")
    assert plain(in_sql(code, checkout)) != plain(question.blocks["csv"])


def main() -> None:
    text = QUESTIONS.read_text(encoding="utf-8")
    answers = iter([plain(in_pandas(question.blocks["python"], PROJECT)) for question in questions()])

    def written(_: re.Match[str]) -> str:
        answer = io.StringIO()
        csv.writer(answer, lineterminator="\n").writerows(next(answers))
        return f"```csv\n{answer.getvalue()}```"

    QUESTIONS.write_text(ANSWER.sub(written, text), encoding="utf-8")


if __name__ == "__main__":
    main()
