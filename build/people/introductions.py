"""People whom a text names only after it has told their office.

"A member of the council told the radio so. “…,” X said." The person must speak, hold no other office in the text, and
be the first to speak since the office was told; the sentence with the office must report speech too.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..authority import words
from .appositions import Link
from .marks import Mark
from .offices import OfficePhrase
from .roll import Mention, SentenceNames

REVEALED = frozenset(
    {"spokesperson", "member", "adviser", "envoy", "negotiator", "minister", "deputy_minister", "ambassador", "head"}
)
SAYING = frozenset({"said", "says", "told", "tells", "added", "adds"})
SENTENCES_BACK = 3
MENTIONS_BACK = 8


class Free(NamedTuple):
    """An office phrase without a holder beside it, and its bodies, one group for each holder."""

    phrase: OfficePhrase
    groups: tuple[tuple[Mark, ...], ...]


def introductions(
    read: list[SentenceNames], free: Sequence[Sequence[Free]], mentions: list[Mention], placed: set[int]
) -> Iterator[tuple[int, Link, SentenceNames]]:
    """Each person so introduced, with the office as a link and the sentence that tells it."""
    first: dict[int, int] = {}
    for place, mention in enumerate(mentions):
        first.setdefault(mention.person, place)
    for person, place in first.items():
        if person in placed or not _speaks(read, mentions[place]):
            continue
        earlier = mentions[max(0, place - MENTIONS_BACK) : place]
        floor = next((other.end for other in reversed(earlier) if _speaks(read, other)), 0)
        found = _introduced(read, free, mentions[place], floor)
        if found is not None:
            yield person, *found


def _speaks(read: list[SentenceNames], mention: Mention) -> bool:
    if mention.candidate is None:
        return False
    names = read[mention.sentence]
    tokens, candidate = names.sentence.tokens, names.candidates[mention.candidate]
    before = tokens[candidate.first - 1].lower if candidate.first else ""
    after = tokens[candidate.after].lower if candidate.after < len(tokens) else ""
    return before in SAYING or after in SAYING


def _introduced(
    read: list[SentenceNames], free: Sequence[Sequence[Free]], mention: Mention, floor: int
) -> tuple[Link, SentenceNames] | None:
    for number in range(mention.sentence, max(-1, mention.sentence - SENTENCES_BACK - 1), -1):
        names = read[number]
        tokens = names.sentence.tokens
        last = bisect_left(free[number], mention.start, key=lambda each: tokens[each.phrase.first].start)
        for phrase, _ in reversed(free[number][max(0, last - SENTENCES_BACK) : last]):
            if phrase.many or phrase.kind not in REVEALED or not phrase.bodies:
                continue
            reported = any(token.lower in words("reporting_verbs", "say") for token in tokens[phrase.after :][:60])
            if tokens[phrase.first].start < floor or not reported:
                return None
            return Link(-1, phrase, phrase.first, phrase.bodies, phrase.anaphor), names
    return None
