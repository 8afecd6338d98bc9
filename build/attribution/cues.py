"""Where a sentence says by a verb whose word it gives, and how far that word reaches in it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..clauses import COMMAS, MARKS, POSSESSIVE, QUOTES, Marked
from ..words.reporting import inverts, is_finite, reporting_verbs
from ..words.wording import begins, classes, informant, is_a, is_noun
from .reach import FAR, Scope, ahead, around
from .speakers import Phrase, is_verb, names_someone, phrase_after
from .subjects import subject_before

ADDRESSEE = 14
LOOSE = 6
CLAIM = 8
THINGS = frozenset(("pact", "proposal", "report", "tally"))
ARTICLES = frozenset(("a", "an", "the", "its", "his", "her", "their", "our", "my", "your", "every", "any"))
INTRODUCING = QUOTES | {",", "–", "—", "’", "'"}


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
    right = bisect_right(breaks, place)
    return breaks[right - 1], breaks[right]


def verbal_cues(marked: Marked, breaks: Sequence[int]) -> list[Cue]:
    """The attributions of a sentence by verbs, in order: "X said that …", "…, X said", "…, said X"."""
    found: list[Cue] = []
    open_from = 0
    for place, verb in reporting_verbs(marked.words):
        cue = _verbal(marked, place, *verb, breaks)
        if cue is None:
            continue
        if _takes_over(marked, cue, verb[0]):
            found[open_from:] = [_cut(one, cue.phrase.first) for one in found[open_from:]]
            open_from = len(found)
        found.append(cue)
    return found


def _verbal(marked: Marked, verb: int, kind: str, length: int, breaks: Sequence[int]) -> Cue | None:
    after = verb + length
    following = marked.words[after : after + 2]
    if _told_by(marked.words, after) or (kind == "hold" and following in (("to", "be"), ("to", "have"))):
        return None
    segment = segment_at(breaks, verb)
    phrase = subject_before(marked, verb)
    source = _inverted(marked, verb)
    if source is not None and not _opens(phrase, segment):
        return Cue(source, verb, around(marked, segment, verb, source.last), 1, True)
    if phrase is None or _is_noun(marked, verb) or _acts(marked, verb, after) or not _is_subject(marked, phrase, verb):
        return None
    trailing = _trails(marked, phrase.first, after, segment)
    if not _may_speak(marked, phrase, kind, marked.words[verb], trailing):
        return None
    if kind == "speak":
        return Cue(phrase, verb, (), 1, True)
    if trailing:
        return Cue(phrase, verb, around(marked, segment, phrase.first, after), 1, kind == "say")
    if phrase.first and marked.words[phrase.first - 1] == "as":
        aside = (max(segment[0], verb - FAR), min(segment[1], verb + FAR))
        return Cue(phrase, verb, (aside,), 1, kind == "say")
    scope = ahead(marked, segment, phrase.first, verb, kind)
    close = _relative_close(marked, phrase, verb)
    return _cut(Cue(phrase, verb, scope, 1, kind == "say"), close if close else segment[1])


def _told_by(words: Sequence[str], after: int) -> bool:
    """Whether the verb is a participle with its agent: "a deal announced *by*", "announced *on Monday by*"."""
    place = after + (words[after : after + 1] == ("on",))
    place += place < len(words) and is_a(words[place], "weekday", "day", "adverb")
    return words[place : place + 1] == ("by",)


def _relative_close(marked: Marked, phrase: Phrase, verb: int) -> int | None:
    """Where the relative clause of the verb ends: "the cabinet, which had argued*,* voted", "that X admitted*,*"."""
    words = marked.words
    aside = phrase.last + 1 < verb and words[phrase.last] in COMMAS and is_a(words[phrase.last + 1], "relative")
    if aside:
        commas = (at for at in range(verb, min(len(words) - 1, verb + FAR)) if words[at] in COMMAS)
        return next((at for at in commas if _resumes(marked, at + 1)), None)
    closed = words[verb + 1 : verb + 2] and (words[verb + 1] in MARKS or is_a(words[verb + 1], "coordinator"))
    return verb + 1 if closed and phrase.first and words[phrase.first - 1] in ("that", "which", "whom") else None


def _resumes(marked: Marked, place: int) -> bool:
    """Whether the main clause goes on at `place` with its verb."""
    word = marked.words[place]
    past = begins("modality", (word,), 0, "past_only", "past_or_participle") or (word.endswith("ed") and len(word) > 4)
    return is_verb(marked, place) or past


def _opens(phrase: Phrase | None, segment: tuple[int, int]) -> bool:
    """Whether a person’s name opens the clause, so that nothing is said before the verb: "Burns, the envoy, *said*"."""
    named = phrase is not None and phrase.head is not None and phrase.head.kind in ("person", "office")
    return phrase is not None and named and phrase.first <= segment[0] + 1


def _takes_over(marked: Marked, cue: Cue, kind: str) -> bool:
    """Whether a second voice ends the reach of the first: "the army says 20, *and* Hamas says 12"."""
    before = cue.phrase.first - 1
    pronoun = cue.phrase.head is not None and cue.phrase.head.kind == "pronoun"
    return kind in ("say", "hold") and before > 0 and not pronoun and is_a(marked.words[before], "coordinator")


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
    if phrase.head is not None and not THINGS.isdisjoint(informant(marked.words[phrase.head.last - 1])):
        return None
    end = phrase.last
    closed = end == len(words) or words[end] in MARKS or is_a(words[end], "relative", "preposition", "adverb")
    return phrase if closed else None


def _may_speak(marked: Marked, phrase: Phrase, kind: str, verb: str, trailing: bool) -> bool:
    """Whether the phrase can be the source: anyone may say; only who is known to can count, believe or offer."""
    loose = kind == "propose" and phrase.head is not None and phrase.head.kind in ("adjective", "pronoun")
    if loose and (_foresees(verb) or marked.words[phrase.last : phrase.last + 1] == ("who",)):
        return False
    if phrase.head is not None and phrase.head.kind == "noun":
        kinds = informant(marked.words[phrase.head.last - 1])
        if "pact" in kinds or "proposal" in kinds:
            return kind == "say" or verb.startswith(("speak", "spoke"))
        if "report" in kinds or "tally" in kinds:
            return kind != "propose"
        return kind == "say" or kinds != {"people"}
    if kind != "say" or names_someone(marked, phrase):
        return names_someone(marked, phrase)
    if is_a(marked.words[phrase.first], "determiner"):
        return True
    return trailing and phrase.last - phrase.first <= LOOSE and not marked.words[phrase.first][0].isdigit()


def _foresees(verb: str) -> bool:
    """Whether the verb tells what a plan holds, so that its "it" is the plan: "it *envisaged* a truce of 50 days"."""
    return verb.startswith(("envisag", "envision", "foresee", "foresaw", "stipulat", "provide", "call"))


def _is_noun(marked: Marked, verb: int) -> bool:
    """Whether a word that may be noun or verb is the noun here: "the demands", "its offers"."""
    if verb and (marked.words[verb - 1] in ARTICLES or marked.words[verb - 1] in POSSESSIVE):
        return True
    if not informant(marked.words[verb]):
        return False
    before = marked.words[verb - 1] if verb else ""
    if not verb or is_a(before, "determiner", "preposition") or before in POSSESSIVE or before[0].isdigit():
        return True
    head = marked.heads[verb - 1]
    return head is not None and head.kind == "adjective"


def _is_subject(marked: Marked, phrase: Phrase, verb: int) -> bool:
    """Whether the phrase is one noun phrase that may be the verb’s subject, no scrap of a clause.

    None is "by an AFP" before "count", "the talks came after Qatar" before "announced".
    """
    words, last = marked.words, phrase.last
    if is_a(words[phrase.first], "preposition") and words[phrase.first] not in ("about", "around", "over", "under"):
        return False
    aside = next(
        (at for at in range(phrase.first + 1, last) if is_a(words[at], "relative") or words[at] in COMMAS), last
    )
    for at in range(phrase.first, aside):
        infinitive = words[at] == "to" and at + 1 < last and not marked.capital(at + 1)
        if (
            infinitive
            and not is_a(words[at + 1], "determiner", "pronoun", "preposition")
            and not informant(words[at + 1])
        ):
            return False
        object_follows = is_a(words[at + 1], "determiner") or words[at + 1][0].isdigit()
        if words[at].endswith("ed") and object_follows and not marked.capital(at):
            return False
        if is_a(words[at], "have", "modal", "do") or (is_a(words[at], "be") and words[at] != "being"):
            return False
    thought = words[verb].endswith(("ed", "ought", "aid", "nown")) and words[verb + 1 : verb + 2] == ("to",)
    if thought and (phrase.head is None or phrase.head.kind == "noun"):
        return False
    plural_form = f"{words[verb]}s" in classes("reporting_verbs") and not words[verb].endswith(("ed", "ing"))
    alone = phrase.head is not None and phrase.head.kind == "person" and "and" not in words[phrase.first : last]
    return not (plural_form and alone)


def _acts(marked: Marked, verb: int, after: int) -> bool:
    """Whether the verb does something else than report: "told them to leave", "claimed the lives of"."""
    words = marked.words
    if words[verb] in ("seek", "seeks", "sought", "seeking"):
        return any(word in SOUGHT for word in words[after : after + 2])
    if words[verb].startswith("claim"):
        return any(word in CLAIMED for word in words[after : after + CLAIM])
    if words[verb] in ("find", "finds", "found", "finding"):
        return any(is_noun(word, "body", "captive", "alive") for word in words[after : after + 4])
    if words[verb] in ("tell", "tells", "told", "telling"):
        for place in range(after, min(after + 8, len(words) - 1)):
            if words[place] in MARKS or words[place] == "that":
                return False
            if words[place] == "to" and not is_a(words[place + 1], "determiner"):
                return True
    return False


SOUGHT = frozenset(("shelter", "refuge", "asylum", "safety", "cover", "treatment"))
CLAIMED = frozenset(("life", "lives", "responsibility", "credit", "victory"))
