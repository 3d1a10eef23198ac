"""The one unit of work: stores over one connection, each made when first asked for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.storage.applied import AppliedStore
from shnor_domain.storage.engine import Database
from shnor_domain.storage.people.applications import ApplicationsStore
from shnor_domain.storage.people.consents import AuditStore, ConsentsStore
from shnor_domain.storage.people.links import LinksStore
from shnor_domain.storage.people.pairs import PairsStore
from shnor_domain.storage.people.people import PeopleStore
from shnor_domain.storage.people.places import PlacesStore


class SqlWork:
    """Has every store of every feature; features see only their own ports."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def applied(self) -> AppliedStore:
        """Results of the update in hand."""
        return AppliedStore(self._connection)

    @cached_property
    def people(self) -> PeopleStore:
        """Persons, chats, settings."""
        return PeopleStore(self._connection)

    @cached_property
    def places(self) -> PlacesStore:
        """Roles of people in territories."""
        return PlacesStore(self._connection)

    @cached_property
    def applications(self) -> ApplicationsStore:
        """Applications for registration."""
        return ApplicationsStore(self._connection)

    @cached_property
    def links(self) -> LinksStore:
        """Links that let people in."""
        return LinksStore(self._connection)

    @cached_property
    def pairs(self) -> PairsStore:
        """Pairs by order."""
        return PairsStore(self._connection)

    @cached_property
    def consents(self) -> ConsentsStore:
        """Consents by version."""
        return ConsentsStore(self._connection)

    @cached_property
    def audit(self) -> AuditStore:
        """Every write by a coordinator."""
        return AuditStore(self._connection)


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
