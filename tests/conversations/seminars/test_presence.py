"""Who sits in an event checks in; who leads it marks who came (JP1–JP4)."""

import re
from collections.abc import AsyncIterator
from copy import copy

import pytest

from shnor_domain.identity import Role
from tests.support.afterwards import sheets_of
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.came_talk import it_is, keeps, looks_at_the_event, meets_at_one_place, sits
from tests.support.conversation import Person
from tests.support.event_talk import drafts, published
from tests.support.seminar_talk import LITERACY, SEPTEMBER_10, SeminarTalk, seminar_talk, starting


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def teacher_of(here: SeminarTalk, name: str) -> Person:
    return await here.talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name=name)


async def test_one_checks_in_by_a_button_and_the_host_marks_the_others(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await drafts(here)
    event = await published(here)
    anna, vera = await teacher_of(here, "Анна Ивановна"), await teacher_of(here, "Вера Павловна")
    await sits(here, event, anna, vera)
    await looks_at_the_event(anna)
    assert "Отметиться" not in anna.buttons
    it_is(here, event, minutes=2)
    await looks_at_the_event(anna)
    await anna.presses("Отметиться")
    anna.sees(LITERACY, "Понедельник, 14 сентября, 15:30", "Вы отметились 14 сентября в 15:32")
    await anna.sends("я тут")
    anna.sees("Писать ничего не нужно")
    await anna.presses("Назад")
    assert "Отметиться" not in anna.buttons, "once is enough"
    host = here.methodist
    await looks_at_the_event(host)
    await host.presses("Кто пришёл")
    await host.presses("Выгрузить в Excel")
    await host.presses("Занятие 1: 14 сентября в 15:30")
    host.sees("Записаны 2 человека, сами отметились: 1", "Вы ещё не отметили, кто пришёл")
    await host.presses("Отметить")
    host.sees("Отмечено: 1 из 2")
    await host.presses("Вера Павловна, СОШ № 1")
    await host.presses("✓ Анна Ивановна, СОШ № 1")
    host.sees("Отмечено: 1 из 2")
    await host.presses("Готово")
    host.sees("Занятие состоялось, пришли: 1", "Отметить и исправить можно до: понедельник, 28 сентября")
    await host.presses("Пришли все")
    host.sees("Сейчас отмечено: пришли 1 из 2. Отметить всех?")
    await host.presses("Назад")
    host.sees("Занятие состоялось, пришли: 1")
    await host.presses("Отметить")
    await host.presses("✓ Вера Павловна, СОШ № 1")
    await host.presses("Готово")
    host.sees("Никто не отмечен. Занятие не состоялось?")
    await host.presses("Назад")
    host.sees("Отмечено: 0 из 2")
    await host.presses("Назад")
    await host.presses("Пришли все")
    await host.presses("Да, пришли все")
    host.sees("Занятие состоялось, пришли: 2")
    await host.presses("Не состоялось")
    await host.presses("Не было связи")
    host.sees("Занятие не состоялось: не было связи")
    await keeps(here, event, 2)
    await host.presses("Назад")
    await host.presses("Выгрузить в Excel")
    off = "не состоялось"
    assert [row[1:] for row in sheets_of(host)["Семинары"][1:]] == [
        ["Анна Ивановна", off, "0"],
        ["Вера Павловна", off, "0"],
        ["Места без имён", off, ""],
    ]
    await host.presses(starting("Занятие 1"))
    await host.presses("Пришли все")
    await host.presses("Да, пришли все")
    await host.presses("Назад")
    await host.presses("Выгрузить в Excel")
    assert sheets_of(host)["Семинары"][-1][1:] == ["Места без имён", "2", ""]


async def test_at_one_place_the_code_is_typed_and_tries_are_counted(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await drafts(here)
    event = await published(here)
    await meets_at_one_place(here, event)
    anna = await teacher_of(here, "Анна Ивановна")
    await sits(here, event, anna)
    it_is(here, event, minutes=-5)
    host = here.methodist
    await looks_at_the_event(host)
    await host.presses("Кто пришёл")
    await host.presses(starting("Занятие 1"))
    host.sees("Отметить, кто пришёл, можно с начала занятия")
    await host.presses("Код для участников")
    host.sees("Код действует до 16:45")
    code = re.findall(r"\d{4}", host.last.text)[0]
    await looks_at_the_event(anna)
    await anna.presses("Отметиться")
    anna.sees("Напишите код занятия", "Отметиться можно до 16:45")
    await anna.sends("1111" if code != "1111" else "2222")
    anna.sees("Код не подошёл. Можно попробовать ещё 4 раза")
    await anna.sends(f"код {code}")
    anna.sees("Вы отметились 14 сентября в 15:25")


async def test_what_is_over_waits_in_the_menu_for_its_mark(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await drafts(here)
    event = await published(here)
    anna = await teacher_of(here, "Анна Ивановна")
    await sits(here, event, anna)
    it_is(here, event, minutes=70)
    host = here.methodist
    await host.opens("Кто пришёл на занятия (1)")
    await host.presses("14 сентября в 15:30 · Функциональная грамотность")
    await host.presses("Пришли все")
    await host.presses("Назад")
    host.sees("Все занятия отмечены")
    await looks_at_the_event(anna)
    await anna.presses("Отметиться")
    anna.sees("Ведущий отметил, что вы были")
    assert "Я на занятии" not in anna.buttons, "the host has spoken"
    await anna.sends("я тут")
    anna.sees("Ведущий уже отметил это занятие")
    await looks_at_the_event(host)
    await host.presses("Кто пришёл")
    await host.presses(starting("Занятие 1"))
    await host.presses("Не состоялось")
    host.sees("Сейчас отмечено: пришли 1 из 1", "Почему занятие не состоялось?")
    await host.presses("Не было связи")
    await looks_at_the_event(anna)
    await anna.presses("Отметиться")
    anna.sees("Занятие не состоялось: не было связи")
    assert "Я на занятии" not in anna.buttons


async def test_who_signed_up_checks_in_from_her_reminder_and_the_host_is_asked_how_it_was(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await drafts(here)
    event = await published(here)
    anna = await teacher_of(here, "Анна Ивановна")
    await looks_at_the_event(anna)
    await anna.presses("Записаться")
    await anna.presses("Да, записаться")
    it_is(here, event, minutes=-60)
    await here.hears()
    anna.sees("Функциональная грамотность")
    await anna.presses("Отметиться")
    anna.sees("Отметиться можно с 15:15 до 16:45")
    await anna.presses("Я на занятии")
    anna.sees("Отмечаться пока рано")
    it_is(here, event, minutes=-5)
    await anna.presses("Я на занятии")
    anna.sees("Вы отметились 14 сентября в 15:25")
    it_is(here, event, minutes=60)
    await here.hears()
    here.methodist.sees("Как прошло занятие?", "Был записан 1 человек")
    asked = here.methodist.last
    as_it_stood = copy(asked)
    await here.methodist.presses("Пришли все")
    here.methodist.sees("Занятие состоялось, пришли: 1")
    await here.methodist.presses_old(as_it_stood, "Пришли все")
    here.methodist.sees("Сейчас отмечено: пришли 1 из 1. Отметить всех?")
    await here.methodist.presses("Назад")
    here.methodist.sees("Занятие состоялось, пришли: 1")
    await here.hears()
    assert "Спасибо, занятие 14 сентября в 15:30 отмечено" in asked.text
