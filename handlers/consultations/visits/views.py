"""Visits in words, on the reader's clock first and the school's where they differ (N7)."""

from calendar import monthrange
from datetime import date, datetime

from handlers.consultations.views import Eyes, local_day
from handlers.names import shown
from handlers.shell.fitting import fit
from handlers.texts import Safe
from handlers.texts import times as words
from handlers.texts.times import Host, Reader
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.visits.cards import VisitCard
from shnor_domain.consultations.visits.model import Report, VisitState, Wish

_SCHOOL, _SUBJECTS, _NAME = 80, 120, 60


def visit_text(eyes: Eyes, card: VisitCard) -> Safe:
    """Everything of a visit as a block of lines: school, what for, when, who, what became of it."""
    visit = card.visit
    lines = [eyes.texts("visit-head", school=card.school), *wish_lines(eyes, card)]
    if visit.appointment is not None:
        lines.append(appointment_line(eyes, card))
    lines.append(_state_line(eyes, card))
    if visit.report is not None:
        lines.append(report_line(eyes, visit.report))
    return Safe("\n".join(lines))


def wish_lines(eyes: Eyes, card: VisitCard) -> list[Safe]:
    """What was asked for, a line each."""
    wish, texts = card.visit.wish, eyes.texts
    lines = [texts("visit-subjects", subjects=fit(", ".join(card.subjects), _SUBJECTS))] if card.subjects else []
    if wish.topic is not None:
        lines.append(texts("visit-topic", topic=wish.topic))
    lines.append(texts("visit-whom", whom=wish.for_whom.value, people=wish.people))
    if card.visit.appointment is None:
        lines.append(texts("visit-wanted", days=wanted(eyes, wish)))
        if wish.addressee is not None:
            lines.append(texts("visit-addressee", name=person_name(eyes, card.addressee)))
    return lines


def about(eyes: Eyes, card: VisitCard) -> str:
    """Subjects by name, else the topic, else a general word where who typed it has left."""
    return ", ".join(card.subjects) or card.visit.wish.topic or eyes.texts.plain("visit-no-topic")


def wanted(eyes: Eyes, wish: Wish) -> str:
    """«декабрь», «7 декабря», with the year where it is not this one."""
    first, last = wish.first_day, wish.last_day
    if first == last:
        return words.day(eyes.texts, first, this_year=eyes.now.year)
    if (first.year, first.month) == (last.year, last.month):
        return eyes.texts.plain("visit-month", day=first)
    return eyes.texts.plain("visit-days", first=first, last=last)


def appointment_line(eyes: Eyes, card: VisitCard) -> Safe:
    """Date and clocks, length, who comes."""
    visit = card.visit
    assert visit.appointment is not None  # asked where there is one
    length = words.minutes(eyes.texts, visit.minutes)
    when = at(eyes, card, visit.appointment.starts)
    return eyes.texts("visit-appointment", when=when, length=length, host=host_name(eyes, card))


def at(eyes: Eyes, card: VisitCard, instant: datetime) -> str:
    """Date and clocks of an instant: the reader's first, the school's where they differ."""
    return words.moment(eyes.texts, instant, Reader(eyes.zone), Host(card.visit.zone, card.town), now=eyes.now)


def host_name(eyes: Eyes, card: VisitCard) -> str:
    """How the host wishes to be called, as far as names are shown."""
    return person_name(eyes, card.host)


def person_name(eyes: Eyes, person: KnownPerson | None) -> str:
    """The same of anybody; a general word for who has left."""
    name = "" if person is None else fit(person.name, _NAME)
    return shown(eyes.texts, name, eyes.names, eyes.texts.plain("visit-host-unknown"))


def report_line(eyes: Eyes, report: Report) -> Safe:
    """What the host told."""
    return eyes.texts("visit-report", held=report.held, came=report.came, words=report.words)


def row_text(eyes: Eyes, card: VisitCard, number: int) -> Safe:
    """A line of a list: when (or for when it is wished), school, about what, the state."""
    return eyes.texts(
        "visit-row",
        number=str(number),
        when=_short(eyes, card),
        school=fit(card.school, _SCHOOL),
        about=fit(about(eyes, card), _SUBJECTS),
        state=_state(eyes, card),
    )


def row_button(eyes: Eyes, card: VisitCard, number: int) -> str:
    """«1. пн 7 декабря, СОШ № 6»."""
    return eyes.texts.button("btn-visit-row", number=str(number), when=_short(eyes, card), school=card.school)


def _short(eyes: Eyes, card: VisitCard) -> str:
    visit = card.visit
    if visit.appointment is None:
        return wanted(eyes, visit.wish)
    starts = visit.appointment.starts
    day = words.short_day(eyes.texts, local_day(eyes, starts), this_year=eyes.now.year)
    return eyes.texts.plain("times-at", day=day, clock=words.own_clock(eyes.texts, starts, eyes.zone))


def _state(eyes: Eyes, card: VisitCard) -> str:
    """The state; «over» for what was planned and has begun, «closed» for what was told without its host."""
    visit = card.visit
    if visit.state is VisitState.PLANNED and visit.appointment is not None and visit.appointment.starts <= eyes.now:
        return "over"
    return "closed" if visit.closed_for_host else visit.state.value


def _state_line(eyes: Eyes, card: VisitCard) -> Safe:
    visit = card.visit
    return eyes.texts(
        "visit-state",
        state=_state(eyes, card),
        reason=visit.reason or eyes.texts.plain("visit-no-reason"),
        side="school" if visit.ended_by is None else visit.ended_by.value,
        why="none" if visit.ended_why is None else visit.ended_why.value,
    )


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of its month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
