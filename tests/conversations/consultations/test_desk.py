"""A host's «Сегодня» and «Неделя», the table that she prints, and the graph of a coordinator."""

from datetime import timedelta

import pytest

from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue
from shnor_domain.identity import Role
from shnor_domain.people.model.preferences import Names
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import (
    NEXT_MONDAY,
    NOON,
    YAKUTIA,
    books,
    keeps_the_clock_of,
    methodist_of,
    publishes,
    teacher_of_honuu,
)
from tests.support.workbooks import texts_of

TODAY = NEXT_MONDAY - timedelta(days=7)


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk, "chemistry", "biology")


async def opens(person: Person, *labels: str) -> None:
    await person.sends("/schedule")
    for label in labels:
        await person.presses(label)


def sheets(person: Person) -> dict[str, list[list[str]]]:
    """Of the newest table in her chat."""
    body = next(screen.body for screen in reversed(person.screens) if screen.body is not None)
    return texts_of(body)


async def test_today_begins_with_the_next_meeting_its_people_and_their_questions(
    talk: Talk, host: Person, teacher: Person
) -> None:
    chemistry = await publishes(talk, host)
    await publishes(talk, host, subject="biology", starts=(NOON + timedelta(hours=14)).time(), capacity=2)
    await books(talk, teacher, chemistry, "задание 34", TODAY)
    other = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Марфа Ильинична")
    await books(talk, other, chemistry, None, TODAY)
    await host.sends("/menu")
    host.sees("Сегодня: 15:00 химия, 2 человека, 1 вопрос")
    await opens(host, "Сегодня")
    host.sees(
        "Сегодня, понедельник, 30 ноября\nСледующая встреча\nХимия\nПонедельник, 30 ноября, 15:00, 45 минут",
        "1. Айталина Петровна\nВопрос: задание 34\n2. Марфа Ильинична",
        "Ещё сегодня\n17:00 биология, 0 из 2",
    )
    assert host.buttons[:2] == ["Пн 30 ноября 15:00 · 2 из 5 · химия", "Пн 30 ноября 17:00 · 0 из 2 · биология"]
    await host.presses("Пн 30 ноября 15:00")
    host.sees("Кто придёт:\n1. Айталина Петровна")
    await host.presses("Назад")
    host.sees("Следующая встреча")


async def test_a_meeting_that_runs_is_still_the_first_and_then_the_next_day_is_told(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, None, TODAY)
    talk.clock.instant = TODAY + timedelta(minutes=20)
    await opens(host, "Сегодня")
    host.sees("Идёт сейчас\nХимия\nПонедельник, 30 ноября, 15:00")
    talk.clock.instant = TODAY + timedelta(hours=20)
    await opens(host, "Сегодня")
    host.sees("Сегодня, вторник, 1 декабря\nСегодня консультаций нет.\nСледующая встреча", "7 декабря, 15:00")


async def test_names_stand_on_the_desk_only_as_they_may_be_shown(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url, MovedClock(NOON), names=Names.NONE) as talk:
        host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
        await books(talk, teacher, await publishes(talk, host), "задание 34", TODAY)
        await opens(host, "Сегодня")
        host.sees("1. участник\nВопрос: задание 34")
        await host.presses("Неделя")
        await host.presses("Таблица для печати")
        assert "Айталина" not in str(sheets(host))


async def test_the_week_stands_by_days_and_pages_and_goes_on_for_four(talk: Talk, host: Person) -> None:
    for hour in range(9, 14):
        for weekday in (1, 2):
            await publishes(talk, host, weekday=weekday, starts=NOON.replace(hour=hour, minute=0).time())
    await opens(host, "Неделя")
    host.sees("Неделя с 30 ноября", "Вторник, 1 декабря\n09:00 химия, 0 из 5\n10:00 химия", "Среда, 2 декабря")
    assert sum("из 5" in label for label in host.buttons) == 8
    await host.presses("›")
    assert sum("из 5" in label for label in host.buttons) == 2
    for _ in range(3):
        await host.presses("Позже ›")
    host.sees("Неделя с 21 декабря", "Вторник, 22 декабря")
    assert "Позже ›" not in host.buttons
    await host.presses("‹ Раньше")
    host.sees("Неделя с 14 декабря")


async def test_an_empty_week_and_an_empty_desk_say_what_to_do(talk: Talk, host: Person) -> None:
    slot = await publishes(talk, host)
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, TODAY))
    await opens(host, "Неделя")
    host.sees("15:00 химия, отменена")
    talk.clock.instant = NOON + timedelta(days=250)
    await opens(host, "Неделя")
    host.sees("На этой неделе встреч нет.", "«окно»")
    await opens(host, "Сегодня")
    host.sees("Сегодня консультаций нет.\nВ ближайшие четыре недели встреч нет. Добавьте время")


async def test_a_host_who_moved_reads_both_clocks_on_her_days(talk: Talk, host: Person) -> None:
    await publishes(talk, host)
    await keeps_the_clock_of(talk, host, "Europe/Moscow")
    await opens(host, "Неделя")
    host.sees("Понедельник, 30 ноября\n09:00 (у вас) · 15:00 Якутск химия, 0 из 5")


async def test_the_printed_week_has_a_sheet_a_day_and_no_formula_runs(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await publishes(talk, host, weekday=2, subject="biology")
    await books(talk, teacher, slot, "=HYPERLINK(1)", TODAY)
    await opens(host, "Неделя", "Таблица для печати")
    host.sees("Консультации, неделя с 30 ноября. Лист на каждый день")
    assert sheets(host) == {
        "пн 30 ноября": [
            ["Время", "Длительность", "Предмет", "Как встречаемся", "Кто придёт", "Вопрос", "Отметка"],
            ["15:00", "45 минут", "химия", "онлайн", "Айталина Петровна", "=HYPERLINK(1)", ""],
        ],
        "ср 2 декабря": [
            ["Время", "Длительность", "Предмет", "Как встречаемся", "Кто придёт", "Вопрос", "Отметка"],
            ["15:00", "45 минут", "биология", "онлайн", "пока никто не записан", "", ""],
        ],
    }


async def test_a_coordinator_prints_the_graph_of_her_territory_without_visitors(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "задание 34", TODAY)
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Туйаара Ивановна")
    await keeps_the_clock_of(talk, region, "Asia/Yakutsk")
    await opens(region, "График недели")
    region.sees("График консультаций, неделя с 30 ноября")
    region.sees("15:00 химия, Пётр Семёнович, записано 1 из 5")
    await region.presses("Таблица для печати")
    [(name, rows)] = sheets(region).items()
    assert (name, rows[1]) == (
        "График",
        ["пн 30 ноября", "15:00", "45 минут", "химия", "Пётр Семёнович", "онлайн", "учителя", "1", "5", "да"],
    )
    assert "Айталина" not in str(rows) and "задание 34" not in str(rows)


async def test_another_municipality_prints_nothing_of_it(talk: Talk, host: Person) -> None:
    await publishes(talk, host)
    other = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Ирина Олеговна")
    await opens(other)
    other.sees("На вашей территории консультаций пока нет.")
    assert "График недели" not in other.buttons


async def test_who_stands_in_has_the_meeting_in_her_day_and_its_people_in_her_letter(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "задание 34")
    colleague = await methodist_of(talk, name="Марфа Ильинична")
    session = SessionKey(slot, NEXT_MONDAY)
    async with talk.units.write() as work:
        row = (await work.sessions.find([session]))[session]
        await work.absences.pass_to(row.id, await talk.person_id(colleague))
    await opens(colleague, "Неделя", "Позже ›")
    colleague.sees("Понедельник, 7 декабря\n15:00 химия, 1 из 5, 1 вопрос")
    await colleague.presses("Пн 7 декабря")
    await colleague.presses("Написать записавшимся")
    colleague.sees("Напишите 1 человеку")
    await opens(host, "Неделя", "Позже ›")
    host.sees("На этой неделе встреч нет.")


async def test_the_week_tells_how_many_wait_for_a_seat(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host, capacity=1)
    await books(talk, teacher, slot, None, NEXT_MONDAY)
    other = await teacher_of_honuu(talk, "Белла Ивановна")
    await (await talk.the(JoinQueue))(await talk.actor(other), SessionKey(slot, NEXT_MONDAY), None)
    await opens(host, "Неделя", "Позже ›")
    host.sees("15:00 химия, 1 из 1, в очереди 1")


async def test_a_coordinator_reads_how_many_come_and_names_only_where_a_change_concerns_them(
    talk: Talk, host: Person, teacher: Person
) -> None:
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await books(talk, teacher, await publishes(talk, host), "задание 34")
    await coordinator.sends("/schedule")
    await coordinator.presses("Понедельник")
    await coordinator.presses("Пн 7 декабря")
    coordinator.sees("Записано: 1 из 5")
    coordinator.does_not_see("Айталина Петровна", "задание 34")
    await coordinator.presses("Отменить встречу")
    coordinator.sees("Отменяем встречу?", "Айталина Петровна")
    coordinator.does_not_see("задание 34")
