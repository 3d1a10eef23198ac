"""Visits that do not take place: schools are closed, the host leaves; and an hour that belongs to a visit."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from shnor_domain.consultations.visits.model import VisitState
from shnor_domain.consultations.visits.use_cases.looking import OneVisit
from shnor_domain.identity import Role
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.appoint import AppointPair, EndPair, Wanted
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.bot_in_memory import Talk
from tests.support.forgeries import taps
from tests.support.hosts import NOON, YAKUTIA, books, publishes, teacher_of_honuu
from tests.support.visits import THURSDAY, asks, at, coordinator_of, host_of, lead_of, plans

EARLY = datetime(2026, 12, 9, 18, 0, tzinfo=UTC)
"""Five in the morning of the Thursday in Хонуу, three in Якутск."""


async def test_on_a_day_without_school_both_are_told_at_night_and_it_comes_back_with_the_day(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, NOON)
    for each in (host, lead):
        each.looks_away()
    await at(talk, EARLY)
    unit, actor, day = talk.where("Момский").municipality, await talk.actor(coordinator), date(2026, 12, 10)
    assert unit is not None
    await (await talk.the(CallOffDay))(actor, unit, day, "мороз 55")
    await at(talk, EARLY)
    for each in (host, lead):
        each.sees("Выезд отменён: СОШ № 1", "В этот день школы закрыты.")
        each.looks_away()
    await at(talk, EARLY + timedelta(minutes=30))
    await (await talk.the(RestoreDay))(actor, unit, day)
    await at(talk, EARLY + timedelta(minutes=30))
    for each in (host, lead):
        each.sees("Назначен выезд: СОШ № 1", "10:00")
    await at(talk, THURSDAY - timedelta(hours=1))
    lead.sees("Сегодня выезд: СОШ № 1")


async def test_when_the_host_deletes_herself_the_school_asks_anew(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, NOON)
    await host.sends("/privacy")
    await host.presses("Удалить мои данные")
    await host.presses("Да, удалить всё")
    await at(talk, NOON)
    lead.sees("Выезд отменён: СОШ № 1", "Отменено ведущим или координатором.")
    await lead.presses("Открыть выезд")
    lead.sees("Отменено ведущим или координатором.")
    lead.does_not_see("Пётр Семёнович")


async def test_when_the_lead_deletes_herself_another_lead_goes_on_without_her_words(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    second = await lead_of(talk, name="Борис Завучев")
    await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, NOON)
    await lead.sends("/privacy")
    await lead.presses("Удалить мои данные")
    await lead.presses("Да, удалить всё")
    await at(talk, THURSDAY - timedelta(days=1))
    second.sees("Завтра выезд: СОШ № 1, химия")
    await second.presses("Открыть выезд")
    second.sees("О чём: химия")
    second.does_not_see("задание 34")


async def test_the_hour_of_a_visit_is_free_for_no_booking(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    teacher = await teacher_of_honuu(talk)
    # Thursdays at eight in Якутск: the hour of the visit
    slot = await publishes(talk, host, weekday=3, starts=time(8))
    await plans(talk, coordinator, await asks(talk, lead), host)
    await teacher.sends("/consult")
    await teacher.presses("Химия")
    assert any("Чт 10 декабря · мест нет" in label for label in teacher.buttons)
    await books(talk, teacher, slot, starts=THURSDAY + timedelta(days=7))
    other = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Ольга Вторая")
    await other.sends("/menu")
    await other.presses("Выезды в школу")
    other.does_not_see("1. ")


async def test_when_the_host_left_after_the_start_the_lead_tells_how_it_was(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    visit = await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, THURSDAY + timedelta(minutes=30))
    await lead.sends("/menu")
    await lead.presses("Выезды в школу")
    await lead.presses("1. Чт 10 декабря")
    assert "Записать, как прошло" not in lead.buttons
    for words in ("Удалить мои данные", "Да, удалить всё"):
        if words == "Удалить мои данные":
            await host.sends("/privacy")
        await host.presses(words)
    await lead.sends("/menu")
    await lead.presses("Выезды в школу")
    await lead.presses("1. Чт 10 декабря")
    lead.sees("Ведущий больше не может рассказать, как прошло")
    await lead.presses("Записать, как прошло")
    await lead.presses("Состоялось")
    await lead.sends("7")
    await lead.sends("Разобрали задание 34.")
    lead.sees("Записано.", "Состоялось. Пришли 7 человек.", "итог записан без него")
    found = await (await talk.the(OneVisit))(await talk.actor(lead), visit)
    assert found.card.visit.state is VisitState.CONFIRMED


async def test_what_fell_for_the_weather_is_asked_for_again_with_its_answers(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, EARLY)
    unit, actor = talk.where("Момский").municipality, await talk.actor(coordinator)
    assert unit is not None
    await (await talk.the(CallOffDay))(actor, unit, date(2026, 12, 10), "мороз 55")
    await at(talk, EARLY)
    lead.sees("Выезд отменён: СОШ № 1", "В этот день школы закрыты.")
    await lead.presses("Открыть выезд")
    await lead.presses("Попросить снова")
    lead.sees("О чём: химия\nТема: ОГЭ, задание 34\nДля учителей, 8 человек")
    await lead.presses("Отправить просьбу")
    lead.sees("Просьба ждёт решения")
    await lead.sends("/menu")
    await lead.presses("Выезды в школу")
    lead.sees("1. Декабрь 2026: СОШ № 1, химия. Ждёт решения", "Отменено")


async def test_where_the_host_is_busy_by_then_both_hear_that_the_visit_is_not_back(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, NOON)
    unit, actor, day = talk.where("Момский").municipality, await talk.actor(coordinator), date(2026, 12, 10)
    assert unit is not None
    await at(talk, EARLY)
    await (await talk.the(CallOffDay))(actor, unit, day, "мороз 55")
    await at(talk, EARLY)
    # meanwhile another visit has taken her hour
    async with talk.units.write() as work:
        [visit] = await work.visits.fallen_in(talk.where("Момский"), EARLY, THURSDAY + timedelta(hours=1))
        await work.visits.occupy(replace(visit, id=await work.visits.add(visit)))
    await (await talk.the(RestoreDay))(actor, unit, day)
    # it changes nothing for who sleeps: the morning is early enough
    await at(talk, THURSDAY + timedelta(hours=2))
    for each in (host, lead):
        each.sees("Выезд не восстановлен: СОШ № 1", "День снова учебный")
    assert "Попросить снова" not in host.last.buttons
    notice = lead.last
    await lead.presses("Попросить снова")
    lead.sees("О чём: химия\nТема: ОГЭ, задание 34\nДля учителей, 8 человек")
    await lead.presses("Отправить просьбу")
    lead.sees("Просьба ждёт решения")
    # a host who taps what was not offered to her reads how it stands
    button = next(each for row in notice.rows for each in row if each.text == "Попросить снова")
    assert button.callback_data
    await taps(host, button.callback_data, host.last)
    host.sees("Отменено")
    host.does_not_see("Отправить просьбу")


async def test_when_the_pair_of_a_curator_is_ended_school_and_curator_hear_that_she_does_not_come(talk: Talk) -> None:
    lead, coordinator = await lead_of(talk), await coordinator_of(talk)
    curator = await talk.grown_person(Role.SCHOOL_CURATOR, "Амгинский", subjects=["chemistry"], name="Кира Кураторова")
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Клара Региональная")
    where, actor = talk.where("Момский", "СОШ № 1"), await talk.actor(region)
    assert where.school is not None
    wanted = Wanted(PairKind.SCHOOL, await talk.person_id(curator), where.school, "1", date(2026, 8, 1))
    pair = await (await talk.the(AppointPair))(actor, wanted)
    await plans(talk, coordinator, await asks(talk, lead), curator)
    await at(talk, NOON + timedelta(days=1))
    for each in (lead, curator):
        each.sees("Назначен выезд: СОШ № 1")
        each.looks_away()
    await (await talk.the(EndPair))(actor, pair.pair)
    await at(talk, NOON + timedelta(days=1))
    for each in (lead, curator):
        each.sees("Выезд отменён: СОШ № 1", "Отменено ведущим или координатором.")
