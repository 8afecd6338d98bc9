"""Quantities of an article: numerals with their modifiers, ranges, and the units that they carry themselves."""

from ..authority import words
from ..records import Article, Quantity, Sentence
from .modifiers import modifier_after, modifier_before
from .numerals import ARTICLES, HYPHENS, Numeral, Tokens, glued, joined, lexicon, lower, read_numeral, starters
from .units import Unit, currencies, currency_before, long_words, time_units, unit_after

FARTHEST = 50
NOT_A_HALF = frozenset({"second", "first", "other", "better", "latter", "former", "last", "early", "late", "time"})


def find_quantities(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    """Every number of the article in text order, figure or not ("at least 69", "four-day", "a third of")."""
    return tuple(quantity for sentence in sentences for quantity in _quantities(sentence.tokens))


def _quantities(tokens: Tokens) -> list[Quantity]:
    found, after, numerals, lengths = [], 0, starters(), long_words() | time_units().keys()
    for at, token in enumerate(tokens):
        if at < after:
            continue
        read = None
        if token.text[0].isdigit() or token.lower in numerals:
            read = _numeric(tokens, at) or _single_unit(tokens, at)
        elif token.lower in lengths:
            read = _long(tokens, at)
        if read is not None:
            quantity, after = read
            found.append(quantity)
    return found


def _numeric(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """The quantity whose numeral begins at token `at`, and the token after it."""
    if not _stands_free(tokens, at):
        return None
    numeral = read_numeral(tokens, at)
    if numeral is None or not _ends_free(tokens, numeral.last):
        return None
    if numeral.kind == "share" and not _is_share(tokens, at, numeral.last):
        return None
    first = currency_before(tokens, at)
    last, low, high = _range(tokens, first.last, numeral) or (numeral.last, numeral.value, numeral.value)
    unit = unit_after(tokens, last, numeral.kind) or (Unit(last, first.unit) if first.unit else None)
    if numeral.kind == "share" and unit is None:
        unit = Unit(last, "share")
    between = lower(tokens, first.last - 1) == "between" and high > low
    end = unit.last if unit else last
    factor = unit.factor if unit else 1.0
    start, modifier = modifier_before(tokens, first.last - between, unit.unit if unit else None)
    modifier, end = (modifier, end) if modifier else modifier_after(tokens, end)
    if numeral.kind == "vague" and modifier != "at_most":
        modifier = "at_least"
    quantity = Quantity(
        start=tokens[start].start,
        end=tokens[end - 1].end,
        number_start=tokens[at].start,
        number_end=tokens[last - 1].end,
        low=round(low * factor, 4),
        high=round(high * factor, 4),
        modifier=modifier or "exact",
        unit=unit.unit if unit else None,
    )
    return quantity, end


def _stands_free(tokens: Tokens, at: int) -> bool:
    """Whether what stands against the numeral's left may stand there: a bracket, a currency, no letter ("F-16")."""
    if not glued(tokens, at):
        return True
    before = tokens[at - 1]
    if before.text in HYPHENS:
        return not glued(tokens, at - 1) or tokens[at - 2].text in "”’\"')]" or not tokens[at - 2].text.isalnum()
    if before.text[0].isalpha():
        return before.lower in currencies("code") or before.lower in ("s", "’s") or not tokens[at].text[0].isdigit()
    if before.text == ".":
        return not tokens[at].text[0].isdigit() or (len(tokens[at - 2].text) > 2 and lower(tokens, at - 2).isalpha())
    return before.text not in "/:+#@=_&\\"


def _ends_free(tokens: Tokens, last: int) -> bool:
    """Whether what stands against the numeral's right may stand there: no ordinal ("30th"), no "3D", no "7:30"."""
    if not glued(tokens, last):
        return True
    after = tokens[last]
    if after.text in "/:=_@#":
        return not glued(tokens, last + 1)
    if after.text in HYPHENS:
        return not (glued(tokens, last + 1) and tokens[last + 1].text[0].isdigit() and not _rises(tokens, last))
    if after.text[0].isalpha() and after.text[0].isascii():
        return len(after.text) > 3 or after.lower in time_units() or after.lower in words("units", "measure")
    return True


def _rises(tokens: Tokens, dash: int) -> bool:
    """Whether the numerals on both sides of a dash are a range: "18–32" is, "24-7" and "2023-11" are none."""
    left, right = read_numeral(tokens, dash - 1), read_numeral(tokens, dash + 1)
    return left is not None and right is not None and (left.value < right.value or dash < left.last)


def _is_share(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a fraction is one of a whole: "a third of them", "nearly a third"; "a third round" is none."""
    word, following = tokens[at].lower, tokens[last] if last < len(tokens) else None
    if following is not None and following.text in HYPHENS and glued(tokens, last):
        return lower(tokens, last + 1) in time_units()
    if word == "half" and unit_after(tokens, last, "share"):
        return True
    if word == "half" and (lower(tokens, at - 1) in NOT_A_HALF or lower(tokens, last) == "past"):
        return False
    if word not in ARTICLES:
        return True
    if following is not None and following.lower in ("are", "were", "have"):
        return True
    if following is None or not following.text[0].isalpha() or following.lower in words("function_words", "auxiliary"):
        return modifier_before(tokens, at, None)[1] is not None or lower(tokens, at - 1) in ("by", "to")
    return following.lower == "of" or modifier_before(tokens, at, None)[1] is not None


def _range(tokens: Tokens, start: int, low: Numeral) -> tuple[int, float, float] | None:
    """A stated range from `low` on: "10 to 12", "between 35 and 40", "eight or nine", "five to six hundred"."""
    if low.kind not in ("digits", "words"):
        return None
    place = low.last + (lower(tokens, low.last) == "%")
    if lower(tokens, place) in HYPHENS and glued(tokens, place):
        linked = lower(tokens, place + 1) in ("to", "or")
        place += linked or not glued(tokens, place + 1)
    word = lower(tokens, place)
    if word == "and":
        fits = lower(tokens, start - 1) == "between"
    elif word == "to":
        fits = lower(tokens, start - 1) != "from" or not _changes(tokens, start)
    else:
        fits = word == "or" or (word in HYPHENS and glued(tokens, place) and glued(tokens, place + 1))
    place = joined(tokens, place + 1)
    if fits and place < len(tokens) and tokens[place].text in currencies("symbol"):
        place += 1
    high = read_numeral(tokens, place) if fits and place < len(tokens) else None
    if high is None or high.kind not in ("digits", "words") or not _ends_free(tokens, high.last):
        return None
    if word in ("to", "or") and high.value > FARTHEST * low.value and low.scale == 1 and high.scale == 1:
        return None
    least = low.value
    if low.scale == 1 and least < high.value / high.scale:
        least *= high.scale
    return (high.last, least, high.value) if least < high.value else None


def _changes(tokens: Tokens, start: int) -> bool:
    """Whether "from A to B" tells a change, not a range: "rose from 50 to 69"."""
    changing = words("counted_nouns", "change")
    return any(token.lower in changing for token in tokens[max(0, start - 9) : start - 1])


def _single_unit(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """ "A" before a unit, where a modifier or a half makes it a length: "at least a week", "a year and a half"."""
    if tokens[at].lower not in ARTICLES or lower(tokens, at + 1) not in time_units():
        return None
    unit, factor = time_units()[lower(tokens, at + 1)]
    start, modifier = modifier_before(tokens, at, unit)
    end, value, high = at + 2, 1.0, 1.0
    following = tuple(lower(tokens, end + step) for step in range(3))
    if following[:2] == ("and", "a") and following[2] in ("half", "quarter"):
        value = high = 1 + 1 / lexicon("fraction")[following[2]]
        end += 3
    elif following[:2] == ("or", "two"):
        high, end = 2.0, end + 2
    elif modifier is None:
        modifier, end = modifier_after(tokens, end)
        if modifier is None:
            return None
    quantity = Quantity(
        tokens[start].start,
        tokens[end - 1].end,
        tokens[at].start,
        tokens[end - 1].end,
        value * factor,
        high * factor,
        modifier or "exact",
        unit,
    )
    return quantity, end


def _long(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """A length in one word: "weeklong" and "week-long" are 1 week, "decades" at least 20 years."""
    token, end = tokens[at], at + 1
    vague = token.lower.endswith("s")
    if token.lower in long_words():
        unit, value = long_words()[token.lower]
        if vague and lower(tokens, joined(tokens, end)) in ("long", "old"):
            end = joined(tokens, end) + 1
    else:
        unit, value = time_units()[token.lower]
        end = joined(tokens, end)
        if vague or glued(tokens, at) or end == at + 1 or lower(tokens, end) != "long":
            return None
        end += 1
    start, modifier = modifier_before(tokens, at, unit)
    modifier = "at_least" if vague else modifier or "exact"
    return Quantity(tokens[start].start, tokens[end - 1].end, token.start, token.end, value, value, modifier, unit), end
