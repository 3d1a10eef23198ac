"""Readers, gathered from what people have set."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.digests import usual_hour
from shnor_domain.notifications.model import DigestHabit, NoticeState, Reader
from shnor_domain.people.model.person import PersonState
from shnor_domain.people.model.preferences import Notices, Quiet
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import account, person, preferences
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.territories.lands import LandsStore

_AHEAD = timedelta(days=60)
_BACK = timedelta(days=16)
"""Longer than any row of days off: what they have held knows its hour of the first working day."""
_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
_READERS = (
    select(
        person.c.id,
        person.c.zone,
        account.c.chat,
        account.c.unreachable_reason,
        preferences.c.quiet_from,
        preferences.c.quiet_to,
        preferences.c.notices,
        preferences.c.leave_until,
    )
    .select_from(
        person.outerjoin(account, and_(account.c.person_id == person.c.id, account.c.active)).outerjoin(
            preferences, preferences.c.person_id == person.c.id
        )
    )
    .where(person.c.id.in_(_PEOPLE), person.c.state == PersonState.ACTIVE.value)
)
_PLACES = (
    select(place.c.person_id, place.c.region_id, place.c.municipality_id, place.c.starts, place.c.ends)
    .where(place.c.person_id.in_(_PEOPLE))
    .order_by(place.c.id)
)


class ReaderStore:
    """Port `ReaderBook`: one statement for any number of readers; days off take a few more."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def reader(self, person_id: PersonId) -> Reader | None:
        """Who left is nobody; who never touched /settings has the defaults."""
        return (await self.readers([person_id])).get(person_id)

    async def readers(self, persons: Collection[PersonId]) -> Mapping[PersonId, Reader]:
        """One statement."""
        rows = await self._connection.execute(_READERS, {"people": sorted(persons)})
        return {PersonId(row.id): _reader(row) for row in rows}

    async def digest_habit(self, reader: Reader, now: datetime, kinds: Collection[str]) -> DigestHabit:
        """Two statements: what she has set or is, and her last digest."""
        today = now.astimezone(ZoneInfo(reader.zone)).date()
        set_at = select(preferences.c.digest_at).where(preferences.c.person_id == reader.person).scalar_subquery()
        held = select(place.c.role, set_at.label("at")).where(place.c.person_id == reader.person, in_force(today))
        rows = (await self._connection.execute(held)).all()
        at = rows[0].at if rows else (await self._connection.execute(select(set_at))).scalar()
        if at is None:
            at = usual_hour(Role(row.role) for row in rows)
        said = and_(notification.c.person_id == reader.person, notification.c.state == NoticeState.SENT.value)
        last = await self._connection.execute(
            select(func.max(notification.c.sent_at)).where(said, notification.c.kind.in_(sorted(kinds)))
        )
        instant = last.scalar()
        return DigestHabit(at, None if instant is None else instant.astimezone(ZoneInfo(reader.zone)).date())

    async def days_off(self, reader: Reader, now: datetime) -> frozenset[date]:
        """Who has no place rests with the whole country."""
        return (await self.with_days_off({reader.person: reader}, now))[reader.person].days_off

    async def with_days_off(self, readers: Mapping[PersonId, Reader], now: datetime) -> Mapping[PersonId, Reader]:
        """One statement, and a few for each calendar that there is among them."""
        places: dict[PersonId, list[Any]] = {}
        for row in await self._connection.execute(_PLACES, {"people": sorted(readers)}):
            places.setdefault(PersonId(row.person_id), []).append(row)
        lands, calendars = LandsStore(self._connection), {}
        days: dict[tuple[Territory, date], frozenset[date]] = {}
        found = {}
        for person_id, reader in readers.items():
            today = now.astimezone(ZoneInfo(reader.zone)).date()
            where = _first_place(places.get(person_id, ()), today)
            if where not in calendars:
                calendars[where] = await lands.calendar_of(where)
            if (where, today) not in days:
                around = (today + timedelta(days=after) for after in range(-_BACK.days, _AHEAD.days + 1))
                days[where, today] = frozenset(day for day in around if not calendars[where].is_working(day))
            found[person_id] = replace(reader, days_off=days[where, today])
        return found


def _reader(row: Any) -> Reader:
    return Reader(
        person=PersonId(row.id),
        chat=None if row.chat is None else ChatId(row.chat),
        zone=row.zone,
        quiet=Quiet() if row.quiet_from is None else Quiet(row.quiet_from, row.quiet_to),
        leave_until=row.leave_until,
        own_only=row.notices == Notices.OWN.value,
        unreachable=row.unreachable_reason,
    )


def _first_place(rows: Iterable[Any], today: date) -> Territory:
    """Municipality and region alone: no school has days off of its own."""
    row = next((row for row in rows if row.starts <= today and (row.ends is None or row.ends >= today)), None)
    return Territory() if row is None else Territory(row.region_id, row.municipality_id)
