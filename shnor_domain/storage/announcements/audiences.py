"""Whom an announcement reaches."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import CTE, Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.announcements.forecast_groups import Alike
from shnor_domain.announcements.ports import Recipient, Scope, Snapshot
from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import Reader
from shnor_domain.people.model.preferences import Notices, Quiet
from shnor_domain.storage.announcements.choosing import chosen
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.people.reach import territory_of
from shnor_domain.storage.schema.people import account, person, preferences
from shnor_domain.storage.schema.places import pair, place
from shnor_domain.storage.schema.territories import municipality, school

_SOMEBODY, _SOMEWHERE = PersonId(0), ChatId(0)


class AudiencesStore:
    """Port `AudienceBook`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def count(self, scope: Scope) -> int:
        """One statement."""
        return int((await self._connection.execute(select(func.count()).select_from(chosen(scope)))).scalar_one())

    async def sample(self, scope: Scope, limit: int) -> Sequence[Recipient]:
        """One statement."""
        found = chosen(scope)
        query = _named(found).outerjoin(municipality, municipality.c.id == found.c.municipality_id)
        query = query.outerjoin(school, school.c.id == found.c.school_id).order_by(
            municipality.c.name.is_not(None), municipality.c.name, school.c.id.is_not(None),
            school.c.number.is_(None), school.c.number, school.c.name, person.c.name_key, person.c.id,
        )  # fmt: skip
        return [_recipient(row) for row in await self._connection.execute(query.limit(limit))]

    async def zones(self, scope: Scope) -> Sequence[str]:
        """One statement."""
        found = chosen(scope)
        query = select(person.c.zone).distinct().join(found, found.c.person_id == person.c.id).order_by(person.c.zone)
        return list((await self._connection.execute(query)).scalars())

    async def alike(self, scope: Scope) -> Sequence[Alike]:
        """One statement: as many rows as there are habits. Days off go by her first place, as in delivery."""
        found = chosen(scope)
        mine = place.alias("mine")
        first = (
            select(func.min(place.c.id))
            .where(place.c.person_id == found.c.person_id, in_force(scope.day))
            .scalar_subquery()
        )
        active = and_(account.c.person_id == person.c.id, account.c.active)
        habits: tuple[Any, ...] = (
            person.c.zone, preferences.c.quiet_from, preferences.c.quiet_to, preferences.c.notices,
            preferences.c.leave_until, account.c.unreachable_reason, account.c.active,
            mine.c.region_id, mine.c.municipality_id,
        )  # fmt: skip
        query = (
            select(*habits, func.count().label("people"))
            .select_from(found)
            .join(person, person.c.id == found.c.person_id)
            .outerjoin(mine, mine.c.id == first)
            .outerjoin(account, active)
            .outerjoin(preferences, preferences.c.person_id == person.c.id)
            .group_by(*habits)
        )
        return [_alike(row) for row in await self._connection.execute(query)]

    async def page(self, scope: Scope, after: int, most: int, upto: Snapshot) -> tuple[Sequence[Recipient], int | None]:
        """Two short statements: the ids of the page first, so that each page costs the same."""
        ids = select(place.c.person_id).where(place.c.person_id > after).distinct().order_by(place.c.person_id)
        last = (await self._connection.execute(select(func.max(ids.limit(most).subquery().c.person_id)))).scalar()
        if last is None:
            return [], None
        found = chosen(scope, upto, range(after + 1, int(last) + 1))
        rows = await self._connection.execute(_named(found).order_by(person.c.id))
        return [_recipient(row) for row in rows], int(last)

    async def among(self, scope: Scope, people: Collection[PersonId]) -> Collection[PersonId]:
        """One short statement."""
        found = chosen(scope, among=sorted(people))
        rows = await self._connection.execute(select(found.c.person_id))
        return {PersonId(each) for each in rows.scalars()}

    async def snapshot(self) -> Snapshot:
        """The ends of two indexes."""
        query = select(
            select(func.max(place.c.id)).scalar_subquery().label("place"),
            select(func.max(pair.c.id)).scalar_subquery().label("pair"),
        )
        row = (await self._connection.execute(query)).one()
        return Snapshot(row.place or 0, row.pair or 0)


def _named(found: CTE) -> Select[Any]:
    columns = (person.c.id, person.c.name, person.c.zone, found.c.role,
               found.c.region_id, found.c.municipality_id, found.c.school_id)  # fmt: skip
    return select(*columns).select_from(found).join(person, person.c.id == found.c.person_id)


def _recipient(row: Any) -> Recipient:
    return Recipient(PersonId(row.id), row.name, row.zone, Role(row.role), territory_of(row))


def _alike(row: Any) -> Alike:
    """Nobody in particular: only what delivery decides by."""
    reader = Reader(
        _SOMEBODY,
        _SOMEWHERE if row.active else None,
        row.zone,
        Quiet() if row.quiet_from is None else Quiet(row.quiet_from, row.quiet_to),
        row.leave_until,
        row.notices == Notices.OWN.value,
        row.unreachable_reason,
    )
    return Alike(reader, Territory(row.region_id, row.municipality_id), row.people)
