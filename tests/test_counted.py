"""Guards the promise that a figure says what it counts, in which unit, and that what is no figure is left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build.chunks import find_chunks
from build.counting.counted import Counted, count_all

from .support import article


def read(text: str) -> list[tuple[str, str | None, str]]:
    """The figures of `text` as (quote, what is counted, unit)."""
    return [(text[found.start : found.end], found.text, found.unit) for found in counted(text)]


def counted(text: str) -> list[Counted]:
    return [found for found in count_all(find_chunks(article(text))) if found is not None]


PEOPLE = [
    ("Juba freed eleven Kenyan farm workers.", ("eleven Kenyan farm workers", "Kenyan farm workers", "people")),
    (
        "They hold 115 Malian and foreign captives.",
        ("115 Malian and foreign captives", "Malian and foreign captives", "people"),
    ),
    (
        "It released eight blindfolded, bound and tired men.",
        ("eight blindfolded, bound and tired men", "blindfolded, bound and tired men", "people"),
    ),
    ("Dozens of women soldiers were seized.", ("Dozens of women soldiers", "women soldiers", "people")),
    ("Ten Ukrainian prisoners-of-war came home.", ("Ten Ukrainian prisoners", "Ukrainian prisoners", "people")),
    ("Clashes left 92 wounded in Aden.", ("92 wounded", "wounded", "people")),
    ("The ministry registered 26,637 deaths.", ("26,637 deaths", "deaths", "people")),
    ("The bodies of four sailors came home.", ("bodies of four sailors", "bodies of sailors", "people")),
    (
        "More than 20 heads of state and government came.",
        ("More than 20 heads of state and government", "heads of state and government", "people"),
    ),
    ("A crowd of several thousand waited.", ("crowd of several thousand", "crowd", "people")),
    ("It freed 12 of his countrymen.", ("12 of his countrymen", "his countrymen", "people")),
    ("One Filipino crossed the river.", ("One Filipino", "Filipino", "people")),
]

THINGS = [
    ("It sent 137 trucks of goods.", ("137 trucks of goods", "trucks of goods", "truck")),
    ("It sent 129,000 litres of fuel.", ("129,000 litres of fuel", "litres of fuel", "litre")),
    ("They shot down 30 drones and missiles.", ("30 drones and missiles", "drones and missiles", "drone")),
    ("They left a two-page paper.", ("two-page paper", "paper", "page")),
    ("He sent a 14-member team.", ("14-member team", "team", "people")),
    ("Hundreds of families wait.", ("Hundreds of families", "families", "family")),
    ("The gate is 2 km away.", ("2 km", None, "kilometre")),
]

LENGTHS = [
    ("A four-day Omani-brokered truce holds.", ("four-day Omani-brokered truce", "Omani-brokered truce", "day")),
    ("It foresees a first pause of six weeks.", ("pause of six weeks", "pause", "week")),
    ("It follows ten months of war.", ("ten months of war", "war", "month")),
    ("The truce was extended by two days.", ("two days", "truce", "day")),
    ("A ceasefire, which Juba wanted to last 30 days, failed.", ("30 days", "ceasefire", "day")),
    ("Nearly four months on, the war drags.", ("Nearly four months", "war", "month")),
    ("The 15-month-old war goes on.", ("15-month-old war", "war", "month")),
    ("They held a 45-minute meeting.", ("45-minute meeting", "meeting", "minute")),
    ("The talks lasted for six hours.", ("six hours", "talks", "hour")),
    ("What of the second phase? It takes 60 days.", ("60 days", "second phase", "day")),
]

DIMENSIONS = [
    ("A fence 3 metres high runs along the border.", ("3 metres", "fence", "metre")),
    ("They keep a belt no more than 700 metres deep.", ("no more than 700 metres", "belt", "metre")),
    ("The tunnel, 900 metres long, was blown up.", ("900 metres", "tunnel", "metre")),
    ("The lorries wait 3 kilometres away.", ("3 kilometres", None, "kilometre")),
]

SHARES = [
    ("Half the population has fled.", ("Half the population", "the population", "share")),
    ("Two thirds of all Yemenis need help.", ("Two thirds of all Yemenis", "all Yemenis", "share")),
    ("One in three children is hungry.", ("One in three children", "children", "share")),
    ("Of the city's homes four-fifths are gone.", ("Of the city's homes four-fifths", "the city's homes", "share")),
    ("The army cut this zone by 38%.", ("38%", "this zone", "percent")),
    ("At most half of them are alive.", ("At most half of them", None, "share")),
]

MONEY = [
    ("It gave $5m worth of aid.", ("$5m worth of aid", "aid", "USD")),
    (
        "It got billions of dollars in military assistance.",
        ("billions of dollars in military assistance", "military assistance", "USD"),
    ),
    ("The bill will come to €70 billion.", ("€70 billion", "bill", "EUR")),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*PEOPLE, *THINGS, *LENGTHS, *DIMENSIONS, *SHARES, *MONEY], ids=lambda case: str(case)[:40]
)
def test_a_figure_says_what_it_counts(text: str, expected: tuple[str, str | None, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 1,200 people died and 251 were abducted.", ["people", "people"]),
        ("The text speaks of 400 lorries a day at first and 600 later.", ["lorries", "lorries"]),
        ("It counted 30 trucks on Monday. Officials had promised 200 a day.", ["trucks", "trucks"]),
        ("No lorry has gone in since May. Before that there were 600 a day.", ["lorries"]),
        ("It frees 30 prisoners for each civilian and 50 for each soldier.", ["prisoners", "prisoners"]),
        ("Seven men came first and thirteen more at noon.", ["men", "men"]),
        ("The death toll since 11 May has risen to 236.", ["toll"]),
        ("It puts the number of villagers left behind at 300.", ["villagers"]),
        ("Of the prisoners, 154 were deported.", ["prisoners"]),
        ("They flew 318 home, of whom 270 were soldiers.", [None, "soldiers"]),
        ("They hold 48 sailors, 20 of them alive.", ["sailors", "alive"]),
        ("A convoy of 40 trucks, 12 of them carrying flour, left.", ["trucks", "carrying flour"]),
        ("It let in 90 lorries, 30 of them laden with tents.", ["lorries", "laden with tents"]),
        ("They took 30 girls, five of them sick.", ["girls", "sick"]),
        ("They hold 90 sailors, 12 of whom the navy knows.", ["sailors", None]),
        ("Two earlier truces failed.", ["earlier truces"]),
        ("The clinic counts 90 dead. It says around half were women and girls.", ["dead", "women and girls"]),
        ("They swapped 307 soldiers on 24 May and 303 on 25 May.", ["soldiers", "soldiers"]),
        ("Three people were killed and at least 13 were injured.", ["people", "people"]),
        ("Some 60 of those taken remain there.", ["those taken"]),
        (
            "They gave back 12 captives and the bodies of 3 others. Five more were rescued.",
            ["captives", "bodies of others", "captives"],
        ),
        ("Nine in ten of the city's people, some 1.9 million, have fled.", ["the city's people", "the city's people"]),
    ],
)
def test_an_elided_noun_is_repeated(text: str, expected: list[str | None]) -> None:
    assert [found.text for found in counted(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Juba freed 150 prisoners, including 117 children and 33 women.", [None, 0, 0]),
        ("It freed at least 69 of the more than 200 sailors.", [1, None]),
        ("It holds 115 sailors, about a third of whom are ill.", [None, 0]),
        ("Of the 98 sailors, 36 are dead.", [None, 0]),
        ("It freed 90 prisoners, 69 of them women.", [None, 0]),
        ("It freed 90 prisoners for 12 sailors.", [None, None]),
        ("At least 12 sailors, including a boy, were killed and 40 injured.", [None, None]),
        ("It freed 90 men. Of these, 30 were lifers and 60 had been held for months.", [None, 0, 0]),
        ("It freed 90 men. Of them, 30 were sick.", [None, 0]),
        ("It seized seven Kenyans. Two of the Kenyans are pilots.", [None, 0]),
        ("It frees 90 men: 30 who are sick, and 60 who were seized in May.", [None, 0, 0]),
        ("It freed 90 men. Some 40 of those seized are still held.", [None, None]),
        ("Of these days, 12 were calm. It freed 90 men.", [None, None]),
    ],
)
def test_a_part_knows_its_whole(text: str, expected: list[int | None]) -> None:
    assert [found.parent for found in counted(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        # dates, clock times, ages
        "It began on 7 October 2023 and on 27 and 28 February.",
        "In 2019, and again in March 2021, it failed.",
        "The guns fell silent at 7 a.m., at 05:00 GMT and at eight in the morning.",
        "Jane Roe, 65, and an 80-year-old man came; children under two did not.",
        "The girl, aged 4, and the youngest of them, nine months old, came.",
        "Her father, who is 79 and frail, came; she was 41.",
        # ordinals, names, fixed terms, epithets
        "It was the 30th day, the sixty-fifth swap and the second phase.",
        "Channel 12 and Radio 4 told of Resolution 1701 and of Phase One.",
        "A 20-point plan, a two-state solution and a three-phase deal were aired.",
        "The G7 and the Group of 77 met aboard Air Force One during the Six-Day War.",
        # "one", the text's own actors, informants
        "One official said that one of the sources had met no one at one point.",
        "The two sides, both of them tired, met the three mediating nations.",
        "Three officials said so; two people familiar with the talks agreed.",
        "The officials, two of whom spoke on condition of anonymity, agreed.",
        # moments
        "They met two weeks ago, in the past 24 hours, and two days later.",
        "It was the first visit in 25 years, and the next in the coming 48 hours.",
        # denied, page furniture
        "Not 30 came. It denied that 50 soldiers had been captured.",
        "3 min read. 12 comments.",
        "Several people, most of them young, waited for a few weeks.",
    ],
)
def test_what_is_no_figure_is_left_out(text: str) -> None:
    assert read(text) == []


def test_actors_are_counted_where_they_suffer_or_are_many() -> None:
    assert read("Two ministers were killed.") == [("Two ministers", "ministers", "people")]
    assert read("Some 28 governments protested.") == [("Some 28 governments", "governments", "government")]


def test_every_quote_is_a_passage_of_the_article() -> None:
    text = " ".join(case[0] for case in (*PEOPLE, *THINGS, *LENGTHS, *SHARES, *MONEY))
    source = article(text)
    chunks = find_chunks(source)
    for quantity, found in zip(chunks.quantities, count_all(chunks), strict=True):
        if found is not None:
            assert found.start <= quantity.number_start < quantity.number_end <= found.end


WORDS = """
12 one two-day half a third of them the 2,000 dozens - – , . ; ’s and or to from between in per cent % $ million more
than at least hostages women trucks days weeks truce Kyiv who were freed said not denied that old ago ( ) “ ” 7 May US
"""
PIECES = WORDS.split()


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", " ", ""])), max_size=40))
def test_no_order_of_words_breaks_the_reading(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    for found in counted(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.unit
