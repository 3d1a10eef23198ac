"""The village whose programme is published, on both databases."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.storage.engine import Database
from tests.support.programme_land import ProgrammeLand, programme_land
from tests.support.village import Village, settle


@pytest.fixture
async def land(database_url: str) -> AsyncIterator[ProgrammeLand]:
    database = Database(database_url)
    village = Village(database)
    async with village.units.write() as work:
        await settle(work, village)
    yield await programme_land(village)
    await database.close()
