"""What the tests in a browser share: the packages, from disk and over HTTP, and pages that are watched while open.

`PAGES` names a folder with the packages `seeds`, `sample`, `hostile`, `many` and `empty` (all but the first are written
by `python -m tests.page_packages`), `AXE` the script of axe-core. The browser is the system's own, /usr/bin/chromium.
"""

import csv
import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

SEEDS = Path(__file__).parents[2] / "seeds"
PAGES = Path(os.environ["PAGES"]).resolve()
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

PATIENCE = 120_000
"""After how many milliseconds a page that does not open is given up, on a machine with other work to do."""

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, headless."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


class Silent(SimpleHTTPRequestHandler):
    """The files of a folder, without a log."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address under which the packages are served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(PAGES))) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


@pytest.fixture(params=["disk", "http"])
def site(request: Any, server: str) -> str:
    """Where the packages lie: on the disk, or on a web server."""
    return PAGES.as_uri() if request.param == "disk" else server


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens a package's page; at the end nothing may have left it, nothing been refused, and nothing gone wrong."""
    contexts, wrong, asked = [], [], []

    def opened(site: str, package: str = "seeds", at: str = "", *, width: int = 1440, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        address = f"{site}/{package}/index.html"
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + at)
        return page

    yield opened
    allowed = {f"/{package}/index.html" for package in ("seeds", "sample", "hostile", "many", "empty")}
    foreign = [url for url in asked if url != "data:," and not any(path in url for path in allowed)]
    for context in contexts:
        context.close()
    assert not wrong
    assert not foreign


@pytest.fixture(scope="session")
def table() -> Callable[[str, str], list[dict[str, str]]]:
    """The rows of a package's table, as its CSV has them."""

    def rows(package: str, name: str) -> list[dict[str, str]]:
        with (PAGES / package / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
            return list(csv.DictReader(handle))

    return rows
