"""Guards that the README says only what is true: its snippets run as written, and what is generated in it is fresh."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from build.publish.metadata import metadata
from build.publish.project import project_files, refresh
from schemas import MODELS

from .snippets import PROJECT, blocks, run_r

README = PROJECT / "README.md"
PATH = re.compile(r"`((?:build|schemas|tests|docs|seeds|datapackage)/[\w./]*)`")
NAME = re.compile(r"`([a-z]+[0-9]*(?:_[a-z]+)*)`")
LINK = re.compile(r"\]\(([^)#\s]+)\)")


@pytest.fixture
def checkout(seeds: Path, package: Path, tmp_path: Path) -> Path:
    """A folder laid out like the project, with the package that the seeds give now."""
    (tmp_path / "seeds").symlink_to(seeds)
    (tmp_path / "datapackage").symlink_to(package)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("code", blocks(README, "python"))
def test_the_python_snippets_run(code: str, checkout: Path) -> None:
    environment = os.environ | {"PYTHONWARNINGS": "error"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize("code", blocks(README, "r"))
def test_the_r_snippets_run(code: str, checkout: Path) -> None:
    (checkout / "snippet.R").write_text(f"options(warn = 2)\n{code}", encoding="utf-8")
    assert run_r(["snippet.R"], checkout).strip()


@pytest.mark.parametrize("line", [line for code in blocks(README, "sh") for line in code.splitlines() if line.strip()])
def test_the_commands_are_there(line: str) -> None:
    """Each command of the README is one of make's, of the build's, or checks the sums."""
    command = line.split("#")[0].split()
    match command:
        case ["make", *targets]:
            makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
            assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
        case [".venv/bin/python", "-m", "build", *arguments]:
            from build.__main__ import parser

            parser().parse_args(arguments)
        case ["cd", "datapackage", "&&", "sha256sum", "-c", "SHA256SUMS"]:
            pass
        case _:
            pytest.fail(f"unknown command: {line}")


def test_the_sums_of_the_package_are_right(package: Path) -> None:
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=package, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("document", [README, *sorted((PROJECT / "docs").glob("*.md"))], ids=lambda path: path.name)
def test_links_within_the_project_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in LINK.findall(text):
        if not target.startswith("https://"):
            assert (document.parent / target).exists(), target
    for path in PATH.findall(text):
        assert (PROJECT / path).exists(), path


def test_the_architecture_names_every_library_that_the_build_needs() -> None:
    """Each direct dependency is justified in a line, and none is justified that is not there."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {re.split(r"[\[><=]", requirement)[0] for requirement in settings["project"]["dependencies"]}
    section = (
        (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## What the build installs")[2]
    )
    assert set(re.findall(r"^\| ([a-z0-9]+) \|", section, re.MULTILINE)) - {"library"} == needed


def names() -> set[str]:
    """Every table, column and code of the schemas."""
    found = set(MODELS)
    for model in MODELS.values():
        for column, schema in model.to_schema().columns.items():
            found |= {column, *(schema.metadata or {}).get("codes", ())}
    return found


def test_the_documents_name_every_column_and_code_and_no_other(package: Path) -> None:
    codebook = (package / "CODEBOOK.md").read_text(encoding="utf-8")
    assert names() <= set(NAME.findall(codebook)) | set(MODELS)
    for document in (README, package / "README.md", package / "CODEBOOK.md"):
        named = {name for name in NAME.findall(document.read_text(encoding="utf-8")) if "_" in name}
        assert named <= names(), document


def test_what_the_project_says_of_the_package_is_made_from_the_metadata_and_the_schemas() -> None:
    """No drift: the version, the citation, the tables, and the records at the top, to the byte."""
    found = {name: (PROJECT / name).read_text(encoding="utf-8") for name in ("README.md", "pyproject.toml")}
    for name, text in project_files(found).items():
        assert (PROJECT / name).read_text(encoding="utf-8") == text, f"{name}: run `make readme`"


def test_the_records_at_the_top_are_those_of_the_package(package: Path) -> None:
    for name in ("CITATION.cff", ".zenodo.json"):
        assert (PROJECT / name).read_bytes() == (package / name).read_bytes()


def test_a_version_left_behind_is_found() -> None:
    found = {name: (PROJECT / name).read_text(encoding="utf-8") for name in ("README.md", "pyproject.toml")}
    version = metadata()["version"]
    for name in found:
        old = found | {name: found[name].replace(version, "0.0.9")}
        assert old[name] != project_files(old)[name]


if __name__ == "__main__":
    refresh(PROJECT)
