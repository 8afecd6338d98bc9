"""Guards the promise that an exchange is read from people released, with its sides, sums, days and status."""

import pytest

from .exchange_cases import summary, told

BOTH_SIDES = [
    (
        "Boko Haram freed [c82:82 schoolgirls] on Saturday in exchange for [p5:five commanders] held by Nigeria.",
        ("completed", "2024-06-08", "82 Boko Haram", "5 NG"),
    ),
    (
        "[c6:Six soldiers] held by the ELN walked free on Sunday. In return, Colombia released [p12:12 guerrillas].",
        ("completed", "2024-06-09", "6 ELN", "12 CO"),
    ),
    (
        "Iran let [c5:five Americans] go on Monday, and the United States freed [p5:five Iranians] in turn.",
        ("completed", "2024-06-10", "5 IR", "5 US"),
    ),
    (
        "Three weeks of talks ended on Monday with the release of [c4:four pilots] by the Houthis and of"
        " [p20:20 detainees] by Saudi Arabia.",
        ("completed", "2024-06-10", "4 Houthis", "20 SA"),
    ),
    (
        "The militants freed [c82:82 girls] on Saturday. [c5:Five commanders] were handed over in exchange.",
        ("completed", "2024-06-08", "82", "5"),
    ),
    ("The Houthis unilaterally freed [p113:113 prisoners] on Sunday.", ("completed", "2024-06-09", "113 Houthis", "")),
    (
        "Turkey mediated as Russia freed [c16:16 people], among them [c3:three Americans], for [p8:eight Russians]"
        " held in the West on 1 August 2023.",
        ("completed", "2023-08-01", "16 RU", "8"),
    ),
    (
        "Eritrean rebels free [c27:27 sailors] in prisoner swap\nThe rebels freed [c27:27 sailors] on Monday.\n"
        "The [c27:27 men], released after two years, flew home; Eritrea let [p40:40 fighters] go in exchange.",
        ("completed", "2024-06-10", "27 Eritrean rebels", "40 ER"),
    ),
]

SWAPS_OF_STATES = [
    (
        "Russia and Ukraine exchanged [p206:206 prisoners of war] on Saturday, [p103:103] from each side.",
        ("completed", "2024-06-08", "103 RU", "103 UA"),
    ),
    (
        "Russia and Ukraine swap [c230:230 prisoners of war]\nThe two exchanged [p115:115 prisoners] each on Friday.",
        ("completed", "2024-06-07", "115 RU", "115 UA"),
    ),
    (
        "In the biggest exchange, on 3 January, [c230:230 Ukrainians] and [c248:248 Russians] were swapped.",
        ("completed", "2024-01-03", "230 RU", "248 UA"),
    ),
    (
        "Russia and Ukraine swapped [p95:95 prisoners of war] each on Tuesday.",
        ("completed", "2024-06-11", "95 RU", "95 UA"),
    ),
    (
        "Azerbaijan handed over [p32:32 Armenian servicemen] on Wednesday and Armenia freed [p2:two soldiers].",
        ("completed", "2024-06-12", "32 AZ", "2 AM"),
    ),
    (
        "Armenia on Thursday freed [p2:two Azerbaijani soldiers] and Azerbaijan [p32:32 Armenians].",
        ("completed", "2024-06-06", "2 AM", "32 AZ"),
    ),
    ("On 31 May it was [c75:75] for [p75:75].", ("completed", "2024-05-31", "75", "75")),
    (
        "Moscow returned [p90:90 soldiers] to Ukraine on Tuesday and received [p90:90] in return.",
        ("completed", "2024-06-11", "90 RU", "90"),
    ),
]

HOW_FAR_IT_GOT = [
    (
        "Under the deal, [c50?:50 hostages] will be freed by Hamas for [p150?:150 prisoners] in Israeli jails.",
        ("agreed", "", "50 Hamas", "150 IL"),
    ),
    (
        "The rebels have freed [c10:ten policemen]; [p20?:20 fighters] are also due to be released by Colombia.",
        ("agreed", "", "10", "20 CO"),
    ),
    (
        "Hezbollah will hand over [c2?:two soldiers] on Thursday; Israel has agreed to release [p5?:five prisoners].",
        ("agreed", "2024-06-13", "2 Hezbollah", "5 IL"),
    ),
    (
        "In all, the accord provides for [p887?:887 detainees] to be released: [p706?:706] by the government and"
        " [c181?:181] by the Houthis.",
        ("agreed", "", "181 Houthis", "706"),
    ),
    (
        "The draft would see [c33?:33 hostages] released over six weeks for [p900?:900 prisoners].",
        ("proposed", "", "33", "900"),
    ),
    ("Hamas proposed on Monday to free [c10?:ten hostages].", ("proposed", "", "10 Hamas", "")),
    (
        "Kyiv offered to hand over [p50?:50 Russian soldiers] for [p50?:50 Ukrainians].",
        ("proposed", "", "50 UA", "50 RU"),
    ),
    (
        "Mediators are working on a deal for the release of [h48:the 48 remaining hostages].",
        ("proposed", "", "48", ""),
    ),
    (
        "Qatar is mediating on the release of [c10-15:10 to 15 hostages] for a pause of a day or two.",
        ("proposed", "", "10-15", ""),
    ),
    (
        "The cabinet voted on Wednesday for a deal under which [c33?:33 hostages] will be freed.",
        ("agreed", "", "33", ""),
    ),
    (
        "If the plan is accepted, [c8?:eight hostages] would be let go on the first day and [c2?:two more] later.",
        ("proposed", "", "10", ""),
    ),
    (
        "Israel had been due to release [p110?:110 prisoners] on Thursday but held them back. They were let go, all"
        " [p110:110], on Friday.",
        ("completed", "2024-06-07", "", "110 IL"),
    ),
]

SUMS = [
    ("Hamas has freed [c24:24 hostages], [c13:13 Israelis], [c10:10 Thais] and [c1:a Filipino].", "24 Hamas", ""),
    ("FARC rebels freed [c4:four soldiers] and [c1:a police officer] on Sunday.", "5 FARC", ""),
    (
        "Israel released [p183:183 prisoners], including [p111:111 people from Gaza] and [p18:18 lifers], for"
        " [c3:three hostages].",
        "3",
        "183 IL",
    ),
    (
        "The Red Cross received [c8:eight hostages] in two groups on Thursday, [c3:three men] and [c5:five Thais].",
        "8",
        "",
    ),
    (
        "[c7:Seven hostages] were released at dawn on Monday. [c13:Thirteen more] were freed at noon, bringing the"
        " day's total to [c20:20].",
        "20",
        "",
    ),
    ("Hamas freed a second group of hostages on Saturday - [o13:13 Israelis] and [o4:four Thais].", "17 Hamas", ""),
    ("In all, [o19:19 Israelis] and [c5:five Thais] were released by Hamas.", "24 Hamas", ""),
    ("{Claire Petit}, {Omar Said} and [c2:two Italians] were freed by rebels in Mali.", "4", ""),
    (
        "The militia gave back [c12:twelve nurses], of whom [c9:nine] were alive, on Sunday.",
        "9",
        "",
    ),
    (
        "Israel freed [p90:90 prisoners] on Sunday for {Romi Halevi}, {Tal Shemer} and {Dana Katz}.",
        "3",
        "90 IL",
    ),
    ("19 May: {Romi Halevi}, {Tal Shemer} and the 80-year-old {Dan Katz}, for [p90:90 prisoners].", "3", "90"),
    ("{Olaf Brandt} and {Eva Lind} were freed on Monday in exchange for [p11:11 prisoners].", "2", "11"),
    ("In 2011 Israel freed [p1027:1,027 prisoners] in return for soldier {Gad Shalev}.", "1", "1027 IL"),
]

PERIODS = [
    ("The Houthis released [c113:113 detainees] last Friday.", "2024-06-07"),
    ("A week-long truce in November saw [c105:105 hostages] freed for [p240:240 men].", "2023-11-01/2023-11-30"),
    ("In a previous deal, in May 2022, the rebels released [c24:24 nurses].", "2022-05-01/2022-05-31"),
    ("Since Friday the Houthis have released [c41:41 prisoners].", "2024-06-07/"),
    (
        "A [t4day:four-day truce] between Sudan and the rebels took effect on Monday. During the initial truce, the"
        " rebels freed [c20:20 soldiers].",
        "2024-06-10/2024-06-13",
    ),
    ("The ministry said on Tuesday that [c12:12 captives] had been released.", ""),
    ("Captured in the attack of 7 October, [c4:four women] were released on Saturday.", "2024-06-08"),
    ("BOGOTA, June 11 (PNS) - The rebels released [c6:six hostages].", ""),
    ("The army said [c6:six hostages] taken on 2 May had been freed.", ""),
]

SEVERAL = [
    (
        "Hamas freed [c13:13 hostages] on Friday and [c17:17] on Saturday.",
        [("completed", "2024-06-07", "13 Hamas", ""), ("completed", "2024-06-08", "17 Hamas", "")],
    ),
    (
        "On Friday [c13:13 hostages] were freed. On Saturday Hamas released [c17:17 hostages]. In all,"
        " [c30:30 hostages] have been freed by Hamas since the truce began.",
        [
            ("completed", "2024-06-07", "13 Hamas", ""),
            ("completed", "2024-06-08", "17 Hamas", ""),
            ("completed", "2024-06-07/2024-06-08", "30 Hamas", ""),
        ],
    ),
    (
        "Israel offered [p300?:300 prisoners] for [c30?:30 hostages]. Hamas demanded [p1000?:1,000 prisoners].",
        [("proposed", "", "30", "300 IL"), ("proposed", "", "", "1000 IL")],
    ),
    (
        "The ICRC flew [p250:250 former detainees] home on Friday, the first of three days in which"
        " [p900?:nearly 900] are to be exchanged.",
        [("completed", "2024-06-07", "", "250"), ("agreed", "", "", "900")],
    ),
    (
        "The plan would free [c40?:Egyptian officials|40 hostages] for [p400?:Egyptian officials|400 prisoners]. An"
        " Israeli newspaper speaks instead of [p600?:an Israeli newspaper|600 prisoners].",
        [("proposed", "", "40", "400-600")],
    ),
]

LEDGER = """• 5 May: [c4:four nurses] for [p40:40 prisoners].
• 9 May: [c3:three teachers] were exchanged for [p38:38 prisoners].
• 12 May: [o2:two], again for [o41:41].
• 19 May: [o39:those 39], at last."""

IN_A_LEDGER = [
    ("completed", "2024-05-05", "4", "40"),
    ("completed", "2024-05-09", "3", "38"),
    ("completed", "2024-05-12", "2", "41"),
    ("completed", "2024-05-19", "", "39"),
]

NO_EXCHANGE = [
    "Israel would free [p30?:30 prisoners] for each civilian under the draft.",
    "The truce could be extended by a day for every [c10?:ten hostages] released.",
    "The rebels must release [c10?:ten captives] a day.",
    "The truce will hold as long as Hamas frees [c10?:ten hostages].",
    "[c110:110 hostages] have been freed in deals or rescued since the attack.",
    "The group still holds [h48:48 hostages].",
    "The army fought on without a deal to free [h100:the hundred captives].",
    "Families rallied for the return of their loved ones; [h48:48 hostages] remain.",
    "Thousands rallied for the release of [h133:the 133 hostages].",
    "They are the first of [c200?:some 200 hostages] to be let go.",
    "“[c133?:All 133] must come home,” said a brother.",
    "Marines freed [c27:27 sailors] in a commando operation.",
    "The ELN refused to release [c9?:nine hostages].",
    "Hamas released {Noa Adler}'s letter on Monday.",
]


@pytest.mark.parametrize(("text", "expected"), BOTH_SIDES + SWAPS_OF_STATES + HOW_FAR_IT_GOT)
def test_one_exchange(text, expected):
    assert [summary(claim) for claim in told(text)] == [expected]


@pytest.mark.parametrize(("text", "captives", "prisoners"), SUMS)
def test_how_many_they_are(text, captives, prisoners):
    assert [summary(claim)[2:] for claim in told(text)] == [(captives, prisoners)]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_when_it_was(text, period):
    assert [summary(claim)[1] for claim in told(text)] == [period]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_batches_totals_rivals_and_disputes(text, expected):
    assert [summary(claim) for claim in told(text)] == expected


@pytest.mark.parametrize("text", NO_EXCHANGE)
def test_what_is_no_exchange(text):
    assert told(text) == []


def test_a_bare_number_in_a_ledger_is_of_the_side_that_it_resembles():
    assert [summary(claim) for claim in told(LEDGER)] == IN_A_LEDGER


def test_figures_and_passages_come_with_the_claim():
    (claim,) = told("The rebels freed [c9:nine monks] on Monday. In turn, Myanmar let [p14:14 fighters] go.")
    assert claim.figures == (0, 1)
    assert len(claim.evidence) == 2


def test_a_long_sentence_is_read_in_linear_time():
    text = "Hamas freed [c3:three hostages] " + "and more of the same was told by Hamas and Israel " * 4000
    assert [summary(claim)[2] for claim in told(text)] == ["3 Hamas"]
