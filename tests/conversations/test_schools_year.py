"""The list of the year beside the year before, and the three warnings, each inside one's own territory."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.identity import Role
from shnor_domain.territories.model import SchoolStatus, SchoolYear, Status
from tests.support.neighbours import Neighbours, neighbours


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        for number, year in ((6, 2025), (9, 2025), (5, 2026)):
            school = made.talk.where("Лабинский", f"СОШ № {number}").school
            assert school is not None
            async with made.talk.units.write() as work:
                await work.schools.set_status(SchoolStatus(school, SchoolYear(year), Status.SHNOR, "list"))
        yield made


async def test_who_entered_stayed_and_left_between_two_years(here: Neighbours) -> None:
    coordinator = here.coordinator
    await coordinator.opens("Список школ по годам")
    coordinator.sees("Учебный год 2026/27")
    await coordinator.presses("Школы проекта")
    coordinator.sees("Список школ на 2026/27", "По сравнению с 2025/26\nВошли: 1\nОстались: 1\nВышли: 1")
    coordinator.does_not_see("ШНОР")
    for part, school in (("Вошли (1)", "СОШ № 5"), ("Остались (1)", "СОШ № 6"), ("Вышли (1)", "СОШ № 9")):
        await coordinator.presses(part)
        coordinator.sees(f"1. {school}")
        await coordinator.presses("Назад")
    await coordinator.presses("Вышли (1)")
    await coordinator.presses("СОШ № 9, Вознесенская")
    coordinator.sees("2025/26: школа проекта")
    await coordinator.presses("Назад")
    coordinator.sees("Вышли из списка на 2026/27")
    await here.foreign.opens("Список школ по годам")
    await here.foreign.presses("Школы проекта")
    here.foreign.sees("Школ в списке: 0")
    here.foreign.does_not_see("СОШ")


async def test_a_year_without_a_list_before_is_compared_with_nothing(here: Neighbours) -> None:
    await here.coordinator.opens("Список школ по годам")
    await here.coordinator.presses("2025/26")
    here.coordinator.sees("Учебный год 2025/26")
    await here.coordinator.presses("Школы проекта")
    here.coordinator.sees("Школ в списке: 2", "Списка на 2024/25 нет, сравнить не с чем")


async def test_three_warnings(here: Neighbours) -> None:
    talk, regional = here.talk, here.regional
    await talk.grown_person(Role.SCHOOL_CURATOR, "Лабинский", name="Лидия Руководителева", chat=here.lead.chat)
    await regional.opens("Что требует внимания")
    assert "Нет куратора школы (2)" in regional.buttons and "Своя школа в списке (1)" in regional.buttons
    assert not [label for label in regional.buttons if label.startswith("Нет координатора")]
    await regional.presses("Нет куратора школы (2)")
    regional.sees("1. СОШ № 5, Лабинск", "2. СОШ № 6, Лабинск")
    await regional.presses("Назад")
    await regional.presses("Своя школа в списке (1)")
    regional.sees("1. Лидия Руководителева: СОШ № 6, Лабинск")
    await regional.presses("1. Лидия Руководителева")
    regional.sees("куратор школы, Лабинский")
    yakutia = await talk.grown_person(Role.REGIONAL_COORDINATOR, region="Республика Саха (Якутия)", name="Сардаана")
    await yakutia.opens("Что требует внимания")
    await yakutia.presses("Нет координатора (35)")
    yakutia.sees("1. Абыйский")
    yakutia.does_not_see("Момский", "Лабинский")
    assert "Лидия" not in here.everything_shown_to(yakutia)


async def test_all_is_well_where_everybody_is_appointed(here: Neighbours) -> None:
    await here.foreign.opens("Что требует внимания")
    here.foreign.sees("Всё в порядке")
