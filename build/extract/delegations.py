"""Who may take part: people, holders of offices and delegations in a sentence, each with the party it represents.

Codebook, "participants": a person counts by name or by office, a party also through officials whom the text
does not name. "Egyptian officials" sit for `EG`, "Hamas leaders" for Hamas; "Egyptian prisoners" for nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ..authority import table, words
from ..records import Chunks, OfficeMention, Participant, PartyMention, PersonMention
from .meeting_words import match
from .scene import POSSESSIVES, Laid, Scene

Kind = Literal["person", "office", "delegation", "party", "group"]
JOINERS = frozenset((",", "and", "or", "&", "/", ";", "plus", "–", "-"))
DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "two", "three", "both", "some", "mr", "ms"))
LOOK_AHEAD = 7


@dataclass(frozen=True, slots=True)
class Actor:
    """A noun phrase over the tokens `first` to `last` (exclusive) and the seats that it would fill.

    `link` is the preposition that it hangs on and `governor` the word before that: in "talks with Qatari
    officials" they are "with" and "talks". A member of a list has those of the list. `role` is "mediators",
    "sides", "same" or "pair" where a group stands for parties named elsewhere.
    """

    first: int
    last: int
    seats: tuple[Participant, ...]
    kind: Kind
    link: str = ""
    governor: str = ""
    possessive: bool = False
    role: str = ""


def party_of_people(chunks: Chunks) -> dict[int, str]:
    """The party that each person in the article represents, by the person's index."""
    found: dict[int, str] = {}
    for index, person in enumerate(chunks.people):
        party = _party_of_organization(person.organization) or person.country
        if party:
            found[index] = party
    for office in chunks.offices:
        if office.person is not None and office.party:
            found.setdefault(office.person, office.party)
    return found


@cache
def _party_names() -> dict[str, str]:
    """The party behind every name of an organisation, in lower case."""
    names: dict[str, str] = {}
    for row in table("parties"):
        for name in (row["name"], *row["other_names"].split(";")):
            if name.strip():
                names.setdefault(name.strip().lower(), row["party"])
    return names


def _party_of_organization(organization: str | None) -> str | None:
    """The party of a body by its name or by the name that its own begins with ("Hamas political bureau")."""
    parts = (organization or "").lower().replace("’", "'").split()
    for size in range(min(len(parts), 8), 0, -1):
        name = " ".join(parts[:size]).removesuffix("'s").removesuffix("'").removeprefix("the ")
        if name in _party_names():
            return _party_names()[name]
    return None


def find_named_actors(scene: Scene, parties: dict[int, str]) -> list[Actor]:
    """The actors that the sentence names, in order, without links yet."""
    actors: list[Actor] = []
    first: int | None = None
    for number, laid in enumerate(scene.named):
        following = scene.named[number + 1] if number + 1 < len(scene.named) else None
        begin = laid.first if first is None else first
        first = None
        if following and _belongs_to(scene, laid, following):
            first = begin
            continue
        actor = _actor(scene, laid, parties)
        if actor:
            actors.append(replace(actor, first=begin))
    return actors


def _belongs_to(scene: Scene, laid: Laid, following: Laid) -> bool:
    """Whether a mention only says who the next one is: "Mossad chief" before a name, "Qatar’s" before an office."""
    between = scene.words[laid.last : following.first]
    if isinstance(following.mention, PartyMention) or isinstance(laid.mention, PersonMention):
        return False
    if isinstance(laid.mention, OfficeMention):
        same = laid.mention.person is not None and isinstance(following.mention, PersonMention)
        return same and not between and laid.mention.person == following.mention.person
    if laid.mention.form == "adjective" or (between and between[0] in POSSESSIVES):
        return len(between) <= 4 and not any(
            word in JOINERS or word in words("tense", "function") or not word.isalpha()
            for word in between
            if word not in POSSESSIVES
        )
    return False


def _actor(scene: Scene, laid: Laid, parties: dict[int, str]) -> Actor | None:
    mention = laid.mention
    possessive = scene.word(laid.last) in POSSESSIVES
    if isinstance(mention, PersonMention):
        party = parties.get(mention.person)
        if possessive and party:
            end = _delegation_end(scene, laid.last + 1)
            if end:
                return Actor(laid.first, end, (Participant(party, None, "delegation"),), "delegation")
        seats = (Participant(party, mention.person, "name"),) if party else ()
        return Actor(laid.first, laid.last, seats, "person", possessive=possessive)
    if isinstance(mention, OfficeMention):
        party = mention.party or (parties.get(mention.person) if mention.person is not None else None)
        if party is None:
            return None
        office = None if mention.person is not None else mention.office
        seat = Participant(party, mention.person, "office", office)
        return Actor(laid.first, laid.last, (seat,), "office", possessive=possessive)
    return _party_actor(scene, laid, mention)


def _party_actor(scene: Scene, laid: Laid, mention: PartyMention) -> Actor | None:
    seats = (Participant(mention.party, None, "delegation"),)
    before, after = scene.word(laid.first - 1), scene.word(laid.last)
    if after == "-" or before == "former" or before.isdecimal():
        return None
    end = _delegation_end(scene, laid.last + 1 if after in POSSESSIVES else laid.last)
    if end:
        within = [other.first for other in scene.named if laid.first < other.first < end]
        return Actor(laid.first, laid.last if within else end, seats, "delegation")
    if after in POSSESSIVES:
        return None
    if mention.form == "adjective":
        plural = scene.words[laid.last - 1].endswith("s")
        alone = not after.isalpha() or after in words("tense", "function")
        if not (plural or (alone and _is_singled_out(scene, laid.first))):
            return None
    if not _stands_alone(scene, laid.last):
        return None
    return Actor(laid.first, laid.last, seats, "party" if mention.form != "adjective" else "delegation")


def _is_singled_out(scene: Scene, first: int) -> bool:
    """Whether an adjective is a person: "a senior Qatari"."""
    return any(scene.word(place) in ("a", "an", "one", "another") for place in (first - 1, first - 2))


def _delegation_end(scene: Scene, place: int) -> int | None:
    """The end of a noun for those who act, where the words at `place` lead to one: "and Qatari security officials"."""
    ends = {laid.first: laid.last for laid in scene.named}
    limit, qualified = place + LOOK_AHEAD, False
    while place < limit and place < len(scene.words):
        word = scene.words[place]
        size = match(scene.words, place, "delegation")
        if size:
            following = scene.word(place + size)
            if not match(scene.words, place + size, "delegation") and not match(scene.words, place + size, "crowd"):
                return None if following in POSSESSIVES else place + size
            place += size
            qualified = True
            continue
        if place in ends:
            place = ends[place]
            continue
        if word in JOINERS or word == "the":
            if qualified and word != "-":
                return None
        elif word.isalpha() and word not in words("tense", "function") and scene.sentence.tokens[place].text.islower():
            if match(scene.words, place, "crowd") or match(scene.words, place, "meet", "host", "light", "travel"):
                return None
            qualified = True
        else:
            return None
        place += 1
    return None


def _stands_alone(scene: Scene, place: int) -> bool:
    """Whether the name before `place` is a noun phrase by itself: "Qatar hosted", not "Hamas proposal"."""
    word = scene.word(place)
    if not word.isalpha() or not scene.sentence.tokens[place].text.islower():
        return True
    if word in words("tense", "function") or word in words("tense", "boundary") or word.endswith("ly"):
        return True
    verb = match(
        scene.words, place, "meet", "sit", "speak", "host", "light", "attend", "travel", "send", "stay", "control"
    )
    grammar = any(word in words("tense", kind) for kind in ("past", "present", "future", "be", "asking"))
    return bool(verb) or grammar or word.endswith("ed") or word in ("have", "has", "says", "say", "told", "alongside")


def with_links(scene: Scene, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors with the preposition that each hangs on; members of a list have that of the list."""
    before: Actor | None = None
    for actor in actors:
        first, link, governor = _link(scene, actor.first)
        if link in ("of", "from") and match(scene.words, first - 2, "delegation") and first > 1:
            first, link, governor = _link(scene, first - 2)
        if before and _continues(scene, before, first):
            own = link and link not in (before.link, "of", "from") and governor not in JOINERS
            link, governor = (link, governor) if own else (before.link, before.governor)
        before = replace(actor, first=min(first, actor.first), link=link, governor=governor)
        yield before


def _link(scene: Scene, first: int) -> tuple[int, str, str]:
    """Where the noun phrase that holds `first` begins, the preposition before it, and the word before that."""
    place = first - 1
    prepositions = words("meeting_words", "preposition")
    for _ in range(5):
        word = scene.word(place)
        if not word or not (word.isalpha() or word in ("“", '"')):
            break
        if word in prepositions:
            return place + 1, word, scene.word(place - 1)
        if word in words("tense", "function") and word not in DETERMINERS:
            break
        if match(scene.words, place, "meet", "host", "light", "travel", "send", "see"):
            break
        place -= 1
    return place + 1, "", scene.word(place)


def _continues(scene: Scene, before: Actor, first: int) -> bool:
    """Whether only commas and "and" stand between an actor and the next one."""
    return before.last <= first <= before.last + 4 and all(
        word in JOINERS or word in DETERMINERS or word in words("meeting_words", "preposition")
        for word in scene.words[before.last : first]
    )
