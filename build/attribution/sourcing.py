"""Attributions without a verb of saying: "according to X", "by X’s count", "(health ministry)", "X’s offer of"."""

from collections.abc import Iterator, Sequence

from ..clauses import COMMAS, MARKS, POSSESSIVE, Marked
from ..words.reporting import reporting_verb
from ..words.wording import informant, is_a, is_noun
from .cues import Cue, segment_at
from .reach import FAR, around
from .speakers import Phrase, names_someone, phrase_after

LABEL = 8
ANSWER = 12
ANSWERS = frozenset(("answer", "reply", "response", "position", "message", "stance", "claim", "line"))
LINKS = frozenset(("for", "of", "to", "that", ":"))
OPENERS = frozenset(("according", "by", "in", "on", "(")) | LINKS


def source_cues(marked: Marked, breaks: Sequence[int]) -> Iterator[Cue]:
    """The attributions of a sentence that need no verb of saying, in order."""
    for place, word in enumerate(marked.words):
        if word in OPENERS:
            cue = _cue_at(marked, place, segment_at(breaks, place))
            if cue is not None:
                yield cue
    yield from _labels(marked)


def _cue_at(marked: Marked, place: int, segment: tuple[int, int]) -> Cue | None:
    match marked.words[place]:
        case "according":
            if marked.words[place + 1 : place + 2] != ("to",):
                return None
            return _beside(marked, place, phrase_after(marked, place + 2, inverted=False), segment)
        case "by":
            return _by_count(marked, place, segment) or _passive(marked, place, segment)
        case "in" | "on":
            return _by_count(marked, place, segment)
        case "(":
            return _bracketed(marked, place, segment)
        case _:
            return _possessed(marked, place, segment)


def _beside(marked: Marked, first: int, phrase: Phrase | None, segment: tuple[int, int]) -> Cue | None:
    """The reach of a source that is named beside the number."""
    if phrase is None:
        return None
    words = marked.words
    before = words[segment[0] : first] if first - segment[0] < LABEL else ("…",)
    if not any(word == "…" or (word.isalpha() and not is_a(word, "adverb", "coordinator")) for word in before):
        return Cue(phrase, first, ((segment[0], min(segment[1], first + FAR)),), 1, False)
    ((start, end),) = around(marked, segment, first, phrase.last)
    start = max(start, _clause_before(words, start, first))
    if words[first - 1] in COMMAS and phrase.last < len(words) and words[phrase.last] in COMMAS:
        joints = [i for i in range(start + 1, first) if words[i] in ("and", "but") and words[i - 1] in COMMAS]
        start = max([start, *joints])
    return Cue(phrase, first, ((start, end),), 2, False)


def _clause_before(words: Sequence[str], start: int, end: int) -> int:
    """Where the clause that ends at `end` begins: after a word that brings in the other side’s deeds.

    "the attack killed 1,200, *triggering* a war in which 40,000 have died, according to the ministry".
    """
    commas = 0
    for place in range(end - 2, start, -1):
        if is_noun(words[place], "trigger"):
            return place
        if words[place] in COMMAS:
            commas += 1
            following = words[place + 1 : place + 3]
            relative = any(word in ("which", "who", "whose") for word in following)
            if commas == 1 and relative and following[0] != "of":
                return place
    return start


def _by_count(marked: Marked, place: int, segment: tuple[int, int]) -> Cue | None:
    """ "by the reckoning of X", "by X’s count", "in an estimate by X"."""
    words = marked.words
    near = range(place + 1, min(place + LABEL, len(words)))
    noun = next((i for i in near if "tally" in informant(words[i])), None)
    if noun is None or any(word in MARKS - POSSESSIVE for word in words[place + 1 : noun]):
        return None
    phrase: Phrase | None = None
    if words[noun] == "number" or words[noun - 1] in ("exchange", "return"):
        return None
    if words[noun + 1 : noun + 2] in (("of",), ("by",), ("from",)):
        phrase = phrase_after(marked, noun + 2, inverted=False)
    elif words[noun - 1] in POSSESSIVE:
        heads = [head for head in marked.heads[place + 1 : noun - 1] if head is not None]
        phrase = Phrase(place + 1, noun - 1, heads[0] if heads else None)
    elif words[place] == "by" and any(marked.capital(at) for at in range(place + 1, noun)):
        phrase = Phrase(place + 1, noun + 1, None)
    if phrase is None or not names_someone(marked, phrase):
        return None
    if is_a(words[place - 1], "relative"):
        end = next((at for at in range(phrase.last, segment[1]) if words[at] in COMMAS), segment[1])
        return Cue(phrase, place, ((place, end),), 2, False)
    if place > segment[0] and words[place - 1] not in COMMAS:
        return Cue(phrase, place, ((_piece_start(words, segment, place), place),), 2, False)
    return _beside(marked, place, phrase, segment)


def _piece_start(words: Sequence[str], segment: tuple[int, int], place: int) -> int:
    start = place
    while start > max(segment[0], place - FAR) and words[start - 1] not in MARKS:
        start -= 1
    return start


def _passive(marked: Marked, by: int, segment: tuple[int, int]) -> Cue | None:
    """ "a six-week pause put forward by the president", "as reported by the agency"."""
    words = marked.words
    verb = next((i for i in (by - 1, by - 2) if i > segment[0] and _is_reported(words, i, by)), None)
    if verb is None:
        return None
    phrase = phrase_after(marked, by + 1, inverted=False)
    if phrase is None or not names_someone(marked, phrase):
        return None
    if words[verb - 1] == "as":
        return Cue(phrase, verb, around(marked, segment, verb, phrase.last), 1, False)
    end = min(segment[1], phrase.last + FAR) if words[phrase.last : phrase.last + 1] == ("that",) else phrase.last
    return Cue(phrase, verb, ((_piece_start(words, segment, verb), end),), 0, False)


def _is_reported(words: Sequence[str], verb: int, by: int) -> bool:
    found = reporting_verb(words, verb)
    if verb == by - 2 and is_noun(words[by - 1], "alive", "dead", "missing_noun"):
        return found is not None and found[1] == 1 and words[verb].endswith("ed")
    return found is not None and verb + found[1] == by and not words[verb].endswith(("ing", "s"))


def _bracketed(marked: Marked, place: int, segment: tuple[int, int]) -> Cue | None:
    """ "31,819 dead (health ministry)"; an abbreviation after a name is none."""
    words = marked.words
    close = next((i for i in range(place + 1, min(place + LABEL, len(words))) if words[i] == ")"), None)
    if close is None or close == place + 1 or not place or is_a(words[place - 1], "determiner", "preposition"):
        return None
    first = place + 1
    if words[first] in ("source", "sources") and words[first + 1] == ":":
        first += 2
    heads = [head for head in marked.heads[first:close] if head is not None]
    named = close - first > 1 and not marked.capital(place - 1)
    if named and all(marked.capital(i) or is_a(words[i], "preposition", "determiner") for i in range(first, close)):
        return Cue(Phrase(first, close, None), place, ((max(segment[0], place - FAR), place),), 2, False)
    if not heads or heads[-1].kind not in ("noun", "party"):
        return None
    if heads[-1].kind == "party" and marked.capital(place - 1):
        return None
    if heads[-1].kind == "noun" and "publishing" not in informant(words[heads[-1].first]):
        return None
    floor = max(segment[0], place - FAR)
    start = max((i for i in range(floor, place) if words[i] == ":"), default=floor)
    return Cue(Phrase(first, close, heads[-1]), place, ((start, place),), 2, False)


def _possessed(marked: Marked, link: int, segment: tuple[int, int]) -> Cue | None:
    """ "Israel’s proposal for a 60-day pause": whose offer, demand or estimate it is."""
    words, noun = marked.words, link - 1
    if noun > 1 and words[link] == "that" and words[noun] in ("is", "was"):
        noun = next((at for at in range(noun - 1, max(noun - ANSWER, 0), -1) if words[at] in ANSWERS), noun)
    if noun < 1 or not (informant(words[noun]) & {"proposal", "tally"} or words[noun] in ANSWERS):
        return None
    for place in range(noun - 1, max(noun - 4, -1), -1):
        head = marked.heads[place]
        owner = marked.heads[place - 1] if place and words[place] in POSSESSIVE else None
        if owner is None and head is not None:
            owner = head if head.kind == "adjective" or (head.kind == "party" and place == noun - 1) else None
        if owner is not None and words[owner.last] != "-":
            phrase = Phrase(owner.first, owner.last, owner)
            return Cue(phrase, noun, ((noun, min(segment[1], noun + FAR)),), 0, False)
        if words[place] in MARKS or is_a(words[place], "preposition"):
            return None
    return None


def _labels(marked: Marked) -> Iterator[Cue]:
    """The source that a headline names at its end or before a colon: "Truce is close – mediators", "UN: 30 dead"."""
    if not marked.sentence.is_title:
        return
    words, size = marked.words, len(marked.words)
    for place in range(max(1, size - LABEL), size - 1):
        if words[place] in ("–", "—", ":"):
            phrase = phrase_after(marked, place + 1, inverted=False)
            if phrase and phrase.last == size and phrase.head and phrase.head.kind != "adjective":
                yield Cue(phrase, place, ((0, place),), 1, True)
    colon = next((i for i in range(1, min(LABEL, size)) if words[i] == ":"), None)
    if colon is not None:
        phrase = phrase_after(marked, 0, inverted=False)
        if phrase and phrase.last == colon and phrase.head and phrase.head.kind in ("noun", "party", "person"):
            yield Cue(phrase, colon, ((colon, size),), 1, True)
