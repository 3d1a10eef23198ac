"""«Предметы» and other names of districts: the catalogue and the spellings that everybody's search depends on."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from shnor_domain.identity import Role
from shnor_domain.territories.model import Subject
from shnor_domain.territories.names import Found, Nothing
from shnor_domain.territories.use_cases.search import FindMunicipality
from shnor_domain.territories.use_cases.subjects import ListSubjects
from tests.support.conversation import Person
from tests.support.neighbours import Neighbours, neighbours


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def open_reference(person: Person, *labels: str) -> None:
    await person.opens("Справочники")
    for label in labels:
        await person.presses(label)


async def catalogue(here: Neighbours) -> dict[str, Subject]:
    async with here.talk.units.read() as work:
        return {subject.name: subject for subject in await work.subjects.all()}


async def offered(here: Neighbours) -> set[str]:
    return {subject.name for subject in await (await here.talk.the(ListSubjects))()}


async def test_a_subject_is_added_and_offered_at_once(here: Neighbours) -> None:
    regional = here.regional
    await open_reference(regional, "Предметы")
    regional.sees("Предметы: 23", "Скрытых нет.", "Список один для всех регионов этого бота.")
    await regional.presses("Добавить предмет")
    await regional.sends("химия")
    regional.sees("Так уже называется", "Как называется предмет?")
    await regional.sends("астрономия <b>&")
    regional.sees("Готово. Новый предмет: астрономия <b>&.", "Предлагается при регистрации и когда дают роль.")
    assert "астрономия <b>&" in await offered(here)
    methodist = await here.talk.grown_person(Role.METHODIST, region="Краснодарский край", name="Мария Методистова")
    await methodist.sends("/schedule")
    await methodist.presses("Добавить время")
    await methodist.presses("›")
    assert "Астрономия <b>&" in methodist.buttons
    assert ("subject:add", await here.talk.person_id(regional)) in await here.audited()


async def test_a_renamed_subject_is_understood_by_its_old_name(here: Neighbours) -> None:
    regional = here.regional
    await open_reference(regional, "Предметы", "›", "Логопедия", "Переименовать")
    regional.sees("Как теперь называется предмет «логопедия»?")
    await regional.sends("ж" * 4000)
    regional.sees("а можно не больше 100")
    await regional.sends("русский язык")
    regional.sees("Так уже называется")
    await regional.sends("работа логопеда")
    regional.sees("Предмет теперь называется так: работа логопеда.", "В таблицах его зовут и так: логопед, логопедия")
    assert (await catalogue(here))["работа логопеда"].code == "speech"


async def test_a_subject_is_hidden_and_shown_again(here: Neighbours) -> None:
    regional = here.regional
    await open_reference(regional, "Предметы", "Химия", "Скрыть")
    regional.sees("Готово. Химия: предмет скрыт.", "Консультации по нему остаются.")
    hidden = replace(regional.last, rows=list(regional.last.rows))
    assert "химия" not in await offered(here)
    await regional.presses("Назад")
    regional.sees("Скрыт 1 предмет.")
    assert "Химия · скрыт" in regional.buttons
    await regional.presses("Химия · скрыт")
    await regional.presses("Показывать снова")
    regional.sees("предмет снова предлагается")
    lines = len(await here.audited())
    await regional.presses_old(hidden, "Показывать снова")
    assert "химия" in await offered(here) and len(await here.audited()) == lines


async def test_a_hidden_subject_keeps_its_name_where_people_have_it(here: Neighbours) -> None:
    await open_reference(here.regional, "Предметы", "Физика", "Скрыть")
    await here.coordinator.sends("/people")
    await here.coordinator.presses("Тамара Учителева")
    here.coordinator.sees("учитель, СОШ № 6, Лабинский: физика")
    await here.teacher.sends("/menu")
    for label in ("Настройки", "Мои роли"):
        await here.teacher.presses(label)
    await here.teacher.presses("Учитель, СОШ № 6")
    here.teacher.sees("физика")
    await here.coordinator.presses("Дать роль")
    await here.coordinator.presses("Тьютор")
    assert "Химия" in here.coordinator.buttons and "Физика" not in here.coordinator.buttons


async def test_the_catalogue_is_changed_by_no_button_of_another(here: Neighbours) -> None:
    await open_reference(here.regional, "Предметы", "Химия")
    card = replace(here.regional.last, rows=list(here.regional.last.rows))
    for person in (here.coordinator, here.teacher, here.lead, here.stranger):
        await person.sends("/menu")
        await person.presses_old(replace(card, chat=person.chat), "Скрыть")
    assert "химия" in await offered(here)


async def test_another_name_of_a_district_is_taught_and_taken_back(here: Neighbours) -> None:
    coordinator, find = here.coordinator, await here.talk.the(FindMunicipality)
    await open_reference(coordinator, "Другие названия районов")
    coordinator.sees("Как ещё называют: Лабинский", "Центр: Лабинск")
    await coordinator.sends("<b>Лаба</b> река")
    coordinator.sees("Готово. «<b>Лаба</b> река» теперь тоже значит: Лабинский.")
    await coordinator.sends("Залабье")
    found = await find("залабье")
    assert isinstance(found, Found) and found.one.name == "Лабинский"
    await coordinator.presses("Залабье")
    coordinator.sees("Убрать название «Залабье»? По нему больше не найдут: Лабинский")
    sure = replace(coordinator.last, rows=list(coordinator.last.rows))
    await coordinator.presses("Да, убрать")
    coordinator.sees("По названию «Залабье» больше не находят")
    assert isinstance(await find("залабье"), Nothing)
    await coordinator.presses_old(sure, "Да, убрать")
    assert [line[0] for line in await here.audited()][-3:] == ["alias:add", "alias:add", "alias:drop"]


async def test_a_name_that_a_neighbour_has_is_refused(here: Neighbours) -> None:
    await open_reference(here.foreign, "Другие названия районов")
    here.foreign.sees("Как ещё называют: Момский")
    await here.foreign.sends("Амгинский улус")
    here.foreign.sees("Так уже называется другая школа или территория", "Как ещё называют: Момский")
    await here.foreign.sends("ж" * 101)
    here.foreign.sees("а можно не больше 100")
    await here.foreign.sends("«»—!")
    here.foreign.sees("Здесь нужен ответ")


async def test_a_region_chooses_whose_names(here: Neighbours) -> None:
    await open_reference(here.regional, "Другие названия районов")
    here.regional.sees("Чьё название?")
    assert not [label for label in here.regional.buttons if label.startswith("Весь регион")]
    await here.regional.presses("Лабинский")
    here.regional.sees("Как ещё называют: Лабинский")
    old = replace(here.regional.last, rows=list(here.regional.last.rows))
    await here.foreign.sends("/menu")
    await here.foreign.presses_old(replace(old, chat=here.foreign.chat), "Назад")
    assert "Лабинский" not in here.everything_shown_to(here.foreign)
