"""An «актированный день» is restored: what fell meets again where somebody leads it, and who leads reads it once."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from shnor_domain.consultations.model import Format, SlotId
from shnor_domain.identity import MunicipalityId, Role
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import books, keeps_the_clock_of, publishes, teacher_of_honuu

EVENING = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
"""Monday, 19:00 in Хонуу."""
DAY = date(2026, 12, 9)
MEETS = datetime(2026, 12, 9, 4, 0, tzinfo=UTC)
"""Wednesday of the next week, 15:00 in Хонуу."""


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(EVENING)) as talk:
        yield talk


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_there(talk, "Пётр Семёнович")


@pytest.fixture
async def teacher(talk: Talk) -> Person:
    return await teacher_of_honuu(talk)


@pytest.fixture
async def clara(talk: Talk) -> Person:
    return await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")


async def methodist_there(talk: Talk, name: str) -> Person:
    person = await talk.grown_person(Role.METHODIST, "Момский", subjects=["chemistry"], name=name)
    await keeps_the_clock_of(talk, person, "Asia/Srednekolymsk")
    return person


async def on_site(talk: Talk, host: Person, weekday: int = 2) -> SlotId:
    return await publishes(
        talk,
        host,
        weekday=weekday,
        format=Format.ON_SITE,
        link=None,
        venue="Хонуу, школа, кабинет 5",
        open_to=talk.where("Момский"),
        zone="Asia/Srednekolymsk",
    )


def ulus(talk: Talk) -> MunicipalityId:
    where = talk.where("Момский").municipality
    assert where is not None
    return where


async def falls(talk: Talk, clara: Person) -> None:
    await (await talk.the(CallOffDay))(await talk.actor(clara), ulus(talk), DAY, "Мороз")
    await talk.deliver()


async def is_restored(talk: Talk, clara: Person) -> None:
    talk.clock.advance(minutes=10)
    await (await talk.the(RestoreDay))(await talk.actor(clara), ulus(talk), DAY)
    await talk.deliver()


def heard(person: Person) -> list[str]:
    return [screen.text.splitlines()[0] for screen in person.news]


async def test_what_is_undone_before_who_leads_has_read_of_it_is_told_in_neither_word(
    talk: Talk, host: Person, teacher: Person, clara: Person
) -> None:
    await books(talk, teacher, await on_site(talk, host), None, MEETS)
    await talk.deliver()
    for person in (host, teacher):
        person.looks_away()
    talk.clock.advance(hours=3, minutes=10)
    await falls(talk, clara)
    await is_restored(talk, clara)
    talk.clock.advance(hours=10)
    await talk.deliver()
    assert heard(host) == heard(teacher) == []


async def test_restored_and_called_off_again_in_one_night_is_no_news_to_who_leads(
    talk: Talk, host: Person, teacher: Person, clara: Person
) -> None:
    await books(talk, teacher, await on_site(talk, host), None, MEETS)
    await falls(talk, clara)
    assert heard(host)[-1] == "Актированный день: ваша очная встреча отменена"
    for person in (host, teacher):
        person.looks_away()
    talk.clock.advance(hours=3, minutes=10)
    await is_restored(talk, clara)
    talk.clock.advance(minutes=10)
    await falls(talk, clara)
    talk.clock.advance(hours=10)
    await talk.deliver()
    assert heard(host) == heard(teacher) == []
