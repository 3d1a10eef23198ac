"""The people of most stories of consultations: a methodist of the republic, and teachers of Хонуу at another clock.
A story that wants others brings its own."""

from collections.abc import AsyncIterator

import pytest

from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import NOON, methodist_of, teacher_of_honuu


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


@pytest.fixture
async def teachers(talk: Talk) -> list[Person]:
    return [await teacher_of_honuu(talk, name) for name in ("Айталина Петровна", "Марфа Ильинична", "Сардана Ивановна")]
