"""Who answers for an item and who decides on it now, read once for any number of items of one unit of work."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.identity import Actor, PersonId, Role, SchoolId, Territory
from shnor_domain.roadmap import access
from shnor_domain.roadmap.ladder import ABOVE_REVIEWER, Level, Rung, review_days
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.owning import owns
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.reviewing import Bench, Reviewed, deciders, standing
from shnor_domain.territories.calendar import Calendar

_SHORT = timedelta(days=ABOVE_REVIEWER - 2)
"""What was sent since has not moved up on any wall: most of what waits, told without looking at one."""


class Benches:
    """Remembers zones, calendars and coordinators of each municipality, and curators of each school."""

    def __init__(self, work: RoadmapWork, now: datetime) -> None:
        self._work, self._now = work, now
        self._zones: dict[Territory, str] = {}
        self._todays: dict[Territory, date] = {}
        self._calendars: dict[Territory, Calendar] = {}
        self._coordinators: dict[Territory, Collection[PersonId]] = {}
        self._curators: dict[SchoolId, Collection[PersonId]] = {}

    async def learn(self, items: Collection[Reviewed]) -> None:
        """Zones, coordinators and curators of all of them, by one look each for those who have the same date, before
        each is asked for."""
        units = {_unit(item.owner) for item in items}
        units |= {Territory(unit.region) for unit in units}
        self._zones.update(await self._work.plan_lands.zones_of(units))
        schools: dict[date, set[SchoolId]] = defaultdict(set)
        for item in items:
            if item.owner.school is not None:
                schools[await self.today(item.owner)].add(item.owner.school)
        for day, ours in schools.items():
            found = await self._work.plan_people.curators(ours, day)
            self._curators.update({school: found.get(school, ()) for school in ours})
        held: dict[date, list[Territory]] = defaultdict(list)
        for unit in units:
            held[await self.today(unit)].append(unit)
        for day, same in held.items():
            self._coordinators.update(await self._work.plan_people.coordinators_of(same, day))

    async def learn_calendars(self, items: Collection[Reviewed]) -> None:
        """Those of all that may have moved up, by one look."""
        asked = {_unit(item.owner) for item in items if await self._long(item)} - self._calendars.keys()
        self._calendars.update(await self._work.plan_lands.calendars_of(asked))

    async def local_day(self, owner: Territory, instant: datetime) -> date:
        """The date on the wall of an item's owner at `instant`."""
        unit = _unit(owner)
        if unit not in self._zones:
            self._zones[unit] = await self._work.plan_lands.zone_of(unit)
        return instant.astimezone(ZoneInfo(self._zones[unit])).date()

    async def today(self, owner: Territory) -> date:
        """There, now."""
        unit = _unit(owner)
        if unit not in self._todays:
            self._todays[unit] = await self.local_day(unit, self._now)
        return self._todays[unit]

    async def bench(self, item: Reviewed) -> Bench:
        """Who holds each level over the owner today."""
        school, unit = item.owner.school, _unit(item.owner)
        if school is not None and school not in self._curators:
            await self.learn([item])
        return {
            Rung.CURATOR: () if school is None else self._curators[school],
            Rung.MUNICIPALITY: () if unit.municipality is None else await self._coordinators_of(unit),
            Rung.REGION: await self._coordinators_of(Territory(unit.region)),
        }

    async def moved_up(self, item: Reviewed) -> bool:
        """True once it has waited five working days of its municipality: the level above has it too (L5)."""
        if item.sent is None or not await self._long(item):
            return False
        unit, sent = _unit(item.owner), await self.local_day(item.owner, item.sent)
        if unit not in self._calendars:
            self._calendars[unit] = await self._work.plan_lands.calendar_of(unit)
        return await self.today(item.owner) >= review_days(sent, self._calendars[unit])[1]

    async def _long(self, item: Reviewed) -> bool:
        """True when it waits for so many days, worked or not, that it may have moved up."""
        if item.sent is None or self._now - item.sent < _SHORT:
            return False
        waits = await self.today(item.owner) - await self.local_day(item.owner, item.sent)
        return waits.days >= ABOVE_REVIEWER

    async def deciders(
        self, item: Reviewed, author: PersonId | None, *, moved_up: bool | None = None
    ) -> frozenset[PersonId]:
        """Who may confirm or return what `author` has sent for it, now or once it has `moved_up`; administrators where
        no level has anybody left."""
        if moved_up is None:
            moved_up = await self.moved_up(item)
        found = deciders(item, await self.bench(item), author, moved_up=moved_up)
        return found or frozenset(person for person in await self._administrators(item) if person != author)

    async def standing(self, item: Item) -> Rung | None:
        """The level that has what waits for it last, None where no level has anybody left (L5)."""
        waiting = await self._work.evidence.waiting([item.id])
        author = waiting[item.id].author if item.id in waiting else None
        return standing(item, await self.bench(item), author, moved_up=await self.moved_up(item))

    async def decides(self, actor: Actor, item: Item, author: PersonId | None) -> bool:
        """True for one of `deciders`."""
        return actor.person is not None and actor.person in await self.deciders(item, author)

    async def _administrators(self, item: Reviewed) -> Collection[PersonId]:
        if Territory() not in self._coordinators:
            day = await self.today(item.owner)
            self._coordinators[Territory()] = await self._work.plan_people.coordinators(Territory(), day)
        return self._coordinators[Territory()]

    async def _coordinators_of(self, territory: Territory) -> Collection[PersonId]:
        if territory not in self._coordinators:
            day = await self.today(territory)
            self._coordinators[territory] = await self._work.plan_people.coordinators(territory, day)
        return self._coordinators[territory]


async def of_its_bodies(work: RoadmapWork, actor: Actor, item: Item) -> bool:
    """True when the region has named the actor for any body of an item of the region's own: on the part of a
    municipality or school the same name («МОУО») tells only for which body its owner does it."""
    if actor.person is None or item.owner.region is None or item.level is not Level.REGION:
        return False
    for body in item.bodies:
        if actor.person in await work.plan_people.of_body(item.owner.region, body):
            return True
    return False


async def sees_item(work: RoadmapWork, actor: Actor, item: Item) -> bool:
    """True for all who see the items of its owner, and for the people of its bodies."""
    return access.sees(actor, item.owner) or await of_its_bodies(work, actor, item)


async def answers_for(work: RoadmapWork, actor: Actor, item: Item) -> bool:
    """True for a responsible one: an owner, and the people of any of its bodies beside the chief one."""
    return await owns(work, actor, item) or await of_its_bodies(work, actor, item)


def curates(actor: Actor, item: Item) -> bool:
    """True for the curator of the school whose item it is (R135, R136)."""
    return item.owner.school is not None and any(
        place.verified and place.role is Role.SCHOOL_CURATOR and item.owner.school in place.assigned
        for place in actor.places
    )


def _unit(owner: Territory) -> Territory:
    return Territory(owner.region, owner.municipality)
