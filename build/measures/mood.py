"""Whether what a sentence tells at some word is so or is planned, promised, demanded, conditional.

Codebook, `status`: `actual` (was or is so) or `prospective` (planned, promised, demanded, conditional;
every number of a deal not yet in force).
"""

from typing import Literal

from ..clauses import MARKS, STOPS, Marked
from ..numbers.units import time_units
from ..words.reporting import reporting_verb
from ..words.wording import begins, informant, is_a, phrases
from .events import Event
from .governing import is_past_form

Status = Literal["actual", "prospective"]
REACH = 30
WANTING = frozenset(("want", "wants", "wanted", "see", "sees", "need", "needs", "needed"))
SUFFERED = ("hold", "take", "kill", "injure", "detain", "displace")
GUESSING = frozenset(("may", "might", "must", "could"))
TEMPORAL = frozenset(("after", "following", "since", "amid"))


def mood_of_group(marked: Marked, event: Event) -> Status:
    """The mood of a deed by its own auxiliaries alone: "*would be* killed"; a deed without any is a fact."""
    at = event.first - 1
    while at >= 0 and (is_a(marked.words[at], "adverb", "be", "have") or marked.words[at].endswith("ly")):
        at -= 1
    ordered = event.closer is not None and begins("modality", marked.words, event.first, "ordering")
    told_as_done = "dead" in marked.words[event.first : event.last] or marked.words[at + 1] == "have"
    guessed = told_as_done and marked.words[at] in GUESSING
    willed = at >= 0 and _is_modal(marked, at) and not guessed
    return "prospective" if ordered or willed else "actual"


def mood_of_event(marked: Marked, event: Event, *, governs: bool) -> Status | None:
    """The mood of a deed: of its own verb, else of the clause that it hangs on; None where neither tells.

    `governs` says that the number is its object: "Hamas *freed* 12" tells what happened.
    """
    words = marked.words
    if words[event.first] == "due":
        return "prospective"
    past = is_past_form(words[event.first]) and not event.noun and not event.passive
    active = event.own or (event.reduced and (governs or _has_subject(marked, event)))
    if past and active and not _has_auxiliary(marked, event):
        return "actual"
    return mood_before(marked, event.first)


def _has_subject(marked: Marked, event: Event) -> bool:
    """Whether somebody named stands right before the verb: "*they* released 50"."""
    head = marked.heads[event.first - 1] if event.first else None
    return head is not None and head.kind in ("party", "person", "pronoun")


def _has_auxiliary(marked: Marked, event: Event) -> bool:
    at = event.first - 1
    while at > 0 and is_a(marked.words[at], "adverb"):
        at -= 1
    return at >= 0 and (is_a(marked.words[at], "be", "have", "modal", "do") or marked.words[at] == "to")


def mood_before(marked: Marked, place: int) -> Status | None:
    """The mood that the words before `place` give it, the nearest first; None where they give none."""
    words, at = marked.words, place - 1
    while at >= max(place - REACH, 0):
        word = words[at]
        if word == ":" and _names_project(marked, at):
            return "prospective"
        if (word in STOPS and word != ":") or (word == "but" and words[at - 1] in MARKS):
            return None
        if word in TEMPORAL and at < place - 1 and not _counts_time(words, at, place):
            return "actual"
        said = reporting_verb(words, at)
        reports = said is not None and said[0] in ("say", "hold") and not begins("modality", words, at, "intending")
        if reports and marked.heads[at] is None:
            return "prospective" if _terms_say(marked, at) else None
        if is_a(word, "be") and at and words[at - 1] == "which" and place - at <= 3:
            at -= 2
            continue
        if is_a(word, "be") and (aside := _part_before(words, at, place)) is not None:
            at = aside
            continue
        if words[at : at + 2] == ("talks", "for") and words[place + 1 : place + 2] and words[place + 1] in time_units():
            at -= 1
            continue
        mood = _mood_at(marked, at, place)
        if mood is not None:
            clause = _relative_before(marked, at)
            if clause is None or not _goes_on(marked, at, place):
                return "prospective" if _is_conditional(marked, at) else mood
            at = clause
        at -= 1
    return None


def _counts_time(words: tuple[str, ...], at: int, place: int) -> bool:
    """Whether only a length of time that a comma closes follows: "*after 60 days*, and the entry of 600 lorries"."""
    comma = next((close for close in range(at + 1, min(at + 5, place)) if words[close] in MARKS), None)
    return comma is not None and any(word in time_units() for word in words[at + 1 : comma])


def _part_before(words: tuple[str, ...], be: int, place: int) -> int | None:
    """Where an aside about a part begins that a comma closes before `place`: "all 48, *20 of whom* live, within"."""
    if "whom" not in words[max(be - 3, 0) : be] or not any(word in MARKS for word in words[be:place]):
        return None
    return next((at for at in range(be - 1, max(be - 12, 0), -1) if words[at] in MARKS), None)


def _terms_say(marked: Marked, verb: int) -> bool:
    """Whether it is a pact or an offer that says so: "the *agreement* speaks of 400 lorries"."""
    near = marked.words[max(verb - 4, 0) : verb]
    return any(not informant(word).isdisjoint(("pact", "proposal")) for word in near)


def mood_after(marked: Marked, place: int, end: int) -> Status | None:
    """The mood of the first verb group between `place` and `end`, of which a number before it is the subject."""
    words, relative = marked.words, False
    if place < end and begins("modality", words, place, "promised"):
        resumes = place + 1 < end and is_a(words[place + 1], "have", "be", "modal")
        return mood_after(marked, place + 1, end) if resumes else "prospective"
    if place < end and is_past_form(words[place]) and words[place + 1 : place + 2] != ("by",):
        return "actual"
    aside = place
    for at in range(place, min(place + REACH, end)):
        if words[at] in STOPS:
            return None
        if words[at] == "whom" and words[at - 1] == "of":
            aside = next((close for close in range(at, end) if words[close] in MARKS), end)
        if at < aside:
            continue
        relative = relative or (is_a(words[at], "relative") and at <= place + 2)
        complement = (
            words[at] == "without"
            or (begins("modality", words, at, "intending") and not relative)
            or (words[at] == "to" and at > place)
        )
        mood = None if complement else _mood_at(marked, at, end)
        if mood is not None:
            return mood
    return None


def _is_conditional(marked: Marked, verb: int) -> bool:
    """Whether the clause of the verb is a condition: "*if* 30 captives are let go"."""
    for at in range(verb - 1, max(verb - REACH // 2, -1), -1):
        if marked.words[at] in MARKS:
            return False
        if begins("modality", marked.words, at, "condition"):
            return True
    return False


def _names_project(marked: Marked, colon: int) -> bool:
    """Whether what a colon explains is a proposal: "the Israeli *offer*: a six-week truce"."""
    return any(begins("modality", marked.words, at, "project") for at in range(max(colon - 20, 0), colon))


def _relative_before(marked: Marked, at: int) -> int | None:
    """The relative pronoun that opens the clause of the verb at `at`: "an agency *that* has seen a copy"."""
    words = marked.words
    for place in range(at - 1, max(at - 3, 0), -1):
        if words[place] in ("who", "which", "that") and not is_a(words[place - 1], "determiner"):
            return place
        if not is_a(words[place], "adverb"):
            return None
    return None


def _goes_on(marked: Marked, verb: int, place: int) -> bool:
    """Whether a comma or another verb after the relative clause leads back to the main clause before `place`."""
    return any(
        marked.words[at] in MARKS or (marked.heads[at] is None and reporting_verb(marked.words, at) is not None)
        for at in range(verb + 1, place)
    )


def _is_modal(marked: Marked, at: int) -> bool:
    if marked.words[at] == "may" and at and marked.sentence.tokens[at].text == "May":
        return False
    return begins("modality", marked.words, at, "future")


def _mood_at(marked: Marked, at: int, end: int) -> Status | None:
    """The mood that the word at `at` decides by itself, if it does; nothing from `end` on counts."""
    words, word = marked.words, marked.words[at]
    if _is_modal(marked, at):
        guessed = word in GUESSING and words[at + 1 : at + 2] == ("have",) and _is_perfect(marked, at + 1)
        return "actual" if guessed else "prospective"
    if word == "to" and _opens_infinitive(marked, at):
        if words[at + 1] == "have" and _is_perfect(marked, at + 1):
            return "prospective" if is_a(words[at - 1], "be") else "actual"
        return None if _tells_of_fact(marked, at) else "prospective"
    if word == "having":
        return "actual"
    if is_a(word, "be", "have", "do") and word not in ("be", "been", "being"):
        if at and (words[at - 1] == "to" or begins("modality", words, at - 1, "future")):
            return None
        wanted = at > 0 and begins("modality", words, at - 1, "intending") and "what" in words[max(at - 6, 0) : at]
        return "prospective" if wanted or _awaits(marked, at, end) else "actual"
    if word == "provided" and at and is_a(words[at - 1], "have"):
        return "actual"
    if (word == "without" and _is_deed(words, at + 1)) or begins(
        "modality", words, at, "condition", "intending", "projected", "project"
    ):
        return "prospective"
    return "actual" if _is_past(marked, at) else None


def _is_deed(words: tuple[str, ...], at: int) -> bool:
    """Whether a deed is named at `at`: "without *releasing*", "without *the release*", not "without cameras"."""
    return at < len(words) and (words[at].endswith("ing") or is_a(words[at], "determiner"))


def _is_perfect(marked: Marked, have: int) -> bool:
    following = marked.words[have + 1] if have + 1 < len(marked.words) else ""
    return following == "been" or is_past_form(following)


def _opens_infinitive(marked: Marked, at: int) -> bool:
    """Whether "to" opens an infinitive: "to free", not "to the", "to Cairo", "to talks"."""
    following = marked.words[at + 1] if at + 1 < len(marked.words) else ""
    if not following.isalpha() or following.endswith(("ing", "ern")):
        return False
    if marked.capital(at + 1) and following not in phrases("measure_words") and following not in phrases("modality"):
        return False
    if is_a(following, "determiner", "preposition", "pronoun"):
        return False
    return not following.endswith("s") or following.endswith("ss")


def _tells_of_fact(marked: Marked, to: int) -> bool:
    """Whether the infinitive tells a fact: "allowed Hamas *to* exchange", "are thought *to* be held"."""
    return any(begins("modality", marked.words, at, "achieved", "thinking") for at in range(max(to - 5, 0), to))


def _awaits(marked: Marked, be: int, end: int) -> bool:
    """Whether "be" speaks of what is to come: "are due", "was to", "is expected", "had promised", "was for"."""
    words = marked.words
    for at in range(be + 1, min(be + 4, end)):
        if words[at] == "to" and _opens_infinitive(marked, at):
            return at == be + 1
        if begins("modality", words, at, "awaited", "intending", "projected"):
            return True
        if words[at] == "for" and any(begins("modality", words, back, "project") for back in range(max(be - 5, 0), be)):
            return True
        if not (is_a(words[at], "adverb", "be", "negation") or words[at].endswith("ly")):
            return False
    return False


def _is_past(marked: Marked, at: int) -> bool:
    """Whether a finite past form stands at `at`: "freed 12", "saw Hamas free", not "the freed men", "be freed"."""
    word = marked.words[at]
    if not at or not is_past_form(word) or begins("modality", (word,), 0, "containing"):
        return False
    head = marked.heads[at - 1]
    before, following = marked.words[at - 1], marked.words[at + 1] if at + 1 < len(marked.words) else ""
    closed = is_a(before, "determiner", "be", "have", "preposition") and before != "that"
    if closed or before in ("-", "to") or following == "by":
        return False
    if (
        is_a(following, "preposition")
        and begins("measure_words", (word,), 0, *SUFFERED)
        and not is_a(before, "relative")
    ):
        return False
    if _is_modal(marked, at - 1) or not WANTING.isdisjoint(marked.words[max(at - 10, 0) : at]):
        return False
    if begins("modality", (word,), 0, "past_only"):
        return True
    subject = is_a(before, "relative", "adverb") or (
        head is not None and (head.kind != "adjective" or before.endswith("s"))
    )
    return subject or is_a(following, "determiner") or following[:1].isdigit()
