"""Whether a row of a digest about items is still true, and what it says, read anew as it goes (Q3)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shnor_domain.errors import NotFound
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, ItemId, ItemState, Late
from shnor_domain.roadmap.notices import DISTRICT, SCHOOL, STEP, escalation, midnight
from shnor_domain.roadmap.owning import owners_of
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.reckoning import REACH, answering, due_on, lasts_before
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ItemWaits:
    """To the owner: her item is open, the window is still due on that day, and she still answers for it. A row that she
    has not put off herself is one of the steps still: those after a return count from it (L5). Of what she has put off
    nothing is confirmed yet, whatever day it is due on by now (L6)."""

    read: Opens[RoadmapWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too when it was deleted."""
        async with self.read() as work:
            item = await work.plans.item(item_of(row.notice))
            if item is None or item.state is not ItemState.OPEN:
                return False
            if due_day(row.notice, item) is None:
                return False
            if not await _is_step(work, item, row.notice):
                return False
            return row.notice.person in await owners(work, item, now)


@dataclass(frozen=True, slots=True)
class ItemsAreLate:
    """To a level over the owners: an item there is open whose step of that day reaches her (L4). What else is late
    there is no reason to write."""

    read: Opens[RoadmapWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once all that it was laid for is done, sent or moved, and when the level is hers no more."""
        async with self.read() as work:
            return await raised(work, row.notice, now) is not None


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

    async def missing(self, notice: Notice, now: datetime) -> Rung | None:
        """The highest empty level that has passed it upward (L4)."""
        async with self.read() as work:
            found = await raised(work, notice, now)
        return None if found is None else found.missing


async def owners(work: RoadmapWork, item: Item, now: datetime) -> Collection[PersonId]:
    """Who answers for an item now."""
    today = now.astimezone(ZoneInfo(await work.plan_lands.zone_of(item.owner))).date()
    return (await owners_of(work, [item], today))[item.id]


@dataclass(frozen=True, slots=True)
class Raised:
    """Why somebody over the owners hears of a place; `missing` as in `Heard`, of all steps that reach her."""

    missing: Rung | None


async def raised(work: RoadmapWork, notice: Notice, now: datetime) -> Raised | None:
    """None when no step of the day of `notice` reaches its person as things are now."""
    where, day = where_of(notice), date.fromisoformat(str(notice.payload["day"]))
    unit = Territory(where.region, where.municipality)
    zone, calendar = await work.plan_lands.zone_of(unit), await work.plan_lands.calendar_of(unit)
    lasts = lasts_before(day, calendar)
    since, until = (lasts[-1], lasts[0]) if lasts else (day, day)
    items = await work.plans.due_about(where, since, until, midnight(day, zone) - REACH)
    due = [each for each in due_on(items, calendar, zone, {day}) if each.step.passed]
    if not due:
        return None
    people = await answering(work, unit, (each.item for each in due), now.astimezone(ZoneInfo(zone)).date())
    found = [
        heard.missing
        for each in due
        if (heard := people.above(each)) is not None
        and notice.person in heard.people
        and escalation(each.item.owner, heard.rung, day, notice.person, zone).subject == notice.subject
    ]
    return Raised(max(found, key=height)) if found else None


def height(missing: Rung | None) -> int:
    """How high an empty level stands: of several the highest is named (L4), 0 where none is."""
    return (None, *Rung).index(missing)


async def _is_step(work: RoadmapWork, item: Item, notice: Notice) -> bool:
    """False for a step after the last day that a return has moved; for what she has put off herself she asked (L6)."""
    if notice.put_off or int(notice.payload["count"] or 0) <= 0:
        return True
    unit = Territory(item.owner.region, item.owner.municipality)
    zone, calendar = await work.plan_lands.zone_of(unit), await work.plan_lands.calendar_of(unit)
    day = date.fromisoformat(str(notice.payload["day"]))
    return any(each.window.last == last_of(notice) for each in due_on([item], calendar, zone, {day}))


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


def due_day(notice: Notice, item: Item) -> date | None:
    """When the window of a step is due: for a row that its reader has put off whenever that is by now, for all others
    the day that it was planned for. None where it is due no more."""
    last, number = last_of(notice), notice.payload.get("window")
    if notice.put_off and number is not None:
        return item.due[int(number)].last if item.confirmed <= int(number) < len(item.due) else None
    return last if last in {window.last for window in item.left} else None


def where_of(notice: Notice) -> Territory:
    """Whose payload has the three levels."""
    region, municipality, school = (notice.payload[level] for level in ("region", "municipality", "school"))
    return Territory(
        None if region is None else RegionId(int(region)),
        None if municipality is None else MunicipalityId(int(municipality)),
        None if school is None else SchoolId(int(school)),
    )
