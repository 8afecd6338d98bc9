"""Guards that a row that breaks a rule stops the build, with a sentence that says where and why.

Each rule of the tables has a planted defect here; a test holds that none is left without.
"""

from dataclasses import replace
from datetime import date

import pytest

from build.errors import BuildError
from build.publish.codebook import rules
from build.tables import Tables
from build.tabulate import tabulate
from build.validate import TOLD, ValidationError, validate
from schemas import MODELS
from schemas.totals import totals

from .sample_tables import DISPUTED, DISPUTED_TEXTS, EXCHANGE, MEETING, TABLES, TEXTS, changed, frames

ONCE = "must be given once in the table"
SLUG = "must be small letters and digits, its words joined by single hyphens"
CELL = "must not be empty, nor begin with =, +, - or @, nor begin or end with white space"
BELOW_0, BELOW_1 = "must not be below 0", "must not be below 1"
COUNTRY = "must be a two-letter country code (ISO 3166-1)"
LATE, EARLY = date(2022, 9, 20), date(2022, 9, 1)


def twice(table):
    rows = getattr(DISPUTED, table)
    return tabulate(replace(DISPUTED, **{table: (*rows, rows[0])}))


def without(table, row):
    rows = list(getattr(TABLES, table))
    del rows[row]
    return tabulate(replace(TABLES, **{table: tuple(rows)}))


def disputed(**cells):
    return changed("disagreements", of=DISPUTED, **cells)


# (table, frames with one defect, words that the message holds)
DEFECTS = [
    # keys
    *((table, twice(table), [ONCE]) for table in MODELS),
    ("people", changed("people", person_id="Ana_Ruiz"), ['person_id "Ana_Ruiz"', SLUG]),
    ("meetings", changed("meetings", meeting_id="2022-09-19--geneva"), [SLUG]),
    ("participants", changed("participants", 1, participant_id="northern front"), [SLUG]),
    ("exchanges", changed("exchanges", exchange_id="-x"), [SLUG]),
    # missing cells
    ("sources", changed("sources", language=None), ["language missing", "must not be missing"]),
    ("figures", changed("figures", quote=None), ["quote missing", "must not be missing"]),
    # text
    ("sources", changed("sources", title="=1+1"), ['title "=1+1"', CELL, "seed envoys.txt"]),
    ("sources", changed("sources", title="@home"), [CELL]),
    ("sources", changed("sources", publisher="+49"), [CELL]),
    ("sources", changed("sources", publisher="-"), [CELL]),
    ("sources", changed("sources", publisher="\tThe Example"), [CELL]),
    ("sources", changed("sources", publisher="\rThe Example"), [CELL]),
    ("sources", changed("sources", publisher="The Example "), [CELL]),
    ("sources", changed("sources", publisher=""), [CELL]),
    ("figures", changed("figures", unit=" people"), [CELL]),
    # formats and codes
    ("sources", changed("sources", url="example.org"), ['url "example.org"', "must be an address"]),
    ("sources", changed("sources", url="https://example.org/a b"), ["must be an address"]),
    ("sources", changed("sources", language="English"), ["must be a two-letter language code"]),
    ("sources", changed("sources", sha256="F" * 64), ["must be a SHA-256 checksum"]),
    ("people", changed("people", country="Spain"), ['country "Spain"', COUNTRY, "seed envoys.txt, line 3"]),
    ("meetings", changed("meetings", country="ch"), [COUNTRY]),
    ("people", changed("people", wikidata_id="42"), ["must be a Wikidata item"]),
    ("meetings", changed("meetings", status="done"), ['status "done"', "must be one of held, planned"]),
    ("figures", changed("figures", measure="freed"), ["must be one of captives_taken"]),
    # ranges
    ("sources", changed("sources", words=-1), ["words -1", BELOW_0]),
    ("people", changed("people", sources=0), ["sources 0", BELOW_1]),
    ("meetings", changed("meetings", sources=0), [BELOW_1]),
    ("exchanges", changed("exchanges", sources=0), [BELOW_1]),
    ("exchanges", changed("exchanges", captives_low=-2, captives_high=1), [f"captives_low -2 {BELOW_0}"]),
    ("exchanges", changed("exchanges", captives_low=-2, captives_high=-1), ["captives_high -1", BELOW_0]),
    ("exchanges", changed("exchanges", prisoners_low=-1), ["prisoners_low -1", BELOW_0]),
    ("exchanges", changed("exchanges", prisoners_low=-1, prisoners_high=-1), ["prisoners_high -1", BELOW_0]),
    ("figures", changed("figures", value_low=-5.0), ["value_low -5", BELOW_0]),
    ("figures", changed("figures", value_low=-5.0, value_high=-5.0), ["value_high -5", BELOW_0]),
    ("figures", changed("figures", start=-1), ["start -1", BELOW_0]),
    ("figures", changed("figures", start=-12, end=-1), ["end -1", BELOW_0]),
    ("mentions", changed("mentions", start=-1), ["start -1", BELOW_0]),
    ("mentions", changed("mentions", start=-12, end=-1), ["end -1", BELOW_0]),
    ("disagreements", disputed(lowest=-1), ["lowest -1", BELOW_0]),
    ("disagreements", disputed(highest=-1), ["highest -1", BELOW_0]),
    ("disagreements", disputed(sources=0), ["sources 0", BELOW_1]),
    ("disagreements", disputed(quantity="killed"), ["must be one of captives, prisoners"]),
    ("disagreements", disputed(scope="similar"), ["must be one of same, different, unknown"]),
    *(
        (table, changed(table, of=DISPUTED, **{column: 2**53}), [f"{column} 9007199254740992 must not be above"])
        for table, column in [
            ("sources", "words"),
            ("people", "sources"),
            ("meetings", "sources"),
            ("exchanges", "captives_high"),
            ("exchanges", "prisoners_high"),
            ("figures", "end"),
            ("mentions", "end"),
            ("disagreements", "highest"),
        ]
    ),
    ("figures", changed("figures", value_high=2.0**53), ["value_high 9.0072e+15 must not be above"]),
    # across columns
    ("sources", changed("sources", file="other.txt"), ["file must be source_id with an ending"]),
    ("sources", changed("sources", published_on=None), ["published_on missing", "must be given together"]),
    ("sources", changed("sources", published_on_basis=None), ["must be given together"]),
    ("people", changed("people", names_reported="Ruiz; Ana Ruiz"), ["must be distinct names, sorted"]),
    ("people", changed("people", names_reported="Ana Ruiz; Ana Ruiz"), ["must be distinct names, sorted"]),
    ("meetings", changed("meetings", parties="Northern Front; ES"), ["must be distinct parties, sorted"]),
    ("meetings", changed("meetings", start_date=LATE), ["start_date 2022-09-20", "must not be after end_date"]),
    ("meetings", changed("meetings", date_precision="unknown"), ["must fit date_precision"]),
    ("meetings", changed("meetings", start_date=None, end_date=None), ["must fit date_precision"]),
    ("meetings", changed("meetings", start_date=EARLY, date_precision="week"), ["must fit date_precision"]),
    ("meetings", changed("meetings", region="Europe"), ['region "Europe"', "must be missing where place or country"]),
    ("participants", changed("participants", participant_id="ana"), ["participant_id must be person_id"]),
    ("participants", changed("participants", identified_by="delegation"), ["must be missing where identified_by"]),
    ("participants", changed("participants", 1, identified_by="office"), ["must be missing where identified_by"]),
    ("exchanges", changed("exchanges", start_date=LATE), ["must not be after end_date"]),
    ("exchanges", changed("exchanges", start_date=EARLY, date_precision="month"), ["must fit date_precision"]),
    ("exchanges", changed("exchanges", captives_low=3, captives_high=2), ["captives_low must not be above"]),
    ("exchanges", changed("exchanges", captives_low=3), ["captives_high missing", "neither stands without the other"]),
    ("exchanges", changed("exchanges", prisoners_low=40), ["prisoners_low must not be above prisoners_high"]),
    ("exchanges", changed("exchanges", prisoners_low=None, prisoners_high=None), ["needs a number of people"]),
    (
        "figures",
        changed("figures", value_low=40.0),
        ["must not be above value_high: value_low 40, value_high 39 (", "line 4"],
    ),
    ("figures", changed("figures", 3, value_high=1.5), ["must be 1 or less where unit is share"]),
    ("figures", changed("figures", value_high=39.5), ["must be whole numbers where unit is people"]),
    ("figures", changed("figures", start=140, end=140), ["start must be before end"]),
    ("figures", changed("figures", quote="39 prisoner"), ["end minus start must be the length of quote"]),
    ("mentions", changed("mentions", start=8, end=8), ["start must be before end"]),
    ("mentions", changed("mentions", quote="Ana"), ["end minus start must be the length of quote"]),
    ("mentions", changed("mentions", meeting_id=MEETING), ["exactly one of", "must be given"]),
    ("mentions", changed("mentions", person_id=None), ["exactly one of", "must be given"]),
    # across tables
    ("participants", changed("participants", meeting_id="nowhere"), ["must be a row of the table meetings"]),
    (
        "participants",
        changed("participants", person_id="nobody", participant_id="nobody"),
        ["must be a row of the table people"],
    ),
    ("figures", changed("figures", source_id="elsewhere"), ["must be a row of the table sources"]),
    ("disagreements", disputed(exchange_id="no-exchange"), ["must be a row of the table exchanges"]),
    ("figures", changed("figures", exchange_id="no-exchange"), ["must be a row of the table exchanges"]),
    ("mentions", changed("mentions", source_id="elsewhere"), ["must be a row of the table sources"]),
    ("mentions", changed("mentions", person_id="nobody"), ["must be a row of the table people"]),
    ("mentions", changed("mentions", 1, meeting_id="nowhere"), ["must be a row of the table meetings"]),
    ("mentions", changed("mentions", 2, exchange_id="never"), ["must be a row of the table exchanges"]),
    ("people", without("mentions", 0), ["sources must be the number of sources", ": sources 1 ("]),
    ("meetings", changed("meetings", sources=2), ["sources must be the number of sources", ": sources 2 ("]),
    ("exchanges", without("mentions", 2), ["sources must be the number of sources"]),
    ("meetings", without("participants", 1), ["must be those of the meeting in the table participants"]),
    ("meetings", changed("meetings", parties="ES"), ["must be those of the meeting in the table participants"]),
    ("people", changed("people", country="XX"), ["must be one of the codes of ISO 3166-1", ': country "XX"']),
    ("meetings", changed("meetings", country="QQ"), ["must be one of the codes of ISO 3166-1", ': country "QQ"']),
    ("figures", without("mentions", 2), ["exchange_id must be an exchange that source_id mentions"]),
    ("figures", changed("figures", quote="40 prisoners"), ['"40 prisoners"', "to the letter", "line 4"]),
    ("mentions", changed("mentions", quote="Eva Ruiz"), ["to the letter", "line 3"]),
    ("disagreements", disputed(lowest=45), ["lowest must be below highest"]),
    *(
        ("disagreements", disputed(**{column: cell}), ["must be what the figures give"])
        for column, cell in {
            "lowest": 38,
            "lowest_sources": "herald",
            "lowest_claimed_by": "Spain",
            "lowest_counted": None,
            "highest": 46,
            "highest_sources": "envoys",
            "highest_claimed_by": None,
            "highest_counted": "prisoners",
            "scope": "different",
            "figures": "herald-16",
            "sources": 1,
            "quantity": "captives",
        }.items()
    ),
    (
        "exchanges",
        tabulate(replace(DISPUTED, disagreements=())),
        ["exchange_id must be a row of the table disagreements where its figures differ", "seed herald.txt"],
    ),
    (
        "exchanges",
        tabulate(
            replace(TABLES, figures=(*TABLES.figures[:2], replace(TABLES.figures[2], value_low=16.0, value_high=16.0)))
        ),
        ["a total, must hold the sum of its parts where a source sets out all of them: prisoners_low 39"],
    ),
]


def message(built):
    with pytest.raises(ValidationError) as caught:
        validate(built, DISPUTED_TEXTS)
    return str(caught.value)


def test_the_samples_keep_every_rule():
    validate(frames(), TEXTS)
    validate(tabulate(DISPUTED), DISPUTED_TEXTS)


def test_empty_tables_keep_every_rule():
    validate(tabulate(Tables()), {})


def test_a_source_in_which_nothing_was_found_keeps_every_rule():
    validate(tabulate(Tables(sources=TABLES.sources)), TEXTS)


@pytest.mark.parametrize(("table", "built", "words"), DEFECTS, ids=lambda value: value if type(value) is str else "")
def test_planted_defects_are_told(table, built, words):
    told = message(built)
    assert f"Table {table}, row" in told
    for word in words:
        assert word in told


@pytest.mark.parametrize("table", MODELS)
def test_every_rule_has_a_planted_defect(table):
    words = [word for about, _, told in DEFECTS if about == table for word in told]
    for sentence in rules(table):
        plain = sentence.replace("`", "")
        assert any(word.partition(": ")[0] in plain or plain in word for word in words), sentence


def of_captives(*values, **cells):
    """The sample's exchange of captives instead of prisoners, its figures with these values."""
    pairs = zip(TABLES.figures, values, strict=False)
    figures = [replace(row, measure="captives_released", value_low=n, value_high=n, **cells) for row, n in pairs]
    exchange = replace(TABLES.exchanges[0], captives_low=39, captives_high=39)
    return tabulate(replace(TABLES, figures=tuple(figures), exchanges=(exchange,)))


def test_a_sum_of_parts_is_asked_for_captives_too():
    validate(of_captives(39.0, 24.0, 15.0), TEXTS)
    assert "captives_low to captives_high, a total, must hold the sum" in message(of_captives(39.0, 24.0, 14.0))


def test_a_span_that_is_not_of_the_total_need_not_hold_the_sum():
    validate(of_captives(48.0, 20.0, 28.0), TEXTS)  # 48, of whom 20 are alive


def test_vague_parts_need_not_add_up():
    validate(of_captives(39.0, 24.0, 14.0, modifier="about"), TEXTS)


@pytest.mark.parametrize("text", [" including 24 women and 15 children,", " (24 women, 15 children among them)"])
def test_parts_that_are_not_set_out_as_the_whole_need_not_add_up(text):
    figures = of_captives(39.0, 24.0, 14.0)["figures"]
    assert totals(figures, TEXTS, "captives_released")[EXCHANGE] == [(39, 38)]
    told = TEXTS["envoys"].replace(" (24 women and 15 children)", text)
    starts = [told.index(quote) for quote in figures["quote"]]
    moved = figures.assign(start=starts, end=[s + len(q) for s, q in zip(starts, figures["quote"], strict=True)])
    assert totals(moved, {"envoys": told}, "captives_released") == {}


def test_one_meeting_may_have_two_sources_behind_it():
    second = replace(TABLES.sources[0], source_id="again", file="again.txt")
    passage = replace(TABLES.mentions[1], source_id="again", mention_id="again-1")
    tables = replace(
        TABLES,
        sources=(*TABLES.sources, second),
        meetings=(replace(TABLES.meetings[0], sources=2),),
        mentions=(*TABLES.mentions, passage),
    )
    validate(tabulate(tables), {**TEXTS, "again": TEXTS["envoys"]})


def test_a_quote_of_a_text_that_is_not_there():
    told = message_without_texts()
    assert "to the letter" in told


def message_without_texts():
    with pytest.raises(ValidationError) as caught:
        validate(frames(), {})
    return str(caught.value)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda frame: frame.drop(columns="unit"), "the column unit is missing"),
        (lambda frame: frame.assign(extra=1), "the column extra is none of the table's"),
        (lambda frame: frame[frame.columns[::-1]], "stands out of order"),
        (lambda frame: frame.astype({"start": "string"}), "the column start"),
    ],
)
def test_a_table_of_another_shape(damage, words):
    built = frames()
    built["figures"] = damage(built["figures"])
    assert words in message(built)


def test_many_breaches_are_counted_and_the_first_told():
    rows = tuple(replace(TABLES.figures[0], figure_id=f"envoys-x{i:03}", unit="") for i in range(100))
    told = message(tabulate(replace(TABLES, figures=rows)))
    assert "rules 100 times" in told
    assert told.count("Table figures, row") == TOLD
    assert "and 80 more." in told


def test_it_is_an_error_that_the_command_line_tells():
    assert issubclass(ValidationError, BuildError)
    assert "\n" not in message(changed("exchanges", status="done"))
    assert EXCHANGE in message(changed("exchanges", status="done"))
