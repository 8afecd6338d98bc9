"""The command line: `python -m build`, `python -m build verify`, `python -m build explain FILE`."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from .errors import BuildError
from .pipeline import build, make
from .terminal import Progress, one_line, summary

FAILED = 1
INTERRUPTED = 130
FEW_CYCLES = 50_000
"""How many new objects before Python looks for cycles: records have none, and looking often costs a tenth."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what is wrong with the input is told in one sentence, and the exit code is 1."""
    for stream in filter(None, (sys.stdout, sys.stderr)):  # the caller may have closed either
        stream.reconfigure(errors="backslashreplace")
    gc.set_threshold(FEW_CYCLES)
    options = parser().parse_args(arguments)
    try:
        code = {"build": run_build, "verify": run_verify, "explain": run_explain}[options.command](options)
        if sys.stdout:
            sys.stdout.flush()
    except BuildError as error:
        return failed(str(error))
    except BrokenPipeError:  # whoever read the output has gone; nothing more can be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return failed(f"{place}{error.strerror or error}: mend this and run the command again.")
    except KeyboardInterrupt:
        print("Stopped; no package is left half written.", file=sys.stderr)
        return INTERRUPTED
    return code


def parser() -> argparse.ArgumentParser:
    """The commands and their options; those of the build stand before or after the command's name."""
    top = argparse.ArgumentParser(
        prog="python -m build",
        description="Build the data package from the articles in the seeds folder.",
        epilog="Exit code 0: done; 1: something is wrong with the input or the package; 2: wrong usage.",
        parents=[folders()],
    )
    top.set_defaults(seeds=Path("seeds"), out=Path("datapackage"), quiet=False, command="build")
    commands = top.add_subparsers(title="other commands", metavar="COMMAND")
    says = "rebuild aside and say whether the published package is what the seeds give, to the byte"
    commands.add_parser("verify", parents=[folders()], help=says, description=says).set_defaults(command="verify")
    says = "print one article with every claim marked in place and the rule that made it"
    explaining = commands.add_parser("explain", help=says, description=says)
    explaining.add_argument("file", type=Path, metavar="FILE", help="an article in a seeds folder")
    explaining.set_defaults(command="explain")
    return top


def folders() -> argparse.ArgumentParser:
    """The options of the build, made anew for each command that takes them, since argparse shares their defaults."""
    options = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument("--seeds", type=Path, metavar="DIR", help="folder of articles, one .txt each (default: seeds)")
    options.add_argument("--out", type=Path, metavar="DIR", help="folder of the package (default: datapackage)")
    options.add_argument("--quiet", action="store_true", help="print nothing but errors")
    return options


def run_build(options: argparse.Namespace) -> int:
    """Build the package and say what was built."""
    started = time.monotonic()
    with Progress(options.quiet) as progress:
        package = build(options.seeds, options.out, progress)
    if not options.quiet:
        rows = {name: len(frame) for name, frame in package.frames.items()}
        print(summary(rows, options.seeds, options.out, time.monotonic() - started))
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Say whether the published package is what the seeds give, to the byte."""
    with Progress(options.quiet) as progress:
        package = make(options.seeds, progress)
        progress.stage("Comparing")
        from .verify import verify

        differences = verify(package.frames, options.out, package.log, package.articles)
    if not differences and not options.quiet:
        print(f"{options.out} is what {options.seeds} gives, to the byte.")
    for line in differences:
        print(one_line(line))
    return FAILED if differences else 0


def run_explain(options: argparse.Namespace) -> int:
    """Print one article with its claims marked in place."""
    from rich.console import Console

    from .explain import explain
    from .extract import extract
    from .read import read_seed

    explain(extract(read_seed(options.file)), Console())
    return 0


def failed(message: str) -> int:
    """Print the one sentence that says what is wrong."""
    print(f"error: {one_line(message)}", file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
