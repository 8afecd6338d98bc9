"""The table of passages behind the rows of people, meetings and exchanges."""

from typing import Any

from .base import Count, Table, Text, number, rule, text
from .passages import ends_after_start, quote_fills_span


class Mentions(Table):
    """The passage behind each row."""

    mention_id: Text = text("Mention", "From the source, where the quote starts, and what it supports.")
    source_id: Text = text("Source", "The article that holds the passage.")
    quote: Text = text("Quote", "The passage, to the letter.")
    start: Count = number("Start", "Where the quote starts in the seed file, in Unicode code points, from 0.")
    end: Count = number("End", "Where the quote ends, exclusive.")
    person_id: Text = text("Person", "The person whom the passage names.", optional=True)
    meeting_id: Text = text("Meeting", "The meeting that the passage reports.", optional=True)
    exchange_id: Text = text("Exchange", "The exchange that the passage reports.", optional=True)

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
