"""Counts of the text's own actors and informants, and "one" as a pronoun or an article (codebook, "figures")."""

from ..authority import words
from ..numbers.numerals import Tokens, joined, lower
from ..numbers.spots import Spot, within
from ..records import Quantity
from .nouns import is_person, singular
from .phrases import Phrase, is_stop, read_phrase, with_complement

FEW = 9
FATES = (
    "kill",
    "injure",
    "take",
    "detain",
    "jail",
    "release",
    "release_gap",
    "rescue",
    "kill_gap",
    "injure_gap",
    "take_gap",
)
CLOSE_TO = frozenset(
    {"familiar", "close", "briefed", "privy", "involved", "aware", "knowledgeable", "speaking", "present"}
)
BOUND = frozenset(
    {"no", "any", "every", "some", "each", "this", "that", "which", "the", "another", "only", "day", "everyone"}
)


def is_actor_or_informant(quantity: Quantity, spot: Spot, head: str | None, last: int, end: int) -> bool:
    """Whether a few named parties or speakers are meant: "the two sides", "three officials said".

    `last` is the token after the noun, `end` the one after its complement ("seven members | of a family |").
    Whoever is killed, seized or freed is counted all the same.
    """
    if head is None or quantity.high > FEW or quantity.modifier != "exact":
        return False
    if head in words("counted_nouns", "actor") and not is_person(head):
        return True
    if within(spot, FATES, 5, 0) or _suffers(spot, end):
        return False
    if head in words("counted_nouns", "group"):
        return spot.before() in ("the", "these", "those") and lower(spot.tokens, last) != "of"
    if head in words("counted_nouns", "actor"):
        return True
    if head in words("counted_nouns", "informant") and head not in ("person", "people"):
        return True
    return is_person(head) and (_speaks(spot, last) or _speaks(spot, end))


def are_two_known(quantity: Quantity, spot: Spot) -> bool:
    """Whether "the two" without a noun are persons or sides told of before, no count.

    "A meeting of the two was called off"; "the two were freed" counts.
    """
    alone = spot.before() in ("the", "these") and quantity.high == 2 and quantity.modifier == "exact"
    return alone and spot.word(0) not in ("more", "others") and not within(spot, (*FATES, "letting"), 8, 8)


def belongs_to_actors(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the number counts the owners of a thing, not the thing: "the two *sides’* positions"."""
    owners = range(phrase.first, phrase.head)
    return any(
        singular(tokens[at].lower) in words("counted_nouns", "actor") and tokens[at + 1].lower in ("’", "'")
        for at in owners
    )


def speak_among_them(quantity: Quantity, spot: Spot) -> bool:
    """Whether a few of the informants are meant: "the officials, two of whom spoke on condition of anonymity"."""
    if quantity.high > FEW or spot.word(1) not in ("whom", "them"):
        return False
    return spot.word(2) in words("reporting_verbs", "say") or spot.word(2) in ("spoke", "speaking", "speak")


def _suffers(spot: Spot, last: int) -> bool:
    """Whether what is counted is killed, seized or freed: "two ministers were killed"."""
    return any(lower(spot.tokens, last + step) in words("measure_words", kind) for step in range(4) for kind in FATES)


def _speaks(spot: Spot, last: int) -> bool:
    """Whether those counted say what is told: "two freed hostages said", "according to three people close to"."""
    tokens = spot.tokens
    if lower(tokens, last) in CLOSE_TO or (lower(tokens, last) == "with" and lower(tokens, last + 2) == "knowledge"):
        return True
    if lower(tokens, last) == "with" and "knowledge" in [lower(tokens, last + step) for step in range(1, 4)]:
        return True
    if spot.before() == "to" and spot.before(2) == "according":
        return True
    if lower(tokens, last) == "who" and any(
        lower(tokens, last + step) in ("read", "seen", "briefed") for step in (1, 2)
    ):
        return True
    if lower(tokens, last) in words("reporting_verbs", "say"):
        return True
    verb = last + (lower(tokens, last) in ("have", "had", "were", "are"))
    return spot.before() in ("the", "these") and lower(tokens, verb) in words("number_context", "meet")


def is_mere_one(quantity: Quantity, spot: Spot) -> bool:
    """Whether "one" is a pronoun or an article: "one of the sources", "one official said", "one day".

    It counts in "one Filipino", "at least one person", "one more day", "one truck".
    """
    tokens = spot.tokens
    if quantity.low != 1 or quantity.high != 1 or tokens[spot.number].lower != "one" or spot.last - spot.number > 1:
        return False
    if quantity.modifier != "exact" or (quantity.unit is None and joined(tokens, spot.last) > spot.last):
        return False
    if spot.before() == "only" and spot.before(2) != "the" and within(spot, (*FATES, "letting"), 3, 3):
        return False
    if spot.before() == "only" and spot.before(2) != "the" and spot.word(0) == "of":
        return False
    if spot.before() in BOUND:
        return True
    if quantity.unit is not None:
        tied = joined(tokens, spot.last) > spot.last or spot.end - spot.last > 1 or spot.word(0) == "of"
        return not (tied or spot.before() in words("number_context", "for"))
    if spot.last >= len(tokens) or is_stop(tokens, spot.last):
        return True
    phrase = read_phrase(tokens, spot.last, plural=False)
    if phrase is None:
        return True
    if lower(tokens, with_complement(tokens, phrase).last) in ("a", "per", "each", "daily"):
        return False
    head = singular(tokens[phrase.head].lower)
    if head in words("counted_nouns", "informant") or head in words("counted_nouns", "actor"):
        return not _suffers(spot, phrase.last)
    if is_person(head):
        return any(lower(tokens, phrase.last + step) in words("reporting_verbs", "say") for step in range(3))
    return head not in words("counted_nouns", "concrete")
