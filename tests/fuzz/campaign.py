"""One target under atheris, in a process of its own: `python -m tests.fuzz.campaign TARGET [OPTION OF LIBFUZZER …]`."""

import sys

import atheris

with atheris.instrument_imports(include=["build"]):
    from .targets import TARGETS

if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
    atheris.Fuzz()
