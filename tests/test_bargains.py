"""Guards the reading of bargains: what each side frees, at which rate, who an offer names, and what is yet to come."""

import pytest

from tests.test_measures import figure

SIDES = [
    ("The rebels released 25 people and the government freed 310 in return.", "310", "prisoners_released"),
    ("The Houthis let 40 men go and the army released 95 in exchange.", "95", "prisoners_released"),
    ("Boko Haram freed 12 girls, and the authorities let out 5 in return.", "5", "prisoners_released"),
    ("The FARC released 30 hostages in exchange for 25 of its own men.", "25", "prisoners_released"),
    ("The army freed 70 rebels in exchange for 14 of its soldiers.", "14", "captives_released"),
    ("The next swap will be of two men on one side and 60 Palestinians on the other.", "two", "captives_released"),
    ("The next swap will be of two men on one side and 60 Palestinians on the other.", "60", "prisoners_released"),
    ("A batch of five women on the one side and 150 Palestinians on the other is due.", "five", "captives_released"),
    ("Buses carried 110 freed Palestinians to Ramallah.", "110", "prisoners_released"),
    ("Crowds cheered a convoy with 200 Palestinians from Ofer prison.", "200", "prisoners_released"),
    ("A bus brought 30 Palestinians, most of them boys, from Ketziot jail.", "30", "prisoners_released"),
    ("The Houthis released 153 detainees in January.", "153", "captives_released"),
    ("Four captives were driven out of the camp by the Red Cross.", "Four", "captives_released"),
    (
        "Hamas gave back 12 living hostages and the bodies of 3 others. Five more were rescued by troops.",
        "Five",
        "captives_rescued",
    ),
    ("In May 8 captives and the bodies of two others were exchanged for 200 prisoners.", "8", "captives_released"),
]
NOT_THE_STATES = [
    ("The government got 12 soldiers back from the rebels.", "12", "captives_released"),
    ("The government paid for the release of 21 girls.", "21", "captives_released"),
    ("The government freed 60 farmers held by bandits.", "60", "captives_released"),
    ("The government said the rebels had freed 12 nurses.", "12", "captives_released"),
    ("The state asked Boko Haram to release 50 girls.", "50", "captives_released"),
]
RATES = [
    ("The rebels would free 33 hostages. For each civilian: 30 prisoners.", "30", "prisoners_released"),
    (
        "The rebels would free 33 hostages. For every officer: 50 prisoners, of whom 9 are lifers.",
        "9",
        "prisoners_released",
    ),
    ("The rate is 30 prisoners per civilian.", "30", "prisoners_released"),
    ("For nine wounded captives, Israel will free 110 prisoners.", "nine", "captives_released"),
    ("An offer of six women was turned down, said the families of the hostages.", "six", "captives_released"),
    ("A proposal of 12 sick men was on the table for the captives.", "12", "captives_released"),
    ("They rejected a bid of four hostages.", "four", "captives_released"),
    ("The first phase covers 33 captives.", "33", "captives_released"),
    ("Saturday's swap included 6 hostages.", "6", "captives_released"),
    ("The deal involves 400 prisoners.", "400", "prisoners_released"),
    ("Each week three captives will be exchanged for 90 prisoners.", "three", "captives_released"),
]
BROKEN_DOWN = [
    ("Israel let go 642 Palestinians. Of them, 151 had been serving life terms.", "151", "prisoners_released"),
    (
        "Israel let go 642 Palestinians. Of these, 151 were lifers and 445 had been seized at home.",
        "445",
        "prisoners_released",
    ),
    (
        "Israel would free 1,900 men: 700 who are held in its jails and 1,200 people detained since May.",
        "700",
        "prisoners_released",
    ),
    (
        "Israel would free 1,900 men: 700 who are held in its jails and 1,200 people detained since May.",
        "1,200",
        "prisoners_released",
    ),
    (
        "The rebels will let go 300 people: 250 troops captured last year, and 50 who had been held since.",
        "250",
        "captives_released",
    ),
    ("The rebels captured 90 men, 12 of them wounded.", "12", "captives_taken"),
    ("The rebels took 60 people to the hills. About 40 of those taken are still in captivity.", "40", "captives_held"),
    ("Gunmen killed 9 people in May. Some 60 of those seized with them are still held.", "60", "captives_held"),
    ("Some 40 captives have yet to be freed.", "40", "captives_held"),
    ("They hold 120 captives, and the army puts the number of dead among them at 37.", "37", "captives_held"),
]


@pytest.mark.parametrize(("text", "passage", "measure"), SIDES + NOT_THE_STATES + RATES + BROKEN_DOWN)
def test_a_number_is_counted_on_its_own_side(text: str, passage: str, measure: str) -> None:
    assert figure(text, passage).measure == measure


NO_BARGAIN = [
    ("The ministers sat on one side and 40 guests on the other.", "40", "other"),
    ("A bus with 30 pilgrims from Basra reached the border.", "30", "other"),
    ("An offer of four buses was turned down.", "four", "other"),
    ("The report covers 33 prisons.", "33", "other"),
    ("The levy is 30 dinars per person.", "30", "other"),
    ("Five more were rescued from the rubble.", "Five", "other"),
    ("Wardens found 40 wounded people in the street.", "40", "injured"),
]


@pytest.mark.parametrize(("text", "passage", "measure"), NO_BARGAIN)
def test_no_bargain_is_read_where_nobody_is_exchanged(text: str, passage: str, measure: str) -> None:
    assert figure(text, passage).measure == measure


MOODS = [
    ("In its first stage of six weeks, the rebels would free 33 hostages.", "six", "prospective"),
    ("In the first phase of 40 days, the army will let 90 rebels go.", "40", "prospective"),
    ("In the first phase of 40 days, the army let 90 rebels go.", "40", "actual"),
    ("Under that text 33 hostages would have been released.", "33", "prospective"),
    ("Under the draft, 40 hostages would have come home.", "40", "prospective"),
    ("Fifty hostages were to have been freed in May.", "Fifty", "prospective"),
    ("The raid may have killed 12 people.", "12", "actual"),
    ("Judges told the army, by 13 votes to two, to stop the attack.", "13", "actual"),
    ("The council voted by 10 votes to 4 to extend the mission.", "10", "actual"),
    ("The bill needs 61 votes to pass.", "61", "prospective"),
    ("They talked, without cameras, for 50 minutes.", "50", "actual"),
    ("Two women freed on Wednesday would count towards the total of the deal.", "Two", "actual"),
    ("By Friday 450 lorries had gone in, short of the 600 a day that were promised.", "600", "prospective"),
    ("The town got 40 of the 90 lorries promised in May.", "90", "prospective"),
    ("The rebels have 30 days to free their captives.", "30", "prospective"),
    ("The envoys had two weeks to draw up the lists.", "two", "prospective"),
    ("The agency has 900 tonnes of flour ready to go.", "900", "actual"),
    ("Three men let go on Friday are to be counted in the next group.", "Three", "actual"),
    ("The first swap is to free 9 hostages. Of these, 4 are women.", "4", "prospective"),
]


@pytest.mark.parametrize(("text", "passage", "status"), MOODS)
def test_the_frame_of_a_number_tells_whether_it_is_so(text: str, passage: str, status: str) -> None:
    assert figure(text, passage).status == status


LENGTHS = [
    ("What happens in the first stage? It will last 42 days.", "42", "truce_duration"),
    ("The truce began almost three hours late.", "three", "other"),
    ("All captives would be handed over within 72 hours.", "72", "other"),
]


@pytest.mark.parametrize(("text", "passage", "measure"), LENGTHS)
def test_what_lasts_and_what_only_passes(text: str, passage: str, measure: str) -> None:
    assert figure(text, passage).measure == measure
