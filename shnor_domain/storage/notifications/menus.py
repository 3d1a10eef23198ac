"""What command menu each chat was last given."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.messaging import ChatId
from shnor_domain.storage.schema.notifications import chat_menu
from shnor_domain.storage.upsert import insert


class MenuStore:
    """Port `MenuHashes`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hash_of(self, chat: ChatId) -> str | None:
        """Look it up."""
        found = await self._connection.execute(select(chat_menu.c.hash).where(chat_menu.c.chat == chat))
        return found.scalar()

    async def keep(self, chat: ChatId, menu_hash: str) -> None:
        """Remember the last one."""
        fresh = insert(self._connection, chat_menu).values(chat=chat, hash=menu_hash)
        await self._connection.execute(fresh.on_conflict_do_update(index_elements=["chat"], set_={"hash": menu_hash}))
