"""Who may take part: people, holders of offices and delegations in a sentence, each with the party it represents.

Codebook, "participants": a person counts by name or by office, a party also through officials whom the text
does not name. "Egyptian officials" sit for `EG`, "Hamas leaders" for Hamas; "Egyptian prisoners" for nobody.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from ..authority import table, words
from ..records import Chunks, OfficeMention, Participant, PartyMention, PersonMention
from .meeting_words import match
from .scene import POSSESSIVES, Laid, Scene

Kind = Literal["person", "office", "delegation", "party", "group"]
JOINERS = frozenset((",", "and", "or", "&", "/", ";", "plus", "–", "-"))
DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "two", "three", "both", "some", "mr", "ms"))
LOOK_AHEAD = 7


class Actor(NamedTuple):
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
    number, begin, owner = 0, -1, ""
    while number < len(scene.named):
        laid = scene.named[number]
        after = number + 1
        while after < len(scene.named) and scene.named[after].first == laid.first:
            after += 1
        twins, number = scene.named[number:after], after
        first = laid.first if begin < 0 else begin
        begin = -1
        if after < len(scene.named) and _belongs_to(scene, laid, scene.named[after]):
            begin = first
            owner = laid.mention.party if isinstance(laid.mention, PartyMention) else ""
            continue
        actor = _actor(scene, twins, parties)
        if actor is None:
            continue
        office = actors[-1] if actors and _is_unnamed_office(actors[-1]) and actors[-1].last == laid.first else None
        owner = office.seats[0].party if office else owner
        if owner and not actor.seats and isinstance(laid.mention, PersonMention):
            actor = actor._replace(seats=(Participant(owner, laid.mention.person, "name"),))
        owner = ""
        if actors and actor.kind == "person" and actors[-1].first < actor.first < actors[-1].last:
            actors[-1] = actor._replace(first=actors[-1].first)
        elif actors and _is_apposed(scene, actors[-1], actor):
            actors[-1] = _apposed(actors[-1], actor)
        else:
            actors.append(actor._replace(first=first))
    return actors


def _belongs_to(scene: Scene, laid: Laid, following: Laid) -> bool:
    """Whether a mention only says who the next one is: "Qatari" before a name, "Qatar’s" before an office."""
    between = scene.words[laid.last : following.first]
    if isinstance(laid.mention, PersonMention):
        owned = between[:1] and between[0] in POSSESSIVES and isinstance(following.mention, PersonMention)
        return bool(owned) and 1 < len(between) <= 4 and match(between, len(between) - 1, "delegation") > 0
    if isinstance(following.mention, PartyMention) or not isinstance(laid.mention, PartyMention):
        return False
    if laid.mention.form == "adjective" or (between and between[0] in POSSESSIVES):
        named = [word for word in between if word not in POSSESSIVES]
        return len(between) <= 4 and not any(_parts(word) for word in named)
    return False


def _parts(word: str) -> bool:
    """Whether a word shows that two names are not of one phrase: "Qatari officials *would* meet Israel’s premier"."""
    verbal = any(word in words("tense", kind) for kind in ("function", "future", "be", "past"))
    return verbal or word in JOINERS or not word.isalpha()


def _is_apposed(scene: Scene, actor: Actor, following: Actor) -> bool:
    """Whether two phrases are of one person: "the CIA director, William Burns", "Hans Grundberg, the UN envoy"."""
    between = scene.words[actor.last : following.first]
    people = {seat.person for seat in actor.seats} & {seat.person for seat in following.seats}
    if _is_titled(scene, actor, following):
        return True
    return (
        bool(people - {None}) and not actor.possessive and all(word in (",", "the", "(", "sheikh") for word in between)
    )


def _is_titled(scene: Scene, actor: Actor, following: Actor) -> bool:
    """Whether an office stands right before the name of who holds it: "US Vice President JD Vance"."""
    between = scene.sentence.tokens[actor.last : following.first]
    unnamed = _is_unnamed_office(actor)
    alike = {seat.party for seat in actor.seats} == {seat.party for seat in following.seats}
    return (
        unnamed and alike and following.kind == "person" and len(between) < 2 and all(t.text.isupper() for t in between)
    )


def _is_unnamed_office(actor: Actor) -> bool:
    return actor.kind == "office" and all(seat.person is None for seat in actor.seats)


def _apposed(actor: Actor, following: Actor) -> Actor:
    """One actor of two phrases; a name tells more than an office."""
    named = following if following.kind == "person" else actor
    people = {seat.person for seat in named.seats}
    others = tuple(seat for seat in (*actor.seats, *following.seats) if seat.person not in people and not seat.office)
    return actor._replace(
        last=following.last,
        seats=(*named.seats, *dict.fromkeys(others)),
        kind=named.kind,
        possessive=following.possessive,
    )


def _actor(scene: Scene, twins: Sequence[Laid], parties: dict[int, str]) -> Actor | None:
    laid = twins[0]
    mention = laid.mention
    possessive = scene.word(laid.last) in POSSESSIVES
    if isinstance(mention, PersonMention):
        captive = match(scene.words, laid.first - 1, "crowd") > 0
        party = None if captive else parties.get(mention.person)
        if possessive and party:
            end = delegation_end(scene, laid.last + 1)
            if end:
                return Actor(laid.first, end, (Participant(party, None, "delegation"),), "delegation")
        seats = (Participant(party, mention.person, "name"),) if party else ()
        return Actor(laid.first, laid.last, seats, "person", possessive=possessive)
    if isinstance(mention, OfficeMention):
        holders = [twin.mention for twin in twins if isinstance(twin.mention, OfficeMention)]
        many = laid.last - laid.first < 4 and _is_plural(scene, laid.last - 1)
        held = tuple(dict.fromkeys(seat for holder in holders for seat in _office_seat(holder, parties)))
        if many:
            held = tuple(dict.fromkeys(Participant(seat.party, None, "delegation") for seat in held))
        elect = scene.words[laid.last : laid.last + 2] == ("-", "elect")
        if not held or elect or "former" in scene.words[max(laid.first - 1, 0) : laid.last]:
            return None
        last = next((p for p in range(laid.first + 1, laid.last) if _leads_to_talks(scene, p)), laid.last)
        kind: Kind = "delegation" if all(seat.identified_by == "delegation" for seat in held) else "office"
        return Actor(laid.first, last, held, kind, possessive=possessive)
    return _party_actor(scene, laid, mention)


def _is_plural(scene: Scene, place: int) -> bool:
    """Whether a noun is of several people, none of whom it names: "officials"."""
    return scene.words[place].endswith("s") and match(scene.words, place, "delegation") == 1


def _leads_to_talks(scene: Scene, place: int) -> bool:
    """Whether an office phrase runs on into a purpose: "head of a delegation for talks"."""
    return scene.words[place] == "for" and bool(match(scene.words, place + 1, "occasion"))


def _office_seat(mention: OfficeMention, parties: dict[int, str]) -> Iterator[Participant]:
    """The seat of an office: its holder where the text names one; "Hamas leaders", one of many, are a delegation."""
    if mention.person is not None:
        party = parties.get(mention.person) or mention.party
        if party:
            yield Participant(party, mention.person, "office")
    elif mention.party and mention.office in words("meeting_words", "single office"):
        yield Participant(mention.party, None, "office", mention.office)
    elif mention.party:
        yield Participant(mention.party, None, "delegation")


def _party_actor(scene: Scene, laid: Laid, mention: PartyMention) -> Actor | None:
    seats = (Participant(mention.party, None, "delegation"),)
    before, after = scene.word(laid.first - 1), scene.word(laid.last)
    compound = after == "-" and scene.sentence.tokens[laid.last].start == scene.sentence.tokens[laid.last - 1].end
    if compound or (before == "-" and _is_of_two(scene, laid.last)):
        return Actor(laid.first, laid.last, seats, "delegation") if _is_of_two(scene, laid.last) else None
    if before == "former" or before.isdecimal():
        return None
    noun = mention.form in ("state", "capital") and not scene.sentence.tokens[laid.first].text.isupper()
    if match(scene.words, _past_list(scene, laid.last), "aegis"):
        return Actor(laid.first, laid.last + match(scene.words, laid.last, "aegis"), seats, "delegation")
    end = delegation_end(scene, laid.last + 1 if after in POSSESSIVES else laid.last)
    if end and not (noun and after in JOINERS):
        within = any(place in scene.ends for place in range(laid.first + 1, end))
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


def _past_list(scene: Scene, place: int) -> int:
    """The end of a list of names: in "with Egyptian and Qatari mediation" both mediate."""
    while scene.word(place) in (",", "and") and place + 1 in scene.ends:
        place = scene.ends[place + 1]
    return place


def _is_of_two(scene: Scene, place: int) -> bool:
    """Whether two names make up what kind of meeting it is: "the US-Russia talks", "Israeli-Lebanese meetings"."""
    if scene.word(place) == "-":
        place = scene.ends.get(place + 1, len(scene.words))
    return any(match(scene.words, step, "occasion", "call") for step in (place, place + 1, place + 2))


def _is_singled_out(scene: Scene, first: int) -> bool:
    """Whether an adjective is a person: "a senior Qatari"."""
    return any(scene.word(place) in ("a", "an", "one", "another") for place in (first - 1, first - 2))


def delegation_end(scene: Scene, place: int) -> int | None:
    """The end of a noun for those who act, where the words at `place` lead to one: "and Qatari security officials"."""
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
        if place in scene.ends:
            place = scene.ends[place]
            place += scene.word(place) in POSSESSIVES
            continue
        if word in JOINERS:
            if qualified and word != "-":
                return None
        elif word.isalpha() and word not in words("tense", "function") and scene.sentence.tokens[place].text.islower():
            verb = word in words("tense", "be") or word in words("tense", "future") or word in ("has", "have", "had")
            acts = match(scene.words, place, "meet", "host", "light", "travel") and not word.endswith("ing")
            if verb or acts or match(scene.words, place, "crowd"):
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
