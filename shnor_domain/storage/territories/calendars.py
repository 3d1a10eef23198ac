"""Weeks, days off and weekly days of territories. The key of a level holds 0 where the dataclass has None."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import RowMapping, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, RegionId, SubjectId
from shnor_domain.storage import upsert
from shnor_domain.storage.schema.territories import day_off, methodist_day, municipality, subject_day
from shnor_domain.territories.calendar import Calendar, DayOff, Week, calendar_of
from shnor_domain.territories.settings import MethodistDay, SubjectDay


class CalendarsStore:
    """Port `CalendarStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def calendar(self, municipality_id: MunicipalityId) -> Calendar:
        """Two statements: the week, the rows of the three levels."""
        where = await self._level(municipality_id)
        if where is None:
            return Calendar()
        found = await self._connection.execute(
            select(day_off).where(
                or_(
                    and_(day_off.c.region_id == 0, day_off.c.municipality_id == 0),
                    and_(
                        day_off.c.region_id == where["region_id"], day_off.c.municipality_id.in_((0, municipality_id))
                    ),
                )
            )
        )
        return calendar_of(where["week_days"], tuple(_day_off(row) for row in found.mappings()))

    async def calendars(self, municipalities: Collection[MunicipalityId]) -> Mapping[MunicipalityId, Calendar]:
        """Two statements for any number: of the weeks, and of the rows of all levels."""
        where = municipality.c.id.in_(municipalities)
        weeks = await self._connection.execute(
            select(municipality.c.id, municipality.c.region_id, municipality.c.week_days).where(where)
        )
        level, regions = day_off.c.municipality_id, select(municipality.c.region_id).where(where)
        found = await self._connection.execute(
            select(day_off).where(
                or_(day_off.c.region_id == 0, day_off.c.region_id.in_(regions)),
                or_(level == 0, level.in_(municipalities)),
            )
        )
        rows: dict[tuple[int, int], list[DayOff]] = defaultdict(list)
        for row in found.mappings():
            rows[row["region_id"], row["municipality_id"]].append(_day_off(row))
        return {
            MunicipalityId(week.id): calendar_of(
                week.week_days,
                (*rows[0, 0], *rows[week.region_id, 0], *rows[week.region_id, week.id]),
            )
            for week in weeks
        }

    async def set_week(self, municipality_id: MunicipalityId, days: int) -> None:
        """Replace."""
        await self._connection.execute(
            update(municipality).where(municipality.c.id == municipality_id).values(week_days=days)
        )

    async def days_off(
        self, region: RegionId | None = None, municipality_id: MunicipalityId | None = None
    ) -> Sequence[DayOff]:
        """Of exactly this level."""
        found = await self._connection.execute(
            select(day_off)
            .where(day_off.c.region_id == (region or 0), day_off.c.municipality_id == (municipality_id or 0))
            .order_by(day_off.c.day)
        )
        return [_day_off(row) for row in found.mappings()]

    async def put_day_off(self, row: DayOff) -> None:
        """Upsert by level and day."""
        values = {"week": row.week.value, "word": row.word, "source": row.source}
        await self._connection.execute(
            upsert.insert(self._connection, day_off)
            .values(region_id=row.region or 0, municipality_id=row.municipality or 0, day=row.day, **values)
            .on_conflict_do_update(index_elements=["region_id", "municipality_id", "day"], set_=values)
        )

    async def drop_day_off(self, region: RegionId | None, municipality_id: MunicipalityId | None, day: date) -> None:
        """Delete by level and day."""
        await self._connection.execute(
            delete(day_off).where(
                day_off.c.region_id == (region or 0),
                day_off.c.municipality_id == (municipality_id or 0),
                day_off.c.day == day,
            )
        )

    async def methodist_days(self, region: RegionId) -> Sequence[MethodistDay]:
        """The region's first."""
        found = await self._connection.execute(
            select(methodist_day).where(methodist_day.c.region_id == region).order_by(methodist_day.c.municipality_id)
        )
        return [_methodist_day(row) for row in found.mappings()]

    async def methodist_days_of(self, municipality_id: MunicipalityId) -> Sequence[MethodistDay]:
        """Own, else the region's."""
        where = await self._level(municipality_id)
        if where is None:
            return []
        days = await self.methodist_days(RegionId(where["region_id"]))
        own = [day for day in days if day.municipality == municipality_id]
        return own or [day for day in days if day.municipality is None]

    async def set_methodist_day(self, day: MethodistDay) -> None:
        """Upsert by level."""
        values = {"weekday": day.weekday, "starts": day.starts, "ends": day.ends, "source": day.source}
        await self._connection.execute(
            upsert.insert(self._connection, methodist_day)
            .values(region_id=day.region, municipality_id=day.municipality or 0, **values)
            .on_conflict_do_update(index_elements=["region_id", "municipality_id"], set_=values)
        )

    async def drop_methodist_day(self, region: RegionId, municipality_id: MunicipalityId | None) -> None:
        """Delete by level."""
        await self._connection.execute(
            delete(methodist_day).where(
                methodist_day.c.region_id == region, methodist_day.c.municipality_id == (municipality_id or 0)
            )
        )

    async def subject_days(self, region: RegionId) -> Sequence[SubjectDay]:
        """By weekday and subject."""
        found = await self._connection.execute(
            select(subject_day)
            .where(subject_day.c.region_id == region)
            .order_by(subject_day.c.weekday, subject_day.c.subject)
        )
        return [
            SubjectDay(RegionId(row["region_id"]), SubjectId(row["subject"]), row["weekday"], row["source"])
            for row in found.mappings()
        ]

    async def set_subject_day(self, day: SubjectDay) -> None:
        """Upsert by region and subject."""
        values = {"weekday": day.weekday, "source": day.source}
        await self._connection.execute(
            upsert.insert(self._connection, subject_day)
            .values(region_id=day.region, subject=day.subject, **values)
            .on_conflict_do_update(index_elements=["region_id", "subject"], set_=values)
        )

    async def drop_subject_day(self, region: RegionId, subject: SubjectId) -> None:
        """Delete by region and subject."""
        await self._connection.execute(
            delete(subject_day).where(subject_day.c.region_id == region, subject_day.c.subject == subject)
        )

    async def _level(self, municipality_id: MunicipalityId) -> RowMapping | None:
        found = await self._connection.execute(
            select(municipality.c.region_id, municipality.c.week_days).where(municipality.c.id == municipality_id)
        )
        return found.mappings().one_or_none()


def _day_off(row: RowMapping) -> DayOff:
    return DayOff(
        row["day"],
        Week(row["week"]),
        row["word"],
        row["source"],
        RegionId(row["region_id"]) if row["region_id"] else None,
        MunicipalityId(row["municipality_id"]) if row["municipality_id"] else None,
    )


def _methodist_day(row: RowMapping) -> MethodistDay:
    return MethodistDay(
        RegionId(row["region_id"]),
        MunicipalityId(row["municipality_id"]) if row["municipality_id"] else None,
        row["weekday"],
        row["source"],
        row["starts"],
        row["ends"],
    )
