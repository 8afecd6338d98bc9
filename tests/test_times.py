"""Guards each way in which English tells a time, read on Saturday, 9 March 2024: words, first day, last day."""

from datetime import date

import pytest

from build.text import sentences, tokenise
from build.times.dates import find_times
from build.times.expressions import read_time

from .support import article

TOLD = [
    ("They met on November 24 and 30 in Minsk.", "November 24 and 30: 2023-11-24 to 2023-11-30"),
    ("They met on November 24 and 30 at dawn.", "November 24 and 30: 2023-11-24 to 2023-11-30"),
    ("They met on November 24 to 30 to talk.", "November 24 to 30: 2023-11-24 to 2023-11-30"),
    ("They met on November 24 to 30 with them.", "November 24 to 30: 2023-11-24 to 2023-11-30"),
    ("They met on November 24 to 30 and left.", "November 24 to 30: 2023-11-24 to 2023-11-30"),
    ("They met on November 24 to 30 on purpose.", "November 24 to 30: 2023-11-24 to 2023-11-30"),
    ("They met on November 24 to 30 for talks.", "November 24 to 30: 2023-11-24 to 2023-11-30"),
    ("They met on November 24 to 30 by sea.", "November 24 to 30: 2023-11-24 to 2023-11-30"),
    ("They met on November 24 to 30", "November 24 to 30: 2023-11-24 to 2023-11-30"),
    ("They met on November 24 to 30, it said.", "November 24 to 30: 2023-11-24 to 2023-11-30"),
    ("They met on November 24 and 30 prisoners left.", "November 24: 2023-11-24"),
    ("They met on 6 July and 7 July.", "6 July and 7 July: 2023-07-06 to 2023-07-07"),
    ("They met on 6 July and 9 July.", "6 July: 2023-07-06; 9 July: 2023-07-09"),
    ("They met on 6 July and 7 August.", "6 July: 2023-07-06; 7 August: 2023-08-07"),
    ("They met on Sunday and Monday.", "Sunday and Monday: 2024-03-03 to 2024-03-04"),
    ("They met on Friday and Sunday.", "Friday: 2024-03-08; Sunday: 2024-03-03"),
    ("They met between Friday and Sunday.", "between Friday and Sunday: 2024-03-01 to 2024-03-03"),
    ("Between 6 July and 9 July they met.", "Between 6 July and 9 July: 2023-07-06 to 2023-07-09"),
    ("The round ended early on Friday.", "Friday: … to 2024-03-08"),
    ("The round ended in May 2023.", "May 2023: … to 2023-05-31"),
    ("The truce ended up on Friday.", "Friday: … to 2024-03-08"),
    ("The truce has held since the 4th of May.", "since the 4th of May: 2023-05-04 to …"),
    ("The truce has held since early on Friday.", "since early on Friday: 2024-03-08 to …"),
    ("It held until the end of May.", "until the end of May: … to 2023-05-31"),
    (
        "They met from 28 December 2023 to 3 January 2024.",
        "from 28 December 2023 to 3 January 2024: 2023-12-28 to 2024-01-03",
    ),
    ("They met from 28 December to 3 January.", "from 28 December to 3 January: 2023-12-28 to 2024-01-03"),
    ("They met since 3 March to 5 March.", "since 3 March to 5 March: 2024-03-03 to 2024-03-05"),
    ("They met from Thursday to Monday.", "from Thursday to Monday: 2024-02-29 to 2024-03-04"),
    ("They met from 3 March 2023 to 5 March.", "from 3 March 2023 to 5 March: 2023-03-03 to 2024-03-05"),
    ("They met from 5 March to 5 March.", "from 5 March to 5 March: 2024-03-05"),
    ("On Fri, 8 March they met.", "Fri, 8 March: 2024-03-08"),
    ("They met on Friday (8 March) in Minsk.", "Friday (8 March): 2024-03-08"),
    ("They met on Friday, the 8th of March.", "Friday, the 8th of March: 2024-03-08"),
    ("They met on Friday of last week.", "Friday of last week: 2024-03-01"),
    ("They met on Friday in last week.", "Friday in last week: 2024-03-01"),
    ("They will meet on Friday of next week.", "Friday of next week: 2024-03-15"),
    ("They met on Friday this week.", "Friday this week: 2024-03-08"),
    ("They met the day before yesterday.", "the day before yesterday: 2024-03-07"),
    ("They will meet the day after tomorrow.", "the day after tomorrow: 2024-03-11"),
    ("The long day before yesterday.", "yesterday: 2024-03-08"),
    ("They met this evening.", "this evening: 2024-03-09"),
    ("They met last evening.", "last evening: 2024-03-08"),
    ("They met this night.", ""),
    ("This morning they met.", "This morning: 2024-03-09"),
    ("They left in the past week.", ""),
    ("They left this past week.", "this past week: 2024-02-26 to 2024-03-03"),
    ("They left in the previous month.", ""),
    ("The coming week will tell.", "coming week: 2024-03-11 to 2024-03-17"),
    ("In coming week they rest.", ""),
    ("This coming month they rest.", "This coming month: 2024-04-01 to 2024-04-30"),
    ("They met at the weekend.", "weekend: 2024-03-09 to 2024-03-10"),
    ("They met over the weekend.", "weekend: 2024-03-09 to 2024-03-10"),
    ("The weekend.", "weekend: 2024-03-09 to 2024-03-10"),
    ("Over weekend they met.", "weekend: 2024-03-09 to 2024-03-10"),
    ("They met on 2 July 2023. The next day he left.", "2 July 2023: 2023-07-02; next day: 2023-07-03"),
    ("They met on 2 July 2023. The previous day he had come.", "2 July 2023: 2023-07-02; previous day: 2023-07-01"),
    (
        "They met on 2 July 2023. The following week he left.",
        "2 July 2023: 2023-07-02; following week: 2023-07-03 to 2023-07-09",
    ),
    ("They met on 2 July 2023. Next day he left.", "2 July 2023: 2023-07-02"),
    ("They met on 2 July 2023. Following week he left.", "2 July 2023: 2023-07-02"),
    ("They met on 2 July 2023. Two weeks later he left.", "2 July 2023: 2023-07-02; Two weeks later: 2023-07-16"),
    ("He left 3 days ago.", "3 days ago: 2024-03-06"),
    ("He left 10 days ago.", "10 days ago: 2024-02-28"),
    ("He left one day ago.", "one day ago: 2024-03-08"),
    ("He left 100 days ago.", ""),
    ("They met on 2 July 2023. 2 weeks later he left.", "2 July 2023: 2023-07-02; 2 weeks later: 2023-07-16"),
    ("They met early in the month of May.", "May: 2023-05-01 to 2023-05-31"),
    ("They met at the end of the May.", ""),
    ("They met at the end of May.", "end of May: 2023-05-01 to 2023-05-31"),
    ("They met in late May.", "late May: 2023-05-01 to 2023-05-31"),
    ("They met in May.", "May: 2023-05-01 to 2023-05-31"),
    ("May was quiet.", ""),
    ("In March they left.", "March: 2024-03-01 to 2024-03-31"),
    ("March was quiet.", ""),
    ("They left last May.", "last May: 2023-05-01 to 2023-05-31"),
    ("They meet next May.", "next May: 2024-05-01 to 2024-05-31"),
    ("They met this March.", "this March: 2024-03-01 to 2024-03-31"),
    ("They met last March.", "last March: 2023-03-01 to 2023-03-31"),
    ("They will meet next March.", "next March: 2025-03-01 to 2025-03-31"),
    ("They met in April.", "April: 2023-04-01 to 2023-04-30"),
    ("They met on the 4th.", "4th: 2024-03-04"),
    ("They met on the 14th.", "14th: 2024-02-14"),
    ("They will meet on the 4th.", "4th: 2024-04-04"),
    ("They will meet on the 14th.", "14th: 2024-03-14"),
    ("They will meet on the 9th.", "9th: 2024-03-09"),
    ("They will meet on the 31st.", "31st: 2024-03-31"),
    ("They met on Monday, 20 March.", "Monday, 20 March: 2023-03-20"),
    ("They met on Wednesday, 20 March.", "Wednesday, 20 March: 2024-03-20"),
    ("They will meet on 8 March.", "8 March: 2024-03-08"),
    ("They will meet on 9 March.", "9 March: 2024-03-09"),
    ("On 9 March.", "9 March: 2024-03-09"),
    ("On 8 April.", "8 April: 2024-04-08"),
    ("On 9 April.", "9 April: 2024-04-09"),
    ("On 10 April.", "10 April: 2023-04-10"),
    ("They will meet on 24 September.", "24 September: 2024-09-24"),
    ("They will meet on 25 September.", "25 September: 2024-09-25"),
    ("They will meet on 26 September.", "26 September: 2023-09-26"),
    ("They will meet on 7 October next year.", "7 October next year: 2025-10-07"),
    ("They met on 7 October this year.", "7 October this year: 2024-10-07"),
    ("They met in May last year.", "May last year: 2023-05-01 to 2023-05-31"),
    ("On May 20 Soldiers left.", "May 20: 2023-05-20"),
    ("In May 20 the soldiers left.", "May 20: 2023-05-20"),
    ("In May 20", "May 20: 2023-05-20"),
]


def told(text: str, published_on: date) -> str:
    """The times in `text` as "words: first day to last day"; one day alone stands once, an open end is "…"."""
    source = article(text, published_on)
    return "; ".join(
        f"{text[time.start : time.end]}: "
        + " to ".join(dict.fromkeys(str(day or "…") for day in (time.start_date, time.end_date)))
        for time in find_times(source, sentences(source))
    )


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_time_is_read_as_it_is_told(text: str, expected: str) -> None:
    assert told(text, date(2024, 3, 9)) == expected


WEEKENDS = [
    ("The talks of the weekend.", "2 2 2 2 2 9 9"),
    ("The weekend is near.", "2 2 2 2 2 9 9"),
    ("This weekend is theirs.", "2 2 9 9 9 9 9"),
    ("They met over the weekend.", "2 2 2 2 2 9 9"),
    ("They met last weekend.", "2 2 2 2 2 2 2"),
    ("They will meet over the weekend.", "9 9 9 9 9 9 9"),
    ("They will meet next weekend.", "9 9 9 9 9 16 16"),
]


@pytest.mark.parametrize(("text", "saturdays"), WEEKENDS)
def test_a_weekend_told_on_each_day_of_the_week(text: str, saturdays: str) -> None:
    for day, saturday in zip(range(4, 11), map(int, saturdays.split()), strict=True):
        expected = f"{date(2024, 3, saturday)} to {date(2024, 3, saturday + 1)}"
        assert told(text, date(2024, 3, day)).partition(": ")[2] == expected, day


def test_a_short_weekday_takes_its_point_and_its_date_in() -> None:
    tokens = tuple(tokenise("Fri. 8 March 2024", 0, 17))
    stated = read_time(tokens, 0)
    assert stated is not None
    assert (stated.first, stated.last, stated.weekday, stated.day, stated.month, stated.year) == (0, 5, 4, 8, 3, 2024)
    assert read_time(tokens[:2], 0) is None
