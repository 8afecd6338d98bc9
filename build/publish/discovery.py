"""Records for search engines and loaders: schema.org JSON-LD (`dataset.jsonld`) and Croissant (`croissant.json`).

Both give their vocabulary in the file, so that they are read without a network.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

import pandas

from schemas import MODELS
from schemas.relations import FOREIGN_KEYS, primary_key

from .citation import bibtex
from .kinds import kinds
from .metadata import address, as_json, covered_days, creators, licence, metadata, released
from .paths import csv_path, parquet_path

FORMATS = {"csv": "text/csv", "parquet": "application/x-parquet"}
"""The media types by the endings of files, as Croissant has them."""

TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "date": "sc:Date"}
"""Croissant's name of each type of a Table Schema."""

CROISSANT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    **{
        name: f"cr:{name}"
        for name in (
            "citeAs", "column", "equivalentProperty", "extract", "field", "fileObject", "fileProperty", "fileSet",
            "format", "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet",
            "references", "regex", "repeated", "replace", "samplingRate", "separator", "source", "subField",
            "transform",
        )
    },
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
}  # fmt: skip
"""The context that the Croissant standard, version 1.0, prescribes."""


def schema_org(files: Mapping[str, bytes], frames: Mapping[str, pandas.DataFrame]) -> bytes:
    """`dataset.jsonld`: the package as a `Dataset` of schema.org."""
    record = {
        "@context": {"@vocab": "https://schema.org/"},
        **_about(),
        "creditText": creators()[0],
        "spatialCoverage": [{"@type": "Place", "name": place} for place in metadata()["places"]],
        "temporalCoverage": covered_days(frames),
        "measurementTechnique": "A grammar reads news articles; each row is traced to the words behind it.",
        "variableMeasured": [variable for table in MODELS for variable in _variables(table)],
        "distribution": [{"@type": "DataDownload", **_file(path, files)} for table in MODELS for path in _paths(table)],
    }
    return as_json(record)


def croissant(files: Mapping[str, bytes]) -> bytes:
    """`croissant.json`: the files with their checksums, and each table as a record set, which is read from Parquet.

    Not from CSV: the loader lets pandas guess there, which takes Namibia's code for a missing value.
    """
    record = {
        "@context": CROISSANT,
        **_about(),
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "citeAs": bibtex(),
        "distribution": [
            {"@type": "cr:FileObject", "@id": path, **_file(path, files)} for table in MODELS for path in _paths(table)
        ],
        "recordSet": [_record_set(table) for table in MODELS],
    }
    return as_json(record)


def _about() -> dict[str, Any]:
    about = metadata()
    record = {
        "@type": "Dataset",
        "name": about["title"],
        "description": about["description"],
        "identifier": f"https://doi.org/{about['doi']}" if about["doi"] else "",
        "url": address(),
        "version": about["version"],
        "datePublished": released(),
        "license": licence()["path"],
        "creator": [{"@type": "Organization", "name": name} for name in creators()],
        "keywords": about["keywords"],
        "inLanguage": about["language"],
        "isAccessibleForFree": True,
    }
    return {name: value for name, value in record.items() if value != ""}


def _paths(table: str) -> tuple[str, str]:
    return csv_path(table), parquet_path(table)


def _file(path: str, files: Mapping[str, bytes]) -> dict[str, str]:
    """What both records say of a file."""
    return {
        "name": path.rpartition("/")[2],
        "contentUrl": path,
        "encodingFormat": FORMATS[path.rpartition(".")[2]],
        "contentSize": f"{len(files[path])} B",
        "sha256": hashlib.sha256(files[path]).hexdigest(),
    }


def _variables(table: str) -> list[dict[str, str]]:
    columns = MODELS[table].to_schema().columns
    return [
        {
            "@type": "PropertyValue",
            "name": f"{table}.{name}",
            "alternateName": column.title,
            "description": column.description,
            **({"unitText": column.metadata["unit"]} if "unit" in (column.metadata or {}) else {}),
        }
        for name, column in columns.items()
    ]


def _record_set(table: str) -> dict[str, Any]:
    model = MODELS[table].to_schema()
    links = {key.column: f"{key.target}/{primary_key(key.target)[0]}" for key in FOREIGN_KEYS if key.table == table}
    fields = [
        {
            "@type": "cr:Field",
            "@id": f"{table}/{name}",
            "name": name,
            "description": model.columns[name].description,
            "dataType": TYPES[kind.table_schema],
            "source": {"fileObject": {"@id": parquet_path(table)}, "extract": {"column": name}},
            **({"references": {"field": {"@id": links[name]}}} if name in links else {}),
        }
        for name, kind in kinds(table).items()
    ]
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": model.description,
        "key": [{"@id": f"{table}/{name}"} for name in primary_key(table)],
        "field": fields,
    }
