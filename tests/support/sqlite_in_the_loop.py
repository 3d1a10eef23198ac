"""SQLite without its threads: what waits in a connection's line is done by the loop itself, in the same order.

A trip to a thread and back costs a test three times the statement, and a test has thousands. Whoever asked still waits
through a turn or two of the loop while others go on, so tasks meet between statements as they do in a bot at work. What
only a thread can show (a slow statement that holds nobody up, a cancelled one that ends) has tests of its own, marked
`sqlite_threads`.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from aiosqlite.core import set_exception, set_result

from shnor_domain.storage import engine, one_trip

_PATIENCE, _PAUSE = 10.0, 0.002
"""Seconds: of `busy_timeout` in shnor_domain/storage/engine.py, and between two looks at whether a lock is free."""
_NO_WAIT = tuple("busy_timeout=0" if each.startswith("busy_timeout") else each for each in engine._SQLITE_PRAGMAS)
_with_a_thread = one_trip.connect


@contextmanager
def sqlite_in_the_loop() -> Iterator[None]:
    """Connections that are made meanwhile have no threads."""
    with (
        patch("shnor_domain.storage.one_trip.connect", _connect),
        # within SQLite nobody may wait: who holds the lock may need this very loop to let it go
        patch("shnor_domain.storage.engine._SQLITE_PRAGMAS", _NO_WAIT),
    ):
        yield


def _connect(database: str, **options: Any) -> one_trip.OneTripConnection:
    made = _with_a_thread(database, **options)
    parts: Any = made
    parts._tx, parts._thread = _Line(made), _Nobody()
    return made


class _Nobody:
    """For the thread of a connection."""

    daemon = True

    def start(self) -> None:
        """Nothing: the loop runs already."""


class _Line:
    """For the queue of a connection: what is put there is done in its turn, a turn of the loop for each."""

    def __init__(self, connection: one_trip.OneTripConnection) -> None:
        self._connection = connection
        self._waiting: deque[tuple[asyncio.Future[Any] | None, Callable[[], Any]]] = deque()
        self._since: float | None = None
        self._due = False

    def put_nowait(self, item: tuple[asyncio.Future[Any] | None, Callable[[], Any]]) -> None:
        self._waiting.append(item)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            # a connection that nobody has closed goes when its loop is no more
            while self._waiting:
                self._waiting.popleft()[1]()
            return
        if not self._due:
            self._due = True
            loop.call_soon(self._next, loop)

    def _next(self, loop: asyncio.AbstractEventLoop) -> None:
        future, function = self._waiting[0]
        begun = self._begun
        try:
            result = function()
        except BaseException as error:
            if self._begun == begun and self._may_wait(error, loop.time()):
                loop.call_later(_PAUSE, self._next, loop)
                return
            if future is not None:
                set_exception(future, error)
        else:
            if future is not None:
                set_result(future, result)
        self._since = None
        self._waiting.popleft()
        self._due = bool(self._waiting)
        if self._due:
            loop.call_soon(self._next, loop)

    @property
    def _begun(self) -> bool:
        return self._connection._connection is not None and self._connection._connection.in_transaction

    def _may_wait(self, error: BaseException, now: float) -> bool:
        """Somebody else has the lock that this needs, and has not had it for too long; an old snapshot has no wait."""
        self._since = now if self._since is None else self._since
        busy = isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode == sqlite3.SQLITE_BUSY
        return busy and now - self._since < _PATIENCE
