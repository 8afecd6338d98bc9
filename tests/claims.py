"""Helpers for the tests of `reconcile`: what an article may claim, without extraction."""

from datetime import date

from build.records import Claims, ExchangeClaim, FigureClaim, MeetingClaim, Participant, PersonClaim, Precision, Span

from .support import article


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def person(text, name, *forms, position=None, organization=None, country=None, wikidata_id=None):
    forms = forms or (name,)
    mentions = tuple(span(text, form) for form in forms)
    return PersonClaim(name, forms, position, organization, country, wikidata_id, mentions)


def meeting(text, seats, place=None, country=None, day=None, end=None, status="held", host=None, precision=None):
    dates: tuple[date | None, date | None, Precision] = (day, end or day, precision or ("day" if day else "unknown"))
    people = tuple(
        Participant(*seat) if isinstance(seat, tuple) else Participant(seat, None, "delegation") for seat in seats
    )
    return MeetingClaim(place, country, None, *dates, status, host, people, (Span(0, min(9, len(text))),), "test")


def exchange(
    text, captives=None, prisoners=None, holders=(None, None), days=(None, None), status="completed", figures=()
):
    captives_low, captives_high = captives if isinstance(captives, tuple) else (captives, captives)
    prisoners_low, prisoners_high = prisoners if isinstance(prisoners, tuple) else (prisoners, prisoners)
    return ExchangeClaim(
        status=status,
        start_date=days[0],
        end_date=days[1],
        date_precision="day" if any(days) else "unknown",
        captives_low=captives_low,
        captives_high=captives_high,
        captives_holder=holders[0],
        prisoners_low=prisoners_low,
        prisoners_high=prisoners_high,
        prisoners_holder=holders[1],
        figures=figures,
        evidence=(Span(0, min(9, len(text))),),
        rule="test",
    )


def source(
    source_id, text="A truce was discussed.", published_on=None, people=(), meetings=(), exchanges=(), figures=()
):
    own = article(text, published_on, source_id=source_id)
    return Claims(own, tuple(people), tuple(meetings), tuple(exchanges), tuple(figures))


def named(source_id, *names, **facts):
    text = "; ".join(names) + "."
    return source(source_id, text, people=[person(text, name, **facts) for name in names])


def figure(text, words, value, modifier="exact", measure="captives_released"):
    place = span(text, words)
    return FigureClaim(place.start, place.end, value, value, modifier, "people", measure, None, "actual", None, "test")


GENEVA = {"place": "Geneva", "country": "CH", "day": date(2022, 9, 21)}


def met(source_id, *seats, published_on=date(2022, 9, 22), people=(), **facts):
    text = " ".join(people) + " in the talks"
    return source(
        source_id,
        text,
        published_on,
        people=[person(text, p) for p in people],
        meetings=[meeting(text, seats, **facts)],
    )


MAY = (date(2022, 5, 3), date(2022, 5, 3))
SIDES = ("Boko Haram", "NG")


def released(source_id, published_on=date(2022, 5, 5), text="They were freed.", **facts):
    return source(source_id, text, published_on, exchanges=[exchange(text, **facts)])
