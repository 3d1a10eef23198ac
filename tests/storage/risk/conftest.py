"""A school with its people, and the shipped factors, on both databases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from shnor_domain.storage.engine import Database
from tests.support.evidence import settled_street
from tests.support.risk import Risk, settled_risk
from tests.support.village import Village, settle


@pytest.fixture
async def risk(database_url: str, tmp_path: Path) -> AsyncIterator[Risk]:
    database = Database(database_url)
    village = Village(database)
    async with village.units.write() as work:
        await settle(work, village)
    yield await settled_risk(await settled_street(village, tmp_path))
    await database.close()
