"""What lengths of time, sums of money and things measure: a truce, a war, aid, arms."""

from .clauses import STOPS, Marked, is_a
from .events import is_noun
from .governing import Place

NEAR = 10
Measure = str


def duration(place: Place, counted: tuple[str, ...]) -> tuple[Measure, str]:
    """The measure of a length of time by what lasts: "a pause of *six weeks*", "*ten months* of war"."""
    for kind, measure in (("truce", "truce_duration"), ("war", "war_duration"), ("extension", "truce_duration")):
        if any(is_noun(word, kind) for word in counted):
            return measure, "counted"
    if "over" in place.marked.words[max(place.first - 1, 0) : place.number] and any(
        event.kind == "release" for event in place.events
    ):
        return "truce_duration", "releases"
    if any(word.isalpha() and not is_a(word, "determiner") for word in counted) and not _is_lengthening(counted):
        return "other", "counted"
    kind = _lasting(place)
    if kind in ("truce", "extension"):
        return "truce_duration", "clause"
    if kind == "war":
        return "war_duration", "clause"
    return "other", "default"


def _is_lengthening(counted: tuple[str, ...]) -> bool:
    return all(
        is_a(word, "determiner", "preposition") or word in ("more", "further", "another", "additional")
        for word in counted
    )


def _lasting(place: Place) -> str | None:
    """What lasts, where it stands elsewhere in the clause: "the *truce* was extended by two days"."""
    words = place.marked.words
    for at in range(place.last, min(place.last + 5, len(words))):
        if words[at] in STOPS or is_a(words[at], "be", "have", "modal"):
            break
        found = _kind(words[at])
        if found:
            return found
    seen: str | None = None
    for at in range(place.first - 1, max(place.first - 2 * NEAR, -1), -1):
        if words[at] in STOPS:
            break
        found = _kind(words[at])
        if found == "truce":
            return found
        seen = seen or found
    return seen


def _kind(word: str) -> str | None:
    return next((kind for kind in ("truce", "war", "extension") if is_noun(word, kind)), None)


def things(place: Place, unit: str, counted: tuple[str, ...], head: str | None) -> tuple[Measure, str]:
    """The measure of things and money: relief is `aid`, arms and vehicles of war are `forces`."""
    noun = head or unit
    relief = any(is_noun(word, "aid_word") for word in counted)
    if len(unit) == 3 and unit.isupper():
        return ("aid", "money for relief") if relief and not _is_military(counted) else _money(place)
    if is_noun(noun, "aid_vehicle") or is_noun(unit, "aid_vehicle"):
        return ("other", "military") if _is_military(counted) else ("aid", "vehicle")
    if is_noun(noun, "aid_measure") or is_noun(unit, "aid_measure"):
        return ("aid", "goods") if relief or _speaks_of_relief(place.marked) else ("other", "measure")
    if any(is_noun(word, "weapon") for word in (*unit.split(), noun)):
        return "forces", "weapon"
    return ("aid", "goods") if relief and not _is_military(counted) else ("other", "default")


def _money(place: Place) -> tuple[Measure, str]:
    words = place.marked.words
    near = words[max(place.first - 2 * NEAR, 0) : place.last + NEAR]
    relief = any(is_noun(word, "aid_word") for word in near)
    return ("aid", "money for relief") if relief and not _is_military(near) else ("other", "money")


def _is_military(words: tuple[str, ...]) -> bool:
    return any(word in ("military", "arms", "weapons", "defence", "defense", "security") for word in words)


def _speaks_of_relief(marked: Marked) -> bool:
    return any(is_noun(word, "aid_word") for word in marked.words)
