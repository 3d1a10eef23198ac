"""Half-years, dates and topics in words."""

from collections.abc import Mapping
from datetime import date

from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from shnor_domain.identity import SubjectId
from shnor_domain.seminars.cycle.model import Cycle, Offer, Phase
from shnor_domain.territories.periods import HalfYear

_TITLE, _ROW = 300, 90
"""Units of a topic on its card, and in a row of eight."""


def half_words(texts: Texts, half: HalfYear) -> str:
    """«осень 2026»."""
    return texts.plain("seminar-half", half=half.half.name.lower(), year=str(half.days.first.year))


def day_words(texts: Texts, day: date) -> str:
    """«8 сентября»."""
    return texts.plain("seminar-day", day=day)


def stands_words(texts: Texts, cycle: Cycle, phase: Phase, today: date) -> Safe:
    """Until when what is collected, or what comes next."""
    dates = cycle.dates
    stage = phase.value
    if phase is Phase.COLLECTING and today > dates.wishes_until:
        stage = "requests"
    if phase is Phase.DRAFTING and today > dates.publish_by:
        stage = "late"
    return texts(
        "seminar-stands",
        stage=stage,
        wishes=day_words(texts, dates.wishes_until),
        requests=day_words(texts, dates.requests_until),
        publish=day_words(texts, dates.publish_by),
        out=cycle.published is not None,
    )


def offer_words(texts: Texts, offer: Offer, subjects: Mapping[SubjectId, str]) -> Safe:
    """A topic as a block of lines."""
    facts = texts(
        "seminar-topic-facts",
        kind=offer.kind.value,
        form=offer.form.value,
        audience=offer.audience.value,
    )
    lines = [texts("seminar-topic-title", title=fit(offer.title, _TITLE)), facts]
    if offer.subject is not None:
        lines.append(texts("seminar-topic-subject", subject=subjects.get(offer.subject, offer.subject)))
    if offer.minutes is not None:
        lines.append(texts("seminar-topic-minutes", minutes=offer.minutes))
    if offer.about is not None:
        lines.append(texts("seminar-topic-about", about=offer.about))
    return Safe("\n".join(lines))


def topic_row(texts: Texts, number: int, title: str) -> Safe:
    """«1. Читательская грамотность»."""
    return texts("seminar-topic-row", number=str(number), title=fit(title, _ROW))


def topic_button(texts: Texts, number: int, title: str) -> str:
    """The same on a button."""
    return texts.button("btn-seminar-topic", number=str(number), title=title)
