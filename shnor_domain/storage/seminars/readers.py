"""Whom a cycle of the seminar concerns: leads of its region, teachers of project schools."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, RegionId, Role, SchoolId
from shnor_domain.seminars.cycle.ports import Lead, Readership
from shnor_domain.seminars.model import CycleId
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.schema.seminar_requests import request_support, seminar_request
from shnor_domain.storage.schema.territories import school, school_status
from shnor_domain.territories.model import SUPPORTED, SchoolState, school_year_of

_LEADS = place.c.role == Role.SCHOOL_LEAD.value
_OPEN = school.c.state.in_([state.value for state in SchoolState if state.open])


class Readers:
    """Port `CycleReaders`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def invited(self, region: RegionId, day: date, after: PersonId, limit: int) -> Sequence[PersonId]:
        """One statement."""
        query = _placed(place.c.person_id, region, day).where(_LEADS | _teaches(day), place.c.person_id > after)
        query = query.distinct().order_by(place.c.person_id).limit(limit)
        return [PersonId(each) for each in (await self._connection.execute(query)).scalars()]

    async def count(self, region: RegionId, day: date) -> Readership:
        """One statement: a teacher who is a lead too is counted as a lead."""
        each = (
            _placed(place.c.person_id, region, day, func.max(case((_LEADS, 1), else_=0)).label("lead"))
            .where(_LEADS | _teaches(day))
            .group_by(place.c.person_id)
            .subquery()
        )
        counted = select(func.coalesce(func.sum(each.c.lead), 0), func.count()).select_from(each)
        leads, every = (await self._connection.execute(counted)).one()
        return Readership(int(leads), int(every) - int(leads))

    async def leads(self, region: RegionId, day: date, after: PersonId, limit: int) -> Sequence[Lead]:
        """Two statements: a page of people, then where they lead."""
        people = _placed(place.c.person_id, region, day).where(_LEADS, place.c.person_id > after)
        page = (await self._connection.execute(people.distinct().order_by(place.c.person_id).limit(limit))).scalars()
        led: dict[int, set[SchoolId]] = {each: set() for each in page}
        where = _placed(place.c.person_id, region, day, place.c.school_id).where(_LEADS, place.c.person_id.in_(led))
        for row in await self._connection.execute(where):
            led[row.person_id].add(SchoolId(row.school_id))
        return [Lead(PersonId(person), frozenset(schools)) for person, schools in sorted(led.items())]

    async def behind_requests(self, cycle: CycleId) -> Collection[SchoolId]:
        """One statement."""
        found = await self._connection.execute(
            select(request_support.c.school_id)
            .join(seminar_request, seminar_request.c.id == request_support.c.request_id)
            .where(seminar_request.c.cycle_id == cycle, request_support.c.state == "live")
            .distinct()
        )
        return frozenset(SchoolId(each) for each in found.scalars())


def _placed(column: ColumnElement[Any], region: RegionId, day: date, *others: ColumnElement[Any]) -> Select[Any]:
    """Verified places of today in open schools of the region."""
    joined = select(column, *others).select_from(place).join(school, school.c.id == place.c.school_id)
    return joined.where(place.c.region_id == region, place.c.verified, in_force(day), _OPEN)


def _teaches(day: date) -> ColumnElement[bool]:
    """In a school that is on a list of supported ones this year."""
    listed = (
        select(school_status.c.school_id)
        .where(
            school_status.c.school_id == place.c.school_id,
            school_status.c.year == school_year_of(day),
            school_status.c.status.in_([each.value for each in SUPPORTED]),
        )
        .exists()
    )
    return and_(place.c.role == Role.TEACHER.value, listed)
