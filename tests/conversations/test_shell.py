"""What every dialog shares, as a teacher meets it: lists, typed answers, a calendar, double taps, a word on top."""

import pytest

from tests.conversations.shell_sample import sample_dispatcher
from tests.support.conversation import Conversation, Person
from tests.support.screens import Screen
from tests.support.telegram import recording_bot


@pytest.fixture
async def teacher() -> Person:
    bot, _ = recording_bot()
    teacher = Conversation.over(sample_dispatcher(), bot).person(101)
    await teacher.sends("/start")
    await teacher.presses("Начать")
    return teacher


def as_it_stands(screen: Screen) -> Screen:
    """A copy, for a finger that is faster than the bot."""
    return Screen(screen.chat, screen.message_id, screen.text, screen.html, list(screen.rows))


async def test_a_long_list_comes_by_eight_and_says_where_one_is(teacher: Person) -> None:
    teacher.sees("Шаг 1 из 3.")
    assert teacher.buttons == [*[f"СОШ № {number}" for number in range(1, 9)], "1 из 3", "›", "В меню"]
    await teacher.presses("›")
    assert teacher.buttons == [*[f"СОШ № {number}" for number in range(9, 17)], "‹", "2 из 3", "›", "В меню"]
    await teacher.presses("›")
    assert teacher.buttons == ["СОШ № 17", "СОШ № 18", "СОШ № 19", "‹", "3 из 3", "В меню"]
    await teacher.presses("2 из 3" if "2 из 3" in teacher.buttons else "3 из 3")
    await teacher.presses("‹")
    await teacher.presses("СОШ № 9")
    teacher.sees("О чём поговорим?")


async def test_text_where_a_tap_is_asked_is_answered_and_nothing_is_lost(teacher: Person) -> None:
    await teacher.presses("›")
    await teacher.sends("хочу в девятую школу")
    teacher.sees("Здесь нужно выбрать", "Ваша школа")
    assert "2 из 3" in teacher.buttons
    await teacher.presses("СОШ № 9")
    teacher.sees("О чём поговорим?")


async def test_a_picture_where_text_is_asked_is_answered_and_nothing_is_lost(teacher: Person) -> None:
    await teacher.presses("СОШ № 2")
    await teacher.sends_photo(caption="вот расписание")
    teacher.sees("Здесь нужен текст", "О чём поговорим?")
    await teacher.sends("/unknown")
    teacher.sees("Здесь нужен текст")
    await teacher.sends("Алгебра")
    teacher.sees("День")
    teacher.does_not_see("Здесь нужен текст")


async def test_the_word_on_top_is_said_once(teacher: Person) -> None:
    await teacher.sends("текст")
    teacher.sees("Здесь нужно выбрать")
    await teacher.presses("›")
    teacher.sees("Ваша школа")
    teacher.does_not_see("Здесь нужно выбрать")


async def test_too_long_an_answer_keeps_its_beginning(teacher: Person) -> None:
    await teacher.presses("СОШ № 2")
    assert "Оставить начало" not in teacher.buttons
    await teacher.sends("а" * 5000)
    teacher.sees("Получилось 5000 знаков, а можно не больше 20", "«" + "а" * 20 + "»")
    await teacher.presses("Оставить начало")
    teacher.sees("День")
    await teacher.presses("23")
    teacher.sees("Готово: 2, " + "а" * 20 + ", 2026-11-23")


async def test_after_too_long_an_answer_a_shorter_one_takes_its_place(teacher: Person) -> None:
    await teacher.presses("СОШ № 2")
    await teacher.sends("б" * 21)
    teacher.sees("Получился 21 знак")
    await teacher.sends("  Дроби   и\nпроценты ")
    await teacher.presses("Назад")
    assert "Оставить начало" not in teacher.buttons
    await teacher.sends("Дроби")
    await teacher.presses("23")
    teacher.sees("Готово: 2, Дроби, 2026-11-23")


async def test_typed_markup_is_shown_as_it_was_typed(teacher: Person) -> None:
    await teacher.presses("СОШ № 2")
    await teacher.sends("<b>очень длинный & важный вопрос</b>")
    teacher.sees("«<b>очень длинный & в»")


async def test_too_short_an_answer_is_asked_again(teacher: Person) -> None:
    await teacher.presses("СОШ № 2")
    await teacher.sends("да")
    teacher.sees("нужно хотя бы 3 знака", "О чём поговорим?")


async def test_the_calendar_speaks_russian_and_keeps_to_its_bounds(teacher: Person) -> None:
    await teacher.presses("СОШ № 2")
    await teacher.sends("Алгебра")
    rows = [[button.text for button in row] for row in teacher.last.rows]
    assert rows[0] == ["Ноябрь 2026"]
    assert rows[1] == ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
    assert rows[2] == ["·", "·", "·", "·", "• 20", "21", "22"]
    assert rows[4] == ["30", "·", "·", "·", "·", "·", "·"]
    assert rows[5] == ["декабрь ›"]
    await teacher.presses("декабрь ›")
    assert [button.text for button in teacher.last.rows[-2]] == ["‹ ноябрь", "январь ›"]
    await teacher.presses("январь ›")
    rows = [[button.text for button in row] for row in teacher.last.rows]
    assert rows[0] == ["Январь 2027"] and rows[-2] == ["‹ декабрь"]
    assert rows[4] == ["11", "12", "13", "14", "15", "·", "·"]
    await teacher.presses("Январь 2027")
    teacher.hears_nothing()
    await teacher.presses("15")
    teacher.sees("2027-01-15")


async def test_two_quick_taps_on_back_go_back_once(teacher: Person) -> None:
    await teacher.presses("СОШ № 2")
    await teacher.sends("Алгебра")
    calendar = as_it_stands(teacher.last)
    await teacher.presses_old(calendar, "Назад")
    teacher.sees("О чём поговорим?")
    await teacher.presses_old(calendar, "Назад")
    teacher.hears_nothing()
    assert "О чём поговорим?" in teacher.last.text


async def test_a_refusal_stands_on_top_of_the_window_that_refused(teacher: Person) -> None:
    await teacher.presses("СОШ № 2")
    await teacher.sends("Алгебра")
    await teacher.presses("23")
    teacher.sees("45 минут")
    await teacher.presses("Отказать")
    assert teacher.last.text.startswith("Здесь нужно выбрать")
    teacher.sees("Готово: 2, Алгебра")


async def test_menu_leads_home_from_everywhere(teacher: Person) -> None:
    await teacher.presses("В меню")
    assert teacher.last.text == "Меню" and len(teacher.screens) == 1
