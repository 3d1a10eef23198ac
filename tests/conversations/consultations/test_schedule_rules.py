"""Rules of the host's side in her own words, and in those of who is booked with her."""

from datetime import timedelta

from shnor_domain.consultations.model import Format, SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.identity import Role
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, publishes, teacher_of_honuu


async def test_a_methodist_is_asked_for_nothing_beyond_her_subjects_and_her_municipality(talk: Talk) -> None:
    narrow = await talk.grown_person(
        Role.METHODIST, "Амгинский", subjects=["chemistry", "biology"], name="Вера Ильинична"
    )
    await narrow.sends("/schedule")
    await narrow.presses("Добавить время")
    assert {"Химия", "Биология"} <= set(narrow.buttons) and "Физика" not in narrow.buttons
    await narrow.presses("Химия")
    for label in ("Понедельник", "15:00", "45 минут", "Онлайн", "Пришлю позже", "Для учителей", "Для всех школ"):
        await narrow.presses(label)
    narrow.does_not_see("Республика Саха", "Момский")


async def test_word_of_a_called_off_meeting_waits_for_the_morning_where_it_can(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=42)  # eleven at night in Хонуу, on Saturday
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    teacher.hears_nothing()
    talk.clock.instant += timedelta(hours=9)
    await talk.deliver()
    teacher.sees("Консультация не состоится")


async def test_word_of_a_called_off_meeting_comes_by_night_where_a_way_has_to_be_made(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host, format=Format.ON_SITE, link=None, venue="каб. 12")
    await books(talk, teacher, slot)
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=18)
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    teacher.sees("Консультация не состоится")


async def test_when_a_host_gives_her_role_up_her_time_ends_and_the_booked_read_it(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await books(talk, teacher, await publishes(talk, host))
    for step in ("/settings", "Мои роли и школы", "Методист", "Отказаться от роли", "Да, отказаться"):
        await (host.sends(step) if step.startswith("/") else host.presses(step))
    await talk.deliver()
    teacher.sees("Консультация не состоится", "Понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск")
    await teacher.sends("/consult")
    assert "Химия" not in teacher.buttons


async def test_more_seats_open_a_meeting_that_was_full(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host, capacity=1)
    await books(talk, teacher, slot)
    other = await teacher_of_honuu(talk, "Белла Ивановна")
    await other.sends("/consult")
    await other.presses("Химия")
    assert "Пн 7 декабря · мест нет" in other.buttons
    await host.sends("/schedule")
    for label in ("Моё время (1)", "Понедельник", "Изменить", "Сколько человек", "3"):
        await host.presses(label)
    await other.sends("/consult")
    await other.presses("Химия")
    await other.presses("Пн 7 декабря · 2 места")
    other.sees("О чём поговорим?")
