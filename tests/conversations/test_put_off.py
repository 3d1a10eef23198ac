"""«Напомнить завтра» under a plan of a day, and what happens to its items before the hour of the next one (L6)."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.identity import Role
from shnor_domain.roadmap.evidence import Evidence, EvidenceKind
from shnor_domain.roadmap.model import Item, ItemId, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.roadmap.sending import Sent
from shnor_domain.roadmap.use_cases.review import ReturnEvidence
from shnor_domain.roadmap.use_cases.send import SendEvidence
from shnor_domain.roadmap.use_cases.shifting import ShiftItems, Wanted
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from shnor_domain.territories.use_cases.called_off import CallOffDay
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person

KNOWN = date(2026, 9, 1)
TODAY = date(2026, 12, 1)
"""A Tuesday."""
AT_FOUR, AT_NINE = 16, 9


def at(hour: float, day: date = TODAY) -> datetime:
    """By the clock of Хонуу, eleven hours before Greenwich."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hour - 11)


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(at(8, TODAY - timedelta(days=1)))) as talk:
        yield talk


@pytest.fixture
async def lead(talk: Talk) -> Person:
    return await talk.grown_person(Role.SCHOOL_LEAD, "Момский", "СОШ № 1", name="Виктор Петрович")


@pytest.fixture
async def district(talk: Talk) -> Person:
    return await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Егор Примеров")


async def keeps(talk: Talk, **lasts: date) -> list[ItemId]:
    """A plan of the school in Хонуу: items with their last days."""
    where, known = talk.where("Момский", "СОШ № 1"), datetime(2026, 9, 1, tzinfo=UTC)
    items = [
        Item(ItemId(0), PlanId(0), None, n, str(n), title, Period("", (Window(KNOWN, last),)), where, known)
        for n, (title, last) in enumerate(lasts.items(), 1)
    ]
    plan = Plan(PlanId(0), "План", Programme.ROADMAP, where, Window(KNOWN, date(2027, 5, 31)), "", known)
    async with talk.units.write() as work:
        return [item.id for item in await work.plans.items(await work.plans.add(plan, items))]


async def comes(talk: Talk, instant: datetime) -> None:
    """Each midnight on the way is looked at too; every day is planned."""
    while (midnight := at(24, (talk.clock.instant + timedelta(hours=11)).date())) < instant:
        talk.clock.instant = midnight
        await talk.deliver()
        await (await talk.the(PlanSteps))()
    talk.clock.instant = instant
    await talk.deliver()


async def sends(talk: Talk, who: Person, item: ItemId) -> Evidence:
    act = await talk.the(SendEvidence)
    made: Evidence = await act(await talk.actor(who), item, Sent(EvidenceKind.TEXT, "Подписан"))
    return made


async def returns(talk: Talk, who: Person, sent: Evidence) -> None:
    await (await talk.the(ReturnEvidence))(await talk.actor(who), sent.id, ["Нужна печать"])


def plans(person: Person) -> list[str]:
    return [screen.text for screen in person.screens if screen.text.startswith("План на сегодня")]


async def reads_and_puts_off(talk: Talk, lead: Person) -> ItemId:
    """Three days before the last one; the next step is the day after tomorrow's."""
    (item,) = await keeps(talk, Договор=date(2026, 12, 4))
    await (await talk.the(PlanSteps))()
    await comes(talk, at(AT_FOUR))
    assert len(plans(lead)) == 1
    await lead.presses("Напомнить завтра")
    return item


async def test_l6_what_was_sent_in_the_evening_and_returned_in_the_morning_is_in_that_days_plan(
    talk: Talk, lead: Person, district: Person
) -> None:
    item = await reads_and_puts_off(talk, lead)
    tomorrow = TODAY + timedelta(days=1)
    await comes(talk, at(20))
    sent = await sends(talk, lead, item)
    await comes(talk, at(9.5, tomorrow))
    await returns(talk, district, sent)
    await comes(talk, at(AT_FOUR, tomorrow))
    assert plans(lead)[1:] == ["План на сегодня, среда, 2 декабря\nСкоро срок\n1. Договор: до 4 декабря"]


async def test_l6_what_is_returned_after_the_hour_has_no_row_of_that_day(
    talk: Talk, lead: Person, district: Person
) -> None:
    item = await reads_and_puts_off(talk, lead)
    tomorrow = TODAY + timedelta(days=1)
    await comes(talk, at(20))
    sent = await sends(talk, lead, item)
    await comes(talk, at(AT_FOUR + 0.5, tomorrow))
    await returns(talk, district, sent)
    await comes(talk, at(AT_FOUR - 1, tomorrow + timedelta(days=1)))
    assert len(plans(lead)) == 1
    await comes(talk, at(AT_FOUR, tomorrow + timedelta(days=1)))
    assert len(plans(lead)) == 2, "the step of the last day but one"


async def test_l6_l7_what_she_has_put_off_comes_though_its_day_is_called_off_meanwhile(
    talk: Talk, lead: Person, district: Person
) -> None:
    await reads_and_puts_off(talk, lead)
    await comes(talk, at(AT_FOUR + 1))
    unit = talk.where("Момский").municipality
    assert unit is not None
    await (await talk.the(CallOffDay))(await talk.actor(district), unit, date(2026, 12, 4), "мороз")
    await comes(talk, at(AT_FOUR, TODAY + timedelta(days=1)))
    assert plans(lead)[1:] == ["План на сегодня, среда, 2 декабря\nСкоро срок\n1. Договор: до 7 декабря"]


async def test_l6_what_she_has_put_off_comes_though_its_days_are_moved_meanwhile(
    talk: Talk, lead: Person, district: Person
) -> None:
    await reads_and_puts_off(talk, lead)
    await comes(talk, at(AT_FOUR + 1))
    wanted = Wanted(talk.where("Момский"), None, 30)
    await (await talk.the(ShiftItems))(await talk.actor(district), wanted, "Распутица")
    await comes(talk, at(AT_FOUR, TODAY + timedelta(days=1)))
    assert plans(lead)[1:] == ["План на сегодня, среда, 2 декабря\nСкоро срок\n1. Договор: до 3 января"]


async def test_l6_a_place_that_was_put_off_and_has_a_step_of_its_own_is_one_line(talk: Talk, district: Person) -> None:
    """The school has no curator: on the first day after it the municipality hears of it in her place."""
    thursday, friday, monday = date(2026, 12, 10), date(2026, 12, 11), date(2026, 12, 14)
    await keeps(talk, Договор=thursday, Анализ=date(2026, 12, 9))
    await comes(talk, at(AT_NINE, friday))
    assert plans(district)[-1].endswith("Срок прошёл\n1. СОШ № 1: 2 пункта, куратор школы не назначен")
    await district.presses("Напомнить завтра")
    before = len(plans(district))
    await comes(talk, at(AT_NINE, monday))
    assert plans(district)[before:] == [
        "План на сегодня, понедельник, 14 декабря\nСрок прошёл\n1. СОШ № 1: 2 пункта, куратор школы не назначен"
    ]
