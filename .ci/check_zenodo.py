"""Hold a package's `.zenodo.json` against its `CITATION.cff`, by cffconvert: `python check_zenodo.py PACKAGE`."""

import json
import sys
from pathlib import Path

from cffconvert import Citation

package = Path(sys.argv[1])
citation = Citation((package / "CITATION.cff").read_text(encoding="utf-8"))
wanted = json.loads(citation.as_zenodo())
wanted = wanted | {"license": wanted["license"]["id"], "upload_type": "dataset"}
found = json.loads((package / ".zenodo.json").read_bytes())
problems = [
    f"{name} is {found.get(name)!r}, not {value!r}" for name, value in wanted.items() if found.get(name) != value
]
print("\n".join(problems) or ".zenodo.json says what CITATION.cff says, of a data set.")
sys.exit(bool(problems))
