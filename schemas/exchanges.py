"""The table of releases of captives and prisoners."""

from typing import Any

from .base import Count, Day, Table, Text, code, day, number, rule, slug, text
from .dated import dates_fit_precision, dates_in_order
from .vocabulary import DATE_PRECISION, EXCHANGE_STATUS

SPAN = (
    "that any source gives for the same thing, the living alone where the text numbers them"
    ' ("48, of whom 20 are alive": 20), never by subtraction; a stated total, else the sum of stated parts that do not'
    " overlap."
)


class Exchanges(Table):
    """One row per release of captives or prisoners in the world."""

    exchange_id: Text = slug("Exchange", "From its date or period, and what tells it apart.")
    status: Text = code("Status", "How far it has come.", EXCHANGE_STATUS)
    start_date: Day = day("First day", "First day; the same as the last for one day. A weekend is Saturday to Sunday.")
    end_date: Day = day("Last day", "Last day.")
    date_precision: Text = code("Precision of the dates", "How exactly the dates are known.", DATE_PRECISION)
    captives_low: Count = number(
        "Captives, lowest", f"Captives released (bodies aside): the lowest number {SPAN}", optional=True
    )
    captives_high: Count = number(
        "Captives, highest", f"Captives released (bodies aside): the highest number {SPAN}", optional=True
    )
    captives_holder: Text = text(
        "Holder of the captives",
        "Party that releases the captives, where the article states who holds them; being the other side of a deal"
        " does not state it.",
        optional=True,
    )
    prisoners_low: Count = number("Prisoners, lowest", f"Prisoners released: the lowest number {SPAN}", optional=True)
    prisoners_high: Count = number(
        "Prisoners, highest", f"Prisoners released: the highest number {SPAN}", optional=True
    )
    prisoners_holder: Text = text("Holder of the prisoners", "Party that releases the prisoners.", optional=True)
    sources: Count = number("Sources", "How many sources report the exchange.", least=1)

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


def _is_span(low: Any, high: Any) -> Any:
    return (low.isna() == high.isna()) & (low <= high)
