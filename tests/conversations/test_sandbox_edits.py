"""Edits, deletions and what is refused about them."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument, Message

from bot.clock import SystemClock
from tests.support.sandbox import Town, running_town

BUTTON = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])
SAME = "message is not modified: specified new message content and reply markup are exactly the same"


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with running_town() as running:
        yield running


async def test_an_edit_replaces_words_and_buttons_and_says_when(town: Town) -> None:
    teacher = await town.teacher()
    sent = await town.bot.send_message(teacher.id, "было", reply_markup=BUTTON)
    edited = await town.bot.edit_message_text("стало", chat_id=teacher.id, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert (edited.text, edited.reply_markup, edited.edit_date is not None) == ("стало", None, True)
    (seen,) = await teacher.sees()
    assert (seen["html"], seen["buttons"], seen["message_id"]) == ("стало", [], sent.message_id)


async def test_the_same_content_is_not_an_edit(town: Town) -> None:
    teacher = await town.teacher()
    sent = await town.bot.send_message(teacher.id, "<b>то же</b>", reply_markup=BUTTON, parse_mode="HTML")
    with pytest.raises(TelegramBadRequest, match=SAME):
        await town.bot.edit_message_text(
            "<strong>то же</strong> ", chat_id=teacher.id, message_id=sent.message_id, reply_markup=BUTTON,
            parse_mode="HTML",
        )  # fmt: skip
    with pytest.raises(TelegramBadRequest, match=SAME):
        await town.bot.edit_message_reply_markup(chat_id=teacher.id, message_id=sent.message_id, reply_markup=BUTTON)
    await town.bot.edit_message_reply_markup(chat_id=teacher.id, message_id=sent.message_id)
    assert (await teacher.sees())[0]["buttons"] == []


async def test_what_is_gone_or_foreign_cannot_be_edited(town: Town) -> None:
    teacher = await town.teacher()
    await teacher.sends("моё")
    with pytest.raises(TelegramBadRequest, match="Bad Request: message can't be edited"):
        await town.bot.edit_message_text("x", chat_id=teacher.id, message_id=1)
    with pytest.raises(TelegramBadRequest, match="Bad Request: message to edit not found"):
        await town.bot.edit_message_text("x", chat_id=teacher.id, message_id=2)
    with pytest.raises(TelegramBadRequest, match="Bad Request: message identifier is not specified"):
        await town.bot.edit_message_text("x", chat_id=teacher.id)
    status, body = await town.call(
        "editMessageText", chat_id=teacher.id, message_id=1, text="x", reply_markup={"keyboard": [["a"]]}
    )
    assert (status, body["description"]) == (400, "Bad Request: inline keyboard expected")


async def test_words_and_captions_are_not_mixed_up(town: Town) -> None:
    teacher = await town.teacher()
    text = await town.bot.send_message(teacher.id, "слова")
    file = await town.bot.send_document(teacher.id, BufferedInputFile(b"1;2", "plan.csv"), caption="план")
    with pytest.raises(TelegramBadRequest, match="Bad Request: there is no text in the message to edit"):
        await town.bot.edit_message_text("x", chat_id=teacher.id, message_id=file.message_id)
    with pytest.raises(TelegramBadRequest, match="Bad Request: there is no caption in the message to edit"):
        await town.bot.edit_message_caption(chat_id=teacher.id, message_id=text.message_id, caption="x")
    with pytest.raises(TelegramBadRequest, match="Bad Request: message caption is too long"):
        await town.bot.edit_message_caption(chat_id=teacher.id, message_id=file.message_id, caption="ы" * 1025)
    edited = await town.bot.edit_message_caption(chat_id=teacher.id, message_id=file.message_id, caption="план 2")
    assert isinstance(edited, Message) and edited.caption == "план 2" and edited.document is not None


async def test_a_file_can_be_put_in_the_place_of_another(town: Town) -> None:
    teacher = await town.teacher()
    sent = await town.bot.send_document(teacher.id, BufferedInputFile(b"old", "old.csv"))
    media = InputMediaDocument(media=BufferedInputFile(b"newer", "new.csv"), caption="<i>новый</i>", parse_mode="HTML")
    edited = await town.bot.edit_message_media(media, chat_id=teacher.id, message_id=sent.message_id)
    assert isinstance(edited, Message) and edited.document is not None
    assert (edited.document.file_name, edited.document.file_size, edited.caption) == ("new.csv", 5, "новый")


async def test_deleting_is_for_two_days_by_the_clock_of_the_sandbox(town: Town) -> None:
    teacher = await town.teacher()
    old = await town.bot.send_message(teacher.id, "старое")
    await teacher.sends("моё")
    in_two_days = SystemClock().now() + timedelta(hours=48, seconds=30)
    async with town.http.post("/sandbox/clock", json={"set": in_two_days.isoformat()}) as answer:
        assert answer.status == 200
    young = await town.bot.send_message(teacher.id, "новое")
    assert young.date - old.date >= timedelta(hours=48)
    with pytest.raises(TelegramBadRequest, match="Bad Request: message can't be deleted for everyone"):
        await town.bot.delete_message(teacher.id, old.message_id)
    with pytest.raises(TelegramBadRequest, match="Bad Request: message can't be deleted for everyone"):
        await town.bot.delete_messages(teacher.id, [old.message_id, young.message_id])
    assert await town.bot.delete_message(teacher.id, young.message_id)
    with pytest.raises(TelegramBadRequest, match="Bad Request: message to delete not found"):
        await town.bot.delete_message(teacher.id, young.message_id)
    assert await town.bot.edit_message_text("ещё жив", chat_id=teacher.id, message_id=old.message_id)


async def test_people_s_messages_go_too_and_missing_ones_are_passed_over(town: Town) -> None:
    teacher = await town.teacher()
    await teacher.sends("пароль")
    assert await town.bot.delete_messages(teacher.id, [1, 55])
    (seen,) = await teacher.sees()
    assert seen["deleted"]
    for args, said in (
        ({}, "chat identifier is not specified"),
        ({"chat_id": teacher.id}, "message identifier is not specified"),
    ):
        status, body = await town.call("deleteMessage", **args)
        assert (status, body["description"]) == (400, f"Bad Request: {said}")


async def test_a_copy_is_a_message_of_its_own(town: Town) -> None:
    teacher, curator = await town.teacher(), await town.teacher("Туйаара Куратор")
    await teacher.sends("вопрос")
    copy = await town.bot.copy_message(curator.id, teacher.id, 1)
    (seen,) = await curator.sees()
    assert (seen["html"], seen["from_bot"], seen["message_id"]) == ("вопрос", True, copy.message_id)
    with pytest.raises(TelegramBadRequest, match="Bad Request: message to copy not found"):
        await town.bot.copy_message(curator.id, teacher.id, 9)


async def test_the_transcript_keeps_what_was_edited_and_deleted(town: Town) -> None:
    teacher = await town.teacher()
    sent = await town.bot.send_message(teacher.id, "раз")
    await town.bot.edit_message_text("два", chat_id=teacher.id, message_id=sent.message_id)
    await town.bot.delete_message(teacher.id, sent.message_id)
    async with town.http.get("/sandbox/transcript") as answer:
        kept = [(one["event"], one["chat_id"], one["text"]) for one in await answer.json()]
    assert kept == [("message", teacher.id, "раз"), ("edit", teacher.id, "два"), ("delete", teacher.id, "два")]
