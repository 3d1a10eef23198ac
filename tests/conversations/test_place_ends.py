"""A teacher who gives her school up, or changes it, reads which of her bookings went with it."""

from datetime import date, timedelta

import pytest

from shnor_domain.consultations.use_cases.visiting import EndUninvitedBookings
from shnor_domain.identity import Role
from shnor_domain.people.use_cases.change_school import ChangeSchool
from shnor_domain.people.use_cases.my_places import MyPlaces
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, methodist_of, publishes


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk, "chemistry")


async def test_who_gives_her_role_up_reads_which_booking_went_with_it(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await books(talk, teacher, await publishes(talk, host), "задание 34")
    await talk.deliver()
    host.looks_away()
    for step in ("/settings", "Мои роли и школы", "Учитель", "Отказаться от роли", "Да, отказаться"):
        await (teacher.sends(step) if step.startswith("/") else teacher.presses(step))
    await talk.deliver()
    assert teacher.last.text == (
        "Запись на консультацию снята\nХимия, Пётр Семёнович\n"
        "Понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск\n"
        "Ваше место в школе закончилось, поэтому запись снята. "
        "Когда вас подтвердит другая школа, можно будет записаться снова."
    )
    # a week ahead: it stands on the host's desk
    host.hears_nothing()
    notice = teacher.last
    before = (notice.html, notice.buttons)
    await teacher.presses("Открыть запись")
    teacher.sees("Химия, Пётр Семёнович", "Место в школе закончилось, запись снята.")
    assert "Отменить запись" not in teacher.buttons
    await teacher.sends("/my")
    await teacher.presses("Прошедшие")
    teacher.sees("Понедельник, 7 декабря, 17:00: химия, Пётр Семёнович (запись снята)")
    assert (notice.html, notice.buttons) == before


async def test_a_change_of_school_takes_the_bookings_after_the_last_day_of_the_old_one(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    actor = await talk.actor(teacher)
    [old] = await (await talk.the(MyPlaces))(actor)
    change = await talk.the(ChangeSchool)
    await change(actor, old.place.id, date(2026, 12, 4), talk.where("Амгинский", "СОШ № 1"), frozenset())
    await talk.deliver()
    teacher.does_not_see("снята")
    talk.clock.instant = NEXT_MONDAY - timedelta(days=2)
    assert await (await talk.the(EndUninvitedBookings))() == 1
    await talk.deliver()
    teacher.sees("Запись на консультацию снята", "Понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск")


async def test_a_second_school_keeps_the_booking_when_the_first_is_given_up(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], chat=teacher.chat)
    await books(talk, teacher, await publishes(talk, host))
    for step in ("/settings", "Мои роли и школы", "Учитель, СОШ № 1, Момский", "Отказаться от роли", "Да, отказаться"):
        await (teacher.sends(step) if step.startswith("/") else teacher.presses(step))
    await talk.deliver()
    teacher.does_not_see("снята")
    await teacher.sends("/my")
    teacher.sees("17:00 (у вас) · 15:00 Якутск, химия")
