"""One article with every claim marked in place and the rule that made it, for a curator who sees a wrong row."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from .records import Article, Block, Claims, ExchangeClaim, FigureClaim, MeetingClaim, PersonClaim

STYLES = {"P": "cyan", "M": "green", "E": "magenta", "F": "yellow"}


@dataclass(frozen=True, slots=True)
class Note:
    """A claim's mark in the text: its label ("F3"), the passages that it stands on, and what it says."""

    label: str
    passages: tuple[tuple[int, int], ...]
    says: str


def explain(claims: Claims, console: Console) -> None:
    """Print the article of `claims` block by block, each claim bracketed in place and told below its block.

    Colours appear where `console` is a terminal. A passage of several paragraphs is told where it begins.
    """
    notes = list(_notes(claims))
    console.print(Text(_head(claims.article), style="bold"), soft_wrap=True)
    for block in claims.article.blocks:
        console.print()
        if block.kind == "furniture":
            aside = claims.article.text[block.start : block.end]
            console.print(Text(f"(set aside) {aside}", style="dim"), soft_wrap=True)
            continue
        here = [(note, passage) for note in notes for passage in note.passages if _touches(passage, block)]
        console.print(_marked(claims.article.text, block, here), soft_wrap=True)
        told = [note for note in notes if block.start <= note.passages[0][0] < block.end]
        for note in sorted(told, key=lambda note: note.passages[0]):
            console.print(Text(f"    {note.label} {note.says}", style=STYLES[note.label[0]]), soft_wrap=True)


def _head(article: Article) -> str:
    head = {
        "title": article.title,
        "publisher": article.publisher,
        "address": article.url,
        "date": article.published_on and f"{article.published_on} ({article.published_on_basis})",
        "dateline": article.dateline,
        "language": article.language,
        "words": article.words,
    }
    return "\n".join([article.file, *(f"  {name}: {value}" for name, value in head.items() if value)])


def _touches(passage: tuple[int, int], block: Block) -> bool:
    return passage[0] < block.end and passage[1] > block.start


def _marked(text: str, block: Block, here: list[tuple[Note, tuple[int, int]]]) -> Text:
    opening = [(max(start, block.start), -end, f"⟦{note.label} ", note.label) for note, (start, end) in here]
    closing = [(min(end, block.end), -start, "⟧", note.label) for note, (start, end) in here]
    marks = sorted([(at, 1, inner, mark, label) for at, inner, mark, label in opening])
    marks += sorted([(at, 0, inner, mark, label) for at, inner, mark, label in closing])
    shown, place = Text(), block.start
    for at, _, _, mark, label in sorted(marks):
        shown.append(text[place:at])
        shown.append(mark, style=STYLES[label[0]])
        place = at
    return shown.append(text[place : block.end])


def _notes(claims: Claims) -> Iterator[Note]:
    for number, person in enumerate(claims.people, 1):
        yield Note(f"P{number}", tuple((span.start, span.end) for span in person.mentions), _person(person))
    for number, meeting in enumerate(claims.meetings, 1):
        spans = tuple((span.start, span.end) for span in meeting.evidence)
        yield Note(f"M{number}", spans, _meeting(meeting, claims.people))
    for number, exchange in enumerate(claims.exchanges, 1):
        spans = tuple((span.start, span.end) for span in exchange.evidence)
        yield Note(f"E{number}", spans, _exchange(exchange))
    for number, figure in enumerate(claims.figures, 1):
        yield Note(f"F{number}", ((figure.start, figure.end),), _figure(figure))


def _told(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part not in (None, ""))


def _span(low: object, high: object) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _person(person: PersonClaim) -> str:
    return _told(f"person {person.name}", person.position, person.organization, person.country, person.wikidata_id)


def _meeting(meeting: MeetingClaim, people: tuple[PersonClaim, ...]) -> str:
    seats = [
        f"{seat.party} ({people[seat.person].name if seat.person is not None else seat.identified_by})"
        for seat in meeting.participants
    ]
    dates = _span(meeting.start_date, meeting.end_date) + f" ({meeting.date_precision})"
    where = meeting.place or meeting.country or meeting.region
    return _told(f"meeting, {meeting.status}", where, dates, ", ".join(seats), f"rule: {meeting.rule}")


def _exchange(exchange: ExchangeClaim) -> str:
    return _told(
        f"exchange, {exchange.status}",
        f"captives {_span(exchange.captives_low, exchange.captives_high)} from {exchange.captives_holder}",
        f"prisoners {_span(exchange.prisoners_low, exchange.prisoners_high)} from {exchange.prisoners_holder}",
        f"{_span(exchange.start_date, exchange.end_date)} ({exchange.date_precision})",
        f"rule: {exchange.rule}",
    )


def _figure(figure: FigureClaim) -> str:
    return _told(
        f"figure {_span(f'{figure.value_low:,.10g}', f'{figure.value_high:,.10g}')} {figure.unit}",
        figure.modifier,
        figure.measure,
        figure.status,
        figure.counted and f"counted: {figure.counted}",
        figure.claimed_by and f"claimed by: {figure.claimed_by}",
        f"rule: {figure.rule}",
    )
