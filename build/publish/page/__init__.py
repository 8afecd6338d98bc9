"""`index.html`: one page that shows the data and the words behind them, without a network.

`page(files, frames, articles)` is a pure function of the package's other files, its tables, and the articles, of which
it shows no more than the sentences around the quotes. Its templates stand beside it; Jinja escapes every value, and the
page's own policy lets nothing run or load but the one script and the one style that stand in it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from schemas import MODELS

from ...records import Article
from ..citation import bibtex, sentence
from ..docs import what
from ..metadata import licence, metadata
from . import reference, views, wording
from .records import LARGEST, Frames, Records, link

TEMPLATES = Path(__file__).with_name("templates")
UNSHOWN = {
    **dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000)), "\ufffd"),
    ord("\r"): "\n",
}
"""Signs that HTML cannot bear, each with the sign for a sign that cannot be shown; a carriage return is a new line."""


def page(files: Mapping[str, bytes], frames: Frames, articles: Mapping[str, Article]) -> bytes:
    """The page of a package whose tables are `frames`; `articles` are those at hand, by their source_id."""
    records = Records(frames, articles)
    style = environment().get_template("style.css").render(headings=reference.headings(), widths=reference.WIDTHS)
    script = environment().get_template("script.js").render()
    axis, panels = views.over_time(records)
    shown = views.meetings(records)
    figures = views.figures(records)
    whole = environment().get_template("page.html")
    text = whole.render(
        style=Markup(style),
        script=Markup(script),
        style_hash=reference.fingerprint(style),
        script_hash=reference.fingerprint(script),
        about=metadata(),
        released=metadata()["created"].date(),
        licence=licence(),
        citation=sentence(),
        bibtex=bibtex(),
        records=records,
        largest=LARGEST,
        downloads=reference.downloads(files),
        documents=reference.documents(files),
        headings=reference.headings(),
        meetings=shown,
        timeline=views.timeline(shown),
        exchanges=views.exchanges(records),
        panels=panels,
        axis=axis,
        figures=figures,
        filters=views.filters(figures),
        people=views.people(records),
        chapters=reference.chapters(),
        quality=reference.quality(),
        measured_on=reference.measured_on(),
    )
    return text.encode("utf-8")


@cache
def environment() -> Environment:
    """Jinja with every value escaped, none missing, and our words for cells."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=showable,
    )
    made.filters |= {name: getattr(wording, name) for name in ("number", "plain", "bound", "stated", "code", "day")}
    made.filters |= {"prose": reference.prose, "web": link, "what": what}
    made.globals |= {"count": wording.count, "tables": tuple(MODELS)}
    return made


def showable(value: Any) -> Any:
    """A value as HTML can bear it."""
    return value.translate(UNSHOWN) if type(value) is str else value
