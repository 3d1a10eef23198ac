"""Readers, gathered from what people have set."""

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import Reader
from shnor_domain.people.model.person import PersonState
from shnor_domain.people.model.preferences import Notices, Quiet
from shnor_domain.storage.schema.people import account, person, preferences


class ReaderStore:
    """Port `ReaderBook`: one query a reader."""

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
