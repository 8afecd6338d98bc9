"""Guards the promise that places and parties are found by their names, and told apart by the words around them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build.authority import table
from build.places.gazetteer import entries_of, gazetteer
from build.places.mentioned import find_parties_and_places
from build.records import PartyMention, PlaceMention, Sentence
from build.text import sentences, tokenise
from tests.support import article

PARTIES = [
    # states by their names and adjectives
    ("Qatari and Egyptian mediators met Israelis.", ["QA", "EG", "IL"]),
    ("The Swiss hosted; the Dutch and the Thais came.", ["CH", "NL", "TH"]),
    ("A Filipino sailor and two Frenchmen were freed by South Sudanese rebels.", ["PH", "FR", "SS"]),
    ("The Democratic Republic of the Congo accuses Rwanda.", ["CD", "RW"]),
    ("North Korean and South Korean officials spoke.", ["KP", "KR"]),
    # abbreviations, in capitals only
    ("The U.S., the UK and the UAE told us so.", ["US", "GB", "AE"]),
    ("The DRC and the EU signed; so did the U.N.", ["CD", "EU", "UN"]),
    ("They asked us who will pay.", []),
    # organisations
    ("The Red Cross and the World Food Programme thanked the Taliban.", ["ICRC", "World Food Programme", "Taliban"]),
    ("Ansar Allah, as the Houthi movement calls itself, agreed.", ["Houthis", "Houthis"]),
    ("The Islamic Resistance Movement and the PIJ replied.", ["Hamas", "Islamic Jihad"]),
    ("M23 and the Rapid Support Forces stayed away.", ["M23", "Rapid Support Forces"]),
    # capitals and seats that stand for their governments
    ("Moscow rejects the list that Kyiv sent.", ["RU", "UA"]),
    ("Talks between Riyadh, Muscat and Sanaa go on.", ["SA", "OM"]),
    ("The Kremlin and the White House confirmed it.", ["RU", "US"]),
    ("They await a message from Washington.", ["US"]),
    ("Tel Aviv’s answer is due.", ["IL"]),
    # persons sent
    ("Envoys from Norway and Cuba opened the round.", ["NO", "CU"]),
    ("She appealed to UK officials.", ["GB"]),
    # newspapers and parts of the world are no parties
    ("The Moscow Times and the Jerusalem Post reported it.", []),
    ("Latin American Jesuits prayed; so did Roman Catholics.", []),
]
PLACES = [
    # after a preposition of place or direction
    ("They met in Geneva and flew to Muscat.", [("Geneva", "CH"), ("Muscat", "OM")]),
    ("Rounds in Paris, Cairo and Doha failed.", [("Paris", "FR"), ("Cairo", "EG"), ("Doha", "QA")]),
    ("Two buses left Bogota.", [("Bogota", "CO")]),
    ("The delegation is to travel on to Egypt.", [(None, "EG")]),
    # what is held there
    ("The Jeddah talks stalled.", [("Jeddah", "SA")]),
    ("Naivasha will host the next round.", [("Naivasha", "KE")]),
    ("It was signed in Oslo, where the king looked on.", [("Oslo", "NO")]),
    # spellings
    ("In Sana’a and in Sanaa people cheered.", [("Sana'a", "YE"), ("Sana'a", "YE")]),
    ("He left for Sharm El Sheikh from Khan Yunis.", [("Sharm el-Sheikh", "EG"), ("Khan Younis", "PS")]),
    ("In Bogotá, in Kiev, in Zürich.", [("Bogota", "CO"), ("Kyiv", "UA"), ("Zurich", "CH")]),
    ("In Deyr ez-Zor, in Dir az Zor.", [("Deir ez-Zor", "SY"), ("Deir ez-Zor", "SY")]),
    ("They fled to Dir al-Balah, to Beit Lahiyya.", [("Deir al-Balah", "PS"), ("Beit Lahia", "PS")]),
    ("He flew from Hudaydah to Sharm al-Sheik.", [("Hodeidah", "YE"), ("Sharm el-Sheikh", "EG")]),
    ("They asked Khalil Yunes and Mr Jabalieh.", []),
    # described
    ("They sat down in the Turkish capital.", [("Ankara", "TR")]),
    ("They sat down in Kenya’s capital.", [("Nairobi", "KE")]),
    ("They sat down in the capital of Togo.", [("Lome", "TG")]),
    # buildings
    ("He spoke at the Élysée and at Mar-a-Lago.", [("Paris", "FR"), ("Palm Beach", "US")]),
    # regions and what is wider than a country
    ("Fighting in Darfur and in the Chernihiv region went on.", [(None, "SD"), (None, "UA")]),
    ("Hostages are held in Gaza, some in Gaza City.", [(None, "PS"), ("Gaza City", "PS")]),
    # names that are other words or persons as well
    ("Nice people told Chad so.", []),
    ("They live in Nice.", [("Nice", "FR")]),
    ("The group read in Reading.", []),
    # what acts is no place
    ("Washington welcomed it.", []),
    ("The Doha-based bureau agreed.", []),
    ("The Geneva Conventions forbid it.", []),
    ("Israel’s offensive goes on.", []),
]


def find_parties(parts: tuple[Sentence, ...]) -> tuple[PartyMention, ...]:
    return find_parties_and_places(parts, [entries_of(part.tokens) for part in parts])[0]


def find_places(parts: tuple[Sentence, ...]) -> tuple[PlaceMention, ...]:
    return find_parties_and_places(parts, [entries_of(part.tokens) for part in parts])[1]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_parties(text: str, expected: list[str]) -> None:
    subject = article(text)
    assert [mention.party for mention in find_parties(sentences(subject))] == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text: str, expected: list[tuple[str | None, str]]) -> None:
    subject = article(text)
    found = find_places(sentences(subject))
    assert [(mention.place, mention.country) for mention in found] == expected


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Europe wants to be heard.", None),
        ("The Middle East envoy spoke.", None),
        ("They will meet in Europe at the weekend.", "Europe"),
        ("Talks somewhere in the Gulf failed.", "Gulf"),
        ("She toured the Middle East.", "Middle East"),
    ],
)
def test_a_region_stands_where_no_country_is_stated(text: str, region: str | None) -> None:
    subject = article(text)
    found = find_places(sentences(subject))
    assert [mention.region for mention in found] == [name for name in [region] if name]


def test_a_city_that_may_act_or_be_the_place_is_both() -> None:
    subject = article("Cairo hosted them.")
    parts = sentences(subject)
    assert [mention.party for mention in find_parties(parts)] == ["EG"]
    assert [mention.place for mention in find_places(parts)] == ["Cairo"]


def test_forms_say_how_a_party_is_named() -> None:
    subject = article("Qatar, Qatari officials, Hamas and Doha agreed.")
    found = find_parties(sentences(subject))
    assert [mention.form for mention in found] == ["state", "adjective", "organization", "capital"]


def test_every_state_has_a_code_a_name_and_what_it_is_called() -> None:
    rows = table("countries")
    assert len({row["code"] for row in rows}) == len(rows) > 240
    assert all(row["name"] and row["source"] for row in rows)
    codes = {row["code"] for row in rows}
    for name in ("cities", "regions", "buildings"):
        assert {row["country"] for row in table(name)} - {""} <= codes


def test_no_name_is_of_two_cities() -> None:
    names = [row["name"] for row in table("cities")]
    assert len(set(names)) == len(names)


@given(st.lists(st.sampled_from(["Doha", "the", "in", "U.S.", "capital", "’s", "-", ",", "Red", "Cross", "of", "é"])))
def test_mentions_stand_in_the_text_in_order_and_apart(parts: list[str]) -> None:
    subject = article(" ".join(parts))
    found = sentences(subject)
    for mentions in (find_parties(found), find_places(found)):
        end = 0
        for mention in mentions:
            assert end <= mention.start < mention.end <= len(subject.text)
            end = mention.end


def test_ten_thousand_names_in_one_sentence_take_no_time() -> None:
    gazetteer()
    text = "They met in " + "Doha, Cairo and the White House, " * 3_500 + "again."
    whole = Sentence(0, len(text), tuple(tokenise(text, 0, len(text))), 0, False)
    start = time.perf_counter()
    assert len(find_places((whole,))) == 10_500
    assert time.perf_counter() - start < 2
