"""SQLite in a thread, a statement with its rows in one trip to it and back.

aiosqlite makes four of each: cursor, execute, fetchall, close. Every trip wakes the loop and hands the interpreter from
thread to thread; at fifty statements an answer that was most of what an answer cost.
"""

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import aiosqlite

_CHUNK = 64


class OneTripConnection(aiosqlite.Connection):
    """A connection whose cursors bring everything at once; the rest is aiosqlite's own."""

    def cursor(self) -> "OneTripCursor":  # type: ignore[override]  # its own needs a trip, and is awaited or entered
        """Made without a trip."""
        return OneTripCursor(self)


class OneTripCursor:
    """What SQLAlchemy asks of a driver's cursor. The real one lives within a trip: whoever stops waiting leaves no
    statement half read."""

    def __init__(self, connection: OneTripConnection) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount, self.arraysize = -1, 1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> "OneTripCursor":
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> "OneTripCursor":
        """Run it and fetch all that it gives."""
        return await self._trip(lambda cursor: cursor.execute(statement, parameters))

    async def executemany(self, statement: str, parameters: Sequence[Sequence[Any]]) -> "OneTripCursor":
        """Run it for each."""
        return await self._trip(lambda cursor: cursor.executemany(statement, parameters))

    async def fetchall(self) -> Sequence[Any]:
        """What has been fetched and not been asked for yet."""
        rows, self._rows = self._rows, ()
        return rows

    async def close(self) -> None:
        """The real cursor is closed already."""
        self._rows = ()

    async def _trip(self, run: Callable[[sqlite3.Cursor], sqlite3.Cursor]) -> "OneTripCursor":
        there: sqlite3.Connection = self._connection._conn
        answer = await self._connection._execute(_there_and_back, there, run)  # type: ignore[no-untyped-call]
        self._rows, self.description, self.rowcount, self.lastrowid = answer
        return self


def connect(database: str, **options: Any) -> OneTripConnection:
    """As `aiosqlite.connect`; the thread does not keep a process alive."""
    made = OneTripConnection(partial(sqlite3.connect, database, **options), _CHUNK)
    made._thread.daemon = True
    return made


def _there_and_back(
    connection: sqlite3.Connection, run: Callable[[sqlite3.Cursor], sqlite3.Cursor]
) -> tuple[Sequence[Any], Any, int, int | None]:
    cursor = connection.cursor()
    try:
        run(cursor)
        rows: Sequence[Any] = cursor.fetchall() if cursor.description else ()
        return rows, cursor.description, cursor.rowcount, cursor.lastrowid
    finally:
        cursor.close()
