"""What befalls people in a sentence: freed, seized, held, killed, driven out; read from verbs and their nouns."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from .authority import table, words
from .clauses import COMMAS, MARKS, POSSESSIVE, Marked, is_a, singulars

EventKind = Literal[
    "release", "take", "hold", "rescue", "kill", "injure", "detain", "displace", "missing", "homecoming", "deploy"
]
GAP = 14


@dataclass(frozen=True, slots=True)
class Event:
    """One deed over the tokens `first` to `last`; `noun` where it is a noun ("the release of").

    `closer` is the token that completes a verb around its object ("let 50 *go*"), `passive` whether the
    verb's subject suffers it, `reduced` whether it is a participle without an auxiliary ("women seized in
    May"), `own` whether it is what people do themselves ("walk free"), `bare` whether it is the verb's
    first form without an auxiliary, `negated` whether it is denied ("who have not been freed").
    """

    first: int
    last: int
    kind: EventKind
    noun: bool = False
    closer: int | None = None
    passive: bool = False
    reduced: bool = False
    own: bool = False
    bare: bool = False
    negated: bool = False


@cache
def _lexicon() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Each first word of a deed, with the words that must follow and the class, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    kinds = set(EventKind.__args__)  # type: ignore[attr-defined]
    for row in table("measure_words"):
        if row["class"] in kinds or row["class"].endswith(("_gap", "_noun", "_self")):
            first, *rest = row["word"].split()
            found.setdefault(first, []).append((tuple(rest), row["class"]))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[1]))) for first, entries in found.items()}


@cache
def nouns(kind: str) -> frozenset[str]:
    """The nouns of a class of `measure_words`, singular as listed."""
    return words("measure_words", kind)


def is_noun(word: str, kind: str) -> bool:
    """Whether `word`, singular or plural, is in a class of `measure_words`."""
    known = nouns(kind)
    return any(form in known for form in singulars(word))


def events(marked: Marked) -> tuple[Event, ...]:
    """The deeds of a sentence in order; where two share a word the longer reading stands."""
    found: list[Event] = []
    lexicon = _lexicon()
    place = 0
    while place < len(marked.words):
        entries = None if _is_link(marked.words, place) else lexicon.get(marked.words[place])
        event = _event(marked, place, entries) if entries else None
        if event is None:
            place += 1
            continue
        found.append(event)
        place = event.last
    return tuple(found)


def _is_link(sentence: Sequence[str], place: int) -> bool:
    """Whether the word only ties two numbers: "in *exchange* for", "in *return*"."""
    return place > 0 and sentence[place - 1] == "in" and sentence[place] in ("exchange", "return")


def _event(marked: Marked, place: int, entries: Sequence[tuple[tuple[str, ...], str]]) -> Event | None:
    words_ = marked.words
    as_noun = _reads_as_noun(marked, place)
    for rest, kind in entries:
        if kind.endswith("_gap"):
            closer = _closer(words_, place, rest[1:]) if not as_noun else None
            if closer is not None:
                return _verb(marked, place, place + 1, kind.removesuffix("_gap"), closer)
        elif kind.endswith("_noun"):
            if as_noun and kind != "missing_noun":
                return Event(place, place + 1, kind.removesuffix("_noun"), noun=True)  # type: ignore[arg-type]
        elif not as_noun or rest:
            last = place + 1 + len(rest)
            if tuple(words_[place + 1 : last]) == rest:
                return _verb(marked, place, last, kind, None)
    return None


def _reads_as_noun(marked: Marked, place: int) -> bool:
    """Whether the word stands where a noun does: "the release of", "Israel’s return", "a hostage release"."""
    word = marked.words[place]
    if word.endswith("ed"):
        return False
    following = marked.words[place + 1] if place + 1 < len(marked.words) else ""
    before = marked.words[place - 1] if place else ""
    if following == "of":
        return True
    if word.endswith("ing"):
        return is_a(before, "determiner") and not is_a(following, "determiner")
    return (is_a(before, "determiner", "preposition") and before != "to") or before in POSSESSIVE or before == "whose"


def _closer(sentence: Sequence[str], place: int, rest: tuple[str, ...]) -> int | None:
    """Where the words that complete the verb stand, within its clause."""
    for at in range(place + 2, min(place + GAP, len(sentence))):
        if sentence[at] in MARKS and sentence[at] not in COMMAS:
            return None
        if tuple(sentence[at : at + len(rest)]) == rest:
            return at + len(rest)
    return None


def _verb(marked: Marked, first: int, last: int, kind: str, closer: int | None) -> Event:
    place, passive, auxiliary, negated = first - 1, False, False, False
    while place >= 0:
        word = marked.words[place]
        if is_a(word, "negation"):
            negated = True
        elif is_a(word, "be") or word in ("get", "gets", "got", "getting"):
            passive = auxiliary = True
        elif is_a(word, "have", "modal", "do") or word == "to":
            auxiliary = True
        elif not (is_a(word, "adverb") or (word.endswith("ly") and len(word) > 4)):
            break
        place -= 1
    word = marked.words[first]
    own = kind.endswith("_self")
    bare = not auxiliary and last == first + 1 and _is_first_form(word)
    return Event(
        first,
        last,
        kind.removesuffix("_self"),  # type: ignore[arg-type]
        closer=closer,
        passive=passive and not word.endswith("ing") or "being" in marked.words[place + 1 : first],
        reduced=not auxiliary and not own and not bare and not word.endswith(("ing", "s")),
        own=own,
        bare=bare,
        negated=negated,
    )


def _is_first_form(word: str) -> bool:
    """Whether the verb stands in its first form ("capture"), which at the right of a subject is mostly a noun."""
    return (
        word not in ("hurt", "let", "set", "cut", "put", "lost")
        and f"{word}s" in _lexicon()
        and not word.endswith("ed")
    )
