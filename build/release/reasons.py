"""`releases/reasons.csv`: why an id of the last release is gone, and under which id its row stands now.

Each row has the version of the release in which it is so, the table, the key, the new key (empty where the row is gone
for good) and the reason. In the tables that no other table refers to, the key `*` gives one reason for all rows.
"""

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..errors import BuildError

COLUMNS = ("version", "table", "key", "new_key", "reason")
ALL = "*"
TOLD = 10


class Reason(NamedTuple):
    """Why one id is gone, or all that are in a table."""

    table: str
    key: str
    new_key: str
    reason: str

    def covers(self, table: str, key: str) -> bool:
        return self.table == table and self.key in (ALL, key)


def read_reasons(path: Path, version: str) -> list[Reason]:
    """The reasons that are stated for a version."""
    if not path.exists():
        return []
    reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise BuildError(f"{path}: the columns are not {', '.join(COLUMNS)}: name them so.")
    found = []
    for row in reader:
        cells = {column: (row[column] or "").strip() for column in COLUMNS}
        if cells.pop("version") == version:
            if not cells["reason"]:
                raise BuildError(f"{path}, line {reader.line_num}: the reason is missing: say why the id is gone.")
            found.append(Reason(**cells))
    return found


def check_reasons(
    path: Path,
    reasons: Sequence[Reason],
    gone: Mapping[str, Sequence[str]],
    there: Mapping[str, Collection[str]],
    cited: Collection[str],
) -> None:
    """Raise an error where an id that is gone has no reason, or a reason is of an id that is not gone.

    `there` has the keys of each table now, `cited` the tables whose ids others refer to.
    """
    for reason in reasons:
        if reason.key == ALL and reason.table in cited:
            raise BuildError(f"{path}: others refer to the ids of {reason.table}, so each that is gone needs a row.")
        if reason.key != ALL and reason.key not in gone.get(reason.table, ()):
            raise BuildError(f"{path}: {reason.table} {reason.key} is not gone: correct or remove the row.")
        if reason.new_key and reason.new_key not in there.get(reason.table, ()):
            raise BuildError(f"{path}: {reason.table} has no row {reason.new_key}: correct the new key.")
    for table, keys in gone.items():
        without = [key for key in keys if not any(reason.covers(table, key) for reason in reasons)]
        if without:
            more = f" and {len(without) - TOLD} more" if len(without) > TOLD else ""
            raise BuildError(
                f"{table} has no longer {', '.join(without[:TOLD])}{more}: state in {path} why, with the new key"
                " where the row was renamed."
            )
