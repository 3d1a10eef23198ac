"""Who is asked late, and the level above that decides (S6): on both databases."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import (
    ChooseAnother,
    LookAtAsk,
    TakeAskBack,
)
from shnor_domain.consultations.absences.use_cases.escalate import AskAbove
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, PlaceId, Role, Territory
from tests.support.away import FIRST, HOST, asked, case, placed_methodists, told
from tests.support.consultations import (
    MOMSKY,
    MONDAY,
    YAKUTIA,
    Republic,
    teacher,
)


@pytest.fixture(autouse=True)
async def placed(land: Republic) -> None:
    await placed_methodists(land)


async def test_who_is_asked_late_has_half_an_hour_before_the_coordinator_is_asked(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    await land.book(teacher(5), key, None)
    land.clock.at = MONDAY - timedelta(hours=2)
    ask = await asked(land)
    above = case(land, AskAbove)
    assert await above() == 0
    land.clock.pass_by(minutes=30)
    assert await above() == 1 and await above() == 0
    # nobody holds a level here: the absent host decides herself
    async with land.units.read() as work:
        rows = await work.notices.of_subject(f"substitution:{ask}")
    assert [row.notice.person for row in rows if row.notice.kind == "substitution-unanswered"] == [1]


async def test_who_is_asked_at_the_last_minute_has_half_of_what_is_left(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    await land.book(teacher(5), key, None)
    land.clock.at = MONDAY - timedelta(minutes=20)
    await asked(land)
    above = case(land, AskAbove)
    land.clock.pass_by(minutes=5)
    assert await above() == 0
    land.clock.pass_by(minutes=5)
    assert await above() == 1


async def test_s6_a_meeting_whose_time_has_not_come_is_opened_for_no_writing(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    await asked(land)
    opened: list[datetime] = []

    def writes() -> AbstractAsyncContextManager[Any]:
        opened.append(land.clock.at)
        return land.units.write()

    above = AskAbove(land.units.read, writes, land.clock)
    for hours in (14, 8, 4):
        land.clock.at = MONDAY - timedelta(hours=hours)
        assert await above() == 0
    assert opened == []
    land.clock.at = MONDAY - timedelta(hours=3)
    assert await above() == 1 and await above() == 0
    assert opened == [MONDAY - timedelta(hours=3)]


async def test_s6_who_agrees_at_the_last_moment_spares_the_level_above(land: Republic) -> None:
    """Between the look of the job and its turn to write."""
    await land.publishes(HOST, capacity=3)
    ask = await asked(land)
    land.clock.at = MONDAY - timedelta(hours=3)

    @asynccontextmanager
    async def writes_after_he_has_agreed() -> AsyncIterator[Any]:
        await case(land, AnswerAsk)(FIRST, ask, True)
        async with land.units.write() as work:
            yield work

    assert await AskAbove(land.units.read, writes_after_he_has_agreed, land.clock)() == 0
    assert "substitution-unanswered" not in await told(land, f"substitution:{ask}")


async def test_a_coordinator_decides_for_her_municipality_and_the_rest_is_asked_on(land: Republic) -> None:
    here = await land.publishes(HOST, capacity=3, open_to=Territory(YAKUTIA, MunicipalityId(1)))
    await land.publishes(HOST, capacity=3, starts=time(17), open_to=Territory(YAKUTIA, MOMSKY))
    ask = await asked(land)
    place = Place(PlaceId(80), Role.MUNICIPAL_COORDINATOR, Territory(YAKUTIA, MunicipalityId(1)))
    hers = Actor(PersonId(80), 80, "Asia/Yakutsk", (place,))
    looked = await case(land, LookAtAsk)(hers, ask)
    assert [row.key for row in looked.card.left] == [here]
    with pytest.raises(NotFound):
        await case(land, TakeAskBack)(hers, ask)
    new = await case(land, ChooseAnother)(hers, ask, PersonId(91))
    async with land.units.read() as work:
        asks = {each.substitute: each for each in await work.absences.of_absent(PersonId(1), land.clock.now())}
        keys = {
            person: [row.key for row in await work.absences.sessions(each.meetings)] for person, each in asks.items()
        }
    assert asks[PersonId(91)].id == new and keys[PersonId(91)] == [here]
    assert [key.starts for key in keys[PersonId(90)]] == [MONDAY + timedelta(hours=2)]
    assert await told(land, f"substitution:{asks[PersonId(90)].id}") == ["substitution-asked"]


async def test_who_was_asked_above_is_not_asked_again_as_another_decides(land: Republic) -> None:
    await land.publishes(HOST, capacity=3, open_to=Territory(YAKUTIA, MunicipalityId(1)))
    await land.publishes(HOST, capacity=3, starts=time(17), open_to=Territory(YAKUTIA, MOMSKY))
    ask, above = await asked(land), case(land, AskAbove)
    land.clock.at = MONDAY - timedelta(minutes=55)
    assert await above() == 2
    place = Place(PlaceId(80), Role.MUNICIPAL_COORDINATOR, Territory(YAKUTIA, MunicipalityId(1)))
    await case(land, ChooseAnother)(Actor(PersonId(80), 80, "Asia/Yakutsk", (place,)), ask, PersonId(91))
    land.clock.pass_by(minutes=50)
    async with land.units.read() as work:
        again = await work.absences.waiting_above(land.clock.now(), MONDAY + timedelta(hours=3))
    assert [each.substitute for each, row in again if row.key.starts > MONDAY] == []
