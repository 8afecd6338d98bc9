"""The table of articles."""

from typing import Any

import pandas

from .base import Count, Day, Table, Text, code, day, formatted, number, reading, rule, text
from .vocabulary import PUBLISHED_ON_BASIS


class Sources(Table):
    """One row per article."""

    source_id: Text = text("Source", "The seed file's name without its ending.")
    file: Text = text("File", "The seed file's name.")
    title: Text = text(
        "Title",
        "The headline, where the text holds one as a line of its own; a lead sentence, a standfirst, a kicker or a"
        ' wire\'s mark ("UPDATE 3 -") is no part of it.',
        missing="the text holds no headline as a line of its own, and the curator supplies none",
    )
    publisher: Text = text(
        "Publisher",
        "The outlet that published the article, where the text names it as such (a signature or copyright line, a"
        ' dateline code\'s outlet spelled out, "CNN —" before the body, its own address) or the curator supplies it;'
        ' a wire or a paper that it merely quotes, or "told CNN", does not name the publisher.',
        missing="neither the text nor the curator names it",
    )
    url: Text = formatted(
        "Address",
        "The article's own address, where the text holds it or the curator supplies it.",
        r"^https?://\S+$",
        "must be an address that begins with http:// or https:// and holds no space",
        missing="the text does not hold it, and the curator supplies none",
    )
    published_on: Day = day(
        "Publication date",
        "The day of publication, stated in the text or supplied by the curator; a date with no year stays missing"
        " until the curator supplies it.",
        missing="the text gives no full date, and the curator supplies none",
    )
    published_on_basis: Text = code(
        "Basis of the publication date",
        "How the publication date is known.",
        PUBLISHED_ON_BASIS,
        missing="the publication date is missing",
    )
    dateline: Text = text(
        "Dateline",
        'The place of a dateline ("Doha, November 29 (RHC)" gives Doha).',
        missing="the article has no dateline",
    )
    language: Text = formatted(
        "Language",
        "The language of the body (ISO 639-1).",
        r"^[a-z]{2}$",
        "must be a two-letter language code (ISO 639-1)",
    )
    words: Count = number("Words", "Words of the body after page furniture is set aside.", unit="word")
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
        metadata = reading(
            purpose="To judge where each row comes from: which article, of which publisher, published on which day.",
            misreadings=(
                "It is no sample of the coverage: it holds the articles that somebody put into the seeds folder.",
                "Two rows are not two independent witnesses: outlets copy each other and the same wires.",
                "`published_on` is the day of the article, not of what it tells.",
            ),
        )
