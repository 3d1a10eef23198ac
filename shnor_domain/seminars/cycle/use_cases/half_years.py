"""Half-years of a region: who may move their days, and how they stand with their cycles (I1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, RegionId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.cycle.model import Cycle, Phase, phase
from shnor_domain.seminars.cycle.seeing import region_day
from shnor_domain.seminars.errors import PeriodInUse
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.territories.access import changes_region
from shnor_domain.territories.model import SchoolYear, school_year_of
from shnor_domain.territories.periods import Days, Half, HalfYear, checked_days
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class HalfYearRow:
    """A half-year with its cycle; `movable` where the actor may change its days now."""

    half: HalfYear
    cycle: Cycle | None
    phase: Phase | None
    movable: bool


@dataclass(frozen=True, slots=True)
class ShowPeriods:
    """Who runs the seminar of the region, or changes its reference data; others are refused with `NotFound`."""

    write: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor, region: RegionId) -> Sequence[HalfYearRow]:
        """Half-years of this school year and the next, the earliest first; where a region has none of a year the usual
        ones are laid."""
        if actor.person is None or not (runs(actor, region) or changes_region(actor, Territory(region))):
            raise NotFound
        now = self.clock.now()
        async with self.write() as work:
            if not await work.lands.has_region(region):
                raise NotFound
            today = await region_day(work, region, now)
            year = school_year_of(today)
            for each in (year, SchoolYear(year + 1)):
                await work.periods.ensure(region, each)
            cycles = {each.half.id: each for each in await work.seminar_cycles.of_region(region)}
            halves = [half for half in await work.periods.of(region) if half.year >= year]
        may = changes_region(actor, Territory(region))
        return [_row(half, cycles.get(half.id), today, may) for half in halves]


@dataclass(frozen=True, slots=True)
class SetPeriods:
    """The region's coordinator, or the administrator.

    Refused: `NotFound`, `PeriodInUse` for a half-year that is over, `Invalid("last_day", …)` (`checked_days`; `cycle`
    where its programme would be published after it, `past` where it would be over at once).
    """

    write: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor, region: RegionId, year: SchoolYear, half: Half, days: Days) -> HalfYear:
        """The half-year as it is then; the same update fed again changes nothing."""
        operation, now = f"half-year:{region}:{year}:{half.value}", self.clock.now()
        if actor.person is None or not changes_region(actor, Territory(region)):
            raise NotFound
        async with self.write() as work:
            if not await work.lands.has_region(region):
                raise NotFound
            await work.periods.hold(region)
            await work.periods.ensure(region, year)
            others = await work.periods.of(region)
            before = next((each for each in others if (each.year, each.half) == (year, half)), None)
            if before is not None and await work.applied.result(operation) is not None:
                return before
            today = await region_day(work, region, now)
            if before is not None:
                await _require_movable(work, before, days, today)
            if days.last < today:
                raise Invalid("last_day", "past")
            changed = await work.periods.change(region, year, half, checked_days(year, half, days, others))
            await work.audit.add(
                AuditEntry(
                    now, actor.person, "half-year-set", f"half-year:{changed.id}",
                    details={"first": days.first.isoformat(), "last": days.last.isoformat()},
                )
            )  # fmt: skip
            await work.applied.save(operation, str(changed.id))
            return changed


async def _require_movable(work: SeminarWork, half: HalfYear, days: Days, today: date) -> None:
    cycle = await work.seminar_cycles.of_half(half.id)
    if today > half.days.last or (cycle is not None and cycle.closed is not None):
        raise PeriodInUse
    if cycle is not None and days.last < cycle.dates.publish_by:
        raise Invalid("last_day", "cycle")


def _row(half: HalfYear, cycle: Cycle | None, today: date, may: bool) -> HalfYearRow:
    stands = None if cycle is None else phase(cycle, today)
    movable = may and today <= half.days.last and stands is not Phase.CLOSED
    return HalfYearRow(half, cycle, stands, movable)
