"""The New Year holidays as a teacher, a host and a stranger meet them."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time

import pytest

from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.identity import SubjectId
from shnor_domain.territories.calendar import DayOff, Week
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import methodist_of, publishes

DECEMBER_29 = datetime(2026, 12, 29, 3, 0, tzinfo=UTC)
"""A Tuesday; Mondays fall on 4 and 11 January."""


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(DECEMBER_29)) as talk:
        async with talk.units.write() as work:
            for day in range(1, 9):
                await work.calendars.put_day_off(
                    DayOff(date(2027, 1, day), Week.ALL, "Новогодние каникулы", "производственный календарь")
                )
        yield talk


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk, "chemistry", "physics")


async def books_chemistry(teacher: Person) -> None:
    await teacher.sends("/consult")
    await teacher.presses("Химия")


async def test_a_teacher_reads_that_the_nearest_is_after_the_holidays(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await publishes(talk, host)
    await books_chemistry(teacher)
    teacher.sees(
        "До 10 января консультаций нет. Ближайшая: понедельник, 11 января.\n", "Выберите день", "Химия, Пётр Семёнович"
    )
    assert teacher.buttons[0] == "Пн 11 января 2027 · 5 мест"
    talk.clock.advance(days=13)
    await books_chemistry(teacher)
    teacher.does_not_see("Ближайшая")


async def test_where_the_horizon_ends_before_they_do_the_nearest_is_told_too(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await publishes(talk, host, horizon=7)
    await books_chemistry(teacher)
    teacher.sees("свободных дней нет", "До 10 января консультаций нет. Ближайшая: понедельник, 11 января.")


async def test_the_host_sees_which_days_fall_out_and_may_meet_all_the_same(talk: Talk, host: Person) -> None:
    await publishes(talk, host)
    await host.sends("/schedule")
    host.does_not_see("4 января")
    assert host.buttons[0].startswith("Пн 11 января")
    await host.presses("Моё время (1)")
    await host.presses("Понедельник")
    host.sees("В нерабочие дни календаря встреч нет: пн 4 января. Встречаетесь всё равно? Добавьте окно.")
    await host.presses("Добавить окно")
    for step in ("январь ›", "4", "15:00", "45 минут"):
        await host.presses(step)
    host.sees("Добавлена встреча: понедельник, 4 января 2027 года, 15:00")
    await host.presses("К этому времени")
    host.does_not_see("В нерабочие дни")


async def test_everybody_reads_in_the_open_schedule_when_it_goes_on(talk: Talk, host: Person) -> None:
    await publishes(talk, host)
    stranger = talk.person(77)
    await stranger.sends("/start")
    await stranger.presses("Расписание консультаций")
    stranger.sees("химия, Пётр Семёнович (ближайшая 11 января)")


async def test_who_asked_is_told_of_a_first_meeting_that_is_no_holiday(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await (await talk.the(AskForConsultation))(await talk.actor(teacher), SubjectId("physics"), None)
    await publishes(talk, host, subject=SubjectId("physics"), weekday=1, starts=time(9))
    await talk.deliver()
    teacher.sees("Ближайшая: вторник, 12 января 2027 года, 11:00 (у вас) · 09:00 Якутск")
