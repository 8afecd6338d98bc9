"""Keys, and the rules that hold across tables, each with the sentence that the codebook prints.

A rule belongs to one table, whose rows keep or break it; its sentence names columns of that table in backticks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy
from pandas import DataFrame, Series

from build.authority import table as authority
from build.disagreements import disagreements
from build.tables import DisagreementRow, ExchangeRow, FigureRow

from . import MODELS
from .base import SEPARATOR
from .totals import totals

Frames = Mapping[str, DataFrame]
Texts = Mapping[str, str]
Kept = Sequence[bool] | numpy.ndarray[Any, numpy.dtype[numpy.bool_]]


@dataclass(frozen=True, slots=True)
class Relation:
    """A rule that looks beyond its row; `keeps` says of each row of `table` whether it keeps the rule."""

    table: str
    sentence: str
    keeps: Callable[[Frames, Texts], Kept]


class ForeignKey(NamedTuple):
    """A column whose values are keys of another table, where they are not missing."""

    table: str
    column: str
    target: str


FOREIGN_KEYS = (
    ForeignKey("participants", "meeting_id", "meetings"),
    ForeignKey("participants", "person_id", "people"),
    ForeignKey("figures", "source_id", "sources"),
    ForeignKey("figures", "exchange_id", "exchanges"),
    ForeignKey("mentions", "source_id", "sources"),
    ForeignKey("mentions", "person_id", "people"),
    ForeignKey("mentions", "meeting_id", "meetings"),
    ForeignKey("mentions", "exchange_id", "exchanges"),
    ForeignKey("disagreements", "exchange_id", "exchanges"),
)


def primary_key(table: str) -> tuple[str, ...]:
    """The columns that tell the rows of `table` apart, as its model says.

    >>> primary_key("participants")
    ('meeting_id', 'participant_id')
    """
    return tuple(MODELS[table].to_schema().unique or ())


def _sure(kept: Any) -> Kept:
    """Of each row whether it surely keeps a rule: what is missing does not."""
    return numpy.asarray(kept.fillna(False), dtype=bool)


def _refers(key: ForeignKey) -> Relation:
    def keeps(frames: Frames, _: Texts) -> Kept:
        values, (target,) = frames[key.table][key.column], primary_key(key.target)
        return _sure(values.isna() | values.isin(frames[key.target][target]))

    return Relation(key.table, f"`{key.column}` must be a row of the table {key.target}", keeps)


def _is_mentioned(table: str) -> Relation:
    (key,) = primary_key(table)

    def keeps(frames: Frames, _: Texts) -> Kept:
        found = frames["mentions"].groupby(key)["source_id"].nunique()
        counts = frames[table][key].map(found).fillna(0)
        return _sure(counts == frames[table]["sources"])

    return Relation(table, "`sources` must be the number of sources that mention the row in the table mentions", keeps)


def _lists_participants(frames: Frames, _: Texts) -> Kept:
    seats = frames["participants"]
    parties = seats.groupby("meeting_id")["party"].agg(lambda party: SEPARATOR.join(sorted(set(party.dropna()))))
    stated = frames["meetings"]["meeting_id"].map(parties).fillna("")
    return _sure(stated == frames["meetings"]["parties"])


def _quotes_text(table: str) -> Relation:
    def keeps(frames: Frames, texts: Texts) -> Kept:
        rows = frames[table][["source_id", "start", "end", "quote"]]
        whole = rows.dropna()
        columns = (whole[name].tolist() for name in rows.columns)
        stands = [texts.get(source, "")[start:end] == quote for source, start, end, quote in zip(*columns, strict=True)]
        return _sure(Series(stands, index=whole.index, dtype=bool).reindex(rows.index, fill_value=True))

    return Relation(table, "`quote` must stand at `start` to `end` in the seed, to the letter", keeps)


def _holds_sums(side: str) -> Relation:
    low, high = f"{side}_low", f"{side}_high"

    def keeps(frames: Frames, texts: Texts) -> Kept:
        stated = totals(frames["figures"], texts, f"{side}_released")
        rows = frames["exchanges"][["exchange_id", low, high]].dropna().itertuples(index=False, name=None)
        broken = {
            key
            for key, least, most in rows
            if any(least <= total.stated <= most and not least <= total.summed <= most for total in stated.get(key, ()))
        }
        return [key not in broken for key in frames["exchanges"]["exchange_id"]]

    sentence = f"`{low}` to `{high}`, a total, must hold the sum of its parts where a source sets out all of them"
    return Relation("exchanges", sentence, keeps)


def _is_country(table: str) -> Relation:
    def keeps(frames: Frames, _: Texts) -> Kept:
        codes = frames[table]["country"]
        return _sure(codes.isna() | codes.isin([row["code"] for row in authority("countries")]))

    return Relation(table, "`country` must be one of the codes of ISO 3166-1, or XK for Kosovo", keeps)


def _comes_from_a_report(frames: Frames, _: Texts) -> Kept:
    mentions, figures = (frames[table][["source_id", "exchange_id"]] for table in ("mentions", "figures"))
    reports = set(mentions.dropna().itertuples(index=False, name=None))
    told = figures[figures["exchange_id"].notna()]
    comes = [pair in reports for pair in told.itertuples(index=False, name=None)]
    return _sure(Series(comes, index=told.index, dtype=bool).reindex(figures.index, fill_value=True))


COMPARED = ("figure_id", "source_id", "value_low", "value_high", "modifier", "measure", "start", "exchange_id")
"""What a figure must have to be compared: an exchange, and what a rule of its own table asks for."""


def _rows(frame: DataFrame, row: Callable[..., Any]) -> list[Any]:
    cells = frame.astype(object).where(frame.notna(), None)
    return [row(*values) for values in cells.itertuples(index=False, name=None)]


def _derived(frames: Frames) -> dict[tuple[str, str], DisagreementRow]:
    figures = frames["figures"].dropna(subset=list(COMPARED))
    rows = disagreements(_rows(frames["exchanges"], ExchangeRow), _rows(figures, FigureRow))
    return {(row.exchange_id, row.quantity): row for row in rows}


def _is_derived(frames: Frames, _: Texts) -> Kept:
    derived = _derived(frames)
    return [
        derived.get((row.exchange_id, row.quantity)) == row for row in _rows(frames["disagreements"], DisagreementRow)
    ]


def _has_its_disagreements(frames: Frames, _: Texts) -> Kept:
    table = frames["disagreements"]
    missing = _derived(frames).keys() - set(zip(table["exchange_id"], table["quantity"], strict=True))
    without = {exchange_id for exchange_id, _ in missing}
    return [exchange_id not in without for exchange_id in frames["exchanges"]["exchange_id"]]


RELATIONS = (
    *map(_refers, FOREIGN_KEYS),
    *map(_is_mentioned, ("people", "meetings", "exchanges")),
    Relation("meetings", "`parties` must be those of the meeting in the table participants", _lists_participants),
    *map(_quotes_text, ("figures", "mentions")),
    *map(_is_country, ("people", "meetings")),
    Relation("figures", "`exchange_id` must be an exchange that `source_id` mentions", _comes_from_a_report),
    *map(_holds_sums, ("captives", "prisoners")),
    Relation(
        "exchanges",
        "`exchange_id` must be a row of the table disagreements where its figures differ",
        _has_its_disagreements,
    ),
    Relation(
        "disagreements",
        "`lowest`, `highest` and all that goes with `quantity` must be what the figures give",
        _is_derived,
    ),
)
"""All rules across tables, in the order in which their breaches are told."""
