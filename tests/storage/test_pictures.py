"""The shelf of pictures on both databases."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
OURS, ANOTHER = 42, 7_123_456_789
KEY = "0f" * 32
LONG = "AgAC" + "x" * 196
"""Names of the messenger are about eighty characters; nothing promises that."""


@pytest.fixture
async def units(database_url: str) -> AsyncIterator[Units]:
    database = Database(database_url)
    yield Units(database)
    await database.close()


async def found(units: Units, bot: int = OURS, key: str = KEY) -> str | None:
    async with units.read() as work:
        return await work.pictures.find(bot, key)


async def test_a_name_is_kept_for_its_bot_and_its_key_alone(units: Units) -> None:
    async with units.write() as work:
        await work.pictures.keep(OURS, KEY, LONG, NOW)
        await work.pictures.keep(ANOTHER, KEY, "other", NOW)
    assert await found(units) == LONG
    assert await found(units, bot=ANOTHER) == "other"
    assert await found(units, key="1f" * 32) is None


async def test_a_new_name_stands_in_place_of_the_old(units: Units) -> None:
    for name in ("first", "second"):
        async with units.write() as work:
            await work.pictures.keep(OURS, KEY, name, NOW)
    assert await found(units) == "second"


async def test_those_made_earlier_are_forgotten_and_a_new_name_is_a_new_time(units: Units) -> None:
    async with units.write() as work:
        await work.pictures.keep(OURS, KEY, "old", NOW - timedelta(days=31))
        await work.pictures.keep(OURS, "aa", "old", NOW - timedelta(days=31))
        await work.pictures.keep(OURS, "aa", "drawn anew", NOW)
        await work.pictures.forget(NOW - timedelta(days=30))
    assert await found(units) is None
    assert await found(units, key="aa") == "drawn anew"
