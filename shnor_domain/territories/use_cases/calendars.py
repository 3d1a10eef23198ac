"""Calendars and weekly days as those who change them read them."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, RegionId, Role, Territory
from shnor_domain.territories.access import changes_region, changes_schools, require, require_any, scope_of
from shnor_domain.territories.calendar import DayOff, Week
from shnor_domain.territories.federal import missing_years
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.settings import MethodistDay, SubjectDay
from shnor_domain.work import Opens

_CHANGERS = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class CalendarSheet:
    """`where` is a municipality, a region, or empty: the country. `days_in_week` is of a municipality alone.

    `rows` hold there from today on, by date, each with its level; `own` are those of exactly this level. `methodists`
    are the days that hold there; `missing` are years whose official calendar nobody has loaded.
    """

    where: Territory
    days_in_week: int | None
    rows: tuple[DayOff, ...]
    own: tuple[DayOff, ...]
    methodists: tuple[MethodistDay, ...]
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """A coordinator or admin: the calendar of a territory that she may change.

    Refused: `NotAllowed` for a region or the country that is not hers to change, `NotFound` for a municipality outside
    of her scope, whatever region it is said to lie in.
    """

    read: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory) -> CalendarSheet:
        """Today is the actor's own."""
        require_any(actor, *_CHANGERS)
        day = today(self.clock, actor)
        async with self.read() as work:
            where, week = await _level(work, actor, where)
            federal = await work.calendars.days_off()
            rows, own = [*federal], federal
            if where.region is not None:
                own = await work.calendars.days_off(where.region)
                rows += own
            methodists: list[MethodistDay] = []
            if where.municipality is not None:
                own = await work.calendars.days_off(where.region, where.municipality)
                rows += own
                methodists += await work.calendars.methodist_days_of(where.municipality)
            elif where.region is not None:
                found = await work.calendars.methodist_days(where.region)
                methodists += [one for one in found if one.municipality is None]
        shown = [row for row in rows if row.day >= day and _says(row, week)]
        return CalendarSheet(
            where,
            week,
            tuple(sorted(shown, key=lambda row: (row.day, row.region or 0, row.municipality or 0))),
            tuple(row for row in own if row.day >= day and row.week is not Week.PLAIN),
            tuple(methodists),
            missing_years(federal, day),
        )


@dataclass(frozen=True, slots=True)
class CalendarGaps:
    """Regional coordinators and admins: years without an official calendar (`missing_years`); all others have none."""

    read: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> tuple[int, ...]:
        """Never raises for lack of rights."""
        if not actor.has(Role.REGIONAL_COORDINATOR, Role.ADMIN):
            return ()
        async with self.read() as work:
            return missing_years(await work.calendars.days_off(), today(self.clock, actor))


@dataclass(frozen=True, slots=True)
class RegionWeekdays:
    """Days of the week that are set in a region: of methodists, its own and its municipalities', and of subjects."""

    methodists: tuple[MethodistDay, ...]
    subjects: tuple[SubjectDay, ...]


@dataclass(frozen=True, slots=True)
class ReadWeekdays:
    """Whoever changes them: the weekly days of a region. Refused: `NotAllowed`."""

    read: Opens[TerritoryWork]

    async def __call__(self, actor: Actor, region: RegionId) -> RegionWeekdays:
        """The region's own methodists' day first; subjects by weekday."""
        require(changes_region(actor, Territory(region=region)))
        async with self.read() as work:
            return RegionWeekdays(
                tuple(await work.calendars.methodist_days(region)), tuple(await work.calendars.subject_days(region))
            )


def today(clock: Clock, actor: Actor) -> date:
    """The date on the actor's own wall."""
    return clock.now().astimezone(ZoneInfo(actor.zone)).date()


async def _level(work: TerritoryWork, actor: Actor, where: Territory) -> tuple[Territory, int | None]:
    """The territory as the registry has it, and the week of a municipality."""
    if where.municipality is None:
        require(changes_region(actor, where))
        return where, None
    unit = await work.municipalities.get(where.municipality)
    if unit is None or not scope_of(actor).sees(unit.territory):
        raise NotFound
    require(changes_schools(actor, unit.territory))
    return unit.territory, (await work.calendars.calendar(unit.id)).days_in_week


def _says(row: DayOff, week: int | None) -> bool:
    return row.week is not Week.PLAIN if week is None else row.holds_in(week)
