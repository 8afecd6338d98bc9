"""The published tables: the only place that knows a column.

Each table is one pandera model. Its Arrow schema, its Table Schema and its part of the codebook are derived from it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from .base import Table
from .disagreements import Disagreements
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
        "disagreements": Disagreements,
    }
)
"""The model of each table, in the order in which they are published."""


def purpose(table: str) -> str:
    """What a table is for, in one sentence.

    >>> purpose("participants")
    'To join people and parties to the meetings that they took part in.'
    """
    return str(_reading(table)["purpose"])


def misreadings(table: str) -> tuple[str, ...]:
    """How a table is easily misread, a sentence or two each."""
    return tuple(_reading(table)["misreadings"])


def _reading(table: str) -> Mapping[str, Any]:
    config = MODELS[table].__config__
    return (config and config.metadata) or {}
