"""People whom the grammar shows to be let go though no noun says what they were: "Sixteen people were freed".

Codebook, "exchanges": a number of people released, whatever the words for them; those whom a court or the police let
go, and those who go home without a release, are none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..records import FigureClaim
from ..words.wording import is_a
from .phrases import find_phrase, has_phrase, last_phrase, phrase_at, releasing
from .release_parties import PALESTINIANS, Actor, is_state, may_hold_captives
from .release_signs import OTHER_SIDE, REACH, Side, side_by_noun
from .releases import Line

SUBJECT = 30
PHRASE = 7
APPOSITION = 16
OBJECT = 5
BARGAIN = 20
CONTEXT = 8
DASHED = 2
FEW = 4
NEVER = frozenset(("killed", "injured", "remains", "displaced", "population", "missing", "captives_rescued"))
UNTOLD = frozenset(("other", "forces"))
BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "get", "got"))
AUXILIARIES = frozenset(
    (
        *("has", "have", "had", "will", "would", "to", "must", "should", "could", "may", "might", "shall", "also"),
        *("then", "already", "later", "now", "finally", "again", "all", "both", "each", "since", "so", "far", "not"),
        *("due", "set", "expected", "scheduled", "supposed", "meant", "allowed", "about", "on", "still", "yet"),
    )
)
COMING = frozenset(("will", "would", "to", "due", "set", "expected", "scheduled", "shall", "should", "could", "must"))
BREAKS = frozenset((";", ":", ".", "who", "that", "which", "whose", "but", "while", "when", "as", "said", "says"))
CLOSING = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-"}
BATCHED = frozenset((":", "–", "—", ",", "-", "that", "included", "comprising", "made", "up"))
DETERMINERS = frozenset(
    ("the", "a", "an", "its", "their", "another", "further", "some", "all", "those", "these", "of", "more", "total")
)


class Freed(NamedTuple):
    """Whose people a number counts by the grammar of its sentence, and whether they are only to be let go."""

    side: Side
    coming: bool


def find_freed(
    article_lines: Sequence[Line], figures: Sequence[FigureClaim], parties: Mapping[int, Sequence[Actor]]
) -> dict[int, Freed]:
    """The figures, by their index, that the grammar of their sentence shows to number people let go.

    Only near words for captives, prisoners or a swap: elsewhere "they were released" may be said of anyone.
    """
    starts = [line.sentence.start for line in article_lines]
    told = [has_phrase(x.words, 0, min(len(x.words), REACH), "captive", "prisoner", "swap") for x in article_lines]
    counted: dict[int, list[tuple[int, FigureClaim]]] = {}
    for index, figure in enumerate(figures):
        if figure.unit == "people" and figure.measure not in NEVER:
            counted.setdefault(bisect_right(starts, figure.start) - 1, []).append((index, figure))
    found: dict[int, Freed] = {}
    for number, own in counted.items():
        if any(told[max(number - CONTEXT, 0) : number + 2]):
            found |= _in_sentence(article_lines[number], own, parties.get(number, ()))
    return found


def _in_sentence(line: Line, figures: Sequence[tuple[int, FigureClaim]], actors: Sequence[Actor]) -> dict[int, Freed]:
    found: dict[int, Freed] = {}
    people = [(index, *line.places(figure)) for index, figure in figures]
    barter = find_phrase(line.words, 1, len(line.words), "for_strong")
    loose = [one for one, (_, f) in zip(people, figures, strict=True) if f.measure in UNTOLD and f.value_low >= 1]
    before, after = _bartered(line.words, loose, people, barter)
    taken = {index for index, figure in figures if figure.measure == "captives_taken"}
    offered = any(f.status == "prospective" for index, f in figures if index in before | after)
    for index, first, last in people:
        last = _past_dash(line.words, last)
        verb = freeing(line.words, first, last) if index not in taken else None
        if index in before or index in after or verb is not None:
            listed = verb is not None and has_phrase(line.words, verb - REACH, verb, "list")
            coming = offered or listed or (verb is not None and _is_coming(line.words, last, verb))
            found[index] = Freed(_side(line.words, first, last, actors), coming)
    for (one, _, end), (other, first, _) in pairwise(people):
        if one in found and other in after:
            turn = one not in after
            found[other] = Freed(OTHER_SIDE[found[one].side] if turn else found[one].side, found[one].coming)
        if other in found and found[other].coming and first < end:
            found.pop(one, None)
    return found


def _is_coming(words: Sequence[str], last: int, verb: int) -> bool:
    """Whether an auxiliary puts off the release: "five *will* be allowed to leave", "*to* free ten"."""
    return not COMING.isdisjoint(words[last:verb] if verb >= last else words[max(verb - OBJECT, 0) : verb])


def _past_dash(words: Sequence[str], last: int) -> int:
    """The end of what a number counts in a list of figures: "105 – hostages freed in the truce"."""
    return last + DASHED if words[last : last + 1] in (("–",), ("—",)) else last


def _bartered(
    words: Sequence[str],
    loose: Sequence[tuple[int, int, int]],
    people: Sequence[tuple[int, int, int]],
    barter: int | None,
) -> tuple[set[int], set[int]]:
    """The numbers on either side of "in exchange for", where it has one on both."""
    if barter is None:
        return set(), set()
    before = [i for i, _, last in loose if 0 <= barter - last < BARGAIN and not {";", "."} & set(words[last:barter])]
    given = any(last <= barter for *_, last in people)
    after = [i for i, first, _ in people if 0 < first - barter < BARGAIN and ";" not in words[barter:first]]
    return (set(before[-1:]), set(after)) if given and after else (set(), set())


def freeing(words: Sequence[str], first: int, last: int) -> int | None:
    """Where the words stand that tell of the release: a verb with these people, the size of a swap, a bus with them."""
    for verb in (_with_subject(words, last), _with_object(words, first, last), _within_a_swap(words, first)):
        if verb is not None:
            return verb
    carried = has_phrase(words, last, last + 1, "aboard") and has_phrase(words, first - REACH, first, "carrier")
    return last if carried else None


def _within_a_swap(words: Sequence[str], first: int) -> int | None:
    """ "the exchange *involved* 75 prisoners from each side", "Sunday's list *includes* 13 hostages"."""
    verb = last_phrase(words, first - OBJECT, first, "involving")
    if verb is None or not set(words[verb + 1 : first]) <= DETERMINERS:
        return None
    return verb if has_phrase(words, verb - BARGAIN, verb, "swap", "list") else None


def _with_subject(words: Sequence[str], place: int) -> int | None:
    """ "14 Israelis, nine of them children, *were freed*", "Eight Russians *went home*"."""
    if phrase_at(words, min(place, len(words) - 1), "release") and words[place - 2] in ("–", "—"):
        return place
    passive = verbal = False
    end, free = min(place + SUBJECT, len(words)), place + PHRASE
    while place < end:
        word = words[place]
        if word in CLOSING and not verbal:
            closing = _closing(words, place, CLOSING[word])
            free += closing - place
            place = closing
        elif _lets_go(words, place, passive=passive):
            return place
        elif word in BE:
            passive = verbal = True
        elif word in AUXILIARIES or word.endswith("ly") or is_a(word, "weekday"):
            verbal = verbal or word in ("has", "have", "had", "will", "would", "must", "should", "could", "may")
        elif verbal or place > free or word in BREAKS:
            return None
        elif word in ("left", "leave") and has_phrase(words, place + 1, place + 5, "custody"):
            return place
        place += 1
    return None


def _lets_go(words: Sequence[str], place: int, *, passive: bool) -> bool:
    if phrase_at(words, place, "homecoming"):
        return True
    back = words[place] in ("returned", "return", "returning") and words[place + 1 : place + 2] == ("from",)
    if back and _is_in_a_swap(words, place):
        return True
    flown = phrase_at(words, place, "carry") > 0 and _is_in_a_swap(words, place)
    return passive and (flown or phrase_at(words, place, "release", "swap") > 0)


def _is_in_a_swap(words: Sequence[str], place: int) -> bool:
    """Whether a bargain is told beside a flight home: "won the freedom of 16, while eight *were flown* to Moscow"."""
    near = range(max(place - REACH, 0), min(place + REACH, len(words)))
    return any(phrase_at(words, at, "swap", "release") for at in near if at != place)


def _closing(words: Sequence[str], place: int, mark: str) -> int:
    """Where what is set between two marks ends; `place` itself where nothing closes it soon."""
    ahead = range(place + 1, min(place + APPOSITION, len(words)))
    return next((at for at in ahead if words[at] == mark), place)


def _with_object(words: Sequence[str], first: int, last: int) -> int | None:
    """ "*freed* 16 people", "buses *carrying* 200 prisoners", "Kyiv *took in* 76"."""
    kinds = ("release", "carry", "receipt") if side_by_noun(words, first, last) else ("release", "receipt")
    verb = last_phrase(words, first - OBJECT, first, *kinds)
    if verb is None:
        verb = next((at for at in range(max(first - OBJECT, 0), first) if releasing(words, at)), None)
    if verb is None or words[verb - 1] in BE:
        return None
    if phrase_at(words, verb, "receipt") and not has_phrase(words, first - REACH, first, "captive", "prisoner"):
        return None
    between = words[verb + (phrase_at(words, verb, *kinds) or 1) : first]
    batch = has_phrase(between, 0, len(between), "batch")
    named = DETERMINERS | (BATCHED if batch else frozenset())
    told = all(word in named or phrase_at(between, at, "batch", "ordinal") for at, word in enumerate(between))
    return verb if told and between[:1] != ("of",) else None


def _side(words: Sequence[str], first: int, last: int, actors: Sequence[Actor]) -> Side:
    """The side by the noun, by the people's own nation, or by the party that lets them go."""
    named = side_by_noun(words, first, last)
    if named:
        return named
    at, end = (bisect_left(actors, place, key=lambda actor: actor.first) for place in (first, last))
    own = [actor.party for actor in actors[at:end]]
    if PALESTINIANS in own or any(may_hold_captives(party) for party in own):
        return "prisoners"
    if own:
        return "captives"
    beside = actors[max(at - FEW, 0) : at]
    near = [actor.party for actor in beside if first - actor.last < APPOSITION and not actor.adjective]
    groups = any(may_hold_captives(actor.party) for actor in actors[max(at - FEW, 0) : at + FEW])
    return "prisoners" if groups and near and is_state(near[-1]) else "captives"
