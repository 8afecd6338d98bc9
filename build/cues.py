"""Where a sentence says by a verb whose word it gives, and how far that word reaches in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .clauses import COMMAS, MARKS, POSSESSIVE, QUOTES, Marked, is_a, noun_classes
from .reporting import ReportKind, inverts, is_finite, reporting_verb
from .speakers import Phrase, names_someone, phrase_after, subject_before

FAR = 150
ADDRESSEE = 14
CLAUSE = 8
INTRODUCING = QUOTES | {",", "–", "—", "’", "'"}
Scope = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One attribution: the phrase that names the source, the verb, and the stretches of tokens that it covers.

    `rank` 2 stands beside the number ("according to"), 1 is a verb of saying, 0 ties a proposal to its
    proposer. `speaks` says whether quotations beside it are the source's.
    """

    phrase: Phrase
    verb: int
    scope: Scope
    rank: int
    speaks: bool


def verbal_cues(marked: Marked) -> tuple[Cue, ...]:
    """The attributions of a sentence by verbs, in order: "X said that …", "…, X said", "…, said X"."""
    breaks = clause_breaks(marked)
    found: list[Cue] = []
    for place in range(len(marked.words)):
        verb = reporting_verb(marked.words, place)
        if verb is None:
            continue
        cue = _verbal(marked, place, *verb, breaks)
        if cue is not None:
            if _takes_over(marked, cue, verb[0]):
                found = [_cut(one, cue.phrase.first) for one in found]
            found.append(cue)
    return tuple(found)


def clause_breaks(marked: Marked) -> list[int]:
    """Where a new clause begins that an attribution does not cross: after ";", at ", while"."""
    found = [0]
    for place, word in enumerate(marked.words):
        if word in ";•►":
            found.append(place + 1)
        elif word in ("while", "whereas") and place and marked.words[place - 1] in COMMAS:
            found.append(place)
    found.append(len(marked.words))
    return found


def segment_at(breaks: Sequence[int], place: int) -> tuple[int, int]:
    """The stretch between two breaks in which `place` stands."""
    right = next(i for i, at in enumerate(breaks) if at > place)
    return breaks[right - 1], breaks[right]


def _verbal(marked: Marked, verb: int, kind: ReportKind, length: int, breaks: list[int]) -> Cue | None:
    after = verb + length
    if after < len(marked.words) and marked.words[after] == "by":
        return None
    segment = segment_at(breaks, verb)
    phrase = _inverted(marked, verb)
    if phrase is not None:
        return Cue(phrase, verb, around(marked, segment, verb, phrase.last), 1, True)
    if _is_noun(marked, verb) or _commands(marked, verb, after):
        return None
    phrase = subject_before(marked, verb)
    if phrase is None or not _may_speak(marked, phrase, kind, marked.words[verb]):
        return None
    speaks = kind in ("say", "speak")
    if kind == "speak":
        return Cue(phrase, verb, (), 1, True)
    if _trails(marked, phrase.first, after, segment):
        return Cue(phrase, verb, around(marked, segment, phrase.first, after), 1, speaks)
    if phrase.first and marked.words[phrase.first - 1] == "as":
        return Cue(phrase, verb, ((segment[0], segment[1]),), 1, speaks)
    return Cue(phrase, verb, _ahead(marked, segment, phrase, verb, kind), 1, speaks)


def around(marked: Marked, segment: tuple[int, int], first: int, last: int) -> Scope:
    """An attribution set between commas covers what stands before it, and after it up to a new clause."""
    end = last
    while end < min(segment[1], last + FAR):
        if end > last and marked.words[end - 1] in COMMAS and is_a(marked.words[end], "coordinator", "subordinator"):
            break
        end += 1
    start = max(segment[0], first - FAR)
    if start == segment[0] and marked.words[start] in ("after", "since", "amid", "despite", "following", "before"):
        comma = next((i for i in range(start, first - 1) if marked.words[i] in COMMAS), start)
        start = start if any(is_finite(word) for word in marked.words[start:comma]) else comma
    return ((_own_quotation(marked, start, first), end),)


def _own_quotation(marked: Marked, start: int, first: int) -> int:
    """Where the reach begins of one who closes a quotation of a whole clause: only that clause is theirs."""
    close = next((i for i in (first - 1, first - 2) if i > start and marked.words[i] in QUOTES), None)
    if close is None:
        return start
    opening = next((i for i in range(close - 1, start, -1) if marked.words[i] in QUOTES), start)
    return opening if close - opening > CLAUSE else start


def _ahead(marked: Marked, segment: tuple[int, int], phrase: Phrase, verb: int, kind: ReportKind) -> Scope:
    """An attribution before its content covers all that follows in the clause but what the author explains.

    "The ministry said 12 people had died in the attack, *in which 40 were seized*".
    """
    words = marked.words
    start, end = verb, min(segment[1], verb + FAR)
    if phrase.first and words[phrase.first - 1] in ("whom", "which", "whose", "what"):
        while start > segment[0] and words[start - 1] not in COMMAS:
            start -= 1
    elif kind == "say":
        told = range(verb + 1, min(verb + ADDRESSEE, end))
        start = next((i for i in told if words[i] == "that" or words[i] in MARKS or is_finite(words[i])), verb)
        start = start if words[start] == "that" else verb
    pieces: list[tuple[int, int]] = []
    opening = words[segment[0] : phrase.first]
    if (
        opening[:1] in (("of",), ("among",))
        and opening[-1] in COMMAS
        and not any(is_a(word, "relative") for word in opening)
    ):
        pieces.append((segment[0], phrase.first))
    quoted = False
    place = start
    while place < end:
        quoted ^= words[place] in QUOTES
        if not quoted and place > start and words[place - 1] in COMMAS:
            if _turns_away(words, place):
                end = place
                break
            if kind != "propose" and _explains(words, place):
                close = _closing(words, place, end)
                pieces.append((start, place))
                start = place = close
                continue
        place += 1
    pieces.append((start, end))
    return tuple(pieces)


def _turns_away(words: Sequence[str], place: int) -> bool:
    """Whether the author takes the word back at `place`: ", as the truce entered its sixth day"."""
    if words[place] == "as":
        return not any(word in ("well", "many", "much", "few", "of", "part") for word in words[place + 1 : place + 2])
    return words[place] in ("after", "amid", "amidst", "although", "though", "despite", "even")


def _explains(words: Sequence[str], place: int) -> bool:
    """Whether a clause of explanation begins at `place`: ", in which some 1,200 people died"."""
    at = place + 1 if is_a(words[place], "preposition") and words[place] != "of" else place
    if at >= len(words):
        return False
    if words[at] in ("which", "where", "whose", "who"):
        relative = at
    elif is_a(words[at], "determiner"):
        relative = next(
            (i for i in range(at, min(at + 10, len(words))) if words[i] == "where" or words[i] in COMMAS), at
        )
        if words[relative] != "where":
            return False
    else:
        return False
    close = _closing(words, relative, len(words))
    return not any(is_a(word, "modal") for word in words[relative:close])


def _closing(words: Sequence[str], place: int, end: int) -> int:
    return next((i for i in range(place, end) if words[i] in COMMAS), end)


def _takes_over(marked: Marked, cue: Cue, kind: ReportKind) -> bool:
    """Whether a second voice ends the reach of the first: "the army says 20, *and* Hamas says 12"."""
    before = cue.phrase.first - 1
    pronoun = cue.phrase.head is not None and cue.phrase.head.kind == "pronoun"
    return kind != "propose" and before > 0 and not pronoun and is_a(marked.words[before], "coordinator")


def _cut(cue: Cue, at: int) -> Cue:
    return replace(cue, scope=tuple((first, min(last, at)) for first, last in cue.scope if first < at))


def _trails(marked: Marked, first: int, after: int, segment: tuple[int, int]) -> bool:
    """Whether the attribution is set off at the end or in the middle: "…, officials said, …"."""
    words = marked.words
    if first <= segment[0] or words[first - 1] not in COMMAS | QUOTES:
        return False
    for place in range(after, min(segment[1], after + ADDRESSEE)):
        word = words[place]
        if word in MARKS and word not in QUOTES:
            return True
        if word == "that" or word in QUOTES or word[0].isdigit():
            return False
        if is_finite(word) and not is_a(words[place - 1], "determiner", "preposition"):
            return False
    return segment[1] <= after + ADDRESSEE


def _inverted(marked: Marked, verb: int) -> Phrase | None:
    """The source after its verb: "…, said Mark Schwartz, a retired general"."""
    words = marked.words
    if not inverts(words[verb]) or verb + 1 >= len(words) or not verb or words[verb - 1] not in INTRODUCING:
        return None
    if is_a(words[verb + 1], "preposition", "adverb", "pronoun"):
        return None
    phrase = phrase_after(marked, verb + 1, inverted=True)
    if phrase is None or not names_someone(marked, phrase):
        return None
    end = phrase.last
    closed = end == len(words) or words[end] in MARKS or is_a(words[end], "relative", "preposition", "adverb")
    return phrase if closed else None


def _may_speak(marked: Marked, phrase: Phrase, kind: ReportKind, verb: str) -> bool:
    """Whether the phrase can be the source: anyone may say; only who is known to can count, believe or offer."""
    if phrase.head is not None and phrase.head.kind == "noun":
        kinds = noun_classes(marked.words[phrase.head.last - 1])
        if "pact" in kinds or "proposal" in kinds:
            return kind == "say" or verb.startswith(("speak", "spoke"))
        if "report" in kinds or "tally" in kinds:
            return kind != "propose"
        return kind == "say" or kinds != {"people"}
    if kind == "say":
        return (
            phrase.head is not None or names_someone(marked, phrase) or is_a(marked.words[phrase.first], "determiner")
        )
    return names_someone(marked, phrase)


def _is_noun(marked: Marked, verb: int) -> bool:
    """Whether a word that may be noun or verb is the noun here: "the demands", "its offers"."""
    if not noun_classes(marked.words[verb]):
        return False
    before = marked.words[verb - 1] if verb else ""
    if not verb or is_a(before, "determiner", "preposition") or before in POSSESSIVE or before[0].isdigit():
        return True
    head = marked.heads[verb - 1]
    return head is not None and head.kind == "adjective"


def _commands(marked: Marked, verb: int, after: int) -> bool:
    """Whether the verb does something else than report: "told them to leave", "claimed the lives of", "sought shelter"."""
    words = marked.words
    if words[verb] in ("seek", "seeks", "sought", "seeking"):
        return any(
            word in ("shelter", "refuge", "asylum", "safety", "cover", "treatment") for word in words[after : after + 2]
        )
    if words[verb].startswith("claim"):
        return any(
            word in ("life", "lives", "responsibility", "credit", "victory") for word in words[after : after + 3]
        )
    if words[verb] in ("tell", "tells", "told", "telling"):
        for place in range(after, min(after + 8, len(words) - 1)):
            if words[place] in MARKS or words[place] == "that":
                return False
            if words[place] == "to" and not is_a(words[place + 1], "determiner"):
                return True
    return False
