"""The village whose schools ask for seminars, on both databases."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.storage.engine import Database
from tests.support.seminar_land import SeminarLand, seminar_land
from tests.support.village import Village, settle


@pytest.fixture
async def land(database_url: str) -> AsyncIterator[SeminarLand]:
    database = Database(database_url)
    village = Village(database)
    async with village.units.write() as work:
        await settle(work, village)
    yield await seminar_land(village)
    await database.close()
