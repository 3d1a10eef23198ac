"""Plans as people look at them: one statement or two for any number of rows."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, func, insert, or_, select, update

from shnor_domain.identity import PersonId, RegionId, SchoolId, Territory
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, ItemId, ItemState, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period
from shnor_domain.roadmap.ports import By, ProgressRow
from shnor_domain.roadmap.standing import Counts
from shnor_domain.storage.people.reach import lies_within, territory_of
from shnor_domain.storage.roadmap.bites import bites
from shnor_domain.storage.roadmap.plans import PlansStore, item_values, passed, plan_of
from shnor_domain.storage.schema.roadmap import plan, plan_body, plan_item, plan_window
from shnor_domain.storage.schema.territories import municipality, region, school

_I = plan_item.c
_IN_PLAN = _I.state != ItemState.DROPPED.value
_LEAF = and_(_I.parts == 0, _IN_PLAN)
_NAMED = plan_item.outerjoin(municipality, municipality.c.id == _I.municipality_id).outerjoin(
    school, school.c.id == _I.school_id
)
_BY_NAME = (
    municipality.c.name.is_not(None),
    municipality.c.name,
    school.c.id.is_not(None),
    school.c.number.is_(None),
    school.c.number,
    school.c.name,
    _I.id,
)


class PlanBoards(PlansStore):
    """Port `PlanBoard` over the rows of plans."""

    async def plans_for(self, reach: Collection[Territory]) -> Sequence[Plan]:
        """One statement."""
        some = exists().where(_I.plan_id == plan.c.id, _IN_PLAN, lies_within(plan_item, reach))
        found = await self._connection.execute(
            select(plan).where(or_(lies_within(plan, reach), some)).order_by(plan.c.created.desc(), plan.c.id.desc())
        )
        return [plan_of(row) for row in found]

    async def by_plan(
        self, plans: Collection[PlanId], reach: Collection[Territory], today: date
    ) -> Mapping[PlanId, Counts]:
        """One statement."""
        counted = _counted(today, _I.plan_id).where(_I.plan_id.in_(plans), lies_within(plan_item, reach))
        rows = await self._connection.execute(counted.group_by(_I.plan_id))
        return {PlanId(row.plan_id): _counts(row) for row in rows}

    async def tops(self, plan_id: PlanId, reach: Collection[Territory]) -> Sequence[Item]:
        """Two statements."""
        parents = select(_I.parent_id).where(
            _I.plan_id == plan_id, _I.parent_id.is_not(None), _IN_PLAN, lies_within(plan_item, reach)
        )
        theirs = or_(lies_within(plan_item, reach), _I.id.in_(parents.correlate(None)))
        return await self._read(
            select(plan_item)
            .where(_I.plan_id == plan_id, _I.parent_id.is_(None), _IN_PLAN, theirs)
            .order_by(_I.position, _I.id)
        )

    async def parts_of(self, plan_id: PlanId, reach: Collection[Territory], today: date) -> Mapping[ItemId, Counts]:
        """One statement."""
        counted = _counted(today, _I.parent_id).where(
            _I.plan_id == plan_id, _I.parent_id.is_not(None), lies_within(plan_item, reach)
        )
        rows = await self._connection.execute(counted.group_by(_I.parent_id))
        return {ItemId(row.parent_id): _counts(row) for row in rows}

    async def parts_within(self, item: ItemId, reach: Collection[Territory]) -> Sequence[Item]:
        """Two statements."""
        return await self._read(
            select(plan_item)
            .select_from(_NAMED)
            .where(_I.parent_id == item, _IN_PLAN, lies_within(plan_item, reach))
            .order_by(*_BY_NAME)
        )

    async def leaves(
        self, plan_id: PlanId, reach: Collection[Territory], where: Territory | None = None
    ) -> Sequence[Item]:
        """Two statements."""
        return await self._read(
            select(plan_item)
            .select_from(_NAMED)
            .where(_I.plan_id == plan_id, _LEAF, _both(reach, where))
            .order_by(_I.position, *_BY_NAME)
        )

    async def shares(
        self, reach: Collection[Territory], by: By, plan_id: PlanId | None, today: date, where: Territory | None = None
    ) -> Sequence[ProgressRow]:
        """One statement; names are put in order here, so that both databases spell alike."""
        levels: list[ColumnElement[Any]] = [_I.region_id, _I.municipality_id, municipality.c.name.label("unit")]
        if by is By.SCHOOL:
            levels += [_I.school_id, school.c.name, school.c.number, school.c.settlement]
        counted = _counted(today, *levels).select_from(_NAMED).where(_both(reach, where))
        if plan_id is not None:
            counted = counted.where(_I.plan_id == plan_id)
        rows = await self._connection.execute(counted.group_by(*(_bare(level) for level in levels)))
        shares = [_share(row, by) for row in rows]
        return sorted(
            shares,
            key=lambda one: (
                one.unit.casefold(), bool(one.name), one.number is None, one.number or 0, one.name.casefold(),
                repr(one.where),
            ),
        )  # fmt: skip

    async def bodies_of(self, person: PersonId) -> Sequence[tuple[RegionId, str]]:
        """One statement."""
        found = select(plan_body.c.region_id, plan_body.c.body).where(plan_body.c.person_id == person)
        rows = await self._connection.execute(found.order_by(plan_body.c.region_id, plan_body.c.body))
        return [(RegionId(row.region_id), row.body) for row in rows]

    async def having(self, programme: Programme, first: date, schools: Collection[SchoolId]) -> Collection[SchoolId]:
        """One statement."""
        found = (
            select(_I.school_id)
            .join(plan, plan.c.id == _I.plan_id)
            .where(plan.c.programme == programme.value, plan.c.first == first, _IN_PLAN, _I.school_id.in_(schools))
        )
        return {SchoolId(each) for each in (await self._connection.execute(found.distinct())).scalars()}

    async def beginning(self, programme: Programme, first: date, region_id: RegionId) -> Collection[Territory]:
        """One statement."""
        found = (
            select(_I.region_id, _I.municipality_id, _I.school_id)
            .join(plan, plan.c.id == _I.plan_id)
            .where(plan.c.programme == programme.value, plan.c.first == first, _LEAF)
            .where(_I.region_id == region_id, _I.school_id.is_(None))
        )
        return {territory_of(row) for row in await self._connection.execute(found.distinct())}

    async def school(self, school_id: SchoolId) -> Territory | None:
        """One statement."""
        found = select(municipality.c.region_id, school.c.municipality_id, school.c.id.label("school_id"))
        placed = found.join(municipality, municipality.c.id == school.c.municipality_id)
        row = (await self._connection.execute(placed.where(school.c.id == school_id))).one_or_none()
        return None if row is None else territory_of(row)

    async def take_turns(self, region_id: RegionId) -> None:
        """A lock of the region's row on PostgreSQL; SQLite has one writer anyway."""
        await self._connection.execute(select(region.c.id).where(region.c.id == region_id).with_for_update())

    async def next_position(self, plan_id: PlanId) -> int:
        """The plan's row is held: two who add at once stand one behind the other."""
        await self._connection.execute(select(plan.c.id).where(plan.c.id == plan_id).with_for_update())
        last = await self._connection.execute(select(func.max(_I.position)).where(_I.plan_id == plan_id))
        return (last.scalar_one() or 0) + 1

    async def add_item(self, item: Item) -> ItemId:
        """Two statements."""
        (made,) = await self._insert([item_values(item, item.plan, {}, 0)])
        windows = [{"item_id": made, "first": each.first, "last": each.last} for each in item.period.windows]
        if windows:
            await self._connection.execute(insert(plan_window), windows)
        return made

    async def set_period(self, items: Collection[ItemId], period: Period) -> None:
        """One statement; of other windows none is confirmed."""
        recurs = None if period.recurs is None else period.recurs.value
        said = {"period": period.verbatim, "recurs": recurs, "confirmed": 0}
        for some in bites(list(items)):
            await self._connection.execute(update(plan_item).where(_I.id.in_(some)).values(**said))

    async def set_reviewer(self, items: Collection[ItemId], reviewer: Rung | None) -> None:
        """One statement for each bite."""
        level = None if reviewer is None else reviewer.value
        for some in bites(list(items)):
            await self._connection.execute(update(plan_item).where(_I.id.in_(some)).values(reviewer=level))

    async def drop(self, items: Collection[ItemId]) -> int:
        """Compare and set."""
        waiting = _I.state.in_([ItemState.OPEN.value, ItemState.ON_REVIEW.value])
        gone = 0
        for some in bites(list(items)):
            dropped = update(plan_item).where(_I.id.in_(some), waiting).values(state=ItemState.DROPPED.value)
            gone += (await self._connection.execute(dropped)).rowcount
        return gone


def _both(reach: Collection[Territory], where: Territory | None) -> ColumnElement[bool]:
    """Assigned schools are known by their id alone: only the rows tell whether they lie in `where`."""
    mine = lies_within(plan_item, reach)
    return mine if where is None else and_(mine, lies_within(plan_item, [where]))


def _counted(today: date, *levels: ColumnElement[Any]) -> Select[Any]:
    dated = exists().where(plan_window.c.item_id == _I.id)
    is_open = _I.state == ItemState.OPEN.value
    return select(
        *levels,
        func.count(_I.id).label("total"),
        _sum(_I.state == ItemState.DONE.value).label("done"),
        _sum(_I.state == ItemState.ON_REVIEW.value).label("on_review"),
        _sum(and_(is_open, passed(today))).label("passed"),
        _sum(and_(is_open, ~dated)).label("undated"),
    ).where(_LEAF)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _bare(level: ColumnElement[Any]) -> ColumnElement[Any]:
    return municipality.c.name if level.key == "unit" else level


def _counts(row: Row[Any]) -> Counts:
    return Counts(row.total, int(row.done), int(row.on_review), int(row.passed), int(row.undated))


def _share(row: Row[Any], by: By) -> ProgressRow:
    if by is By.SCHOOL:
        return ProgressRow(territory_of(row), row.name or "", row.number, row.settlement, _counts(row), row.unit or "")
    where = Territory(row.region_id, row.municipality_id)
    return ProgressRow(where, row.unit or "", None, None, _counts(row))
