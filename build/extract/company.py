"""What stands around a verb or a noun of meeting: who, where and when, as far as its clause reaches."""

from dataclasses import dataclass, field

from ..records import PlaceMention, TimeMention
from .delegations import Actor


@dataclass(slots=True)
class Company:
    """What a clause tells of a meeting, gathered while it is read."""

    actors: list[Actor] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    last: int = 0
    start: int = 0
    purpose: bool = False
    cues: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the right of a trigger is read: a noun has predicates, a passive its agent, a journey its purpose.

    `framing` says that the noun only frames its clause: "After the talks, the minister said".
    """

    noun: bool = False
    passive: bool = False
    journey: bool = False
    framing: bool = False
