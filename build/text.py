"""Sentences, tokens and quotations of an article, with offsets into the file as it came.

Tokens are fine: letters, numerals and marks stand alone, hyphens too ("four-day" is three tokens,
"al-Ansari" three), so that every later grammar decides for itself what belongs together. Words that a
page glued are cut, where the case turns ("servicesDavid Barnea") or where a small word hangs on another
that the article has too ("Gazawhich").
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from .authority import words
from .records import Article, Sentence, Span, Token

TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                                         # U.S., a.m.
  | \d+[\u0370-\u052f]\w*                                      # 1О, its nought a Cyrillic letter: no number
  | \d+(?:[.,\u00a0\u202f]\d+)*                                # 15,000  1.5  30.717
  | [’'ʼ](?:[sS]\b|s(?=[a-z]{5}))                              # the possessive: Israel’s, Israel’soffer
  | [^\W\d_]+(?:[\u00ad\u200c\u200d\u2060\u0300-\u036f]+[^\W\d_]*)*  # words, accents apart from their letters too
    (?:[’'ʼ`](?![sS]\b|s[a-z]{5})[^\W\d_]+)*                            # Sana’a, don’t, l’Intérieur
  | \S                                                         # any other mark
    """,
    re.VERBOSE,
)
GLUED = re.compile(r"(?:(?<=[a-z]{3})|(?<=\b(?:an|as|at|by|in|is|of|on|or|to)))(?=[A-Z][a-z])")
HANGING = (
    "and", "are", "as", "at", "by", "for", "from", "has", "have", "in", "is", "of", "on", "that", "the", "to", "was",
    "were", "which", "who", "will", "with",
)  # fmt: skip
LONGEST_SENTENCE = 1000
"""Tokens. The longest sentences of novelists have some hundreds; what runs on beyond has lost its full stops."""
CLOSERS = frozenset("”’\"')]»")
OPENERS = frozenset("“‘\"'([«„")
BULLETS = frozenset("•►▪●")
MARKS = frozenset(".!?…")
ENDS = MARKS | BULLETS
LONGEST_SHARED = 40
PARTICLES = frozenset({"al", "el", "bin", "ibn", "van", "von", "de"})


@lru_cache(maxsize=1 << 16)
def forms(word: str) -> tuple[str, str]:
    """A word and its lower case, the same objects for every token of it: long texts repeat their words."""
    lower = word.lower()
    return word, word if lower == word else lower


def tokenise(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of `text[start:end]`, offsets into `text`.

    >>> [token.text for token in tokenise("Israel’s four-day pause", 0, 23)]
    ['Israel', '’s', 'four', '-', 'day', 'pause']
    """
    new = tuple.__new__
    spots = iter([spot.start() for spot in GLUED.finditer(text, start, end)])
    spot = next(spots, end)
    for match in TOKEN.finditer(text, start, end):
        place, stop = match.span()
        word, lower = forms(match[0]) if stop - place <= LONGEST_SHARED else (match[0], match[0].lower())
        if stop <= spot:
            yield new(Token, (word, lower, place, stop))
            continue
        inside = []
        while spot < stop:
            inside.append(spot - place)
            spot = next(spots, end)
        whole = lower in words("abbreviations", "joined")
        yield from _cut(word, place, () if whole else inside)


def _cut(word: str, place: int, cuts: Sequence[int]) -> Iterator[Token]:
    for left, right in zip([0, *cuts], [*cuts, len(word)], strict=True):
        part = word[left:right]
        yield Token(part, part.lower(), place + left, place + right)


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of headline and body, in order; furniture has none.

    What runs on for more than 1,000 tokens is read in pieces of as many, so that a line without end costs no more than
    prose of its length.
    """
    kept = [(number, block) for number, block in enumerate(article.blocks) if block.kind != "furniture"]
    tokens = [list(tokenise(article.text, block.start, block.end)) for _, block in kept]
    _cut_hanging(tokens)
    found: list[Sentence] = []
    for (number, block), part in zip(kept, tokens, strict=True):
        for first, after in _bounds(part):
            for start in range(first, after, LONGEST_SENTENCE):
                piece = tuple(part[start : min(start + LONGEST_SENTENCE, after)])
                found.append(Sentence(piece[0].start, piece[-1].end, piece, number, block.kind == "title"))
    return tuple(found)


def _cut_hanging(parts: list[list[Token]]) -> None:
    """Cut a small word off the end of another that the article has by itself: "the hostagesin Gaza"."""
    hanging = [
        (part, [i for i, token in enumerate(part) if len(token.text) > 6 and token.text.endswith(HANGING)])
        for part in parts
    ]
    if not any(suspects for _, suspects in hanging):
        return
    known = {token.text for part in parts for token in part}
    for part, suspects in hanging:
        for i in reversed(suspects):
            token = part[i]
            for small in HANGING:
                stem = token.text.removesuffix(small)
                if small == "is" and stem[0].isupper():  # Israelis, Yemenis
                    continue
                if stem != token.text and stem in known and len(stem) >= (4 if stem[0].isupper() else 6):
                    part[i : i + 1] = _cut(token.text, token.start, [len(stem)])
                    break


def _bounds(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The sentences of a block, as (first token, token after)."""
    first, last = 0, len(tokens) - 1
    opening = _opening_quotes(tokens)
    for i in [i for i, token in enumerate(tokens) if token.text in ENDS or _is_initials(token)]:
        if i < first or i >= last:
            continue
        if tokens[i].text in BULLETS:
            if i > first:
                yield first, i
                first = i
            continue
        after = i
        while after < last and _closes(tokens, after + 1, opening):
            after += 1
        if after < last and _breaks(tokens, i, after):
            yield first, after + 1
            first = after + 1
    if first <= last:
        yield first, last + 1


def _is_initials(token: Token) -> bool:
    """Whether a token is an abbreviation with inner points ("at 7 a.m.", "the U.S."), which may end a sentence too."""
    return token.text[-1] == "." and len(token.text) > 2


def _closes(tokens: Sequence[Token], i: int, opening: frozenset[int]) -> bool:
    return tokens[i].text in CLOSERS and tokens[i].start == tokens[i - 1].end and i not in opening


def _opening_quotes(tokens: Sequence[Token]) -> frozenset[int]:
    """The straight quotation marks that open: by the spaces around them, else in turn (`end."Next`)."""
    opening, is_open = set(), False
    for i in [i for i, token in enumerate(tokens) if token.text == '"']:
        before = i > 0 and tokens[i - 1].end == tokens[i].start and tokens[i - 1].text not in OPENERS - {'"'}
        behind = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end and tokens[i + 1].text not in ".,;:!?)]"
        is_open = not is_open if before == behind else behind
        if is_open:
            opening.add(i)
    return frozenset(opening)


def _breaks(tokens: Sequence[Token], mark: int, after: int) -> bool:
    """Whether the sentence ends after `tokens[after]`, the mark at `tokens[mark]` and closing quotes behind it."""
    following, before = tokens[after + 1], tokens[mark - 1] if mark else tokens[mark]
    shown = following.text
    if shown in CLOSERS and shown not in OPENERS:
        return False
    upper = shown[0].isupper() or shown[0].isdigit() or shown in OPENERS or shown[0] in "•–—-*"
    if not upper:
        titled = before.lower in words("abbreviations", "abbreviation")
        return not titled and _begins_with_particle(tokens, after + 1)
    starter = shown[0].isupper() and following.lower in words("abbreviations", "starter")
    if tokens[mark].text not in MARKS:
        return starter or _ends_clock(tokens[mark], following)
    if following.start == tokens[after].end and shown[0] not in "•–—-*":
        return after > mark or _glued(tokens[mark].text, before, following)
    if mark and tokens[mark].text == "." and before.end == tokens[mark].start:
        if before.text == "." or before.text == "…":
            return shown[0].isupper() or shown in OPENERS
        if len(before.text) == 1 and before.text.isupper():
            return starter
        if before.lower in words("abbreviations", "before_number"):
            return not shown[0].isdigit()
        if before.lower in words("abbreviations", "abbreviation"):
            return starter and not before.text[0].isupper()
    if after > mark and tokens[mark].text in "?!":
        return not any(token.lower in words("reporting_verbs", "say") for token in tokens[after + 1 : after + 5])
    return shown[0].isupper() if tokens[mark].text == "…" else True


def _glued(mark: str, before: Token, following: Token) -> bool:
    """Whether a sentence ends where the page left no space: "the talks.Israel", not "example.Com" or "3.5"."""
    if following.text[0].isdigit():
        return False
    if before.text.isdigit():
        return len(following.text) > 1 and following.text[0].isalpha()
    return mark != "." or following.text in OPENERS or (len(before.text) > 2 and before.text[1:].islower())


def _begins_with_particle(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name with a small first word begins a sentence: "… said. al-Hayya added"."""
    if tokens[i].lower not in PARTICLES or i + 1 >= len(tokens) or tokens[i].start == tokens[i - 1].end:
        return False
    second = i + 2 if tokens[i + 1].text == "-" and i + 2 < len(tokens) else i + 1
    return tokens[second].text[0].isupper()


def _ends_clock(token: Token, following: Token) -> bool:
    return token.lower in ("a.m.", "p.m.") and following.lower not in words("abbreviations", "after_clock")


PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’", "'": "'"}
QUOTE = re.compile(r"[“”«»„\"‘’']")
END = re.compile(r"[.!?…](?=\s|$)")


def quotations(article: Article) -> tuple[Span, ...]:
    """The passages in quotation marks, marks included.

    One that is not closed runs to its paragraph's end where the next paragraph goes on quoting, else to the
    end of its sentence; a mark that opens anew ends the one before.
    """
    found: list[Span] = []
    body = [block for block in article.blocks if block.kind != "furniture"]
    for block, following in zip_longest(body, body[1:]):
        goes_on = following is not None and article.text[following.start] in '“"«„‘'
        found += _quoted(article.text, block.start, block.end, goes_on)
    return tuple(found)


def _quoted(text: str, start: int, end: int, goes_on: bool) -> Iterator[Span]:
    opened: int | None = None
    closing = ""
    for match in QUOTE.finditer(text, start, end):
        place, mark = match.start(), match[0]
        before = text[place - 1] if place > start else " "
        after = text[place + 1] if place + 1 < end else " "
        if mark in "’'" and ((before.isalnum() and after.isalnum()) or (mark == "’" and opened is None)):
            continue
        matches = mark in closing or (mark in '”"' and closing in '”"')
        if opened is not None and matches and _may_close(before, after, mark):
            yield Span(opened, place + 1)
            opened = None
        elif mark in PAIRS and _may_open(before, after, mark) and not (opened is not None and mark in "‘'"):
            if opened is not None:
                yield Span(opened, place)
            opened, closing = place, PAIRS[mark]
    if opened is not None:
        stop = None if goes_on else END.search(text, opened, end)
        yield Span(opened, stop.end() if stop else end)


def _may_open(before: str, after: str, mark: str) -> bool:
    if mark in "“«„":
        return True
    return not after.isspace() and (mark == '"' or not before.isalnum()) and after not in ".,;:!?)"


def _may_close(before: str, after: str, mark: str) -> bool:
    """Whether a mark ends a quotation; an apostrophe after a plural ("the families’ plea") seldom does."""
    if mark in "’'":
        return not after.isalnum() and not (before == "s" and after == " ")
    return mark != '"' or not before.isspace() or after.isspace()
