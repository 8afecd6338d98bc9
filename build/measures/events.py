"""What befalls people in a sentence: freed, seized, held, killed, driven out; read from verbs and their nouns."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..clauses import COMMAS, MARKS, POSSESSIVE, Marked
from ..counting.nouns import is_plural
from ..words.wording import Entries, classes, is_a, phrases

DEEDS = frozenset(
    ("release", "take", "hold", "rescue", "kill", "injure", "detain", "displace", "missing", "homecoming", "deploy")
)
GAP = 14
UNCHANGED = frozenset(("hurt", "let", "set", "cut", "put", "lost"))


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
    kind: str
    noun: bool = False
    closer: int | None = None
    passive: bool = False
    reduced: bool = False
    own: bool = False
    bare: bool = False
    negated: bool = False


@cache
def _lexicon() -> Entries:
    """The entries of `measure_words` that are deeds: verbs, nouns, and last verbs around an object ("let * go")."""
    kinds = {f"{deed}{form}" for deed in DEEDS for form in ("", "_gap", "_noun", "_self")}
    deeds = {
        first: [entry for entry in entries if entry[1] in kinds] for first, entries in phrases("measure_words").items()
    }
    return {
        first: tuple(sorted(entries, key=lambda entry: entry[1].endswith("_gap")))
        for first, entries in deeds.items()
        if entries
    }


def events(marked: Marked) -> tuple[Event, ...]:
    """The deeds of a sentence in order; where two share a word the longer reading stands."""
    found: list[Event] = []
    lexicon, words, place = _lexicon(), marked.words, 0
    while place < len(words):
        entries = lexicon.get(words[place])
        event = _event(marked, place, entries) if entries and not _is_link(words, place) else None
        if event is None:
            place += 1
            continue
        found.append(event)
        place = event.last
    return tuple(found)


def _is_link(words: Sequence[str], place: int) -> bool:
    """Whether the word only ties two numbers: "in *exchange* for", "in *return*"."""
    return place > 0 and words[place - 1] == "in" and words[place] in ("exchange", "return")


def _event(marked: Marked, place: int, entries: Sequence[tuple[tuple[str, ...], str]]) -> Event | None:
    words, as_noun = marked.words, _reads_as_noun(marked, place)
    for rest, kind in entries:
        deed, _, form = kind.partition("_")
        if form == "gap":
            closer = None if as_noun else _closer(words, place, rest[1:])
            if closer is not None:
                return _verb(marked, place, place + 1, deed, own=False, closer=closer)
        elif form == "noun":
            if as_noun:
                return Event(place, place + 1, deed, noun=True)
        elif (rest or not as_noun) and tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
            return _verb(marked, place, place + 1 + len(rest), deed, own=form == "self", closer=None)
    return None


def _reads_as_noun(marked: Marked, place: int) -> bool:
    """Whether the word stands where a noun does: "the release of", "Israel’s return", "whose freedom"."""
    word = marked.words[place]
    if word.endswith("ed"):
        return marked.words[max(place - 2, 0) : place] in (("for", "each"), ("for", "every"))
    following = marked.words[place + 1] if place + 1 < len(marked.words) else ""
    before = marked.words[place - 1] if place else ""
    if following == "of":
        return True
    if word.endswith("ing"):
        return is_a(before, "determiner") and not is_a(following, "determiner")
    if _is_first_form(word) and _has_article(marked, place):
        return True
    return (is_a(before, "determiner", "preposition") and before != "to") or before in POSSESSIVE or before == "whose"


def _has_article(marked: Marked, place: int) -> bool:
    """Whether a determiner leads to the word over adjectives: "*a* long-awaited exchange", no "the rebels release"."""
    for at in range(place - 1, max(place - 5, -1), -1):
        word = marked.words[at]
        if is_a(word, "determiner"):
            return at < place - 1
        loose = is_a(word, "be", "have", "do", "modal", "relative", "preposition", "adverb", "pronoun") or word == "to"
        if loose or word in MARKS or is_plural(word) or marked.heads[at] is not None:
            return False
    return False


def _closer(words: Sequence[str], place: int, rest: tuple[str, ...]) -> int | None:
    """Where the words that complete the verb end, within its clause."""
    for at in range(place + 2, min(place + GAP, len(words))):
        if words[at] in MARKS and words[at] not in COMMAS:
            return None
        if tuple(words[at : at + len(rest)]) == rest:
            return at + len(rest)
    return None


def _verb(marked: Marked, first: int, last: int, deed: str, *, own: bool, closer: int | None) -> Event:
    place, passive, auxiliary, negated = first - 1, False, False, False
    while place >= 0:
        word = marked.words[place]
        if is_a(word, "negation") or (word == "yet" and marked.words[place + 1] == "to"):
            negated = True
        elif is_a(word, "be") or word in ("get", "gets", "got", "getting"):
            passive = auxiliary = True
        elif is_a(word, "have", "modal", "do") or word == "to":
            auxiliary = True
        elif not (is_a(word, "adverb") or (word.endswith("ly") and len(word) > 4)):
            break
        place -= 1
    word = marked.words[first]
    bare = not auxiliary and last == first + 1 and _is_first_form(word)
    suffered = "being" in marked.words[place + 1 : first] or (passive and not word.endswith("ing"))
    reduced = not auxiliary and not own and not bare and not word.endswith(("ing", "s"))
    return Event(first, last, deed, False, closer, suffered, reduced, own, bare, negated)


def _is_first_form(word: str) -> bool:
    """Whether the verb stands in its first form ("capture"), which at the right of a subject is mostly a noun."""
    return word not in UNCHANGED and f"{word}s" in classes("measure_words") and not word.endswith("ed")
