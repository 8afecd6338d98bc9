"""Attributions without a verb of saying: "according to X", "by X’s count", "(health ministry)", "X’s offer of"."""

from collections.abc import Iterator, Sequence

from .clauses import COMMAS, MARKS, POSSESSIVE, Marked, is_a, noun_classes
from .cues import FAR, Cue, around, clause_breaks, segment_at
from .reporting import reporting_verb
from .speakers import Phrase, names_someone, phrase_after

LABEL = 8
TRIGGERS = frozenset(
    "triggering triggered sparking sparked prompting prompted"
    " unleashing unleashed igniting ignited provoking provoked".split()
)


def source_cues(marked: Marked) -> Iterator[Cue]:
    """The attributions of a sentence that need no verb of saying, in order."""
    breaks = clause_breaks(marked)
    for place, word in enumerate(marked.words):
        cue: Cue | None = None
        segment = segment_at(breaks, place) if word in _OPENERS or word == "by" else (0, 0)
        if word == "according" and marked.words[place + 1 : place + 2] == ("to",):
            cue = _beside(marked, place, phrase_after(marked, place + 2, inverted=False), segment)
        elif word in ("by", "in", "on"):
            cue = _by_count(marked, place, segment) or (_passive(marked, place, segment) if word == "by" else None)
        elif word == "(":
            cue = _bracketed(marked, place, segment)
        elif word in _PROPOSAL_LINKS:
            cue = _possessed(marked, place, segment)
        if cue is not None:
            yield cue
    yield from _labels(marked)


_PROPOSAL_LINKS = frozenset(("for", "of", "to", "that", ":"))
_OPENERS = frozenset(("according", "in", "on", "(")) | _PROPOSAL_LINKS


def _beside(marked: Marked, first: int, phrase: Phrase | None, segment: tuple[int, int]) -> Cue | None:
    """The reach of a source that is named beside the number."""
    if phrase is None:
        return None
    words = marked.words
    if not any(word.isalpha() and not is_a(word, "adverb", "coordinator") for word in words[segment[0] : first]):
        return Cue(phrase, first, ((segment[0], min(segment[1], first + FAR)),), 1, False)
    ((start, end),) = around(marked, segment, first, phrase.last)
    start = max(start, _clause_before(words, start, first))
    mid = words[first - 1] in COMMAS and phrase.last < len(words) and words[phrase.last] in COMMAS
    if mid:
        joints = [i for i in range(start, first) if words[i] in ("and", "but") and i and words[i - 1] in COMMAS]
        start = max([start, *joints])
    return Cue(phrase, first, ((start, end),), 2, False)


def _clause_before(words: Sequence[str], start: int, end: int) -> int:
    """Where the clause that ends at `end` begins: after a word that brings in the other side’s deeds.

    "the attack killed 1,200, *triggering* a war in which 40,000 have died, according to the ministry".
    """
    commas = 0
    for place in range(end - 2, start, -1):
        if words[place] in TRIGGERS:
            return place
        if words[place] in COMMAS:
            commas += 1
            following = words[place + 1 : place + 3]
            if (
                commas == 1
                and any(word in ("which", "who", "whose") for word in following)
                and words[place + 1] != "of"
            ):
                return place
    return start


def _by_count(marked: Marked, place: int, segment: tuple[int, int]) -> Cue | None:
    """ "by the reckoning of X", "by X’s count", "in an estimate by X"."""
    words = marked.words
    noun = next((i for i in range(place + 1, min(place + 8, len(words))) if "tally" in noun_classes(words[i])), None)
    if noun is None or any(word in MARKS - POSSESSIVE for word in words[place + 1 : noun]):
        return None
    phrase: Phrase | None = None
    if words[noun + 1 : noun + 2] in (("of",), ("by",), ("from",)):
        phrase = phrase_after(marked, noun + 2, inverted=False)
    elif words[noun - 1] in POSSESSIVE:
        heads = [head for head in marked.heads[place + 1 : noun - 1] if head is not None]
        phrase = Phrase(place + 1, noun - 1, heads[0] if heads else None)
    if phrase is None or not names_someone(marked, phrase):
        return None
    if place > segment[0] and words[place - 1] not in COMMAS:
        start = place
        while start > segment[0] and words[start - 1] not in MARKS:
            start -= 1
        return Cue(phrase, place, ((start, place),), 2, False)
    return _beside(marked, place, phrase, segment)


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
    start, end = verb, phrase.last
    while start > segment[0] and words[start - 1] not in MARKS:
        start -= 1
    if words[end : end + 1] == ("that",):
        end = min(segment[1], end + FAR)
    return Cue(phrase, verb, ((start, end),), 0, False)


def _is_reported(words: Sequence[str], verb: int, by: int) -> bool:
    found = reporting_verb(words, verb)
    return found is not None and verb + found[1] == by and not words[verb].endswith(("ing", "s"))


def _bracketed(marked: Marked, place: int, segment: tuple[int, int]) -> Cue | None:
    """ "31,819 dead (health ministry)"; an abbreviation after a name is none."""
    words = marked.words
    close = next((i for i in range(place + 1, min(place + LABEL, len(words))) if words[i] == ")"), None)
    if close is None or close == place + 1 or not place:
        return None
    first = place + 1
    if words[first] in ("source", "sources") and words[first + 1] == ":":
        first += 2
    heads = [head for head in marked.heads[first:close] if head is not None]
    after_name = marked.sentence.tokens[place - 1].text[0].isupper()
    if not heads or heads[-1].kind not in ("noun", "party") or (after_name and heads[-1].kind == "party"):
        return None
    if heads[-1].kind == "noun" and not noun_classes(words[heads[-1].first]) & {"informant", "body", "report", "tally"}:
        return None
    start = max((i for i in range(segment[0], place) if words[i] == ":"), default=segment[0])
    return Cue(Phrase(first, close, heads[-1]), place, ((max(start, place - FAR), place),), 2, False)


def _possessed(marked: Marked, link: int, segment: tuple[int, int]) -> Cue | None:
    """ "Israel’s proposal for a 60-day pause": whose offer, demand or estimate it is."""
    words = marked.words
    noun = link - 1
    if noun < 1 or not noun_classes(words[noun]) & {"proposal", "tally"}:
        return None
    for place in range(noun - 1, max(noun - 4, -1), -1):
        head = marked.heads[place]
        if words[place] in POSSESSIVE and place and marked.heads[place - 1] is not None:
            owner = marked.heads[place - 1]
            assert owner is not None
            return _tied(Phrase(owner.first, owner.last, owner), noun, segment)
        if head is not None and (head.kind == "adjective" or (head.kind == "party" and place == noun - 1)):
            return _tied(Phrase(head.first, head.last, head), noun, segment)
        if words[place] in MARKS or is_a(words[place], "preposition"):
            return None
    return None


def _tied(phrase: Phrase, noun: int, segment: tuple[int, int]) -> Cue:
    return Cue(phrase, noun, ((noun, min(segment[1], noun + FAR)),), 0, False)


def _labels(marked: Marked) -> Iterator[Cue]:
    """The source that a headline names at its end or before a colon: "Truce is near – mediators", "UN: 300 fled"."""
    if not marked.sentence.is_title:
        return
    words, size = marked.words, len(marked.words)
    for place in range(max(1, size - LABEL), size - 1):
        if words[place] in ("-", "–", "—", ":") and _spaced(marked, place):
            phrase = phrase_after(marked, place + 1, inverted=False)
            if phrase and phrase.last == size and phrase.head and phrase.head.kind != "adjective":
                yield Cue(phrase, place, ((0, place),), 1, True)
    colon = next((i for i in range(1, min(LABEL, size)) if words[i] == ":"), None)
    if colon is not None:
        phrase = phrase_after(marked, 0, inverted=False)
        if phrase and phrase.last == colon and phrase.head and phrase.head.kind in ("noun", "party", "person"):
            yield Cue(phrase, colon, ((colon, size),), 1, True)


def _spaced(marked: Marked, place: int) -> bool:
    tokens = marked.sentence.tokens
    return tokens[place].text == ":" or tokens[place].start > tokens[place - 1].end
