"""The subject of a verb of reporting, left of it, across auxiliaries, appositions and relative clauses."""

from ..clauses import COMMAS, MARKS, QUOTES, Head, Marked
from ..words.wording import is_a
from .speakers import (
    LONGEST,
    MODIFIERS,
    REACH,
    Phrase,
    clause_start,
    heads_between,
    is_verb,
    last_phrase,
    phrase_start,
    trim,
)

PIECES = 5
CLAUSE = 80
SHORT = 3


def subject_before(marked: Marked, verb: int) -> Phrase | None:
    """The subject of the verb at `verb`, left of it: "Taher al-Nunu, an adviser to the leader, *said*"."""
    last = _before_group(marked, verb)
    if last is None or last < 0:
        return None
    word = marked.words[last]
    if is_a(word, "relative") and word != "that" and last:
        return _antecedent(marked, last)
    if is_a(word, "coordinator") or (word in COMMAS and _opens_participle(marked, last)):
        return opening_subject(marked, last)
    if word in COMMAS:
        return _apposed(marked, last)
    return None if word in MARKS else _window(marked, last)


def _before_group(marked: Marked, verb: int) -> int | None:
    """The last token before the verb group; None where the group is no assertion of its subject.

    "had by then registered" is one, "was told", "did not say", "is expected to announce" are none.
    """
    words, place = marked.words, verb - 1
    participle = words[verb].endswith("ing")
    while place >= 0:
        word = words[place]
        if is_a(word, "negation", "modal", "do") or word == "to" or (is_a(word, "be") and not participle):
            return None
        if is_a(word, "be"):
            participle = False
        elif _closes_adverbial(words, place):
            place -= 1
        elif not (is_a(word, "have", "adverb", "weekday", "day") or (word.endswith("ly") and len(word) > 4)):
            break
        place -= 1
    opened = place >= 0 and (words[place] in COMMAS or is_a(words[place], "coordinator"))
    return None if participle and not opened else place


def _closes_adverbial(words: tuple[str, ...], place: int) -> bool:
    """Whether two words stand between subject and verb: "Kirby *on Monday* noted", "had *by then* recorded"."""
    before = words[place - 1] if place else ""
    return (is_a(words[place], "weekday") and before == "on") or (
        words[place] in ("then", "now", "far") and before in ("by", "so", "until", "since")
    )


def _opens_participle(marked: Marked, comma: int) -> bool:
    return comma + 1 < len(marked.words) and marked.words[comma + 1].endswith("ing")


def _window(marked: Marked, last: int) -> Phrase | None:
    """The noun phrase that ends at `last` and fills its clause from the left."""
    closing = marked.heads[last]
    if closing is not None and closing.kind == "pronoun":
        return Phrase(last, last + 1, closing)
    first = clause_start(marked, last)
    heads = heads_between(marked, first, last + 1)
    if heads and is_a(marked.words[first], "preposition", "subordinator"):
        heads = heads[1:] if len(heads) > 1 else heads
        first = max(first + 1, phrase_start(marked, heads[0].first, first))
    start = trim(marked, first, last + 1)
    if start is None:
        return None
    head = heads[0] if heads and not _governed(marked, heads[0], start) else None
    if head and (last + 1 - start > LONGEST or head.first - start > MODIFIERS):
        return Phrase(phrase_start(marked, head.first, first), min(last + 1, head.last), head)
    return Phrase(_coordinated(marked, start), last + 1, head)


def _coordinated(marked: Marked, start: int) -> int:
    """Where a phrase begins that is the last of several: "*Egypt, Qatar and* the United States called"."""
    words, first, listed = marked.words, start, False
    for _ in range(PIECES):
        place = first - 1
        if place > 0 and words[place] == "and":
            place, listed = place - 1, True
        if place > 0 and listed and words[place] == ",":
            place -= 1
        other = marked.heads[place] if 0 <= place < first - 1 else None
        if other is None or other.kind == "pronoun":
            break
        begin = trim(marked, phrase_start(marked, other.first, max(other.first - SHORT, 0)), other.last) or other.first
        if begin and is_a(words[begin - 1], "preposition"):
            break
        opens = begin == 0 or words[begin - 1] in MARKS
        if other.kind == "noun" and not (opens and place == first - 2 and not words[begin][0].isdigit()):
            break
        first = begin if opens else other.first
    return first


def _governed(marked: Marked, head: Head, start: int) -> bool:
    """Whether the head only belongs to another noun: "video released by *Hamas*"."""
    return any(is_a(word, "preposition") for word in marked.words[start : head.first])


def _antecedent(marked: Marked, relative: int) -> Phrase | None:
    """Whom "who" or "which" at `relative` takes up: the phrase before it, across a comma."""
    last = relative - 1
    if marked.words[last] in COMMAS:
        last -= 1
    return last_phrase(marked, last) if last >= 0 else None


def _apposed(marked: Marked, comma: int) -> Phrase | None:
    """The subject before a comma that closes an apposition, a relative clause or an adjunct.

    "Bassem Naim, a member of the bureau, said"; "Mahdi al-Mashat, who heads the council, told".
    """
    best: Phrase | None = None
    right: Phrase | None = None
    tied, end = False, comma
    for _ in range(PIECES):
        start = _piece_start(marked, end)
        if start is None or start >= end:
            break
        phrase = None if _is_aside(marked, start, end) else _noun_piece(marked, start, end)
        if phrase is not None:
            right, best = best, phrase
        elif best is not None or not _ties(marked, start, end):
            return (best and _named(best, right)) or (last_phrase(marked, end - 1) if tied else None)
        tied = True
        if start == 0 or marked.words[start - 1] not in COMMAS:
            break
        end = start - 1
    return best and _named(best, right)


def _named(best: Phrase, right: Phrase | None) -> Phrase:
    """The person whom an office introduces: "the head of the hospital, *Fadl Naeem*, said"."""
    introduces = best.head is not None and best.head.kind in ("noun", "office")
    person = right is not None and right.head is not None and right.head.kind == "person"
    if right is not None and introduces and person:
        return Phrase(best.first, right.last, right.head)
    return best


def _is_aside(marked: Marked, start: int, end: int) -> bool:
    """Whether a piece between commas is a relative clause or an adjunct: "who heads the council", "in a statement"."""
    word = marked.words[start]
    relative = is_a(word, "relative") or (
        start + 1 < end and is_a(word, "preposition") and is_a(marked.words[start + 1], "relative")
    )
    age = word.isdigit() and end - start == 1
    participle = (word.endswith(("ing", "ed")) and not marked.capital(start)) or (
        start == 0 and word.endswith(("ing", "ed"))
    )
    return relative or age or participle or is_a(word, "preposition", "subordinator", "adverb")


def _ties(marked: Marked, start: int, end: int) -> bool:
    """Whether the piece belongs to the phrase before it: an aside, or an apposition that names nobody."""
    if _is_aside(marked, start, end):
        return True
    return is_a(marked.words[start], "determiner") and not _has_verb(marked, start, end)


def _piece_start(marked: Marked, end: int) -> int | None:
    place = end
    while place > 0 and marked.words[place - 1] not in MARKS:
        place -= 1
        if end - place > REACH:
            return None
    return place


def _noun_piece(marked: Marked, first: int, last: int) -> Phrase | None:
    """The piece as a noun phrase of its own, or None where it holds a finite verb or names nobody."""
    start = trim(marked, first, last)
    if start is None or _has_verb(marked, start, last) or marked.words[start][0].isdigit():
        return None
    heads = heads_between(marked, start, last)
    if heads:
        return Phrase(start, last, heads[0])
    return Phrase(start, last, None) if all(marked.capital(place) for place in range(start, last)) else None


def _has_verb(marked: Marked, first: int, last: int) -> bool:
    """Whether a finite verb stands between two tokens outside a relative clause."""
    for place in range(first, last):
        if place > first and is_a(marked.words[place], "relative", "question"):
            return False
        if is_verb(marked, place):
            return True
    return False


def opening_subject(marked: Marked, before: int) -> Phrase | None:
    """The subject that opens the clause in which `before` stands: of "… confirmed neither figure *and said*"."""
    words, place = marked.words, before
    while place > 0 and words[place - 1] not in ";:" and words[place - 1] not in QUOTES and before - place < CLAUSE:
        place -= 1
    while place < before:
        end = place
        while end < before and words[end] not in MARKS and not is_verb(marked, end):
            end += 1
        leading = is_a(words[place], "preposition", "subordinator", "adverb") or words[place].endswith("ing")
        heads = heads_between(marked, place, end)
        if leading:
            heads = heads[1:] if end < before and words[end] not in MARKS else []
        if heads:
            start = trim(marked, phrase_start(marked, heads[0].first, place), end)
            return Phrase(start, _core_end(marked, heads[0], end), heads[0]) if start is not None else None
        place = end + 1
    return None


def _core_end(marked: Marked, head: Head, end: int) -> int:
    place = head.last
    while place < end and marked.heads[place] is not None:
        place += 1
    return place
