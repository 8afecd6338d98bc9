"""The table of who took part in a meeting."""

from typing import Any

from .base import Table, Text, code, reading, rule, slug, text
from .vocabulary import IDENTIFIED_BY


class Participants(Table):
    """One row per meeting and participant."""

    meeting_id: Text = text("Meeting", "The meeting.")
    participant_id: Text = slug("Participant", "The person's id, or the party's slug for officials who are not named.")
    person_id: Text = text(
        "Person", "The person, where one is identified.", missing="the party sent officials whom no report identifies"
    )
    party: Text = text(
        "Party",
        "Whom they represent: a state by its ISO 3166-1 code (PS for Palestinian officials), or an organisation that"
        " acts in its own name.",
    )
    identified_by: Text = code("Identified by", "How the participant is known.", IDENTIFIED_BY)

    @rule("`participant_id` must be `person_id` where a person is identified")
    def person_takes_the_seat(cls, frame: Any) -> Any:
        return frame["participant_id"] == frame["person_id"]

    @rule("`person_id` must be missing where `identified_by` is delegation, and only there")
    def delegations_are_unnamed(cls, frame: Any) -> Any:
        return frame["person_id"].isna() == (frame["identified_by"] == "delegation")

    class Config:
        title = "Participants"
        description = """One row per meeting and participant."""
        unique = ("meeting_id", "participant_id")
        metadata = reading(
            purpose="To join people and parties to the meetings that they took part in.",
            misreadings=(
                "A row of `delegation` is a party with officials unnamed, be it one or twenty: rows count no heads.",
                "With `office` the report names no person: that the holder of the office came is an inference, from the"
                " authority file.",
                "Of a planned meeting, the rows are those who were expected.",
            ),
        )
