"""The noun phrases that speak: the subject of a verb of saying, the source after "according to"."""

from dataclasses import dataclass

from .clauses import COMMAS, MARKS, POSSESSIVE, QUOTES, Head, Marked, is_a, noun_classes
from .reporting import is_finite

REACH = 25
PIECES = 5
LONGEST = 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase over the tokens `first` to `last` (exclusive) and the head that it speaks through."""

    first: int
    last: int
    head: Head | None


def subject_before(marked: Marked, verb: int) -> Phrase | None:
    """The subject of the verb at `verb`, left of it: "Taher al-Nunu, an adviser to the leader, *said*"."""
    last = _skip_auxiliaries(marked, verb)
    if last is None or last < 0:
        return None
    word = marked.words[last]
    if is_a(word, "relative") and word != "that" and last:
        return _antecedent(marked, last)
    if is_a(word, "coordinator") or (word in COMMAS and _joins_verbs(marked, last)):
        return opening_subject(marked, last)
    if word in COMMAS:
        return _apposed(marked, last)
    if word in MARKS:
        return None
    return _window(marked, last)


def _skip_auxiliaries(marked: Marked, verb: int) -> int | None:
    """The last token before the verb group; None where the group is no assertion of its subject."""
    words, place = marked.words, verb - 1
    active = words[verb].endswith("ing")
    while place >= 0:
        word = words[place]
        if is_a(word, "negation", "modal", "do") or word == "to":
            return None
        if is_a(word, "be"):
            if not active:
                return None
            active = False
        elif (is_a(word, "weekday") and place and words[place - 1] == "on") or (
            word in ("then", "now", "far") and place and words[place - 1] in ("by", "so", "until", "since")
        ):
            place -= 1
        elif not (is_a(word, "have", "adverb", "weekday", "day") or (word.endswith("ly") and len(word) > 4)):
            break
        place -= 1
    return None if active and not _opens(marked, place) else place


def _opens(marked: Marked, place: int) -> bool:
    """Whether what follows `place` opens a participle clause: ", adding that …", "and saying"."""
    return place >= 0 and (marked.words[place] in COMMAS or is_a(marked.words[place], "coordinator"))


def _joins_verbs(marked: Marked, comma: int) -> bool:
    return comma + 1 < len(marked.words) and marked.words[comma + 1].endswith("ing")


def _window(marked: Marked, last: int) -> Phrase | None:
    """The noun phrase that ends at `last` and fills its clause from the left."""
    closing = marked.heads[last]
    if closing is not None and closing.kind == "pronoun":
        return Phrase(last, last + 1, closing)
    first = _clause_start(marked, last)
    heads = _heads(marked, first, last + 1)
    if heads and is_a(marked.words[first], "preposition", "subordinator"):
        if len(heads) > 1:
            heads = heads[1:]
        first = max(first + 1, _phrase_start(marked, heads[0].first, first))
    start = _trim(marked, first, last + 1)
    if start is None:
        return None
    head = heads[0] if heads and not _governed(marked, heads[0], start) else None
    if head and (last + 1 - start > LONGEST or head.first - start > 8):
        start = _phrase_start(marked, head.first, first)
        return Phrase(start, min(last + 1, head.last), head)
    return Phrase(start, last + 1, head)


def _clause_start(marked: Marked, last: int) -> int:
    """Where the clause that ends at `last` begins, relative clauses within it passed over."""
    words, place = marked.words, last
    seen_head = False
    while place >= 0 and last - place < REACH:
        word = words[place]
        if word in MARKS or is_a(word, "subordinator") or word == "but":
            return place + 1
        if word == "that" and not (place + 1 < len(words) and is_finite(words[place + 1])):
            return place + 1
        if word == "and" and seen_head:
            return place + 1
        if is_finite(word) and marked.heads[place] is None:
            relative = next(
                (k for k in range(place - 1, max(place - 4, -1), -1) if is_a(words[k], "relative", "question")), None
            )
            if relative is None:
                return place + 1
            place = relative
        seen_head = seen_head or marked.heads[place] is not None
        place -= 1
    return place + 1


def _heads(marked: Marked, first: int, last: int) -> list[Head]:
    """The heads named between two tokens, each once; an adjective counts only as a demonym at the end."""
    found: list[Head] = []
    for place in range(first, last):
        head = marked.heads[place]
        if head is None or (found and found[-1] is head):
            continue
        if head.kind == "adjective" and not (head.last == last and marked.words[head.last - 1].endswith("s")):
            continue
        possessed = head.last < last and marked.words[head.last] in POSSESSIVE
        if head.kind in ("party", "person", "office") and possessed:
            continue
        found.append(head)
    return found


def _governed(marked: Marked, head: Head, start: int) -> bool:
    """Whether the head only belongs to another noun: "video released by *Hamas*"."""
    return any(is_a(word, "preposition") for word in marked.words[start : head.first])


def _phrase_start(marked: Marked, head: int, floor: int) -> int:
    """Where the noun phrase around the word at `head` begins: its determiner, or the first of its modifiers."""
    place = head
    while place > floor and not is_a(marked.words[place - 1], "preposition") and marked.words[place - 1] not in MARKS:
        place -= 1
        if is_a(marked.words[place], "determiner"):
            break
    return place


def _trim(marked: Marked, first: int, last: int) -> int | None:
    """The first token of the phrase without leading adverbs and conjunctions; None where nothing is left."""
    while first < last and (
        is_a(marked.words[first], "adverb", "coordinator", "subordinator", "day", "weekday")
        or marked.words[first] in MARKS
    ):
        first += 1
    return first if first < last else None


def _antecedent(marked: Marked, relative: int) -> Phrase | None:
    """Whom "who" or "which" at `relative` takes up: the phrase before it, across a comma."""
    last = relative - 1
    if marked.words[last] in COMMAS:
        last -= 1
    return _last_phrase(marked, last) if last >= 0 else None


def _last_phrase(marked: Marked, last: int) -> Phrase | None:
    """The noun phrase that ends at `last`, with the heads that "of" or "in" tie to it: "an official in Kyiv"."""
    first = _clause_start(marked, last)
    heads = _heads(marked, first, last + 1)
    if not heads or last + 1 - heads[-1].last > 4:
        return None
    chosen = len(heads) - 1
    while (
        chosen
        and heads[chosen].first - heads[chosen - 1].last <= 3
        and any(is_a(word, "preposition") for word in marked.words[heads[chosen - 1].last : heads[chosen].first])
    ):
        chosen -= 1
    start = _phrase_start(marked, heads[chosen].first, first)
    return Phrase(start, last + 1, heads[chosen])


def _apposed(marked: Marked, comma: int) -> Phrase | None:
    """The subject before a comma that closes an apposition, a relative clause or an adjunct.

    "Bassem Naim, a member of the bureau, said"; "Mahdi al-Mashat, who heads the council, told".
    """
    best: Phrase | None = None
    right: Phrase | None = None
    tied = False
    end = comma
    for _ in range(PIECES):
        start = _piece_start(marked, end)
        if start is None or start >= end or end - start > REACH:
            break
        word = marked.words[start]
        if is_a(word, "relative") or (
            start + 1 < end and is_a(word, "preposition") and is_a(marked.words[start + 1], "relative")
        ):
            tied = True
        elif is_a(word, "preposition", "subordinator", "adverb") or word.endswith("ing"):
            if best is not None:
                break
            tied = True
        else:
            phrase = _noun_piece(marked, start, end)
            if phrase is None and best is None and is_a(word, "determiner") and not _has_verb(marked, start, end):
                tied = True
            elif phrase is None:
                return best or (_last_phrase(marked, end - 1) if tied else None)
            else:
                right, best = best, phrase
        if start == 0 or marked.words[start - 1] not in COMMAS:
            break
        end = start - 1
    if (
        best
        and right
        and right.head
        and right.head.kind == "person"
        and best.head
        and best.head.kind in ("noun", "office")
    ):
        return right
    return best


def _piece_start(marked: Marked, end: int) -> int | None:
    place = end
    while place > 0 and marked.words[place - 1] not in MARKS:
        place -= 1
        if end - place > REACH:
            return None
    return place


def _noun_piece(marked: Marked, first: int, last: int) -> Phrase | None:
    """The piece as a noun phrase of its own, or None where it holds a finite verb or names nobody."""
    start = _trim(marked, first, last)
    if start is None or _has_verb(marked, start, last) or marked.words[start][0].isdigit():
        return None
    heads = _heads(marked, start, last)
    if heads:
        return Phrase(start, last, heads[0])
    named = all(token.text[0].isupper() for token in marked.sentence.tokens[start:last])
    return Phrase(start, last, None) if named else None


def _has_verb(marked: Marked, first: int, last: int) -> bool:
    """Whether a finite verb stands between two tokens outside a relative clause."""
    for place in range(first, last):
        word = marked.words[place]
        if is_a(word, "relative", "question") and place > first:
            return False
        if is_finite(word) and marked.heads[place] is None:
            return True
    return False


def opening_subject(marked: Marked, before: int) -> Phrase | None:
    """The subject that opens the clause in which `before` stands: of "… confirmed neither figure *and said*"."""
    place = before
    while (
        place > 0
        and marked.words[place - 1] not in ";:"
        and marked.words[place - 1] not in QUOTES
        and before - place < 80
    ):
        place -= 1
    while place < before:
        end = place
        while end < before and marked.words[end] not in MARKS and not is_finite(marked.words[end]):
            end += 1
        word = marked.words[place]
        leading = is_a(word, "preposition", "subordinator", "adverb") or word.endswith("ing")
        heads = _heads(marked, place, end)
        if heads and leading and end < before and marked.words[end] not in MARKS and len(heads) > 1:
            heads = heads[1:]
        elif leading and end < before and marked.words[end] in MARKS:
            heads = []
        if heads:
            start = _trim(marked, _phrase_start(marked, heads[0].first, place), end)
            return Phrase(start, _core_end(marked, heads[0], end), heads[0]) if start is not None else None
        place = end + 1
    return None


def _core_end(marked: Marked, head: Head, end: int) -> int:
    place = head.last
    while place < end and marked.heads[place] is not None:
        place += 1
    return place


def phrase_after(marked: Marked, first: int, *, inverted: bool) -> Phrase | None:
    """The noun phrase that begins at `first`: the source after "according to" or, `inverted`, after "said"."""
    words, place = marked.words, first
    while place < len(words) and place - first < LONGEST:
        word = words[place]
        if (word in MARKS and word not in POSSESSIVE) or is_a(word, "modal", "have", "do", "be"):
            break
        if place > first and is_a(word, "relative", "subordinator", "coordinator") and not _joins_names(marked, place):
            break
        if (
            place > first
            and word in ("on", "during", "after", "before", "at", "as", "late", "in")
            and _ends_here(marked, place, inverted)
        ):
            break
        place += 1
    heads = _heads(marked, first, place)
    if place == first:
        return None
    return Phrase(first, place, heads[0] if heads else None)


def _joins_names(marked: Marked, place: int) -> bool:
    """Whether "and" at `place` joins two sources: "the UN and the Red Cross"."""
    after = place + 1
    while after < len(marked.words) and is_a(marked.words[after], "determiner"):
        after += 1
    return marked.words[place] == "and" and after < len(marked.words) and marked.heads[after] is not None


def _ends_here(marked: Marked, place: int, inverted: bool) -> bool:
    """Whether the preposition at `place` begins an adjunct of the saying, not a part of the name."""
    following = marked.words[place + 1] if place + 1 < len(marked.words) else ""
    if is_a(following, "weekday", "day") or following[:1].isdigit():
        return True
    named = place + 1 < len(marked.words) and marked.sentence.tokens[place + 1].text[:1].isupper()
    if inverted:
        return not (marked.words[place] == "in" and named)
    return marked.words[place] in ("on", "during", "after", "before", "as", "late")


def names_someone(marked: Marked, phrase: Phrase) -> bool:
    """Whether the phrase has a head of the lexicon or is a proper name: "COGAT", "the Maan agency"."""
    if phrase.head is not None:
        return True
    tokens = marked.sentence.tokens[phrase.first : phrase.last]
    names = [token for token in tokens if token.text[0].isupper() and not noun_classes(token.lower)]
    return bool(names) and (phrase.first > 0 or any(len(token.text) > 1 and token.text.isupper() for token in names))
