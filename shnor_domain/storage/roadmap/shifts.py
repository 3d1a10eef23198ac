"""Days of many items moved at once, and how they stood before."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, delete, exists, func, insert, or_, select, update

from shnor_domain.identity import PersonId, Territory
from shnor_domain.roadmap.model import Item, ItemId, ItemState, PlanId, PutOff, Shift, ShiftId
from shnor_domain.roadmap.periods.model import Window
from shnor_domain.roadmap.ports import Before, Movable
from shnor_domain.storage.people.reach import lies_within, territory_of, territory_values
from shnor_domain.storage.roadmap.bites import bites
from shnor_domain.storage.roadmap.plans import PlansStore
from shnor_domain.storage.roadmap.put_off import put_off, put_off_to
from shnor_domain.storage.schema.roadmap import plan_item, plan_shift, plan_shift_item, plan_window

_I = plan_item.c


class Shifts(PlansStore):
    """Port `ShiftStore` over the rows of plans."""

    async def movable(
        self, where: Territory, plan_id: PlanId | None, since: date | None, *, hold: bool = False
    ) -> Sequence[Movable]:
        """Rows are held in the order of ids, so that two who move at once never wait for each other."""
        dated = exists().where(plan_window.c.item_id == _I.id)
        if since is not None:
            dated = dated.where(or_(plan_window.c.last >= since, put_off_to(since)))
        found = select(plan_item).where(lies_within(plan_item, [where]), _I.state == ItemState.OPEN.value, dated)
        if plan_id is not None:
            found = found.where(_I.plan_id == plan_id)
        return await self._movable(found.with_for_update() if hold else found)

    async def _movable(self, statement: Select[Any]) -> list[Movable]:
        items = await self._read(statement.order_by(_I.id))
        known: set[int] = set()
        for some in bites([item.id for item in items]):
            wholes = select(_I.id).where(_I.id.in_(some), _I.parts > 0)
            known.update((await self._connection.execute(wholes)).scalars())
        return [Movable(item, item.id in known) for item in items]

    async def put_off(self, items: Sequence[Item]) -> Sequence[Item]:
        """One statement."""
        units = {item.owner.municipality for item in items}
        days = await put_off(self._connection, units, {item.id: item.period.windows for item in items})
        return [_with(item, days.get(item.owner.municipality, {})) for item in items]

    async def keep(self, shift: Shift, moved: Sequence[Item]) -> ShiftId:
        """A row a moved item."""
        made = await self._connection.execute(
            insert(plan_shift)
            .values(
                plan_id=shift.plan,
                person_id=shift.person,
                at=shift.at,
                days=shift.days,
                reason=shift.reason,
                undone=shift.undone,
                **territory_values(shift.territory),
            )
            .returning(plan_shift.c.id)
        )
        shift_id = ShiftId(made.scalar_one())
        rows = [
            {
                "shift_id": shift_id,
                "item_id": item.id,
                "windows": [[window.first.isoformat(), window.last.isoformat()] for window in item.period.windows],
                "known": item.known,
            }
            for item in moved
        ]
        if rows:
            await self._connection.execute(insert(plan_shift_item), rows)
        return shift_id

    async def put(self, days: Sequence[Before]) -> None:
        """Two statements, and one an instant: a shift knows all its items since one; in bites."""
        if not days:
            return
        for some in bites([one.item for one in days]):
            await self._connection.execute(delete(plan_window).where(plan_window.c.item_id.in_(some)))
        windows = [
            {"item_id": one.item, "first": window.first, "last": window.last} for one in days for window in one.windows
        ]
        if windows:
            await self._connection.execute(insert(plan_window), windows)
        since: dict[datetime, list[ItemId]] = defaultdict(list)
        for one in days:
            since[one.known].append(one.item)
        for known, items in since.items():
            for some in bites(items):
                await self._connection.execute(update(plan_item).where(_I.id.in_(some)).values(known=known))

    async def shift(self, shift: ShiftId) -> Shift | None:
        """One shift."""
        row = (await self._connection.execute(select(plan_shift).where(plan_shift.c.id == shift))).one_or_none()
        return None if row is None else _shift(row)

    async def listed(self, territories: Collection[Territory]) -> Sequence[Shift]:
        """The latest first."""
        found = await self._connection.execute(
            select(plan_shift).where(lies_within(plan_shift, territories)).order_by(plan_shift.c.id.desc())
        )
        return [_shift(row) for row in found]

    async def before(self, shift: ShiftId) -> Sequence[Before]:
        """By item."""
        found = select(plan_shift_item).where(plan_shift_item.c.shift_id == shift).order_by(plan_shift_item.c.item_id)
        return [
            Before(
                ItemId(row.item_id),
                tuple(Window(date.fromisoformat(first), date.fromisoformat(last)) for first, last in row.windows),
                row.known,
            )
            for row in await self._connection.execute(found)
        ]

    async def hold_items(self, items: Collection[ItemId]) -> Sequence[Movable]:
        """In the order of ids."""
        held: list[Movable] = []
        for some in bites(sorted(items)):
            held += await self._movable(select(plan_item).where(_I.id.in_(some)).with_for_update())
        return held

    async def counted(self, shifts: Collection[ShiftId]) -> dict[ShiftId, int]:
        """One statement."""
        counted = (
            select(plan_shift_item.c.shift_id, func.count(_I.id))
            .join(plan_item, _I.id == plan_shift_item.c.item_id)
            .where(plan_shift_item.c.shift_id.in_(shifts), _I.parts == 0)
            .group_by(plan_shift_item.c.shift_id)
        )
        found: dict[ShiftId, int] = defaultdict(int)
        found.update({ShiftId(shift): count for shift, count in await self._connection.execute(counted)})
        return found

    async def set_undone(self, shift: ShiftId, at: datetime) -> bool:
        """Compare and set."""
        undone = update(plan_shift).where(plan_shift.c.id == shift, plan_shift.c.undone.is_(None)).values(undone=at)
        return (await self._connection.execute(undone)).rowcount == 1


def _with(item: Item, days: Mapping[date, PutOff]) -> Item:
    return replace(item, put_off=tuple(days[each.last] for each in item.period.windows if each.last in days))


def _shift(row: Row[Any]) -> Shift:
    return Shift(
        ShiftId(row.id),
        territory_of(row),
        None if row.plan_id is None else PlanId(row.plan_id),
        None if row.person_id is None else PersonId(row.person_id),
        row.at,
        row.days,
        row.reason,
        row.undone,
    )
