"""How a claimant is written: the fullest name of a person, else the text's own words; pronouns resolved."""

from dataclasses import dataclass, replace

from ..clauses import POSSESSIVE, Head, Marked
from ..records import Chunks
from ..words.wording import informant, is_a
from .cues import Cue
from .speakers import Phrase

SUBJECT = 8


@dataclass(frozen=True, slots=True)
class Memory:
    """Who was last heard: the person for "he", the body for "it", the several for "they"."""

    person: str | None = None
    body: str | None = None
    several: str | None = None

    def enter(self, chunks: Chunks, marked: Marked) -> "Memory":
        """A person who opens a sentence is whom the next "he" means."""
        for head in marked.heads[:SUBJECT]:
            owns = (
                head is not None and marked.words[head.last : head.last + 1] and marked.words[head.last] in POSSESSIVE
            )
            if head is not None and head.kind == "person" and head.person is not None and not owns:
                return replace(self, person=chunks.people[head.person].name)
        return self

    def hear(self, who: str, phrase: Phrase, marked: Marked) -> "Memory":
        """The memory after `who` has spoken."""
        head = phrase.head
        if head is not None and head.person is not None:
            return replace(self, person=who)
        if marked.words[phrase.last - 1].endswith("s") or "and" in marked.words[phrase.first : phrase.last]:
            return replace(self, several=who, body=who)
        if head is not None and informant(marked.words[head.last - 1]) & {"informant", "kin"}:
            return replace(self, person=who)
        return replace(self, body=who)


def name(chunks: Chunks, marked: Marked, cue: Cue, memory: Memory) -> tuple[str | None, Memory]:
    """The claimant of `cue` as the table prints it, and the memory after it; None where nobody is named."""
    phrase = cue.phrase
    if phrase.head is not None and phrase.head.kind == "pronoun" and phrase.last - phrase.first <= 2:
        return _recall(marked.words[phrase.first], memory), memory
    person = _person(marked, phrase)
    if person is not None:
        who = chunks.people[person].name
        return who, replace(memory, person=who)
    who = marked.text(chunks.article.text, phrase.first, _end(marked, phrase))
    return who, memory.hear(who, phrase, marked)


def _recall(pronoun: str, memory: Memory) -> str | None:
    match pronoun:
        case "he" | "she":
            return memory.person
        case "it":
            return memory.body
        case "they":
            return memory.several or memory.body
        case _:
            return None


def _person(marked: Marked, phrase: Phrase) -> int | None:
    """The person whom the phrase names, not one in whose house or by whose side somebody speaks."""
    found: int | None = None
    seen: Head | None = None
    for place in range(phrase.first, phrase.last):
        head = marked.heads[place]
        if head is None or head is seen or head.person is None:
            continue
        seen = head
        possessed = head.last < phrase.last and marked.words[head.last] in POSSESSIVE
        if possessed and place == phrase.first:
            return None
        governed = place > phrase.first and is_a(marked.words[place - 1], "preposition")
        if not possessed and not governed:
            found = head.person
    return found if found is not None else _apposed(marked, phrase)


def _apposed(marked: Marked, phrase: Phrase) -> int | None:
    """The person whom an apposition names: "said the regional director, *Fabrizio Carboni*"."""
    if phrase.head is None or phrase.head.kind == "person" or phrase.last + 1 >= len(marked.words):
        return None
    beside = marked.heads[phrase.last + 1] if marked.words[phrase.last] == "," else None
    return beside.person if beside is not None and beside.kind == "person" else None


def _end(marked: Marked, phrase: Phrase) -> int:
    """Where the name ends, adverbs and days that trail it left out."""
    last = phrase.last
    while last > phrase.first + 1 and (
        is_a(marked.words[last - 1], "adverb", "weekday") or marked.words[last - 1] in ("on", "-")
    ):
        last -= 1
    return last
