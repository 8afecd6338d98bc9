"""Versions and what each of their numbers promises, by the recipe of the Data Package standard.

A first number counts changes that break a script: of a column, a key, a code, or an id that other tables refer to. The
second counts data that were added, the third data that were corrected.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..errors import BuildError

FORM = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


class Version(NamedTuple):
    """A version, x.y.z; versions compare as they follow each other."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def following(self) -> dict[str, "Version"]:
        """The version after this one for each level of change, the smallest first.

        >>> [str(version) for version in Version(1, 4, 2).following().values()]
        ['1.4.3', '1.5.0', '2.0.0']
        """
        return {
            "patch": Version(self.major, self.minor, self.patch + 1),
            "minor": Version(self.major, self.minor + 1, 0),
            "major": Version(self.major + 1, 0, 0),
        }


def parse(text: str) -> Version:
    """A version from its text.

    >>> parse("1.10.0") > parse("1.9.3")
    True
    """
    found = FORM.fullmatch(text)
    if not found:
        raise BuildError(f"{text!r} is no version: write three numbers, as in 1.2.0.")
    return Version(*map(int, found.groups()))


def check(wanted: Version, last: Version | None, levels: Iterable[str]) -> None:
    """Raise an error where `wanted` is no version for changes of these `levels` since the `last` release."""
    if last is None:
        return
    following = last.following()
    order = list(following)
    needed = max(levels, key=order.index, default=order[0])
    fitting = [following[level] for level in order[order.index(needed) :]]
    if wanted not in fitting:
        listed = " or ".join(map(str, fitting))
        raise BuildError(f"What changed since {last} asks for a {needed} version: it is {listed}, and not {wanted}.")
