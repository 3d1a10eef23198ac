"""What becomes of seats and queues as bookings come and go, inside an open unit of work (W1, W4)."""

from datetime import datetime

from shnor_domain.consultations.errors import OpenBookingExists, YouAreBusy
from shnor_domain.consultations.model import Session, SessionId, Slot, grid
from shnor_domain.consultations.one_open import open_with
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.waitlist import notices
from shnor_domain.consultations.waitlist.model import HeldSeat, Offer, OfferState, SeatState, Waiting, WaitState
from shnor_domain.consultations.waitlist.rules import OPENS
from shnor_domain.errors import DomainError, NotFound
from shnor_domain.identity import Actor, PersonId


async def locked(work: ConsultationWork, session: SessionId) -> Session:
    """The meeting as it is, its row locked until the unit ends; raises `NotFound`."""
    row = await work.sessions.locked(session)
    if row is None:
        raise NotFound
    return row


async def lock_place(work: ConsultationWork, waiting: Waiting) -> None:
    """Lock who waits, who leads the meeting and whose times it is of: all at once, so that nobody waits in a ring with
    who books (ADR 7)."""
    slot = await work.slots.get(waiting.key.slot)
    await work.bookings.lock({waiting.person, waiting.host} | ({slot.host} if slot is not None else set()))


async def give_back(work: ConsultationWork, session: SessionId, heads: int, now: datetime) -> int:
    """Free so many seats: as many as people wait are held for them until half an hour before the start (W1), others
    are open to all. Gives how many seats are taken or held now."""
    row = await locked(work, session)
    waits = (await work.queues.counts([session])).get(session, 0)
    ahead = row.key.starts - OPENS > now
    hold = min(heads, max(0, waits - row.held)) if ahead else 0
    left = await work.bookings.free_seat(session, heads, hold=hold, loose=heads if waits and not ahead else 0)
    if hold:
        await work.seat_offers.hold(session, hold, now)
        await work.queue_clock.look(session, now)
    return left


async def booked(
    work: ConsultationWork, session: SessionId, visitor: PersonId, offer: Offer | None, now: datetime
) -> None:
    """After a visitor took a seat: her place in this queue ends, the offer is taken, and what is offered to her
    elsewhere is looked at again: she may be unable to come (W4)."""
    for waiting in await work.queues.of_person(visitor, now):
        if waiting.session == session:
            await work.queues.end(waiting.id, WaitState.BOOKED, now)
        elif await work.seat_offers.open_to(waiting.session, visitor) is not None:
            await work.queue_clock.look(waiting.session, now)
    if offer is not None:
        await work.seat_offers.settle(offer.seat, SeatState.TAKEN)
        await end_offer(work, offer, OfferState.TAKEN, now)


async def end_offer(work: ConsultationWork, offer: Offer, state: OfferState, now: datetime) -> None:
    """End it; its message says so and loses its buttons, without a sound."""
    if await work.seat_offers.end(offer.id, state, now):
        await work.notices.cancel(notices.subject_of(offer.id), now)


async def offer_anew(work: ConsultationWork, session: SessionId, now: datetime) -> None:
    """What is offered of a meeting counts as never made, because it takes place at another time or was not there to be
    answered: it is offered again by the rules of this hour."""
    for offer in await work.seat_offers.of_session(session):
        if offer.state is OfferState.OPEN:
            await end_offer(work, offer, OfferState.VOID, now)
    for seat in await work.seat_offers.held(session):
        await work.seat_offers.reserve(seat.id, None)
    await work.queue_clock.look(session, now)


async def open_to_all(work: ConsultationWork, session: Session, seat: HeldSeat) -> None:
    """Hold a seat no longer: whoever is invited may take it, without the slot's notice (W3)."""
    await work.seat_offers.settle(seat.id, SeatState.OPEN)
    if await work.seat_offers.count(session.id, held=-1, loose=1) == 0:
        await work.bookings.release(session.host, session.id)


async def leave_queue(work: ConsultationWork, waiting: Waiting, state: WaitState, now: datetime) -> bool:
    """End one place; what was offered goes on to the next. False when it had ended."""
    await locked(work, waiting.session)
    if not await work.queues.end(waiting.id, state, now):
        return False
    offer = await work.seat_offers.open_to(waiting.session, waiting.person)
    if offer is not None:
        await end_offer(work, offer, OfferState.WITHDRAWN, now)
    await work.queue_clock.look(waiting.session, now)
    return True


async def lose_place(work: ConsultationWork, waiting: Waiting, slot: Slot, now: datetime) -> None:
    """End the place of somebody who may not come any longer, and tell her (W4)."""
    if await leave_queue(work, waiting, WaitState.LOST, now):
        await work.notices.plan(notices.queue_over(waiting, slot.terms.format, now))


async def end_queue(
    work: ConsultationWork, slot: Slot, row: Session, actor: Actor, now: datetime, *, day_fell: bool = False
) -> None:
    """The meeting is off, by its host or with its day: nothing is held any more, and everybody who waited is told once,
    but for who did it."""
    for offer in await work.seat_offers.of_session(row.id):
        await end_offer(work, offer, OfferState.WITHDRAWN, now)
    for seat in await work.seat_offers.held(row.id):
        await work.seat_offers.settle(seat.id, SeatState.GONE)
    for waiting in await work.queues.of_session(row.id):
        await work.queues.end(waiting.id, WaitState.CANCELLED, now)
        await work.notices.cancel(f"waiting:{waiting.id}", now)
        if waiting.person != actor.person:
            await work.notices.plan(notices.queue_over(waiting, slot.terms.format, now, day_fell=day_fell))


async def resize(work: ConsultationWork, slot: Slot, now: datetime, capacity: int) -> None:
    """Give coming meetings so many seats. More seats go to the queue first; fewer take what is free, then what is held,
    that without an offer first; who had an offer is told. Booked seats stay: the constraint refuses to take them."""
    rows = await work.sessions.of_slot(slot.id, now)
    waits = await work.queues.counts([row.id for row in rows])
    for row in [await locked(work, row.id) for row in rows if row.held or row.id in waits]:
        await _unhold(work, slot, row, row.taken + row.held - capacity, now)
    await work.sessions.resize(slot.id, now, capacity)
    for before in rows:
        row = await locked(work, before.id)
        more = min(capacity - before.capacity, waits.get(row.id, 0) - row.held)
        # where all is free the queue has been asked, and its host may be elsewhere
        if more > 0 and row.taken + row.held and now < row.key.starts - OPENS:
            await work.seat_offers.count(row.id, held=more)
            await work.seat_offers.hold(row.id, more, now)
            await work.queue_clock.look(row.id, now)


async def _unhold(work: ConsultationWork, slot: Slot, row: Session, seats: int, now: datetime) -> None:
    offers = {each.seat: each for each in await work.seat_offers.of_session(row.id) if each.state is OfferState.OPEN}
    held = await work.seat_offers.held(row.id)
    # who was offered a seat loses it last, and of those who stands last in the queue first
    order = sorted(
        held, key=lambda seat: (seat.id in offers, -(offers[seat.id].waiting if seat.id in offers else seat.id))
    )
    for seat in order[: max(0, seats)]:
        await work.seat_offers.settle(seat.id, SeatState.GONE)
        if await work.seat_offers.count(row.id, held=-1) == 0:
            await work.bookings.release(row.host, row.id)
        if (offer := offers.get(seat.id)) is not None:
            waiting = await work.queues.get(offer.waiting)
            await end_offer(work, offer, OfferState.WITHDRAWN, now)
            if waiting is not None:
                await work.notices.plan(notices.offer_gone(offer, waiting, slot.terms.format, now))


async def hindrance(
    work: ConsultationWork, person: PersonId, session: Session, now: datetime
) -> type[DomainError] | None:
    """Why she could not take a seat if it were offered: an open booking with this host on this subject, or another
    meeting at that time; None when she could."""
    hers = await work.bookings.of_visitor(person, now)
    if await open_with(work, hers, session.key.slot, session.subject) is not None:
        return OpenBookingExists
    cells = await work.bookings.busy_cells([person], grid(session.key.starts, session.ends))
    return YouAreBusy if cells[person] else None
