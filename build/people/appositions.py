"""Which name holds which office: "CIA Director William Burns", "the prime minister of Qatar, Sheikh Mohammed".

An office stands directly before its holder, after them between commas, before them with a comma, or in a clause
("X, who is the Y"; "X was named the Y"). An office of several holders is shared out over a list of names.
"""

from dataclasses import dataclass

from ..authority import words
from ..records import Token
from ..words.phrasebook import HYPHENS
from .candidates import Candidate
from .complements import DETERMINERS, POSSESSIVE
from .marks import Mark
from .offices import OfficePhrase, groups_of

SEPARATORS = frozenset({",", "–", "—", "-", "(", ":"})
OPENERS = frozenset({"[", "(", '"', "“", "‘", "'"})
REACH = 9
PUTTING = frozenset(
    {"named", "appointed", "elected", "chosen", "nominated", "picked", "tapped", "designated", "selected", "made"}
)
STATE_OFFICES = frozenset(
    {"president", "vice_president", "prime_minister", "deputy_prime_minister", "foreign_minister", "defence_minister"}
    | {"finance_minister", "interior_minister", "security_minister", "justice_minister", "minister", "deputy_minister"}
    | {"national_security_adviser", "head_of_intelligence", "military_chief", "lawmaker", "ambassador"}
)


@dataclass(frozen=True, slots=True)
class Link:
    """A name (an index into the sentence's candidates) with its office, or with a body alone (`phrase` missing).

    `first` is where the office or body stands; `anaphor` the word that refers back to a body named before; `joined` an
    office that stands before with an "and" ("prime minister and foreign minister"); `inherited` says that the bodies
    are those of the name listed before ("Lebanese President X and Speaker Y").
    """

    candidate: int
    phrase: OfficePhrase | None
    first: int
    bodies: tuple[Mark, ...]
    anaphor: str | None = None
    joined: OfficePhrase | None = None
    inherited: bool = False


def left_edge(tokens: tuple[Token, ...], ending: dict[int, Mark], first: int) -> int:
    """The first token of a name with its forms of address: "Sheikh", "Maj. Gen.", an opening bracket."""
    place = first
    while place > 0:
        mark, previous = ending.get(place), tokens[place - 1]
        pointed = previous.text == "." and place - 1 in ending and ending[place - 1].kind in ("title", "office")
        opened = previous.text in OPENERS and place == first and previous.end == tokens[place].start
        if mark is not None and mark.kind == "title":
            place = mark.first
        elif pointed or opened or (previous.text.islower() and previous.lower in words("titles", "honorific")):
            place -= 1
        else:
            break
    return place


class Appositions:
    """The names and offices of one sentence, and the links between them."""

    def __init__(
        self,
        tokens: tuple[Token, ...],
        marks: list[Mark],
        candidates: list[Candidate],
        phrases: list[OfficePhrase],
    ) -> None:
        self.tokens, self.candidates, self.phrases = tokens, candidates, phrases
        self.ending = {mark.after: mark for mark in marks}
        self.starting = {mark.first: mark for mark in marks}
        self.at = {left_edge(tokens, self.ending, name.first): number for number, name in enumerate(candidates)}
        self.until = {self._past_bracket(name.after): number for number, name in enumerate(candidates)}
        self.phrase_until = {phrase.after: phrase for phrase in phrases}
        self.phrase_at = {phrase.first: phrase for phrase in phrases}
        self.linked: set[int] = set()
        self.found: list[Link] = []
        self.holder_until: dict[int, int] = {}
        self.by_name: dict[int, Link] = {}

    def links(self) -> list[Link]:
        """The links of the sentence; a name may have several, an office of several holders too."""
        for phrase in [phrase for phrase in self.phrases if not self._direct(phrase)]:
            self._apposed(phrase)
        for number, name in enumerate(self.candidates):
            self._clause(number, name)
        return self.found

    def _past_bracket(self, place: int) -> int:
        return place + 1 if place < len(self.tokens) and self.tokens[place].text == "]" else place

    def _lower(self, place: int) -> str:
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def _direct(self, phrase: OfficePhrase) -> bool:
        """ "CIA Director William Burns"; with two offices, "Prime Minister and Foreign Minister" before one name."""
        bracketed = self._lower(phrase.first - 1) in ("(", "[") and self._lower(phrase.after) in (")", "]")
        number = self.at.get(phrase.after + 1 if bracketed else self._past_place(phrase.after))
        number = self.at.get(phrase.after) if number is None else number
        if number is None:
            return False
        before = self.phrase_until.get(phrase.first - 1) if self._lower(phrase.first - 1) in ("and", "&", "/") else None
        if before is not None and not before.many:
            self._add(number, before, before.bodies)
            self._add(number, phrase, phrase.bodies, before)
        elif phrase.bodies or phrase.anaphor or phrase.possessor or not self._inherit(number, phrase):
            self._share(number, phrase)
        return True

    def _inherit(self, number: int, phrase: OfficePhrase) -> bool:
        """ "Lebanese President X, Prime Minister Y and Speaker Z": one country for a list of officers."""
        place = phrase.first
        while self._lower(place - 1) in (",", "and") and phrase.first - place < 2:
            place -= 1
        before = self.by_name.get(self.until.get(place, -1)) if place < phrase.first else None
        states = tuple(mark for mark in before.bodies if mark.kind in ("state", "adjective")) if before else ()
        if not states or phrase.many or phrase.kind not in STATE_OFFICES:
            return False
        self._add(number, phrase, states, inherited=True)
        return True

    def _apposed(self, phrase: OfficePhrase) -> None:
        if self._lower(phrase.after) in POSSESSIVE:
            return
        behind, ahead = self._name_before(phrase), self._name_after(phrase)
        full = behind is not None and len(self.candidates[behind].words) > 1
        if behind is not None and (ahead is None or (full and behind not in self.linked)):
            self._add(behind, phrase, phrase.bodies, self._joined_to(phrase, behind))
        elif ahead is not None and ahead not in self.linked:
            self._share(ahead, phrase)
        elif behind is not None and behind not in self.linked:
            self._add(behind, phrase, phrase.bodies)
        elif (named := self._named_to(phrase)) is not None:
            self._add(named, phrase, phrase.bodies)

    def _named_to(self, phrase: OfficePhrase) -> int | None:
        """Who is put in office: "X has been named as the Y", "Z named X its Y", "X, whom Z made his Y"."""
        place = phrase.first - 1
        while self._lower(place) in DETERMINERS or self._lower(place) in ("as", "to", "be", "new", "next"):
            place -= 1
        number = self.until.get(place + 1)
        if number is not None:
            edge = left_edge(self.tokens, self.ending, self.candidates[number].first)
            return number if self._lower(edge - 1) in PUTTING else None
        if self._lower(place) not in PUTTING:
            return None
        if self._lower(place - 1) in ("been", "was", "is", "be"):
            opens = self.candidates and left_edge(self.tokens, self.ending, self.candidates[0].first) == 0
            return 0 if opens else None
        before = self.phrase_until.get(place)
        if before is not None:
            return self.holder_until.get(before.after)
        reach = range(place, max(0, place - REACH), -1)
        whom = next((step for step in reach if self._lower(step) == "whom"), 0)
        steps = range(whom, max(0, whom - REACH), -1)
        return next((self.until[step] for step in steps if step in self.until and self._lower(step) == ","), None)

    def _add(
        self,
        number: int,
        phrase: OfficePhrase,
        bodies: tuple[Mark, ...],
        joined: OfficePhrase | None = None,
        inherited: bool = False,
    ) -> None:
        if self.holder_until.get(phrase.after) != number:
            link = Link(number, phrase, phrase.first, bodies, phrase.anaphor, joined, inherited)
            self.found.append(link)
            self.by_name.setdefault(number, link)
            self.linked.add(number)
            self.holder_until[phrase.after] = number

    def _joined_to(self, phrase: OfficePhrase, number: int) -> OfficePhrase | None:
        """The first of two joined offices of one holder: "at once prime minister and foreign minister"."""
        comma = phrase.first - 1
        while comma > 0 and self._lower(comma) in DETERMINERS:
            comma -= 1
        before = self.phrase_until.get(comma) if self._lower(comma) == "and" else None
        return before if before is not None and self.holder_until.get(before.after) == number else None

    def _share(self, number: int, phrase: OfficePhrase) -> None:
        """Give the office to a name, and to those listed after it where it has several holders."""
        numbers, own = [number], [self._own_body(number)]
        while phrase.many:
            place, steps = own[-1].after if own[-1] else self.candidates[numbers[-1]].after, 0
            while self._lower(place) in (",", "and", "&") and steps < 2:
                place, steps = place + 1, steps + 1
            following = self.at.get(place) if steps else None
            if following is None:
                break
            numbers.append(following)
            own.append(self._own_body(following))
        groups = groups_of(phrase.bodies, self.tokens)
        shared = len(numbers) == len(groups) and len(numbers) > 1
        for place, other in enumerate(numbers):
            body = own[place]
            bodies = groups[place] if shared else (*phrase.bodies, *((body,) if body else ()))
            self._add(other, phrase, bodies)

    def _own_body(self, number: int) -> Mark | None:
        """The body right after a name in a list: "foreign ministers X of Azerbaijan and Y of Armenia"."""
        after = self.candidates[number].after
        mark = self.starting.get(after + 1) if self._lower(after) in ("of", "for") else None
        return mark if mark is not None and mark.kind in ("state", "organization") else None

    def _name_before(self, phrase: OfficePhrase) -> int | None:
        """The name before ", the Y": "Hussam Badran, a member of the Hamas political bureau"."""
        comma = phrase.first - 1
        if self._lower(comma) in POSSESSIVE and comma in self.until:
            owner = left_edge(self.tokens, self.ending, self.candidates[self.until[comma]].first)
            comma = (self.phrase_until[owner].first if owner in self.phrase_until else owner) - 1
        while comma >= 0 and phrase.first - comma < REACH and not self._separates(comma):
            if self._lower(comma) == "and" and comma in self.holder_until:
                return self.holder_until[comma]
            comma -= 1
        if comma <= 0 or self.tokens[comma].text not in SEPARATORS or not self._leads_to(comma + 1, phrase.first):
            return None
        return self.until.get(comma)

    def _separates(self, place: int) -> bool:
        """Whether a mark of punctuation parts two phrases; the hyphen of "president-elect" parts none."""
        if self.tokens[place].text not in SEPARATORS:
            return False
        spaced = place == 0 or self.tokens[place - 1].end < self.tokens[place].start
        return spaced or self.tokens[place].text not in HYPHENS

    def _leads_to(self, place: int, first: int) -> bool:
        """Whether the words between a comma and an office only introduce it: "the burly", "a retired general and"."""
        between = [token.lower for token in self.tokens[place:first]]
        if all(word in DETERMINERS or word in words("offices", "aside") for word in between):
            return True
        if between[0] not in DETERMINERS or not all(word.isalpha() or word == "-" for word in between):
            return self._lower(first - 1) in POSSESSIVE
        plain = [word for word in between[1:] if word in words("not_names", "function") and word != "and"]
        return not plain and (len(between) <= 3 or "and" in between)

    def _name_after(self, phrase: OfficePhrase) -> int | None:
        """The name after "the Y,": "Qatar’s prime minister, Sheikh Mohammed"."""
        place = self._past_place(phrase.after)
        if self._lower(place) not in (",", "–", "—", "-", "(", ":"):
            return None
        if self._lower(phrase.first - 1) in ("a", "an") and any(
            other.nested and other.after == phrase.after and other is not phrase for other in self._within(phrase)
        ):
            return None
        return self.at.get(place + 1)

    def _past_place(self, place: int) -> int:
        """Past where the office is held: "the Hamas leader in Gaza, Yahya Sinwar"."""
        mark = self.starting.get(place + 1) if self._lower(place) in ("in", "inside") else None
        return mark.after if mark is not None and mark.kind in ("place", "state") else place

    def _within(self, phrase: OfficePhrase) -> list[OfficePhrase]:
        inner = (self.phrase_at.get(place) for place in range(phrase.head + 1, min(phrase.after, phrase.head + REACH)))
        return [other for other in inner if other is not None]

    def _clause(self, number: int, name: Candidate) -> None:
        """ "X, who is the Y", "X was named the Y", "X, who leads the team and is number two of the Y"."""
        place = self._past_description(name.after + (self._lower(name.after) == ","))
        relative, verb, steps = self._lower(place) == "who", False, 0
        while place < len(self.tokens) and steps < REACH:
            phrase = self.phrase_at.get(place)
            if phrase is not None and verb:
                self._add(number, phrase, phrase.bodies)
                return
            lower = self._lower(place)
            if lower in PUTTING and self._lower(place - 1) in ("has", "had"):
                return
            if lower not in words("offices", "clause"):
                place = self._second_verb(place) if relative and not verb else 0
                if not place:
                    return
                relative = False
                continue
            verb = verb or not (lower in DETERMINERS or lower in words("offices", "aside") or lower == "who")
            place, steps = place + 1, steps + 1

    def _past_description(self, place: int) -> int:
        """Past what a clause with "who" describes: "X, | a close ally | who serves as the Y"."""
        if self._lower(place) in DETERMINERS and self._lower(place - 1) == ",":
            for step in range(place + 1, min(place + REACH, len(self.tokens))):
                if self._lower(step) == "who":
                    return step
                if not self.tokens[step].text[0].isalpha() and self.tokens[step].text not in HYPHENS:
                    break
        return place

    def _second_verb(self, place: int) -> int:
        """Where "and is" goes on with a relative clause; 0 if it does not soon."""
        for step in range(place, min(place + REACH, len(self.tokens) - 1)):
            if self._lower(step) == "and" and self._lower(step + 1) in ("is", "was", "serves", "remains"):
                return step + 1
            if self._lower(step) in (",", ";", "."):
                return 0
        return 0
