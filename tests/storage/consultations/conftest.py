"""The republic of the stories, on both databases."""

from collections.abc import AsyncIterator

import pytest

from tests.support.consultations import Republic, republic


@pytest.fixture
async def land(database_url: str) -> AsyncIterator[Republic]:
    """A populated republic."""
    async with republic(database_url) as populated:
        yield populated
