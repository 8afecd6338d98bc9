"""The command line of a release: `python -m build.release VERSION --date DATE`, in the project's folder."""

import argparse
import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas

from schemas import MODELS

from ..errors import BuildError
from ..pipeline import make
from ..publish import check_output, publish
from ..publish.csv import csv_bytes
from ..publish.descriptor import table_schema
from ..publish.metadata import metadata
from ..publish.paths import csv_path
from ..publish.project import refresh
from ..terminal import Progress, one_line
from .archive import archive
from .changelog import with_release
from .changes import Change, Tables, changes, gone, key_of, with_version
from .reasons import check_reasons, read_reasons
from .versions import Version, check, parse

METADATA = Path("build/publish/metadata.toml")
PACKAGE = Path("datapackage")
RELEASES = Path("releases")
REASONS = RELEASES / "reasons.csv"
CHANGES = Path("changes.csv")
CHANGELOG = Path("CHANGELOG.md")
ARCHIVES = Path("dist")


def main(arguments: Sequence[str] | None = None) -> int:
    """Make a release; what stands against it is told in one sentence, and the exit code is 1."""
    parser = argparse.ArgumentParser(prog="python -m build.release", description="Make a release of the data package.")
    parser.add_argument("version", help="the version, as in 1.2.0")
    parser.add_argument("--date", required=True, help="the day of the release, as in 2026-05-31")
    options = parser.parse_args(arguments)
    try:
        path = release(parse(options.version), _day(options.date))
    except BuildError as error:
        print(f"error: {one_line(str(error))}", file=sys.stderr)
        return 1
    print(f"Released {options.version}: {path}. Commit it, and tag it v{options.version}.")
    return 0


def release(version: Version, day: str) -> Path:
    """Check the release of what the seeds give, write all that belongs to it, and say where the archive is.

    Nothing is written before everything is checked.
    """
    check_output(PACKAGE)
    with Progress(quiet=True) as progress:
        package = make(Path("seeds"), progress)
    new = _tables(package.frames)
    found = _changes_since_last(version, new)
    rows = {table: len(frame) for table, frame in package.frames.items()}
    changelog = with_release(CHANGELOG.read_text(encoding="utf-8"), str(version), day, found, rows)
    listed = with_version(CHANGES.read_bytes() if CHANGES.exists() else b"", str(version), found)

    _write(METADATA, _dated(METADATA.read_text(encoding="utf-8"), version, day).encode("utf-8"))
    metadata.cache_clear()
    publish(package.frames, PACKAGE, package.log, package.articles)
    refresh(Path())
    _write(CHANGELOG, changelog.encode("utf-8"))
    _write(CHANGES, listed)
    _keep(version, new)
    return _archive(version)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise BuildError(f"{text!r} is no date: write it as 2026-05-31.") from None


def _tables(frames: Mapping[str, pandas.DataFrame]) -> Tables:
    return Tables(
        {table: table_schema(table, frames) for table in MODELS}, {table: csv_bytes(frames[table]) for table in MODELS}
    )


def _kept(version: Version) -> Tables:
    """The tables of an earlier release."""
    folder = RELEASES / str(version)
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resources = [resource for resource in descriptor["resources"] if "schema" in resource]
    return Tables(
        {resource["name"]: resource["schema"] for resource in resources},
        {resource["name"]: (folder / resource["path"]).read_bytes() for resource in resources},
    )


def _changes_since_last(version: Version, new: Tables) -> list[Change]:
    """What changed since the release before, once it is clear that the version may be released with it."""
    versions = sorted(parse(path.name) for path in RELEASES.glob("*.*.*") if path.is_dir())
    if version in versions and dict(_kept(version).csvs) != dict(new.csvs):
        raise BuildError(f"{version} is released already, with other data: name a new version.")
    if versions and version < versions[-1]:
        raise BuildError(f"{versions[-1]} is released already: name a later version than {version}.")
    last = max((one for one in versions if one < version), default=None)
    reasons = read_reasons(REASONS, str(version))
    old = _kept(last) if last else None
    if old is None:
        return []
    there = {table: {key_of(row, new.key(table)) for row in new.rows(table)} for table in new.schemas}
    check_reasons(REASONS, reasons, gone(old, new, reasons), there, new.cited())
    found = changes(old, new, reasons)
    check(version, last, [change.level for change in found])
    return found


def _dated(text: str, version: Version, day: str) -> str:
    """The metadata with another version and day of release."""
    text = re.sub(r'(?m)^version = ".*"$', f'version = "{version}"', text, count=1)
    return re.sub(r"(?m)^created = .*$", f"created = {day}T00:00:00Z", text, count=1)


def _keep(version: Version, new: Tables) -> None:
    """Keep the tables of the release, for the next to be compared with."""
    folder = RELEASES / str(version)
    _write(folder / "datapackage.json", (PACKAGE / "datapackage.json").read_bytes())
    for table, data in new.csvs.items():
        _write(folder / csv_path(table), data)


def _archive(version: Version) -> Path:
    files = {path.relative_to(PACKAGE).as_posix(): path.read_bytes() for path in PACKAGE.rglob("*") if path.is_file()}
    files |= {str(path): path.read_bytes() for path in (CHANGELOG, CHANGES)}
    name = f"{metadata()['name']}-{version}"
    path = ARCHIVES / f"{name}.zip"
    _write(path, archive(files, name))
    return path


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
