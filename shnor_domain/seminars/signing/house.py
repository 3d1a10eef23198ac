"""Events as a hall: what only they know of their seats and of who may be asked about one."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId, SchoolId
from shnor_domain.notifications.model import Notice, Reader
from shnor_domain.seats.errors import YouAreBusy
from shnor_domain.seats.hall import Hall
from shnor_domain.seats.look import Room as LookedAt
from shnor_domain.seats.model import Offer, OfferId, SeatingId, WaitingId
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing import queue_notices as notices
from shnor_domain.seminars.signing.access import places_of, project_schools
from shnor_domain.seminars.signing.errors import SchoolQuotaReached
from shnor_domain.seminars.signing.model import Room, Waiting
from shnor_domain.seminars.signing.rights import uninvited

EventHall = Hall[Room, Waiting]


def hall_of(work: EventWork, event: Event) -> EventHall:
    """The seats and the queue of an event in an open unit."""
    return Hall(
        work.event_seats, work.event_queue, work.event_offers, work.event_clock, work.notices, EventHouse(work, event)
    )


@dataclass(frozen=True, slots=True)
class EventHouse:
    """Port `House`: seats take the hours of all lessons; who leads is busy from publication on, whoever sits there."""

    work: EventWork
    event: Event

    async def occupy(self, person: PersonId, seating: Room, refusal: type[DomainError]) -> None:
        """Every lesson that takes place."""
        await self.work.lesson_times.attend(person, self.event.open_lessons, refusal)

    async def emptied(self, seating: Room) -> None:
        """Nothing was taken with the first."""

    def subject_of(self, offer: OfferId) -> str:
        """As its notices say."""
        return notices.subject_of(offer)

    def subject_of_place(self, waiting: WaitingId) -> str:
        """As its notices say."""
        return notices.subject_of_place(waiting)

    async def offered(self, offer: Offer, waiting: Waiting, now: datetime) -> Notice:
        """The row of an offer."""
        return notices.offered(offer, waiting, now)

    async def offer_gone(self, offer: Offer, waiting: Waiting, now: datetime) -> Notice:
        """In time for who would travel."""
        return notices.offer_gone(offer, waiting, self.event.terms.form, now)

    async def queue_over(self, waiting: Waiting, now: datetime, *, day_fell: bool = False) -> Notice:
        """In time for who would travel."""
        return notices.queue_over(waiting, self.event.terms.form, now)


@dataclass(frozen=True, slots=True)
class EventGuests:
    """Port `Guests`, of one event."""

    work: EventWork
    event: Event

    async def reader(self, person: PersonId) -> Reader | None:
        """Her hours."""
        return await self.work.readers.reader(person)

    async def hindrance(self, person: PersonId, seating: Room, now: datetime) -> type[DomainError] | None:
        """The quota of her school, or another thing at an hour of the event."""
        waiting = await self.work.event_queue.live(seating.id, person)
        return await hindrance(self.work, self.event, person, waiting)

    async def lost_right(self, waiting: Waiting, now: datetime) -> bool:
        """No place of hers invites her, now or on the day of the first lesson."""
        places = await places_of(self.work, waiting.person)
        project = await project_schools(self.work, self.event, places, now)
        return uninvited(self.event, waiting.starts, places, project, now)


async def hindrance(
    work: EventWork, event: Event, person: PersonId, waiting: Waiting | None
) -> type[DomainError] | None:
    """Why she could not take a seat if it were offered: her school has as many as it may, unless it keeps some for its
    people, or she is elsewhere at an hour of the event; None when she could."""
    if waiting is not None and waiting.school is not None and await _full(work, event, waiting.school):
        return SchoolQuotaReached
    return YouAreBusy if await work.lesson_times.elsewhere([person], event.open_lessons) else None


async def _full(work: EventWork, event: Event, school: SchoolId) -> bool:
    quota = event.terms.quota
    if quota is None or await work.event_signups.kept(event.id, school) is not None:
        return False
    return (await work.event_schools.taken(event.id)).get(school, 0) >= quota


async def enter(work: EventWork, seating: SeatingId) -> LookedAt[Room, Waiting] | None:
    """An event to be looked at, its row locked; None for one that has no seats."""
    event = await work.seminar_events.hold(seating)
    row = None if event is None else await work.event_seats.locked(seating)
    if event is None or row is None:
        return None
    return LookedAt(hall_of(work, event), EventGuests(work, event), row)
