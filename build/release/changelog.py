"""`CHANGELOG.md`: what the curator says of a release, and what was counted of it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ..errors import BuildError
from .changes import Change

UNRELEASED = "## Unreleased"


def with_release(text: str, version: str, day: str, found: Iterable[Change], rows: Mapping[str, int]) -> str:
    """The changelog with what stands under "Unreleased" moved to the release, and the changes counted there.

    A release that it has already stays as it is.
    """
    heading = f"## {version}, {day}"
    has = [line for line in text.splitlines() if line.startswith(f"## {version},")]
    if has == [heading]:
        return text
    if has:
        raise BuildError(f"CHANGELOG.md has {has[0].removeprefix('## ')} already: release it with that date.")
    before, mark, rest = text.partition(f"{UNRELEASED}\n")
    notes, following, others = rest.partition("\n## ")
    if not mark or not notes.strip():
        raise BuildError(
            f"CHANGELOG.md says nothing under {UNRELEASED.removeprefix('## ')!r}: say in a line or two what changed."
        )
    parts = [UNRELEASED, heading, notes.strip(), "\n".join(counted(found, rows))]
    return before + "\n\n".join(parts) + "\n" + following + others


def counted(found: Iterable[Change], rows: Mapping[str, int]) -> list[str]:
    """One line a table: its rows, and how many changes of each kind it had.

    >>> counted([Change("people", "a", "", "", "", "added")], {"people": 12, "sources": 3})
    ['- people: 12 rows; 1 added', '- sources: 3 rows']
    """
    kinds = Counter((change.table, change.kind) for change in found)
    tables = [*rows, *sorted({table for table, _ in kinds} - set(rows))]
    return [
        "; ".join(
            [f"- {table}: {rows.get(table, 0):,} {'row' if rows.get(table) == 1 else 'rows'}"]
            + [f"{kinds[table, kind]:,} {kind}" for of, kind in sorted(kinds) if of == table]
        )
        for table in tables
    ]
