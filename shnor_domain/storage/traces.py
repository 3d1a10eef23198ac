"""What a chat leaves in the machinery besides its person's own records, and how it is forgotten (/privacy, rule 10)."""

import json
from datetime import datetime

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.people.model.person import name_key
from shnor_domain.storage.current import update_in_hand
from shnor_domain.storage.schema.updates import applied, form, inbox, inbox_body


class TraceStore:
    """Works in the transaction of the deletion itself."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def forget(self, chat: int) -> None:
        """Delete the chat's updates, their results and its forms; those of the update in hand go when it is done.

        On SQLite the file is asked to be written anew at the next sweep (`wipe_free_space`).
        """
        current = update_in_hand.get()
        kept = current.update_id if current is not None else None
        mine = select(inbox.c.update_id).where(inbox.c.lane == chat, inbox.c.update_id != (kept or 0))
        await self._connection.execute(delete(applied).where(applied.c.update_id.in_(mine)))
        await self._connection.execute(delete(inbox_body).where(inbox_body.c.update_id.in_(mine)))
        await self._connection.execute(delete(inbox).where(inbox.c.update_id.in_(mine)))
        await self._connection.execute(delete(form).where(form.c.lane == chat))
        if current is not None and current.lane == chat:
            current.forms.clear()
            current.forgotten = True
        await self.wipe_free_space()

    async def forget_name(self, name: str) -> None:
        """Delete the forms of others in which this name was typed, to look for her; «» deletes none."""
        if not name:
            return
        key = name_key(json.dumps(name, ensure_ascii=False)[1:-1], limit=None)
        rows = await self._connection.execute(select(form.c.key, form.c.data).where(form.c.data.is_not(None)))
        found = [row.key for row in rows if key in name_key(row.data, limit=None)]
        await self._connection.execute(delete(form).where(form.c.key.in_(found)))

    async def forget_guests(self, before: datetime) -> int:
        """Delete the forms in which the name of somebody without an account was typed before this instant; returns how
        many. A form that is changed at this moment is written anew, and looked at the next day."""
        some = form.c.data.like('%"guest_typed"%')
        rows = await self._connection.execute(select(form.c.key, form.c.data).where(some))
        found = [row.key for row in rows if (typed := _guest_typed(row.data)) is not None and typed < before]
        if found:
            await self._connection.execute(delete(form).where(form.c.key.in_(found)))
            await self.wipe_free_space()
        return len(found)

    async def wipe_free_space(self) -> None:
        """Ask for a VACUUM at the next sweep: deleted rows leave copies in the gaps of SQLite's pages.

        For every deletion of personal records; nothing happens when the transaction rolls back.
        """
        if self._connection.dialect.name == "sqlite":
            # user_version is written with the transaction and survives a kill, which a flag in memory would not
            await self._connection.execute(text("PRAGMA user_version = 1"))


def _guest_typed(data: str) -> datetime | None:
    kept = json.loads(data).get("dialog_data", {}).get("guest_typed")
    return None if kept is None else datetime.fromisoformat(kept)
