"""Names of schools and factors, as the permanent seminar tells them."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import RegionId, SchoolId
from shnor_domain.seminars.requests.ports import KnownSchool
from shnor_domain.storage.risk.profiles import RiskFactors
from shnor_domain.storage.seminars.schools import MERGED
from shnor_domain.storage.territories.schools import SchoolsStore


class SeminarNames:
    """Port `SeminarDirectory`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def schools(self, schools: Collection[SchoolId]) -> Mapping[SchoolId, KnownSchool]:
        """As reference data has them."""
        found = await SchoolsStore(self._connection).many(schools)
        return {each.id: KnownSchool(each.territory, each.name, each.order) for each in found}

    async def whole(self, school: SchoolId) -> SchoolId:
        """One statement."""
        found = await self._connection.scalar(select(MERGED.c.whole).where(MERGED.c.part == school))
        return school if found is None else SchoolId(found)

    async def factors(self, region: RegionId) -> Mapping[str, str]:
        """The catalogue of the region over the shipped one."""
        found = await RiskFactors(self._connection).of_region(region)
        return {each.code: each.name for each in found if each.active}
