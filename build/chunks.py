"""One article's mentions: the middle of the cascade, from tokens to what the tables are filled from."""

from .names import find_names
from .numbers.quantities import find_quantities
from .records import Article, Chunks
from .text import quotations, sentences
from .times.dates import find_times


def find_chunks(article: Article) -> Chunks:
    """All mentions in `article`, each tuple in text order; depends on the article alone."""
    parts = sentences(article)
    names = find_names(article, parts)
    return Chunks(
        article=article,
        sentences=parts,
        quotations=quotations(article),
        people=names.people,
        persons=names.persons,
        offices=names.offices,
        parties=names.parties,
        places=names.places,
        times=find_times(article, parts),
        quantities=find_quantities(article, parts),
    )
