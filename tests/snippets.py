"""What the tests need to run code of other languages and the code blocks of documents."""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(document: Path, language: str) -> list[str]:
    """The code blocks of a Markdown document that are marked as `language`, in order."""
    return [code for marked, code in BLOCK.findall(document.read_text(encoding="utf-8")) if marked == language]


@cache
def _r_is_there() -> bool:
    rscript = shutil.which("Rscript")
    if rscript is None:
        return False
    command = [rscript, "-e", "library(readr); library(jsonlite)"]
    return subprocess.run(command, capture_output=True, timeout=60).returncode == 0


def run_r(arguments: list[str], folder: Path) -> str:
    """What `Rscript` prints in `folder`; skips the test where R, readr or jsonlite is not installed.

    Where REQUIRE_R is set, as it is in continuous integration, their absence fails the test instead.
    """
    if not _r_is_there():
        if os.environ.get("REQUIRE_R"):
            pytest.fail("R with readr and jsonlite is required here and was not found")
        pytest.skip("R with readr and jsonlite is not installed")
    done = subprocess.run(["Rscript", *arguments], cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout
