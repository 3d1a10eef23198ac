"""Who is where when, for every feature in one table: its unique constraint keeps people from being in two places."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Column, and_, delete, func, select
from sqlalchemy import insert as plain_insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId
from shnor_domain.seats.model import Timed
from shnor_domain.seats.times import grid
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.consultations import BUSY_CELL, busy


async def lock_people(connection: AsyncConnection, people: Collection[PersonId]) -> None:
    """Advisory locks in one order until the unit ends, so that two who book with each other cannot wait in a ring;
    SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        for person in sorted(people):
            await connection.execute(select(func.pg_advisory_xact_lock(person)))


class BusyTimes:
    """Port `Times`; `column` of `busy` names what takes the time."""

    def __init__(self, connection: AsyncConnection, column: Column[Any]) -> None:
        self._connection = connection
        self._column = column

    async def lock(self, people: Collection[PersonId]) -> None:
        """By `lock_people`."""
        await lock_people(self._connection, people)

    async def occupy(self, person: PersonId, of: Timed, refusal: type[DomainError]) -> None:
        """By `fill`."""
        await self.fill(person, of.id, grid(of.starts, of.ends), refusal)

    async def fill(self, person: PersonId, of: int, cells: range, refusal: type[DomainError]) -> None:
        """Insert a row for each 5 minutes; `of` is a number that `column` refers to. Raises `refusal` where she is
        elsewhere."""
        rows = [{"person_id": person, "cell": cell, self._column.name: of} for cell in cells]
        try:
            await self._connection.execute(plain_insert(busy), rows)
        except IntegrityError as error:
            if violated(error, BUSY_CELL):
                raise refusal from None
            raise

    async def release(self, person: PersonId, of: int) -> None:
        """Delete the rows of what `column` names."""
        await self._connection.execute(delete(busy).where(busy.c.person_id == person, self._column == of))

    async def busy_cells(self, people: Collection[PersonId], cells: range) -> Mapping[PersonId, frozenset[int]]:
        """One statement for all people."""
        found: dict[PersonId, set[int]] = {person: set() for person in people}
        inside = and_(busy.c.person_id.in_(people), busy.c.cell >= cells.start, busy.c.cell < cells.stop)
        for row in await self._connection.execute(select(busy.c.person_id, busy.c.cell).where(inside)):
            found[PersonId(row.person_id)].add(row.cell)
        return {person: frozenset(taken) for person, taken in found.items()}
