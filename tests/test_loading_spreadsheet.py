"""Guards that a spreadsheet shows what the CSV holds: no formula runs, and no cell becomes another."""

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from build.publish.csv import csv_bytes
from build.tabulate import tabulate
from schemas import MODELS

from .readers import missing
from .test_loading import NAMIBIAN

COMMAS_UTF8 = "44,34,76,1"
OPENED = f"CSV:{COMMAS_UTF8}"
"""A CSV opened as UTF-8 with commas and nothing else chosen, as a user opens it."""

SHOWN = f"csv:Text - txt - csv (StarCalc):{COMMAS_UTF8},,0,false,true"
"""Every cell saved as it is shown."""

Rows = list[list[str]]


def shown(files: dict[str, bytes], folder: Path) -> dict[str, Rows]:
    """What LibreOffice shows of CSV files."""
    office = shutil.which("soffice") or missing("LibreOffice Calc is not installed")
    (folder / "csv").mkdir()
    paths = {name: folder / "csv" / f"{name}.csv" for name in files}
    for name, path in paths.items():
        path.write_bytes(files[name])
    command = [
        office, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", f"--infilter={OPENED}",
        "--convert-to", SHOWN, "--outdir", str(folder / "shown"), *map(str, paths.values()),
    ]  # fmt: skip
    environment = os.environ | {"HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    return {name: rows((folder / "shown" / f"{name}.csv").read_bytes()) for name in files}


def rows(data: bytes) -> Rows:
    """The cells of a CSV, with the line ends that a spreadsheet makes of any other."""
    read = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [[cell.replace("\r\n", "\n") for cell in row] for row in read]


@pytest.mark.slow
def test_libreoffice_shows_what_the_csv_holds(package: Path, tmp_path: Path) -> None:
    files = {table: (package / "data" / f"{table}.csv").read_bytes() for table in MODELS}
    assert shown(files, tmp_path) == {table: rows(data) for table, data in files.items()}


@pytest.mark.slow
def test_libreoffice_shows_namibia(tmp_path: Path) -> None:
    frames = tabulate(NAMIBIAN)
    files = {table: csv_bytes(frames[table]) for table in ("people", "meetings", "participants")}
    seen = shown(files, tmp_path)
    assert seen == {table: rows(data) for table, data in files.items()}
    assert "NA" in seen["people"][1]


@pytest.mark.slow
def test_a_formula_would_be_seen(tmp_path: Path) -> None:
    """The planted defect: what the rule against formulas keeps out is run, and the comparison says so."""
    data = b"name\n=1+1\n"
    assert shown({"people": data}, tmp_path)["people"] == [["name"], ["2"]] != rows(data)
