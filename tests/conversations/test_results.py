"""/results as its people see it: a lead enters, a curator reads, small groups stay with the school."""

from collections.abc import AsyncIterator
from datetime import date

import pytest

from shnor_domain.identity import Role
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.appoint import AppointPair, Wanted
from shnor_domain.results.errors import TooBusy
from shnor_domain.territories.model import SchoolYear
from tests.conversations.test_competence import workbook
from tests.support.classifying import ClassifierHere
from tests.support.neighbours import CANARY, REGION, Neighbours, neighbours
from tests.support.result_people import Y24, Y25, lay, opens, with_profiles


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        await with_profiles(made)
        yield made


async def test_a_lead_goes_straight_to_her_school_and_is_led_procedure_by_procedure(here: Neighbours) -> None:
    lead = here.lead
    await lead.sends("/menu")
    await lead.presses("Результаты")
    lead.sees("СОШ № 6, Лабинск", "Результаты за 2025/26", "За 2025/26 пока ничего не внесено", "внесены 0 из 27")
    await lead.presses("Внести результаты")
    lead.sees("За какой учебный год внести результаты?")
    await lead.presses("2025/26")
    lead.sees(
        "Шаг 1 из 9", "ВПР, математика, 5 класс", "Сколько писали и сколько не преодолели минимум? Например: 31 4"
    )
    for typed, words in (
        ("много", "Здесь нужны два целых числа"),
        ("31 4 5", "Чисел больше двух"),
        ("4 31", "Писали 4, а не преодолели минимум 31: так не бывает"),
        ("0 0", "нажмите «Процедуры не было»"),
        ("9999 1", "можно не больше 5000"),
        ("31,5%", "Здесь нужны два целых числа"),
    ):
        await lead.sends(typed)
        lead.sees(words, "Шаг 1 из 9")
    await lead.sends("31/4")
    lead.sees("Шаг 2 из 9", "ВПР, математика, 6 класс")
    await lead.sends("28")
    lead.sees("Писали 28. Сколько из них не преодолели минимум?")
    await lead.sends("40")
    lead.sees("Писали 28, а не преодолели минимум 40", "Писали 28. Сколько из них")
    await lead.sends("6")
    lead.sees("Шаг 3 из 9")
    await lead.presses("Назад")
    lead.sees("Шаг 2 из 9", "Вы ввели: 6 из 28")
    await lead.presses("Дальше")
    await lead.presses("Процедуры не было")
    lead.sees("Шаг 4 из 9")
    for _ in range(6):
        await lead.presses("Пропустить")
    lead.sees("Откуда эти числа?")
    await lead.presses("Протоколы экзаменов")
    lead.sees(
        "Записать?",
        "ВПР, математика, 5 класс: 4 из 31",
        "ВПР, математика, 6 класс: 6 из 28",
        "ВПР, русский язык, 5 класс: нет процедуры",
        "Источник: Протоколы экзаменов",
    )
    await lead.presses("Исправить")
    await lead.presses("✓ ВПР, математика, 6 класс")
    await lead.sends("5 из 28")
    lead.sees("Записать?", "ВПР, математика, 6 класс: 5 из 28")
    window = lead.last
    await lead.presses("Записать")
    lead.sees(
        "Записаны 3 результата.", "ВПР, математика, 5 класс: 4 из 31 (12,9 %)", "нет процедуры", "внесены 3 из 27"
    )
    await lead.presses_old(window, "Записать") if "Записать" in window.buttons else None
    written = [action for action, _ in await here.audited() if action.startswith("results")]
    assert written == ["results-enter"]


async def test_what_was_typed_survives_help_and_a_new_process(here: Neighbours) -> None:
    lead = here.lead
    await opens(lead)
    await lead.presses("Внести результаты")
    await lead.presses("2025/26")
    await lead.sends("31 4")
    await lead.sends("28")
    await lead.sends("/help")
    await here.talk.restart()
    await lead.sends("6")
    lead.sees("Шаг 3 из 9")
    await lead.presses("Назад")
    lead.sees("Вы ввели: 6 из 28")
    await lead.presses("Назад")
    lead.sees("Вы ввели: 4 из 31")


async def test_a_year_stands_beside_the_year_before_and_averages_of_three_schools(here: Neighbours) -> None:
    await lay(here, "СОШ № 6", 28, 6, year=Y24)
    await lay(here, "СОШ № 6", 31, 4)
    for school in ("СОШ № 5", "СОШ № 9"):
        await lay(here, school, 20, 5)
    await opens(here.lead)
    here.lead.sees(
        "ОГЭ, математика: 4 из 31 (12,9 %), было 6 из 28 (21,4 %), −8,5 п. п. к прошлому году",
        "Лабинский 19,7 % (по 3 школам)",
        "Ориентировочно, по профилю «Омск-2025",
        "Решение принимает регион",
        "За другие годы не внесено: 17",
    )
    here.lead.does_not_see("ШНОР", "неуспева", "зоне риска")
    await here.lead.presses("Другой год")
    here.lead.sees("2024/25 · внесены 1 из 9")
    await here.lead.presses("2024/25")
    here.lead.sees("Результаты за 2024/25", "ОГЭ, математика: 6 из 28 (21,4 %)")
    await here.lead.presses("Excel")
    rows = workbook(here.lead)[0]
    assert rows[0][:5] == ["Процедура", "Учебный год", "Писали", "Ниже минимума", "Доля"]
    assert next(row[:6] for row in rows if row[:2] == ["ОГЭ, математика", "2025/26"]) == [
        "ОГЭ, математика",
        "2025/26",
        "31",
        "4",
        "12,9 %",
        "−8,5",
    ]


async def test_the_threshold_is_told_with_its_profile_and_procedures(here: Neighbours) -> None:
    for year in (Y24, Y25):
        await lay(here, "СОШ № 6", 20, 8, code=None, year=year)
    await opens(here.lead)
    here.lead.sees("порог достигнут, доля не ниже 30 % в 9 процедурах из 9. Это: ВПР, математика, 5 класс; ВПР")
    here.lead.sees("Из них 2 года подряд: ВПР, математика, 5 класс")


async def test_a_school_without_ege_has_six(here: Neighbours) -> None:
    lead = here.lead
    await opens(lead)
    await lead.presses("В школе нет ЕГЭ")
    lead.sees("процедур останется шесть")
    await lead.presses("Да, ЕГЭ нет")
    lead.sees("внесены 0 из 18")
    await lead.presses("Внести результаты")
    await lead.presses("2025/26")
    lead.sees("Шаг 1 из 6")
    await lead.sends("20 5")
    for _ in range(5):
        await lead.presses("Пропустить")
    await lead.sends("Справка № 3")
    await lead.presses("Записать")
    lead.sees("Записан 1 результат.", "ЕГЭ: не применимо, в школе его нет")
    await lead.presses("В школе есть ЕГЭ")
    await lead.presses("Да, ЕГЭ есть")
    lead.sees("внесены 1 из 27")


async def test_one_value_is_corrected_and_taken_back(here: Neighbours) -> None:
    await lay(here, "СОШ № 6", 31, 4)
    lead = here.lead
    await opens(lead)
    await lead.presses("Исправить одно")
    while "✓ ОГЭ, математика" not in lead.buttons:
        await lead.presses("›")
    await lead.presses("✓ ОГЭ, математика")
    lead.sees("Сейчас: 4 из 31 (12,9 %)", "Источник: отчёт")
    assert "Отметить необъективность" not in lead.buttons
    await lead.presses("Внести другие числа")
    lead.sees("Сейчас записано: 4 из 31")
    await lead.sends("30 3")
    await lead.presses("Данные школы")
    await lead.presses("Записать")
    lead.sees("Записан 1 результат.", "Сейчас: 3 из 30 (10 %)")
    await lead.presses("Убрать значение")
    await lead.presses("Да, убрать")
    lead.sees("ОГЭ, математика: убрано.")
    await lead.presses("Назад")
    lead.sees("пока ничего не внесено")


async def test_a_mark_of_bias_is_set_above_the_school(here: Neighbours) -> None:
    await lay(here, "СОШ № 6", 28, 6, year=Y24)
    await lay(here, "СОШ № 6", 31, 4)
    coordinator = here.coordinator
    await opens(coordinator)
    coordinator.sees("Результаты. Школы: 4", "СОШ № 6, Лабинск: внесены 2 из 27")
    await coordinator.sends("6")
    coordinator.sees("Подходят несколько школ")
    await coordinator.presses("СОШ № 6, Лабинск")
    await coordinator.presses("Исправить одно")
    await coordinator.presses("✓ ОГЭ, математика")
    await coordinator.presses("Отметить необъективность")
    coordinator.sees("в средние и сравнения не входит", "признаки необъективности")
    assert "Снять отметку" in coordinator.buttons
    await opens(here.lead)
    here.lead.sees("ОГЭ, математика: 4 из 31 (12,9 %), было 6 из 28", "признаки необъективности: в сравнение не входит")
    here.lead.does_not_see("п. п. к прошлому году")


async def test_a_curator_reads_and_a_small_group_is_told_to_nobody_above(here: Neighbours) -> None:
    await lay(here, "СОШ № 6", 4, 1)
    curator = await here.talk.grown_person(Role.SCHOOL_CURATOR, "Лабинский", name="Кира Кураторова")
    await opens(curator)
    curator.sees("Школ здесь пока нет")
    where = here.talk.where("Лабинский", "СОШ № 6")
    assert where.school is not None
    wanted = Wanted(PairKind.SCHOOL, await here.talk.person_id(curator), where.school, "1", date(2026, 8, 1))
    await (await here.talk.the(AppointPair))(await here.talk.actor(here.coordinator), wanted)
    await opens(curator)
    curator.sees("СОШ № 6, Лабинск", "ОГЭ, математика: 1 из 4 (25 %)")
    assert not {"Внести результаты", "Исправить одно", "В школе нет ЕГЭ"} & {*curator.buttons}
    await opens(here.lead)
    here.lead.sees("ОГЭ, математика: 1 из 4 (25 %)")
    for person in (here.coordinator, here.regional):
        await opens(person)
        await person.sends("сош 6 лабинск")
        person.sees("ОГЭ, математика: меньше 5 участников")
        person.does_not_see("1 из 4", "25 %")
        await person.presses("Excel")
        row = next(row for row in workbook(person)[0] if row[:2] == ["ОГЭ, математика", "2025/26"])
        assert row[2] == "меньше 5 участников"
    await here.regional.presses("Исправить одно")
    await here.regional.presses("✓ ОГЭ, математика")
    here.regional.sees("Сейчас: меньше 5 участников")
    assert CANARY not in here.everything_shown_to(here.coordinator)


async def test_strangers_teachers_and_neighbours_get_nothing(here: Neighbours) -> None:
    await lay(here, "СОШ № 6", 31, 4)
    for person in (here.teacher, here.far, here.stranger):
        await person.sends("/menu")
        assert "Результаты" not in person.buttons
        await person.sends("/results")
        person.sees("Результаты школы открывают её директор и завуч")
        person.does_not_see("31")
    await opens(here.foreign)
    here.foreign.does_not_see("СОШ № 6", "31", "Лабинский")


async def test_an_analyst_enters_and_reads_where_others_of_the_region_do(here: Neighbours) -> None:
    analyst = await here.talk.grown_person(Role.OBSERVER, region=REGION, name="Анна Аналитикова")
    await opens(analyst)
    await analyst.presses("СОШ № 6, Лабинск")
    await analyst.presses("Внести результаты")
    await analyst.presses("2025/26")
    await analyst.sends("4 1")
    for _ in range(8):
        await analyst.presses("Пропустить")
    await analyst.presses("ФИС ОКО")
    await analyst.presses("Записать")
    analyst.sees("Записан 1 результат.", "ВПР, математика, 5 класс: 1 из 4 (25 %)")
    await opens(here.regional)
    await here.regional.presses("СОШ № 6, Лабинск")
    here.regional.sees("ВПР, математика, 5 класс: 1 из 4 (25 %)")
    await opens(here.coordinator)
    await here.coordinator.presses("СОШ № 6, Лабинск")
    here.coordinator.sees("ВПР, математика, 5 класс: меньше 5 участников")


async def test_a_lead_of_two_schools_is_asked_which(here: Neighbours) -> None:
    await here.talk.grown_person(
        Role.SCHOOL_LEAD, "Лабинский", "СОШ № 9", name="Лидия Руководителева", chat=here.lead.chat
    )
    lead = here.lead
    await opens(lead)
    lead.sees("Результаты. Школы: 2", "1. СОШ № 6, Лабинск: внесены 0 из 27", "2. СОШ № 9, Вознесенская")
    lead.does_not_see("СОШ № 5", "Сводка")
    await lead.sends("вознесенска")
    lead.sees("СОШ № 9, Вознесенская", "пока ничего не внесено")
    await lead.presses("К списку школ")
    await lead.sends("гимназия")
    lead.sees("«гимназия» не нашли", "Результаты. Школы: 2")


async def test_nothing_typed_is_nothing_written(here: Neighbours) -> None:
    lead = here.lead
    await opens(lead)
    await lead.presses("Внести результаты")
    await lead.presses("2025/26")
    for _ in range(9):
        await lead.presses("Пропустить")
    lead.sees("записывать нечего")
    assert "Записать" not in lead.buttons
    await lead.presses("Назад")
    await lead.sends("30 3")
    await lead.sends("я" * 300)
    lead.sees("Откуда эти числа?")
    await lead.sends("Отчёт & <b>протокол</b>")
    lead.sees("Источник: Отчёт & <b>протокол</b>", "ЕГЭ, русский язык: 3 из 30")
    await lead.presses("Другой источник")
    await lead.presses("Данные школы")
    lead.sees("Источник: Данные школы")


async def test_a_right_that_ends_while_numbers_are_typed_keeps_nothing(here: Neighbours) -> None:
    lead = here.lead
    await opens(lead)
    await lead.presses("Внести результаты")
    await lead.presses("2025/26")
    await lead.sends("31 4")
    async with here.talk.units.write() as work:
        for place in await work.places.of(await here.talk.person_id(lead)):
            await work.places.end(place.place.id, here.talk.clock.now().date())
    here.talk.clock.advance(days=1)
    await lead.sends("28 6")
    lead.does_not_see("Шаг 3")
    await opens(here.coordinator)
    here.coordinator.sees("СОШ № 6, Лабинск: внесены 0 из 27")


async def test_a_region_sees_counts_and_lists_by_number(here: Neighbours) -> None:
    for school, below in (("СОШ № 5", 8), ("СОШ № 6", 9), ("СОШ № 9", 1)):
        for year in (Y24, Y25):
            await lay(here, school, 20, below, code=None, year=year)
    regional = here.regional
    await opens(regional)
    await regional.presses("Сводка")
    regional.sees(REGION, "Внесены 27 из 36", "Школ: 4, всё внесено у 3", "ОГЭ, математика: 30 % (по 3 школам)")
    regional.sees("Кластеры за 2026/27 и прошлый год не внесены")
    await regional.presses("Пороги: число школ")
    regional.sees(
        "Ориентировочно, по профилю «Омск-2025",
        "порог достигнут: 2, не достигнут: 1, данных мало: 1",
        "В счёт идут процедуры, где минимум не преодолели 30 %",
    )
    listed = [label for label in regional.buttons if label.startswith("СОШ")]
    assert [label.split(",")[0] for label in listed] == ["СОШ № 5", "СОШ № 6"]
    await regional.presses("СОШ № 6, Лабинск")
    regional.sees("Результаты за 2025/26")
    await regional.presses("Назад")
    await regional.presses("Назад")
    await regional.presses("Excel")
    table = workbook(regional)[0]
    assert table[0][:3] == ["Муниципалитет", "Школа", "Кластер"]
    assert [row[1] for row in table[1:]] == ["СОШ № 5", "СОШ № 6", "СОШ № 9", "СОШ № 16"]
    await regional.presses("Другой год")
    await regional.presses("2023/24")
    regional.sees("Внесены 0 из 36", "За этот год пока ничего не внесено")
    await lay(here, "СОШ № 6", 20, 3, year=SchoolYear(2023))
    await regional.presses("Другой год")
    await regional.presses("2023/24")
    regional.sees("Внесены 1 из 36", "Средних пока нет: нужно не меньше 3 школ")
    await regional.presses("Пороги: число школ")
    regional.sees("порог достигнут: 0, не достигнут: 0, данных мало: 4")
    regional.does_not_see("Ниже те")


async def test_a_full_queue_is_said_and_the_sums_stay(here: Neighbours, monkeypatch: pytest.MonkeyPatch) -> None:
    await lay(here, "СОШ № 6", 20, 3)
    await opens(here.coordinator)
    await here.coordinator.presses("Сводка")

    async def busy(*_: object) -> None:
        raise TooBusy

    with monkeypatch.context() as full:
        full.setattr(ClassifierHere, "classify", busy)
        await here.coordinator.presses("Пороги: число школ")
        here.coordinator.sees("Сейчас считаются другие школы", "Внесены 1 из 36")
    await here.coordinator.presses("Пороги: число школ")
    here.coordinator.sees("Ориентировочно, по профилю")


async def test_clusters_are_entered_by_document_and_moves_are_counted(here: Neighbours) -> None:
    coordinator = here.coordinator
    await opens(coordinator)
    await coordinator.presses("СОШ № 6, Лабинск")
    await coordinator.presses("Кластеры по годам")
    coordinator.sees("Кластеров пока никто не внёс. Внесите по документу")
    for year, cluster in (("2025/26", "Сильно (кластер 3)"), ("2026/27", "Базово (кластер 1)")):
        await coordinator.presses("Внести кластер")
        await coordinator.presses(year)
        await coordinator.presses(cluster)
        coordinator.sees("Какой это документ?")
        await coordinator.sends("письмо <b>№ 1</b>")
        coordinator.sees("Записать?", "письмо <b>№ 1</b>")
        await coordinator.presses("Записать")
        coordinator.sees("Записано.")
    coordinator.sees("2026/27: базово (кластер 1), письмо", "Положительная динамика", "Нет сравнения с прошлым годом")
    await opens(here.lead)
    await here.lead.presses("Кластеры по годам")
    here.lead.sees("2025/26: кластер 3", "2026/27: кластер 1", "Положительная динамика")
    here.lead.does_not_see("сильно", "Внести кластер")
    await opens(coordinator)
    await coordinator.presses("Сводка")
    coordinator.sees("Кластеры, 2026/27 к прошлому году. Динамика положительная: 1, отрицательная: 0")
    await coordinator.presses("Другой год")
    await coordinator.presses("2025/26")
    coordinator.sees("Кластеры, 2025/26 к прошлому году. Динамика положительная: 0, отрицательная: 0")
    await opens(coordinator)
    await coordinator.presses("СОШ № 6, Лабинск")
    await coordinator.presses("Кластеры по годам")
    await coordinator.presses("Внести кластер")
    await coordinator.presses("2026/27")
    await coordinator.presses("Нет данных")
    await coordinator.presses("Записать")
    coordinator.sees("2026/27: нет данных")
