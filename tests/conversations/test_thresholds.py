"""«Справочники» → «Пороги»: a regional coordinator reads profiles, adds one of her own and says which holds."""

from collections.abc import AsyncIterator

import pytest

from tests.support.conversation import Person
from tests.support.neighbours import Neighbours, neighbours
from tests.support.result_people import lay, opens, with_profiles


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        await with_profiles(made)
        yield made


async def to_thresholds(person: Person) -> None:
    await person.opens("Справочники")
    await person.presses("Пороги")


async def test_another_profile_is_chosen_and_verdicts_follow(here: Neighbours) -> None:
    await lay(here, "СОШ № 6", 20, 8, code=None)
    await opens(here.lead)
    here.lead.sees("оба условия", "данных для вывода пока мало")
    regional = here.regional
    await to_thresholds(regional)
    regional.sees("Пороги", "✓ 1. Омск-2025", "2. Омск-2025", "3. Только числа", "31.12.2025", "ориентировочные")
    await regional.presses("2. Омск-2025")
    regional.sees("верно любое из условий", "Сейчас действует другой профиль", "30 % участников или больше")
    await regional.presses("Сделать действующим")
    regional.sees("Выводы по всем школам региона сразу будут по нему")
    await regional.presses("Да, по нему")
    regional.sees("Готово", "Этот профиль действует сейчас")
    await opens(here.lead)
    here.lead.sees("любое условие", "порог достигнут, доля не ниже 30 % в 9 процедурах из 9")


async def test_a_profile_of_the_region_is_added_question_by_question_and_changed(here: Neighbours) -> None:
    regional = here.regional
    await to_thresholds(regional)
    await regional.presses("Добавить свой")
    regional.sees("Шаг 1 из 8", "Как назвать профиль?")
    await regional.sends("Наш край, 2026")
    await regional.sends("приказ № 5")
    regional.sees("Шаг 3 из 8", "Дата документа?")
    await regional.sends("вчера")
    regional.sees("Не получилось прочитать дату")
    await regional.sends("01.09.2026")
    for typed in ("много", "0", "101"):
        await regional.sends(typed)
        regional.sees("доля в процентах от 0,1 до 100", "Шаг 4 из 8")
    await regional.sends("25,5 %")
    await regional.sends("12")
    regional.sees("целое число от 1 до 9")
    await regional.sends("1")
    await regional.presses("1")
    await regional.presses("Хватит любого")
    regional.sees("Шаг 8 из 8")
    await regional.sends("10")
    regional.sees(
        "Записать?", "Наш край, 2026", "приказ № 5", "25,5 %", "не меньше 1 процедуры", "меньше 10 участников"
    )
    await regional.presses("Доля")
    await regional.sends("20")
    regional.sees("Записать?", "20 % участников")
    await regional.presses("Записать")
    regional.sees("Записано.", "4. Наш край, 2026")
    await regional.presses("4. Наш край, 2026")
    await regional.presses("Изменить")
    await regional.presses("Число участников")
    await regional.presses("Считать все")
    regional.does_not_see("меньше 10 участников")
    await regional.presses("Записать")
    written = [action for action, _ in await here.audited() if action.startswith("profile")]
    assert written == ["profile-add", "profile-change"]


async def test_others_have_no_thresholds(here: Neighbours) -> None:
    await here.coordinator.opens("Справочники")
    assert "Пороги" not in here.coordinator.buttons
    assert "Справочники" not in await here.lead.offers()
