"""Which accounts can be written to."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId
from shnor_domain.storage.schema.people import account


class ReachStore:
    """Port `Reach` over the accounts of people."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def lost(self, chat: ChatId, reason: str, now: datetime) -> None:
        """The first loss keeps its instant."""
        mark = update(account).where(account.c.chat == chat, account.c.unreachable_since.is_(None))
        await self._connection.execute(mark.values(unreachable_since=now, unreachable_reason=reason))

    async def found(self, person: PersonId) -> None:
        """The active account answers again."""
        mark = update(account).where(account.c.person_id == person, account.c.active)
        await self._connection.execute(mark.values(unreachable_since=None, unreachable_reason=None))

    async def moved(self, old: ChatId, new: ChatId) -> None:
        """Give the account its new number."""
        await self._connection.execute(update(account).where(account.c.chat == old).values(chat=new))
