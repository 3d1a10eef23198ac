"""Files on their way in and out: downloaded whole, and sent back under a clean name."""

from contextlib import suppress
from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.contents import LARGEST, BadEvidence
from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceKind
from shnor_domain.roadmap.use_cases.items import EvidenceFile

_LARGEST_PHOTO = 10 * 1024 * 1024
"""Bytes: above it a photo is sent as a document (Bot API sendPhoto)."""


async def downloaded(manager: DialogManager, file_id: str, size: int | None) -> bytes | None:
    """The body; None when the messenger did not give it this time. Raises `BadEvidence` before one that is too big."""
    if (size or 0) > LARGEST:
        raise BadEvidence("too-big")
    bot: Bot = manager.middleware_data["bot"]
    progress = await bot.send_message(actor_of(manager).chat, texts_of(manager)("item-receiving"))
    body = BytesIO()
    try:
        await bot.download(file_id, destination=body)
    except (AiogramError, OSError, TimeoutError):
        return None
    finally:
        with suppress(AiogramError):  # the word has served its turn; that it stays is no mistake of the file's
            await progress.delete()
    return body.getvalue()


async def send_file(manager: DialogManager, which: EvidenceId) -> None:
    """A message of its own, the window comes below it; `NotFound` for who may not see it, and when it was erased."""
    version, body = await (await given(manager, EvidenceFile))(actor_of(manager), which)
    file = BufferedInputFile(body, _name(manager, version))
    bot: Bot = manager.middleware_data["bot"]
    chat, caption = actor_of(manager).chat, texts_of(manager)("item-file-caption", number=str(version.version))
    manager.show_mode = ShowMode.SEND
    if version.kind is EvidenceKind.PHOTO and len(body) <= _LARGEST_PHOTO:
        # what begins like a picture may be none: then it goes as it is
        with suppress(TelegramBadRequest):
            await bot.send_photo(chat, file, caption=caption)
            return
    await bot.send_document(chat, file, caption=caption)


def _name(manager: DialogManager, version: Evidence) -> str:
    if version.name:
        return version.name
    ending = (version.file or "").rpartition(".")[2]
    return f"{texts_of(manager).plain('item-file-name', number=str(version.version))}.{ending}"
