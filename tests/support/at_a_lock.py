"""Two units that meet at a lock: the first goes on once the second waits for it, however slow the machine is."""

import asyncio

from sqlalchemy import text

from shnor_domain.storage.engine import Database

WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
GUARD = 30
"""Seconds after which it is an error of the test."""


async def until_somebody_waits(database: Database, over: asyncio.Event) -> None:
    """Return when a unit waits for a lock of another, or `over` is set because it needs none. SQLite has one writer:
    who is not at work waits."""
    if database.engine.dialect.name != "postgresql":
        return
    async with asyncio.timeout(GUARD):
        while not over.is_set():
            async with database.read() as connection:
                if await connection.scalar(WAITING):
                    return
            await asyncio.sleep(0.01)
