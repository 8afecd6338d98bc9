"""One target under atheris, in a process of its own: `python -m tests.fuzz.campaign TARGET [OPTION OF LIBFUZZER …]`."""

import sys
from collections.abc import Sequence


def campaign(target: str, options: Sequence[str]) -> None:
    """Feed `target` until libFuzzer ends the process; what it calls is imported here, to be followed from the start."""
    import atheris

    with atheris.instrument_imports(include=["build"]):
        from .targets import TARGETS

    atheris.Setup([sys.argv[0], *options], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    campaign(sys.argv[1], sys.argv[2:])
