"""Which slots for pupils and parents invite a school, inside an open unit of work."""

from datetime import datetime

from shnor_domain.consultations.model import Slot, SlotId, SlotState
from shnor_domain.consultations.on_behalf.access import ActingWork
from shnor_domain.consultations.on_behalf.rights import invites_school
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.territories.model import school_year_of


async def project_schools_of(work: ActingWork, school: Territory, now: datetime) -> frozenset[SchoolId]:
    """Of this year: it turns at midnight of the school, not of the server."""
    return await work.directory.project_schools(school_year_of(local_day(now, await work.lands.zone_of(school))))


async def one_inviting(work: ActingWork, school: Territory, slot_id: SlotId, now: datetime) -> Slot | None:
    """As `inviting`, asked of one slot, whoever hosts it: nothing else of the region is read."""
    slot = await work.slots.get(slot_id)
    if slot is None or slot.state is not SlotState.PUBLISHED:
        return None
    return slot if invites_school(slot, school, await project_schools_of(work, school, now)) else None


async def inviting(work: ActingWork, actor: Actor, school: Territory, now: datetime) -> list[Slot]:
    """Published ones that the actor does not host."""
    if school.region is None:
        return []
    project = await project_schools_of(work, school, now)
    return [
        slot
        for slot in await work.slots.published([school.region])
        if invites_school(slot, school, project) and slot.host != actor.person
    ]
