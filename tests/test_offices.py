"""Guards the promise that an office is read with whom it serves, its body and its holder, in any order of the words."""

from datetime import date

import pytest

from build.names import Names, find_names
from build.text import sentences
from tests.support import article


def names_in(text: str, published_on: date | None = None) -> Names:
    sample = article(text, published_on)
    return find_names(sample, sentences(sample))


POSITIONS = [
    # before the name
    ("Armenian Deputy Prime Minister Mher Grigoryan left.", "Deputy Prime Minister", None, "AM"),
    ("Speaker of the Verkhovna Rada Ruslan Stefan left.", "Speaker of the Verkhovna Rada", "Verkhovna Rada", "UA"),
    (
        "Iranian Foreign Ministry spokesperson Bahram Ghani left.",
        "Foreign Ministry spokesperson",
        "Ministry of Foreign Affairs",
        "IR",
    ),
    ("Ukraine’s Deputy Defense Intelligence Chief Vadym Kozak left.", "Deputy Defense Intelligence Chief", None, "UA"),
    (
        "Bahrain’s Prime Minister and Defence Minister Salman Isa left.",
        "Prime Minister and Defence Minister",
        None,
        "BH",
    ),
    ("Sudan’s Minister of Minerals Bashir Abu-Hamo left.", "Minister of Minerals", None, "SD"),
    ("Hezbollah’s leader in Syria Adel Salim left.", "Hezbollah’s leader", "Hezbollah", "LB"),
    # after it
    ("Dmytro Hrytsenko, Ukraine’s human rights ombudsman, left.", "human rights ombudsman", None, "UA"),
    (
        "Redwan Tesfaye, national security adviser to the Ethiopian prime minister, left.",
        "national security adviser to the Ethiopian prime minister",
        None,
        "ET",
    ),
    (
        "Alan Ruiz, a former presidential adviser of Colombia, left.",
        "former presidential adviser of Colombia",
        None,
        "CO",
    ),
    ("Igor Kostin (head of the GRU) left.", "head of the GRU", "GRU", "RU"),
    ("Taher Salim, an adviser to Hezbollah’s leader, left.", "adviser to Hezbollah’s leader", "Hezbollah", "LB"),
    ("Marta Lind, a retired general and former UN envoy for Yemen, left.", "former UN envoy for Yemen", "UN", None),
    # before it, with a comma
    ("Sri Lanka’s chief negotiator, G. L. Pathirana, left.", "chief negotiator", None, "LK"),
    ("The ICRC’s regional head, Patrick Yusuf, left.", "ICRC’s regional head", "ICRC", None),
    (
        "The head of Kenya’s domestic service, the National Intelligence Service, Noor Haji, left.",
        "head of Kenya’s domestic service, the National Intelligence Service",
        "National Intelligence Service",
        "KE",
    ),
    # in a clause
    (
        "Hassan Rashid, who is the deputy foreign minister of Jordan, left.",
        "deputy foreign minister of Jordan",
        None,
        "JO",
    ),
    ("Omar Said was named Tunisia’s interior minister on Friday.", "interior minister", None, "TN"),
    # bodies of any name
    (
        "Yuri Mal, head of the Carnegie Baku Centre, left.",
        "head of the Carnegie Baku Centre",
        "Carnegie Baku Centre",
        None,
    ),
    (
        "The World Food Programme’s country director, Amadou Kane, left.",
        "World Food Programme’s country director",
        "World Food Programme",
        None,
    ),
    (
        "Ines Roth, chair of the Committee on Missing Persons, left.",
        "chair of the Committee on Missing Persons",
        "Committee on Missing Persons",
        None,
    ),
    (
        "Tim Wren, who is chairman of the joint chiefs, left.",
        "chairman of the joint chiefs",
        "Joint Chiefs of Staff",
        "US",
    ),
    ("Sami Hadad, a leader in the Amal Movement, left.", "leader in the Amal Movement", "Amal Movement", "LB"),
    ("Leonid Vetrov, head of the Lugansk stronghold, left.", "head of the Lugansk stronghold", None, "UA"),
    # not yet in office, close to one in office
    ("Kenya’s president-elect, Amos Otieno, left.", "president-elect", None, "KE"),
    ("Lebanese Prime Minister-designate Nadim Aoun left.", "Prime Minister-designate", None, "LB"),
    ("Ofir Lavie, the premier’s closest adviser, left.", "closest adviser", None, None),
    ("Max Stone, the president-elect’s Middle East envoy, left.", "envoy", None, None),
    # put in office
    (
        "Nikolai Ilin, the diplomat tapped as the Arab League’s man on the ground, left.",
        "Arab League’s man on the ground",
        "Arab League",
        None,
    ),
    (
        "Gal Regev, a close ally who serves as Israel’s coordinator for hostages, left.",
        "coordinator for hostages",
        None,
        "IL",
    ),
    # the envoy's destination is not whom he serves
    ("US special envoy for Sudan Tom Perry left.", "special envoy for Sudan", None, "US"),
    ("In Geneva the UN special envoy for Syria, Geir Petersen, left.", "UN special envoy for Syria", "UN", None),
]


@pytest.mark.parametrize(("text", "position", "organization", "country"), POSITIONS)
def test_reads_position_body_and_country(
    text: str, position: str, organization: str | None, country: str | None
) -> None:
    (person,) = names_in(text).people
    assert (person.position, person.organization, person.country) == (position, organization, country)


BELONGING = [
    ("Basem Salim of Hezbollah said no.", "Hezbollah", "LB"),
    ("Norway’s Børge Lund offered to mediate.", None, "NO"),
    ("The Mossad’s Dan Levin came.", "Mossad", "IL"),
    ("William Bright, who runs the CIA, came.", "CIA", "US"),
    ("General Adel Kamil for Egypt, Dan Levin for Israel.", None, "EG"),
    ("A Houthi delegation headed by Yahya Salim flew to Muscat.", "Houthis", "YE"),
    ("The talks drew an Azerbaijani team under Elnur Safarov.", None, "AZ"),
    ("Yusuf bin Alawi, his Omani counterpart, rang.", None, "OM"),
    ("On the Ukrainian side sat Rustam Umarov and Oleh Kravets.", None, "UA"),
    ("Dan Levin, who took over the Shin Bet, came.", "Shin Bet", "IL"),
    ("Amjad Qandil, of the Prisoners' Society, spoke.", "Palestinian Prisoners' Club", "PS"),
    ("Sami Hadad, in charge of Hezbollah’s foreign relations, came.", "Hezbollah", "LB"),
    ("The senior Hezbollah figure Sami Hadad came.", "Hezbollah", "LB"),
    ("A delegation from the Houthis led by Yahya Salim came.", "Houthis", "YE"),
    ("Hezbollah objects. A delegation of the group led by Sami Hadad came.", "Hezbollah", "LB"),
    ("Andriy Yusko of the Ukrainian military intelligence came.", None, "UA"),
]


@pytest.mark.parametrize(("text", "organization", "country"), BELONGING)
def test_reads_whom_a_name_belongs_to_without_an_office(
    text: str, organization: str | None, country: str | None
) -> None:
    person = names_in(text).people[0]
    assert (person.position, person.organization, person.country) == (None, organization, country)


NO_OFFICE = [
    "The surgeon Olena Bondar was freed.",
    "Hostage Idan Alon is a soldier.",
    "Gal Ravid, a member of the Israeli military, is held.",
    "Marie Dubois, a lecturer from Lyon, spoke.",
]


@pytest.mark.parametrize("text", NO_OFFICE)
def test_an_occupation_is_no_position(text: str) -> None:
    assert [person.position for person in names_in(text).people] == [None]


def test_shares_one_office_out_over_its_holders() -> None:
    found = names_in("The heads of the FSB and the SBU, Alexander Bortnik and Vasyl Malyk, were absent.")
    assert [(p.name, p.organization, p.country) for p in found.people] == [
        ("Alexander Bortnik", "FSB", "RU"),
        ("Vasyl Malyk", "SBU", "UA"),
    ]
    found = names_in("Foreign ministers Jeyhun Bayram of Azerbaijan and Ararat Mirzo of Armenia talked.")
    assert [(p.name, p.position, p.country) for p in found.people] == [
        ("Jeyhun Bayram", "Foreign minister", "AZ"),
        ("Ararat Mirzo", "Foreign minister", "AM"),
    ]


def test_pairs_offices_and_names_in_a_list() -> None:
    found = names_in(
        "The CIA director, William Bright, the Mossad chief, Dan Levin, and Qatar’s prime minister, Hamad Salim, met."
    )
    assert [(p.name, p.position) for p in found.people] == [
        ("William Bright", "CIA director"),
        ("Dan Levin", "Mossad chief"),
        ("Hamad Salim", "prime minister"),
    ]
    found = names_in("William Bright, the CIA director, Dan Levin, the Mossad chief, and others met.")
    assert [(p.name, p.position) for p in found.people] == [
        ("William Bright", "CIA director"),
        ("Dan Levin", "Mossad chief"),
    ]


KINDS = [
    ("the director of the CIA", "head_of_intelligence", "US", "CIA"),
    ("the Shin Bet chief", "head_of_domestic_security", "IL", "Shin Bet"),
    ("Egypt’s intelligence chief", "head_of_intelligence", "EG", None),
    ("the Qatari premier", "prime_minister", "QA", None),
    ("the US secretary of state", "foreign_minister", "US", None),
    ("the emir of Qatar", "monarch", "QA", None),
    ("Turkey’s minister of defence", "defence_minister", "TR", None),
    ("the leader of Hezbollah", "leader", "Hezbollah", "Hezbollah"),
    ("the UN secretary-general", "secretary_general", "UN", "UN"),
    ("the Israeli army’s chief of staff", "military_chief", "IL", None),
]


@pytest.mark.parametrize(("phrase", "office", "party", "organization"), KINDS)
def test_an_office_without_a_name_has_a_kind_and_a_party(
    phrase: str, office: str, party: str, organization: str | None
) -> None:
    (mention,) = names_in(f"They waited for {phrase} in Oslo.").offices
    assert (mention.office, mention.party, mention.organization, mention.person) == (office, party, organization, None)


SHARED = [
    ("The US and Israeli intelligence chiefs met.", ["US", "IL"]),
    ("The spy chiefs of Egypt, Turkey and Qatar met.", ["EG", "TR", "QA"]),
    ("The heads of the US Central Intelligence Agency (CIA) and Israel’s Mossad met.", ["US", "IL"]),
    ("The foreign ministers of France, Germany and Britain met.", ["FR", "DE", "GB"]),
    ("French and British defence ministers met.", ["FR", "GB"]),
]


@pytest.mark.parametrize(("text", "parties"), SHARED)
def test_a_shared_office_is_one_mention_for_each_party(text: str, parties: list[str]) -> None:
    assert [mention.party for mention in names_in(text).offices] == parties


def test_an_office_named_elsewhere_has_its_holder() -> None:
    found = names_in("Thai Prime Minister Somchai Wongsa flew out. Reporters asked the Thai prime minister about it.")
    assert [mention.person for mention in found.offices] == [0, 0]


def test_an_office_of_somebody_else_has_no_holder() -> None:
    found = names_in("Thai Prime Minister Somchai Wongsa flew out. The Lao prime minister stayed.")
    assert [(mention.party, mention.person) for mention in found.offices] == [("TH", 0), ("LA", None)]
    found = names_in("Thai Foreign Minister Somchai Wongsa met a foreign minister from Laos.")
    assert found.offices[0].person == 0


def test_the_authority_file_knows_the_holder_on_the_day() -> None:
    text = "Antony Blinken spoke. The US secretary of state flew on to Cairo."
    (mention,) = names_in(text, date(2024, 8, 20)).offices
    assert mention.person == 0
    (mention,) = names_in(text, date(2025, 8, 20)).offices
    assert mention.person is None


def test_a_speaker_named_only_afterwards_has_the_office_told_before() -> None:
    found = names_in(
        "A member of Hezbollah’s political council told the radio that it had signed. “It binds us,” Adel Salim said."
    )
    assert [(p.name, p.organization) for p in found.people] == [("Adel Salim", "Hezbollah")]


PEERS = [
    ("Austrian Foreign Minister Karl Nowak met his Omani counterpart, Badr Salim.", "Foreign Minister", "OM"),
    ("Spanish Defence Minister Marta Robles rang her Kenyan colleague Amos Otieno.", "Defence Minister", "KE"),
    ("President Paul Mugisha of Rwanda saw his Congolese counterpart Félix Ilunga.", "President", "CD"),
    (
        "US Secretary of State Ann Reed met Jordan’s Adel Salim, her Jordanian opposite number.",
        "foreign minister",
        "JO",
    ),
    ("CIA director William Bright met his Israeli counterpart, Dan Levin.", None, "IL"),
    ("The poet Ann Reed met her Kenyan colleague Amos Otieno.", None, "KE"),
]


@pytest.mark.parametrize(("text", "position", "country"), PEERS)
def test_a_counterpart_holds_the_same_office_of_state(text: str, position: str | None, country: str) -> None:
    last = names_in(text).people[-1]
    assert (last.position, last.country) == (position, country)


def test_one_whom_another_names_to_an_office_holds_it() -> None:
    found = names_in("Max Stone, the developer whom President-elect Robert Hale had named his envoy, came.")
    assert [(p.name, p.position) for p in found.people] == [("Max Stone", "envoy"), ("Robert Hale", "President-elect")]


NAMED = [
    ("Hezbollah named Khalil Hamdan its new leader on Monday.", "leader", "Hezbollah"),
    ("They appointed Lina Haddad ambassador to Oslo.", "ambassador to Oslo", None),
    ("The board elected Ines Roth as chair of the Arab League.", "chair of the Arab League", "Arab League"),
    ("Putin named Lina Haddad ambassador to Oslo.", "ambassador to Oslo", None),
    ("The board thanked Ines Roth and the ambassador to Oslo.", None, None),
]


@pytest.mark.parametrize(("text", "position", "organization"), NAMED)
def test_one_who_is_named_to_an_office_holds_it(text: str, position: str | None, organization: str | None) -> None:
    person = names_in(text).people[-1]
    assert (person.position, person.organization) == (position, organization)
    assert organization or person.country is None


def test_an_envoy_told_without_his_name_is_the_one_just_named() -> None:
    found = names_in("Steve Witkoff’s plane landed in Doha. The US envoy met nobody.")
    assert [(p.position, p.country) for p in found.people] == [("envoy", "US")]
    found = names_in("Steve Witkoff and Jared Kushner landed in Doha. The US envoy met nobody.")
    assert [p.position for p in found.people] == [None, None]
    found = names_in("Rubio rang both. The US envoy met nobody.")
    assert [p.position for p in found.people] == [None]
    found = names_in("Steve Witkoff’s plane landed in Doha. The Russian envoy met nobody.")
    assert [p.position for p in found.people] == [None]


REFERRING = [
    ("Hezbollah said no. Adel Salim, the movement’s spokesman, gave no reason.", "Hezbollah", "LB"),
    ("Hezbollah, whose leader Adel Salim was killed, said no.", "Hezbollah", "LB"),
    ("Jordan, whose foreign minister Adel Salim was there, agreed.", None, "JO"),
    ("Kenya sent its foreign minister, Adel Salim.", None, "KE"),
    ("The country’s name is Kenya. Its president, Adel Salim, spoke.", None, None),
]


@pytest.mark.parametrize(("text", "organization", "country"), REFERRING)
def test_reads_what_an_office_refers_back_to(text: str, organization: str | None, country: str | None) -> None:
    (person,) = names_in(text).people
    assert (person.organization, person.country) == (organization, country)


def test_officers_listed_together_serve_one_country() -> None:
    found = names_in("Lebanese President Michel Sarkis, Prime Minister Fuad Karam and Speaker Nadim Aoun met.")
    assert [person.country for person in found.people] == ["LB", "LB", "LB"]


def test_an_aide_serves_the_country_of_his_principal() -> None:
    for text in ("Netanyahu adviser Ofir Lavie left.", "Ofir Lavie, a spokesman for Netanyahu, left."):
        aide = next(person for person in names_in(text).people if person.name == "Ofir Lavie")
        assert aide.country == "IL"


def test_his_deputy_serves_the_country_that_he_serves() -> None:
    found = names_in("Kenyan President Amos Otieno and Jane Wanjiru, his vice-president, flew to Kigali.")
    assert [person.country for person in found.people] == ["KE", "KE"]


VERBS = ["The convoy heads to Rafah.", "Two officials head the list.", "Rescuers chair no talks and figure in none."]


@pytest.mark.parametrize("text", VERBS)
def test_a_verb_is_no_office(text: str) -> None:
    assert names_in(text).offices == ()
