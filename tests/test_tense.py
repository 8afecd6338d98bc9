"""Guards that the clause around a time tells whether it is past or planned, and that a mere form tells nothing."""

import pytest

from build.text import tokenise
from build.times.tense import Tense, tense_at


def tense(text: str) -> Tense | None:
    """The tense of the clause around "Friday"."""
    tokens = tuple(tokenise(text, 0, len(text)))
    at = next(i for i, token in enumerate(tokens) if token.lower == "friday")
    return tense_at(tokens, at, at + 1)


DETERMINERS = ("the", "a", "an", "its", "his", "her", "their", "Juba’s", "Juba's")
BEFORE_NOUNS = (*DETERMINERS, "of", "in", "on", "at", "for", "by")

PAST = [
    "They besieged the city on Friday",
    "They besieged Juba on Friday",
    "They besieged it quietly on Friday",
    "They ended on Friday",
    "On Friday they besieged",
    "besieged on Friday",
    "they widely besieged on Friday",
    "Juba - besieged on Friday",
    "Hostages were held by rebels on Friday",
    "He did meet them on Friday",
    "They would have met on Friday",
    "They met that day on Friday",
    "They met that week on Friday",
    "They met that night on Friday",
    "They met that evening on Friday",
    "On Friday the envoy, having left, will meet them",
    "The attack on Friday",
    "The raid of Friday",
    "The killings in Friday",
    "The Friday massacre",
    "On Friday, which was a holiday, they met",
]
PLANNED = [
    "They meet on Friday",
    "They may meet on Friday",
    "They want to meet on Friday",
    "They urged both to meet on Friday",
    "They are to discuss it on Friday",
    "They are to focus on it on Friday",
    "They are to pass it on Friday",
    "On Friday they are to meet",
    "It will be held on Friday",
    "Heads to Cairo on Friday",
    "He heads for Cairo on Friday",
    "He heads back on Friday",
    "They head into talks on Friday",
    "He heads off on Friday",
    "They head out on Friday",
    "On Friday the envoy, who had left, will meet them",
    "On Friday the plane, which had left, will land",
    "On Friday the envoy, whose men left, will meet them",
]
UNTOLD = [
    "Heads of state on Friday",
    "They head talks on Friday",
    "They besieged cities on Friday",
    "The widely besieged on Friday",
    "Iran-backed on Friday",
    "They used Friday",
    "They are to talks on Friday",
    "They are to the talks on Friday",
    "They are to Doha on Friday",
    "He does not meet on Friday",
    "The men being held on Friday",
    "The men been held on Friday",
    "Hostages held by rebels on Friday",
    "They met that man on Friday",
    "They said that on Friday",
    "They met; on Friday",
    "They met (on Friday",
    "On Friday: they met",
    "In May on Friday",
    *(f"{word} besieged on Friday" for word in DETERMINERS),
    *(f"{word} visit on Friday" for word in BEFORE_NOUNS),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*((text, "past") for text in PAST), *((text, "planned") for text in PLANNED), *((text, None) for text in UNTOLD)],
)
def test_the_verb_nearest_before_a_time_tells_its_tense(text: str, expected: Tense | None) -> None:
    assert tense(text) == expected
