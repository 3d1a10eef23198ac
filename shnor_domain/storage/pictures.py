"""The shelf of pictures: by which name the messenger knows what was drawn."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.storage.schema.pictures import picture
from shnor_domain.storage.upsert import insert

_KNOWN = select(picture.c.file_id).where(picture.c.bot == bindparam("of"), picture.c.key == bindparam("name"))


class PictureStore:
    """Port `Pictures`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, bot: int, key: str) -> str | None:
        """By the primary key."""
        return (await self._connection.execute(_KNOWN, {"of": bot, "name": key})).scalar()

    async def keep(self, bot: int, key: str, file_id: str, made_at: datetime) -> None:
        """Of two who have drawn the same at once the later name stands; both are good."""
        statement = insert(self._connection, picture).values(bot=bot, key=key, file_id=file_id, made_at=made_at)
        changed = {name: statement.excluded[name] for name in ("file_id", "made_at")}
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["bot", "key"], set_=changed))

    async def forget(self, before: datetime) -> None:
        """One statement over the index of `made_at`."""
        await self._connection.execute(delete(picture).where(picture.c.made_at < before))
