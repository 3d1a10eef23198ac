"""Days that municipalities have called off."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, RegionId
from shnor_domain.storage import upsert
from shnor_domain.storage.schema.territories import called_off_day, municipality
from shnor_domain.territories.called_off import CalledOffDay


class CalledOffDays:
    """Port `CalledOffStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(self, municipality_id: MunicipalityId) -> None:
        """A lock of the municipality's row on PostgreSQL; SQLite has one writer anyway."""
        row = select(municipality.c.id).where(municipality.c.id == municipality_id)
        await self._connection.execute(row.with_for_update())

    async def since(self, municipality_id: MunicipalityId, first: date) -> Sequence[CalledOffDay]:
        """One statement."""
        found = await self._connection.execute(
            select(called_off_day)
            .where(called_off_day.c.municipality_id == municipality_id, called_off_day.c.day >= first)
            .order_by(called_off_day.c.day)
        )
        return [
            CalledOffDay(
                MunicipalityId(row.municipality_id), row.day, row.reason, row.due, row.declared, row.changed, row.undone
            )
            for row in found
        ]

    async def reaching(self, region: RegionId | None, day: date) -> Sequence[MunicipalityId]:
        """One statement. It is yesterday in the west when it is `day` in Greenwich."""
        called_off = called_off_day.c
        ids = (
            select(called_off.municipality_id)
            .distinct()
            .join(municipality, municipality.c.id == called_off.municipality_id)
            .where(called_off.undone.is_(None), called_off.due >= day - timedelta(days=1))
            .order_by(called_off.municipality_id)
        )
        if region is not None:
            ids = ids.where(municipality.c.region_id == region)
        return [MunicipalityId(each) for each in (await self._connection.execute(ids)).scalars()]

    async def put(self, row: CalledOffDay) -> None:
        """Upsert by municipality and day."""
        values = {
            "reason": row.reason,
            "due": row.due,
            "declared": row.declared,
            "changed": row.changed,
            "undone": row.undone,
        }
        await self._connection.execute(
            upsert.insert(self._connection, called_off_day)
            .values(municipality_id=row.municipality, day=row.day, **values)
            .on_conflict_do_update(index_elements=["municipality_id", "day"], set_=values)
        )
