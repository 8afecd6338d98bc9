"""What an office phrase refers back to: "the movement’s leader", "its envoy", "whose prime minister", "his adviser"."""

from bisect import bisect_left, bisect_right

from .appositions import Link
from .marks import Mark
from .persons import Person
from .posts import Post
from .roll import Mention, SentenceNames

GROUPS = ("armed_group", "party")
COUNTRIES = frozenset({"country", "nation", "kingdom", "emirate", "republic", "state"})
NEAR = 24
PRONOUNS = frozenset({"its", "their", "whose"})


class Referents:
    """The bodies and people that an article has named so far, sentence by sentence."""

    def __init__(self, mentions: list[Mention], people: list[Person], posts: dict[int, list[Post]]) -> None:
        self.mentions, self.people, self.posts = mentions, people, posts
        self.starts = [mention.start for mention in mentions]
        self.group: Mark | None = None

    def body(self, link: Link, names: SentenceNames) -> Mark | None:
        """The body that a link’s anaphor means: a party or group, a country, or for a pronoun the nearest of both."""
        if link.anaphor is None:
            return None
        last = bisect_right(names.marks, link.first, key=lambda mark: mark.after)
        before = names.marks[max(0, last - NEAR) : last]
        groups = [mark for mark in before if mark.organization is not None and mark.organization.kind in GROUPS]
        states = [mark for mark in before if mark.kind in ("state", "adjective")]
        if link.anaphor in COUNTRIES:
            return states[-1] if states else None
        if link.anaphor in PRONOUNS:
            actors = [mark for mark in before if mark in states or _acts(mark)]
            if actors:
                return actors[-1]
        return groups[-1] if groups else self.group

    def owner(self, link: Link, names: SentenceNames, person: int) -> str | None:
        """The country of the person whose officer it is: "his deputy", "Trump’s envoy", "a spokesman for X"."""
        if link.phrase is None:
            return None
        tokens, phrase = names.sentence.tokens, link.phrase
        start = tokens[phrase.first].start if phrase.possessor else tokens[phrase.after - 1].end
        if not phrase.possessor:
            inner = bisect_left(self.starts, start) - 1
            if inner < 0 or self.starts[inner] < tokens[phrase.head].start:
                return None
        last = bisect_left(self.starts, start) - 1
        if last >= 0 and self.mentions[last].person == person and self.mentions[last].end == _end_before(link, names):
            return None
        for place in range(last, max(-1, last - 3), -1):
            other = self.mentions[place].person
            if other == person:
                continue
            known = self.people[other].known
            stated = next((post.country for post in self.posts.get(other, ()) if post.country), None)
            return stated or (known.country if known else None)
        return None

    def peer(self, link: Link, names: SentenceNames, person: int) -> int | None:
        """The person whose counterpart it is: the last other one named before."""
        assert link.phrase is not None
        start = bisect_left(self.starts, names.sentence.tokens[link.phrase.head].start)
        earlier = (self.mentions[place].person for place in range(start - 1, max(-1, start - 4), -1))
        return next((other for other in earlier if other != person), None)

    def pass_by(self, names: SentenceNames) -> None:
        """Go on to the next sentence."""
        groups = [mark for mark in names.marks if mark.organization is not None and mark.organization.kind in GROUPS]
        self.group = groups[-1] if groups else self.group


def _end_before(link: Link, names: SentenceNames) -> int:
    """Where the word before an office ends: "(named) Tom Barrack | ambassador" is his own, and nobody's officer."""
    return names.sentence.tokens[link.first - 1].end if link.first else -1


def _acts(mark: Mark) -> bool:
    return mark.organization is not None and mark.organization.kind not in ("media", "other", "ministry")
