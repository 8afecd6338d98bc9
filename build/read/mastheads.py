"""The names of outlets: those of the authority file, and what is a newspaper's or a broadcaster's by its words."""

import re
from functools import cache

from ..authority import table, words
from .paragraphs import ends_sentence, is_label

LONGEST = 60
MOST_WORDS = 6
FRAME = " |•*_"
ARTICLE = re.compile(r"^(?:The|Le|La|Les|El|Los|Las|Il|Lo|Der|Die|Das|De|Het|O|L['’])\s*\b", re.I)
WORD = re.compile(r"[\w’']+")
NAME = re.compile(
    r"(?:[A-Z][\w’'&-]{0,30}|of|de|del|di|du|and|&)(?:\s(?=[A-Z&]|of\s|de\s|del\s|di\s|du\s|and\s[A-Z])|$|\b)"
)
UNLIKE = re.compile(r"[,:;/()|–—]|\s-\s")
SMALL = frozenset(
    "a an and at da de dei del della den der des di do du e el en et for i il in la le of on the und y".split()
)
SECTIONS = ("news", "today", "updates", "brief", "newsletter")


def is_masthead(line: str) -> bool:
    """Whether a line is the name of a newspaper, a newsletter or a broadcaster ("LEVANT MORNING BRIEF")."""
    bare = line.strip(FRAME)
    if bare in outlets():
        return True
    if len(bare) > LONGEST:
        return False
    parts = [word.casefold() for word in WORD.findall(ARTICLE.sub("", bare))]
    if not 0 < len(parts) <= MOST_WORDS or not _is_named_so(parts):
        return False
    if not is_label(bare) or ends_sentence(bare) or UNLIKE.search(bare) or is_section(bare, parts):
        return False
    return all(not word[0].islower() or word in SMALL for word in bare.split())


def _is_named_so(parts: list[str]) -> bool:
    """Whether the first or the last word is one of those that outlets are named by; a job's title is none."""
    known = words("furniture", "masthead")
    if any(parts[-1] in words("furniture", kind) for kind in ("job", "product")):
        return False
    if len(parts) == 2 and parts[1] in words("furniture", "masthead_surname") and parts[0] in _given_names():
        return False
    if len(parts) > 1 and (parts[0] in known or parts[-1] in known):
        return True
    return parts[-1] not in known and parts[-1].endswith(_endings())


def is_section(bare: str, parts: list[str]) -> bool:
    """Whether a label heads a part of a page though it ends like a masthead ("Latest news", "Asia News")."""
    folded = bare.casefold()
    if any(folded in words("furniture", kind) for kind in ("line", "kicker", "genre", "related")):
        return True
    subject = " ".join(parts[:-1])
    return parts[-1] in SECTIONS and (subject in words("furniture", "kicker") or subject in _lands())


def masthead_at(text: str, start: int) -> str | None:
    """The longest name of an outlet that begins at `text[start]`: "Nile Courier" in "Nile Courier readers"."""
    taken: list[str] = []
    place = start
    while len(taken) <= MOST_WORDS and (match := NAME.match(text, place)):
        taken.append(match[0].strip())
        place = match.end()
    for count in range(len(taken), 0, -1):
        name = re.sub(r"['’]s?$", "", " ".join(taken[:count]))
        if is_masthead(name):
            return name
    return None


@cache
def outlets() -> frozenset[str]:
    """Every name of a publisher that the authority file holds, as printed and in capitals."""
    found = {name for row in table("publishers") for name in (row["name"], *row["other_names"].split("; ")) if name}
    return frozenset(found | {name.upper() for name in found})


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in table("given_names"))


@cache
def _endings() -> tuple[str, ...]:
    """The second parts of names that are one word ("-tidende"), each behind some first part."""
    return tuple(sorted(words("furniture", "masthead_ending")))


@cache
def _lands() -> frozenset[str]:
    rows = (row for name in ("countries", "regions") for row in table(name))
    return frozenset(name.casefold() for row in rows for name in (row["name"], *row["other_names"].split("; ")) if name)
