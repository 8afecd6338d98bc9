"""Guards the promise that people are found by their names, under their fullest usual form, and nobody else is."""

import re
import time
from pathlib import Path

import pytest

import build
from build.authority import words
from build.names import Names, find_names
from build.people.persons import key_of, known_person
from build.records import PersonClaim
from build.text import sentences
from tests.support import article


def names_in(text: str) -> Names:
    sample = article(text)
    return find_names(sample, sentences(sample))


def people_in(text: str) -> dict[str, PersonClaim]:
    return {person.name: person for person in names_in(text).people}


FOUND = [
    # known by an office, in every order
    ("Moldovan Foreign Minister Nicu Popescu arrived.", ["Nicu Popescu"]),
    ("The prime minister of Fiji, Sitiveni Rabuka, spoke first.", ["Sitiveni Rabuka"]),
    ("Tobias Billström, then Sweden’s foreign minister, listened.", ["Tobias Billström"]),
    ("The prison’s director, Hedayatollah Farzadi, denied it.", ["Hedayatollah Farzadi"]),
    ("Speaker of the Verkhovna Rada Ruslan Stefanchuk welcomed it.", ["Ruslan Stefanchuk"]),
    # known by rank, title or trade
    ("Lt. Gen. Shamseddine Kabbashi refused.", ["Shamseddine Kabbashi"]),
    ("Major-General Vincent Nyakarundi signed.", ["Vincent Nyakarundi"]),
    ("Rebel commander Pastor Alape embraced her.", ["Alape"]),
    ("Thai worker Bannawat Saethao was listed.", ["Bannawat Saethao"]),
    ("His lawyer, Fatou Diarra, waited outside.", ["Fatou Diarra"]),
    ("The photographer Ibrahim Manzo Diallo was not freed.", ["Ibrahim Manzo Diallo"]),
    # known by what they do or by an aside
    ("“We were never asked,” said Wilfried Okpala.", ["Wilfried Okpala"]),
    ("Tulip Siddiq, her MP, had written twice.", ["Tulip Siddiq"]),
    ("Zebedayo Mwakasege, 61, came home on Friday.", ["Zebedayo Mwakasege"]),
    ("Xochitl Yax, who was taken in May, is alive.", ["Xochitl Yax"]),
    # known by the given name
    ("Romi Halevi and Doron Katzir were exchanged on the first day.", ["Romi Halevi", "Doron Katzir"]),
    ("It frees Vadim Krasnov for Ilya Yashkin and Oleg Orlovsky.", ["Vadim Krasnov", "Ilya Yashkin", "Oleg Orlovsky"]),
    ("Israel Shachor and Jordan Elbaz flew to Doha.", ["Israel Shachor", "Jordan Elbaz"]),
    # particles, hyphens, apostrophes, initials, brackets, suffixes
    (
        "Yusuf bin Alawi met Hadi al-Bahra and Walid Abu Nasser.",
        ["Yusuf bin Alawi", "Hadi al-Bahra", "Walid Abu Nasser"],
    ),
    ("Nazanin Zaghari-Ratcliffe thanked Síle O’Malley.", ["Nazanin Zaghari-Ratcliffe", "Síle O’Malley"]),
    ("Seoul’s negotiator, Kim Gun-woo, met Lee Do-hyun.", ["Kim Gun-woo", "Lee Do-hyun"]),
    ("The panel’s head, G. L. Pathirana, resigned.", ["G. L. Pathirana"]),
    ("“I met [Prime Minister Sanna] Virtanen,” he said.", ["Sanna Virtanen"]),
    ("Former President Rodolfo Aquino III had left office.", ["Rodolfo Aquino III"]),
    ("Staffan von Essen and Pieter van der Merwe mediated.", ["Staffan von Essen", "Pieter van der Merwe"]),
    # two of one family
    ("The brothers Tamir and Ofek Bar-Lev came out first.", ["Tamir Bar-Lev", "Ofek Bar-Lev"]),
    ("The twins Olena and Daria Kovalchuk are 19.", ["Olena Kovalchuk", "Daria Kovalchuk"]),
    ("Held are Dana, Tamir and Ofek Lavie.", ["Dana Lavie", "Tamir Lavie", "Ofek Lavie"]),
    ("President Nasser and Yusuf Siyam met.", ["Nasser", "Yusuf Siyam"]),
    # kings and popes by their one name
    ("Jordan’s King Abdullah rang Pope Francis.", ["King Abdullah II", "Pope Francis"]),
    # a family name alone, with a title or an office
    ("Mr Kuol told the radio so.", ["Kuol"]),
    ("Russian President Vladimirov had agreed.", ["Vladimirov"]),
    ("Sen. Amos Otieno wrote to Mrs Netanyahu.", ["Amos Otieno", "Netanyahu"]),
    ("A Putin-Zelensky meeting was ruled out.", ["Vladimir Putin", "Volodymyr Zelenskyy"]),
    # names that are words, or like a people, a title or a park
    ("A spokesman, Christian Oberholt, confirmed it.", ["Christian Oberholt"]),
    ("Her husband Avi Or and the general Zaw Min Tun wrote.", ["Avi Or", "Zaw Min Tun"]),
    ("Unification Minister Park Sung-ho proposed it.", ["Park Sung-ho"]),
    # by the name of war alone, where the text says who that is
    ("Abu Jandal, the spokesman of Hezbollah’s military wing, denied it.", ["Abu Jandal"]),
    ("Umm Rakan, who was freed in May, waved.", ["Umm Rakan"]),
    ("They heard Abu Mishal, a commander of the militia.", ["Abu Mishal"]),
    # known by what befell them
    ("Wolmar Tressel, pardoned in Minsk, was one of them.", ["Wolmar Tressel"]),
    ("Quirin Aschau, jailed for 12 years, came home.", ["Quirin Aschau"]),
    ("Xanthe Verbrugge, kidnapped in June, is alive.", ["Xanthe Verbrugge"]),
    # known by an office held abroad
    ("The Thai consul in Tel Aviv, Pannada Suwan, waited.", ["Pannada Suwan"]),
    # a given name after a form of address, where it is the usual one
    ("Foreign Minister Parnsak Bahidda flew home. Mr Parnsak was content.", ["Parnsak Bahidda"]),
    # page noise
    ("The plan of Prime Minister[Sanna] Virtanen'sgovernment failed.", ["Sanna Virtanen"]),
    ("Talks were led by envoyTobias Lindqvist in Oslo.", ["Tobias Lindqvist"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds_people(text: str, expected: list[str]) -> None:
    assert [person.name for person in names_in(text).people] == expected


NOBODY = [
    "The Okello administration rejected the Museveni plan.",
    "Rebels shelled Kamuzu Central Hospital and the Nelson Mandela Bridge.",
    "The carrier USS Abraham Lincoln left for Camp David Bay.",
    "Operation Swift Justice began near Kfar Shalem and Khirbet Zakariya.",
    "A Museveni-brokered truce held; the Arroyo government had signed it.",
    "The wounded went to Kamal Nasser hospital in Deir el-Ghusun.",
    "Negotiators said Wednesday that Ramadan begins on Monday.",
    "The Security Council and the Hostages Families Forum met at Radio City.",
    "According to the Phnom Penh Post, Open Doors shipped aid from Port Sudan.",
    "(Reporting by Amina Yusuf in Khartoum; writing by Peter Graf; editing by Ros Rowe)",
    "Amina Yusuf and Peter Graf contributed to this report.",
    "By Maya Gebran and Laila Basri",
    "They waited for hours. (Photo by Maya Gebran/Anadolu via Getty Images)",
    "Smoke over the town [Laila Basri/Reuters]",
    "Envoys Return To Geneva As Syria Talks Stall Again",
    "Will Hamas accept? May the guns fall silent, Grace Period or not.",
    "Strikes hit Jabalia, Tal al-Hawa, Deir al-Balah and Beit Hanoun.",
    "Chasiv Yar, Kurakhove and Velyka Novosilka were shelled.",
    "Groups such as Al-Haq and Al Mezan disagree with Hapag Lloyd.",
    "Kharkiv and Zaporizhzhia were hit; Nova Kakhovka was not.",
    "Shells fell on the hospital Kamal Nasser and the camp Idris Aldeen.",
    "Kamal Nasser, Ahmed Yasin and al-Salam hospitals were hit.",
    "He fled the prison Black Dolphin with the ship Maria Stella.",
    "General Intelligence and General Motors declined to comment.",
    "He watched Captain Courage and Major Crimes.",
    "Aston Martin, Eli Lilly and Abbott Laboratories rose.",
    "The Nelson Mandela Rules and the Great Barrier Reef were named.",
    "Al-Qalam Al-Jadeed said so.",
    "Maya Gebran in Nairobi and Laila Basri in Oslo",
    "Maya Gebran, Nairobi correspondent",
    "Maya Gebran is a senior correspondent based in Nairobi.",
    "Laila Basri is Africa editor at the Courier.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_finds_nobody_where_no_person_is_named(text: str) -> None:
    assert [person.name for person in names_in(text).people] == []


ONE_PERSON = [
    ("Thomas Cirillo Swaka agreed. Swaka did not say when.", ["Thomas Cirillo Swaka", "Swaka"]),
    ("Majed al-Otaibi spoke. “No,” Al Otaibi added.", ["Majed al-Otaibi", "Al Otaibi"]),
    ("Yusuf bin Khalid Al Harthy came; Yusuf Al Harthy left.", ["Yusuf bin Khalid Al Harthy", "Yusuf Al Harthy"]),
    ("Envoy Hannelore Lindqvist left. Hanelore Lindkvist will return.", ["Hannelore Lindqvist", "Hanelore Lindkvist"]),
    ("Abdul Qader Murtadi wrote. Abdulkader al-Murtadi did not.", ["Abdul Qader Murtadi", "Abdulkader al-Murtadi"]),
    ("Ehud (Udi) Halevy was taken. Halevy is alive.", ["Ehud (Udi) Halevy", "Halevy"]),
    ("Rubén Darío Alzamora is free. Ruben Alzamora is well.", ["Rubén Darío Alzamora", "Ruben Alzamora"]),
]


@pytest.mark.parametrize(("text", "forms"), ONE_PERSON)
def test_gathers_the_forms_of_one_name(text: str, forms: list[str]) -> None:
    (person,) = names_in(text).people
    assert list(person.forms) == forms
    assert len(person.name) >= len(forms[-1])


def test_tells_relatives_apart_by_title() -> None:
    text = "Inbar Peretz spoke of her father Haim Peretz. Ms Peretz wept; Mr Peretz was held for a year."
    found = names_in(text)
    mentions = [found.people[mention.person].name for mention in found.persons]
    assert mentions == ["Inbar Peretz", "Haim Peretz", "Inbar Peretz", "Haim Peretz"]


def test_takes_the_person_named_last_where_two_share_a_family_name() -> None:
    found = names_in("The soldier Idan Alon is held. His father, Adam Alon, flew to Cairo. Alon met the envoys.")
    assert found.people[found.persons[-1].person].name == "Adam Alon"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (["David", "Barnia"], "David Barnea"),
        (["Anthony", "Blinken"], "Antony Blinken"),
        (["Volodymyr", "Zelenskiy"], "Volodymyr Zelenskyy"),
        (["Khalel", "Al-Hayah"], "Khalil al-Hayya"),
        (["Mohammed", "bin", "Abdulrahman", "bin", "Jassim", "Al", "Thani"], "Mohammed bin Abdulrahman Al Thani"),
    ],
)
def test_the_authority_file_gives_the_usual_form(printed: list[str], name: str) -> None:
    known = known_person(key_of(printed))
    assert known is not None and known.name == name


def test_a_name_that_only_resembles_a_known_one_is_another() -> None:
    assert known_person(key_of(["George", "Michael"])) is None
    assert known_person(key_of(["Hassan", "Sinwar"])) is None


def test_a_well_known_family_name_stands_alone() -> None:
    found = people_in("A gesture to Putin, it was called.")
    assert list(found) == ["Vladimir Putin"]


def test_spans_are_of_the_name_alone() -> None:
    text = "Qatar’s Sheikh Yusuf bin Alawi and Mr Alawi’s aide met “[Envoy Sanna] Virtanen” in Oslo."
    found = names_in(text)
    assert [text[m.start : m.end] for m in found.persons] == ["Yusuf bin Alawi", "Alawi", "Sanna] Virtanen"]


def test_a_person_named_like_a_country_is_no_party() -> None:
    found = names_in("Defence Minister Israel Shachor called Qatar’s offer fair.")
    assert [party.party for party in found.parties] == ["QA"]


def test_every_word_list_that_names_are_read_with_exists() -> None:
    folder = Path(build.__file__).parent
    used = {
        match
        for path in folder.glob("*.py")
        for match in re.findall(r'words\(\s*"([a-z_]+)", "([a-z_ ]+)"\s*\)', path.read_text(encoding="utf-8"))
    }
    assert used
    assert [pair for pair in sorted(used) if not words(*pair)] == []


def test_five_thousand_names_in_one_sentence_are_all_found() -> None:
    families = ("Bondar", "Melnyk", "Shevchuk", "Kravets", "Tkachuk")
    text = "They freed " + ", ".join(f"Olena {families[n % 5]}" for n in range(5000)) + "."
    found = names_in(text)
    assert [person.name for person in found.people] == [f"Olena {family}" for family in families]
    assert len(found.persons) == 5000


@pytest.mark.parametrize("text", ["The " + "Xyzzy " * 20_000, "Amos (" * 10_000, "President " * 20_000])
def test_a_run_of_capitals_without_end_takes_no_time(text: str) -> None:
    subject = article(text)
    parts = sentences(subject)
    start = time.perf_counter()
    find_names(subject, parts)
    assert time.perf_counter() - start < 5
