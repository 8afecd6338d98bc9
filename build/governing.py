"""Which deed governs a number: what was done to those whom it counts."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import COMMAS, MARKS, QUOTES, Marked, is_a
from .events import Event

REACH = 18
DIRECT = frozenset("of at least most up to over under around about between some than as many nearly almost".split())


@dataclass(frozen=True, slots=True)
class Place:
    """A number in its sentence: its tokens with what it counts, and the sentence’s deeds and other numbers."""

    marked: Marked
    first: int
    last: int
    events: tuple[Event, ...]
    others: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Governor:
    """The deed that governs a number; `direct` where nothing but grammar stands between, `listed` where
    the number continues a list, `link` the preposition that ties it ("exchanged *for* 250")."""

    event: Event
    direct: bool
    listed: bool
    link: str | None
    agent: bool = False


def governor_left(place: Place) -> Governor | None:
    """The deed whose object the number is: "*freed* 50", "the *release* of 20", "*let* 50 go"."""
    words, listed, link, by = place.marked.words, False, None, False
    at = place.first - 1
    floor = max(place.first - REACH, 0)
    while at >= floor:
        event = _event_over(place.events, at)
        if event is not None:
            if event.closer is not None and event.closer <= place.first:
                return None
            if by and (event.passive or event.reduced):
                return Governor(event, False, listed, "by", agent=True)
            free = link is None or link in DIRECT or (event.noun and "of" in words[event.last : place.first])
            return Governor(event, free and not listed, listed, link)
        word = words[at]
        if word in COMMAS or is_a(word, "coordinator"):
            listed = True
        elif word in MARKS and word not in QUOTES:
            return None
        elif is_a(word, "relative", "subordinator", "modal") or is_a(word, "be", "have", "do"):
            return None
        elif word == "by":
            by = True
        elif is_a(word, "preposition") and word not in DIRECT and not listed:
            link = link or word
        at -= 1
    return None


def governors_right(place: Place) -> list[Governor]:
    """The deeds whose subject the number is, nearest first: "50 *were freed*", "women *seized* in May"."""
    words = place.marked.words
    found: list[Governor] = []
    at, direct, relative = place.last, True, False
    ceiling = min(place.last + REACH, len(words))
    while at < ceiling:
        event = _event_over(place.events, at)
        if event is not None:
            owned = event.noun and place.marked.words[event.first - 1] == "whose"
            if not (event.noun or event.bare) or owned:
                found.append(Governor(event, direct, False, None, _is_agent(place.marked, event)))
            direct = False
            at = max(event.last, at + 1)
            continue
        word = words[at]
        if word in COMMAS:
            closed = _after_aside(words, at, ceiling)
            if closed is None:
                break
            at, direct = closed, False
            continue
        if (word in MARKS and word not in QUOTES) or is_a(word, "subordinator"):
            break
        if is_a(word, "coordinator") and not _shares_subject(place, at):
            break
        if _starts_number(place.others, at) and not is_a(words[at - 1], "preposition"):
            break
        direct = direct and (
            is_a(word, "be", "have", "relative", "adverb", "modal", "negation", "do")
            or word in PASSING
            or word.endswith("ly")
        )
        at += 1
    return found


PASSING = frozenset(
    "thought believed presumed understood reported said known feared expected due set to of them others people among".split()
)


def _event_over(events: Sequence[Event], at: int) -> Event | None:
    """The deed that covers the token `at`."""
    index = bisect_left(events, at + 1, key=lambda event: event.first) - 1
    if index >= 0 and events[index].first <= at < events[index].last:
        return events[index]
    return None


def _starts_number(others: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_left(others, (at, 0))
    return index < len(others) and others[index][0] == at


def _after_aside(words: Sequence[str], comma: int, ceiling: int) -> int | None:
    """Where the clause goes on after an aside between commas: "12 men, most of them sick, *were* freed"."""
    close = next((at for at in range(comma + 1, ceiling) if words[at] in COMMAS), None)
    if close is None or close + 1 >= len(words):
        return None
    if is_a(words[comma + 1], "coordinator", "subordinator"):
        return None
    resumed = is_a(words[close + 1], "be", "have", "modal") or words[close + 1].endswith("ed")
    return close + 1 if resumed or is_a(words[comma + 1], "relative") else None


def _shares_subject(place: Place, at: int) -> bool:
    """Whether "and" at `at` joins a second verb of the same subject, or a second noun of the same number."""
    words = place.marked.words
    after = at + 1
    if after < len(words) and (_event_over(place.events, after) or is_a(words[after], "be", "have", "adverb")):
        return True
    return (
        after < len(words)
        and words[after].isalpha()
        and not is_a(words[after], "determiner", "pronoun")
        and not any(start <= after + 1 < end or start == after for start, end in place.others)
        and place.marked.heads[after] is None
    )


def _is_agent(marked: Marked, event: Event) -> bool:
    """Whether the deed is done by its subject: an active verb with an object ("12 gunmen *killed* three men")."""
    if event.passive or event.noun or event.own:
        return False
    words = marked.words
    if event.last - event.first > 1 or event.last >= len(words):
        return event.closer is not None
    following = words[event.last]
    if is_a(following, "determiner") or following[0].isdigit():
        return not is_a(following, "negation") and following not in ("that", "this", "both", "all", "each")
    head = marked.heads[event.last]
    return head is not None and head.kind in ("person", "party", "adjective", "pronoun")
