"""Numbers that are one side of a bargain: what each side frees, the rate at which, and whom an offer names."""

from itertools import pairwise

from ..clauses import MARKS, STOPS
from ..numbers.units import time_units
from ..words.wording import begins, is_a, is_noun
from .belonging import Case, counts, speaks_of_captives
from .governing import Place

NEAR = 12
BATCHES = ("batch", "group", "round", "wave", "handover", "release")
STAGES = ("phase", "stage", "step", "tranche", "deal", "accord", "agreement")
SIDES = (("on", "one", "side"), ("on", "the", "other"), ("on", "the", "one"), ("from", "one", "side"))
VEHICLES = (
    "bus",
    "buses",
    "coach",
    "coaches",
    "convoy",
    "convoys",
    "van",
    "vans",
    "minibus",
    "minibuses",
    "ambulances",
)


def is_exchanged(case: Case) -> bool:
    """Whether the number is one side of a bargain: "40 hostages *for* 900", "a truce *for* 40 hostages"."""
    signs = (_is_for, _by_sides, _is_rate, _is_offered, _is_covered, _comes_from_jail)
    return any(sign(case) for sign in signs)


def _is_for(case: Case) -> bool:
    words, place = case.place.words, case.place
    if place.first and is_a(words[place.first - 1], "exchanged"):
        explicit = words[max(place.first - 3, 0) : place.first - 1] in (("in", "exchange"), ("in", "return"))
        bound = explicit or counts(case, "captive", "prisoner") or case.exchanging or speaks_of_captives(case)
        return bound or any(place.first - 3 <= end < place.first for _, end in place.others)
    if place.scene.swaps and "involving" in words[max(place.first - 3, 0) : place.first]:
        return True
    for at in range(place.last, min(place.last + 4, len(words))):
        if is_a(words[at], "exchanged") and words[at + 1 : at + 2] in (("each",), ("every",)):
            return _is_bound(case)
        if is_a(words[at], "exchanged"):
            return any(
                at < first <= at + 4 and not any(word in time_units() for word in words[first:last])
                for first, last in place.others
            )
    return False


def _is_bound(case: Case) -> bool:
    """Whether the number counts those who may be exchanged, or the talk is of them."""
    return counts(case, "captive", "prisoner") or case.exchanging or speaks_of_captives(case)


def _by_sides(case: Case) -> bool:
    """Whether each side's share is told: "three women *on one side* and 95 men *on the other*"."""
    words, place = case.place.words, case.place
    if not any(words[at : at + 3] in SIDES for at in range(place.last, min(place.last + 4, len(words)))):
        return False
    return place.scene.swaps or place.scene.releases or any(word in BATCHES for word in words)


def _is_rate(case: Case) -> bool:
    """Whether the number is a price for each: "for each soldier: *50 prisoners*", "30 prisoners *per* civilian"."""
    words, place = case.place.words, case.place
    after = words[place.last : place.last + 2]
    if after[:1] == ("per",) and is_noun(after[-1], "civilian", "trooper", "captive"):
        return _is_bound(case)
    opened = max((at for at in range(place.first) if words[at] in STOPS - {":"}), default=-1) + 1
    before = words[max(opened, place.first - NEAR) : place.first]
    if before[-1:] not in ((":",), (",",)) or any(word in MARKS for word in before[:-1]):
        return False
    fixed = any(pair in (("for", "each"), ("for", "every")) for pair in pairwise(before))
    counted = before[:1] == ("for",) and any(opened <= first < place.first for first, _ in place.others)
    return (fixed or counted) and _is_bound(case)


def _is_offered(case: Case) -> bool:
    """Whether an offer names those to be freed: "turned down *an offer of* seven women"."""
    words, place = case.place.words, case.place
    noun = place.first - 2
    if noun < 0 or words[noun + 1] != "of" or case.unit != "people" or not case.known.captives:
        return False
    return begins("modality", words, noun, "project") and is_noun(words[noun], "offering")


def _is_covered(case: Case) -> bool:
    """Whether a swap or a stage of it takes them in: "the first phase *covers* 33 captives"."""
    words, place = case.place.words, case.place
    verb = place.first - 1
    if verb < 0 or not begins("modality", words, verb, "containing") or not counts(case, "captive", "prisoner"):
        return False
    near = words[max(verb - NEAR, 0) : verb]
    return any(word in BATCHES or word in STAGES or is_noun(word, "swap") for word in near)


def _comes_from_jail(case: Case) -> bool:
    """Whether those counted are driven out of a jail: "a bus with *90 men* from Ofer prison"."""
    words, place = case.place.words, case.place
    if not any(word in VEHICLES for word in words[max(place.first - NEAR, 0) : place.last + NEAR]):
        return False
    return _from_jail(place)


def _from_jail(place: Place) -> bool:
    words = place.words
    for at in range(place.last, min(place.last + NEAR, len(words))):
        if words[at] in STOPS or is_a(words[at], "subordinator", "relative", "be", "have", "modal"):
            return False
        if words[at] == "from" and any(is_noun(word, "jail") for word in words[at + 1 : at + 5]):
            return True
    return False
