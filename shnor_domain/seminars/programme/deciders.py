"""Who decides on a version: a coordinator of the region who has not submitted it, else an administrator."""

from collections.abc import Collection
from datetime import datetime

from shnor_domain.identity import Actor, PersonId, RegionId, Role, Territory
from shnor_domain.people.model.deciders import Level
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.programme.model import Version
from shnor_domain.seminars.requests.changing import today_of
from shnor_domain.seminars.working_days import nine_after

LATE = 4
"""Working days after which a version that waits is an administrator's to decide too (as P1)."""


async def deciders(work: EventWork, region: RegionId, version: Version, now: datetime) -> Collection[PersonId]:
    """Coordinators of the whole region but for who has submitted it; administrators too where there is none who is not
    on leave, or where it has waited for long."""
    own, top = Level(Role.REGIONAL_COORDINATOR, Territory(region)), Level(Role.ADMIN, Territory())
    held = await work.places.holders([own, top], await today_of(work, region, now))
    mine, above = ({each for each in held.get(level, ()) if each != version.made_by} for level in (own, top))
    late = now >= await nine_after(work, Territory(region), LATE, version.made)
    return mine | above if late or not mine else mine


async def administrators(work: EventWork, region: RegionId, version: Version, now: datetime) -> Collection[PersonId]:
    """Who decides too once it has waited for long."""
    top = Level(Role.ADMIN, Territory())
    held = await work.places.holders([top], await today_of(work, region, now))
    return {each for each in held.get(top, ()) if each != version.made_by}


async def decides(work: EventWork, actor: Actor, version: Version, region: RegionId, now: datetime) -> bool:
    """True for each coordinator of the region, the author too: to her it is refused by name (`OwnProgramme`)."""
    if actor.person is None:
        return False
    if actor.reaches(Territory(region), Role.REGIONAL_COORDINATOR):
        return True
    return actor.has(Role.ADMIN) and actor.person in await deciders(work, region, version, now)
