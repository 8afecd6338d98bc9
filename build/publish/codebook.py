"""`CODEBOOK.md`: what each table, column and code means, the rules that rows keep, and examples from the data."""

from collections.abc import Iterable, Iterator, Mapping

import pandas

from schemas import MODELS, misreadings, purpose
from schemas.base import CELL
from schemas.relations import FOREIGN_KEYS, RELATIONS, primary_key
from schemas.vocabulary import UNIT

from .examples import Example, examples
from .kinds import kinds
from .markdown import code, filled, plain, table
from .metadata import metadata


def codebook(frames: Mapping[str, pandas.DataFrame]) -> bytes:
    """What each table, column and code means, and the rules that every row keeps."""
    sections = "\n".join(_of_table(name, frames) for name in MODELS)
    return filled("codebook.md", {"title": metadata()["title"], "version": metadata()["version"], "tables": sections})


def _of_table(name: str, frames: Mapping[str, pandas.DataFrame]) -> str:
    model = MODELS[name].to_schema()
    what, _, rest = str(model.description).partition("\n")
    parts = [f"## {name}: {_lower(what.rstrip('.'))}", purpose(name), *filter(None, [rest.strip()])]
    parts += ["How to misread it:\n\n" + _listed(misreadings(name)), _links(name), _columns(name)]
    parts += _code_lists(name)
    parts.append("Every row keeps these rules:\n\n" + _listed(f"{sentence}." for sentence in rules(name)))
    parts += _examples(name, frames)
    return "\n\n".join(parts) + "\n"


def _listed(sentences: Iterable[str]) -> str:
    return "\n".join(f"- {sentence}" for sentence in sentences)


def _links(name: str) -> str:
    """The key of a table and what joins it to the others, both ways."""
    key = " and ".join(f"`{column}`" for column in primary_key(name))
    to = [f"`{link.column}` is a row of {link.target}" for link in FOREIGN_KEYS if link.table == name]
    back = [f"{link.table} (`{link.column}`)" for link in FOREIGN_KEYS if link.target == name]
    told = f"Key: {key}."
    told += f" {'; '.join(to)}." if to else ""
    return f"{told} Other tables refer to it: {', '.join(back)}." if back else told


def _columns(name: str) -> str:
    model = MODELS[name].to_schema()
    rows = []
    for column, kind in kinds(name).items():
        said = model.columns[column].metadata or {}
        missing = f"where {said['missing']}" if "missing" in said else "never"
        coding = str(model.columns[column].description)
        rows.append((f"`{column}`", kind.table_schema, said.get("unit", ""), coding, missing))
    return table(("column", "type", "unit", "coding", "missing"), rows)


def _code_lists(name: str) -> Iterator[str]:
    for column, schema in MODELS[name].to_schema().columns.items():
        if codes := (schema.metadata or {}).get("codes"):
            yield table((f"`{column}`", "meaning"), [(f"`{code}`", meaning) for code, meaning in codes.items()])
        elif column == "unit":
            units = [(f"`{unit}`", meaning) for unit, meaning in UNIT.items()]
            yield table(("`unit`", "meaning"), [*units, ("else", "The thing counted, or the currency's code.")])


def _examples(name: str, frames: Mapping[str, pandas.DataFrame]) -> Iterator[str]:
    found = examples(name, frames)
    for example in found:
        yield _headed(name, example)
        yield table(("column", "example"), [(f"`{column}`", code(cell)) for column, cell in example.cells.items()])
    shown = {column for example in found for column in example.cells}
    if without := [f"`{column}`" for column in MODELS[name].to_schema().columns if column not in shown]:
        yield f"No row of this version has an example of {', '.join(without)}."


def _headed(name: str, example: Example) -> str:
    row = f"For example, the row {code(example.key)}"
    if example.source_id is None:
        return f"{row}:"
    if example.quote is None:
        return f"{row}, the article of that name:"
    return f"{row}; the article {code(example.source_id)} says “{plain(example.quote)}”:"


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
            if check.statistics.get("pattern") != CELL and check.name not in ("isin", "less_than_or_equal_to"):
                yield f"`{column}` {check.error}"
    yield from (check.error for check in model.checks)
    yield from (relation.sentence for relation in RELATIONS if relation.table == table)


def _lower(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:]
