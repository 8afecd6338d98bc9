"""Texts too long, too deep or too much of one thing."""

from itertools import product
from pathlib import Path

from .kinds import FIGURES, RELEASE, TITLE, Kind, Row, Sentence, article, refused, told

MB = 1_000_000
MOST = 100_000
TEXT = article()
PAUSE = Row({"title": TITLE}, {"10-day pause": 10.0})
NAMES = ", ".join(f"A{a}{b} B{c}{d}" for a, b, c, d in product("aeiouyrlnt", repeat=4))
LONG_NAME = f"T{'o' * 4000}rmund"
RIGHT = Row({"title": TITLE})


def beside(extra: str) -> str:
    """The article with a paragraph more at its end."""
    return f"{TEXT}\n{extra}\n"


def big(name: str, piece: bytes, size: int, *words: str) -> Kind:
    """A file of `size` bytes, the piece again and again."""

    def put(folder: Path) -> None:
        with (folder / "hostile.txt").open("wb") as handle:
            for _ in range(size // (len(piece) * 1000)):
                handle.write(piece * 1000)

    return Kind(name, put, Sentence(("hostile.txt", *words)), is_big=True)


def sparse(folder: Path) -> None:
    with (folder / "hostile.txt").open("wb") as handle:
        handle.truncate(10**12)


def released(number: str) -> str:
    """An article about the release of so many prisoners."""
    return article(release=RELEASE.replace("17", number))


KINDS: list[Kind] = [
    big("one line of 50 MB", b"Envoys met in Doha and ", 50 * MB, "larger than any article", "100,000"),
    big("50 MB of prose", RELEASE.encode() + b" ", 50 * MB, "larger than any article"),
    big("a million short lines", b"no\n", 3 * MB, "larger than any article"),
    Kind("a terabyte of nothing", sparse, Sentence(("hostile.txt", "larger than any article")), is_big=True),
    refused("one byte too many", TEXT.encode().ljust(MOST + 1), "100,000 bytes"),
    refused("30,000 short lines", "no\n" * 30_000, "30,000 lines", "10,000"),
    told("as long as may be", beside(f"{RELEASE} " * 1800).ljust(MOST - 6), RIGHT),
    told("as many lines as may be", beside("\n".join(f"n{number}" for number in range(9_990))), RIGHT),
    told("10,000 names in one sentence", beside(f"Those who came were {NAMES}."), RIGHT),
    told("7,000 numbers in one sentence", beside(f"They freed {'12 hostages, ' * 7_000}and left."), RIGHT),
    told("a sentence of 4,900 letters", beside(f"They freed {'12 hostages, ' * 370}and left."),
         Row({"title": TITLE}, FIGURES | {"12 hostages": 12.0})),
    told("a name of 4,000 letters", TEXT.replace("Tormund", LONG_NAME),
         Row({"title": TITLE}, FIGURES, {f"Ilka {LONG_NAME}", "Pell Vastra"})),
    told("a name of 80,000 letters", TEXT.replace("Tormund", LONG_NAME * 20),
         Row({"title": TITLE}, None, {"Pell Vastra"})),
    told("one word of 90,000 letters", beside("a" * 90_000), RIGHT),
    told("90,000 blanks in a line", TEXT.replace("released 17", f"released{' ' * 90_000}17"), RIGHT),
    told("a numeral of 5,000 digits", released("9" * 5000), PAUSE),
    told("a numeral of 5,000 digits with commas", released("9" * 2 + ",999" * 1666), PAUSE),
    told("a fraction of 5,000 digits", released("0." + "3" * 5000), PAUSE),
    told("5,000 noughts before a number", released("0" * 5000 + "17"), PAUSE),
    told("a number beyond what every reader holds", released("9007199254740993"), PAUSE),
    told("a million million million", released("17 " + "million " * 60), Row({"title": TITLE}, None)),
    told("a chain of words for numbers", beside("one hundred and " * 300 + "one prisoners were freed."),
         Row({"title": TITLE}, None)),
    told("5,000 quotation marks, one in another", beside("“‘" * 2500 + "peace" + "’”" * 2500), RIGHT),
    told("5,000 straight quotation marks", beside("\" ' " * 2500), RIGHT),
    told("5,000 brackets, one in another", beside("([{" * 5000 + "x" + "}])" * 5000), RIGHT),
    told("50,000 marks", beside("-–—/.,;:!?" * 5000), RIGHT),
    told("a date line of 84,000 letters", beside("May 4, " * 12_000), RIGHT),
    told("an address of 90,000 letters", beside("https://example.org/" + "a/" * 45_000), RIGHT),
    told("21,000 abbreviations", beside("U.S. Mr. Dr. " * 7_000), RIGHT),
    told("20,000 sentences of one letter", beside("A. " * 20_000), RIGHT),
    told("a title of 80,000 letters", article(title=f"{TITLE} " * 2000), Row({"title": ""})),
]  # fmt: skip
