"""The table of numbers on which sources differ."""

from typing import Any

from .base import Count, Table, Text, code, number, reading, rule, text
from .vocabulary import QUANTITY, SCOPE

LISTED = 'sorted and joined by "; "'
NO_CLAIMANT = "the articles give the number in their own voice"
NOT_COUNTED = "the texts do not say whom they count"


class Disagreements(Table):
    """One row per exchange and quantity on which sources differ."""

    exchange_id: Text = text("Exchange", "The exchange whose number is disputed.")
    quantity: Text = code("Quantity", "Whose number it is.", QUANTITY)
    lowest: Count = number("Lowest", "The lowest number stated.", unit="person")
    lowest_sources: Text = text("Sources of the lowest", f"The articles that give the lowest number, {LISTED}.")
    lowest_claimed_by: Text = text(
        "Claimants of the lowest", f"To whom they attribute it, {LISTED}.", missing=NO_CLAIMANT
    )
    lowest_counted: Text = text(
        "Counted by the lowest", f"Whom it counts, in the words of the texts, {LISTED}.", missing=NOT_COUNTED
    )
    highest: Count = number("Highest", "The highest number stated.", unit="person")
    highest_sources: Text = text("Sources of the highest", f"The articles that give the highest number, {LISTED}.")
    highest_claimed_by: Text = text(
        "Claimants of the highest", f"To whom they attribute it, {LISTED}.", missing=NO_CLAIMANT
    )
    highest_counted: Text = text(
        "Counted by the highest", f"Whom it counts, in the words of the texts, {LISTED}.", missing=NOT_COUNTED
    )
    scope: Text = code("Scope", "Whether all the numbers compared count the same people.", SCOPE)
    figures: Text = text("Figures", "The figures compared, by their `figure_id`, in the order of the table figures.")
    sources: Count = number("Sources", "How many articles the figures compared are from.", least=1, unit="article")

    @rule("`lowest` must be below `highest`")
    def numbers_differ(cls, frame: Any) -> Any:
        return frame["lowest"] < frame["highest"]

    class Config:
        title = "Disagreements"
        description = """One row per exchange and quantity on which sources differ.

The table is derived from exchanges and figures and holds nothing that they do not. Compared are, of one exchange and
side, the numbers of people that each article states, or each claimant whom an article names: the greatest figure that
lies in the exchange's span from low to high, as a part is smaller than its whole, else the sum of the figures where it
lies there. They disagree where no number satisfies them all: "at least 50" and "69" agree, and "about" holds within
a tenth; "50" and "69" disagree. A range that one source alone gives ("35 to 40") is none.

Figures that belong to no exchange are not compared: two numbers of the dead may be of two days or two places."""
        unique = ("exchange_id", "quantity")
        metadata = reading(
            purpose="To see at once where sources give different numbers for one thing, who says what, and whether"
            " they count the same people.",
            misreadings=(
                "A disagreement is no error: where `scope` is `different`, all of the numbers may be right.",
                "No row is no agreement: one source alone, or a number counted from names, has nothing to differ from.",
                "Neither number is the better one, and their mean is no estimate.",
            ),
        )
