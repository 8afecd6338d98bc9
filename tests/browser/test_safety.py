"""Guards that nothing in the data runs, moves the page apart, or makes it ask for anything."""

import shutil

import pytest

from .conftest import PAGES

NOTHING = "() => window.ran === undefined"


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [360, 1440])
def test_hostile_words_neither_run_nor_widen_the_page(site, visit, width, script):
    page = visit(site, "hostile", width=width, java_script_enabled=script)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert page.evaluate(NOTHING)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.locator("script, style").count() == 2
    assert not page.locator("img, iframe, base, object, embed, h1:has-text('Mine')").count()
    assert page.locator("h1").inner_text() == "Gaza truce talks"


def test_hostile_words_are_found_filtered_and_addressed_as_words(visit, server, table):
    page = visit(server, "hostile")
    figures = page.locator("#figures-table > tbody")
    assert figures.count() == len(table("hostile", "figures"))
    page.locator('[data-filters="figures"] input').fill("<script>window.ran")
    assert page.locator("#figures-table > tbody:visible").count()
    page.locator('[data-filters="figures"] button').click()
    for row in figures.all():
        target = row.get_attribute("id")
        page.evaluate("(hash) => { location.hash = hash }", f"#{target}")
        row.wait_for(state="visible")
        row.locator("mark").wait_for(state="attached")
    assert page.evaluate(NOTHING)


def test_links_of_hostile_words_lead_to_the_web_or_nowhere(visit, server):
    page = visit(server, "hostile")
    schemes = page.evaluate("Array.from(document.links, (link) => link.protocol)")
    assert set(schemes) <= {"http:", "https:"}


def test_marks_of_direction_stay_within_their_words(visit, server):
    page = visit(server, "hostile")
    cell = page.locator("#figures-table tbody", has_text="right to left override").first.locator("tr").first
    boxes = [box.bounding_box()["x"] for box in cell.locator("th, td").all()]
    assert boxes == sorted(boxes)


@pytest.mark.parametrize(
    "planted",
    [
        "<script>window.ran = 1</script>",
        "<img src=x onerror='window.ran = 1'>",
        "<svg onload='window.ran = 1'></svg>",
        "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
        "<script src='data:text/javascript,window.ran=1'></script>",
        "<img src='https://example.org/pixel.png'>",
    ],
)
def test_what_got_in_all_the_same_would_not_run(browser, server, planted):
    """The page's own policy, tried: planted behind the escaping, the words neither run nor load."""
    folder = PAGES / "planted"
    folder.mkdir(exist_ok=True)
    text = (PAGES / "seeds" / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(text.replace('<main id="main">', f'<main id="main">{planted}'), encoding="utf-8")
    try:
        page = browser.new_page()
        refused, answered = [], []
        page.on("console", lambda message: refused.append(message.text))
        page.on("response", lambda response: answered.append(response.url))
        page.goto(f"{server}/planted/index.html")
        page.wait_for_timeout(100)
        assert page.evaluate(NOTHING)
        assert any("Content Security Policy" in message for message in refused)
        assert answered == [f"{server}/planted/index.html"]
        page.close()
    finally:
        shutil.rmtree(folder)
