"""Slot scoring of extracted tables against gold, as in the message-understanding evaluations (MUC, TAC KBP).

Rows are aligned one to one, best similarity first; then every filled cell is a slot: correct, wrong,
spurious or missing. A row without a partner counts all its slots. Gold may mark a row `optional` (neither
rewarded nor punished) and list further values to `accept` for a cell, null among them.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from build.extract import extract
from build.read import read_article
from build.reconcile import reconcile
from build.tables import Tables

Row = Mapping[str, Any]
Same = Callable[[Any, Any], bool]
TABLES = ("sources", "people", "meetings", "exchanges", "figures")

# cells that the build may fill from its authority data although the article leaves them open
OPEN = {
    "people": {"position", "organization", "country"},
    "figures": {"counted"},
    "exchanges": {"captives_holder", "prisoners_holder"},
    "sources": {"dateline"},
}
STOP = frozenset(
    {"the", "a", "an", "of", "and", "to", "in", "for", "al", "bin", "sheikh", "s", "other", "further", "more"}
)
ALIASES = {
    "central intelligence agency": "cia",
    "united nations": "un",
    "united states": "us",
    "foreign ministry": "ministry foreign affairs",
    "israeli": "israel",
    "israelis": "israel",
    "qatari": "qatar",
    "egyptian": "egypt",
    "american": "us",
    "americans": "us",
    "palestinians": "palestinian",
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
    "chief": "head",
    "director": "head",
    "boss": "head",
}
ALIAS = re.compile(r"\b(" + "|".join(sorted(ALIASES, key=len, reverse=True)) + r")\b")
PLAIN = str.maketrans(dict(zip("’‘ʼ“”–—\u00a0\u202f", "'''\"\"--  ", strict=True)))


def fold(value: object) -> str:
    """Letters and digits of `value` in lower case, without accents: 'Sana’a' folds to 'sana a'."""
    text = str("" if value is None else value).translate(PLAIN)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", text.replace(".", "")).strip()


def words(value: object) -> set[str]:
    """The words of `value` that carry meaning, aliases folded."""
    return {word for word in ALIAS.sub(lambda m: ALIASES[m[1]], fold(value)).split() if word not in STOP}


def shared(a: object, b: object) -> float:
    """The share of the shorter phrase's words that the other has too."""
    left, right = words(a), words(b)
    if not left or not right:
        return float(left == right)
    return len(left & right) / min(len(left), len(right))


def name_key(name: object) -> set[str]:
    """A name's words without particles; 'Althani' and 'Al Thani' fold to one."""
    return {re.sub(r"^al(?=[a-z]{4,})", "", word) for word in words(name)}


def equal(a: object, b: object) -> bool:
    """Whether two cells hold the same letters and digits."""
    return fold(a) == fold(b)


def same_words(a: object, b: object) -> bool:
    """Whether two phrases share more than half of the shorter one's words."""
    return shared(a, b) > 0.5


def same_office(a: object, b: object) -> bool:
    """Whether two offices share at least half of the shorter one's words."""
    return shared(a, b) >= 0.5


def same_person(a: object, b: object) -> bool:
    """Whether one name's words are all in the other."""
    left, right = name_key(a), name_key(b)
    return bool(left and right) and (left <= right or right <= left)


def same_address(a: object, b: object) -> bool:
    """Whether two addresses differ at most by a closing slash."""
    return str(a).rstrip("/") == str(b).rstrip("/")


def same_number(a: Any, b: Any) -> bool:
    """Whether two numbers agree to one part in ten thousand."""
    return abs(float(a) - float(b)) <= 1e-4 * max(1.0, abs(float(a)))


def _always(a: object, b: object) -> bool:
    return True


CELLS: Mapping[str, Mapping[str, Same]] = {
    "sources": {
        "title": equal,
        "publisher": same_words,
        "url": same_address,
        "published_on": equal,
        "dateline": equal,
    },
    "people": {"name": _always, "position": same_office, "organization": same_words, "country": equal},
    "meetings": dict.fromkeys(("place", "country", "region", "start_date", "end_date", "status"), equal),
    "exchanges": {
        **dict.fromkeys(("status", "start_date", "end_date", "captives_holder", "prisoners_holder"), equal),
        **dict.fromkeys(("captives_low", "captives_high", "prisoners_low", "prisoners_high"), same_number),
    },
    "figures": {
        **dict.fromkeys(("value_low", "value_high"), same_number),
        **dict.fromkeys(("modifier", "unit", "measure", "status"), equal),
        **dict.fromkeys(("counted", "claimed_by"), same_words),
    },
}


@dataclass(frozen=True, slots=True)
class Slot:
    """One filled cell, with how its value is compared."""

    name: str
    value: Any
    same: Same


def slots(table: str, row: Row) -> list[Slot]:
    """The filled cells of `row`; every party and person of a meeting is a slot of its own."""
    found = [Slot(name, row.get(name), same) for name, same in CELLS[table].items()]
    if table == "meetings":
        found += [Slot("party", party, equal) for party in sorted(row["parties"])]
        found += [Slot("person", person, same_person) for person in sorted(row["people"])]
    return [slot for slot in found if slot.value not in (None, "")]


def _same_as_any(same: Same, accepted: Sequence[Any], value: Any) -> bool:
    return any(same(one, value) for one in accepted)


def compare(gold: Sequence[Slot], mine: Sequence[Slot], accept: Mapping[str, Sequence[Any]]) -> list[str]:
    """The names of the gold slots that `mine` gets right, accepted values counted after exact ones."""
    left, correct, unmet = list(mine), [], []

    def take(name: str, right: Callable[[Any], bool]) -> bool:
        hit = next((slot for slot in left if slot.name == name and right(slot.value)), None)
        if hit:
            left.remove(hit)
            correct.append(name)
        return hit is not None

    for slot in gold:
        if not take(slot.name, partial(slot.same, slot.value)):
            unmet.append(slot)
    for slot in unmet:
        values = [value for value in accept.get(slot.name, ()) if value is not None]
        take(slot.name, partial(_same_as_any, slot.same, values))
    return correct


def settle(table: str, row: Row, gold: list[Slot], mine: list[Slot]) -> tuple[list[Slot], list[Slot]]:
    """Both lists without the slots that the gold leaves open."""
    accept = row.get("accept") or {}
    stated, found = {slot.name for slot in gold}, {slot.name for slot in mine}

    def open_in_mine(slot: Slot) -> bool:
        return slot.name not in stated and (
            slot.name in OPEN.get(table, ())
            or any(value is not None and slot.same(value, slot.value) for value in accept.get(slot.name, ()))
        )

    return (
        [slot for slot in gold if slot.name in found or None not in accept.get(slot.name, ())],
        [slot for slot in mine if not open_in_mine(slot)],
    )


def similarity(table: str, gold: Row, mine: Row) -> float:
    """How much two rows look like one; 0 means that they may not be aligned."""
    accept = gold.get("accept") or {}
    if table == "sources":
        return 1.0
    if table == "people":
        forms = [gold["name"], *gold.get("forms", ()), *(name for name in accept.get("name", ()) if name)]
        printed = [mine["name"], *mine["names_reported"].split("; ")]
        pairs = [(name_key(form), name_key(name)) for form in forms for name in printed if same_person(form, name)]
        return max((1 + len(a & b) / len(a | b) for a, b in pairs), default=0.0)
    if table == "figures":
        common = min(gold["end"], mine["end"]) - max(gold["start"], mine["start"])
        shortest = min(gold["end"] - gold["start"], mine["end"] - mine["start"])
        same = gold["value_low"] == mine["value_low"]
        if common <= 0 or (not same and common < 0.5 * shortest):
            return 0.0
        return float(common / max(gold["end"] - gold["start"], 1) + 10 * same)
    a, b = settle(table, gold, slots(table, gold), slots(table, mine))
    share = 2 * len(compare(a, b, accept)) / max(len(a) + len(b), 1)
    return share if share >= 0.4 else 0.0


def align(table: str, gold: Sequence[Row], mine: Sequence[Row]) -> list[tuple[int, int]]:
    """Pairs of indices, each row used once, the likest first."""
    scored = sorted(
        ((similarity(table, g, m), i, j) for i, g in enumerate(gold) for j, m in enumerate(mine)),
        key=lambda pair: (-pair[0], bool(gold[pair[1]].get("optional")), pair[1], pair[2]),
    )
    kept: dict[int, int] = {}
    for score, i, j in scored:
        if score > 0 and i not in kept and j not in kept.values():
            kept[i] = j
    return list(kept.items())


@dataclass(slots=True)
class Tally:
    """Slots in the gold, slots found, and those found that are right."""

    gold: int = 0
    mine: int = 0
    good: int = 0

    @property
    def precision(self) -> float:
        """The share of the slots found that are right."""
        return self.good / self.mine if self.mine else float(self.gold == 0)

    @property
    def recall(self) -> float:
        """The share of the gold's slots that were found right."""
        return self.good / self.gold if self.gold else float(self.mine == 0)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Per table: its slots, and how many rows the gold has."""

    slots: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    rows: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, gold: Mapping[str, Sequence[Row]], mine: Mapping[str, Sequence[Row]]) -> None:
        """Count one article."""
        for table in TABLES:
            self._add_table(table, gold[table], mine[table])

    def _add_table(self, table: str, gold: Sequence[Row], mine: Sequence[Row]) -> None:
        pairs = align(table, gold, mine)
        shrugged = {j for i, j in pairs if gold[i].get("optional")}
        tally, partners = self.slots[table], dict(pairs)
        for i, row in enumerate(gold):
            if row.get("optional"):
                continue
            self.rows[table] += 1
            stated, found = slots(table, row), list[Slot]()
            if i in partners:
                stated, found = settle(table, row, stated, slots(table, mine[partners[i]]))
            tally.gold += len(stated)
            tally.mine += len(found)
            tally.good += len(compare(stated, found, row.get("accept") or {}))
        for j in set(range(len(mine))) - set(partners.values()) - shrugged:
            tally.mine += len(slots(table, mine[j]))


def gold_rows(path: Path) -> dict[str, list[Row]]:
    """The gold of one article, table by table."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    meetings = [{"parties": [], "people": [], **meeting} for meeting in gold["meetings"]]
    rest = {table: gold[table] for table in ("people", "exchanges", "figures")}
    return {"sources": [gold["source"]], "meetings": meetings, **rest}


def table_rows(tables: Tables) -> dict[str, list[Row]]:
    """The build's rows in the gold's shape."""

    def plain(rows: Iterable[Any]) -> list[Row]:
        return [asdict(row) for row in rows]

    people = {person.person_id: person.name for person in tables.people}
    seated: list[Row] = [
        {
            **meeting,
            "parties": meeting["parties"].split("; "),
            "people": [
                people[seat.person_id]
                for seat in tables.participants
                if seat.meeting_id == meeting["meeting_id"] and seat.person_id in people
            ],
        }
        for meeting in plain(tables.meetings)
    ]
    return {
        "sources": plain(tables.sources),
        "people": plain(tables.people),
        "meetings": seated,
        "exchanges": plain(tables.exchanges),
        "figures": plain(tables.figures),
    }


def measure(folder: Path) -> Score:
    """The score of every NAME.txt with its NAME.gold.json in `folder`, each article built alone."""
    score = Score()
    for path in sorted(folder.glob("*.gold.json")):
        article = read_article(path.with_name(path.name.replace(".gold.json", ".txt")))
        score.add(gold_rows(path), table_rows(reconcile([extract(article)]).tables))
    return score
