"""What carries the word of a cycle to its region: pages of rows, after any crash (I2, I3)."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.notifications.model import Notice
from shnor_domain.one_by_one import one_by_one
from shnor_domain.seminars.cycle import notices, tellings
from shnor_domain.seminars.cycle.dates import closing_day
from shnor_domain.seminars.cycle.model import Cycle, Phase, phase
from shnor_domain.seminars.cycle.ports import Lead, Telling, TellingId
from shnor_domain.seminars.cycle.seeing import region_day
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.work import Opens

PAGE = 500
"""People of one unit: others who write never wait for a whole region."""
_WEEKS = timedelta(weeks=6)
"""Far enough back to hold three working days, whatever holidays there are."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CarrySeminars:
    """A job, every five minutes: begins what is due by its date, and lays what was begun. Nobody's action."""

    read: Opens[SeminarWork]
    write: Opens[SeminarWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many pages were laid."""
        async with self.read() as work:
            cycles = [each.id for each in await work.seminar_cycles.announced_open()]
        await one_by_one(self.write, cycles, self._begun, "cycle %s could not be looked at")
        async with self.read() as work:
            waiting = list(await work.seminar_tellings.undone(*tellings.KINDS))
        pages = 0
        for telling in waiting:
            pages += await self._laid(telling)
        return pages

    async def _begun(self, work: SeminarWork, which: CycleId) -> int:
        """Little time is left: it is said once for each last day."""
        cycle, now = await work.seminar_cycles.get(which), self.clock.now()
        if cycle is None or not await _closes_soon(work, cycle, now):
            return 0
        return int(await work.seminar_tellings.begin(tellings.closing(cycle), which, now))

    async def _laid(self, which: TellingId) -> int:
        """All pages of one; what a page has written stays, whatever becomes of the next."""
        pages = 0
        try:
            while await self._page(which):
                pages += 1
        except Exception:
            logger.exception("seminar telling %s could not be carried on", which)
        return pages

    async def _page(self, which: TellingId) -> bool:
        """True when rows were laid, and there may be more."""
        now = self.clock.now()
        async with self.write() as work:
            telling = await work.seminar_tellings.hold(which)
            if telling is None:
                return False
            cycle = await work.seminar_cycles.get(telling.cycle)
            if cycle is None or phase(cycle, await region_day(work, cycle.region, now)) is not Phase.COLLECTING:
                await work.seminar_tellings.finish(which, now)
                return False
            people, rows = await _rows(work, cycle, telling, now)
            if people:
                await work.notices.lay(rows)
                await work.seminar_tellings.came_to(which, people[-1])
            if len(people) < PAGE:
                await work.seminar_tellings.finish(which, now)
            return bool(people)


async def _closes_soon(work: SeminarWork, cycle: Cycle, now: datetime) -> bool:
    today, until = await region_day(work, cycle.region, now), cycle.dates.requests_until
    if phase(cycle, today) is not Phase.COLLECTING or today < until - _WEEKS:
        return False
    days_off = await work.lands.days_off(Territory(cycle.region), until - _WEEKS, until)
    return today >= closing_day(until, days_off)


async def _rows(
    work: SeminarWork, cycle: Cycle, telling: Telling, now: datetime
) -> tuple[list[PersonId], list[Notice]]:
    """A page of people, and what of it they are told."""
    zone = await work.lands.zone_of(Territory(cycle.region))
    today, after = await region_day(work, cycle.region, now), telling.last_person
    if telling.kind == tellings.CATALOGUE:
        invited = list(await work.seminar_readers.invited(cycle.region, today, after, PAGE))
        return invited, notices.announced(cycle, invited, zone, now)
    leads = await work.seminar_readers.leads(cycle.region, today, after, PAGE)
    behind = await work.seminar_readers.behind_requests(cycle.id)
    silent = [lead.person for lead in leads if not lead.schools & set(behind)]
    people = [lead.person for lead in leads]
    if (was := tellings.was_in(telling.kind)) is not None:
        return people, notices.moved(cycle, was.isoformat(), silent, zone, now)
    wishing = await _wishing(work, cycle, leads)
    wished = [
        notices.wished(cycle, lead.person, school, zone, now)
        for lead in leads
        for school in sorted(lead.schools & wishing)
    ]
    return people, [*notices.closing(cycle, silent, zone, now), *wished]


async def _wishing(work: SeminarWork, cycle: Cycle, leads: Sequence[Lead]) -> set[SchoolId]:
    schools = {school for lead in leads for school in lead.schools}
    open_ones = await work.seminar_wishes.open_of(schools, cycle.id)
    return {wish.where.school for wish in open_ones if wish.where.school is not None}
