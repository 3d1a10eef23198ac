"""The dates of a cycle, and how it stands for who runs it (I2)."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.cycle import tellings
from shnor_domain.seminars.cycle.dates import checked, proposed, require_open
from shnor_domain.seminars.cycle.model import CatalogueTopic, Cycle, Dates, Phase, phase
from shnor_domain.seminars.cycle.notices import subject_of
from shnor_domain.seminars.cycle.seeing import cycle_run, region_day
from shnor_domain.seminars.errors import CycleOver
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.territories.periods import HalfYear, HalfYearId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class CycleDesk:
    """A half-year on the desk of who runs it. Before its dates are set there is no `cycle`, and `dates` are those
    proposed; `wishes` is how many are open in the region."""

    half: HalfYear
    today: date
    dates: Dates
    cycle: Cycle | None = None
    phase: Phase | None = None
    topics: tuple[CatalogueTopic, ...] = ()
    wishes: int = 0


@dataclass(frozen=True, slots=True)
class ShowCycle:
    """Who runs the seminar of the region; others are refused with `NotFound`."""

    read: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor, half: HalfYearId) -> CycleDesk:
        """Its dates, catalogue and what has come."""
        now = self.clock.now()
        async with self.read() as work:
            found = await _half_run(work, actor, half)
            today = await region_day(work, found.region, now)
            cycle = await work.seminar_cycles.of_half(half)
            if cycle is None:
                return CycleDesk(found, today, proposed(found.days, today))
            topics = tuple(await work.seminar_cycles.catalogue(cycle.id))
            wishes = await work.seminar_wishes.count(cycle.id)
            return CycleDesk(found, today, cycle.dates, cycle, phase(cycle, today), topics, wishes)


@dataclass(frozen=True, slots=True)
class SetCycle:
    """Who runs the seminar of the region sets the dates of a half-year, or moves them; `version` is that of the cycle
    she has seen, None where she has seen none.

    Refused: `NotFound`, `CycleOver`, `Stale`, `Invalid` by the date (`dates.checked`).
    """

    write: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor, half: HalfYearId, dates: Dates, version: int | None) -> Cycle:
        """The cycle as it is then; once it is announced, schools that have asked for nothing hear of another last
        day."""
        operation, now = f"cycle:{half}", self.clock.now()
        async with self.write() as work:
            found = await _half_run(work, actor, half)
            if (done := await work.applied.result(operation)) is not None:
                return await cycle_run(work, actor, CycleId(int(done)))
            await work.periods.hold(found.region)
            cycle = await work.seminar_cycles.of_half(half)
            if (None if cycle is None else cycle.version) != version:
                raise Stale
            today = await region_day(work, found.region, now)
            if cycle is None:
                if today > found.days.last:
                    raise CycleOver
                cycle = await work.seminar_cycles.add(found, checked(dates, found.days, today))
            else:
                cycle = await _moved(work, cycle, dates, today, now)
            await work.audit.add(
                AuditEntry(
                    now, actor.person, "cycle-set", subject_of(cycle.id),
                    details={
                        "wishes_until": dates.wishes_until.isoformat(),
                        "requests_until": dates.requests_until.isoformat(),
                        "publish_by": dates.publish_by.isoformat(),
                    },
                )
            )  # fmt: skip
            await work.applied.save(operation, str(cycle.id))
            return cycle


async def _moved(work: SeminarWork, cycle: Cycle, dates: Dates, today: date, now: datetime) -> Cycle:
    require_open(cycle, today)
    wanted = replace(cycle, dates=checked(dates, cycle.half.days, today, cycle.dates))
    if not await work.seminar_cycles.save(wanted):
        raise Stale
    was = cycle.dates.requests_until
    if cycle.announced is not None and dates.requests_until != was:
        await work.seminar_tellings.begin(tellings.moved(cycle.version, was), cycle.id, now)
    return replace(wanted, version=cycle.version + 1)


async def _half_run(work: SeminarWork, actor: Actor, half: HalfYearId) -> HalfYear:
    found = await work.periods.get(half)
    if found is None or not runs(actor, found.region):
        raise NotFound
    return found
