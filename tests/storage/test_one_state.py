"""Several use cases that a screen asks read one state of the database, through one connection."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units

pytestmark = pytest.mark.sqlite_threads


@pytest.fixture
async def units(database_url: str) -> AsyncIterator[Units]:
    database = Database(database_url)
    yield Units(database)
    await database.close()


async def regions(units: Units) -> list[str]:
    async with units.read() as work:
        return [region.name for region in await work.municipalities.regions()]


async def test_what_is_written_meanwhile_is_seen_after_it_alone(units: Units) -> None:
    async with units.one_state():
        assert await regions(units) == []
        async with units.write() as work:
            await work.municipalities.add_region("Якутия", None)
        assert await regions(units) == []
    assert await regions(units) == ["Якутия"]


async def test_readers_inside_share_a_unit_and_those_of_another_database_do_not(units: Units, sqlite_url: str) -> None:
    other = Database(sqlite_url)
    try:
        async with units.one_state(), units.read() as first, units.read() as second, Units(other).read() as stranger:
            assert first is second and stranger is not first
        async with units.read() as third:
            assert third is not first
    finally:
        await other.close()
