"""A lead or a coordinator books a seat for a teacher, with an account or without (R155, rule 14)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations import notices, reminders
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.errors import OwnSlot
from shnor_domain.consultations.model import Behalf, Booking, BookingId, Session, SessionKey, Sits, Slot
from shnor_domain.consultations.on_behalf.access import ActingWork, StandIn, Whom, stand_in
from shnor_domain.consultations.on_behalf.errors import TheyAreBooked, TheyAreBusy
from shnor_domain.consultations.on_behalf.guests import bookings_of_guest
from shnor_domain.consultations.on_behalf.notices import Deed, for_you
from shnor_domain.consultations.one_open import open_with
from shnor_domain.consultations.rules import clean_topic
from shnor_domain.consultations.use_cases.seats import invited_slot, open_session, take
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId, Role
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class BookForAnother:
    """The lead of her school, or the coordinator of its municipality or region; for who has no account the lead alone.

    Refused as a booking is, told of her: `NotAllowed`, `NotFound` (another's teacher, a slot that does not invite
    her), `OwnSlot` (the actor's own), `SessionGone`, `TooLate`, `TooEarly`, `TheyAreBooked`, `TheyAreBusy`,
    `NoSeatsLeft`, `Invalid`. A teacher with an account is told at once; the actor is not busy for others.
    """

    write: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, whom: Whom, key: SessionKey, topic: str | None) -> BookingCard:
        """Book; the same update fed again gives the booking that it made."""
        line = clean_topic(topic)
        operation = f"book-for:{key.slot}:{int(key.starts.timestamp())}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return await card_of(work, BookingId(int(done)))
            other = await stand_in(work, actor, whom, self.clock.now())
            slot = await self._slot(work, actor, other, key)
            await work.bookings.lock({other.visitor, slot.host})
            # the host may have ended it while this waited
            slot = await self._slot(work, actor, other, key)
            now = self.clock.now()
            session = await open_session(work, other.eyes, slot, key, now)
            # a substitute's meeting is her own too
            if session.host == actor.person:
                raise OwnSlot
            await _check_own_bookings(work, other, session, now)
            booking_id = await work.bookings.add(session, other.visitor, line, now, other.behalf)
            await take(work, other.visitor, session, now, other.behalf, TheyAreBusy)
            booking = await work.bookings.get(booking_id)
            if booking is None or actor.person is None:
                raise NotFound
            await work.notices.plan(notices.booked(booking, now), *reminders.of_visitor(booking, now))
            if other.behalf.sits is Sits.SELF:
                by = actor.person, other.behalf.role or Role.SCHOOL_LEAD
                await work.notices.plan(for_you(booking, Deed.BOOKED, *by, slot.terms.format, now))
                await work.consultation_requests.withdraw(other.visitor, slot.terms.subject)
            await note(work, actor, booking, "booking-for-another", now)
            await work.applied.save(operation, str(booking.id))
            return await card_of(work, booking.id)

    async def _slot(self, work: ActingWork, actor: Actor, other: StandIn, key: SessionKey) -> Slot:
        slot = await invited_slot(work, other.eyes, key, self.clock.now())
        if slot.host == actor.person:
            raise OwnSlot
        return slot


async def card_of(work: ActingWork, booking_id: BookingId) -> BookingCard:
    """One card; raises `NotFound`."""
    booking = await work.bookings.get(booking_id)
    if booking is None:
        raise NotFound
    return (await booking_cards(work, [booking]))[0]


async def note(work: ActingWork, actor: Actor, booking: Booking, action: str, now: datetime) -> None:
    """Write the log: who has done what for whom; the guest's name is not in it."""
    if actor.person is None:
        raise NotAllowed
    about: PersonId | None = booking.visitor if booking.visitor != actor.person else None
    details: dict[str, str | int | bool | None] = {"sits": booking.behalf.sits.value, "heads": booking.heads}
    await work.audit.add(AuditEntry(now, actor.person, action, notices.subject_of(booking), about, details))


async def _check_own_bookings(work: ActingWork, other: StandIn, session: Session, now: datetime) -> None:
    hers = await _ahead_of(work, other.visitor, other.behalf, now)
    if (open_one := await open_with(work, hers, session.key.slot, session.subject)) is not None:
        raise TheyAreBooked(booking=open_one.id)
    # a guest has no hours of her own in the table of the busy: they are looked up
    for booking in hers if other.behalf.sits is Sits.GUEST else ():
        if booking.key.starts < session.ends and session.key.starts < booking.ends:
            raise TheyAreBusy


async def _ahead_of(work: ActingWork, visitor: PersonId, behalf: Behalf, now: datetime) -> list[Booking]:
    if behalf.sits is Sits.GUEST:
        return await bookings_of_guest(work, behalf, now)
    return list(await work.bookings.of_visitor(visitor, now))
