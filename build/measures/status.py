"""Whether a number is so or is planned, from the deed that governs it or from its clause (codebook, `status`)."""

from ..clauses import MARKS, STOPS
from ..numbers.units import time_units
from ..words.wording import begins, is_a, is_noun
from .choosing import is_whole
from .events import Event
from .governing import Place
from .mood import Status, mood_after, mood_before, mood_of_event, mood_of_group

FACTS = frozenset(
    (
        "captives_taken",
        "captives_held",
        "captives_rescued",
        "prisoners_held",
        "killed",
        "injured",
        "detained",
        "missing",
        "displaced",
        "population",
        "war_duration",
    )
)
PROLONGED = 20
DAY = 4


def status(place: Place, measure: str, event: Event | None, *, governs: bool = False) -> Status | None:
    """`prospective` for what is planned, promised or demanded; `actual` for what was or is so.

    "50 hostages *would be* freed" is prospective, "133 captives *are* still held, Israel says" actual.
    None where neither the deed nor the clause tells.
    """
    if measure in FACTS:
        return mood_of_group(place.marked, event) if event is not None and not event.noun else "actual"
    if event is not None:
        mood = mood_of_event(place.marked, event, governs=governs and event.first < place.number)
        if (
            mood is None
            and event.reduced
            and any(is_a(w, "weekday") for w in place.words[event.last : event.last + DAY])
        ):
            return "actual"
        return mood or (mood_after(place.marked, place.last, _end(place, STOPS)) if event.noun else None)
    if measure == "truce_duration" and _is_given(place):
        return mood_of_frame(place)
    if measure == "other" and _is_told_of(place):
        return "actual"
    return mood_of_clause(place, far=measure != "other")


def mood_of_clause(place: Place, *, far: bool = True) -> Status | None:
    """The mood of the clause that a number stands in, by the verbs before it and after it, `far` or near."""
    near = _end(place, MARKS)
    if is_whole(place) and place.last < near and begins("modality", place.words, place.last, "promised"):
        return "prospective"
    if _is_promised(place) or _is_granted(place):
        return "prospective"
    if _opens_clause(place):
        mood = mood_after(place.marked, place.last, near)
        if mood is not None:
            return mood
    before = mood_before(place.marked, place.first)
    after = before or mood_after(place.marked, place.last, near)
    return after or (mood_after(place.marked, place.last, _end(place, STOPS - {":"})) if far else None)


def _is_promised(place: Place) -> bool:
    """Whether the number is told as promised: "the 600 a day *that were promised*", "the 90 *pledged*"."""
    words, at = place.words, place.last
    if words[at : at + 1] in (("a",), ("per",)):
        at += 2
    if words[at : at + 1] and is_a(words[at], "relative") and is_a(words[min(at + 1, len(words) - 1)], "be"):
        at += 2
    after = words[at + 1] if at + 1 < len(words) else ""
    found = place.last < at < len(words) and begins("modality", words, at, "promised")
    return found and not is_a(after, "determiner", "have", "be", "modal")


def _is_granted(place: Place) -> bool:
    """Whether somebody has so much time left: "the rebels *have 30 days to* free them"."""
    words = place.words
    lasting = any(word in time_units() for word in words[place.first : place.last])
    had = place.first > 0 and is_a(words[place.first - 1], "have")
    return lasting and had and words[place.last : place.last + 1] == ("to",)


def _end(place: Place, marks: frozenset[str]) -> int:
    """Where the next of `marks` stands, as far as a mood can reach."""
    limit = min(len(place.words), place.last + 2 * PROLONGED)
    return next((at for at in range(place.last, limit) if place.words[at] in marks), limit)


def _is_given(place: Place) -> bool:
    """Whether the truce is spoken of as one in force: "during *the* four-day pause", or one that is prolonged."""
    words = place.words
    until = min(place.last + PROLONGED, _end(place, STOPS))
    if any(is_noun(word, "prolonged") for word in words[place.last : until]):
        return True
    at = place.first - 1
    while at > 0 and words[at] in ("initial", "original", "first", "current", "existing", "last"):
        at -= 1
    return at > 0 and words[at] in ("the", "this", "its", "that") and is_a(words[at - 1], "during")


def mood_of_frame(place: Place) -> Status:
    """The mood of a stretch that frames its clause: "*in its first stage* of six weeks, Hamas *would* free 33"."""
    framed = any(word == "in" for word in place.words[max(place.first - 3, 0) : place.first])
    comma = next(
        (at for at in range(place.last, min(place.last + 2, len(place.words))) if place.words[at] == ","), None
    )
    if not framed or comma is None:
        return "actual"
    return mood_after(place.marked, comma + 1, _end(place, STOPS)) or "actual"


def _is_told_of(place: Place) -> bool:
    """Whether the number belongs to what is there or is over: "after *two days* of talks", "the *14-mile* strip"."""
    words, first = place.words, place.first
    if not first or first + 1 >= len(words):
        return False
    over = words[first - 1] in ("after", "following", "during") and "of" in words[first : place.last]
    there = words[first - 1] in ("the", "its", "their") and words[first + 1] == "-" and not _is_project(place)
    return over or there


def _is_project(place: Place) -> bool:
    return any(begins("modality", place.words, at, "project", "projected") for at in range(place.first, place.last))


def _opens_clause(place: Place) -> bool:
    if place.first == 0:
        return True
    before = place.words[place.first - 1]
    return before in MARKS or is_a(before, "relative", "coordinator", "subordinator")
