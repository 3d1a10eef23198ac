"""Readers, gathered from what people have set."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.digests import usual_hour
from shnor_domain.notifications.model import DigestHabit, NoticeState, Reader
from shnor_domain.people.model.person import PersonState
from shnor_domain.people.model.preferences import Notices, Quiet
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.people.reach import territory_of
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import account, person, preferences
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.territories.lands import LandsStore

_AHEAD = timedelta(days=60)


class ReaderStore:
    """Port `ReaderBook`: one query a reader; days off take a few more."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def reader(self, person_id: PersonId) -> Reader | None:
        """Who left is nobody; who never touched /settings has the defaults."""
        active = and_(account.c.person_id == person.c.id, account.c.active)
        tables = person.outerjoin(account, active).outerjoin(preferences, preferences.c.person_id == person.c.id)
        found = await self._connection.execute(
            select(
                person.c.zone,
                account.c.chat,
                account.c.unreachable_reason,
                preferences.c.quiet_from,
                preferences.c.quiet_to,
                preferences.c.notices,
                preferences.c.leave_until,
            )
            .select_from(tables)
            .where(person.c.id == person_id, person.c.state == PersonState.ACTIVE.value)
        )
        row = found.one_or_none()
        if row is None:
            return None
        return Reader(
            person=person_id,
            chat=None if row.chat is None else ChatId(row.chat),
            zone=row.zone,
            quiet=Quiet() if row.quiet_from is None else Quiet(row.quiet_from, row.quiet_to),
            leave_until=row.leave_until,
            own_only=row.notices == Notices.OWN.value,
            unreachable=row.unreachable_reason,
        )

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
        today = now.astimezone(ZoneInfo(reader.zone)).date()
        first = select(place).where(place.c.person_id == reader.person, in_force(today)).order_by(place.c.id).limit(1)
        row = (await self._connection.execute(first)).first()
        where = Territory() if row is None else territory_of(row)
        return frozenset(await LandsStore(self._connection).days_off(where, today, today + _AHEAD))
