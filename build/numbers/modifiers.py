"""Modifiers of a number: "at least", "some", "up to" before it, "or so", "or more" after it."""

from functools import cache

from ..authority import table, words
from ..records import Modifier
from .numerals import HYPHENS, Tokens, glued, lower

DURATIONS = frozenset({"second", "minute", "hour", "day", "night", "weekend", "week", "month", "year"})


@cache
def modifiers(place: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The modifiers of one class as (words, modifier), longest first, by their last word (their first if "after")."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("modifiers"):
        if row["class"] == place:
            phrase = tuple(row["word"].split())
            found.setdefault(phrase[0] if place == "after" else phrase[-1], []).append((phrase, row["modifier"]))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in found.items()}


def modifier_before(tokens: Tokens, at: int, unit: str | None) -> tuple[int, Modifier | None]:
    """Where the modifier of the number at token `at` begins, and what it is; the outermost wins ("up to about 50")."""
    start, found, place = at, None, at
    for _ in range(4):
        phrase, modifier = _ending_at(tokens, place, unit)
        if not phrase:
            break
        place -= len(phrase)
        if modifier:
            start, found = place, modifier
    return start, found


def _ending_at(tokens: Tokens, at: int, unit: str | None) -> tuple[tuple[str, ...], Modifier | None]:
    """The longest modifier, or word that may stand between one and its number, that ends before token `at`."""
    last = lower(tokens, at - 1)
    for kind in ("before", "verb", "count verb", "between"):
        for phrase, modifier in modifiers(kind).get(last, ()):
            first = at - len(phrase)
            if first < 0 or any(tokens[first + step].lower != word for step, word in enumerate(phrase)):
                continue
            if kind == "between":
                return phrase, None
            if kind == "count verb" and not _tells_a_count(tokens, first):
                continue
            if (meant := _meant(tokens, first, last, unit, modifier)) is not None:
                return phrase, meant
    return (), None


def _tells_a_count(tokens: Tokens, at: int) -> bool:
    """Whether a count is the subject of the verb at token `at`: "the toll passed 300", no "troops passed 3 huts"."""
    counting = words("counted_nouns", "fall")
    return any(token.lower in counting for token in tokens[max(0, at - 8) : at])


def _meant(tokens: Tokens, first: int, word: str, unit: str | None, modifier: str) -> Modifier | None:
    """What a modifier that has other senses means here, or None where it is a mere preposition.

    "Over five days" tells when, "for over five days" how long; one "hands over" people; "past" follows a verb or
    nothing; "not beyond" is a limit; "within" modifies a length alone.
    """
    before = lower(tokens, first - 1)
    if word == "over" and tokens[first].lower == "over" and unit in DURATIONS:
        return "at_least" if before in words("number_context", "length") or first == 0 else None
    if word == "over" and before in words("number_context", "particle verb"):
        return None
    if word == "past" and before in words("number_context", "recent"):
        return None
    if word == "within" and unit is None:
        return None
    if word == "beyond":
        near = tokens[max(0, first - 8) : first]
        return "at_most" if any(token.lower in words("number_context", "refusal") for token in near) else "at_least"
    for meant in ("about", "at_least", "at_most"):
        if modifier == meant:
            return meant
    return None


def modifier_after(tokens: Tokens, at: int) -> tuple[Modifier | None, int]:
    """The modifier that follows a number that ends before token `at`, and the token after it ("thirty or so")."""
    place = at + 1 if at + 1 < len(tokens) and tokens[at].text in HYPHENS and glued(tokens, at) else at
    for phrase, modifier in modifiers("after").get(lower(tokens, place), ()):
        end = place + len(phrase)
        if any(lower(tokens, place + step) != word for step, word in enumerate(phrase)):
            continue
        if (phrase == ("+",) and not glued(tokens, at)) or lower(tokens, end)[:1].isdigit():
            continue
        for meant in ("about", "at_least", "at_most"):
            if modifier == meant:
                return meant, end
    return None, at
