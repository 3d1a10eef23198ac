"""The counts of seats change in one statement; the CHECK of their table decides who was first (ADR 7)."""

from sqlalchemy import Row, Table, case, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.seats.errors import NoSeatsLeft
from shnor_domain.seats.model import SeatingId
from shnor_domain.storage.constraints import violated


class SeatCounts:
    """Of the port `Seats` all but `locked`, over a table with `capacity`, `taken`, `held` and `loose`, whose CHECK
    `check` keeps taken and held ones within its capacity."""

    def __init__(self, connection: AsyncConnection, seating: Table, check: str) -> None:
        self._connection = connection
        self._seating = seating
        self._check = check

    async def take_seat(self, of: SeatingId, heads: int = 1, *, held: int = 0) -> int:
        """One statement; the CHECK, not a look beforehand, decides who was first."""
        try:
            return int((await self._change(of, taken=heads, held=-held)).taken)
        except IntegrityError as error:
            if violated(error, self._check):
                raise NoSeatsLeft from None
            raise

    async def free_seat(self, of: SeatingId, heads: int = 1, *, hold: int = 0, loose: int = 0) -> int:
        """One statement."""
        now = await self._change(of, taken=-heads, held=hold, loose=loose)
        return int(now.taken + now.held)

    async def count(self, of: SeatingId, *, held: int = 0, loose: int = 0) -> int:
        """One statement."""
        now = await self._change(of, held=held, loose=loose)
        return int(now.taken + now.held)

    async def _change(self, of: SeatingId, *, taken: int = 0, held: int = 0, loose: int = 0) -> Row[tuple[object, ...]]:
        """Change the counts by so much and give `taken` and `held` as they are now. There are never more loose seats
        than free ones."""
        seats = self._seating.c
        free = seats.capacity - seats.taken - seats.held - taken - held
        wanted = seats.loose + loose
        counted = await self._connection.execute(
            update(self._seating)
            .where(seats.id == of)
            .values(
                taken=seats.taken + taken,
                held=seats.held + held,
                loose=case((wanted > free, free), else_=wanted),
            )
            .returning(seats.taken, seats.held)
        )
        return counted.one()
