"""«Актированный день», declared at half past six in the morning, and what it says to schools (L7)."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from shnor_domain.identity import Role
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.plans import item, kept

MORNING = datetime(2026, 11, 30, 3, 30, tzinfo=UTC)
"""Half past six of a Monday in Лабинск."""
MONDAY = date(2026, 11, 30)
REGION = "Краснодарский край"


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(MORNING)) as made:
        yield made


async def coordinator(talk: Talk) -> Person:
    return await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Клара Районова")


async def due_on_monday(talk: Talk) -> None:
    school = talk.where("Лабинский", "СОШ № 6")
    await kept(talk.units, talk.where(region=REGION), item(school, MONDAY), item(school, MONDAY, number=2))


async def test_a_day_is_declared_in_five_taps_with_its_meaning_said_first(talk: Talk) -> None:
    hers = await coordinator(talk)
    await due_on_monday(talk)
    await hers.opens("Актированный день")
    hers.sees("Актированные дни: Лабинский", "Чтобы объявить, выберите день")
    await hers.presses("Сегодня, пн 30 ноября")
    hers.sees("Понедельник, 30 ноября. Почему нет занятий?")
    await hers.presses("Мороз")
    hers.sees(
        "Сегодня, понедельник, 30 ноября, занятий в школах нет: мороз.",
        "У 2 пунктов в 1 школе новый срок – вторник, 1 декабря.",
        "Очных консультаций в этот день здесь нет.",
    )
    await hers.presses("Объявить")
    hers.sees("Готово: актированный день – понедельник, 30 ноября. Срок этого дня теперь – вторник, 1 декабря.")
    hers.sees("Пн 30 ноября: мороз, срок этого дня – до вт 1 декабря")
    assert "Сегодня, пн 30 ноября" not in hers.buttons


async def test_the_lead_finds_the_new_day_in_her_list_on_the_card_and_in_her_plan_of_the_day(talk: Talk) -> None:
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 6", name="Лидия Руководителева")
    hers = await coordinator(talk)
    await due_on_monday(talk)
    await (await talk.the(PlanSteps))()
    await hers.opens("Актированный день", "Сегодня, пн 30 ноября", "Метель", "Объявить")
    await lead.sends("/roadmap")
    lead.sees("1. Самодиагностика: до 1 декабря")
    await lead.presses("1. Самодиагностика")
    lead.sees("Срок: до 1 декабря", "Срок перенесён с 30 ноября на 1 декабря: актированный день")
    talk.clock.instant = MORNING.replace(hour=13)
    await talk.deliver()
    lead.sees("План на сегодня", "1. Самодиагностика: до 1 декабря")


async def test_it_is_taken_back_after_one_more_question(talk: Talk) -> None:
    hers = await coordinator(talk)
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 6", name="Лидия Руководителева")
    await due_on_monday(talk)
    await hers.opens("Актированный день", "Сегодня, пн 30 ноября")
    await hers.sends("приказ № 112, мороз −47")
    await hers.presses("Объявить")
    await hers.presses("Отменить: пн 30 ноября")
    hers.sees("Отменить актированный день?", "приказ № 112, мороз −47", "Срок вернётся на этот день")
    hers.sees("У 2 пунктов срок будет снова сегодня. Кто уже получил план на сегодня, узнает об этом завтра.")
    await hers.presses("Да, отменить")
    hers.sees("Готово: пн 30 ноября – больше не актированный день", "Пн 30 ноября: приказ № 112, мороз −47 (отменён)")
    assert "Отменить: пн 30 ноября" not in hers.buttons
    await lead.sends("/roadmap")
    lead.sees("1. Самодиагностика: до 30 ноября")


async def test_the_second_coordinator_is_told_that_it_stands_already(talk: Talk) -> None:
    hers = await coordinator(talk)
    regional = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=REGION, name="Регина Краевая")
    await regional.opens("Актированный день")
    for label in ("Завтра, вт 1 декабря", "Карантин"):
        await regional.presses(label)
    regional.sees("Завтра, вторник, 1 декабря, занятий в школах нет: карантин.", "Пунктов со сроком в этот день")
    await hers.opens("Актированный день", "Завтра, вт 1 декабря", "Мороз", "Объявить")
    await regional.presses("Объявить")
    regional.sees("Этот день здесь уже объявлен актированным", "Вт 1 декабря: мороз, срок этого дня – до ср 2 декабря")
    assert "Пунктов со сроком" not in regional.last.text
    assert regional.buttons == ["Назад", "В меню"]
    await regional.opens("Справочники", "Актированный день", "Лабинский")
    regional.sees("Вт 1 декабря: мороз")
    assert "Завтра, вт 1 декабря" not in regional.buttons
    for label in ("Другой день", "декабрь ›", "1"):
        await regional.presses(label)
    regional.sees("Этот день здесь уже объявлен актированным")


async def test_after_midnight_it_is_said_that_the_day_is_over(talk: Talk) -> None:
    hers = await coordinator(talk)
    regional = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=REGION, name="Регина Краевая")
    await hers.opens("Актированный день", "Сегодня, пн 30 ноября", "Мороз")
    talk.clock.instant = MORNING.replace(hour=21)
    await hers.presses("Объявить")
    hers.sees("Этот день уже прошёл. Выберите другой в списке.")
    assert hers.buttons == ["Назад", "В меню"]
    talk.clock.instant = MORNING
    await regional.opens("Актированный день", "Сегодня, пн 30 ноября", "Мороз", "Объявить", "Отменить: пн 30 ноября")
    talk.clock.instant = MORNING.replace(hour=21)
    await regional.presses("Да, отменить")
    regional.sees("Этот день уже прошёл, отменить его нельзя")
    assert regional.buttons == ["Назад", "В меню"]


async def test_another_day_is_picked_from_the_two_weeks_ahead(talk: Talk) -> None:
    hers = await coordinator(talk)
    await hers.opens("Актированный день", "Другой день")
    hers.sees("Можно сегодня и две недели вперёд")
    await hers.presses("декабрь ›")
    await hers.presses("4")
    hers.sees("Пятница, 4 декабря. Почему нет занятий?")


async def test_l7_a_stranger_finds_no_called_off_day_by_any_button(talk: Talk) -> None:
    hers = await coordinator(talk)
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 6", name="Лидия Руководителева")
    assert "Актированный день" not in await lead.offers()
    await hers.opens("Актированный день")
    await lead.presses_old(hers.last, "Сегодня, пн 30 ноября")
    async with talk.units.read() as work:
        unit = talk.where("Лабинский").municipality
        assert unit is not None
        assert await work.called_off.since(unit, MONDAY) == []
