"""Nobody has agreed three hours before: the coordinators are asked, by day and night (S6)."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from shnor_domain.consultations.absences.use_cases.escalate import AskAbove
from shnor_domain.consultations.absences.use_cases.giving_back import CannotLead
from shnor_domain.consultations.model import SessionKey
from shnor_domain.identity import Role
from tests.support.afterwards import at
from tests.support.away_talk import DAY, asks, booked
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, keeps_the_clock_of, methodist_of, publishes


@pytest.fixture
async def colleague(talk: Talk, host: Person) -> Person:
    return await methodist_of(talk, name="Марфа Ильинична")


async def test_three_hours_before_without_an_answer_the_coordinator_decides(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    ask = await talk.the(AskAbove)
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=3, minutes=5)
    assert await ask() == 0
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=3)
    assert await ask() == 1 and await ask() == 0
    await talk.deliver()
    coordinator.sees(
        "Скоро встреча, а вести её некому\nХимия, Пётр Семёнович", "согласия на замену (Марфа Ильинична) нет"
    )
    notice = coordinator.last
    assert notice.buttons == ["Другой ведущий", "Отменить встречу", "Оставить"]
    await coordinator.presses("Оставить")
    coordinator.sees("Хорошо, встреча остаётся как есть.", "1 из 5")
    await coordinator.presses_old(notice, "Отменить встречу")
    coordinator.sees("Отменяем встречу?", "Айталина Петровна")
    await coordinator.presses_old(notice, "Другой ведущий")
    coordinator.sees("заменить некому")
    await colleague.presses("Согласиться")
    await talk.deliver()
    teacher.sees("Консультацию проведёт Марфа Ильинична")


async def test_s6_whom_nothing_reaches_is_passed_over_for_the_next_level_and_at_last_for_the_host(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    clara = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")
    regina = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    slot = await publishes(talk, host, open_to=talk.where("Момский"))
    await books(talk, teacher, slot, "задание 34")
    await publishes(talk, host, starts=time(17), open_to=talk.where("Момский"))
    await asks(talk, host, colleague)
    await clara.blocks_the_bot()
    for person in (host, clara, regina):
        person.looks_away()
    ask = await talk.the(AskAbove)
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=3)
    assert await ask() == 1
    await talk.deliver()
    regina.sees("Скоро встреча, а вести её некому\nХимия, Пётр Семёнович")
    host.does_not_see("вести её некому")
    await regina.blocks_the_bot()
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=1)
    assert await ask() == 1
    await talk.deliver()
    host.sees("Скоро встреча, а вести её некому\nХимия, Пётр Семёнович")


@pytest.mark.parametrize(
    ("zone", "evening"),
    [
        ("Asia/Yakutsk", datetime(2026, 12, 6, 11, 55, tzinfo=UTC)),
        ("Asia/Srednekolymsk", datetime(2026, 12, 6, 9, 55, tzinfo=UTC)),
    ],
)
async def test_for_a_meeting_soon_after_her_night_the_coordinator_is_asked_in_the_evening(
    talk: Talk, host: Person, colleague: Person, zone: str, evening: datetime
) -> None:
    """It begins at 08:00 in Якутск, 10:00 on the Kolyma: three hours before it she sleeps on either wall."""
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await keeps_the_clock_of(talk, coordinator, zone)
    await publishes(talk, host, starts=time(8))
    await asks(talk, host, colleague)
    coordinator.looks_away()
    ask = await talk.the(AskAbove)
    talk.clock.instant = evening - timedelta(minutes=5)
    assert await ask() == 0
    talk.clock.instant = evening
    assert await ask() == 1
    await talk.deliver()
    assert [screen.text.splitlines()[0] for screen in coordinator.news] == ["Скоро встреча, а вести её некому"]
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=10)
    assert await ask() == 0


@pytest.mark.parametrize(("starts", "of_the_host"), [(time(8, 30), False), (time(7), True)])
async def test_what_comes_up_in_the_night_is_asked_in_the_morning_or_of_the_host(
    talk: Talk, host: Person, colleague: Person, teacher: Person, starts: time, of_the_host: bool
) -> None:
    """He gives it back at ten in the evening; the coordinator wakes at eight."""
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await keeps_the_clock_of(talk, coordinator, "Asia/Yakutsk")
    begins = datetime.combine(DAY, starts, ZoneInfo("Asia/Yakutsk")).astimezone(UTC)
    slot = await publishes(talk, host, starts=starts)
    await books(talk, teacher, slot, starts=begins)
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await at(talk, NEXT_MONDAY - timedelta(hours=17))
    for person in (coordinator, host):
        person.looks_away()
    await (await talk.the(CannotLead))(await talk.actor(colleague), SessionKey(slot, begins))
    ask = await talk.the(AskAbove)
    assert await ask() == of_the_host
    await talk.deliver()
    coordinator.hears_nothing()
    asked = [screen.text.splitlines()[0] for screen in host.news]
    assert asked == ["Скоро встреча, а вести её некому"] * of_the_host
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=7)
    assert await ask() != of_the_host
    await talk.deliver()
    assert len(coordinator.news) != of_the_host
