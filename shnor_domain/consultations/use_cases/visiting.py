"""What becomes of a visitor's bookings and wishes when a place of hers ends (product.md «Change of school»)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shnor_domain.clock import Clock
from shnor_domain.consultations import notices
from shnor_domain.consultations.carrying import leads_no_more, outlived, uninvited
from shnor_domain.consultations.concerned import concerned_by, hers
from shnor_domain.consultations.host_news import tell_of_end
from shnor_domain.consultations.model import Booking, BookingState, Sits, Slot
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.use_cases.seats import free
from shnor_domain.consultations.waitlist.freeing import lose_place
from shnor_domain.identity import PersonId, Place
from shnor_domain.one_by_one import one_by_one
from shnor_domain.people.use_cases.rights import PlacesAndLands
from shnor_domain.territories.model import school_year_of
from shnor_domain.work import Opens


class PlacedWork(ConsultationWork, PlacesAndLands, Protocol):
    """A unit that has consultations and the places of people."""


async def end_uninvited(work: PlacedWork, visitor: PersonId, now: datetime) -> int:
    """End the bookings ahead that no place of hers carries any longer, her places in queues, and withdraw such wishes;
    gives the number of bookings."""
    locked = await concerned_by(work, visitor, now)
    await work.bookings.lock(locked)
    bookings, waits = await hers(work, visitor, now), await work.queues.of_person(visitor, now)
    places = await places_of(work, visitor)
    schools = await work.directory.project_schools(school_year_of(now.date()))
    named = {booking.key.slot for booking in bookings} | {waiting.key.slot for waiting in waits}
    # one of a host who is not locked was made this moment; the next look finds it
    slots = {slot.id: slot for slot in await work.slots.many(named) if slot.host in locked}
    bookings = [booking for booking in bookings if booking.key.slot in slots]
    waits = [waiting for waiting in waits if waiting.key.slot in slots]
    ended = 0
    for booking in bookings:
        slot, starts, school = slots[booking.key.slot], booking.key.starts, booking.behalf.school
        if booking.behalf.sits is Sits.SELF:
            over = uninvited(slot, starts, places, schools, now)
        else:
            over = leads_no_more(school, starts, places, now)
        if starts > now and over:
            ended += await _end(work, booking, slot, now)
    for waiting in waits:
        if uninvited(slots[waiting.key.slot], waiting.key.starts, places, schools, now):
            await lose_place(work, waiting, slots[waiting.key.slot], now)
    for wish in await work.consultation_requests.of_person(visitor):
        if outlived(wish, places, now):
            await work.consultation_requests.withdraw(visitor, wish.subject)
    return ended


@dataclass(frozen=True, slots=True)
class EndUninvitedBookings:
    """A job, every hour: places end by their date too, each at midnight of its own calendar. Nobody's action."""

    read: Opens[PlacedWork]
    write: Opens[PlacedWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many bookings ended; each visitor in a unit of its own."""
        now = self.clock.now()
        async with self.read() as work:
            visitors = await work.directory.visitors_who_left(now)
        return await one_by_one(
            self.write,
            visitors,
            lambda work, visitor: end_uninvited(work, visitor, now),
            "bookings of person %s could not be looked at",
        )


async def places_of(work: PlacedWork, visitor: PersonId) -> Mapping[Place, str]:
    """All places that she ever had, each with the zone of its calendar."""
    places = [kept.place for kept in await work.places.of(visitor)]
    zones = {territory: await work.lands.zone_of(territory) for territory in {place.territory for place in places}}
    return {place: zones[place.territory] for place in places}


async def _end(work: PlacedWork, booking: Booking, slot: Slot, now: datetime) -> int:
    if not await work.bookings.end(booking.id, BookingState.PLACE_ENDED, now):
        return 0
    await free(work, booking, now)
    await tell_of_end(work, booking, slot.terms.format, now)
    await work.notices.plan(notices.place_ended(booking, slot.terms.format, now))
    return 1
