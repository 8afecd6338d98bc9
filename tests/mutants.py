"""How many planted defects the tests find: `python -m tests.mutants FOLDER NAMES`, in an environment with mutmut.

Works on a copy of the project in FOLDER, where `mutmut show NAME` shows a defect that survived. NAMES is a pattern: `*`
plants all, `*[27]` one in five, for mutmut numbers them function by function. Prints the share that was found, module
by module; exit code 1 where it is below the least that is promised.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parent.parent
COPIED = ("build", "schemas", "seeds", "tests", "pyproject.toml")
LEAST = 0.85
SURVIVED, UNTESTED = 0, 33
"""The codes by which mutmut keeps a defect that every test passes, and one that no test runs."""


class Share(NamedTuple):
    """How many of the defects planted in a module or package were found."""

    name: str
    found: int
    planted: int

    def __str__(self) -> str:
        return f"| {self.name} | {self.planted:,} | {self.found:,} | {self.found / self.planted:.1%} |"


def copy(folder: Path) -> Path:
    """A copy of what the tests need, without what an earlier run left there."""
    target = folder / "mutants-of-the-project"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in COPIED:
        path = PROJECT / name
        if path.is_dir():
            shutil.copytree(path, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(path, target / name)
    return target


def shares(mutants: Path) -> Iterator[tuple[Share, list[str]]]:
    """Each module's share, with the names of the defects that survived."""
    for path in sorted(mutants.rglob("*.meta")):
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        if codes:
            survivors = [name for name, code in codes.items() if code in (SURVIVED, UNTESTED)]
            planted = sum(code is not None for code in codes.values())
            module = str(path.relative_to(mutants / "build")).removesuffix(".meta")
            yield Share(module, planted - len(survivors), planted), survivors


def main(folder: Path, names: str) -> int:
    """Plant, test, count; the survivors are listed in `survivors.txt` of the copy."""
    target = copy(folder)
    command = [str(Path(sys.executable).parent / "mutmut"), "run", names]
    subprocess.run(command, cwd=target, check=True, stdout=subprocess.DEVNULL)
    found, planted = Counter[str](), Counter[str]()
    survivors: list[str] = []
    print("| module | planted | found | share |\n| --- | --- | --- | --- |")
    for share, left in shares(target / "mutants"):
        print(share)
        package = share.name.partition("/")[0]
        found[package] += share.found
        planted[package] += share.planted
        survivors += left
    totals = [Share(f"**{name}**", found[name], planted[name]) for name in planted]
    totals.append(Share("**all**", found.total(), planted.total()))
    print(*totals, sep="\n")
    (target / "survivors.txt").write_text("\n".join(survivors) + "\n", encoding="utf-8")
    print(f"The survivors: {target / 'survivors.txt'}")
    return int(any(share.found < LEAST * share.planted for share in totals))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
