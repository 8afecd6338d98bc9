"""Packages for the tests of the page: text that tries to break out of it, ten thousand figures, and nothing at all."""

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from build.publish import render
from build.records import Article
from build.tables import ExchangeRow, FigureRow, MeetingRow, MentionRow, ParticipantRow, PersonRow, SourceRow, Tables
from build.tabulate import tabulate

from .sample_tables import DAY, DISPUTED, DISPUTED_TEXTS
from .support import article

HOSTILE = (
    "<script>window.ran = 1</script>",
    "</script><script>window.ran = 1</script>",
    "</style><style>* { display: none }</style>",
    '"><img src=x onerror="window.ran = 1">',
    "' onmouseover='window.ran = 1' autofocus onfocus='window.ran = 1",
    "<svg onload=window.ran=1><a href='javascript:window.ran=1'>x</a></svg>",
    "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
    "<base href='https://example.com/'><meta http-equiv='refresh' content='0;url=https://example.com/'>",
    "--><!-- ]]> <![CDATA[",
    "</td></tr></tbody></table></details></section></main><h1>Mine</h1>",
    "{{ 7 * 7 }} {% for x in y %} ${7 * 7} #{7 * 7}",
    "javascript:window.ran=1",
    "\u202eright to left override\u2066 isolate \u200f",
    "W" * 2_000,
    "z" + "\u0301\u0489" * 400,
    "bell \u0007 escape \u001b[31m delete \u007f separators \u2028\u2029",
    "&lt;b&gt; &amp;amp; &#x3c;script&#x3e;",
    "\N{PILE OF POO}" * 60 + " ﷽" * 40,
)
"""Words that stand where titles, names and quotes stand."""

ADDRESSES = (
    'https://example.org/"onmouseover="window.ran=1',
    "https://example.org/<script>window.ran=1</script>",
    "https://example.org/" + "a" * 3_000,
)


def hostile() -> tuple[Tables, dict[str, Article]]:
    """One article, person, meeting, exchange, figure and mention for each hostile text, which stands in every cell."""
    found: dict[str, list[object]] = {}
    articles = {}
    for i, text in enumerate(HOSTILE):
        one, whole = _around(f"{i}-{text[:40]}", text, ADDRESSES[i % len(ADDRESSES)])
        articles[whole.source_id] = whole
        for table in ("sources", "people", "meetings", "participants", "exchanges", "figures", "mentions"):
            found.setdefault(table, []).extend(getattr(one, table))
    return Tables(**{table: tuple(rows) for table, rows in found.items()}), articles  # type: ignore[arg-type]


def _around(key: str, text: str, url: str) -> tuple[Tables, Article]:
    before, after = f"Before {text} ", f" after {text}."
    whole = article(f"{before}{text}{after}\n", DAY, source_id=key, publisher=text, url=url)
    start, end = len(before), len(before) + len(text)
    figure = FigureRow(
        f"{key}-{start}", key, 3, 5, "at_least", text, "killed", text, "prospective", text, key, text, start, end
    )
    things = {"person_id": key, "meeting_id": key, "exchange_id": key}
    mentions = [
        MentionRow(
            f"{key}-{name}", key, text, start, end, **{other: key if other == name else None for other in things}
        )
        for name in things
    ]
    return (
        Tables(
            sources=(SourceRow(key, f"{key}.txt", text, text, url, DAY, "stated", text, "en", 9, "0" * 64),),
            people=(PersonRow(key, text, text, text, text, "ES", None, 1),),
            meetings=(MeetingRow(key, DAY, DAY + timedelta(3), "week", text, None, text, "planned", text, 1),),
            participants=(ParticipantRow(key, key, key, text, "name"),),
            exchanges=(ExchangeRow(key, "agreed", DAY, None, "unknown", 3, 5, text, None, None, text, 1),),
            figures=(figure, replace(figure, figure_id=f"{key}-people", unit="people", measure="captives_held")),
            mentions=tuple(mentions),
        ),
        whole,
    )


def many(amount: int = 10_000) -> tuple[Tables, dict[str, Article]]:
    """A package with `amount` figures, five in each article, a third of them of the dead."""
    sentence = "Officials said that at least {} people had been killed since the talks broke down on Monday. "
    sources, figures, articles = [], [], {}
    for i in range(amount // 5):
        key = f"article-{i:05}"
        text = "".join(sentence.format(1_000 + 5 * i + k) for k in range(5)).rstrip() + "\n"
        published = DAY + timedelta(i % 700)
        articles[key] = article(text, published, source_id=key)
        sources.append(
            SourceRow(
                key, f"{key}.txt", f"Talks, day {i}", f"Outlet {i % 40}", f"https://example.org/{key}", published,
                "stated", None, "en", 75, "0" * 64,
            )
        )  # fmt: skip
        for k in range(5):
            value = 1_000 + 5 * i + k
            quote = f"at least {value} people"
            start = text.index(quote)
            measure = ("killed", "displaced", "captives_held", "aid", "forces")[k]
            figures.append(
                FigureRow(
                    f"{key}-{start}", key, value, value, "at_least", "people", measure, "people", "actual",
                    f"Officials of district {i % 90}", None, quote, start, start + len(quote),
                )
            )  # fmt: skip
    return Tables(sources=tuple(sources), figures=tuple(figures)), articles


def sample() -> tuple[Tables, dict[str, Article]]:
    """The small package of `sample_tables`, in which two articles disagree."""
    return DISPUTED, {key: article(text, DAY, source_id=key) for key, text in DISPUTED_TEXTS.items()}


def files(tables: Tables, articles: dict[str, Article]) -> dict[str, bytes]:
    """The files of a package of these tables."""
    return render(tabulate(tables), ["nothing was joined"], articles)


def main(folder: Path) -> None:
    """Write these packages into a folder, for the tests in a browser: `python -m tests.page_packages FOLDER`."""
    for name, made in {"sample": sample, "hostile": hostile, "many": many, "empty": lambda: (Tables(), {})}.items():
        for path, data in files(*made()).items():
            target = folder / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
