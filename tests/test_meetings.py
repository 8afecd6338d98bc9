"""Promise: a meeting is told with who met, where and when, as the codebook's "meetings" says; nothing else is one."""

from datetime import date

import pytest

from build.chunks import find_chunks
from build.extract.meetings import find_meetings
from build.records import Chunks, MeetingClaim

from .support import article

SATURDAY = date(2024, 3, 9)
Row = tuple[str | None, str | None, str | None, str, set[str]]


def claims(text: str, published_on: date | None = SATURDAY) -> tuple[Chunks, tuple[MeetingClaim, ...]]:
    chunks = find_chunks(article(text, published_on))
    return chunks, find_meetings(chunks)


def rows(text: str, published_on: date | None = SATURDAY) -> list[Row]:
    """Each meeting as (place or else country, first day, last day, status, parties)."""
    return [
        (
            claim.place or claim.country or claim.region,
            claim.start_date.isoformat() if claim.start_date else None,
            claim.end_date.isoformat() if claim.end_date else None,
            claim.status,
            {seat.party for seat in claim.participants},
        )
        for claim in claims(text, published_on)[1]
    ]


THURSDAY, FRIDAY, SUNDAY, MONDAY, TUESDAY = "2024-03-07", "2024-03-08", "2024-03-03", "2024-03-04", "2024-03-05"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Ukrainian President Volodymyr Zelenskyy met Turkish President Recep Tayyip Erdogan in Ankara on Thursday.",
            ("Ankara", THURSDAY, THURSDAY, "held", {"UA", "TR"}),
        ),
        (
            "Houthi negotiators and a Saudi delegation met in Muscat last week, Omani officials said on Sunday.",
            ("Muscat", "2024-02-26", SUNDAY, "held", {"Houthis", "SA"}),
        ),
        (
            "Mediators from Egypt, Qatar and the US met in Cairo on Wednesday with representatives of Hamas.",
            ("Cairo", "2024-03-06", "2024-03-06", "held", {"EG", "QA", "US", "Hamas"}),
        ),
        (
            "Kenya's president William Ruto received Sudanese general Mohamed Hamdan Dagalo in Nairobi on Thursday.",
            ("Nairobi", THURSDAY, THURSDAY, "held", {"KE", "SD"}),
        ),
        (
            "On Monday evening in Cairo, an Egyptian official said, Hamas negotiators sat across from a Qatari team.",
            ("Cairo", MONDAY, MONDAY, "held", {"Hamas", "QA"}),
        ),
        (
            "M23 rebels and Congolese officials signed a declaration of principles in Doha on 19 July.",
            ("Doha", "2023-07-19", "2023-07-19", "held", {"M23", "CD"}),
        ),
        (
            "Sergei Lavrov said after meeting his Turkish counterpart Hakan Fidan in Antalya on Sunday that he "
            "was content.",
            ("Antalya", SUNDAY, SUNDAY, "held", {"RU", "TR"}),
        ),
        (
            "Norway brought together Philippine officials and leaders of the Communist Party of the Philippines in "
            "Oslo on Tuesday.",
            ("Oslo", TUESDAY, TUESDAY, "held", {"NO", "PH", "Communist Party of the Philippines"}),
        ),
    ],
)
def test_verbs_of_meeting(text, row):
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Russian and Ukrainian negotiators held talks in Istanbul on 4 March.",
            ("Istanbul", MONDAY, MONDAY, "held", {"RU", "UA"}),
        ),
        (
            "Belarus hosted a new round of talks between Russia and Ukraine in Brest on Thursday.",
            ("Brest", THURSDAY, THURSDAY, "held", {"RU", "UA"}),
        ),
        (
            "A meeting of the foreign ministers of Egypt, Jordan and Saudi Arabia took place in Riyadh on Thursday.",
            ("Riyadh", THURSDAY, THURSDAY, "held", {"EG", "JO", "SA"}),
        ),
        (
            "Israel and Hamas are holding indirect talks in Doha, with Qatari, Egyptian and US mediators shuttling "
            "between them, officials said on Monday.",
            ("Doha", None, None, "held", {"IL", "Hamas", "QA", "EG", "US"}),
        ),
        (
            "At a meeting in Paris on 28 January, the intelligence chiefs of the US and Israel and the Qatari prime "
            "minister drew up a framework.",
            ("Paris", "2024-01-28", "2024-01-28", "held", {"US", "IL", "QA"}),
        ),
        (
            "Talks would resume in Cairo next week, with delegations from Hamas, Qatar and the US taking part.",
            ("Cairo", "2024-03-11", "2024-03-17", "planned", {"Hamas", "QA", "US"}),
        ),
        (
            "The talks in Minsk between Russia and Ukraine ended on Friday.",
            ("Minsk", None, FRIDAY, "held", {"RU", "UA"}),
        ),
        (
            "Ceasefire talks began in Nairobi on Tuesday between Ethiopian officials and the Houthis.",
            ("Nairobi", TUESDAY, None, "held", {"ET", "Houthis"}),
        ),
    ],
)
def test_nouns_of_meeting(text, row):
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Israel will send a delegation to Cairo on Sunday for talks with Egyptian mediators.",
            ("Cairo", "2024-03-10", "2024-03-10", "planned", {"IL", "EG"}),
        ),
        (
            "French President Emmanuel Macron is expected to travel to Cairo next week to discuss a truce.",
            ("Cairo", "2024-03-11", "2024-03-17", "planned", {"FR"}),
        ),
        (
            "Colombian officials flew to Havana on Monday for a first session with ELN negotiators.",
            ("Havana", MONDAY, MONDAY, "held", {"CO", "ELN"}),
        ),
        (
            "A Saudi delegation spent several days in Muscat last week with Omani mediators.",
            ("Muscat", "2024-02-26", SUNDAY, "held", {"SA", "OM"}),
        ),
        (
            "Egypt's intelligence chief Abbas Kamel visited Tel Aviv on Friday and met Israeli officials there.",
            ("Tel Aviv", FRIDAY, FRIDAY, "held", {"EG", "IL"}),
        ),
        (
            "CIA director William Burns is due in Doha on Friday for talks with Mossad chief David Barnea.",
            ("Doha", "2024-03-15", "2024-03-15", "planned", {"US", "IL"}),
        ),
    ],
)
def test_journeys_to_talks(text, row):
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Joe Biden spoke by phone with Emir Tamim bin Hamad Al Thani on Tuesday.",
            (None, TUESDAY, TUESDAY, "held", {"US", "QA"}),
        ),
        (
            "The Egyptian foreign minister, Badr Abdelatty, discussed the truce with his Qatari counterpart by "
            "telephone on Tuesday.",
            (None, TUESDAY, TUESDAY, "held", {"EG", "QA"}),
        ),
        (
            "In a call with Egyptian President Abdel Fattah el-Sisi on Tuesday, Joe Biden asked him for help.",
            (None, TUESDAY, TUESDAY, "held", {"US", "EG"}),
        ),
    ],
)
def test_calls_need_a_time_and_have_no_place(text, row):
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The security cabinet met on Tuesday.",
        "The UN Security Council met on Monday to discuss the truce.",
        "Hamas leaders met in Doha on Monday to weigh the offer.",
        "US envoys met families of hostages in Tel Aviv on Monday.",
        "Israel did not meet Hamas in Doha.",
        "Israeli negotiators did not travel to Cairo, and no talks were held.",
        "Talks planned for Sunday in Geneva were called off.",
        "The talks between Hamas and Israel over a truce in Gaza continue.",
        "Russia has proposed talks in Istanbul on 2 June; Ukraine has not replied.",
        "Zelenskyy told reporters in Kyiv on Monday that he was ready to meet Putin.",
        "A senior Hamas official, Osama Hamdan, told reporters in Beirut on Friday that the talks had failed.",
        "The Israeli delegation returned from Doha on Tuesday.",
        "The demands of Hamas were met on Monday in Cairo.",
        "The Vatican offered to host talks between Russia and Ukraine.",
        "Sources said Hamas would not attend Thursday's talks in Doha.",
        "The Israeli government approved the deal on Friday after a meeting of the security cabinet in Jerusalem.",
        "Pope Francis met relatives of hostages and Palestinian families at the Vatican on Wednesday.",
        "If Hamas meets Egyptian officials in Cairo on Monday, a deal may follow.",
    ],
)
def test_what_is_no_meeting(text):
    assert rows(text) == []


def test_several_sentences_of_one_occasion_are_one_claim():
    text = (
        "A meeting near Bern ended on 20 February, after ten days. "
        "Officials of the UN and of the Houthis sat there with the ICRC. "
        "They are to meet again in May."
    )
    assert rows(text) == [
        ("Bern", None, "2024-02-20", "held", {"UN", "Houthis", "ICRC"}),
        (None, "2024-05-01", "2024-05-31", "planned", {"UN", "Houthis", "ICRC"}),
    ]


def test_definite_references_add_participants():
    text = "Hamas leaders met Egyptian officials in Cairo last week. The meeting was also attended by Qatari officials."
    assert rows(text) == [("Cairo", "2024-02-26", SUNDAY, "held", {"Hamas", "EG", "QA"})]


def test_distinct_meetings_stay_apart():
    text = (
        "A Hamas delegation met Egypt's spy chief in Cairo on Sunday and is to meet Qatari officials on Monday. "
        "Qatari and Egyptian mediators met Israeli officials in Doha on Tuesday."
    )
    assert rows(text) == [
        ("Cairo", SUNDAY, SUNDAY, "held", {"Hamas", "EG"}),
        (None, "2024-03-11", "2024-03-11", "planned", {"Hamas", "QA"}),
        ("Doha", TUESDAY, TUESDAY, "held", {"QA", "EG", "IL"}),
    ]


def test_mediators_are_those_whom_the_text_calls_so():
    text = (
        "Qatari and Egyptian mediators met Hamas leaders in Doha on Sunday. "
        "A day later the mediators met Israeli officials in Cairo."
    )
    assert rows(text)[1] == ("Cairo", MONDAY, MONDAY, "held", {"QA", "EG", "IL"})
    assert rows("Mediators met Israeli officials in Cairo on Monday.") == [("Cairo", MONDAY, MONDAY, "held", {"IL"})]


def test_a_meeting_may_run_on_to_another_day():
    text = (
        "Officials of Oman and Iran sat down in Muscat on Thursday, the state agency said. "
        "The talks will continue on Friday."
    )
    assert rows(text, date(2024, 3, 7)) == [("Muscat", THURSDAY, FRIDAY, "held", {"OM", "IR"})]


def test_who_stays_away_is_no_party():
    text = "Delegations of Israel, Hamas and Egypt held talks in Cairo on Sunday. Hamas did not attend the talks."
    assert rows(text) == [("Cairo", SUNDAY, SUNDAY, "held", {"IL", "EG"})]
    text = "Egyptian and US officials met Hamas representatives in Cairo on Sunday, with no Israeli delegation present."
    assert rows(text) == [("Cairo", SUNDAY, SUNDAY, "held", {"EG", "US", "Hamas"})]


def test_seats_say_how_a_participant_is_known():
    text = (
        "The foreign minister of Norway met Abbas Kamel, Egypt's intelligence chief, and Hamas officials "
        "in Oslo on Sunday."
    )
    chunks, (claim,) = claims(text)
    seats = {(seat.party, seat.identified_by, seat.office) for seat in claim.participants}
    assert seats == {("NO", "office", "foreign_minister"), ("EG", "name", None), ("Hamas", "delegation", None)}
    (named,) = (seat.person for seat in claim.participants if seat.person is not None)
    assert chunks.people[named].name == "Abbas Kamel"


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Qatari and Israeli officials met in either Cairo or Doha on Sunday.", None, None),
        ("Qatari and Israeli officials met in Norway on Sunday.", None, "NO"),
        ("Qatari and Israeli officials met in the Norwegian capital on Sunday.", "Oslo", "NO"),
        ("Qatari and Israeli officials met at the White House on Sunday.", "Washington", "US"),
    ],
)
def test_places_as_the_codebook_has_them(text, place, country):
    (claim,) = claims(text)[1]
    assert (claim.place, claim.country) == (place, country)


def test_without_a_publication_date_a_weekday_gives_no_day():
    assert rows("Russian and Ukrainian negotiators held talks in Istanbul on Monday.", None) == [
        ("Istanbul", None, None, "held", {"RU", "UA"})
    ]


def test_every_passage_stands_in_the_text():
    text = "DOHA, March 8 (Wire) - Qatari and Israeli officials met on Thursday. The talks in Doha were long."
    chunks, found = claims(text)
    passages = [span.of(chunks.article.text) for claim in found for span in claim.evidence]
    assert passages and all(passage.strip() and passage in text for passage in passages)


def test_time_grows_with_the_text_alone():
    """One sentence of thousands of names, and thousands of sentences of one meeting, are read all the same."""
    names = "Qatar, " * 3000
    assert rows(f"{names}Egypt and Oman met Hamas.") == []
    assert len(rows("Egypt met Hamas in Cairo on Sunday. " * 1000)) == 1
