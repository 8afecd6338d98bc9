"""Guards the page of the package: it says what the tables say, lets nothing in, loads nothing, is always the same."""

import hashlib
import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from build.publish.page import records, scales
from build.publish.page.passages import NEAR, context, contexts
from build.tables import Tables
from schemas import MODELS

from .page_packages import HOSTILE, files, hostile, many, sample
from .support import article

MOST = 500_000
VOID = {"meta", "link", "br", "input"}
LOADS = {"img", "iframe", "object", "embed", "audio", "video", "source", "track", "base", "form", "applet", "frame"}


class Page(HTMLParser):
    """The elements of a page, the text of each by its id, and the two pieces that are ours to run."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: dict[str, str] = {}
        self.within: dict[str, str] = {}
        self._open: list[tuple[str, str | None]] = []
        self.feed(data.decode("utf-8"))
        self.close()
        assert not self._open, f"not closed: {self._open[-3:]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        if tag not in VOID and not self._is_self_closing():
            self._open.append((tag, found.get("id")))

    def _is_self_closing(self) -> bool:
        return (self.get_starttag_text() or "").endswith("/>")

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self._open.pop()[0] == tag, f"{tag} closes what it did not open"
        if tag in ("td", "th"):
            self.handle_data(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        for tag, name in self._open:
            if name:
                self.text[name] = self.text.get(name, "") + data
            if tag in ("style", "script"):
                self.within[tag] = self.within.get(tag, "") + data

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def all(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


@pytest.fixture(scope="module")
def seeds_page(package: Path) -> bytes:
    return (package / "index.html").read_bytes()


@pytest.fixture(scope="module", params=["seeds", "sample", "hostile", "empty"])
def page(request: Any, seeds_page: bytes) -> Page:
    made = {"sample": sample, "hostile": hostile, "empty": lambda: (Tables(), {})}
    return Page(seeds_page if request.param == "seeds" else files(*made[request.param]())["index.html"])


def plain(text: str) -> str:
    return " ".join(text.split())


# --- the same bytes, few of them ---


def test_the_same_tables_give_the_same_page(seeds_page: bytes) -> None:
    assert files(*sample())["index.html"] == files(*sample())["index.html"]
    assert len(seeds_page) < MOST


def test_the_page_is_text_that_html_can_bear() -> None:
    for data in (files(*hostile())["index.html"], files(*sample())["index.html"]):
        assert not re.search("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\r]", data.decode("utf-8"))
        assert data.startswith(b"<!DOCTYPE html>\n") and data.endswith(b"</html>\n")


# --- nothing let in, nothing loaded ---


def test_elements_nest_and_ids_are_given_once(page: Page) -> None:
    twice = [name for name, count in Counter(page.ids).items() if count > 1]
    assert not twice
    assert not [name for name in page.ids if re.search(r"\s", name)]


def test_every_address_within_the_page_leads_somewhere(page: Page) -> None:
    lead = {link[1:] for link in page.all("href") if link.startswith("#")}
    assert lead <= set(page.ids)
    for name in ("for", "aria-labelledby", "data-copy"):
        assert set(page.all(name)) - {"timeline"} <= set(page.ids)


def test_links_go_to_the_web_the_package_or_the_page(page: Page) -> None:
    files_of_package = re.compile(r"data/[a-z]+\.(csv|parquet)|[A-Za-z]+\.(json|md|txt)|LOG\.txt")
    for tag, attributes in page.elements:
        link = attributes.get("href", "#")
        assert link.startswith(("#", "https://", "http://")) or files_of_package.fullmatch(link) or tag == "link", link


def test_only_our_script_and_our_style_may_run(page: Page) -> None:
    tags = Counter(tag for tag, _ in page.elements)
    assert (tags["script"], tags["style"]) == (1, 1)
    assert not tags.keys() & (LOADS - {"form"})
    for tag, attributes in page.elements:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("style", "src", "srcdoc", "action")
        ]
        assert tag != "link" or attributes["href"] == "data:,"
    policy = next(a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy
    for tag in ("script", "style"):
        digest = b64encode(hashlib.sha256(page.within[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_hostile_words_are_words() -> None:
    made = Page(files(*hostile())["index.html"])
    shown = plain("".join(made.text.values()))
    for text in HOSTILE:
        assert plain(re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "\ufffd", text)) in shown
    assert "49" not in plain(made.text["main"]).split("7 * 7")[1][:20]


# --- what the tables say ---


def test_every_row_has_an_address(package: Path, seeds_page: bytes) -> None:
    import pandas

    from build.publish.page.records import address, rows

    ids = set(Page(seeds_page).ids)
    for table in MODELS:
        frame = pandas.read_parquet(package / "data" / f"{table}.parquet")
        assert {address(table, row) for row in rows(frame)} <= ids
        assert len(frame) == len([name for name in ids if name.startswith(f"{table}/")])


def test_a_row_shows_its_numbers_its_words_and_its_claimant() -> None:
    made = Page(files(*sample())["index.html"])
    shown = plain(made.text["figures/herald-16"])
    assert shown.startswith("at least 45 people detainees prisoners released actual Spain")
    assert "The Front freed at least 45 detainees, Spain says." in shown
    assert "characters 16 to 37 of herald.txt" in shown
    share = next(f"figures/{row.figure_id}" for row in sample()[0].figures if row.unit == "share")
    assert plain(made.text[share]).startswith("0.3333 share")


def test_disagreements_are_told_low_to_high() -> None:
    made = Page(files(*sample())["index.html"])
    assert "Sources differ on the prisoners: 39 to 45." in plain(made.text["disagreements/2022-09-19/prisoners"])
    shown = plain(made.text["exchanges/2022-09-19"])
    assert shown.index("15") < shown.index("39 lowest") < shown.index("at least 45 highest")


def test_planned_meetings_and_meetings_without_a_day_are_told_as_such() -> None:
    tables, articles = sample()
    planned = replace(
        tables.meetings[0], status="planned", start_date=None, end_date=None, date_precision="unknown", region=None
    )
    made = Page(files(replace(tables, meetings=(planned,)), articles)["index.html"])
    shown = plain(made.text["meetings/2022-09-19-geneva"])
    assert shown.startswith("no date stated Geneva, Switzerland Spain, Northern Front planned 1")


def test_without_the_articles_the_quotes_stand_alone() -> None:
    tables, _ = sample()
    made = Page(files(tables, {})["index.html"])
    assert "at least 45 detainees" in made.text["figures/herald-16"]
    assert "Spain says" not in made.text["figures/herald-16"]


def test_what_the_page_leaves_away_it_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LARGEST", 10)
    made = Page(files(*many(50))["index.html"])
    assert len([name for name in made.ids if name.startswith("figures/")]) == 10
    assert "of 50 rows; figures.csv has all." in plain(made.text["figures"])
    lead = {link[1:] for link in made.all("href") if link.startswith("#")}
    assert lead <= set(made.ids)


def test_the_codebook_tells_every_column(seeds_page: bytes) -> None:
    made = Page(seeds_page)
    for table, model in MODELS.items():
        for column, schema in model.to_schema().columns.items():
            shown = plain(made.text[f"codebook/{table}/{column}"])
            assert plain(str(schema.description).replace("`", "")) in shown


# --- the sentence around a quote, never more ---


@given(some.text(max_size=2_000), some.data())
def test_a_context_is_what_stands_beside_the_quote(text: str, data: some.DataObject) -> None:
    whole = article(text)
    start = data.draw(some.integers(0, len(text)))
    end = data.draw(some.integers(start, len(text)))
    found = contexts({"sample": whole}, [("sample", start, end)])["sample", start, end]
    before, after = found.before.lstrip("…"), found.after.rstrip("…")
    assert text[:start].endswith(before.lstrip("…")) or found.before.startswith("…")
    assert text[start - len(before) : start] == before
    assert text[end : end + len(after)] == after
    assert len(found.before) <= NEAR + 1 and len(found.after) <= NEAR + 1


def test_a_context_ends_with_its_sentence() -> None:
    text = "One. The truce holds today. Two."
    spans = [(0, 4), (5, 27), (28, 32)]
    assert context(text, spans, 9, 14) == ("The ", " holds today.")
    assert context(text, spans, 5, 32) == ("", "")
    assert context(text, [], 9, 14) == ("", "")


def test_a_long_sentence_is_shown_near_the_quote_only() -> None:
    text = "word " * 500 + "QUOTE" + " word" * 500 + "."
    found = context(text, [(0, len(text))], 2_500, 2_505)
    assert found.before.startswith("…word ") and found.after.endswith(" word…")
    assert max(map(len, found)) <= NEAR + 1


# --- axes ---


@given(some.lists(some.integers(0, 2**53), min_size=1, max_size=5))
def test_every_number_lies_on_its_axis(values: list[int]) -> None:
    axis = scales.numbers(values)
    assert all(0 <= axis.at(value) <= 100 for value in values)
    assert len(axis.ticks()) <= 6
    assert axis.ticks()[0].text == "0"


@given(some.lists(some.dates(date(1, 1, 1), date(9999, 12, 30)), min_size=1, max_size=5))
def test_every_day_lies_on_its_axis(days: list[date]) -> None:
    axis = scales.days(days)
    assert axis is not None
    assert all(0 <= axis.at(day) <= 100 for day in days)
    assert 1 <= len(axis.ticks()) <= 6
    assert all(0 <= tick.at <= 100 for tick in axis.ticks())


def test_months_are_marked_with_the_years_where_they_begin() -> None:
    axis = scales.days([date(2023, 11, 28), date(2024, 2, 13)])
    assert axis is not None
    assert [(tick.text, tick.below) for tick in axis.ticks()] == [
        ("Nov", "2023"), ("Dec", ""), ("Jan", "2024"), ("Feb", ""), ("Mar", ""),
    ]  # fmt: skip
    assert scales.days([]) is None
    assert axis.at(date(2023, 11, 1) + timedelta(121)) == 100
