"""Days that go another way: «актированный день», the methodists' day on the road, the day of a subject, holidays."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.consultations.model import Audience, Format, SlotId
from shnor_domain.identity import Role, SubjectId
from shnor_domain.territories.calendar import DayOff, Week
from shnor_domain.territories.settings import MethodistDay, SubjectDay
from shnor_domain.territories.use_cases.called_off import CallOffDay
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA, books, keeps_the_clock_of, methodist_of, publishes, teacher_of_honuu
from tests.support.queueing import waits

MORNING = datetime(2026, 11, 29, 21, 0, tzinfo=UTC)
"""Monday, 8:00 in Хонуу, 6:00 in Якутск."""
TODAY = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 30)
CHEMISTRY = SubjectId("chemistry")


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(MORNING - timedelta(days=2))) as talk:
        yield talk


async def host_there(talk: Talk) -> Person:
    """A methodist of the very ulus."""
    person = await talk.grown_person(Role.METHODIST, "Момский", subjects=["chemistry"], name="Пётр Семёнович")
    await keeps_the_clock_of(talk, person, "Asia/Srednekolymsk")
    return person


async def on_site(talk: Talk, host: Person, **changes: object) -> SlotId:
    usual: dict[str, object] = {
        "format": Format.ON_SITE,
        "link": None,
        "venue": "Хонуу, школа, кабинет 5",
        "open_to": talk.where("Момский"),
    }
    return await publishes(talk, host, **(usual | changes))


async def coordinator(talk: Talk) -> Person:
    return await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")


async def declares(hers: Person) -> None:
    await hers.opens("Актированный день", "Сегодня, пн 30 ноября", "Мороз", "Объявить")


async def morning(talk: Talk, *people: Person) -> None:
    await talk.deliver()
    talk.clock.instant = MORNING
    await talk.deliver()
    for person in people:
        person.looks_away()


async def test_on_site_falls_at_once_and_the_coordinator_reads_it_before(talk: Talk) -> None:
    host, teacher, hers = await host_there(talk), await teacher_of_honuu(talk), await coordinator(talk)
    await books(talk, teacher, await on_site(talk, host), "задание 34", TODAY)
    await morning(talk, host, teacher)
    await hers.opens("Актированный день", "Сегодня, пн 30 ноября", "Мороз")
    hers.sees("Отменится 1 очная консультация (записан 1 человек, сообщу сразу).")
    await talk.deliver()
    teacher.hears_nothing()
    await hers.presses("Объявить")
    await talk.deliver()
    teacher.sees("Консультация не состоится: актированный день\nХимия, Пётр Семёнович")
    host.sees("Актированный день: ваша очная встреча отменена")
    await teacher.sends("/my")
    teacher.does_not_see("кабинет 5")


async def test_the_word_goes_in_the_night_too(talk: Talk) -> None:
    host, teacher, hers = await host_there(talk), await teacher_of_honuu(talk), await coordinator(talk)
    await books(talk, teacher, await on_site(talk, host), None, TODAY)
    await talk.deliver()
    teacher.looks_away()
    talk.clock.instant = MORNING - timedelta(hours=3)
    await declares(hers)
    await talk.deliver()
    teacher.sees("Консультация не состоится: актированный день")


async def test_online_stays_and_its_host_is_asked(talk: Talk) -> None:
    host, teacher, hers = await host_there(talk), await teacher_of_honuu(talk), await coordinator(talk)
    await books(talk, teacher, await publishes(talk, host, open_to=talk.where("Момский")), None, TODAY)
    await morning(talk, host, teacher)
    await declares(hers)
    await talk.deliver()
    teacher.hears_nothing()
    host.sees("Актированный день: понедельник, 30 ноября. Встреча состоится?\nХимия, онлайн")
    notice = host.last
    await host.presses("Состоится")
    host.sees("Хорошо, встреча остаётся как есть.", "Айталина Петровна")
    await host.presses_old(notice, "Отменить")
    host.sees("Отменяем встречу?", "Айталина Петровна")
    await host.presses("Да, отменить встречу")
    await talk.deliver()
    teacher.sees("Консультация не состоится")


async def test_a_day_called_off_far_ahead_is_told_in_the_morning_and_to_the_queue_in_its_own_words(talk: Talk) -> None:
    host, teacher, hers = await host_there(talk), await teacher_of_honuu(talk), await coordinator(talk)
    second = await teacher_of_honuu(talk, "Вера Ивановна")
    slot, there = await on_site(talk, host, capacity=1), TODAY + timedelta(days=7)
    await books(talk, teacher, slot, None, there)
    await waits(talk, second, slot, None, there)
    await morning(talk, host, teacher, second)
    talk.clock.instant = MORNING - timedelta(hours=3)
    call_off = await talk.the(CallOffDay)
    where = talk.where("Момский").municipality
    assert where is not None
    await call_off(await talk.actor(hers), where, date(2026, 12, 7), "Мороз")
    await talk.deliver()
    for person in (host, teacher, second):
        person.hears_nothing()
    talk.clock.instant = MORNING
    await talk.deliver()
    teacher.sees("Консультация не состоится: актированный день")
    host.sees("Актированный день: ваша очная встреча отменена")
    second.sees("День актированный. Можно выбрать другое время.")
    second.does_not_see("Ведущему пришлось")


async def test_undone_the_same_day_it_comes_back_to_who_is_free(talk: Talk) -> None:
    host, teacher, hers = await host_there(talk), await teacher_of_honuu(talk), await coordinator(talk)
    busy = await teacher_of_honuu(talk, "Вера Ивановна")
    slot = await on_site(talk, host)
    for each in (teacher, busy):
        await books(talk, each, slot, "задание 34", TODAY)
    other = await methodist_of(talk, "biology", name="Марфа Ильинична")
    elsewhere = await publishes(talk, other, subject=SubjectId("biology"))
    await morning(talk, host, teacher, busy)
    await declares(hers)
    await talk.deliver()
    await books(talk, busy, elsewhere, None, TODAY)
    for each in (host, teacher, busy):
        each.looks_away()
    for label in ("Отменить: пн 30 ноября", "Да, отменить"):
        await hers.presses(label)
    await talk.deliver()
    teacher.sees("Консультация всё-таки состоится", "ваша запись снова действует")
    busy.sees("Консультация всё-таки состоится, но без вас")
    host.sees("Актированный день отменили: ваша очная встреча состоится")
    await host.presses("Открыть встречу")
    host.sees("Записано: 1 из 5", "Айталина Петровна", "задание 34")
    talk.clock.instant = TODAY - timedelta(hours=1)
    await talk.deliver()
    teacher.sees("Хонуу, школа, кабинет 5")


async def test_undone_who_has_chosen_another_time_of_the_host_keeps_that_one(talk: Talk) -> None:
    host, teacher, hers = await host_there(talk), await teacher_of_honuu(talk), await coordinator(talk)
    slot, other = await on_site(talk, host), await on_site(talk, host, weekday=1)
    await books(talk, teacher, slot, "задание 34", TODAY)
    await morning(talk, host, teacher)
    await declares(hers)
    await talk.deliver()
    await books(talk, teacher, other, None, TODAY + timedelta(days=1))
    for each in (host, teacher):
        each.looks_away()
    for label in ("Отменить: пн 30 ноября", "Да, отменить"):
        await hers.presses(label)
    await talk.deliver()
    teacher.sees("Консультация всё-таки состоится, но без вас", "вы уже записаны к этому ведущему на другое время")
    await host.presses("Открыть встречу")
    host.sees("Пока никто не записан, мест 5")


async def test_another_municipality_is_not_touched(talk: Talk) -> None:
    host, teacher, hers = await methodist_of(talk), await teacher_of_honuu(talk), await coordinator(talk)
    await books(talk, teacher, await on_site(talk, host, open_to=talk.where(region=YAKUTIA)), None, TODAY)
    await morning(talk, host, teacher)
    await declares(hers)
    await talk.deliver()
    teacher.hears_nothing()
    host.hears_nothing()


async def test_the_day_on_the_road_closes_the_online_desk_of_methodists_alone(talk: Talk) -> None:
    host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, None, TODAY)
    region = talk.where(region=YAKUTIA).region
    assert region is not None
    async with talk.units.write() as work:
        await work.calendars.set_methodist_day(MethodistDay(region, None, 0, "план института"))
    await host.sends("/schedule")
    # who is booked already keeps the meeting
    assert [label for label in host.buttons if "из 5" in label] == ["Пн 30 ноября 15:00 · 1 из 5 · химия"]
    await host.presses("Моё время (1)")
    await host.presses("Понедельник")
    host.sees("встреч нет: пн 7 декабря")
    phone = await publishes(talk, host, format=Format.PHONE, link=None, venue="+7 4112 000000")
    async with talk.units.read() as work:
        exceptions = await work.slots.exceptions([slot, phone])
    assert date(2026, 12, 7) in exceptions[slot].holidays and exceptions[phone].holidays.isdisjoint({date(2026, 12, 7)})


async def test_the_wizard_offers_the_day_of_the_subject_and_warns_of_the_day_on_the_road(talk: Talk) -> None:
    host = await methodist_of(talk, "chemistry", "physics")
    region = talk.where(region=YAKUTIA).region
    assert region is not None
    async with talk.units.write() as work:
        await work.calendars.set_subject_day(SubjectDay(region, CHEMISTRY, 2, "план региона"))
        await work.calendars.set_methodist_day(MethodistDay(region, None, 4, "план института"))
    await host.sends("/schedule")
    await host.presses("Добавить время")
    await host.presses("Химия")
    host.sees("Методический день учителей этого предмета: среда.", "День выездов методистов: пятница.")
    await host.presses("Среда, день предмета")
    host.sees("Во сколько начинаем?")
    await host.presses("Назад")
    await host.presses("Назад")
    await host.presses("Физика")
    host.does_not_see("Методический день учителей")


async def test_a_holiday_named_later_leaves_the_booked_their_meeting(talk: Talk) -> None:
    host, teacher = await host_there(talk), await teacher_of_honuu(talk)
    slot = await publishes(talk, host, open_to=talk.where("Момский"), audience=Audience.TEACHERS)
    await books(talk, teacher, slot, None, TODAY + timedelta(days=7))
    where = talk.where("Момский")
    async with talk.units.write() as work:
        for day in (7, 14):
            row = DayOff(date(2026, 12, day), Week.ALL, "день улуса", "приказ", where.region, where.municipality)
            await work.calendars.put_day_off(row)
    await host.sends("/schedule")
    booked = [label for label in host.buttons if "1 из 5" in label]
    assert len(booked) == 1 and "7 декабря" in booked[0]
    assert not any("14 декабря" in label for label in host.buttons)
    await talk.deliver()
    teacher.hears_nothing()
