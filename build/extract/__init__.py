"""What one article states, table by table: a pure function of the article and the authority data."""

from ..chunks import find_chunks
from ..records import Article, Claims
from .exchanges import find_exchanges
from .figures import find_figures
from .meetings import find_meetings


def extract(article: Article) -> Claims:
    """The claims of `article`; no network, no clock, no randomness, no other article."""
    chunks = find_chunks(article)
    figures = find_figures(chunks)
    return Claims(
        article=article,
        people=chunks.people,
        meetings=find_meetings(chunks),
        exchanges=find_exchanges(chunks, figures),
        figures=figures,
    )
