"""Guards the promise that every number is read as written: value, range, modifier and the unit it carries."""

import pytest

from build.numbers.quantities import find_quantities
from build.records import Quantity
from build.text import sentences

from .support import article

Expected = tuple[str, float, float, str, str | None]


def read(text: str) -> list[Expected]:
    """The quantities of `text` as (words, low, high, modifier, unit)."""
    source = article(text)
    return [
        (text[found.start : found.end], found.low, found.high, found.modifier, found.unit)
        for found in find_quantities(source, sentences(source))
    ]


DIGITS = [
    ("The convoy had 15,000 sacks.", ("15,000", 15000, 15000, "exact", None)),
    ("Il y a 30.717 réfugiés.", ("30.717", 30717, 30717, "exact", None)),
    ("Juba counted 1\u00a0204 returnees.", ("1\u00a0204", 1204, 1204, "exact", None)),
    ("Juba counted 12\u202f300 returnees.", ("12\u202f300", 12300, 12300, "exact", None)),
    ("Juba counted 12 300 returnees.", ("12 300", 12300, 12300, "exact", None)),
    ("Aid for 1,5 million people.", ("1,5 million", 1500000, 1500000, "exact", None)),
    ("Aid for 1.5m people.", ("1.5m", 1500000, 1500000, "exact", None)),
    ("Some said 40k had fled.", ("40k", 40000, 40000, "exact", None)),
    ("The town holds 2½ million people.", ("2½ million", 2500000, 2500000, "exact", None)),
]

WORDS = [
    ("two hundred and fifty detainees", ("two hundred and fifty", 250, 250, "exact", None)),
    ("thirty three detainees", ("thirty three", 33, 33, "exact", None)),
    ("seventy-two detainees", ("seventy-two", 72, 72, "exact", None)),
    ("six thousand one hundred and fifty", ("six thousand one hundred and fifty", 6150, 6150, "exact", None)),
    ("one million seven hundred thousand", ("one million seven hundred thousand", 1700000, 1700000, "exact", None)),
    ("fifteen hundred sacks", ("fifteen hundred", 1500, 1500, "exact", None)),
    ("a million and a half people", ("a million and a half", 1500000, 1500000, "exact", None)),
    ("four and a half million people", ("four and a half million", 4500000, 4500000, "exact", None)),
    ("half a million people", ("half a million", 500000, 500000, "exact", None)),
    ("three quarters of a million people", ("three quarters of a million", 750000, 750000, "exact", None)),
    ("half a dozen villages", ("half a dozen", 6, 6, "exact", None)),
    ("two dozen villages", ("two dozen", 24, 24, "exact", None)),
]

VAGUE = [
    ("dozens of villages", ("dozens", 24, 24, "at_least", None)),
    ("scores of villages", ("scores", 40, 40, "at_least", None)),
    ("several hundred villagers", ("several hundred", 200, 200, "at_least", None)),
    ("a few dozen villagers", ("a few dozen", 24, 24, "at_least", None)),
    ("tens of thousands marched", ("tens of thousands", 20000, 20000, "at_least", None)),
    ("hundreds of thousands marched", ("hundreds of thousands", 200000, 200000, "at_least", None)),
    ("billions of dollars", ("billions of dollars", 2e9, 2e9, "at_least", "USD")),
    ("decades of war", ("decades", 20, 20, "at_least", "year")),
]

RANGES = [
    ("10 to 12 sailors", ("10 to 12", 10, 12, "exact", None)),
    ("18–32 sailors", ("18–32", 18, 32, "exact", None)),
    ("700-1,000 sailors", ("700-1,000", 700, 1000, "exact", None)),
    ("between 35 and 40 sailors", ("between 35 and 40", 35, 40, "exact", None)),
    ("eight or nine sailors", ("eight or nine", 8, 9, "exact", None)),
    ("five to six hundred a day", ("five to six hundred", 500, 600, "exact", None)),
    ("six to eight weeks", ("six to eight weeks", 6, 8, "exact", "week")),
    ("a one- to two-day pause", ("one- to two-day", 1, 2, "exact", "day")),
    ("from 50 to 69 sailors", ("50 to 69", 50, 69, "exact", None)),
    ("10-12% of crops", ("10-12%", 10, 12, "exact", "percent")),
]

SHARES = [
    ("half the population", ("half", 0.5, 0.5, "exact", "share")),
    ("two thirds of all Yemenis", ("two thirds", 0.6667, 0.6667, "exact", "share")),
    ("nearly a third of them", ("nearly a third", 0.3333, 0.3333, "about", "share")),
    ("four-fifths were ruined", ("four-fifths", 0.8, 0.8, "exact", "share")),
    ("a third have fled", ("a third", 0.3333, 0.3333, "exact", "share")),
    ("losses rose by a third", ("a third", 0.3333, 0.3333, "exact", "share")),
    ("losses fell to a third", ("a third", 0.3333, 0.3333, "exact", "share")),
    ("one in three children", ("one in three", 0.3333, 0.3333, "exact", "share")),
    ("nine out of every ten wells", ("nine out of every ten", 0.9, 0.9, "exact", "share")),
    ("almost eighty per cent of wells", ("almost eighty per cent", 80, 80, "about", "percent")),
    ("fell by 38%", ("38%", 38, 38, "exact", "percent")),
]

MODIFIERS = [
    ("no fewer than 35 pilots", ("no fewer than 35", 35, 35, "at_least", None)),
    ("upwards of 50 pilots", ("upwards of 50", 50, 50, "at_least", None)),
    ("The toll has passed 300.", ("passed 300", 300, 300, "at_least", None)),
    ("The toll tops 40,000", ("tops 40,000", 40000, 40000, "at_least", None)),
    ("Troops passed 3 villages.", ("3", 3, 3, "exact", None)),
    ("as many as 150 pilots", ("as many as 150", 150, 150, "at_most", None)),
    ("up to about 50 pilots", ("up to about 50", 50, 50, "at_most", None)),
    ("some 240 pilots", ("some 240", 240, 240, "about", None)),
    ("thirty or so pilots", ("thirty or so", 30, 30, "about", None)),
    ("twenty-odd pilots", ("twenty-odd", 20, 20, "about", None)),
    ("200+ pilots", ("200+", 200, 200, "at_least", None)),
    ("at least a week", ("at least a week", 1, 1, "at_least", "week")),
    ("within ten days", ("within ten days", 10, 10, "at_most", "day")),
    ("Kyiv would not go beyond 10 days.", ("beyond 10 days", 10, 10, "at_most", "day")),
    ("It dragged on beyond 10 days.", ("beyond 10 days", 10, 10, "at_least", "day")),
    ("They had not met for over three years.", ("over three years", 3, 3, "at_least", "year")),
    ("The handover was spread over five days.", ("five days", 5, 5, "exact", "day")),
    ("a quarter of a century", ("a quarter of a century", 25, 25, "exact", "year")),
]

UNITS = [
    ("a four-day pause", ("four-day", 4, 4, "exact", "day")),
    ("two more days", ("two more days", 2, 2, "exact", "day")),
    ("a weeklong pause", ("weeklong", 1, 1, "exact", "week")),
    ("a month-long pause", ("month-long", 1, 1, "exact", "month")),
    ("a decades-old feud", ("decades-old", 20, 20, "at_least", "year")),
    ("a decades-long feud", ("decades-long", 20, 20, "at_least", "year")),
    ("half a century", ("half a century", 50, 50, "exact", "year")),
    ("two and a half years", ("two and a half years", 2.5, 2.5, "exact", "year")),
    ("$4.3 billion", ("$4.3 billion", 4.3e9, 4.3e9, "exact", "USD")),
    ("£20m for Sudan", ("£20m", 2e7, 2e7, "exact", "GBP")),
    ("€1.5bn for Sudan", ("€1.5bn", 1.5e9, 1.5e9, "exact", "EUR")),
    ("200 million Saudi riyals", ("200 million Saudi riyals", 2e8, 2e8, "exact", "SAR")),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*DIGITS, *WORDS, *VAGUE, *RANGES, *SHARES, *MODIFIERS, *UNITS],
    ids=lambda case: str(case)[:40],
)
def test_a_number_is_read_as_written(text: str, expected: Expected) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Two F-16 jets and the G7",
        "the 30th day, the 1990s, the sixty-fifth swap",
        "COVID-19 and Mi-24 crews",
        "a third round of talks, a half-brother, the second half",
        "a day, the week, some months",
        "at 7:30 on 2024-05-17, 24/7",
        "1" * 400,
    ],
)
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert [found for found in read(text) if found[0] != "Two"] == []


def test_a_change_is_two_numbers() -> None:
    assert [found[1] for found in read("The toll rose from 50 to 69.")] == [50, 69]


def test_a_modifier_reaches_only_its_own_number() -> None:
    found = read("At least 69 of the more than 200 were freed, and 12 were not.")
    assert [(one[1], one[3]) for one in found] == [(69, "at_least"), (200, "at_least"), (12, "exact")]


def test_the_number_alone_is_marked_inside_the_quantity() -> None:
    text = "roughly 250 people"
    source = article(text)
    (found,) = find_quantities(source, sentences(source))
    assert isinstance(found, Quantity)
    assert (text[found.start : found.end], text[found.number_start : found.number_end]) == ("roughly 250", "250")


def test_ten_thousand_numbers_in_one_sentence_are_read() -> None:
    assert len(read("12 men, " * 10_000)) == 10_000
