"""A participant says that she is at a lesson (JP1, JP2)."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from shnor_domain.errors import NotFound
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import CancelLesson, MoveLesson
from shnor_domain.seminars.model import Form
from shnor_domain.seminars.presence.errors import CodeLocked, LessonOff, NoCodeYet, NotInWindow
from shnor_domain.seminars.presence.model import SaidBy
from shnor_domain.seminars.presence.use_cases.checking_in import ForgetCodes, MyLesson, ShowCode
from shnor_domain.seminars.signing.model import SignUpState
from shnor_domain.storage.seminars.lesson_times import HoursOfLessons
from shnor_domain.storage.seminars.signups import SignUps
from tests.support.came_land import CameLand, two_lessons
from tests.support.event_land import OCTOBER_14
from tests.support.seminar_land import answers
from tests.support.village import whose

AT_ONE_PLACE = {"form": Form.ON_SITE}


async def test_one_checks_in_once_from_a_quarter_before_until_a_quarter_after(land: CameLand) -> None:
    event = await land.published()
    await land.sits(event, "teacher")
    lesson = await land.at_lesson(event, minutes=-16)
    with pytest.raises(NotInWindow) as early:
        await land.checks_in("teacher", event)
    assert early.value.facts == {
        "opens": OCTOBER_14 - timedelta(minutes=15),
        "closes": OCTOBER_14 + timedelta(minutes=75),
        "ahead": True,
    }
    await land.at_lesson(event, minutes=-15)
    first = await land.checks_in("teacher", event)
    assert (first.presence.said_at, first.presence.said_by) == (OCTOBER_14 - timedelta(minutes=15), SaidBy.BUTTON)
    await land.at_lesson(event, minutes=75)
    assert await land.checks_in("teacher", event) == first
    assert (await land.use(MyLesson)(land["teacher"], lesson.id)) == first
    await land.at_lesson(event, minutes=76)
    assert (await land.checks_in("teacher", event)).presence == first.presence, "she reads when she did"


async def test_who_has_no_seat_or_whose_lesson_is_off_does_not_check_in(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    await land.sits(event, "teacher")
    second = await land.lesson(event, 2)
    await land.use(CancelLesson)(land["host"], second.id)
    await land.at_lesson(event, 2)
    with pytest.raises(LessonOff):
        await land.checks_in("teacher", event, 2)
    for who in ("colleague", "host", "methodist", "lead"):
        with pytest.raises(NotFound):
            await land.checks_in(who, event, 2)
        with pytest.raises(NotFound):
            await land.use(MyLesson)(land[who], second.id)


async def test_who_loses_her_seat_while_her_check_in_waits_is_not_there(
    land: CameLand, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = await land.published()
    seat = await land.sits(event, "teacher")
    await land.at_lesson(event, minutes=-10)

    async def waits(times: HoursOfLessons, people: Any) -> None:
        """Who had the lock has ended her seat by the time she gets it."""
        await SignUps(times._connection).end(seat, SignUpState.CANCELLED, land.village.clock.at)

    monkeypatch.setattr(HoursOfLessons, "lock", waits)
    assert await answers(land.checks_in("teacher", event)) == ["not-signed-up"]


async def test_the_code_is_one_a_lesson_and_its_hosts_alone(land: CameLand) -> None:
    event = await land.published(**AT_ONE_PLACE)
    await land.sits(event, "teacher")
    lesson = await land.at_lesson(event, minutes=-16)
    with pytest.raises(NotInWindow):
        await land.use(ShowCode)(land["host"], lesson.id)
    await land.at_lesson(event)
    with pytest.raises(NoCodeYet):
        await land.checks_in("teacher", event, code="0000")
    async with land.village.units.read() as work:
        assert await work.presence.wrong(lesson.id, whose(land["teacher"])) == 0, "nobody has heard a code yet"
    shown = [each.code for each in await asyncio.gather(*(land.use(ShowCode)(land["host"], lesson.id),) * 2)]
    assert shown[0] == shown[1] and len(shown[0]) == 4, "two first looks at once make one code"
    for who in ("teacher", "colleague", "tutor", "methodist", "region"):
        with pytest.raises(NotFound):
            await land.use(ShowCode)(land[who], lesson.id)
    done = await land.checks_in("teacher", event, code=f"{shown[0][:2]} {shown[0][2:]}")
    assert done.presence.said_by is SaidBy.CODE


async def test_at_a_distance_there_is_no_code(land: CameLand) -> None:
    event = await land.published()
    lesson = await land.at_lesson(event)
    with pytest.raises(NotFound):
        await land.use(ShowCode)(land["host"], lesson.id)


async def test_five_wrong_codes_stay_counted_and_then_the_host_marks(land: CameLand) -> None:
    event = await land.published(*two_lessons(), **AT_ONE_PLACE)
    for who in ("teacher", "colleague"):
        await land.sits(event, who)
    lesson = await land.at_lesson(event)
    code = (await land.use(ShowCode)(land["host"], lesson.id)).code
    wrong = "1111" if code != "1111" else "2222"
    found = []
    for _ in range(5):
        (answer,) = await answers(land.checks_in("teacher", event, code=wrong))
        found.append(answer)
    assert found == ["wrong-code"] * 4 + ["code-locked"]
    with pytest.raises(CodeLocked):
        await land.checks_in("teacher", event, code=code)
    assert (await land.checks_in("colleague", event, code=code)).presence.came
    assert await answers(land.checks_in("teacher", event)) == ["code-locked"]
    desk = await land.marks(event)
    assert desk.count == 2
    await land.at_lesson(event, 2)
    assert await answers(land.checks_in("teacher", event, 2)) == ["code-needed"], "another lesson has tries of its own"


async def test_two_weeks_after_a_lesson_its_code_is_gone(land: CameLand) -> None:
    event = await land.published(**AT_ONE_PLACE)
    await land.sits(event, "teacher")
    lesson = await land.at_lesson(event)
    await land.use(ShowCode)(land["host"], lesson.id)
    await answers(land.checks_in("teacher", event, code="00"), land.checks_in("teacher", event, code="12345"))
    sweep = land.use(ForgetCodes)
    assert await sweep() == 0
    land.village.clock.forward(days=14, hours=2)
    assert (await sweep(), await sweep()) == (1, 0)


async def test_who_gives_her_seat_back_before_the_start_was_not_there_though_she_had_checked_in(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    seat = await land.sits(event, "teacher")
    await land.at_lesson(event, minutes=-10)
    await land.checks_in("teacher", event)
    async with land.village.units.write() as work:
        assert await work.event_signups.end(seat, SignUpState.CANCELLED, land.village.clock.at)
    await land.at_lesson(event, minutes=60)
    async with land.village.units.read() as work:
        assert await work.presence.attended(whose(land["teacher"])) == []
        assert await work.presence.attended_at(event) == {}


async def test_who_checked_in_before_a_lesson_moved_checks_in_anew(land: CameLand) -> None:
    event = await land.published()
    await land.sits(event, "teacher")
    lesson = await land.at_lesson(event, minutes=-10)
    await land.checks_in("teacher", event)
    move = land.use(MoveLesson)
    await move(land["host"], lesson.id, lesson.starts, Timing(lesson.starts + timedelta(days=1), 60))
    mine = await land.use(MyLesson)(land["teacher"], lesson.id)
    assert mine.said_at is None
    await land.at_lesson(event)
    assert (await land.checks_in("teacher", event)).said_at == lesson.starts + timedelta(days=1)
