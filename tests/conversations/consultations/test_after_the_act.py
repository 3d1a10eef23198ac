"""An «актированный день» was declared: what is published or moved after it does not meet that day."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.consultations.model import Format, SlotId
from shnor_domain.identity import Role
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import books, publishes, teacher_of_honuu

MORNING = datetime(2026, 11, 29, 21, 0, tzinfo=UTC)
"""Monday, 8:00 in Хонуу."""
NEXT_MONDAY = datetime(2026, 12, 7, 4, 0, tzinfo=UTC)
"""15:00 there."""
REFUSED = "В этот день школы закрыты (актированный день). Выберите другой."


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(MORNING)) as talk:
        yield talk


@pytest.fixture
async def host(talk: Talk) -> Person:
    """A methodist of the very ulus."""
    return await talk.grown_person(Role.METHODIST, "Момский", subjects=["chemistry"], name="Пётр Семёнович")


async def presses(person: Person, *labels: str) -> None:
    for label in labels:
        await person.presses(label)


async def is_declared(talk: Talk, day: date) -> Person:
    """The coordinator has called it off."""
    clara = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")
    where = talk.where("Момский").municipality
    assert where is not None
    await (await talk.the(CallOffDay))(await talk.actor(clara), where, day, "Мороз")
    return clara


async def on_site(talk: Talk, host: Person, weekday: int) -> SlotId:
    changes = {"format": Format.ON_SITE, "link": None, "venue": "Хонуу, кабинет 5", "zone": "Asia/Srednekolymsk"}
    return await publishes(talk, host, **changes, weekday=weekday, open_to=talk.where("Момский"))


async def test_who_publishes_after_the_act_reads_which_day_falls_and_nobody_is_offered_it(
    talk: Talk, host: Person
) -> None:
    clara, teacher = await is_declared(talk, NEXT_MONDAY.date()), await teacher_of_honuu(talk)
    await host.sends("/schedule")
    await presses(host, "Добавить время", "Понедельник", "15:00", "45 минут", "Очно")
    await host.sends("Хонуу, кабинет 5")
    await presses(host, "Для учителей", "Для всех школ", "5", "Опубликовать")
    why = "Актированный день, очной встречи не будет: пн 7 декабря. Если его отменят, она состоится."
    host.sees("Опубликовано.", why)
    await presses(host, "Открыть это время")
    host.sees(why)
    assert not any("7 декабря" in label for label in host.buttons)
    await teacher.opens("Записаться на консультацию")
    await presses(teacher, "Химия")
    assert any("14 декабря" in label for label in teacher.buttons)
    assert not any("7 декабря" in label for label in teacher.buttons)
    where = talk.where("Момский").municipality
    assert where is not None
    await (await talk.the(RestoreDay))(await talk.actor(clara), where, NEXT_MONDAY.date())
    await presses(teacher, "Назад", "Химия")
    assert any("7 декабря" in label for label in teacher.buttons)
    await host.sends("/schedule")
    await presses(host, "Моё время (1)", "Понедельник")
    host.does_not_see("Актированный день")


async def test_neither_a_window_nor_a_move_leads_to_a_day_that_was_declared(talk: Talk, host: Person) -> None:
    teacher = await teacher_of_honuu(talk)
    await books(talk, teacher, await on_site(talk, host, 1), None, NEXT_MONDAY + timedelta(days=1))
    await is_declared(talk, NEXT_MONDAY.date())
    await host.sends("/schedule")
    await presses(host, "Моё время (1)", "Вторник", "Добавить окно", "декабрь ›", "7", "15:00", "45 минут")
    host.sees(REFUSED, "В какой день ещё одна встреча?")
    await presses(host, "9", "15:00", "45 минут")
    host.sees("Добавлена встреча: среда, 9 декабря, 15:00")
    await host.sends("/schedule")
    await presses(host, "Вт 8 декабря", "Перенести встречу", "7", "15:00")
    host.sees(REFUSED, "На какой день?")
    await presses(host, "10", "15:00", "Да, перенести")
    host.sees("Встреча перенесена: четверг, 10 декабря")
