"""The table of articles."""

from typing import Any

import pandas

from .base import Count, Day, Table, Text, code, day, formatted, number, rule, text
from .vocabulary import PUBLISHED_ON_BASIS


class Sources(Table):
    """One row per article."""

    source_id: Text = text("Source", "The seed file's name without its ending.")
    file: Text = text("File", "The seed file's name.")
    title: Text = text(
        "Title",
        "The headline, where the text holds one as a line of its own; a lead sentence, a standfirst, a kicker or a"
        ' wire\'s mark ("UPDATE 3 -") is no part of it.',
        optional=True,
    )
    publisher: Text = text(
        "Publisher",
        "The outlet that published the article, where the text names it as such (a signature or copyright line, a"
        ' dateline code\'s outlet spelled out, "CNN —" before the body, its own address) or the curator supplies it;'
        ' a wire or a paper that it merely quotes, or "told CNN", does not name the publisher.',
        optional=True,
    )
    url: Text = formatted(
        "Address",
        "The article's own address, where the text holds it or the curator supplies it.",
        r"^https?://\S+$",
        "must be an address that begins with http:// or https:// and holds no space",
        optional=True,
    )
    published_on: Day = day(
        "Publication date",
        "The day of publication, stated in the text or supplied by the curator; a date with no year stays missing"
        " until the curator supplies it.",
    )
    published_on_basis: Text = code(
        "Basis of the publication date",
        "How the publication date is known; missing with the date.",
        PUBLISHED_ON_BASIS,
        optional=True,
    )
    dateline: Text = text("Dateline", 'The place of a dateline ("Doha, November 29 (RHC)" gives Doha).', optional=True)
    language: Text = formatted(
        "Language",
        "The language of the body (ISO 639-1).",
        r"^[a-z]{2}$",
        "must be a two-letter language code (ISO 639-1)",
    )
    words: Count = number("Words", "Words of the body after page furniture is set aside.")
    sha256: Text = formatted(
        "SHA-256",
        "Checksum of the seed file's bytes.",
        r"^[0-9a-f]{64}$",
        "must be a SHA-256 checksum: 64 hexadecimal digits in small letters",
    )

    @rule("`file` must be `source_id` with an ending")
    def file_of_source(cls, frame: Any) -> Any:
        pairs = zip(frame["file"], frame["source_id"], strict=True)
        return pandas.Series([str(file).startswith(f"{source}.") for file, source in pairs], index=frame.index)

    @rule("`published_on` and `published_on_basis` must be given together or be missing together")
    def date_with_basis(cls, frame: Any) -> Any:
        return frame["published_on"].isna() == frame["published_on_basis"].isna()

    class Config:
        title = "Sources"
        description = """One row per article.

A sidecar `sources.csv` in the seeds folder lets the curator supply what the page lost (title, publisher,
address, date of publication), with the evidence for it. What the text states wins; a contradiction stops the build."""
        unique = ("source_id",)
