"""Guards that everybody can use the page: axe-core finds nothing at any width, light or dark, rows open or closed."""

import os
from pathlib import Path

import pytest

AXE = Path(os.environ["AXE"])
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = (
    "(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'incomplete'] })"
)
PAIRS = """() => { const found = new Map();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const around = node.parentElement;
  if (!node.data.trim() || !around.checkVisibility() || around.closest("button:disabled, title")) continue;
  const style = getComputedStyle(around);
  const ink = around.closest("svg") ? style.fill : style.color;
  let under = around;
  const bare = () => under !== document.body && getComputedStyle(under).backgroundColor === "rgba(0, 0, 0, 0)";
  while (bare()) under = under.parentElement;
  const paper = getComputedStyle(under).backgroundColor;
  found.set(ink + paper, [ink, paper, node.data.trim()]);
}
return Array.from(found.values()) }"""
"""Every pair of colours of words and of what they stand on, with the last words that have it."""

LEAST = 3.0
"""The contrast that WCAG asks of marks that carry meaning."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("package", ["seeds", "sample", "empty"])
def test_axe_finds_nothing(visit, server, package, width, scheme):
    page = visit(server, package, width=width, color_scheme=scheme)
    page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    for opened in (False, True):
        page.evaluate("(yes) => document.querySelectorAll('details').forEach((one) => { one.open = yes })", opened)
        found = page.evaluate(RUN, TAGS)
        wrong = [(one["id"], node["html"][:200]) for one in found["violations"] for node in one["nodes"]]
        assert not wrong
        unclear = [one["id"] for one in found["incomplete"] if one["id"] != "color-contrast"]
        assert not unclear


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_sees_too_little_contrast(visit, server, scheme):
    page = visit(server, color_scheme=scheme)
    page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    page.evaluate("document.querySelector('.scope').style.setProperty('color', '#808080')")
    page.evaluate("document.querySelector('.scope').style.setProperty('background', '#777777')")
    found = page.evaluate(RUN, TAGS)
    assert "color-contrast" in [one["id"] for one in found["violations"]]


def luminance(colour):
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").rstrip(")").split(", ")]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_every_word_stands_out_from_what_it_stands_on(visit, server, width, scheme):
    """As the browser computes the colours; axe-core leaves out what stands in a drawing or beneath another element."""
    page = visit(server, width=width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    pairs = page.evaluate(PAIRS)
    assert len(pairs) > 5
    for ink, paper, words in pairs:
        assert contrast(ink, paper) >= 4.5, words


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_stand_out_from_the_paper(visit, server, scheme):
    page = visit(server, color_scheme=scheme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for drawn in (".field use", ".strip use"):
        mark = page.locator(drawn).first.evaluate("(one) => getComputedStyle(one).color")
        assert contrast(mark, paper) >= LEAST
    for control in ("select", "input", "button"):
        edge = page.locator(f'[data-filters="figures"] {control}').first.evaluate(
            "(one) => getComputedStyle(one).borderTopColor"
        )
        assert contrast(edge, paper) >= LEAST


def test_tables_have_captions_and_scopes(visit, server):
    page = visit(server)
    for found in page.locator("table").all():
        assert found.locator("caption").count() == 1
        assert not found.locator("th:not([scope])").count()


def test_drawings_have_words_beside_them(visit, server):
    page = visit(server)
    figures = page.locator("figure").all()
    assert figures
    for found in figures:
        assert len(found.locator("figcaption").inner_text()) > 20
    assert not page.locator("figure svg:not([aria-hidden=true])").count()
