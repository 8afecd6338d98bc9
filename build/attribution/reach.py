"""How far an attribution reaches in its clause (codebook: it reaches every number of its clause)."""

from collections.abc import Sequence

from ..clauses import COMMAS, MARKS, QUOTES, Marked
from ..words.reporting import is_finite
from ..words.wording import is_a

FAR = 150
ADDRESSEE = 14
CLAUSE = 8
BELIEVED = frozenset(("thought", "believed", "feared", "presumed", "known", "understood", "assumed"))
Scope = tuple[tuple[int, int], ...]


def around(marked: Marked, segment: tuple[int, int], first: int, last: int) -> Scope:
    """An attribution set between commas covers what stands before it, and after it up to a new clause.

    "After a year of war, *133 captives are still held, Israel says*, and talks go on".
    """
    words = marked.words
    end = last
    while end < min(segment[1], last + FAR):
        joint = end > last and words[end - 1] in COMMAS and is_a(words[end], "coordinator", "subordinator")
        if joint and not _leaves_verb_out(words, end, segment[1]):
            break
        end += 1
    start = max(segment[0], first - FAR)
    if start == segment[0] and words[start] in ("after", "since", "amid", "despite", "following", "before"):
        comma = next((i for i in range(start, first - 1) if words[i] in COMMAS), start)
        start = start if any(is_finite(word) for word in words[start:comma]) else comma
    return ((_own_quotation(words, start, first), end),)


def _leaves_verb_out(words: Sequence[str], joint: int, end: int) -> bool:
    """Whether a number whose verb is left out goes on: "900 have been killed, they say, *and over 2,000 hurt*"."""
    if words[joint] != "and":
        return False
    for at in range(joint + 1, min(end, joint + CLAUSE)):
        if words[at][0].isdigit():
            rest = words[at : next((close for close in range(at, end) if words[close] in MARKS), end)]
            return not any(is_finite(word) or is_a(word, "preposition", "determiner") for word in rest)
        if not is_a(words[at], "quantifying", "adverb", "determiner") and words[at] != "more":
            return False
    return False


def _own_quotation(words: Sequence[str], start: int, first: int) -> int:
    """Where the reach begins of one who closes a quotation of a whole clause: only that clause is theirs."""
    close = next((i for i in (first - 1, first - 2) if i > start and words[i] in QUOTES), None)
    if close is None:
        return start
    opening = next((i for i in range(close - 1, start, -1) if words[i] in QUOTES), start)
    return opening if close - opening > CLAUSE else start


def ahead(marked: Marked, segment: tuple[int, int], subject: int, verb: int, kind: str) -> Scope:
    """An attribution before its content covers all that follows in the clause but what the author explains.

    "The ministry said 12 people had died in the attack, *in which 40 were seized*".
    """
    words = marked.words
    end = min(segment[1], verb + FAR)
    start = _content_start(words, segment, subject, verb, end, kind)
    pieces: list[tuple[int, int]] = []
    if verb + 1 < end and is_a(words[verb + 1], "be", "have") and subject:
        start = _contact(words, segment, subject)
    opening = words[segment[0] : subject] if subject - segment[0] < FAR else ()
    if opening[:1] in (("of",), ("among",)) and opening[-1] in COMMAS and not any(is_a(w, "relative") for w in opening):
        pieces.append((segment[0], subject))
    quoted, place = False, start
    while place < end:
        quoted ^= words[place] in QUOTES
        if not quoted and place > start and words[place - 1] in COMMAS:
            if _turns_away(words, place) or _begins_belief(words, place):
                break
            if kind != "propose" and _explains(words, place):
                pieces.append((start, place))
                start = place = _closing(words, place, end)
                continue
        place += 1
    return (*pieces, (start, min(place, end)))


def _contact(words: Sequence[str], segment: tuple[int, int], subject: int) -> int:
    """Where a clause without a pronoun hangs on its noun: "including | *39 the army says* are dead"."""
    place = subject
    while place > max(segment[0], subject - CLAUSE) and words[place - 1] not in MARKS:
        if is_a(words[place - 1], "preposition", "be", "have", "modal", "relative"):
            break
        place -= 1
    return place


def _content_start(words: Sequence[str], segment: tuple[int, int], subject: int, verb: int, end: int, kind: str) -> int:
    """Where the content begins: after "that", past the addressee; at what "whom" or "which" takes up."""
    start = verb
    if subject and words[subject - 1] in ("whom", "which", "whose", "what"):
        while start > max(segment[0], verb - FAR) and words[start - 1] not in COMMAS:
            start -= 1
    elif kind == "say":
        told = range(verb + 1, min(verb + ADDRESSEE, end))
        stop = next((i for i in told if words[i] == "that" or words[i] in MARKS or is_finite(words[i])), verb)
        start = stop if words[stop] == "that" else verb
    return start


def _turns_away(words: Sequence[str], place: int) -> bool:
    """Whether the author takes the word back at `place`: ", as the truce entered its sixth day"."""
    if words[place] == "as":
        return words[place + 1 : place + 2] not in (("well",), ("many",), ("much",), ("few",), ("of",), ("part",))
    return words[place] in ("after", "amid", "amidst", "although", "though", "despite", "even")


def _begins_belief(words: Sequence[str], place: int) -> bool:
    """Whether the author goes on with what is thought: "counts 900 dead, *and many more are feared buried*"."""
    if words[place] not in ("and", "but"):
        return False
    near = range(place + 1, min(place + CLAUSE, len(words) - 1))
    be = next((at for at in near if is_a(words[at], "be") or words[at] in MARKS), None)
    return be is not None and words[be] not in MARKS and words[be + 1] in BELIEVED


def _explains(words: Sequence[str], place: int) -> bool:
    """Whether a clause of explanation begins at `place`: ", in which some 1,200 people died"."""
    relative = place + 1 if is_a(words[place], "preposition") and words[place] != "of" else place
    if relative < len(words) and is_a(words[relative], "determiner"):
        near = range(relative, min(relative + 10, len(words)))
        relative = next((i for i in near if words[i] == "where" or words[i] in COMMAS), relative)
        if words[relative] != "where":
            return False
    if relative >= len(words) or words[relative] not in ("which", "where", "whose", "who"):
        return False
    close = _closing(words, relative, min(len(words), relative + FAR))
    return not any(is_a(word, "modal") for word in words[relative:close])


def _closing(words: Sequence[str], place: int, end: int) -> int:
    return next((i for i in range(place, end) if words[i] in COMMAS), end)
