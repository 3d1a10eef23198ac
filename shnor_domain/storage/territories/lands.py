"""What people and their applications ask of territories."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.storage.schema.territories import municipality, region
from shnor_domain.storage.territories.calendars import CalendarsStore
from shnor_domain.storage.territories.municipalities import MunicipalitiesStore
from shnor_domain.storage.territories.schools import SchoolsStore
from shnor_domain.territories.calendar import Calendar, calendar_of
from shnor_domain.territories.model import school_year_of
from shnor_domain.territories.years import listed

_NOWHERE = "Europe/Moscow"


class LandsStore:
    """Port `people.ports.Lands` over the stores of territories."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._municipalities = MunicipalitiesStore(connection)
        self._schools = SchoolsStore(connection)
        self._calendars = CalendarsStore(connection)

    async def of_school(self, school: SchoolId) -> Territory | None:
        """None for an unknown or closed one."""
        found = await self._schools.get(school)
        return found.territory if found is not None and found.state.open else None

    async def of_municipality(self, unit: MunicipalityId) -> Territory | None:
        """Its region and itself."""
        found = await self._municipalities.get(unit)
        return None if found is None else found.territory

    async def has_region(self, region_id: RegionId) -> bool:
        """True for a known one."""
        found = await self._connection.execute(select(region.c.id).where(region.c.id == region_id))
        return found.scalar() is not None

    async def zone_of(self, territory: Territory) -> str:
        """Of the municipality; of a region the zone that most of its municipalities have."""
        if territory.municipality is not None:
            query = select(municipality.c.zone).where(municipality.c.id == territory.municipality)
        else:
            query = (
                select(municipality.c.zone)
                .where(municipality.c.region_id == territory.region)
                .group_by(municipality.c.zone)
                .order_by(func.count().desc(), municipality.c.zone)
                .limit(1)
            )
        found: str | None = (await self._connection.execute(query)).scalar()
        return found or _NOWHERE

    async def days_off(self, territory: Territory, first: date, last: date) -> Collection[date]:
        """Dates from `first` to `last` that are not worked, weekends included; of a region: a five-day week
        with its table."""
        calendar = await self.calendar_of(territory)
        days = (first + timedelta(days=after) for after in range((last - first).days + 1))
        return frozenset(day for day in days if not calendar.is_working(day))

    async def calendar_of(self, territory: Territory) -> Calendar:
        """Of the municipality; of a region a five-day week with its table."""
        if territory.municipality is not None:
            return await self._calendars.calendar(territory.municipality)
        rows = [*await self._calendars.days_off()]
        if territory.region is not None:
            rows += await self._calendars.days_off(territory.region)
        return calendar_of(5, tuple(rows))

    async def supported(self, schools: Collection[SchoolId], day: date) -> Collection[SchoolId]:
        """Those on a list of supported schools in the school year of `day`."""
        year = school_year_of(day)
        return listed(await self._schools.statuses(schools, year), year)

    async def municipalities(self, region_id: RegionId | None) -> Sequence[MunicipalityId]:
        """By name."""
        return [unit.id for unit in await self._municipalities.within(region_id)]
