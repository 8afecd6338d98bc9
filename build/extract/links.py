"""What each noun phrase of a sentence hangs on: the preposition before it and the word before that."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..authority import words
from ..records import Participant
from ..times.tense import verb_tense
from .delegations import DETERMINERS, JOINERS, Actor, Kind
from .meeting_words import match
from .scene import Scene

LEADING = ("by", "under", "among", "including")
CODE = 2
AT = ("in", "at", "near", "outside", "inside", "to", "into")
VERBS = (
    "inviting",
    "handing",
    "control",
    "mediation",
    "talkers",
    "mediating",
    "meet",
    "sit",
    "speak",
    "host",
    "light",
    "travel",
    "send",
    "see",
    "attend",
    "stay",
    "include",
    "predicate",
    "occasion",
)


def with_links(scene: Scene, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors with the preposition that each hangs on; members of a list have that of the list."""
    before: Actor | None = None
    led: Actor | None = None
    for actor in actors:
        first, link, governor = _link(scene, actor.first)
        head = _head(scene, first, link, governor)
        if head >= 0:
            actor = _staff(scene, actor, head)
            shared = governor in JOINERS
            begin, link, governor = _link(scene, head)
            first = first if shared else begin
        if (link in AT or match(scene.words, first - 1, "travel")) and _is_a_place(scene, actor):
            continue
        if before and _continues(scene, before, first, actor.kind) and not _opens_a_clause(scene, actor):
            own = link and link not in (before.link, "of", "from") and governor not in JOINERS
            link, governor = (link, governor) if own else (before.link, before.governor)
            if link == "for" and actor.kind == "person":
                link = ""
        if led and _is_body(led) and (governor == "them" or (link in LEADING and before is led)):
            actor = _leader(actor, led)
        before = actor._replace(first=min(first, actor.first), link=link, governor=governor)
        yield before
        led = before if before.kind == "delegation" and before.seats else led


def _is_a_place(scene: Scene, actor: Actor) -> bool:
    """Whether a name that is both a body and a building is a place here: "at the White House"."""
    return actor.kind == "party" and any(place in scene.places for place in range(actor.first, actor.last))


def _opens_a_clause(scene: Scene, actor: Actor) -> bool:
    """Whether a pronoun after a comma is the subject of what follows, not one more of a list."""
    return scene.words[actor.first] in ("he", "she", "they", "it") and scene.word(actor.first - 1) != "and"


def _head(scene: Scene, first: int, link: str, governor: str) -> int:
    """The noun for those who act that a phrase in "of" or "from" belongs to; -1 where none is.

    "Officials of the government and of the rebels" has one for both.
    """
    if link not in ("of", "from"):
        return -1
    place = first - 2
    if governor in JOINERS:
        links = (step for step in range(first - 3, max(first - 10, 0), -1) if scene.words[step] == link)
        place = next(links, 0) - 1
    return place if place >= 0 and match(scene.words, place, "delegation", "mediation") else -1


def _leader(actor: Actor, led: Actor) -> Actor:
    """Who leads a delegation represents its party: "a delegation of the movement led by …"."""
    party = led.seats[0].party
    seats = (replace(seat, party=party) if len(seat.party) == CODE else seat for seat in actor.seats)
    return actor._replace(seats=tuple(seat for seat in seats if seat.person is not None))


def _is_body(led: Actor) -> bool:
    """Whether a delegation is an organisation’s, whose people may be known by their country alone."""
    return len(led.seats[0].party) != CODE


def _staff(scene: Scene, actor: Actor, head: int) -> Actor:
    """Those who act for someone: "the office of the UN envoy" sits for the UN, not the envoy himself."""
    if actor.kind not in ("person", "office") or scene.words[head] in ("side", "party"):
        return actor
    seats = tuple(dict.fromkeys(Participant(seat.party, None, "delegation") for seat in actor.seats))
    return actor._replace(seats=seats, kind="delegation")


def _link(scene: Scene, first: int) -> tuple[int, str, str]:
    """Where the noun phrase that holds `first` begins, the preposition before it, and the word before that."""
    place = first - 1
    prepositions = words("meeting_words", "preposition")
    for _ in range(6):
        word = scene.word(place)
        if not word or place in scene.timed or not (word.isalpha() or word in ("“", '"', "-")):
            break
        if word in prepositions:
            return place + 1, word, scene.word(place - 1)
        if word not in DETERMINERS and word != "-" and not _qualifies(scene, place):
            break
        place -= 1
    first_word = place + 1 + (scene.word(place + 1) in ("“", '"', "-"))
    return first_word, "", scene.word(place)


def _qualifies(scene: Scene, place: int) -> bool:
    """Whether a word may stand between a preposition and its noun: "senior", "retired"."""
    word = scene.words[place]
    if (
        word in words("tense", "function")
        or word in words("tense", "boundary")
        or match(scene.words, place, *VERBS, "break")
    ):
        return False
    if word in words("tense", "asking") or any(word in words("reporting_verbs", kind) for kind in ("say", "propose")):
        return False
    return verb_tense(scene.sentence.tokens, place) is None and word not in words("tense", "be")


def _continues(scene: Scene, before: Actor, first: int, kind: Kind) -> bool:
    """Whether only commas and "and" stand between an actor and the next one of a list.

    "At the invitation of Turkey, Russian officials met" has no list, as its members are not of one kind.
    """
    turned = (
        before.link not in ("", "with", "between") and before.kind != kind and scene.words[first - 1 : first] == (",",)
    )
    return (
        not turned
        and before.last <= first <= before.last + 4
        and all(
            word in JOINERS or word in DETERMINERS or word in words("meeting_words", "preposition")
            for word in scene.words[before.last : first]
        )
    )
