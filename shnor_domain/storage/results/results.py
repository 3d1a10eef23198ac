"""Results by school, year and procedure."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    delete,
    false,
    func,
    literal,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.results.averages import Sum
from shnor_domain.results.model import Result, Unit
from shnor_domain.results.ports import Packed, Sight, Tally
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.storage.results.places import IN_ORDER, JOINED, OPEN, schools_of, there
from shnor_domain.storage.schema.results import SMALL, VISIBLE, exam_result, school_without_ege
from shnor_domain.storage.schema.territories import municipality, school
from shnor_domain.storage.upsert import insert
from shnor_domain.territories.model import SchoolYear

_R = exam_result.c
_KEY = ("school_id", "year", "procedure")
_ROWS = (
    select(exam_result, municipality.c.region_id.label("region"), school.c.municipality_id.label("unit_id"))
    .join(JOINED, school.c.id == _R.school_id)
    .order_by(*(_R[name] for name in _KEY))
)

# what each look at a school asks: put together once
_OF_SCHOOLS = _ROWS.where(
    _R.school_id.in_(bindparam("schools", expanding=True)), _R.year.in_(bindparam("years", expanding=True))
)
_SUMS = (
    select(
        _R.year,
        _R.procedure,
        _R.municipality_id,
        func.count().label("schools"),
        func.sum(_R.participants).label("n"),
        func.sum(_R.below).label("k"),
    )
    .where(_R.region_id == bindparam("region"), _R.year.in_(bindparam("years", expanding=True)), text(VISIBLE))
    .group_by(_R.year, _R.procedure, _R.municipality_id)
)


class ResultsStore:
    """Port `ResultStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def territory(self, school_id: SchoolId) -> Territory | None:
        """One statement."""
        found = select(municipality.c.region_id, school.c.municipality_id).select_from(JOINED)
        row = (await self._connection.execute(found.where(OPEN, school.c.id == school_id))).one_or_none()
        if row is None:
            return None
        return Territory(RegionId(row.region_id), MunicipalityId(row.municipality_id), school_id)

    async def of_schools(self, schools: Collection[SchoolId], years: Collection[SchoolYear]) -> Sequence[Result]:
        """One statement."""
        return await self._read(_OF_SCHOOLS, {"schools": list(schools), "years": list(years)})

    async def within(self, where: Territory, years: Collection[SchoolYear]) -> Sequence[Result]:
        """One statement."""
        return await self._read(_ROWS.where(OPEN, there(where), _R.year.in_(years)))

    async def tally(
        self, where: Territory, year: SchoolYear, codes: Collection[ProcedureCode], upper: Collection[ProcedureCode]
    ) -> Tally:
        """One statement, whose answer is one row."""
        of_year = and_(_R.school_id == school.c.id, _R.year == year, _R.procedure.in_(codes))
        without = school_without_ege.c.school_id
        spared = len(upper) - func.count(case((_R.procedure.in_(upper), 1)))
        due = len(codes) - case((func.count(without) > 0, spared), else_=0)
        joined = JOINED.outerjoin(exam_result, of_year).outerjoin(school_without_ege, without == school.c.id)
        each = (
            select(func.count(_R.school_id).label("entered"), due.label("due"))
            .select_from(joined)
            .where(OPEN, there(where))
            .group_by(school.c.id)
            .subquery()
        )
        whole = func.count(case((each.c.entered == each.c.due, 1)))
        sums = (func.coalesce(func.sum(column), 0) for column in (each.c.entered, each.c.due))
        row = (await self._connection.execute(select(func.count(), whole, *sums).select_from(each))).one()
        return Tally(*(int(number) for number in row))

    async def save(self, rows: Sequence[Result], keep_mark: bool) -> None:
        """One executemany."""
        if not rows:
            return
        # two who write the same rows at once wait for each other in one order
        in_order = sorted(rows, key=lambda row: (row.school_id, row.year, row.procedure))
        statement = insert(self._connection, exam_result)
        given = statement.excluded
        changed = {
            name: given[name]
            for name in (
                "region_id", "municipality_id", "participants", "below", "source", "unit", "person_id", "at",
                *(() if keep_mark else ("biased",)),
            )
        }  # fmt: skip
        put = statement.on_conflict_do_update(index_elements=list(_KEY), set_=changed)
        await self._connection.execute(put, [_values(row) for row in in_order])

    async def drop(self, school_id: SchoolId, year: SchoolYear, procedure: ProcedureCode) -> bool:
        """One statement."""
        gone = await self._connection.execute(delete(exam_result).where(_is(school_id, year, procedure)))
        return gone.rowcount == 1

    async def mark(self, school_id: SchoolId, year: SchoolYear, procedure: ProcedureCode, biased: bool) -> bool:
        """One statement."""
        marked = update(exam_result).where(_is(school_id, year, procedure)).values(biased=biased)
        return (await self._connection.execute(marked)).rowcount == 1

    async def sums(
        self, region: RegionId, municipality_id: MunicipalityId, years: Collection[SchoolYear]
    ) -> Sequence[Sum]:
        """From `ix_exam_result_visible` alone, in its own order: nothing is sorted."""
        asked = {"region": region, "years": list(years)}
        return [
            Sum(
                SchoolYear(row.year),
                ProcedureCode(row.procedure),
                row.municipality_id == municipality_id,
                row.schools,
                int(row.n),
                int(row.k),
            )
            for row in await self._connection.execute(_SUMS, asked)
        ]

    async def without_ege(self, schools: Collection[SchoolId]) -> Collection[SchoolId]:
        """One statement."""
        column = school_without_ege.c.school_id
        found = await self._connection.execute(select(column).where(column.in_(schools)))
        return {SchoolId(each) for each in found.scalars()}

    async def all_without_ege(self, where: Territory) -> Collection[SchoolId]:
        """One statement."""
        column = school_without_ege.c.school_id
        found = await self._connection.execute(select(column).where(column.in_(schools_of(where))))
        return {SchoolId(each) for each in found.scalars()}

    async def set_without_ege(self, school_id: SchoolId, without: bool) -> None:
        """One statement."""
        if without:
            laid = insert(self._connection, school_without_ege).values(school_id=school_id)
            await self._connection.execute(laid.on_conflict_do_nothing())
        else:
            column = school_without_ege.c.school_id
            await self._connection.execute(delete(school_without_ege).where(column == school_id))

    async def packed(self, where: Territory, years: Collection[SchoolYear], sight: Sight) -> Packed:
        """The database writes the texts, in the thread or process that is its own."""
        ordered = select(school.c.id).select_from(JOINED).where(OPEN, there(where)).order_by(*IN_ORDER).subquery()
        joined = func.aggregate_strings(cast(ordered.c.id, String), ",")
        schools = (await self._connection.execute(select(joined))).scalar() or ""
        group = cast(_R.school_id, String) + "," + cast(_R.participants, String) + "," + cast(_R.below, String)
        counting = select(_R.year, _R.procedure, func.aggregate_strings(group, ",").label("groups"))
        of_years = counting.where(_R.year.in_(years), ~_R.biased)
        base = of_years.where(_R.region_id == where.region)
        if where.municipality is not None:
            base = base.where(_R.school_id.in_(schools_of(where)))
        # by the schools and not by the region: no index has the rows without participants
        none = of_years.where(_R.school_id.in_(schools_of(where)), _R.participants == 0)
        texts = [await self._groups(base.where(text(VISIBLE))), await self._groups(none)]
        if sight.schools or sight.units:
            texts.append(await self._groups(base.where(SMALL, _in(sight))))
        upper = func.aggregate_strings(cast(school_without_ege.c.school_id, String), ",")
        of_place = select(upper).where(school_without_ege.c.school_id.in_(schools_of(where)))
        without_ege = (await self._connection.execute(of_place)).scalar() or ""
        return Packed(schools, tuple(group for some in texts for group in some), without_ege)

    async def _groups(self, query: "Select[Any]") -> list[tuple[SchoolYear, ProcedureCode, str]]:
        rows = await self._connection.execute(query.group_by(_R.year, _R.procedure))
        return [(SchoolYear(row.year), ProcedureCode(row.procedure), row.groups) for row in rows]

    async def _read(self, query: "Select[Any]", asked: Mapping[str, object] | None = None) -> list[Result]:
        return [_result(row) for row in await self._connection.execute(query, asked)]


def _in(sight: Sight) -> Any:
    """Small groups that this sight takes in; the unit is a level of the school's own territory."""
    levels = [_R.school_id.in_(sight.schools) if sight.schools else false(), *map(_entered_by, sight.units)]
    return or_(*levels)


def _entered_by(place: Territory) -> Any:
    if place.school is not None:
        return false()
    if place.municipality is not None:
        return and_(_R.unit == Unit.MUNICIPALITY.value, _R.municipality_id == place.municipality)
    if place.region is not None:
        return and_(_R.unit == Unit.REGION.value, _R.region_id == place.region)
    return _R.unit == literal(Unit.INSTALLATION.value)


def _is(school_id: SchoolId, year: SchoolYear, procedure: ProcedureCode) -> Any:
    return and_(_R.school_id == school_id, _R.year == year, _R.procedure == procedure)


def _values(row: Result) -> dict[str, object]:
    return {
        "school_id": row.school_id,
        "year": row.year,
        "procedure": row.procedure,
        "region_id": row.school.region,
        "municipality_id": row.school.municipality,
        "participants": row.participants,
        "below": row.below,
        "biased": row.biased,
        "source": row.source,
        "unit": row.unit.value,
        "person_id": row.by,
        "at": row.at,
    }


def _result(row: Any) -> Result:
    return Result(
        Territory(RegionId(row.region), MunicipalityId(row.unit_id), SchoolId(row.school_id)),
        SchoolYear(row.year),
        ProcedureCode(row.procedure),
        row.participants,
        row.below,
        row.source,
        Unit(row.unit),
        None if row.person_id is None else PersonId(row.person_id),
        row.at,
        row.biased,
    )
