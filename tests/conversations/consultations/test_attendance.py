"""Who came: one screen for the host, a silent question once the meeting is over, 14 days to correct it."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest

from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, NOON, books, methodist_of, publishes, teacher_of_honuu

LENGTH, DAY = timedelta(minutes=45), timedelta(days=1)


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(NOON)) as talk:
        yield talk


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk)


@pytest.fixture
async def teachers(talk: Talk) -> list[Person]:
    return [await teacher_of_honuu(talk, name) for name in ("Айталина Петровна", "Марфа Ильинична", "Сардана Ивановна")]


async def at(talk: Talk, instant: datetime) -> None:
    """The clock stands there and what is due has gone."""
    talk.clock.instant = instant
    await talk.deliver()


async def presses(person: Person, *labels: str) -> None:
    for label in labels:
        await person.presses(label)


async def test_the_host_is_asked_once_after_the_end_and_everybody_came_is_one_tap(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    slot = await publishes(talk, host)
    for teacher in teachers:
        await books(talk, teacher, slot)
    await at(talk, NEXT_MONDAY)
    host.looks_away()
    await at(talk, NEXT_MONDAY + LENGTH - timedelta(seconds=1))
    host.hears_nothing()
    await at(talk, NEXT_MONDAY + LENGTH)
    question = host.last
    assert question.text == "Как прошло?\nХимия\nПонедельник, 7 декабря, 15:00\nБыло записано 3 человека"
    assert question.buttons == ["Пришли все", "Отметить"]
    await host.presses("Пришли все")
    host.sees("Состоялась: пришли 3 из 3.", "Отметить и исправить можно до: понедельник, 21 декабря, 15:45.")
    await talk.deliver()
    assert question.text == "Спасибо, встреча 7 декабря в 15:00 отмечена."
    assert question.buttons == ["Посмотреть или исправить"]
    host.looks_away()
    await at(talk, NEXT_MONDAY + 2 * DAY)
    host.hears_nothing()
