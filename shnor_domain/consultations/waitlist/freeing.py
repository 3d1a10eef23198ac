"""What becomes of the seats and queues of meetings as bookings come and go, inside an open unit of work (W1, W4)."""

from datetime import datetime

from shnor_domain.consultations.errors import OpenBookingExists
from shnor_domain.consultations.model import Session, SessionId, Slot
from shnor_domain.consultations.one_open import open_with
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.waitlist.house import hall_of
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, PersonId
from shnor_domain.seats.errors import YouAreBusy
from shnor_domain.seats.model import HeldSeat, Offer, OfferState, WaitState
from shnor_domain.seats.times import grid


async def locked(work: ConsultationWork, session: SessionId) -> Session:
    """The meeting as it is, its row locked until the unit ends; raises `NotFound`."""
    return await hall_of(work).locked(session)


async def lock_place(work: ConsultationWork, waiting: Waiting) -> None:
    """Lock who waits, who leads the meeting and whose times it is of: all at once, so that nobody waits in a ring with
    who books (ADR 7)."""
    slot = await work.slots.get(waiting.key.slot)
    await work.bookings.lock({waiting.person, waiting.host} | ({slot.host} if slot is not None else set()))


async def give_back(work: ConsultationWork, session: SessionId, heads: int, now: datetime) -> int:
    """`Hall.give_back`: as many of the freed seats as people wait are held for them (W1). Gives how many are taken or
    held now."""
    return await hall_of(work).give_back(session, heads, now)


async def end_offer(work: ConsultationWork, offer: Offer, state: OfferState, now: datetime) -> None:
    """`Hall.end_offer`: its message says so, without a sound."""
    await hall_of(work).end_offer(offer, state, now)


async def offer_anew(work: ConsultationWork, session: SessionId, now: datetime) -> None:
    """`Hall.offer_anew`: what is offered of a meeting counts as never made, because it takes place at another time or
    was not there to be answered."""
    await hall_of(work).offer_anew(session, now)


async def open_to_all(work: ConsultationWork, session: Session, seat: HeldSeat) -> None:
    """`Hall.open_to_all`: whoever is invited may take it, without the slot's notice (W3)."""
    await hall_of(work).open_to_all(session, seat)


async def leave_queue(work: ConsultationWork, waiting: Waiting, state: WaitState, now: datetime) -> bool:
    """`Hall.leave_queue`: what was offered goes on to the next. False when her place had ended."""
    return await hall_of(work).leave_queue(waiting, state, now)


async def lose_place(work: ConsultationWork, waiting: Waiting, slot: Slot, now: datetime) -> None:
    """`Hall.lose_place`: she may not come any longer, and is told (W4)."""
    await hall_of(work, slot).lose_place(waiting, now)


async def end_queue(
    work: ConsultationWork, slot: Slot, row: Session, actor: Actor, now: datetime, *, day_fell: bool = False
) -> None:
    """`Hall.end_queue`: the meeting is off, by its host or with its day; everybody who waited is told once, but for who
    did it."""
    await hall_of(work, slot).end_queue(row.id, actor.person, now, day_fell=day_fell)


async def resize(work: ConsultationWork, slot: Slot, now: datetime, capacity: int) -> None:
    """Give coming meetings so many seats, as `Hall.resized` says what becomes of their queues."""
    rows = await work.sessions.of_slot(slot.id, now)
    async with hall_of(work, slot).resized(rows, capacity, now):
        await work.sessions.resize(slot.id, now, capacity)


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
