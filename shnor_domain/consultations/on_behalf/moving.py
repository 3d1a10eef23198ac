"""To which times seats for people without an account may be moved: those that invite who sits in them."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.consultations.cards import Opening, open_slots
from shnor_domain.consultations.errors import OwnSlot
from shnor_domain.consultations.model import Booking, Session, SessionKey, Sits, Slot
from shnor_domain.consultations.on_behalf.access import ActingWork, acting_role
from shnor_domain.consultations.on_behalf.errors import TheyAreBusy, TooManyHeads
from shnor_domain.consultations.on_behalf.guests import bookings_of_guest
from shnor_domain.consultations.on_behalf.inviting import inviting, one_inviting
from shnor_domain.consultations.on_behalf.notices import Deed, for_you
from shnor_domain.consultations.use_cases.offers import openings_of
from shnor_domain.consultations.use_cases.seats import invited_slot
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, Place, PlaceId, Role, Territory


async def eyes_on(work: ActingWork, actor: Actor, booking: Booking) -> Actor:
    """Who sees the slots: the visitor herself, or a teacher of the school for which seats are kept."""
    if booking.behalf.sits is Sits.SELF:
        return actor
    place = Place(PlaceId(0), Role.TEACHER, await _school(work, booking))
    return Actor(booking.visitor, actor.chat, actor.zone, (place,))


async def slot_to(work: ActingWork, actor: Actor, booking: Booking, key: SessionKey, now: datetime) -> Slot:
    """The slot of the meeting `key`, which invites who sits in the booking; raises `OwnSlot`, `NotFound`."""
    if booking.behalf.sits is not Sits.SCHOOL:
        slot = await invited_slot(work, await eyes_on(work, actor, booking), key, now)
    else:
        found = await one_inviting(work, await _school(work, booking), key.slot, now)
        if found is None:
            raise NotFound
        slot = found
    if slot.host == actor.person:
        raise OwnSlot
    return slot


async def openings_to(work: ActingWork, actor: Actor, booking: Booking, now: datetime) -> list[Opening]:
    """Other times of the same host and subject, by start; `mine` is the booking's own, and for a visitor whatever else
    she has booked."""
    own = await work.slots.get(booking.key.slot)
    eyes = await eyes_on(work, actor, booking)
    if booking.behalf.sits is Sits.SCHOOL:
        found = await inviting(work, actor, await _school(work, booking), now)
    else:
        found = await open_slots(work, eyes, now)
    slots = [
        slot
        for slot in found
        if own is not None and slot.host == own.host and slot.terms.subject == booking.subject
        if slot.host != actor.person
    ]
    exceptions = await work.slots.exceptions([slot.id for slot in slots])
    openings = await openings_of(work, eyes, slots, exceptions, now)
    if booking.behalf.sits is Sits.SELF:
        return openings
    return [replace(opening, mine=opening.occurrence.key == booking.key) for opening in openings]


async def check_room(work: ActingWork, booking: Booking, session: Session, now: datetime) -> None:
    """What no table keeps: a guest in two places at once (`TheyAreBusy`), a number greater than what is free
    (`TooManyHeads`)."""
    for other in await bookings_of_guest(work, booking.behalf, now):
        if other.id != booking.id and other.key.starts < session.ends and session.key.starts < other.ends:
            raise TheyAreBusy
    if 0 < session.free < booking.heads:
        raise TooManyHeads(most=session.free)


async def tell_keeper(
    work: ActingWork, actor: Actor, before: Booking, after: Booking, slot: Slot, now: datetime
) -> None:
    """Who keeps the seats, of what another of her school, or a coordinator, has moved."""
    role = await acting_role(work, actor, after, now)
    if role is not None and actor.person is not None:
        told = for_you(after, Deed.MOVED, actor.person, role, slot.terms.format, now, before=before)
        await work.notices.plan(told)


async def _school(work: ActingWork, booking: Booking) -> Territory:
    school = None if booking.behalf.school is None else await work.lands.of_school(booking.behalf.school)
    if school is None:
        raise NotFound
    return school
