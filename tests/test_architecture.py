"""Guards the cut of the code: one way through the stages, pure functions between the ends, no fact in the code."""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from build.authority import table

PROJECT = Path(__file__).parent.parent
MODULES = sorted(path for folder in ("build", "schemas") for path in (PROJECT / folder).rglob("*.py"))

# The stages in their order; a module may import from its own stage and those before it. What has no line
# here finds or frames what one article says: it belongs to `extract`.
STAGES = {
    "build.errors": 0,
    "build.records": 0,
    "build.tables": 0,
    "build.authority": 1,
    "build.text": 1,
    "build.read": 2,
    "build": 3,
    "build.disagreements": 4,
    "build.reconcile": 4,
    "schemas": 5,
    "build.tabulate": 6,
    "build.validate": 7,
    "build.publish": 8,
    "build.verify": 9,
    "build.terminal": 9,
    "build.explain": 9,
    "build.pipeline": 10,
    "build.__main__": 11,
    "build.release": 11,
}
PURE = {1, 2, 3, 4}
TOUCH_THE_DISK = {1, 2, 8, 9, 10, 11}
NEVER = {
    "asyncio", "ftplib", "http", "locale", "multiprocessing", "pickle", "random", "requests", "secrets", "socket",
    "sqlite3", "ssl", "subprocess", "urllib.request", "uuid", "xml",
}  # fmt: skip
CLOCK = re.compile(r"\b(date\.today|datetime\.now|datetime\.today|datetime\.utcnow|time\.time|Timestamp\.now)\b")


def dotted(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def stage(module: str) -> int:
    """The stage of the longest known name that `module` lies under; `build` itself is none for its parts."""
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        if (known := ".".join(parts[:length])) in STAGES:
            return STAGES[known]
    raise AssertionError(f"{module} is in no stage")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> list[str]:
    """The modules that `path` imports for use, absolute; what only the type checker reads does not count."""
    module = dotted(path)
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    skipped = {
        id(inner)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found = []
    for node in ast.walk(tree(path)):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            origin = ".".join([*parents, *([node.module] if node.module else [])])
            # `from . import numbers` names a module; `from .numbers import find` a module's content
            submodules = [f"{origin}.{alias.name}" for alias in node.names]
            known = [name for name in submodules if name in {dotted(other) for other in MODULES}]
            found += known or [origin]
    return found


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_imports_only_its_own_stage_and_those_before(path: Path) -> None:
    for imported in imports(path):
        if imported.split(".")[0] in ("build", "schemas"):
            assert stage(imported) <= stage(dotted(path)), f"{dotted(path)} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_what_reads_and_reconciles_needs_only_the_standard_library(path: Path) -> None:
    if stage(dotted(path)) in PURE:
        for imported in imports(path):
            top = imported.split(".")[0]
            assert top == "build" or top in sys.stdlib_module_names, f"{dotted(path)} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_no_network_chance_or_clock(path: Path) -> None:
    for imported in imports(path):
        assert not any(imported == name or imported.startswith(f"{name}.") for name in NEVER), imported
    assert not CLOCK.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_only_the_ends_touch_the_disk(path: Path) -> None:
    if stage(dotted(path)) not in TOUCH_THE_DISK:
        names = {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}
        assert not names & {"open", "Path"}
        assert not {"os", "shutil", "tempfile", "pathlib", "io"} & set(imports(path))


def test_no_circle_of_imports() -> None:
    graph = {dotted(path): imports(path) for path in MODULES}
    done: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " → ".join([*above, module])
        if module in done or module not in graph:
            return
        for imported in graph[module]:
            visit(imported, (*above, module))
        done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_reads_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 320
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{node.name} is longer than a screen"


def docstrings(module: ast.Module) -> set[int]:
    """The ids of the nodes that are strings standing as statements: documentation, no data."""
    return {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


@cache
def proper_names() -> frozenset[str]:
    """The words by which the authority data know people and cities, long enough to be told from other words."""
    names = [row["name"] for authority in ("holders", "cities") for row in table(authority)]
    return frozenset(word for name in names for word in re.findall(r"[^\W\d_]{5,}", name) if word[0].isupper())


@pytest.mark.parametrize("path", [path for path in MODULES if path.parts[-2] != "schemas"], ids=dotted)
def test_people_and_places_are_data_not_code(path: Path) -> None:
    module = tree(path)
    documentation = docstrings(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            named = proper_names() & set(re.findall(r"[^\W\d_]+", node.value))
            assert not named, f"line {node.lineno} names {', '.join(sorted(named))}"
