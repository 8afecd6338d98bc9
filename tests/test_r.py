"""Guards that R, reading the CSV by the types that the descriptor states, sees the values that Parquet holds."""

import json
from pathlib import Path

import pytest
from pyarrow import parquet

from .snippets import run_r

SCRIPT = Path(__file__).parent / "r" / "read.R"


@pytest.mark.slow
def test_r_reads_the_values_that_parquet_holds(package: Path, tmp_path: Path) -> None:
    cells = 0
    for path in (package / "data").glob("*.parquet"):
        columns = parquet.read_table(path).to_pydict()
        cells += sum(map(len, columns.values()))
        text = json.dumps(columns, ensure_ascii=False, default=lambda day: day.isoformat())
        (tmp_path / f"{path.stem}.json").write_text(text, encoding="utf-8")
    assert cells > 0
    printed = run_r([str(SCRIPT), str(package), str(tmp_path)], tmp_path)
    assert printed == f"{cells} cells are the same in R as in Parquet\n"
