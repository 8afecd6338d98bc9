"""Guards the promise that every token and sentence stands in the file to the letter, however a page was glued."""

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build.text import quotations, sentences, tokenise
from tests.support import article

SPLITS = [
    # a full stop, a question, an exclamation
    "The guns fell silent. | Nobody cheered. | Would it last? | It had to!",
    # titles, ranks and initials
    "Gen. Saleh met Mr. Rahal. | Lt. Col. J. R. Okello stayed away.",
    "George W. Doe left. | Mrs. Doe did not.",
    "Sen. Doe flew to Juba. | Dr. Idris met her at St. Mary's.",
    # abbreviations with inner points
    "The U.S. envoy left. | He went home to the U.S. | The talks go on.",
    "It began at 7 a.m. Monday. | It ended at 9 p.m. | Officials slept.",
    "The U.N. Security Council met. | The E.U. was not there.",
    # numbers
    "Some 1.5 million fled. | About 30.717 are dead.",
    "No. 5 on the list walked free. | Was he glad? | No. | If anything, he wept.",
    "He was freed on Oct. 7. | The rest were not.",
    # quotations
    "“We are close,” she said. | “Very close.” | Nobody else spoke.",
    'He said: "We want all of them." | "All of them," he said again.',
    "“Will they come home?” asked the mother. | Nobody knew.",
    "‘It is over.’ | So said the mayor.",
    # ellipses
    "We want … an end to this war. | The rest is noise.",
    "He waited... and waited. | Then he left.",
    "They were promised bread... | None came.",
    # names that begin with a small word
    "The spokesman left. | al-Hadi stayed.",
    "The minister spoke. | bin Salem did not.",
    # lists in one line
    "The terms are: | • ten men go home | • five follow",
    # semicolons hold a sentence together
    "Ten went home; five stayed; two died.",
    # no breaks in addresses and names of sites
    "The site Booking.com and the paper gov.uk say so. | Both err.",
]
GLUED_ENDS = [
    ["The talks ended.", "Rebels went home."],
    ['The envoy said "no."', "Rebels shrugged."],
    ["They freed 101.", "Four died."],
    ["It was over!", "Crowds sang."],
    ["Who pays?", "“Not us,” they said."],
]
GLUED_WORDS = [
    ("The headteacher servicesAna Lima", ["The", "headteacher", "services", "Ana", "Lima"]),
    ("according toThe Courier inJuba", ["according", "to", "The", "Courier", "in", "Juba"]),
    ("the envoy'spriority", ["the", "envoy", "'s", "priority"]),
    ("directorJo Reyes said", ["director", "Jo", "Reyes", "said"]),
    ("McGurk and MacDonald use WhatsApp", ["McGurk", "and", "MacDonald", "use", "WhatsApp"]),
]
TOKENS = [
    ("Israel’s four-day pause", ["Israel", "’s", "four", "-", "day", "pause"]),
    ("15,000 of 1.5 million", ["15,000", "of", "1.5", "million"]),
    ("Sana’a's al-Thawra", ["Sana’a", "'s", "al", "-", "Thawra"]),
    ("the U.S.-led force", ["the", "U.S.", "-", "led", "force"]),
    ("$4.3bn (£3m)", ["$", "4.3", "bn", "(", "£", "3", "m", ")"]),
    ("30\u00a0717 people", ["30\u00a0717", "people"]),
    ("cafe\u0301s shut", ["cafe\u0301s", "shut"]),
    ("don’t", ["don’t"]),
]
QUOTED = [
    ("He said “ten men” and “no more”.", ["“ten men”", "“no more”"]),
    ('She wants "an end", not "a pause".', ['"an end"', '"a pause"']),
    ("The 'final offer' is not final.", ["'final offer'"]),
    ("Call it ‘a start’, he said.", ["‘a start’"]),
    ("The families' plea and the rebels' answer", []),
    ("It’s the army’s word against the rebels’.", []),
    ("«Ya basta», dijo.", ["«Ya basta»"]),
    # what is not closed ends with its sentence, or where another opens
    ("“We will not go. They know it.", ["“We will not go."]),
    ("“We stay. “They go,” he said.", ["“We stay. ", "“They go,”"]),
    # typewriter and printer's marks mixed
    ('“I was wrong," he said.', ['“I was wrong,"']),
    # glued to the next sentence
    ('"It is over."The crowd left. "Gone," she said.', ['"It is over."', '"Gone,"']),
]


@pytest.mark.parametrize("marked", SPLITS)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    text = marked.replace(" | ", " ")
    assert [text[s.start : s.end] for s in sentences(article(text))] == marked.split(" | ")


@pytest.mark.parametrize("expected", GLUED_ENDS, ids=str)
def test_sentences_end_where_a_page_left_no_space(expected: list[str]) -> None:
    text = "".join(expected)
    assert [text[s.start : s.end] for s in sentences(article(text))] == expected


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_tokens_are_fine(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenise(text, 0, len(text))] == expected


@pytest.mark.parametrize(("text", "expected"), GLUED_WORDS)
def test_words_that_a_page_glued_are_cut_where_the_case_turns(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenise(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("Calm in Jubawhich the army holds. Juba has been quiet.", "Juba", "Jubawhich"),
        ("Fear for hostagesin the hills. All hostages are sick.", "hostages", "hostagesin"),
        ("The rebels told Okelloand his men. Okello left.", "Okello", "Okelloand"),
    ],
)
def test_a_small_word_that_hangs_on_another_is_cut_off(text: str, cut: str, whole: str) -> None:
    found = [token.text for sentence in sentences(article(text)) for token in sentence.tokens]
    assert found.count(cut) == 2
    assert whole not in found


@pytest.mark.parametrize("word", ["Holland", "within", "Anderson", "demand", "Poland", "prison"])
def test_a_word_that_only_looks_glued_stays_whole(word: str) -> None:
    text = f"The {word} of old. With Hol and dem, pris and Pol."
    assert word in [token.text for sentence in sentences(article(text)) for token in sentence.tokens]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quotations_are_found_with_their_marks(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quotations(article(text))] == expected


def test_a_quotation_runs_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    text = "“We will go home. They know it.\n“We always said so,” he added."
    assert [span.of(text) for span in quotations(article(text))] == [
        "“We will go home. They know it.",
        "“We always said so,”",
    ]


def test_furniture_has_no_sentences_and_the_headline_is_marked() -> None:
    found = sentences(article("Rebels free ten\nThey walked home on Sunday.", titled=True))
    assert [(sentence.is_title, sentence.paragraph) for sentence in found] == [(True, 0), (False, 1)]


@given(st.text(alphabet=st.sampled_from("aAbé. ,!?\"“”‘’'«»•-1\n\t\u00a0…U.S"), max_size=200))
def test_every_token_stands_in_the_text_and_no_sentences_overlap(text: str) -> None:
    subject = article(text)
    end = 0
    for sentence in sentences(subject):
        assert end <= sentence.start < sentence.end
        end = sentence.end
        assert sentence.tokens[0].start == sentence.start
        assert sentence.tokens[-1].end == sentence.end
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
    for quotation in quotations(subject):
        assert 0 <= quotation.start < quotation.end <= len(text)


@given(st.text(max_size=300))
def test_all_that_is_not_white_space_is_in_some_token(text: str) -> None:
    found = "".join(token.text for token in tokenise(text, 0, len(text)))
    assert "".join(found.split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["Ana Lima said no. ", '"', "“a ", "U.S. ", "hostagesin hostages ", "e\u0301"])
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        subject = article(piece * (size // len(piece)))
        return min(timeit.repeat(lambda: (sentences(subject), quotations(subject)), number=1, repeat=3))

    assert seconds(100_000) < 60 * max(seconds(10_000), 0.002)
