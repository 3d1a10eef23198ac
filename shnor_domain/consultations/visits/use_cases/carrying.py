"""Visits whose host may come no more are off on the day on which her place or pair has ended by its date."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.visits.leaving import end_uncarried
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.one_by_one import one_by_one
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class EndUncarriedVisits:
    """A job, once a day, as `EndUncarriedSlots` (F17). Nobody's action."""

    read: Opens[VisitWork]
    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many visits are off; each host in a unit of its own."""
        now = self.clock.now()
        async with self.read() as work:
            hosts = await work.visits.hosts_ahead(now)
        return await one_by_one(
            self.write,
            hosts,
            lambda work, host: end_uncarried(work, host, now),
            "visits of person %s could not be looked at",
        )
