"""An «актированный день» is restored: what fell meets again where somebody leads it, and who leads reads it once."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta

import pytest

from shnor_domain.consultations.absences.model import Answer
from shnor_domain.consultations.absences.use_cases.decide import AbsenceAsks, ChooseAnother, TakeAskBack
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.model import Format, SlotId
from shnor_domain.identity import MunicipalityId, Role, SubjectId
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import books, keeps_the_clock_of, publishes, teacher_of_honuu

EVENING = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
"""Monday, 19:00 in Хонуу."""
DAY = date(2026, 12, 9)
MEETS = datetime(2026, 12, 9, 4, 0, tzinfo=UTC)
"""Wednesday of the next week, 15:00 in Хонуу."""
CHEMISTRY = SubjectId("chemistry")


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(EVENING)) as talk:
        yield talk


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_there(talk, "Пётр Семёнович")


@pytest.fixture
async def colleague(talk: Talk) -> Person:
    return await methodist_there(talk, "Марфа Ильинична")


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


async def is_away(talk: Talk, who: Person, covers: Person | None = None, first: date = DAY) -> None:
    asked = {} if covers is None else {CHEMISTRY: await talk.person_id(covers)}
    await (await talk.the(DeclareAbsence))(await talk.actor(who), await talk.person_id(who), first, DAY, asked)
    await talk.deliver()


async def agrees(talk: Talk, colleague: Person) -> None:
    await colleague.presses("Согласиться")
    await talk.deliver()
    talk.clock.advance(minutes=5)


async def reads_nothing_of_it(talk: Talk, clara: Person, *people: Person) -> None:
    for person in people:
        person.looks_away()
    await is_restored(talk, clara)
    assert [heard(person) for person in people] == [[] for _ in people]


async def test_who_agreed_while_the_day_was_off_is_asked_of_it_as_it_comes_back(
    talk: Talk, host: Person, teacher: Person, clara: Person, colleague: Person
) -> None:
    await on_site(talk, host, weekday=1)
    await books(talk, teacher, await on_site(talk, host), None, MEETS)
    await is_away(talk, host, colleague, DAY - timedelta(days=1))
    await falls(talk, clara)
    await agrees(talk, colleague)
    colleague.looks_away()
    await is_restored(talk, clara)
    colleague.sees("Сможете провести консультации вместо коллеги?", "Среда, 9 декабря")
    colleague.does_not_see("Вторник, 8 декабря")
    await agrees(talk, colleague)
    teacher.sees("Консультацию проведёт Марфа Ильинична")
    states = [(card.ask.state, len(card.left)) for card in await (await talk.the(AbsenceAsks))(await talk.actor(host))]
    assert states == [(Answer.AGREED, 1), (Answer.AGREED, 1)]


async def test_another_is_asked_for_the_rest_and_what_fell_is_asked_as_it_was(
    talk: Talk, host: Person, teacher: Person, clara: Person, colleague: Person
) -> None:
    another = await methodist_there(talk, "Нина Павловна")
    await on_site(talk, host, weekday=1)
    await books(talk, teacher, await on_site(talk, host), None, MEETS)
    await is_away(talk, host, colleague, DAY - timedelta(days=1))
    await falls(talk, clara)
    [card] = await (await talk.the(AbsenceAsks))(await talk.actor(host))
    await (await talk.the(ChooseAnother))(await talk.actor(host), card.ask.id, await talk.person_id(another))
    await talk.deliver()
    for person in (colleague, another):
        person.looks_away()
    await is_restored(talk, clara)
    another.hears_nothing()
    colleague.sees("Сможете провести консультации вместо коллеги?", "Среда, 9 декабря")
    colleague.does_not_see("Вторник, 8 декабря")


async def test_what_its_host_has_said_no_to_while_it_was_off_stays_off(
    talk: Talk, host: Person, teacher: Person, clara: Person
) -> None:
    await books(talk, teacher, await on_site(talk, host), None, MEETS)
    await falls(talk, clara)
    await is_away(talk, host)
    await reads_nothing_of_it(talk, clara, host, teacher)


async def test_what_the_host_has_taken_back_before_it_fell_comes_back_to_her(
    talk: Talk, host: Person, teacher: Person, clara: Person, colleague: Person
) -> None:
    await books(talk, teacher, await on_site(talk, host), None, MEETS)
    await is_away(talk, host, colleague)
    [card] = await (await talk.the(AbsenceAsks))(await talk.actor(host))
    await (await talk.the(TakeAskBack))(await talk.actor(host), card.ask.id)
    await falls(talk, clara)
    for person in (host, teacher):
        person.looks_away()
    await is_restored(talk, clara)
    assert heard(teacher) == ["Консультация всё-таки состоится"]
    host.sees("Актированный день отменили: ваша очная встреча состоится")


async def test_who_stood_in_and_is_away_by_then_does_not_lead_what_comes_back(
    talk: Talk, host: Person, teacher: Person, clara: Person, colleague: Person
) -> None:
    await books(talk, teacher, await on_site(talk, host), None, MEETS)
    await on_site(talk, colleague, weekday=3)
    await is_away(talk, host, colleague)
    await agrees(talk, colleague)
    await falls(talk, clara)
    await is_away(talk, colleague)
    await reads_nothing_of_it(talk, clara, host, colleague, teacher)


async def test_who_leads_for_a_third_by_then_does_not_lead_what_comes_back(
    talk: Talk, host: Person, teacher: Person, clara: Person, colleague: Person
) -> None:
    third = await methodist_there(talk, "Нина Павловна")
    await publishes(talk, third, weekday=2, starts=time(15), zone="Asia/Srednekolymsk", open_to=talk.where("Момский"))
    await books(talk, teacher, await on_site(talk, host), None, MEETS)
    await is_away(talk, host, colleague)
    await agrees(talk, colleague)
    await falls(talk, clara)
    await is_away(talk, third, colleague)
    await agrees(talk, colleague)
    await reads_nothing_of_it(talk, clara, host, colleague, teacher)
