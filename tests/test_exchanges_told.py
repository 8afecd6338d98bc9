"""Guards the promise that exchanges are read from ordinary news prose, from its words to the claim.

Each text goes through every stage as a reader meets it; it is Wednesday, 12 June 2024, unless stated.
"""

from datetime import date

import pytest

from build.extract import extract

from .exchange_cases import summary
from .support import article

WEDNESDAY = date(2024, 6, 12)

WHAT_WAS_DONE = [
    (
        "A week-long truce in November last year led to the release of 105 hostages in exchange for 240 Palestinian "
        "prisoners.",
        ("completed", "2023-11-01/2023-11-30", "105", "240"),
    ),
    (
        "During a one-week ceasefire last November, Hamas released 105 hostages, while Israel freed about 240 "
        "Palestinian prisoners held in its jails.",
        ("completed", "2023-11-01/2023-11-30", "105 Hamas", "240 IL"),
    ),
    (
        "More than 100 hostages were released during a weeklong truce in late November in return for Palestinians "
        "held in Israeli prisons.",
        ("completed", "2023-11-01/2023-11-30", "100", "IL"),
    ),
    (
        "The only deal so far, in November, saw 81 Israelis, 23 Thais and one Filipino freed in return for 240 "
        "Palestinians.",
        ("completed", "2023-11-01/2023-11-30", "105", "240"),
    ),
    (
        "Hamas freed three Israeli hostages on Saturday and Israel released 183 Palestinian prisoners in the fifth "
        "exchange of the truce.",
        ("completed", "2024-06-08", "3 Hamas", "183 IL"),
    ),
    (
        "Four female Israeli soldiers were handed over to the Red Cross in Gaza City on Saturday. Hours later 200 "
        "Palestinian prisoners left Ofer prison on buses.",
        ("completed", "2024-06-08", "4", "200"),
    ),
    (
        "Russia and Ukraine exchanged 90 prisoners of war each on Tuesday, with the United Arab Emirates mediating.",
        ("completed", "2024-06-11", "90 RU", "90 UA"),
    ),
    (
        "Ukraine and Russia each released 75 prisoners of war on Friday in the first swap in months.",
        ("completed", "2024-06-07", "75 UA", "75 RU"),
    ),
    (
        "A total of 207 Ukrainians returned home in exchange for 195 Russian soldiers on 31 January.",
        ("completed", "2024-01-31", "207 RU", "195 UA"),
    ),
    (
        "The Houthis on Sunday released 113 detainees in Sanaa, the Red Cross said.",
        ("completed", "2024-06-09", "113 Houthis", ""),
    ),
    (
        "Yemen's warring parties freed about 900 prisoners over three days in April 2023.",
        ("completed", "2023-04-01/2023-04-30", "", "900"),
    ),
    (
        "Sudan's army said the Rapid Support Forces had handed over 537 prisoners through the Red Cross on Monday.",
        ("completed", "2024-06-10", "537 Rapid Support Forces", ""),
    ),
    (
        "Armenia and Azerbaijan exchanged prisoners on Wednesday: Baku released 32 Armenian soldiers and Yerevan two "
        "Azerbaijani servicemen.",
        ("completed", "2024-06-12", "32 AZ", "2 AM"),
    ),
    (
        "Azerbaijan returned eight Armenian captives through Russian mediation on Thursday.",
        ("completed", "2024-06-06", "8 AZ", ""),
    ),
    (
        "Since the truce began on 19 January, 18 hostages have been freed in exchange for more than 600 prisoners.",
        ("completed", "2024-01-19/", "18", "600"),
    ),
    (
        "So far, 21 hostages and 566 prisoners have been released since the ceasefire took effect.",
        ("completed", "", "21", "566"),
    ),
    (
        "Colombia's ELN rebels released six kidnapped soldiers to a humanitarian commission on Sunday.",
        ("completed", "2024-06-09", "6 ELN", ""),
    ),
    (
        "Eighty-two of the Chibok schoolgirls were freed in May 2017 after Nigeria handed over five commanders to "
        "Boko Haram.",
        ("completed", "2017-05-01/2017-05-31", "82", "5 NG"),
    ),
    (
        "Hamas on Thursday handed over three Israeli hostages and five Thai nationals, and Israel let go 110 "
        "Palestinian inmates.",
        ("completed", "2024-06-06", "8 Hamas", "110 IL"),
    ),
    (
        "The latest round saw the release of eight captives, including five Thais, and 110 prisoners.",
        ("completed", "", "8", "110"),
    ),
    (
        "In November 2023, Israel and Hamas exchanged 105 hostages for 240 detainees.",
        ("completed", "2023-11-01/2023-11-30", "105 Hamas", "240 IL"),
    ),
    ("Zelensky said 117 servicemen had come back in the swap, among them 16 officers.", ("completed", "", "117", "")),
    (
        "Moscow said 150 Russian soldiers had been freed from Ukrainian captivity and that 150 Ukrainian prisoners "
        "of war had been handed over in return.",
        ("completed", "", "150 UA", "150 RU"),
    ),
    (
        "The Houthis released the 25 crew members of the Galaxy Leader in January.",
        ("completed", "2024-01-01/2024-01-31", "25 Houthis", ""),
    ),
    (
        "Saudi Arabia freed 13 Houthi prisoners in exchange for one Saudi captive held by the group.",
        ("completed", "", "1 Houthis", "13 SA"),
    ),
    (
        "Nigerian bandits freed 137 schoolchildren on Sunday, weeks after they were kidnapped in Kaduna state.",
        ("completed", "2024-06-09", "137", ""),
    ),
    ("Ethiopia released more than 180 Tigrayan detainees as part of the peace deal.", ("completed", "", "", "180 ET")),
    (
        "Venezuela freed ten Americans in December in return for an ally of President Nicolas Maduro.",
        ("completed", "2023-12-01/2023-12-31", "10 VE", ""),
    ),
    (
        "Syria's new government and the SDF exchanged 250 detainees in Aleppo on Thursday.",
        ("completed", "2024-06-06", "", "250"),
    ),
    (
        "The exchange, the third since the truce began, brought to 39 the number of Israelis freed.",
        ("completed", "", "39", ""),
    ),
]

WHAT_IS_AGREED = [
    (
        "Hamas has agreed to release 50 women and children in exchange for a four-day pause and the release of 150 "
        "Palestinian women and teenagers from Israeli jails.",
        ("agreed", "", "50 Hamas", "150 IL"),
    ),
    (
        "Israel's cabinet approved the deal early on Wednesday. At least 50 hostages are to be freed over four days, "
        "with Israel releasing 150 Palestinians in return.",
        ("agreed", "", "50", "150 IL"),
    ),
    (
        "Thirty-three hostages are due to be released over the next six weeks in exchange for around 1,900 prisoners.",
        ("agreed", "", "33", "1900"),
    ),
    (
        "Six more hostages are set to be released on Saturday and four bodies on Thursday.",
        ("agreed", "2024-06-15", "6", ""),
    ),
    (
        "In the second phase the remaining 65 hostages are to be released for prisoners whose number has yet to be "
        "agreed.",
        ("agreed", "", "65", ""),
    ),
    (
        "Hamas named three hostages it will free on Saturday. Israel is to release 183 prisoners in exchange.",
        ("agreed", "2024-06-15", "3 Hamas", "183 IL"),
    ),
    (
        "The two sides agreed in Stockholm to swap 15,000 prisoners, but the deal has stalled.",
        ("agreed", "", "", "15000"),
    ),
    (
        "Washington and Tehran have agreed to a swap in which five Americans will be allowed to leave Iran and five "
        "Iranians jailed in the United States will go free.",
        ("agreed", "", "5 IR", "5 US"),
    ),
    (
        "The armed wing of Hamas said it would release six living hostages on Saturday and hand over four bodies on "
        "Thursday.",
        ("agreed", "2024-06-15", "6 Hamas", ""),
    ),
    (
        "In all, 33 hostages are to be freed over 42 days, with three to be released on the first day.",
        ("agreed", "", "33", ""),
    ),
    (
        "Russia and Ukraine agreed on Friday to exchange 1,000 prisoners each, the biggest such deal of the war.",
        ("agreed", "", "1000 RU", "1000 UA"),
    ),
    (
        "As part of the Istanbul deal, the sides will also swap at least 1,000 prisoners each in the coming days.",
        ("agreed", "", "1000", "1000"),
    ),
    ("M23 rebels said they would hand over 1,300 captured soldiers to Kinshasa.", ("agreed", "", "1300 M23", "")),
]

WHAT_IS_PROPOSED = [
    (
        "The proposal calls for a 60-day ceasefire during which Hamas would release 10 living hostages and the "
        "remains of 18 others.",
        ("proposed", "", "10 Hamas", ""),
    ),
    (
        "Under the proposal, 28 Israeli hostages, alive and dead, would be freed in the first week in return for 125 "
        "Palestinians serving life sentences and 1,111 Gazans detained since the war began.",
        ("proposed", "", "28", "1236"),
    ),
    (
        "Hamas said it was ready to free 34 hostages in the first phase of a possible deal.",
        ("proposed", "", "34 Hamas", ""),
    ),
    (
        "Israel has demanded that at least 11 living captives be released at once, according to two officials.",
        ("proposed", "", "11", ""),
    ),
    (
        "Egypt has put forward a plan for a two-day pause to exchange four Israeli hostages for some Palestinian "
        "prisoners.",
        ("proposed", "", "4", ""),
    ),
    (
        "The CIA director discussed a 28-day ceasefire that would see about eight hostages released in exchange for "
        "dozens of Palestinian prisoners.",
        ("proposed", "", "8", "24"),
    ),
    (
        "The first stage of the framework would last six weeks and include the release of 40 hostages, among them "
        "women, children and the elderly, in exchange for some 400 prisoners.",
        ("proposed", "", "40", "400"),
    ),
    (
        "Negotiators are discussing the possible release of 15 Americans and other foreigners.",
        ("proposed", "", "15", ""),
    ),
    (
        "The two-phase plan would see Hamas free 20 hostages it believes to be alive within 72 hours, and Israel 250 "
        "prisoners serving life terms plus 1,700 Gazans detained since 2023.",
        ("proposed", "", "20 Hamas", "1950 IL"),
    ),
]

SEVERAL_OR_LONGER = [
    (
        "Planes carrying 318 prisoners flew between Sanaa and Aden on Friday, the first day of an exchange of nearly "
        "900 detainees agreed in Switzerland.",
        [("completed", "2024-06-07", "", "318"), ("agreed", "", "", "900")],
        WEDNESDAY,
    ),
    (
        "On Friday 24 hostages walked free, and on Saturday a further 17 were released.",
        [("completed", "2024-06-07", "24", ""), ("completed", "2024-06-08", "17", "")],
        WEDNESDAY,
    ),
    (
        "Ukraine, Russia swap 230 captives in mediated exchange\n"
        "Russia and Ukraine each freed 115 prisoners of war on Saturday in an exchange mediated by the United Arab "
        "Emirates.\n"
        "All 115 Ukrainians were conscripts, President Volodymyr Zelenskiy said.\n"
        "The defence ministry in Moscow said the 115 Russians had been captured in Kursk.\n"
        "It was the 55th exchange since the war began in 2022.",
        [("completed", "2024-06-08", "115 RU", "115 UA")],
        WEDNESDAY,
    ),
    (
        "Hamas says to free two more hostages\n"
        "GAZA, June 12 (Wire) - Hamas said on Wednesday it would free two more hostages, Nurit Levy and Dan Katz, on "
        "Thursday.\n"
        "The group has released 24 captives since the truce began on Friday.\n"
        "Israel has freed 39 prisoners in return.",
        [("agreed", "2024-06-13", "2 Hamas", ""), ("completed", "2024-06-07/", "24 Hamas", "39 IL")],
        WEDNESDAY,
    ),
    (
        "Ukraine brings home 95 prisoners\n"
        "Ninety-five Ukrainian soldiers were exchanged for 95 Russians on Tuesday, officials in both countries "
        "said.\n"
        "The swap was brokered by the United Arab Emirates, its sixth this year.\n"
        "The previous exchange, on 31 May, involved 75 prisoners from each side.",
        [("completed", "2024-06-11", "95 RU", "95 UA"), ("completed", "2024-05-31", "75", "75")],
        WEDNESDAY,
    ),
    (
        "Yemen: Houthis free 153 war detainees, ICRC says\n"
        "SANAA, Jan 25 (AFP) - Yemen's Houthi rebels on Saturday unilaterally released 153 conflict-related "
        "detainees, the International Committee of the Red Cross said.\n"
        "The rebels had freed 113 detainees in May last year.\n"
        "In April 2023 nearly 900 prisoners were exchanged between the Houthis and the government over three days.",
        [
            ("completed", "2025-01-25", "153 Houthis", ""),
            ("completed", "2024-05-01/2024-05-31", "113 Houthis", ""),
            ("completed", "2023-04-01/2023-04-30", "", "900"),
        ],
        date(2025, 1, 25),
    ),
    (
        "U.S. citizens freed by Iran head home\n"
        "DOHA, Sept 18 (Wire) - Five Americans detained by Iran were on their way home on Monday after being freed "
        "in a swap mediated by Qatar for five Iranians held in the United States and the release of $6 billion.\n"
        "A plane took off from Tehran with the five and two relatives aboard.\n"
        "Two of the five Iranians have landed in Doha, an official said.",
        [("completed", "2023-09-18", "5 IR", "5 US")],
        date(2023, 9, 18),
    ),
    (
        "Sudan's RSF says it will free 100 prisoners\n"
        "KHARTOUM, June 11 (Wire) - Sudan's Rapid Support Forces said on Tuesday it would release 100 army prisoners "
        "as a goodwill gesture.\n"
        "The Red Cross facilitated the release of 125 soldiers held by the RSF last August.",
        [
            ("agreed", "", "100 Rapid Support Forces", ""),
            ("completed", "2023-08-01/2023-08-31", "125 Rapid Support Forces", ""),
        ],
        WEDNESDAY,
    ),
    (
        "Freed hostages recover as talks stall\n"
        "Twenty living hostages were freed in October under the deal brokered by President Trump, in exchange for "
        "almost 2,000 Palestinian prisoners.\n"
        "Hamas has since handed over the remains of 24 of the 28 dead hostages.\n"
        "For each body Israel has returned the remains of 15 Palestinians.",
        [("completed", "2025-10-01/2025-10-31", "20", "2000")],
        date(2025, 11, 12),
    ),
    (
        "Hamas accepts US plan for ceasefire, sources say\n"
        "Hamas has accepted a proposal under which 10 living hostages and 18 bodies would be handed over in two "
        "stages during a 60-day truce, two sources said on Monday.\n"
        "Israel would free 150 Palestinian prisoners in return, the sources said.\n"
        "Fifty hostages remain in Gaza, about 20 of them believed alive.",
        [("proposed", "", "10", "150 IL")],
        date(2025, 8, 18),
    ),
    (
        "Boko Haram releases 21 Chibok girls\n"
        "Boko Haram has freed 21 of the more than 200 girls kidnapped from the town of Chibok in 2014, the "
        "government said on Thursday.\n"
        "The girls were swapped for four detained Boko Haram leaders, a security source said.",
        [("completed", "", "21 Boko Haram", "4")],
        WEDNESDAY,
    ),
    (
        "A mother of one of the captives said she had not slept since 7 October.\n"
        "Of the 251 people taken that day, 105 came back during the truce of November 2023 and eight have been "
        "rescued by troops.\n"
        "Her son is among 97 still there, 34 of them dead.",
        [("completed", "2023-11-01/2023-11-30", "105", "")],
        date(2024, 9, 20),
    ),
    (
        "Kyiv and Moscow traded another 84 captives each on Thursday, hours before the Alaska summit.\n"
        "Among the Ukrainians were 33 soldiers and 51 civilians, some held since 2014.",
        [("completed", "2025-08-14", "84 UA", "84 RU")],
        date(2025, 8, 14),
    ),
    (
        "Putin and Trump agreed that 175 prisoners from each side would be exchanged on Wednesday; Russia would also "
        "hand over 23 badly wounded soldiers as a goodwill gesture.",
        [("agreed", "2025-03-19", "175", "175")],
        date(2025, 3, 18),
    ),
    (
        "Under phase one of the plan agreed last week all 48 hostages, 20 of them alive, were to be returned within "
        "72 hours for 250 lifers and 1,700 Gazans.",
        [("agreed", "", "20", "1950")],
        date(2025, 10, 12),
    ),
    (
        "Hamas said it had handed over all 20 living captives by noon on Monday, and Israel said 1,968 prisoners had "
        "been let go.",
        [("completed", "2025-10-13", "20 Hamas", "1968")],
        date(2025, 10, 13),
    ),
    (
        "Israel's prison service said it had let 369 inmates go on Saturday, 36 of them lifers; Hamas had turned "
        "over three men in the morning.",
        [("completed", "2025-02-15", "3 Hamas", "369 IL")],
        date(2025, 2, 16),
    ),
    (
        "AP: Hamas is to free 50 hostages in stages during a four-day pause. Israel will free an additional prisoner "
        "group if the pause is extended: one day for each ten hostages.",
        [("agreed", "", "50 Hamas", "")],
        date(2023, 11, 22),
    ),
]

NO_EXCHANGE = [
    "Some 250 people were abducted on Oct. 7. Around half were freed in a November ceasefire, and seven have been "
    "rescued by the military.",
    "Hamas and other militants are holding around 120 hostages, a third of whom are believed to be dead, after "
    "releasing most of the rest last year.",
    "A senior Hamas official said the group had rejected an offer to free half the hostages for a 45-day truce.",
    "Families of the 133 hostages gathered in Tel Aviv to demand their release.",
    "Israeli forces rescued four hostages in an operation in Nuseirat on Saturday that killed 274 Palestinians.",
    "Police arrested 12 protesters and released nine of them on bail.",
    "The army said it had released 40 detainees for lack of evidence, then struck 30 targets.",
    "Hamas handed over the bodies of four hostages on Thursday.",
    "Hamas released a video of three hostages pleading for their lives on Monday.",
    "The truce would be extended by one day for every 10 additional hostages freed.",
    "The ministry has released the names of 95 prisoners.",
    "Militants killed about 1,200 people and took 251 hostages, of whom 116 remain in Gaza.",
    "Lawyers say 9,500 Palestinians are held in Israeli jails, including 3,600 without charge.",
    "Three freed hostages told a parliamentary committee on Monday of their ordeal.",
    "Two of the hostages released in November met the pope on Monday.",
    "Three hostages were shot dead by Israeli soldiers in December.",
    "Since the war began, 8 hostages have been rescued alive by the military.",
    "The 20 freed captives were taken to hospitals near Tel Aviv.",
    "Thousands of Palestinians returned home to northern Gaza after the truce took effect.",
    "Israel holds 4,500 Palestinians without trial, the Prisoners' Club said.",
    "Hamas is believed to hold 59 hostages, fewer than half of them alive.",
    "The hostages' families said 12 of the freed women had been abused in captivity.",
    "Russian forces captured 22 Ukrainian soldiers near Pokrovsk.",
    "The first of the trucks crossed at 9am. By noon 118 had entered.",
    "Hostage families, some of whom had met Netanyahu 12 times, urged that all 59 be freed at once.",
]


def told(text: str, published_on: date) -> list[tuple[str, str, str, str]]:
    claims = extract(article(text, published_on, titled="\n" in text))
    return [summary(claim) for claim in claims.exchanges]


@pytest.mark.parametrize(("text", "expected"), WHAT_WAS_DONE + WHAT_IS_AGREED + WHAT_IS_PROPOSED)
def test_one_exchange_in_a_sentence(text, expected):
    assert told(text, WEDNESDAY) == [expected]


@pytest.mark.parametrize(("text", "expected", "published_on"), SEVERAL_OR_LONGER)
def test_exchanges_of_a_report(text, expected, published_on):
    assert told(text, published_on) == expected


@pytest.mark.parametrize("text", NO_EXCHANGE)
def test_what_is_no_exchange(text):
    assert told(text, WEDNESDAY) == []
