"""Noun phrases that may speak: whom they name, where they begin and end."""

from dataclasses import dataclass

from ..clauses import MARKS, POSSESSIVE, Head, Marked
from ..words.reporting import is_finite
from ..words.wording import begins, informant, is_a

REACH = 25
LONGEST = 14
CLAUSAL = frozenset(("after", "before", "since", "until"))
MODIFIERS = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase over the tokens `first` to `last` (exclusive) and the head that it speaks through."""

    first: int
    last: int
    head: Head | None


def heads_between(marked: Marked, first: int, last: int) -> list[Head]:
    """The heads named between two tokens, each once.

    An adjective counts only as a demonym at the end ("the Israelis"), a name not where it owns what follows
    ("Qatar’s envoy").
    """
    found: list[Head] = []
    for place in range(first, last):
        head = marked.heads[place]
        if head is None or (found and found[-1] is head):
            continue
        if head.kind == "adjective" and not (head.last == last and marked.words[head.last - 1].endswith("s")):
            continue
        if head.kind in ("party", "person", "office") and head.last < last and marked.words[head.last] in POSSESSIVE:
            continue
        found.append(head)
    return found


def phrase_start(marked: Marked, head: int, floor: int) -> int:
    """Where the noun phrase around the word at `head` begins: its determiner, or the first of its modifiers."""
    place = head
    while place > floor and not is_a(marked.words[place - 1], "preposition") and marked.words[place - 1] not in MARKS:
        place -= 1
        if is_a(marked.words[place], "determiner"):
            break
    return place


def trim(marked: Marked, first: int, last: int) -> int | None:
    """The first token of the phrase without leading adverbs and conjunctions; None where nothing is left."""
    while first < last and _leads(marked.words[first]):
        first += 1
    return first if first < last else None


def _leads(word: str) -> bool:
    """Whether the word stands before a noun phrase without belonging to it; "both" and "these" belong."""
    if word in MARKS or word == "what":
        return True
    leading = ("adverb", "coordinator", "subordinator", "day", "weekday", "question", "relative")
    return is_a(word, *leading) and not is_a(word, "determiner")


def is_verb(marked: Marked, place: int) -> bool:
    """Whether a finite verb stands at `place`: no noun that looks like one ("the *report*")."""
    return marked.heads[place] is None and is_finite(marked.words[place])


def clause_start(marked: Marked, last: int) -> int:
    """Where the clause that ends at `last` begins, relative clauses within it passed over."""
    words, place = marked.words, last
    seen_head = False
    while place >= 0 and last - place < REACH:
        word = words[place]
        if word in MARKS or is_a(word, "subordinator") or word == "but" or (word == "and" and seen_head):
            return place + 1
        if is_a(word, "question") and not any(_is_verbal(marked, at) for at in range(place + 1, last)):
            return place + 1
        if seen_head and (word in CLAUSAL and _tells(marked, place)):
            return place + 1
        if word == "that" and not (place + 1 < len(words) and is_finite(words[place + 1])):
            if not _describes_subject(marked, place):
                return place + 1
            place -= 1
        if is_verb(marked, place):
            relative = _relative_before(marked, place)
            if relative is None:
                return place + 1
            place = relative
        seen_head = seen_head or marked.heads[place] is not None
        place -= 1
    return place + 1


def _tells(marked: Marked, place: int) -> bool:
    """Whether a verb stands before `place` in its clause, so that a new one begins there: "the talks *came* after"."""
    for at in range(place - 1, max(place - MODIFIERS, 0), -1):
        if marked.words[at] in MARKS:
            return False
        if _is_verbal(marked, at):
            return True
    return False


def _is_verbal(marked: Marked, at: int) -> bool:
    """Whether a finite verb or a participle stands at `at`."""
    word = marked.words[at]
    past = begins("modality", (word,), 0, "past_only") or (word.endswith("ed") and len(word) > 4)
    return past or is_verb(marked, at)


def _describes_subject(marked: Marked, that: int) -> bool:
    """Whether "that" tells more of a noun which opens the sentence or the clause: "a group *that* watches the war"."""
    head = marked.heads[that - 1] if that else None
    if head is None or head.kind != "noun":
        return False
    first = phrase_start(marked, head.first, max(that - MODIFIERS, 0))
    return first == 0 or marked.words[first - 1] in MARKS


def _relative_before(marked: Marked, verb: int) -> int | None:
    """The pronoun that opens the relative clause of a verb: "an agency *that* has seen a copy"."""
    nearest = range(verb - 1, max(verb - 4, -1), -1)
    return next((place for place in nearest if is_a(marked.words[place], "relative", "question")), None)


def last_phrase(marked: Marked, last: int) -> Phrase | None:
    """The noun phrase that ends at `last`, with the heads that "of" or "in" tie to it: "an official in Kyiv"."""
    first = clause_start(marked, last)
    heads = heads_between(marked, first, last + 1)
    if not heads or last + 1 - heads[-1].last > 4:
        return None
    chosen = len(heads) - 1
    while chosen and _tied(marked, heads[chosen - 1], heads[chosen]):
        chosen -= 1
    return Phrase(phrase_start(marked, heads[chosen].first, first), last + 1, heads[chosen])


def _tied(marked: Marked, left: Head, right: Head) -> bool:
    between = marked.words[left.last : right.first]
    return len(between) <= 3 and any(is_a(word, "preposition") for word in between)


def phrase_after(marked: Marked, first: int, *, inverted: bool) -> Phrase | None:
    """The noun phrase that begins at `first`: the source after "according to" or, `inverted`, after "said"."""
    words, place = marked.words, first
    while place < len(words) and place - first < LONGEST:
        word = words[place]
        if (word in MARKS and word not in POSSESSIVE) or is_a(word, "modal", "have", "do", "be"):
            break
        if place > first and is_a(word, "relative", "subordinator", "coordinator") and not _joins_names(marked, place):
            break
        if place > first and _begins_adjunct(marked, place, inverted):
            break
        place += 1
    if place == first:
        return None
    heads = heads_between(marked, first, place)
    return Phrase(first, place, heads[0] if heads else None)


def _joins_names(marked: Marked, place: int) -> bool:
    """Whether "and" at `place` joins two sources: "the UN and the Red Cross"."""
    after = place + 1
    if (
        marked.words[place] == "and"
        and after < len(marked.words)
        and marked.capital(after)
        and marked.capital(place - 1)
    ):
        return True
    while after < len(marked.words) and is_a(marked.words[after], "determiner"):
        after += 1
    return marked.words[place] == "and" and after < len(marked.words) and marked.heads[after] is not None


def _begins_adjunct(marked: Marked, place: int, inverted: bool) -> bool:
    """Whether an adjunct of the saying begins at `place`, no part of the name: "said Burns *on Monday*"."""
    word = marked.words[place]
    if word not in ("on", "during", "after", "before", "at", "as", "late", "in"):
        return False
    following = marked.words[place + 1] if place + 1 < len(marked.words) else ""
    if is_a(following, "weekday", "day") or following[:1].isdigit():
        return True
    if inverted:
        return not (word == "in" and place + 1 < len(marked.words) and marked.capital(place + 1))
    return word in ("on", "during", "after", "before", "as", "late")


def names_someone(marked: Marked, phrase: Phrase) -> bool:
    """Whether the phrase has a head of the lexicon or is a proper name: "COGAT", "the Maan agency"."""
    if phrase.head is not None:
        return True
    tokens = marked.sentence.tokens[phrase.first : phrase.last]
    names = [token for token in tokens if token.text[0].isupper() and not informant(token.lower)]
    return bool(names) and (phrase.first > 0 or any(len(token.text) > 1 and token.text.isupper() for token in names))
