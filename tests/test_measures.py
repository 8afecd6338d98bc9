"""Guards what a number measures and whether it is so or planned, in whatever words and of whichever war."""

import pytest

from build.chunks import find_chunks
from build.extract.figures import find_figures
from build.records import FigureClaim
from tests.support import article


def figure(text: str, passage: str) -> FigureClaim:
    """The figure of `text` that holds `passage`, the innermost of those that do."""
    start = text.index(passage)
    holding = [one for one in find_figures(find_chunks(article(text))) if one.start <= start < one.end]
    return min(holding, key=lambda one: one.end - one.start)


CAPTIVES = [
    ("The rebels freed 12 sailors on Sunday.", "12", "captives_released"),
    ("The release of 82 schoolgirls came after years of talks.", "82", "captives_released"),
    ("Nine guardsmen were handed to the Red Cross by the ELN.", "Nine", "captives_released"),
    ("The FARC let 3 hostages go near the river.", "3", "captives_released"),
    ("Twelve hostages came home at last.", "Twelve", "captives_released"),
    ("The militants seized 276 girls in a night raid.", "276", "captives_taken"),
    ("In May 40 villagers were dragged off by gunmen.", "40", "captives_taken"),
    ("The gunmen took 60 people hostage.", "60", "captives_taken"),
    ("Gunmen killed 30 people and 25 were abducted.", "25", "captives_taken"),
    ("Some 58 hostages are still held in tunnels.", "58", "captives_held"),
    ("The talks turn on the 48 remaining captives.", "48", "captives_held"),
    ("The rebels hold at least 60 foreigners.", "60", "captives_held"),
    ("Commandos rescued 4 hostages in the port.", "4", "captives_rescued"),
    ("The bodies of 6 hostages were found in a cellar.", "6", "remains"),
    ("Moscow returned 1,212 bodies in June.", "1,212", "remains"),
]
PRISONERS = [
    ("Israel released 90 prisoners that night.", "90", "prisoners_released"),
    ("Thirty-nine Palestinians walked out of Israeli jails.", "Thirty-nine", "prisoners_released"),
    ("The government set 700 inmates free.", "700", "prisoners_released"),
    ("Five Boko Haram commanders were freed for the girls.", "Five", "prisoners_released"),
    ("About 9,500 Palestinians are behind bars in Israel.", "9,500", "prisoners_held"),
    ("Police detained 42 protesters.", "42", "detained"),
    ("Kyiv and Moscow each freed 150 prisoners of war.", "150", "prisoners_released"),
]
VICTIMS = [
    ("Shelling killed 25 people in Ternopil.", "25", "killed"),
    ("In the flood 31 people lost their lives.", "31", "killed"),
    ("The war has claimed the lives of 377,000 people.", "377,000", "killed"),
    ("The death toll has passed 55,000.", "55,000", "killed"),
    ("At least 113 children starved to death.", "113", "killed"),
    ("The blast left 9 dead.", "9", "killed"),
    ("Officials reported 26,637 deaths.", "26,637", "killed"),
    ("Seventeen people were hurt in Goma.", "Seventeen", "injured"),
    ("There were 101 injuries.", "101", "injured"),
    ("Under the rubble 900 are missing.", "900", "missing"),
    ("Some 12 million people have been uprooted.", "12", "displaced"),
    ("About 4,000 residents fled the shelling.", "4,000", "displaced"),
    ("More than 30,000 people sought shelter in schools.", "30,000", "displaced"),
    ("The strip has 2.3 million inhabitants.", "2.3", "population"),
    ("Some 500,000 people have gone back to their villages.", "500,000", "other"),
]
THINGS = [
    ("Only 90 lorries went in on Sunday.", "90", "aid"),
    ("Planes dropped 38 tonnes of flour.", "38", "aid"),
    ("The agency asked donors for $650 million in aid.", "$650", "aid"),
    ("Congress voted $4 billion in military aid.", "$4", "other"),
    ("Russia fired 479 drones in one night.", "479", "forces"),
    ("Some 50,000 troops are massed at the border.", "50,000", "forces"),
    ("Dozens of tanks crossed the bridge.", "Dozens", "forces"),
    ("The pause of 6 weeks was broken.", "6", "truce_duration"),
    ("The sides agreed on a 30-day ceasefire.", "30", "truce_duration"),
    ("The truce was extended by 2 days.", "2", "truce_duration"),
    ("After 16 months of fighting the guns fell silent.", "16", "war_duration"),
    ("The offensive has lasted for 49 days.", "49", "war_duration"),
    ("They met for 3 hours in Bern.", "3", "other"),
    ("The prize is $30 million.", "$30", "other"),
]


@pytest.mark.parametrize(("text", "passage", "measure"), CAPTIVES + PRISONERS + VICTIMS + THINGS)
def test_a_number_measures_what_befalls_those_counted(text: str, passage: str, measure: str) -> None:
    assert figure(text, passage).measure == measure


PARTS = [
    ("Israel freed 150 prisoners, including 117 minors and 33 women.", "33", "prisoners_released"),
    ("Some 105 hostages are held, 34 of whom are presumed dead.", "34", "captives_held"),
    ("The strike killed 20 people, among them 3 nurses.", "3", "killed"),
    ("Of 50 hostages in the strip, 20 are alive.", "20", "captives_held"),
    ("Hamas freed 69 of the more than 200 hostages it captured in October.", "69", "captives_released"),
    ("Hamas freed 69 of the more than 200 hostages it captured in October.", "200", "captives_taken"),
    ("Half of the 59 captives would be let go.", "59", "captives_held"),
    ("So far 24 hostages and 985 prisoners have been freed.", "24", "captives_released"),
    ("The rebels freed the general and 2 others seized with him.", "2", "captives_released"),
]
EXCHANGES = [
    ("The rebels let 10 soldiers go in return for 30 detainees.", "30", "prisoners_released"),
    ("Five Boko Haram commanders were released in exchange for the freedom of 82 girls.", "82", "captives_released"),
    ("The offer is 40 hostages for 900 prisoners.", "40", "captives_released"),
    ("On Saturday 16 Saudis were exchanged for 250 Houthis.", "250", "prisoners_released"),
    ("On Saturday 16 Saudis were exchanged for 250 Houthis.", "16", "captives_released"),
    ("Russia freed 95 Ukrainian soldiers and got back 95 of its own from Ukraine.", "95 Ukr", "captives_released"),
    ("Russia freed 35 Ukrainian soldiers. Ukraine released 36 Russian soldiers.", "36", "prisoners_released"),
]


@pytest.mark.parametrize(("text", "passage", "measure"), PARTS + EXCHANGES)
def test_parts_and_sides(text: str, passage: str, measure: str) -> None:
    assert figure(text, passage).measure == measure


PROSPECTIVE = [
    ("Fifty hostages would be freed.", "Fifty"),
    ("Fifty hostages are due home on Friday.", "Fifty"),
    ("Another 20 hostages are to be freed.", "20"),
    ("The rebels agreed to free 12 sailors.", "12"),
    ("Khartoum demanded the release of 19 officers.", "19"),
    ("The offer: 40 hostages for 900 prisoners.", "900"),
    ("Mediators proposed a truce of 90 days.", "90"),
    ("Talks on a two-month ceasefire have stalled.", "two"),
    ("If 30 captives are let go, the guns will fall silent.", "30"),
    ("Ten living hostages to be freed, the paper says.", "Ten"),
    ("The agreement speaks of 400 lorries a day.", "400"),
    ("The rebels want 80 of their men released.", "80"),
]
ACTUAL = [
    ("Fifty hostages were freed.", "Fifty"),
    ("A deal agreed in May saw the rebels release 50 hostages.", "50"),
    ("The rebels have released 12 sailors, they say.", "12"),
    ("About 133 captives are still held, and talks would help.", "133"),
    ("The plan is silent about the 250 people seized in October.", "250"),
    ("Shelling killed 25 people while envoys planned to meet.", "25"),
    ("During the four-day pause aid came in.", "four"),
    ("The war, after 16 months of fighting, may end.", "16"),
    ("Thirty hostages are thought to be held there.", "Thirty"),
    ("The pact allowed Hamas to exchange 50 hostages.", "50"),
]


@pytest.mark.parametrize(("text", "passage"), PROSPECTIVE)
def test_what_is_planned_promised_or_demanded_is_prospective(text: str, passage: str) -> None:
    assert figure(text, passage).status == "prospective"


@pytest.mark.parametrize(("text", "passage"), ACTUAL)
def test_what_was_or_is_so_is_actual(text: str, passage: str) -> None:
    assert figure(text, passage).status == "actual"


NOT_SO = [
    ("Twelve gunmen seized the town hall.", "Twelve", "captives_taken"),
    ("The attack was carried out by 12 gunmen.", "12", "killed"),
    ("The group released a video of two hostages.", "two", "captives_released"),
    ("Tens of thousands marched, demanding the release of hostages.", "Tens", "captives_released"),
    ("Fifteen lorries of the army rolled north.", "Fifteen", "killed"),
]


@pytest.mark.parametrize(("text", "passage", "measure"), NOT_SO)
def test_a_deed_near_a_number_need_not_be_told_of_it(text: str, passage: str, measure: str) -> None:
    assert figure(text, passage).measure != measure


def test_a_list_of_ten_thousand_numbers_is_read_in_linear_time() -> None:
    text = "The army freed " + ", ".join(f"{number} men" for number in range(2, 10_002)) + "."
    assert len(find_figures(find_chunks(article(text)))) > 9_000
