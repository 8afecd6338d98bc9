"""The table of meetings."""

from typing import Any

from .base import Count, Day, Table, Text, code, country, day, each, is_list, number, reading, rule, slug, text
from .dated import dates_fit_precision, dates_in_order
from .vocabulary import DATE_PRECISION, MEETING_STATUS


class Meetings(Table):
    """One row per meeting in the world."""

    meeting_id: Text = slug("Meeting", "From its date and place (2023-11-28-doha); what is unknown is left out of it.")
    start_date: Day = day(
        "First day",
        "First day; the same as the last for one day. A weekend is Saturday to Sunday.",
        missing="no report states it, or only a last day is stated",
    )
    end_date: Day = day("Last day", "Last day.", missing="no report states it, or only a first day is stated")
    date_precision: Text = code("Precision of the dates", "How exactly the dates are known.", DATE_PRECISION)
    place: Text = text(
        "Place",
        'City ("the Qatari capital" is Doha); none where only a country or a region is stated, or alternatives'
        ' ("Doha or Cairo"). A building stands for its city ("the White House": Washington).',
        missing="no one city is stated",
    )
    country: Text = country(
        "Country",
        "Country of the place, as an ISO 3166-1 alpha-2 code.",
        missing='no one country is known of it, as where only "Europe" is stated',
    )
    region: Text = text(
        "Region",
        'What is stated where neither city nor country is ("Europe").',
        missing="a city or a country is stated, or nothing is",
    )
    status: Text = code("Status", "Whether it took place, in the latest report of it.", MEETING_STATUS)
    parties: Text = text(
        "Parties",
        'The parties represented, sorted and joined by "; "; the participants table holds them one a row.',
    )
    sources: Count = number("Sources", "How many sources report the meeting.", least=1, unit="article")

    @rule("`start_date` must not be after `end_date`")
    def days_in_order(cls, frame: Any) -> Any:
        return dates_in_order(frame)

    @rule("`start_date` and `end_date` must fit `date_precision`: a week or less, whole months, or none where unknown")
    def days_fit_precision(cls, frame: Any) -> Any:
        return dates_fit_precision(frame)

    @rule("`region` must be missing where `place` or `country` is known")
    def region_is_last_resort(cls, frame: Any) -> Any:
        return frame["region"].isna() | (frame["place"].isna() & frame["country"].isna())

    @rule('`parties` must be distinct parties, sorted and joined by "; "')
    def parties_are_listed(cls, frame: Any) -> Any:
        return each(frame["parties"], is_list)

    class Config:
        title = "Meetings"
        description = """One row per meeting in the world.

A meeting is one occasion (it may last days) at which representatives of at least two parties meet or talk, in one
place or remotely, about the conflict, a truce or captives; reported as held, under way or scheduled; with at
least one party and a place or a time stated. Indirect talks through mediators count, with all whom they join; so do a
telephone call with a stated time and a signing. Several counterparts met on one visit in one sentence are one row.

Not meetings: "negotiations" in general with no occasion; press conferences, statements, speeches; sessions of standing
bodies (Security Council, parliament); a visit with neither counterpart nor talks stated; meetings within one party
(a cabinet); what was cancelled. A journey "to discuss", "for talks" is a planned meeting even if one party is named.

Parties are those stated as taking part (the host only if its officials are; families and candidates are none); a side
that stays away but hears from mediators is none; talks that are resumed keep theirs."""
        unique = ("meeting_id",)
        metadata = reading(
            purpose="To know which talks were held or planned, where, when, and between whom.",
            misreadings=(
                "`planned` does not say that the meeting never took place, only that no article reports it as held.",
                "`parties` were represented; that they sat in one room, or spoke to each other, it does not say.",
                "The dates are as exact as `date_precision` says: with `week`, the meeting lay within those days.",
                "A meeting that no article here reports is absent, so the rows of a month do not count its meetings.",
            ),
        )
