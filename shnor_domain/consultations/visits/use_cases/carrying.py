"""Visits whose host may come no more are off on the day on which her place or pair has ended by its date."""

import logging
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.visits.leaving import end_uncarried
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EndUncarriedVisits:
    """A job, once a day, as `EndUncarriedSlots` (F17). Nobody's action."""

    read: Opens[VisitWork]
    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many visits are off; each host in a unit of its own, so that one cannot hold up the rest."""
        now, ended = self.clock.now(), 0
        async with self.read() as work:
            hosts = await work.visits.hosts_ahead(now)
        for host in hosts:
            try:
                async with self.write() as work:
                    ended += await end_uncarried(work, host, now)
            except Exception:
                logger.exception("visits of person %s could not be looked at", host)
        return ended
