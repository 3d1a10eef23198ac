"""The official calendar of a year is taken from outside: shown first, written by an administrator."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, Stale
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.territories.access import require
from shnor_domain.territories.calendar_changes import calendar_changed
from shnor_domain.territories.called_off_ports import ReactsToDay
from shnor_domain.territories.federal import OfficialDays, OfficialYear
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.use_cases.calendars import today
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class PreviewFederalYear:
    """An admin sees which days a year would add; days that the table has, or that were taken out of it, are not
    touched.

    Refused: `NotAllowed`, `Invalid("year", "year")` for another year than this one and the next.
    """

    read: Opens[TerritoryWork]
    clock: Clock
    official_days: OfficialDays

    async def __call__(self, actor: Actor, year: int) -> OfficialYear:
        """Only the rows that would be written."""
        found = await _official(actor, year, self.clock, self.official_days)
        async with self.read() as work:
            return await _new(work, found)


@dataclass(frozen=True, slots=True)
class LoadFederalYear:
    """An admin writes what `PreviewFederalYear` shows. Refused likewise, and `Stale` where nothing is left to write."""

    write: Opens[TerritoryWork]
    clock: Clock
    official_days: OfficialDays
    on_called_off: Sequence[ReactsToDay] = ()

    async def __call__(self, actor: Actor, year: int) -> int:
        """Rows written."""
        found = await _official(actor, year, self.clock, self.official_days)
        operation = f"federal-year:{year}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            rows = (await _new(work, found)).rows
            if not rows:
                raise Stale
            for row in rows:
                await work.calendars.put_day_off(row)
            now, action = self.clock.now(), f"federal-year:{len(rows)}"
            await calendar_changed(work, Territory(), None, now, self.on_called_off)
            await work.territory_log.changed(now, actor.person, action, f"year:{year}")
            await work.applied.save(operation, str(len(rows)))
            return len(rows)


async def _official(actor: Actor, year: int, clock: Clock, official_days: OfficialDays) -> OfficialYear:
    require(actor.reaches(Territory(), Role.ADMIN))
    if not 0 <= year - today(clock, actor).year <= 1:
        raise Invalid("year", "year")
    return await official_days(year)


async def _new(work: TerritoryWork, found: OfficialYear) -> OfficialYear:
    known = {row.day for row in await work.calendars.days_off()}
    return OfficialYear(found.year, tuple(row for row in found.rows if row.day not in known), found.complete)
