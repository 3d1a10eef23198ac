"""Windows and notices in one chat: which message is edited, which keeps its buttons, what a bad network may cost."""

import random

import pytest
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest, TelegramRetryAfter, TelegramServerError
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import AnswerCallbackQuery, EditMessageReplyMarkup, EditMessageText, SendMessage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog.api.entities import Stack

from handlers.shell import Home
from tests.conversations.shell_sample import Remind, sample_dispatcher
from tests.support.conversation import Conversation, Person
from tests.support.screens import Screen
from tests.support.telegram import RecordingSession, recording_bot

TEACHER, STRANGER = 101, 909


@pytest.fixture
def conversation() -> Conversation:
    bot, _ = recording_bot()
    return Conversation.over(sample_dispatcher(), bot)


@pytest.fixture
def teacher(conversation: Conversation) -> Person:
    return conversation.person(TEACHER)


@pytest.fixture
def session(conversation: Conversation) -> RecordingSession:
    return conversation.session


async def remind(conversation: Conversation, chat: int) -> Screen:
    button = InlineKeyboardButton(text="Открыть", callback_data=Remind(booking=7).pack())
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    sent = await conversation.bot.send_message(chat, "Завтра консультация", reply_markup=markup)
    return next(screen for screen in conversation.session.screens[chat] if screen.message_id == sent.message_id)


async def test_a_tap_on_a_window_edits_that_window(teacher: Person, session: RecordingSession) -> None:
    await teacher.sends("/start")
    await teacher.presses("Начать")
    assert len(teacher.screens) == 1
    teacher.sees("Ваша школа")
    assert len(session.of(SendMessage)) == 1


async def test_a_reminder_keeps_its_text_and_buttons_when_it_is_tapped(
    conversation: Conversation, teacher: Person
) -> None:
    await teacher.sends("/start")
    menu = teacher.last
    reminder = await remind(conversation, TEACHER)
    await teacher.presses("Открыть")
    assert (reminder.text, reminder.buttons) == ("Завтра консультация", ["Открыть"])
    assert teacher.last.text == "Меню" and teacher.last is not menu
    assert menu.buttons == [], "the window left behind has no buttons"


async def test_a_reminder_that_came_before_any_window_opens_one_below(
    conversation: Conversation, teacher: Person
) -> None:
    reminder = await remind(conversation, TEACHER)
    await teacher.presses("Открыть")
    assert reminder.buttons == ["Открыть"]
    assert [screen.text for screen in teacher.screens] == ["Завтра консультация", "Меню"]


async def test_a_reminder_can_be_tapped_again_and_again(conversation: Conversation, teacher: Person) -> None:
    reminder = await remind(conversation, TEACHER)
    for _ in range(3):
        await teacher.presses_old(reminder, "Открыть")
    assert reminder.buttons == ["Открыть"]
    assert [screen.buttons for screen in teacher.screens[1:]] == [[], [], ["Начать"]]


async def test_a_window_above_a_reminder_is_still_edited_where_it_stands(
    conversation: Conversation, teacher: Person
) -> None:
    await teacher.sends("/start")
    reminder = await remind(conversation, TEACHER)
    await teacher.presses("Начать")
    assert "Ваша школа" in teacher.screens[0].text
    assert teacher.last is reminder and reminder.buttons == ["Открыть"]


async def test_typing_sends_the_window_below_and_clears_the_one_above(
    teacher: Person, session: RecordingSession
) -> None:
    await teacher.sends("/start")
    first = teacher.last
    await teacher.sends("привет")
    assert first.buttons == [] and teacher.buttons == ["Начать"]
    order = [type(call) for call in session.calls[-2:]]
    assert order == [SendMessage, EditMessageReplyMarkup], "nothing is taken away before the new window is there"


async def test_the_same_window_again_is_no_error(teacher: Person) -> None:
    await to_the_end(teacher)
    await teacher.presses("Не менять")
    teacher.hears_nothing()
    await teacher.presses("Закрыть")
    teacher.sees("Меню")


async def test_a_window_that_she_deleted_comes_anew(teacher: Person, session: RecordingSession) -> None:
    await teacher.sends("/start")
    menu = teacher.last
    session.forget(menu)
    await teacher.presses_old(menu, "Начать")
    teacher.sees("Ваша школа")
    await teacher.presses("СОШ № 2")
    teacher.sees("О чём поговорим?")
    assert len(teacher.screens) == 1, "the new message is the window from now on"


async def test_typing_after_she_deleted_the_window_goes_on(teacher: Person, session: RecordingSession) -> None:
    await teacher.sends("/start")
    session.forget(teacher.last)
    await teacher.sends("привет")
    teacher.sees("Меню")


@pytest.mark.parametrize(
    "error",
    [
        None,
        lambda method: TelegramServerError(method, "Internal Server Error: restart"),
        lambda method: ClientDecodeError("Failed to decode object", ValueError(), "<html>502</html>"),
        lambda method: TelegramRetryAfter(method, "Too Many Requests: retry after 3", 3),
    ],
    ids=["network", "restart", "gateway", "flood"],
)
async def test_a_failed_edit_loses_neither_the_step_nor_the_answer(
    teacher: Person, session: RecordingSession, error: None
) -> None:
    await teacher.sends("/start")
    await teacher.presses("Начать")
    session.fail_next(EditMessageText, error)
    await teacher.presses("СОШ № 2")
    teacher.hears_nothing()
    await teacher.presses("СОШ № 3")
    teacher.sees("О чём поговорим?")
    await teacher.sends("ЕГЭ, задание 34")
    await teacher.presses("23")
    teacher.sees("Готово: 2, ЕГЭ, задание 34, 2026-11-23")


async def test_a_window_that_could_not_be_sent_leaves_the_old_one_its_buttons(
    teacher: Person, session: RecordingSession
) -> None:
    await teacher.sends("/start")
    session.fail_next(SendMessage)
    await teacher.sends("привет")
    assert teacher.buttons == ["Начать"]
    await teacher.presses("Начать")
    teacher.sees("Ваша школа")


async def test_a_query_that_could_not_be_answered_does_not_stop_the_window(
    teacher: Person, session: RecordingSession
) -> None:
    await teacher.sends("/start")
    session.fail_next(AnswerCallbackQuery)
    with pytest.raises(AssertionError, match="never answered"):
        await teacher.presses("Начать")
    teacher.sees("Ваша школа")


async def test_the_query_is_answered_once_and_not_after_the_window(teacher: Person, session: RecordingSession) -> None:
    await teacher.sends("/start")
    before = len(session.calls)
    await teacher.presses("Начать")
    assert {type(call) for call in session.calls[before:]} == {AnswerCallbackQuery, EditMessageText}
    assert len(session.of(AnswerCallbackQuery)) == 1


async def test_who_blocked_the_bot_raises_nothing(teacher: Person, session: RecordingSession) -> None:
    session.block(TEACHER)
    await teacher.sends("/start")
    assert teacher.screens == []


async def test_the_session_refuses_broken_markup_as_telegram_does(conversation: Conversation) -> None:
    with pytest.raises(TelegramBadRequest, match="can't parse entities"):
        await conversation.bot.send_message(TEACHER, "<b>")


async def test_going_back_to_an_older_window_takes_the_buttons_of_the_newer_one(
    teacher: Person, session: RecordingSession
) -> None:
    await teacher.sends("/start")
    older = teacher.last
    kept = list(older.rows)
    await teacher.sends("привет")
    newer = teacher.last
    older.rows = kept  # the network lost our request to take them away
    await teacher.presses_old(older, "Начать")
    assert "Ваша школа" in older.text and newer.buttons == []


async def test_a_closed_dialog_leaves_its_words_without_buttons(teacher: Person) -> None:
    await to_the_end(teacher)
    await teacher.presses("Закрыть")
    assert teacher.last.text == "Меню"


async def test_a_restart_between_two_taps_is_not_noticed() -> None:
    storage = MemoryStorage()
    bot, _ = recording_bot()
    await Conversation.over(sample_dispatcher(storage), bot).person(TEACHER).sends("/start")
    teacher = Conversation.over(sample_dispatcher(storage), bot).person(TEACHER)
    await teacher.presses("Начать")
    teacher.sees("Ваша школа")


async def test_a_stranger_gets_nothing_of_all_that(conversation: Conversation, teacher: Person) -> None:
    stranger = conversation.person(STRANGER, name="Никто")
    await to_the_end(teacher)
    stranger.hears_nothing()
    assert stranger.screens == []


async def to_the_end(teacher: Person) -> None:
    await teacher.sends("/start")
    await teacher.presses("Начать")
    await teacher.presses("СОШ № 2")
    await teacher.sends("ВПР, 8 класс")
    await teacher.presses("23")
    teacher.sees("Готово: 2, ВПР, 8 класс, 2026-11-23")


def test_dialogs_that_are_opened_within_one_second_never_share_an_id() -> None:
    stack = Stack()
    opened: set[str] = set()
    for _ in range(50):
        random.seed(1)  # the library's own ids hang on the second and on this
        opened.add(stack.push(Home.menu, None).id)
    assert len(opened) == 50
    assert max(map(len, opened)) <= 6
