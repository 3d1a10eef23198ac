"""Items of a road map in the plan of a day: as a director and her coordinators read it (L3, L4, L5)."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.identity import Role
from shnor_domain.roadmap.model import Item, ItemId, ItemState, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA

MORNING = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
"""Tuesday, 9:00 in Якутск and 11:00 in Хонуу."""


async def plan_of(talk: Talk, *ends: tuple[str, date]) -> list[ItemId]:
    """A plan of the school in Хонуу."""
    where = talk.where("Момский", "СОШ № 1")
    items = [
        Item(
            ItemId(0), PlanId(0), None, number, str(number), title,
            Period("", (Window(date(2026, 9, 1), last),)), where, datetime(2026, 9, 1, tzinfo=UTC),
        )
        for number, (title, last) in enumerate(ends, 1)
    ]  # fmt: skip
    plan = Plan(
        PlanId(0), "План", Programme.ROADMAP, where, Window(date(2026, 9, 1), date(2027, 5, 31)), "", items[0].known
    )
    async with talk.units.write() as work:
        kept = await work.plans.items(await work.plans.add(plan, items))
    return [item.id for item in kept]


async def at(talk: Talk, instant: datetime) -> None:
    """The clock stands there, the day is planned and what is due has gone."""
    talk.clock.instant = instant
    await (await talk.the(PlanSteps))()
    await talk.deliver()


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(MORNING)) as talk:
        yield talk


async def lead_of(talk: Talk) -> Person:
    return await talk.grown_person(Role.SCHOOL_LEAD, "Момский", "СОШ № 1", name="Виктор Петрович")


async def test_a_director_reads_at_four_what_comes_and_what_has_passed(talk: Talk) -> None:
    lead = await lead_of(talk)
    await plan_of(talk, ("Договор <b>&", date(2026, 12, 4)), ("Самодиагностика", date(2026, 11, 30)))
    await at(talk, MORNING)
    lead.hears_nothing()
    await at(talk, MORNING + timedelta(hours=5))
    assert lead.last.text == (
        "План на сегодня, вторник, 1 декабря\n"
        "Скоро срок\n1. Договор <b>&: до 4 декабря\n"
        "Срок прошёл\n2. Самодиагностика: был 30 ноября"
    )
    await at(talk, MORNING + timedelta(days=1, hours=5))
    assert len(lead.screens) == 1


async def test_what_was_sent_or_done_meanwhile_is_not_said(talk: Talk) -> None:
    lead = await lead_of(talk)
    first, second = await plan_of(talk, ("Договор", date(2026, 12, 4)), ("Анализ", date(2026, 12, 4)))
    await (await talk.the(PlanSteps))()
    async with talk.units.write() as work:
        await work.plans.set_state(first, ItemState.ON_REVIEW, sent=MORNING)
        await work.plans.set_state(second, ItemState.DONE)
    talk.clock.instant = MORNING + timedelta(hours=5)
    await talk.deliver()
    lead.hears_nothing()


async def test_coordinators_read_counts_by_school_and_by_municipality(talk: Talk) -> None:
    talk.clock.instant = MORNING - timedelta(days=1)  # they have their places before the digests of that day
    district = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Егор Примеров")
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Марина Образцова")
    stranger = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Ольга Чужая")
    await plan_of(talk, ("Договор", date(2026, 11, 26)), ("Анализ", date(2026, 11, 25)))
    await at(talk, MORNING)
    district.sees("Срок прошёл\n1. СОШ № 1", ": 2 пункта")
    region.hears_nothing()
    await at(talk, datetime(2026, 12, 4, 0, 0, tzinfo=UTC))
    region.sees("Момский", ": 2 пункта в 1 школе")
    stranger.hears_nothing()


async def test_a_coordinator_opens_what_is_late_from_her_row(talk: Talk) -> None:
    talk.clock.instant = MORNING - timedelta(days=1)  # they have their places before the digests of that day
    district = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Егор Примеров")
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Марина Образцова")
    stranger = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Ольга Чужая")
    await plan_of(talk, ("Договор", date(2026, 11, 26)), ("Анализ", date(2027, 3, 25)))
    await at(talk, MORNING)
    assert district.buttons[0] == "1. СОШ № 1 · 1"
    row = district.last
    await district.presses("1. СОШ № 1 · 1")
    district.sees("СОШ № 1", "Здесь то, у чего прошёл срок", "1. Договор: срок прошёл 26 ноября")
    assert "2. Анализ" not in district.last.text
    await district.presses("Все пункты (2)")
    district.sees("2. Анализ: до 25 марта")
    await stranger.presses_old(row, "1. СОШ № 1 · 1")
    assert not stranger.screens
    await at(talk, datetime(2026, 12, 7, 0, 0, tzinfo=UTC))
    row = region.last
    (button,) = [each for each in region.buttons if "·" in each]
    assert button.endswith("· 1")
    await region.presses(button)
    region.sees("СОШ № 1", "Момский")
    await stranger.presses_old(row, button)
    assert not stranger.screens
