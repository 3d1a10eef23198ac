"""One village a test, on both databases."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.storage.engine import Database
from tests.support.village import Village, settle


@pytest.fixture
async def village(database_url: str) -> AsyncIterator[Village]:
    database = Database(database_url)
    made = Village(database)
    async with made.units.write() as work:
        await settle(work, made)
    yield made
    await database.close()
