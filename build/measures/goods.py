"""What things and sums of money measure: relief is `aid`, arms and vehicles of war are `forces`."""

from ..words.wording import begins, is_noun
from .governing import Place

NEAR = 20


def goods(place: Place, unit: str, counted: tuple[str, ...], head: str | None) -> tuple[str, str]:
    """The measure of things and money, and the rule: "137 *trucks* of goods" `aid`, "30 *tanks*" `forces`."""
    if head is not None and is_noun(head, "truce", "war"):
        return ("other", "default")
    noun, military = head or unit, any(is_noun(word, "military") for word in counted)
    named = any(
        is_noun(word, "aid_word") or begins("measure_words", counted, at, "aid_thing")
        for at, word in enumerate(counted)
    )
    relief = not military and named
    if len(unit) == 3 and unit.isupper():
        if head is not None and is_noun(head, "ransom", "price"):
            return ("other", "ransom")
        return ("aid", "money for relief") if relief else _money(place)
    if is_noun(noun, "aid_vehicle") or is_noun(unit, "aid_vehicle"):
        return ("other", "military") if military else ("aid", "vehicle")
    if is_noun(noun, "aid_measure") or is_noun(unit, "aid_measure"):
        return ("aid", "goods") if relief or place.scene.relief else ("other", "measure")
    if (
        unit == "vehicle"
        and not military
        and not any(is_noun(word, "weapon", "trooper", "fighter") for word in place.words)
    ):
        return ("other", "default")
    if any(is_noun(word, "weapon") for word in (*unit.split(), noun)):
        return "forces", "weapon"
    return ("aid", "goods") if relief else ("other", "default")


def _money(place: Place) -> tuple[str, str]:
    near = place.words[max(place.first - NEAR, 0) : place.last + NEAR // 2]
    relief = any(is_noun(word, "aid_word") for word in near) and not any(is_noun(word, "military") for word in near)
    return ("aid", "money for relief") if relief else ("other", "money")
