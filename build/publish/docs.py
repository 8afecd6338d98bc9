"""`README.md` and `DATASHEET.md` of the package, each from a template, the models, the metadata and the data."""

from collections.abc import Mapping

import pandas

from schemas import MODELS, purpose

from .citation import bibtex, sentence
from .csv import cell
from .markdown import code, filled, plain, table
from .metadata import covered_days, creators, licence, metadata, released
from .paths import csv_path
from .quality import measured, quality_rows

Frames = Mapping[str, pandas.DataFrame]


def readme(frames: Frames) -> bytes:
    """What the package is, what it holds, how to load and cite it, the way from a number to its passage, its limits."""
    rows = [(f"[{name}]({csv_path(name)})", what(name), f"{len(frames[name]):,}") for name in MODELS]
    parts = _common() | {
        "tables": table(("table", "what a row is", "rows"), rows),
        "example": _example(frames),
        "quality": _quality(),
        "citation": sentence(),
        "bibtex": bibtex(),
    }
    return filled("readme.md", parts)


def datasheet(frames: Frames) -> bytes:
    """Why the data were made, of what, how, for what they are fit and unfit, and who keeps them."""
    sources = frames["sources"]
    days = covered_days(frames)
    parts = _common() | {
        "tables": table(
            ("table", "rows", "what it is for"), [(name, f"{len(frames[name]):,}", purpose(name)) for name in MODELS]
        ),
        "articles": f"{len(sources):,}",
        "publishers": f"{sources['publisher'].nunique():,}",
        "languages": ", ".join(sorted(set(sources["language"]))) or "none",
        "words": f"{int(sources['words'].sum()):,}",
        "days": days.replace("/", " to ") if days else "no day at all",
        "undated": f"{int(sources['published_on'].isna().sum()):,}",
        "people": f"{len(frames['people']):,}",
    }
    return filled("datasheet.md", parts)


def what(name: str) -> str:
    """What a row of a table is.

    >>> what("meetings")
    'One row per meeting in the world'
    """
    return str(MODELS[name].to_schema().description).partition("\n")[0].rstrip(".")


def _common() -> dict[str, str]:
    about = metadata()
    return {
        "title": about["title"],
        "description": about["description"],
        "version": about["version"],
        "released": released(),
        "licence": f"[{licence()['title']}]({licence()['path']})",
        "contributors": "; ".join(creators()),
    }


def _example(frames: Frames) -> str:
    """One figure of the package, from its number to its words; nothing where the package has none."""
    figures = frames["figures"]
    if figures.empty:
        return "This package holds no figures."
    linked = figures[figures["exchange_id"].notna()]
    row = (linked if len(linked) else figures).iloc[0]
    return (
        f"The figure {code(row['figure_id'])}, for one, is {cell(row['value_low'])} {row['unit']} (`{row['modifier']}`,"
        f" `{row['measure']}`): the article {code(row['source_id'])} says “{plain(row['quote'])}” at {row['start']} to"
        f" {row['end']}."
    )


def _quality() -> str:
    """The figures last measured, set by set: on the articles that the grammar was developed on, and on others."""
    told = {
        "development": "articles that the grammar was developed on",
        "unseen": "articles that nobody had looked at while it was developed",
    }
    parts = [f"Measured on {measured()['measured_on']}, each article built alone and held cell by cell against gold."]
    for name, words in told.items():
        parts.append(f"On {measured()[name]['articles']} {words}:")
        parts.append(table(("table", "rows in the gold", "precision", "recall", "F1"), quality_rows(name)))
    return "\n\n".join(parts)
