"""People and territories as consultations read them: few columns, one statement a question."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import BookingState
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.identity import SCHOOL_ROLES, MunicipalityId, PersonId, RegionId, SchoolId, SubjectId, Territory
from shnor_domain.seats.model import WaitState
from shnor_domain.storage.schema.consultations import booking, consultation_request, session
from shnor_domain.storage.schema.people import person
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.schema.territories import municipality, region, school, school_status, subject
from shnor_domain.storage.schema.waitlist import waiting
from shnor_domain.territories.model import SUPPORTED


class ConsultationDirectory:
    """Port `Directory`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def people(self, ids: Collection[PersonId]) -> Mapping[PersonId, KnownPerson]:
        """Who left has no name any more and is missing."""
        if not ids:
            return {}
        rows = await self._connection.execute(
            select(person.c.id, person.c.name, person.c.zone).where(person.c.id.in_(ids), person.c.left_at.is_(None))
        )
        return {PersonId(row.id): KnownPerson(PersonId(row.id), row.name, row.zone) for row in rows}

    async def towns(self, ids: Collection[MunicipalityId]) -> Mapping[MunicipalityId, str]:
        """Administrative centres."""
        if not ids:
            return {}
        rows = await self._connection.execute(
            select(municipality.c.id, municipality.c.town).where(
                municipality.c.id.in_(ids), municipality.c.town.is_not(None)
            )
        )
        return {MunicipalityId(row.id): row.town for row in rows}

    async def subjects(self) -> Mapping[SubjectId, str]:
        """The whole catalogue: some twenty rows."""
        rows = await self._connection.execute(
            select(subject.c.code, subject.c.name).order_by(subject.c.position, subject.c.code)
        )
        return {SubjectId(row.code): row.name for row in rows}

    async def areas(self, territory: Territory) -> Sequence[tuple[Territory, str]]:
        """One or two statements."""
        if territory.school is not None:
            return await self.schools([territory.school])
        inside = select(municipality.c.id, municipality.c.region_id, municipality.c.name).order_by(municipality.c.name)
        if territory.municipality is not None:
            inside = inside.where(municipality.c.id == territory.municipality)
        elif territory.region is not None:
            inside = inside.where(municipality.c.region_id == territory.region)
        found = [
            (Territory(RegionId(row.region_id), MunicipalityId(row.id)), row.name)
            for row in await self._connection.execute(inside)
        ]
        if territory.municipality is not None:
            return found
        whole = await self._connection.execute(select(region.c.name).where(region.c.id == territory.region))
        return [*((territory, name) for name in whole.scalars()), *found]

    async def schools(self, ids: Collection[SchoolId]) -> Sequence[tuple[Territory, str]]:
        """One statement."""
        if not ids:
            return []
        rows = await self._connection.execute(
            select(school.c.id, school.c.name, municipality.c.region_id, school.c.municipality_id)
            .join_from(school, municipality, school.c.municipality_id == municipality.c.id)
            .where(school.c.id.in_(ids))
            .order_by(school.c.number.is_(None), school.c.number, school.c.name)
        )
        return [
            (Territory(RegionId(row.region_id), MunicipalityId(row.municipality_id), SchoolId(row.id)), row.name)
            for row in rows
        ]

    async def zone_of(self, territory: Territory) -> str | None:
        """Zone of the municipality."""
        if territory.municipality is None:
            return None
        found = await self._connection.execute(
            select(municipality.c.zone).where(municipality.c.id == territory.municipality)
        )
        return found.scalar()

    async def project_schools(self, year: int) -> frozenset[SchoolId]:
        """Schools with a supported status of the year."""
        named = school_status.c.status.in_([status.value for status in SUPPORTED])
        rows = await self._connection.execute(
            select(school_status.c.school_id).where(school_status.c.year == year, named).distinct()
        )
        return frozenset(SchoolId(row.school_id) for row in rows)

    async def regions(self) -> Sequence[tuple[RegionId, str]]:
        """By name."""
        rows = await self._connection.execute(select(region.c.id, region.c.name).order_by(region.c.name))
        return [(RegionId(row.id), row.name) for row in rows]

    async def visitors_who_left(self, now: datetime) -> Sequence[PersonId]:
        """One statement; a place that ends on today's date of UTC may be over in the east."""
        ahead = (
            select(booking.c.visitor_id)
            .join(session)
            .where(booking.c.state == BookingState.BOOKED.value, session.c.starts > now)
        )
        wishing = select(consultation_request.c.person_id)
        queueing = (
            select(waiting.c.person_id)
            .join(session)
            .where(waiting.c.state == WaitState.WAITING.value, session.c.starts > now)
        )
        found = await self._connection.execute(
            select(place.c.person_id)
            .where(
                place.c.role.in_([role.value for role in SCHOOL_ROLES]),
                place.c.ends <= now.date(),
                or_(*(place.c.person_id.in_(these) for these in (ahead, wishing, queueing))),
            )
            .distinct()
            .order_by(place.c.person_id)
        )
        return [PersonId(each) for each in found.scalars()]
