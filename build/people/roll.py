"""The people of an article and every place where its text names them."""

from typing import NamedTuple

from ..authority import words
from ..places.gazetteer import Known
from ..records import Article, Sentence, Token
from .affiliations import Affiliations
from .appositions import Appositions, Link
from .candidates import Candidate, find_candidates, without_glued_word
from .evidence import LONGEST_NAME, Evidence, Reading, Surroundings
from .lexicon import given_names, is_common, is_given
from .marks import Mark, find_marks
from .offices import OfficePhrase, find_office_phrases
from .persons import Register, is_known, key_of, known_by_family, known_person
from .spelling import plain

REGNAL = "regnal"
LISTING = frozenset({",", ";", "&", "(", ")", "–", "-", "•"})
LISTED = 9
JOINED = (("and",), (",",), ("&",), (",", "and"))
ACTING = frozenset({"’s", "'s", "was", "is", "has", "had", "will", "said", "told", "met"})
ENDS = frozenset('.!?;:,”"’)')


class SentenceNames(NamedTuple):
    """What one sentence holds of names and offices."""

    sentence: Sentence
    marks: list[Mark]
    candidates: list[Candidate]
    readings: list[Reading]
    phrases: list[OfficePhrase]
    links: list[Link]
    title_case: bool


class Mention(NamedTuple):
    """A person named in a sentence; `candidate` is the index of the name there, if it is a whole one."""

    sentence: int
    start: int
    end: int
    person: int
    candidate: int | None


def read_sentence(article: Article, sentence: Sentence, known: Known) -> SentenceNames:
    """The marks, candidates, offices and links of one sentence, in which the names `known` stand."""
    tokens = sentence.tokens
    marks = find_marks(tokens, known)
    candidates = find_candidates(article.text, tokens, marks)
    phrases = find_office_phrases(tokens, marks, candidates)
    around = Surroundings(tokens, marks, phrases)
    readings = [around.read(candidate) for candidate in candidates]
    links: list[Link] = []
    if candidates:
        links = [
            *Appositions(tokens, marks, candidates, phrases).links(),
            *Affiliations(tokens, marks, candidates).links(),
        ]
    for link in links:
        reading = readings[link.candidate]
        if link.phrase is not None and reading.evidence is Evidence.WEAK:
            readings[link.candidate] = reading._replace(evidence=Evidence.STRONG)
    return SentenceNames(sentence, marks, candidates, readings, phrases, links, is_title_case(tokens, marks))


def is_title_case(tokens: tuple[Token, ...], marks: list[Mark]) -> bool:
    """Whether a line is set as a headline ("Envoys Meet In Geneva To Revive Talks"), so that capitals say nothing."""
    if tokens[-1].text in ENDS or tokens[-1].text.isdigit():
        return False
    marked = {place for mark in marks if mark.kind != "role" for place in range(mark.first, mark.after)}
    ordinary = [
        token.text[0].isupper()
        for place, token in enumerate(tokens)
        if place and place not in marked and len(token.text) > 3 and is_common(token.text)
    ]
    return sum(ordinary) > 1 and sum(ordinary) * 2 > len(ordinary)


class Roll:
    """Gathers the people of an article: full names first, then what refers to them."""

    def __init__(self, read: list[SentenceNames]) -> None:
        self.read = read
        self.register = Register()
        self.mentions: list[Mention] = []
        self.full: dict[tuple[int, int], int] = {}
        self.last_seen: dict[int, int] = {}

    def call(self) -> None:
        """Find the people and all their mentions, in text order."""
        self._unglue()
        self._enter_full_names()
        for number, names in enumerate(self.read):
            for place in range(len(names.candidates)):
                self._mention(number, place)

    def _unglue(self) -> None:
        families = {candidate.words[-1] for names in self.read for candidate in names.candidates}
        for names in self.read:
            for place, candidate in enumerate(names.candidates):
                whole = self._without_stray_words(without_glued_word(candidate, families), names.sentence.tokens)
                names.candidates[place] = whole

    def _without_stray_words(self, name: Candidate, tokens: tuple[Token, ...]) -> Candidate:
        """A well-known full name without capitals before it that are none of it ("Prime Minsiter")."""
        for drop in range(1, min(len(name.words), LONGEST_NAME) - 1):
            if is_known(key_of(name.words[drop:])) and not is_known(key_of(name.words[drop - 1 :])):
                start = next(
                    (n for n in range(name.first, name.after) if name.words[drop].startswith(tokens[n].text)), 0
                )
                return name._replace(first=start or name.first, words=name.words[drop:])
        return name

    def _enter_full_names(self) -> None:
        sure = {
            key_of(candidate.words)
            for names in self.read
            if not names.title_case
            for candidate, reading in zip(names.candidates, names.readings, strict=True)
            if len(candidate.words) > 1 and reading.evidence is Evidence.STRONG
        }
        for number, names in enumerate(self.read):
            for place, (candidate, reading) in enumerate(zip(names.candidates, names.readings, strict=True)):
                if len(candidate.words) < 2 or reading.lends:
                    continue
                key = key_of(candidate.words)
                if key in sure or self._is_person(names, place):
                    self._enter(number, place, candidate.words)
        for number, names in enumerate(self.read):
            self._enter_sharers(number, names)

    def _is_person(self, names: SentenceNames, place: int) -> bool:
        candidate, reading = names.candidates[place], names.readings[place]
        if known_person(key_of(candidate.words)) is not None:
            return True
        if names.title_case or reading.evidence is Evidence.NO:
            return False
        return reading.evidence is Evidence.STRONG or any(self._keeps_company(names, place, other) for other in (-1, 1))

    def _keeps_company(self, names: SentenceNames, place: int, step: int) -> bool:
        """Whether weak evidence is enough: a person is listed beside the name, and no word of it is an ordinary one."""
        other = place + step
        if not 0 <= other < len(names.candidates) or any(is_common(word) for word in names.candidates[place].words):
            return False
        first, last = sorted((place, other))
        between = names.sentence.tokens[names.candidates[first].after : names.candidates[last].first]
        listed = between and all(t.text in LISTING or t.lower == "and" or t.text[0].isupper() for t in between)
        return (
            bool(listed)
            and len(between) < LISTED
            and len(names.candidates[other].words) > 1
            and names.readings[other].evidence is Evidence.STRONG
        )

    def _enter(self, number: int, place: int, name: tuple[str, ...]) -> None:
        person = self.register.enter(name)
        self.full[number, place] = person
        self._learn_gender(person, self.read[number], place, name)

    def _enter_sharers(self, number: int, names: SentenceNames) -> None:
        """ "Gali and Ziv Berman", "the brothers David and Ariel Cunio": one family name for both."""
        tokens = names.sentence.tokens
        for place in range(len(names.candidates) - 1, 0, -1):
            before, holder, reading = (
                names.candidates[place - 1],
                self.full.get((number, place)),
                names.readings[place - 1],
            )
            joint = tuple(token.lower for token in tokens[before.after : names.candidates[place].first])
            if holder is None or joint not in JOINED or len(before.words) > 1 or reading.title or reading.office:
                continue
            if joint == (",",) and (number, place + 1) not in self.full:
                continue
            given, name = before.words[0], self.register.people[holder].words
            alone = known_by_family(given) is None and not self.register.of_family(given, None, False)
            if alone and plain(given) in given_names() and is_given(name[0]):
                self._enter(number, place - 1, (given, *(name[1:] if len(name) == 2 else name[-1:])))

    def _learn_gender(self, person: int, names: SentenceNames, place: int, name: tuple[str, ...]) -> None:
        known = self.register.people[person]
        title = names.readings[place].title
        if title is not None and title.endswith("male"):
            known.gender = title.rpartition("_")[2]
        first = names.candidates[place].first
        kin = names.sentence.tokens[first - 1].lower if first else ""
        if kin in words("titles", "kin_male"):
            known.gender = "male"
        elif kin in words("titles", "kin_female"):
            known.gender = "female"
        if known.gender is None:
            given = given_names().get(plain(name[0]))
            known.gender = given if given in ("male", "female") else None

    def _mention(self, number: int, place: int) -> None:
        names = self.read[number]
        candidate, reading = names.candidates[place], names.readings[place]
        person = self.full.get((number, place))
        if person is None and reading.lends:
            return
        if person is None and len(candidate.words) == 1:
            person = self._single(names, candidate, reading)
        if person is not None:
            self._record_whole(number, place, person)
        elif len(candidate.words) == 1 and "-" in candidate.words[0]:
            self._inside(number, candidate)
        elif len(candidate.words) > 1:
            person = self.register.find(key_of(candidate.words)) if key_of(candidate.words) else None
            if person is not None:
                self._record_whole(number, place, person)
            else:
                self._inside(number, candidate)

    def _inside(self, number: int, candidate: Candidate) -> None:
        """Known family names in a run of capitals that is no name itself ("Blinken Says Talks Go On")."""
        tokens = self.read[number].sentence.tokens
        for place in range(candidate.first, candidate.after):
            word = tokens[place].text
            if not word[0].isupper() or is_common(word) or is_given(word):
                continue
            person, known = self._by_family(word, None, False), known_by_family(word)
            if person is None and known is not None:
                person = self.register.enter(tuple(known.name.split()), known)
            if person is not None:
                self._record(number, tokens[place].start, tokens[place].end, person, None)

    def _single(self, names: SentenceNames, candidate: Candidate, reading: Reading) -> int | None:
        """The person whom one word means: a family name, or a given name after "Sheikh" or "King"."""
        word, title = candidate.words[0], reading.title
        if (
            is_common(word)
            and title == "rank"
            and not self._acts(names, candidate)
            and not self._by_family(word, None, False)
        ):
            return None
        opening = candidate.first == 0 or not names.sentence.tokens[candidate.first - 1].text[0].isalnum()
        if is_common(word) and not (title or reading.office) and opening and not self._acts(names, candidate):
            return None
        gender = title.rpartition("_")[2] if title and title.endswith("male") else None
        by_given = title is not None and (title == REGNAL or title.startswith("style"))
        person = self._by_family(word, gender, by_given)
        if person is not None:
            return person
        known = known_by_family(word, gender) if not by_given else None
        regnal = (names.sentence.tokens[candidate.first - 1].text, word) if candidate.first else (word,)
        if known is None and is_known(key_of(regnal)):
            known = known_person(key_of(regnal))
        if known is not None:
            return self.register.enter(tuple(known.name.split()), known)
        person = self._by_family(word, gender, True) if title is not None and not by_given else None
        if person is not None:
            return person
        if reading.evidence is not Evidence.STRONG or names.title_case or len(word) < 3:
            return None
        if is_given(word) and title != REGNAL and not reading.office and (by_given or title is None):
            return None
        return self.register.enter((word,))

    def _acts(self, names: SentenceNames, candidate: Candidate) -> bool:
        """Whether an ordinary word at the start of a sentence does what only a person does: "Power said"."""
        tokens = names.sentence.tokens
        following = tokens[candidate.after].lower if candidate.after < len(tokens) else ""
        second = tokens[candidate.after + 1].lower if candidate.after + 1 < len(tokens) else ""
        told = following == "," and second in ("who", "whom", "whose")
        return told or following in words("reporting_verbs", "say") or following in ACTING

    def _by_family(self, word: str, gender: str | None, by_given: bool) -> int | None:
        numbers = self.register.of_family(word, gender, by_given)
        return max(numbers, key=lambda number: self.last_seen.get(number, -1), default=None)

    def _record_whole(self, number: int, place: int, person: int) -> None:
        candidate, tokens = self.read[number].candidates[place], self.read[number].sentence.tokens
        end = tokens[candidate.after - 1].end - candidate.cut
        self._record(number, tokens[candidate.first].start, end, person, place)

    def _record(self, number: int, start: int, end: int, person: int, candidate: int | None) -> None:
        self.last_seen[person] = len(self.mentions)
        self.mentions.append(Mention(number, start, end, person, candidate))
