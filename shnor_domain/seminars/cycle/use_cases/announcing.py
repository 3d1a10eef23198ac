"""The catalogue is told to the schools of its region (I3)."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.seminars.cycle import tellings
from shnor_domain.seminars.cycle.dates import require_open
from shnor_domain.seminars.cycle.model import CatalogueTopic, Cycle, Phase
from shnor_domain.seminars.cycle.notices import subject_of
from shnor_domain.seminars.cycle.ports import Readership
from shnor_domain.seminars.cycle.seeing import cycle_run, region_day
from shnor_domain.seminars.errors import CollectingOver, NothingToAnnounce
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AnnouncementPreview:
    """What would go, and to how many."""

    cycle: Cycle
    topics: tuple[CatalogueTopic, ...]
    readership: Readership


@dataclass(frozen=True, slots=True)
class PreviewCatalogue:
    """Who runs the seminar, before it is announced. Refused as by `AnnounceCatalogue`."""

    read: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CycleId) -> AnnouncementPreview:
        """Counted anew each time."""
        async with self.read() as work:
            cycle = await cycle_run(work, actor, which)
            topics, today = await _ready(work, cycle, self.clock.now())
            return AnnouncementPreview(cycle, topics, await work.seminar_readers.count(cycle.region, today))


@dataclass(frozen=True, slots=True)
class AnnounceCatalogue:
    """Who runs the seminar, once; `version` is that of the cycle she has seen.

    Refused: `NotFound`, `Stale` where it is announced or changed meanwhile, `NothingToAnnounce`, `CollectingOver`,
    `CycleOver`.
    """

    write: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CycleId, version: int) -> Cycle:
        """Collecting has begun; the job lays the messages."""
        operation, now = f"announce:{which}", self.clock.now()
        async with self.write() as work:
            cycle = await cycle_run(work, actor, which, hold=True)
            if await work.applied.result(operation) is not None:
                return cycle
            await _ready(work, cycle, now)
            announced = replace(cycle, announced=now)
            if cycle.version != version or not await work.seminar_cycles.save(announced):
                raise Stale
            await work.seminar_tellings.begin(tellings.CATALOGUE, which, now)
            await work.audit.add(AuditEntry(now, actor.person, "catalogue-announce", subject_of(which)))
            await work.applied.save(operation, "announced")
            return replace(announced, version=version + 1)


async def _ready(work: SeminarWork, cycle: Cycle, now: datetime) -> tuple[tuple[CatalogueTopic, ...], date]:
    today = await region_day(work, cycle.region, now)
    if require_open(cycle, today) is not Phase.PREPARED:
        raise Stale
    if today > cycle.dates.wishes_until:
        raise CollectingOver(until=cycle.dates.wishes_until)
    topics = tuple(await work.seminar_cycles.catalogue(cycle.id))
    if not topics:
        raise NothingToAnnounce
    return topics, today
