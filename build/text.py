"""Sentences, tokens and quotations of an article, with offsets into the file as it came.

Tokens are fine: letters, numerals and marks stand alone, hyphens too ("four-day" is three tokens,
"al-Ansari" three), so that every later grammar decides for itself what belongs together. Words that a
page glued ("servicesDavid Barnea") are cut where the case turns.
"""

import re
from collections.abc import Iterator

from .authority import words
from .records import Article, Sentence, Span, Token

TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                          # U.S., a.m.
  | \d+(?:[.,\u00a0\u202f]\d+)*                 # 15,000  1.5  30.717
  | [’'ʼ](?:s|S)\b                              # the possessive: Israel’s
  | [^\W\d_]+(?:[’'ʼ`](?!s\b|S\b)[^\W\d_]+)*    # words; Sana’a, don’t, l’Intérieur
  | \S                                          # any other mark
    """,
    re.VERBOSE,
)
GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z])")
CLOSERS = "”’\"')]»"
OPENERS = "“‘\"'([«"


def tokenise(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of `text[start:end]`, offsets into `text`.

    >>> [token.text for token in tokenise("Israel’s four-day pause", 0, 23)]
    ['Israel', '’s', 'four', '-', 'day', 'pause']
    """
    for match in TOKEN.finditer(text, start, end):
        word, place = match[0], match.start()
        cuts = [m.start() for m in GLUED.finditer(word)] if len(word) > 5 and not word.islower() else []
        for left, right in zip([0, *cuts], [*cuts, len(word)], strict=True):
            part = word[left:right]
            yield Token(part, part.lower(), place + left, place + right)


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of headline and body, in order; furniture has none."""
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.kind == "furniture":
            continue
        tokens = tuple(tokenise(article.text, block.start, block.end))
        for part in _split(article.text, tokens):
            found.append(Sentence(part[0].start, part[-1].end, part, number, block.kind == "title"))
    return tuple(found)


def _split(text: str, tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    abbreviations = words("abbreviations", "abbreviation")
    first, last = 0, len(tokens) - 1
    for i, token in enumerate(tokens):
        if i < first:
            continue
        if token.text in ("•", "►") and i > first:
            yield tokens[first:i]
            first = i
        if token.text not in (".", "!", "?", "…") and not _ends_initials(tokens, i):
            continue
        after = i
        while after < last and tokens[after + 1].text in CLOSERS and tokens[after + 1].start == tokens[after].end:
            after += 1
        if after < last and _breaks(text, tokens, i, after, abbreviations):
            yield tokens[first : after + 1]
            first = after + 1
    if first <= last:
        yield tokens[first:]


def _ends_initials(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether an abbreviation with inner points ("at 7 a.m.") may end the sentence too."""
    return tokens[i].lower in ("a.m.", "p.m.", "u.s.", "u.n.", "u.k.")


def _breaks(text: str, tokens: tuple[Token, ...], mark: int, after: int, abbreviations: frozenset[str]) -> bool:
    following = tokens[after + 1]
    if following.text in CLOSERS and following.text not in OPENERS:
        return False
    glued = following.start == tokens[after].end
    upper = following.text[0].isupper() or following.text[0].isdigit() or following.text in OPENERS + "•–—-*"
    before = tokens[mark - 1] if mark else tokens[mark]
    if glued:
        return upper and not following.text[0].isdigit() and len(before.text) > 2 and before.text[1:].islower()
    abbreviated = before.lower in abbreviations or (len(before.text) == 1 and before.text.isupper())
    if tokens[mark].text == "." and before.end == tokens[mark].start and abbreviated:
        return False
    if _ends_initials(tokens, mark):
        return following.lower in words("abbreviations", "starter")
    if tokens[mark].text == "…" or text[tokens[mark].start - 1 : tokens[mark].start] == ".":
        return following.text[0].isupper()
    return upper


PAIRS = {"“": "”", "«": "»", '"': '"'}


def quotations(article: Article) -> tuple[Span, ...]:
    """The passages in double quotation marks, marks included; an open one runs to its paragraph's end."""
    found = []
    for block in article.blocks:
        if block.kind == "furniture":
            continue
        opened, closer = None, ""
        for match in re.finditer(r"[“”«»\"]", article.text[block.start : block.end]):
            place = block.start + match.start()
            if opened is None:
                if match[0] in PAIRS:
                    opened, closer = place, PAIRS[match[0]]
            elif match[0] == closer:
                found.append(Span(opened, place + 1))
                opened = None
        if opened is not None:
            found.append(Span(opened, block.end))
    return tuple(found)
