"""A person's rows outside of the features."""

from collections.abc import Collection

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.storage.people.people import PeopleStore
from shnor_domain.storage.schema.notifications import chat_menu
from shnor_domain.storage.traces import TraceStore


class Forgets:
    """Port `Forgets`. The person's own tables go by cascade; the audit log keeps its rows without her (SET NULL)."""

    def __init__(self, connection: AsyncConnection, notices: NoticePlanner, traces: TraceStore) -> None:
        self._connection = connection
        self._people = PeopleStore(connection)
        self._notices = notices
        self._traces = traces

    async def person(self, person: PersonId, chats: Collection[int]) -> None:
        """Notices first: their rows have no foreign key."""
        await self._notices.forget(person)
        for chat in chats:
            await self._connection.execute(delete(chat_menu).where(chat_menu.c.chat == chat))
            await self._traces.forget(chat)
        if (found := await self._people.get(person)) is not None:
            await self._traces.forget_name(found.name)
        await self._people.drop(person)
        await self._traces.wipe_free_space()
