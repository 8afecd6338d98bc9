"""From what each article states to what is in the world: the only place that decides what is the same thing.

Claims before identity: an extractor reports what one article says, `reconcile` joins reports of one person,
meeting or exchange, and only when exactly one candidate remains (codebook, "When two reports are one thing").
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..authority import table
from ..disagreements import disagreements
from ..records import Article, Claims
from ..tables import SourceRow, Tables
from .admission import admit
from .evidence import figure_rows, mention_rows, printed_forms
from .exchanges import exchange_row, gather_exchanges
from .meetings import gather_meetings, meeting_row
from .people import gather_people
from .seats import Holders, seats

__all__ = ["Reconciled", "reconcile"]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The rows of the package, and what was joined, by which rule, from which sources."""

    tables: Tables
    log: tuple[str, ...]


def reconcile(claims: Sequence[Claims]) -> Reconciled:
    """The tables that `claims` give, whatever their order."""
    admitted = [admit(own) for own in sorted(claims, key=lambda c: c.article.source_id)]
    ordered = [own for own, _ in admitted]
    people, known, people_log = gather_people(ordered)
    meetings, meetings_log = gather_meetings(ordered, known)
    exchanges, exchanges_log = gather_exchanges(ordered)
    person_rows = tuple(person.row for person in people)
    holders = Holders(person_rows, table("holders"))
    belongs = {(r.source_id, i): key for key, thing in exchanges for r in thing.reports for i in r.claim.figures}
    mentions = [
        *(row for p in people for row in mention_rows("person", p.row.person_id, p.reports, printed_forms)),
        *(row for key, thing in meetings for row in mention_rows("meeting", key, thing.reports)),
        *(row for key, thing in exchanges for row in mention_rows("exchange", key, thing.reports)),
    ]
    tables = Tables(
        sources=tuple(_source_row(own.article) for own in ordered),
        people=person_rows,
        meetings=tuple(meeting_row(key, thing) for key, thing in meetings),
        participants=tuple(row for key, thing in meetings for row in seats(key, thing, known, holders)),
        exchanges=tuple(exchange_row(key, thing) for key, thing in exchanges),
        figures=figure_rows(ordered, belongs),
        mentions=tuple(mentions),
    )
    tables = replace(tables, disagreements=disagreements(tables.exchanges, tables.figures))
    left_out = [line for _, lines in admitted for line in lines]
    return Reconciled(tables, (*left_out, *people_log, *meetings_log, *exchanges_log))


def _source_row(article: Article) -> SourceRow:
    return SourceRow(
        source_id=article.source_id,
        file=article.file,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        published_on=article.published_on,
        published_on_basis=article.published_on_basis,
        dateline=article.dateline,
        language=article.language,
        words=article.words,
        sha256=article.sha256,
    )
