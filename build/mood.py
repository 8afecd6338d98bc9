"""Whether what a sentence tells at some word is so or is planned, promised, demanded, conditional.

Codebook, `status`: `actual` (was or is so) or `prospective` (planned, promised, demanded, conditional;
every number of a deal not yet in force).
"""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from .authority import table
from .clauses import STOPS, Marked, is_a
from .events import Event

Status = Literal["actual", "prospective"]
REACH = 30


@cache
def _entries() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("modality"):
        first, *rest = row["word"].split()
        found.setdefault(first, []).append((tuple(rest), row["class"]))
    return {word: tuple(entries) for word, entries in found.items()}


def modal_class(words: Sequence[str], place: int, *kinds: str) -> bool:
    """Whether a word or phrase of one of these classes of `modality` begins at `place`."""
    return any(
        kind in kinds and tuple(words[place + 1 : place + 1 + len(rest)]) == rest
        for rest, kind in _entries().get(words[place], ())
    )


def mood_of_event(marked: Marked, event: Event) -> Status | None:
    """The mood of a deed: of its own auxiliaries, else of the clause that it hangs on; None where neither tells."""
    if event.own and not event.bare and _is_past_form(marked.words[event.first]) and not _has_auxiliary(marked, event):
        return "actual"
    return mood_before(marked, event.first)


def _has_auxiliary(marked: Marked, event: Event) -> bool:
    at = event.first - 1
    while at > 0 and is_a(marked.words[at], "adverb"):
        at -= 1
    return at >= 0 and (is_a(marked.words[at], "be", "have", "modal", "do") or marked.words[at] == "to")


def mood_before(marked: Marked, place: int) -> Status | None:
    """The mood that the words before `place` give it, the nearest first; None where they give none."""
    words = marked.words
    for at in range(place - 1, max(place - 1 - REACH, -1), -1):
        word = words[at]
        if word in STOPS and word not in ":":
            return None
        mood = _mood_at(marked, at, place)
        if mood is not None:
            return mood
    return None


def mood_after(marked: Marked, place: int, end: int) -> Status | None:
    """The mood of the first verb group between `place` and `end`."""
    for at in range(place, min(place + REACH, end)):
        if marked.words[at] in STOPS:
            return None
        mood = _mood_at(marked, at, end)
        if mood is not None:
            return mood
    return None


def _mood_at(marked: Marked, at: int, end: int) -> Status | None:
    """The mood that the word at `at` decides by itself, if it does; nothing from `end` on counts."""
    words = marked.words
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if modal_class(words, at, "future"):
        if word == "may" and marked.sentence.tokens[at].text == "May" and at:
            return None
        perfect = (
            following == "have" and at + 2 < len(words) and (words[at + 2] == "been" or _is_past_form(words[at + 2]))
        )
        return "actual" if perfect else "prospective"
    if word == "to" and _opens_infinitive(words, at):
        return None if _tells_of_fact(words, at) else "prospective"
    if is_a(word, "be", "have", "do") and word not in ("be", "been", "being", "having"):
        return "prospective" if _awaits(words, at, end) else "actual"
    if modal_class(words, at, "condition", "intending", "projected"):
        return "prospective"
    if modal_class(words, at, "project"):
        return "prospective"
    if _is_past(marked, at):
        return "actual"
    return None


def _opens_infinitive(words: Sequence[str], at: int) -> bool:
    """Whether "to" opens an infinitive: "to free", not "to the", "to Cairo", "to talks"."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if not following.isalpha() or is_a(following, "determiner", "preposition", "pronoun") or following.endswith("ing"):
        return False
    return not following.endswith("s") or following.endswith("ss")


def _tells_of_fact(words: Sequence[str], to: int) -> bool:
    """Whether the infinitive tells a fact: "allowed Hamas *to* exchange", "are thought *to* be held"."""
    return any(modal_class(words, at, "achieved") for at in range(max(to - 5, 0), to)) or (
        to > 0 and modal_class(words, to - 1, "thinking")
    )


def _awaits(words: Sequence[str], be: int, end: int) -> bool:
    """Whether "be" speaks of what is to come: "are due", "was to", "is expected", "had promised"."""
    for at in range(be + 1, min(be + 4, end)):
        if words[at] == "to" and _opens_infinitive(words, at):
            return at == be + 1
        if modal_class(words, at, "awaited", "intending", "projected"):
            return True
        if not (is_a(words[at], "adverb", "be", "negation") or words[at].endswith("ly")):
            return False
    return False


def _is_past(marked: Marked, at: int) -> bool:
    """Whether a finite past form stands at `at`: "freed 12", "handed over", not "the freed men", "be freed"."""
    word = marked.words[at]
    if not _is_past_form(word) or not at:
        return False
    head = marked.heads[at - 1]
    before, following = marked.words[at - 1], marked.words[at + 1] if at + 1 < len(marked.words) else ""
    if is_a(before, "determiner", "be", "preposition") or before == "-" or following == "by":
        return False
    subject = is_a(before, "relative", "adverb") or (head is not None and head.kind != "adjective")
    return subject or is_a(following, "determiner") or following[:1].isdigit()


def _is_past_form(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 4) or word in _PAST


_PAST = frozenset(
    "said told took brought gave sent let set saw found won lost began became came went left met held kept made put"
    " led fell flew drove spoke wrote swore sought shot struck broke withdrew rose grew stood".split()
)
