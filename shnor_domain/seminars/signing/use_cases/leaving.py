"""A job: places end by their date too, and nobody acts on that day (J9)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.one_by_one import one_by_one
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing.leaving import end_uninvited, end_unkept
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class EndUninvitedSignUps:
    """A job, every hour: places end at midnight of their own calendars. Nobody's action."""

    read: Opens[EventWork]
    write: Opens[EventWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many sign-ups ended; each person, and each school that keeps seats, in a unit of its own."""
        now = self.clock.now()
        async with self.read() as work:
            people = await work.event_signups.people_who_left(now)
            schools = await work.event_signups.schools_without_keeper(now)
        ended = await one_by_one(
            self.write,
            people,
            lambda work, person: end_uninvited(work, person, now),
            "sign-ups of person %s could not be looked at",
        )
        return ended + await one_by_one(
            self.write,
            schools,
            lambda work, school: end_unkept(work, school, now),
            "seats that school %s keeps could not be looked at",
        )
