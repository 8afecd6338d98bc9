"""Synthetic articles that look like news, for measuring alone: nothing in them is true.

Their sentences are templates over the names, places, offices and numerals of the authority data; a share of the
articles tells of neither talks nor releases, a share repeats another, and each stands in the furniture of a page in
one of several languages. The same seed gives the same articles, whichever of them are asked for.
"""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from build.authority import table, words

SEED = 20231124
ABOUT_NOTHING = 0.4
REPEATED = 0.08
TOLD = 0.5
PARAGRAPHS = (6, 14)
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

TALKS = (
    "{person}, the {country} {office}, met {other} in {city} on {weekday} to discuss a pause of {few} days.",
    "Envoys of {country} and {country2} held talks in {city} on {day} {month}, officials said.",
    "A delegation led by {person} arrived in {city} on {weekday} for talks with {other}, according to state media.",
    "“We have never been closer,” {person} told reporters in {city}, without saying when the sides would meet again.",
    "Mediators from {country} are expected in {city} next week, where they will present a proposal in {few} stages.",
)
RELEASES = (
    "The group freed {few} hostages, including {two} children, in exchange for {many} prisoners on {weekday}.",
    "Under the deal {many} prisoners would be released for {few} captives over {few} weeks.",
    "At least {many} people were killed and {many} injured in the strikes, the health ministry said.",
    "About {many} hostages are still held, among them {two} soldiers, {person} said on {weekday}.",
    "Some {thousands} people have been displaced since the fighting began, the United Nations estimates.",
    "{many} trucks of aid entered through the crossing on {day} {month}, not the {thousands} that were promised.",
)
OTHER = (
    "The council of {city} approved a budget of ${thousands} for its libraries, after a debate of {few} hours.",
    "Rain is expected along the coast until {weekday}, with gusts of up to {few} kilometres an hour inland.",
    "The museum in {city} has lent {few} of its paintings, which visitors may see until the end of {month}.",
    "Shares in the company fell by {few} percent after it announced that the opening of its plant would be late.",
    "“It was a hard match, and we knew it would be,” the coach said after his side had lost in {city}.",
    "Researchers who followed {thousands} pupils over {few} years found that those who slept longer read better.",
    "The bridge over the river will stay closed to lorries while engineers look for the cause of the cracks.",
    "Nobody knows how the cat came to be on the roof of the station, but commuters had grown fond of it by evening.",
)
PLAIN = (
    "The announcement came after weeks in which little had been heard, and few of those involved wished to comment.",
    "Analysts say that both sides have reasons to wait, and that neither wants to be seen as the first to give way.",
    "Earlier attempts had failed over the question of who would go first and who would watch over what was agreed.",
)
FURNITURE = {
    "en": (("Home", "World", "Sport", "Subscribe"), ("Share this article", "3 min read"), ("Most read", "Related")),
    "de": (("Startseite", "Politik", "Sport", "Abonnieren"), ("Artikel teilen",), ("Meistgelesen", "Impressum")),
    "fr": (("Accueil", "Monde", "Sport", "S'abonner"), ("Partager",), ("Les plus lus", "Mentions légales")),
    "ar": (("الرئيسية", "أخبار", "رياضة"), ("شارك",), ("الأكثر قراءة",)),
}


class Vocabulary(NamedTuple):
    """What fills the templates."""

    given_names: tuple[str, ...]
    countries: tuple[str, ...]
    adjectives: tuple[str, ...]
    offices: tuple[str, ...]
    cities: tuple[str, ...]
    numerals: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """The names of the authority data that the templates use."""
    countries = [row for row in table("countries") if row["adjectives"]]
    return Vocabulary(
        given_names=tuple(row["word"] for row in table("given_names")),
        countries=tuple(row["name"] for row in countries),
        adjectives=tuple(row["adjectives"].split("; ")[0] for row in countries),
        offices=tuple(sorted({row["word"] for row in table("offices") if row["number"] == "one"})),
        cities=tuple(row["name"] for row in table("cities") if row["needs_preposition"] != "yes"),
        numerals=tuple(sorted(words("numerals", "small"))),
    )


def article(number: int) -> str:
    """The text of an article, with its page around it.

    >>> article(7) == article(7), article(7) == article(8)
    (True, False)
    """
    chance = random.Random(f"{SEED}-{number}")
    if number and chance.random() < REPEATED:
        return article(chance.randrange(number))
    top, sharing, bottom = FURNITURE[chance.choice(sorted(FURNITURE))]
    quiet = chance.random() < ABOUT_NOTHING
    told = OTHER if quiet else (*TALKS, *RELEASES)
    paragraphs = [_paragraph(chance, told) for _ in range(chance.randint(*PARAGRAPHS))]
    dated = f"{chance.randint(1, 28)} {chance.choice(MONTHS)} {chance.choice((2023, 2024, 2025))}"
    title = _filled(chance, chance.choice(told)).split(",")[0].rstrip(".")
    return "\n\n".join((*top, title, f"Published {dated}", *sharing, *paragraphs, *bottom)) + "\n"


def _paragraph(chance: random.Random, told: tuple[str, ...]) -> str:
    return " ".join(
        _filled(chance, chance.choice(told if chance.random() < TOLD else PLAIN)) for _ in range(chance.randint(1, 4))
    )


def _filled(chance: random.Random, template: str) -> str:
    known = vocabulary()
    return template.format(
        person=_person(chance),
        other=_person(chance),
        country=chance.choice(known.adjectives if "{country} {office}" in template else known.countries),
        country2=chance.choice(known.countries),
        office=chance.choice(known.offices),
        city=chance.choice(known.cities),
        weekday=chance.choice(WEEKDAYS),
        month=chance.choice(MONTHS),
        day=chance.randint(1, 28),
        two=chance.choice(("two", "three", "four")),
        few=chance.choice(known.numerals) if chance.random() < 0.5 else chance.randint(2, 60),
        many=chance.randint(10, 900),
        thousands=f"{chance.randint(1, 900)},{chance.randint(0, 999):03}",
    )


def _person(chance: random.Random) -> str:
    """A name that nobody need bear: two given names."""
    return " ".join(name.title() for name in chance.sample(vocabulary().given_names, 2))


def articles(count: int) -> Iterator[tuple[str, str]]:
    """The first `count` articles: the name of each one's file, and its text."""
    return ((f"{number:06}.txt", article(number)) for number in range(count))


def write(folder: Path, count: int) -> None:
    """Write the first `count` articles as seeds."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles(count):
        (folder / name).write_text(text, encoding="utf-8", newline="")
