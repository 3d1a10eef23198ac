"""One square a test, on both databases, with the people of two municipalities."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from shnor_domain.identity import Actor, Role
from shnor_domain.storage.engine import Database
from tests.support.announced import Square
from tests.support.village import CHEMISTRY, Village, settle


@dataclass
class Folk:
    """Who lives here: two schools of one municipality, one school of the next, and the region over both."""

    teacher: Actor
    lead: Actor
    second_lead: Actor
    coordinator: Actor
    curator: Actor
    far_teacher: Actor
    far_coordinator: Actor
    region: Actor


@pytest.fixture
async def square(database_url: str) -> AsyncIterator[Square]:
    database = Database(database_url)
    made = Village(database)
    async with made.units.write() as work:
        await settle(work, made)
    yield Square(made)
    await database.close()


@pytest.fixture
async def folk(square: Square) -> Folk:
    village = square.village
    return Folk(
        teacher=await village.settled(Role.TEACHER, village.school, subjects=frozenset({CHEMISTRY})),
        lead=await village.settled(Role.SCHOOL_LEAD, village.school),
        second_lead=await village.settled(Role.SCHOOL_LEAD, village.second_school),
        coordinator=await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality),
        curator=await village.settled(Role.SCHOOL_CURATOR, village.far_municipality),
        far_teacher=await village.settled(Role.TEACHER, village.far_school),
        far_coordinator=await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality),
        region=await village.settled(Role.REGIONAL_COORDINATOR, village.region),
    )
