"""Hours in words: one's own, of a school, of a territory (JP5, JP9, JP10)."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.identity import Role
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.came_talk import it_is, looks_at_the_event, sits
from tests.support.event_talk import drafts, published
from tests.support.seminar_talk import SEPTEMBER_10, SeminarTalk, seminar_talk, starting


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def test_hours_are_read_by_who_attended_her_lead_and_in_numbers_by_a_coordinator(here: SeminarTalk) -> None:
    request = await here.sends(here.second)
    await here.supports(here.third, request)
    await drafts(here)
    event = await published(here)
    anna = await here.talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Анна Ивановна")
    zina = await here.talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 2", name="Зинаида Ильинична")
    await sits(here, event, anna, zina)
    await anna.sends("/seminars")
    await anna.presses("Мои часы")
    anna.sees("Часов пока нет")
    it_is(here, event, minutes=10)
    await looks_at_the_event(anna)
    await anna.presses("Отметиться")
    it_is(here, event, minutes=90)
    await anna.sends("/seminars")
    await anna.presses("Мои часы")
    anna.sees("2026/27 учебный год: 1 час", "Осень 2026: 1 час, 1 занятие")
    anna.sees("1. Пн 14 сентября: Функциональная грамотность, 1 час")
    await anna.presses("1. Функциональная грамотность")
    anna.sees("Ведущий: Пётр Семёнович")
    await anna.presses("Назад")
    await anna.presses("Выгрузить в Excel")
    await anna.presses("Сертификаты")
    anna.sees("Сертификатов пока нет")
    await here.second.sends("/seminars")
    await here.second.presses("Часы учителей")
    here.second.sees("За полугодие (осень 2026)", "Анна Ивановна: 1 час, 1 занятие")
    here.second.sees("Вера Ильинична: занятий пока нет")
    coordinator = await here.talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Кира Районная")
    await coordinator.opens("Кто просит семинары")
    await coordinator.presses("Кто записался и был")
    coordinator.sees("Школы: просили темы 2, записались 2, были 1; просили, но не были 1.")
    coordinator.sees("1. СОШ № 1: просили 1, записаны 1, были 1", "Есть темы, на которые никто не пришёл")
    await coordinator.presses(starting("2."))
    coordinator.sees("Функциональная грамотность: просили, записаны 1, мероприятие прошло, из школы никто не отмечен")
    await coordinator.presses("Назад")
    await coordinator.presses("Часы по школам")
    coordinator.sees("СОШ № 1: меньше пяти человек")
    await coordinator.presses("Назад")
    await coordinator.presses("Выгрузить в Excel")
