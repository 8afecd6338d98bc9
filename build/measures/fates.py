"""The measure that a deed gives to those whom it befalls."""

from ..numbers.numerals import lexicon
from ..words.wording import is_a, is_noun
from .belonging import Case, counts, holding_party, near_jail, side_by_origin, side_of, speaks_of_captives
from .events import Event
from .governing import Governor
from .sides import state_of

NEAR = 12


def measure_of(case: Case, governor: Governor) -> str | None:
    """The measure of the number by the deed that governs it; None where the deed tells nothing of it.

    "Hamas *freed* 50 Israelis": `captives_released`; "200 villagers *fled*": `displaced`.
    """
    event = governor.event
    match event.kind:
        case "release":
            return _of_release(case, governor)
        case "homecoming":
            moved = counts(case, "displaced", "population")
            given = governor.direct and not event.own and case.exchanging and not moved
            freed = given or counts(case, "captive", "prisoner") or (_goes_home(case, event) and not moved)
            return released(case, governor) if freed else "other"
        case "take":
            return "detained" if case.known.armed and counts(case, "fighter", "suspect") else "captives_taken"
        case "hold":
            return _held(case, governor)
        case "detain":
            return "prisoners_held" if near_jail(case) else "detained"
        case "rescue":
            told = case.bare and case.known.captives and _by_force(case.place.words[event.last : event.last + NEAR])
            return "captives_rescued" if told or speaks_of_captives(case) else "other"
        case "kill":
            return "captives_held" if counts(case, "captive") and tells_dead(case, governor) else "killed"
        case "injure":
            return "injured"
        case "displace":
            return released(case, governor) if counts(case, "captive", "prisoner") else "displaced"
        case "missing":
            return "captives_held" if counts(case, "captive") else "missing"
        case _:
            return "forces"


def _goes_home(case: Case, event: Event) -> bool:
    """Whether foreigners or a foe’s people go home in a tale of captives: "33 Israelis *went home*"."""
    place = case.place
    if not case.known.captives or _words(case, event)[-1] != "home" or place.words[place.number] in lexicon("vague"):
        return False
    if case.known.between_states:
        return state_of(place.marked, place.number, place.last) in case.known.states
    return side_by_origin(case) == "captives"


def tells_dead(case: Case, governor: Governor) -> bool:
    """Whether the deed only says that people are dead: "are believed to *be dead*"."""
    return governor.event.kind == "kill" and governor.event.own and "dead" in _words(case, governor.event)


def _words(case: Case, event: Event) -> tuple[str, ...]:
    return case.place.words[event.first : event.last]


def _of_release(case: Case, governor: Governor) -> str | None:
    event, words = governor.event, case.place.words
    if event.negated:
        return _held(case, governor)
    if (
        is_noun(words[event.first], "weak")
        and (event.last - event.first == 1 or event.own)
        and not _bound(case, governor)
    ):
        return None
    if event.noun and words[event.first].startswith(("exchange", "swap")) and not counts(case, "captive"):
        return "prisoners_released"
    swapped = words[event.first] in ("exchanged", "swapped", "traded") and (event.passive or event.reduced)
    if (
        swapped
        and not counts(case, "captive")
        and not any(word == "for" for word in words[event.last : event.last + 4])
    ):
        return "prisoners_released"
    after = words[event.last : case.place.last + NEAR]
    if _by_force(after) and not counts(case, "prisoner"):
        return "captives_rescued"
    return released(case, governor)


def _by_force(after: tuple[str, ...]) -> bool:
    """Whether armed men bring people out: "freed *in a raid*", "brought out *by commandos*", "by the army"."""
    for at, word in enumerate(after):
        if is_a(word, "be", "have", "modal"):
            return False
        if is_noun(word, "force") or (is_noun(word, "army", "trooper") and "by" in after[max(at - 4, 0) : at]):
            return any(tie in ("in", "by", "during") for tie in after[max(at - 4, 0) : at])
    return False


def _bound(case: Case, governor: Governor) -> bool:
    """Whether a verb that need not tell of a release does so here: "*handed* to the Red Cross", "came *out*"."""
    if counts(case, "captive", "prisoner", "trooper") or case.exchanging or near_jail(case):
        return True
    if case.place.scene.swaps or speaks_of_captives(case):
        return True
    return case.known.captives and (governor.event.passive or governor.direct)


def released(case: Case, governor: Governor | None) -> str:
    """The measure of people freed, by the side that they belong to."""
    return "prisoners_released" if side_of(case, governor) == "prisoners" else "captives_released"


def _held(case: Case, governor: Governor) -> str | None:
    event = governor.event
    active = event.first < case.place.number and "keep" not in _words(case, event)
    near = case.place.words[event.first : event.last + 4]
    captive = any(is_noun(word, "captivity") for word in near)
    told = captive or counts(case, "captive", "prisoner") or speaks_of_captives(case) or _by_party(case, governor)
    known = governor.direct and case.unit == "people" and (case.known.captives or active)
    described = event.reduced and governor.direct and event.first >= case.place.number and case.known.captives
    if not (told or known or described or event.passive or event.negated or near_jail(case)):
        return None
    return "prisoners_held" if side_of(case, governor) == "prisoners" else "captives_held"


def _by_party(case: Case, governor: Governor) -> bool:
    """Whether a party is said to hold the people: "Baku still *holds* 23 Armenians"."""
    left = governor.event.first < case.place.number and governor.direct
    return left and (holding_party(case, governor) is not None or counts(case, "trooper", "civilian"))
