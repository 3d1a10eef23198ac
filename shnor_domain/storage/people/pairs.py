"""Pairs by order."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, SchoolId, SubjectId
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.people.model.places import Order
from shnor_domain.storage.schema.places import pair


class PairsStore:
    """Port `Pairs`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, new: Pair) -> PairId:
        """A new pair."""
        made = await self._connection.execute(
            insert(pair)
            .values(
                kind=new.kind.value,
                helper_id=new.helper,
                school_id=new.school,
                teacher_id=new.teacher,
                subject=new.subject,
                order_number=new.order.number,
                order_date=new.order.dated,
                starts=new.starts,
                ends=new.ends,
            )
            .returning(pair.c.id)
        )
        return PairId(made.scalar_one())

    async def get(self, which: PairId) -> Pair | None:
        """One pair."""
        found = await self._read(select(pair).where(pair.c.id == which))
        return found[0] if found else None

    async def of_helper(self, whom: PersonId) -> Sequence[Pair]:
        """All in which she helps."""
        return await self._read(select(pair).where(pair.c.helper_id == whom).order_by(pair.c.starts, pair.c.id))

    async def of_teacher(self, whom: PersonId) -> Sequence[Pair]:
        """All in which she is helped."""
        return await self._read(select(pair).where(pair.c.teacher_id == whom).order_by(pair.c.starts, pair.c.id))

    async def of_teachers(self, people: Collection[PersonId]) -> Sequence[Pair]:
        """All in which they are helped."""
        return await self._read(select(pair).where(pair.c.teacher_id.in_(people)).order_by(pair.c.starts, pair.c.id))

    async def of_schools(self, schools: Collection[SchoolId], day: date) -> Sequence[Pair]:
        """Those in force on a day."""
        return await self._read(
            select(pair)
            .where(pair.c.school_id.in_(schools), pair.c.starts <= day, or_(pair.c.ends.is_(None), pair.c.ends >= day))
            .order_by(pair.c.school_id, pair.c.id)
        )

    async def end(self, which: PairId, last_day: date) -> None:
        """Set the last day."""
        await self._connection.execute(update(pair).where(pair.c.id == which).values(ends=last_day))

    async def _read(self, statement: Select[Any]) -> list[Pair]:
        return [_pair(row) for row in await self._connection.execute(statement)]


def _pair(row: Row[Any]) -> Pair:
    return Pair(
        id=PairId(row.id),
        kind=PairKind(row.kind),
        helper=PersonId(row.helper_id),
        school=SchoolId(row.school_id),
        order=Order(row.order_number, row.order_date),
        starts=row.starts,
        teacher=None if row.teacher_id is None else PersonId(row.teacher_id),
        subject=None if row.subject is None else SubjectId(row.subject),
        ends=row.ends,
    )
