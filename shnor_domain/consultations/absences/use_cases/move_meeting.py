"""A host moves one meeting to another day or hour; its bookings and its queue go along."""

from dataclasses import dataclass
from datetime import date, datetime, time

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.errors import HostBusy, MeetingThere
from shnor_domain.consultations.absences.moving import Carried, at, carry
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.use_cases.asking_anew import ask_anew
from shnor_domain.consultations.cards import BookingCard, booking_cards, exceptions_of
from shnor_domain.consultations.errors import SessionGone, SessionStarted
from shnor_domain.consultations.model import (
    Exceptions,
    ExtraWindow,
    Occurrence,
    Session,
    SessionKey,
    SessionState,
    Sits,
    Slot,
)
from shnor_domain.consultations.rules import occurrence_at, occurrences
from shnor_domain.consultations.use_cases.calling_off import own_slot
from shnor_domain.consultations.use_cases.windows import check_stands, check_window
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.seats.times import grid, instant
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MovePreview:
    """Where the meeting would be; `along` go with it, `away` are elsewhere then, both in the order of booking."""

    to: Occurrence
    along: tuple[BookingCard, ...]
    away: tuple[BookingCard, ...]


@dataclass(frozen=True, slots=True)
class PreviewMove:
    """As `MoveMeeting`, before it is done. Changes nothing."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey, day: date, starts: time) -> MovePreview:
        """`starts` is the slot's wall clock on `day`."""
        now = self.clock.now()
        async with self.read() as work:
            slot = await _own(work, actor, key, now)
            exceptions = await exceptions_of(work, slot)
            row = (await work.sessions.find([key])).get(key)
            where = occurrence_at(slot, exceptions, key.starts) if row is None else Occurrence(key, row.ends)
            _check_open(row)
            to = await _target(work, slot, exceptions, where, (day, starts), row, now)
            bookings = await work.bookings.of_session(row.id) if row is not None else ()
            people = {slot.host, *(booking.visitor for booking in bookings)}
            own = (
                frozenset(grid(where.starts, where.ends))
                if row is not None and row.taken + row.held
                else frozenset[int]()
            )
            cells = frozenset(grid(to.starts, to.ends))
            busy = {
                person: (taken & cells) - own
                for person, taken in (await work.bookings.busy_cells(people, grid(to.starts, to.ends))).items()
            }
            if busy[slot.host]:
                raise HostBusy
            cards = await booking_cards(work, bookings)
        stuck = [card for card in cards if card.booking.behalf.sits is Sits.SELF and busy[card.booking.visitor]]
        return MovePreview(to, tuple(card for card in cards if card not in stuck), tuple(stuck))


@dataclass(frozen=True, slots=True)
class MoveMeeting:
    """The host of the slot, who leads the meeting, until its start; the new time lies ahead and has the other terms of
    the slot. Every visitor is told, once (N6): who is elsewhere then loses the seat and is offered other times. Who
    thinks whether he will lead it is asked again.

    Refused: `NotFound`, `SessionStarted`, `SessionGone` (called off, or a closed day), `Invalid("day" | "starts", …)`,
    `MeetingThere`, `HostBusy`, `Stale` (somebody has booked at this moment: the list is shown anew).
    """

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey, day: date, starts: time) -> Carried:
        """Move; fed again it gives the same numbers."""
        operation, now = f"meeting-move:{key.slot}:{int(key.starts.timestamp())}", self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return Carried(*(int(each) for each in done.split(":")))
            slot = await _own(work, actor, key, now)
            row = (await work.sessions.find([key])).get(key)
            booked = await work.bookings.of_session(row.id) if row is not None else ()
            people = {slot.host, *(booking.visitor for booking in booked)}
            await work.bookings.lock(people)
            # while this waited it may have been called off
            slot = await _own(work, actor, key, now)
            exceptions = await exceptions_of(work, slot)
            row = (await work.sessions.find([key])).get(key)
            if row is None:
                row = await work.sessions.ensure(slot, occurrence_at(slot, exceptions, key.starts))
            _check_open(row)
            if row.host != actor.person:
                raise NotFound
            where = Occurrence(key, row.ends)
            to = await _target(work, slot, exceptions, where, (day, starts), row, now)
            moved = await carry(work, slot, row, to, people, now)
            await work.absences.leave_mark(row)
            minutes = int((row.ends - row.key.starts).total_seconds()) // 60
            await work.slots.add_window(slot.id, ExtraWindow(day, starts, minutes))
            await ask_anew(work, slot.host, {row.id}, now)
            await work.applied.save(operation, f"{moved.along}:{moved.away}")
            return moved


async def _own(work: AbsenceWork, actor: Actor, key: SessionKey, now: datetime) -> Slot:
    slot = await own_slot(work, actor, key.slot)
    if slot.host != actor.person:
        raise NotFound
    if key.starts <= now:
        raise SessionStarted
    return slot


def _check_open(row: Session | None) -> None:
    if row is not None and row.state is SessionState.CANCELLED:
        raise SessionGone


async def _target(
    work: AbsenceWork,
    slot: Slot,
    exceptions: Exceptions,
    where: Occurrence,
    wall: tuple[date, time],
    row: Session | None,
    now: datetime,
) -> Occurrence:
    day, starts = wall
    minutes = int((where.ends - where.starts).total_seconds()) // 60
    check_window(slot, ExtraWindow(day, starts, minutes), now)
    to = at(slot, instant(day, starts, slot.terms.zone), where)
    check_stands(exceptions, day)
    if day in exceptions.closed:
        raise SessionGone
    if any(True for _ in occurrences(slot, exceptions, to.starts, to.starts.replace(microsecond=1))):
        raise MeetingThere
    there = (await work.sessions.find([to.key])).get(to.key)
    if there is not None and (row is None or there.id != row.id):
        raise SessionGone if there.state is SessionState.CANCELLED else MeetingThere
    return to
