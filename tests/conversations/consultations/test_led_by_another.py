"""A colleague leads one meeting; its visitors move and book again among the times of the host who published it."""

from datetime import date, timedelta

import pytest

from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.identity import SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, methodist_of, publishes, teacher_of_honuu


@pytest.fixture
async def teacher(talk: Talk) -> Person:
    """Booked with a host whose colleague has agreed to lead the meeting."""
    host, colleague = await methodist_of(talk), await methodist_of(talk, name="Марфа Ильинична")
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
