"""Whether a row of a digest about items is still true, and what it says, read anew as it goes (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shnor_domain.errors import NotFound
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.roadmap.ladder import Level
from shnor_domain.roadmap.model import Item, ItemId, ItemState, Late
from shnor_domain.roadmap.notices import DISTRICT, SCHOOL, STEP
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ItemWaits:
    """To the owner: her item is open, the window still ends on that day, and she still answers for it."""

    read: Opens[RoadmapWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too when it was deleted."""
        async with self.read() as work:
            item = await work.plans.item(item_of(row.notice))
            if item is None or item.state is not ItemState.OPEN:
                return False
            if last_of(row.notice) not in {window.last for window in item.period.windows}:
                return False
            return row.notice.person in await owners(work, item, now)


@dataclass(frozen=True, slots=True)
class ItemsAreLate:
    """To a level over the owners: something there is open whose day has passed, and the level is still hers."""

    read: Opens[RoadmapWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once all is done or sent."""
        where = where_of(row.notice)
        async with self.read() as work:
            today = now.astimezone(ZoneInfo(await work.plan_lands.zone_of(where))).date()
            if not (await work.plans.late(where, today)).items:
                return False
            return row.notice.person in await _overseers(work, row.notice, today)


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """For the words of a row."""

    read: Opens[RoadmapWork]

    async def item(self, notice: Notice) -> Item:
        """The item that the row is about; raises `NotFound` when it was deleted."""
        async with self.read() as work:
            item = await work.plans.item(item_of(notice))
        if item is None:
            raise NotFound
        return item

    async def late(self, notice: Notice, now: datetime) -> Late:
        """How much is late there now."""
        where = where_of(notice)
        async with self.read() as work:
            today = now.astimezone(ZoneInfo(await work.plan_lands.zone_of(where))).date()
            return await work.plans.late(where, today)


async def owners(work: RoadmapWork, item: Item, now: datetime) -> set[PersonId]:
    """Who answers for an item now: leads of its school, coordinators of its municipality, people of its chief body."""
    today = now.astimezone(ZoneInfo(await work.plan_lands.zone_of(item.owner))).date()
    if item.level is Level.SCHOOL and item.owner.school is not None:
        return set((await work.plan_people.leads([item.owner.school], today)).get(item.owner.school, ()))
    if item.level is Level.MUNICIPALITY:
        return set(await work.plan_people.coordinators(item.owner, today))
    if item.owner.region is None or not item.bodies:
        return set()
    return set(await work.plan_people.of_body(item.owner.region, item.bodies[0]))


async def _overseers(work: RoadmapWork, notice: Notice, today: date) -> set[PersonId]:
    where = where_of(notice)
    found = set(await work.plan_people.coordinators(Territory(where.region), today))
    if notice.kind == DISTRICT or where.school is None:
        return found
    found |= set((await work.plan_people.curators([where.school], today)).get(where.school, ()))
    return found | set(await work.plan_people.coordinators(Territory(where.region, where.municipality), today))


def checks(read: Opens[RoadmapWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    late = ItemsAreLate(read)
    return {STEP: ItemWaits(read), SCHOOL: late, DISTRICT: late}


def item_of(notice: Notice) -> ItemId:
    """Whose payload is {"item": id, …}."""
    return ItemId(int(notice.payload["item"] or 0))


def last_of(notice: Notice) -> date:
    """The last day that a step was planned for."""
    return date.fromisoformat(str(notice.payload["last"]))


def where_of(notice: Notice) -> Territory:
    """Whose payload has the three levels."""
    region, municipality, school = (notice.payload[level] for level in ("region", "municipality", "school"))
    return Territory(
        None if region is None else RegionId(int(region)),
        None if municipality is None else MunicipalityId(int(municipality)),
        None if school is None else SchoolId(int(school)),
    )
