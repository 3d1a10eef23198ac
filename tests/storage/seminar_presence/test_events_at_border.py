"""Events at the border of the half-year: those that are still ahead, and those that were not held (I14)."""

import pytest

from shnor_domain.seminars.errors import CycleNotOver
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import CancelEvent, MoveLesson
from shnor_domain.seminars.requests.notices import BORDER
from shnor_domain.seminars.requests.use_cases.closing import AskAtBorder, CloseCycle
from shnor_domain.seminars.requests.use_cases.unanswered import WhoHasNotAnswered
from tests.storage.seminar_presence.test_late_at_border import FEBRUARY_10, JANUARY
from tests.support.came_land import CameLand


async def test_a_half_year_waits_for_an_event_that_was_moved_out_of_it(land: CameLand) -> None:
    request = await land.sends("neighbour")
    event = await land.published(requests=(request,))
    first = await land.lesson(event)
    await land.use(MoveLesson)(land["host"], first.id, first.starts, Timing(FEBRUARY_10, 60), crossing=True)
    land.village.clock.at = JANUARY
    close, look, job = land.use(CloseCycle), land.use(WhoHasNotAnswered), land.use(AskAtBorder)
    with pytest.raises(CycleNotOver) as refused:
        await close(land["region"], land.cycle)
    assert refused.value.facts == {"open": 0, "ahead": 1}
    (waits,) = (await look(land["region"], land.cycle)).ahead
    assert (waits.request.id, waits.event.id, await job()) == (request, event, 0)
    await land.use(CancelEvent)(land["host"], event)
    assert (await look(land["region"], land.cycle)).ahead == ()
    assert await job() == 1
    assert await land.told(BORDER) == [("neighbour", BORDER)]


async def test_a_half_year_is_closed_once_its_last_event_is_over(land: CameLand) -> None:
    request = await land.sends("neighbour")
    event = await land.published(requests=(request,))
    first = await land.lesson(event)
    await land.use(MoveLesson)(land["host"], first.id, first.starts, Timing(FEBRUARY_10, 60), crossing=True)
    await land.at_lesson(event, minutes=30)
    with pytest.raises(CycleNotOver):
        await land.use(CloseCycle)(land["region"], land.cycle)
    await land.at_lesson(event, minutes=60)
    assert (await land.use(CloseCycle)(land["region"], land.cycle)).closed == land.village.clock.at
