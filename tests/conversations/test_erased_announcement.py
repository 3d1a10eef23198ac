"""After a recall: what may still be done with an announcement, and what its card, list and report say from then on."""

from collections.abc import AsyncIterator

import pytest

from handlers.announcements.watching import Watching
from shnor_domain.identity import Role
from tests.support.announcing import WORDS, coordinator_of, goes_on, sends, teachers_of, writes
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person
from tests.support.evidence_files import JPG
from tests.support.hosts import YAKUTIA

ERASE = "Стереть текст и файлы"


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url) as talk:
        yield talk


async def region_of(talk: Talk) -> Person:
    return await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Марина Образцова")


async def opens(who: Person) -> None:
    """The latest that she sees."""
    await who.sends("/announce")
    await who.presses("1. ")


async def tells_with_a_photo(coordinator: Person) -> None:
    """Urgent, with a word asked for."""
    await writes(coordinator)
    await coordinator.presses("Фото и файл")
    coordinator._session.uploads["her-photo"] = JPG
    await coordinator.sends_photo()
    await coordinator.presses("Назад")
    await coordinator.presses("Кнопки")
    await coordinator.presses("Ознакомлен(а)")
    await coordinator.presses("Назад")
    await coordinator.presses("Когда")
    await coordinator.presses("Срочно")
    await coordinator.sends("Тайная причина")
    await coordinator.presses("Назад")
    await sends(coordinator)


def lying(talk: Talk) -> int:
    """Bodies of announcements on the disk."""
    return len(list((talk.files / "announcements").glob("*")))


async def test_what_was_recalled_is_erased_by_its_sender_and_its_report_stays(talk: Talk) -> None:
    coordinator, beside = await coordinator_of(talk), await coordinator_of(talk, name="Вера Примерова")
    await teachers_of(talk, 2)
    await tells_with_a_photo(coordinator)
    await goes_on(talk)
    await coordinator.presses("Обновить")
    assert ERASE not in coordinator.buttons
    await coordinator.presses("Отозвать")
    await coordinator.presses("Да, отозвать")
    coordinator.sees("Объявление отозвано", "Ещё удаляю: 3")
    assert ERASE not in coordinator.buttons
    await goes_on(talk)
    await opens(beside)
    beside.sees("Объявление отозвано", WORDS)
    assert ERASE not in beside.buttons
    await coordinator.presses("Обновить")
    await coordinator.presses(ERASE)
    coordinator.sees("Стереть текст и файлы? Отчёт останется.")
    assert lying(talk) == 1
    await talk.restart()
    await coordinator.presses("Да, стереть")
    coordinator.sees("Стёрто. Отчёт и итоги остались", "«удалено»", "Срочно: удалено", "Удалено у получателей: 3")
    coordinator.does_not_see("Сбор", "Тайная")
    assert ERASE not in coordinator.buttons and lying(talk) == 0
    await coordinator.presses("Итоги")
    coordinator.sees("Всего: 3", "Отозвано: 3")
    await coordinator.presses("Excel")
    assert "«удалено»: 3 получателя" in str(coordinator.screens)
    await opens(beside)
    beside.sees("«удалено»")
    await beside.presses("Назад")
    beside.sees("отозвано, Амгинский: «удалено»")
    beside.does_not_see("Сбор")
    assert "1. удалено" in beside.buttons


async def test_the_level_above_erases_what_a_municipality_has_recalled(talk: Talk) -> None:
    region, coordinator = await region_of(talk), await coordinator_of(talk)
    await teachers_of(talk, 1)
    await tells_with_a_photo(coordinator)
    await goes_on(talk)
    await opens(region)
    await region.presses("Отозвать")
    await region.presses("Да, отозвать")
    await goes_on(talk)
    await opens(region)
    await region.presses(ERASE)
    await region.presses("Да, стереть")
    region.sees("Стёрто", "«удалено»")
    await opens(coordinator)
    coordinator.sees("Текст и файлы стёрты")
    coordinator.does_not_see(WORDS)


async def test_a_reminder_of_what_was_recalled_offers_no_correction_and_says_why(talk: Talk) -> None:
    """Its open card too, as soon as a colleague recalls the original."""
    region, coordinator = await region_of(talk), await coordinator_of(talk)
    await teachers_of(talk, 1)
    await tells_with_a_photo(coordinator)
    await goes_on(talk)
    talk.clock.advance(hours=2)
    await opens(region)
    await region.presses("Напомнить остальным")
    await region.presses("Да, напомнить")
    region.sees("Напоминание отправлено")
    assert {"Исправить", "Отозвать"} <= set(region.buttons)
    await opens(coordinator)
    await coordinator.presses("Отозвать")
    await coordinator.presses("Да, отозвать")
    assert await (await talk.the(Watching)).look() >= 1
    why = "Исправить это напоминание нельзя: объявление, о котором оно напоминает, отозвано."
    region.sees(why)
    assert "Исправить" not in region.buttons and "Отозвать" in region.buttons
    await goes_on(talk)
    await opens(region)
    region.sees(why)
    assert not {"Исправить", "Напомнить остальным"} & set(region.buttons)
    assert "Отозвать" in region.buttons
