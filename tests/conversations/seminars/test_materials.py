"""Materials and rating in words (JP11, JP12)."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.identity import Role
from shnor_domain.seminars.materials.use_cases.carrying import CarryMaterials
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.came_talk import it_is, looks_at_the_event, sits
from tests.support.event_talk import drafts, published
from tests.support.evidence_files import PDF
from tests.support.seminar_talk import SEPTEMBER_10, SeminarTalk, seminar_talk


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def test_materials_come_to_who_came_and_she_rates_by_one_tap(here: SeminarTalk) -> None:
    await here.sends(here.second)
    await drafts(here)
    event = await published(here)
    anna = await here.talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Анна Ивановна")
    vera = await here.talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Вера Павловна")
    await sits(here, event, anna, vera)
    it_is(here, event, minutes=10)
    await looks_at_the_event(anna)
    await anna.presses("Отметиться")
    it_is(here, event, minutes=61)
    host = here.methodist
    await looks_at_the_event(host)
    await host.presses("Материалы")
    host.sees("Материалов пока нет. Добавьте запись")
    await host.presses("Добавить материал")
    await host.presses("Запись занятия")
    await host.sends("просто слова")
    host.sees("Такая ссылка не откроется", "Пришлите ссылку, файл или фото")
    await host.sends("https://example.org/record")
    host.sees("Материал добавлен", "1. Запись занятия (запись): https://example.org/record")
    await host.presses("Добавить материал")
    await host.sends("Слайды")
    await host.sends_document("слайды.pdf", PDF)
    host.sees("2. Слайды, файл")
    await here.hears()
    anna.sees("Насколько оно было полезно?")
    it_is(here, event, minutes=100)
    await (await here.talk.the(CarryMaterials))()
    await here.hears()
    anna.sees("К мероприятию «Функциональная грамотность» появились материалы")
    vera.does_not_see("материал")
    await anna.presses("Материалы")
    await anna.presses("2. Слайды")
    await looks_at_the_event(anna)
    await anna.presses("Оценить")
    await anna.presses("5")
    await anna.sends("Спасибо")
    anna.sees("Спасибо! Ваша оценка: 5.", "Изменить её можно до")
    it_is(here, event, days=1, hours=2)
    await here.hears()
    vera.sees("Материалы мероприятия «Функциональная грамотность» можно посмотреть здесь")
    await looks_at_the_event(host)
    await host.presses("Как оценили")
    host.sees("Оценки собираются две недели")
    await host.presses("Назад")
    await host.presses("Материалы")
    await host.presses("Убрать материал")
    await host.presses("Слайды")
    await host.presses("Убрать")
    host.sees("Материал убран")
    host.does_not_see("Слайды")
