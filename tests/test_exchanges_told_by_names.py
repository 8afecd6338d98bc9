"""Promise: releases told by names, in batches or by those who get their own people back are read too."""

from datetime import date

import pytest

from build.chunks import find_chunks
from build.extract.exchanges import find_exchanges
from build.extract.figures import find_figures

from .exchange_cases import summary
from .support import article

Row = tuple[str, str, str, str]


def rows(text: str) -> list[Row]:
    """The exchanges of a text published on Saturday, 9 March 2024."""
    chunks = find_chunks(article(text, date(2024, 3, 9)))
    return [summary(claim) for claim in find_exchanges(chunks, find_figures(chunks))]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The Taliban freed Paul Harmon, an American engineer, on Monday. He was the last hostage in Kabul.",
            ("completed", "2024-03-04", "1 Taliban", ""),
        ),
        (
            "Marta Ruiz, Jean Petit and Carl Olsen were handed to the Red Cross on Friday. The hostages were tired.",
            ("completed", "2024-03-08", "3", ""),
        ),
        (
            "Anna Berg and Tom Fischer, both Germans, came home on Thursday. Other hostages are still in the desert.",
            ("completed", "2024-03-07", "2", ""),
        ),
    ],
)
def test_people_named_where_nothing_is_counted(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The freed hostage Paul Harmon met the president on Monday.",
        "The rebels released a video of the hostage Paul Harmon on Monday.",
        "Anna Berg, who was freed on Thursday, said the other hostages were well.",
        "Foreign minister Jean Petit was handed a letter by the families of the hostages on Friday.",
    ],
)
def test_names_that_tell_of_no_release(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "On Sunday, Hamas released a fourth group: 11 Israelis. Relatives of hostages wept.",
            ("completed", "2024-03-03", "11 Hamas", ""),
        ),
        (
            "The ELN freed a second batch of nine policemen on Friday. Other hostages are still held.",
            ("completed", "2024-03-08", "9 ELN", ""),
        ),
        (
            "Boko Haram let a first group of 21 girls go on Monday. Other captives are still held.",
            ("completed", "2024-03-04", "21 Boko Haram", ""),
        ),
    ],
)
def test_batches(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Ukraine said 95 of its soldiers came home on Wednesday in a swap with Russia.",
            ("completed", "2024-03-06", "95 RU", ""),
        ),
        (
            "The Red Cross said it had received seven hostages from Hamas on Monday.",
            ("completed", "2024-03-04", "7 Hamas", ""),
        ),
        (
            "Hamas's military wing released two American women, Ruth and Sarah Katz, on Friday. Hostages are weak.",
            ("completed", "2024-03-08", "2 Hamas", ""),
        ),
    ],
)
def test_who_lets_them_go(text: str, row: Row) -> None:
    got = rows(text)
    assert [(status, days, captives) for status, days, captives, _ in got] == [row[:3]]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Israel freed 1,027 Palestinian prisoners in exchange for one soldier, Gilad Shalit, held by Hamas.",
            ("completed", "", "1 Hamas", "1027 IL"),
        ),
        ("Of the 33, eighteen hostages have been released so far.", ("completed", "", "18", "")),
        (
            "Israel delayed the release of 602 Palestinian prisoners on Saturday after Hamas handed over six hostages.",
            ("agreed", "2024-03-09", "6 Hamas", "602 IL"),
        ),
        (
            "Kyiv and Moscow carried out the first stage of the swap on Friday, each releasing 270 servicemen.",
            ("completed", "2024-03-08", "270 UA", "270 RU"),
        ),
    ],
)
def test_what_is_counted_twice_or_put_off(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Hamas on Friday named three hostages who will be freed on Saturday for 90 prisoners.", "2024-03-09"),
        ("Israel on Thursday approved a deal by which 30 hostages will be freed on Sunday.", "2024-03-10"),
        ("Talks on the release of the remaining 60 hostages were to have begun in Doha on Monday.", ""),
    ],
)
def test_days_of_naming_and_of_talks(text: str, days: str) -> None:
    assert [row[1] for row in rows(text)] == [days]
