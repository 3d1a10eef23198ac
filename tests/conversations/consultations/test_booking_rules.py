"""Rules of booking in the words of who books: whom a time invites, which hours collide, when limits are asked."""

from datetime import UTC, datetime, time, timedelta

import pytest

from shnor_domain.consultations.model import Audience
from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.identity import Role, SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import (
    NEXT_MONDAY,
    books,
    keeps_the_clock_of,
    methodist_of,
    publishes,
    teacher_of_honuu,
)

BIOLOGY = SubjectId("biology")


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk, "chemistry", "biology")


async def looks(person: Person, *labels: str) -> None:
    await person.sends("/consult")
    for label in labels:
        await person.presses(label)


async def test_a_time_for_teams_is_offered_to_the_head_and_not_to_her_teacher(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await publishes(talk, host, audience=Audience.TEAMS)
    head = await talk.grown_person(Role.SCHOOL_LEAD, "Момский", "СОШ № 1", name="Ольга Ивановна")
    await looks(teacher)
    assert "Химия" not in teacher.buttons
    await looks(head, "Другой предмет", "Химия")
    head.sees("Химия, Пётр Семёнович")


async def test_a_time_for_schools_of_the_project_is_offered_to_them_alone(talk: Talk, host: Person) -> None:
    await publishes(talk, host, project_schools_only=True)
    of_the_list = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"])
    other = await teacher_of_honuu(talk, "Белла Ивановна")
    await looks(of_the_list, "Химия")
    of_the_list.sees("Химия, Пётр Семёнович")
    await looks(other)
    assert "Химия" not in other.buttons


async def test_two_hosts_at_one_hour_cannot_both_have_her(talk: Talk, host: Person, teacher: Person) -> None:
    second = await methodist_of(talk, "physics", name="Марфа Ильинична")
    await publishes(talk, host)
    await publishes(talk, second, subject=SubjectId("physics"), starts=time(15, 30))
    await looks(teacher, "Химия", "Пн 7 декабря", "Пропустить")
    teacher.sees("Вы записаны.")
    await looks(teacher, "Другой предмет", "Физика", "Пн 7 декабря", "Пропустить")
    teacher.sees("В это время у вас уже есть другая запись.", "Выберите другое время.")
    await teacher.presses("Пн 14 декабря")
    teacher.sees("Вы записаны.", "14 декабря")


async def test_of_two_times_of_a_host_at_one_hour_the_other_is_shown_full(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await publishes(talk, host)
    await publishes(talk, host, subject=BIOLOGY)
    await looks(teacher, "Химия", "Пн 7 декабря", "Пропустить")
    other = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["biology"])
    await looks(other, "Биология")
    assert "Пн 7 декабря · мест нет" in other.buttons
    assert "Пн 14 декабря · 5 мест" in other.buttons


async def test_a_host_who_also_teaches_is_not_offered_her_own_time(talk: Talk, host: Person) -> None:
    await publishes(talk, host)
    await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], chat=host.chat)
    await looks(host)
    assert "Химия" not in host.buttons
    host.does_not_see("Пётр Семёнович, онлайн")


async def test_limits_are_asked_again_when_the_seat_is_confirmed(talk: Talk, host: Person, teacher: Person) -> None:
    await publishes(talk, host, notice=720)
    await looks(teacher, "Химия", "Пн 7 декабря")
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=11, minutes=59)
    await teacher.sends("задание 34")
    teacher.sees("не позже чем за 12 часов до начала", "Ваш вопрос сохранён: «задание 34»")
    assert not any("7 декабря" in label for label in teacher.buttons)
    await teacher.presses("Пн 14 декабря")
    teacher.sees("Вы записаны.", "задание 34")


async def test_a_weekly_time_keeps_its_own_wall_clock_when_clocks_change(talk: Talk, host: Person) -> None:
    """Berlin puts its clocks forward on 28 March 2027, Якутск never."""
    talk.clock.instant = datetime(2027, 3, 17, 3, 0, tzinfo=UTC)
    await publishes(talk, host, zone="Europe/Berlin", starts=time(9))
    teacher = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"])
    await looks(teacher, "Химия", "Пн 22 марта", "Пропустить")
    teacher.sees("понедельник, 22 марта, 17:00 (у вас) · 09:00")
    for label in ("Мои дела", "Пн 22 марта", "Перенести", "Пн 29 марта"):
        await teacher.presses(label)
    teacher.sees("понедельник, 29 марта, 16:00 (у вас) · 09:00")


async def test_a_full_day_is_shown_full_on_the_screen_of_days(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host, capacity=1)
    await books(talk, teacher, slot)
    other = await teacher_of_honuu(talk, "Белла Ивановна")
    await looks(other, "Химия")
    assert {"Пн 7 декабря · мест нет", "Пн 14 декабря · 1 место"} <= set(other.buttons)
    await looks(teacher, "Химия")
    assert "Пн 7 декабря · вы записаны" in teacher.buttons


async def test_a_seat_given_back_is_there_for_the_next_at_once(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host, capacity=1)
    await books(talk, teacher, slot)
    await teacher.sends("/my")
    for label in ("Пн 7 декабря", "Отменить запись", "Пропустить"):
        await teacher.presses(label)
    other = await teacher_of_honuu(talk, "Белла Ивановна")
    await looks(other, "Химия", "Пн 7 декабря · 1 место", "Пропустить")
    other.sees("Вы записаны.")


async def test_a_wish_ends_with_the_school_it_was_for(talk: Talk, host: Person, teacher: Person) -> None:
    await (await talk.the(AskForConsultation))(await talk.actor(teacher), BIOLOGY, "Лабораторные")
    await host.sends("/schedule")
    host.sees("Просят: биология, 1 учитель")
    for step in ("/settings", "Мои роли и школы", "Учитель", "Отказаться от роли", "Да, отказаться"):
        await (teacher.sends(step) if step.startswith("/") else teacher.presses(step))
    await teacher.sends("/my")
    teacher.does_not_see("Биология")
    await host.sends("/schedule")
    host.does_not_see("Просят")


async def test_changing_ones_zone_changes_the_clock_that_is_shown_and_nothing_else(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await publishes(talk, host)
    await looks(teacher, "Химия", "Пн 7 декабря", "Пропустить")
    teacher.sees("понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск")
    await keeps_the_clock_of(talk, teacher, "Europe/Moscow")
    await keeps_the_clock_of(talk, host, "Europe/Kaliningrad")
    await teacher.sends("/my")
    await teacher.presses("Пн 7 декабря")
    teacher.sees("понедельник, 7 декабря, 09:00 (у вас) · 15:00 Якутск")
    await host.sends("/schedule")
    assert "Пн 7 декабря 08:00 (у вас) · 15:00 Якутск · 1 из 5 · химия" in host.buttons
    other = await teacher_of_honuu(talk, "Белла Ивановна")
    await looks(other, "Химия", "Пн 7 декабря", "Пропустить")
    other.sees("понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск")
