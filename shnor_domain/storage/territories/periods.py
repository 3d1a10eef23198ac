"""Half-years of regions."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import RegionId
from shnor_domain.storage import upsert
from shnor_domain.storage.schema.periods import period
from shnor_domain.storage.schema.territories import region
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Days, Half, HalfYear, HalfYearId, usual_days

_P = period.c
_KEY = ("region_id", "year", "number")


class HalfYears:
    """Port `HalfYearStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(self, region_id: RegionId) -> None:
        """A lock of the region's row on PostgreSQL; SQLite has one writer anyway."""
        await self._connection.execute(select(region.c.id).where(region.c.id == region_id).with_for_update())

    async def ensure(self, region_id: RegionId, year: SchoolYear) -> None:
        """Reads first: nothing is written where both halves are there."""
        there = await self.of(region_id)
        known = {each.half for each in there if each.year == year}
        missing = [
            {"region_id": region_id, "year": year, "number": half.value, "first_day": days.first, "last_day": days.last}
            for half, days in usual_days(year).items()
            if half not in known and not any(each.days.meets(days) for each in there)
        ]
        if missing:
            put = upsert.insert(self._connection, period).values(missing)
            await self._connection.execute(put.on_conflict_do_nothing(index_elements=_KEY))

    async def of(self, region_id: RegionId, year: SchoolYear | None = None) -> Sequence[HalfYear]:
        """One statement."""
        query = select(period).where(_P.region_id == region_id).order_by(_P.year, _P.number)
        if year is not None:
            query = query.where(_P.year == year)
        return [half_year_of(row) for row in await self._connection.execute(query)]

    async def get(self, half: HalfYearId) -> HalfYear | None:
        """One."""
        return (await self.many([half])).get(half)

    async def many(self, halves: Collection[HalfYearId]) -> Mapping[HalfYearId, HalfYear]:
        """One statement."""
        found = await self._connection.execute(select(period).where(_P.id.in_(halves)))
        return {each.id: each for each in map(half_year_of, found)}

    async def change(self, region_id: RegionId, year: SchoolYear, half: Half, days: Days) -> HalfYear:
        """Upsert by its key."""
        written = {"first_day": days.first, "last_day": days.last}
        put = upsert.insert(self._connection, period).values(
            region_id=region_id, year=year, number=half.value, **written
        )
        made = put.on_conflict_do_update(index_elements=_KEY, set_=written).returning(_P.id)
        which = HalfYearId((await self._connection.execute(made)).scalar_one())
        return HalfYear(which, region_id, year, half, days)


def half_year_of(row: Any) -> HalfYear:
    """A row of `period`, or of a statement that has its columns."""
    return HalfYear(
        HalfYearId(row.id),
        RegionId(row.region_id),
        SchoolYear(row.year),
        Half(row.number),
        Days(row.first_day, row.last_day),
    )
