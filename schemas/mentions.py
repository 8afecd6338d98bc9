"""The table of passages behind the rows of people, meetings and exchanges."""

from typing import Any

from .base import Count, Table, Text, number, reading, rule, text
from .passages import ends_after_start, quote_fills_span

OTHER = "the passage supports a row of another table"


class Mentions(Table):
    """The passage behind each row."""

    mention_id: Text = text("Mention", "From the source, where the quote starts, and what it supports.")
    source_id: Text = text("Source", "The article that holds the passage.")
    quote: Text = text("Quote", "The passage, to the letter.")
    start: Count = number(
        "Start", "Where the quote starts in the seed file, in Unicode code points, from 0.", unit="code point"
    )
    end: Count = number("End", "Where the quote ends, exclusive.", unit="code point")
    person_id: Text = text("Person", "The person whom the passage names.", missing=OTHER)
    meeting_id: Text = text("Meeting", "The meeting that the passage reports.", missing=OTHER)
    exchange_id: Text = text("Exchange", "The exchange that the passage reports.", missing=OTHER)

    @rule("`start` must be before `end`")
    def start_before_end(cls, frame: Any) -> Any:
        return ends_after_start(frame)

    @rule("`end` minus `start` must be the length of `quote`")
    def span_of_quote(cls, frame: Any) -> Any:
        return quote_fills_span(frame)

    @rule("exactly one of `person_id`, `meeting_id` and `exchange_id` must be given")
    def supports_one_row(cls, frame: Any) -> Any:
        return frame[["person_id", "meeting_id", "exchange_id"]].notna().sum(axis="columns") == 1

    class Config:
        title = "Mentions"
        description = """The passage behind each row of the tables of people, meetings and exchanges.

Every such row has at least one mention from each source that its column `sources` counts."""
        unique = ("mention_id",)
        metadata = reading(
            purpose="To check any person, meeting or exchange against the words of each source that reports it.",
            misreadings=(
                "One sentence that reports a meeting and names three people is several rows: rows count no sentences.",
                "Not every place where a name occurs is a row; those are that support one.",
                "A quote out of its article can mislead: read the words around it before resting an argument on it.",
            ),
        )
