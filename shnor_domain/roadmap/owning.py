"""Who answers for an item: one rule for what is told, listed and sent (D, L1)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from shnor_domain.identity import Actor, PersonId, RegionId, Role, Territory
from shnor_domain.roadmap.ladder import Level
from shnor_domain.roadmap.model import Item, ItemId
from shnor_domain.roadmap.ports import RoadmapWork

_OWNERS = {
    Level.SCHOOL: Role.SCHOOL_LEAD,
    Level.MUNICIPALITY: Role.MUNICIPAL_COORDINATOR,
    Level.REGION: Role.REGIONAL_COORDINATOR,
}


async def owners_of(work: RoadmapWork, items: Collection[Item], today: date) -> Mapping[ItemId, Collection[PersonId]]:
    """Leads of a school, coordinators of a municipality; of the region's own items the people of the chief body, which
    is the first named (D), and where there are none the regional coordinators. Who is on leave answers still: her
    digest is held (Q2, Q4). Asked once for each school, unit and body."""
    schools = {item.owner.school for item in items if item.owner.school is not None}
    leads = await work.plan_people.leads(schools, today) if schools else {}
    units: dict[Territory, Sequence[PersonId]] = {}
    chiefs: dict[tuple[RegionId | None, str | None], Sequence[PersonId]] = {}
    found: dict[ItemId, Collection[PersonId]] = {}
    for item in items:
        if item.owner.school is not None:
            found[item.id] = leads.get(item.owner.school, ())
            continue
        if item.level is Level.REGION:
            chief = (item.owner.region, item.bodies[0] if item.bodies else None)
            if chief not in chiefs:
                chiefs[chief] = await _of_chief(work, item)
            if chiefs[chief]:
                found[item.id] = chiefs[chief]
                continue
        if item.owner not in units:
            units[item.owner] = await work.plan_people.coordinators(item.owner, today, away=True)
        found[item.id] = units[item.owner]
    return found


async def owns(work: RoadmapWork, actor: Actor, item: Item) -> bool:
    """The same asked of one actor, by her places and bodies."""
    if item.level is Level.REGION and (people := await _of_chief(work, item)):
        return actor.person in people
    return any(
        place.verified and place.role is _OWNERS[item.level] and place.territory == item.owner for place in actor.places
    )


async def _of_chief(work: RoadmapWork, item: Item) -> Sequence[PersonId]:
    if item.owner.region is None or not item.bodies:
        return ()
    return await work.plan_people.of_body(item.owner.region, item.bodies[0])
