"""Who leads a lesson says who came (JP3, JP4)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from shnor_domain.errors import Invalid, NotFound
from shnor_domain.notifications.model import NoticeId, NoticeState, StoredNotice
from shnor_domain.seminars.certificates.use_cases.taking import TakeCertificate
from shnor_domain.seminars.events.use_cases.leading import CancelEvent, CancelLesson
from shnor_domain.seminars.model import Form
from shnor_domain.seminars.presence.errors import LessonMarkingOver, LessonOff, NotYetBegun
from shnor_domain.seminars.presence.model import WhyNotHeld
from shnor_domain.seminars.presence.notices import HOW_WAS_IT, how_was_it
from shnor_domain.seminars.presence.telling import checks
from shnor_domain.seminars.presence.use_cases.checking_in import MyLesson, ShowCode
from shnor_domain.seminars.presence.use_cases.marking import (
    AttendanceTable,
    MarkLessonNotHeld,
    OneLesson,
    UnmarkedLessons,
)
from shnor_domain.seminars.signing.model import SignUpId, SignUpState
from shnor_domain.seminars.signing.use_cases.signing_up import SignUpForEvent
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.inbox import Arrived, InboxStore
from shnor_domain.storage.schema.people import audit
from shnor_domain.storage.schema.seminar_seats import event_signup
from tests.support.came_land import CameLand, two_lessons
from tests.support.seminar_land import answers
from tests.support.village import whose


async def hours(land: CameLand, who: str) -> int:
    async with land.village.units.read() as work:
        return sum(each.minutes for each in await work.presence.attended(whose(land[who])))


async def test_everybody_came_by_one_tap_and_one_by_one_is_corrected(land: CameLand) -> None:
    event = await land.published()
    seats = [await land.sits(event, who) for who in ("teacher", "colleague", "other")]
    kept = await land.keeps(event, "neighbour", 4)
    await land.at_lesson(event)
    desk = await land.marks(event)
    assert (desk.count, desk.mark.kept_came, desk.kept) == (7, 4, 4)
    assert [each.name for each in desk.people] == [
        f"teacher {land[who].person}" for who in ("colleague", "teacher", "other")
    ]
    desk = await land.marks(event, came={seats[0]: True, seats[1]: False, seats[2]: True}, kept_came=1)
    assert (desk.count, desk.came) == (3, {seats[0]: True, seats[1]: False, seats[2]: True})
    table = await land.use(AttendanceTable)(land["methodist"], event)
    assert [table.came(table.desks[0], each.signup.id) for each in table.people] == [False, True, True]
    for came, number, field in (({kept: True}, 0, "came"), ({seats[0]: True}, 5, "kept_came"), ({}, 0, "came")):
        with pytest.raises(Invalid) as refused:
            await land.marks(event, came=came, kept_came=number)
        assert refused.value.field == field
    async with land.village.database.read() as connection:
        rows = (await connection.execute(select(audit.c.action, audit.c.subject))).all()
    assert [tuple(row) for row in rows if row.action == "lesson-mark"] == [("lesson-mark", f"event:{event}")] * 2


async def test_the_hosts_word_counts_and_both_are_kept(land: CameLand) -> None:
    event = await land.published()
    seats = {who: await land.sits(event, who) for who in ("teacher", "colleague")}
    lesson = await land.at_lesson(event)
    await land.checks_in("teacher", event)
    assert await hours(land, "teacher") == 60, "her own word counts while the host has said nothing"
    await land.marks(event, came={seats["teacher"]: False, seats["colleague"]: True})
    assert (await hours(land, "teacher"), await hours(land, "colleague")) == (0, 60)
    desk = await land.use(OneLesson)(land["host"], lesson.id)
    assert [(each.presence.said_at is not None, each.presence.host_says) for each in desk.people] == [
        (False, True),
        (True, False),
    ]
    await land.checks_in("colleague", event)
    assert (await hours(land, "teacher"), await hours(land, "colleague")) == (0, 60)


async def test_a_check_in_and_a_mark_at_once_keep_both_words(land: CameLand) -> None:
    event = await land.published()
    await land.sits(event, "teacher")
    lesson = await land.at_lesson(event)
    both = await answers(land.checks_in("teacher", event), land.marks(event))
    assert both == ["done", "done"]
    (only,) = (await land.use(OneLesson)(land["host"], lesson.id)).people
    assert (only.presence.said_at, only.presence.host_says) == (lesson.starts, True)


async def test_a_lesson_is_marked_from_its_start_for_14_days(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    await land.sits(event, "teacher")
    lesson = await land.at_lesson(event, minutes=-1)
    with pytest.raises(NotYetBegun):
        await land.marks(event)
    await land.at_lesson(event, minutes=60, days=14)
    await land.marks(event, who="methodist")
    land.village.clock.forward(minutes=1)
    with pytest.raises(LessonMarkingOver):
        await land.marks(event)
    assert (await land.use(OneLesson)(land["host"], lesson.id)).count == 1
    for who in ("teacher", "tutor", "local methodist", "coordinator", "observer", "lead"):
        with pytest.raises(NotFound):
            await land.use(OneLesson)(land[who], lesson.id)
        with pytest.raises(NotFound):
            await land.marks(event, who=who)


async def test_what_was_not_held_says_why_and_gives_nobody_hours(land: CameLand) -> None:
    event = await land.published()
    await land.sits(event, "teacher")
    await land.keeps(event, "neighbour", 4)
    lesson = await land.at_lesson(event)
    await land.checks_in("teacher", event)
    await land.marks(event, kept_came=3)
    desk = await land.use(MarkLessonNotHeld)(land["host"], lesson.id, WhyNotHeld.CONNECTION)
    assert (desk.count, desk.mark.reason, await hours(land, "teacher")) == (0, WhyNotHeld.CONNECTION, 0)
    assert desk.mark.kept_came == 3, "what was said of who came stays"
    mine = await land.use(MyLesson)(land["teacher"], lesson.id)
    assert (mine.why_not_held, mine.spoken) == (WhyNotHeld.CONNECTION, True), "she reads that there was no lesson"
    await land.marks(event)
    assert await hours(land, "teacher") == 60


async def test_what_waits_for_a_mark_is_shown_to_its_host_for_14_days(land: CameLand) -> None:
    event, empty = await land.published(*two_lessons()), await land.published(host="tutor")
    await land.sits(event, "teacher")
    unmarked = land.use(UnmarkedLessons)
    await land.at_lesson(event, 2, minutes=90)
    assert [each.lesson.number for each in await unmarked(land["host"])] == [1, 2]
    await land.marks(event)
    assert [each.lesson.number for each in await unmarked(land["host"])] == [2]
    assert await unmarked(land["tutor"]) == [], f"{empty} had nobody"
    assert await unmarked(land["teacher"]) == []
    land.village.clock.forward(days=14)
    assert await unmarked(land["host"]) == []


async def test_where_nobody_leads_who_runs_the_seminar_is_asked_and_has_the_code(land: CameLand) -> None:
    event = await land.published(host=None, form=Form.ON_SITE)
    lesson = await land.lesson(event)
    await land.use(SignUpForEvent)(land["teacher"], event)
    asked = await land.told(HOW_WAS_IT)
    assert ("methodist", HOW_WAS_IT) in asked and ("host", HOW_WAS_IT) not in asked
    await land.at_lesson(event)
    for who in ("host", "coordinator", "teacher"):
        with pytest.raises(NotFound):
            await land.use(ShowCode)(land[who], lesson.id)
    shown = await land.use(ShowCode)(land["methodist"], lesson.id)
    assert (await land.checks_in("teacher", event, code=shown.code)).presence.came
    await land.at_lesson(event, minutes=60)
    unmarked = land.use(UnmarkedLessons)
    assert [each.lesson for each in await unmarked(land["methodist"])] == [lesson]
    assert await unmarked(land["host"]) == []
    notice = how_was_it(lesson, whose(land["methodist"]), "", land.village.clock.at)
    row, still = StoredNotice(NoticeId(0), notice, NoticeState.PLANNED), checks(land.village.units.read)[HOW_WAS_IT]
    assert await still(row, land.village.clock.at)
    others = replace(row, notice=replace(notice, person=whose(land["host"])))
    assert not await still(others, land.village.clock.at)
    await land.marks(event, who="methodist")
    assert await unmarked(land["methodist"]) == []
    assert not await still(row, land.village.clock.at)


async def test_with_the_place_of_its_host_the_question_goes_to_who_runs_the_seminar(land: CameLand) -> None:
    event = await land.published(host="tutor")
    await land.use(SignUpForEvent)(land["teacher"], event)
    assert await land.told(HOW_WAS_IT) == [("tutor", HOW_WAS_IT)]
    (place,) = await land.places("tutor")
    await land.place_ends("tutor", place)
    asked = await land.told(HOW_WAS_IT)
    assert ("methodist", HOW_WAS_IT) in asked and ("tutor", HOW_WAS_IT) not in asked


async def test_who_left_a_series_keeps_what_she_attended_and_is_expected_no_more(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    for who in ("teacher", "colleague"):
        seat = await land.sits(event, who)
    await land.at_lesson(event)
    await land.marks(event)
    async with land.village.database.write() as connection:
        gone = {"state": SignUpState.LEFT.value, "ended": land.village.clock.at + timedelta(days=1)}
        await connection.execute(event_signup.update().where(event_signup.c.id == seat).values(**gone))
    await land.at_lesson(event, 2)
    desk = await land.marks(event, 2)
    assert [each.name for each in desk.people] == [f"teacher {land['teacher'].person}"]
    assert (await land.marks(event)).count == 2
    assert (await hours(land, "teacher"), await hours(land, "colleague")) == (150, 60)
    assert await answers(land.checks_in("colleague", event, 2)) == ["not-signed-up"]
    with pytest.raises(Invalid):
        await land.marks(event, 2, came={SignUpId(int(seat)): True})


async def test_what_was_called_off_is_not_marked(land: CameLand) -> None:
    series, one = await land.published(*two_lessons()), await land.published(host="tutor")
    for event in (series, one):
        await land.sits(event, "teacher")
    fell = await land.lesson(series, 2)
    await land.use(CancelLesson)(land["host"], fell.id)
    await land.at_lesson(one, minutes=-10)
    await land.checks_in("teacher", one)
    await land.use(CancelEvent)(land["tutor"], one)
    for event, number in ((series, 2), (one, 1)):
        lesson = await land.at_lesson(event, number)
        with pytest.raises(LessonOff):
            await land.marks(event, number, who="methodist")
        with pytest.raises(LessonOff):
            await land.use(MarkLessonNotHeld)(land["methodist"], lesson.id, WhyNotHeld.HOST)
        with pytest.raises(LessonOff):
            await land.checks_in("teacher", event, number)
        assert (await land.use(OneLesson)(land["methodist"], lesson.id)).mark is None
    assert await hours(land, "teacher") == 0
    with pytest.raises(LessonOff):
        await land.use(TakeCertificate)(land["teacher"], one, "Анна Петровна")
    draft = await land.lays()
    with pytest.raises(NotFound):
        await land.marks(draft, who="methodist")


async def test_the_same_update_fed_twice_does_it_once_and_answers_alike(land: CameLand) -> None:
    event = await land.published(form=Form.ON_SITE)
    await land.sits(event, "teacher")
    lesson = await land.at_lesson(event)
    code = (await land.use(ShowCode)(land["host"], lesson.id)).code
    wrong = "1111" if code != "1111" else "2222"
    arrived = [Arrived(number, 5, "message", "{}", land.village.clock.now()) for number in (7, 8, 9, 10)]
    await InboxStore(land.village.database).accept(arrived)

    async def twice(number: int, act: Any) -> list[Any]:
        found = []
        for _ in range(2):
            token = update_in_hand.set(UpdateInHand(number, 5))
            found.append(await act())
            update_in_hand.reset(token)
        return found

    async def mistypes() -> list[str]:
        return await answers(land.checks_in("teacher", event, code=wrong))

    assert await twice(7, mistypes) == [["wrong-code"]] * 2
    async with land.village.units.read() as work:
        assert await work.presence.wrong(lesson.id, whose(land["teacher"])) == 1, "counted once"
    async with land.village.units.read() as work:
        seat = await work.event_signups.live(event, whose(land["teacher"]))
    assert seat is not None

    async def here_then_gone() -> list[str]:
        found = await answers(land.checks_in("teacher", event, code=code))
        async with land.village.units.write() as work:
            await work.event_signups.end(seat.id, SignUpState.LEFT, land.village.clock.now())
        return found

    assert await twice(10, here_then_gone) == [["done"], ["not-signed-up"]], "not that the code was wrong"
    marked = await twice(8, lambda: land.marks(event))
    assert marked[0] == marked[1]
    async with land.village.database.read() as connection:
        rows = (await connection.execute(select(audit.c.action))).scalars()
        assert [row for row in rows if row == "lesson-mark"] == ["lesson-mark"]
    await land.at_lesson(event, minutes=75)
    taken = await twice(9, lambda: land.use(TakeCertificate)(land["teacher"], event, "Анна Петровна"))
    assert taken[0] == taken[1] and taken[0].certificate.number == 1
