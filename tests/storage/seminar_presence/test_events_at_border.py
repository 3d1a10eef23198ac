"""Events at the border of the half-year: those that are still ahead, and those that were not held (I14)."""

from datetime import timedelta

import pytest

from shnor_domain.seminars.errors import CycleNotOver, NotAtBorder
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import CancelEvent, MoveLesson
from shnor_domain.seminars.presence.model import WhyNotHeld
from shnor_domain.seminars.presence.use_cases.marking import MarkLessonNotHeld
from shnor_domain.seminars.requests.model import RequestState
from shnor_domain.seminars.requests.notices import BORDER
from shnor_domain.seminars.requests.use_cases.border import AnswerBorder, OneBorder
from shnor_domain.seminars.requests.use_cases.closing import AskAtBorder, CloseCycle
from shnor_domain.seminars.requests.use_cases.looking import OneRequest, SchoolRequests
from shnor_domain.seminars.requests.use_cases.unanswered import WhoHasNotAnswered
from tests.storage.seminar_presence.test_late_at_border import FEBRUARY_10, JANUARY
from tests.support.came_land import WEEK, CameLand, two_lessons
from tests.support.event_land import OCTOBER_14, lesson


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


async def _not_held(land: CameLand, event: EventId, number: int = 1) -> None:
    found = await land.at_lesson(event, number, minutes=60)
    await land.use(MarkLessonNotHeld)(land["host"], found.id, WhyNotHeld.CONNECTION)


async def test_of_what_was_planned_and_not_held_schools_are_asked(land: CameLand) -> None:
    request = await land.sends("neighbour", people=8)
    event = await land.published(*two_lessons(), requests=(request,))
    support, close, job = await land.support("neighbour", request), land.use(CloseCycle), land.use(AskAtBorder)
    await _not_held(land, event)
    await _not_held(land, event, 2)
    assert await job() == 0
    land.village.clock.at = JANUARY
    with pytest.raises(CycleNotOver) as refused:
        await close(land["region"], land.cycle)
    assert refused.value.facts == {"open": 1, "ahead": 0}
    assert (await job(), await job()) == (1, 0)
    assert await land.told(BORDER) == [("neighbour", BORDER)]
    (row,) = (await land.use(SchoolRequests)(land["neighbour"])).rows
    assert row.asked and (await land.use(OneBorder)(land["neighbour"], support)).asked
    assert [each.asked for each in (await land.use(OneRequest)(land["neighbour"], request)).behind] == [True]
    new = await land.use(AnswerBorder)(land["neighbour"], support, carry=True)
    assert await land.behind(new) == {land.school("second_school"): 8}
    assert (await land.request(request)).state is RequestState.CARRIED
    assert (await close(land["region"], land.cycle)).closed == JANUARY


async def test_what_was_held_once_or_may_be_yet_answers_its_schools(land: CameLand) -> None:
    held, unmarked, twice = (
        await land.sends(),
        await land.sends(topic="Работа с текстом"),
        await land.sends(topic="ИКТ"),
    )
    first, second = OCTOBER_14 + timedelta(hours=2), OCTOBER_14 + timedelta(hours=4)
    event = await land.published(*two_lessons(), requests=(held,))
    await land.published(lesson(first), requests=(unmarked,))
    failed = await land.published(lesson(second), requests=(twice,))
    await land.published(lesson(OCTOBER_14 + 2 * WEEK), requests=(twice,))
    await land.sits(event, "teacher")
    await _not_held(land, event)
    await _not_held(land, failed)
    await land.at_lesson(event, 2, minutes=90)
    await land.marks(event, 2)
    land.village.clock.at = JANUARY
    assert await land.use(AskAtBorder)() == 0
    with pytest.raises(NotAtBorder):
        await land.use(AnswerBorder)(land["lead"], await land.support("lead", twice), carry=True)
