"""The desk of a host, her weekly times and meetings: what she sees, and calling off with a word to those concerned."""

from datetime import UTC, datetime, time, timedelta

import pytest

from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.identity import Role, SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import (
    NEXT_MONDAY,
    YAKUTIA,
    books,
    keeps_the_clock_of,
    methodist_of,
    publishes,
)
from tests.support.screens import Screen

TODAY = NEXT_MONDAY - timedelta(days=7)


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk, "chemistry", "physics")


async def presses(person: Person, *labels: str) -> None:
    for label in labels:
        await person.presses(label)


def as_it_stands(screen: Screen) -> Screen:
    return Screen(screen.chat, screen.message_id, screen.text, screen.html, list(screen.rows))


async def test_the_desk_tells_today_and_the_coming_weeks(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "задание 34", TODAY)
    other = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Марфа Ильинична")
    await books(talk, other, slot, None, TODAY)
    ask = await talk.the(AskForConsultation)
    for asking in (teacher, other):
        await ask(await talk.actor(asking), SubjectId("physics"), None)
    await ask(await talk.actor(teacher), SubjectId("history"), "не к ней")
    await host.sends("/schedule")
    host.sees("Сегодня: 15:00 химия, 2 человека, 1 вопрос", "Просят: физика, 2 учителя")
    host.does_not_see("история")
    await presses(host, "В меню")
    host.sees("Сегодня: 15:00 химия, 2 человека, 1 вопрос")
    await presses(host, "Моё расписание")
    assert host.buttons[:4] == [
        "Пн 30 ноября 15:00 · 2 из 5 · химия",
        "Пн 7 декабря 15:00 · 0 из 5 · химия",
        "Пн 14 декабря 15:00 · 0 из 5 · химия",
        "Пн 21 декабря 15:00 · 0 из 5 · химия",
    ]
    assert host.buttons[-3:] == ["Моё время (1)", "Добавить время", "В меню"]
    await presses(host, "Моё время (1)")
    assert host.buttons[0] == "Понедельник, 15:00: химия"


async def test_many_meetings_come_by_eight(talk: Talk, host: Person) -> None:
    for weekday in range(3):
        await publishes(talk, host, weekday=weekday)
    await host.sends("/schedule")
    assert sum("из 5" in label for label in host.buttons) == 8
    await presses(host, "›")
    assert any("Пн 21 декабря" in label for label in host.buttons)


async def test_a_host_who_moved_sees_both_clocks_and_her_own_first(talk: Talk, host: Person) -> None:
    await publishes(talk, host)
    await keeps_the_clock_of(talk, host, "Europe/Moscow")
    await host.sends("/schedule")
    host.sees("09:00 (у вас) · 15:00 Якутск химия, пока никто не записан")
    assert host.buttons[0] == "Пн 30 ноября 09:00 (у вас) · 15:00 Якутск · 0 из 5 · химия"
    await presses(host, "Моё время (1)")
    assert host.buttons[0] == "Понедельник, 09:00 (у вас) · 15:00 Якутск: химия"
    await presses(host, "Понедельник, 09:00")
    host.sees("Химия, понедельник, 15:00, 45 минут", "Якутск (UTC+9)")


async def test_a_meeting_shows_its_people_in_order_with_their_questions(talk: Talk, host: Person) -> None:
    slot = await publishes(talk, host, capacity=20)
    for number in range(1, 11):
        visitor = await talk.grown_person(Role.TEACHER, "Момский", "СОШ № 1", name=f"Учитель <b>{number}</b> &_*[")
        await books(talk, visitor, slot, "ы" * 300 if number % 2 else None)
    await host.sends("/schedule")
    await presses(host, "Пн 7 декабря")
    host.sees(
        "Химия\nПонедельник, 7 декабря, 15:00, 45 минут",
        "Записано: 10 из 20",
        "Ссылка: https://meet.example.org/chem",
        "1. Учитель <b>1</b> &_*[\nВопрос: ыыы",
        "2. Учитель <b>2</b> &_*[\n3. ",
    )
    host.does_not_see("9. ")
    await presses(host, "›")
    host.sees("9. Учитель <b>9</b>", "10. Учитель")


async def test_a_meeting_is_called_off_after_a_look_at_who_is_concerned(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "задание 34")
    await host.sends("/schedule")
    await presses(host, "Пн 7 декабря", "Отменить встречу")
    host.sees("Отменяем встречу?", "Айталина Петровна: понедельник, 7 декабря, 15:00", "Я сообщу им об отмене")
    confirm = as_it_stands(host.last)
    await presses(host, "Да, отменить встречу")
    host.sees("Встреча отменена.", "Сообщили: 1 человеку.")
    await host.presses_old(confirm, "Да, отменить встречу")
    await presses(host, "К этой встрече")
    host.sees("Встреча отменена.")
    assert "Отменить встречу" not in host.buttons
    await talk.deliver()
    teacher.sees("Консультация не состоится", "Понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск")


async def test_a_date_is_closed_and_opened_again(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    other = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Марфа Ильинична")
    await books(talk, other, slot)
    await host.sends("/schedule")
    await presses(host, "Моё время (1)", "Понедельник", "Закрыть дату", "декабрь ›")
    days = [label for row in host.last.rows[2:] for label in (button.text for button in row) if label.isdigit()]
    assert days == ["7", "14", "21"]
    await presses(host, "7")
    host.sees("Закрываем дату: понедельник, 7 декабря", "Айталина Петровна: ", "Марфа Ильинична: ")
    await presses(host, "Да, закрыть дату")
    host.sees("Дата закрыта.", "Сообщили: 2 людям.")
    await presses(host, "К этому времени")
    assert not any("7 декабря" in label for label in host.buttons)
    await presses(host, "Открыть дату", "Пн 7 декабря")
    assert "Открыть дату" not in host.buttons
    assert "Пн 7 декабря 15:00 · отменена" in host.buttons


async def test_an_extra_window_is_added(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await host.sends("/schedule")
    await presses(host, "Моё время (1)", "Понедельник", "Добавить окно", "30")
    host.sees("Понедельник, 30 ноября. Во сколько?", "Якутск (UTC+9)")
    await host.sends_photo()
    host.sees("Здесь нужно время")
    await host.sends("в 9")
    await presses(host, "45 минут")
    host.sees("уже прошёл", "В какой день ещё одна встреча?")
    await presses(host, "декабрь ›", "3")
    await talk.restart()
    await host.sends("10-30")
    await host.sends("1 час")
    host.sees("Добавлена встреча: четверг, 3 декабря, 10:30")
    await presses(host, "Открыть встречу")
    host.sees("Четверг, 3 декабря, 10:30, 60 минут", "Пока никто не записан, мест 5")
    await books(talk, teacher, slot, None, datetime(2026, 12, 3, 1, 30, tzinfo=UTC))


async def test_weekly_times_end_for_good(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    await host.sends("/schedule")
    await presses(host, "Моё время (1)", "Понедельник", "Завершить")
    host.sees("новых встреч не будет", "Айталина Петровна: ")
    await presses(host, "Да, завершить")
    host.sees("Консультации завершены.", "Сообщили: 1 человеку.")
    await presses(host, "К этому времени")
    host.sees("Эти консультации завершены.")
    assert not {"Завершить", "Закрыть дату", "Добавить окно"} & set(host.buttons)


async def test_after_the_start_a_meeting_cannot_be_called_off(talk: Talk, host: Person) -> None:
    await publishes(talk, host)
    await host.sends("/schedule")
    await presses(host, "Пн 30 ноября", "Отменить встречу")
    talk.clock.advance(hours=3, minutes=5)
    await presses(host, "Да, отменить встречу")
    host.sees("Консультация уже началась")
    assert "Отменить встречу" not in host.buttons


async def test_somebody_elses_cards_open_to_nobody(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "тайный вопрос")
    await host.sends("/schedule")
    desk = as_it_stands(host.last)
    foreign = await methodist_of(talk, name="Чужой Методист")
    other_land = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Чужой Координатор")
    for stranger in (foreign, other_land, teacher, talk.person(99)):
        stolen = Screen(stranger.chat, desk.message_id, desk.text, desk.html, list(desk.rows))
        await stranger.presses_old(stolen, "Пн 7 декабря")
        stranger.does_not_see("тайный вопрос", "Записано", "meet.example.org")
        stranger.sees("Меню обновилось")


async def test_a_coordinator_calls_off_in_her_territory_and_the_host_hears(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host, open_to=talk.where("Момский"))
    await publishes(talk, host, weekday=1, open_to=talk.where("Амгинский"))
    await books(talk, teacher, slot)
    coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Вера Ивановна")
    await coordinator.opens("Время на территории")
    coordinator.sees("Консультации на вашей территории")
    assert coordinator.buttons[0] == "Понедельник, 17:00 (у вас) · 15:00 Якутск: химия, Пётр Семёнович"
    assert not any("Вторник" in label for label in coordinator.buttons)
    await presses(coordinator, "Понедельник")
    coordinator.sees("Ведущий: Пётр Семёнович")
    assert "Добавить окно" not in coordinator.buttons
    await presses(coordinator, "Пн 7 декабря", "Отменить встречу", "Да, отменить встречу")
    coordinator.sees("Сообщили: 1 человеку.")
    await talk.deliver()
    host.sees("Вашу встречу отменил координатор", "Понедельник, 7 декабря, 15:00")


async def test_the_regional_coordinator_chooses_a_subject_where_there_are_many(talk: Talk, host: Person) -> None:
    for weekday in range(6):
        await publishes(talk, host, weekday=weekday)
        await publishes(talk, host, weekday=weekday, starts=time(17), subject=SubjectId("physics"))
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Вера Ивановна")
    await coordinator.sends("/schedule")
    assert coordinator.buttons[:2] == ["Физика", "Химия"]
    await presses(coordinator, "Химия")
    assert sum("химия" in label for label in coordinator.buttons) == 6
    await presses(coordinator, "Назад", "Физика")
    assert sum("физика" in label for label in coordinator.buttons) == 6


async def test_a_coordinator_without_consultations_reads_why(talk: Talk, host: Person) -> None:
    await publishes(talk, host, open_to=talk.where("Момский"))
    coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Вера Ивановна")
    await coordinator.sends("/schedule")
    coordinator.sees("консультаций пока нет")
    coordinator.does_not_see("химия")


async def test_what_was_called_off_elsewhere_meanwhile_is_said(talk: Talk, host: Person) -> None:
    slot = await publishes(talk, host)
    await host.sends("/schedule")
    await presses(host, "Пн 7 декабря", "Отменить встречу")
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await presses(host, "Да, отменить встречу")
    host.sees("Этой консультации больше нет", "Встреча отменена")
