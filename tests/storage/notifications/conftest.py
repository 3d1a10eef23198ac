"""A post office on each database."""

from collections.abc import AsyncIterator

import pytest

from tests.support.notices import PostOffice, post_office


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[PostOffice]:
    """Two people, nothing planned."""
    async with post_office(database_url) as made:
        yield made
