"""Who answers for what of a plan, and the territories it reaches."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, Role, SchoolId, Territory
from shnor_domain.people.model.deciders import Level
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.model.person import PersonState
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.people.places import PlacesStore
from shnor_domain.storage.roadmap.plans import PlansStore
from shnor_domain.storage.schema.people import person, preferences
from shnor_domain.storage.schema.places import pair, place
from shnor_domain.storage.schema.roadmap import plan_body
from shnor_domain.storage.schema.territories import municipality, school
from shnor_domain.storage.territories.calendars import CalendarsStore
from shnor_domain.storage.territories.lands import LandsStore
from shnor_domain.storage.upsert import insert
from shnor_domain.territories.calendar import Calendar

_BITE = 500
_LEVELS = 100
"""A condition each: SQLite nests them, to a depth of 1,000."""
_ACTIVE = person.c.state == PersonState.ACTIVE.value


class PlanPeopleStore:
    """Port `PlanPeople`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def leads(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[PersonId]]:
        """Leave does not hide the owner of an item: it holds her digest."""
        found = (
            select(place.c.school_id, place.c.person_id)
            .join(person, person.c.id == place.c.person_id)
            .where(place.c.role == Role.SCHOOL_LEAD.value, place.c.verified, in_force(day), _ACTIVE)
            .where(place.c.school_id.in_(schools))
        )
        return await self._by_school(found)

    async def curators(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[PersonId]]:
        """By pairs in force whose helper still holds the role and is not on leave."""
        role = (place.c.person_id == pair.c.helper_id) & (place.c.role == Role.SCHOOL_CURATOR.value) & place.c.verified
        found = (
            select(pair.c.school_id, pair.c.helper_id)
            .join(person, person.c.id == pair.c.helper_id)
            .join(preferences, preferences.c.person_id == person.c.id, isouter=True)
            .where(pair.c.kind == PairKind.SCHOOL.value, pair.c.school_id.in_(schools), _ACTIVE, _there(day))
            .where(pair.c.starts <= day, or_(pair.c.ends.is_(None), pair.c.ends >= day))
            .where(select(place.c.id).where(role, in_force(day)).exists())
        )
        return await self._by_school(found)

    async def _by_school(self, statement: Select[Any]) -> Mapping[SchoolId, Sequence[PersonId]]:
        people: dict[SchoolId, set[PersonId]] = defaultdict(set)
        for where, whom in await self._connection.execute(statement):
            people[SchoolId(where or 0)].add(PersonId(whom))
        return {where: sorted(found) for where, found in people.items()}

    async def coordinators(self, territory: Territory, day: date, *, away: bool = False) -> Sequence[PersonId]:
        """Deputies too."""
        level = _level(territory)
        return list((await PlacesStore(self._connection).holders([level], day, away=away))[level])

    async def coordinators_of(
        self, territories: Collection[Territory], day: date
    ) -> Mapping[Territory, Sequence[PersonId]]:
        """In bites that the databases take."""
        levels, found = {each: _level(each) for each in territories}, dict[Level, Collection[PersonId]]()
        asked, places = list(dict.fromkeys(levels.values())), PlacesStore(self._connection)
        for begin in range(0, len(asked), _LEVELS):
            found.update(await places.holders(asked[begin : begin + _LEVELS], day))
        return {each: list(found[level]) for each, level in levels.items()}

    async def assigned_on(self, people: Collection[PersonId], day: date) -> Collection[PersonId]:
        """In bites that the databases take."""
        asked, found = sorted(people), set[PersonId]()
        for begin in range(0, len(asked), _BITE):
            some = asked[begin : begin + _BITE]
            places = select(place.c.person_id).where(place.c.person_id.in_(some), place.c.starts == day)
            pairs = select(pair.c.helper_id).where(pair.c.helper_id.in_(some), pair.c.starts == day)
            rows = await self._connection.execute(places.union(pairs))
            found.update(PersonId(each) for each in rows.scalars())
        return found

    async def of_body(self, region: RegionId, body: str) -> Sequence[PersonId]:
        """By id."""
        found = (
            select(plan_body.c.person_id)
            .join(person, person.c.id == plan_body.c.person_id)
            .where(_body(region, body), _ACTIVE)
        )
        people = await self._connection.execute(found.order_by(plan_body.c.person_id))
        return [PersonId(each) for each in people.scalars()]

    async def name_body(self, region: RegionId, body: str, whom: PersonId) -> None:
        """Insert or leave as it is."""
        named = insert(self._connection, plan_body).values(region_id=region, body=body, person_id=whom)
        await self._connection.execute(named.on_conflict_do_nothing())

    async def unname_body(self, region: RegionId, body: str, whom: PersonId) -> None:
        """Delete."""
        await self._connection.execute(delete(plan_body).where(_body(region, body), plan_body.c.person_id == whom))


class PlanLandsStore:
    """Port `PlanLands` over the stores of territories."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._lands = LandsStore(connection)

    async def units(self) -> Sequence[Territory]:
        """Of items that are open or on review."""
        return await PlansStore(self._connection).units()

    async def zone_of(self, territory: Territory) -> str:
        """As people's notices reckon it."""
        return await self._lands.zone_of(territory)

    async def zones_of(self, territories: Collection[Territory]) -> Mapping[Territory, str]:
        """One statement for all municipalities, one for each region."""
        asked = {each.municipality for each in territories if each.municipality is not None}
        rows = await self._connection.execute(
            select(municipality.c.id, municipality.c.zone).where(municipality.c.id.in_(asked))
        )
        zones = {row.id: row.zone for row in rows}
        return {each: zones.get(each.municipality) or await self.zone_of(each) for each in territories}

    async def calendar_of(self, territory: Territory) -> Calendar:
        """As days off are reckoned for people."""
        return await self._lands.calendar_of(territory)

    async def calendars_of(self, territories: Collection[Territory]) -> Mapping[Territory, Calendar]:
        """Two statements for all municipalities, two for each region."""
        asked = {each.municipality for each in territories if each.municipality is not None}
        known = await CalendarsStore(self._connection).calendars(asked) if asked else {}
        return {
            each: known.get(each.municipality, Calendar()) if each.municipality else await self.calendar_of(each)
            for each in territories
        }

    async def municipalities(self, region: RegionId) -> Sequence[MunicipalityId]:
        """By name."""
        return await self._lands.municipalities(region)

    async def project_schools(self, region: RegionId, day: date) -> Sequence[Territory]:
        """Two statements."""
        found = await self._connection.execute(
            select(school.c.id, school.c.municipality_id)
            .join(municipality, municipality.c.id == school.c.municipality_id)
            .where(municipality.c.region_id == region, school.c.state == "active")
            .order_by(municipality.c.name, school.c.number, school.c.name)
        )
        rows = found.all()
        supported = set(await self._lands.supported([SchoolId(row.id) for row in rows], day))
        return [
            Territory(region, MunicipalityId(row.municipality_id), SchoolId(row.id))
            for row in rows
            if row.id in supported
        ]


def _body(region: RegionId, body: str) -> ColumnElement[bool]:
    return and_(plan_body.c.region_id == region, plan_body.c.body == body)


def _level(territory: Territory) -> Level:
    role = Role.REGIONAL_COORDINATOR if territory.municipality is None else Role.MUNICIPAL_COORDINATOR
    if territory.region is None:
        role = Role.ADMIN
    return Level(role, Territory(territory.region, territory.municipality))


def _there(day: date) -> ColumnElement[bool]:
    return or_(preferences.c.leave_until.is_(None), preferences.c.leave_until < day)
