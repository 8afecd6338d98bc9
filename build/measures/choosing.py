"""Which of the deeds around a number is the one told of it."""

from ..clauses import MARKS
from ..words.wording import is_a, is_noun
from .events import Event
from .governing import Governor, Place, event_over, governor_left, governors_right, is_past_form

TOLL = 20
WHOLE = 7
JOINED = 8
ALL = frozenset(("all", "everyone", "everybody", "nobody", "most", "many", "some", "none"))


def governor(place: Place) -> Governor | None:
    """The deed that governs the number: its verb before it, else the verb of which it is the subject.

    The whole of "69 of the more than 200 hostages it captured" is governed only by what is told of itself;
    those "still held" are held, whatever is demanded for them.
    """
    whole = is_whole(place)
    left = None if whole else governor_left(place)
    right = [one for one in governors_right(place) if not one.agent]
    held = next((one for one in right if one.direct and one.event.kind == "hold" and _still(place, one)), None)
    if held is not None and not (left is not None and left.direct and _is_done(place, left)):
        return held
    if left is not None and left.direct and not left.agent:
        return left
    if whole:
        return next((one for one in right if _describes(place, one)), None) or _inside(place)
    if left is not None and left.event.kind == "release" and left.link is not None and is_a(left.link, "exchanged"):
        return left
    chosen = _main(place, right)
    if left is not None and chosen is not None and _joins_objects(place, left, chosen):
        return left
    if chosen is not None and (left is None or left.agent or left.listed or left.link or chosen.direct):
        return chosen
    if left is not None and not left.agent and not left.listed and _ties(left):
        return left
    return chosen or _inside(place)


def _describes(place: Place, one: Governor) -> bool:
    """Whether the deed only tells who is counted: "*captured* in May", "believed to be *held*", "who were *seized*"."""
    between = place.words[place.last : one.event.first]
    finite = any(is_a(word, "be", "have", "modal") and word not in ("be", "been") for word in between)
    return one.relative or one.event.reduced or (one.direct and not finite and not one.event.own)


def _is_done(place: Place, left: Governor) -> bool:
    """Whether the deed before the number is told as done: "*released* all 20 remaining hostages"."""
    return left.event.passive or (not left.event.noun and is_past_form(place.words[left.event.first]))


def _joins_objects(place: Place, left: Governor, chosen: Governor) -> bool:
    """Whether the number is a second object of the verb: "*freeing* the general and two others seized with him"."""
    between = place.words[left.event.last : place.number]
    if not left.listed or left.agent or left.event.passive or left.event.own or not 2 < len(between) <= JOINED:
        return False
    if is_a(between[0], "preposition", "coordinator") or between[0] in MARKS:
        return False
    alone = not any(left.event.first < first < place.first for first, _ in place.others)
    return alone and (chosen.event.reduced or chosen.relative)


def _main(place: Place, right: list[Governor]) -> Governor | None:
    """The verb of the main clause before those of relative clauses and participles."""
    main = next((one for one in right if not _describes(place, one)), None)
    return main or next((one for one in right if not one.event.reduced), None) or next(iter(right), None)


def _ties(left: Governor) -> bool:
    """Whether a preposition still leads from the deed to the number: "killed along *with* two aides"."""
    if left.listed and left.event.kind in ("kill", "injure", "take", "release") and left.link == "with":
        return True
    return left.link in ("to", "back", "into") or (
        left.link == "with" and left.event.kind in ("kill", "injure", "take")
    )


def _inside(place: Place) -> Governor | None:
    """A deed within what is counted: "101 who have not been *freed*", "those *held* by the rebels"."""
    for at in range(place.number + 1, place.last):
        event = event_over(place.scene.events, at)
        if event is not None and not event.noun:
            return Governor(event, True, relative=True)
    return None


def _still(place: Place, governor: Governor) -> bool:
    words = place.words[place.number : governor.event.last]
    return "still" in words or any(word.startswith("remain") for word in words)


def is_whole(place: Place) -> bool:
    """Whether the number is the whole of a share told before it: "half of the *59* captives"."""
    words = place.words
    for at in range(place.number - 1, max(place.number - WHOLE, 0), -1):
        if words[at] == "of":
            vague = at > 0 and words[at - 1] in ("out", "some", "most", "many", "several", "few", "part", "any", "all")
            return vague or any(first < at <= last for first, last in place.others)
        if words[at] in ("among", "amongst") and words[at - 1] in ALL:
            return True
        if words[at] in MARKS or words[at] == "to" or event_over(place.scene.events, at) is not None:
            return False
        if is_a(words[at], "be", "have", "modal", "relative", "coordinator"):
            return False
    return False


def numbered(place: Place) -> Governor | None:
    """The deed told of those whose number is given: "the *number of* captives *freed* rose to 4,181"."""
    words = place.words
    for at in range(place.number - 2, max(place.number - TOLL, -1), -1):
        if words[at] in MARKS:
            return None
        if is_noun(words[at], "count") and words[at + 1] == "of":
            told = (event_over(place.scene.events, then) for then in range(at + 2, place.number))
            named = next((event for event in told if event is not None and not event.noun and not event.bare), None)
            return Governor(named, False, relative=True) if named else None
    return None


def in_list(place: Place) -> Governor | None:
    """The deed before a list, or before an apposition, that the number goes on with.

    "The men let go, *24 sailors*, were flown home": 24 are of those let go.
    """
    left = governor_left(place)
    if left is None or left.agent or not left.listed:
        return None
    between = place.words[left.event.last : place.number]
    joined = any(is_a(word, "coordinator") for word in between) and not has_own_verb(place)
    return left if joined or (left.event.reduced and len(between) <= 2) else None


def has_own_verb(place: Place) -> bool:
    """Whether a verb follows of which the number is the subject: "tens of thousands *marched*"."""
    if place.last >= len(place.words):
        return False
    word = place.words[place.last]
    return is_past_form(word) or is_a(word, "be", "have", "modal")


def left_event(place: Place) -> Event | None:
    """The deed left of the number, whatever stands between."""
    left = governor_left(place)
    return left.event if left else None
