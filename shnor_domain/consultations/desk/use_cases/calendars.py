"""«В календарь»: what somebody's own calendar is told, and that it was told (R155, ADR 11)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from shnor_domain.clock import Clock
from shnor_domain.consultations.calendar_files import Entry, mark, of_booking, of_session
from shnor_domain.consultations.cards import BookingCard, SlotCard, booking_cards, exceptions_of, slot_card
from shnor_domain.consultations.desk.model import Remembered
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.consultations.desk.use_cases.week import ShowWeek
from shnor_domain.consultations.model import (
    Booking,
    BookingId,
    BookingState,
    Session,
    SessionKey,
    SessionState,
    Slot,
)
from shnor_domain.consultations.notices import where_of
from shnor_domain.consultations.rules import occurrence_at
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TakenBooking:
    """A visitor's entry with her booking."""

    entry: Entry
    card: BookingCard


@dataclass(frozen=True, slots=True)
class TakenMeeting:
    """A host's entry with the meeting's slot; `link` is of this meeting alone."""

    entry: Entry
    of: SlotCard
    link: str | None = None


@dataclass(frozen=True, slots=True)
class TakeBooking:
    """The visitor herself; another's booking is `NotFound`, and so is one that has ended of which her calendar never
    heard. Remembers what it is told: the same again has the same number, a change the next one."""

    write: Opens[DeskWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId) -> TakenBooking:
        """The entry as the booking stands now."""
        async with self.write() as work:
            booking = await work.bookings.get(booking_id)
            if booking is None or actor.person is None or booking.visitor != actor.person:
                raise NotFound
            card = (await booking_cards(work, [booking]))[0]
            off = booking.state is not BookingState.BOOKED
            times = (booking.key.starts, booking.ends)
            terms = where_of(card.of.slot.terms, booking.link)
            said = mark(*times, terms, cancelled=off, stands_in=_stands_in(booking, card.of.slot))
            entry = await _take(work, actor.person, of_booking(booking.id), times, said, self.clock.now(), off=off)
            return TakenBooking(entry, card)


@dataclass(frozen=True, slots=True)
class TakeMeeting:
    """Who leads the meeting, and who was to lead it and has it in her calendar; for all others it is `NotFound`. As
    `TakeBooking`; `SessionGone` where the slot does not meet then."""

    write: Opens[DeskWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey) -> TakenMeeting:
        """The entry as the meeting stands now; one that nobody has booked yet gets its row."""
        async with self.write() as work:
            card = await slot_card(work, key.slot)
            session = await _session(work, card, key)
            if actor.person is None:
                raise NotFound
            return await _of_host(work, actor.person, card, session, self.clock.now())


@dataclass(frozen=True, slots=True)
class TakeWeek:
    """A host's own week, as `ShowWeek` lets her see it. What was called off is told only where her calendar has
    it."""

    write: Opens[DeskWork]
    clock: Clock
    week: ShowWeek

    async def __call__(self, actor: Actor, ahead: int = 0) -> list[TakenMeeting]:
        """Entries by start; empty for a week without meetings."""
        shown = await self.week(actor, ahead)
        taken: list[TakenMeeting] = []
        async with self.write() as work:
            for each in shown.meetings:
                card, occurrence = each.meeting.of, each.meeting.occurrence
                session = await work.sessions.ensure(card.slot, occurrence)
                off = session.state is SessionState.CANCELLED
                if actor.person is None or session.host != actor.person:
                    continue
                if off and await work.calendar_files.find(actor.person, of_session(session.id)) is None:
                    continue
                taken.append(await _of_host(work, actor.person, card, session, self.clock.now()))
        return taken


@dataclass(frozen=True, slots=True)
class InCalendar:
    """Whether a person's calendar has an entry that is no longer so: asked by windows and notices for their reader
    alone."""

    read: Opens[DeskWork]

    async def __call__(self, actor: Actor, booking_id: BookingId) -> bool | None:
        """None when she never took the booking there, else whether it is told otherwise now. Another's booking is
        None."""
        if actor.person is None:
            return None
        async with self.read() as work:
            return await booking_differs(work, actor.person, booking_id)


async def booking_differs(work: DeskWork, person: PersonId, booking_id: BookingId) -> bool | None:
    """As `InCalendar`, inside an open unit of work."""
    told = await work.calendar_files.find(person, of_booking(booking_id))
    booking = await work.bookings.get(booking_id)
    slot = None if booking is None else await work.slots.get(booking.key.slot)
    if told is None or booking is None or slot is None or booking.visitor != person:
        return None
    off = booking.state is not BookingState.BOOKED
    terms, other = where_of(slot.terms, booking.link), _stands_in(booking, slot)
    return told.mark != mark(booking.key.starts, booking.ends, terms, cancelled=off, stands_in=other)


def _stands_in(booking: Booking, slot: Slot) -> PersonId | None:
    return None if booking.host == slot.host else booking.host


async def meeting_differs(work: DeskWork, person: PersonId, key: SessionKey) -> bool:
    """True when the host's calendar has this meeting otherwise than it stands."""
    session = (await work.sessions.find([key])).get(key)
    slot = await work.slots.get(key.slot)
    told = None if session is None else await work.calendar_files.find(person, of_session(session.id))
    if session is None or slot is None or told is None:
        return False
    off = not _leads(session, person)
    return told.mark != mark(session.key.starts, session.ends, where_of(slot.terms, session.link), cancelled=off)


def _leads(session: Session, person: PersonId) -> bool:
    return session.state is SessionState.OPEN and session.host == person


async def _session(work: DeskWork, card: SlotCard, key: SessionKey) -> Session:
    session = (await work.sessions.find([key])).get(key)
    if session is not None:
        return session
    occurrence = occurrence_at(card.slot, await exceptions_of(work, card.slot), key.starts)
    return await work.sessions.ensure(card.slot, occurrence)


async def _of_host(work: DeskWork, host: PersonId, card: SlotCard, session: Session, now: datetime) -> TakenMeeting:
    off = not _leads(session, host)
    times, terms = (session.key.starts, session.ends), where_of(card.slot.terms, session.link)
    said = mark(*times, terms, cancelled=off)
    entry = await _take(work, host, of_session(session.id), times, said, now, off=off)
    return TakenMeeting(entry, card, session.link)


async def _take(
    work: DeskWork,
    person: PersonId,
    about: str,
    times: tuple[datetime, datetime],
    said: str,
    now: datetime,
    *,
    off: bool,
) -> Entry:
    # of two taps at once the second finds the identity that the first has given
    await work.bookings.lock({person})
    before = await work.calendar_files.find(person, about)
    if before is None and off:
        raise NotFound
    told = Remembered(str(uuid4()), 0, said) if before is None else before.said(said)
    await work.calendar_files.keep(person, about, told)
    return Entry(told.uid, told.sequence, now, *times, cancelled=off)
