"""What people must be told, as rows of the notification table."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import Notice, NoticeState
from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Telling
from shnor_domain.storage.schema.notifications import notification


class Tellings:
    """Port `Tellings` over the planner of notices: people lie below notifications and may not know them."""

    def __init__(self, connection: AsyncConnection, notices: NoticePlanner) -> None:
        self._connection = connection
        self._notices = notices

    async def tell(self, telling: Telling) -> None:
        """Plan; what already waits under this key keeps its instant, what was taken back waits anew."""
        for row in await self._notices.of_subject(telling.subject):
            if row.notice.key == telling.key and row.state is not NoticeState.CANCELLED:
                return
        await self._notices.plan(
            Notice(telling.key, telling.person, telling.kind, telling.subject, telling.due, dict(telling.payload))
        )

    async def untell(self, subject: str, now: datetime) -> None:
        """What waits about `subject` never goes."""
        await self._notices.cancel(subject, now)

    async def reconsider(self, person: PersonId, now: datetime) -> None:
        """Look anew at what waits."""
        await self._notices.reconsider(person, now)

    async def erase(self, subject: str) -> None:
        """No row about it stays."""
        await self._connection.execute(delete(notification).where(notification.c.subject == subject))
