"""Files of a thread: a message of its own, the window comes below it."""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from handlers.shell import Choice, Paged, choices, given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.questions.model import FileId, Turn
from shnor_domain.questions.use_cases.mine import QuestionFile

_LARGEST_PHOTO = 10 * 1024 * 1024
"""Bytes: above it a photo is sent as a document (Bot API sendPhoto)."""
_PICTURES = ("jpg", "png")


def file_buttons() -> Paged:
    """A button a file of `files` in the window's data."""
    return choices("files", on_file, lambda text: FileId(int(text)))


def file_rows(manager: DialogManager, turns: tuple[Turn, ...]) -> list[Choice]:
    """Files of these turns."""
    texts = texts_of(manager)
    return [
        Choice(file.id, texts.button("btn-question-file", name=file.name))
        for turn in turns
        for file in turn.words.files
    ]


async def on_file(manager: DialogManager, which: FileId) -> None:
    """`NotFound` for who may not see it, and once it was wiped."""
    file, body = await (await given(manager, QuestionFile))(actor_of(manager), which)
    sent = BufferedInputFile(body, file.name)
    bot: Bot = manager.middleware_data["bot"]
    chat = actor_of(manager).chat
    manager.show_mode = ShowMode.SEND
    if file.key.endswith(_PICTURES) and len(body) <= _LARGEST_PHOTO:
        # what begins like a picture may be none: then it goes as it is
        with suppress(TelegramBadRequest):
            await bot.send_photo(chat, sent)
            return
    await bot.send_document(chat, sent)
