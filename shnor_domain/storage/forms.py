"""Forms: where each person is in which dialog, and what she has typed there. A form that holds nothing has no row."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, delete, null, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.storage.current import NO_FORM, FormFound, FormWrite
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.updates import form
from shnor_domain.storage.upsert import insert

_OF_LANE = select(form.c.key, form.c.state, form.c.data).where(form.c.lane == bindparam("chat"))


class FormStore:
    """Forms read and written on their own, outside of the transaction of an update."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self, key: str) -> FormFound:
        """The form; `NO_FORM` when there is none."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(form.c.state, form.c.data).where(form.c.key == key))).first()
        return NO_FORM if row is None else (row.state, row.data)

    async def of_lane(self, lane: int) -> dict[str, FormFound]:
        """All forms of a chat by key: a stack and the windows on it."""
        async with self._database.read() as connection:
            rows = (await connection.execute(_OF_LANE, {"chat": lane})).all()
        return {row.key: (row.state, row.data) for row in rows}

    async def write(self, key: str, change: FormWrite) -> None:
        """Write at once: for changes that belong to no update."""
        async with self._database.write() as connection:
            await write_forms(connection, {key: change})


async def write_forms(connection: AsyncConnection, forms: Mapping[str, FormWrite]) -> None:
    """Bring the forms to what `forms` says, inside the caller's transaction; those left with nothing are deleted."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for key, change in forms.items():
        if change.columns:
            alike[tuple(sorted(change.columns))].append({"key": key, "lane": change.lane, **change.columns})
    for columns, rows in alike.items():
        statement = insert(connection, form)
        changed = {name: statement.excluded[name] for name in columns}
        await connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=changed), rows)
    emptied = [key for key, change in forms.items() if None in change.columns.values()]
    if emptied:
        await connection.execute(
            delete(form).where(form.c.key.in_(emptied), form.c.state.is_(null()), form.c.data.is_(null()))
        )
