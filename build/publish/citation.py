"""How to cite the package: for people, for BibTeX, for GitHub, Zenodo and DataCite, all from `metadata.toml`.

There is no DOI until one is in `metadata.toml`; then every form here has it.
"""

import json
from typing import Any

from .metadata import address, as_json, creators, licence, metadata, released

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def sentence() -> str:
    """The citation in a plain sentence.

    >>> sentence().startswith("The Gaza Truce Talks contributors (2026). Gaza truce talks, version ")
    True
    """
    about = metadata()
    authors = "; ".join(creators())
    cited = f"{authors[:1].upper()}{authors[1:]} ({released()[:4]}). {about['title']}, version {about['version']}"
    return f"{cited} [data set]. Released {released()}." + (f" {address()}" if address() else "")


def bibtex() -> str:
    """The citation as an entry of BibTeX, the names of the authors in braces, as they are no first and last names."""
    about = metadata()
    year, month, _ = released().split("-")
    fields = {
        "author": " and ".join(f"{{{name}}}" for name in creators()),
        "title": f"{{{about['title']}}}",
        "version": about["version"],
        "year": year,
        "month": MONTHS[int(month) - 1],
        "note": f"Data set, version {about['version']}, released {released()}",
        "doi": about["doi"],
        "url": address(),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items() if value]
    return f"@misc{{{about['name']}-{about['version']},\n{''.join(lines)}}}"


def citation_cff() -> bytes:
    """`CITATION.cff`, each value written as JSON, which YAML reads as well."""
    about = metadata()
    fields: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as follows.",
        "type": "dataset",
        "title": about["title"],
        "abstract": about["description"],
        "authors": [{"name": name} for name in creators()],
        "version": about["version"],
        "date-released": released(),
        "license": licence()["name"],
        "keywords": about["keywords"],
        "doi": about["doi"],
        "url": about["homepage"],
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items() if value]
    return "".join(lines).encode("utf-8")


def datacite() -> bytes:
    """`datacite.json`: the record of DataCite's schema 4.5."""
    about = metadata()
    record = {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "doi": about["doi"],
        "url": about["homepage"],
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Data package"},
        "creators": [{"name": name, "nameType": "Organizational"} for name in creators()],
        "titles": [{"title": about["title"], "lang": about["language"]}],
        "publisher": {"name": creators()[0]},
        "publicationYear": released()[:4],
        "dates": [{"date": released(), "dateType": "Issued"}],
        "language": about["language"],
        "subjects": [{"subject": keyword, "lang": about["language"]} for keyword in about["keywords"]],
        "version": about["version"],
        "rightsList": [
            {
                "rights": licence()["title"],
                "rightsUri": licence()["path"],
                "rightsIdentifier": licence()["name"],
                "rightsIdentifierScheme": "SPDX",
                "schemeUri": "https://spdx.org/licenses/",
            }
        ],
        "descriptions": [
            {"description": about["description"], "descriptionType": "Abstract", "lang": about["language"]}
        ],
        "geoLocations": [{"geoLocationPlace": place} for place in about["places"]],
        "formats": ["text/csv", "application/vnd.apache.parquet"],
    }
    return as_json(record)


def zenodo() -> bytes:
    """`.zenodo.json`: what Zenodo takes over when it archives a release."""
    about = metadata()
    return as_json(
        {
            "upload_type": "dataset",
            "title": about["title"],
            "description": about["description"],
            "creators": [{"name": name} for name in creators()],
            "version": about["version"],
            "publication_date": released(),
            "access_right": "open",
            "license": licence()["name"],
            "keywords": about["keywords"],
            "language": "eng" if about["language"] == "en" else about["language"],
            "doi": about["doi"],
        }
    )
