"""Days moved at once and put back, programmes started, items added and taken out: as coordinators and pairs do it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.identity import Role, SchoolId
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.roadmap.model import ItemState, Programme
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA
from tests.support.plans import item, kept
from tests.support.village import ORDER

MORNING = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
SOON, PASSED = date(2026, 12, 4), date(2026, 11, 27)


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(MORNING)) as talk:
        yield talk


async def coordinator_of(talk: Talk, unit: str = "Амгинский") -> Person:
    return await talk.grown_person(Role.MUNICIPAL_COORDINATOR, unit, name="Егор Примеров")


async def mentor_of(talk: Talk, unit: str, school: str) -> Person:
    mentor = await talk.grown_person(Role.MENTOR, unit, name="Анна Наставникова")
    helped = talk.where(unit, school).school
    async with talk.units.write() as work:
        await work.pairs.add(
            Pair(
                PairId(0), PairKind.TEAM, await talk.person_id(mentor), SchoolId(helped or 0), ORDER,
                date(2026, 9, 1), None, None, None,
            )
        )  # fmt: skip
    return mentor


async def days_of(talk: Talk, unit: str, school: str) -> list[date | None]:
    async with talk.units.read() as work:
        return [each.last_day for each in await work.plans.owned_by([talk.where(unit, school)])]


async def two_schools(talk: Talk) -> None:
    amga, second = talk.where("Амгинский", "СОШ № 1"), talk.where("Амгинский", "СОШ № 2")
    await kept(
        talk.units,
        talk.where("Амгинский"),
        item(amga, SOON, number=1, title="Договор"),
        item(second, SOON, number=2, title="Программа"),
        item(second, PASSED, number=3, title="Анализ"),
        item(talk.where("Момский", "СОШ № 1"), SOON, number=4, title="Чужое"),
        title="Дорожная карта",
    )


async def test_days_move_with_a_reason_and_come_back(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await two_schools(talk)
    await coordinator.sends("/roadmap")
    await coordinator.presses("Сдвиги сроков")
    coordinator.sees("Сроки пока не сдвигали")
    await coordinator.presses("Сдвинуть сроки")
    await coordinator.presses("Всех планов")
    await coordinator.sends("десять")
    coordinator.sees("Здесь нужно число дней", "Не больше чем 366 дней")
    await coordinator.sends("367")
    coordinator.sees("Здесь нужно число дней")
    await coordinator.presses("Позже на 7 дней")
    await coordinator.sends("о")
    coordinator.sees("хотя бы")
    await coordinator.sends("я" * 5_000)
    coordinator.sees("Получилось 5000 знаков, а можно не больше 300")
    await coordinator.sends_photo()
    coordinator.sees("Почему?")
    await talk.restart()
    await coordinator.sends("Закрыт зимник <b>&")
    coordinator.sees(
        "Сдвиг на 7 дней позже", "Где: Амгинский", "План: Все планы", "Причина: Закрыт зимник <b>&",
        "Сдвинутся 2 пункта в 2 школах", "1. Договор: 4 декабря 2026 → 11 декабря 2026",
    )  # fmt: skip
    coordinator.does_not_see("Анализ", "Чужое")
    await coordinator.presses("И те, где срок прошёл")
    coordinator.sees("Сдвинутся 3 пункта", "Анализ: 27 ноября 2026 → 4 декабря 2026")
    await coordinator.presses("Сдвинуть (3)")
    coordinator.sees("Сдвинуты 3 пункта на 7 дней позже")
    week = timedelta(days=7)
    assert await days_of(talk, "Амгинский", "СОШ № 2") == [PASSED + week, SOON + week]
    await coordinator.presses("Сдвиги сроков")
    coordinator.sees("1. 1 декабря, Амгинский", "3 пункта на 7 дней позже. Причина: Закрыт зимник <b>&")
    await coordinator.presses("1. Сдвиг 1 декабря")
    await coordinator.presses("Вернуть как было")
    coordinator.sees("Сроки вернулись: 3 пункта.", "(возвращено)")
    assert "Вернуть как было" not in coordinator.buttons
    assert await days_of(talk, "Амгинский", "СОШ № 2") == [PASSED, SOON]
    assert await days_of(talk, "Момский", "СОШ № 1") == [SOON]


async def test_what_was_touched_since_is_not_put_back_and_that_is_said(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await two_schools(talk)
    await coordinator.sends("/roadmap")
    await coordinator.presses("1. Дорожная карта")
    await coordinator.presses("Сдвинуть сроки")
    await coordinator.sends("10")
    await coordinator.sends("Перенесли семинар")
    await coordinator.presses("Сдвинуть (2)")
    done = replace(coordinator.last, rows=list(coordinator.last.rows))
    async with talk.units.write() as work:
        [only] = await work.plans.owned_by([talk.where("Амгинский", "СОШ № 1")])
        await work.plans.set_state(only.id, ItemState.DONE)
    await coordinator.presses("Вернуть как было")
    coordinator.sees("Сроки вернулись: 1 пункт. Не вернули 1 пункт: его изменили после сдвига.")
    await coordinator.presses_old(done, "Вернуть как было")
    assert await days_of(talk, "Амгинский", "СОШ № 2") == [PASSED, SOON]


async def test_the_region_chooses_where_and_is_warned_of_days_that_would_be_over(talk: Talk) -> None:
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Марина Образцова")
    await two_schools(talk)
    await region.sends("/roadmap")
    await region.presses("Сдвиги сроков")
    await region.presses("Сдвинуть сроки")
    region.sees("Где сдвинуть сроки?")
    await region.presses("Один район или улус")
    await region.sends("Момский")
    await region.presses("Момский")
    await region.presses("Всех планов")
    await region.presses("Раньше на 7 дней")
    await region.sends("Ускоряем")
    region.sees("Где: Момский", "Сдвинется 1 пункт в 1 школе", "У 1 пункта новый срок уже прошёл")
    await region.presses("Назад")
    region.sees("Почему?")


async def test_a_programme_is_started_for_ticked_schools_and_then_for_the_rest(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await coordinator.sends("/roadmap")
    await coordinator.presses("Начать программу")
    await coordinator.presses("Шаги в МЭДК (системе 500+)")
    coordinator.sees("13 шагов. Школ проекта, у которых её ещё нет: 2.")
    await coordinator.presses("СОШ № 1")
    await coordinator.presses("Начать для школ (1)")
    coordinator.sees("«Шаги в МЭДК (системе 500+)» началась в 1 школе.")
    await coordinator.presses("Открыть план")
    coordinator.sees("Шаги в МЭДК (системе 500+), 2026/27", "Сделано 0 из 13 (0 %)", "1. Внести сведения о школе")
    await coordinator.sends("/roadmap")
    await coordinator.presses("Начать программу")
    await coordinator.presses("Шаги в МЭДК (системе 500+)")
    coordinator.sees("у которых её ещё нет: 1, уже есть: 1")
    await coordinator.presses("Начать для всех (1)")
    await coordinator.presses("К планам")
    coordinator.sees("2. Шаги в МЭДК")
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 2", name="Лидия Примерова")
    await lead.sends("/roadmap")
    lead.sees("Сделано 0 из 13 (0 %)", "Без срока: 13")
    teacher = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 2", subjects=["chemistry"])
    assert not [label for screen in teacher.screens for label in screen.buttons if "план" in label.lower()]


async def test_a_school_s_screen_says_how_far_it_is_and_for_whom_it_waits(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    where = talk.where("Амгинский", "СОШ № 1")
    states = [ItemState.DONE] * 7 + [ItemState.ON_REVIEW] + [ItemState.OPEN] * 5
    steps = [item(where, number=number, state=state) for number, state in enumerate(states, 1)]
    await kept(talk.units, where, *steps, programme=Programme.MEDK)
    await coordinator.sends("/roadmap")
    await coordinator.presses("Ход выполнения")
    await coordinator.presses("СОШ № 1")
    coordinator.sees("Шаги в МЭДК (системе 500+): 7 из 13, ждём координатора", "Следующий шаг: 8. Самодиагностика")
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Лидия Примерова")
    await lead.sends("/roadmap")
    lead.sees("7 из 13, ждём координатора")
    await lead.presses("Все планы")
    lead.sees("1. План: 7 из 13 (54 %), на проверке: 1, без срока: 5")
    await lead.presses("План взаимодействия")
    lead.sees("План взаимодействия, 2026/27")
    await lead.presses("К планам")
    await lead.presses("Назад")
    lead.sees("Мои пункты")


async def test_a_mentor_draws_up_the_plan_of_the_pair(talk: Talk) -> None:
    mentor = await mentor_of(talk, "Амгинский", "СОШ № 1")
    await mentor.sends("/roadmap")
    mentor.sees("Планов пока нет", "для ваших школ")
    await mentor.presses("План взаимодействия")
    mentor.sees("План взаимодействия, 2026/27", "В плане пока нет пунктов")
    await mentor.presses("Добавить пункт")
    await mentor.sends("Открытый урок <b>&")
    await mentor.sends("когда-нибудь потом")
    mentor.sees("«когда-нибудь потом» не получилось понять", "Открытый урок <b>&")
    await mentor.sends("до 20 декабря")
    mentor.sees("правильно понимаю?")
    await mentor.presses("до 20 декабря 2026")
    mentor.sees("Добавлено: Открытый урок <b>&", "1. Открытый урок <b>&: до 20 декабря 2026")
    await mentor.presses("Добавить пункт")
    await mentor.sends("Разбор ВПР")
    await mentor.presses("Без срока")
    mentor.sees("2. Разбор ВПР: без срока")
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Лидия Примерова")
    await lead.sends("/roadmap")
    lead.sees("Открытый урок")
    await mentor.presses("Убрать пункт")
    await mentor.presses("1. Открытый урок")
    mentor.sees("Убрать из плана?", "Всё, что уже отправили, сохранится")
    await mentor.presses("Да, убрать")
    mentor.sees("Убрано из плана: Открытый урок <b>&", "2. Разбор ВПР")
    mentor.does_not_see("1. Открытый урок")


async def test_a_day_that_may_mean_two_is_asked(talk: Talk) -> None:
    mentor = await mentor_of(talk, "Амгинский", "СОШ № 1")
    await mentor.sends("/roadmap")
    await mentor.presses("План взаимодействия")
    await mentor.presses("Добавить пункт")
    await mentor.sends("Отчёт")
    await mentor.sends("август")
    mentor.sees("это можно понять по-разному")
    assert [label for label in mentor.buttons if "август" in label] == [
        "1 августа 2026 – 31 августа 2026",
        "1 августа 2027 – 31 августа 2027",
    ]
    await mentor.presses("1 августа 2027")
    mentor.sees("1. Отчёт: до 31 августа 2027")


async def test_a_step_of_a_programme_gets_its_days(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 2", name="Лидия Примерова")
    await coordinator.sends("/roadmap")
    await coordinator.presses("Начать программу")
    await coordinator.presses("Шаги в МЭДК (системе 500+)")
    await coordinator.presses("Начать для всех (2)")
    await coordinator.presses("Открыть план")
    await coordinator.presses("Назначить срок")
    coordinator.sees("Какому пункту назначить срок?", "1. Внести сведения о школе: без срока")
    await coordinator.presses("1. Внести сведения")
    await coordinator.sends("до 5 декабря")
    await coordinator.presses("5 декабря 2026")
    coordinator.sees("Срок назначен: Внести сведения о школе. Исполнителей: 2.")
    await lead.sends("/roadmap")
    lead.sees("1. Внести сведения о школе: до 5 декабря", "✓ Скоро срок (1)")


async def test_others_have_no_buttons_for_it_and_old_ones_do_nothing(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await two_schools(talk)
    await coordinator.sends("/roadmap")
    window = replace(coordinator.last, rows=list(coordinator.last.rows))
    observer = await talk.grown_person(Role.OBSERVER, region=YAKUTIA, name="Ольга Смотрова")
    await observer.sends("/roadmap")
    observer.sees("1. Дорожная карта")
    assert not {"Начать программу", "Сдвиги сроков", "План взаимодействия"} & set(observer.buttons)
    await observer.presses("1. Дорожная карта")
    assert not {"Добавить пункт", "Убрать пункт", "Сдвинуть сроки"} & set(observer.buttons)
    await observer.presses_old(replace(window, chat=observer.chat), "Начать программу")
    observer.does_not_see("Какая программа?")
