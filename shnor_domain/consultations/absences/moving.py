"""A meeting goes to another time with everybody in it, inside an open unit of work."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.consultations import reminders
from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.errors import HostBusy
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.link_missing import warn_of_link
from shnor_domain.consultations.model import Booking, BookingState, Occurrence, Session, SessionKey, Sits, Slot
from shnor_domain.consultations.notices import subject_of
from shnor_domain.consultations.waitlist.freeing import give_back, locked, offer_anew
from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId
from shnor_domain.seats.errors import YouAreBusy
from shnor_domain.seats.times import grid


@dataclass(frozen=True, slots=True)
class Carried:
    """How many visitors go along, and how many cannot: each is told."""

    along: int
    away: int

    @property
    def told(self) -> int:
        """All of them."""
        return self.along + self.away


async def carry(
    work: AbsenceWork, slot: Slot, row: Session, to: Occurrence, known: Collection[PersonId], now: datetime
) -> Carried:
    """Move an open meeting, its bookings and its queue. Who is elsewhere at the new time loses her seat and is told;
    reminders follow (N3, N4).

    `known` are the people who are locked: somebody who booked since is `Stale`. Raises `HostBusy`.
    """
    bookings = await work.bookings.of_session(row.id)
    if not {booking.visitor for booking in bookings} <= set(known):
        raise Stale
    for person in {row.host, *(booking.visitor for booking in bookings)}:
        await work.bookings.release(person, row.id)
    away = await _elsewhere(work, row.host, bookings, to)
    await work.absences.shift(row, to)
    for booking in away:
        await work.bookings.end(booking.id, BookingState.SESSION_CANCELLED, now)
        await give_back(work, row.id, booking.heads, now)
    there = await locked(work, row.id)
    await work.notices.cancel(reminders.subject_of_session(row.id), now)
    along = [booking for booking in bookings if booking not in away]
    if there.taken + there.held:
        await work.bookings.occupy(row.host, there, HostBusy)
    if along:
        await work.notices.plan(*reminders.of_host(there, now))
        await warn_of_link(work, there, now)
    for waiting in await work.queues.of_session(row.id):
        await work.notices.plan(notices.queue_moved(waiting, row.key.starts, slot.terms.format, now))
    # what was offered told of another time
    await offer_anew(work, row.id, now)
    form = slot.terms.format
    for booking in away:
        await work.notices.cancel(subject_of(booking), now)
        at = replace(booking, key=to.key, ends=to.ends, state=BookingState.SESSION_CANCELLED)
        await work.notices.plan(notices.moved_away(at, row.key.starts, form, now))
    for booking in along:
        at = replace(booking, key=to.key, ends=to.ends)
        await _along(work, at, there)
        await work.notices.cancel(subject_of(booking), now)
        await work.notices.plan(*reminders.of_visitor(at, now), notices.meeting_moved(at, row.key.starts, form, now))
    return Carried(len(along), len(away))


async def _along(work: AbsenceWork, booking: Booking, there: Session) -> None:
    if booking.behalf.sits is Sits.SELF:
        await work.bookings.occupy(booking.visitor, there, YouAreBusy)


async def _elsewhere(work: AbsenceWork, host: PersonId, bookings: Sequence[Booking], to: Occurrence) -> list[Booking]:
    """Whose visitors are busy at the new time; seats kept for others make nobody busy. Raises `HostBusy`."""
    cells = grid(to.starts, to.ends)
    people = {host, *(booking.visitor for booking in bookings)}
    busy = await work.bookings.busy_cells(people, cells)
    if busy[host]:
        raise HostBusy
    return [booking for booking in bookings if booking.behalf.sits is Sits.SELF and busy[booking.visitor]]


def at(slot: Slot, starts: datetime, like: Occurrence) -> Occurrence:
    """The place at `starts` for a meeting of the same length."""
    return Occurrence(SessionKey(slot.id, starts), starts + (like.ends - like.starts))
