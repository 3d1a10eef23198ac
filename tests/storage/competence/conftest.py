"""One village a test, on both databases, and those who help its schools by order."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.appoint import AppointPair, Wanted
from shnor_domain.storage.engine import Database
from tests.support.village import ORDER, Village, settle, whose


@pytest.fixture
async def village(database_url: str) -> AsyncIterator[Village]:
    database = Database(database_url)
    made = Village(database)
    async with made.units.write() as work:
        await settle(work, made)
    yield made
    await database.close()


@pytest.fixture
def helper(village: Village) -> Callable[[Role, Territory], Awaitable[Actor]]:
    """A curator or mentor of a school."""

    async def appointed(role: Role, where: Territory) -> Actor:
        found = await village.settled(role, village.municipality)
        coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
        kind = PairKind.SCHOOL if role is Role.SCHOOL_CURATOR else PairKind.TEAM
        assert where.school is not None
        wanted = Wanted(kind, whose(found), where.school, ORDER.number, ORDER.dated)
        await village.use(AppointPair)(coordinator, wanted)
        return await village.actor(found.chat)

    return appointed
