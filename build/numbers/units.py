"""Units that a number carries itself: stretches of time, per cent, money."""

from functools import cache
from typing import NamedTuple

from ..authority import table, words
from .numerals import ARTICLES, Tokens, glued, joined, lower


class Unit(NamedTuple):
    """A unit that ends before token `last`; the number is multiplied by `factor` ("two decades" are 20 years)."""

    last: int
    unit: str
    factor: float = 1.0


@cache
def time_units() -> dict[str, tuple[str, float]]:
    """Words for stretches of time, with the codebook's unit and how many of it they hold."""
    return {row["word"]: (row["unit"], float(row["factor"])) for row in table("units") if row["class"] == "time"}


@cache
def long_words() -> dict[str, tuple[str, float]]:
    """ "Weeklong" and its kin, and the vague lengths "decades", "centuries"."""
    kinds = ("long", "vague")
    return {row["word"]: (row["unit"], float(row["factor"])) for row in table("units") if row["class"] in kinds}


@cache
def currencies(kind: str) -> dict[str, str]:
    """ISO 4217 codes by symbol, code, word or phrase, in lower case."""
    return {row["word"].lower(): row["code"] for row in table("currencies") if row["class"] == kind}


def currency_before(tokens: Tokens, at: int) -> Unit:
    """The currency before a number, and the token at which it begins ("US$5m", "EUR 200")."""
    if lower(tokens, at - 1) in currencies("symbol"):
        code, first = currencies("symbol")[tokens[at - 1].lower], at - 1
        if glued(tokens, first) and (longer := currencies("symbol").get(tokens[first - 1].lower + tokens[first].text)):
            return Unit(first - 1, longer)
        return Unit(first, code)
    if at and tokens[at - 1].text.isupper() and (named := currencies("code").get(tokens[at - 1].lower)):
        return Unit(at - 1, named)
    return Unit(at, "")


def unit_after(tokens: Tokens, last: int, kind: str) -> Unit | None:
    """The unit that follows a number: "per cent", "euros", "-day", "more weeks", "an hour" after "half".

    A word between ties only a plural to a number above one: "freed the five last week" holds no length.
    """
    word = lower(tokens, last)
    if word == "%" or word in words("units", "percent"):
        return Unit(last + 1, "percent")
    if word == "per" and lower(tokens, joined(tokens, last + 1)) == "cent":
        return Unit(joined(tokens, last + 1) + 1, "percent")
    if word == "percentage" and lower(tokens, last + 1) in ("point", "points"):
        return Unit(last + 2, "percent")
    place = last + 1 if kind in ("vague", "share") and word == "of" else last
    if money := _currency_after(tokens, place):
        return money
    if kind == "share":
        place += lower(tokens, place) in ARTICLES
    else:
        while lower(tokens, place) in words("units", "between") and place < last + 2:
            place += 1
    apart = place > last and kind != "share"
    place = joined(tokens, place)
    named = time_units().get(lower(tokens, place))
    if named is None or (kind == "share" and place == last):
        return None
    if apart and not lower(tokens, place).endswith("s") and lower(tokens, last - 1) not in ("one", "a", "1"):
        return None
    return Unit(place + 1, *named)


def _currency_after(tokens: Tokens, at: int) -> Unit | None:
    word = lower(tokens, at)
    place = joined(tokens, at)
    if money := currencies("phrase").get(f"{word} {lower(tokens, at + 1)}"):
        return Unit(at + 2, money)
    if money := currencies("word").get(lower(tokens, place)):
        return Unit(place + 1, money)
    if at < len(tokens) and tokens[at].text.isupper() and (money := currencies("code").get(word)):
        return Unit(at + 1, money)
    return None
