"""«Темы по предметам»: read, entered, brought as a table and taken away; few are told to nobody else."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from shnor_domain.identity import Role
from shnor_domain.pictures import CountsPicture
from tests.support.conversation import Person
from tests.support.neighbours import CANARY, REGION, Neighbours, neighbours
from tests.support.workbooks import texts_of

LABINSK = (Path(__file__).parents[1] / "data" / "competence_labinsk.csv").read_bytes()


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def opens(person: Person) -> None:
    await person.opens("Темы по предметам")


async def enters(person: Person, subject: str, *typed: str) -> None:
    """From the table of the territory, and back to it."""
    await person.presses("Внести или исправить")
    while subject not in person.buttons and f"✓ {subject}" not in person.buttons:
        await person.presses("›")
    await person.presses(subject)
    for numbers in typed:
        await person.sends(numbers)
    await person.presses("Сохранить")
    person.sees(f"{subject}: сохранено")
    await person.presses("Готово")


def workbook(person: Person) -> list[list[list[str]]]:
    """Sheets of the newest xlsx in her chat."""
    body = next(screen.body for screen in reversed(person.screens) if screen.body is not None)
    return [[[cell for cell in row if cell] for row in sheet] for sheet in texts_of(body).values()]


async def test_a_coordinator_enters_four_numbers_looks_and_keeps_them(here: Neighbours) -> None:
    coordinator = here.coordinator
    await opens(coordinator)
    coordinator.sees("Лабинский", "2026/27", "Чисел за этот год пока нет. Внесите их по предметам")
    await coordinator.presses("Внести или исправить")
    coordinator.sees("По какому предмету внести числа? Внесено предметов: 0")
    await coordinator.presses("Химия")
    coordinator.sees("Напишите четыре числа через пробел", "Например: 8 16 12 0")
    for typed, words in (
        ("много", "Здесь нужны целые числа"),
        ("1 2 3 4 5", "Чисел больше четырёх"),
        ("0 0 0 0", "Получается ноль"),
        ("9999999 0 0 0", "Такого числа быть не может"),
    ):
        await coordinator.sends(typed)
        coordinator.sees(words, "Напишите четыре числа")
    await coordinator.sends("3 4 7 2")
    coordinator.sees(
        "Сохранить?", "Химия", "A 3 (18,8 %) · B 4 (25 %) · C 7 (43,8 %) · D 2 (12,5 %)", "предмето-позиций: 16"
    )
    await coordinator.presses("Исправить числа")
    await coordinator.sends("A 8 B 16")
    coordinator.sees("Уже есть: A 8, B 16. Теперь C")
    await coordinator.sends("12")
    await coordinator.sends("0")
    coordinator.sees("A 8 (22,2 %)", "D 0 (0 %)")
    window = coordinator.last
    await coordinator.presses("Сохранить")
    coordinator.sees("Химия: сохранено", "Внесено предметов: 1")
    assert "✓ Химия" in coordinator.buttons
    await coordinator.presses_old(window, "✓ Химия")
    await coordinator.presses("Назад")
    await coordinator.presses("Готово")
    coordinator.sees(
        "Химия, 36: A 8 (22,2 %) · B 16 (44,4 %) · C 12 (33,3 %) · D 0 (0 %)",
        "Всего, 36",
        "Из 36: обновлять темы не нужно в 0, уточнить мелочи в 12, есть темы, которые стоит обновить, в 24 (66,7 %)",
        "учитель двух предметов посчитан дважды",
        "Внесено 30.11.2026",
    )
    written = [action for action, _ in await here.audited() if action.startswith("competence")]
    assert written == ["competence-enter"]


async def test_a_subject_is_corrected_and_taken_out_again(here: Neighbours) -> None:
    coordinator = here.coordinator
    await opens(coordinator)
    await enters(coordinator, "Химия", "8 16 12 0")
    await enters(coordinator, "Химия", "1", "2", "3", "4")
    coordinator.sees("Химия, 10: A 1 (10 %)")
    await coordinator.presses("Внести или исправить")
    await coordinator.presses("✓ Химия")
    coordinator.sees("Сейчас: A 1 (10 %)")
    await coordinator.presses("Убрать предмет")
    coordinator.sees("Убрать из таблицы?", "Химия")
    await coordinator.presses("Да, убрать")
    coordinator.sees("Химия: убрано", "Внесено предметов: 0")
    await coordinator.presses("Готово")
    coordinator.sees("Чисел за этот год пока нет")


async def test_people_beside_positions(here: Neighbours) -> None:
    coordinator = here.coordinator
    await opens(coordinator)
    await enters(coordinator, "Химия", "8 16 12 0")
    await coordinator.presses("Внести или исправить")
    await coordinator.presses("Сколько человек всего")
    for typed, words in (("40", "Людей не может быть больше"), ("1 2", "одно число"), ("0", "Получается ноль")):
        await coordinator.sends(typed)
        coordinator.sees(words, "каждый один раз")
    await coordinator.sends("21")
    await coordinator.presses("Готово")
    coordinator.sees("Всего, 36", "Это 21 человек")
    await coordinator.presses("Внести или исправить")
    await coordinator.presses("Сколько человек всего")
    coordinator.sees("Сейчас: 21")
    await coordinator.presses("Убрать число")
    await coordinator.presses("Готово")
    coordinator.does_not_see("Это 21")


async def test_the_table_of_labinsk_comes_as_a_file_with_its_fifteen_wrong_cells(here: Neighbours) -> None:
    coordinator = here.coordinator
    await opens(coordinator)
    await coordinator.presses("Загрузить таблицу")
    coordinator.sees("Нужны столбцы: предмет, A, B, C, D", "Имён в таблице быть не должно")
    await coordinator.sends_document("Лабинск.csv", LABINSK)
    coordinator.sees(
        "Темы по предметам: что изменит файл. Строки без года – за 2026/27", "Новых: 10, изменится: 0, без изменений: 1"
    )
    await coordinator.presses("Расхождения (15)")
    coordinator.sees(
        "Заявленное в файле расходится с его же числами",
        "Строка 2, русский язык, столбец C: заявлено 34 %, по числам 33 %",
        "Строка 7, химия, столбец C: заявлено 19 %, по числам 44 %",
    )
    await coordinator.presses("›")
    coordinator.sees("Строка 7, химия, столбец D: заявлено 9 %, по числам 13 %")
    await coordinator.presses("Назад")
    await coordinator.presses("Что изменится (10)")
    coordinator.sees("Строка 7: химия — новая строка", "A B C D: добавится «3 4 7 2»")
    await coordinator.presses("Назад")
    await coordinator.presses("Записать")
    coordinator.sees("Записано строк: 10")
    await coordinator.presses("Назад")
    coordinator.sees(
        "Всего, 232: A 65 (28 %) · B 79 (34,1 %) · C 84 (36,2 %) · D 4 (1,7 %)",
        "Из 232: обновлять темы не нужно в 4, уточнить мелочи в 84, есть темы, которые стоит обновить, в 144 (62,1 %)",
    )
    assert "1 из 2" in coordinator.buttons
    await coordinator.presses("Excel")
    (sheet,) = workbook(coordinator)
    assert sheet[0] == ["Предмет", "Позиций", "A", "A, %", "B", "B, %", "C", "C, %", "D", "D, %"]
    assert sheet[4][:4] == ["физика", "17", "4", "23,5"]
    assert sheet[11] == ["Всего", "232", "65", "28", "79", "34,1", "84", "36,2", "4", "1,7"]
    await coordinator.presses("Картинка")
    (picture,) = here.talk.pictures.drawn
    assert isinstance(picture, CountsPicture) and len(picture.rows) == 11
    assert [row.subject for row in picture.rows[-2:]] == ["Иностранный язык, 33", "Всего, 232"]
    assert picture.rows[0].cells[0].word == "8 (22,2 %)" and picture.letters == ("A", "B", "C", "D")


async def test_a_school_enters_its_own_and_others_are_told_no_few(here: Neighbours) -> None:
    lead, coordinator = here.lead, here.coordinator
    await opens(lead)
    lead.sees("СОШ № 6", "Чисел за этот год пока нет")
    await enters(lead, "Физика", "1 2 0 1")
    await enters(lead, "Химия", "2 3 1 0")
    lead.sees("Физика, 4: A 1 (25 %)", "Всего, 10")
    lead.does_not_see("Из 10")
    await opens(coordinator)
    coordinator.sees("Сумма по 1 школе из 4", "Физика: меньше 5", "Всего, 6", "Где позиций меньше 5")
    await coordinator.presses("Школы")
    coordinator.sees("Числа есть: 1 из 4")
    await coordinator.presses("✓ СОШ № 6, Лабинск")
    coordinator.sees("СОШ № 6, Лабинский", "Физика: меньше 5", "Химия, 6", "Всего, 6")
    await coordinator.presses("Excel")
    few, chemistry = workbook(coordinator)[0][1:3]
    assert few == ["физика", "меньше 5"]
    assert chemistry == ["химия", "6", "2", "33,3", "3", "50", "1", "16,7", "0", "0"]
    await coordinator.presses("Картинка")
    picture = here.talk.pictures.drawn[-1]
    assert isinstance(picture, CountsPicture) and picture.rows[0].instead == "меньше 5" and not picture.rows[0].cells
    await coordinator.presses("Внести или исправить")
    await coordinator.presses("✓ Физика")
    coordinator.sees("Сейчас: меньше 5")
    curator = await here.talk.grown_person(Role.SCHOOL_CURATOR, "Лабинский", name="Кира Кураторова")
    await opens(curator)
    curator.sees("места с ними у вас сейчас нет")


async def test_a_school_of_few_is_told_by_no_subtraction(here: Neighbours) -> None:
    """The municipality's line less what its other schools have would be the few of № 6."""
    second = await here.talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 9", name="Вера Вторая")
    for person, numbers in ((here.coordinator, "3 5 4 1"), (here.lead, "2 1 0 0"), (second, "1 4 4 1")):
        await opens(person)
        await enters(person, "Химия", numbers)
    second.sees("Химия, 10: A 1 (10 %)")
    for reader in (here.coordinator, here.regional):
        await opens(reader)
        if reader is here.regional:
            await reader.presses("Муниципалитеты")
            while "✓ Лабинский" not in reader.buttons:
                await reader.presses("›")
            await reader.presses("✓ Лабинский")
        reader.sees("Химия, 13: A 3")
        await reader.presses("Excel")
        whole, inside = workbook(reader)
        assert whole[1][:3] == ["химия", "13", "3"]
        assert sorted(row[1:] for row in inside[1:3]) == [["химия", "меньше 5"], ["химия", "не показаны"]]
        assert inside[3][0].startswith("«Не показаны» стоит там, где у соседней школы числа малы")
        await reader.presses("Школы")
        school = next(button for button in reader.buttons if "СОШ № 9" in button)
        await reader.presses(school)
        reader.sees("Химия: не показаны", "у соседней школы числа малы")
        reader.does_not_see("Всего")
        await reader.presses("Картинка")
        picture = here.talk.pictures.drawn[-1]
        assert isinstance(picture, CountsPicture) and picture.rows[0].instead == "не показаны"
    await opens(second)
    second.sees("Химия, 10: A 1 (10 %)")


async def test_a_region_adds_municipalities_and_goes_down_and_up(here: Neighbours) -> None:
    await opens(here.coordinator)
    await enters(here.coordinator, "Химия", "3 4 7 2")
    regional = here.regional
    await opens(regional)
    regional.sees(REGION, "Сумма по 1 муниципалитету из", "Химия, 16", "в 7 (43,8 %)")
    assert "Внести или исправить" not in regional.buttons and "Загрузить таблицу" in regional.buttons
    await regional.presses("Муниципалитеты")
    while "✓ Лабинский" not in regional.buttons:
        await regional.presses("›")
    await regional.presses("✓ Лабинский")
    regional.sees("Лабинский", "Внесено 30.11.2026", "Химия, 16")
    await regional.presses("Назад")
    regional.sees("Числа есть: 1 из")
    await regional.presses("Назад")
    await regional.presses("Другой год")
    regional.sees("Сейчас показан 2026/27")
    assert "✓ 2026/27" in regional.buttons and "2023/24" in regional.buttons
    await regional.presses("2025/26")
    regional.sees("2025/26", "Чисел за этот год пока нет. Их вносят координатор")
    await regional.presses("Что значат A, B, C, D")
    regional.sees("A — стоит обновить многие темы", "В документах: A — системные", "Если позиций меньше 5")
    await regional.presses("Назад")
    assert "дефицит" not in here.everything_shown_to(regional).casefold()


async def test_a_methodist_and_an_analyst_enter_for_the_region(here: Neighbours) -> None:
    for role, name in ((Role.METHODIST, "Мария Методистова"), (Role.OBSERVER, "Анна Аналитикова")):
        person = await here.talk.grown_person(role, region=REGION, name=name, subjects={"chemistry"})
        await opens(person)
        await person.presses("Муниципалитеты")
        while not [label for label in person.buttons if label.endswith("Лабинский")]:
            await person.presses("›")
        await person.presses("Лабинский")
        await enters(person, "Химия", "1 1 1 1")
        person.sees("Химия, 4: A 1 (25 %)")
    await opens(here.coordinator)
    here.coordinator.sees("Химия: меньше 5")
    here.coordinator.does_not_see("Химия, 4", "Всего,")


async def test_teachers_neighbours_and_strangers_get_nothing(here: Neighbours) -> None:
    await opens(here.coordinator)
    await enters(here.coordinator, "Химия", "3 4 7 2")
    for person in (here.teacher, here.far, here.stranger):
        assert "Темы по предметам" not in await person.offers()
    await opens(here.foreign)
    here.foreign.sees("Момский", "Чисел за этот год пока нет")
    here.foreign.does_not_see("Химия", "Лабинский")
    assert CANARY not in here.everything_shown_to(here.coordinator)


async def test_who_has_several_places_is_asked_which(here: Neighbours) -> None:
    await here.talk.grown_person(
        Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова", chat=here.coordinator.chat
    )
    await opens(here.coordinator)
    here.coordinator.sees("По какой территории показать числа?")
    await here.coordinator.presses("Лабинский, Краснодарский край")
    here.coordinator.sees("Чисел за этот год пока нет")
    await here.coordinator.presses("Назад")
    here.coordinator.sees("По какой территории показать числа?")


async def test_a_right_that_ends_while_the_window_is_open_keeps_nothing(here: Neighbours) -> None:
    other = await here.talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 5", name="Другая Руководителева")
    await opens(other)
    await other.presses("Внести или исправить")
    await other.presses("Химия")
    await other.sends("5 1 1 1")
    async with here.talk.units.write() as work:
        for place in await work.places.of(await here.talk.person_id(other)):
            await work.places.end(place.place.id, here.talk.clock.now().date())
    here.talk.clock.advance(days=1)
    await other.presses("Сохранить")
    other.does_not_see("сохранено")
    await opens(here.coordinator)
    here.coordinator.sees("Чисел за этот год пока нет")
