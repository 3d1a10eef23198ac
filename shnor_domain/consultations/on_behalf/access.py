"""For whom the actor acts, read off the places in force, inside an open unit of work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shnor_domain.consultations.model import Behalf, Booking, Sits, Slot
from shnor_domain.consultations.on_behalf.rights import ACTING, clean_guest, led, role_for, role_over
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import meant_for
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, SchoolId
from shnor_domain.people.use_cases.rights import PlacesAndLands, in_force_now


class ActingWork(ConsultationWork, PlacesAndLands, Protocol):
    """A unit that has consultations and the places of people."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A colleague without an account: how to call her, and the school that the actor leads."""

    name: str
    school: SchoolId


Whom = PersonId | Guest


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who is booked for: `visitor` answers for the booking, `eyes` sees the slots that invite her, `behalf` goes onto
    the booking."""

    visitor: PersonId
    eyes: Actor
    behalf: Behalf


async def stand_in(work: ActingWork, actor: Actor, whom: Whom, now: datetime) -> StandIn:
    """Who the actor books for; raises `NotAllowed` for who acts for nobody, `NotFound` for another's teacher or school,
    `Invalid("guest", …)`.

    A teacher is invited by her own places, inside the actor's reach; a guest as a teacher of the lead's school would
    be.
    """
    if actor.person is None or not actor.has(*ACTING):
        raise NotAllowed
    if isinstance(whom, Guest):
        name = clean_guest(whom.name)
        school = next((each for each in led(actor) if each.school == whom.school), None)
        if school is None:
            raise NotFound
        place = Place(PlaceId(0), Role.TEACHER, school)
        behalf = Behalf(Sits.GUEST, 1, actor.person, Role.SCHOOL_LEAD, name, whom.school)
        return StandIn(actor.person, Actor(actor.person, actor.chat, actor.zone, (place,)), behalf)
    if whom == actor.person:
        raise NotFound
    places = [place for place in await in_force_now(work, whom, now) if role_for(actor, place) is not None]
    if not places:
        raise NotFound
    behalf = Behalf(by=actor.person, role=role_for(actor, places[0]))
    return StandIn(whom, Actor(whom, 0, actor.zone, tuple(places)), behalf)


async def acting_role(work: ActingWork, actor: Actor, booking: Booking, now: datetime) -> Role | None:
    """In which role the actor may cancel and confirm this booking for another, None where she may not.

    A teacher's booking in a slot that does not invite her as a teacher of the actor's school is none of the actor's
    business; nor is it her own.
    """
    if actor.person is None or actor.person == booking.visitor:
        return None
    if booking.behalf.sits is not Sits.SELF:
        school = None if booking.behalf.school is None else await work.lands.of_school(booking.behalf.school)
        return None if school is None else role_over(actor, school)
    slot = await work.slots.get(booking.key.slot)
    if slot is None:
        return None
    return _over(actor, slot, await in_force_now(work, booking.visitor, now))


async def answers_for(work: ActingWork, actor: Actor, booking: Booking | None, now: datetime) -> Booking:
    """The booking of the actor herself, or one for whose visitor she acts; all others are `NotFound`."""
    if booking is None or actor.person is None:
        raise NotFound
    if booking.visitor != actor.person and await acting_role(work, actor, booking, now) is None:
        raise NotFound
    return booking


def _over(actor: Actor, slot: Slot, places: list[Place]) -> Role | None:
    roles = (role_for(actor, place) for place in places if meant_for(slot, place))
    return next((role for role in roles if role is not None), None)
