"""The inbox (ADR 3): what has arrived is durable before it is confirmed, and leaves no words behind once it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.storage.current import FormWrite
from shnor_domain.storage.engine import Database
from shnor_domain.storage.forms import write_forms
from shnor_domain.storage.schema.updates import applied, form, inbox, inbox_body
from shnor_domain.storage.upsert import insert

ATTEMPTS = 3
"""Failures after which an update is put aside."""

REPLAYS = 10
"""Starts after which an update that was first in its lane each time is taken for the cause of the crashes."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update: `lane` is its chat, `kind` what it is, no content, `body` stripped JSON, `received` real time."""

    update_id: int
    lane: int
    kind: str
    body: str
    received: datetime


# said at every tap: put together once
_THIS = inbox.c.update_id == bindparam("this")
_DONE = update(inbox).where(_THIS).values(state="done")
_WIPED = delete(inbox_body).where(inbox_body.c.update_id == bindparam("this"))


class InboxStore:
    """Each method is one transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def accept(self, batch: Sequence[Arrived]) -> list[Arrived]:
        """Write the batch down; gives back those never seen before, in order (Telegram repeats unconfirmed ones)."""
        if not batch:
            return []
        by_id = {one.update_id: one for one in batch}
        rows = [{name: value for name, value in asdict(one).items() if name != "body"} for one in by_id.values()]
        async with self._database.write() as connection:
            statement = insert(connection, inbox).values(rows).on_conflict_do_nothing(index_elements=["update_id"])
            fresh = set((await connection.execute(statement.returning(inbox.c.update_id))).scalars())
            if fresh:
                bodies = [{"update_id": key, "body": by_id[key].body} for key in fresh]
                await connection.execute(plain_insert(inbox_body), bodies)
        return [one for one in by_id.values() if one.update_id in fresh]

    async def pending(self, after: int = 0, limit: int = 500) -> list[Arrived]:
        """The next updates not yet done with numbers above `after`, in order."""
        query = (
            select(inbox.c.update_id, inbox.c.lane, inbox.c.kind, inbox_body.c.body, inbox.c.received)
            .join(inbox_body, inbox_body.c.update_id == inbox.c.update_id)
            .where(inbox.c.state == "new", inbox.c.update_id > after)
            .order_by(inbox.c.update_id)
            .limit(limit)
        )
        async with self._database.read() as connection:
            return [Arrived(**row) for row in (await connection.execute(query)).mappings()]

    async def restarted(self) -> list[int]:
        """Count a start of the process against the first update of each lane; park and return those that had too many.

        An update that kills the process (memory, a fault in a library) would otherwise kill it for ever.
        """
        first = select(func.min(inbox.c.update_id)).where(inbox.c.state == "new").group_by(inbox.c.lane)
        async with self._database.write() as connection:
            await connection.execute(
                update(inbox).where(inbox.c.update_id.in_(first)).values(replays=inbox.c.replays + 1)
            )
            found = await connection.execute(
                update(inbox)
                .where(inbox.c.state == "new", inbox.c.replays > REPLAYS)
                .values(state="parked")
                .returning(inbox.c.update_id)
            )
            parked = sorted(found.scalars())
            if parked:
                await connection.execute(delete(inbox_body).where(inbox_body.c.update_id.in_(parked)))
        return parked

    async def done(self, arrived: Arrived, forms: Mapping[str, FormWrite], *, forgotten: bool = False) -> None:
        """Commit the forms of the update, wipe its body and mark it, all at once.

        `forgotten`: the person has deleted herself in this update: neither its row nor a form of her chat stays.
        """
        this = {"this": arrived.update_id}
        async with self._database.write() as connection:
            if forgotten:
                await connection.execute(delete(form).where(form.c.lane == arrived.lane))
                await connection.execute(delete(applied).where(applied.c.update_id == arrived.update_id))
                await connection.execute(delete(inbox).where(_THIS), this)
            else:
                await write_forms(connection, forms)
                await connection.execute(_DONE, this)
            await connection.execute(_WIPED, this)

    async def failed(self, update_id: int) -> bool:
        """Count a failed attempt; after the third the update is parked with its body wiped: True then."""
        async with self._database.write() as connection:
            found = await connection.execute(
                update(inbox)
                .where(inbox.c.update_id == update_id, inbox.c.state == "new")
                .values(attempts=inbox.c.attempts + 1)
                .returning(inbox.c.attempts)
            )
            attempts = found.scalar()
            if attempts is not None and attempts < ATTEMPTS:
                return False
            await _park(connection, update_id)
            return True

    async def park(self, update_id: int) -> None:
        """Put aside at once: for an update that no attempt can ever read."""
        async with self._database.write() as connection:
            await _park(connection, update_id)

    async def parked(self) -> list[tuple[int, str]]:
        """Numbers and kinds of the updates put aside in the last 48 hours, for the operator."""
        query = select(inbox.c.update_id, inbox.c.kind).where(inbox.c.state == "parked").order_by(inbox.c.update_id)
        async with self._database.read() as connection:
            return [(row.update_id, row.kind) for row in await connection.execute(query)]

    async def purge(self, before: datetime) -> int:
        """Delete what was finished or parked and arrived earlier than `before`, with its results; returns how many."""
        old = select(inbox.c.update_id).where(inbox.c.received < before, inbox.c.state != "new")
        async with self._database.write() as connection:
            await connection.execute(delete(applied).where(applied.c.update_id.in_(old)))
            gone = await connection.execute(
                delete(inbox).where(inbox.c.received < before, inbox.c.state != "new").returning(inbox.c.update_id)
            )
            return len(gone.all())

    async def rewrite_bodies(self) -> None:
        """Throw the tree of bodies away and write the pending ones anew, so that SQLite overwrites every page of it."""
        if not self._database.is_sqlite:
            return
        async with self._database.write() as connection:
            rows = (await connection.execute(select(inbox_body))).mappings().all()
            # without WHERE: SQLite then clears the whole tree, its root included, instead of row after row
            await connection.execute(delete(inbox_body))
            if rows:
                await connection.execute(plain_insert(inbox_body), [dict(row) for row in rows])


async def _park(connection: AsyncConnection, update_id: int) -> None:
    await connection.execute(update(inbox).where(inbox.c.update_id == update_id).values(state="parked"))
    await connection.execute(delete(inbox_body).where(inbox_body.c.update_id == update_id))
