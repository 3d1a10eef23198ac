"""A day that is called off and restored in one night takes nothing from what else that night had for the visitor (N6):
a meeting more than a day ahead, of which she is told in the morning."""

from datetime import date, time, timedelta

import pytest

from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.model import Format, SessionKey, SlotId
from shnor_domain.identity import Role
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.afterwards import at
from tests.support.bot_in_memory import Talk
from tests.support.colleagues import books_for, lead_of_honuu
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, methodist_of, publishes, teacher_of_honuu

NIGHT = NEXT_MONDAY - timedelta(days=3, hours=17)
"""Ten at night in Якутск, midnight in Хонуу, days before the meeting."""
MORNING = NIGHT + timedelta(hours=11)
MONDAY = NEXT_MONDAY.date()
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
async def clara(talk: Talk) -> Person:
    return await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")


@pytest.fixture
async def slot(talk: Talk, host: Person) -> SlotId:
    where = talk.where("Момский")
    return await publishes(talk, host, format=Format.ON_SITE, link=None, venue="Хонуу, школа, кабинет 5", open_to=where)


async def goes_on(talk: Talk) -> None:
    await talk.deliver()
    talk.clock.advance(minutes=10)


async def falls(talk: Talk, clara: Person, day: date) -> None:
    municipality = talk.where("Момский").municipality
    assert municipality is not None
    await (await talk.the(CallOffDay))(await talk.actor(clara), municipality, day, "Мороз")
    await goes_on(talk)


async def stands_again(talk: Talk, clara: Person, day: date) -> None:
    municipality = talk.where("Момский").municipality
    assert municipality is not None
    await (await talk.the(RestoreDay))(await talk.actor(clara), municipality, day)
    await goes_on(talk)


async def morning(talk: Talk, teacher: Person) -> list[str]:
    assert [screen.text for screen in teacher.news] == []
    await at(talk, MORNING)
    return [screen.text for screen in teacher.news]


async def test_of_a_move_she_reads_though_its_day_fell_and_was_restored_since(
    talk: Talk, host: Person, teacher: Person, clara: Person, slot: SlotId
) -> None:
    await books(talk, teacher, slot, "задание 34", NEXT_MONDAY)
    await talk.deliver()
    await at(talk, NIGHT)
    teacher.looks_away()
    await (await talk.the(MoveMeeting))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY), TUESDAY, time(16))
    await goes_on(talk)
    for _ in range(2):
        await falls(talk, clara, TUESDAY)
        await stands_again(talk, clara, TUESDAY)
    (told,) = await morning(talk, teacher)
    assert "перенесли" in told
    assert "понедельник, 7 декабря" in told.lower() and "вторник, 8 декабря" in told.lower()
    assert "снова действует" not in told


async def test_who_was_booked_reads_by_whom_though_the_day_fell_and_was_restored_since(
    talk: Talk, clara: Person, slot: SlotId
) -> None:
    teacher, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
    await at(talk, NIGHT)
    teacher.looks_away()
    await books_for(talk, lead, teacher, slot)
    await goes_on(talk)
    for _ in range(2):
        await falls(talk, clara, MONDAY)
        await stands_again(talk, clara, MONDAY)
    (told,) = await morning(talk, teacher)
    assert told.startswith("Вас записал(а) завуч") and "Мария Ивановна" in told
    assert "понедельник, 7 декабря" in told.lower() and "снова действует" not in told


async def test_of_what_she_never_heard_of_she_does_not_read_that_it_takes_place_without_her(
    talk: Talk, clara: Person, slot: SlotId
) -> None:
    teacher, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
    biologist = await methodist_of(talk, "biology", name="Марфа Ильинична")
    elsewhere = await publishes(talk, biologist, subject="biology")
    await at(talk, NIGHT)
    teacher.looks_away()
    await books_for(talk, lead, teacher, slot)
    await goes_on(talk)
    await falls(talk, clara, MONDAY)
    await books(talk, teacher, elsewhere, starts=NEXT_MONDAY)
    await stands_again(talk, clara, MONDAY)
    assert [told for told in await morning(talk, teacher) if "имия" in told] == []
