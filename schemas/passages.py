"""Rules for what quotes a passage of a seed file: figures and mentions."""

from typing import Any


def ends_after_start(frame: Any) -> Any:
    """Whether the passage has a length."""
    return frame["start"] < frame["end"]


def quote_fills_span(frame: Any) -> Any:
    """Whether the quote is as long as its span, both counted in Unicode code points."""
    return frame["end"] - frame["start"] == frame["quote"].str.len()
