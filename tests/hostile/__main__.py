"""`python -m tests.hostile FOLDER`: write the corpus out, one folder of seeds for each kind."""

import sys
from pathlib import Path

from .corpus import KINDS
from .kinds import fill

for number, kind in enumerate(KINDS, 1):
    place = Path(sys.argv[1]) / f"{number:03} {kind.name.replace('/', ' ')}"
    place.mkdir(parents=True)
    fill(place / "seeds", [kind])
    (place / "expected.txt").write_text(f"{kind.expected}\n", encoding="utf-8")
