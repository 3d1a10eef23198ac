"""Answers to an offer of a seat: «Беру», «Не смогу» (W4, W5)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.seats.errors import NotInQueue, OfferPassed, QueueClosed
from shnor_domain.seats.model import Offer, OfferId, OfferState
from shnor_domain.seats.rules import OPENS
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing.errors import AlreadySignedUp
from shnor_domain.seminars.signing.house import EventHall, hall_of
from shnor_domain.seminars.signing.model import Room, Waiting
from shnor_domain.seminars.signing.showing import EventWait, SignUpCard, card_of, seats_of, wait_of
from shnor_domain.seminars.signing.sitting import Sitter, check_ahead, held_event, sit
from shnor_domain.seminars.signing.use_cases.queue import hers
from shnor_domain.seminars.signing.use_cases.signing_up import school_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TakeEventOffer:
    """Who was offered it, until the first lesson; all is checked anew (W4).

    Refused: `NotFound` (another's, or not invited any more), `EventOff`, `SignUpOver`, `AlreadySignedUp`, `OfferPassed`
    (late, and the seat is held for another or gone; `QueueClosed` in the last half hour), `NotInQueue` (the same for
    who waits no more), `SchoolQuotaReached`, `YouAreBusy`. A late tap takes the seat while it is held for nobody else
    (W5).
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, offer_id: OfferId) -> SignUpCard:
        """The same update fed again finds the seat that it took."""
        operation, now = f"take-event-offer:{offer_id}", self.clock.now()
        async with self.write() as work:
            offer, waiting, event = await _offered(work, actor, offer_id)
            if await work.applied.result(operation) is None:
                await work.lesson_times.lock([waiting.person])
                event = await held_event(work, event)
                if (mine := await work.event_signups.live(event.id, waiting.person)) is not None:
                    raise AlreadySignedUp(signup=mine.id)
                check_ahead(event, now)
                where = await school_of(work, actor, event, waiting.school, now)
                await _check_seat(work, event, offer, waiting, now)
                made = await sit(work, event, Sitter(waiting.person, where), now)
                await work.applied.save(operation, str(made.id))
            return await card_of(work, actor, event.id, now)


@dataclass(frozen=True, slots=True)
class DeclineEventOffer:
    """Who was offered it; her place in the queue is kept for a seat freed later (W4). `NotFound` for another's."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, offer_id: OfferId) -> EventWait:
        """Let it go on to the next; where the offer has ended already nothing changes, and the card tells how it stands
        with her."""
        now = self.clock.now()
        async with self.write() as work:
            offer, waiting, event = await _offered(work, actor, offer_id)
            event = await held_event(work, event)
            offer, waiting, event = await _offered(work, actor, offer_id)
            if offer.state is OfferState.OPEN:
                await hall_of(work, event).end_offer(offer, OfferState.DECLINED, now)
                await work.event_clock.look(event.id, now)
            return await wait_of(work, waiting, event, now)


async def _check_seat(work: EventWork, event: Event, offer: Offer, waiting: Waiting, now: datetime) -> None:
    hall = hall_of(work, event)
    row = await hall.locked(event.id)
    if await work.event_offers.open_to(event.id, waiting.person) is not None or row.free > 0:
        return
    if waiting.school is not None:
        school = await work.lands.of_school(waiting.school)
        if school is not None and (await seats_of(work, event, {waiting.school: school}))[waiting.school].kept:
            return
    if await _opened_again(hall, row, offer):
        return
    if await work.event_queue.live(event.id, waiting.person) is None:
        raise NotInQueue(waiting=waiting.id)
    raise QueueClosed if row.starts - OPENS <= now else OfferPassed


async def _opened_again(hall: EventHall, row: Room, offer: Offer) -> bool:
    """The seat that she let go by is hers to take while it is held, offered to nobody and kept for no morning."""
    offered = {each.seat for each in await hall.offers.of_session(row.id) if each.state is OfferState.OPEN}
    for seat in await hall.offers.held(row.id):
        if seat.id == offer.seat and seat.id not in offered and seat.reserved is None:
            await hall.open_to_all(row, seat)
            return True
    return False


async def _offered(work: EventWork, actor: Actor, offer_id: OfferId) -> tuple[Offer, Waiting, Event]:
    offer = await work.event_offers.get(offer_id)
    if offer is None:
        raise NotFound
    return offer, *(await hers(work, actor, offer.waiting))
