"""Guards the promise that a page's head is read, its furniture set aside, and the text left as it came."""

import timeit
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build.read import read_article, to_article
from build.read.language import language
from build.records import Article

LEAD = "Mediators shuttled between the two sides for a third day, and diplomats said that the list was nearly complete."
MORE = "The rebels hold 41 soldiers, the army says. Both sides will free the wounded first, says the Red Cross."


class Page(NamedTuple):
    """A page before and after its two paragraphs of body, and what its head says."""

    above: str
    below: str = ""
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    dateline: str | None = None
    url: str | None = None

    @property
    def text(self) -> str:
        return f"{self.above}{LEAD}\n\n{MORE}\n{self.below}"


def read(text: str) -> Article:
    return to_article("page.txt", text, "")[0]


def blocks(article: Article, kind: str) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind == kind]


PAGES = [
    # wires
    Page(
        "UPDATE 1-Sudan's rival forces near deal on prisoners, envoy says\nBy Nadia Okello\n\n"
        "NAIROBI, March 3 (Reuters) - ",
        "\n(Reporting by Nadia Okello; Editing by Tom Brandt)\n\n"
        "Our Standards: The Thomson Reuters Trust Principles.\n",
        "Sudan's rival forces near deal on prisoners, envoy says",
        "Reuters",
        dateline="NAIROBI",
    ),
    Page(
        "Congo rebels and army trade captives under Qatari plan\nBy JEAN ILUNGA and ANA LIMA\n\n"
        "FILE - Fighters stand guard in Goma, March 2, 2024. (AP Photo/Jo Doe, File)\n\nGOMA, Congo (AP) — ",
        "\n___\n\nLima reported from Kinshasa.\n",
        "Congo rebels and army trade captives under Qatari plan",
        "AP",
        dateline="GOMA",
    ),
    Page(
        "Yemen foes swap 30 prisoners\nIssued on: 14/04/2023 - 16:20\n2 min\n"
        "Prisoners arrive in Aden on Friday © Saleh Doe / AFP\n\nSanaa (AFP) – ",
        "\n© 2023 AFP\n",
        "Yemen foes swap 30 prisoners",
        "AFP",
        date(2023, 4, 14),
        "Sanaa",
    ),
    Page(
        "Roundup: Sudan's warring parties resume indirect talks in Jeddah\n"
        "Source: Xinhua| 2023-10-29 22:10:45|Editor: huaxia\n\nKHARTOUM, Oct. 29 (Xinhua) -- ",
        "",
        "Sudan's warring parties resume indirect talks in Jeddah",
        "Xinhua",
        date(2023, 10, 29),
        "KHARTOUM",
    ),
    Page(
        "Russia hands over bodies of fallen servicemen to Kiev\n\nMOSCOW, June 11. /TASS/. ",
        "",
        "Russia hands over bodies of fallen servicemen to Kiev",
        "TASS",
        dateline="MOSCOW",
    ),
    Page("RAMALLAH, Friday, January 24, 2025 (WAFA) – ", "", None, "WAFA", date(2025, 1, 24), "RAMALLAH"),
    Page("Tehran, IRNA – ", "", None, "IRNA", dateline="Tehran"),
    Page("(LNA) 13 October, 2025 - ", "", None, None, date(2025, 10, 13)),
    Page("Beirut, Lebanon – ", dateline="Beirut"),
    Page(
        "PORT SUDAN/CAIRO, 4 May (NWS).- ", "\nNile Wire Service\n", None, "Nile Wire Service", None, "PORT SUDAN/CAIRO"
    ),
    # a dateline's mark spelled out elsewhere, or before the dash
    Page(
        "Communist rebels sign joint statement in Oslo\n\nOSLO, 28 November 2023 (PWS): ",
        "\nPacific Wire Service – all rights reserved\n",
        "Communist rebels sign joint statement in Oslo",
        "Pacific Wire Service",
        date(2023, 11, 28),
        "OSLO",
    ),
    Page("QUITO, Aug 15, 2024 (Andes News Service) - ", "", None, "Andes News Service", date(2024, 8, 15), "QUITO"),
    Page("BAKU, 14 December (AZN) — ", "\nAzeri Newswire/AZN\n", None, "Azeri Newswire", None, "BAKU"),
    # papers and broadcasters
    Page(
        "Militants free four tribesmen after jirga\nPublished June 3, 2024  Updated June 4, 2024 09:12am\n\nPESHAWAR: ",
        "\nPublished in Dawn, June 3rd, 2024\n",
        "Militants free four tribesmen after jirga",
        "Dawn",
        date(2024, 6, 3),
        "PESHAWAR",
    ),
    Page(
        "Ukraine and Russia agree to exchange more wounded soldiers\n\n"
        "Kim Doe in Kyiv\nSat 24 May 2025 17.05 BST\nShare\n",
        "\nExplore more on these topics\nUkraine\nRussia\nEurope\nnews\n",
        "Ukraine and Russia agree to exchange more wounded soldiers",
        None,
        date(2025, 5, 24),
    ),
    Page(
        "Colombia rebels to free seven police officers\n4 June 2024\nShare\nSave\nJane Doe\nBBC News, Bogotá\n"
        "Getty Images\nA patrol in the Cauca region\n",
        "\nRelated topics\nColombia\nMore on this story\nColombia and rebels extend truce\n",
        "Colombia rebels to free seven police officers",
        "BBC News",
        date(2024, 6, 4),
    ),
    Page(
        "Russia frees American teacher in exchange for jailed trader\nBy Ana Lima, CNN\n3 minute read\n"
        "Updated 9:41 PM EST, Tue February 11, 2025\n\nCNN — ",
        "\nCNN’s Jo Reyes and Kim Doe contributed to this report.\n",
        "Russia frees American teacher in exchange for jailed trader",
        "CNN",
        date(2025, 2, 11),
    ),
    Page(
        "VOA News\nYemen's Rivals Exchange Bodies of 100 Fighters\nMay 31, 2024 11:02 AM\n\nSANAA —\n",
        "",
        "Yemen's Rivals Exchange Bodies of 100 Fighters",
        "VOA News",
        date(2024, 5, 31),
        "SANAA",
    ),
    Page(
        "THE NORTHERN HERALD\nMonday, June 3, 2024\nVol. 12, No. 154\n\nHostage families march as talks stall\n\n",
        "",
        "Hostage families march as talks stall",
        "THE NORTHERN HERALD",
        date(2024, 6, 3),
    ),
    Page(
        "Rebels free 12 fishermen off Mindanao\nBy Jo Reyes, Manila Tribune\nMay 3, 2024\n\n",
        "",
        "Rebels free 12 fishermen off Mindanao",
        "Manila Tribune",
        date(2024, 5, 3),
    ),
    Page(
        "Sultanate hosts new round on detainees\n\n",
        "\nSource: Al Jazeera and news agencies\n",
        "Sultanate hosts new round on detainees",
        "Al Jazeera",
    ),
    # addresses
    Page(
        "https://www.reuters.com/world/africa/rebels-free-hostages-2024-02-07/\n\n"
        "Rebels in the east free aid workers\n\n",
        "",
        "Rebels in the east free aid workers",
        "Reuters",
        date(2024, 2, 7),
        None,
        "https://www.reuters.com/world/africa/rebels-free-hostages-2024-02-07/",
    ),
    Page(
        "Rebels free hostages on Jolo\n\n",
        "https://twitter.com/intent/tweet?url=x\n"
        "<https://www.manilatribune.example/news/2017/05/06/rebels-free-hostages>\n\nThe Manila Tribune\n",
        "Rebels free hostages on Jolo",
        "The Manila Tribune",
        date(2017, 5, 6),
        None,
        "https://www.manilatribune.example/news/2017/05/06/rebels-free-hostages",
    ),
    # kickers, outlets behind the headline
    Page(
        "WORLD | AFRICA\nAnalysis: Why neither general wants the talks to fail\n\n",
        "\n(c) 2024 Nile Observer. All Rights Reserved.\n",
        "Why neither general wants the talks to fail",
        "Nile Observer",
    ),
    Page(
        "EXPLAINER | What the truce in Tigray delivered\n1 Nov 2022\n\n",
        "",
        "What the truce in Tigray delivered",
        None,
        date(2022, 11, 1),
    ),
    Page(
        "'We are close': Envoy on Yemen captives deal - BBC News\n\n",
        "",
        "'We are close': Envoy on Yemen captives deal",
        "BBC News",
    ),
    Page(
        "Taliban free two Americans in swap for jailed fighter | The Kabul Courier\n\n",
        "",
        "Taliban free two Americans in swap for jailed fighter",
        "The Kabul Courier",
    ),
    Page(
        "EMBASSY HOSTAGES FREED AFTER 40 DAYS AS REBELS TAKE RANSOM\n\nQUITO, Ecuador — ",
        "",
        "EMBASSY HOSTAGES FREED AFTER 40 DAYS AS REBELS TAKE RANSOM",
        None,
        None,
        "QUITO",
    ),
    # several dates: published, updated, a caption's, the body's own
    Page(
        "Junta frees 3,000 prisoners in amnesty\n"
        "Last updated: 5 January 2024 10:00\nPublished: 4 January 2024 08:00\n\n",
        "",
        "Junta frees 3,000 prisoners in amnesty",
        None,
        date(2024, 1, 4),
    ),
    Page(
        "Families of fishermen wait for news\n\nWomen at the pier, 2 May 2019. (Photo: Jo Reyes/AFP)\n\n",
        "",
        "Families of fishermen wait for news",
    ),
    Page(" date 2023-11-29 ", published_on=date(2023, 11, 29)),
    # no headline: the lead comes first
    Page("", "\nGulf of Guinea News Agency\n", None, "Gulf of Guinea News Agency"),
    # outlets that are merely quoted
    Page("Gulf mediators call for calm\n\n", "", "Gulf mediators call for calm"),
    # pages with much around the article
    Page(
        "We use cookies to improve your experience. By continuing you accept our policy.\n"
        "Accept all\nMenu\nHome\nWorld\n"
        "Asia\n\nTaliban and opposition exchange commanders\n\nNews desk | 10 October 2022 | 3 MIN READ\n\n",
        "\nShare this: Facebook Twitter WhatsApp\n"
        "Related Posts\nWhat the Doha deal left open\nKabul’s winter, one year on\n",
        "Taliban and opposition exchange commanders",
        None,
        date(2022, 10, 10),
    ),
    Page(
        "What would a truce in Darfur look like?\nOpinion\nBy Hana Idris\n12 May 2025\n\n",
        "\n2 Comments\n\nJohn Peacock\nI doubt that any of the 500 will ever come home. The army lies.\n\nReply\n",
        "What would a truce in Darfur look like?",
        None,
        date(2025, 5, 12),
    ),
    Page(
        "Nearly 300 soldiers return home in Easter exchange\nby Olena Doe\nApril 19, 2025 5:03 PM\n3 min read\n\n"
        "Freed soldiers arrive on April 19, 2025. (Coordination Headquarters / Telegram)\n\n",
        "\nAbout the author: Olena Doe\nOlena Doe is a reporter at the desk.\n",
        "Nearly 300 soldiers return home in Easter exchange",
        None,
        date(2025, 4, 19),
    ),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: (page.above or page.below).strip()[:30])
def test_heads(page: Page) -> None:
    article = read(page.text)
    assert article.title == page.title
    assert article.publisher == page.publisher
    assert article.published_on == page.published_on
    assert article.published_on_basis == ("stated" if page.published_on else None)
    assert article.dateline == page.dateline
    assert article.url == page.url
    assert blocks(article, "body") == [LEAD, MORE]


STANDFIRSTS = [
    "Six days, two hotels, no paper: how the mediators lost the room",
    "The announcement came after weeks of pressure from American and Saudi mediators.",
    "Handover of 32 takes place on border under deal brokered in Brussels, says Baku",
]


@pytest.mark.parametrize("standfirst", STANDFIRSTS)
def test_a_standfirst_belongs_to_the_body(standfirst: str) -> None:
    article = read(f"Soldiers come home\n{standfirst}\n\nBy Ana Lima\n14 December 2023\n\n{LEAD}\n\n{MORE}\n")
    assert article.title == "Soldiers come home"
    assert article.published_on == date(2023, 12, 14)
    assert blocks(article, "body") == [standfirst, LEAD, MORE]


def test_a_newsletter_has_a_masthead_and_no_headline() -> None:
    article = read(
        f"SAHEL MORNING BRIEF\nTuesday, 19 March 2024 | Issue 161\n\n1. TRUCE TALKS\n\n• {LEAD}\n\n• {MORE}\n"
    )
    assert (article.title, article.publisher) == (None, "SAHEL MORNING BRIEF")
    assert article.published_on == date(2024, 3, 19)
    assert blocks(article, "body") == [f"• {LEAD}", f"• {MORE}"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "GOMA, July 4, 2025 (CWS) -- The mediators shuttled between the two\n"
        "delegations for a third day, and diplomats said that the list of names\n"
        "was nearly complete. The rebels hold 41 soldiers, the army says, and\n"
        "want 60 of their own in return for the first group.\n\n"
        "Both sides have agreed to free the wounded first, according to the Red\n"
        "Cross, whose aircraft is waiting on the tarmac in the capital.\n"
    )
    article = read(text)
    assert [part[:12] for part in blocks(article, "body")] == ["The mediator", "Both sides h"]
    assert (article.dateline, article.published_on) == ("GOMA", date(2025, 7, 4))


def test_line_ends_and_a_byte_order_mark_leave_offsets_in_the_decoded_file(tmp_path: Path) -> None:
    path = tmp_path / "seed.txt"
    data = f"\ufeffJirga frees four tribesmen\r\n\r\n3 June\u00a02024\r\n\r\n\t{LEAD}\r\n{MORE}\r\n".encode()
    path.write_bytes(data)
    article = read_article(path)
    assert (article.source_id, article.file) == ("seed", "seed.txt")
    assert (article.title, article.published_on) == ("Jirga frees four tribesmen", date(2024, 6, 3))
    assert article.text == data.decode("utf-8")
    assert blocks(article, "body") == [LEAD, MORE]


LANGUAGES = [
    (LEAD, "en"),
    ("Los mediadores viajaron entre las dos delegaciones y dijeron que la lista estaba casi lista.", "es"),
    ("Les médiateurs ont fait la navette entre les deux délégations pour la liste des noms.", "fr"),
    ("Die Unterhändler pendelten zwischen den beiden Delegationen, und die Liste ist fast fertig.", "de"),
    ("قال الوسطاء إن قائمة الأسماء شبه مكتملة", "ar"),
    ("המתווכים אמרו כי רשימת השמות כמעט מוכנה", "he"),
    ("Посредники сообщили, что список имён почти готов", "ru"),
    ("Посередники повідомили, що список імен майже готовий, і їх чекають", "uk"),
    ("12 345", "en"),
]


@pytest.mark.parametrize(("text", "code"), LANGUAGES)
def test_languages(text: str, code: str) -> None:
    assert language(text) == code


PIECES = st.sampled_from(
    [LEAD, MORE, "By Ana Lima", "3 min read", "Read more", "• ten men", "Doha, May 3 (XY) -", "© 2024 A B", "DOHA —",
     " date 2024-02-30 ",
     "https://a.b/c/d", "\ufeff", "Title of a page", "[Getty]", "2 Comments", "x", "“", "/AFP", "A.:"]
)  # fmt: skip


@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\r\n", "\n\n", " ", "\u2028"]))))
def test_the_blocks_hold_all_that_is_not_blank_in_order_and_apart(parts: list[tuple[str, str]]) -> None:
    check_blocks("".join(piece + gap for piece, gap in parts))


@given(st.text(max_size=400))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    check_blocks(text)


def check_blocks(text: str) -> None:
    article = read(text)
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip(
            "\ufeff\u200b\u200e\u200f \t\u00a0\u202f\u3000\r\n\v\f\x85\u2028\u2029"
        )
        end = block.end


@pytest.mark.parametrize(
    "piece", [f"{LEAD} ", "AB CD ", "Jo Doe/AFP ", "Read more\nA teaser\n", "© 2024 X\n", "• a b\n"]
)
def test_a_large_file_takes_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        return min(timeit.repeat(lambda: read(text), number=1, repeat=3))

    assert seconds(100_000) < 60 * max(seconds(10_000), 0.002)
