"""The one unit of work: stores over one connection, each made when first asked for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.storage.applied import AppliedStore
from shnor_domain.storage.engine import Database


class SqlWork:
    """Has every store of every feature; features see only their own ports."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def applied(self) -> AppliedStore:
        """Results of the update in hand."""
        return AppliedStore(self._connection)


class Units:
    """Opens units of work over the database; `write` and `read` are what use cases take as `Opens`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @asynccontextmanager
    async def write(self) -> AsyncIterator[SqlWork]:
        """A unit that commits at the end of the block."""
        async with self._database.write() as connection:
            yield SqlWork(connection)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[SqlWork]:
        """A unit over a snapshot."""
        async with self._database.read() as connection:
            yield SqlWork(connection)
