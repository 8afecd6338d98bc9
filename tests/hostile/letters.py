"""Unicode that looks like something else, hides, piles up or changes its length."""

import unicodedata

from .kinds import FIGURES, LEAD, PEOPLE, RELEASE, TITLE, Kind, Row, article, told

PAUSE = {"10-day pause": 10.0}


def with_release(release: str, figures: dict[str, float], people: set[str] = PEOPLE) -> tuple[str, Row]:
    """An article with another release, and the figures that must come of it beside the pause."""
    return article(release=release), Row({"title": TITLE}, PAUSE | figures, people)


def counted(printed: str, figures: dict[str, float] | None = None) -> tuple[str, Row]:
    """An article that prints the number of prisoners so, and reads 17 where no other figures are given."""
    quote = f"{printed} prisoners of war"
    return with_release(RELEASE.replace("17", printed), {quote: 17.0} if figures is None else figures)


KINDS: list[Kind] = [
    told("a right-to-left override in the title", article(title="Envoys of \u202eyawroN\u202c and Sudan meet in Doha"),
         Row({"title": "Envoys of \u202eyawroN\u202c and Sudan meet in Doha"})),
    told("an override that nothing ends", article(title=f"\u202e{TITLE}"), Row({"title": f"\u202e{TITLE}"})),
    told("isolates around a number", *counted("\u206717\u2069", {"17": 17.0})),
    told("zero-width spaces in a word", *with_release(
        "The rebels released 17 pris\u200boners of war, said Vastra.", {"17": 17.0})),
    told("a zero-width joiner in a name", article().replace("Tormund", "Tor\u200dmund"),
         Row({"title": TITLE}, FIGURES, {"Ilka Tor\u200dmund", "Pell Vastra"})),
    told("a flood of combining marks", article(title=f"{TITLE}{chr(0x301) * 40_000}"), Row()),
    told("stacked marks on each letter", article(title="\u0321\u0336\u035c".join(TITLE)), Row()),
    told("a Cyrillic letter for a nought", *counted("1О", {})),
    told("a small letter for a one", *counted("l7", {})),
    told("Arabic numerals", *counted("١٧")),
    told("Persian numerals", *counted("۱۷")),
    told("full-width numerals", *counted("１７")),
    told("mathematical numerals", *counted("𝟏𝟕")),
    told("numerals of two scripts in one number", *counted("1७")),
    told("a raised numeral", *counted("17²", {"17": 17.0})),
    told("circled numerals", *counted("⑰", {})),
    told("a Roman numeral in one sign", *counted("Ⅻ", {})),
    told("a no-break space in a number", *counted("1\u00a0700", {"1\u00a0700 prisoners of war": 1700.0})),
    told("a narrow no-break space in a number", *counted("1\u202f700", {"1\u202f700 prisoners of war": 1700.0})),
    told("a thin space in a number", *counted("1\u2009700", {"1\u2009700 prisoners of war": 1700.0})),
    told("an emoji in the title", article(title=f"🕊️ {TITLE} 👨‍👩‍👧‍👦🇳🇴"), Row({"title": f"🕊️ {TITLE} 👨‍👩‍👧‍👦🇳🇴"})),
    told("tag characters that spell an order", article(title=f"{TITLE}\U000e006f\U000e0062"), Row()),
    told("code points that are no characters", article(lead=f"{LEAD} \ufffe\uffff\ufdd0\U0010ffff")),
    told("characters of private use", article(lead=f"{LEAD} \ue000\uf8ff\U000f0000")),
    told("the replacement character", article(lead=f"{LEAD} \ufffd\ufffd")),
    told("dotted capitals that grow in small letters", article(lead=f"İİİİ İSTANBUL. {LEAD}")),
    told("sharp s and ligatures", article(lead=f"ﬁﬁﬃ ßßß. {LEAD}")),
    told("letters apart from their accents", unicodedata.normalize("NFD", article().replace("Tormund", "Törmünd")),
         Row({"title": TITLE}, FIGURES)),
    told("soft hyphens in words", *with_release(
        "The rebels released 17 pris\u00adoners of war, said Vastra.", {"17 pris\u00adoners of war": 17.0})),
    told("an article in Arabic", "التقى وزير الخارجية المبعوث في الدوحة يوم الثلاثاء لبحث هدنة.\n",
         Row({"language": "ar"}, {}, set())),
    told("an article in Chinese", "外交部长星期二在多哈会见了特使，讨论停火问题。" * 500, Row({}, {}, set())),
    told("signs alone", "⚠️ ☠ ∞ ∑ ½ % ‰ § © ™ — … ¿ ¡\n" * 50, Row({}, {"½ %": 0.5}, set())),
]  # fmt: skip
