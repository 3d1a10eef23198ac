"""A seat as bookings and moves take it and give it back, inside an open unit of work."""

from datetime import datetime

from shnor_domain.consultations import reminders
from shnor_domain.consultations.cards import exceptions_of, is_open_to
from shnor_domain.consultations.errors import OwnSlot, SessionGone
from shnor_domain.consultations.link_missing import warn_of_link
from shnor_domain.consultations.model import HERSELF, Behalf, Booking, Session, SessionKey, SessionState, Sits, Slot
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import check_bookable, occurrence_at
from shnor_domain.consultations.waitlist.freeing import give_back
from shnor_domain.consultations.waitlist.house import hall_of
from shnor_domain.consultations.waitlist.showing import at_once
from shnor_domain.errors import DomainError, NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.seats.errors import NoSeatsLeft, YouAreBusy


async def invited_slot(work: ConsultationWork, actor: Actor, key: SessionKey, now: datetime) -> Slot:
    """The slot of a meeting that invites the actor; raises `OwnSlot`, and `NotFound` for all others."""
    slot = await work.slots.get(key.slot)
    if slot is not None and slot.host == actor.person:
        raise OwnSlot
    if slot is None or not await is_open_to(work, actor, slot, now):
        raise NotFound
    return slot


async def open_session(work: ConsultationWork, actor: Actor, slot: Slot, key: SessionKey, now: datetime) -> Session:
    """The session of a meeting that may be booked at `now`; raises `SessionGone`, `TooLate`, `TooEarly`. The slot's
    notice does not hold for a seat that is offered to the actor, nor for one that the queue has left to all (W3, W4).
    """
    occurrence = occurrence_at(slot, await exceptions_of(work, slot), key.starts)
    check_bookable(slot, occurrence, actor, now, at_once=await _at_once(work, actor, key))
    session = await work.sessions.ensure(slot, occurrence)
    if session.state is SessionState.CANCELLED:
        raise SessionGone
    if session.host == actor.person:
        raise OwnSlot
    return session


async def _at_once(work: ConsultationWork, actor: Actor, key: SessionKey) -> bool:
    row = (await work.sessions.find([key])).get(key)
    if row is None or actor.person is None:
        return False
    return at_once(row) or (row.held > 0 and await work.seat_offers.open_to(row.id, actor.person) is not None)


async def take(
    work: ConsultationWork,
    visitor: PersonId,
    session: Session,
    now: datetime,
    behalf: Behalf = HERSELF,
    refusal: type[DomainError] = YouAreBusy,
) -> None:
    """Count the seats and mark visitor and host as busy; with the first ones the host is reminded of the session (N1).
    Who keeps seats for people without an account is not busy herself. Raises `NoSeatsLeft`, `refusal`, and
    `SessionGone` for a meeting that was called off while this waited.
    """
    hall, herself = hall_of(work), behalf.sits is Sits.SELF
    before = await hall.locked(session.id)
    if not before.open:
        raise SessionGone
    taken = await hall.take(before, behalf.heads, now, person=visitor if herself else None, refusal=refusal)
    if before.taken + before.held == 0:
        await work.bookings.occupy(session.host, session, NoSeatsLeft)
    if taken == behalf.heads:
        await work.notices.plan(*reminders.of_host(session, now))
        await warn_of_link(work, session, now)


async def free(work: ConsultationWork, booking: Booking, now: datetime) -> None:
    """Give the seats and the visitor's time back: to the queue, else to all; with the last seat that is taken or held
    the host is free again too."""
    if booking.behalf.sits is Sits.SELF:
        await work.bookings.release(booking.visitor, booking.session)
    if await give_back(work, booking.session, booking.heads, now) == 0:
        await work.bookings.release(booking.host, booking.session)
