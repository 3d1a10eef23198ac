"""People and schools that nothing reaches, over people, chats, places, lists of the year and notices."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, Role, SchoolId, Territory
from shnor_domain.notifications.model import NoticeState
from shnor_domain.notifications.unreached import Unreached
from shnor_domain.people.model.person import PersonState
from shnor_domain.storage.notifications import ownerless
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.people.reach import lies_within, territory_of
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import account, person
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.schema.territories import municipality, school, school_status
from shnor_domain.territories.model import SUPPORTED, SchoolState, SchoolYear

_LOST = (NoticeState.FAILED.value, NoticeState.UNKNOWN.value)
_UNSENT = (NoticeState.PLANNED.value, NoticeState.HELD.value, NoticeState.SENDING.value)
_OPEN = [state.value for state in SchoolState if state.open]
_LISTED = sorted(status.value for status in SUPPORTED)
_MANY = 500
_T = notification.c


class UnreachedStore:
    """Port `UnreachedBook`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def people(
        self, within: Sequence[Territory], today: date, since: datetime, now: datetime
    ) -> Sequence[Unreached]:
        """Two statements, the second once for each 500 people. A school goes before other places of hers."""
        columns = (person.c.id, place.c.region_id, place.c.municipality_id, place.c.school_id,
                   account.c.chat, account.c.unreachable_reason)  # fmt: skip
        rows = await self._connection.execute(
            _silent(select(*columns), within, today, since).order_by(
                person.c.id, place.c.school_id.is_(None), place.c.id
            )
        )
        first: dict[int, Any] = {}
        for row in rows:
            first.setdefault(row.id, row)
        told = await self._told(list(first), since, now)
        return [
            Unreached(
                where=territory_of(row),
                person=PersonId(row.id),
                reason="no-chat" if row.chat is None else row.unreachable_reason,
                waiting=told[row.id]["waiting"],
                failed=told[row.id]["failed"],
                unknown=told[row.id]["unknown"],
            )
            for row in first.values()
        ]

    async def _told(self, people: Sequence[int], since: datetime, now: datetime) -> dict[int, dict[str, int]]:
        counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        lost = and_(_T.state.in_(_LOST), _T.due >= since)
        waits = and_(_T.state.in_(_UNSENT), _T.due <= now)
        for begin in range(0, len(people), _MANY):
            some = people[begin : begin + _MANY]
            rows = await self._connection.execute(
                select(_T.person_id, _T.state, func.count().label("number"))
                .where(_T.person_id.in_(some), or_(lost, waits))
                .group_by(_T.person_id, _T.state)
            )
            for row in rows:
                counts[row.person_id][row.state if row.state in _LOST else "waiting"] += row.number
        return counts

    async def schools(self, within: Sequence[Territory], today: date, year: SchoolYear) -> Sequence[Unreached]:
        """One statement."""
        rows = await self._connection.execute(
            _leaderless(select(school.c.id, municipality.c.region_id, school.c.municipality_id), within, today, year)
        )
        return [
            Unreached(Territory(RegionId(row.region_id), MunicipalityId(row.municipality_id), SchoolId(row.id)))
            for row in rows
        ]

    async def ownerless(self, within: Sequence[Territory], today: date) -> Sequence[Unreached]:
        """Three statements at most."""
        units = await ownerless.units(self._connection, within, today)
        return [*units, *await ownerless.bodies(self._connection, within)]

    async def count(self, within: Sequence[Territory], today: date, since: datetime, year: SchoolYear) -> int:
        """People and schools at once."""
        people = _silent(select(func.count(person.c.id.distinct())), within, today, since).scalar_subquery()
        schools = _leaderless(select(func.count(school.c.id)), within, today, year).scalar_subquery()
        found: int = (await self._connection.execute(select(people + schools))).scalar_one()
        return found + len(await self.ownerless(within, today))


def _silent(columns: Select[Any], within: Collection[Territory], today: date, since: datetime) -> Select[Any]:
    """Rows of a person, her place and her active chat."""
    hers = and_(account.c.person_id == person.c.id, account.c.active)
    lost = select(_T.id).where(_T.person_id == person.c.id, _T.state.in_(_LOST), _T.due >= since)
    return (
        columns.select_from(person.join(place, place.c.person_id == person.c.id).outerjoin(account, hers))
        .where(person.c.state == PersonState.ACTIVE.value, in_force(today), lies_within(place, within))
        .where(or_(account.c.chat.is_(None), account.c.unreachable_since.is_not(None), lost.exists()))
    )


def _leaderless(columns: Select[Any], within: Collection[Territory], today: date, year: SchoolYear) -> Select[Any]:
    """Rows of a school and its municipality."""
    led = (
        select(place.c.id)
        .join(person, person.c.id == place.c.person_id)
        .where(place.c.school_id == school.c.id, place.c.role == Role.SCHOOL_LEAD.value, place.c.verified)
        .where(in_force(today), person.c.state == PersonState.ACTIVE.value)
    )
    listed = select(school_status.c.school_id).where(
        school_status.c.school_id == school.c.id,
        school_status.c.year == year,
        school_status.c.status.in_(_LISTED),
    )
    return (
        columns.select_from(school.join(municipality, municipality.c.id == school.c.municipality_id))
        .where(school.c.state.in_(_OPEN), or_(false(), *(_there(each) for each in within)))
        .where(or_(listed.exists(), ownerless.has_items()), ~led.exists())
    )


def _there(territory: Territory) -> ColumnElement[bool]:
    levels = (
        (municipality.c.region_id, territory.region),
        (school.c.municipality_id, territory.municipality),
        (school.c.id, territory.school),
    )
    return and_(true(), *(column == value for column, value in levels if value is not None))
