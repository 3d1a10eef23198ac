"""After «Отправить»: another coordinator pauses it, the sender corrects, recalls, reminds, and counts every copy."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from aiogram.types import InlineKeyboardButton, MessageEntity

from handlers.announcements.watching import Watching
from shnor_domain.identity import Role
from tests.support.announcing import (
    ELSEWHERE,
    HERE,
    WORDS,
    coordinator_of,
    copies,
    goes_on,
    sends,
    teachers_of,
    told_in_files_of_two,
    types,
    writes,
)
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person
from tests.support.evidence_files import JPG
from tests.support.hosts import YAKUTIA
from tests.support.workbooks import texts_of


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url) as talk:
        yield talk


async def asks_for_a_word(coordinator: Person) -> None:
    """Sent, with «Ознакомлен(а)»."""
    await writes(coordinator)
    await coordinator.presses("Кнопки")
    await coordinator.presses("Ознакомлен(а)")
    await coordinator.presses("Назад")
    await sends(coordinator)


def rows_of(table: Any, *, head: bool = False) -> list[list[str]]:
    """Of an xlsx."""
    rows = next(iter(texts_of(table.body).values()))
    return rows if head else rows[1:]


async def opens(coordinator: Person) -> None:
    await coordinator.sends("/announce")
    await coordinator.presses("1. Сбор школ")


async def test_a_second_coordinator_pauses_and_the_first_goes_on(talk: Talk) -> None:
    coordinator, second = await coordinator_of(talk), await coordinator_of(talk, name="Вера Примерова")
    [teacher] = await teachers_of(talk, 1)
    await writes(coordinator)
    await sends(coordinator)
    await opens(second)
    second.sees("Объявление готовится")
    await second.presses("Пауза")
    second.sees("Объявление на паузе")
    await goes_on(talk)
    assert copies(teacher) == 0
    await coordinator.presses("Обновить")
    coordinator.sees("Объявление на паузе", "Ждут конца паузы: 2")
    await coordinator.presses("Продолжить")
    await goes_on(talk)
    assert copies(teacher) == 1
    await coordinator.presses("Обновить")
    coordinator.sees("Объявление закончено", "Доставлено: 2")
    assert "Остановить" not in coordinator.buttons


async def test_of_what_is_stopped_nobody_waits_from_that_very_moment(talk: Talk) -> None:
    coordinator, _teachers = await coordinator_of(talk), await teachers_of(talk, 2)
    await writes(coordinator)
    for label in ("Когда", "В час получателей", "30"):
        await coordinator.presses(label)
    await coordinator.sends("23:30")
    await sends(coordinator)
    await goes_on(talk)
    await coordinator.presses("Обновить")
    coordinator.sees("Ждут отправки: 2")
    await coordinator.presses("Остановить")
    await coordinator.presses("Да, остановить")
    coordinator.sees("Объявление остановлено", "Не получат: 2")
    coordinator.does_not_see("Ждут отправки")


async def test_what_is_stopped_is_asked_about_and_counted(talk: Talk) -> None:
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await writes(coordinator)
    await sends(coordinator)
    await coordinator.presses("Остановить")
    coordinator.sees("Остановить объявление? Продолжить его потом нельзя")
    await coordinator.presses("Да, остановить")
    await goes_on(talk)
    assert copies(teacher) == 0
    await coordinator.presses("Итоги")
    coordinator.sees("Не отправлено: остановлено: 1", "СОШ № 1, Амгинский: 0 из 1")


async def test_the_summary_goes_by_place_and_the_table_by_person(talk: Talk) -> None:
    coordinator, [first, second] = await coordinator_of(talk), await teachers_of(talk)
    [third] = await teachers_of(talk, 1, school="СОШ № 2")
    await second.blocks_the_bot()
    await asks_for_a_word(coordinator)
    await goes_on(talk)
    await first.presses("Ознакомлен(а)")
    await coordinator.presses("Итоги")
    coordinator.sees(
        "Всего: 3", "Доставлено: 1", "Доставлено, ознакомлен(а): 1",
        "СОШ № 1, Амгинский: 1 из 2, ознакомились: 1", "СОШ № 2, Амгинский: 1 из 1",
    )  # fmt: skip
    await coordinator.presses("Excel")
    table = next(screen for screen in coordinator.screens if screen.file_name == "объявление 1.xlsx")
    assert rows_of(table, head=True)[0][2:5] == ["Кто", "Роль", "Что с сообщением"]
    assert rows_of(table)[0][1:5] == ["СОШ № 1", "Учитель Номер 0", "учитель", "доставлено, ознакомлен(а)"]
    await coordinator.presses("Назад")
    await coordinator.presses("Напомнить остальным")
    coordinator.sees("Напомнить 1 человеку?")
    await coordinator.presses("Да, напомнить")
    coordinator.sees("Напоминание отправлено")
    await goes_on(talk)
    assert (copies(first), copies(third)) == (1, 2)


async def test_a_correction_is_shown_counted_and_reaches_every_copy(talk: Talk) -> None:
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await writes(coordinator)
    await sends(coordinator)
    await goes_on(talk)
    await coordinator.presses("Исправить")
    coordinator.sees("Сейчас: «Сбор школ в пятницу.»")
    await coordinator.sends_photo()
    coordinator.sees("Здесь нужен текст")
    await coordinator.sends("Сбор в субботу.")
    coordinator.sees("Копий изменится: 1", "исправлено 15:00")
    assert copies(teacher) == 1
    await talk.restart()
    await coordinator.presses("Исправить у всех")
    coordinator.sees("Исправляю копии", "Исправлено 15:00")
    await goes_on(talk)
    assert (copies(teacher), copies(teacher, "Сбор в субботу.")) == (0, 1)
    assert "исправлено 15:00" in teacher.last.text


async def test_a_recall_asks_first_and_tells_what_is_left(talk: Talk) -> None:
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await writes(coordinator)
    await sends(coordinator)
    await goes_on(talk)
    await coordinator.presses("Отозвать")
    coordinator.sees("Копий сейчас, с напоминаниями: 1", "48 часов")
    assert copies(teacher) == 1
    await coordinator.presses("Да, отозвать")
    await goes_on(talk)
    assert copies(teacher) == 0
    await opens(coordinator)
    coordinator.sees("Объявление отозвано", "Удалено у получателей: 1", "Осталось у них: 0")
    assert not {"Исправить", "Отозвать"} & set(coordinator.buttons)


async def test_a_leave_says_beforehand_what_it_stops_and_the_region_hears_why(talk: Talk) -> None:
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Марина Образцова")
    coordinator = await coordinator_of(talk)
    await teachers_of(talk, 1)
    await writes(coordinator)
    await coordinator.presses("Когда")
    await coordinator.presses("В час получателей")
    await coordinator.presses("30")
    await coordinator.sends("19:30")
    await sends(coordinator)
    await goes_on(talk)
    await coordinator.sends("/settings")
    await coordinator.presses("Я в отпуске")
    coordinator.sees("Вы назначили 1 объявление. С отпуском оно остановится")
    await coordinator.presses("декабрь ›")
    await coordinator.presses("14")
    coordinator.sees("Назначенные вами объявления остановлены: 1")
    await goes_on(talk)
    await talk.deliver()
    region.sees("Объявление остановлено: тот, кто его назначил, в отпуске")
    region.does_not_see("больше нет роли")
    await opens(region)
    region.sees("Объявление остановлено", "Тот, кто его назначил, в отпуске")


async def test_a_report_that_no_table_holds_comes_in_several_files_and_says_so(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator = await told_in_files_of_two(talk, monkeypatch)
    await coordinator.presses("Excel")
    assert "таблица будет готова" in str(coordinator.screens)
    tables = {screen.file_name: screen for screen in coordinator.screens if screen.body}
    assert list(tables) == ["объявление 1, файл 1.xlsx", "объявление 1, файл 2.xlsx"]
    people = [row[2] for table in tables.values() for row in rows_of(table)]
    assert people == ["Учитель Номер 0", "Учитель Номер 1", "Учитель Номер 2"]
    assert "2 получателя" in str(tables["объявление 1, файл 1.xlsx"])
    assert "файл 2 из 2" in str(tables["объявление 1, файл 2.xlsx"])


async def test_a_colleagues_pause_turns_the_button_of_an_open_card(talk: Talk) -> None:
    coordinator, second = await coordinator_of(talk), await coordinator_of(talk, name="Вера Примерова")
    await teachers_of(talk, 1)
    watching = await talk.the(Watching)
    await writes(coordinator)
    await sends(coordinator)
    await opens(second)
    await second.presses("Пауза")
    assert await watching.look() == 1
    coordinator.sees("Объявление на паузе")
    assert {"Продолжить", "Остановить"} <= set(coordinator.buttons)
    assert "Пауза" not in coordinator.buttons
    await coordinator.presses("Продолжить")
    coordinator.does_not_see("на паузе")


async def test_a_question_about_one_reminder_is_not_answered_for_another(talk: Talk) -> None:
    """Reminded twice within the hour she is asked; the card of another announcement asks nothing of the kind."""
    coordinator = await coordinator_of(talk)
    await teachers_of(talk, 1)
    for words in ("Другое дело", WORDS):
        await coordinator.sends("/announce")
        await coordinator.presses("Новое объявление")
        await coordinator.sends(words)
        await coordinator.presses("Готово")
        await coordinator.presses("Кнопки")
        await coordinator.presses("Ознакомлен(а)")
        await coordinator.presses("Назад")
        await sends(coordinator)
        await goes_on(talk)
    await opens(coordinator)
    for _ in range(2):
        await coordinator.presses("Напомнить остальным")
        await coordinator.presses("Да, напомнить")
        await goes_on(talk)
        if "Всё равно напомнить" not in coordinator.buttons:
            await coordinator.presses("Назад")
            await coordinator.presses("2. ")
    coordinator.sees("Напомнить 1 человеку?")
    assert "Всё равно напомнить" in coordinator.buttons
    await coordinator.presses("Назад")
    await coordinator.presses("Назад")
    await coordinator.presses("3. ")
    await coordinator.presses("Напомнить остальным")
    assert "Да, напомнить" in coordinator.buttons and "Всё равно напомнить" not in coordinator.buttons


async def test_who_has_not_acknowledged_is_chosen_among_what_asks_for_it(talk: Talk) -> None:
    """However many others there are: pages hold only those that ask."""
    coordinator = await coordinator_of(talk)
    await teachers_of(talk, 1)
    await asks_for_a_word(coordinator)
    for number in range(9):
        await writes(coordinator, f"Без ответа {number}")
        await sends(coordinator)
    await coordinator.sends("/announce")
    await coordinator.presses("Новое объявление")
    await coordinator.sends("Слова")
    await coordinator.presses("Кто не…")
    await coordinator.presses("Не ознакомлен")
    assert "Сбор школ в пятницу." in coordinator.buttons
    assert not [button for button in coordinator.buttons if "Без ответа" in button or "›" in button]


async def test_another_municipality_sees_and_stops_nothing_by_any_button(talk: Talk) -> None:
    coordinator, other = await coordinator_of(talk), await coordinator_of(talk, ELSEWHERE, name="Вера Примерова")
    [teacher], _ = await teachers_of(talk, 1), await teachers_of(talk, 1, ELSEWHERE)
    await writes(other, "Наш сбор")
    await sends(other)
    own = replace(other.last, rows=list(other.last.rows))
    await writes(coordinator)
    await sends(coordinator)
    await goes_on(talk)
    await other.presses("Назад")
    other.does_not_see("Сбор школ")
    stolen = replace(other.last, rows=[[_as(button, ":1", ":2") for button in row] for row in other.last.rows])
    await other.presses_old(stolen, "1. Наш сбор")
    other.does_not_see("Сбор школ", "Амгинский")
    await other.presses_old(own, "Остановить")
    await goes_on(talk)
    assert copies(teacher) == 1


def _as(button: InlineKeyboardButton, had: str, has: str) -> InlineKeyboardButton:
    """A changed client sends another id with the same button."""
    data = button.callback_data or ""
    return button.model_copy(update={"callback_data": data.replace(had, has)})


async def test_a_preview_from_before_a_restart_answers_politely(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await teachers_of(talk, 1)
    await writes(coordinator)
    await coordinator.presses("Кнопки")
    await coordinator.presses("Ознакомлен(а)")
    await coordinator.presses("Назад")
    await coordinator.presses("Посмотреть и отправить")
    preview = next(screen for screen in coordinator.news if "Ознакомлен(а)" in screen.buttons)
    await coordinator.presses("Проверить на себе")
    coordinator.sees(WORDS, "Так объявление придёт")
    await talk.restart()
    await coordinator.presses_old(preview, "Ознакомлен(а)")
    coordinator.sees("больше нет")
    await coordinator.presses("Отправить (1)")
    coordinator.sees("Объявление готовится")


async def test_the_region_sees_what_municipalities_tell_and_no_more_than_eight_at_once(talk: Talk) -> None:
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Марина Образцова")
    coordinator = await coordinator_of(talk)
    await teachers_of(talk, 1)
    for number in range(9):
        await writes(coordinator, f"Сбор {number}")
        await sends(coordinator)
    await region.sends("/announce")
    region.sees("1. ", "8. ", "1 из 2")
    region.does_not_see("9. ")
    await region.presses("›")
    region.sees("9. 30 ноября в 15:00, готовится, Амгинский: «Сбор 0»")


async def test_progress_moves_while_its_window_is_open_and_no_longer(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await teachers_of(talk, 2)
    watching = await talk.the(Watching)
    await writes(coordinator)
    await sends(coordinator)
    coordinator.looks_away()
    assert await watching.look() == 0
    coordinator.hears_nothing()
    await goes_on(talk)
    assert await watching.look() == 1
    coordinator.sees("Объявление закончено", "Доставлено: 2")
    assert not {"Пауза", "Остановить"} & set(coordinator.buttons)
    assert {"Итоги", "Обновить"} <= set(coordinator.buttons)
    assert (await watching.look(), len(watching)) == (0, 0)
    await writes(coordinator, "Второй сбор")
    await sends(coordinator)
    assert len(watching) == 1
    await coordinator.presses("Назад")
    await goes_on(talk)
    coordinator.looks_away()
    assert (await watching.look(), len(watching)) == (0, 0)
    coordinator.hears_nothing()


async def test_what_reminds_of_an_announcement_elsewhere_does_not_show_its_words(talk: Talk) -> None:
    both, second = await coordinator_of(talk), await coordinator_of(talk, ELSEWHERE, name="Вера Примерова")
    await coordinator_of(talk, ELSEWHERE, chat=both.chat)
    [teacher] = await teachers_of(talk, 1)
    await talk.grown_person(Role.TEACHER, ELSEWHERE, "СОШ № 1", chat=teacher.chat)
    for place, words in ((HERE, "Наше дело"), (ELSEWHERE, WORDS)):
        await both.sends("/announce")
        await both.presses("Новое объявление")
        await both.presses(place)
        await both.sends(words)
        if words == WORDS:
            await both.presses("Кто не…")
            await both.presses("Не ознакомлен")
            await both.presses("Наше дело")
        await both.presses("Готово")
        await both.presses("Кнопки")
        await both.presses("Ознакомлен(а)")
        await both.presses("Назад")
        await sends(both)
        await goes_on(talk)
    await opens(second)
    second.sees("Только кто не нажал «Ознакомлен(а)»: «другое объявление»", "Доставлено: 1")
    second.does_not_see("Наше дело")


async def test_a_refused_correction_stays_a_tap_away(talk: Talk) -> None:
    """For its formatting, for its length beside a photo, and after «Назад» from the last question."""
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await writes(coordinator)
    await coordinator.presses("Фото и файл")
    coordinator._session.uploads["her-photo"] = JPG
    await coordinator.sends_photo()
    await coordinator.presses("Назад")
    await sends(coordinator)
    await goes_on(talk)
    await coordinator.presses("Исправить")
    await coordinator.sends(WORDS)
    coordinator.sees("Это тот же текст")
    await types(coordinator, "Тайный сбор.", MessageEntity(type="spoiler", offset=0, length=6))
    coordinator.sees("Так оформить текст нельзя")
    await coordinator.presses("Оставить без оформления")
    coordinator.sees("Копий изменится: 1")
    await coordinator.presses("Назад")
    coordinator.sees("Сейчас: «Сбор школ в пятницу.»", "Ваш новый текст: «Тайный сбор.»")
    await coordinator.sends("Долгий сбор. " * 100)
    coordinator.sees("можно не больше 900 знаков")
    await coordinator.presses("Оставить начало")
    coordinator.sees("Копий изменится: 1")
    await coordinator.presses("Исправить у всех")
    coordinator.sees("Исправляю копии", "Ещё исправляю: 1")
    await goes_on(talk)
    assert copies(teacher, "Долгий сбор.") == 1
    await coordinator.presses("Обновить")
    coordinator.sees("Исправлено у получателей: 1")


async def test_of_two_who_correct_at_once_the_second_sees_what_the_first_has_said(talk: Talk) -> None:
    coordinator, second = await coordinator_of(talk), await coordinator_of(talk, name="Вера Примерова")
    [teacher] = await teachers_of(talk, 1)
    await writes(coordinator)
    await sends(coordinator)
    await goes_on(talk)
    await opens(second)
    for each, words in ((coordinator, "Сбор в субботу."), (second, "Сбор в воскресенье.")):
        await each.presses("Исправить")
        await each.sends(words)
    await coordinator.presses("Исправить у всех")
    await second.presses("Исправить у всех")
    second.sees("здесь всё изменилось", "Сейчас: «Сбор в субботу.»", "Ваш новый текст: «Сбор в воскресенье.»")
    await goes_on(talk)
    assert copies(teacher, "Сбор в субботу.") == 1
    await second.presses("Показать мой текст")
    await second.presses("Исправить у всех")
    await goes_on(talk)
    assert copies(teacher, "Сбор в воскресенье.") == 1
