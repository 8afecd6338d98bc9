"""Whether a candidate is the name of a person: what stands before it, in it and after it.

Evidence counts over the whole article: "Yagev Buchshtab" in a list is a person because "the hostage Yagev Buchshtab"
stands elsewhere. What lends its name to a thing is none: "the Biden administration", "Kamal Adwan Hospital".
"""

from enum import IntEnum
from typing import NamedTuple

from ..authority import words
from ..records import Token
from ..words.phrasebook import HYPHENS
from .appositions import left_edge
from .candidates import Candidate
from .complements import DETERMINERS, POSSESSIVE
from .lexicon import is_common, is_given, is_role, things
from .marks import Mark
from .offices import OfficePhrase

PLACING = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "via", "between", "on", "through", "into"}
)
NAMING = frozenset({"operation", "camp", "fort", "port", "mount"})
ADDRESSING = frozenset({"met", "told", "thanked", "urged", "accused", "named", "invited", "interviewed"})
TOWARDS = frozenset({"from", "to", "of", "the"})
SAYING = frozenset({"said", "says", "told", "tells", "tweeted", "wrote"})
CREDITS = frozenset(
    {"reporting", "writing", "editing", "compiled", "edited", "written", "translated", "photographed", "photography"}
)


PICTURES = frozenset(
    {
        "photo",
        "photos",
        "photograph",
        "image",
        "images",
        "picture",
        "pictures",
        "video",
        "getty",
        "anadolu",
        "pool",
        "handout",
        "file",
    }
)
CREDIT_REACH = 400
BYLINE_LENGTH = 14
LONGEST_NAME = 8
LISTED = 10
TRADES = frozenset({"correspondent", "reporter", "editor", "writer", "columnist", "producer", "contributor", "bureau"})
BYLINE_WORDS = frozenset({"and", "in", "with", "by", "for", "at", "from", "of"})


class Evidence(IntEnum):
    """How sure it is that a candidate names a person."""

    NO = 0
    WEAK = 1
    STRONG = 2


class Reading(NamedTuple):
    """A candidate in its sentence: its evidence, and the form of address and office before it."""

    evidence: Evidence
    title: str | None
    office: str | None
    lends: bool


class Surroundings:
    """What stands around the candidates of one sentence."""

    def __init__(self, tokens: tuple[Token, ...], marks: list[Mark], phrases: list[OfficePhrase]) -> None:
        self.tokens = tokens
        self.ending = {mark.after: mark for mark in marks}
        self.starting = {mark.first: mark for mark in marks}
        self.phrases_ending = {phrase.after: phrase for phrase in phrases}
        self.office_heads = frozenset(phrase.first for phrase in phrases)
        self.credit = 0 if is_byline(tokens, marks) else credit_from(tokens)

    def read(self, name: Candidate) -> Reading:
        """The evidence for one candidate."""
        edge = left_edge(self.tokens, self.ending, name.first)
        title = self._title(edge, name.first)
        phrase = self.phrases_ending.get(edge)
        credited = name.first >= self.credit or self._is_pictured_by(name) or self._is_of_the_house(name)
        lends = credited or self._lends_its_name(name)
        if lends:
            evidence = Evidence.NO
        elif title is not None or phrase is not None:
            evidence = Evidence.STRONG
        elif not self._is_full(name):
            evidence = Evidence.NO
        else:
            evidence = self._of_full_name(name, edge)
        return Reading(evidence, title, phrase.kind if phrase else None, lends)

    def _is_full(self, name: Candidate) -> bool:
        """Whether a name has two parts; "Abu Jamal" has where the text explains who that is."""
        parts = sum(word.lower() not in words("titles", "opening_particle") for word in name.words)
        return 1 < parts <= LONGEST_NAME or (parts == 1 < len(name.words) and self._explained(name, False))

    def _title(self, edge: int, first: int) -> str | None:
        for place in range(first, edge, -1):
            mark = self.ending.get(place)
            if mark is not None and mark.kind == "title":
                return mark.title
        return None

    def _text(self, place: int) -> str:
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def _is_pictured_by(self, name: Candidate) -> bool:
        """ "Photo by X", "AP Photo/X", "X/AFP": who took a picture."""
        before, earlier = self._text(name.first - 1), self._text(name.first - 2)
        agency = name.first > 1 and (earlier in PICTURES or self.tokens[name.first - 2].text.isupper())
        if (before in ("by", ":", "|") and earlier in PICTURES) or (before == "/" and agency):
            return True
        if self._text(name.after) != "/" or name.after + 1 >= len(self.tokens):
            return False
        mark = self.starting.get(name.after + 1)
        media = mark is not None and mark.organization is not None and mark.organization.kind == "media"
        return media or self.tokens[name.after + 1].text.isupper() or self._text(name.after + 1) in PICTURES

    def _is_of_the_house(self, name: Candidate) -> bool:
        """ "X is a senior correspondent based in Cairo": a note about the writer."""
        if self._text(name.after) != "is":
            return False
        noun = next((n for n in range(name.after + 1, name.after + 8) if self._text(n) in TRADES), 0)
        return bool(noun) and self._text(noun + 1) in ("based", "covering", "for", "at", "with", "who", "in", "and")

    def _lends_its_name(self, name: Candidate) -> bool:
        """ "The Biden administration", "Kamal Adwan Hospital", "a Trump-brokered truce"."""
        if name.words[-1].lower() in things() or name.words[0].lower() in NAMING or self._is_listed_thing(name.after):
            return True
        following = self._text(name.after)
        if following in HYPHENS and self.tokens[name.after].start == self.tokens[name.after - 1].end:
            return self._text(name.after + 1).islower() and len(name.words) == 1
        if following not in things() or self.tokens[name.after].text.isupper():
            return False
        return not following.endswith("s") or following in ("brigades", "accords", "heights", "forces")

    def _is_listed_thing(self, place: int) -> bool:
        """ "The Adwan, Shifa and Awda hospitals": the names before one noun for several things."""
        joint = place
        while place < min(len(self.tokens), joint + LISTED):
            shown = self.tokens[place].text
            if shown.islower() and shown not in ("and", "al", "el", "as"):
                return place > joint and shown.endswith("s") and shown[:-1] in words("not_names", "named_thing")
            if not (shown[0].isupper() or shown in (",", "and", "al", "el", "as") or shown in HYPHENS):
                return False
            place += 1
        return False

    def _of_full_name(self, name: Candidate, edge: int) -> Evidence:
        first, before = name.words[0], self._text(edge - 1)
        if all(word.lower().startswith(("al-", "el-", "al‑")) for word in (first, name.words[-1])):
            return Evidence.NO
        role = self.ending.get(edge)
        if role is not None and role.kind == "role" and before not in words("place_words", "site"):
            return Evidence.STRONG
        ordinary = [word for word in name.words if is_common(word)]
        if self._explained(name, bool(ordinary)) or (self._apposed(edge) and not ordinary):
            return Evidence.STRONG
        if before == "the" or self._prefixed(edge - 1) or before in words("not_names", "named_thing"):
            return Evidence.NO
        prefix = first.lower() in words("not_names", "place_prefix")
        placed = before in PLACING and self._text(name.after) not in POSSESSIVE
        if is_given(first) or is_initial(first):
            doubtful = first.lower() in words("not_names", "given_name_too") and len(ordinary) == len(name.words) - 1
            return Evidence.WEAK if doubtful or placed or (prefix and self._among_places(name)) else Evidence.STRONG
        if ordinary or prefix or placed or before in TOWARDS or before in words("place_words", "site"):
            return Evidence.NO
        acts = self._text(name.after) in words("titles", "personal_verb") or before in ADDRESSING
        return Evidence.STRONG if acts else Evidence.WEAK

    def _among_places(self, name: Candidate) -> bool:
        """Whether a name is listed with places: "Jabalia, Tal al-Hawa and Khan Younis"."""
        before = self.ending.get(name.first - 1) if self._text(name.first - 1) in (",", "and") else None
        after = self.starting.get(name.after + 1) if self._text(name.after) in (",", "and") else None
        return any(mark is not None and mark.kind == "place" for mark in (before, after))

    def _prefixed(self, place: int) -> bool:
        """Whether a word stands before that makes it a place or a ship: "USS", "Kibbutz"."""
        return (
            place >= 0
            and self.tokens[place].text[0].isupper()
            and self._text(place) in words("not_names", "place_prefix")
        )

    def _apposed(self, edge: int) -> bool:
        """Whether an office stands before a comma: "the prison’s director, X"."""
        return self._text(edge - 1) == "," and edge - 1 in self.phrases_ending

    def _explained(self, name: Candidate, ordinary: bool) -> bool:
        """ "X, 65,", "X, who", "X, a teacher", "said X", "X told", "X's mother"."""
        after = name.after
        following, second = self._text(after), self._text(after + 1)
        if following in SAYING or self._text(name.first - 1) in ("said", "says"):
            return not ordinary
        if following in (",", "(", "–", "-"):
            if second.isdigit() and len(second) <= 3 and self._text(after + 2) in (",", ")", "–", "-", ";", "and", "."):
                return True
            participle = second in words("titles", "personal_participle") and not ordinary
            return participle or second in ("who", "whose", "whom") or self._described(after + 1)
        if following in POSSESSIVE:
            return is_role(second) or is_role(self._text(after + 2))
        return False

    def _described(self, place: int) -> bool:
        """Whether an office or the word for a person follows within three words of a determiner."""
        if self._text(place) not in DETERMINERS:
            return place in self.office_heads
        for step in range(place + 1, min(place + 5, len(self.tokens))):
            if step in self.office_heads:
                return True
            mark = self.starting.get(step)
            if mark is not None and mark.kind == "role":
                return True
            if not self.tokens[step].text.isalpha() and self.tokens[step].text not in HYPHENS:
                return False
        return False


def is_initial(word: str) -> bool:
    """Whether a word is an initial: "G.", "J.D."."""
    return "." in word and len(word.replace(".", "")) <= 3


def is_byline(tokens: tuple[Token, ...], marks: list[Mark]) -> bool:
    """Whether a line only names its writers, with agency, date, trade or town: "Jane Doe in Oslo"."""
    if len(tokens) > BYLINE_LENGTH or tokens[-1].text in (".", "!", "?"):
        return False
    allowed = BYLINE_WORDS | TRADES
    if any(token.text.islower() and token.lower not in allowed for token in tokens if token.text.isalpha()):
        return False
    media = any(mark.organization is not None and mark.organization.kind == "media" for mark in marks)
    dated = any(token.lower in words("not_names", "calendar") or token.lower in TRADES for token in tokens)
    return media or dated or _is_of_towns(tokens, marks)


def _is_of_towns(tokens: tuple[Token, ...], marks: list[Mark]) -> bool:
    """Whether a line holds nothing but full names, each "in" a place: "Jane Doe in Oslo and Max Roe in Bern"."""
    starting = {mark.first: mark.after for mark in marks if mark.kind in ("place", "state")}
    place, words_of_name, towns = 0, 0, 0
    while place < len(tokens):
        if tokens[place].lower == "in" and words_of_name > 1 and place + 1 in starting:
            place, words_of_name, towns = starting[place + 1], 0, towns + 1
        elif tokens[place].text in (",", "and"):
            place, words_of_name = place + 1, 0
        elif tokens[place].text[0].isupper():
            place, words_of_name = place + 1, words_of_name + 1
        else:
            return False
    return towns > 0 and words_of_name == 0


def credit_from(tokens: tuple[Token, ...]) -> int:
    """The token from which a sentence only says who made the article: "(Reporting by X; editing by Y)", "By X and Y".

    "X contributed to this report" is a credit as a whole; where there is none, the index after the last token.
    """
    lower = [token.lower for token in tokens[:CREDIT_REACH]]
    named = len(tokens) > 1 and tokens[0].text in ("By", "BY") and tokens[1].text[0].isupper()
    if named and len(tokens) < BYLINE_LENGTH and not (SAYING | {".", "was"}).intersection(lower[:-1]):
        return 0
    if CREDITS.isdisjoint(lower) and "contributed" not in lower:
        return len(tokens)
    for place, word in enumerate(lower[:-1]):
        opened = place < 3 or lower[place - 1] in ("(", ";", "additional")
        if word in CREDITS and lower[place + 1] == "by" and opened:
            return place
        if word == "contributed" and lower[place + 1] in ("reporting", "research"):
            return 0
        if word == "contributed" and lower[place + 1 : place + 3] == ["to", "this"]:
            return 0
    return len(tokens)
