"""Guards the promise that outlet, day and dateline are found in heads and feet of all styles, and nowhere else."""

from datetime import date
from typing import NamedTuple

import pytest

from build.read import to_article
from build.read.dates import dates_in
from build.records import Article

LEAD = "Mediators shuttled between the two sides for a third day, and diplomats said that the list was nearly complete."
MORE = "The rebels hold 41 soldiers, the army says. Both sides will free the wounded first, says the Red Cross."
TITLE = "Rebels and army near a deal on captives"


class Page(NamedTuple):
    """What stands between headline and lead, what below the body, and what a careful reader codes."""

    above: str = ""
    below: str = ""
    publisher: str | None = None
    published_on: date | None = None
    dateline: str | None = None
    before: str = ""

    @property
    def text(self) -> str:
        return f"{self.before}{TITLE}\n\n{self.above}{LEAD}\n\n{MORE}\n\n{self.below}"


def read(text: str) -> Article:
    return to_article("page.txt", text, "")[0]


PAGES = {
    # an agency's code in a dateline, by itself or known
    "code_in_brackets": Page("GOMA, Congo, March 3 (AP) — ", "", "AP", None, "GOMA"),
    "code_without_dash": Page("New Delhi, Aug 17 (PTI) ", "", "PTI", None, "New Delhi"),
    "code_after_dash": Page("Cairo – dpa: ", "", "dpa", None, "Cairo"),
    "code_in_dashes": Page("Aden - Saba - ", "", "Saba", None, "Aden"),
    "code_in_strokes": Page("KHARTOUM, May 25. /TASS/. ", "", "TASS", None, "KHARTOUM"),
    "code_in_strokes_no_stop": Page("Nablus /WAFA/ - ", "", "WAFA", None, "Nablus"),
    "code_between_commas": Page("Kyiv, May 24, 2025, Ukrinform – ", "", "Ukrinform", date(2025, 5, 24), "Kyiv"),
    "code_between_points": Page("KYIV. May 24 (Interfax-Ukraine) – ", "", "Interfax-Ukraine", None, "KYIV"),
    "day_before_code": Page("SEOUL, Oct. 10 (Yonhap) -- ", "", "Yonhap", None, "SEOUL"),
    "two_codes": Page("KUWAIT, Nov 24 (KUNA) -- ", "\n", "KUNA", None, "KUWAIT"),
    "unknown_code_spelled_below": Page(
        "LOME, 4 May (TWS) - ", "Togo Wire Service – all rights reserved", "Togo Wire Service", None, "LOME"
    ),
    "unknown_code_spelled_in_note": Page(
        "LOME, 4 May (TWS) - ", "Follow the Togo Wire Service on Telegram.", "Togo Wire Service", None, "LOME"
    ),
    # an outlet before a dash
    "outlet_alone": Page("The Northern Herald — ", "", "The Northern Herald", None, None),
    "outlet_known_alone": Page("NPR — ", "", "NPR", None, None),
    "outlet_in_brackets": Page("(Savannah Daily Post) — ", "", "Savannah Daily Post", None, None),
    "outlet_in_capitals": Page("MANILA TRIBUNE – ", "", "MANILA TRIBUNE", None, None),
    # datelines
    "place_and_country": Page("TEL AVIV, Israel (AP) — ", "", "AP", None, "TEL AVIV"),
    "place_and_territory": Page("GAZA CITY, Gaza Strip — ", "", None, None, "GAZA CITY"),
    "unknown_place_and_country": Page("UM DABAKER, Sudan — ", "", None, None, "UM DABAKER"),
    "place_in_small_letters": Page("Kyiv, Ukraine — ", "", None, None, "Kyiv"),
    "place_with_stop": Page("Bern/Khartoum. ", "", None, None, "Bern/Khartoum"),
    "one_place_with_stop": Page("Nairobi. ", "", None, None, "Nairobi"),
    "place_colon": Page("PESHAWAR: ", "", None, None, "PESHAWAR"),
    "place_on_its_own_line": Page("NAIROBI\n\n", "", None, None, "NAIROBI"),
    "place_and_territory_on_a_line": Page("GAZA CITY, Gaza Strip\n\n", "", None, None, "GAZA CITY"),
    "place_and_country_on_a_line": Page("Juba, South Sudan\n\n", "", None, None, "Juba"),
    "place_with_dash_on_a_line": Page("Juba –\n\n", "", None, None, "Juba"),
    "country_in_brackets": Page("ADEN (Yemen) — ", "", None, None, "ADEN"),
    "united_nations": Page("UNITED NATIONS — ", "", None, None, "UNITED NATIONS"),
    "agency_before_place": Page("(ANSA) - LOME, JAN 17 - ", "", "ANSA", None, "LOME"),
    "agency_before_place_dashes": Page("AFP - Juba - ", "", "AFP", None, "Juba"),
    "agency_before_place_colon": Page("AFP, Juba: ", "", "AFP", None, "Juba"),
    "agency_without_country": Page("Juba [South Sudan], January 17 (ANI): ", "", "ANI", None, "Juba"),
    "agencies_two": Page("ABUJA, Jan 17 (Bernama-dpa) -- ", "", "Bernama-dpa", None, "ABUJA"),
    "outlet_without_comma": Page("Lome CNN — ", "", "CNN", None, "Lome"),
    "outlet_behind_place": Page("Lome – Nile Observer – ", "", "Nile Observer", None, "Lome"),
    "code_in_open_strokes": Page("Lome/ TNN / ", "", None, None, "Lome"),
    "hyphen_alone": Page("ALGIERS- ", "", None, None, "ALGIERS"),
    "bar": Page("Lome, Togo | ", "", None, None, "Lome"),
    "small_letters_colon": Page("New Delhi: ", "", None, None, "New Delhi"),
    "saint": Page("ST. PETERSBURG, Russia — ", "", None, None, "ST. PETERSBURG"),
    "state": Page("PALM BEACH, Fla. (AP) — ", "", "AP", None, "PALM BEACH"),
    "camp": Page("KIBBUTZ TEL SHOR, Israel (AP) — ", "", "AP", None, "KIBBUTZ TEL SHOR"),
    "three_places": Page("Lome/Accra/Goma (dpa) - ", "", "dpa", None, "Lome/Accra/Goma"),
    "aboard": Page("ABOARD AIR FORCE ONE (AP) — ", "", "AP", None, "ABOARD AIR FORCE ONE"),
    "spelling_of_its_own": Page("DIR EL-BALAH, Gaza Strip — ", "", None, None, "DIR EL-BALAH"),
    "date_first": Page("May 24, 2025, Goma – ", "", None, date(2025, 5, 24), "Goma"),
    "date_and_stop": Page("Geneva, 12 May 2025. ", "", None, date(2025, 5, 12), "Geneva"),
    "day_dash": Page("Geneva, 12 May 2025 – ", "", None, date(2025, 5, 12), "Geneva"),
    # mastheads, by themselves, with a date, over a live blog
    "masthead_above": Page("", "", "The Hudson Examiner", None, None, "The Hudson Examiner\n\n"),
    "masthead_with_date": Page("Rhein-Kurier, Friday, 7 June 2024\n\n", "", "Rhein-Kurier", date(2024, 6, 7), None),
    "masthead_with_place_and_date": Page(
        "", "", "EASTERN GAZETTE", date(2024, 6, 7), None, "EASTERN GAZETTE | Nairobi | Friday 7 June 2024\n\n"
    ),
    "masthead_foreign": Page(
        "", "", "Il Messaggero di Como", date(2025, 3, 1), None, "Il Messaggero di Como\n1 marzo 2025\n"
    ),
    "masthead_and_section": Page("", "", "Highland Chronicle", None, None, "Highland Chronicle | World\n"),
    "masthead_translated": Page(
        "", "", "Nordtidende", date(2025, 3, 19), None, "[Translated from the Danish]\nNordtidende, 19 March 2025\n"
    ),
    "live": Page("", "", "The Northern Herald", None, None, "The Northern Herald\nLive\n"),
    "live_with_dash": Page("", "", "The Northern Herald", None, None, "Live – The Northern Herald\n"),
    # bylines
    "byline_outlet": Page("By Fiona Roe, The Ulster Times\n", "", "The Ulster Times", None, None),
    "byline_outlet_stroke": Page("By FIONA ROE | Ulster Times\nMay 3, 2024\n", "", "Ulster Times", date(2024, 5, 3)),
    "byline_for": Page("By Fiona Roe for The Ulster Times\n", "", "The Ulster Times", None, None),
    "no_by": Page("Fiona Roe, The Ulster Times\n", "", "The Ulster Times", None, None),
    "outlet_and_place": Page("Fiona Roe\nUlster Tribune, Nairobi\n", "", "Ulster Tribune", None, None),
    "outlet_and_desk": Page("Ulster Tribune Staff\n3 May 2024\n", "", "Ulster Tribune", date(2024, 5, 3), None),
    "a_job_is_no_outlet": Page("By Fiona Roe, Nairobi Correspondent\n", "", None, None, None),
    "an_office_is_no_outlet": Page("By Fiona Roe, Foreign Editor\n3 May 2024\n", "", None, date(2024, 5, 3), None),
    # notices of copyright
    "copyright_sign": Page("", "© 2025 The Daily Observer", "The Daily Observer"),
    "copyright_company": Page("", "Copyright © 2025 Lakeside Courier Ltd. All rights reserved.", "Lakeside Courier"),
    "copyright_word": Page("", "Copyright 2025 by the Lakeside Courier. All rights reserved.", "Lakeside Courier"),
    "copyright_year_last": Page("", "© Lakeside Courier, 2025", "Lakeside Courier"),
    "copyright_years": Page("", "© 2011–2025 Lakeside Courier Publishing Company", "Lakeside Courier"),
    "copyright_bracket": Page("", "(c) Lakeside Courier. It may not be reproduced.", "Lakeside Courier"),
    "copyright_rights": Page("", "Lakeside Courier. All rights reserved.", "Lakeside Courier"),
    "copyright_content": Page("", "All content © Lakeside Courier 2025", "Lakeside Courier"),
    "copyright_longer": Page(
        "", "© 2025 BBC. The BBC is not responsible for the content of external sites.", "BBC"
    ),
    "copyright_one_word": Page("", "© 2025 Nordtidende", "Nordtidende"),
    "copyright_glued": Page(
        "", "Most viewedTen recipes for autumn© 2025 The Daily Observer Ltd. All rights reserved.", "The Daily Observer"
    ),
    "picture_is_no_copyright": Page("A patrol near Goma © Jo Doe / AFP\n\n", "", None, None, None),
    "picture_of_an_agency": Page("A patrol near Goma. Photo: © Reuters\n\n", "", None, None, None),
    # signatures and notes of the house
    "signature": Page("", "Lakeside Courier", "Lakeside Courier"),
    "signature_dash": Page("", "— Lakeside Courier", "Lakeside Courier"),
    "signature_dated": Page("", "Lakeside Courier, 3 June 2024", "Lakeside Courier", date(2024, 6, 3)),
    "signature_known": Page("", "(Xinhua)", "Xinhua"),
    "published_in": Page("", "This article was first published in the Lakeside Courier.", "Lakeside Courier"),
    "source": Page("", "Source: Al Jazeera", "Al Jazeera"),
    "house_note": Page(
        "", "Lakeside News Agency offers only a part of its reports on this website.", "Lakeside News Agency"
    ),
    "house_note_follow": Page("", "Follow the Lakeside Courier on Telegram and X.", "Lakeside Courier"),
    "house_note_support": Page("", "Subscribe to the Lakeside Courier for 3 euros a month", "Lakeside Courier"),
    "a_wire_only_helped": Page("", "(With inputs from PTI)", None),
    "a_wire_only_contributed": Page("", "Reuters contributed to this report.", None),
    # addresses
    "address_and_name": Page(
        "",
        "The Lakeside Courier desk\nhttps://www.lakesidecourier.example/world/rebels-near-deal",
        "The Lakeside Courier",
    ),
    "address_known": Page("", "https://www.dawn.com/news/1800001/rebels-near-deal", "Dawn"),
    "address_alone": Page("", "https://lakesidecourier.example/world/rebels-near-deal", None),
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_heads(page: Page) -> None:
    article = read(page.text)
    assert (article.publisher, article.published_on, article.dateline) == (
        page.publisher,
        page.published_on,
        page.dateline,
    )
    assert article.title == TITLE
    body = [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"]
    assert body[-2:] == [LEAD, MORE]


DAY = date(2024, 8, 17)
DATE_LINES = [
    "17 August 2024",
    "17. August 2024",
    "17th August, 2024",
    "17 Aug. 2024",
    "17-Aug-2024",
    "Sat Aug 17 2024 - 08:05",
    "Saturday, 17.08.2024",
    "17.08.2024 - Update : 18.08.2024",
    "17/08/2024 - 22:15",
    "17-08-2024 10:20",
    "2024/8/17",
    "2024-08-17",
    "2024-08-17T14:05:00Z",
    "2024-08-17T14:05:00.123+03:00",
    "2024-08-17 14:05:11",
    "August 17, 2024",
    "Aug 17th 2024",
    "AUGUST 17, 2024",
    "Aug. 17, 2024 at 9:41 p.m. EDT",
    "9:41 PM EDT, Sat August 17, 2024",
    "Updated 14:05 IST, 17 August 2024",
    "Updated: August 18, 2024 07:00 | Published: August 17, 2024 21:11",
    "Last Updated: 17 August 2024, 11:08 AM IST",
    "Published: 17 August 2024, 14:05",
    "PUBLISHED : 17 Aug 2024 at 06:15",
    "First published on Sat 17 Aug 2024 06.15 BST",
    "Posted on August 17, 2024 by admin",
    "Date: 17 August 2024",
    "Created: 17.08.2024, 12:30",
    "Last modified: 2024-08-17",
    "Issued on: 17/08/2024",
    "17 août 2024",
    "17 de agosto de 2024",
    "17. Ağustos 2024",
    "Geneva, 17 August 2024",
    "By Ana Lima | August 17, 2024 | 3 min read",
    "Ana Lima, 17 August 2024",
    "Saturday August 17 2024, 6.00pm BST",
    "AUGUST 17, 2024 09:41\nUpdated: AUGUST 18, 2024 10:12",
    "Published Aug. 17, 2024Updated Aug. 18, 2024, 4:12 a.m. ET",
    "08/17/2024August 17, 2024",
    "August 17, 202410:12 AM GMT+1Updated 3 hours ago",
    "August 17, 20245:00 AM ET",
    "Aug. 17, 2024 / 9:41 AM EST / By Ana Lima and Jo Reyes",
    "Published : Saturday, August 17, 2024, 10:12 [IST]",
    "Published date: 17 August 2024 09:41 GMT | Last update: 3 hours 2 mins ago",
    "Updated Aug 17, 2024 10:12 am by Ana Lima",
    "By Ana Lima\nSenior Correspondent\nAug 17, 2024",
    "Juba - August 17, 2024",
    "Saturday, Safar 12, 1446 - August 17, 2024",
    "Release Date: 17 August 2024",
    "Publication date: August 17, 2024",
    "Updated 09:41, 17-Aug-2024",
    "17/8/2024 10:12:14 AM",
    "Sat., Aug. 17, 2024timer3 min. read",
]


@pytest.mark.parametrize("line", DATE_LINES)
@pytest.mark.parametrize("place", ["above", "first"])
def test_days_in_the_head(line: str, place: str) -> None:
    text = f"{TITLE}\n\n{line}\n\n" if place == "above" else f"{line}\n\n{TITLE}\n\n"
    article = read(f"{text}{LEAD}\n\n{MORE}\n")
    assert (article.published_on, article.title) == (DAY, TITLE)
    assert [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"] == [LEAD, MORE]


FEET = [
    "Published: 17 August 2024",
    "First published on 17 August 2024 at 06.15",
    "Last modified on Sat 17 Aug 2024 19.52 BST",
    "Last updated 17/08/2024 14:05",
    "This article was published on 17 August 2024.",
    "Geneva, 17 August 2024",
    "17.08.2024",
    "Posted by Ana Lima on August 17, 2024",
]


@pytest.mark.parametrize("line", FEET)
def test_days_in_the_foot(line: str) -> None:
    assert read(f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\n{line}\n").published_on == DAY


GLUED = [
    f"Menu News World Sport Subscribe Sign in {TITLE} By Fiona Roe Sat Aug 17 2024 - 08:05 Listen | 4:12 {LEAD}{MORE}",
    f"HomeWorldAfrica{TITLE}Last updated 17 Aug 2024 19.52 BSTShare{LEAD}{MORE}",
    f"{TITLE}Published 17 August 2024Share {LEAD} {MORE}",
    f"{TITLE} Updated 9:41 PM EST, Sat August 17, 2024 Link Copied! CNN — {LEAD} {MORE}",
    f"{TITLE} By Fiona Roe August 17, 2024 3 min read {LEAD} {MORE}",
]
NOT_GLUED = [
    f"On 17 August 2024 the rebels stormed the town. {LEAD} {MORE}",
    f"{LEAD} By 17 August 2024 all had fled, at 14:05 on 18 August 2024 the last. {MORE}",
    f"{LEAD} The list was published on 17 August 2024 by the army. {MORE}",
    f"A boy by the river in Goma on 17 August 2024. Photo: Jo Doe. {LEAD} {MORE}",
]


@pytest.mark.parametrize("text", GLUED)
def test_days_on_a_page_glued_into_one_paragraph(text: str) -> None:
    assert read(f"{text} Most read © 2024 The Ulster Times DAC").published_on == DAY


@pytest.mark.parametrize("text", [text for text in GLUED if " By " in text])
def test_a_byline_glued_into_a_paragraph_is_set_aside(text: str) -> None:
    article = read(text)
    assert not [
        block for block in article.blocks if block.kind == "body" and "Roe" in article.text[block.start : block.end]
    ]


@pytest.mark.parametrize("text", NOT_GLUED)
def test_days_that_a_paragraph_tells_of_are_not_the_page_s(text: str) -> None:
    assert read(text).published_on is None


@pytest.mark.parametrize("text", GLUED)
def test_the_notice_that_ends_a_glued_page_names_its_outlet(text: str) -> None:
    article = read(f"{text} Crossword Club Most Read © 2024 The Ulster Times DAC")
    assert article.publisher == "The Ulster Times"


def test_an_address_and_the_body_together_name_the_outlet() -> None:
    told = "“We are close,” the envoy told the Lakeside Courier in Juba."
    text = f"{TITLE}\n\n{LEAD}\n\n{told}\n\n{MORE}\n\n"
    assert read(text).publisher is None
    assert read(f"{text}https://www.lakesidecourier.example/world/near-deal").publisher == "Lakeside Courier"
    assert read(f"{text}https://www.uplandmirror.example/world/near-deal").publisher is None


AMBIGUOUS = [
    ("Sunday 8/12/2024", date(2024, 12, 8)),
    ("Mon 8/12/2024", date(2024, 8, 12)),
    ("8/12/2024", None),
]


@pytest.mark.parametrize(("line", "day"), AMBIGUOUS)
def test_a_weekday_tells_which_number_is_the_month(line: str, day: date | None) -> None:
    assert read(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{MORE}\n").published_on == day


@pytest.mark.parametrize("told", ["on Sunday 8 December", "on December 8", "on Dec. 8", "this Sunday, 8 December,"])
def test_the_body_tells_which_number_is_the_month(told: str) -> None:
    page = f"{TITLE}\n\n08/12/2024 - 22:15\n\nThe two sides met {told} in the capital for the last time.\n\n{MORE}\n"
    assert read(page).published_on == date(2024, 12, 8)


SENTENCES = [
    "Togo’s hospitals are full.",
    "Lome and Accra agreed.",
    "Chad and Togo – both of them – agreed.",
    "The Times – as it was then – reported it.",
    "Senator Joe Roe (R) Said so.",
    "In Goma – a town on the lake – people cheered.",
    "Togo: That was the word.",
    "Three days. That is all.",
    "May 24 – a Saturday – was the day.",
    "Togo-based mediators – two of them – left.",
    "Nile Observer reporters saw 3 buses.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_begins_like_a_dateline_stays_whole(sentence: str) -> None:
    article = read(f"{TITLE}\n\n{sentence} {LEAD}\n\n{MORE}\n")
    assert (article.publisher, article.published_on, article.dateline) == (None, None, None)
    assert f"{sentence} {LEAD}" in [article.text[block.start : block.end] for block in article.blocks]


NO_OUTLETS = [
    ("World News", ""),
    ("Middle East News", ""),
    ("Sign up for the Morning Brief", ""),
    ("Subscribe to Morning Digest", ""),
    ("Emily Post\n3 May 2024", ""),
    ("Getty Images / AFP", ""),
    ("Reuters", ""),
    ("News | World News | Daily Brief", ""),
    ("The Daily Podcast", ""),
    ("By Ana Lima, Chief International Correspondent", ""),
    ("By Ana Lima and news agencies", ""),
    ("Staff Report", ""),
    ("", "Read more: The Kabul Courier on the truce"),
    ("", "With reporting by the Associated Press"),
    ("", "Ana Lima is a reporter for the Nile Observer."),
    ("", "Photo: Nile Observer"),
    ("", "Follow Ana Lima on X"),
    ("", "Related\nCoastal Press Review\nWar News Today"),
]


@pytest.mark.parametrize(("above", "below"), NO_OUTLETS)
def test_what_names_no_publisher(above: str, below: str) -> None:
    assert read(f"{TITLE}\n\n{above}\n\n{LEAD}\n\n{MORE}\n\n{below}\n").publisher is None


NO_DATE = ["24 7 2024", "5-10-15", "1/2", "Version 2024.99.1", "Room 12.13.2024"]


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date(text: str) -> None:
    assert not [found for found in dates_in(text) if found.whole]


LEDGER = [
    "• 1 February: three men for 183.",
    "• 8 March 2024 – four women for 90 prisoners.",
    "• By Tuesday: 12 trucks",
    "• Watch towers: two, both on the northern road.",
    "• 15 May 2023 | six soldiers for 40 rebels",
    "- 19 January: three women, 90 prisoners.",
    "* Sat 25 January: four soldiers",
]


@pytest.mark.parametrize("bullet", LEDGER)
def test_the_bullets_of_a_ledger_belong_to_the_body(bullet: str) -> None:
    article = read(f"{TITLE}\n\n{LEAD}\n\nThe releases so far:\n\n{bullet}\n\n• 22 May: six more.\n\n{MORE}\n")
    body = [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"]
    assert bullet in body


HEADS = [
    "Lakeside Post\nHome  News  World  Sport\n\nLIVE\n\n{title}\n\n12 May 2024\n\n",
    "LIVEBLOG | Sunday, May 12, 2024\nWar in the hills: Day 88\n\n{title}\n\nBy Ana Roe   Today, 9:30 am\n\n",
    "War in the hills - live updates\n12 May 2024\n\n{title}\n\n",
    "EXPLAINER | War in the hills\n\n{title}\n\nPublished On 12 May 2024\n5 min read\n\n",
    "Lakeside Dispatch\nGood journalism is not free. Support our newsroom.\n\n{title}\n\nby Ana Roe\nMay 12, 2024\n\n",
    "You have 2 free articles left this month. Register for more.\n{title}\nSunday 12 May 2024\n\n",
    "Search   Newsletters   Log in\n\n{title}\n\nPublished: May 12, 2024\nListen to this article (6 mins)\n\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_the_headline_stands_below_menus_banners_and_appeals(head: str) -> None:
    article = read(f"{head.format(title=TITLE)}{LEAD}\n\n{MORE}\n")
    assert (article.title, article.published_on) == (TITLE, date(2024, 5, 12))


UNTITLED = [
    "{lead}\n\nWhat the rebels want from the talks\n\n{more}\n",
    "Rebels freed two men.\n\nThe way to the border camp\n\n{lead}\n\n{more}\n",
]


@pytest.mark.parametrize("text", UNTITLED)
def test_a_heading_below_the_lead_is_no_headline(text: str) -> None:
    assert read(text.format(lead=LEAD, more=MORE)).title is None


def test_a_banner_alone_is_the_headline() -> None:
    assert read(f"War in the hills – as it happened\n12 May 2024\n\n{LEAD}\n\n{MORE}\n").title is not None
