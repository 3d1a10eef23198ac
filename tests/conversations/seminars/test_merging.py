"""Who runs the seminar makes one topic of two, decides on it, and each school reads what became of hers (I8–I13)."""

from collections.abc import AsyncIterator

import pytest

from bot.worker.tables import read_table
from handlers.seminars.requests.callbacks import OpenRequest
from shnor_domain.identity import Role
from shnor_domain.seminars.model import RequestId
from shnor_domain.tables import Table
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.forgeries import taps
from tests.support.seminar_talk import LITERACY, READING, SEPTEMBER_10, SeminarTalk, seminar_talk, starting


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def merged(here: SeminarTalk) -> None:
    """The reading of Хонуу and one of Амга goes into the literacy of another of Амга."""
    reading = await here.sends(here.lead, READING, 10)
    await here.supports(here.second, reading, 7)
    await here.sends(here.third, LITERACY, 20)
    await here.supports(here.second, await _of(here, LITERACY), 4)
    host = here.methodist
    await host.opens("Запросы на семинары", starting("2."), "Объединить с другим")
    host.sees("С каким запросом объединить «Читательская грамотность»?")
    await host.sends("функциональная")
    await host.presses(starting("1."))
    host.sees("Объединить «Читательская грамотность» (2 школы) с «Функциональная грамотность» (2 школы)?", "3 школы")
    await host.presses("Объединить")


async def _of(here: SeminarTalk, topic: str) -> RequestId:
    async with here.talk.units.read() as work:
        found = await work.seminar_requests.of_cycle(here.cycle)
    return next(each.id for each in found if each.wanted.topic == topic)


async def test_two_topics_become_one_and_those_alone_whose_topic_went_are_told(here: SeminarTalk) -> None:
    await merged(here)
    here.methodist.sees("Запросы объединены", "Поддержали: 3 школы, из них школ проекта: 2. Придут: 37 человек")
    await here.hears()
    here.lead.sees("Ваш запрос «Читательская грамотность» объединён с похожим: «Функциональная грамотность»", "3 школы")
    here.third.does_not_see("объединён")
    await here.lead.presses("Открыть запрос")
    here.lead.sees("Ваш запрос назывался «Читательская грамотность»", "объединён 10 сентября")
    here.lead.does_not_see("Амг")
    await here.second.opens("Запросы школы", "1. Функциональная грамотность")
    here.second.sees("СОШ № 1: 7 человек (вы указали: 4)")


async def test_what_was_merged_by_mistake_is_split_again_and_its_message_says_so(here: SeminarTalk) -> None:
    await merged(here)
    await here.hears()
    told = here.lead.last
    await here.methodist.presses("Отделить обратно")
    await here.methodist.presses(READING)
    here.methodist.sees("Тема снова отдельно", "Поддержали: 2 школы, из них школ проекта: 2. Придут: 24 человека")
    await here.hears()
    assert "снова отдельно от других" in told.text
    await here.lead.opens("Запросы школы")
    here.lead.sees("1. Читательская грамотность: рассматривается. Поддержали: 2 школы")


async def test_a_route_by_hand_is_told_and_stands_with_its_reason(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    host = here.methodist
    await host.opens("Запросы на семинары", starting("1."), "Сделать сверх плана")
    host.sees("Маршрут выбран", "так решил институт")
    await here.hears()
    here.lead.sees("пойдёт сверх плана, в течение года (внебюджет)")
    await here.lead.presses("Открыть запрос")
    here.lead.sees("Пойдёт сверх плана, в течение года (внебюджет): так решил институт", "выбран маршрут 10 сентября")


async def test_what_does_not_come_in_says_why_to_its_schools_alone(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    host = here.methodist
    await host.opens("Запросы на семинары", starting("1."), "Не войдёт в программу")
    await host.sends("Ждём ведущего из Якутска, вернёмся весной.")
    host.sees("Школам придёт сообщение с причиной", "Ждём ведущего из Якутска, вернёмся весной")
    await here.hears()
    here.lead.sees("в программу этого полугодия не вошёл: Ждём ведущего из Якутска, вернёмся весной.")
    here.second.does_not_see("Ждём ведущего")
    # any lead of the region may open the topic, not what was written to its schools
    await here.second.opens("Запросы школы")
    await taps(here.second, OpenRequest(request=await _of(here, LITERACY)).pack(), here.second.last)
    here.second.sees("в программу этого полугодия не вошёл")
    here.second.does_not_see("Ждём ведущего")
    await host.presses("Вернуть к рассмотрению")
    await here.hears()
    here.lead.sees("снова рассматривается")


async def test_what_came_back_in_one_night_is_no_news(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    here.lead.looks_away()
    here.talk.clock.advance(hours=10)
    host = here.methodist
    await host.opens("Запросы на семинары", starting("1."), "Не войдёт в программу")
    await host.presses("Желающих мало")
    here.talk.clock.advance(minutes=5)
    await host.presses("Вернуть к рассмотрению")
    here.talk.clock.advance(hours=13)
    await here.hears()
    here.lead.hears_nothing()


async def test_the_board_stands_by_demand_and_the_file_says_the_same(here: SeminarTalk) -> None:
    await here.sends(here.lead, READING, 100)
    await here.sends(here.second, LITERACY, 5)
    await here.supports(here.third, await _of(here, LITERACY), 5)
    host = here.methodist
    await host.opens("Запросы на семинары")
    host.sees(
        "Запросы на семинары, осень 2026",
        "Запросов: 2, просят: 3 школы. Сверх плана: 0.",
        "1. Функциональная грамотность: 2 школы, 10 человек. Рассматривается",
        "2. Читательская грамотность: 1 школа, 100 человек. Рассматривается",
    )
    await host.presses("Excel")
    (file,) = [screen for screen in host.news if screen.file_name]
    assert file.file_name is not None and file.file_name.endswith(".xlsx") and file.body is not None
    table = read_table("a.xlsx", file.body)
    assert isinstance(table, Table)
    head, first, second = table.sheets[0].rows
    assert (first[1], first[4:7], first[-1]) == (LITERACY, ("2", "2", "10"), "СОШ № 1; СОШ № 2")
    assert (second[1], second[4:7], second[-1]) == (READING, ("1", "0", "100"), "СОШ № 1")
    assert len(head) == len(first)


async def test_new_requests_come_as_one_row_of_the_digest(here: SeminarTalk) -> None:
    await here.sends(here.lead, READING)
    await here.sends(here.second, LITERACY)
    here.talk.clock.advance(days=1)
    await here.hears()
    here.methodist.sees("Новых запросов на семинары: 2")
    await here.methodist.presses("1. Запросы на семинары")
    here.methodist.sees("Запросов: 2, просят: 2 школы")


async def test_before_any_half_year_the_board_says_what_to_do(here: SeminarTalk) -> None:
    elsewhere = await here.talk.grown_person(Role.METHODIST, region="Краснодарский край", name="Мария Ивановна")
    await elsewhere.opens("Запросы на семинары")
    elsewhere.sees("Задайте сроки полугодия и объявите темы")
