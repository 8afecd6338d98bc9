"""Which deeds stand around a number: what was done to those whom it counts."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..clauses import COMMAS, DASHES, MARKS, QUOTES, Marked
from ..words.wording import begins, is_a, is_noun
from .events import Event

REACH = 18
OBJECT = 7
ASIDE = 40
ADVERBIAL = 5
NEIGHBOURS = 6


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its deeds, the spans of its numbers, and whether it speaks of captives, swaps, relief."""

    marked: Marked
    events: tuple[Event, ...]
    numbers: tuple[tuple[int, int], ...]
    captives: bool
    swaps: bool
    relief: bool
    releases: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A number in its sentence: its tokens with what it counts.

    `number` is the token of the number itself ("killing of *six* hostages"), `others` the spans of the
    numbers around it.
    """

    scene: Scene
    first: int
    last: int
    number: int
    others: tuple[tuple[int, int], ...]

    @property
    def marked(self) -> Marked:
        """The sentence."""
        return self.scene.marked

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the sentence."""
        return self.scene.marked.words


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


def place_of(scene: Scene, index: int, number: int) -> Place:
    """The place of the number at `index` in the scene’s numbers."""
    first, last = scene.numbers[index]
    around = scene.numbers[max(index - NEIGHBOURS, 0) : index] + scene.numbers[index + 1 : index + 1 + NEIGHBOURS]
    return Place(scene, first, last, number, around)


def event_over(events: Sequence[Event], at: int) -> Event | None:
    """The deed that covers the token `at`."""
    index = bisect_right(events, at, key=lambda event: event.first) - 1
    if index >= 0 and at < events[index].last:
        return events[index]
    return None


def governor_left(place: Place) -> Governor | None:
    """The deed whose object the number is: "*freed* 50", "the *release* of 20", "*let* 50 go"."""
    words, listed, objects, link, by = place.words, False, False, None, False
    for at in range(place.number - 1, max(place.number - REACH, 0) - 1, -1):
        event, word = event_over(place.scene.events, at), words[at]
        if event is not None and not _inside_other(place, event):
            if event.closer is not None and event.closer <= place.number:
                return None
            if by and (event.passive or event.reduced):
                return Governor(event, False, listed, "by", agent=True)
            if event.noun and words[max(place.first - 2, 0) : place.first] == (",", "of"):
                return Governor(event, True)
            near = place.number - event.last <= OBJECT and not objects
            of = event.noun and "of" in words[event.last : place.number]
            free = link is None or is_a(link, "quantifying") or of
            return Governor(event, near and free and not listed, listed, link)
        if word in COMMAS or is_a(word, "coordinator"):
            listed = True
        elif word in ("was", "were", "are") and (fronted := _fronted(place, at)):
            return Governor(fronted, not listed, listed)
        elif _opens_clause(word):
            return None
        elif word == "by":
            by = by or (link is None and not listed)
        elif is_a(word, "preposition") and not is_a(word, "quantifying") and not listed:
            link = link or word
        objects = objects or _is_object(place, at)
    return None


def _fronted(place: Place, be: int) -> Event | None:
    """The participle that opens its clause before "were": "*Freed* were four nurses", "among those *killed* were"."""
    for at in range(be - 1, max(be - ADVERBIAL, -1), -1):
        event = event_over(place.scene.events, at)
        if event is not None:
            first = event.first
            while first and place.words[first - 1] in ("to", "be"):
                first -= 1
            before = place.words[first - 1] if first else ","
            return event if (before in MARKS or before == "those") and not (event.noun or event.own) else None
        if place.words[at] in MARKS:
            return None
    return None


def _inside_other(place: Place, event: Event) -> bool:
    """Whether the deed only describes those of another number: "5,000 *captured* fighters against 1,000 soldiers"."""
    return any(first < event.first < last for first, last in place.others)


def _is_object(place: Place, at: int) -> bool:
    """Whether the word shows that the verb before it has another object: "released *a* video of two hostages"."""
    following = place.words[at + 1]
    if is_noun(place.words[at], "count") or is_noun(following, "count"):
        return False
    head = place.marked.heads[at]
    article = place.words[at] in ("a", "an") and following not in ("further", "additional", "estimated")
    return article or (head is not None and head.kind in ("person", "noun"))


def _opens_clause(word: str) -> bool:
    if (word in MARKS and word not in QUOTES) or (is_a(word, "be") and word != "being"):
        return True
    return is_a(word, "relative", "subordinator", "modal", "have", "do")


def governors_right(place: Place) -> list[Governor]:
    """The deeds whose subject the number is, nearest first: "50 *were freed*", "women *seized* in May"."""
    words, found = place.words, list[Governor]()
    direct, relative, ceiling = True, False, min(place.last + REACH, len(words))
    at = place.last
    while at < ceiling:
        word, event = words[at], event_over(place.scene.events, at)
        if event is not None:
            if found and found[-1].event.last == event.first and is_a(words[event.first], "preposition"):
                at = event.last
                continue
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
        if _ends_subject(place, at) or (at == place.last and is_past_form(word) and not is_a(word, "passing")):
            break
        relative = relative or is_a(word, "relative")
        grammar = is_a(word, "be", "have", "relative", "adverb", "modal", "negation", "do", "passing")
        direct = direct and (grammar or word.endswith("ly"))
        at += 1
    return found


def _ends_subject(place: Place, at: int) -> bool:
    """Whether what follows `at` is told of somebody else."""
    word = place.words[at]
    since = word == "since" and is_a(place.words[at - 1], "have")
    if (word in MARKS and word not in QUOTES) or (is_a(word, "subordinator") and not since):
        return True
    if is_a(word, "coordinator"):
        return not _shares_subject(place, at)
    return _starts_number(place, at) and not is_a(place.words[at - 1], "preposition") and not is_noun(word, "body")


def _starts_number(place: Place, at: int) -> bool:
    return any(first == at for first, _ in place.others)


def _after_aside(place: Place, comma: int) -> int | None:
    """Where the clause goes on after an aside between commas: "12 men, most of them sick, *were* freed"."""
    words = place.words
    if comma + 1 >= len(words) or (is_a(words[comma + 1], "coordinator", "subordinator") and words[comma + 1] != "or"):
        return None
    marks = DASHES if words[comma] in DASHES else COMMAS
    closes = [at for at in range(comma + 1, min(comma + ASIDE, len(words) - 1)) if words[at] in marks]
    for close in closes:
        event = event_over(place.scene.events, close + 1)
        if is_a(words[close + 1], "be", "have", "modal") or (event is not None and not event.noun):
            return close + 1
        if words[close] in DASHES:
            break
    return closes[0] + 1 if closes and is_a(words[comma + 1], "relative") else None


def _shares_subject(place: Place, at: int) -> bool:
    """Whether "and" at `at` joins a second verb of the same subject, or a second noun of the same number."""
    words, after = place.words, at + 1
    if after >= len(words) or _starts_number(place, after):
        return False
    if event_over(place.scene.events, after) or is_a(words[after], "be", "have", "adverb"):
        return True
    if is_a(words[after], "determiner"):
        if after + 1 < len(words) and is_noun(words[after + 1], "body"):
            return True
        return any(is_a(word, "be", "have") for word in words[after + 2 : after + 5])
    return words[after].isalpha() and not is_a(words[after], "determiner") and place.marked.heads[after] is None


def is_past_form(word: str) -> bool:
    """Whether the word may be a past tense: "freed", "took"."""
    return (word.endswith("ed") and len(word) > 4) or begins("modality", (word,), 0, "past_only", "past_or_participle")


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
