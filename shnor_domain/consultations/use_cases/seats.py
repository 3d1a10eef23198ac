"""A seat as bookings and moves take it and give it back, inside an open unit of work."""

from datetime import datetime

from shnor_domain.consultations import reminders
from shnor_domain.consultations.cards import exceptions_of, open_slots
from shnor_domain.consultations.errors import NoSeatsLeft, OwnSlot, SessionGone, YouAreBusy
from shnor_domain.consultations.link_missing import warn_of_link
from shnor_domain.consultations.model import HERSELF, Behalf, Booking, Session, SessionKey, SessionState, Sits, Slot
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import check_bookable, occurrence_at
from shnor_domain.errors import DomainError, NotFound
from shnor_domain.identity import Actor, PersonId


async def invited_slot(work: ConsultationWork, actor: Actor, key: SessionKey, now: datetime) -> Slot:
    """The slot of a meeting that invites the actor; raises `OwnSlot`, and `NotFound` for all others."""
    for slot in await open_slots(work, actor, now):
        if slot.id == key.slot:
            return slot
    known = await work.slots.get(key.slot)
    if known is not None and known.host == actor.person:
        raise OwnSlot
    raise NotFound


async def open_session(work: ConsultationWork, actor: Actor, slot: Slot, key: SessionKey, now: datetime) -> Session:
    """The session of a meeting that may be booked at `now`; raises `SessionGone`, `TooLate`, `TooEarly`."""
    occurrence = occurrence_at(slot, await exceptions_of(work, slot), key.starts)
    check_bookable(slot, occurrence, actor, now)
    session = await work.sessions.ensure(slot, occurrence)
    if session.state is SessionState.CANCELLED:
        raise SessionGone
    return session


async def take(
    work: ConsultationWork,
    visitor: PersonId,
    session: Session,
    now: datetime,
    behalf: Behalf = HERSELF,
    refusal: type[DomainError] = YouAreBusy,
) -> None:
    """Count the seats and mark visitor and host as busy; with the first ones the host is reminded of the session (N1).
    Who keeps seats for people without an account is not busy herself. Raises `NoSeatsLeft`, `refusal`.
    """
    taken = await work.bookings.take_seat(session.id, behalf.heads)
    if behalf.sits is Sits.SELF:
        await work.bookings.occupy(visitor, session, refusal)
    if taken == behalf.heads:
        await work.bookings.occupy(session.host, session, NoSeatsLeft)
        await work.notices.plan(*reminders.of_host(session, now))
        await warn_of_link(work, session, now)


async def free(work: ConsultationWork, booking: Booking) -> None:
    """Give the seats and the visitor's time back; with the last booking the host is free again too."""
    if booking.behalf.sits is Sits.SELF:
        await work.bookings.release(booking.visitor, booking.session)
    if await work.bookings.free_seat(booking.session, booking.heads) == 0:
        await work.bookings.release(booking.host, booking.session)
