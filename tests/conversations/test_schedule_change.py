"""«Изменить»: a host changes what she has published, and nobody's booking is touched."""

from datetime import date

import pytest

from shnor_domain.consultations.model import Format, SlotId
from shnor_domain.consultations.use_cases.calling_off import EndSlot
from shnor_domain.identity import Role
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA, books, methodist_of, publishes, slots_of, teacher_of_honuu


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk, "chemistry")


async def opens(host: Person) -> None:
    await host.sends("/schedule")
    for label in ("Моё время (1)", "Понедельник", "Изменить"):
        await host.presses(label)


async def in_place(talk: Talk, host: Person) -> SlotId:
    return await publishes(talk, host, format=Format.ON_SITE, link=None, venue="каб. 12")


async def test_a_host_changes_seats_limits_and_the_last_day(talk: Talk, host: Person, teacher: Person) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await opens(host)
    host.sees("Записаться могут 5 человек", "Что изменить? Все записи сохранятся.")
    assert "Место" not in host.buttons and "Телефон" not in host.buttons
    await host.presses("Сколько человек")
    host.sees("Сейчас: 5", "от 1 до 500")
    await host.sends("много")
    host.sees("Такое число не подходит", "от 1 до 500")
    await host.sends("до 12")
    host.sees("Сохранено.", "Записаться могут 12 человек")
    await host.presses("Когда закрывать запись")
    await host.presses("За 24 часа")
    host.sees("Сохранено.", "не позже чем за 24 часа")
    await host.presses("Когда открывать запись")
    await host.presses("За 14 дней")
    host.sees("на 14 дней вперёд")
    await host.presses("Последний день")
    # the booking of 7 December keeps its day
    assert "6" not in host.buttons and "7" in host.buttons
    await host.presses("21")
    host.sees("Сохранено.", "по 21 декабря 2026")
    [terms] = await slots_of(talk, host)
    assert (terms.capacity, terms.notice, terms.horizon, terms.last_day) == (12, 1440, 14, date(2026, 12, 21))
    await host.presses("Назад")
    host.sees("Ниже встречи на ближайшие четыре недели.")
    await talk.deliver()
    teacher.hears_nothing()


async def test_fewer_seats_than_are_taken_are_asked_again(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    for name in ("Марфа Ильинична", "Анна Егоровна"):
        await books(talk, await teacher_of_honuu(talk, name), slot)
    await opens(host)
    await host.presses("Сколько человек")
    host.sees("от 2 до 500")
    assert host.buttons[:4] == ["3", "5", "10", "20"]
    await host.sends("1")
    host.sees("Столько мест мало", "от 2 до 500")
    await host.sends("2")
    host.sees("Сохранено.", "Записаться могут 2 человека")


async def test_the_booked_read_of_a_new_place(talk: Talk, host: Person, teacher: Person) -> None:
    await books(talk, teacher, await in_place(talk, host))
    await opens(host)
    await host.presses("Место")
    await host.sends("<b>каб. 15</b> &_*[")
    host.sees("Сохранено. Сообщили: 1 человеку.")
    await host.presses("К этому времени")
    host.sees("Очно: <b>каб. 15</b> &_*[")
    await talk.deliver()
    teacher.sees(
        "Новое место консультации\nХимия, Пётр Семёнович\n"
        "Понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск\nМесто: <b>каб. 15</b> &_*["
    )


async def test_what_was_typed_survives_a_restart_and_a_time_that_ended_is_not_changed(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await in_place(talk, host)
    await opens(host)
    await host.presses("Место")
    await talk.restart()
    await host.sends("каб. 16")
    host.sees("Сохранено. Никто не был записан.")
    await host.presses("К этому времени")
    await host.presses("Изменить")
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Вера Ивановна")
    await (await talk.the(EndSlot))(await talk.actor(coordinator), slot)
    await host.presses("Когда закрывать запись")
    await host.presses("За 24 часа")
    host.sees("Этого здесь больше нет")
    await host.presses("Назад")
    await host.presses("Сколько человек")
    host.sees("Этого здесь больше нет")
    await host.sends("/menu")
    host.sees("Пётр Семёнович")


async def test_a_coordinator_sees_no_such_button(talk: Talk, host: Person) -> None:
    await publishes(talk, host)
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Вера Ивановна")
    await coordinator.sends("/schedule")
    await coordinator.presses("Понедельник")
    coordinator.sees("Ведущий: Пётр Семёнович")
    assert "Изменить" not in coordinator.buttons and "Завершить" in coordinator.buttons
