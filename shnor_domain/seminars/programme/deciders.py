"""Who decides on a version: a coordinator of the region who has not submitted it, else an administrator."""

from collections.abc import Collection
from datetime import datetime

from shnor_domain.identity import Actor, PersonId, RegionId, Role, Territory
from shnor_domain.people.model.deciders import Level
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.programme.model import Version
from shnor_domain.seminars.requests.changing import today_of


async def deciders(work: EventWork, region: RegionId, author: PersonId | None, now: datetime) -> Collection[PersonId]:
    """Coordinators of the whole region but for who has submitted it; where there is none who is not on leave,
    administrators."""
    own, top = Level(Role.REGIONAL_COORDINATOR, Territory(region)), Level(Role.ADMIN, Territory())
    held = await work.places.holders([own, top], await today_of(work, region, now))
    return {each for each in held.get(own, ()) if each != author} or {
        each for each in held.get(top, ()) if each != author
    }


async def decides(work: EventWork, actor: Actor, version: Version, region: RegionId, now: datetime) -> bool:
    """True for each coordinator of the region, the author too: to her it is refused by name (`OwnProgramme`)."""
    if actor.person is None:
        return False
    if actor.reaches(Territory(region), Role.REGIONAL_COORDINATOR):
        return True
    return actor.has(Role.ADMIN) and actor.person in await deciders(work, region, version.made_by, now)
