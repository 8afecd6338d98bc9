"""Promise: a stated time is read in any style and resolved as the codebook's "Dates" says, never guessed."""

from datetime import date

import pytest

from build.text import sentences
from build.times.dates import find_times, parse_date

from .support import article

SATURDAY = date(2024, 3, 9)


def times(text: str, published_on: date | None = SATURDAY) -> list[tuple[str, str | None, str | None, str]]:
    """Each time as (words, first day, last day, precision)."""
    made = article(text, published_on)
    return [
        (
            text[time.start : time.end],
            time.start_date.isoformat() if time.start_date else None,
            time.end_date.isoformat() if time.end_date else None,
            time.precision,
        )
        for time in find_times(made, sentences(made))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met on 29 November 2023 in Geneva.", "29 November 2023"),
        ("They met on 29 November, 2023 in Geneva.", "29 November, 2023"),
        ("They met on November 29, 2023, in Geneva.", "November 29, 2023"),
        ("They met on Nov. 29th, 2023, in Geneva.", "Nov. 29th, 2023"),
        ("They met on Wednesday, 29 November 2023.", "Wednesday, 29 November 2023"),
        ("They met on the 29th of November 2023.", "29th of November 2023"),
        ("The record is dated 2023-11-29 in Muscat.", "2023-11-29"),
        ("The record is dated 29/11/2023 in Muscat.", "29/11/2023"),
        ("The record is dated 29.11.2023 in Muscat.", "29.11.2023"),
    ],
)
def test_full_dates_need_no_publication_date(text, words):
    assert times(text, None) == [(words, "2023-11-29", "2023-11-29", "day")]


@pytest.mark.parametrize(
    "text",
    [
        "The form says 05/06/2023 and no more.",
        "They may march on if nothing moves.",
        "The sun sat low over the second camp.",
        "The form says 0000-01-01, 9999.12.31 and 29.11." + "9" * 5000,
        "In 2011 they agreed; in the 1990s they had not.",
        "In recent weeks, and within days, there was talk of it.",
        "A few days ago, or a week ago, the line was calm.",
        "On Bloody Sunday and Good Friday crowds gathered.",
        "The New Straits Times and the Sunday Telegraph reported it.",
        "He came a day after she had left.",
    ],
)
def test_what_gives_no_date(text):
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Envoys met on Friday in Minsk.", "2024-03-08"),
        ("Envoys will meet on Friday in Minsk.", "2024-03-15"),
        ("On Friday the envoys flew home.", "2024-03-08"),
        ("On Friday the envoys are to fly home.", "2024-03-15"),
        ("Envoys have been scheduled to sit down on Monday in Muscat.", "2024-03-11"),
        ("A round is to be held on Monday.", "2024-03-11"),
        ("He flew to Muscat to meet the rebels on Friday.", "2024-03-08"),
        ("Talks resume on Sunday.", "2024-03-10"),
        ("Talks resumed on Sunday.", "2024-03-03"),
        ("They spoke on Saturday.", "2024-03-09"),
        ("Last Saturday he spoke.", "2024-03-02"),
        ("Next Saturday he speaks.", "2024-03-16"),
        ("He met them on Friday last week.", "2024-03-01"),
        ("He will meet them on Friday next week.", "2024-03-15"),
        ("This Tuesday’s meeting was brief.", "2024-03-05"),
    ],
)
def test_weekdays_resolve_by_tense(text, day):
    assert [time[1] for time in times(text)] == [day]


def test_the_day_of_a_statement_is_not_the_day_of_what_it_tells():
    found = times("Envoys will meet on Friday in Addis Ababa, a spokesman said on Thursday.")
    assert [time[1] for time in found] == ["2024-03-15", "2024-03-07"]
    found = times("Sources said Monday that the sides would sit down on Wednesday.")
    assert [time[1] for time in found] == ["2024-03-04", "2024-03-13"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The attack of October 7 killed many.", "2023-10-07"),
        ("To avenge the killing on 31 July they waited.", "2023-07-31"),
        ("Mediators urged both to resume talks on 15 March.", "2024-03-15"),
        ("They met on 15 March.", "2023-03-15"),
        ("Wed 20 March: the envoy lands in Jeddah.", "2024-03-20"),
        ("Seized by gunmen on 7 October last year.", "2023-10-07"),
        ("In May 20 soldiers left. On May 20 soldiers left.", "2023-05-01"),
    ],
)
def test_yearless_dates_find_their_year(text, day):
    assert times(text)[0][1] == day


def test_without_a_publication_date_yearless_dates_keep_month_and_day():
    made = article("Doha, November 29 (Wire) They met on Tuesday.", None)
    first, second = find_times(made, sentences(made))
    assert (first.start_date, first.month, first.day) == (None, 11, 29)
    assert (second.start_date, second.kind) == (None, "weekday")


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("The visitors are expected by early next week.", "2024-03-11", "2024-03-17", "week"),
        ("He met them last week.", "2024-02-26", "2024-03-03", "week"),
        ("He plans a visit later this week.", "2024-03-04", "2024-03-10", "week"),
        ("The meeting, due over the weekend, involves two envoys.", "2024-03-09", "2024-03-10", "week"),
        ("They met last weekend.", "2024-03-02", "2024-03-03", "week"),
        ("They met in late November.", "2023-11-01", "2023-11-30", "month"),
        ("They are to meet again in May.", "2024-05-01", "2024-05-31", "month"),
        ("They met in June 2022.", "2022-06-01", "2022-06-30", "month"),
        ("They met last month.", "2024-02-01", "2024-02-29", "month"),
    ],
)
def test_weeks_weekends_and_months(text, start, end, precision):
    assert [time[1:] for time in times(text)] == [(start, end, precision)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They sat on 27 and 28 February with officials.", "2024-02-27", "2024-02-28"),
        ("They bargained from 6 to 24 July.", "2023-07-06", "2023-07-24"),
        ("They bargained between 19 January and 27 February.", "2024-01-19", "2024-02-27"),
        ("A 6-8 May round failed.", "2023-05-06", "2023-05-08"),
        ("The round of November 24-25 failed.", "2023-11-24", "2023-11-25"),
        ("They talked from Nov. 28 to Dec. 2 at length.", "2023-11-28", "2023-12-02"),
        ("They talked on Thursday and Friday.", "2024-03-07", "2024-03-08"),
        ("They stayed from Sunday to Tuesday.", "2024-03-03", "2024-03-05"),
        ("The truce has held since 24 November.", "2023-11-24", None),
        ("The round ended on 20 February, after ten days.", None, "2024-02-20"),
        ("The round wrapped up late on Friday.", None, "2024-03-08"),
    ],
)
def test_periods_and_their_open_ends(text, start, end):
    assert [time[1:3] for time in times(text)] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met yesterday and again today.", ["2024-03-08", "2024-03-09"]),
        ("He called last night; he will call tomorrow.", ["2024-03-08", "2024-03-10"]),
        ("He left three days ago.", ["2024-03-06"]),
        ("They met on 2 July 2023. Talks resumed a week later.", ["2023-07-02", "2023-07-09"]),
        ("They met on 2 July 2023. The following day he left.", ["2023-07-02", "2023-07-03"]),
        ("They met on 2 July 2023. He had arrived a day earlier.", ["2023-07-02", "2023-07-01"]),
        ("He flew in on Monday, and flew home the same night.", ["2024-03-04"]),
    ],
)
def test_days_told_from_another(text, days):
    assert [time[1] for time in times(text)] == days


@pytest.mark.parametrize(
    ("line", "on", "month", "day"),
    [
        ("Published On 9 Apr 2024", date(2024, 4, 9), 4, 9),
        ("Fri, 25 Jul 2025 09:40 GMT", date(2025, 7, 25), 7, 25),
        ("MUSCAT, Nov 24 (Wire) - Envoys", None, 11, 24),
        (" date 2023-04-17 The largest handover", date(2023, 4, 17), 4, 17),
    ],
)
def test_the_date_of_a_head_line(line, on, month, day):
    stated = parse_date(line)
    assert stated is not None
    assert (stated.on, stated.month, stated.day) == (on, month, day)


def test_a_line_without_a_day_has_no_date():
    assert parse_date("3 min read") is None
    assert parse_date("Page 31 of 2024") is None


def test_spans_stand_in_the_text_as_it_came():
    text = "“They met”, he said,  on\u00a0Friday —\tthen on 2\u00a0March 2024."
    made = article(text, SATURDAY)
    found = find_times(made, sentences(made))
    assert [text[time.start : time.end] for time in found] == ["Friday", "2\u00a0March 2024"]
