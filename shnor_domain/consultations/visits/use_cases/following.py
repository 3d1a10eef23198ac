"""Requests follow those who may decide: whoever has one today hears of it, whatever was planned when it was asked."""

import logging
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.visits.model import Visit, VisitId, VisitState
from shnor_domain.consultations.visits.notices import ASKED, WAITS, Telling, subject_of
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.sides import Deciders
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import NoticeState
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FollowVisitRequests:
    """A job, once an hour: a coordinator goes on leave, leaves or comes, and the request is somebody else's (F8)."""

    read: Opens[VisitWork]
    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many people were not yet told; each gets a row in her digest, each request is a unit of its own."""
        told = 0
        async with self.read() as work:
            waiting = await work.visits.waiting([region for region, _ in await work.directory.regions()])
        for visit in waiting:
            try:
                told += await self._follow(visit.id)
            except Exception:
                logger.exception("request %s for a visit could not be looked at", visit.id)
        return told

    async def _follow(self, visit_id: VisitId) -> int:
        now = self.clock.now()
        async with self.write() as work:
            visit = await work.visits.get(visit_id)
            if visit is None or visit.state is not VisitState.ASKED:
                return 0
            deciders = Deciders(work, now)
            above = now >= (await deciders.days(visit))[1]
            known = await self._told(work, visit)
            missing = [each for each in await deciders.of(visit, above=above) if each not in known]
            await work.notices.plan(*Telling(visit, now).waits(missing, now))
        return len(missing)

    async def _told(self, work: VisitWork, visit: Visit) -> set[PersonId]:
        """Whoever has heard of it as it stands, or is about to: what is planned for a later day does not help her."""
        now, since = self.clock.now(), int(visit.since.timestamp())
        return {
            row.notice.person
            for row in await work.notices.of_subject(subject_of(visit.id))
            if row.notice.kind in {ASKED, WAITS}
            and row.notice.payload["since"] == since
            and row.notice.due <= now
            and row.state is not NoticeState.CANCELLED
        }
