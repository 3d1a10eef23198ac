"""Who thinks whether he will stand in, and is not needed any more: his question ends where it stands."""

from datetime import date, time, timedelta

import pytest

from shnor_domain.consultations.absences.use_cases.decide import AbsenceAsks, TakeAskBack
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.model import Format, SessionKey, SlotId
from shnor_domain.consultations.use_cases.calling_off import CancelSession, EndSlot
from shnor_domain.identity import Role, SubjectId
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, methodist_of, publishes

DAY = date(2026, 12, 7)
CHEMISTRY = SubjectId("chemistry")
OVER = "Замена (химия): больше не нужна."
KINDLY = "Спасибо, что откликнулись. Эта замена (химия) больше не нужна, делать ничего не надо."


@pytest.fixture
async def colleague(talk: Talk, host: Person) -> Person:
    return await methodist_of(talk, name="Марфа Ильинична")


async def asks(talk: Talk, who: Person, host: Person, colleague: Person, until: date = DAY) -> None:
    declare, covers = await talk.the(DeclareAbsence), {CHEMISTRY: await talk.person_id(colleague)}
    await declare(await talk.actor(who), await talk.person_id(host), DAY, until, covers)
    await talk.deliver()


async def calls_off(talk: Talk, host: Person, slot: SlotId, weeks: int = 0) -> None:
    key = SessionKey(slot, NEXT_MONDAY + timedelta(weeks=weeks))
    await (await talk.the(CancelSession))(await talk.actor(host), key)


async def test_called_off_the_question_of_who_was_asked_ends_where_it_stands(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    await asks(talk, host, host, colleague)
    question = colleague.last
    await calls_off(talk, host, slot)
    # his tap was on its way as the meeting was called off
    await colleague.presses_old(question, "Согласиться")
    colleague.sees(KINDLY)
    colleague.looks_away()
    await talk.deliver()
    assert question.text == OVER and question.buttons == []
    assert await (await talk.the(AbsenceAsks))(await talk.actor(host)) == []
    host.does_not_see("проведёт Марфа Ильинична")


async def test_a_tap_after_the_start_reads_that_it_came_too_late(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    """People wait for who leads: that nothing need be done would not be true."""
    await books(talk, teacher, await publishes(talk, host))
    await asks(talk, host, host, colleague)
    question = colleague.last
    talk.clock.instant = NEXT_MONDAY + timedelta(minutes=2)
    await colleague.presses_old(question, "Согласиться")
    colleague.sees("Встреча (химия) уже началась: ответ опоздал, ничего не изменилось.")
    colleague.does_not_see("делать ничего не надо")


async def test_a_tap_on_the_question_of_the_old_hour_reads_that_a_new_one_comes(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    await asks(talk, host, host, colleague)
    question = colleague.last
    move = await talk.the(MoveMeeting)
    await move(await talk.actor(host), SessionKey(slot, NEXT_MONDAY), NEXT_MONDAY.date(), time(16))
    await colleague.presses_old(question, "Согласиться")
    colleague.sees("О замене (химия) спрошу новым сообщением: ответьте на него, пожалуйста.")
    colleague.does_not_see("делать ничего не надо")
    await talk.deliver()
    colleague.sees("Сможете провести консультации вместо коллеги?", "Понедельник, 7 декабря, 16:00")


async def test_of_several_meetings_he_is_asked_on_until_the_last_is_called_off(
    talk: Talk, host: Person, colleague: Person
) -> None:
    slot = await publishes(talk, host)
    await asks(talk, host, host, colleague, DAY + timedelta(days=7))
    question = colleague.last
    await calls_off(talk, host, slot)
    await talk.deliver()
    assert question.buttons == ["Согласиться", "Не смогу"]
    await (await talk.the(EndSlot))(await talk.actor(host), slot)
    await talk.deliver()
    assert question.text == OVER and question.buttons == []


async def test_what_was_to_be_asked_in_the_morning_is_not_asked_at_all(
    talk: Talk, host: Person, colleague: Person
) -> None:
    slot = await publishes(talk, host)
    await talk.deliver()
    talk.clock.advance(hours=11)
    await asks(talk, host, host, colleague)
    colleague.hears_nothing()
    await calls_off(talk, host, slot)
    talk.clock.advance(hours=12)
    await talk.deliver()
    assert not any("Сможете провести" in screen.text for screen in colleague.screens)


async def test_taken_back_the_question_ends_and_a_late_tap_is_answered_kindly(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await asks(talk, host, host, colleague)
    question = colleague.last
    teacher.looks_away()
    [card] = await (await talk.the(AbsenceAsks))(await talk.actor(host))
    await (await talk.the(TakeAskBack))(await talk.actor(host), card.ask.id)
    await colleague.presses_old(question, "Не смогу")
    colleague.sees(KINDLY)
    await talk.deliver()
    assert question.text == OVER and question.buttons == []
    teacher.hears_nothing()


async def test_a_meeting_that_fell_with_its_day_is_asked_of_him_anew_as_it_comes_back(
    talk: Talk, teacher: Person
) -> None:
    host = await talk.grown_person(Role.METHODIST, "Момский", subjects=["chemistry"], name="Пётр Семёнович")
    colleague = await talk.grown_person(Role.METHODIST, "Момский", subjects=["chemistry"], name="Марфа Ильинична")
    clara = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")
    where = talk.where("Момский")
    assert where.municipality is not None
    on_site = {"format": Format.ON_SITE, "link": None, "venue": "Хонуу, школа, кабинет 5", "open_to": where}
    await books(talk, teacher, await publishes(talk, host, **on_site))
    await asks(talk, host, host, colleague)
    question = colleague.last
    await (await talk.the(CallOffDay))(await talk.actor(clara), where.municipality, DAY, "Мороз")
    await talk.deliver()
    assert question.text == OVER and question.buttons == []
    talk.clock.advance(minutes=5)
    await (await talk.the(RestoreDay))(await talk.actor(clara), where.municipality, DAY)
    await talk.deliver()
    colleague.sees("Сможете провести консультации вместо коллеги?", "Понедельник, 7 декабря")
    await colleague.presses("Согласиться")
    await talk.deliver()
    teacher.sees("Консультацию проведёт Марфа Ильинична")


async def test_a_coordinator_who_asked_hears_the_answer_after_the_host_has_moved_the_meeting(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    await asks(talk, coordinator, host, colleague)
    move = await talk.the(MoveMeeting)
    await move(await talk.actor(host), SessionKey(slot, NEXT_MONDAY), DAY, time(16))
    await talk.deliver()
    colleague.sees("Сможете провести консультации вместо коллеги?", "Понедельник, 7 декабря, 16:00")
    await colleague.presses("Согласиться")
    await talk.deliver()
    coordinator.sees("Консультации (Пётр Семёнович) проведёт Марфа Ильинична")
    host.sees("Ваши консультации проведёт Марфа Ильинична")
