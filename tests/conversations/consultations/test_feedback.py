"""After the meeting, to its visitor: how it was, 1–5, a line; to its host averages that nobody can be read from."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest

from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, NOON, books, methodist_of, publishes, teacher_of_honuu

LENGTH, DAY, HOUR = timedelta(minutes=45), timedelta(days=1), timedelta(hours=1)


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(NOON)) as talk:
        yield talk


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk)


@pytest.fixture
async def teacher(talk: Talk) -> Person:
    return await teacher_of_honuu(talk)


async def at(talk: Talk, instant: datetime) -> None:
    """The clock stands there and what is due has gone."""
    talk.clock.instant = instant
    await talk.deliver()


async def presses(person: Person, *labels: str) -> None:
    for label in labels:
        await person.presses(label)


async def test_from_the_reminder_she_says_how_it_was_rates_it_and_adds_a_line(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await at(talk, NEXT_MONDAY - HOUR)
    reminder = teacher.last
    await at(talk, NEXT_MONDAY + LENGTH)
    assert reminder.text == "Консультация 7 декабря в 17:00 прошла."
    assert reminder.buttons == ["Отметить, как прошло", "Записаться снова"]
    await teacher.presses("Отметить, как прошло")
    teacher.sees("Химия, Пётр Семёнович", "Как прошло?", "Ответ можно изменить до: понедельник, 21 декабря, 17:45.")
    await teacher.presses("Состоялась")
    teacher.sees("Насколько было полезно, от 1 до 5?", "Имён он не увидит.")
    await teacher.presses("4")
    await teacher.sends("Разобрали задание 34")
    teacher.sees("Спасибо, ответ сохранён.", "Состоялась.", "Ваша оценка: 4", "Вы написали: Разобрали задание 34")
    await presses(teacher, "Изменить ответ", "Состоялась", "5", "Пропустить")
    teacher.sees("Ваша оценка: 5", "Вы написали: Разобрали задание 34")


async def test_who_books_again_is_at_the_days_of_the_same_host_with_her_question(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    other = await methodist_of(talk, name="Анна Ивановна")
    await publishes(talk, other, weekday=2)
    await books(talk, teacher, slot, "задание 34")
    await at(talk, NEXT_MONDAY - HOUR)
    await at(talk, NEXT_MONDAY + LENGTH)
    await teacher.presses("Записаться снова")
    teacher.sees("Химия, Пётр Семёнович.", "Выберите день.")
    await presses(teacher, "Пн 14 декабря")
    if not any("задание 34" in str(screen) for screen in teacher.screens):
        await teacher.presses("17:00")
    teacher.sees("задание 34")
    await teacher.presses("Записаться с ним")
    teacher.sees("Вы записаны.", "Ваш вопрос: задание 34")
