"""A visitor moves her booking to another time of the same host: one act, one word to the host (N5)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations import notices, reminders
from shnor_domain.consultations.absences.notices import MEETING_MOVED, SUBSTITUTE
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.errors import AlreadyBooked, SessionStarted
from shnor_domain.consultations.host_news import heard
from shnor_domain.consultations.model import Booking, BookingId, BookingState, SessionKey, Sits, Slot
from shnor_domain.consultations.moving import visitor_moved
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import TELL_HOST
from shnor_domain.consultations.use_cases.seats import free, invited_slot, open_session, take
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MoveBooking:
    """The visitor herself, until the start, within the same host and subject; her question goes along. What she keeps
    for people without an account is cancelled and booked anew instead.

    Refused as a booking is, and then she keeps the seat that she has: `NotFound` (another's, or no time of this host),
    `SessionStarted`, `Stale` (ended already), `AlreadyBooked` (it is there), `SessionGone`, `TooLate`, `TooEarly`,
    `YouAreBusy`, `NoSeatsLeft`.
    """

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId, key: SessionKey) -> BookingCard:
        """Move; the same update fed again changes nothing and answers alike."""
        operation = f"move:{booking_id}"
        async with self.write() as work:
            before = await work.bookings.get(booking_id)
            if before is None or actor.person is None or before.visitor != actor.person:
                raise NotFound
            if before.behalf.sits is not Sits.SELF:
                raise NotFound
            if await work.applied.result(operation) is None:
                await self._move(work, actor, before, key)
                await work.applied.save(operation, "moved")
            after = await work.bookings.get(booking_id)
            return (await booking_cards(work, [after or before]))[0]

    async def _move(self, work: ConsultationWork, actor: Actor, before: Booking, key: SessionKey) -> None:
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
        slot = await invited_slot(work, actor, key, now)
        # a substitute leads one meeting, times of the same host are those of its slot
        if slot.host != own.host or slot.terms.subject != current.subject:
            raise NotFound
        session = await open_session(work, actor, slot, key, now)
        await free(work, current, now)
        if not await work.bookings.move(current.id, session, now):
            raise Stale
        await take(work, current.visitor, session, now)
        after = await work.bookings.get(current.id)
        if after is None:
            raise NotFound
        await self._tell(work, current, after, slot)

    async def _tell(self, work: ConsultationWork, before: Booking, after: Booking, slot: Slot) -> None:
        """Reminders follow the new start (N3 counts from now); the host hears of it inside the last 24 h, and else of
        the booking where she has not yet.
        """
        now, subject = self.clock.now(), notices.subject_of(after)
        host = await heard(work, after)
        await work.notices.cancel(subject, now)
        # a word of the meeting that waits to be told is of where she was, and she has just read where she is
        for void in (notices.NEW_LINK, MEETING_MOVED, SUBSTITUTE):
            await work.notices.cancel(subject, now, key_prefix=f"{void}:", person=after.visitor)
        await work.notices.plan(*reminders.of_visitor(after, now))
        if not host.of_it:
            await work.notices.plan(notices.booked(after, now))
        elif min(before.key.starts, after.key.starts) - now < TELL_HOST:
            await work.notices.plan(visitor_moved(before, after, slot.terms.format, now))
