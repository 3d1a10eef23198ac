"""A colleague leads one meeting; its visitors move and book again among the times of the host who published it."""

from datetime import date, timedelta

import pytest

from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.identity import SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, methodist_of, publishes, teacher_of_honuu


@pytest.fixture
async def colleague(talk: Talk, host: Person) -> Person:
    return await methodist_of(talk, name="Марфа Ильинична")


@pytest.fixture
async def teacher(talk: Talk, host: Person, colleague: Person) -> Person:
    """Booked with a host whose colleague has agreed to lead the meeting."""
    teacher = await teacher_of_honuu(talk)
    await books(talk, teacher, await publishes(talk, host), "задание 34")
    day, covers = date(2026, 12, 7), {SubjectId("chemistry"): await talk.person_id(colleague)}
    declare = await talk.the(DeclareAbsence)
    await declare(await talk.actor(host), await talk.person_id(host), day, day, covers)
    await talk.deliver()
    await colleague.presses("Согласиться")
    await talk.deliver()
    teacher.sees("Консультацию проведёт Марфа Ильинична")
    return teacher


async def test_she_moves_among_the_times_of_the_host(teacher: Person) -> None:
    for label in ("Открыть запись", "Перенести", "Пн 14 декабря, 17:00"):
        await teacher.presses(label)
    teacher.sees("понедельник, 14 декабря, 17:00", "Пётр Семёнович", "задание 34")


async def test_choosing_a_day_of_the_host_leads_to_the_booking_that_she_has(teacher: Person) -> None:
    await teacher.sends("/consult")
    for label in ("Химия", "Пн 14 декабря"):
        await teacher.presses(label)
    teacher.sees("Марфа Ильинична", "7 декабря", "задание 34")


async def test_afterwards_she_books_again_with_the_host(talk: Talk, teacher: Person) -> None:
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=1)
    await talk.deliver()
    talk.clock.instant = NEXT_MONDAY + timedelta(minutes=45)
    await talk.deliver()
    await teacher.presses("Записаться снова")
    teacher.sees("Химия, Пётр Семёнович.", "Выберите день.")


async def test_who_stood_in_hears_that_she_moves_away_and_the_host_that_she_comes(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=3)
    await talk.deliver()
    for person in (colleague, host):
        person.looks_away()
    await teacher.sends("/my")
    for label in ("Пн 7 декабря", "Перенести", "Пн 14 декабря, 17:00"):
        await teacher.presses(label)
    await talk.deliver()
    colleague.sees("Запись отменили: химия", "Понедельник, 7 декабря, 15:00", "Не сможет прийти: Айталина Петровна")
    host.sees("Новая запись: химия", "Понедельник, 14 декабря, 15:00", "Придёт: Айталина Петровна")


async def test_the_reminder_of_a_host_says_that_another_leads_and_not_that_it_was_moved(
    talk: Talk, host: Person, colleague: Person
) -> None:
    await books(talk, await teacher_of_honuu(talk), await publishes(talk, host), "задание 34")
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=23)
    await talk.deliver()
    host.sees("вы ведёте консультацию")
    reminder = host.last
    day, covers = date(2026, 12, 7), {SubjectId("chemistry"): await talk.person_id(colleague)}
    await (await talk.the(DeclareAbsence))(await talk.actor(host), await talk.person_id(host), day, day, covers)
    await talk.deliver()
    await colleague.presses("Согласиться")
    await talk.deliver()
    assert reminder.text == "Консультацию 7 декабря в 15:00 ведёт другой."
