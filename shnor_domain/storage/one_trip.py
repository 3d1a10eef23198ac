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
Run = Callable[[sqlite3.Cursor], sqlite3.Cursor]
Answer = tuple[Sequence[Any], Any, int, int | None]
"""Rows, their description, the count of rows, the last id."""


class OneTripConnection(aiosqlite.Connection):
    """A connection whose cursors bring everything at once; the rest is aiosqlite's own.

    A transaction that only reads takes no trips of its own: its BEGIN goes with the first statement (SQLite takes its
    snapshot there, whenever BEGIN was said), and nobody waits for its end.
    """

    _to_begin = _only_reads = False
    _idle = True
    """Nothing was said since the last end: the pool rolls back once more, for nothing."""

    def cursor(self) -> "OneTripCursor":  # type: ignore[override]  # its own needs a trip, and is awaited or entered
        """Made without a trip."""
        return OneTripCursor(self)

    def reads(self) -> None:
        """The next statement begins a transaction that only reads."""
        self._to_begin = self._only_reads = True

    async def there_and_back(self, run: Run) -> Answer:
        """One statement, behind the BEGIN that has waited for it."""
        begins, self._to_begin, self._idle = self._to_begin, False, False
        answer: Answer = await self._execute(_there_and_back, self._conn, run, begins)  # type: ignore[no-untyped-call]
        return answer

    async def commit(self) -> None:
        """End what was written, and wait for it."""
        if not self._read_to_its_end():
            await super().commit()
            self._idle = True

    async def rollback(self) -> None:
        """As `commit`."""
        if not self._read_to_its_end():
            await super().rollback()
            self._idle = True

    def _read_to_its_end(self) -> bool:
        """True when nobody need wait: what comes next on this connection stands behind the end of a reader in the
        thread's own line."""
        reader, idle = self._only_reads, self._idle
        self._to_begin = self._only_reads = False
        if reader and not idle:
            self._idle = True
            self._tx.put_nowait((None, self._conn.rollback))
        return reader or idle


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

    async def _trip(self, run: Run) -> "OneTripCursor":
        answer = await self._connection.there_and_back(run)
        self._rows, self.description, self.rowcount, self.lastrowid = answer
        return self


def connect(database: str, **options: Any) -> OneTripConnection:
    """As `aiosqlite.connect`; the thread does not keep a process alive."""
    made = OneTripConnection(partial(sqlite3.connect, database, **options), _CHUNK)
    made._thread.daemon = True
    return made


def _there_and_back(connection: sqlite3.Connection, run: Run, begins: bool) -> Answer:
    cursor = connection.cursor()
    try:
        if begins:
            cursor.execute("BEGIN")
        run(cursor)
        rows: Sequence[Any] = cursor.fetchall() if cursor.description else ()
        return rows, cursor.description, cursor.rowcount, cursor.lastrowid
    finally:
        cursor.close()
