"""Whom a name belongs to where no office says it: "Bassem Naim of Hamas", "France’s Emmanuel Macron".

Also "William Burns, who runs the CIA", "General Abbas Kamel for Egypt", "a Hamas team led by Khalil al-Hayya",
"on the Israeli side by David Barnea and Ronen Bar".
"""

from bisect import bisect_left
from collections.abc import Iterator

from ..authority import words
from ..records import Token
from .appositions import Link, left_edge
from .candidates import Candidate
from .complements import DETERMINERS, POSSESSIVE
from .marks import Mark

ACTORS = ("organization", "state")
SENDING = ("of", "from")
SIDES = frozenset({"side", "delegation", "team", "part"})
SIDE_REACH = 12
SIDE_ENDS = SIDES | {";", "."}


class Affiliations:
    """The names of one sentence, and the bodies that stand with them."""

    def __init__(self, tokens: tuple[Token, ...], marks: list[Mark], candidates: list[Candidate]) -> None:
        self.tokens, self.marks, self.candidates = tokens, marks, candidates
        self.ending = {mark.after: mark for mark in marks}
        self.starting = {mark.first: mark for mark in marks}

    def links(self) -> Iterator[Link]:
        """The links of the sentence, name by name, then those of whole sides."""
        for number, name in enumerate(self.candidates):
            edge = left_edge(self.tokens, self.ending, name.first)
            body = self._after(name) or self._before(edge)
            if body is not None:
                yield Link(number, None, body.first, (body,))
            else:
                yield from self._team(number, edge)
            yield from self._leads(number, name)
        yield from self._sides()

    def _lower(self, place: int) -> str:
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def _body_at(self, place: int, kinds: tuple[str, ...] = ACTORS) -> Mark | None:
        if self._lower(place) in DETERMINERS:
            place += 1
        mark = self.starting.get(place)
        return mark if mark is not None and mark.kind in kinds else None

    def _after(self, name: Candidate) -> Mark | None:
        """ "Bassem Naim of Hamas", "General Abbas Kamel for Egypt", "Azzam al-Ahmad (Fatah)"."""
        if self._lower(name.after) in ("of", "for"):
            return self._body_at(name.after + 1) or self._arm_at(name.after + 1)
        if self._lower(name.after) == ",":
            charged = tuple(self._lower(place) for place in range(name.after + 1, name.after + 4))
            of = name.after + (3 if charged == ("in", "charge", "of") else 1)
            return self._body_at(of + 1, ("organization",)) if self._lower(of) in ("of", "from", "with") else None
        mark = self._body_at(name.after + 1, ("organization",))
        bracketed = mark is not None and self._lower(name.after) == "(" and self._lower(mark.after) == ")"
        return mark if bracketed or self._lower(name.after) == "from" else None

    def _arm_at(self, place: int) -> Mark | None:
        """ "Of the Ukrainian military intelligence", "of Israel’s army": the state whose arm is named."""
        mark = self._body_at(place, ("adjective",))
        named = mark is not None and any(
            self._lower(n) in words("offices", "body") for n in range(mark.after, mark.after + 3)
        )
        return mark if named else None

    def _before(self, edge: int) -> Mark | None:
        """ "France’s Emmanuel Macron", "for Qatar, Sheikh Mohammed"."""
        previous = self._lower(edge - 1)
        mark = self.ending.get(edge - 1)
        if mark is not None and mark.kind == "organization" and previous in words("offices", "figure"):
            return mark
        if mark is None or mark.kind not in ACTORS:
            return None
        if previous in POSSESSIVE or (previous == "," and self._lower(mark.first - 1) == "for"):
            return mark
        return None

    def _team(self, number: int, edge: int) -> Iterator[Link]:
        """ "A Hamas delegation headed by", "an Israeli team under", "a delegation of the group led by"."""
        place = edge - 1
        if self._lower(place) not in ("by", "under"):
            return
        while place > 0 and (self._lower(place) in words("offices", "teamed") or self._lower(place) == ","):
            place -= 1
        of = self._sender(place)
        if of is not None:
            yield Link(number, None, of.first, (of,))
            return
        team = place
        while (
            place > 0
            and team - place < 5
            and (self._lower(place) in words("offices", "team") or self._lower(place) in "-,")
        ):
            place -= 1
        if place == team:
            return
        owned = place - (self._lower(place) in POSSESSIVE)
        mark = self.ending.get(owned + 1)
        if mark is not None and mark.kind in (*ACTORS, "adjective"):
            yield Link(number, None, mark.first, (mark,))
        elif owned < place and self._lower(owned) in words("offices", "anaphor"):
            yield Link(number, None, owned, (), self._lower(owned))
        elif (self._lower(place - 1) in SENDING and self._lower(place) == "the") and self._lower(place + 1) in words(
            "offices", "anaphor"
        ):
            yield Link(number, None, place + 1, (), self._lower(place + 1))

    def _sender(self, place: int) -> Mark | None:
        """Whom a team comes from where that stands behind it: "a delegation from the Houthis led by"."""
        mark = self.ending.get(place + 1)
        if mark is None or mark.kind not in ACTORS:
            return None
        if (
            mark.kind == "organization"
            and self._lower(place + 1) == ","
            and self._lower(place + 2) in ("led", "headed")
        ):
            return mark
        before = mark.first - 1 - (self._lower(mark.first - 1) in DETERMINERS)
        sent = self._lower(before) in SENDING and self._lower(before - 1) in words("offices", "team")
        return mark if sent else None

    def _leads(self, number: int, name: Candidate) -> Iterator[Link]:
        """ "X, who runs the CIA", "X took over the agency from Y", "X, who leads its delegation"."""
        place = name.after + (self._lower(name.after) == ",")
        relative = self._lower(place) == "who"
        while self._lower(place) in ("who", "has", "had", "also", "now", "currently", "then", "once"):
            place += 1
        if self._lower(place) == "took" and self._lower(place + 1) == "over":
            place += 1
        elif self._lower(place) not in words("offices", "lead"):
            return
        mark = self._body_at(place + 1, (*ACTORS, "adjective"))
        if mark is None:
            if relative and self._lower(place + 1) in ("its", "their"):
                yield Link(number, None, place + 1, (), self._lower(place + 1))
            return
        if not relative and mark.kind != "organization" and self._lower(mark.after) not in words("offices", "team"):
            return
        yield Link(number, None, mark.first, (mark,))
        following = self.candidates[number + 1] if number + 1 < len(self.candidates) else None
        if following is not None and self._lower(mark.after) == "from" and following.first == mark.after + 1:
            yield Link(number + 1, None, mark.first, (mark,))

    def _sides(self) -> Iterator[Link]:
        """ "On the Israeli side by A, B and C": the side of each."""
        for mark in self.marks:
            if mark.kind not in (*ACTORS, "adjective") or self._lower(mark.after) not in SIDES:
                continue
            if self._lower(mark.first - 1) != "the" or self._lower(mark.first - 2) not in ("on", "for", "from"):
                continue
            place, number = mark.after, bisect_left(self.candidates, mark.after, key=lambda name: name.first)
            while number < len(self.candidates) and self.candidates[number].first - place <= SIDE_REACH:
                name = self.candidates[number]
                if any(token.lower in SIDE_ENDS for token in self.tokens[place + 1 : name.first]):
                    break
                yield Link(number, None, mark.first, (mark,))
                place, number = name.after, number + 1
