"""A host moves one meeting, or her own zone: her visitors come along, are told once, and nothing moves in silence."""

from datetime import time, timedelta

import pytest

from shnor_domain.consultations.absences.use_cases.decide import AbsenceAsks
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.model import SessionKey, SlotId
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role, SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import (
    NEXT_MONDAY,
    YAKUTIA,
    books,
    methodist_of,
    publishes,
    slots_of,
    teacher_of_honuu,
)


async def booked(talk: Talk, host: Person, *teachers: Person) -> SlotId:
    slot = await publishes(talk, host)
    for teacher in teachers:
        await books(talk, teacher, slot, "задание 34")
    await talk.deliver()
    for person in (host, *teachers):
        person.looks_away()
    return slot


async def picks_magadan(host: Person) -> None:
    while not any("Магадан" in label for label in host.buttons):
        await host.presses("›")
    await host.presses("Магадан")


async def goes_to_tuesday(host: Person, *rest: str) -> None:
    await host.sends("/schedule")
    for label in ("Пн 7 декабря 15:00", "Перенести встречу", "8", "16:00", *rest):
        await host.presses(label)


async def test_a_meeting_goes_to_another_day_with_everybody_in_it(talk: Talk, host: Person, teacher: Person) -> None:
    await booked(talk, host, teacher)
    await goes_to_tuesday(host)
    host.sees(
        "Было: понедельник, 7 декабря, 15:00\nБудет: вторник, 8 декабря, 16:00",
        "Записи сохранятся, я сообщу о новом времени:",
        "Айталина Петровна",
    )
    await talk.deliver()
    teacher.hears_nothing()
    await host.presses("Да, перенести")
    host.sees("Встреча перенесена: вторник, 8 декабря, 16:00. Сообщили: 1 человеку.")
    await host.presses("Открыть встречу")
    host.sees("Вторник, 8 декабря, 16:00", "Айталина Петровна", "задание 34")
    await talk.deliver()
    assert [screen.text for screen in teacher.news] == [
        "Консультацию перенесли\nХимия, Пётр Семёнович\n"
        "Было: понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск\n"
        "Будет: вторник, 8 декабря, 18:00 (у вас) · 16:00 Якутск\n"
        "Ссылка: https://meet.example.org/chem\n"
        "Запись и вопрос сохранились. Если не сможете, отмените запись."
    ]
    await host.sends("/schedule")
    assert not any(label.startswith("Пн 7 декабря") for label in host.buttons)


async def test_reminders_follow_the_meeting_and_the_old_time_reminds_nobody(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await goes_to_tuesday(host, "Да, перенести")
    await talk.deliver()
    teacher.looks_away()
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=1)
    await talk.deliver()
    teacher.hears_nothing()
    talk.clock.instant = NEXT_MONDAY + timedelta(hours=24)
    await talk.deliver()
    teacher.sees("вторник, 8 декабря, 18:00 (у вас) · 16:00 Якутск")


async def test_who_is_elsewhere_then_is_named_before_and_offered_other_times_after(
    talk: Talk, host: Person, teacher: Person
) -> None:
    other = await methodist_of(talk, "biology", name="Марфа Ильинична")
    free = await teacher_of_honuu(talk, "Вера Ивановна")
    await booked(talk, host, teacher, free)
    busy = await publishes(talk, other, subject="biology", weekday=1, starts=time(16))
    await books(talk, teacher, busy, None, NEXT_MONDAY + timedelta(hours=25))
    await goes_to_tuesday(host)
    host.sees("В новое время заняты. Их запись снимется", "Айталина Петровна", "Вера Ивановна")
    await host.presses("Да, перенести")
    host.sees("Сообщили: 2 людям. Снята 1 запись.")
    await talk.deliver()
    free.sees("Консультацию перенесли")
    teacher.sees("Консультацию перенесли, ваша запись снята", "В новое время вы уже заняты.")
    await teacher.presses("Выбрать другое время")
    teacher.sees("Химия, Пётр Семёнович")


async def test_where_the_slot_or_its_host_is_already_another_hour_is_asked_for(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await booked(talk, host, teacher)
    await host.sends("/schedule")
    for label in ("Пн 7 декабря 15:00", "Перенести встречу", "14", "15:00"):
        await host.presses(label)
    host.sees("В это время здесь уже есть встреча.", "Во сколько?")
    other = await publishes(talk, host, weekday=3)
    await books(talk, await teacher_of_honuu(talk, "Вера Ивановна"), other, None, NEXT_MONDAY + timedelta(days=3))
    await host.presses("Назад")
    for label in ("10", "15:00"):
        await host.presses(label)
    host.sees("В это время у вас уже есть другая встреча или запись.")
    await teacher.sends("/my")
    teacher.sees("Понедельник, 7 декабря\n17:00 (у вас) · 15:00 Якутск, химия")
    assert slot != other


async def test_only_the_host_moves_her_meeting(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await booked(talk, host, teacher)
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    for person in (coordinator, teacher, await methodist_of(talk, name="Марфа Ильинична"), talk.person(99)):
        with pytest.raises(NotFound):
            await (await talk.the(MoveMeeting))(
                await talk.actor(person), SessionKey(slot, NEXT_MONDAY), NEXT_MONDAY.date(), time(16)
            )


async def test_another_zone_in_settings_changes_what_is_shown_and_nothing_else(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    before = await slots_of(talk, host)
    await host.sends("/settings")
    await host.presses("Время")
    await picks_magadan(host)
    host.sees("Часовой пояс изменён: Магадан (UTC+11).", "Химия: понедельник, 17:00 (у вас) · 15:00 Якутск")
    await host.presses("Оставить как есть")
    assert await slots_of(talk, host) == before
    await talk.deliver()
    teacher.hears_nothing()
    await host.sends("/schedule")
    assert any("17:00 (у вас) · 15:00 Якутск" in label for label in host.buttons)
    await teacher.sends("/my")
    teacher.sees("Понедельник, 7 декабря\n17:00 (у вас) · 15:00 Якутск, химия")


async def test_a_host_who_has_moved_lets_her_times_follow_and_the_booked_are_told(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await host.sends("/settings")
    await host.presses("Время")
    await picks_magadan(host)
    host.sees("Если перевести, я сообщу о новом времени:", "Айталина Петровна")
    await host.presses("Перевести на новый пояс")
    host.sees("Консультации теперь идут по новому поясу. Сообщили: 1 человеку.")
    (terms,) = await slots_of(talk, host)
    assert (terms.zone, terms.starts) == ("Asia/Magadan", time(15))
    await talk.deliver()
    teacher.sees("Консультацию перенесли", "Будет: понедельник, 7 декабря, 15:00")


async def asked(talk: Talk, host: Person, colleague: Person) -> None:
    declare, covers = await talk.the(DeclareAbsence), {SubjectId("chemistry"): await talk.person_id(colleague)}
    day = NEXT_MONDAY.date()
    await declare(await talk.actor(host), await talk.person_id(host), day, day, covers)
    await talk.deliver()


async def test_who_thinks_is_asked_again_of_the_new_hour_and_not_where_he_is_not_needed(
    talk: Talk, host: Person, teacher: Person
) -> None:
    colleague = await methodist_of(talk, name="Марфа Ильинична")
    slot = await booked(talk, host, teacher)
    await asked(talk, host, colleague)
    before, move = colleague.last, await talk.the(MoveMeeting)
    await move(await talk.actor(host), SessionKey(slot, NEXT_MONDAY), NEXT_MONDAY.date(), time(16))
    await talk.deliver()
    colleague.sees("Сможете провести консультации вместо коллеги?", "Понедельник, 7 декабря, 16:00")
    assert "больше не нужна" in before.text and before.buttons == []
    again, at = colleague.last, NEXT_MONDAY + timedelta(hours=1)
    await move(await talk.actor(host), SessionKey(slot, at), NEXT_MONDAY.date() + timedelta(days=1), time(16))
    await talk.deliver()
    assert "больше не нужна" in again.text
    assert await (await talk.the(AbsenceAsks))(await talk.actor(host)) == []


async def test_times_do_not_follow_while_a_substitute_has_agreed(talk: Talk, host: Person, teacher: Person) -> None:
    colleague = await methodist_of(talk, name="Марфа Ильинична")
    await booked(talk, host, teacher)
    await asked(talk, host, colleague)
    await colleague.presses("Согласиться")
    before = await slots_of(talk, host)
    await host.sends("/settings")
    await host.presses("Время")
    await picks_magadan(host)
    await host.presses("Перевести на новый пояс")
    host.sees("Одну из этих встреч согласился провести другой ведущий")
    assert await slots_of(talk, host) == before
