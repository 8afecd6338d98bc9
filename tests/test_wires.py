"""Guards the promise that plain wire sentences are read whole: every row, every cell of it."""

import pytest

from build.chunks import find_chunks
from build.extract.figures import find_figures
from build.records import FigureClaim

from .support import article

# (sentence, its rows as "quote = value modifier unit measure status | counted | claimed by")
WIRES = [
    (
        "The rebels handed over six hostages on Saturday, and the army freed 60 prisoners in return.",
        "six hostages = 6 exact people captives_released actual | hostages | None",
        "60 prisoners = 60 exact people prisoners_released actual | prisoners | None",
    ),
    (
        "The rebels let the five last week go to Djibouti.",
        "five = 5 exact people captives_released actual | None | None",
    ),
    (
        "The number of hostages in Bosaso fell from 20 on January 19 to 18 by Friday.",
        "20 = 20 exact people captives_held actual | hostages | None",
        "18 = 18 exact people captives_held actual | hostages | None",
    ),
    (
        "The talks ended after Oman announced a two-day extension of the truce.",
        "two-day extension = 2 exact day truce_duration actual | extension | Oman",
    ),
    (
        "Each side freed 95 people on Wednesday.",
        "95 people = 95 exact people prisoners_released actual | people | None",
    ),
    (
        "Freed were four soldiers, two nurses and a Thai farm hand.",
        "four soldiers = 4 exact people captives_released actual | soldiers | None",
        "two nurses = 2 exact people captives_released actual | nurses | None",
    ),
    (
        "Among those freed on Thursday were two Kenyans and four Thais.",
        "two Kenyans = 2 exact people captives_released actual | Kenyans | None",
        "four Thais = 4 exact people captives_released actual | Thais | None",
    ),
    (
        "Three hostages were freed on day one, four on day seven.",
        "Three hostages = 3 exact people captives_released actual | hostages | None",
        "four = 4 exact people captives_released actual | hostages | None",
    ),
    (
        "Nine children were among the dead.",
        "Nine children = 9 exact people killed actual | children | None",
    ),
    (
        "Six children and their mother were killed in the strike.",
        "Six children = 6 exact people killed actual | children | None",
    ),
    (
        "Of the 251 people taken hostage, 117 have come home alive.",
        "251 people = 251 exact people captives_taken actual | people | None",
        "117 = 117 exact people captives_released actual | people | None",
    ),
    (
        "The remains of 15 of the 28 dead hostages have been returned.",
        "remains of 15 of the 28 dead hostages = 15 exact people remains actual | remains of dead hostages | None",
        "28 dead hostages = 28 exact people remains actual | dead hostages | None",
    ),
    (
        "The militia freed two captives for 40 prisoners serving life sentences.",
        "two captives = 2 exact people captives_released actual | captives | None",
        "40 prisoners = 40 exact people prisoners_released actual | prisoners | None",
    ),
    (
        "The truce, which was to last four days, was extended by two.",
        "four days = 4 exact day truce_duration actual | truce | None",
        "two = 2 exact day truce_duration actual | truce | None",
    ),
    (
        "The truce was renewed for another 72 hours.",
        "72 hours = 72 exact hour truce_duration actual | truce | None",
    ),
    (
        "The council voted 24 to 8 to send troops.",
        "24 = 24 exact vote other actual | None | None",
        "8 = 8 exact vote other actual | None | None",
    ),
    (
        "Only 9 of the 100 trucks promised have arrived, the agency complained.",
        "9 of the 100 trucks = 9 exact truck aid actual | trucks | the agency",
        "100 trucks = 100 exact truck aid prospective | trucks | the agency",
    ),
    (
        "The gunmen want a ransom of $5 million for the two aid workers.",
        "$5 million = 5e+06 exact USD other prospective | ransom | None",
        "two aid workers = 2 exact people other prospective | aid workers | None",
    ),
    (
        "Sanaa and Aden have agreed to swap 1,000 prisoners-of-war each.",
        "1,000 prisoners = 1000 exact people prisoners_released prospective | prisoners | None",
    ),
    (
        "The ministry counts 900 dead, and many hundreds more are thought to lie under the ruins.",
        "900 dead = 900 exact people killed actual | dead | The ministry",
        "many hundreds more = 200 at_least people killed actual | dead | None",
    ),
    (
        "The list holds 40 sailors, including 12 the navy says are dead.",
        "40 sailors = 40 exact people captives_held actual | sailors | None",
        "12 = 12 exact people captives_held actual | sailors | the navy",
    ),
    (
        "The death toll stands at 46,707, with 110,265 wounded, including 38 in the past day, the ministry said.",
        "46,707 = 46707 exact people killed actual | toll | the ministry",
        "110,265 wounded = 110265 exact people injured actual | wounded | the ministry",
        "38 = 38 exact people killed actual | toll | the ministry",
    ),
    (
        "105 – hostages freed in the spring: 81 Kenyans and 24 Thais",
        "105 – hostages = 105 exact people captives_released actual | hostages | None",
        "81 Kenyans = 81 exact people captives_released actual | Kenyans | None",
        "24 Thais = 24 exact people captives_released actual | Thais | None",
    ),
    (
        "Rebels seized 30 men; 17 still on their list are being sought.",
        "30 men = 30 exact people captives_taken actual | men | None",
        "17 = 17 exact people captives_taken actual | men | None",
    ),
    (
        "Aden offered 125 lifers and 1,200 others, its envoy said; Sanaa speaks of 150 and 1,100.",
        "125 lifers = 125 exact people prisoners_released prospective | lifers | its envoy",
        "1,200 others = 1200 exact people prisoners_released prospective | others | its envoy",
        "150 = 150 exact people prisoners_released prospective | lifers | Sanaa",
        "1,100 = 1100 exact people prisoners_released prospective | others | Sanaa",
    ),
    (
        "The ceasefire would hold for 30 days, according to the Families and Friends Forum.",
        "30 days = 30 exact day truce_duration prospective | ceasefire | the Families and Friends Forum",
    ),
    (
        "Manila has provided 130 million euros in relief; Oslo pledged 200 tents.",
        "130 million euros in relief = 1.3e+08 exact EUR aid actual | relief | None",
        "200 tents = 200 exact tent aid prospective | tents | Oslo",
    ),
    (
        "Diplomats floated a pause of at least a week for about 40 of the captives.",
        "pause of at least a week = 1 at_least week truce_duration prospective | pause | Diplomats",
        "about 40 of the captives = 40 about people captives_released prospective | the captives | Diplomats",
    ),
    (
        "The fighting must not resume after 60 days, the rebels said.",
        "60 days = 60 exact day truce_duration prospective | fighting | the rebels",
    ),
    (
        "After two days of talks in Muscat the envoys flew home.",
        "two days of talks = 2 exact day other actual | talks | None",
    ),
    (
        "He was freed after 471 days in captivity, a boy of six at his side.",
        "471 days in captivity = 471 exact day other actual | captivity | None",
    ),
    (
        "The two sides’ positions have come closer; the two delegations agreed to exchange 300 detainees.",
        "300 detainees = 300 exact people prisoners_released prospective | detainees | None",
    ),
    (
        "Mediators carried three “humanitarian pauses” and two offers from Cairo to Khartoum.",
        "three “humanitarian pauses” = 3 exact pause other actual | humanitarian pauses | None",
        "two offers = 2 exact offer other actual | offers | None",
    ),
    (
        "Of those set free, 250 were flown abroad.",
        "250 = 250 exact people captives_released actual | None | None",
    ),
    (
        "It has fallen to a force that is to number as many as 20,000.",
        "as many as 20,000 = 20000 at_most people forces prospective | force | None",
    ),
    (
        "The movement freed 50 men, its envoy said, and both sides spoke of progress on a truce of six months.",
        "50 men = 50 exact people captives_released actual | men | its envoy",
        "truce of six months = 6 exact month truce_duration prospective | truce | both sides",
    ),
    (
        "On behalf of the families, the lawyer Dana Roth said 59 captives were left.",
        "59 captives = 59 exact people captives_held actual | captives | Dana Roth",
    ),
    (
        "The group said it had lost 30 fighters; the ministry said the toll was 45.",
        "30 fighters = 30 exact people killed actual | fighters | The group",
        "45 = 45 exact people killed actual | toll | the ministry",
    ),
    (
        "The army chief, who had argued against it, voted for the release of 20 men.",
        "20 men = 20 exact people captives_released prospective | men | None",
    ),
    (
        "A copy of the text, what the mediators call a draft, speaks of ten days.",
        "ten days = 10 exact day other prospective | None | A copy of the text",
    ),
    (
        "Each family is to get 50,000 baht, up to 15,000 baht more a month for those who stay.",
        "50,000 baht = 50000 exact THB other prospective | None | None",
        "up to 15,000 baht = 15000 at_most THB other prospective | None | None",
    ),
    (
        "Nurses ate one meal a day; one official said two women had lost more than 10 kilogrammes.",
        "one meal = 1 exact meal other actual | meal | None",
        "two women = 2 exact people other actual | women | one official",
        "more than 10 kilogrammes = 10 at_least kilogram other actual | None | one official",
    ),
    (
        "The rebels released Amina Warsame and two other nurses, and then a cook.",
        "two other nurses = 2 exact people captives_released actual | other nurses | None",
    ),
    (
        "A boat with 60 migrants sank; 22 were saved and 38 are missing.",
        "60 migrants = 60 exact people other actual | migrants | None",
        "22 = 22 exact people other actual | migrants | None",
        "38 are missing = 38 exact people missing actual | missing | None",
    ),
    (
        "More than 8,000 of their soldiers remain in Russian captivity.",
        "More than 8,000 of their soldiers = 8000 at_least people captives_held actual | their soldiers | None",
    ),
]
NO_FIGURES = [
    "Aged 12, 13 and 41, they came home with a nurse.",
    "The two delegations met; a meeting of the two was called off.",
    "Five things to watch this weekend.",
    "Only the one official said so.",
    "One of the envoys wept.",
    "The swap is the first in 25 years.",
]


def printed(text: str, figure: FigureClaim) -> str:
    """A row on one line."""
    value = f"{figure.value_low:g}"
    cells = (value, figure.modifier, figure.unit, figure.measure, figure.status)
    quote = text[figure.start : figure.end]
    return f"{quote} = {' '.join(cells)} | {figure.counted} | {figure.claimed_by}"


@pytest.mark.parametrize(("text", "rows"), [(first, rest) for first, *rest in WIRES])
def test_a_wire_sentence_gives_its_rows(text: str, rows: list[str]) -> None:
    assert [printed(text, figure) for figure in find_figures(find_chunks(article(text)))] == rows


@pytest.mark.parametrize("text", NO_FIGURES)
def test_a_sentence_without_figures_gives_none(text: str) -> None:
    assert find_figures(find_chunks(article(text))) == ()
