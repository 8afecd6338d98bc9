"""The table of people."""

from typing import Any

from .base import Count, Table, Text, country, each, formatted, is_list, number, reading, rule, slug, text


class People(Table):
    """One row per person named by at least one source."""

    person_id: Text = slug("Person", "Slug of the name.")
    name: Text = text(
        "Name",
        'The fullest usual form, without titles ("Sheikh") or roles: the authority file\'s where office or name leave'
        " no doubt (misprints too), else as printed.",
    )
    names_reported: Text = text(
        "Names reported", 'Every distinct form that the sources print, sorted and joined by "; ".'
    )
    position: Text = text(
        "Position",
        'The office as the sources state it, the fullest form ("Director of the Central Intelligence Agency"); a mere'
        " occupation (pastor, surgeon, hostage) is none.",
        missing="no source states an office",
    )
    organization: Text = text(
        "Organization",
        'The body of that office ("CIA", "Mossad", "Ministry of Foreign Affairs").',
        missing="no source states a body that the office belongs to",
    )
    country: Text = country(
        "Country",
        "The state or territory that the office serves, or where an armed or political organisation sits (PS for"
        " Hamas), as an ISO 3166-1 alpha-2 code.",
        missing="the office is one of an international body, or is not known",
    )
    wikidata_id: Text = formatted(
        "Wikidata item",
        "The person's item in Wikidata, from the authority file, where it has been looked up.",
        r"^Q[1-9][0-9]*$",
        "must be a Wikidata item: Q and a number",
        missing="it has not been looked up, which does not say that there is none",
    )
    sources: Count = number("Sources", "How many sources name the person.", least=1, unit="article")

    @rule('`names_reported` must be distinct names, sorted and joined by "; "')
    def names_are_listed(cls, frame: Any) -> Any:
        return each(frame["names_reported"], is_list)

    class Config:
        title = "People"
        description = """One row per person named by at least one source.

A person counts when the text names them (family name at least) as an individual. Bylines, photo credits and
commenters do not count; nor do people who only lend their family name to a thing ("the Biden administration" alone;
"Donald Trump's plan" names him). A family name alone counts, and the authority file may complete it to the full name;
a given name alone only where its family name stands in the same phrase ("Gali and Ziv Berman").

Spelling variants ("al-Thani", "Al Thani"; "Anthony", "Antony" Blinken; a family name alone after a full name) are
one person."""
        unique = ("person_id",)
        metadata = reading(
            purpose="To know who is named in the reports, under which names, and in which office.",
            misreadings=(
                "To be named is not to have taken part: who sat at which meeting stands in the table participants.",
                "`position` is the office as the articles state it, in their words and at their time; it may be"
                " held by another now.",
                "`sources` counts the articles of this package, and is no measure of a person's weight.",
            ),
        )
