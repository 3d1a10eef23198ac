"""A meeting passes from one host to another, inside an open unit of work."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from shnor_domain.consultations import reminders
from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.errors import SubstituteBusy
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.link_missing import warn_of_link
from shnor_domain.consultations.model import Session, Slot
from shnor_domain.consultations.notices import subject_of
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import StoredNotice
from shnor_domain.seats.times import grid


async def busy_at(work: AbsenceWork, person: PersonId, rows: Sequence[Session]) -> bool:
    """True when she is booked, or leads somebody who is, at the hour of one of these meetings; she is locked."""
    wanted = {cell for row in rows for cell in grid(row.key.starts, row.ends)}
    if not wanted:
        return False
    busy = await work.bookings.busy_cells([person], range(min(wanted), max(wanted) + 1))
    return not busy[person].isdisjoint(wanted)


async def pass_over(
    work: AbsenceWork, slot: Slot, row: Session, to: PersonId, now: datetime, *, nobody: bool = False
) -> int:
    """Both are locked, and `to` is free. Bookings and questions stay as they are; reminders are those of who leads now
    (N1), each visitor is told (N6): he leads, or `nobody` does yet; gives their number."""
    await work.bookings.release(row.host, row.id)
    await work.absences.pass_to(row.id, to)
    await work.notices.cancel(reminders.subject_of_session(row.id), now)
    # a room of who stood in is his own, and goes with him
    link = row.link if row.host == slot.host else None
    if link != row.link:
        await work.sessions.set_link(row.id, link)
    led = replace(row, host=to, link=link)
    if row.taken + row.held:
        await work.bookings.occupy(to, led, SubstituteBusy)
    if row.taken:
        await work.notices.plan(*reminders.of_host(led, now))
        await warn_of_link(work, led, now)
    bookings = await work.bookings.of_session(row.id)
    for booking in bookings:
        await work.notices.plan(notices.substitute(booking, row.host, slot.terms.format, now, nobody=nobody))
    return len(bookings)


async def tell_she_leads(work: AbsenceWork, slots: Sequence[Slot], rows: Sequence[Session], now: datetime) -> int:
    """The host of these meetings leads them after all: who has read, or would, that nobody does is told; gives their
    number."""
    named, told = {slot.id: slot for slot in slots}, 0
    for row in rows:
        for booking in await work.bookings.of_session(row.id):
            said = await work.notices.of_subject(subject_of(booking))
            last = max((each for each in said if each.notice.kind == notices.SUBSTITUTE), key=_due, default=None)
            if last is not None and last.notice.payload.get("nobody"):
                # an unread word is replaced by this one, which is untrue where she knows no better (N6)
                known = int(last.notice.payload["leader"] or 0)
                form = named[row.key.slot].terms.format
                await work.notices.plan(notices.substitute(booking, PersonId(known), form, now))
                told += 1
    return told


def _due(row: StoredNotice) -> datetime:
    return row.notice.due
