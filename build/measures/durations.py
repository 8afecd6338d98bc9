"""What lengths of time measure: a truce, a war, or something else."""

from ..clauses import STOPS
from ..words.wording import is_a, is_noun
from .governing import Place, event_over

NEAR = 20
LASTING = 8
KINDS = {"truce": "truce_duration", "war": "war_duration", "extension": "truce_duration"}
APART = frozenset(("late", "early", "apart", "behind", "ahead"))
MORE = frozenset(("more", "further", "another", "additional"))


def duration(place: Place, counted: tuple[str, ...]) -> tuple[str, str]:
    """The measure of a length of time by what lasts, and the rule: "a *pause* of six weeks", "ten months of *war*"."""
    before = place.words[max(place.first - LASTING, 0) : place.number]
    if any(is_noun(word, "talk") for word in counted):
        return "other", "talks"
    again = any(word.startswith(("resum", "restart")) for word in before) and any(
        is_noun(word, "war") for word in before
    )
    if again and "after" in before[-2:]:
        return "truce_duration", "resumed"
    for kind, measure in KINDS.items():
        if any(is_noun(word, kind) for word in counted):
            return measure, "counted"
    if place.words[place.last : place.last + 1] and place.words[place.last] in APART:
        return "other", "apart"
    over = next((at for at in range(max(place.first - 2, 0), place.number) if place.words[at] == "over"), None)
    if place.scene.releases and over is not None and event_over(place.scene.events, over) is None:
        return "truce_duration", "releases"
    if _after(place) == "truce":
        return "truce_duration", "clause"
    if any(word.isalpha() and not is_a(word, "determiner", "preposition") and word not in MORE for word in counted):
        return "other", "counted"
    lasting = _after(place) or _before(place)
    return (KINDS[lasting], "clause") if lasting else ("other", "default")


def _after(place: Place) -> str | None:
    words = place.words
    for at in range(place.last, min(place.last + 5, len(words))):
        if words[at] in STOPS or is_a(words[at], "be", "have", "modal"):
            return None
        kind = _kind(words[at])
        if kind:
            return kind
    return None


def _before(place: Place) -> str | None:
    """What lasts, where it stands before in the clause: "the *truce* was extended by two days"."""
    seen: str | None = None
    for at in range(place.first - 1, max(place.first - NEAR, -1), -1):
        if place.words[at] in STOPS:
            break
        kind = _kind(place.words[at])
        if kind == "truce":
            return kind
        seen = seen or kind
    return None if seen == "war" and not _lasts(place) else seen


def _lasts(place: Place) -> bool:
    """Whether the number tells how long the fighting went on: "the war has *dragged* on *for* 15 months"."""
    before = place.words[max(place.first - LASTING, 0) : place.number]
    return "for" in before[-3:] or any(is_noun(word, "lasting") for word in before)


def _kind(word: str) -> str | None:
    return next((kind for kind in KINDS if is_noun(word, kind)), None)
