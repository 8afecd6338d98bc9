"""Guards that what is installed is what is locked: every package by version and hash, as `pyproject.toml` asks."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = Path(__file__).parent.parent
LOCKS = [
    "requirements.txt",
    "requirements-dev.txt",
    *(f".ci/{path.name}" for path in sorted((PROJECT / ".ci").glob("*.txt"))),
]
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
