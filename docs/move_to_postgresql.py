"""Copy an SQLite installation into an empty PostgreSQL database: python docs/move_to_postgresql.py SOURCE TARGET.

Both are addresses as SHNOR_DATABASE_URL takes them, both migrated to this version; the bot is stopped.
"""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import BigInteger, Integer, Table, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.setting_values import database_url
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema import metadata

_AT_ONCE = 1000
# laid by the target's own migrations or start: replaced by what the source has
_REPLACED = ("subject", "day_off", "threshold_profile")


async def copy(source: str, target: str) -> int:
    """Rows copied, in one transaction of the target. Raises ValueError when the target holds people already."""
    old, new = Database(database_url(source)), Database(database_url(target))
    try:
        async with old.read() as reader, new.write() as writer:
            if await writer.scalar(select(func.count()).select_from(metadata.tables["person"])):
                raise ValueError("the target holds people already")
            for name in _REPLACED:
                await writer.execute(metadata.tables[name].delete())
            return sum([await _table(reader, writer, table) for table in metadata.sorted_tables])
    finally:
        await old.close()
        await new.close()


async def _table(reader: AsyncConnection, writer: AsyncConnection, table: Table) -> int:
    rows = [dict(row) for row in (await reader.execute(select(table))).mappings()]
    for part, later in _after_what_they_name(rows, table):
        for start in range(0, len(part), _AT_ONCE):
            some = [{**row, **dict.fromkeys(later)} for row in part[start : start + _AT_ONCE]]
            await writer.execute(insert(table), some)
        for row in part if later else ():
            key = [column == row[column.name] for column in table.primary_key]
            await writer.execute(table.update().where(*key).values({name: row[name] for name in later}))
    await _count_on(writer, table)
    return len(rows)


def _after_what_they_name(
    rows: list[dict[str, Any]], table: Table
) -> Iterator[tuple[list[dict[str, Any]], Sequence[str]]]:
    """A row may name another of its table (a school its successor, a request what it was merged into), older or
    younger: first those that name none, then those that name them, and so on. The columns of what stands in a ring
    wait until all of it is there."""
    own = [(key.parent.name, key.column.name) for key in table.foreign_keys if key.column.table is table]
    there: dict[str, set[Any]] = {column: {None} for _name, column in own}
    while rows:
        ready: list[dict[str, Any]] = []
        rest: list[dict[str, Any]] = []
        for row in rows:
            (ready if all(row[name] in there[column] for name, column in own) else rest).append(row)
        if not ready:
            yield rest, [name for name, _column in own]
            return
        for column, known in there.items():
            known.update(row[column] for row in ready)
        rows = rest
        yield ready, ()


async def _count_on(writer: AsyncConnection, table: Table) -> None:
    """The next number comes after the highest one copied."""
    key = list(table.primary_key)
    if writer.dialect.name != "postgresql" or len(key) != 1 or not isinstance(key[0].type, BigInteger | Integer):
        return
    sequence = await writer.scalar(text("SELECT pg_get_serial_sequence(:t, :c)"), {"t": table.name, "c": key[0].name})
    if sequence is not None:
        highest = select(func.coalesce(func.max(key[0]), 0) + 1).scalar_subquery()
        await writer.execute(select(func.setval(sequence, highest, False)))


if __name__ == "__main__":
    sys.stdout.write(f"{asyncio.run(copy(sys.argv[1], sys.argv[2]))} rows\n")
