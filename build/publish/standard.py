"""The written package held against the Frictionless standard, by frictionless itself."""

from pathlib import Path

from ..errors import BuildError

WHOLE = 100_000
"""Up to how many rows a table is read whole; of a larger one frictionless sees a sample, as pandera has seen all."""

SAMPLE = 1_000
TOLD = 5


def check_package(folder: Path, largest: int) -> None:
    """Raise an error where the package in `folder`, whose largest table has `largest` rows, breaks the standard."""
    from frictionless import FrictionlessException, Package

    try:
        package = Package(str(folder / "datapackage.json"))
        report = package.validate(limit_rows=None if largest <= WHOLE else SAMPLE)
    except FrictionlessException as error:
        raise _refused([str(error.error.message)]) from error
    if not report.valid:
        flat = report.flatten(["title", "message"])
        raise _refused([f"{title}: {message}" for title, message in flat])


def _refused(messages: list[str]) -> BuildError:
    more = f" And {len(messages) - TOLD} more." if len(messages) > TOLD else ""
    return BuildError(
        "The package breaks the Frictionless standard, so nothing is published; this is a fault of the build, please"
        f" report it: {' '.join(messages[:TOLD])}{more}"
    )
