"""Sentences with the mentions laid over their tokens: who might act in each, where and when."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from ..authority import words
from ..records import Chunks, OfficeMention, PartyMention, PersonMention, PlaceMention, Sentence, TimeMention
from ..words.phrasebook import organizations
from .landmarks import find_landmarks
from .meeting_words import match

ACTING = frozenset(("intelligence", "domestic_security", "government", "group", "armed_group", "party"))
DATELINE = 16
POSSESSIVES = frozenset(("’s", "'s", "ʼs", "’", "'"))


class _Mention(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


M = TypeVar("M", PersonMention, OfficeMention, PartyMention, PlaceMention, TimeMention)


class Laid(NamedTuple):
    """A mention over the tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    mention: PersonMention | OfficeMention | PartyMention


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, its words in lower case (the US is no pronoun), and its mentions by token.

    `ends` are those of the names by their first token.
    """

    number: int
    sentence: Sentence
    words: tuple[str, ...]
    named: tuple[Laid, ...]
    ends: Mapping[int, int]
    places: Mapping[int, tuple[int, PlaceMention]]
    times: Mapping[int, tuple[int, TimeMention]]
    timed: frozenset[int]

    def word(self, place: int) -> str:
        """The word at `place`, nothing beyond either end."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def says_there(self) -> list[int]:
        """Where "there" points to a place, and does not merely say that something is."""
        return [
            place
            for place, word in enumerate(self.words)
            if word == "there"
            and self.word(place + 1) not in ("is", "are", "was", "were", "has", "have", "had", "will")
        ]


def make_scenes(chunks: Chunks) -> tuple[Scene, ...]:
    """The sentences of an article as scenes, in order."""
    persons, offices = _starts(chunks.persons), _starts(chunks.offices)
    parties, places, times = _starts(chunks.parties), _starts(chunks.places), _starts(chunks.times)
    scenes = []
    for number, sentence in enumerate(chunks.sentences):
        dateline = _dateline_end(sentence)
        at = {token.start: place for place, token in enumerate(sentence.tokens) if place >= dateline}
        laid: list[Laid] = []
        for person in _within(chunks.persons, persons, sentence):
            laid.extend(_lay(sentence, at, person))
        for office in _within(chunks.offices, offices, sentence):
            laid.extend(_lay(sentence, at, office))
        for party in _within(chunks.parties, parties, sentence):
            laid.extend(_lay(sentence, at, party))
        laid.extend(body for body in _bodies(sentence) if body.first >= dateline)
        spots = {
            first: (last, spot)
            for first, (last, spot) in _cover(sentence, at, _places_of(sentence, chunks.places, places)).items()
            if not _is_matter(sentence, first, last)
        }
        laid.extend(_senders(sentence, spots))
        named = _outermost(laid)
        days = _cover(sentence, at, _within(chunks.times, times, sentence))
        scenes.append(
            Scene(
                number=number,
                sentence=sentence,
                words=tuple(["u.s." if token.text == "US" else token.lower for token in sentence.tokens]),
                named=named,
                ends={item.first: item.last for item in named},
                places=spots,
                times=days,
                timed=frozenset(place for first, (last, _) in days.items() for place in range(first, last)),
            )
        )
    return tuple(scenes)


def _places_of(sentence: Sentence, named: Sequence[PlaceMention], starts: Sequence[int]) -> list[PlaceMention]:
    """The places named in a sentence and those told by a noun for one, in order."""
    found = [*_within(named, starts, sentence), *find_landmarks(sentence, named, starts)]
    return sorted(found, key=lambda spot: spot.start)


def _is_matter(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a place only says which matter is meant: "Gaza ceasefire talks" may be anywhere."""
    tokens = sentence.tokens
    inside = first > 0 and tokens[first - 1].lower in ("in", "at", "to", "from")
    return last < len(tokens) and tokens[last].lower in words("meeting_words", "matter") and not inside


def _dateline_end(sentence: Sentence) -> int:
    """Where the text begins after a wire's place, day and name: "DOHA, Nov 24 (Wire) - Envoys …"; 0 without them."""
    tokens = sentence.tokens
    if not tokens or not (tokens[0].text.isupper() and len(tokens[0].text) > 2):
        return 0
    for place in range(1, min(len(tokens), DATELINE)):
        spaced = tokens[place - 1].end < tokens[place].start
        if tokens[place].text in ("–", "—", "-", "―") and (spaced or tokens[place - 1].text == ")"):
            return place + 1
    return 0


def _starts(mentions: Iterable[_Mention]) -> list[int]:
    return [mention.start for mention in mentions]


def _within(mentions: Sequence[M], starts: Sequence[int], sentence: Sentence) -> Sequence[M]:
    return mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def _end(sentence: Sentence, first: int, end: int) -> int:
    last = first + 1
    while last < len(sentence.tokens) and sentence.tokens[last].start < end:
        last += 1
    return last


def _lay(
    sentence: Sentence, at: Mapping[int, int], mention: PersonMention | OfficeMention | PartyMention
) -> Iterable[Laid]:
    first = at.get(mention.start)
    if first is not None:
        yield Laid(first, _end(sentence, first, mention.end), mention)


def _bodies(sentence: Sentence) -> Iterable[Laid]:
    """Bodies that act for a party without being called one: "the Mossad"."""
    for first, token in enumerate(sentence.tokens):
        hit = organizations().at(sentence.tokens, first) if token.text[0].isupper() else None
        if hit and hit[1].party and hit[1].kind in ACTING:
            end = sentence.tokens[hit[0] - 1].end
            yield Laid(first, hit[0], PartyMention(token.start, end, hit[1].party, "organization"))


def _senders(sentence: Sentence, spots: Mapping[int, tuple[int, PlaceMention]]) -> Iterable[Laid]:
    """Countries that are named as those whom someone comes from: "mediators from Qatar, Egypt and the US"."""
    words = [token.lower for token in sentence.tokens]
    listed = -1
    for first, (last, spot) in spots.items():
        place = first - 1
        while place > 0 and (words[place] in ("the", "and", "both") or (words[place] == "," and listed >= 0)):
            place -= 1
        sent = words[place] in ("from", "of") and match(words, place - 1, "delegation", "mediation") > 0
        if spot.country and not spot.region and (sent or (listed >= 0 and place + 1 == listed)):
            start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
            yield Laid(first, last, PartyMention(start, end, spot.country, "state"))
            listed = last
        else:
            listed = -1


def _outermost(laid: list[Laid]) -> tuple[Laid, ...]:
    """In order, without those that lie inside another: the "Qatari" of "the Qatari premier".

    Two offices of one phrase stay both: "the directors of the CIA and the Mossad".
    """
    kept: list[Laid] = []
    for item in sorted(laid, key=lambda item: (item.first, -item.last)):
        twin = kept and (item.first, item.last) == (kept[-1].first, kept[-1].last)
        both = twin and isinstance(item.mention, OfficeMention) and isinstance(kept[-1].mention, OfficeMention)
        if not kept or item.first >= kept[-1].last or both:
            kept.append(item)
    return tuple(kept)


def _cover(sentence: Sentence, at: Mapping[int, int], mentions: Iterable[M]) -> dict[int, tuple[int, M]]:
    return {
        first: (_end(sentence, first, mention.end), mention)
        for mention in mentions
        if (first := at.get(mention.start)) is not None
    }
