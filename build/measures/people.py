"""What a number of people measures: freed, held, seized, killed, driven out (codebook, "Measures")."""

from ..clauses import MARKS, POSSESSIVE
from ..words.wording import is_a, is_noun
from .bargains import is_exchanged
from .belonging import Case, counts, side_by_origin, side_of
from .choosing import governor, has_own_verb, in_list, left_event, numbered
from .fates import measure_of, released, tells_dead
from .governing import Governor, Place, event_over
from .wholes import SIDED, Reading, dead_captives, is_part, measure_of_part, of_whole, opens_with_part

NEAR = 12
TOLL = 20
AMONG = (("dead", "killed"), ("victim", "killed"), ("injured", "injured"), ("displaced", "displaced"))


def people_measure(case: Case, parent: Reading | None, previous: Reading | None) -> Reading:
    """The measure of a number of people, by its noun, its verb, its whole, or the list that it stands in.

    "Hamas freed 50 of the 240 hostages that it had seized": 50 `captives_released`, 240 `captives_taken`.
    """
    place = case.place
    whole = parent or previous
    if whole is not None and (is_part(place) or (parent is not None and opens_with_part(place))):
        return measure_of_part(case, whole)
    if previous is None and case.told is not None and _is_included(place):
        return Reading(_on_own_side(case, case.told), "included")
    if counts(case, "body") or _bodies(place):
        return Reading("remains", "bodies", left_event(place))
    told = governor(place) or (numbered(place) if case.bare else None)
    by_noun = _by_deadly_noun(case)
    if by_noun == "killed" and (dead := dead_captives(case, whole)):
        return dead
    own_deed = case.bare and told is not None and told.direct
    if by_noun and not own_deed and not (by_noun == "displaced" and told and told.event.kind == "homecoming"):
        return Reading(by_noun, by_noun)
    if among := _among(place):
        return Reading(among, "among")
    former = _former(case)
    if former is not None:
        return former
    if told is not None and not (_remaining(case) and (told.event.reduced or told.relative)):
        reading = _by_deed(case, told, parent, previous)
        if reading is not None:
            return reading
    if _tolled(case):
        return Reading("killed", "toll")
    if is_exchanged(case):
        return Reading(released(case, None), "exchanged for")
    if parent is not None:
        return of_whole(case, parent)
    listed = in_list(place)
    measure = measure_of(case, listed) if listed else None
    if previous is not None and continues(place) and not (previous.measure == "remains" and measure):
        return _in_list(case, previous)
    if previous is not None and told is None and _is_gapped(case, previous):
        return Reading(previous.measure, "gapped", mood=previous.mood)
    if listed and measure:
        return Reading(measure, listed.event.kind, listed.event)
    return _by_noun(case)


def _among(place: Place) -> str | None:
    """What befell those whom a number is said to be among: "nine children were *among the dead*"."""
    words = place.words
    for at in range(place.last, min(place.last + 4, len(words) - 2)):
        if words[at] in ("among", "amongst") and is_a(words[at - 1], "be"):
            named = words[at + 2] if is_a(words[at + 1], "determiner") else words[at + 1]
            return next((measure for kind, measure in AMONG if is_noun(named, kind)), None)
    return None


def _is_gapped(case: Case, previous: Reading) -> bool:
    """Whether a bare number leaves its verb out with its noun: "three were freed on day one, *four* on day seven"."""
    place = case.place
    if previous.measure not in (*SIDED, "killed") or not case.bare or not place.first or has_own_verb(place):
        return False
    tie = place.words[place.first - 1]
    return tie == "," or is_a(tie, "coordinator")


def _former(case: Case) -> Reading | None:
    """Those who were captives are free: "120 *former* detainees"."""
    if counts(case, "captive", "prisoner") and any(word in ("former", "ex", "freed") for word in case.counted):
        return Reading(released(case, None), "former", mood="actual")
    return None


def _remaining(case: Case) -> bool:
    return counts(case, "captive", "prisoner") and "remaining" in case.counted


def _by_deed(case: Case, told: Governor, parent: Reading | None, previous: Reading | None) -> Reading | None:
    """The measure by the deed, unless a list or a whole outweighs it."""
    if previous is not None and _outlists(case.place, told, previous):
        return _in_list(case, previous)
    if parent is not None and parent.measure.endswith("_held") and tells_dead(case, told):
        return of_whole(case, parent)
    if told.event.kind == "injure" and told.event.last < case.place.last and counts(case, "captive", "prisoner"):
        return None
    if parent is not None and parent.measure.endswith("_released") and _describes_part(told):
        return of_whole(case, parent)
    measure = measure_of(case, told)
    if measure is None:
        return None
    unnamed = case.bare or "those" in case.counted or case.counted == ("others",)
    if case.bodies and unnamed and measure.endswith("_released") and not counts(case, "captive", "prisoner"):
        measure = "remains"
    governs = told.direct and told.event.first < case.place.number
    return Reading(measure, told.event.kind, told.event, governs=governs)


def _outlists(place: Place, told: Governor, previous: Reading) -> bool:
    """Whether the list outweighs a participle: "accepted 125 prisoners and 1,200 people *detained* in the war"."""
    return _describes_part(told) and previous.measure.endswith("_released") and continues(place)


def _describes_part(told: Governor) -> bool:
    """Whether the deed only tells how those freed had fared before: "1,167 people who were *detained* in the war"."""
    return (told.event.reduced or told.relative) and told.event.kind in ("detain", "hold", "take", "injure")


def _peoples(case: Case) -> bool:
    """Whether all people of a territory are meant: "Gaza’s *2.3 million* people"."""
    place = case.place
    owned = place.first > 0 and place.words[place.first - 1] in POSSESSIVE
    large = any(word in ("million", "billion") for word in place.words[place.number : place.last])
    return owned and large and case.head is not None and is_noun(case.head, "civilian")


def _is_included(place: Place) -> bool:
    """Whether the sentence only breaks down what was told before it: "The list *includes* 111 men from the north"."""
    before = place.words[max(place.number - 3, 0) : place.number]
    return any(word in ("include", "includes", "included") for word in before)


def _on_own_side(case: Case, measure: str) -> str:
    """The measure told before, on the side that nation or holder tell: "those freed include *23 Thais*"."""
    own = side_by_origin(case) if measure in SIDED else None
    return f"{own}_{measure.partition('_')[2]}" if own else measure


def _in_list(case: Case, previous: Reading) -> Reading:
    """The previous number’s measure, on the side of its own people."""
    measure = previous.measure
    if measure == "other" and counts(case, "captive", "prisoner"):
        return _by_noun(case)
    if measure in SIDED:
        measure = f"{side_of(case, None)}_{measure.partition('_')[2]}"
    return Reading(measure, "list", mood=previous.mood)


def continues(place: Place) -> bool:
    """Whether only a list stands between the previous number and this one."""
    before = [end for _, end in place.others if end <= place.number]
    if not before or place.number - before[-1] > NEAR:
        return False
    between = place.words[before[-1] : place.number]
    if "with" in between:
        return False
    if has_own_verb(place) and ("," in between or not any(is_a(word, "coordinator") for word in between)):
        return False
    verbs = ("be", "have", "do", "modal", "relative", "subordinator")
    loose = frozenset(("being", "as")) if "well" in between else frozenset(("being",))
    return not any(word in MARKS - {","} or (is_a(word, *verbs) and word not in loose) for word in between)


def _bodies(place: Place) -> bool:
    """ "six hostages whose *bodies* were found", "the *bodies* of a father and five others", "eight *in coffins*"."""
    words = place.words
    after = words[place.number : place.last + 2]
    if any(is_noun(word, "body") for word in after) and ("whose" in after or "in" in after):
        return True
    for at in range(place.number - 1, max(place.number - NEAR, 0), -1):
        event = event_over(place.scene.events, at)
        if words[at] in MARKS - {","} or is_a(words[at], "be", "have", "modal", "relative", "exchanged"):
            return False
        if event is not None and not event.noun:
            return False
        if words[at] == "of" and is_noun(words[at - 1], "body"):
            return True
    return False


def _by_deadly_noun(case: Case) -> str | None:
    for kind, measure in (("dead", "killed"), ("injured", "injured"), ("displaced", "displaced")):
        if counts(case, kind) and not (kind == "injured" and counts(case, "captive", "prisoner")):
            return measure
    return None


def _tolled(case: Case) -> bool:
    """Whether a toll or the dead lead up to the number: "the *toll* passed 40,000", "put the *dead* at 14,854"."""
    words, place = case.place.words, case.place
    if any(is_noun(word, "toll") for word in words[place.first : place.last]):
        return True
    if not case.bare:
        return False
    for at in range(place.number - 1, max(place.number - TOLL, -1), -1):
        if words[at] in MARKS - {","}:
            return False
        if is_noun(words[at], "toll") or (is_noun(words[at], "dead") and at and words[at - 1] in ("the", "of")):
            return True
    return False


def _by_noun(case: Case) -> Reading:
    """What the noun alone tells: captives whom nothing befalls are still held."""
    alone = case.bare and not has_own_verb(case.place)
    if alone and case.told is not None and case.told.endswith("_released"):
        return Reading(case.told, "told before")
    for kind, measure in (
        ("captive", "captives_held"),
        ("prisoner", "prisoners_held"),
        ("missing_noun", "missing"),
        ("victim", "killed"),
    ):
        if counts(case, kind):
            return Reading(measure, "noun")
    if alone and case.told is not None and (case.head is None or case.counted):
        return Reading(case.told, "told before")
    if _peoples(case):
        return Reading("population", "population")
    if counts(case, "population"):
        return Reading("population" if case.unit == "people" else "other", "population")
    left = any(word in ("former", "ex", "retired") for word in case.counted)
    if case.head is not None and is_noun(case.head, "trooper", "fighter", "army") and not left:
        return Reading("forces", "default forces")
    return Reading("other", "default", side=side_by_origin(case))
