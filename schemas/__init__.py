"""The published tables: the only place that knows a column.

Each table is one pandera model. Its Arrow schema, its Table Schema and its part of the codebook are derived from it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from .base import Table
from .exchanges import Exchanges
from .figures import Figures
from .meetings import Meetings
from .mentions import Mentions
from .participants import Participants
from .people import People
from .sources import Sources

MODELS: Mapping[str, type[Table]] = MappingProxyType(
    {
        "sources": Sources,
        "people": People,
        "meetings": Meetings,
        "participants": Participants,
        "exchanges": Exchanges,
        "figures": Figures,
        "mentions": Mentions,
    }
)
"""The model of each table, in the order in which they are published."""
