"""Plans and their items: rows ↔ the model, one statement for any number of items."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Delay, Item, ItemId, ItemState, Late, Plan, PlanId, Programme, PutOff
from shnor_domain.roadmap.periods.model import Period, Recurrence, Window
from shnor_domain.storage.people.reach import exactly, lies_within, territory_of, territory_values
from shnor_domain.storage.roadmap.bites import bites
from shnor_domain.storage.roadmap.put_off import due_between, put_off, put_off_to
from shnor_domain.storage.schema.roadmap import plan, plan_item, plan_window

_I = plan_item.c


class PlansStore:
    """Port `PlanStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, new: Plan, items: Sequence[Item]) -> PlanId:
        """Parents before their parts, so that each part knows the id of its parent."""
        made = await self._connection.execute(
            insert(plan)
            .values(
                title=new.title,
                programme=new.programme.value,
                first=new.window.first,
                last=new.window.last,
                source=new.source,
                created=new.created,
                **territory_values(new.territory),
            )
            .returning(plan.c.id)
        )
        plan_id = PlanId(made.scalar_one())
        parents = [place for place, item in enumerate(items) if item.parent is None]
        parts = [place for place, item in enumerate(items) if item.parent is not None]
        counts = defaultdict(int, {place: 0 for place in parents})
        for place in parts:
            counts[int(items[place].parent or 0)] += 1
        ids: dict[int, ItemId] = {}
        for places in (parents, parts):
            rows = [item_values(items[place], plan_id, ids, counts[place]) for place in places]
            ids.update(zip(places, await self._insert(rows), strict=True))
        windows = [
            {"item_id": ids[place], "first": window.first, "last": window.last}
            for place, item in enumerate(items)
            for window in item.period.windows
        ]
        if windows:
            await self._connection.execute(insert(plan_window), windows)
        return plan_id

    async def _insert(self, rows: Sequence[Mapping[str, Any]]) -> Sequence[ItemId]:
        if not rows:
            return []
        made = insert(plan_item).returning(_I.id, sort_by_parameter_order=True)
        return [ItemId(each) for each in (await self._connection.execute(made, list(rows))).scalars()]

    async def plan(self, plan_id: PlanId) -> Plan | None:
        """One plan."""
        row = (await self._connection.execute(select(plan).where(plan.c.id == plan_id))).one_or_none()
        return None if row is None else plan_of(row)

    async def within(self, territories: Collection[Territory]) -> Sequence[Plan]:
        """The latest first."""
        found = await self._connection.execute(
            select(plan).where(lies_within(plan, territories)).order_by(plan.c.created.desc(), plan.c.id.desc())
        )
        return [plan_of(row) for row in found]

    async def item(self, item: ItemId) -> Item | None:
        """One item."""
        found = await self._read(select(plan_item).where(_I.id == item))
        return found[0] if found else None

    async def hold(self, item: ItemId) -> Item | None:
        """On PostgreSQL a lock of the row; SQLite has one writer anyway."""
        found = await self._read(select(plan_item).where(_I.id == item).with_for_update())
        return found[0] if found else None

    async def items(self, plan_id: PlanId) -> Sequence[Item]:
        """In the order of the plan."""
        return await self._read(select(plan_item).where(_I.plan_id == plan_id).order_by(_I.position, _I.id))

    async def parts(self, item: ItemId) -> Sequence[Item]:
        """By id."""
        return await self._read(select(plan_item).where(_I.parent_id == item).order_by(_I.id))

    async def part_states(self, item: ItemId) -> Mapping[ItemState, int]:
        """One statement."""
        counted = select(_I.state, func.count(_I.id)).where(_I.parent_id == item).group_by(_I.state)
        return {ItemState(state): count for state, count in await self._connection.execute(counted)}

    async def owned_by(self, owners: Collection[Territory]) -> Sequence[Item]:
        """Without date at the end."""
        if not owners:
            return []
        theirs = or_(*(exactly(plan_item, owner) for owner in owners))
        listed = await self._read(select(plan_item).where(theirs, _I.parts == 0, _I.state != ItemState.DROPPED.value))
        return sorted(listed, key=lambda item: (item.last_day or date.max, item.position, item.id))

    async def due_about(self, owner: Territory, since: date, until: date, returned: datetime) -> Sequence[Item]:
        """One statement, its windows and called-off days."""
        near = due_between(owner.municipality, since, until)
        soon = exists().where(plan_window.c.item_id == _I.id, near)
        return await self._read(
            select(plan_item)
            .where(_of(owner), _I.parts == 0, _I.state == ItemState.OPEN.value, or_(soon, _I.returned > returned))
            .order_by(_I.id)
        )

    async def late(self, where: Territory, today: date) -> Late:
        """One statement."""
        of = lies_within(plan_item, [where]) if where.municipality is not None else _of(where)
        counted = select(func.count(_I.id), func.count(func.distinct(_I.school_id))).where(
            of, passed(today), _I.parts == 0, _I.state == ItemState.OPEN.value
        )
        items, schools = (await self._connection.execute(counted)).one()
        return Late(items, schools)

    async def on_review(self, unit: Territory) -> Sequence[Item]:
        """One statement and its windows."""
        return await self._on_review(_of(unit))

    async def on_review_within(
        self, territories: Collection[Territory], schools: Collection[SchoolId]
    ) -> Sequence[Item]:
        """One statement and its windows."""
        return await self._on_review(or_(lies_within(plan_item, territories), _I.school_id.in_(schools)))

    async def _on_review(self, where: ColumnElement[bool]) -> Sequence[Item]:
        waits = select(plan_item).where(where, _I.state == ItemState.ON_REVIEW.value, _I.parts == 0)
        return await self._read(waits.order_by(_I.sent, _I.position, _I.id))

    async def set_state(
        self,
        item: ItemId,
        state: ItemState,
        *,
        sent: datetime | None = None,
        returned: datetime | None = None,
        confirmed: int | None = None,
    ) -> None:
        """One statement."""
        changes: dict[str, Any] = {"state": state.value}
        if state is ItemState.OPEN:
            changes["sent"] = None
        if sent is not None:
            changes["sent"] = sent
        if returned is not None:
            changes["returned"] = returned
        if confirmed is not None:
            changes["confirmed"] = confirmed
        await self._connection.execute(update(plan_item).where(_I.id == item).values(**changes))

    async def set_delay(self, item: ItemId, delay: Delay | None) -> None:
        """One statement."""
        value = None if delay is None else delay.value
        await self._connection.execute(update(plan_item).where(_I.id == item).values(delay=value))

    async def units(self) -> Sequence[Territory]:
        """Municipalities and regions that own an item which is open or on review, in their order."""
        found = await self._connection.execute(
            select(_I.region_id, _I.municipality_id)
            .where(_I.state.in_((ItemState.OPEN.value, ItemState.ON_REVIEW.value)), _I.parts == 0)
            .group_by(_I.region_id, _I.municipality_id)
            .order_by(_I.region_id, func.coalesce(_I.municipality_id, 0))
        )
        return [
            Territory(
                RegionId(row.region_id), None if row.municipality_id is None else MunicipalityId(row.municipality_id)
            )
            for row in found
        ]

    async def _read(self, statement: Select[Any]) -> list[Item]:
        rows = (await self._connection.execute(statement)).all()
        windows: dict[int, list[Window]] = defaultdict(list)
        for some in bites([row.id for row in rows]):
            hers = plan_window.c.item_id.in_(some)
            for each in await self._connection.execute(select(plan_window).where(hers).order_by(plan_window.c.first)):
                windows[each.item_id].append(Window(each.first, each.last))
        days = await put_off(self._connection, {row.municipality_id for row in rows}, windows)
        return [_item(row, tuple(windows[row.id]), days.get(row.municipality_id, {})) for row in rows]


def passed(today: date) -> ColumnElement[bool]:
    """Items of which a window was due before `today` that nothing is confirmed for."""
    ended = select(func.count()).where(plan_window.c.item_id == _I.id, plan_window.c.last < today)
    return ended.where(~put_off_to(today)).scalar_subquery() > _I.confirmed


def _of(owner: Territory) -> ColumnElement[bool]:
    """Items of a municipality and its schools, of one school; of a region those without a municipality."""
    if owner.school is not None:
        return _I.school_id == owner.school
    if owner.municipality is not None:
        return _I.municipality_id == owner.municipality
    return and_(_I.region_id == owner.region, _I.municipality_id.is_(None))


def item_values(item: Item, plan_id: PlanId, ids: Mapping[int, ItemId], parts: int) -> dict[str, Any]:
    """The row of an item; `ids` give its parent's."""
    return {
        "plan_id": plan_id,
        "parent_id": None if item.parent is None else ids[int(item.parent)],
        "position": item.position,
        "number": item.number,
        "title": item.title,
        "period": item.period.verbatim,
        "recurs": None if item.period.recurs is None else item.period.recurs.value,
        "bodies": list(item.bodies),
        "goal": item.goal,
        "result": item.result,
        "document": item.document,
        "state": item.state.value,
        "known": item.known,
        "sent": item.sent,
        "returned": item.returned,
        "delay": None if item.delay is None else item.delay.value,
        "reviewer": None if item.reviewer is None else item.reviewer.value,
        "confirmed": item.confirmed,
        "parts": parts,
        **territory_values(item.owner),
    }


def plan_of(row: Row[Any]) -> Plan:
    """The plan of a row."""
    return Plan(
        PlanId(row.id),
        row.title,
        Programme(row.programme),
        territory_of(row),
        Window(row.first, row.last),
        row.source,
        row.created,
    )


def _item(row: Row[Any], windows: tuple[Window, ...], days: Mapping[date, PutOff]) -> Item:
    return Item(
        id=ItemId(row.id),
        plan=PlanId(row.plan_id),
        parent=None if row.parent_id is None else ItemId(row.parent_id),
        position=row.position,
        number=row.number,
        title=row.title,
        period=Period(row.period, windows, None if row.recurs is None else Recurrence(row.recurs)),
        owner=territory_of(row),
        known=row.known,
        bodies=tuple(row.bodies),
        goal=row.goal,
        result=row.result,
        document=row.document,
        state=ItemState(row.state),
        sent=row.sent,
        returned=row.returned,
        delay=None if row.delay is None else Delay(row.delay),
        reviewer=None if row.reviewer is None else Rung(row.reviewer),
        confirmed=row.confirmed,
        put_off=tuple(days[each.last] for each in windows if each.last in days),
    )
