"""What a number counts: the thing, its unit, and the shortest quote that holds both.

Codebook, "figures": `unit`, `counted` and `quote`; "one" as a pronoun, and a count of the text's own actors
or informants, are no figures.
"""

from dataclasses import dataclass

from ..numbers.spots import locate
from ..records import Chunks
from ..times.lengths import last_that_lasts, lasting, only_locates
from .actors import is_mere_one
from .amounts import money, share
from .not_figures import is_figure
from .nouns import singular
from .parts import whole_of
from .readings import Earlier, Reading, Setting
from .things import things

TRUCES = frozenset({"truce", "ceasefire", "armistice", "pause", "lull"})
LASTING = frozenset({"last", "lasts", "lasted", "run", "runs", "ran", "take", "takes", "took"})
TIMES = frozenset({"second", "minute", "hour", "day", "night", "weekend", "week", "month", "year"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a quantity counts.

    `start`–`end` is the shortest span with the number, its modifier and what is counted. `text` is what
    is counted in the text's words ("Israeli hostages"); `head` its noun, singular and in lower case
    ("hostage"); `unit` the codebook's unit. `parent` is the index in `Chunks.quantities` of the whole
    where this number is a part of it ("150 prisoners, including 117 children").
    """

    start: int
    end: int
    text: str | None
    head: str | None
    unit: str
    parent: int | None


def count_all(chunks: Chunks) -> tuple[Counted | None, ...]:
    """What each of `chunks.quantities` counts, in their order; None for a number that is no figure.

    "Hamas freed 24 women and 15 boys on Friday": women (`people`), boys (`people`).
    """
    found: list[Counted | None] = []
    earlier: list[Earlier] = []
    number = 0
    for index, quantity in enumerate(chunks.quantities):
        while number + 1 < len(chunks.sentences) and chunks.sentences[number].end <= quantity.start:
            number += 1
        sentence = chunks.sentences[number]
        setting = Setting(chunks, quantity, locate(sentence, quantity), number, earlier)
        reading = _read(setting) if is_figure(chunks, sentence, quantity, setting.spot) else None
        if reading is None:
            found.append(None)
            continue
        parent = whole_of(setting, index, reading)
        start, end = sentence.tokens[reading.first].start, sentence.tokens[reading.last - 1].end
        found.append(Counted(start, end, reading.text, reading.head, reading.unit, parent))
        before = setting.spot.word_at(setting.spot.lead - 1)
        earlier.append(Earlier(index, number, before, reading.text, reading.head, reading.unit, parent, end))
    return tuple(found)


def _read(setting: Setting) -> Reading | None:
    unit = setting.quantity.unit
    if unit is None:
        return things(setting)
    if unit in TIMES:
        return _length(setting, unit)
    return share(setting, unit) if unit in ("share", "percent") else money(setting, unit)


def _length(setting: Setting, unit: str) -> Reading | None:
    """A stretch of time with what lasts so long: "four-day pause"; None where it only locates a moment."""
    quantity, spot = setting.quantity, setting.spot
    if is_mere_one(quantity, spot) or only_locates(quantity, spot):
        return None
    found = lasting(spot)
    if found is None:
        taken_up = _taken_up(setting)
        return setting.bare(unit, *taken_up) if taken_up else setting.bare(unit)
    phrase, quoted = found
    heads = [setting.head(at) for at in range(phrase.first, phrase.last)]
    head = next((head for head in heads if head in TRUCES), heads[phrase.head - phrase.first])
    if quoted:
        return setting.quoting(phrase, unit)._replace(head=head)
    return setting.bare(unit, setting.words(phrase.first, phrase.last), head)


def _taken_up(setting: Setting) -> tuple[str, str] | None:
    """What "it" takes up from the sentence before: "What of the *first stage*? It will last 42 days"."""
    opening = [token.lower for token in setting.spot.tokens[: setting.spot.start]]
    if not setting.sentence or opening[:1] != ["it"] or not LASTING.intersection(opening):
        return None
    before = setting.chunks.sentences[setting.sentence - 1]
    phrase = last_that_lasts(before.tokens)
    if phrase is None:
        return None
    text = setting.chunks.article.text[before.tokens[phrase.first].start : before.tokens[phrase.last - 1].end]
    return text, singular(before.tokens[phrase.head].lower)
