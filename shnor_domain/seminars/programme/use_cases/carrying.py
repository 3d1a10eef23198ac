"""What carries the word of a published version to its region: pages of rows, after any crash (I31)."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.identity import PersonId, Territory
from shnor_domain.notifications.model import Notice
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.cycle.model import OVER, Cycle
from shnor_domain.seminars.cycle.ports import Telling, TellingId
from shnor_domain.seminars.events.model import Event, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.programme import notices, tellings
from shnor_domain.seminars.programme.model import Version
from shnor_domain.seminars.programme.readers import asking, leads_of, wishing
from shnor_domain.seminars.requests.changing import cycle_of
from shnor_domain.seminars.requests.notices import end_of
from shnor_domain.seminars.working_days import nine_after
from shnor_domain.work import Opens

PAGE = 500
"""People of one unit: others who write never wait for a whole region."""
_NOBODY = PersonId(0)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CarryProgramme:
    """A job, every five minutes: schools that asked for an event are told at once, all others in the morning of the
    next working day. Nobody's action."""

    read: Opens[EventWork]
    write: Opens[EventWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many pages were laid."""
        async with self.read() as work:
            waiting = list(await work.seminar_tellings.undone(tellings.ASKED, tellings.PROGRAMME))
        pages = 0
        for telling in waiting:
            pages += await self._laid(telling)
        return pages

    async def _laid(self, which: TellingId) -> int:
        """All pages of one; what a page has written stays, whatever becomes of the next."""
        pages = 0
        try:
            while await self._page(which):
                pages += 1
        except Exception:
            logger.exception("telling %s of a programme could not be carried on", which)
        return pages

    async def _page(self, which: TellingId) -> bool:
        """True when rows were laid, and there may be more."""
        now = self.clock.now()
        async with self.write() as work:
            telling = await work.seminar_tellings.hold(which)
            if telling is None:
                return False
            version = await work.seminar_programmes.get(tellings.version_in(telling.kind))
            cycle, stands = await cycle_of(work, telling.cycle, now)
            people, rows = list[PersonId](), list[Notice]()
            if version is not None and stands not in OVER:
                people, rows = await _rows(work, cycle, version, telling, now)
            if people or rows:
                await work.notices.lay(rows)
            if people:
                await work.seminar_tellings.came_to(which, people[-1])
            if len(people) < PAGE:
                await work.seminar_tellings.finish(which, now)
            return bool(people)


async def _rows(
    work: EventWork, cycle: Cycle, version: Version, telling: Telling, now: datetime
) -> tuple[list[PersonId], list[Notice]]:
    """A page of people, and what they are told."""
    zone = await work.lands.zone_of(Territory(cycle.region))
    today, new = local_day(now, zone), await _new(work, version, now)
    asked = await asking(work, new, now)
    if tellings.is_asked(telling.kind):
        leads = await work.seminar_readers.leads(cycle.region, today, telling.last_person, PAGE)
        rows = [
            notices.asked_for(support, event, lead.person, now)
            for lead in leads
            for support, event in asked
            if support.school in lead.schools
        ]
        if telling.last_person == _NOBODY:
            rows += [notices.wished(wish, event, wish.person, now) for wish, event in await wishing(work, new, now)
                     if wish.person is not None]  # fmt: skip
        return [lead.person for lead in leads], rows
    schools = {support.school for support, _event in asked}
    told = {lead.person for lead in await leads_of(work, cycle.region, now) if lead.schools & schools}
    invited = list(await work.seminar_readers.invited(cycle.region, today, telling.last_person, PAGE))
    others = [each for each in invited if each not in told]
    due = await nine_after(work, Territory(cycle.region), 1, now)
    return invited, notices.programme(version, others, due, end_of(cycle, zone))


async def _new(work: EventWork, version: Version, now: datetime) -> list[Event]:
    """What this version has opened, and what is ahead of it still."""
    before = await work.seminar_programmes.before(version)
    known = set() if before is None else {each.event for each in await work.seminar_programmes.lines(before.id)}
    shown = {each.event for each in await work.seminar_programmes.lines(version.id)} - known
    events: Sequence[Event] = await work.seminar_events.of_cycle(version.cycle, EventState.OPEN)
    return [each for each in events if each.id in shown and each.open_lessons and each.open_lessons[0].starts > now]
