"""The host says who came; one screen, and 14 days to correct it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.attendance.errors import NoAttendance
from shnor_domain.consultations.attendance.model import CORRECTED, Mark, NotHeld
from shnor_domain.consultations.attendance.notices import HOW_WAS_IT
from shnor_domain.consultations.attendance.ports import AttendanceWork
from shnor_domain.consultations.attendance.rules import check_time, checked_came
from shnor_domain.consultations.cards import BookingCard, SlotCard, booking_cards, slot_card, slot_cards
from shnor_domain.consultations.model import BookingId, Session, SessionKey, SessionState
from shnor_domain.consultations.reminders import subject_of_session
from shnor_domain.consultations.rules import may_host
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Attendance:
    """One meeting as its host marks it: its people in the order in which they booked, how many came by each booking
    (empty before the first mark), and until when that may be changed."""

    of: SlotCard
    session: Session
    bookings: tuple[BookingCard, ...]
    came: Mapping[BookingId, int]
    mark: Mark | None
    until: datetime


@dataclass(frozen=True, slots=True)
class OneAttendance:
    """The host of the meeting alone: for others it is `NotFound`.

    Refused: `NoAttendance` (cancelled, or nobody was booked: cal.com #21195), `NotYetStarted`. After 14 days it may
    still be looked at, while a place of hers lets her host it: who has none any more needs the names of her visitors no
    longer.
    """

    read: Opens[AttendanceWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey) -> Attendance:
        """The meeting with its people."""
        async with self.read() as work:
            session = await _own_session(work, actor, key, self.clock.now())
            check_time(key.starts, max(session.ends, self.clock.now()), self.clock.now())
            return await _attendance(work, session)


@dataclass(frozen=True, slots=True)
class MarkAttendance:
    """The host of the meeting, from its start until 14 days after its end, as often as she likes.

    Refused: `NotFound`, `NoAttendance`, `NotYetStarted`, `MarkingOver`, `Invalid("came", …)`.
    """

    write: Opens[AttendanceWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey, came: Mapping[BookingId, int] | None) -> Attendance:
        """Keep how many came by each booking, None for «пришли все»; fed again it answers alike."""
        return await _mark(self.write, self.clock, actor, key, None, came)


@dataclass(frozen=True, slots=True)
class MarkNotHeld:
    """As `MarkAttendance`, for a meeting to which nobody came."""

    write: Opens[AttendanceWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey, reason: NotHeld) -> Attendance:
        """Keep that it was not held, and why."""
        return await _mark(self.write, self.clock, actor, key, reason, None)


@dataclass(frozen=True, slots=True)
class UnmarkedMeetings:
    """A host's own meetings of the last 14 days that wait for her mark; for all others there are none."""

    read: Opens[AttendanceWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> list[tuple[SlotCard, Session]]:
        """The oldest first."""
        if actor.person is None:
            raise NotAllowed
        now = self.clock.now()
        async with self.read() as work:
            sessions = await work.attendance.unmarked(actor.person, now - CORRECTED, now)
            cards = await slot_cards(work, await work.slots.many({session.key.slot for session in sessions}))
        slots = {card.slot.id: card for card in cards}
        return [(slots[session.key.slot], session) for session in sessions]


async def _mark(
    write: Opens[AttendanceWork],
    clock: Clock,
    actor: Actor,
    key: SessionKey,
    reason: NotHeld | None,
    came: Mapping[BookingId, int] | None,
) -> Attendance:
    operation = f"mark:{key.slot}:{int(key.starts.timestamp())}"
    async with write() as work:
        session = await _own_session(work, actor, key, clock.now())
        if await work.applied.result(operation) is None:
            await work.bookings.lock({session.host})
            now = clock.now()
            session = await _own_session(work, actor, key, now)
            check_time(key.starts, session.ends, now)
            bookings = await work.bookings.of_session(session.id)
            counted = checked_came(bookings, came) if reason is None else {booking.id: 0 for booking in bookings}
            minutes = int((session.ends - session.key.starts).total_seconds()) // 60
            await work.attendance.put(Mark(session.id, session.host, reason, minutes, now), counted)
            await work.notices.cancel(subject_of_session(session.id), now, key_prefix=f"{HOW_WAS_IT}:")
            await work.applied.save(operation, "marked")
        return await _attendance(work, session)


async def _own_session(work: AttendanceWork, actor: Actor, key: SessionKey, now: datetime) -> Session:
    session = (await work.sessions.find([key])).get(key)
    if session is None or actor.person is None or session.host != actor.person:
        raise NotFound
    if now > session.ends + CORRECTED and not await _hosts_still(work, actor, session):
        raise NotFound
    if session.state is SessionState.CANCELLED or session.taken == 0:
        raise NoAttendance
    return session


async def _hosts_still(work: AttendanceWork, actor: Actor, session: Session) -> bool:
    slot = await work.slots.get(session.key.slot)
    return slot is not None and any(may_host(place, slot.terms.open_to, slot.terms.subject) for place in actor.places)


async def _attendance(work: AttendanceWork, session: Session) -> Attendance:
    bookings = await work.bookings.of_session(session.id)
    return Attendance(
        await slot_card(work, session.key.slot),
        session,
        tuple(await booking_cards(work, bookings)),
        await work.attendance.came([booking.id for booking in bookings]),
        await work.attendance.mark(session.id),
        session.ends + CORRECTED,
    )
