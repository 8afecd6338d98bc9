"""Guards that a person can read the page everywhere, with and without its script, each number as the CSV has it."""

import re
from urllib.parse import quote

import pytest

from .conftest import SEEDS

TABLES = ("sources", "people", "meetings", "participants", "exchanges", "figures", "mentions", "disagreements")
KEYS = {"participants": ("meeting_id", "participant_id"), "disagreements": ("exchange_id", "quantity")}
BOUNDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}


def address(table, row):
    keys = KEYS.get(table, (f"{ {'people': 'person'}.get(table, table[:-1]) }_id",))
    return f"{table}/{'/'.join(quote(row[key], safe='') for key in keys)}"


def told(text):
    return " ".join(text.split())


def at(page, name):
    return page.locator(f'[id="{name}"]')


@pytest.mark.parametrize("script", [True, False])
def test_the_page_opens(site, visit, table, script):
    page = visit(site, java_script_enabled=script)
    assert page.title().startswith("Gaza truce talks, version ")
    for part in ("Meetings", "Exchanges", "Figures", "People", "Sources", "Quality", "Codebook"):
        assert page.get_by_role("heading", name=part, exact=True, level=2).is_visible()
    for name in TABLES:
        assert at(page, f"rows/{name}").inner_text() == str(len(table("seeds", name)))
        assert page.locator(f'[id^="{name}/"]').count() == len(table("seeds", name))


def test_without_the_script_everything_is_there_to_read(site, visit, table):
    page = visit(site, java_script_enabled=False)
    for name in ("sources", "people", "meetings", "exchanges", "figures", "disagreements"):
        for row in table("seeds", name):
            assert at(page, address(name, row)).is_visible()
    assert not page.locator(".scripted:visible").count()
    row = at(page, address("figures", table("seeds", "figures")[0]))
    assert not row.locator("blockquote").is_visible()
    row.locator("summary").click()
    assert row.locator("blockquote").is_visible()


def test_without_the_script_ten_thousand_figures_are_there_to_read(visit, server):
    page = visit(server, "many", java_script_enabled=False)
    rows = page.locator("#figures-table > tbody")
    assert rows.count() == 10_000
    assert rows.nth(9_999).is_visible()


def test_figures_are_those_of_the_csv(visit, server, table):
    page = visit(server)
    articles = {row["source_id"]: row for row in table("seeds", "sources")}
    for row in table("seeds", "figures"):
        shown = at(page, address("figures", row))
        values = [value.get_attribute("value") for value in shown.locator("data").all()]
        assert values == list(dict.fromkeys([row["value_low"], row["value_high"]]))
        cells = [told(cell) for cell in shown.locator("tr").first.locator("th, td").all_inner_texts()]
        low, high = (
            f"{int(float(row[c])):,}" if float(row[c]).is_integer() else row[c] for c in ("value_low", "value_high")
        )
        assert cells[0] == BOUNDS[row["modifier"]] + (low if low == high else f"{low} to {high}")
        assert cells[1:4] == [row["unit"], row["counted"] or "not stated", row["measure"].replace("_", " ")]
        assert cells[4:6] == [row["status"], row["claimed_by"] or "the article itself"]
        assert cells[6].startswith(articles[row["source_id"]]["publisher"])


def test_exchanges_meetings_people_and_sources_are_those_of_the_csv(visit, server, table):
    page = visit(server)
    for row in table("seeds", "exchanges"):
        facts = at(page, address("exchanges", row)).locator("dl.facts")
        values = [value.get_attribute("value") for value in facts.locator("data").all()]
        stated = [(row[f"{side}_low"], row[f"{side}_high"]) for side in ("captives", "prisoners")]
        assert values == [value for pair in stated for value in dict.fromkeys(pair) if value]
        assert row["status"] in facts.inner_text()
    for row in table("seeds", "disagreements"):
        shown = at(page, address("disagreements", row)).locator("data")
        assert [value.get_attribute("value") for value in shown.all()] == [row["lowest"], row["highest"]]
    for row in table("seeds", "meetings"):
        shown = at(page, address("meetings", row))
        assert row["status"] in shown.inner_text() and row["place"] in shown.inner_text()
        if row["start_date"] == row["end_date"] != "":
            assert shown.locator("time").first.get_attribute("datetime") == row["start_date"]
    for row in table("seeds", "people"):
        shown = told(at(page, address("people", row)).inner_text())
        assert all(row[name] in shown for name in ("name", "names_reported", "position", "organization"))
    for row in table("seeds", "sources"):
        shown = told(at(page, address("sources", row)).inner_text())
        assert all(row[name] in shown for name in ("title", "publisher", "dateline", "file"))
        assert f"{int(row['words']):,}" in shown


def test_numbers_of_an_exchange_stand_side_by_side_low_to_high(visit, server, table):
    page = visit(server)
    figures = {address("figures", row): row for row in table("seeds", "figures")}
    for row in table("seeds", "exchanges"):
        for side in at(page, address("exchanges", row)).locator("table tbody").all():
            links = [link.get_attribute("href")[1:] for link in side.locator("th > a").all()]
            values = [float(figures[link]["value_low"]) for link in links]
            assert values == sorted(values)
    own = [row for row in table("seeds", "figures") if row["exchange_id"]]
    assert page.locator("#exchanges table tbody th > a").count() == len(own)
    for row in table("seeds", "disagreements"):
        shown = at(page, address("exchanges", row)).locator("tr.differs")
        assert shown.count() == len(row["figures"].split("; "))


def test_every_row_leads_to_its_passage(visit, server, table):
    page = visit(server)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    articles = {row["source_id"]: row for row in table("seeds", "sources")}
    for name in ("figures", "mentions"):
        for row in table("seeds", name):
            shown = at(page, address(name, row))
            whole = (SEEDS / articles[row["source_id"]]["file"]).read_bytes().decode("utf-8")
            passage = shown.locator("blockquote").evaluate("(one) => one.textContent")
            assert shown.locator("mark").evaluate("(one) => one.textContent") == row["quote"]
            assert passage.strip("…") in whole
            assert len(passage) <= len(row["quote"]) + 2 * 281
            where = told(shown.locator(".where").inner_text())
            assert f"characters {row['start']} to {row['end']} of {articles[row['source_id']]['file']}" in where
            assert shown.locator(f'.where a[href="{articles[row["source_id"]]["url"]}"]').count() == 1
    for name in ("people", "meetings", "exchanges"):
        for row in table("seeds", name):
            assert at(page, address(name, row)).locator("blockquote").count() >= int(row["sources"])


def test_participants_lead_to_people_and_people_to_their_meetings(visit, server, table):
    page = visit(server)
    for row in table("seeds", "participants"):
        links = [link.get_attribute("href") for link in at(page, address("participants", row)).locator("a").all()]
        assert f"#{address('participants', row)}" in links
        if row["person_id"]:
            assert f"#people/{row['person_id']}" in links
            assert at(page, f"people/{row['person_id']}").locator(f'a[href="#meetings/{row["meeting_id"]}"]').count()


@pytest.mark.parametrize("package", ["seeds", "sample", "empty"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_width_makes_the_page_scroll_sideways(visit, server, package, width):
    page = visit(server, package, width=width)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_columns_are_explained_on_hover_and_in_the_codebook(visit, server):
    page = visit(server)
    links = page.locator("thead a").all()
    assert len(links) > 20
    for link in links:
        assert len(link.get_attribute("title")) > 5
        assert at(page, link.get_attribute("href")[1:]).count() == 1


def test_in_print_every_passage_is_there(visit, server):
    page = visit(server)
    page.emulate_media(media="print")
    assert page.locator("blockquote").first.evaluate("(one) => one.getBoundingClientRect().height") > 10
    assert not page.locator("form:visible, nav.parts:visible").count()


def test_bounds_are_drawn_as_bounds(visit, server, table):
    page = visit(server)
    rows = {address("figures", row): row for row in table("seeds", "figures")}
    points = page.locator(".panels .field a").all()
    assert points
    for point in points:
        row = rows[point.get_attribute("href")[1:]]
        assert point.locator("use").first.get_attribute("href") == f"#up-{row['modifier']}-{row['status']}"
        assert re.match(BOUNDS[row["modifier"]] or r"\d", point.locator("title").text_content())
