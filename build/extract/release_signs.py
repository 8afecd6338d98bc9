"""The words about a number of people that say whether it is a number of an exchange, and whose.

Codebook, "exchanges": a rate ("thirty prisoners for each civilian") and a standing condition ("ten a day") are
figures, no exchange; so are people got out by force. A part ("including 117 children") is told with its whole.
"""

from collections.abc import Sequence
from typing import Literal

from .phrases import find_phrase, has_phrase, last_phrase, phrase_at

Side = Literal["captives", "prisoners"]
OTHER_SIDE: dict[Side, Side] = {"captives": "prisoners", "prisoners": "captives"}

NEAR = 6
FAR = 10
REACH = 60
CLAUSE_MARKS = frozenset(",;:.()–—•")
OWNERS = frozenset(("its", "his", "her", "their", "our"))
AFTER_A_TERM = frozenset(("later", "earlier", "ago", "after", "before", "from", "on", "apart", "long"))
FORMER = frozenset(("freed", "released", "liberated", "former", "ex"))
OBLIGATION = frozenset(("must", "should", "ought"))
DETERMINERS = frozenset(
    ("of", "the", "all", "its", "their", "remaining", "some", "about", "these", "those", "up", "to")
)


def side_by_noun(words: Sequence[str], first: int, last: int) -> Side | None:
    """The side that the words count by name: "19 Israeli hostages" are captives, whoever else the sentence counts."""
    if has_phrase(words, first, last, "captive"):
        return "captives"
    place = find_phrase(words, first, last, "prisoner")
    return "prisoners" if place is not None and words[place + 1 : place + 3] != ("of", "war") else None


def is_to_be_freed(words: Sequence[str], first: int, last: int) -> bool:
    """Whether those held are the object of a release: "the release of about 130 captives still held"."""
    verb = last_phrase(words, first - NEAR, first, "release")
    if verb is None or _is_denied(words, first) or has_phrase(words, first - REACH, last + REACH, "protest"):
        return False
    return set(words[verb + phrase_at(words, verb, "release") : first]) <= DETERMINERS


def is_no_exchange(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the number counts for each of something, stands in a condition, or takes in people got out by force."""
    return (
        _is_rate(words, first, last)
        or _is_condition(words, first)
        or _is_rescue(words, first, last)
        or _is_denied(words, first)
        or _is_of_a_series(words, first)
        or (words[first - 1 : first] != (",",) and has_phrase(words, first - 4, first - 1, "fraction"))
        or has_phrase(words, first - 3, first, "versus")
        or _is_of_the_freed(words, first, last)
        or _is_whole_of_others(words, first, last)
        or _is_former(words, first, last)
        or (_is_record(words, first) and not has_phrase(words, last, last + NEAR, "release", "swap"))
        or has_phrase(words, first, last, "body")
        or has_phrase(words, max(first - FAR, 0), last + 2 * NEAR, "legal")
    )


def _is_of_the_freed(words: Sequence[str], first: int, last: int) -> bool:
    """ "Of those set free, 250 had served long", "two of the hostages released in May met the pope"."""
    if words[first - 1] == "," and words[max(first - FAR, 0)] != ",":
        opening = next((at for at in range(max(first - FAR, 0), first) if words[at] in ("of", "among")), None)
        if opening is not None and opening <= 1 and has_phrase(words, opening, first, "release", "swap"):
            return True
    verb = last
    return (
        is_partial(words, first, last)
        and phrase_at(words, min(verb, len(words) - 1), "release") == 1
        and words[verb].endswith("ed")
    )


def _is_whole_of_others(words: Sequence[str], first: int, last: int) -> bool:
    """ "Of the *33*, eighteen have been released": the whole is told elsewhere."""
    opened = words[first - 1] in ("the", "those", "these", "its") and words[max(first - 2, 0)] in ("of", "among")
    return opened and first == 2 and words[last : last + 1] == (",",)


def _is_record(words: Sequence[str], first: int) -> bool:
    """ "released the names of 95 prisoners", "a video of three hostages"."""
    place = last_phrase(words, first - NEAR, first, "record")
    if place is None or "of" not in words[place:first] or not set(words[place + 1 : first]) <= DETERMINERS:
        return False
    return has_phrase(words, place - NEAR, place, "release")


def _is_former(words: Sequence[str], first: int, last: int) -> bool:
    """ "The 20 *freed* captives were taken to a hospital": a release that was told elsewhere."""
    if FORMER.isdisjoint(words[first:last]) or "home" in words[last : last + 2]:
        return False
    verbs = ("release", "swap", "carry", "receipt")
    return not (has_phrase(words, first - FAR, first, *verbs) or has_phrase(words, last, last + FAR, *verbs))


def _is_rate(words: Sequence[str], first: int, last: int) -> bool:
    """ "30 prisoners being freed for each civilian", "for each woman, 50", "ten a day", "every ten captives"."""
    each = last_phrase(words, first - 2 * NEAR, first, "for_each")
    if each is not None and ";" not in words[each:first] and not has_phrase(words, each, last + 3, "total"):
        return True
    opening = last_phrase(words, first - 4, first, "rate_before")
    if opening is not None and opening + phrase_at(words, opening, "rate_before") == first:
        return True
    for place in range(last, min(last + NEAR, len(words))):
        if words[place] in CLAUSE_MARKS or words[place][0].isdigit():
            return False
        term = words[place - 1] in ("of", "for", "than", "in", "within") and words[place] not in ("each", "every")
        size = 0 if term else phrase_at(words, place, "rate")
        following = words[place + size] if place + size < len(words) else ""
        if size and following != "-" and (words[place] != "a" or following not in AFTER_A_TERM):
            return True
    return False


def _is_condition(words: Sequence[str], first: int) -> bool:
    """ "as long as it is able to guarantee the release of at least 10 hostages"; a quotation's end closes it."""
    opening = last_phrase(words, first - REACH, first, "condition")
    return opening is not None and not set(words[opening:first]) & {";", "”", '"'}


def _is_rescue(words: Sequence[str], first: int, last: int) -> bool:
    """ "117 have been freed in truces or rescued" counts both, "two were rescued" the rescued alone."""
    if "rescued" in words[last : last + 4] or has_phrase(words, last, last + NEAR, "force"):
        return True
    return has_phrase(words, last, last + 2 * NEAR, "rescue") or has_phrase(words, first - 3, first, "rescue")


def _is_of_a_series(words: Sequence[str], first: int) -> bool:
    """ "the first of some 200 hostages to be let go" counts those who are held."""
    place = last_phrase(words, first - 4, first, "ordinal")
    return place is not None and words[place + 1 : place + 2] == ("of",)


def is_hoped_for(words: Sequence[str], first: int, last: int) -> bool:
    """ "is mediating on the release of 10", "all 133 must come home": the words tell of no release yet."""
    if not OBLIGATION.isdisjoint(words[last : last + 3]):
        return True
    noun = last_phrase(words, first - NEAR, first, "release_noun")
    if noun is None:
        return False
    aim = last_phrase(words, noun - 2 * NEAR, noun, "talks", "proposing", "demanding", "delaying")
    return aim is not None and not has_phrase(words, aim, noun, "achieved")


def is_performed(words: Sequence[str], first: int) -> bool:
    """ "three months after it *carried out* an exchange of 35 prisoners each"."""
    swap = last_phrase(words, first - 2 * NEAR, first, "swap")
    verb = last_phrase(words, swap - NEAR, swap, "performed") if swap is not None else None
    return (
        verb is not None and not has_phrase(words, verb - 2, verb, "modal", "due", "to_be") and words[verb - 1] != "to"
    )


def _is_denied(words: Sequence[str], first: int) -> bool:
    """ "without a truce to free the hundred", "refused to release ten"."""
    verb = last_phrase(words, first - NEAR, first, "release")
    if verb is None:
        return False
    denial = last_phrase(words, verb - FAR, verb, "negation")
    return denial is not None and not set(words[denial:verb]) & {";", ",", ":"}


def is_partial(words: Sequence[str], first: int, last: int) -> bool:
    """ "four of them", "70 of Sunday’s men", "Of the prisoners, 154"."""
    if has_phrase(words, first, last + 1, "part_after"):
        return True
    for at in range(first + 1, min(last + 1, len(words) - 1)):
        digits = words[at - 1][0].isdigit() and words[at + 1] not in OWNERS
        if words[at] == "of" and (digits or (at - 1 == first and words[at + 1] in ("the", "those", "these"))):
            return True
    return "of" in words[max(first - 5, 0) : max(first - 1, 0)] and words[first - 1] == "," and first <= NEAR


def is_part(words: Sequence[str], first: int, last: int, before: int, *, of_part: bool) -> bool:
    """Whether the number is within the one told before it: "150 prisoners, including 117 children and 33 women".

    That one ends at the token `before`; `of_part` says that it is a part itself.
    """
    if has_phrase(words, first, last + 1, "part_after"):
        return True
    opening = last_phrase(words, max(first - NEAR, before), first, "part_before")
    if opening is not None and not set(words[opening:first]) & {";", "."}:
        return opening > before or not phrase_at(words, opening, "part_after")
    return of_part and set(words[before:first]) <= {"and", ",", "&"}
