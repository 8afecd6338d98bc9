"""Who led a side at an occasion told of: "David Barnea led the Israeli team", "the American side was headed by …"."""

from ..records import Article
from .delegations import Actor
from .encounters import Encounter, parties_of, seats_of, subject, verb_group
from .line import Line
from .meeting_words import match
from .scene import Scene

REACH = 5
ELSEWHERE = ("to", "into", "in", "on", "from", "back")


def read_leadership(line: Line, place: int, article: Article) -> Encounter | None:
    """The report of a verb of leading at `place` whose object or subject is a side at the talks."""
    scene = line.scene
    if not match(scene.words, place, "heading"):
        return None
    group = verb_group(scene, place)
    if group.negated or group.chance or group.bare or group.status == "planned":
        return None
    actors = _by_whom(line, place) if scene.word(place + 1) == "by" and group.passive else _whose(line, place)
    if not parties_of(actors):
        return None
    return Encounter(
        number=scene.number,
        first=min(group.first, *(actor.first for actor in actors)),
        last=max(place + 1, *(actor.last for actor in actors)),
        seats=seats_of(actors),
        place=None,
        time=None,
        status="held",
        rule="leading a side",
        definite=True,
        sure=False,
    )


def _whose(line: Line, place: int) -> list[Actor]:
    """The leaders of "led the Israeli side"; who leads a team somewhere makes a journey."""
    scene = line.scene
    team = _team_after(scene, place + 1)
    if team < 0 or scene.word(team + 1) in ELSEWHERE:
        return []
    told = subject(line, verb_group(scene, place).first).actors
    return [actor for actor in told if actor.kind in ("person", "office") and not actor.possessive]


def _by_whom(line: Line, place: int) -> list[Actor]:
    """The leaders of "The American side was led by the CIA director, the Israeli by the head of the Mossad"."""
    scene = line.scene
    first = verb_group(scene, place).first
    if _team_after(scene, max(first - 2, 0)) < 0 and not match(scene.words, first - 1, "delegation", "team"):
        return []
    return [actor for actor in line.actors if actor.first > place and actor.link == "by" and actor.kind != "group"]


def _team_after(scene: Scene, place: int) -> int:
    """The noun for a side in the noun phrase that begins at `place`; -1 where it is another matter."""
    if scene.word(place) not in ("the", "its", "their", "his", "her", "israel", "hamas"):
        return -1
    steps = range(place + 1, min(place + REACH, len(scene.words)))
    return next((step for step in steps if match(scene.words, step, "led")), -1)
