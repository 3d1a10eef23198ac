"""Rows of tables of competence, and numbers of people beside them."""

import asyncio
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, select, true, union
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.competence.model import Counts, Headcount, SubjectCounts
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, SubjectId, Territory
from shnor_domain.storage.schema.competence import competence_count, competence_people
from shnor_domain.storage.upsert import insert
from shnor_domain.territories.model import SchoolYear

_WHOLE = 0
"""`school_id` of a municipality as a whole."""
_BITE = 500
"""Rows that are read at a stretch."""


class CompetenceRows:
    """Port `CompetenceStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def rows(self, where: Territory, year: SchoolYear) -> Sequence[SubjectCounts]:
        """One statement; by municipality, school, subject."""
        table = competence_count
        found = await self._connection.execute(
            select(table)
            .where(_inside(table, where), table.c.year == year)
            .order_by(table.c.municipality_id, table.c.school_id, table.c.subject)
        )
        rows: list[SubjectCounts] = []
        for part in found.partitions(_BITE):
            rows += map(_counts, part)
            await asyncio.sleep(0)  # a region has ten thousand rows: others are answered in between
        return rows

    async def headcounts(self, where: Territory, year: SchoolYear) -> Sequence[Headcount]:
        """One statement; by municipality and school."""
        table = competence_people
        found = await self._connection.execute(
            select(table)
            .where(_inside(table, where), table.c.year == year)
            .order_by(table.c.municipality_id, table.c.school_id)
        )
        return [
            Headcount(_place(row), SchoolYear(row.year), row.people, _unit(row), row.entered, _person(row))
            for row in found
        ]

    async def years(self, where: Territory) -> Sequence[SchoolYear]:
        """One statement over both tables."""
        queries = (select(table.c.year).where(_inside(table, where)) for table in (competence_count, competence_people))
        found = (await self._connection.execute(union(*queries))).scalars()
        return sorted(map(SchoolYear, found), reverse=True)

    async def put(self, row: SubjectCounts) -> None:
        """One statement; the last to write wins."""
        counts = {level.value: number for level, number in row.counts.by_level}
        key = {**_key(row.where, row.year), "subject": row.subject}
        await self._put(competence_count, key, {**counts, **_entered(row), "source": row.source})

    async def put_headcount(self, row: Headcount) -> None:
        """Likewise."""
        await self._put(competence_people, _key(row.where, row.year), {"people": row.people, **_entered(row)})

    async def drop(self, where: Territory, year: SchoolYear, subject: SubjectId) -> bool:
        """One statement."""
        return await self._drop(competence_count, {**_key(where, year), "subject": subject})

    async def drop_headcount(self, where: Territory, year: SchoolYear) -> bool:
        """One statement."""
        return await self._drop(competence_people, _key(where, year))

    async def _put(self, table: Table, key: dict[str, Any], values: dict[str, Any]) -> None:
        statement = insert(self._connection, table).values(**key, **values)
        of_key = [column.name for column in table.primary_key]
        await self._connection.execute(statement.on_conflict_do_update(index_elements=of_key, set_=values))

    async def _drop(self, table: Table, key: dict[str, Any]) -> bool:
        of_key = and_(*(table.c[name] == value for name, value in key.items()))
        return (await self._connection.execute(delete(table).where(of_key))).rowcount > 0


def _inside(table: Table, where: Territory) -> ColumnElement[bool]:
    levels = {"region_id": where.region, "municipality_id": where.municipality, "school_id": where.school}
    return and_(true(), *(table.c[name] == level for name, level in levels.items() if level is not None))


def _key(where: Territory, year: SchoolYear) -> dict[str, Any]:
    return {
        "region_id": where.region,
        "municipality_id": where.municipality,
        "school_id": _WHOLE if where.school is None else where.school,
        "year": year,
    }


def _entered(row: SubjectCounts | Headcount) -> dict[str, Any]:
    return {
        "unit_region_id": row.unit.region,
        "unit_municipality_id": row.unit.municipality,
        "unit_school_id": row.unit.school,
        "person_id": row.by,
        "entered": row.entered,
    }


def _counts(row: Any) -> SubjectCounts:
    return SubjectCounts(
        _place(row),
        SchoolYear(row.year),
        SubjectId(row.subject),
        Counts(row.a, row.b, row.c, row.d),
        _unit(row),
        row.entered,
        _person(row),
        row.source,
    )


def _place(row: Any) -> Territory:
    return _territory(row.region_id, row.municipality_id, None if row.school_id == _WHOLE else row.school_id)


def _unit(row: Any) -> Territory:
    return _territory(row.unit_region_id, row.unit_municipality_id, row.unit_school_id)


@lru_cache(maxsize=5_000)
def _territory(region: int | None, municipality: int | None, school: int | None) -> Territory:
    """A region has ten rows a school: the same few territories over and over."""
    return Territory(
        None if region is None else RegionId(region),
        None if municipality is None else MunicipalityId(municipality),
        None if school is None else SchoolId(school),
    )


def _person(row: Any) -> PersonId | None:
    return None if row.person_id is None else PersonId(row.person_id)
