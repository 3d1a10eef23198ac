"""Below a notice of a change stands the file for its reader's calendar, where that has it otherwise than it is now."""

from collections.abc import Iterable
from dataclasses import replace

from handlers.consultations.calendar import AskedFile, BookingFile, MeetingFile
from handlers.texts import Texts
from shnor_domain.consultations.absences.model import SubstitutionId
from shnor_domain.consultations.absences.telling import ask_of
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.consultations.desk.use_cases.calendars import booking_differs
from shnor_domain.consultations.desk.use_cases.host_calendars import (
    asked_that_differ,
    meeting_that_differs,
    taken_out,
)
from shnor_domain.consultations.model import BookingId, BookingState, SessionKey
from shnor_domain.consultations.telling import booking_of, meeting_of
from shnor_domain.identity import PersonId
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Notice, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.work import Opens

Rows = tuple[tuple[Button, ...], ...]


def told_to_calendars(kinds: Iterable[Kind], texts: Texts, read: Opens[DeskWork]) -> list[Kind]:
    """The same kinds, with the file below whatever is told of a booking, a meeting, or an ask to stand in."""
    return [replace(kind, render=_with_file(kind.render, texts, read)) for kind in kinds]


async def booking_rows(texts: Texts, read: Opens[DeskWork], person: PersonId, booking: BookingId) -> Rows:
    """A row for a visitor whose calendar has the booking otherwise; for nobody else."""
    async with read() as work:
        if not await booking_differs(work, person, booking):
            return ()
        found = await work.bookings.get(booking)
    live = found is not None and found.state is BookingState.BOOKED
    label = texts.button("btn-calendar", calendar="update" if live else "remove")
    return ((Button(label, data=BookingFile(booking=booking).pack()),),)


async def meeting_rows(texts: Texts, read: Opens[DeskWork], person: PersonId, key: SessionKey) -> Rows:
    """The same for who leads a meeting, or does not any longer."""
    async with read() as work:
        row = await meeting_that_differs(work, person, key)
    if row is None:
        return ()
    label = texts.button("btn-calendar", calendar="remove" if taken_out(row, person) else "update")
    return ((Button(label, data=MeetingFile(slot=key.slot, minute=int(key.starts.timestamp()) // 60).pack()),),)


async def asked_rows(texts: Texts, read: Opens[DeskWork], person: PersonId, which: SubstitutionId) -> Rows:
    """The same for all meetings of one ask to stand in, in one file."""
    async with read() as work:
        rows = await asked_that_differ(work, person, which)
    if not rows:
        return ()
    label = texts.button("btn-calendar", calendar="remove" if all(taken_out(row, person) for row in rows) else "update")
    return ((Button(label, data=AskedFile(ask=which).pack()),),)


def _with_file(render: Render, texts: Texts, read: Opens[DeskWork]) -> Render:
    async def told(row: StoredNotice, reader: Reader, face: Face) -> Message:
        message = await render(row, reader, face)
        if face is not Face.NEW:
            return message
        return replace(message, buttons=(*message.buttons, *await _rows(texts, read, row.notice)))

    return told


async def _rows(texts: Texts, read: Opens[DeskWork], notice: Notice) -> Rows:
    if "booking" in notice.payload:
        return await booking_rows(texts, read, notice.person, booking_of(notice))
    if "starts" in notice.payload:
        return await meeting_rows(texts, read, notice.person, meeting_of(notice))
    if "substitution" in notice.payload:
        return await asked_rows(texts, read, notice.person, ask_of(notice))
    return ()
