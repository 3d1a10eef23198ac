"""A village whose events take place, on both databases."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.storage.engine import Database
from tests.support.came_land import CameLand, came_land
from tests.support.village import Village, settle


@pytest.fixture
async def land(database_url: str) -> AsyncIterator[CameLand]:
    database = Database(database_url)
    village = Village(database)
    async with village.units.write() as work:
        await settle(work, village)
    yield await came_land(village)
    await database.close()
