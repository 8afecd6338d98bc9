"""People released who are named and not counted: "Dana Levy, Rami Cohen and Omer Katz, for 90 prisoners" are three."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..records import Chunks, PersonMention
from .phrases import has_phrase, last_phrase, phrase_at
from .release_dates import Moment, moments
from .releases import Line, Release

BETWEEN = 8
BEFORE = 6
APPOSITION = 16
LINKS = frozenset((",", "and", "&"))


def add_named(
    releases: Mapping[int, Sequence[Release]], article_lines: Sequence[Line], chunks: Chunks
) -> dict[int, list[Release]]:
    """The releases with those added that sentences without a number of captives tell by names."""
    found = {number: list(own) for number, own in releases.items()}
    for line, names in names_by_line(article_lines, chunks):
        own = found.get(line.number, [])
        if not _may_name(line, own):
            continue
        times = moments(line, chunks)
        for run in runs_of(line, names):
            if any(_is_named_for(r, line, run) for r in own):
                found[line.number] = [_with_side(r, own) if _is_named_for(r, line, run) else r for r in own]
                break
            counted = [r for r in own if r.side == "captives"]
            if _joins(line, run, counted) if counted else _is_released(line, run, own, times):
                prospective = any(r.prospective for r in own)
                count = len({name.person for name in run})
                first, last = line.index(run[0].start), line.index(run[-1].end - 1) + 1
                named = Release("captives", count, count, "exact", first, last, prospective, None, ())
                found[line.number] = sorted([*own, named], key=lambda r: r.first)
                break
    return found


def _is_named_for(release: Release, line: Line, run: Sequence[PersonMention]) -> bool:
    """Whether the names only say who was counted: "for one soldier, X", "two women, X and Y"."""
    beside = release.last <= line.index(run[0].start) <= release.last + 1
    return beside and release.low == release.high == len({name.person for name in run})


def _with_side(release: Release, own: Sequence[Release]) -> Release:
    """Those who are named are the captives, where the others counted are prisoners."""
    others = {other.side for other in own if other is not release}
    return replace(release, side="captives") if others == {"prisoners"} else release


def names_by_line(article_lines: Sequence[Line], chunks: Chunks) -> Iterator[tuple[Line, list[PersonMention]]]:
    """The names of each line that has any."""
    names: list[PersonMention] = []
    rest = list(reversed(chunks.persons))
    for line in article_lines:
        names = []
        while rest and rest[-1].start < line.sentence.end:
            names.append(rest.pop())
        if names:
            yield line, names


def _may_name(line: Line, own: Sequence[Release]) -> bool:
    """Whether the sentence tells of prisoners released, or of captives by that name."""
    return bool(own) or has_phrase(line.words, 0, len(line.words), "captive")


def runs_of(line: Line, names: Sequence[PersonMention]) -> Iterator[list[PersonMention]]:
    """Names that follow each other in a list: joined by commas and "and", with short appositions between."""
    run = [names[0]]
    for name in names[1:]:
        gap = line.words[line.index(run[-1].end - 1) + 1 : line.index(name.start)]
        if gap and gap[0] in LINKS and len(gap) <= BETWEEN and not set(gap) & {";", ".", ":"} and not _has_verb(gap):
            run.append(name)
        else:
            yield run
            run = [name]
    yield run


def _has_verb(gap: Sequence[str]) -> bool:
    return has_phrase(gap, 0, len(gap), "release", "swap", "held")


def _is_released(line: Line, run: Sequence[PersonMention], own: Sequence[Release], times: Sequence[Moment]) -> bool:
    """Whether the names stand where those stand who are let go."""
    words = line.words
    first, last = line.index(run[0].start), line.index(run[-1].end - 1) + 1
    opening = last_phrase(words, first - BEFORE, first, "for", "release")
    if opening is not None and (
        has_phrase(words, opening + 1, opening + 2, "captive") or has_phrase(words, opening, first, "record")
    ):
        return False
    if opening is not None and words[first - 1] == "," and phrase_at(words, opening + 1, "single"):
        return bool(own) and phrase_at(words, opening, "for") > 0
    if opening is not None and _leads_to(words, opening + phrase_at(words, opening, "for", "release"), first):
        return bool(own) or (words[opening].endswith("ed") and has_phrase(words, opening, first, "captive"))
    if not own:
        return False
    if times and times[0].last < first <= times[0].last + 2 and words[times[0].last] == ":":
        return True
    ahead = range(last, min(last + APPOSITION, len(words) - 1))
    if any(words[at] == "being" and phrase_at(words, at + 1, "release") for at in ahead):
        return True
    verb = _after_apposition(words, last)
    return has_phrase(words, verb, verb + 3, "release") and words[verb] in ("were", "was", "are", "is", "have", "had")


def _after_apposition(words: Sequence[str], place: int) -> int:
    """Past what is set between commas: "X, the only soldier held by the rebels, was handed over"."""
    if words[place] != ",":
        return place
    end = next((i for i in range(place + 1, min(place + APPOSITION, len(words) - 1)) if words[i] == ","), place)
    return end + 1


def _joins(line: Line, run: Sequence[PersonMention], counted: Sequence[Release]) -> bool:
    """Whether the names open a list that a number goes on with: "Claire Petit and two Italians were freed"."""
    last = line.index(run[-1].end - 1) + 1
    gap = line.words[last : counted[0].first]
    return counted[0].first > last and "and" in gap and set(gap) <= {"and", ","}


def _leads_to(words: Sequence[str], first: int, last: int) -> bool:
    """Whether nothing stands between the verb and the name but what says who it is: "for soldier X"."""
    return not set(words[first:last]) & {",", ";", ":", ".", "by", "to", "from", "with", "that", "said"}
