"""A host calls meetings off: one meeting, a day, the whole slot. The affected are listed first and told after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.consultations import notices, reminders
from shnor_domain.consultations.absences.needless import ask_no_more, unanswered_about
from shnor_domain.consultations.absences.notices import over
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.cards import BookingCard, booking_cards, exceptions_of
from shnor_domain.consultations.errors import SessionGone, SessionStarted
from shnor_domain.consultations.model import (
    Booking,
    BookingState,
    Format,
    Occurrence,
    Session,
    SessionKey,
    SessionState,
    Slot,
    SlotId,
    SlotState,
)
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import occurrence_at, occurrences
from shnor_domain.consultations.use_cases.hosting import require_host
from shnor_domain.consultations.waitlist.freeing import end_queue
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor
from shnor_domain.notifications.model import Notice
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.seats.times import instant
from shnor_domain.work import Opens

Word = Callable[[Booking, Format, datetime], Notice]
"""What a visitor is told of a meeting that does not take place."""


@dataclass(frozen=True, slots=True)
class CancelSession:
    """The host, or a coordinator over the slot's territory, until the start; visitors are told (N5, N6)."""

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey) -> int:
        """Cancel the meeting, booked or not; gives how many visitors are told. Fed again it gives the same number."""
        operation = f"call-off:{key.slot}:{int(key.starts.timestamp())}"
        now = self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            slot = await locked_slot(work, actor, key.slot)
            if key.starts <= now:
                raise SessionStarted
            row = (await work.sessions.find([key])).get(key)
            if row is None:
                row = await work.sessions.ensure(slot, occurrence_at(slot, await exceptions_of(work, slot), key.starts))
            if row.state is SessionState.CANCELLED:
                raise SessionGone
            told = await call_off(work, slot, row, actor, now)
            await note(work, actor, slot, "meeting-call-off", now, {"starts": key.starts.isoformat()})
            await work.applied.save(operation, str(told))
            return told


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The host, or a coordinator over the slot's territory, closes one date: its meetings are called off, no new ones
    can be booked."""

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, slot_id: SlotId, day: date) -> int:
        """Close `day` of the slot's own calendar; gives how many visitors are told. A past day is `Invalid("day",
        "past")`.

        A coordinator calls off the meetings nobody has booked too: each is what its host is told of.
        """
        operation = f"close-day:{slot_id}:{day.isoformat()}"
        now = self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            slot = await locked_slot(work, actor, slot_id)
            if day < now.astimezone(ZoneInfo(slot.terms.zone)).date():
                raise Invalid("day", "past")
            if slot.host != actor.person:
                for occurrence in await meetings_on(work, slot, day, now):
                    await work.sessions.ensure(slot, occurrence)
            await work.slots.close_day(slot_id, day)
            told = 0
            for row in await sessions_on(work, slot, day, now):
                told += await call_off(work, slot, row, actor, now)
            await note(work, actor, slot, "day-close", now, {"day": day.isoformat()})
            await work.applied.save(operation, str(told))
            return told


@dataclass(frozen=True, slots=True)
class OpenDay:
    """As `CloseDay`: opens a closed date again; meetings that were called off stay so: their people have been told."""

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, slot_id: SlotId, day: date) -> None:
        """Take the closing back; opening an open day changes nothing."""
        async with self.write() as work:
            slot = await locked_slot(work, actor, slot_id)
            if day in (await exceptions_of(work, slot)).closed:
                await work.slots.open_day(slot.id, day)
                await note(work, actor, slot, "day-open", self.clock.now(), {"day": day.isoformat()})


@dataclass(frozen=True, slots=True)
class EndSlot:
    """The host, or a coordinator over the slot's territory, ends a slot for good: coming meetings are called off, their
    visitors are told, and the host of what a coordinator ended."""

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, slot_id: SlotId) -> int:
        """Close the slot; gives how many visitors are told."""
        operation = f"end-slot:{slot_id}"
        now = self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            slot = await locked_slot(work, actor, slot_id)
            await work.slots.close(slot_id)
            told = 0
            for row in await work.sessions.of_slot(slot_id, now):
                told += await call_off(work, slot, row, actor, now, tell_host=False)
            if slot.host != actor.person:
                await work.notices.plan(notices.host_slot_ended(slot, now))
            await note(work, actor, slot, "slot-end", now, {})
            await work.applied.save(operation, str(told))
            return told


@dataclass(frozen=True, slots=True)
class Affected:
    """Who would be told if a day were closed or, without a day, the slot ended."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, slot_id: SlotId, day: date | None) -> list[BookingCard]:
        """Live bookings by start."""
        now = self.clock.now()
        async with self.read() as work:
            slot = await own_slot(work, actor, slot_id)
            rows = await (work.sessions.of_slot(slot_id, now) if day is None else sessions_on(work, slot, day, now))
            return await booking_cards(work, await work.bookings.of_sessions([row.id for row in rows]))


async def own_slot(work: ConsultationWork, actor: Actor, slot_id: SlotId) -> Slot:
    """A published slot that the actor may change; anything else is `NotFound`."""
    slot = await work.slots.get(slot_id)
    if slot is None or slot.state is SlotState.CLOSED:
        raise NotFound
    require_host(actor, slot)
    return slot


async def locked_slot(work: ConsultationWork, actor: Actor, slot_id: SlotId) -> Slot:
    """The same, for who calls off: bookings with its host wait until the unit ends, so none slips in unseen and
    untold."""
    slot = await own_slot(work, actor, slot_id)
    await work.bookings.lock({slot.host})
    return await own_slot(work, actor, slot_id)


async def sessions_on(work: ConsultationWork, slot: Slot, day: date, now: datetime) -> Sequence[Session]:
    """Open sessions of a slot on one day of its own calendar that have not started."""
    zone = ZoneInfo(slot.terms.zone)
    rows = await work.sessions.of_slot(slot.id, now)
    return [row for row in rows if row.key.starts.astimezone(zone).date() == day]


async def meetings_on(
    work: ConsultationWork, slot: Slot, day: date, now: datetime, *, called_off: bool = False
) -> Sequence[Occurrence]:
    """What the slot's rule and windows have ahead on one day of its own calendar, booked or not; with `called_off` also
    what an «актированный день» takes out."""
    zone = ZoneInfo(slot.terms.zone)
    begins, ends = (instant(each, time(), slot.terms.zone) for each in (day, day + timedelta(days=1)))
    exceptions = await exceptions_of(work, slot)
    if called_off:
        exceptions = replace(exceptions, called_off=frozenset())
    found = occurrences(slot, exceptions, max(now, begins), ends)
    return [occurrence for occurrence in found if occurrence.starts.astimezone(zone).date() == day]


async def note(
    work: ConsultationWork, actor: Actor, slot: Slot, action: str, now: datetime, details: dict[str, str]
) -> None:
    """Write the log for a coordinator who changes another's slot; a host's changes of her own are no business of it."""
    if actor.person != slot.host:
        await work.audit.add(AuditEntry(now, actor.person, action, f"slot:{slot.id}", slot.host, dict(details)))


async def call_off(
    work: AbsenceWork,
    slot: Slot,
    row: Session,
    actor: Actor,
    now: datetime,
    *,
    tell_host: bool = True,
    tell_substitute: bool = True,
    may_return: bool = False,
    word: Word = notices.session_cancelled,
) -> int:
    """Cancel one session, free everybody's time and plan a `word` to each visitor; gives their number. Who would have
    led it is told of what another calls off, unless she hears of it otherwise; who has not answered yet whether he
    will reads that he is not needed, for good unless it `may_return`."""
    asks = await unanswered_about(work, slot.host, row, now)
    if not await work.sessions.cancel(row.id):
        return 0
    bookings = await work.bookings.of_session(row.id)
    told = 0
    for booking in bookings:
        await work.bookings.end(booking.id, BookingState.SESSION_CANCELLED, now)
        await work.bookings.release(booking.visitor, row.id)
        await work.notices.cancel(notices.subject_of(booking), now)
        if booking.visitor != actor.person:
            await work.notices.plan(word(booking, slot.terms.format, now))
            told += 1
    await end_queue(work, slot, row, actor, now)
    await ask_no_more(work, asks, now, may_return=may_return)
    await work.bookings.release(row.host, row.id)
    await work.notices.cancel(reminders.subject_of_session(row.id), now)
    if row.host != actor.person and row.host != slot.host:
        if tell_substitute:
            await work.notices.plan(over(slot, row, row.host, now))
    elif tell_host and row.host != actor.person:
        await work.notices.plan(notices.host_session_cancelled(slot, row.key.starts, now))
    return told
