"""Who, of those named around a verb or a noun of meeting, takes part in it: the prepositions decide."""

from .company import Reading
from .delegations import Actor
from .line import Line
from .meeting_words import match
from .scene import Scene


def fits_left(actor: Actor) -> bool:
    if actor.possessive or actor.governor == "no":
        return False
    return actor.link in ("", "alongside", "under", "including") or (
        actor.link in ("with", "by") and not _is_matter(actor)
    )


def _is_matter(actor: Actor) -> bool:
    return bool(match((actor.governor,), 0, "matter"))


def fits_right(line: Line, actor: Actor, start: int, reading: Reading, topical: bool) -> bool:
    before = line.scene.words[start : actor.first]
    if _chairs(line.scene, actor):
        return True
    if (
        actor.role == "it"
        or actor.governor == "no"
        or actor.possessive
        or (actor.first < start and actor.link not in ("", "with"))
    ):
        return False
    if actor.first == start:
        return True
    heard = reading.journey and "hear" in before
    if topical:
        named = actor.kind != "party" and actor.link in ("with", "alongside")
        given = reading.journey and actor.link == "to"
        given = given and any(match(line.scene.words, step, "giving") for step in range(start, actor.first))
        return (
            given
            or (named and (_is_personal(line.scene, actor) or not _is_matter(actor)))
            or (heard and actor.link == "from")
        )
    if actor.link == "by":
        return reading.passive or _is_agent(line.scene, actor, start)
    if actor.link in ("between", "with"):
        return not _is_matter(actor) or (actor.link == "with" and _is_personal(line.scene, actor))
    if actor.link in ("of", "from"):
        facing = actor.governor in ("across", "table", "opposite")
        met = match((actor.governor,), 0, "occasion", "call") or (
            reading.noun and _follows_a_setting(line.scene, actor)
        )
        return facing or heard or bool(met)
    if actor.link in ("through", "via"):
        return any(match(line.scene.words, place, "mediation") for place in range(actor.first, actor.last + 8))
    if actor.link == "to":
        given = reading.journey and any(match(line.scene.words, step, "giving") for step in range(start, actor.first))
        return given or actor.governor == "together" or bool(match((actor.governor,), 0, "speak"))
    return actor.link in ("", "alongside", "under", "including", "among")


def _follows_a_setting(scene: Scene, actor: Actor) -> bool:
    """Whether only where and when part "of" from the noun: "the meeting in Rome on Sunday of Qatari officials"."""
    place = next((step for step in range(actor.first, actor.first - 12, -1) if scene.word(step) == "of"), 0)
    settings = (*scene.places.values(), *scene.times.values())
    return actor.link == "of" and any(last == place for last, _ in settings)


def _chairs(scene: Scene, actor: Actor) -> bool:
    """Whether a meeting is under someone’s chair: "under his chairmanship and that of his counterpart"."""
    chaired = scene.word(actor.last) in ("chairmanship", "chair", "presidency") and actor.link == "under"
    return chaired or (
        actor.link == "of" and actor.governor in ("chairmanship", "that", "presence", "auspices", "participation")
    )


def _is_personal(scene: Scene, actor: Actor) -> bool:
    """Whether someone is named or held to office, with whom a deal is talked of rather than made."""
    return actor.kind in ("person", "office") or scene.words[actor.last - 1] in ("counterpart", "counterparts")


def _is_agent(scene: Scene, actor: Actor, start: int) -> bool:
    """Whether "by" names those who attend or convene: "attended by", "on the Israeli side by", "and by"."""
    place = next((step for step in range(actor.first, start, -1) if scene.words[step] == "by"), actor.first)
    if match((actor.governor,), 0, "agent") or actor.governor == "side":
        return True
    if actor.governor.endswith("ed"):
        return False
    return any(match(scene.words, step, "agent") for step in range(max(start - 3, 0), place))
