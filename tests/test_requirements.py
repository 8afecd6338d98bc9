"""Guards that what is installed is what is locked: every package by version and hash, as `pyproject.toml` asks."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = Path(__file__).parent.parent
LOCKS = [
    "requirements.txt",
    "requirements-dev.txt",
    "tests/oracle/requirements.txt",
    *(f".ci/{path.name}" for path in sorted((PROJECT / ".ci").glob("*.txt"))),
]
WISHES = [*(PROJECT / ".ci").glob("*.in"), PROJECT / "tests" / "oracle" / "requirements.in"]
MOST_DIRECT = 8
PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)(?: ; [^\\]+)? \\$")


def lines(lock: str) -> list[str]:
    return [
        line for line in (PROJECT / lock).read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")
    ]


def pins(lock: str) -> dict[str, str]:
    return {match[1]: match[2] for line in lines(lock) if (match := PIN.match(line))}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_hashed_and_no_address_is_given(lock: str) -> None:
    pinned = [line for line in lines(lock) if not line.startswith(" ")]
    assert pinned
    assert all(PIN.match(line) for line in pinned)
    for before, line in zip(lines(lock), lines(lock)[1:], strict=False):
        assert not PIN.match(before) or line.startswith("    --hash=sha256:")
    assert "://" not in "".join(lines(lock))
    assert "index" not in "".join(lines(lock))


@pytest.mark.parametrize(("lock", "groups"), [("requirements.txt", []), ("requirements-dev.txt", ["dev"])])
def test_the_lock_is_what_the_project_asks_for(lock: str, groups: list[str]) -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = settings["project"]["dependencies"] + [
        one for group in groups for one in settings["dependency-groups"][group]
    ]
    locked = pins(lock)
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(locked[requirement.name]), requirement


def test_the_tests_run_with_the_versions_that_build_the_package() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def asked_for() -> tuple[list[str], list[str]]:
    """The names of the libraries that the build asks for, and of those that only tests and checks do."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    tools = {Requirement(one).name for one in settings["dependency-groups"]["dev"]}
    for path in WISHES:
        lines = path.read_text(encoding="utf-8").splitlines()
        tools |= {Requirement(line).name for line in lines if line and not line.startswith("#")}
    return sorted(Requirement(one).name for one in settings["project"]["dependencies"]), sorted(tools)


@pytest.mark.parametrize(("heading", "which"), [("What the build installs", 0), ("What the checks install", 1)])
def test_every_direct_dependency_has_its_reason(heading: str, which: int) -> None:
    text = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    section = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([\w-]+) \| (.+) \|$", section, re.M)[1:]
    reasons = {name: reason for name, reason in rows if name != "---"}
    assert list(reasons) == asked_for()[which]
    assert all(len(reason.split()) > 1 for reason in reasons.values())


def test_the_build_asks_for_few_libraries() -> None:
    assert len(asked_for()[0]) <= MOST_DIRECT


def test_nothing_is_installed_without_its_hash() -> None:
    for name in ("Makefile", ".ci/run"):
        text = (PROJECT / name).read_text(encoding="utf-8").replace("\\\n", " ")
        installing = [line for line in text.splitlines() if re.search(r"pip install", line)]
        assert installing
        assert all("--require-hashes" in line for line in installing)
        assert all("npm ci" in line for line in text.splitlines() if re.search(r"^\s*npm (?:ci|i|install)", line))
    packages = json.loads((PROJECT / "tests" / "loading" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all(package["integrity"].startswith("sha512-") for name, package in packages.items() if name)
