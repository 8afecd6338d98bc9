"""Guards that nothing runs from data: no code in the build can execute, unpack or unpickle what it reads."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
MODULES = sorted(path for folder in ("build", "schemas") for path in (PROJECT / folder).rglob("*.py"))

RUN_CODE = {"eval", "exec", "compile", "__import__", "breakpoint"}
RUN_PROGRAMS = {"system", "popen", "startfile", "fork", "forkpty"}
LOADERS = {
    "code", "codeop", "ctypes", "dill", "importlib", "imp", "joblib", "marshal", "pickle", "pty", "runpy", "shelve",
    "subprocess", "yaml",
}  # fmt: skip
READERS = {"read_html", "read_pickle", "read_xml", "to_pickle", "unpack_archive"}
MARKUP = {"html5lib", "lxml", "plistlib", "xml"}
ARCHIVES = {"bz2", "gzip", "lzma", "tarfile", "zipfile", "zipimport", "zlib"}
WRITES_AN_ARCHIVE = Path("build/release/archive.py")
ALLOWED = {
    WRITES_AN_ARCHIVE: ["zipfile"],
    Path("build/publish/place.py"): ["ctypes"],  # for the one call of Linux that exchanges two folders
    Path("build/publish/page/__init__.py"): ["text taken for markup"] * 2,  # the page's own style and script
}
ALLOWED_LINK = re.compile(r"https?://|#|data:,$|[\w.][\w./-]*(?:#[\w-]+)?$")


def dangers(source: str) -> Iterator[str]:
    """What in a module's source could run something, by line."""
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name.partition(".")[0] for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [(node.module or "").partition(".")[0]]
        found = [name for name in names if name in LOADERS | MARKUP | ARCHIVES]
        if isinstance(node, ast.Name) and node.id in RUN_CODE:
            found.append(node.id)
        if isinstance(node, ast.Attribute):
            runs = node.attr in RUN_PROGRAMS or node.attr.startswith(("exec", "spawn", "posix_spawn"))
            if runs and ast.unparse(node.value) == "os":
                found.append(f"os.{node.attr}")
            if node.attr in READERS:
                found.append(node.attr)
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).rpartition(".")[2]
            given = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
            found += [f"{name}=True" for name in ("shell", "allow_pickle") if given.get(name) == "True"]
            if called == "Environment" and given.get("autoescape") != "True":
                found.append("a template that does not escape")
            if called == "Markup" and not all(isinstance(each, ast.Constant) for each in node.args):
                found.append("text taken for markup")
        for name in found:
            yield f"line {getattr(node, 'lineno', 0)}: {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_nothing_runs_from_data(path: Path) -> None:
    found = [line.partition(": ")[2] for line in dangers(path.read_text(encoding="utf-8"))]
    assert found == ALLOWED.get(path.relative_to(PROJECT), [])


def test_the_one_archive_is_written_and_never_read() -> None:
    source = (PROJECT / WRITES_AN_ARCHIVE).read_text(encoding="utf-8")
    assert re.findall(r"ZipFile\([^)]*\)", source) == ['ZipFile(written, "w", zipfile.ZIP_STORED)']
    assert "extract" not in source


@pytest.mark.parametrize(
    "planted",
    [
        "eval(text)", "exec(text)", "f = compile", "__import__(text)", "import pickle", "from pickle import loads",
        "import marshal, csv", "import yaml", "import subprocess", "run(text, shell=True)",
        "import os\nos.system(text)",
        "os.execv(text, [])", "os.spawnl(0, text)", "import importlib.util", "import xml.etree.ElementTree",
        "from lxml import etree", "import tarfile", "from zipfile import ZipFile", "pandas.read_pickle(text)",
        "shutil.unpack_archive(text)", "numpy.load(text, allow_pickle=True)", "jinja2.Environment()",
        "Environment(autoescape=False)", "Markup(text)",
    ],
)  # fmt: skip
def test_each_danger_is_found_where_it_is_planted(planted: str) -> None:
    assert list(dangers(planted))


def links(name: str, text: str) -> list[str]:
    """Where the links of a published file lead, by its kind."""
    if name.endswith(".md"):
        return re.findall(r"\]\(\s*([^)\s]*)", text) + re.findall(r"<(\w+:[^>\s]*)>", text)
    if name.endswith(".html"):
        return re.findall(r"""\b(?:href|src|action)\s*=\s*["']?([^"'\s>]*)""", text)
    if name.endswith((".json", ".jsonld")):
        return re.findall(r'"(?:url|contentUrl|sameAs|license)":\s*"([^"]*:[^"]*)"', text)
    return []


def test_links_lead_to_the_web_or_to_the_package_itself(package: Path) -> None:
    found = [
        (path.name, link)
        for path in sorted(package.iterdir())
        if path.is_file()
        for link in links(path.name, path.read_text(encoding="utf-8"))
    ]
    assert len(found) > 10
    assert [one for one in found if not ALLOWED_LINK.match(one[1])] == []


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//elsewhere.example/x"]
)
@pytest.mark.parametrize(
    ("name", "form"), [("a.md", "[x]({})"), ("a.html", '<a href="{}">'), ("a.html", "<img src={}>")]
)
def test_a_link_elsewhere_is_found_where_it_is_planted(name: str, form: str, link: str) -> None:
    assert not all(ALLOWED_LINK.match(found) for found in links(name, form.format(link)))
