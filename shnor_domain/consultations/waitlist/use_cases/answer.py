"""Answers to an offer: «Беру», «Не смогу» (W4, W5)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import BookingCard, is_open_to
from shnor_domain.consultations.errors import AlreadyBooked, SessionStarted
from shnor_domain.consultations.model import BookingId, Session, SessionState
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.use_cases.book import book_seat, booked_card
from shnor_domain.consultations.waitlist.freeing import end_offer, lock_place, locked, open_to_all
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.consultations.waitlist.showing import WaitCard, place_card
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.seats.errors import NotInQueue, OfferPassed, QueueClosed
from shnor_domain.seats.model import Offer, OfferId, OfferState
from shnor_domain.seats.rules import OPENS
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TakeOfferedSeat:
    """Who was offered it, until the start: the slot's notice does not hold, all else is checked anew (W4).

    Refused: `NotFound` (another's, or not invited any more), `SessionStarted`, `AlreadyBooked`, `OfferPassed` (late,
    and the seat is held for another or gone; `QueueClosed` in the last half hour), `NotInQueue` (the same for who waits
    no more, or where the meeting is off, or she may not come any longer), `SessionGone`, `OpenBookingExists`,
    `YouAreBusy`, `TooLate` (late, and what is free now is no seat of the queue). A late tap books while the seat is
    held for nobody else (W5).
    """

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, offer_id: OfferId) -> BookingCard:
        """Book with the question that she gave as she joined; the same update fed again gives the booking that it
        made."""
        operation = f"take-offer:{offer_id}"
        async with self.write() as work:
            offer, waiting = await _hers(work, actor, offer_id)
            if (done := await work.applied.result(operation)) is not None:
                return await booked_card(work, BookingId(int(done)))
            await lock_place(work, waiting)
            now = self.clock.now()
            if waiting.key.starts <= now:
                raise SessionStarted
            for booking in await work.bookings.of_visitor(waiting.person, now):
                if booking.key == waiting.key:
                    raise AlreadyBooked(booking=booking.id)
            row = await locked(work, waiting.session)
            offered = await work.seat_offers.open_to(waiting.session, waiting.person)
            stands = await work.queues.live(waiting.session, waiting.person) is not None
            if not stands and not await _could_book(work, actor, row, now):
                raise NotInQueue(waiting=waiting.id)
            if (
                offered is None
                and row.free <= 0
                and row.state is SessionState.OPEN
                and not (await _opened_again(work, row, offer))
            ):
                if not stands:
                    raise NotInQueue(waiting=waiting.id)
                raise QueueClosed if row.key.starts - OPENS <= now else OfferPassed
            made = await book_seat(work, actor, waiting.key, waiting.topic, self.clock)
            await work.applied.save(operation, str(made.id))
            return await booked_card(work, made.id)


@dataclass(frozen=True, slots=True)
class DeclineOffer:
    """Who was offered it; her place in the queue is kept for a seat freed later (W4). `NotFound` for another's."""

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, offer_id: OfferId) -> WaitCard:
        """Let it go on to the next; where the offer has ended already nothing changes, and the card tells how it stands
        with her."""
        async with self.write() as work:
            offer, waiting = await _hers(work, actor, offer_id)
            await lock_place(work, waiting)
            await locked(work, waiting.session)
            now = self.clock.now()
            if offer.state is OfferState.OPEN:
                await end_offer(work, offer, OfferState.DECLINED, now)
                await work.queue_clock.look(waiting.session, now)
            _, after = await _hers(work, actor, offer_id)
            return await place_card(work, after, now)


async def _could_book(work: ConsultationWork, actor: Actor, row: Session, now: datetime) -> bool:
    slot = await work.slots.get(row.key.slot)
    return row.state is SessionState.OPEN and slot is not None and await is_open_to(work, actor, slot, now)


async def _opened_again(work: ConsultationWork, row: Session, offer: Offer) -> bool:
    """The seat that she let go by is hers to take while it is held, offered to nobody and kept for no morning."""
    offered = {each.seat for each in await work.seat_offers.of_session(row.id) if each.state is OfferState.OPEN}
    for seat in await work.seat_offers.held(row.id):
        if seat.id == offer.seat and seat.id not in offered and seat.reserved is None:
            await open_to_all(work, row, seat)
            return True
    return False


async def _hers(work: ConsultationWork, actor: Actor, offer_id: OfferId) -> tuple[Offer, Waiting]:
    offer = await work.seat_offers.get(offer_id)
    waiting = None if offer is None else await work.queues.get(offer.waiting)
    if offer is None or waiting is None or actor.person is None or waiting.person != actor.person:
        raise NotFound
    return offer, waiting
