"""Hold a package's `datacite.json` against DataCite's schema 4.5: `python check_datacite.py PACKAGE`."""

import json
import sys
from pathlib import Path

from datacite import schema45

record = json.loads((Path(sys.argv[1]) / "datacite.json").read_bytes())
problems = [f"{error.json_path}: {error.message}" for error in schema45.validator.iter_errors(record)]
if not problems:
    schema45.tostring(record | {"doi": record.get("doi", "10.5072/none-yet")})  # as it will be sent, in XML
print("\n".join(problems) or "datacite.json keeps DataCite's schema 4.5.")
sys.exit(bool(problems))
