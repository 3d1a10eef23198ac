"""A half-year is over: each school says whether it takes its topic along (I21)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shnor_domain.identity import Role
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.presence.model import WhyNotHeld
from shnor_domain.seminars.presence.use_cases.marking import MarkLessonNotHeld
from shnor_domain.seminars.requests.model import RequestState, Route
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.event_land import OCTOBER_14, lesson, terms
from tests.support.hosts import YAKUTIA
from tests.support.seminar_talk import READING, SEPTEMBER_10, SeminarTalk, seminar_talk, starting


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def test_one_school_carries_its_topic_over_and_another_lets_it_go(here: SeminarTalk) -> None:
    request = await here.sends(here.lead)
    await here.supports(here.second, request)
    await here.half_year_is_over()
    asked = "Полугодие закончилось. Тема «Функциональная грамотность» (СОШ № 1) в программу не вошла."
    here.lead.sees(asked)
    here.second.sees(asked)
    here.third.does_not_see("Полугодие закончилось")
    told = here.lead.last
    await here.lead.presses("Перенести")
    here.lead.sees("Запрос перенесён на следующее полугодие", "Поддержали: 1 школа, 10 человек")
    await here.hears()
    assert "на вопрос о переносе школа ответила" in told.text and not told.buttons
    await here.second.presses("Не нужно")
    here.second.sees("Перенести запрос школы (СОШ № 1) на следующее полугодие?")
    await here.second.presses("Не нужно")
    here.second.sees("тему не переносим", "Сейчас: перенесён на следующее полугодие")


async def test_silence_keeps_it_open_and_the_digest_asks_once_more(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await here.half_year_is_over()
    here.lead.looks_away()
    here.talk.clock.advance(days=7, hours=3)
    await here.hears()
    here.lead.sees("Перенести тему «Функциональная грамотность» (СОШ № 1) на следующее полугодие?")
    await here.lead.opens("Запросы школы")
    here.lead.sees("1. Функциональная грамотность: перенести на следующее полугодие?")
    await here.lead.presses(starting("1."))
    await here.lead.presses("Перенести")
    await here.lead.presses("Перенести")
    here.lead.sees("Запрос перенесён на следующее полугодие")


async def test_a_half_year_is_closed_by_the_coordinator_once_nothing_is_open(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    coordinator = await here.talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await here.half_year_is_over()
    await here.methodist.opens("Запросы на семинары")
    assert "Закрыть полугодие" not in here.methodist.buttons
    await coordinator.opens("Запросы на семинары", "Закрыть полугодие")
    await coordinator.presses("Да, закрыть")
    coordinator.sees("Закрыть полугодие пока нельзя: 1 школа ещё не ответила")
    await here.lead.presses("Не нужно")
    await here.lead.presses("Не нужно")
    await coordinator.presses("Закрыть полугодие")
    await coordinator.presses("Да, закрыть")
    coordinator.sees("Полугодие закрыто")


async def test_where_nobody_can_answer_coordinators_see_it_and_answer_for_the_school(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await here.sends(here.second, READING)
    await here.leaves_her_place(here.second)
    over_all = await here.talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    near = await here.talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Мария Районная")
    await here.half_year_is_over()
    await over_all.opens("Запросы на семинары", "Закрыть полугодие", "Да, закрыть")
    over_all.sees("2 школы ещё не ответили")
    await over_all.presses("Некому ответить (1)")
    over_all.sees("Некому ответить, осень 2026", "1. СОШ № 1: Читательская грамотность")
    await near.opens("Кто просит семинары", "Некому ответить (1)", "1. Читательская грамотность")
    near.sees("Перенести запрос школы (СОШ № 1) на следующее полугодие?", "поэтому за неё отвечаете вы")
    await near.presses("Перенести")
    near.sees("Запрос перенесён на следующее полугодие", "Читательская грамотность")
    await near.presses("Назад")
    near.sees("Все школы ответили")
    await near.presses("Назад")
    near.sees("Школ, которые просят: 1 из")
    await near.presses(starting("1."))
    near.sees("1. Читательская грамотность: школа перенесла на следующее полугодие")
    await over_all.presses("1. Читательская грамотность")
    over_all.sees("Эта школа уже ответила")
    await over_all.presses("Назад")
    over_all.sees("Таких школ больше нет. Ещё не ответили: 1 школа")


async def test_the_coordinator_reads_for_which_events_a_half_year_waits(here: SeminarTalk) -> None:
    request = await here.sends(here.lead)
    coordinator = await here.talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    at = datetime(2027, 2, 10, 6, tzinfo=UTC)
    await _is_planned(here, request, at)
    await here.half_year_is_over()
    await coordinator.opens("Запросы на семинары", "Закрыть полугодие")
    coordinator.sees("Закрыть полугодие «осень 2026» пока нельзя", "«Функциональная грамотность»: среда, 10 февраля")
    assert "Да, закрыть" not in coordinator.buttons
    here.talk.clock.instant = at + timedelta(hours=2)
    await coordinator.presses("Назад")
    await coordinator.presses("Закрыть полугодие")
    await coordinator.presses("Да, закрыть")
    coordinator.sees("Полугодие закрыто")


async def test_a_school_reads_that_what_it_asked_for_was_not_held(here: SeminarTalk) -> None:
    request = await here.sends(here.lead)
    event = await _is_planned(here, request, OCTOBER_14)
    here.talk.clock.instant = OCTOBER_14 + timedelta(hours=1)
    async with here.talk.units.read() as work:
        found = await work.seminar_events.get(event)
    assert found is not None
    fails = await here.talk.the(MarkLessonNotHeld)
    await fails(await here.talk.actor(here.methodist), found.lessons[0].id, WhyNotHeld.CONNECTION)
    near = await here.talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Кира Районная")
    await near.opens("Кто просит семинары", "Кто записался и был", starting("1."))
    near.sees("Функциональная грамотность: просили, записаны 0, мероприятие не состоялось")
    await here.half_year_is_over()
    asked = "Мероприятие по теме «Функциональная грамотность» (СОШ № 1) не состоялось. Перенести запрос"
    here.lead.sees(asked)
    await here.lead.presses("Не нужно")
    here.lead.sees("Мероприятие по теме «Функциональная грамотность» не состоялось. Перенести запрос школы")
    await here.lead.presses("Перенести")
    here.lead.sees("Запрос перенесён")


async def _is_planned(here: SeminarTalk, request: RequestId, at: datetime) -> EventId:
    """A published event of an hour answers it, led by who runs the seminar."""
    region = here.talk.where(region=YAKUTIA).region
    assert region is not None
    event = Event(
        id=EventId(0),
        region=region,
        cycle=here.cycle,
        zone="Asia/Yakutsk",
        route=Route.PLAN,
        state=EventState.OPEN,
        since=SEPTEMBER_10,
        lessons=(lesson(at),),
        requests=(request,),
        terms=terms(await here.talk.person_id(here.methodist)),
    )
    async with here.talk.units.write() as work:
        (asked,) = (await work.seminar_requests.many([request])).values()
        await work.seminar_requests.save(replace(asked, state=RequestState.PLANNED))
        return await work.seminar_events.add(event)
