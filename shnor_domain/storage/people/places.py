"""Places of people, with subjects and the schools that pairs assign."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Date, Row, Select, and_, bindparam, delete, func, insert, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, Place, PlaceId, Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.deciders import Level
from shnor_domain.people.model.links import LinkId
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.model.person import PersonState
from shnor_domain.people.model.places import KeptPlace, Order
from shnor_domain.people.ports import Presence
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.people.reach import exactly, lies_within, territory_of, territory_values
from shnor_domain.storage.schema.people import person, preferences
from shnor_domain.storage.schema.places import link, pair, place, place_subject

_KIND_OF_ROLE = {kind.helper_role: kind for kind in (PairKind.SCHOOL, PairKind.TEAM)}


class PlacesStore:
    """Port `Places`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, kept: KeptPlace, link: LinkId | None = None) -> PlaceId:
        """A new place."""
        made = await self._connection.execute(
            insert(place)
            .values(
                person_id=kept.person,
                role=kept.place.role.value,
                **territory_values(kept.place.territory),
                starts=kept.place.starts,
                ends=kept.place.ends,
                order_number=kept.order.number if kept.order else None,
                order_date=kept.order.dated if kept.order else None,
                verified=kept.place.verified,
                deputy=kept.place.deputy,
                home_school_id=kept.home,
                link_id=link,
            )
            .returning(place.c.id)
        )
        identity = PlaceId(made.scalar_one())
        if kept.place.subjects:
            rows = [{"place_id": identity, "subject": subject} for subject in sorted(kept.place.subjects)]
            await self._connection.execute(insert(place_subject), rows)
        return identity

    async def get(self, which: PlaceId) -> KeptPlace | None:
        """One place."""
        found = await self._found(_PLACES.where(place.c.id == which))
        return found[0] if found else None

    async def of(self, whom: PersonId) -> Sequence[KeptPlace]:
        """All she ever had."""
        return await self._found(
            _PLACES.where(place.c.person_id == whom).order_by(None).order_by(place.c.starts, place.c.id)
        )

    async def in_force(self, whom: PersonId, day: date) -> Sequence[Place]:
        """Her places on a day, with assigned schools."""
        asked = {"whom": whom, "day": day}
        rows = (await self._connection.execute(_HELD, asked)).all()
        assigned: dict[str, set[SchoolId]] = defaultdict(set)
        if any(Role(row.role) in _KIND_OF_ROLE for row in rows):
            for kind, school in await self._connection.execute(_ASSIGNED, asked):
                assigned[kind].add(SchoolId(school))
        schools = {kind: frozenset(some) for kind, some in assigned.items()}
        return [_kept(row, schools).place for row in rows]

    async def of_many(self, persons: Collection[PersonId], day: date) -> Mapping[PersonId, Sequence[Place]]:
        """Places in force of many."""
        result: dict[PersonId, list[Place]] = defaultdict(list)
        for kept in await self._found(_PLACES.where(place.c.person_id.in_(persons), in_force(day))):
            result[kept.person].append(kept.place)
        return result

    async def end(self, which: PlaceId, last_day: date) -> None:
        """Set the last day."""
        await self._connection.execute(update(place).where(place.c.id == which).values(ends=last_day))

    async def verify(self, which: PlaceId) -> bool:
        """Open it."""
        done = await self._connection.execute(
            update(place).where(place.c.id == which, place.c.verified.is_(False)).values(verified=True)
        )
        return done.rowcount == 1

    async def drop(self, which: PlaceId) -> bool:
        """Delete it unless «Верно» was first."""
        gone = await self._connection.execute(delete(place).where(place.c.id == which, place.c.verified.is_(False)))
        return gone.rowcount == 1

    async def unverified_in(self, within: Sequence[Territory], day: date) -> Sequence[KeptPlace]:
        """Those that wait for «Верно»."""
        return await self._found(_PLACES.where(place.c.verified.is_(False), in_force(day), lies_within(place, within)))

    async def issuer(self, which: PlaceId) -> PersonId | None:
        """Who issued its link."""
        found = await self._connection.execute(
            select(link.c.issuer_id).join(place, place.c.link_id == link.c.id).where(place.c.id == which)
        )
        issuer = found.scalar()
        return None if issuer is None else PersonId(issuer)

    async def holders(
        self, levels: Collection[Level], day: date, *, away: bool = False
    ) -> Mapping[Level, Collection[PersonId]]:
        """Who can decide on a day; with those on leave where `away`."""
        if not levels:
            return {}
        wanted = [and_(place.c.role == level.role.value, exactly(place, level.territory)) for level in levels]
        there = or_(preferences.c.leave_until.is_(None), preferences.c.leave_until < day)
        found = await self._connection.execute(
            select(place.c.person_id, place.c.role, place.c.region_id, place.c.municipality_id, place.c.school_id)
            .join(person, person.c.id == place.c.person_id)
            .join(preferences, preferences.c.person_id == person.c.id, isouter=True)
            .where(
                in_force(day),
                place.c.verified,
                person.c.state == PersonState.ACTIVE.value,
                true() if away else there,
                or_(*wanted),
            )
            .order_by(place.c.person_id)
        )
        result: dict[Level, list[PersonId]] = {level: [] for level in levels}
        for row in found:
            result[Level(Role(row.role), territory_of(row))].append(PersonId(row.person_id))
        return result

    async def leads(self, school: SchoolId, day: date) -> Sequence[PersonId]:
        """Verified leads of a school."""
        found = await self._connection.execute(
            select(place.c.person_id)
            .where(place.c.school_id == school, place.c.role == Role.SCHOOL_LEAD.value, place.c.verified, in_force(day))
            .order_by(place.c.person_id)
        )
        return [PersonId(each) for each in found.scalars()]

    async def present(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[Presence]]:
        """Who of these schools is in the bot."""
        found = await self._connection.execute(
            select(place.c.school_id, place.c.person_id, place.c.role, person.c.seen)
            .join(person, person.c.id == place.c.person_id)
            .where(
                place.c.school_id.in_(schools),
                place.c.verified,
                in_force(day),
                person.c.state == PersonState.ACTIVE.value,
            )
            .order_by(place.c.school_id, place.c.person_id)
        )
        result: dict[SchoolId, list[Presence]] = defaultdict(list)
        for school, whom, role, seen in found:
            result[SchoolId(school)].append(Presence(PersonId(whom), Role(role), seen))
        return result

    async def municipalities_with(self, role: Role, day: date) -> Collection[MunicipalityId]:
        """Where somebody holds this role."""
        found = await self._connection.execute(
            select(place.c.municipality_id)
            .where(place.c.role == role.value, place.c.verified, in_force(day), place.c.municipality_id.is_not(None))
            .distinct()
        )
        return {MunicipalityId(each) for each in found.scalars()}

    async def people_with(self, role: Role, within: Sequence[Territory], day: date) -> Sequence[PersonId]:
        """Who holds this role there."""
        found = await self._connection.execute(
            select(place.c.person_id)
            .where(place.c.role == role.value, place.c.verified, in_force(day), lies_within(place, within))
            .distinct()
            .order_by(place.c.person_id)
        )
        return [PersonId(each) for each in found.scalars()]

    async def _found(self, statement: Select[Any]) -> list[KeptPlace]:
        return [_kept(row, {}) for row in await self._connection.execute(statement)]


_BETWEEN = "\x1f"
"""Parts the subjects of a place: the sign made for it, which no code has."""
_SUBJECTS = (
    select(func.aggregate_strings(place_subject.c.subject, _BETWEEN))
    .where(place_subject.c.place_id == place.c.id)
    .scalar_subquery()
)
_PLACES = select(place, _SUBJECTS.label("subjects")).order_by(place.c.id)
_DAY = bindparam("day", type_=Date)
# asked at every tap: put together once
_HELD = _PLACES.where(place.c.person_id == bindparam("whom"), in_force(_DAY))
_ASSIGNED = select(pair.c.kind, pair.c.school_id).where(
    pair.c.helper_id == bindparam("whom"), pair.c.starts <= _DAY, or_(pair.c.ends.is_(None), pair.c.ends >= _DAY)
)


def _subjects(joined: str | None) -> frozenset[SubjectId]:
    return frozenset(map(SubjectId, joined.split(_BETWEEN))) if joined else frozenset()


def _kept(row: Row[Any], assigned: Mapping[str, frozenset[SchoolId]]) -> KeptPlace:
    role = Role(row.role)
    kind = _KIND_OF_ROLE.get(role)
    found = Place(
        PlaceId(row.id),
        role,
        territory_of(row),
        _subjects(row.subjects),
        assigned.get(kind.value, frozenset()) if kind else frozenset(),
        row.starts,
        row.ends,
        row.verified,
        row.deputy,
    )
    order = None if row.order_number is None else Order(row.order_number, row.order_date)
    return KeptPlace(
        found, PersonId(row.person_id), order, None if row.home_school_id is None else SchoolId(row.home_school_id)
    )
