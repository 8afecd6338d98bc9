"""Which names are one person (codebook, "people": spelling variants are one person)."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..records import Claims, PersonClaim
from ..tables import PersonRow
from .gather import Report
from .identity import distinct, slug

ARTICLES = ("al", "el")
"""The Arabic article, that papers write apart, with a hyphen, or in one word with the name."""


Group = list[Report[PersonClaim]]


@dataclass(frozen=True, slots=True)
class Person:
    """One person, with every report that names them."""

    reports: tuple[Report[PersonClaim], ...]
    row: PersonRow


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name as they compare: without case, accents, hyphens, or the Arabic article.

    >>> name_key("Mohammed bin Abdulrahman Al-Thani") == name_key("Mohammed Bin Abdulrahman Althani")
    True
    >>> name_key("Itamar Ben-Gvir") == name_key("Itamar Ben Gvir")
    True
    """
    words = slug(name).split("-")
    return tuple(_bare(word) for word in words if word not in ARTICLES) or tuple(words)


def _bare(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word)
    return plain[2:] if plain.startswith(ARTICLES) and len(plain) > 5 else plain


def same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` may be a shorter form of `full`: a family name alone, or names left out in the middle.

    >>> same_person(("thani",), ("mohammed", "bin", "abdulrahman", "thani"))
    True
    >>> same_person(("mohammed",), ("mohammed", "bin", "abdulrahman", "thani"))
    False
    """
    if len(short) >= len(full) or not short or short[-1] != full[-1]:
        return short == full
    rest = iter(full)
    return (len(short) == 1 or short[0] == full[0]) and all(word in rest for word in short)


def gather_people(claims: Sequence[Claims]) -> tuple[list[Person], dict[tuple[str, int], str], list[str]]:
    """The people of all sources; the id of each article's person by source and index; and the log.

    A shorter name joins a fuller one only when exactly one fits, and never one that its own article
    names beside it: "Levy" in one report joins "Dana Levy" in another unless "Rami Levy" is named too.
    """
    reports = [Report(c, person, i, person.mentions) for c in claims for i, person in enumerate(c.people)]
    groups: list[Group] = []
    by_name: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
    by_family: defaultdict[str, list[Group]] = defaultdict(list)
    log = []
    for report in sorted(reports, key=lambda r: (-len(name_key(r.claim.name)), name_key(r.claim.name), r.when)):
        key = name_key(report.claim.name)
        entry = (report.claim.wikidata_id or "",)
        same = [group for group in by_name[entry] or by_name[key] if _same_entry(report, group)]
        fits = same[:1] or [group for group in by_family[key[-1]] if _fits(report, key, group)]
        names = " and ".join(sorted(group[0].claim.name for group in fits))
        if len(fits) == 1:
            group = fits[0]
            if not same:
                log.append(f"person {names}: “{report.claim.name}” of {report.source_id} joined: no other fits")
        else:
            group = []
            groups.append(group)
            by_family[key[-1]].append(group)
            if fits:
                log.append(f"person {report.claim.name}: {report.source_id} stays apart: {names} fit equally")
        for name in {key, entry} - {("",)}:
            if not any(group is known for known in by_name[name]):
                by_name[name].append(group)
        group.append(report)
    return *_named(groups), log


def _same_entry(report: Report[PersonClaim], group: Group) -> bool:
    """Whether the authority file does not keep two people of one name apart."""
    known = {r.claim.wikidata_id for r in group} | {report.claim.wikidata_id}
    return len(known - {None}) < 2


def _fits(report: Report[PersonClaim], key: tuple[str, ...], group: Group) -> bool:
    one, other = report.claim, group[0].claim
    if not _same_entry(report, group) or any(r.source_id == report.source_id for r in group):
        return False
    if one.country and other.country and one.country != other.country:
        return False
    return any(same_person(key, name_key(r.claim.name)) for r in group)


def _named(groups: list[Group]) -> tuple[list[Person], dict[tuple[str, int], str]]:
    ordered = sorted(groups, key=lambda group: min(r.when for r in group))
    names = [_name(group) for group in ordered]
    rows = list(zip(names, ordered, strict=True))
    ids = distinct(rows, lambda row: slug(row[0]), lambda row: _apart(row[1]))
    people = [
        Person(tuple(sorted(group, key=lambda r: r.when)), _row(person_id, name, group))
        for person_id, (name, group) in zip(ids, rows, strict=True)
    ]
    known = {(r.source_id, r.index): person.row.person_id for person in people for r in person.reports}
    return people, known


def _apart(group: Group) -> tuple[str, ...]:
    first = min(group, key=lambda r: r.when)
    return tuple(slug(part) for part in (first.claim.country, first.claim.organization, first.source_id) if part)


def _name(group: Group) -> str:
    """The authority's form where a report has it, else the fullest; of equal ones the most frequent."""
    known = [r.claim.name for r in group if r.claim.wikidata_id]
    names = known or [r.claim.name for r in group]
    count = Counter(names)
    return min(count, key=lambda name: (-len(name_key(name)), -count[name], name))


def _row(person_id: str, name: str, group: Group) -> PersonRow:
    found = [r.claim for r in group]
    return PersonRow(
        person_id=person_id,
        name=name,
        names_reported="; ".join(sorted({form for claim in found for form in claim.forms})),
        position=_fullest(claim.position for claim in found),
        organization=_most_frequent(claim.organization for claim in found),
        country=_most_frequent(claim.country for claim in found),
        wikidata_id=_most_frequent(claim.wikidata_id for claim in found),
        sources=len({r.source_id for r in group}),
    )


def _fullest(values: Iterable[str | None]) -> str | None:
    known = sorted({value for value in values if value})
    return max(known, key=lambda value: (len(value.split()), len(value)), default=None)


def _most_frequent(values: Iterable[str | None]) -> str | None:
    count = Counter(value for value in values if value)
    return min(count, key=lambda value: (-count[value], value), default=None)
