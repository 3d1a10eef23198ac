"""What was done for factors. Here alone the tables of risk profiles, road maps and consultations meet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, case, delete, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import BookingState
from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.risk.deeds import Deed, DeedKind, Done
from shnor_domain.risk.factors import FactorCode
from shnor_domain.roadmap.model import ItemState
from shnor_domain.storage.people.reach import territory_of
from shnor_domain.storage.schema.base import Instant
from shnor_domain.storage.schema.consultations import booking, session
from shnor_domain.storage.schema.risk import factor_deed
from shnor_domain.storage.schema.roadmap import plan_item
from shnor_domain.storage.upsert import insert

_D = factor_deed.c


class FactorDeeds:
    """Port `DeedStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, school: SchoolId, factor: FactorCode, kind: DeedKind, ref: int, now: datetime) -> bool:
        """Insert or leave as it is."""
        row = {"school_id": school, "factor": factor, "kind": kind.value, "ref": ref, "at": now}
        put = insert(self._connection, factor_deed).values(row).on_conflict_do_nothing().returning(_D.ref)
        return (await self._connection.execute(put)).first() is not None

    async def drop(self, school: SchoolId, factor: FactorCode, kind: DeedKind, ref: int) -> bool:
        """Delete."""
        gone = delete(factor_deed).where(
            _D.school_id == school, _D.factor == factor, _D.kind == kind.value, _D.ref == ref
        )
        return (await self._connection.execute(gone)).rowcount == 1

    async def done(self, school: SchoolId, now: datetime) -> Mapping[FactorCode, Done]:
        """One statement, counted here: a school has tens of deeds."""
        counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for row in await self._connection.execute(_EVERY, {"school": school, "now": now}):
            found = counts[row.factor, row.kind]
            found[0] += 1
            found[1] += row.done
        return {
            FactorCode(code): Done(
                *counts.get((code, DeedKind.ITEM.value), (0, 0)), *counts.get((code, DeedKind.BOOKING.value), (0, 0))
            )
            for code, _ in list(counts)
        }

    async def of_factor(self, school: SchoolId, factor: FactorCode, now: datetime) -> Sequence[Deed]:
        """One statement."""
        rows = (await self._connection.execute(_EVERY, {"school": school, "now": now})).all()
        found = [Deed(DeedKind(row.kind), row.ref, bool(row.done)) for row in rows if row.factor == factor]
        return sorted(found, key=lambda one: (one.kind is DeedKind.BOOKING, one.ref))

    async def factors_of(self, school: SchoolId, kind: DeedKind, ref: int) -> Sequence[FactorCode]:
        """One statement."""
        found = select(_D.factor).where(_D.school_id == school, _D.kind == kind.value, _D.ref == ref)
        rows = await self._connection.execute(found.order_by(_D.factor))
        return [FactorCode(code) for code in rows.scalars()]

    async def owner_of_item(self, ref: int) -> Territory | None:
        """One statement."""
        levels = (plan_item.c.region_id, plan_item.c.municipality_id, plan_item.c.school_id)
        row = (await self._connection.execute(select(*levels).where(plan_item.c.id == ref))).one_or_none()
        return None if row is None else territory_of(row)

    async def visitor_of_booking(self, ref: int) -> PersonId | None:
        """One statement."""
        found = await self._connection.execute(select(booking.c.visitor_id).where(booking.c.id == ref))
        visitor = found.scalar_one_or_none()
        return None if visitor is None else PersonId(visitor)


def _items() -> Select[Any]:
    """Tagged items that are in a plan still, `done` when confirmed. An item that became another's counts no more."""
    done = case((plan_item.c.state == ItemState.DONE.value, 1), else_=0).label("done")
    here = and_(plan_item.c.id == _D.ref, plan_item.c.school_id == _D.school_id)
    return (
        select(_D.factor, _D.kind, _D.ref, done)
        .join(plan_item, here)
        .where(_D.school_id == bindparam("school"), _D.kind == DeedKind.ITEM.value)
        .where(plan_item.c.state != ItemState.DROPPED.value)
    )


def _bookings() -> Select[Any]:
    """Bookings that were not cancelled, `done` once their meeting is over."""
    held = case((session.c.ends <= bindparam("now", type_=Instant()), 1), else_=0).label("done")
    return (
        select(_D.factor, _D.kind, _D.ref, held)
        .join(booking, booking.c.id == _D.ref)
        .join(session, session.c.id == booking.c.session_id)
        .where(_D.school_id == bindparam("school"), _D.kind == DeedKind.BOOKING.value)
        .where(booking.c.state == BookingState.BOOKED.value)
    )


_EVERY = union_all(_items(), _bookings())
"""What counts of one school at one instant."""
