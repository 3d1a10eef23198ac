"""The states of a visit as a pure machine: each step gives the visit as it is then, or refuses by name."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.consultations.visits.errors import (
    VisitAhead,
    VisitBegun,
    VisitDecided,
    VisitNotPlanned,
    VisitReportGone,
)
from shnor_domain.consultations.visits.model import Appointment, Report, Side, Visit, VisitState, WhyNot, Wish
from shnor_domain.identity import PersonId

OPEN = frozenset({VisitState.ASKED, VisitState.DECLINED, VisitState.PLANNED, VisitState.REPORTED})
"""States in which somebody still has something to do."""


def sent_again(visit: Visit, wish: Wish, by: PersonId, now: datetime) -> Visit:
    """What waits or was declined waits anew, as it is wished now. Raises `VisitDecided`."""
    if visit.state not in {VisitState.ASKED, VisitState.DECLINED}:
        raise VisitDecided
    return replace(visit, wish=wish, asked_by=by, state=VisitState.ASKED, since=now, decided_by=None, reason=None)


def withdrawn(visit: Visit, now: datetime) -> Visit:
    """The school wants it no more. Raises `VisitDecided`."""
    if visit.state not in {VisitState.ASKED, VisitState.DECLINED}:
        raise VisitDecided
    return replace(visit, state=VisitState.WITHDRAWN, since=now, ended_by=Side.SCHOOL)


def approved(visit: Visit, appointment: Appointment, by: PersonId, now: datetime) -> Visit:
    """A host comes at an hour. Raises `VisitDecided`."""
    if visit.state is not VisitState.ASKED:
        raise VisitDecided
    return replace(visit, state=VisitState.PLANNED, since=now, decided_by=by, appointment=appointment)


def declined(visit: Visit, reason: str, by: PersonId, now: datetime) -> Visit:
    """Not confirmed, with what has to change. Raises `VisitDecided`."""
    if visit.state is not VisitState.ASKED:
        raise VisitDecided
    return replace(visit, state=VisitState.DECLINED, since=now, decided_by=by, reason=reason)


def moved(visit: Visit, appointment: Appointment, now: datetime) -> Visit:
    """Another hour, or another host. Raises `VisitNotPlanned`, `VisitBegun`."""
    _planned_ahead(visit, now)
    return replace(visit, since=now, appointment=appointment)


def called_off(visit: Visit, side: Side, why: WhyNot | None, now: datetime) -> Visit:
    """It does not take place. Raises `VisitNotPlanned`, `VisitBegun`."""
    _planned_ahead(visit, now)
    return replace(visit, state=VisitState.CANCELLED, since=now, ended_by=side, ended_why=why)


def restored(visit: Visit, now: datetime) -> Visit:
    """The day on which schools were to be closed is taken back. Raises `VisitNotPlanned` for what fell for another
    reason."""
    if visit.state is not VisitState.CANCELLED or visit.ended_by is not Side.WEATHER:
        raise VisitNotPlanned(state=visit.state.value)
    return replace(visit, state=VisitState.PLANNED, since=now, ended_by=None, ended_why=None)


def reported(visit: Visit, report: Report, now: datetime) -> Visit:
    """The host tells, and may correct it until the school has confirmed. Raises `VisitNotPlanned`, `VisitAhead`."""
    if visit.state not in {VisitState.PLANNED, VisitState.REPORTED} or visit.appointment is None:
        raise VisitNotPlanned(state=visit.state.value)
    if now < visit.appointment.starts:
        raise VisitAhead
    return replace(visit, state=VisitState.REPORTED, since=now, report=report)


def confirmed(visit: Visit, now: datetime) -> Visit:
    """The school agrees with the report that it has read. Raises `VisitReportGone`."""
    if visit.state is not VisitState.REPORTED:
        raise VisitReportGone
    return replace(visit, state=VisitState.CONFIRMED, since=now)


def closed(visit: Visit, report: Report, side: Side, by: PersonId, now: datetime) -> Visit:
    """Somebody tells in the place of a host who is gone, which ends it. Raises `VisitNotPlanned`, `VisitAhead`."""
    if visit.state is not VisitState.PLANNED:
        raise VisitNotPlanned(state=visit.state.value)
    told = reported(visit, report, now)
    return replace(told, state=VisitState.CONFIRMED, ended_by=side, decided_by=by)


def _planned_ahead(visit: Visit, now: datetime) -> None:
    if visit.state is not VisitState.PLANNED or visit.appointment is None:
        raise VisitNotPlanned(state=visit.state.value)
    if visit.appointment.starts <= now:
        raise VisitBegun
