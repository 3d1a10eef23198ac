"""«Методический день» and «Дни предметов»: picked by a tap, taken back by another."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from shnor_domain.identity import Role
from shnor_domain.territories.settings import MethodistDay
from shnor_domain.territories.use_cases.settings import SetMethodistDay
from tests.support.conversation import Person
from tests.support.neighbours import REGION, Neighbours, neighbours


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def open_reference(person: Person, *labels: str) -> None:
    await person.opens("Справочники")
    for label in labels:
        await person.presses(label)


async def methodists(here: Neighbours) -> dict[bool, MethodistDay]:
    """The region's day under True, its only municipality's under False."""
    region = here.talk.where(region=REGION).region
    assert region is not None
    async with here.talk.units.read() as work:
        return {day.municipality is None: day for day in await work.calendars.methodist_days(region)}


async def subject_days(here: Neighbours) -> dict[str, tuple[int, str]]:
    region = here.talk.where(region=REGION).region
    assert region is not None
    async with here.talk.units.read() as work:
        return {day.subject: (day.weekday, day.source) for day in await work.calendars.subject_days(region)}


async def test_a_municipality_has_its_own_day_until_it_takes_it_back(here: Neighbours) -> None:
    regional, coordinator = here.regional, here.coordinator
    await open_reference(regional, "Методический день", "Весь регион: Краснодарский край")
    regional.sees("Методический день методистов: Краснодарский край", "Сейчас не назначен")
    assert "Убрать день" not in regional.buttons
    await regional.presses("Четверг")
    regional.sees("Готово. Методический день теперь: четверг.", "Сейчас: четверг, внесено в боте 30.11.2026.")
    await open_reference(coordinator, "Методический день")
    coordinator.sees("Лабинский", "Сейчас: четверг, как во всём регионе (внесено в боте 30.11.2026)")
    assert "Убрать день" not in coordinator.buttons
    await coordinator.presses("Пятница")
    coordinator.sees("Готово. Методический день теперь: пятница.", "Сейчас: пятница, внесено в боте")
    found = await methodists(here)
    assert (found[True].weekday, found[False].weekday) == (3, 4)
    await open_reference(regional, "Методический день")
    regional.sees("Где своего дня нет, действует день региона")
    await coordinator.presses("Убрать день")
    coordinator.sees("Своего методического дня здесь больше нет", "Сейчас: четверг, как во всём регионе")
    assert set(await methodists(here)) == {True}
    hers = await here.talk.person_id(coordinator)
    assert (await here.audited())[-2:] == [("methodist-day:4", hers), ("methodist-day:None", hers)]


async def test_the_list_tells_which_day_each_territory_has(here: Neighbours) -> None:
    actor, put = await here.talk.actor(here.regional), await here.talk.the(SetMethodistDay)
    await put(actor, here.talk.where(region=REGION), 3)
    await put(actor, here.talk.where("Лабинский"), 4)
    await open_reference(here.regional, "Методический день")
    assert "Весь регион: Краснодарский край · четверг" in here.regional.buttons
    await here.regional.sends("Лабинский")
    assert "Лабинский · пятница" in here.regional.buttons


async def test_a_new_weekday_keeps_from_when_until_when_it_holds(here: Neighbours) -> None:
    actor, put = await here.talk.actor(here.coordinator), await here.talk.the(SetMethodistDay)
    await put(actor, here.talk.where("Лабинский"), 1, "приказ", date(2026, 9, 1), date(2027, 5, 31))
    await open_reference(here.coordinator, "Методический день", "Среда")
    found = (await methodists(here))[False]
    assert (found.weekday, found.starts, found.ends) == (2, date(2026, 9, 1), date(2027, 5, 31))


async def test_an_old_button_takes_back_no_day_that_is_not_there(here: Neighbours) -> None:
    await open_reference(here.coordinator, "Методический день", "Пятница")
    old = replace(here.coordinator.last, rows=list(here.coordinator.last.rows))
    await here.coordinator.presses("Убрать день")
    lines = len(await here.audited())
    await here.coordinator.presses_old(old, "Убрать день")
    here.coordinator.sees("Пока вы смотрели, здесь всё изменилось", "Сейчас не назначен")
    assert len(await here.audited()) == lines


async def test_a_subject_gets_its_day_in_the_region_and_loses_it(here: Neighbours) -> None:
    regional = here.regional
    await open_reference(regional, "Дни предметов")
    regional.sees("Дни предметов: Краснодарский край")
    await regional.presses("Химия · нет")
    regional.sees("Химия: Краснодарский край", "Сейчас дня нет.")
    await regional.sends("в понедельник")
    regional.sees("Здесь нужно выбрать")
    await regional.presses("Понедельник")
    regional.sees("Готово. Химия: понедельник.")
    assert "Химия · понедельник" in regional.buttons
    assert await subject_days(here) == {"chemistry": (0, "внесено в боте 30.11.2026")}
    await regional.presses("Химия · понедельник")
    await regional.presses("Убрать день")
    regional.sees("Готово. Химия: дня больше нет.")
    assert await subject_days(here) == {}
    assert [line[0] for line in await here.audited()][-2:] == ["subject-day:0", "subject-day:None"]


async def test_an_admin_first_chooses_a_region(here: Neighbours) -> None:
    admin = await here.talk.grown_person(Role.ADMIN, name="Адель Админова")
    await open_reference(admin, "Дни предметов")
    admin.sees("Какой регион?")
    await admin.presses(REGION)
    admin.sees(f"Дни предметов: {REGION}")
    await admin.presses("Назад")
    admin.sees("Какой регион?")


async def test_days_of_subjects_are_no_business_of_a_municipality(here: Neighbours) -> None:
    await open_reference(here.coordinator)
    assert not {"Дни предметов", "Предметы"} & set(here.coordinator.buttons)
    await open_reference(here.regional, "Дни предметов")
    old = replace(here.regional.last, rows=list(here.regional.last.rows))
    for person in (here.coordinator, here.foreign, here.teacher, here.stranger):
        await person.sends("/menu")
        await person.presses_old(replace(old, chat=person.chat), "Химия · нет")
    assert await subject_days(here) == {}


async def test_help_says_where_reference_data_are_changed_to_those_who_may(here: Neighbours) -> None:
    for person in (here.coordinator, here.regional):
        await person.sends("/help")
        person.sees("«Справочники»")
    for person in (here.teacher, here.lead, here.stranger):
        await person.sends("/help")
        person.does_not_see("Справочники")
