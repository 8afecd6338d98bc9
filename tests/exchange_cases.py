"""Helper for the tests of exchanges: an article whose figures are marked in its text, so that no other stage is needed.

`[c82:82 schoolgirls]` is a figure of 82 captives released, `p` of prisoners released, `h` of captives held,
`o` of people that no measure was found for; `>` before the number means at least, `~` about; `?` after it that it is
prospective; `Hamas|` before the words who claims it; `[t4day:four-day truce]` is the length of a truce.
"""

import re
from dataclasses import replace
from datetime import date

from build.chunks import find_chunks
from build.extract.exchanges import find_exchanges
from build.records import ExchangeClaim, FigureClaim, Modifier, PersonClaim, PersonMention, Span

from .support import article

PEOPLE = r"\[([cpho])([>~]?)(\d+)(?:-(\d+))?(\??):(?:([^\]|]*)\|)?([^\]]*)\]"
MARK = re.compile(PEOPLE + r"|\[t(\d+)(day|week):([^\]]*)\]|\{([^}]*)\}")
MEASURES = {"c": "captives_released", "p": "prisoners_released", "h": "captives_held", "o": "other"}
MODIFIERS: dict[str, Modifier] = {"": "exact", ">": "at_least", "~": "about"}


def told(marked: str, published_on: date | None = date(2024, 6, 12)) -> list[ExchangeClaim]:
    """The exchanges of a text with marked figures and `{names}`; 12 June 2024 was a Wednesday."""
    plain, figures, names, done = "", [], [], 0
    for mark in MARK.finditer(marked):
        plain += marked[done : mark.start()]
        start = len(plain)
        plain += mark[7] or mark[10] or mark[11]
        if mark[11]:
            names.append(Span(start, len(plain)))
        else:
            figures.append(_figure(mark, start, len(plain)))
        done = mark.end()
    plain += marked[done:]
    chunks = find_chunks(article(plain, published_on))
    people = tuple(PersonClaim(n.of(plain), (n.of(plain),), None, None, None, None, (n,)) for n in names)
    persons = tuple(PersonMention(n.start, n.end, i) for i, n in enumerate(names))
    return list(find_exchanges(replace(chunks, people=people, persons=persons), tuple(figures)))


def _figure(mark: re.Match[str], start: int, end: int) -> FigureClaim:
    if mark[8]:
        days = int(mark[8])
        return FigureClaim(start, end, days, days, "exact", mark[9], "truce_duration", None, "actual", None, "test")
    low, high = int(mark[3]), int(mark[4] or mark[3])
    measure, modifier = MEASURES[mark[1]], MODIFIERS[mark[2]]
    claim = FigureClaim(start, end, low, high, modifier, "people", measure, None, "actual", mark[6], "test")
    return replace(claim, status="prospective") if mark[5] else claim


def summary(claim: ExchangeClaim) -> tuple[str, str, str, str]:
    """Status, period, captives and prisoners, each as one short string: "12 Hamas", "50-69", "? IL"."""
    days = "/".join(str(day) if day else "" for day in dict.fromkeys((claim.start_date, claim.end_date)))
    return (
        claim.status,
        days,
        _side(claim.captives_low, claim.captives_high, claim.captives_holder),
        _side(claim.prisoners_low, claim.prisoners_high, claim.prisoners_holder),
    )


def _side(low: int | None, high: int | None, holder: str | None) -> str:
    number = "" if low is None else str(low) if low == high else f"{low}-{high}"
    return f"{number} {holder or ''}".strip()
