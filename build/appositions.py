"""Which name holds which office: "CIA Director William Burns", "David Barnea, who heads the Mossad", "Bassem Naim of Hamas".

An office stands directly before its holder, after them between commas, before them with a comma, or in a clause
("X, who is the Y"; "X was named the Y"). A body alone may stand with a name too ("France’s Emmanuel Macron").
"""

from dataclasses import dataclass
from functools import cache

from .authority import table
from .candidates import Candidate
from .marks import Mark
from .offices import DETERMINERS, POSSESSIVE, OfficePhrase
from .records import Token

SEPARATORS = frozenset({",", "–", "—", "-", "(", ":"})
OPENERS = frozenset({"[", "(", '"', "“", "‘", "'"})
CLAUSE = frozenset(
    [
        "who",
        "which",
        "is",
        "was",
        "are",
        "were",
        "has",
        "had",
        "have",
        "been",
        "be",
        "being",
        "becomes",
        "became",
        "remains",
        "remained",
        "serves",
        "served",
        "acts",
        "acted",
        "as",
        "also",
        "now",
        "then",
        "currently",
        "formerly",
        "previously",
        "once",
        "still",
        "named",
        "appointed",
        "elected",
        "chosen",
        "sworn",
        "in",
        "confirmed",
        "nominated",
        "at",
        "both",
        "and",
        "long-time",
        "new",
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
    ]
)
ASIDE = frozenset(
    [
        "also",
        "now",
        "currently",
        "formerly",
        "previously",
        "once",
        "then",
        "both",
        "at",
        "until",
        "recently",
        "himself",
        "herself",
    ]
)


@dataclass(frozen=True, slots=True)
class Link:
    """A name (an index into the sentence's candidates) with its office, or with a body alone."""

    candidate: int
    phrase: OfficePhrase | None
    first: int
    after: int
    bodies: tuple[Mark, ...]
    direct: bool = False


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("offices") if row["class"] == name)


def left_edge(tokens: tuple[Token, ...], marks_ending: dict[int, Mark], first: int) -> int:
    """The first token of a name with its forms of address: "Sheikh", "Major-General", an opening bracket."""
    place = first
    while place > 0:
        mark = marks_ending.get(place)
        if mark is not None and mark.kind == "title":
            place = mark.first
        elif tokens[place - 1].text == "." and marks_ending.get(place - 1) is not None:
            if marks_ending[place - 1].kind != "title":
                break
            place -= 1
        elif tokens[place - 1].text in OPENERS and place < first + 1:
            place -= 1
        else:
            break
    return place


def find_links(
    tokens: tuple[Token, ...], marks: list[Mark], candidates: list[Candidate], phrases: list[OfficePhrase]
) -> list[Link]:
    """The links of a sentence; a name may have several, an office of several holders too."""
    return _Linker(tokens, marks, candidates, phrases).links()


class _Linker:
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
        self.linked: set[int] = set()
        self.found: list[Link] = []

    def _past_bracket(self, place: int) -> int:
        return place + 1 if place < len(self.tokens) and self.tokens[place].text == "]" else place

    def links(self) -> list[Link]:
        waiting = [phrase for phrase in self.phrases if not self._direct(phrase)]
        for phrase in waiting:
            behind, ahead = self._name_before(phrase), self._name_after(phrase.after)
            full = behind is not None and len(self.candidates[behind].words) > 1
            if behind is not None and (ahead is None or (full and behind not in self.linked)):
                self._add(behind, phrase)
            elif ahead is not None and ahead not in self.linked:
                self._list(ahead, phrase)
            elif behind is not None and behind not in self.linked:
                self._add(behind, phrase)
        for number, name in enumerate(self.candidates):
            self._clause(number, name)
            self._body(number, name)
        return self.found

    def _direct(self, phrase: OfficePhrase) -> bool:
        """ "CIA Director William Burns", "presidents Joe Biden and Abdel Fattah al-Sisi"."""
        number = self.at.get(phrase.after)
        if number is None:
            return False
        self._list(number, phrase, direct=True)
        before = next((other for other in self.phrases if self._joined(other, phrase)), None)
        if before is not None:
            self._add(number, before, direct=True)
        return True

    def _joined(self, one: OfficePhrase, other: OfficePhrase) -> bool:
        """ "Prime Minister and Foreign Minister": two offices of one holder."""
        return one.after + 1 == other.first and self.tokens[one.after].lower in ("and", "&", "/") and not one.many

    def _list(self, number: int, phrase: OfficePhrase, direct: bool = False) -> None:
        """Give the office to a name, and to those listed after it where the office has several holders."""
        numbers = [number]
        while phrase.many:
            place = self.candidates[numbers[-1]].after
            steps = 0
            while place < len(self.tokens) and self.tokens[place].lower in (",", "and", "&") and steps < 2:
                place, steps = place + 1, steps + 1
            following = self.at.get(place)
            if not steps or following is None:
                break
            numbers.append(following)
        shared = len(numbers) == len(phrase.bodies) and len(numbers) > 1
        for place, other in enumerate(numbers):
            bodies = (phrase.bodies[place],) if shared else phrase.bodies
            self.found.append(Link(other, phrase, phrase.first, phrase.after, bodies, direct))
            self.linked.add(other)

    def _add(self, number: int, phrase: OfficePhrase, direct: bool = False) -> None:
        if any(link.candidate == number and link.phrase is phrase for link in self.found):
            return
        self.found.append(Link(number, phrase, phrase.first, phrase.after, phrase.bodies, direct))
        self.linked.add(number)

    def _name_before(self, phrase: OfficePhrase) -> int | None:
        """The name before ", the Y": "Hussam Badran, a member of the Hamas political bureau"."""
        place, steps = phrase.first, 0
        while place > 0 and steps < 6 and self.tokens[place - 1].text not in SEPARATORS:
            token = self.tokens[place - 1]
            joins = token.lower == "and" and any(other.after == place - 1 for other in self.phrases)
            if joins:
                return next((link.candidate for link in self.found if link.after == place - 1), None)
            if not (token.lower in DETERMINERS or token.lower in ASIDE or (steps < 2 and token.text.islower())):
                return None
            place, steps = place - 1, steps + 1
        return self.until.get(place - 1) if place > 0 else None

    def _name_after(self, place: int) -> int | None:
        """The name after "the Y,": "Qatar’s prime minister, Sheikh Mohammed"."""
        if place < len(self.tokens) and self.tokens[place].text in (",", "–", "—", "-", "("):
            return self.at.get(place + 1)
        return None

    def _clause(self, number: int, name: Candidate) -> None:
        """ "X, who is the Y", "X was named the Y", "X, who runs the CIA"."""
        place = name.after + (name.after < len(self.tokens) and self.tokens[name.after].text == ",")
        opened = place
        firsts = {phrase.first: phrase for phrase in self.phrases}
        while place < len(self.tokens) and place - opened < 9:
            lower = self.tokens[place].lower
            if place > opened and place in firsts and not any(link.first == place for link in self.found):
                if any(self.tokens[step].lower in CLAUSE - DETERMINERS - ASIDE for step in range(opened, place)):
                    self._add(number, firsts[place])
                return
            if lower in _class("lead") and self.tokens[opened].lower == "who":
                self._leads(number, place + 1)
                return
            if lower == "took" and self.tokens[place + 1 : place + 2] and self.tokens[place + 1].lower == "over":
                self._leads(number, place + 2)
                return
            if lower not in CLAUSE:
                return
            place += 1

    def _leads(self, number: int, place: int) -> None:
        if place < len(self.tokens) and self.tokens[place].lower in DETERMINERS:
            place += 1
        mark = self.starting.get(place)
        if mark is not None and mark.kind in ("organization", "state", "adjective"):
            self.found.append(Link(number, None, place, mark.after, (mark,)))

    def _body(self, number: int, name: Candidate) -> None:
        """ "Bassem Naim of Hamas", "France’s Emmanuel Macron", "General Abbas Kamel for Egypt"."""
        tokens, after = self.tokens, name.after
        if after + 1 < len(tokens) and tokens[after].lower in ("of", "for", "from"):
            place = after + 1 + (tokens[after + 1].lower == "the")
            mark = self.starting.get(place)
            allowed = ("organization", "state") if tokens[after].lower != "from" else ("organization",)
            if mark is not None and mark.kind in allowed:
                self.found.append(Link(number, None, place, mark.after, (mark,)))
        edge = left_edge(tokens, self.ending, name.first)
        if edge > 1 and tokens[edge - 1].text in POSSESSIVE:
            mark = self.ending.get(edge - 1)
            if mark is not None and mark.kind in ("organization", "state"):
                self.found.append(Link(number, None, mark.first, mark.after, (mark,)))
        elif edge > 2 and tokens[edge - 1].text == ",":
            mark = self.ending.get(edge - 1)
            if mark is not None and mark.kind in ("organization", "state") and mark.first > 0:
                if tokens[mark.first - 1].lower == "for":
                    self.found.append(Link(number, None, mark.first, mark.after, (mark,)))
