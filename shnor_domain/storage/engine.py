"""The database: SQLite in WAL mode or PostgreSQL, with one discipline for both (ADR 2)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from shnor_domain.storage import one_trip

_SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    # a confirmed update and a booking that was shown survive a power cut too: NORMAL would lose the last commits
    "synchronous=FULL",
    "busy_timeout=10000",
    "foreign_keys=ON",
    # what is deleted is overwritten: names and typed text must not survive in free pages (rule 10)
    "secure_delete=ON",
    "temp_store=MEMORY",
    # KiB of pages that each connection may keep, 20 connections at most: the system's cache holds the file anyway, and
    # 2 MB each, which a mailing to 100,000 people fills, would be 40
    "cache_size=-512",
)


class Database:
    """Opens transactions. SQLite writers of one process stand in a fair line: its own wait is not (p99 2 s → 0.7 s)."""

    def __init__(self, url: str) -> None:
        """`url` is «sqlite+aiosqlite:///file» or «postgresql+psycopg://…»."""
        self.engine = _engine(url)
        self._reader = self.engine.execution_options(**_reading(self.engine))
        self._line: asyncio.Lock | None = asyncio.Lock() if self.is_sqlite else None

    @property
    def is_sqlite(self) -> bool:
        """True for the embedded database."""
        return self.engine.dialect.name == "sqlite"

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write: commits at the end of the block, rolls back on any exception."""
        if self._line is None:
            async with self.engine.begin() as connection:
                yield connection
            return
        async with self._line, self.engine.begin() as connection:
            yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A snapshot to read from; runs beside an open writer."""
        async with self._reader.begin() as connection:
            yield connection

    async def sweep(self) -> bool:
        """Make wiped bytes vanish from the file and from its log (rule 10); nothing to do on a server.

        Writes the file anew when a deletion has asked for it (`TraceStore.wipe_free_space`), then moves the log into
        the file and empties it. False when a reader of another process held the log: the next sweep will do it.
        """
        if self._line is None:
            return True
        async with self._line, self.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            driver: Any = raw.driver_connection
            if (await _ask(driver, "PRAGMA user_version"))[0]:
                await _ask(driver, "VACUUM")
                await _ask(driver, "PRAGMA user_version = 0")
            busy, *_frames = await _ask(driver, "PRAGMA wal_checkpoint(TRUNCATE)")
            return not busy

    async def close(self) -> None:
        """Give all connections back."""
        await self.engine.dispose()


async def _ask(driver: Any, statement: str) -> Any:
    cursor = await driver.execute(statement)
    row = await cursor.fetchone()
    await cursor.close()
    return row


def _engine(url: str) -> AsyncEngine:
    embedded = url.startswith("sqlite")
    # SQLAlchemy's own `async_creator` would lose the file's name and the options in the address
    driver = {"async_creator_fn": one_trip.connect} if embedded else {}
    # the one given back last goes out first: as few have pages and statements of their own as were ever needed at once
    engine = create_async_engine(
        url, pool_size=20, max_overflow=0, pool_pre_ping=not embedded, pool_use_lifo=True, connect_args=driver
    )
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare)
        event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _reading(engine: AsyncEngine) -> dict[str, Any]:
    """One state of the database for all statements of a reader: SQLite has it from BEGIN on, a server is asked."""
    if engine.dialect.name == "sqlite":
        return {"only_reads": True}
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def _prepare(driver: Any, _record: object) -> None:
    driver.isolation_level = None  # SQLAlchemy says BEGIN, sqlite3 does not
    cursor = driver.cursor()
    for pragma in _SQLITE_PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("only_reads"):
        driver: Any = connection.connection.driver_connection
        driver.reads()
        return
    # writers queue at BEGIN, never at the upgrade of a snapshot that has grown old (SQLITE_BUSY_SNAPSHOT has no wait)
    connection.exec_driver_sql("BEGIN IMMEDIATE")
