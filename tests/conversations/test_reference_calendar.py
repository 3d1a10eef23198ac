"""«Календарь»: weeks, days off and days worked, each level by those who may."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from shnor_domain.identity import Role
from shnor_domain.territories.calendar import Week
from shnor_domain.territories.use_cases.settings import SetMethodistDay
from shnor_domain.territories.use_cases.subjects import FillReference
from tests.support.conversation import Person
from tests.support.neighbours import CANARY, REGION, Neighbours, neighbours

FRIDAY = date(2026, 12, 4)


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        await FillReference(made.talk.units.write)()
        yield made


async def open_reference(person: Person, *labels: str) -> None:
    await person.opens("Справочники")
    for label in labels:
        await person.presses(label)


async def rows(here: Neighbours, municipality: str | None = None, region: str | None = None) -> dict[date, Week]:
    """Days off of exactly this level."""
    where = here.talk.where(municipality, region=region)
    async with here.talk.units.read() as work:
        return {row.day: row.week for row in await work.calendars.days_off(where.region, where.municipality)}


async def works(here: Neighbours, municipality: str, day: date) -> bool:
    unit = here.talk.where(municipality).municipality
    assert unit is not None
    async with here.talk.units.read() as work:
        return (await work.calendars.calendar(unit)).is_working(day)


async def test_a_coordinator_lands_in_her_own_calendar_and_reads_all_levels(here: Neighbours) -> None:
    put = await here.talk.the(SetMethodistDay)
    regional = await here.talk.actor(here.regional)
    await put(regional, here.talk.where(region=REGION), 3, "приказ")
    await open_reference(here.coordinator, "Календарь")
    here.coordinator.sees(
        "Календарь: Лабинский, Краснодарский край",
        "Неделя пятидневная: выходные суббота и воскресенье",
        "Методический день методистов: четверг, как во всём регионе",
        "чт 31 декабря: Выходной (перенесено с 04.01.2026) · страна, производственный календарь",
        "пт 1 января 2027 – ср 6 января 2027: Новогодние каникулы · страна, производственный календарь",
    )
    here.coordinator.does_not_see("не загружен", "Вся страна", "Загрузить календарь", "Убрать свой")
    assert "1 из 3" in here.coordinator.buttons
    await here.coordinator.presses("›")
    await here.coordinator.presses("›")
    here.coordinator.sees("пт 31 декабря 2027")


async def test_the_week_is_changed_and_changed_back(here: Neighbours) -> None:
    coordinator, saturday = here.coordinator, date(2026, 12, 5)
    await open_reference(coordinator, "Календарь")
    five = replace(coordinator.last, rows=list(coordinator.last.rows))
    await coordinator.presses("Сделать шестидневной")
    coordinator.sees("Готово. Неделя теперь шестидневная: суббота рабочая.", "Неделя шестидневная: выходной только")
    assert await works(here, "Лабинский", saturday)
    await coordinator.presses_old(five, "Сделать шестидневной")
    assert await works(here, "Лабинский", saturday), "a second tap changes nothing"
    await coordinator.presses("Сделать пятидневной")
    coordinator.sees("Готово. Неделя теперь пятидневная.")
    assert not await works(here, "Лабинский", saturday)
    hers = await here.talk.person_id(coordinator)
    assert (await here.audited())[-3:] == [("week:6", hers), ("week:6", hers), ("week:5", hers)]


async def test_an_own_day_off_is_added_by_calendar_and_word_and_taken_out_again(here: Neighbours) -> None:
    coordinator = here.coordinator
    await open_reference(coordinator, "Календарь", "Добавить день")
    coordinator.sees("Какой день добавить?", "Лабинский")
    await coordinator.presses("декабрь ›")
    await coordinator.presses("4")
    coordinator.sees("Пт 4 декабря, выходной\nКалендарь: Лабинский", "Что это за день?")
    await coordinator.sends_photo("день района")
    coordinator.sees("Здесь нужен текст")
    await coordinator.sends("ж" * 5000)
    coordinator.sees("а можно не больше 100")
    await coordinator.sends("День <b>района</b> & округа")
    coordinator.sees(
        "Готово. Пт 4 декабря: День <b>района</b> & округа, выходной.",
        "пт 4 декабря: День <b>района</b> & округа · свой, внесено в боте 30.11.2026",
    )
    assert await rows(here, "Лабинский") == {FRIDAY: Week.ALL}
    assert not await works(here, "Лабинский", FRIDAY) and await works(here, "Момский", FRIDAY)
    await coordinator.presses("Убрать свой день (1)")
    await coordinator.presses("Пт 4 декабря")
    coordinator.sees("Убрать этот день?", "Дальше он будет считаться по обычной неделе.")
    sure = replace(coordinator.last, rows=list(coordinator.last.rows))
    assert await rows(here, "Лабинский") == {FRIDAY: Week.ALL}, "it asks once more"
    await coordinator.presses("Да, убрать")
    coordinator.sees("Готово. Пт 4 декабря больше не отмечен в этом календаре.")
    coordinator.does_not_see("Убрать свой день")
    assert await rows(here, "Лабинский") == {} and await works(here, "Лабинский", FRIDAY)
    await coordinator.presses_old(sure, "Да, убрать")
    assert await rows(here, "Лабинский") == {}
    assert [line[0] for line in await here.audited()][-2:] == ["day-off:put:2026-12-04", "day-off:drop:2026-12-04"]


async def test_a_weekend_may_be_worked(here: Neighbours) -> None:
    coordinator = here.coordinator
    await open_reference(coordinator, "Календарь", "Добавить день", "декабрь ›", "5")
    coordinator.sees("Сб 5 декабря. Какой это день?")
    assert coordinator.buttons[:2] == ["Выходной", "Рабочий день"]
    await coordinator.presses("Рабочий день")
    await coordinator.sends("За 31 декабря")
    coordinator.sees("сб 5 декабря: За 31 декабря, рабочий день · свой")
    assert await works(here, "Лабинский", date(2026, 12, 5))


async def test_what_two_coordinators_do_at_once_is_answered_truly(here: Neighbours) -> None:
    second = await here.talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Вторая Районова")
    await open_reference(here.coordinator, "Календарь", "Добавить день", "декабрь ›")
    picker = replace(here.coordinator.last, rows=list(here.coordinator.last.rows))
    await here.coordinator.presses("4")
    await here.coordinator.sends("День района")
    for person in (here.coordinator, second):
        await open_reference(person, "Календарь", "Убрать свой день (1)", "Пт 4 декабря")
    await second.presses("Да, убрать")
    await here.coordinator.presses("Да, убрать")
    here.coordinator.sees("Пока вы смотрели, здесь всё изменилось", "Внесённых здесь дней больше нет.")
    await here.coordinator.sends_photo()
    here.coordinator.sees("Здесь нужно выбрать")
    await here.coordinator.presses_old(picker, "4")
    assert await rows(here, "Лабинский") == {}


async def test_a_region_keeps_days_of_its_own_and_opens_those_of_its_municipalities(here: Neighbours) -> None:
    regional = here.regional
    await open_reference(regional, "Календарь")
    regional.sees("Чей календарь?")
    assert "Вся страна" not in regional.buttons and "Момский" not in regional.buttons
    await regional.sends("лабинск")
    assert "Лабинский" in regional.buttons
    await regional.sends("Хонуу")
    regional.sees("«Хонуу» среди ваших районов нет")
    await regional.presses("Весь регион: Краснодарский край")
    regional.sees("Календарь: Краснодарский край")
    regional.does_not_see("Неделя")
    await regional.presses("Добавить день")
    await regional.presses("декабрь ›")
    await regional.presses("4")
    await regional.presses("Выходной при пятидневке")
    await regional.sends("День края")
    regional.sees("пт 4 декабря: День края, только при пятидневке · регион")
    assert await rows(here, region=REGION) == {FRIDAY: Week.FIVE_DAY}
    assert not await works(here, "Лабинский", FRIDAY)
    await regional.presses("Назад")
    await regional.presses("Лабинский")
    regional.sees("Календарь: Лабинский", "День края")
    await regional.presses("Назад")
    regional.sees("Чей календарь?")


async def test_a_day_of_the_region_taken_out_stays_out(here: Neighbours) -> None:
    talk = here.talk
    yakutia = await talk.grown_person(Role.REGIONAL_COORDINATOR, region="Республика Саха (Якутия)", name="Сардаана")
    await open_reference(yakutia, "Календарь", "Весь регион: Республика Саха")
    yakutia.sees("Календарь: Республика Саха (Якутия)")
    await yakutia.presses("Убрать день региона (2)")
    await yakutia.presses("Вт 27 апреля 2027")
    await yakutia.presses("Да, убрать")
    yakutia.sees("больше не отмечен")
    assert await FillReference(talk.units.write)() == 0
    assert await works(here, "Момский", date(2027, 4, 27)) and not await works(here, "Момский", date(2027, 6, 21))


async def test_others_reach_no_calendar_by_any_button(here: Neighbours) -> None:
    await open_reference(here.coordinator, "Календарь")
    sheet = replace(here.coordinator.last, rows=list(here.coordinator.last.rows))
    before = await here.audited()
    for person in (here.teacher, here.lead, here.stranger, here.foreign):
        await person.sends("/menu")
        if person is not here.foreign:
            assert "Справочники" not in await person.offers()
        for label in ("Сделать шестидневной", "Добавить день", "Методический день"):
            await person.presses_old(replace(sheet, chat=person.chat), label)
        assert "Лабинский" not in here.everything_shown_to(person)
        assert CANARY not in here.everything_shown_to(here.coordinator)
    assert await here.audited() == before
    assert not await works(here, "Лабинский", date(2026, 12, 5))


async def test_a_window_left_open_changes_nothing_once_the_right_is_gone(here: Neighbours) -> None:
    coordinator = here.coordinator
    await open_reference(coordinator, "Календарь", "Добавить день", "декабрь ›", "4")
    here.talk.clock.advance(days=1)
    async with here.talk.units.write() as work:
        for place in await work.places.of(await here.talk.person_id(coordinator)):
            await work.places.end(place.place.id, date(2026, 11, 30))
    await coordinator.sends("День района")
    coordinator.sees("недоступно")
    assert await rows(here, "Лабинский") == {}
