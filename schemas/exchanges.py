"""The table of releases of captives and prisoners."""

from typing import Any

from .base import Count, Day, Table, Text, code, day, number, reading, rule, slug, text
from .dated import dates_fit_precision, dates_in_order
from .vocabulary import DATE_PRECISION, EXCHANGE_STATUS

SPAN = (
    "that any source gives for the same thing, the living alone where the text numbers them"
    ' ("48, of whom 20 are alive": 20), never by subtraction; a stated total, else the sum of stated parts that do not'
    " overlap."
)
NO_NUMBER = "no source gives a number"


class Exchanges(Table):
    """One row per release of captives or prisoners in the world."""

    exchange_id: Text = slug("Exchange", "From its date or period, and what tells it apart.")
    status: Text = code("Status", "How far it has come.", EXCHANGE_STATUS)
    start_date: Day = day(
        "First day",
        "First day; the same as the last for one day. A weekend is Saturday to Sunday.",
        missing="no report states it, or only a last day is stated",
    )
    end_date: Day = day("Last day", "Last day.", missing="no report states it, or only a first day is stated")
    date_precision: Text = code("Precision of the dates", "How exactly the dates are known.", DATE_PRECISION)
    captives_low: Count = number(
        "Captives, lowest",
        f"Captives released (bodies aside): the lowest number {SPAN}",
        missing=f"{NO_NUMBER} of captives",
        unit="person",
    )
    captives_high: Count = number(
        "Captives, highest",
        f"Captives released (bodies aside): the highest number {SPAN}",
        missing=f"{NO_NUMBER} of captives",
        unit="person",
    )
    captives_holder: Text = text(
        "Holder of the captives",
        "Party that releases the captives, where the article states who holds them; being the other side of a deal"
        " does not state it.",
        missing="no article states who holds them",
    )
    prisoners_low: Count = number(
        "Prisoners, lowest",
        f"Prisoners released: the lowest number {SPAN}",
        missing=f"{NO_NUMBER} of prisoners",
        unit="person",
    )
    prisoners_high: Count = number(
        "Prisoners, highest",
        f"Prisoners released: the highest number {SPAN}",
        missing=f"{NO_NUMBER} of prisoners",
        unit="person",
    )
    prisoners_holder: Text = text(
        "Holder of the prisoners",
        "Party that releases the prisoners.",
        missing="no article states who holds them",
    )
    sources: Count = number("Sources", "How many sources report the exchange.", least=1, unit="article")

    @rule("`start_date` must not be after `end_date`")
    def days_in_order(cls, frame: Any) -> Any:
        return dates_in_order(frame)

    @rule("`start_date` and `end_date` must fit `date_precision`: a week or less, whole months, or none where unknown")
    def days_fit_precision(cls, frame: Any) -> Any:
        return dates_fit_precision(frame)

    @rule("`captives_low` must not be above `captives_high`, and neither stands without the other")
    def captives_in_order(cls, frame: Any) -> Any:
        return _is_span(frame["captives_low"], frame["captives_high"])

    @rule("`prisoners_low` must not be above `prisoners_high`, and neither stands without the other")
    def prisoners_in_order(cls, frame: Any) -> Any:
        return _is_span(frame["prisoners_low"], frame["prisoners_high"])

    @rule("`captives_low` or `prisoners_low` must be known: an exchange needs a number of people")
    def has_a_number(cls, frame: Any) -> Any:
        return frame["captives_low"].notna() | frame["prisoners_low"].notna()

    class Config:
        title = "Exchanges"
        description = """One row per release of captives or prisoners in the world.

An exchange is a release of captives held by one side, of prisoners held by the other, or of both in return for each
other: as it took place, was agreed, or was proposed, over one stated occasion or period. A rescue by force is
not an exchange (its numbers are figures), nor is a handover of bodies alone. It needs a number of people, stated or
counted from names ("release all hostages" and "half of them" have none), and an occasion: a date, a period, a deal or a
proposal. A standing condition ("ten a day") is a figure, no exchange.

Batches stated as separate occasions are separate rows, and so is a total stated for the whole period; two batches on
one day are one row. Rival proposals with numbers of their own are separate rows; one proposal whose numbers are
disputed is one row with a span. Where two states swap prisoners of war, the "captives" are those whom the side named
first releases; between a state and a non-state side, the latter's are. A vague number that an exact one satisfies does
not widen the span."""
        unique = ("exchange_id",)
        metadata = reading(
            purpose="To know which releases took place, were agreed or were proposed, when, and of how many people.",
            misreadings=(
                "Do not add rows up: a whole truce and its parts, or rival proposals, are rows side by side.",
                "A missing number is not nought: a side whose number no source gives may have released many.",
                "`captives_low` to `captives_high` is where the sources stand apart, not an estimate with an error.",
                "`proposed` and `agreed` are as the articles report; what came of them may stand in none.",
            ),
        )


def _is_span(low: Any, high: Any) -> Any:
    return (low.isna() == high.isna()) & (low <= high)
