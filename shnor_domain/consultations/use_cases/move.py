"""A visitor moves her booking to another time of the same host: one act, one word to the host (N5)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations import notices, reminders
from shnor_domain.consultations.absences.notices import MEETING_MOVED, SUBSTITUTE
from shnor_domain.consultations.cards import BookingCard, Opening, booking_cards
from shnor_domain.consultations.errors import AlreadyBooked, OwnSlot, SessionStarted
from shnor_domain.consultations.host_news import heard
from shnor_domain.consultations.model import Booking, BookingId, BookingState, SessionKey, Sits, Slot
from shnor_domain.consultations.moving import visitor_moved
from shnor_domain.consultations.on_behalf.access import ActingWork, answers_for
from shnor_domain.consultations.on_behalf.moving import check_room, eyes_on, openings_to, slot_to, tell_keeper
from shnor_domain.consultations.on_behalf.use_cases.book import note
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import TELL_HOST
from shnor_domain.consultations.use_cases.seats import free, open_session, take
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MoveBooking:
    """The visitor herself, until the start, within the same host and subject; her question goes along. Seats for people
    without an account: who keeps them, or acts for their school; the name, or the number, goes along.

    Refused as a booking is, and then the seat stays where it is: `NotFound` (another's, or no time of this host that
    invites who sits there), `OwnSlot`, `SessionStarted`, `Stale` (ended already), `AlreadyBooked` (it is there, or the
    school's number is), `SessionGone`, `TooLate`, `TooEarly`, `YouAreBusy`, `TheyAreBusy`, `TooManyHeads`,
    `NoSeatsLeft`.
    """

    write: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId, key: SessionKey) -> BookingCard:
        """Move; the same update fed again changes nothing and answers alike."""
        operation = f"move:{booking_id}"
        async with self.write() as work:
            before = await answers_for(work, actor, await work.bookings.get(booking_id), self.clock.now())
            if before.behalf.sits is Sits.SELF and before.visitor != actor.person:
                raise NotFound
            if await work.applied.result(operation) is None:
                await self._move(work, actor, before, key)
                await work.applied.save(operation, "moved")
            after = await work.bookings.get(booking_id)
            return (await booking_cards(work, [after or before]))[0]

    async def _move(self, work: ActingWork, actor: Actor, before: Booking, key: SessionKey) -> None:
        now = self.clock.now()
        # all that concerns a meeting is written under the lock of whose times they are, whoever leads it (ADR 7)
        own = await work.slots.get(before.key.slot)
        if own is None:
            raise NotFound
        await work.bookings.lock({before.visitor, before.host, own.host})
        # another telephone, or the host, may have been faster while this waited
        current = await work.bookings.get(before.id)
        if current is None or current.state is not BookingState.BOOKED:
            raise Stale
        if current.key.starts <= now:
            raise SessionStarted
        if current.key == key:
            raise AlreadyBooked(booking=current.id)
        slot = await slot_to(work, actor, current, key, now)
        # a substitute leads one meeting, times of the same host are those of its slot
        if slot.host != own.host or slot.terms.subject != current.subject:
            raise NotFound
        session = await open_session(work, await eyes_on(work, actor, current), slot, key, now)
        if session.host == actor.person:
            raise OwnSlot
        await check_room(work, current, session, now)
        await free(work, current, now)
        if not await work.bookings.move(current.id, session, now):
            raise Stale
        await take(work, current.visitor, session, now, current.behalf)
        after = await work.bookings.get(current.id)
        if after is None:
            raise NotFound
        await self._tell(work, actor, current, after, slot)
        if current.behalf.sits is not Sits.SELF:
            await tell_keeper(work, actor, current, after, slot, now)
            await note(work, actor, after, "booking-move-for-another", now)

    async def _tell(self, work: ConsultationWork, actor: Actor, before: Booking, after: Booking, slot: Slot) -> None:
        """Reminders follow the new start (N3 counts from now); the host hears of it inside the last 24 h, and else of
        the booking where she has not yet.
        """
        now, subject = self.clock.now(), notices.subject_of(after)
        host = await heard(work, after)
        await work.notices.cancel(subject, now)
        # a word of the meeting that waits to be told is of where she was, and she has just read where she is
        for void in (notices.NEW_LINK, MEETING_MOVED, SUBSTITUTE) if actor.person == after.visitor else ():
            await work.notices.cancel(subject, now, key_prefix=f"{void}:", person=after.visitor)
        await work.notices.plan(*reminders.of_visitor(after, now))
        near = min(before.key.starts, after.key.starts) - now < TELL_HOST
        if before.host != after.host:
            # somebody stood in: he loses a visitor, the host has one more
            await work.notices.plan(notices.came_over(after, now))
            if host.of_it and near:
                await work.notices.plan(notices.visitor_left(before, slot.terms.format, now))
        elif not host.of_it:
            await work.notices.plan(notices.booked(after, now))
        elif near:
            await work.notices.plan(visitor_moved(before, after, slot.terms.format, now))


@dataclass(frozen=True, slots=True)
class TimesToMove:
    """As `MoveBooking`: where the booking could go; of what has ended nothing is offered."""

    read: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId) -> list[Opening]:
        """Other times of the same host and subject, by start; full ones are there too."""
        now = self.clock.now()
        async with self.read() as work:
            booking = await answers_for(work, actor, await work.bookings.get(booking_id), now)
            if booking.behalf.sits is Sits.SELF and booking.visitor != actor.person:
                raise NotFound
            if booking.state is not BookingState.BOOKED:
                return []
            return [opening for opening in await openings_to(work, actor, booking, now) if not opening.mine]
