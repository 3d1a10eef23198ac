"""Whether the database opens, said in time and in one line."""

import asyncio
import logging
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from bot.failures import DatabaseUnreachable
from bot.settings import Settings
from shnor_domain.storage.engine import Database

logger = logging.getLogger(__name__)

_SECONDS = 10.0


async def require(settings: Settings) -> None:
    """Open the database once; raises DatabaseUnreachable within 10 s.

    A new embedded database is made on the way, for its owner only.
    """
    place = _place(settings)
    try:
        if settings.sqlite_file is not None:
            settings.sqlite_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            settings.sqlite_file.touch(mode=0o600)  # the log beside it takes over who may read
            await asyncio.to_thread(_open_file, settings.sqlite_file)
        database = Database(settings.database_url)
        try:
            async with asyncio.timeout(_SECONDS), database.read() as connection:
                await connection.exec_driver_sql("SELECT 1")
        finally:
            await database.close()
    except Exception as error:  # each driver has errors of its own; whatever it was, the database does not open
        logger.debug("the database does not open", exc_info=error)
        raise DatabaseUnreachable(place) from error


def _open_file(file: Path) -> None:
    """Open it once without the asynchronous driver: its thread outlives a failure and ends in a traceback."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA schema_version")


def _place(settings: Settings) -> str:
    """A file, or host and name of a server: what may be printed."""
    if settings.sqlite_file is not None:
        return str(settings.sqlite_file)
    address = urlsplit(settings.database_url)
    return f"{address.hostname or ''}{address.path}"
