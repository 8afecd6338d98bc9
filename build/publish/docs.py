"""`README.md` and `CODEBOOK.md` of the package, from the models, the rules, `metadata.toml` and two texts."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas

from schemas import MODELS
from schemas.base import CELL
from schemas.relations import FOREIGN_KEYS, RELATIONS, primary_key
from schemas.vocabulary import UNIT

from .csv import cell
from .descriptor import csv_path, metadata
from .kinds import kinds
from .quality import measured, quality_rows

FOLDER = Path(__file__).parent


def readme(frames: Mapping[str, pandas.DataFrame]) -> bytes:
    """What the package is, what it holds, how to load it, how to go from a number to its passage, and its limits."""
    about = metadata()
    licence = about["licenses"][0]
    rows = [
        (f"[{name}]({csv_path(name)})", _first_line(MODELS[name].to_schema().description), f"{len(frames[name]):,}")
        for name in MODELS
    ]
    text = (FOLDER / "readme.md").read_text(encoding="utf-8")
    parts = {
        "title": about["title"],
        "description": about["description"],
        "version": about["version"],
        "created": f"{about['created']:%Y-%m-%d}",
        "tables": _table(("table", "what a row is", "rows"), rows),
        "example": _example(frames),
        "quality": _quality(),
        "licence": f"[{licence['title']}]({licence['path']})",
        "contributors": about["contributors"][0]["title"],
    }
    for name, part in parts.items():
        text = text.replace(f"{{{{{name}}}}}", part)
    return text.encode("utf-8")


def _example(frames: Mapping[str, pandas.DataFrame]) -> str:
    """One figure of the package, from its number to its words; nothing where the package has none."""
    figures = frames["figures"]
    if figures.empty:
        return "This package holds no figures."
    linked = figures[figures["exchange_id"].notna()]
    row = (linked if len(linked) else figures).iloc[0]
    quote = " ".join(row["quote"].split())
    return (
        f"The figure `{row['figure_id']}`, for one, is {cell(row['value_low'])} {row['unit']} (`{row['modifier']}`,"
        f" `{row['measure']}`): the article `{row['source_id']}` says “{quote}” at {row['start']} to {row['end']}."
    )


def _quality() -> str:
    """The figures last measured, set by set: on the articles that the grammar was developed on, and on others."""
    day = f"{measured()['measured_on']}"
    told = {
        "development": "articles that the grammar was developed on",
        "unseen": "articles that nobody had looked at while it was developed",
    }
    parts = [f"Measured on {day}, each article built alone and held cell by cell against gold."]
    for name, words in told.items():
        parts.append(f"On {measured()[name]['articles']} {words}:")
        parts.append(_table(("table", "rows in the gold", "precision", "recall", "F1"), quality_rows(name)))
    return "\n\n".join(parts)


def codebook() -> bytes:
    """What each table, column and code means, and the rules that every row keeps."""
    conventions = (FOLDER / "conventions.md").read_text(encoding="utf-8")
    tables = "\n".join(_of_table(name) for name in MODELS)
    return f"# Codebook of {metadata()['title']}\n\n{conventions}\n{tables}".encode()


def _of_table(name: str) -> str:
    model = MODELS[name].to_schema()
    targets = {key.column: key.target for key in FOREIGN_KEYS if key.table == name}
    rows = []
    for column, kind in kinds(name).items():
        schema = model.columns[column]
        type_ = kind.table_schema + ("" if not schema.nullable else ", may be missing")
        type_ += ", key" if column in primary_key(name) else ""
        type_ += f", refers to {targets[column]}" if column in targets else ""
        rows.append((f"`{column}`", type_, schema.description))
    parts = [f"## {name}: {_lower(_first_line(model.description))}", *_rest(model.description)]
    parts.append(_table(("column", "type", "coding"), rows))
    parts += _code_lists(name)
    parts.append("Every row keeps these rules:\n\n" + "\n".join(f"- {sentence}." for sentence in rules(name)))
    return "\n\n".join(parts) + "\n"


def _code_lists(name: str) -> Iterator[str]:
    for column, schema in MODELS[name].to_schema().columns.items():
        if codes := (schema.metadata or {}).get("codes"):
            yield _table((f"`{column}`", "meaning"), [(f"`{code}`", meaning) for code, meaning in codes.items()])
        elif column == "unit":
            units = [(f"`{unit}`", meaning) for unit, meaning in UNIT.items()]
            yield _table(("`unit`", "meaning"), [*units, ("else", "The thing counted, or the currency's code.")])


def rules(table: str) -> Iterator[str]:
    """Every rule that the rows of a table keep, in words: of its columns, across them, and across tables.

    >>> list(rules("participants"))[-1]
    '`person_id` must be a row of the table people'
    """
    model = MODELS[table].to_schema()
    key = " and ".join(f"`{column}`" for column in primary_key(table))
    yield f"{key} must be given once in the table"
    for column, schema in model.columns.items():
        for check in schema.checks:
            if check.statistics.get("pattern") != CELL and check.name != "isin":
                yield f"`{column}` {check.error}"
    yield from (check.error for check in model.checks)
    yield from (relation.sentence for relation in RELATIONS if relation.table == table)


def _first_line(description: str) -> str:
    return description.partition("\n")[0].rstrip(".")


def _rest(description: str) -> list[str]:
    rest = description.partition("\n")[2].strip()
    return [rest] if rest else []


def _lower(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
