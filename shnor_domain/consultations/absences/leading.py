"""A meeting passes from one host to another, inside an open unit of work."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from shnor_domain.consultations import reminders
from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.errors import SubstituteBusy
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Session, Slot, grid
from shnor_domain.identity import PersonId


async def busy_at(work: AbsenceWork, person: PersonId, rows: Sequence[Session]) -> bool:
    """True when she leads or visits something else in one of these meetings; she is locked."""
    wanted = {cell for row in rows for cell in grid(row.key.starts, row.ends)}
    if not wanted:
        return False
    busy = await work.bookings.busy_cells([person], range(min(wanted), max(wanted) + 1))
    return not busy[person].isdisjoint(wanted)


async def pass_over(
    work: AbsenceWork, slot: Slot, row: Session, to: PersonId, now: datetime, *, tell: bool = True
) -> int:
    """Both are locked, and `to` is free. Bookings and questions stay as they are; reminders are those of who leads now
    (N1), each visitor is told (N6) unless not to `tell`; gives their number."""
    await work.bookings.release(row.host, row.id)
    await work.absences.pass_to(row.id, to)
    await work.notices.cancel(reminders.subject_of_session(row.id), now)
    led = replace(row, host=to)
    if row.taken + row.held:
        await work.bookings.occupy(to, led, SubstituteBusy)
    if row.taken:
        await work.notices.plan(*reminders.of_host(led, now))
    bookings = await work.bookings.of_session(row.id)
    for booking in bookings if tell else ():
        await work.notices.plan(notices.substitute(booking, row.host, slot.terms.format, now))
    return len(bookings)
