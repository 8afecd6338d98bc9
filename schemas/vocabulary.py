"""Every code of every coded column, with its meaning in one sentence.

A code is a promise to users: adding one is a change of the data's version, renaming one breaks their scripts.
"""

from collections.abc import Mapping
from types import MappingProxyType


def _codes(**meanings: str) -> Mapping[str, str]:
    return MappingProxyType(meanings)


PUBLISHED_ON_BASIS = _codes(
    stated="The article's text gives the full date.",
    supplied="The curator supplied the date, in the sidecar sources.csv, which says how it is known.",
)

DATE_PRECISION = _codes(
    day="The dates given are exact days.",
    week="The dates are the first and last day of a stated week, a part of one, or a weekend.",
    month="The dates are the first and last day of a stated month.",
    unknown="No date is stated, so none is given.",
)

MEETING_STATUS = _codes(
    held="The meeting took place or is under way, in the latest report of it.",
    planned="The meeting is still to come, in the latest report of it.",
)

IDENTIFIED_BY = _codes(
    name="The report of the meeting names the person.",
    office='The report gives the office ("the CIA director"); this person held it on that day by the authority file.',
    delegation="The party sent officials whom the report does not name.",
)

EXCHANGE_STATUS = _codes(
    completed="The people counted were released.",
    agreed="The release is set to happen, or it is a phase or a swap of which only part is done.",
    proposed="The release was offered, demanded or discussed.",
)

QUANTITY = _codes(
    captives="The captives released.",
    prisoners="The prisoners released, or the people of both sides together.",
)

SCOPE = _codes(
    same="By their words, all count the same people.",
    different="The words narrow the people otherwise, or one number is so and another is yet to be: all may be right.",
    unknown="Some of them do not say in words whom they count; the others count the same people.",
)

MODIFIER = _codes(
    exact="The number stands without a qualifying word.",
    about="The text says around, some, about, nearly, almost, roughly or the like.",
    at_least="The text says at least, more than, over, no fewer than, passed, topped, or a vague numeral (dozens).",
    at_most="The text says up to, at most, under, less than, within, not beyond or the like.",
)

MEASURE = _codes(
    captives_taken="Captives seized.",
    captives_held="Captives still held, the dead among them included where the text counts them so.",
    captives_released="Captives freed by a deal.",
    captives_rescued="Captives freed by force.",
    remains="Bodies held or handed over, where they are told apart from the living.",
    prisoners_held="Prisoners held.",
    prisoners_released="Prisoners released, or a number for both sides of an exchange.",
    killed="People whom the conflict has killed, by hunger too.",
    injured="People injured.",
    detained="People arrested or detained.",
    missing="People missing.",
    displaced="People driven from their homes; those who go home are not counted here.",
    population="People who live in a place or belong to a group.",
    truce_duration="Length of a pause in the fighting, held or proposed, of its extension, or of the releases in it.",
    war_duration="Elapsed time of the fighting.",
    aid="Trucks, tonnes or money for relief.",
    forces="Troops, vehicles or weapons.",
    other="Anything else, deadlines among them.",
)

FIGURE_STATUS = _codes(
    actual="The number was or is so.",
    prospective="The number is planned, promised, demanded or conditional, as every number of a deal not yet in force.",
)

UNIT = _codes(
    people="People, troops too.",
    hour="Hours.",
    day="Days.",
    week="Weeks.",
    month="Months.",
    year="Years; a decade is 10, a century 100.",
    share="A fraction of a stated whole, between 0 and 1.",
    percent="Percent.",
)
"""The units with a fixed spelling. Money has its ISO 4217 code; else the unit is the thing counted, in the singular."""
