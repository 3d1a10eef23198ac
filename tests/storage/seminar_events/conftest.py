"""The village whose seminar has a draft, on both databases."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.storage.engine import Database
from tests.support.event_land import EventLand, event_land
from tests.support.signing_land import SigningLand
from tests.support.village import Village, settle


@pytest.fixture
async def land(database_url: str) -> AsyncIterator[EventLand]:
    database = Database(database_url)
    village = Village(database)
    async with village.units.write() as work:
        await settle(work, village)
    yield await event_land(village)
    await database.close()


@pytest.fixture
async def hall(land: EventLand) -> SigningLand:
    """The same with people who sign up."""
    return SigningLand(land.village, land.people, land.cycle)
