"""One digest from everywhere: `python .ci/matrix.py PYTHON …`, each an interpreter with the requirements installed.

Builds the project's seeds under settings of the interpreter, the hash seed, the time zone, the locale, the order in
which folders are listed, optimised mode. Not every combination: any two values of two axes meet in some build, which
is where such faults show. Locales that are missing are made from the system's sources; where there are none, the
build runs with a name that no locale has, and that is said.
"""

import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parent.parent
LOCALES = ("C", "tr_TR.UTF-8", "de_DE.ISO-8859-1")

# Imported by every Python of a build, its workers among them: folders are listed in an order of chance.
LISTING = """
import os, random
chance, listdir, scandir = random.Random(int(os.environ["LISTING"])), os.listdir, os.scandir

class Scanned(list):
    def __enter__(self): return self
    def __exit__(self, *error): pass
    def __next__(self): return self.pop()
    def close(self): pass

def shuffled(names, kind=list):
    names = kind(names)
    chance.shuffle(names)
    return names

os.listdir = lambda *path: shuffled(listdir(*path))
os.scandir = lambda *path: shuffled(scandir(*path), Scanned)
"""


class Setting(NamedTuple):
    """A value of an axis: variables of the environment, options of Python, options of the build."""

    name: str
    variables: dict[str, str]
    python: tuple[str, ...] = ()
    build: tuple[str, ...] = ()


def axes(pythons: list[str]) -> list[list[Setting]]:
    """What differs from build to build; a further axis is one more line."""
    return [
        [Setting(python, {}, python=(python,)) for python in pythons],
        [Setting(f"hash seed {seed}", {"PYTHONHASHSEED": seed}) for seed in ("0", "1", "4294967295")],
        [Setting(zone, {"TZ": zone}) for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Gaza")],
        [Setting(name, {"LC_ALL": name, "LANG": name}) for name in LOCALES],
        [Setting(f"listing {seed}", {"LISTING": seed}) for seed in ("1", "2", "3")],
        [Setting("plain", {}), Setting("-O", {}, python=("-O",)), Setting("-OO", {}, python=("-OO",))],
    ]


def covering(values: list[list[Setting]]) -> list[tuple[Setting, ...]]:
    """Few rows with a value of each axis, such that any two values of two axes meet in one of them."""
    every = list(product(*(range(len(axis)) for axis in values)))
    pairs = {row: {((i, row[i]), (j, row[j])) for i, j in combinations(range(len(row)), 2)} for row in every}
    missing = set().union(*pairs.values())
    chosen = []
    while missing:
        row = max(every, key=lambda one: len(pairs[one] & missing))
        missing -= pairs[row]
        chosen.append(tuple(axis[i] for axis, i in zip(values, row, strict=True)))
    return chosen


def make_locales(folder: Path) -> None:
    """The locales, in a folder that LOCPATH names; says which cannot be made."""
    for name in LOCALES[1:]:
        language, _, charset = name.partition(".")
        command = ["localedef", "--no-archive", "-i", language, "-f", charset, str(folder / name)]
        if not shutil.which("localedef") or subprocess.run(command, capture_output=True).returncode > 1:
            print(f"SKIPPED: the locale {name} cannot be made here; LC_ALL names it all the same.")


def digest(folder: Path) -> str:
    """One SHA-256 of the names and bytes of all files."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        found.update(f"{path.relative_to(folder)}\0{len(data)}\0".encode() + data)
    return found.hexdigest()


def build(row: tuple[Setting, ...], aside: Path) -> str:
    """The digest of the package that is built under these settings, from seeds written in an order of chance."""
    elsewhere = aside / "elsewhere"
    shutil.rmtree(elsewhere, ignore_errors=True)
    (elsewhere / "seeds").mkdir(parents=True)
    paths = sorted((PROJECT / "seeds").iterdir())
    random.Random(str(row)).shuffle(paths)
    for path in paths:
        shutil.copyfile(path, elsewhere / "seeds" / path.name)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(aside), str(PROJECT)]), "LOCPATH": str(aside)}
    for setting in row:
        environment |= setting.variables
    command = [*(part for setting in row for part in setting.python), "-m", "build", "--quiet"]
    command += [part for setting in row for part in setting.build]
    subprocess.run(command, cwd=elsewhere, env=environment, check=True)
    return digest(elsewhere / "datapackage")


def main(pythons: list[str]) -> int:
    """Build under each row of settings; 1 where a digest is not that of the package as it is committed."""
    expected, failed = digest(PROJECT / "datapackage"), 0
    with tempfile.TemporaryDirectory() as folder:
        aside = Path(folder)
        (aside / "sitecustomize.py").write_text(LISTING, encoding="utf-8")
        make_locales(aside)
        rows = covering(axes(pythons))
        for row in rows:
            if (found := build(row, aside)) != expected:
                failed += 1
                print(f"ANOTHER DIGEST, {found}: {', '.join(setting.name for setting in row)}")
    print(f"{len(rows)} builds, {len(rows) - failed} with the digest of the committed package: {expected}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
