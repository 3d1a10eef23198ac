"""A year without an official calendar is said aloud, and loaded by an administrator."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from shnor_domain.identity import Role, Territory
from shnor_domain.territories.calendar import Week
from shnor_domain.territories.use_cases.settings import SetDayOff
from shnor_domain.territories.use_cases.subjects import FillReference
from tests.support.conversation import Person
from tests.support.neighbours import Neighbours, neighbours

LATE_SEPTEMBER, OCTOBER = 304, 305
"""Days from the tests' Monday to 30 September and 1 October 2027."""


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        await FillReference(made.talk.units.write)()
        yield made


@pytest.fixture
async def admin(here: Neighbours) -> Person:
    return await here.talk.grown_person(Role.ADMIN, name="Адель Админова")


async def federal(here: Neighbours, year: int) -> dict[date, tuple[Week, str]]:
    async with here.talk.units.read() as work:
        rows = await work.calendars.days_off()
    return {row.day: (row.week, row.source) for row in rows if row.day.year == year}


async def test_the_region_and_the_admin_are_told_of_next_year_from_october(here: Neighbours, admin: Person) -> None:
    here.talk.clock.advance(days=LATE_SEPTEMBER)
    for person in (here.regional, admin):
        await person.sends("/menu")
        person.does_not_see("Производственный календарь")
    here.talk.clock.advance(days=1)
    await here.regional.sends("/menu")
    here.regional.sees(
        "Производственный календарь на 2028 год не загружен: пока считаются только выходные недели. "
        "Загружает его администратор бота, напишите ему."
    )
    await admin.sends("/menu")
    admin.sees("Производственный календарь на 2028 год не загружен", "«Календарь», «Вся страна»")
    for person in (here.coordinator, here.teacher, here.lead, here.stranger):
        await person.sends("/menu")
        person.does_not_see("Производственный календарь")
    await here.coordinator.opens("Справочники")
    await here.coordinator.presses("Календарь")
    here.coordinator.sees("Производственный календарь на 2028 год не загружен", "Свои дни можно внести и сейчас")
    assert not [label for label in here.coordinator.buttons if "2028" in label]


async def test_an_admin_sees_what_a_year_would_add_and_writes_it(here: Neighbours, admin: Person) -> None:
    here.talk.clock.advance(days=OCTOBER)
    await admin.opens("Справочники")
    await admin.presses("Календарь")
    admin.sees("Производственный календарь на 2028 год не загружен", "Чей календарь?")
    await admin.presses("Вся страна")
    admin.sees("Календарь: вся страна")
    assert {"Загрузить календарь на 2028", "Сверить календарь на 2027"} <= set(admin.buttons)
    await admin.presses("Загрузить календарь на 2028")
    admin.sees(
        "Будет добавлено дней: 14",
        "сб 1 января 2028 – чт 6 января 2028: Новогодние каникулы · страна, пакет holidays",
        "Переносов выходных на 2028 год в этом источнике ещё нет",
    )
    await admin.presses("›")
    admin.sees("сб 4 ноября 2028: День народного единства")
    assert await federal(here, 2028) == {}, "nothing is written before she says so"
    preview = replace(admin.last, rows=list(admin.last.rows))
    await admin.presses("Записать")
    admin.sees("Производственный календарь на 2028 год загружен", "Добавлено дней: 14")
    assert set((await federal(here, 2028)).values()) == {(Week.ALL, "пакет holidays")}
    await admin.presses_old(preview, "Записать")
    assert len(await federal(here, 2028)) == 14
    assert ("federal-year:14", await here.talk.person_id(admin)) in await here.audited()
    for person in (here.regional, admin):
        await person.sends("/menu")
        person.does_not_see("Производственный календарь")


async def test_a_loaded_year_is_compared_and_has_nothing_new(here: Neighbours, admin: Person) -> None:
    await admin.opens("Справочники")
    await admin.presses("Календарь")
    await admin.presses("Вся страна")
    await admin.presses("Сверить календарь на 2027")
    admin.sees("Всё, что известно источнику, в календаре уже есть.")
    admin.does_not_see("Переносов выходных")
    assert "Записать" not in admin.buttons
    await admin.presses("Назад")
    admin.sees("Календарь: вся страна")


async def test_what_was_set_by_hand_is_not_overwritten(here: Neighbours, admin: Person) -> None:
    here.talk.clock.advance(days=OCTOBER)
    put, who = await here.talk.the(SetDayOff), await here.talk.actor(admin)
    await put(who, Territory(), date(2028, 1, 1), "Свой Новый год", "от руки", Week.FIVE_DAY)
    await admin.sends("/menu")
    admin.does_not_see("2028")  # the table has a row of that year
    await admin.opens("Справочники")
    await admin.presses("Календарь")
    await admin.presses("Вся страна")
    await admin.presses("Сверить календарь на 2028")
    admin.sees("Будет добавлено дней: 13")
    await admin.presses("Записать")
    assert (await federal(here, 2028))[date(2028, 1, 1)] == (Week.FIVE_DAY, "от руки")


async def test_two_admins_write_a_year_once(here: Neighbours, admin: Person) -> None:
    second = await here.talk.grown_person(Role.ADMIN, name="Вторая Админова")
    here.talk.clock.advance(days=OCTOBER)
    for person in (admin, second):
        await person.opens("Справочники", "Календарь", "Вся страна", "Загрузить календарь на 2028")
    await admin.presses("Записать")
    await second.presses("Записать")
    second.sees("Пока вы смотрели, здесь всё изменилось", "в календаре уже есть")
    assert [line[0] for line in await here.audited()].count("federal-year:14") == 1


async def test_an_admin_enters_a_carried_day_of_the_country_by_hand(here: Neighbours, admin: Person) -> None:
    await admin.opens("Справочники", "Календарь", "Вся страна", "Добавить день", "декабрь ›", "4")
    await admin.presses("Выходной при пятидневке")
    await admin.sends("Выходной (перенесено с 05.12.2026)")
    admin.sees("пт 4 декабря: Выходной (перенесено с 05.12.2026), только при пятидневке · страна, внесено в боте")
    assert (await federal(here, 2026))[date(2026, 12, 4)][0] is Week.FIVE_DAY


async def test_a_regional_coordinator_cannot_load_by_the_admins_button(here: Neighbours, admin: Person) -> None:
    here.talk.clock.advance(days=OCTOBER)
    await admin.opens("Справочники", "Календарь", "Вся страна")
    sheet = replace(admin.last, rows=list(admin.last.rows))
    await admin.presses("Загрузить календарь на 2028")
    preview = replace(admin.last, rows=list(admin.last.rows))
    for person in (here.regional, here.coordinator, here.stranger):
        await person.sends("/menu")
        await person.presses_old(replace(sheet, chat=person.chat), "Загрузить календарь на 2028")
        await person.presses_old(replace(preview, chat=person.chat), "Записать")
    assert await federal(here, 2028) == {}
