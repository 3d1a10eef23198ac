"""Whose turn it is in the queue of a meeting: who may be asked there, and the meeting under its locks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shnor_domain.consultations.carrying import uninvited
from shnor_domain.consultations.model import Session, SessionId, Slot
from shnor_domain.consultations.use_cases.visiting import PlacedWork, places_of
from shnor_domain.consultations.waitlist.freeing import hindrance
from shnor_domain.consultations.waitlist.house import hall_of
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import Reader
from shnor_domain.notifications.ports import ReaderBook
from shnor_domain.people.model.days import local_day
from shnor_domain.seats.look import Room
from shnor_domain.territories.model import school_year_of


class QueueWork(PlacedWork, Protocol):
    """A unit that has queues, and the hours of people."""

    @property
    def readers(self) -> ReaderBook:
        """When people sleep, and whether they can be reached."""
        ...


async def enter(work: QueueWork, session: SessionId) -> Room[Session, Waiting] | None:
    """A meeting to be looked at, whoever may change it locked; None for one that is not there."""
    row = await work.sessions.get(session)
    slot = None if row is None else await work.slots.get(row.key.slot)
    if row is None or slot is None:
        return None
    await work.bookings.lock({row.host, slot.host})
    return Room(hall_of(work, slot), MeetingGuests(work, slot), await work.sessions.locked(session) or row)


@dataclass(frozen=True, slots=True)
class MeetingGuests:
    """Port `Guests`, of one slot."""

    work: QueueWork
    slot: Slot

    async def reader(self, person: PersonId) -> Reader | None:
        """Her hours."""
        return await self.work.readers.reader(person)

    async def hindrance(self, person: PersonId, seating: Session, now: datetime) -> type[DomainError] | None:
        """An open booking, or another meeting at that time."""
        return await hindrance(self.work, person, seating, now)

    async def lost_right(self, waiting: Waiting, now: datetime) -> bool:
        """No place of hers invites her, now or on the day of the meeting."""
        places = await places_of(self.work, waiting.person)
        schools = await self.work.directory.project_schools(school_year_of(local_day(now, self.slot.terms.zone)))
        return uninvited(self.slot, waiting.key.starts, places, schools, now)
