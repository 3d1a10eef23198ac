"""A cycle as one actor may see it, or nothing: what all use cases of cycles begin with (rule 1)."""

from datetime import date, datetime

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, RegionId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.ports import SeminarWork


async def region_day(work: SeminarWork, region: RegionId, now: datetime) -> date:
    """Today on the region's clock."""
    return local_day(now, await work.lands.zone_of(Territory(region)))


async def cycle_run(work: SeminarWork, actor: Actor, which: CycleId, *, hold: bool = False) -> Cycle:
    """The cycle of a region whose seminar the actor runs; held until the unit ends where asked. Raises `NotFound`."""
    found = await (work.seminar_cycles.hold(which) if hold else work.seminar_cycles.get(which))
    if found is None or not runs(actor, found.region):
        raise NotFound
    return found


async def cycle_read(work: SeminarWork, actor: Actor, which: CycleId) -> Cycle:
    """A cycle of a region where the actor has a place: one that is announced, or that she runs. Raises `NotFound`."""
    found = await work.seminar_cycles.get(which)
    if found is None:
        raise NotFound
    if not runs(actor, found.region) and (found.announced is None or not sits_in(actor, found.region)):
        raise NotFound
    return found


def sits_in(actor: Actor, region: RegionId) -> bool:
    """True for whoever has a verified place inside the region."""
    return actor.person is not None and any(
        place.verified and place.territory.region == region for place in actor.places
    )
