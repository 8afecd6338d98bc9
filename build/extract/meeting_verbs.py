"""Verbs of meeting: "met", "sat down with", "was received by", "spoke by phone", "signed … together with"."""

from collections.abc import Callable
from dataclasses import replace

from ..authority import words
from ..records import Article
from .company import Company, Reading
from .delegations import Actor
from .encounters import (
    Encounter,
    Group,
    opening_time,
    opposed,
    parties_of,
    place_of,
    seats_of,
    setting,
    settled,
    subject,
    times_of,
    verb_group,
)
from .line import Line, clause_start, is_hyphen
from .meeting_words import match
from .reading import read_right
from .scene import Scene

NOUN_BEFORE = frozenset(("the", "a", "an", "’s", "'s", "of", "its", "their", "his", "her", "phone", "this"))
Reader = Callable[[Line, int, int, Group, Company, Company], tuple[Company, Company] | None]
OBJECTS = frozenset(("it", "them", "him", "me", "us", "you", "that", "this", "these", "those", "no", "any"))


def read_meeting_verb(line: Line, place: int, article: Article) -> Encounter | None:
    """The report of a verb of meeting at `place`, if it is one: "Envoys met in Minsk on Friday"."""
    scene = line.scene
    readers: dict[str, Reader] = {
        "meet": _meet,
        "sit": _meet,
        "host": _host,
        "see": _host,
        "sign": _sign,
        "speak": _speak,
        "discuss": _discuss,
    }
    if not match(scene.words, place, *readers):
        return None
    for kind, reader in readers.items():
        size = match(scene.words, place, kind)
        if not size or any(actor.first <= place < actor.last for actor in line.actors):
            continue
        group = _as_told(line, verb_group(scene, place))
        agent = scene.word(place + size) == "by" and not match(scene.words, place + size, "phone")
        participle = agent and not group.passive
        open_ended = (group.chance or group.bare) and not group.wanted
        if participle or group.negated or open_ended or _is_noun(scene, place, kind):
            continue
        left = subject(line, group.first)
        right = read_right(line, place + size, Reading(passive=group.passive))
        if _is_assembly(scene, group.first) or scene.word(left.start - 1) in ("if", "whether", "unless"):
            continue
        found = reader(line, place, size, group, left, right)
        if found:
            left, right = found
            return _report(line, kind, place, group, left, right, article)
    return None


def _as_told(line: Line, group: Group) -> Group:
    """A verb that shares its auxiliary with the one before it: "will visit Moscow and *meet* the president"."""
    if group.status is not None or line.scene.word(group.first - 1) not in ("and", "then", "or"):
        return group
    previous = clause_start(line, group.first)[1]
    planned = previous >= 0 and verb_group(line.scene, previous).status == "planned"
    return replace(group, status="planned") if planned else group


def _report(
    line: Line, kind: str, place: int, group: Group, left: Company, right: Company, article: Article
) -> Encounter | None:
    around = setting(line, left.start)
    spot, vague = place_of(line, right, left, around)
    time = times_of(right, left, around) or opening_time(line, place)
    loose = kind == "discuss" or match(line.scene.words, place, "process", "loose")
    if kind == "speak":
        spot = None if "phone" in right.cues else place_of(line, right)[0]
    if (kind == "speak" or loose) and not (spot or time):
        return None
    if group.wanted and not (time and (spot or line.scene.says_there())):
        return None
    groups = [actor for actor in (*left.actors, *right.actors) if actor.kind == "group"]
    again = any(word in words("meeting_words", "again") for word in line.scene.words[group.first : place + 3])
    return Encounter(
        number=line.scene.number,
        first=min((actor.first for actor in left.actors), default=group.first),
        last=max(right.last, place + 1),
        seats=seats_of(left.actors, right.actors),
        place=spot,
        time=time,
        status=settled(group.status, time, article.published_on),
        rule=f"verb of meeting ({kind})",
        definite=any(actor.role in ("same", "pair", "sides") for actor in groups),
        same=any(actor.role == "same" for actor in groups),
        again=again,
        cues=frozenset({"vague"} if vague else ()),
    )


def _is_noun(scene: Scene, place: int, kind: str) -> bool:
    """Whether the word stands as a noun: "the host", "a call", "a face-to-face meet"."""
    before = scene.word(place - 1)
    if kind == "meet" and scene.words[place].endswith("ing"):
        return before not in ("is", "are", "was", "were", "been", "be", "after", "before", "by", "now", "again")
    return before in NOUN_BEFORE or (before == "-" and is_hyphen(scene, place - 1))


def _is_assembly(scene: Scene, first: int) -> bool:
    """Whether a cabinet, a council or a crowd is the subject: its sessions are no meetings of parties."""
    return any(match(scene.words, place, "assembly", "crowd") for place in (first - 1, first - 2) if place >= 0)


def _object_is_named(line: Line, place: int, right: Company) -> bool:
    """Whether the object right after the verb is one of the actors, and no thing or crowd."""
    scene = line.scene
    if scene.word(place) in ("with", "between", "alongside", "together"):
        place += 1
    first = min((actor.first for actor in right.actors), default=None)
    if scene.word(place) in OBJECTS:
        return False
    return (
        first is not None
        and first <= place + 12
        and not any(match(scene.words, step, "crowd") for step in range(place, first))
    )


def _is_intransitive(scene: Scene, place: int) -> bool:
    """Whether no object follows the verb: "met in Doha", "met again", "met on Friday"."""
    word = scene.word(place)
    if scene.word(place - 1).startswith(("gather", "assembl")) and not word.isalpha():
        return False
    if place in scene.times or place in scene.places or not word.isalpha():
        return True
    if word in ("with", "between", "the", "a", "an", "his", "her", "their", "its", "both", "some", "all", "each"):
        return False
    return word not in OBJECTS and (word in words("tense", "function") or word.endswith("ly"))


def _meet(
    line: Line, place: int, size: int, group: Group, left: Company, right: Company
) -> tuple[Company, Company] | None:
    """Two parties must meet: "met Hamas leaders", "Qatari and Egyptian officials met in Doha"."""
    scene, after = line.scene, place + size
    if group.passive and scene.words[place] in ("met", "briefed", "updated", "seated"):
        return None
    joint = match(scene.words, place, "process") and len(parties_of(left.actors)) > 1
    if joint:
        right.actors = [actor for actor in right.actors if actor.link in ("with", "alongside", "through", "via")]
        return left, right
    needs_partner = bool(match(scene.words, place, "sit")) and not match(scene.words, place, "meet")
    if not right.actors and (needs_partner or not _is_intransitive(scene, after)):
        return None
    if right.actors and not _object_is_named(line, after, right) and not _is_intransitive(scene, after):
        return None
    if (
        needs_partner
        and right.actors[0].first > after
        and not any(a.link in ("with", "between", "opposite", "alongside") or a.role for a in right.actors)
    ):
        return None
    actors = [*left.actors, *right.actors]
    pointing = any(actor.role for actor in actors)
    if not opposed(left.actors, right.actors) or (len(parties_of(actors)) < 2 and not pointing and not right.actors):
        return None
    return left, right


def _host(
    line: Line, place: int, size: int, group: Group, left: Company, right: Company
) -> tuple[Company, Company] | None:
    """Host and guest are both named: "received the envoy", "was received by the premier"."""
    near = [actor for actor in right.actors if actor.first <= place + size + (25 if group.passive else 6)]
    if not near or not left.actors or not opposed(left.actors, right.actors):
        return None
    if group.passive and near[0].link != "by":
        return None
    if match(line.scene.words, place, "see") and not (_people(left.actors) and near[0].kind != "party"):
        return None
    if line.scene.words[near[0].last : near[0].last + 1] == ("to",) and match(line.scene.words, place, "see"):
        return None
    if not group.passive and near[0].link not in ("", "to", "by"):
        return None
    alone = near[0].kind == "party" and near[0].last - near[0].first == 1
    if alone or not parties_of(right.actors):
        return None
    return left, right


def _people(actors: list[Actor]) -> bool:
    return any(actor.kind in ("person", "office") for actor in actors)


def _sign(
    line: Line, place: int, size: int, group: Group, left: Company, right: Company
) -> tuple[Company, Company] | None:
    """A signing at which two parties are together: "signed it in Muscat alongside the Omani minister"."""
    if len(parties_of([*left.actors, *right.actors])) < 2 or not (
        right.places or left.places or "there" in line.scene.words
    ):
        return None
    return left, right


def _speak(
    line: Line, place: int, size: int, group: Group, left: Company, right: Company
) -> tuple[Company, Company] | None:
    """A call or a talk: two parties, by telephone or with each other, at a stated time or place."""
    scene, word = line.scene, line.scene.words[place]
    phone = _on_the_phone(scene, place, right)
    dialled = word.startswith(("phon", "telephon", "rang", "ring", "rung", "dial", "call"))
    if word.startswith("call") and not (place + 1 in line.at and _people([line.at[place + 1]])):
        return None
    if phone or dialled:
        right.cues.add("phone")
    partner = [actor for actor in right.actors if actor.link in ("with", "to") or (dialled and actor.link == "")]
    through = [actor for actor in right.actors if actor.link in ("through", "via")]
    if len(parties_of([*left.actors, *partner])) < 2:
        return None
    if partner or phone or through:
        return left, right
    return (left, right) if word in ("spoke", "talked", "talking") and _people(left.actors) else None


def _discuss(
    line: Line, place: int, size: int, group: Group, left: Company, right: Company
) -> tuple[Company, Company] | None:
    """People who discuss something with each other: "discussed the truce with the emir in Doha"."""
    partner = [actor for actor in right.actors if actor.link == "with"]
    if not partner and len(parties_of(left.actors)) > 1 and _people(left.actors):
        right.actors = []
        return left, right
    personal = _people(partner) or any(line.scene.words[actor.last - 1] == "counterpart" for actor in partner)
    if not personal or not _people(left.actors) or not opposed(left.actors, partner):
        return None
    right.actors = partner
    if _on_the_phone(line.scene, place, right):
        right.places, left.places = [], []
    return left, right


def _on_the_phone(scene: Scene, place: int, right: Company) -> bool:
    return any(match(scene.words, step, "phone") for step in range(place, min(right.last + 1, len(scene.words))))
