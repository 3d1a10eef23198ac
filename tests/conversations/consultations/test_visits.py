"""A school asks for a visit, somebody decides, the host comes and tells, the school confirms."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from handlers.menu.commands import commands_of
from shnor_domain.consultations.statistics.model import HelpKind
from shnor_domain.consultations.statistics.periods import PeriodKind
from shnor_domain.consultations.statistics.use_cases.hours import HoursOfHost
from shnor_domain.consultations.visits.model import VisitId
from shnor_domain.consultations.visits.use_cases.asking import AskVisitAgain
from shnor_domain.consultations.visits.use_cases.following import FollowVisitRequests
from shnor_domain.consultations.visits.use_cases.looking import OneVisit
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.appoint import AppointPair, Wanted
from shnor_domain.people.use_cases.settings import SetLeave
from tests.support.bot_in_memory import Talk
from tests.support.hosts import NOON, YAKUTIA, keeps_the_clock_of
from tests.support.visits import THURSDAY, asks, at, coordinator_of, host_of, lead_of, plans

NIGHT = datetime(2026, 12, 9, 13, 0, tzinfo=UTC)
"""Midnight in Хонуу before the Thursday of the visit."""


async def test_a_lead_asks_for_a_visit_step_by_step(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await lead.sends("/menu")
    await lead.presses("Выезды в школу")
    lead.sees("Здесь будут выездные консультации")
    await lead.presses("Попросить о выезде")
    lead.sees("Шаг 1 из 6", "По каким предметам")
    await lead.presses("Химия")
    await lead.presses("Готово")
    await lead.sends("ОГЭ, задание 34")
    await lead.presses("С учителями")
    await lead.sends("восемь")
    lead.sees("Такое число не подходит")
    await lead.sends("8 человек")
    lead.sees("Шаг 5 из 6", "Когда удобно")
    await lead.presses("Декабрь")
    lead.sees("Кто мог бы приехать")
    await lead.presses("Пётр Семёнович")
    lead.sees(
        "Проверьте, всё ли верно",
        "Выезд: СОШ № 1",
        "О чём: химия\nТема: ОГЭ, задание 34\nДля учителей, 8 человек\nКогда удобно: декабрь 2026",
        "Школа просит, чтобы приехал(а): Пётр Семёнович",
    )
    await lead.presses("Отправить просьбу")
    lead.sees("Просьба ждёт решения")
    while await talk.deliver():
        pass
    for decider in (host, coordinator):
        decider.sees("Школа просит о выезде: СОШ № 1", "ОГЭ, задание 34")
        await decider.sends("/menu")
        await decider.presses("Ждёт моего решения (1)")
        decider.sees("1. Декабрь 2026: СОШ № 1, химия. Ждёт решения")


async def test_an_answer_is_corrected_alone_and_nothing_typed_is_lost(talk: Talk) -> None:
    await host_of(talk)
    lead = await lead_of(talk)
    await lead.sends("/menu")
    for label in ("Выезды в школу", "Попросить о выезде", "Другая тема"):
        await lead.presses(label)
    lead.sees("О чём поговорить? Напишите одной строкой.")
    await lead.sends("ы" * 400)
    lead.sees("не больше 300")
    await lead.sends("Как вести портфолио")
    await lead.presses("С управленческой командой")
    await talk.restart()
    await lead.presses("10")
    await lead.presses("Назвать день")
    await lead.presses("30")
    await lead.presses("Всё равно, решит координатор")
    lead.sees("Тема: Как вести портфолио", "Для управленческой команды, 10 человек", "понедельник, 30 ноября")
    await lead.presses("Сколько человек")
    await lead.sends("4")
    lead.sees("Для управленческой команды, 4 человека", "Как вести портфолио")


async def test_a_coordinator_appoints_host_and_hour_and_both_are_told(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await asks(talk, lead)
    await at(talk, NOON)
    await coordinator.presses("Открыть выезд")
    await coordinator.presses("Назначить время")
    coordinator.sees("Для учителей, 8 человек", "Кто приедет?")
    await coordinator.presses("Пётр Семёнович")
    coordinator.sees("В какой день? Школе удобно: декабрь 2026.")
    await coordinator.presses(re.compile("^10$"))
    coordinator.sees("Четверг, 10 декабря. Во сколько? Время школы: Хонуу (UTC+11)")
    await coordinator.sends("10:02")
    coordinator.sees("кратное пяти минутам")
    await coordinator.presses("10:00")
    await coordinator.presses("60 минут")
    coordinator.sees("Проверьте, всё ли верно", "Четверг, 10 декабря, 10:00", "Ведёт: Пётр Семёнович")
    await coordinator.presses("Назначить")
    coordinator.sees("Время назначено")
    await at(talk, NOON)
    lead.sees("Назначен выезд: СОШ № 1", "Четверг, 10 декабря, 10:00, 60 минут\nВедёт: Пётр Семёнович")
    host.sees("Назначен выезд", "Четверг, 10 декабря, 08:00 (у вас) · 10:00 Хонуу")
    coordinator.does_not_see("Назначен выезд")


async def test_what_is_not_confirmed_is_corrected_and_sent_again(talk: Talk) -> None:
    await host_of(talk)
    lead, coordinator = await lead_of(talk), await coordinator_of(talk)
    await asks(talk, lead)
    await at(talk, NOON)
    asked = coordinator.last
    await coordinator.presses("Открыть выезд")
    await coordinator.presses("Не подтвердить")
    await coordinator.sends("В декабре дорога закрыта.")
    coordinator.sees("Школа прочитает причину")
    await at(talk, NOON)
    assert "решения больше не ждёт" in asked.text and not asked.buttons
    lead.sees("Не подтверждено: В декабре дорога закрыта. Можно исправить и отправить снова.")
    await lead.presses("Открыть выезд")
    await lead.presses("Исправить и отправить снова")
    await lead.presses("Когда")
    await lead.presses("Январь")
    lead.sees("Исправьте, что нужно", "январь 2027", "ОГЭ, задание 34")
    await lead.presses("Отправить снова")
    lead.sees("Просьба ждёт решения")
    talk.clock.advance(minutes=5)
    await at(talk, talk.clock.instant)
    coordinator.sees("Школа просит о выезде", "январь 2027")


async def test_whom_it_is_addressed_to_may_decide_and_the_first_decision_wins(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    visit = await asks(talk, lead, addressee=await talk.person_id(host))
    await at(talk, NOON)
    await coordinator.presses("Открыть выезд")
    await plans(talk, host, visit, host)
    await coordinator.presses("Не подтвердить")
    await coordinator.sends("Далеко ехать")
    coordinator.sees("Эта просьба уже не ждёт решения", "Время назначено")
    await coordinator.sends("/menu")
    coordinator.does_not_see("Ждёт моего решения (")


async def test_nobody_decides_on_a_request_of_her_own_school(talk: Talk) -> None:
    await host_of(talk)
    lead = await lead_of(talk)
    await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Анна Петровна", chat=lead.chat)
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Клара Региональная")
    await asks(talk, lead)
    await at(talk, NOON)
    lead.does_not_see("Школа просит о выезде")
    region.sees("Школа просит о выезде: СОШ № 1")
    await lead.sends("/menu")
    await lead.presses("Выезды в школу")
    await lead.presses("1. Декабрь")
    assert "Назначить время" not in lead.buttons


async def test_without_an_answer_it_is_asked_again_and_then_of_the_region(talk: Talk) -> None:
    await host_of(talk)
    lead, coordinator = await lead_of(talk), await coordinator_of(talk)
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Клара Региональная")
    await asks(talk, lead)
    await at(talk, NOON)
    coordinator.looks_away()
    region.hears_nothing()
    await at(talk, datetime(2026, 12, 2, 3, tzinfo=UTC))
    coordinator.sees("Выезд: СОШ № 1, химия. Ждёт решения с 30 ноября")
    region.hears_nothing()
    await region.sends("/menu")
    region.does_not_see("Ждёт моего решения (")
    await at(talk, datetime(2026, 12, 4, 3, tzinfo=UTC))
    region.sees("Выезд: СОШ № 1, химия. Ждёт решения с 30 ноября")
    await region.sends("/menu")
    await region.presses("Ждёт моего решения (1)")
    region.sees("Ждут вашего решения")


async def test_when_the_coordinator_goes_on_leave_the_region_hears_of_the_request_at_once(talk: Talk) -> None:
    await host_of(talk)
    lead, coordinator = await lead_of(talk), await coordinator_of(talk)
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Клара Региональная")
    await asks(talk, lead)
    await at(talk, NOON)
    follow = await talk.the(FollowVisitRequests)
    assert await follow() == 0
    region.hears_nothing()
    await (await talk.the(SetLeave))(await talk.actor(coordinator), date(2026, 12, 20), None)
    assert (await follow(), await follow()) == (1, 0)
    await at(talk, NOON + timedelta(days=1))
    region.sees("Выезд: СОШ № 1, химия. Ждёт решения с 30 ноября")


async def test_a_host_who_is_busy_is_sent_nowhere_else(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    first, second = await asks(talk, lead), await asks(talk, lead)
    await plans(talk, coordinator, first, host)
    await at(talk, NOON)
    await coordinator.sends("/menu")
    for label in (
        "Ждёт моего решения (1)",
        "1. Декабрь",
        "Назначить время",
        "Пётр Семёнович",
        re.compile("^10$"),
    ):
        await coordinator.presses(label)
    await coordinator.sends("10:30")
    await coordinator.presses("60 минут")
    await coordinator.presses("Назначить")
    coordinator.sees("В это время у ведущего уже есть встреча", "В какой день?")
    await coordinator.presses("11")
    await coordinator.presses("10:00")
    await coordinator.presses("60 минут")
    await coordinator.presses("Назначить")
    coordinator.sees("Время назначено")
    assert second != first


async def test_both_sides_are_reminded_and_the_host_sees_it_today(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, THURSDAY - timedelta(days=1))
    lead.sees("Завтра выезд: СОШ № 1, химия\nДля учителей, 8 человек\nЧетверг, 10 декабря, 10:00, 60 минут")
    host.sees("Завтра выезд: СОШ № 1", "08:00 (у вас) · 10:00 Хонуу")
    reminder = next(screen for screen in lead.screens if "Завтра выезд" in screen.text)
    await at(talk, THURSDAY - timedelta(hours=1))
    lead.sees("Сегодня выезд: СОШ № 1", "Четверг, 10 декабря, 10:00")
    await host.sends("/menu")
    host.sees("Сегодня: 08:00 (у вас) · 10:00 Хонуу выезд, СОШ № 1, химия")
    await host.sends("/schedule")
    host.sees("Сегодня: 08:00 (у вас) · 10:00 Хонуу выезд")
    await host.presses("Мои выезды (1)")
    host.sees("1. Чт 10 декабря, 08:00: СОШ № 1, химия. Назначено")
    await lead.sends("/my")
    await lead.presses("Выезды в школу (1)")
    lead.sees("1. Чт 10 декабря, 10:00: СОШ № 1")
    await at(talk, THURSDAY + timedelta(minutes=1))
    assert "время прошло" in reminder.text and not reminder.buttons


async def test_the_host_moves_it_and_the_school_hears_of_it_even_at_night(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, NOON)
    reminder_time = THURSDAY - timedelta(days=1)
    await at(talk, reminder_time)
    reminder = next(screen for screen in lead.screens if "Завтра выезд" in screen.text)
    talk.clock.instant = NIGHT
    await host.opens("Мои выезды", "1. Чт 10 декабря", "Перенести", "10", "12:00")
    host.sees("Перенесено. Другой стороне сообщу", "12:00 Хонуу")
    lead.looks_away()
    await at(talk, NIGHT)
    lead.sees(
        "Выезд перенесён: СОШ № 1\nБыло: четверг, 10 декабря, 10:00\nТеперь:\nЧетверг, 10 декабря, 12:00, 60 минут"
    )
    assert "перенесён" in reminder.text and not reminder.buttons
    await at(talk, THURSDAY - timedelta(minutes=30))
    assert all("Сегодня выезд" not in screen.text for screen in lead.screens)
    await at(talk, THURSDAY + timedelta(hours=1))
    lead.sees("Сегодня выезд: СОШ № 1", "12:00")


async def test_the_school_calls_it_off_and_the_host_reads_why(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, NOON)
    await lead.presses("Открыть выезд")
    await lead.presses("Отменить выезд")
    lead.sees("Отменяем? Подскажите, почему")
    await lead.presses("Дорога или погода")
    lead.sees("Отменено. Другой стороне сообщу", "Отменила школа (дорога или погода).")
    await at(talk, NOON)
    host.sees("Выезд отменён: СОШ № 1", "08:00 (у вас) · 10:00 Хонуу", "Отменила школа (дорога или погода).")
    await at(talk, THURSDAY - timedelta(hours=1))
    assert all("Сегодня выезд" not in screen.text for screen in [*host.screens, *lead.screens])


async def test_after_the_start_nothing_is_moved_and_before_it_nothing_is_told(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, NOON)
    await lead.presses("Открыть выезд")
    assert "Перенести" in lead.buttons
    old = lead.last
    await host.opens("Мои выезды")
    await host.presses("1. Чт 10 декабря")
    assert "Рассказать, как прошло" not in host.buttons
    await at(talk, THURSDAY + timedelta(minutes=5))
    await lead.presses_old(old, "Отменить выезд")
    await lead.presses("Пропустить")
    lead.sees("Выезд уже начался, изменить его нельзя")


async def test_the_host_tells_how_it_was_and_the_school_confirms(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    visit = await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, THURSDAY + timedelta(hours=1))
    host.sees("Как прошёл выезд: СОШ № 1?")
    asked = host.last
    await host.presses("Рассказать, как прошло")
    await host.presses("Состоялось")
    await host.sends("много")
    host.sees("Такое число не подходит")
    await host.sends("7")
    await host.sends("Разобрали задание 34, посоветовали сборник.")
    host.sees("Состоялось. Пришли 7 человек.", "Ждём подтверждения школы")
    await at(talk, talk.clock.instant)
    assert "рассказывать больше не нужно" in asked.text and not asked.buttons
    lead.sees("Ведущий рассказал о выезде: СОШ № 1", "Разобрали задание 34, посоветовали сборник.")
    await lead.presses("Открыть выезд")
    await lead.presses("Подтвердить")
    lead.sees("Школа подтвердила рассказ ведущего")
    found = await (await talk.the(OneVisit))(await talk.actor(lead), visit)
    assert found.card.visit.minutes == 60
    talk.clock.advance(days=1)
    hours, _rows = await (await talk.the(HoursOfHost))(await talk.actor(host), PeriodKind.MONTH, THURSDAY.date())
    assert hours.of(HelpKind.VISIT) == (1, 60, 7)


async def test_what_did_not_take_place_is_told_without_numbers(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    await plans(talk, coordinator, await asks(talk, lead), host)
    await at(talk, THURSDAY + timedelta(hours=1))
    await host.presses("Рассказать, как прошло")
    await host.presses("Не состоялось")
    await host.sends("Замело дорогу.")
    host.sees("Не состоялось.", "Замело дорогу.")
    await at(talk, talk.clock.instant)
    lead.sees("Не состоялось.", "Замело дорогу.")
    async with talk.units.read() as work:
        assert not await work.visits.held(talk.where(region=YAKUTIA), THURSDAY, THURSDAY + timedelta(days=1))


async def test_a_curator_asks_for_her_school_and_a_teacher_asks_for_none(talk: Talk) -> None:
    await host_of(talk)
    teacher = await talk.grown_person(
        Role.TEACHER, "Момский", "СОШ № 1", subjects=["chemistry"], name="Вера Учительница"
    )
    await teacher.sends("/menu")
    teacher.does_not_see("Выезды")
    other = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Ольга Вторая")
    curator = await talk.grown_person(Role.SCHOOL_CURATOR, "Момский", name="Кира Кураторова")
    await curator.sends("/menu")
    curator.does_not_see("Выезды в школу")
    where, coordinator = talk.where("Момский", "СОШ № 1"), await coordinator_of(talk)
    assert where.school is not None
    wanted = Wanted(PairKind.SCHOOL, await talk.person_id(curator), where.school, "1", date(2026, 8, 1))
    await (await talk.the(AppointPair))(await talk.actor(coordinator), wanted)
    visit = await asks(talk, curator)
    await curator.sends("/menu")
    await curator.presses("Выезды в школу")
    curator.sees("1. Декабрь 2026: СОШ № 1, химия. Ждёт решения")
    for stranger in (teacher, other):
        with pytest.raises(NotFound):
            await (await talk.the(OneVisit))(await talk.actor(stranger), visit)
    await other.sends("/menu")
    await other.presses("Выезды в школу")
    other.sees("Здесь будут выездные консультации")


async def test_what_a_curator_asks_for_and_comes_to_herself_the_lead_is_told_of_and_confirms(talk: Talk) -> None:
    lead, coordinator = await lead_of(talk), await coordinator_of(talk)
    curator = await talk.grown_person(Role.SCHOOL_CURATOR, "Момский", subjects=["chemistry"], name="Кира Кураторова")
    where = talk.where("Момский", "СОШ № 1")
    assert where.school is not None
    wanted = Wanted(PairKind.SCHOOL, await talk.person_id(curator), where.school, "1", date(2026, 8, 1))
    await (await talk.the(AppointPair))(await talk.actor(coordinator), wanted)
    visit = await asks(talk, curator)
    await plans(talk, coordinator, visit, curator)
    await at(talk, NOON)
    told = [screen.text for screen in lead.screens if "Назначен выезд: СОШ № 1" in screen.text]
    assert len(told) == 1 and "Ведёт: Кира Кураторова" in told[0]
    await at(talk, THURSDAY + timedelta(hours=1))
    await curator.presses("Рассказать, как прошло")
    await curator.presses("Состоялось")
    await curator.sends("7")
    await curator.sends("Разобрали задание 34.")
    await at(talk, talk.clock.instant)
    lead.sees("Ведущий рассказал о выезде: СОШ № 1", "Разобрали задание 34.")
    await lead.presses("Открыть выезд")
    await lead.presses("Подтвердить")
    lead.sees("Школа подтвердила рассказ ведущего")


async def test_a_visit_that_is_planned_at_night_is_told_in_the_morning(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    visit = await asks(talk, lead)
    await at(talk, NIGHT)
    lead.looks_away()
    await plans(talk, coordinator, visit, host)
    await at(talk, NIGHT)
    lead.hears_nothing()
    await at(talk, NIGHT + timedelta(hours=8))
    lead.sees("Назначен выезд: СОШ № 1")


async def test_another_municipality_and_its_coordinator_see_nothing(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    visit = await plans(talk, coordinator, await asks(talk, lead), host)
    far = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Дальний Координатор")
    south = await talk.grown_person(Role.METHODIST, "Лабинский", subjects=["chemistry"], name="Южный Методист")
    await at(talk, NOON)
    for stranger in (far, south):
        stranger.hears_nothing()
        with pytest.raises(NotFound):
            await (await talk.the(OneVisit))(await talk.actor(stranger), visit)
        await stranger.sends("/menu")
        stranger.does_not_see("Ждёт моего решения (", "Мои выезды")
    with pytest.raises(NotFound):
        await (await talk.the(OneVisit))(await talk.actor(lead), VisitId(visit + 99))


async def test_who_asks_may_take_it_back(talk: Talk) -> None:
    await host_of(talk)
    lead, coordinator = await lead_of(talk), await coordinator_of(talk)
    await asks(talk, lead)
    await at(talk, NOON)
    asked = coordinator.last
    await lead.sends("/menu")
    for label in ("Выезды в школу", "1. Декабрь", "Отозвать просьбу", "Да, отозвать"):
        await lead.presses(label)
    lead.sees("Школа отозвала просьбу")
    await at(talk, NOON)
    assert "решения больше не ждёт" in asked.text
    await coordinator.sends("/menu")
    coordinator.does_not_see("Ждёт моего решения (")
    await keeps_the_clock_of(talk, coordinator, "Asia/Yakutsk")


async def test_a_reason_that_was_typed_outlives_a_correction_of_the_request(talk: Talk) -> None:
    await host_of(talk)
    lead, coordinator = await lead_of(talk), await coordinator_of(talk)
    visit = await asks(talk, lead)
    await at(talk, NOON)
    await coordinator.presses("Открыть выезд")
    await coordinator.presses("Не подтвердить")
    actor = await talk.actor(lead)
    found = await (await talk.the(OneVisit))(actor, visit)
    await (await talk.the(AskVisitAgain))(actor, visit, found.card.visit.wish)
    await coordinator.sends("В декабре нет дороги до школы")
    coordinator.sees("Эта просьба уже не ждёт решения, или её исправили", "Просьба ждёт решения")
    await coordinator.presses("Не подтвердить")
    coordinator.sees("Вы уже написали: В декабре нет дороги до школы")
    await coordinator.presses("Отправить эту причину")
    coordinator.sees("Не подтверждено: В декабре нет дороги до школы")


async def test_a_long_visit_on_a_day_off_is_planned_with_a_word_of_warning(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    visit = await asks(talk, lead)
    await at(talk, NOON)
    await coordinator.presses("Открыть выезд")
    for label in ("Назначить время", "Пётр Семёнович", re.compile("^11$")):
        await coordinator.presses(label)
    coordinator.does_not_see("выходной")
    await coordinator.presses("Назад")
    await coordinator.presses(re.compile("^12$"))
    coordinator.sees("По календарю школы это выходной или праздничный день")
    await coordinator.sends("9:00")
    coordinator.sees("до 8 часов")
    await coordinator.sends("8 часов")
    await coordinator.presses("Назначить")
    found = await (await talk.the(OneVisit))(await talk.actor(host), visit)
    assert found.card.visit.minutes == 480


async def test_of_many_visits_of_today_the_menu_says_how_many_more_there_are(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    for number in range(4):
        await plans(talk, coordinator, await asks(talk, lead), host, THURSDAY + timedelta(hours=2 * number))
    talk.clock.instant = THURSDAY - timedelta(hours=1)
    await host.sends("/menu")
    host.sees("Ещё выездов сегодня: 1.")
    assert "waiting" in {name for name, _ in commands_of(await talk.actor(host))}
