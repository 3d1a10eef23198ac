"""People of a queue: a methodist, and three teachers of one school who want her."""

import pytest

from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import methodist_of, teacher_of_honuu


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk, "chemistry")


@pytest.fixture
async def anna(talk: Talk) -> Person:
    return await teacher_of_honuu(talk, "Анна Ивановна")


@pytest.fixture
async def bella(talk: Talk) -> Person:
    return await teacher_of_honuu(talk, "Белла Петровна")


@pytest.fixture
async def vera(talk: Talk) -> Person:
    return await teacher_of_honuu(talk, "Вера Олеговна")
