"""Schools changed from the chat: one at a time, from the card or from «Справочники»; nobody else's."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from shnor_domain.identity import Role
from shnor_domain.territories.model import School, SchoolState, SchoolStatus, SchoolYear, Status
from tests.support.conversation import Person
from tests.support.neighbours import REGION, Neighbours, neighbours
from tests.support.screens import Screen


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def open_school(person: Person, name: str = "СОШ № 6, Лабинск") -> None:
    """From /schools to what may be changed."""
    await person.sends("/schools")
    await person.presses(name)
    await person.presses("Изменить школу")


async def stored(here: Neighbours, number: int) -> School:
    unit = here.talk.where("Лабинский").municipality
    async with here.talk.units.read() as work:
        return next(one for one in await work.schools.within(None, unit) if one.number == number)


async def statuses(here: Neighbours, number: int) -> list[SchoolStatus]:
    school = await stored(here, number)
    async with here.talk.units.read() as work:
        return list(await work.schools.statuses([school.id]))


async def logged(here: Neighbours) -> list[str]:
    return [line[0] for line in await here.audited() if line[0].startswith(("school:", "status:"))]


def copy(screen: Screen) -> Screen:
    return replace(screen, rows=list(screen.rows))


async def test_a_school_is_renamed_and_found_by_both_names(here: Neighbours) -> None:
    coordinator = here.coordinator
    await open_school(coordinator)
    coordinator.sees("СОШ № 6\nЛабинский", "Село или город: Лабинск", "Официальный номер: не указано")
    await coordinator.presses("Переименовать")
    await coordinator.sends("СОШ № 5")
    coordinator.sees("Так уже называется другая школа", "Как школа называется теперь?")
    await coordinator.sends("Гимназия № 6 <b>&_*[")
    coordinator.sees(
        "Школа теперь называется так: Гимназия № 6 <b>&_*[. По названию «СОШ № 6» её тоже находят.",
        "Другие названия: СОШ № 6",
    )
    await coordinator.presses("К школе")
    coordinator.sees("Гимназия № 6 <b>&_*[, Лабинск")
    await coordinator.presses("К списку школ")
    await coordinator.sends("сош 6")
    coordinator.sees("Гимназия № 6")
    assert await logged(here) == ["school:rename"]


async def test_village_number_and_spellings_are_corrected(here: Neighbours) -> None:
    coordinator = here.coordinator
    await open_school(coordinator)
    await coordinator.presses("Официальный номер")
    assert "Без номера" not in coordinator.buttons
    await coordinator.sends("9" * 41)
    coordinator.sees("а можно не больше 40")
    await coordinator.sends("23-0006")
    coordinator.sees("Готово. Официальный номер: 23-0006.", "Официальный номер: 23-0006")
    await coordinator.presses("Село или город")
    await coordinator.sends("станица Упорная")
    coordinator.sees("Готово. Село или город: станица Упорная.")
    await coordinator.presses("Официальный номер")
    await coordinator.presses("Без номера")
    coordinator.sees("Готово. Официальный номер: не указано.")
    await coordinator.presses("Другие названия")
    coordinator.sees("Других названий пока нет")
    await coordinator.sends("Школа у реки")
    coordinator.sees("«Школа у реки» теперь тоже значит: СОШ № 6")
    await coordinator.presses("Школа у реки")
    coordinator.sees("Убрать название «Школа у реки»?")
    sure = copy(coordinator.last)
    await coordinator.presses("Да, убрать")
    coordinator.sees("больше не находят: СОШ № 6")
    await coordinator.presses_old(sure, "Да, убрать")
    found = await stored(here, 6)
    assert (found.code, found.settlement, found.aliases) == (None, "станица Упорная", ())
    assert await logged(here) == [
        "school:code",
        "school:place",
        "school:code",
        "school:spelling",
        "school:spelling-drop",
    ]


async def test_a_number_of_another_school_is_refused(here: Neighbours) -> None:
    coordinator = here.coordinator
    for name in ("СОШ № 5, Лабинск", "СОШ № 6, Лабинск"):
        await open_school(coordinator, name)
        await coordinator.presses("Официальный номер")
        await coordinator.sends("23-0005")
    coordinator.sees("Такой официальный номер уже есть у другой школы", "Официальный номер школы?")
    assert (await stored(here, 6)).code is None


async def test_a_school_is_closed_after_one_more_question_and_opened_again(here: Neighbours) -> None:
    coordinator = here.coordinator
    await open_school(coordinator, "СОШ № 9, Вознесенская")
    await coordinator.presses("Закрыть школу")
    coordinator.sees("Закрыть школу? СОШ № 9, Вознесенская", "Люди, записи и всё прошлое останутся.")
    assert (await stored(here, 9)).state is SchoolState.ACTIVE
    sure = copy(coordinator.last)
    await coordinator.presses("Да, закрыть")
    coordinator.sees("Готово. Школа закрыта: СОШ № 9", "Школа закрыта.")
    assert "Переименовать" not in coordinator.buttons
    await coordinator.presses_old(sure, "Да, закрыть")
    assert await logged(here) == ["school:closed"]
    await coordinator.sends("/schools")
    coordinator.sees("Школы: 3")
    await coordinator.opens("Справочники", "Школы", "Закрытые школы (1)", "СОШ № 9, Лабинский", "Изменить школу")
    await coordinator.presses("Открыть снова")
    coordinator.sees("Готово. Школа снова открыта: СОШ № 9", "Переименовать")
    assert (await stored(here, 9)).state is SchoolState.ACTIVE
    await coordinator.presses("К школе")
    await coordinator.presses("Назад")
    coordinator.sees("Закрытых школ больше нет.")


async def test_a_school_is_merged_into_another_of_the_district(here: Neighbours) -> None:
    coordinator = here.coordinator
    await open_school(coordinator, "СОШ № 5, Лабинск")
    await coordinator.presses("Присоединить к другой")
    await coordinator.presses("СОШ № 5, Лабинск")
    coordinator.sees("Школу нельзя присоединить к ней самой")
    await coordinator.presses("Присоединить к другой")
    await coordinator.presses("СОШ № 16, Лабинск")
    coordinator.sees("Присоединить школу? СОШ № 5, Лабинск\nК школе: СОШ № 16, Лабинск")
    await coordinator.presses("Да, присоединить")
    coordinator.sees("Школа присоединена: СОШ № 16, Лабинск")
    assert (await stored(here, 5)).successor == (await stored(here, 16)).id
    assert await logged(here) == ["school:merged"]


async def test_a_school_closed_meanwhile_takes_no_other_in(here: Neighbours) -> None:
    coordinator, regional = here.coordinator, here.regional
    await open_school(coordinator, "СОШ № 5, Лабинск")
    await coordinator.presses("Присоединить к другой")
    await coordinator.presses("СОШ № 16, Лабинск")
    await regional.sends("/schools")
    await regional.presses("СОШ № 16, Лабинск")
    for label in ("Изменить школу", "Закрыть школу", "Да, закрыть"):
        await regional.presses(label)
    await coordinator.presses("Да, присоединить")
    coordinator.sees("Этого нет в списке")
    assert (await stored(here, 5)).state is SchoolState.ACTIVE


async def test_a_school_is_put_on_a_list_of_a_year_by_a_document_and_taken_off(here: Neighbours) -> None:
    coordinator = here.coordinator
    await open_school(coordinator)
    await coordinator.presses("Списки по годам")
    coordinator.sees("Учебный год 2026/27.")
    assert {"✓ Школы проекта", "Базовые школы", "2025/26", "2027/28"} <= set(coordinator.buttons)
    await coordinator.presses("Базовые школы")
    coordinator.sees("Вносим в список: СОШ № 6\n2026/27: базовые школы", "По какому документу?")
    await coordinator.sends("приказ № 14 <b> от 01.09.2026")
    coordinator.sees("Готово. СОШ № 6 в списке 2026/27: базовые школы.")
    assert "✓ Базовые школы" in coordinator.buttons
    await coordinator.presses("✓ Базовые школы")
    coordinator.sees("Убрать из списка? СОШ № 6", "Документ: приказ № 14 <b> от 01.09.2026")
    sure = copy(coordinator.last)
    await coordinator.presses("Да, убрать из списка")
    coordinator.sees("больше не в списке 2026/27: базовые школы")
    await coordinator.presses_old(sure, "Да, убрать из списка")
    await coordinator.presses("2027/28")
    assert "2028/29" not in coordinator.buttons
    await coordinator.presses("Школы проекта")
    await coordinator.presses("Без документа")
    found = {(one.year, one.status): one.source for one in await statuses(here, 6)}
    assert found == {
        (SchoolYear(2026), Status.SHNOR): "list",
        (SchoolYear(2027), Status.SHNOR): "внесено в боте 30.11.2026",
    }
    assert await logged(here) == ["status:set:base:2026", "status:drop:base:2026", "status:set:shnor:2027"]


async def test_a_missing_school_is_added_in_four_steps(here: Neighbours) -> None:
    coordinator = here.coordinator
    await coordinator.opens("Справочники", "Школы", "Добавить школу")
    coordinator.sees("Шаг 1 из 4.", "Новая школа: Лабинский, Краснодарский край")
    await coordinator.sends("«№»")
    coordinator.sees("Здесь нужен ответ", "Шаг 1 из 4.")
    await coordinator.sends("Лицей № 40")
    coordinator.sees("Шаг 2 из 4.")
    await coordinator.sends("Упорная")
    coordinator.sees("Шаг 3 из 4.")
    await coordinator.presses("Без номера")
    coordinator.sees("Добавляем школу: Лицей № 40", "Официальный номер: не указано", "можно только закрыть")
    check = copy(coordinator.last)
    await coordinator.presses("Добавить школу")
    coordinator.sees("Готово. Новая школа: Лицей № 40, Лабинский")
    await coordinator.presses_old(check, "Добавить школу")
    assert await logged(here) == ["school:add"]
    await coordinator.presses("Открыть школу")
    coordinator.sees("Лицей № 40, Упорная")
    assert (await stored(here, 40)).settlement == "Упорная"


async def test_what_was_typed_stays_when_the_name_is_taken(here: Neighbours) -> None:
    coordinator = here.coordinator
    await coordinator.opens("Справочники", "Школы", "Добавить школу")
    await coordinator.sends("СОШ № 6")
    await coordinator.sends("Лабинск")
    await coordinator.sends("code-6")
    await coordinator.presses("Добавить школу")
    coordinator.sees("Так уже называется другая школа", "Добавляем школу: СОШ № 6", "Официальный номер: code-6")


async def test_a_region_first_chooses_the_district(here: Neighbours) -> None:
    region = "Республика Саха (Якутия)"
    yakutia = await here.talk.grown_person(Role.REGIONAL_COORDINATOR, region=region, name="Сардаана")
    await yakutia.opens("Справочники", "Школы", "Добавить школу")
    yakutia.sees("Какой район или улус?")
    await yakutia.presses("Назад")
    yakutia.sees("Школы: 3")
    await yakutia.presses("Добавить школу")
    await yakutia.sends("Хонуу")
    await yakutia.presses("Момский")
    yakutia.sees("Новая школа: Момский", region)


async def test_nobody_else_changes_a_school(here: Neighbours) -> None:
    observer = await here.talk.grown_person(Role.OBSERVER, region=REGION, name="Ольга")
    await open_school(here.coordinator)
    screens = [copy(here.coordinator.last)]
    for label in ("Закрыть школу", "Назад", "Переименовать"):
        await here.coordinator.presses(label)
        screens.append(copy(here.coordinator.last))
    await here.lead.sends("/schools")
    await observer.sends("/schools")
    if "Лабинский" in observer.buttons:
        await observer.presses("Лабинский")
    await observer.presses("СОШ № 6, Лабинск")
    for person in (here.lead, observer):
        assert "Изменить школу" not in person.buttons
    for person in (here.lead, observer, here.teacher, here.foreign, here.far, here.stranger):
        for screen in screens:
            await person.presses_old(replace(screen, chat=person.chat), screen.buttons[0])
            await person.sends("Чужая школа")
    assert await logged(here) == []
    assert (await stored(here, 6)).name == "СОШ № 6"
    assert "Лабинск" not in here.everything_shown_to(here.foreign)


async def test_a_window_of_a_school_left_open_changes_nothing_once_the_right_is_gone(here: Neighbours) -> None:
    talk, coordinator = here.talk, here.coordinator
    await open_school(coordinator)
    await coordinator.presses("Переименовать")
    async with talk.units.write() as work:
        for place in await work.places.of(await talk.person_id(coordinator)):
            await work.places.end(place.place.id, talk.clock.now().date())
    talk.clock.advance(days=1)
    await coordinator.sends("Чужая школа")
    assert await logged(here) == []
