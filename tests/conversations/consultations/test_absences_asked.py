"""A colleague who is asked to stand in agrees, refuses, gives it back or leaves; the host decides anew."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from shnor_domain.consultations.absences.use_cases.decide import (
    AbsenceAsks,
    TakeAskBack,
)
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.link import SendMeetingLink
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role
from shnor_domain.people.use_cases.leaving import DeleteMe
from shnor_domain.storage.schema.people import audit
from tests.support.away_talk import CHEMISTRY, DAY, asks, booked
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, methodist_of, publishes


@pytest.fixture
async def colleague(talk: Talk, host: Person) -> Person:
    return await methodist_of(talk, name="Марфа Ильинична")


async def test_who_stands_in_has_the_meeting_on_his_desk_and_its_reminders(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await colleague.sends("/schedule")
    await colleague.presses("Пн 7 декабря 15:00")
    colleague.sees("Записано: 1 из 5", "Айталина Петровна", "задание 34")
    assert "Отменить встречу" not in colleague.buttons
    await host.sends("/schedule")
    assert any("замена" in label for label in host.buttons)
    for person in (host, colleague, teacher):
        person.looks_away()
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=1)
    await talk.deliver()
    colleague.sees("Сегодня, понедельник, 7 декабря, 15:00: химия, онлайн, вы ведёте.")
    host.does_not_see("вы ведёте")
    teacher.sees("Марфа Ильинична")


async def test_who_stands_in_gives_a_link_of_his_own(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    slot = await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await talk.deliver()
    teacher.looks_away()
    give, key = await talk.the(SendMeetingLink), SessionKey(slot, NEXT_MONDAY)
    with pytest.raises(NotFound):
        await give(await talk.actor(host), key, "https://meet.example.org/hers")
    assert await give(await talk.actor(colleague), key, "https://meet.example.org/his") == 1
    await talk.deliver()
    teacher.sees("Новая ссылка на консультацию\nХимия, Марфа Ильинична", "https://meet.example.org/his")


async def test_an_ask_and_its_refusal_wait_for_the_morning(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    """The meeting begins soon after the night: what goes at night goes to who is booked, not to a colleague."""
    slot, early = await publishes(talk, host, starts=time(8, 30)), NEXT_MONDAY - timedelta(hours=6, minutes=30)
    await books(talk, teacher, slot, "задание 34", early)
    await talk.deliver()
    declare, covers = await talk.the(DeclareAbsence), {CHEMISTRY: await talk.person_id(colleague)}
    talk.clock.instant = early - timedelta(hours=9)
    colleague.looks_away()
    await declare(await talk.actor(host), await talk.person_id(host), DAY, DAY, covers)
    await talk.deliver()
    colleague.hears_nothing()
    talk.clock.instant = early - timedelta(minutes=20)
    await talk.deliver()
    colleague.sees("Сможете провести консультации вместо коллеги?")


async def test_who_cannot_says_so_and_the_host_asks_another(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    third = await methodist_of(talk, name="Вера Ивановна")
    await asks(talk, host, colleague)
    await colleague.presses("Не смогу")
    colleague.sees("Понятно, вы не сможете (химия).")
    await talk.deliver()
    host.sees("Марфа Ильинична не сможет провести ваши консультации", "Записанные ничего не знают.")
    await host.presses("Другой ведущий")
    assert "Марфа Ильинична" not in host.buttons
    await host.presses("Вера Ивановна")
    host.sees("Спросили другого ведущего.")
    await talk.deliver()
    third.sees("Сможете провести консультации вместо коллеги?")
    teacher.hears_nothing()


async def test_refused_the_host_calls_off_and_only_then_the_booked_are_told(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Не смогу")
    await talk.deliver()
    await host.presses("Отменить встречи")
    host.sees("отменяем эти встречи?", "Сообщу об отмене:", "Айталина Петровна")
    teacher.hears_nothing()
    await host.presses("Да, отменить встречи")
    host.sees("Встречи отменены. Сообщили: 1 человеку.")
    await talk.deliver()
    teacher.sees("Консультация не состоится", "Ваш вопрос: задание 34")


async def test_the_host_is_back_and_takes_the_ask_back(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    question = colleague.last
    await colleague.presses("Согласиться")
    await talk.deliver()
    teacher.looks_away()
    await host.sends("/schedule")
    for label in ("Меня не будет", "Замены (1)", "Марфа Ильинична: проведёт"):
        await host.presses(label)
    host.sees("Согласие есть.")
    for label in ("Замена не нужна", "Да, замена не нужна"):
        await host.presses(label)
    host.sees("Замена отменена. Сообщили: 1 человеку.")
    await talk.deliver()
    teacher.sees("Консультацию проведёт Пётр Семёнович")
    colleague.sees("Встречу, на которую вы согласились, вести не нужно")
    assert question.buttons == []


async def test_who_stood_in_leaves_and_the_host_decides_anew(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await talk.deliver()
    for person in (host, teacher):
        person.looks_away()
    talk.clock.advance(minutes=5)
    await (await talk.the(DeleteMe))(await talk.actor(colleague))
    await talk.deliver()
    assert [screen.text for screen in teacher.news] == [
        "Кто проведёт консультацию, уточняется\nХимия\nПонедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск\n"
        "Ссылка: https://meet.example.org/chem\n"
        "Тот, кого мы назвали, провести её не сможет. Ваша запись и вопрос сохранились, о ведущем сообщу отдельно."
    ]
    host.sees("не сможет провести ваши консультации", "Записанным я сообщил, что ведущего ищем.")
    host.does_not_see("Записанные ничего не знают.")
    await host.presses("Другой ведущий")
    host.sees("заменить некому")
    teacher.looks_away()
    await host.sends("/schedule")
    for label in ("Меня не будет", "Замены (1)", "не сможет", "Замена не нужна", "Да, замена не нужна"):
        await host.presses(label)
    host.sees("Замена отменена. Сообщили: 1 человеку.")
    await talk.deliver()
    teacher.sees("Консультацию проведёт Пётр Семёнович")


async def test_who_agreed_cannot_after_all_and_gives_it_back(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await talk.deliver()
    for person in (host, teacher):
        person.looks_away()
    await colleague.sends("/schedule")
    for label in ("Пн 7 декабря 15:00", "Не смогу провести"):
        await colleague.presses(label)
    colleague.sees("Не сможете провести?")
    await talk.deliver()
    host.hears_nothing()
    await colleague.presses("Да, не смогу")
    colleague.sees(
        "Понятно. Ведущему я сообщу: замену ищет он, а если он занят, встреча отменена. Сообщили: 1 человеку."
    )
    await talk.deliver()
    teacher.sees("Кто проведёт консультацию, уточняется")
    host.sees("Марфа Ильинична не сможет провести ваши консультации")
    assert host.last.buttons == ["Другой ведущий", "Отменить встречи"]
    await colleague.sends("/schedule")
    assert not any("Пн 7 декабря" in label for label in colleague.buttons)


async def test_a_refused_ask_stays_in_the_list_until_it_is_decided(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Не смогу")
    await talk.deliver()
    await host.sends("/schedule")
    for label in ("Меня не будет", "Замены (1)"):
        await host.presses(label)
    await host.presses("Химия, Марфа Ильинична: не сможет")
    host.sees("Провести не сможет. Выберите другого ведущего или отмените встречи.")
    teacher.looks_away()
    for label in ("Замена не нужна", "Да, замена не нужна"):
        await host.presses(label)
    host.sees("Замена отменена.")
    await talk.deliver()
    teacher.hears_nothing()
    assert await (await talk.the(AbsenceAsks))(await talk.actor(host)) == []


async def test_what_a_coordinator_takes_back_is_in_the_log(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    slot = await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    (found,) = await (await talk.the(AbsenceAsks))(await talk.actor(host))
    await (await talk.the(TakeAskBack))(await talk.actor(coordinator), found.ask.id)
    async with talk.database.read() as connection:
        rows = await connection.execute(
            select(audit.c.action, audit.c.actor_id).where(audit.c.subject == f"slot:{slot}")
        )
        assert [tuple(row) for row in rows] == [("absence-back", await talk.person_id(coordinator))]
