"""Guards the benchmarks: the same synthetic articles every time, valid tables, a document that has them all."""

import json
from pathlib import Path

from bench.__main__ import CLOSES, OPENS, beside, by_phase
from bench.corpus import article, articles, write
from bench.million import tables
from bench.phases import measure
from build.validate import validate

DOCUMENT = Path(__file__).parent.parent / "docs" / "performance.md"


def test_the_same_articles_whichever_are_asked_for() -> None:
    few, more = dict(articles(20)), dict(articles(60))
    assert more.items() > few.items()
    assert article(59) == more["000059.txt"]


def test_some_articles_repeat_others_and_some_tell_of_nothing() -> None:
    texts = [text for _, text in articles(300)]
    assert 0.85 < len(set(texts)) / len(texts) < 0.97
    quiet = [text for text in texts if not any(word in text for word in ("hostages", "talks", "prisoners", "Envoys"))]
    assert 0.2 < len(quiet) / len(texts) < 0.6


def test_every_phase_is_measured(tmp_path: Path) -> None:
    measured = measure(30, tmp_path)
    assert measured["articles"] == 30
    assert measured["words"] > 5_000
    assert measured["figures"] > 100
    assert json.loads(json.dumps(measured)).keys() >= {"read", "extract", "reconcile", "validate", "publish", "peak"}
    assert by_phase([measured]).count("\n") == 3


def test_the_laid_down_tables_have_their_rows_and_keep_every_rule(tmp_path: Path) -> None:
    frames, texts = tables(2_345, tmp_path / "seeds")
    assert len(frames["figures"]) == 2_345
    validate(frames, texts)


def test_the_document_has_the_tables() -> None:
    words = {"extract": 1.0, "spacy": 1.0, "ratio": 1.0}
    rows = {"rows": 1_000_000, "rules": 1.0, "validate": 1.0, "frictionless": 1.0, "publish": 1.0, "pyarrow": 1.0}
    shown = beside(words, rows, {"build": 1.0, "import": 1.0, "ratio": 1.0})
    written = DOCUMENT.read_text(encoding="utf-8").partition(OPENS)[2].partition(CLOSES)[0]
    for line in shown.splitlines()[2:]:
        assert line.split(" | ")[0] in written


def test_a_corpus_is_written_as_seeds(tmp_path: Path) -> None:
    write(tmp_path, 3)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["000000.txt", "000001.txt", "000002.txt"]
