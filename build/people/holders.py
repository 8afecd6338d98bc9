"""Every office phrase of an article with its holder, where the text or the authority file names one.

"The CIA director" is William Burns where the article names him as such elsewhere, or where it names him at all and the
authority file knows that he held the office. Of a shared office ("US and Israeli intelligence
chiefs") each party has one.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ..authority import table
from ..records import Article, OfficeMention
from .appositions import Link
from .introductions import MENTIONS_BACK, SENTENCES_BACK, Free, introductions
from .marks import Mark
from .offices import OfficePhrase, groups_of
from .persons import Person
from .posts import Post, country_of, organization_of, party_of, serving
from .roll import Mention, SentenceNames

UNNAMED = frozenset({"official", "member", "counterpart", "lawmaker", "adviser", "nominee", "jurist", "mayor"})
RESUMING = frozenset({"envoy", "negotiator", "adviser", "coordinator"})
INDEFINITE = frozenset(["a", "an", "another", "one", "any", "some", "no", "every", "each", "several", "many"])
DEFINITE = frozenset(["the", "its", "his", "her", "their"])
VAGUE = frozenset({"leader", "head", "commander", "coordinator", "commissioner", "chief_of_staff", "negotiator"})
HEADS = ("prime_minister", "president", "monarch", "supreme_leader")


@cache
def _terms() -> dict[tuple[str, str], tuple[tuple[str, str, str], ...]]:
    """By office and party, who held it: name, first and last day (empty where open)."""
    found: dict[tuple[str, str], tuple[tuple[str, str, str], ...]] = {}
    for row in table("holders"):
        key = (row["office"], row["party"])
        found[key] = (*found.get(key, ()), (row["name"], row["start"], row["end"]))
    return found


def held(office: str, party: str | None, name: str, day: str | None) -> bool:
    """Whether the authority file says that a person held an office (on a day, where it is known)."""
    for holder, start, end in _terms().get((office, party or ""), ()):
        if holder == name and (day is None or (start <= day and (not end or day <= end))):
            return True
    return False


class Holders:
    """Who holds which office in one article."""

    def __init__(
        self, article: Article, read: list[SentenceNames], mentions: list[Mention], people: list[Person]
    ) -> None:
        self.read, self.mentions, self.people = read, mentions, people
        self.day = article.published_on.isoformat() if article.published_on else None
        self.at = {(mention.sentence, mention.candidate): mention.person for mention in mentions}
        self.first = {mention.person: place for place, mention in reversed(list(enumerate(mentions)))}
        self.by_party: dict[tuple[str, str | None], list[int]] = {}
        self.by_kind: dict[str, list[int]] = {}
        self.known = [number for number, person in enumerate(people) if person.known]
        self.parties: dict[int, str | None] = {}
        self.free = [self._free(number, names) for number, names in enumerate(read)]

    def learn(self, posts: dict[int, list[Post]]) -> None:
        """Take in what the text says of its people’s offices."""
        for number, person in enumerate(self.people):
            stated = next((post.party for post in posts.get(number, ()) if post.party), None)
            self.parties[number] = stated or (person.known.country if person.known else None)
        for number, several in posts.items():
            for post in several:
                if post.kind is not None:
                    self._add(post.kind, post.party or self.parties[number], number)

    def _add(self, kind: str, party: str | None, person: int) -> None:
        for numbers in (self.by_party.setdefault((kind, party), []), self.by_kind.setdefault(kind, [])):
            if person not in numbers[-4:]:
                numbers.append(person)

    def of(self, kind: str, party: str | None) -> int | None:
        """The one person of the article who holds an office; of several, the one in office on its day."""
        kinds = HEADS if kind == "leader" and party is not None and len(party) == 2 else (kind,)
        found: dict[int, None] = {}
        for each in kinds:
            stated = self.by_kind.get(each, []) if party is None else self.by_party.get((each, party), [])
            found.update(dict.fromkeys(stated))
            if party is None or not stated:
                found.update(dict.fromkeys(self._in_office(each, party)))
        if len(found) > 1:
            found = {number: None for number in found if any(self._holds(number, each, party) for each in kinds)}
        return next(iter(found)) if len(found) == 1 else None

    def _in_office(self, kind: str, party: str | None) -> list[int]:
        """The people of the article who hold an office by the authority file."""
        return [number for number in self.known if self._holds(number, kind, party)]

    def _holds(self, number: int, kind: str, party: str | None) -> bool:
        known = self.people[number].known
        return known is not None and held(kind, party or self.parties[number], known.name, self.day)

    def _free(self, number: int, names: SentenceNames) -> tuple[Free, ...]:
        """The office phrases of a sentence without a holder beside them."""
        linked = {id(link.phrase) for link in names.links if (number, link.candidate) in self.at}
        tokens, found = names.sentence.tokens, list[Free]()
        for phrase in names.phrases:
            if id(phrase) not in linked and not phrase.nested:
                bodies = serving(phrase, phrase.bodies, tokens)
                groups = groups_of(bodies, tokens) if phrase.many else ()
                found.append(Free(phrase, groups if len(groups) > 1 else (bodies,)))
        return tuple(found)

    def inferred(self) -> Iterator[tuple[int, Link, SentenceNames]]:
        """Offices that the text gives a named person elsewhere than beside the name, as links of that person."""
        for number, names in enumerate(self.read):
            for phrase, groups in self.free[number]:
                if phrase.many or _before(phrase, names) in INDEFINITE or _is_new(phrase, names):
                    continue
                if not groups[0] and phrase.kind in VAGUE:
                    continue
                country = country_of(groups[0])
                person = self.of(phrase.kind, party_of(groups[0], country))
                if country is not None and _before(phrase, names) == "the":
                    person = self._resumed(number, phrase, country, person)
                if person is not None:
                    yield person, Link(-1, phrase, phrase.first, phrase.bodies, phrase.anaphor), names
        yield from introductions(self.read, self.free, self.mentions, self.placed())

    def _resumed(self, number: int, phrase: OfficePhrase, country: str, holder: int | None) -> int | None:
        """Whom "the US envoy" goes on about: the one person of that country, named shortly before with no office.

        A holder whom the text has named by then comes first.
        """
        last = bisect_left(self.mentions, self.read[number].sentence.tokens[phrase.first].start, key=_start)
        if phrase.kind not in RESUMING or (holder is not None and self.first[holder] < last):
            return holder
        placed = self.placed()
        recent = self.mentions[max(0, last - MENTIONS_BACK) : last]
        near = {
            mention.person
            for mention in recent
            if number - mention.sentence <= SENTENCES_BACK and self._is_in_full(mention)
        }
        fitting = [person for person in near if person not in placed and self.parties[person] == country]
        return fitting[0] if len(fitting) == 1 and self.people[fitting[0]].known else holder

    def _is_in_full(self, mention: Mention) -> bool:
        candidate = mention.candidate
        return candidate is not None and len(self.read[mention.sentence].candidates[candidate].words) > 1

    def placed(self) -> set[int]:
        """Those whose office the text has said."""
        return {number for numbers in self.by_kind.values() for number in numbers}

    def mentions_of_offices(self) -> Iterator[OfficeMention]:
        """Every office phrase, with its holder where there is one; one mention for each party of a shared office."""
        for number, names in enumerate(self.read):
            found = [*self._beside(number, names), *self._alone(number, names)]
            yield from sorted(found, key=lambda mention: mention.start)

    def _beside(self, number: int, names: SentenceNames) -> Iterator[OfficeMention]:
        tokens = names.sentence.tokens
        for link in names.links:
            person = self.at.get((number, link.candidate))
            if link.phrase is None or person is None:
                continue
            bodies = serving(link.phrase, link.bodies, tokens)
            party = party_of(bodies, country_of(bodies)) or self.parties[person]
            yield _mention(link.phrase, names, bodies, party, person)

    def _alone(self, number: int, names: SentenceNames) -> Iterator[OfficeMention]:
        for phrase, groups in self.free[number]:
            before = _before(phrase, names)
            if phrase.kind in UNNAMED or (before in INDEFINITE and not phrase.many):
                continue
            for bodies in groups:
                party = party_of(bodies, country_of(bodies))
                if party is None and (phrase.many or before not in DEFINITE or (phrase.kind in VAGUE and not bodies)):
                    continue
                alone = not phrase.many or len(groups) > 1
                person = self.of(phrase.kind, party) if alone and not _is_new(phrase, names) else None
                if party is None and person is not None:
                    party = self.parties[person]
                yield _mention(phrase, names, bodies, party, person)


def _start(mention: Mention) -> int:
    return mention.start


def _is_new(phrase: OfficePhrase, names: SentenceNames) -> bool:
    """Whether a phrase is not about the present holder: "the new leader", "former envoys", "the next president"."""
    around = names.sentence.tokens[max(0, phrase.first - 1) : phrase.head]
    return any(
        token.lower in ("new", "next", "former", "future", "incoming", "late", "ex", "previous") for token in around
    )


def _before(phrase: OfficePhrase, names: SentenceNames) -> str:
    return names.sentence.tokens[phrase.first - 1].lower if phrase.first else ""


def _mention(
    phrase: OfficePhrase, names: SentenceNames, bodies: tuple[Mark, ...], party: str | None, person: int | None
) -> OfficeMention:
    tokens, body = names.sentence.tokens, organization_of(bodies)
    start, end = tokens[phrase.first].start, tokens[phrase.after - 1].end
    return OfficeMention(start, end, phrase.kind, party, body.name if body else None, person)
