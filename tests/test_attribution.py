"""Guards whose word a number is: the article attributes it, or speaks in its own voice, and how far a word reaches."""

from itertools import pairwise

import pytest

from build.attribution import attributions, claimant
from build.chunks import find_chunks
from build.clauses import mark
from tests.support import article


def attributed(text: str, passage: str, *, titled: bool = False) -> str | None:
    """To whom `text` attributes `passage`, which stands in it."""
    chunks = find_chunks(article(text, titled=titled))
    start = text.index(passage)
    return claimant(attributions(chunks, mark(chunks)), start, start + len(passage))


BEFORE = [
    ("Colombo said 40 sailors were missing.", "40", "Colombo"),
    ("Ethiopia’s government has announced that 16 detainees will walk free.", "16", "Ethiopia’s government"),
    ("The Sudanese army claims to have killed 90 fighters and captured 12.", "12", "The Sudanese army"),
    ("Health officials in rebel-held Goma put the dead at 773.", "773", "Health officials in rebel-held Goma"),
    ("The rebels’ spokesman told reporters on Friday that 35 soldiers had surrendered.", "35", "The rebels’ spokesman"),
    ("Manila counts 21 captives who have not come back.", "21", "Manila"),
    ("Medics spoke of more than 200 wounded.", "200", "Medics"),
    ("A group that watches the war says 61 people died.", "61", "A group that watches the war"),
    ("Residents say 14 houses burned.", "14", "Residents"),
]
AFTER = [
    ("Some 310 villagers have fled, aid workers say.", "310", "aid workers"),
    ("Forty drones were shot down overnight, Ukraine’s air force reported.", "Forty", "Ukraine’s air force"),
    ("“We have buried 28 people,” said a priest in Mekelle.", "28", "a priest in Mekelle"),
    ("A lower-level team, diplomats said, would bring 12 names.", "12", "diplomats"),
    ("The raid left 9 dead, according to the hospital.", "9", "the hospital"),
    ("Some 7,000 men are behind bars, according to the Prisoners’ Club.", "7,000", "the Prisoners’ Club"),
    ("About 1,200 were killed, official tallies show.", "1,200", "official tallies"),
    ("By the reckoning of the mayor, 400 roofs are gone.", "400", "the mayor"),
    ("At least 900 people have been killed, according to the clinic, and over 2,000 hurt.", "2,000", "the clinic"),
    ("Some 90 died in May, the mayor says, and nearly 300 fled.", "300", "the mayor"),
    ("Floods took 40 lives, according to rescuers, and another 75 homes.", "75", "rescuers"),
    ("The bill, in an estimate by the World Bank, will come to $14 billion.", "$14", "the World Bank"),
    ("Toll: 512 dead, 1,900 wounded (interior ministry).", "1,900", "interior ministry"),
    ("The 30-day pause put forward by the African Union was turned down.", "30", "the African Union"),
    ("As reported by the agency Anadolu, 17 miners were freed.", "17", "the agency Anadolu"),
]
PROPOSED = [
    ("Israel’s proposal for a 60-day pause was read out.", "60", "Israel"),
    ("The rebels demanded that 80 of their men be let go.", "80", "The rebels"),
    ("Kyiv wants the ceasefire to last 30 days.", "30", "Kyiv"),
    ("Ankara has offered to fly out 45 wounded.", "45", "Ankara"),
    ("Khartoum called for the release of 19 officers.", "19", "Khartoum"),
]
APART = [
    ("Anna Petrova, who heads the relief agency, said 70 tents were needed.", "70"),
    ("The head of the relief agency, Anna Petrova, said 70 tents were needed.", "70"),
    ("Anna Petrova, an adviser to the prime minister, said on Monday that 70 tents were needed.", "70"),
    ("Seventy tents were needed, said Anna Petrova, a doctor from Kharkiv.", "Seventy"),
    ("Relief agency director Anna Petrova estimated that 70 tents were needed.", "70"),
    ("Anna Petrova came to Lviv on Monday. She added that 70 tents were needed.", "70"),
    ("“Give us 70 tents,” Anna Petrova, 54, told a crowd. “We need 90 stoves too.”", "90"),
]


@pytest.mark.parametrize(("text", "passage", "expected"), BEFORE + AFTER + PROPOSED)
def test_the_source_is_named(text: str, passage: str, expected: str) -> None:
    assert attributed(text, passage) == expected


@pytest.mark.parametrize(("text", "passage"), APART)
def test_a_person_is_given_by_name_whatever_stands_between(text: str, passage: str) -> None:
    assert attributed(text, passage) == "Anna Petrova"


OWN_VOICE = [
    ("Rebels freed 12 sailors on Sunday.", "12"),
    ("The army said it was unhurt. Some 40 villagers had fled.", "40"),
    ("The envoy declined to say whether 30 would be freed.", "30"),
    ("Families were told that 15 bodies had been found.", "15"),
    ("The flood claimed the lives of 85 people.", "85"),
    ("More than 300 people sought shelter in a church.", "300"),
    ("The ministry told 90 families to leave.", "90"),
    ("Police said the road was clear; 22 lorries went through.", "22"),
    ("The union says talks have failed, while 60 miners remain underground.", "60"),
    ("The minister spoke of the attack, in which 130 people died.", "130"),
    ("Of the 25 hostages believed to be alive, none was seen.", "25"),
    ("An outlet of the movement, with 200 readers, was closed.", "200"),
    ("Hotel rooms (UN) cost 40 dollars.", "40"),
    ("The army found the bodies of 3 sailors on Friday.", "3"),
    ("Anger has grown since troops found 12 bodies in a cellar.", "12"),
    ("Rescuers found 4 people alive.", "4"),
    ("The raid killed 90, according to the mayor, and 40 soldiers were held in Bern.", "40"),
]


@pytest.mark.parametrize(("text", "passage"), OWN_VOICE)
def test_in_its_own_voice_the_article_attributes_nothing(text: str, passage: str) -> None:
    assert attributed(text, passage) is None


def test_a_word_reaches_every_number_of_its_clause() -> None:
    text = "The health ministry said on Saturday that 40 people were killed and 92 injured, 11 of them children."
    assert {attributed(text, number) for number in ("40", "92", "11")} == {"The health ministry"}


def test_a_second_voice_ends_the_first() -> None:
    text = "The army says it holds 20 men, and the rebels say the number is 31."
    assert attributed(text, "20") == "The army"
    assert attributed(text, "31") == "the rebels"


def test_beside_the_number_wins_over_a_verb_of_saying() -> None:
    text = "The minister said the war was over and 600 had died, according to the Red Cross."
    assert attributed(text, "600") == "the Red Cross"


def test_of_two_the_outermost_counts() -> None:
    text = "Egyptian officials say the rebels want 350 prisoners freed."
    assert attributed(text, "350") == "Egyptian officials"


def test_a_quotation_runs_on_to_its_end_and_no_further() -> None:
    text = "“We let 10 go. Another 25 will follow,” said the commander. “Then the last 6.” Twelve buses waited."
    assert {attributed(text, number) for number in ("10", "25", "6")} == {"the commander"}
    assert attributed(text, "Twelve") is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Truce of 30 days is near, mediators say", "mediators"),
        ("Truce of 30 days is near – mediators", "mediators"),
        ("Mediators: truce of 30 days is near", "Mediators"),
        ("Truce of 30 days is near", None),
    ],
)
def test_a_headline_names_its_source_at_either_end(title: str, expected: str | None) -> None:
    assert attributed(f"{title}\n\nThe talks went on.", "30", titled=True) == expected


def test_the_stretches_are_disjoint_and_lie_in_the_text() -> None:
    text = " ".join(passage for passage, *_ in BEFORE + AFTER + PROPOSED)
    chunks = find_chunks(article(text))
    found = attributions(chunks, mark(chunks))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
