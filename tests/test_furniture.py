"""Guards the promise that page furniture is set aside by general rules, and that no prose goes with it."""

import pytest

from build.read import to_article
from build.read.furniture import is_furniture

LEAD = "Mediators shuttled between the two sides for a third day, and diplomats said that the list was nearly complete."
MORE = "The rebels hold 41 soldiers, the army says. Both sides will free the wounded first, says the Red Cross."


def body(text: str) -> list[str]:
    article, _ = to_article("page.txt", text, "")
    return [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"]


FURNITURE = [
    "Skip to main content",
    "Home › World › Africa",
    "News | Sudan war",
    "Home | News | Radio | Podcasts",
    "3 min read",
    "5 minute read",
    "0 Comments",
    "12 comments",
    "By Ana Lima and Jo Reyes in Bogota",
    "By our correspondents in Juba and Goma",
    "Kim Doe in Kyiv",
    "Published On 9 Apr 2024",
    "Fri, 25 Jul 2025 09:40 GMT",
    "29 January 2024 · 6 min read",
    "14:05 GMT",
    "2 hours ago",
    "Shoppers at a market in Aden after the truce began [File: Saleh Doe/Reuters]",
    "A mother waits at the gate [Getty]",
    "Rebels hand over prisoners in Taiz. (Photo by Saleh Doe/AFP)",
    "Photo: Keystone",
    "Advertisement",
    "Recommended Stories",
    "Related article: Who holds the hostages?",
    "Read more: What the paper says",
    "(Reporting by Nadia Okello; editing by Tom Brandt)",
    "Ana Lima and Jo Reyes contributed reporting.",
    "This story has been updated with the army's reply.",
    "This is a developing story. Check back for updates.",
    "SOURCE: NEWS AGENCIES",
    "Source: Agencies.",
    "By Ana Lima.",
    "(Agencies contributed to this report)",
    "© 2024 The Courier. All rights reserved.",
    "Sign up to our newsletter for the news of the day.",
    "You are receiving this e-mail because you signed up. Unsubscribe",
    "Your email address will not be published. Required fields are marked *",
    "https://www.courier.example/africa/2024/truce",
    "Source: https://www.courier.example/africa/2024/truce",
    "Vol. 12, No. 154",
    "list 1 of 3",
    "Home  News  World  Live TV  Sport",
    "Search   Newsletters   Log in",
    "Menu\tNews\tWeather",
    "Reading time: 5 minutes",
    "Listen to this article (6 mins)",
    "Independent reporting needs you. Join our members today.",
]
PROSE = [
    "“No,” he said.",
    "Nobody came.",
    "By noon 40 had gone.",
    "By the time the buses came, 200 people were at the gate.",
    "By Sunday all 40 had gone home.",
    "Watch groups said that the truce was broken twice.",
    "Support for the deal came from Norway and Cuba.",
    "Commenting on the swap, the minister spoke of a first step.",
    "Sponsored by Oman, the talks went on for ten days.",
    "Read together, the two papers leave 60 prisoners out.",
    "Sources close to the talks said that 15 names were missing.",
    "The list will not be published, the army said.",
    "He refused to sign up to the deal, he told reporters.",
    "Live on air, the general read out 30 names.",
    "Photos of the 12 were shown on state television.",
    "One of the freed men said “we walked for 3 days” (he wept as he spoke).",
    "Published reports put the number at 300.",
    "Related charges against five officers were dropped.",
    "The chief, who saw the list | with all names | twice, agreed to it in the end after long talks in the capital.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_what_is_furniture_wherever_it_stands(line: str) -> None:
    assert is_furniture(line)
    assert body(f"{LEAD}\n\n{line}\n\n{MORE}\n") == [LEAD, MORE]


@pytest.mark.parametrize("line", PROSE)
def test_what_is_no_furniture(line: str) -> None:
    assert body(f"{LEAD}\n\n{line}\n\n{MORE}\n") == [LEAD, line, MORE]


GLUED = [
    (f"{LEAD} Saleh Doe/AFP/Getty Images {MORE}", [LEAD, MORE]),
    (f"{LEAD} (Photo by Saleh Doe/Anadolu via Getty Images) {MORE}", [LEAD, MORE]),
    (f"{LEAD}(Saleh Doe/Reuters){MORE}", [LEAD, MORE]),
    (f"{LEAD}REBELS AND ARMY TRADE BLAME OVER BRIDGE ATTACK{MORE}", [LEAD, MORE]),
    (
        f"{LEAD} Related article Rebels say the bridge is closed The talks go on. {MORE}",
        [LEAD, f"The talks go on. {MORE}"],
    ),
    (f"{LEAD} {MORE} CNN’s Ana Lima contributed to this report.", [f"{LEAD} {MORE}"]),
    (f"{LEAD} {MORE} By entering your email you agree to our terms.", [f"{LEAD} {MORE}"]),
]


@pytest.mark.parametrize(("text", "expected"), GLUED)
def test_furniture_inside_a_glued_paragraph_is_cut_out(text: str, expected: list[str]) -> None:
    assert body(text) == expected


def test_bullets_below_the_headline_belong_to_the_body_and_links_as_bullets_do_not() -> None:
    found = body(
        f"Truce holds in the north\n * Rebels stay away\n * Envoy hopeful\n\nJUBA, May 3 (NWS) - {LEAD}\n\n{MORE}\n\n"
        "•  LIVE: Latest updates\n•  In pictures: 20 homecomings\n"
    )
    assert found == ["* Rebels stay away", "* Envoy hopeful", LEAD, MORE]


def test_a_list_that_the_body_announces_is_kept_also_at_the_end() -> None:
    terms = ["The terms are as follows:", "• 30 wounded go home first", "• 120 others within ten days"]
    found = body("\n\n".join([LEAD, *terms, MORE]))
    assert found == [LEAD, *terms, MORE]
    found = body("\n\n".join([LEAD, MORE, *terms]))
    assert found == [LEAD, MORE, *terms]


def test_a_heading_is_furniture_unless_it_states_a_number() -> None:
    found = body("\n\n".join(["Truce holds in the north", LEAD, "A long road", MORE, "Six weeks of calm", LEAD]))
    assert found == [LEAD, MORE, "Six weeks of calm", LEAD]


def test_links_and_advertisements_between_paragraphs_are_set_aside() -> None:
    links = "list of 2 items\nlist 1 of 2 Key events, day 186\nlist 2 of 2 Who are the 90?\nend of list"
    below = "Editor’s Picks\n“We buried 200 in a day”\n"
    found = body(f"{LEAD}\n\nRecommended Stories\n{links}\n\nADVERTISEMENT\n\n{MORE}\n\n{below}")
    assert found == [LEAD, MORE]
