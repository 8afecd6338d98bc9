"""The table of numbers that articles state."""

from typing import Any

from .base import Count, Number, Table, Text, code, number, reading, rule, text
from .passages import ends_after_start, quote_fills_span
from .vocabulary import FIGURE_STATUS, MEASURE, MODIFIER


class Figures(Table):
    """One row per number that an article states."""

    figure_id: Text = text("Figure", "From the source and where the quote starts.")
    source_id: Text = text("Source", "The article that states the number.")
    value_low: Number = number(
        "Lowest value",
        "The number, or the lower end of a stated range; a fraction of a stated whole stays a share (0.5), to four"
        ' decimals. Vague numerals take the least that the word allows ("dozens" 24, "hundreds" 200, "thousands"'
        ' 2000); "several" or "a few" before a numeral adds nothing.',
        unit="as the column `unit` says",
    )
    value_high: Number = number(
        "Highest value",
        "The same as the lowest for a single number; the upper end of a stated range.",
        unit="as the column `unit` says",
    )
    modifier: Text = code(
        "Modifier", "How exactly the text gives the number; it reaches only the number it stands by.", MODIFIER
    )
    unit: Text = text(
        "Unit",
        "`people` (troops too), `hour`, `day`, `week`, `month`, `year`, `share`, `percent`, an ISO 4217 code for money,"
        " else the thing counted in the singular (`truck`, `tank`).",
    )
    measure: Text = code("Measure", "What the number measures; a part is coded like its whole.", MEASURE)
    counted: Text = text(
        "Counted",
        'Who or what is counted, as the text says it, without the number ("Israeli hostages", "children"), an elided'
        " noun repeated; for a duration what lasts, also elsewhere in the clause, never the unit.",
        missing="the text does not name what is counted, or what lasts",
    )
    status: Text = code("Status", "Whether the number is so or is yet to be.", FIGURE_STATUS)
    claimed_by: Text = text(
        "Claimed by",
        'To whom the article attributes the number ("Palestinian officials", "Israel"); none where it speaks in its'
        " own voice.",
        missing="the article gives the number in its own voice",
    )
    exchange_id: Text = text(
        "Exchange", "The exchange that the number belongs to.", missing="it belongs to no row of exchanges"
    )
    quote: Text = text("Quote", "The shortest span with the number, its modifier and what is counted.")
    start: Count = number(
        "Start", "Where the quote starts in the seed file, in Unicode code points, from 0.", unit="code point"
    )
    end: Count = number("End", "Where the quote ends, exclusive.", unit="code point")

    @rule("`value_low` must not be above `value_high`")
    def values_in_order(cls, frame: Any) -> Any:
        return frame["value_low"] <= frame["value_high"]

    @rule("`value_high` must be 1 or less where `unit` is share")
    def shares_are_fractions(cls, frame: Any) -> Any:
        return (frame["unit"] != "share") | (frame["value_high"] <= 1)

    @rule("`value_low` and `value_high` must be whole numbers where `unit` is people")
    def people_are_whole(cls, frame: Any) -> Any:
        whole = (frame["value_low"] % 1 == 0) & (frame["value_high"] % 1 == 0)
        return (frame["unit"] != "people") | whole

    @rule("`start` must be before `end`")
    def start_before_end(cls, frame: Any) -> Any:
        return ends_after_start(frame)

    @rule("`end` minus `start` must be the length of `quote`")
    def span_of_quote(cls, frame: Any) -> Any:
        return quote_fills_span(frame)

    class Config:
        title = "Figures"
        description = """One row per number that an article states.

Every number that the article's headline or body states, in digits or in words: people, durations, money, things,
shares, rates ("three prisoners for every hostage" is 3). Number words count ("two hostages", "four-day pause",
"weeklong" = 1 week). Not figures:

- calendar dates, years, clock times, ages, ordinals ("second deal"), phone numbers, page furniture ("3 min read"),
  numbers inside a name, a fixed term or an epithet of a plan ("20-point plan", "three-phase deal", "Phase One", "G7",
  "two-state solution"; "two pages" is a figure);
- "one" as a pronoun or article ("one official said"), "both", "a" before a unit unless as a length with a modifier
  ("at least a week"), and words with no number in them ("several", "most", "a few weeks");
- a duration that only locates a moment ("in the past 24 hours", "two weeks ago", "the first in 25 years"; "over five
  days" does count);
- a count of the text's own actors or informants ("the two sides", "three mediating nations", "three officials said");
- a number that the article denies.

Vague numerals take the least that the word allows: dozens 24, scores 40, hundreds 200, thousands 2000, tens of
thousands 20000, millions 2000000, billions 2000000000; dozen 12, a hundred 100; decade and century are 10 and 100
years ("decades" 20 years).

A part is coded like its whole: in "150 prisoners, including 117 children", 117 is `prisoners_released`, `counted`
"children"; the dead among "48 hostages still held" are `captives_held`. Bodies told apart are `remains`; a number for
both sides of an exchange is `prisoners_released`.

An attribution (said, told, announced, promised, demanded, "according to") reaches every number of its clause, not the
next sentence, unless a quotation runs on. "According to" beside the number wins over a verb of saying; else, of two,
the outermost named one counts. A proposal's numbers are claimed by the proposer only where the text ties them to it
("Israel's proposal for a 60-day pause")."""
        unique = ("figure_id",)
        metadata = reading(
            purpose="To follow every number back to the words that state it, and to who is said to claim it.",
            misreadings=(
                "Do not sum or average: one fact reported by five articles is five rows, and a whole stands beside its"
                " parts.",
                "A number is a claim, not a measurement; hold `claimed_by`, `modifier` and `status` beside it.",
                "A missing `claimed_by` does not make a number a fact: the article states it in its own voice.",
                "With `at_least`, `at_most` and vague numerals, `value_low` and `value_high` are the bound, not the"
                " count.",
                "Only rows with the same `unit` and `measure` can be compared, and then only where `counted` agrees.",
            ),
        )
