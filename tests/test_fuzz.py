"""Guards what `make fuzz` tries with any bytes: what once broke a promise is tried for ever, with a few odd bytes."""

from pathlib import Path

import pytest

from .fuzz.targets import DAYS, FIRST_DAY, TARGETS

FOUND = sorted((Path(__file__).parent / "fuzz" / "found").glob("*-*"))
ODD = [
    b"",
    b"\xff",
    b"\0",
    "a\u202e\u0661\u00bd\u2028\ud7ff\U0010ffff ½ 1½ ² ⁵ ٣".encode(),
    b"1" * 400,
    b"on the 31st of 31 " * 9,
]


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name[:24])
def test_what_was_found_holds(path: Path) -> None:
    TARGETS[path.name.partition("-")[0]](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("data", ODD, ids=range(len(ODD)))
def test_odd_bytes_break_nothing(target: str, data: bytes) -> None:
    TARGETS[target](data)


def test_the_days_of_publication_end_with_a_century() -> None:
    assert (FIRST_DAY.toordinal() + DAYS - 1) == FIRST_DAY.replace(2099, 12, 31).toordinal()
