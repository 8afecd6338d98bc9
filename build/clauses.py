"""Sentences with their mentions laid over the tokens: who is named where, and what each word may be.

The grammars of attribution and of measures read the same sentence; this is the one place that lays the
mentions of `Chunks` over its tokens.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

from .records import Chunks, OfficeMention, PartyMention, PersonMention, Sentence
from .words.wording import informant, informants

HeadKind = Literal["person", "office", "party", "adjective", "noun", "pronoun"]
Mention = TypeVar("Mention", PersonMention, OfficeMention, PartyMention)

COMMAS = frozenset(",–—()")
DASHES = frozenset("–—")
QUOTES = frozenset('“”"«»')
STOPS = frozenset(";:•►…")
SENTENCE_ENDS = frozenset(".!?")
MARKS = COMMAS | QUOTES | STOPS | SENTENCE_ENDS
POSSESSIVE = frozenset(("’s", "'s", "ʼs", "’", "'"))


class Head(NamedTuple):
    """Who or what a noun phrase names, over the tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    kind: HeadKind
    person: int | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its lower-case words and, for each token, the mention that covers it."""

    sentence: Sentence
    words: tuple[str, ...]
    heads: tuple[Head | None, ...]

    def text(self, article: str, first: int, last: int) -> str:
        """The tokens `first` to `last` as the article prints them."""
        return article[self.sentence.tokens[first].start : self.sentence.tokens[last - 1].end]

    def capital(self, place: int) -> bool:
        """Whether the token at `place` begins with a capital."""
        return self.sentence.tokens[place].text[0].isupper()


def mark(chunks: Chunks) -> tuple[Marked, ...]:
    """Every sentence of the article with its mentions, in order."""
    parties, offices, persons = _by_sentence(chunks.parties), _by_sentence(chunks.offices), _by_sentence(chunks.persons)
    marked, known = [], informants()
    for sentence in chunks.sentences:
        words = tuple([_dash(sentence, i) if t.lower == "-" else t.lower for i, t in enumerate(sentence.tokens)])
        cover = [_noun(i, word) if word in known else None for i, word in enumerate(words)]
        mentions: list[PersonMention | OfficeMention | PartyMention] = [*parties(sentence), *offices(sentence)]
        mentions += persons(sentence)
        if mentions:
            places = {token.start: i for i, token in enumerate(sentence.tokens)}
            for mention in mentions:
                _lay(cover, sentence, places, mention)
        marked.append(Marked(sentence, words, tuple(cover)))
    return tuple(marked)


def _dash(sentence: Sentence, place: int) -> str:
    """The hyphen at `place`; set between spaces it is a dash."""
    token = sentence.tokens[place]
    if 0 < place < len(sentence.tokens) - 1:
        before, after = sentence.tokens[place - 1], sentence.tokens[place + 1]
        return "–" if before.end < token.start and token.end < after.start else "-"
    return "-"


def _by_sentence(mentions: Sequence[Mention]) -> Callable[[Sentence], Sequence[Mention]]:
    starts = [mention.start for mention in mentions]
    return lambda sentence: mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def _noun(place: int, word: str) -> Head:
    return Head(place, place + 1, "pronoun" if "pronoun" in informant(word) else "noun")


def _lay(
    cover: list[Head | None],
    sentence: Sentence,
    places: dict[int, int],
    mention: PersonMention | OfficeMention | PartyMention,
) -> None:
    """Lay one mention over its tokens; what was laid before gives way."""
    first = places.get(mention.start)
    if first is None:
        return
    last = first + 1
    while last < len(sentence.tokens) and sentence.tokens[last].start < mention.end:
        last += 1
    match mention:
        case PersonMention():
            head = Head(first, last, "person", person=mention.person)
        case OfficeMention():
            head = Head(first, last, "office", person=mention.person, party=mention.party)
        case PartyMention():
            kind: HeadKind = "adjective" if mention.form == "adjective" else "party"
            head = Head(first, last, kind, party=mention.party)
    cover[first:last] = [head] * (last - first)
