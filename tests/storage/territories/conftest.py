"""The country of the stories, on both databases."""

from collections.abc import AsyncIterator

import pytest

from tests.support.territories import Country, country


@pytest.fixture
async def land(database_url: str) -> AsyncIterator[Country]:
    """With all shipped municipalities."""
    async with country(database_url) as populated:
        yield populated
