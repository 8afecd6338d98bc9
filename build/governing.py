"""Which deed governs a number: what was done to those whom it counts."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import COMMAS, MARKS, QUOTES, Marked, is_a
from .events import Event

REACH = 18
OBJECT = 7
ASIDE = 40
DASHES = frozenset("–—")
DIRECT = frozenset("of at least most up to over under around about between some than as many nearly almost".split())
PASSING = frozenset(
    "thought believed presumed understood reported said known feared expected due set to of them others people".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """A number in its sentence: its tokens with what it counts, and the sentence’s deeds and other numbers.

    `number` is the token of the number itself: "killing of *six* hostages".
    """

    marked: Marked
    first: int
    last: int
    number: int
    events: tuple[Event, ...]
    others: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Governor:
    """The deed that governs a number.

    `direct` where nothing but grammar stands between, `listed` where the number continues a list, `link` the
    preposition that ties it ("exchanged *for* 250"), `agent` where the number does the deed, `relative` where
    the deed stands in a clause about the number ("whom a court had *sentenced*").
    """

    event: Event
    direct: bool
    listed: bool = False
    link: str | None = None
    agent: bool = False
    relative: bool = False


def governor_left(place: Place) -> Governor | None:
    """The deed whose object the number is: "*freed* 50", "the *release* of 20", "*let* 50 go"."""
    marked, words = place.marked, place.marked.words
    listed, objects, link, by = False, False, None, False
    for at in range(place.number - 1, max(place.number - REACH, 0) - 1, -1):
        event = event_over(place.events, at)
        word = words[at]
        if event is not None:
            if event.closer is not None and event.closer <= place.number:
                return None
            if by and (event.passive or event.reduced):
                return Governor(event, False, listed, "by", agent=True)
            near = place.number - event.last <= OBJECT and not objects
            free = link is None or link in DIRECT or (event.noun and "of" in words[event.last : place.number])
            return Governor(event, near and free and not listed, listed, link)
        if word in COMMAS or is_a(word, "coordinator"):
            listed = True
        elif word in MARKS and word not in QUOTES:
            return None
        elif is_a(word, "relative", "subordinator", "modal", "have", "do") or (is_a(word, "be") and word != "being"):
            return None
        elif word == "by":
            by = by or (link is None and not listed)
        elif is_a(word, "preposition") and word not in DIRECT and not listed:
            link = link or word
        head = marked.heads[at]
        objects = objects or word in ("a", "an") or (head is not None and head.kind in ("person", "noun"))
    return None


def governors_right(place: Place) -> list[Governor]:
    """The deeds whose subject the number is, nearest first: "50 *were freed*", "women *seized* in May"."""
    words = place.marked.words
    found: list[Governor] = []
    direct, relative, ceiling = True, False, min(place.last + REACH, len(words))
    at = place.last
    while at < ceiling:
        word, event = words[at], event_over(place.events, at)
        if event is not None:
            if not (event.noun or event.bare) or (event.noun and words[event.first - 1] == "whose"):
                found.append(Governor(event, direct, agent=_is_agent(place.marked, event), relative=relative))
            direct, relative = False, False
            at = max(event.last, at + 1)
            continue
        if word in COMMAS:
            resumed = _after_aside(place, at)
            if resumed is None:
                break
            at, direct, ceiling = resumed, False, max(ceiling, min(resumed + REACH, len(words)))
            continue
        if (word in MARKS and word not in QUOTES) or is_a(word, "subordinator"):
            break
        if is_a(word, "coordinator") and not _shares_subject(place, at):
            break
        if _starts_number(place.others, at) and not is_a(words[at - 1], "preposition"):
            break
        relative = relative or (is_a(word, "relative") and at <= place.last + 1)
        grammar = is_a(word, "be", "have", "relative", "adverb", "modal", "negation", "do") or word.endswith("ly")
        direct = direct and (grammar or word in PASSING)
        at += 1
    return found


def event_over(events: Sequence[Event], at: int) -> Event | None:
    """The deed that covers the token `at`."""
    index = bisect_left(events, at + 1, key=lambda event: event.first) - 1
    if index >= 0 and events[index].first <= at < events[index].last:
        return events[index]
    return None


def _starts_number(others: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_left(others, (at, 0))
    return index < len(others) and others[index][0] == at


def _after_aside(place: Place, comma: int) -> int | None:
    """Where the clause goes on after an aside between commas: "12 men, most of them sick, *were* freed"."""
    words = place.marked.words
    if comma + 1 >= len(words) or (is_a(words[comma + 1], "coordinator", "subordinator") and words[comma + 1] != "or"):
        return None
    marks = DASHES if words[comma] in DASHES else COMMAS
    closes = [at for at in range(comma + 1, min(comma + ASIDE, len(words) - 1)) if words[at] in marks]
    for close in closes:
        event = event_over(place.events, close + 1)
        if is_a(words[close + 1], "be", "have", "modal") or (event is not None and not event.noun):
            return close + 1
        if words[close] in DASHES:
            break
    return closes[0] + 1 if closes and is_a(words[comma + 1], "relative") else None


def _shares_subject(place: Place, at: int) -> bool:
    """Whether "and" at `at` joins a second verb of the same subject, or a second noun of the same number."""
    words, after = place.marked.words, at + 1
    if after >= len(words) or _starts_number(place.others, after):
        return False
    if event_over(place.events, after) or is_a(words[after], "be", "have", "adverb"):
        return True
    return words[after].isalpha() and not is_a(words[after], "determiner") and place.marked.heads[after] is None


def _is_agent(marked: Marked, event: Event) -> bool:
    """Whether the deed is done by its subject: an active verb with an object ("12 gunmen *killed* three men")."""
    if event.passive or event.noun or event.own:
        return False
    if event.last - event.first > 1 or event.last >= len(marked.words):
        return event.closer is not None
    following = marked.words[event.last]
    if is_a(following, "determiner"):
        return following not in ("that", "this", "both", "all", "each", "no", "most")
    head = marked.heads[event.last]
    return following[0].isdigit() or (head is not None and head.kind in ("person", "party", "adjective", "pronoun"))
