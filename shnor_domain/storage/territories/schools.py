"""Schools and their spellings."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    String,
    bindparam,
    cast,
    delete,
    false,
    func,
    insert,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId
from shnor_domain.storage import upsert
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.territories import SCHOOL_CODE, municipality, school, school_alias, school_status
from shnor_domain.territories.errors import CodeTaken
from shnor_domain.territories.model import School, SchoolState, SchoolStatus, SchoolYear, Status
from shnor_domain.territories.ports import Scope

_OPEN = [state.value for state in SchoolState if state.open]
_MANY = 500
"""Ids in one IN: far below the bound parameters that SQLite takes."""
_BETWEEN = "\x1f"
"""Parts the spellings of a school: the sign made for it, which nobody types."""


class SchoolsStore:
    """Port `SchoolStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, school_id: SchoolId) -> School | None:
        """One, with aliases."""
        found = await self.many([school_id])
        return found[0] if found else None

    async def many(self, schools: Collection[SchoolId]) -> Sequence[School]:
        """Those that exist."""
        found: list[School] = []
        for some in _portions(schools):
            found += await self._load(_MANY_SCHOOLS, {"schools": some})
        return sorted(found, key=lambda one: one.order)

    async def within(
        self, region: RegionId | None = None, municipality: MunicipalityId | None = None
    ) -> Sequence[School]:
        """All states, by number, then name."""
        return sorted(await self._load(_SCHOOLS.where(_there(region, municipality))), key=lambda one: one.order)

    async def seen(self, scope: Scope, digits: str | None = None) -> Sequence[School]:
        """One statement."""
        query = _SCHOOLS.where(school.c.state.in_(_OPEN), _within_scope(scope))
        if digits is not None:
            spelled = (cast(school.c.number, String), school.c.code, school.c.name, _ALIASES)
            query = query.where(or_(*(each.contains(digits, autoescape=True) for each in spelled)))
        return sorted(await self._load(query), key=lambda one: one.order)

    async def page(
        self, scope: Scope, municipality_id: MunicipalityId | None, offset: int, limit: int
    ) -> tuple[Sequence[School], int]:
        """Counts and cuts in the database: a region has hundreds of schools."""
        seen = [school.c.state.in_(_OPEN), _within_scope(scope), _there(None, municipality_id)]
        total = await self._connection.execute(select(func.count()).select_from(_JOINED).where(*seen))
        rows = await self._load(
            _SCHOOLS.where(*seen)
            .order_by(
                municipality.c.name,
                municipality.c.id,
                school.c.number.is_(None),
                school.c.number,
                school.c.name,
                school.c.id,
            )
            .offset(offset)
            .limit(limit)
        )
        return rows, total.scalar_one()

    async def settlements(self) -> Sequence[tuple[str, MunicipalityId]]:
        """Distinct pairs."""
        rows = await self._connection.execute(
            select(school.c.settlement, school.c.municipality_id)
            .where(school.c.settlement.is_not(None), school.c.state.in_(_OPEN))
            .distinct()
        )
        return sorted((row.settlement, MunicipalityId(row.municipality_id)) for row in rows)

    async def add(self, new: School) -> SchoolId:
        """Insert; the savepoint keeps the transaction alive when the code is taken."""
        try:
            async with self._connection.begin_nested():
                made = await self._connection.execute(insert(school).values(_columns(new)).returning(school.c.id))
                return SchoolId(made.scalar_one())
        except IntegrityError as error:
            if violated(error, SCHOOL_CODE):
                raise CodeTaken from error
            raise

    async def change(self, changed: School) -> None:
        """Update all columns."""
        try:
            async with self._connection.begin_nested():
                await self._connection.execute(
                    update(school).where(school.c.id == changed.id).values(_columns(changed))
                )
        except IntegrityError as error:
            if violated(error, SCHOOL_CODE):
                raise CodeTaken from error
            raise

    async def add_alias(self, school_id: SchoolId, spelling: str, normal: str) -> None:
        """Insert once."""
        await self._connection.execute(
            upsert.insert(self._connection, school_alias)
            .values(school_id=school_id, spelling=spelling, normal=normal)
            .on_conflict_do_nothing()
        )

    async def remove_alias(self, school_id: SchoolId, spelling: str) -> None:
        """Delete."""
        await self._connection.execute(
            delete(school_alias).where(school_alias.c.school_id == school_id, school_alias.c.spelling == spelling)
        )

    async def statuses(self, schools: Collection[SchoolId] | None = None, *years: SchoolYear) -> Sequence[SchoolStatus]:
        """By year, school and status."""
        query = select(school_status)
        if years:
            query = query.where(school_status.c.year.in_(years))
        queries = (
            [query]
            if schools is None
            else [query.where(school_status.c.school_id.in_(some)) for some in _portions(schools)]
        )
        rows = [row for one in queries for row in (await self._connection.execute(one)).mappings()]
        found = [
            SchoolStatus(SchoolId(row["school_id"]), SchoolYear(row["year"]), Status(row["status"]), row["source"])
            for row in rows
        ]
        return sorted(found, key=lambda one: (one.year, one.school, one.status.value))

    async def set_status(self, status: SchoolStatus) -> None:
        """Upsert by school, year and status."""
        statement = upsert.insert(self._connection, school_status).values(
            school_id=status.school, year=status.year, status=status.status.value, source=status.source
        )
        await self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["school_id", "year", "status"], set_={"source": statement.excluded.source}
            )
        )

    async def drop_status(self, status: SchoolStatus) -> None:
        """Delete by school, year and status."""
        await self._connection.execute(
            delete(school_status).where(
                school_status.c.school_id == status.school,
                school_status.c.year == status.year,
                school_status.c.status == status.status.value,
            )
        )

    async def _load(
        self, query: "Select[tuple[object, ...]]", asked: Mapping[str, object] | None = None
    ) -> list[School]:
        rows = (await self._connection.execute(query, asked)).mappings()
        return [_school(row, row["spellings"].split(_BETWEEN) if row["spellings"] else []) for row in rows]


_JOINED = school.join(municipality)
_ALIASES = (
    select(func.aggregate_strings(school_alias.c.spelling, _BETWEEN))
    .where(school_alias.c.school_id == school.c.id)
    .scalar_subquery()
)
_SCHOOLS = select(school, municipality.c.region_id, _ALIASES.label("spellings")).select_from(_JOINED)

_MANY_SCHOOLS = _SCHOOLS.where(school.c.id.in_(bindparam("schools", expanding=True)))


def _portions(schools: Collection[SchoolId]) -> list[list[SchoolId]]:
    ids = list(dict.fromkeys(schools))
    return [ids[at : at + _MANY] for at in range(0, len(ids), _MANY)]


def _there(region: RegionId | None, of: MunicipalityId | None) -> ColumnElement[bool]:
    where: ColumnElement[bool] = true()
    if region is not None:
        where &= municipality.c.region_id == region
    if of is not None:
        where &= school.c.municipality_id == of
    return where


def _within_scope(scope: Scope) -> ColumnElement[bool]:
    if scope.everything:
        return true()
    return or_(
        false(),
        municipality.c.region_id.in_(scope.regions),
        school.c.municipality_id.in_(scope.municipalities),
        school.c.id.in_(scope.schools),
    )


def _columns(one: School) -> dict[str, object]:
    return {
        "municipality_id": one.municipality,
        "name": one.name,
        "number": one.number,
        "settlement": one.settlement,
        "code": one.code,
        "state": one.state.value,
        "successor_id": one.successor,
        "base": one.base,
    }


def _school(row: RowMapping, aliases: list[str]) -> School:
    return School(
        id=SchoolId(row["id"]),
        region=RegionId(row["region_id"]),
        municipality=MunicipalityId(row["municipality_id"]),
        name=row["name"],
        number=row["number"],
        settlement=row["settlement"],
        code=row["code"],
        state=SchoolState(row["state"]),
        successor=None if row["successor_id"] is None else SchoolId(row["successor_id"]),
        base=row["base"],
        aliases=tuple(sorted(aliases)),
    )
