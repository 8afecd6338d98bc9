"""Every office phrase of an article with its holder, where the text or the authority file names one.

"The CIA director" is William Burns where the article names him as such elsewhere, or where it names him at all and the
authority file knows that he held the office. Of a shared office ("US and Israeli intelligence
chiefs") each party has one.
"""

from collections.abc import Iterator
from functools import cache

from .appositions import Link
from .authority import table, words
from .marks import Mark
from .offices import OfficePhrase, groups_of
from .persons import Person
from .posts import Post, country_of, organization_of, party_of, serving
from .records import Article, OfficeMention
from .roll import Mention, SentenceNames

UNNAMED = frozenset({"official", "member", "counterpart", "lawmaker", "adviser", "nominee", "jurist", "mayor"})
INDEFINITE = frozenset(["a", "an", "another", "one", "any", "some", "no", "every", "each", "several", "many"])
DEFINITE = frozenset(["the", "its", "his", "her", "their"])
REVEALED = frozenset(
    "spokesperson member adviser envoy negotiator minister deputy_minister"
    " ambassador commander coordinator head".split()
)
SAYING = frozenset({"said", "says", "told", "tells", "added", "adds"})
VAGUE = frozenset({"leader", "head", "commander", "coordinator", "commissioner", "chief_of_staff", "negotiator"})
HEADS = ("prime_minister", "president", "monarch", "supreme_leader")
BACK = 3


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
        self.by_party: dict[tuple[str, str | None], list[int]] = {}
        self.by_kind: dict[str, list[int]] = {}
        self.known = [number for number, person in enumerate(people) if person.known]
        self.parties: dict[int, str | None] = {}

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

    def free(self, number: int, names: SentenceNames) -> Iterator[tuple[OfficePhrase, tuple[tuple[Mark, ...], ...]]]:
        """The office phrases of a sentence without a holder beside them, each with its bodies, one group a holder."""
        linked = {id(link.phrase) for link in names.links if (number, link.candidate) in self.at}
        for phrase in names.phrases:
            if id(phrase) in linked or phrase.nested:
                continue
            bodies = serving(phrase, phrase.bodies, names.sentence.tokens)
            groups = groups_of(bodies, names.sentence.tokens) if phrase.many else ()
            yield phrase, groups if len(groups) > 1 else (bodies,)

    def inferred(self) -> Iterator[tuple[int, Link, SentenceNames]]:
        """Offices that the text gives a named person elsewhere than beside the name, as links of that person."""
        for number, names in enumerate(self.read):
            for phrase, groups in self.free(number, names):
                if phrase.many or _before(phrase, names) in INDEFINITE or _is_new(phrase, names):
                    continue
                if not groups[0] and phrase.kind in VAGUE:
                    continue
                person = self.of(phrase.kind, party_of(groups[0], country_of(groups[0])))
                if person is not None:
                    yield person, Link(-1, phrase, phrase.first, phrase.bodies, phrase.anaphor), names
        yield from self._revealed()

    def _revealed(self) -> Iterator[tuple[int, Link, SentenceNames]]:
        """ "A member of the bureau told the radio that … “…,” X said": whom the text names only afterwards."""
        placed = set().union(*self.by_kind.values()) if self.by_kind else set()
        first: dict[int, int] = {}
        for place, mention in enumerate(self.mentions):
            first.setdefault(mention.person, place)
        for person, place in first.items():
            mention = self.mentions[place]
            if person in placed or not self._speaks(mention):
                continue
            speakers = (other for other in reversed(self.mentions[max(0, place - 8) : place]) if self._speaks(other))
            found = self._introduced(mention, next((other.end for other in speakers), 0))
            if found is not None:
                yield person, *found

    def _speaks(self, mention: Mention) -> bool:
        names = self.read[mention.sentence]
        tokens = names.sentence.tokens
        if mention.candidate is None:
            return False
        candidate = names.candidates[mention.candidate]
        before = tokens[candidate.first - 1].lower if candidate.first else ""
        after = tokens[candidate.after].lower if candidate.after < len(tokens) else ""
        return before in SAYING or after in SAYING

    def _introduced(self, mention: Mention, floor: int) -> tuple[Link, SentenceNames] | None:
        for number in range(mention.sentence, max(-1, mention.sentence - BACK - 1), -1):
            names = self.read[number]
            tokens = names.sentence.tokens
            for phrase, _ in reversed(list(self.free(number, names))):
                start = tokens[phrase.first].start
                if start >= mention.start or phrase.many or phrase.kind not in REVEALED or not phrase.bodies:
                    continue
                if start < floor or not any(t.lower in words("reporting_verbs", "say") for t in tokens[phrase.after :]):
                    return None
                return Link(-1, phrase, phrase.first, phrase.bodies, phrase.anaphor), names
        return None

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
        for phrase, groups in self.free(number, names):
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
