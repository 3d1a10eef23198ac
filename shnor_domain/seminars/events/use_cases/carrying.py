"""Places end by their date too, and nobody acts on that day (I25)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.one_by_one import one_by_one
from shnor_domain.seminars.events.hosts import end_uncarried
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class EndUncarriedLeading:
    """A job, once a day. Nobody's action."""

    read: Opens[EventWork]
    write: Opens[EventWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many events stand without a host now; each host in a unit of its own."""
        now = self.clock.now()
        async with self.read() as work:
            hosts = await work.seminar_events.hosts_ahead(now)
        return await one_by_one(
            self.write,
            hosts,
            lambda work, host: end_uncarried(work, host, now),
            "events of person %s could not be looked at",
        )
