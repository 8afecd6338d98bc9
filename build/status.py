"""Whether a number is so or is planned, from the deed that governs it or from its clause (codebook, `status`)."""

from .clauses import MARKS, is_a
from .events import Event
from .governing import Place
from .mood import Status, mood_after, mood_before, mood_of_event

FACTS = frozenset(
    "captives_taken killed injured displaced captives_held prisoners_held missing population war_duration".split()
)
DURING = frozenset(("during", "over", "after", "since", "in", "throughout", "through"))


def status(place: Place, measure: str, event: Event | None) -> Status | None:
    """`prospective` for what is planned, promised or demanded; `actual` for what was or is so.

    "50 hostages *would be* freed" is prospective, "133 captives *are* still held, Israel says" actual.
    None where neither the deed nor the clause tells.
    """
    if event is not None:
        mood = mood_of_event(place.marked, event)
        return mood or ("actual" if measure in FACTS else None)
    if measure in FACTS:
        return "actual"
    if measure == "truce_duration" and _is_given(place):
        return "actual"
    words = place.marked.words
    end = next((at for at in range(place.last, len(words)) if words[at] in MARKS), len(words))
    if _opens_clause(place):
        mood = mood_after(place.marked, place.last, end)
        if mood is not None:
            return mood
    return mood_before(place.marked, place.first) or mood_after(place.marked, place.last, end)


def _is_given(place: Place) -> bool:
    """Whether the truce is spoken of as one in force: "during *the* four-day pause"."""
    words = place.marked.words
    at = place.first - 1
    while at > 0 and words[at] in ("initial", "original", "first", "current", "existing", "last"):
        at -= 1
    return at > 0 and words[at] in ("the", "this", "its", "that") and words[at - 1] in DURING


def _opens_clause(place: Place) -> bool:
    if place.first == 0:
        return True
    before = place.marked.words[place.first - 1]
    return before in MARKS or is_a(before, "relative", "coordinator", "subordinator")
