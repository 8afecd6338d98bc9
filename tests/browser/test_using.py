"""Guards what the page lets a person do: filter, search, turn pages, follow and copy an address, take the files."""

import json

import pytest
from playwright.sync_api import expect

from .conftest import PAGES
from .test_reading import address, at, told


def form(page, name="figures"):
    return page.locator(f'[data-filters="{name}"]')


def shown(page, name="figures"):
    return page.locator(f'[data-list="{name}"] > :is(tbody, li, article):not([hidden])')


def ids(page):
    return shown(page).evaluate_all("(rows) => rows.map((row) => row.id)")


def test_filters_show_the_rows_that_fit(site, visit, table):
    page = visit(site)
    rows = table("seeds", "figures")
    for label, column in (("Measure", "measure"), ("Claimed by", "claimed_by"), ("Source", "source_id")):
        for value in sorted({row[column] for row in rows}):
            option = {"measure": value.replace("_", " "), "claimed_by": value or "the article itself"}.get(
                column, f"#sources/{value}"
            )
            form(page).get_by_label(label).select_option(option)
            assert ids(page) == [address("figures", row) for row in rows if row[column] == value]
        form(page).get_by_role("button", name="Clear").click()
        assert len(ids(page)) == len(rows)


def test_filters_narrow_each_other_and_search_reads_every_word(site, visit, table):
    page = visit(site)
    form(page).get_by_label("Measure").select_option("captives released")
    form(page).get_by_label("Search").fill("HOSTAGES isra")
    fitting = [
        address("figures", row)
        for row in table("seeds", "figures")
        if row["measure"] == "captives_released" and "Israeli hostages" in row["quote"]
    ]
    assert set(fitting) <= set(ids(page))
    for row in shown(page).all():
        text = row.evaluate("(one) => one.textContent").lower()
        assert "hostages" in text and "isra" in text and "captives released" in text
    form(page).get_by_label("Search").fill("no such words")
    assert not ids(page)
    assert page.locator('[data-pages="figures"]').inner_text().startswith("No row fits.")


def test_a_drawing_leads_to_its_rows(visit, server, table):
    page = visit(server)
    page.get_by_role("link", name="Its rows in the table").first.click()
    assert ids(page) == [address("figures", row) for row in table("seeds", "figures") if row["measure"] == "killed"]


def test_an_address_in_a_drawing_leads_to_the_row(visit, server):
    page = visit(server)
    point = page.locator(".panels .field a").first
    point.locator("use").first.click(force=True)
    assert page.url.endswith(point.get_attribute("href"))


@pytest.mark.parametrize(
    "name", ["sources", "people", "meetings", "participants", "exchanges", "figures", "mentions", "disagreements"]
)
def test_every_row_address_leads_to_its_row(site, visit, table, name):
    page = visit(site)
    for row in table("seeds", name):
        target = address(name, row)
        page.evaluate("(hash) => { location.hash = hash }", f"#{target}")
        at(page, target).wait_for(state="visible")
        top = at(page, target).evaluate("(one) => one.getBoundingClientRect().top")
        assert -1 <= top < 900
    fresh = visit(site, at=f"#{address(name, table('seeds', name)[-1])}")
    assert fresh.locator(":target").is_visible()


def test_an_address_opens_the_row_and_its_passage(visit, server, table):
    for name in ("figures", "meetings", "people"):
        row = table("seeds", name)[-1]
        page = visit(server, at=f"#{address(name, row)}")
        assert at(page, address(name, row)).locator("blockquote").first.is_visible()
        assert f"#{address(name, row)}" in told(at(page, address(name, row)).locator(".cite").inner_text())


def test_an_address_beyond_the_first_page_and_behind_a_filter_is_found(visit, server, table):
    last = address("figures", table("many", "figures")[-1])
    page = visit(server, "many", at=f"#{last}")
    assert at(page, last).is_visible()
    assert "9,951 to 10,000 of 10,000" in page.locator('[data-pages="figures"]').inner_text()
    form(page).get_by_label("Search").fill("district 7")
    page.evaluate("(hash) => { location.hash = hash }", f"#{address('figures', table('many', 'figures')[5_000])}")
    at(page, address("figures", table("many", "figures")[5_000])).wait_for(state="visible")


def test_pages_are_turned(visit, server):
    page = visit(server, "many")
    pager = page.locator('[data-pages="figures"]')
    assert shown(page).count() == 50
    assert "1 to 50 of 10,000" in pager.inner_text()
    assert pager.get_by_role("button", name="Previous").is_disabled()
    pager.get_by_role("button", name="Next").click()
    assert "51 to 100 of 10,000" in pager.inner_text()
    assert shown(page).count() == 50
    form(page).get_by_label("Search").fill("1234")
    assert 0 < shown(page).count() <= 50
    assert pager.get_by_role("button", name="Next").is_hidden()


@pytest.mark.parametrize("clipboard", ["asynchronous", "older"])
def test_copy_buttons_copy(visit, server, table, clipboard):
    page = visit(server, permissions=["clipboard-read", "clipboard-write"])
    if clipboard == "older":  # as on a page that came over plain HTTP from elsewhere
        page.evaluate("Object.defineProperty(window, 'isSecureContext', { value: false })")
    page.locator("summary", has_text="BibTeX").click()
    for name in ("citation", "bibtex", "pandas", "r"):
        button = page.locator(f'button[data-copy="{name}"]')
        button.click()
        expect(page.locator("#told")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == at(page, name).text_content()
        page.evaluate("document.getElementById('told').textContent = ''")
    row = at(page, address("figures", table("seeds", "figures")[0]))
    row.locator("summary").click()
    row.get_by_role("button", name="Copy").click()
    expect(page.locator("#told")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(at(page, "citation").text_content())
    assert copied.endswith(f"/seeds/index.html#{address('figures', table('seeds', 'figures')[0])}")


def test_files_can_be_taken(visit, server):
    named = [link.get_attribute("href") for link in visit(server).locator("a[download]").all()]
    assert named
    for path in named:
        page = visit(server, accept_downloads=True)  # a page each, for Chromium takes ten files at most from one
        with page.expect_download() as download:
            page.locator(f'a[download][href="{path}"]').first.click()
        assert download.value.path().read_bytes() == (PAGES / "seeds" / path).read_bytes()


def test_every_file_that_the_page_names_is_there_with_its_size(visit, server):
    page = visit(server)
    descriptor = json.loads((PAGES / "seeds" / "datapackage.json").read_text(encoding="utf-8"))
    named = {link.get_attribute("href") for link in page.locator("header a:not([href^='http'])").all()}
    assert {resource["path"] for resource in descriptor["resources"]} | {"datapackage.json"} <= named
    for size in page.locator("header .size").all():
        path = size.evaluate("(one) => one.previousElementSibling.getAttribute('href')")
        length = (PAGES / "seeds" / path).stat().st_size
        amount, unit = size.inner_text().split()
        assert float(amount) == (length if unit == "bytes" else round(length / {"kB": 1e3, "MB": 1e6}[unit], 1))


def test_the_keyboard_suffices(visit, server):
    page = visit(server)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    first = page.locator("#figures-table summary").first
    first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#figures-table blockquote").first.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('blockquote, .where') !== null")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    form(page).get_by_label("Measure").focus()
    page.keyboard.type("killed")
    assert len(ids(page)) == 3
