"""Where each file lies in the package."""

from schemas import MODELS


def csv_path(table: str) -> str:
    """Where a table's CSV lies in the package."""
    return f"data/{table}.csv"


def parquet_path(table: str) -> str:
    """Where a table's Parquet lies in the package."""
    return f"data/{table}.parquet"


PATHS = (
    *(path for table in MODELS for path in (csv_path(table), parquet_path(table))),
    "datapackage.json",
    "index.html",
    "README.md",
    "CODEBOOK.md",
    "DATASHEET.md",
    "CITATION.cff",
    "datacite.json",
    ".zenodo.json",
    "dataset.jsonld",
    "croissant.json",
    "LOG.txt",
    "SHA256SUMS",
)
"""Every file of a package."""
