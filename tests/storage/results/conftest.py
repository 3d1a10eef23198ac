"""One land with results a test, on both databases."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.storage.engine import Database
from tests.support.results import Land, settled


@pytest.fixture
async def land(database_url: str) -> AsyncIterator[Land]:
    database = Database(database_url)
    yield await settled(database)
    await database.close()


@pytest.fixture
async def sqlite_land(sqlite_url: str) -> AsyncIterator[Land]:
    database = Database(sqlite_url)
    yield await settled(database)
    await database.close()
